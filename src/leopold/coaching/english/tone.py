"""English: sarcasm, brushing aside, defending oneself, excuses in the passive voice."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "sarcasm.sting",
        0.75,
        """
        thanks for nothing
        how (wonderful|lovely|nice|kind|thoughtful|convenient|charming|clever|generous|sweet|brilliant|interesting|
            delightful|good) (that|of) you ~4 (finally|at last|noticed|managed|remembered|bothered|even|found|decided|
            woke|deigned|already|only)
        (congratulations|bravo|well done|kudos|hats off|full marks) ~10 (at last|finally|again|breaking|losing|
            missing|failing|ruining|another|only|broke|lost|missed)
        (surely|perhaps|maybe|hopefully|i hope|i trust|i'm sure) ~2 even (you|your|somebody|someone|a)
        even (you|your ~1|a child) (can|could|should|will|must|might) ~1 (manage|understand|know|see|grasp|do|read|
            follow|remember)
        (mind reader*|crystal ball|magic wand|clairvoyant*|psychic*|fortune teller*|magician*)
        (silly|stupid|foolish) (me|us)
        (lucky|poor) (us|me) ~1 $
        (as if by magic|what a surprise|what a coincidence|what a shock|big surprise)
        ^ (oh|ah|well) (great|wonderful|brilliant|lovely|fantastic|sure|bravo)
        (good luck) (with that|finding|without)
        (excuse|forgive|pardon) (us|me) for (breathing|existing|trying|doing|working|thinking|expecting|assuming|not)
        too much to (ask|expect)
        in case you (hadn't|have not|haven't|had not) noticed
        welcome to the real world
        (rocket science|brain surgery)
        (your|you) ~3 (royal|majesty|highness|precious|genius|brilliant idea)
        """,
        unless="(sorry|apolog*|thank you so|my fault)",
    ),
    Group(
        "dismissive.again",
        0.75,
        """
        (as|like) (i|we|i've|we've|i'd) [have|had] [already|previously|repeatedly|clearly|just|also] (said|told|
            explained|written|wrote|stated|repeated|pointed)
        as [i|we|i've|we've] [have] (already|repeatedly|clearly) (said|told|explained|written|stated|mentioned|
            pointed)
        as per my (last|previous|earlier)
        (i|we|i've|we've) [have|had] (already|repeatedly|clearly) (told|said|explained|stated|answered) ~1 (you|this|
            that|it|so|everything)
        (i|we|i've|we've) ~2 (told|explained|said|written|mentioned|repeated) ~4 times
        for the (last|umpteenth|hundredth|thousandth|tenth|nth|millionth) time
        ^ ~1 (i|we|let me|once more) repeat ~1 (once|again|myself|$|that|for)
        (i|we) (repeat|am repeating) myself
        (read|reread|re-read) ~1 (my|our) ~2 (letter*|email*|mail*|message*|answer*) (again|properly|carefully|
            once more)
        (spell|explain) ~2 (slowly|in simple words|in small words|out for you)
        (what|which part) ~2 (don't|do not|didn't) you understand
        """,
        unless="(sorry|apolog*|promised|if (i|we))",
    ),
    Group(
        "dismissive.aside",
        0.75,
        """
        (calm down|relax|chill|cool down|get over it|get a grip|grow up)
        (overreact*|over-react*|exaggerat*|dramatic|dramatis*|dramatiz*|hysterical|hysteria|oversensitive|whining)
        no (need|reason) (to|for) (panic|shout|dramati*|be so|make a|get upset|get emotional|get excited|fuss|
            get worked|all this)
        (don't|do not) (panic|make a fuss|make a drama|make such|be so|get upset|get so|get worked)
        stop (complaining|panicking|whining|shouting|moaning|nagging|bothering)
        (storm in a teacup|not the end of the world|nobody died|making a mountain|much ado)
        (that's|that is|this is|it's|sheer|such|complete|utter) ~1 (ridiculous|nonsense|absurd|rubbish|silly|
            irrelevant)
        (i|we) (don't|do not|couldn't) care
        (not|hardly) [a|an|our|my] ~1 (interest|concern) [to us|of ours|of mine]
        (nobody|no one|no other client*|none of our (other) ~1) [else] [has|have] [ever] (complain*)
        (other|all our|all other|our other) (clients|customers|partners) ~4 (happy|satisfied|fine|no problem*|
            not complain*|never complain*|manage|don't complain)
        (you are|you're) the (only|first) (one*|client*|customer*|person|company) ~3 (complain*|problem*|unhappy|
            finds|troubles|difficulties|has|have)
        what (do|did) you expect
        (that's life|that is life|deal with it|live with it|it is what it is|tough luck|too bad|so what)
        (suit yourself|whatever you say|if you say so)
        (too busy|no time) (for|to) ~3 (this|these|such|that|your|you)
        """,
        unless="(sorry|apolog*|if you|thank*|our fault|don't care how long|glad)",
    ),
    Group(
        "dismissive.works",
        0.65,
        """
        (it|everything|all|site|page|server|system|form|login|mail) [all] (works|is working|worked|works fine) [just|
            perfectly] [fine] (for us|for me|here|on our side|at our end|on my machine|with us)
        (can't|cannot|could not|couldn't|do not|don't) ~1 (see|find|reproduce) ~1 (a|any|your|the) (problem*|issue*|
            error*)
        """,
        unless="""
        (monday|tuesday|wednesday|thursday|friday|week|date|time|slot|meeting|call|price|now|since|again|could you|
            would you|screenshot|please)
        """,
    ),
    Group(
        "anger.said",
        0.7,
        """
        for (god's|heaven's|christ's|pity's|goodness') sake
        for crying out loud
        (sick of|fed up|had enough|sick and tired|at the end of our tether|losing my patience|lost my patience|
            losing patience|lost patience|beyond a joke|outrageous|disgraceful|scandalous|appalling|disgusting)
        (wasting|waste|wasted) (my|our|everybody's|everyone's) time
        (damn|damned|bloody|crap|bullshit|idiot*|stupid|moron*)
        """,
        unless="""
        (you|your) ~2 (are|were|must be) ~3 (outraged|upset|fed up)
        (i can see|we can see|understand|sorry|apolog*)
        (silly|stupid|foolish) (me|us|mistake of mine|of me|of us)
        """,
    ),
    Group(
        "overpromise.sure",
        0.6,
        """
        (we|i) [absolutely|fully|can] guarantee ~1 (that|you|it|this|no|there)
        (hundred|100) (percent|per cent|%) (sure|certain|safe|guaranteed|uptime)
        (can|could|will) never [possibly] (fail|break|go down|happen|leak|go wrong)
        (absolutely|completely|totally) (impossible|certain|safe|no risk|foolproof)
        """,
        unless="(never promise|contract|if)",
        negatable=True,
    ),
    Group(
        "soothing.empty",
        0.55,
        """
        (don't|do not|needn't|need not) [you] worry
        no (need|reason) to worry
        nothing to worry about
        everything is under control
        (it|everything|all) will (be|sort itself|work) ~1 (fine|ok|okay|alright|out)
        """,
    ),
    Group(
        "defensive.not_us",
        0.8,
        """
        (not|isn't|wasn't|never|hardly|no) ~2 (our|my) (fault|job|problem|responsibility|business|concern|mistake|
            doing|department)
        (nothing to do with) (us|our|me)
        (not|cannot|can't|aren't|won't|isn't|hardly|decline) ~6 (responsible|liable|accountable|liability)
        (can't|cannot|not) ~1 (blame|be blamed) [us|me] [for]
        (our|my) hands (are|were) tied
        (outside|beyond|out of) (our|my) (control|hands|influence|power|remit)
        (it|this|that|mistake|error|problem|fault) (wasn't|was not|isn't|is not) (us|me|ours|mine)
        (we|i) ~1 (did|have done|have|kept|delivered) ~1 (everything right|everything correctly|nothing wrong|
            our part|our bit|our job|all that was asked|by the book)
        (everything|all) ~2 (fine|correct|ok|okay|in order|normal) ~1 (on our side|at our end|with us|from our side)
        (on our side|at our end|from our side) ~1 (everything|all) ~2 (works|fine|correct|ok|okay|in order|normal|
            right)
        (you|your ~1) ~1 (approved|signed|asked|insisted|wanted|chose|agreed|decided|ordered|confirmed) ~4 (yourself|
            yourselves)
        (blame|complain to|take it up with) ~2 (provider|bank|supplier*|courier|carrier|centre|center|host|developer*|
            vendor|isp|them|someone|somebody)
        (it's|it is|it was|that was|this is|that's) ~2 (provider|bank|supplier|courier|carrier|centre|vendor|
            contractor|developer|warehouse|customs) ~1 (who|that|fault|problem|mistake|to blame)
        (the|your) (provider|bank|supplier|courier|carrier|vendor|contractor|data centre|developer*) ~1 (is|are|was|
            were) ~1 (to blame|at fault)
        (nobody|no one) (told|informed|warned|asked|notified) (us|me)
        (we|i) (were|was|have been|had been) (never|not) (told|informed|given|asked|warned|notified)
        in (our|my) (defence|defense)
        (we|i) (never|didn't|did not) (promise*|agree*|guarantee*) ~2 (that|this|such|any|anything|you|to)
        (problem|error|fault|issue|cause) (is|lies|was) ~1 (on your|at your|with your|in your) (side|end|network|
            computer*|system*|server*|settings)
        """,
        unless="""
        (you|your ~1) (are|aren't|were|weren't) ~2 (responsible|liable|accountable)
        (sorry|apolog*|our fault too|even if|even though|although|but we|but i|not your fault|if)
        """,
    ),
    Group(
        "passive_excuse.made",
        0.75,
        """
        (mistake|mistakes|error|errors) (were|was|have been|has been) made
        (errors|mistakes|issues|complications|irregularities|difficulties|problems|some inconveniences|
            technical ~1) ~1 (occurred|arose|happened|have arisen|came up|have occurred)
        (was|were|been|got) (overlooked|forgotten|mislaid|misplaced|mixed up|not passed on|not communicated|lost in|
            left undone|not noticed)
        (due to|owing to|because of|for|by) [various|certain|some|to] (unforeseen|unforeseeable|unexpected|technical|
            internal|organisational|organizational|operational|various|certain|objective) (circumstances|reasons|
            difficulties|complications|problems|factors|issues)
        (slipped|fell|fallen|falls) (through|between) ~2 (cracks|net|stools)
        (things|these things|such things|that|it) (happen|happens) $
        somehow ~5 (lost|missed|forgotten|wrong|disappeared|late|mixed)
        (human factor|teething trouble*|teething problem*|force majeure)
        there (was|were|has been|have been) ~1 (some|certain|a few|various|a bit of) ~1 (misunderstanding*|mishap*|
            glitch*|hiccup*|irregularit*|oversight*|mix-up*|confusion)
        (it|this) (just|simply) happened
        """,
        unless="""
        (our|my) (fault|mistake|error|oversight|doing|responsibility|side)
        (i|we) (forgot|overlooked|made|missed|am sorry|are sorry|apolog*|should)
        (nothing|if|in case|by mistake of ours|no problem|sorry|not to|make sure|so that)
        """,
    ),
)
