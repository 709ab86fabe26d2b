"""English: freer and more pointed ways to be annoyed, angry, afraid or distrustful."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "annoyance.worn",
        0.5,
        """
        ^ surely (it|someone|somebody|you|there|that|this|we|one|your|a|by|an)
        (not|isn't|hardly|wasn't) ~1 [for] the first time
        (could|can) (do|have done) without
        (appreciate it|grateful|nice|helpful|good|prefer it|help) if ~2 (you|someone|somebody|your|people) ~1 (didn't|
            stopped|stop|did not|actually|at least|for once|only|wouldn't|weren't|finally|read|tried)
        (it) would [also] (be nice|be good|be helpful|be a help|help) if (someone|somebody|you|your|people|we|for)
        (don't|do not|can't|cannot|fail to|failing to|struggle to) [really|quite|honestly] (see|understand|
            follow) why (it|we|i|this|every|you|your|nobody|a|the|that|such|one)
        (frankly|honestly|quite honestly|to be frank|to be honest) ~8 (tired|enough|ridiculous|silly|embarrassing|
            exhausting|annoying|disappointing|pointless|a joke|waste|nonsense|absurd|painful)
        (this|it|it's|is|that|that's|all|rather|another|what|becoming|getting|turning) ~4 (nuisance|hassle|headache|
            farce|circus|merry-go-round|comedy|pantomime|saga|rigmarole|palaver|pointless|ridiculous|absurd|nonsense|
            wild goose|ping-pong|ping pong|run-around|runaround|pillar to post|laughable|embarrassing|tedium|chore|
            nonsensical|needless|unnecessary|avoidable)
        (why) (can't|won't|couldn't|isn't|aren't|doesn't) (someone|somebody|anyone|anybody|your|it|this|that|nobody)
        (why on earth|for heaven's sake|for pity's sake|for crying out)
        (again|still) (down|broken|offline|wrong|failing|frozen|crashing|dead|not working|not fixed|unfixed|unsolved|
            unresolved|slow|misspelt|misspelled|useless|the same|showing the old|full of)
        (is|are|was|were|went|has|have) ~2 (down|offline|broken|wrong|crashed|failed|disappeared|gone) again
        (not|aren't) ~1 your (testers|secretary|helpdesk|postman|project managers|project manager|messenger|guinea pigs|
            quality control|proofreader*|training ground|test lab|beta testers|babysitter|switchboard|unpaid)
        (do|did|done) ~1 (your homework|your job|their homework|the basics|basics)
        (get on with|getting on with) ~1 (my|our) ~1 (job|work|day|business|lives)
        (have|got) (a|an) ~1 (business|company|shop|firm|school|hospital|warehouse|office|department|hotel|
            practice) to run
        (don't|do not|doesn't) [really|particularly|exactly|much] (appreciate|enjoy|like|care for) (being|having|to be|
            another|yet|your|the tone|the way|it when|finding|getting|this kind|such|that kind)
        (should not|shouldn't|ought not to|must not) (be|have) (this|so|that|to|taken|been) ~1 (hard|difficult|
            complicated|much to|much trouble|ask|chase|explain|long|necessary)
        (would it|is it|was it) ~1 (kill|really|so|too) ~2 (hard|difficult|much|you to|necessary|that)
        (the least|least) (you|one|i|we|someone) (could|can|might|would) ~1 (do|have|expect|ask)
        (for|after) (the past|the last|over|nearly|almost|more than|two|three|four|five|six|several|many) ~2 (weeks|
            months|days|hours|years) (now|running|already|straight|in a row)
        (every|each) [single] (time|morning|monday|week|month|invoice|report|delivery|update|release|email|
            call) ~6 (wrong|missing|late|breaks|broken|same|again|another|different|crash*|fail*|forget*|forgotten|
            error*|nobody|somebody|someone|new person|lost|start)
        (three|two|four|five|six|seven|ten|#|dozen|several|countless|half a dozen) ~1 (e-mails|emails|calls|tickets|
            reminders|messages|attempts|versions|rounds) ~1 (later|and still|deep|already)
        (minutes|hours|half an hour|an hour) ~3 (on hold|in the queue|in your queue|in a queue|on the line|on the phone|
            of hold music|waiting|listening|in traffic)
        (hold music|muzak|phone menu|call centre|call center|ticket ping|copy-paste answers|ticket number*|
            ticketing) ~6 (again|tired|hours|minutes|sick|know|sing|learn|enough|nobody|only)
        (please) (read|learn|get|sort|decide|make up) ~6 (properly|for once|once and|any more|anymore|this time|
            for good|at last)
        (gets|getting|got|grates|grating|grate|plays|playing) ~2 (on my|on our|on everyone's|on people's|
            on the) ~1 (nerves|nerve|wick|patience)
        (mildly|rather|somewhat|really|increasingly|extremely|deeply|more than a little|faintly|downright) (irritat*|
            annoy*|tiresome|tedious|trying|vexing|grating|galling|maddening|aggravating|wearing|exhausting|unhelpful|
            inconvenient|excessive|silly)
        (tiresome|tedious|wearisome|galling|maddening|aggravating|vexing|exasperat*|infuriat*|vexed|irked|miffed|peeved|
            narked|irks|nagging|pestered|bothersome|grating)
        (pushing it|pushing my luck|taking the mick|taking the mickey|taking the biscuit|takes the biscuit|
            winding me up|winds me up|wind up|drives me mad|drives me crazy|driving me mad|driving me crazy|
            driving us mad|driving us crazy|driving me up|drives us mad|bugs me|bugging me|up the wall|round the bend|
            pulling my hair|tearing my hair|here we go again|groundhog day|broken record|like a stuck record|
            round the houses|for once|on a loop|do i have to spell|how hard can|is it too much|too much to ask|spare me|
            save me the|enough already|leave it there|give it a rest|do better than this)
        (one more|another) ~6 (and i'm|and we're|and i am|and we are|and i'll)
        (please|kindly|would you|could you|could we|can we|can you|and) ~1 (stop|refrain from|quit|cease) (marking|
            sending|calling|ringing|closing|asking|telling|changing|forwarding|copying|treating|assigning|reopening|
            using|adding|phoning|emailing|moving|putting|booking|inviting|re-sending|resending|spamming|cc'ing)
        (do not|don't|kindly do not|please do not|please don't) ~1 (ring|call|phone|email|contact|disturb|send|
            copy) ~4 (my mobile|at seven|at night|at home|again|any more|anymore|every|on a sunday|weekends|automated|
            surveys|newsletters)
        (every|each) (single|time|morning|monday|friday|day|week|month|update|other|call|release|second) ~8 (i|we|me|us|
            my|our) ~2 (again|have to|has to|must|write|explain|start|lose|loses|reset*|same|get|logged|log|asked|told|
            need|end|re-enter|repeat|from scratch|the beginning)
        (it|that) (took|takes|has taken|had taken) ~1 (#|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|
            several|dozens of|countless) ~1 (e-mail*|email*|call*|mails|ticket*|attempt*|message*|people|reminders|
            weeks|months|tries|visits) to
        (this|that) is ~1 (the|now the|already the|our) ~1 @ordinal ~5 (time|technician|manager|contact|person|engineer|
            change|invoice|ticket|outage|this month|this week|this year|in # ~1|in two|in three|since|already|in a row)
        (it|this|that) (is|was|'s) the @ordinal time (this|in|that|since|we|i)
        for the @ordinal time
        (lost count|lost track|stopped counting|given up counting|no longer bother|gave up asking|stopped bothering|
            given up asking|stopped asking|given up trying)
        (if) ~2 (have to|has to|must|need to) ~8 (one more|again|once more|another)
        (fine|right|okay|ok|forget it|never mind|then) ~2 (do it|fix it|sort it|deal with it|find out|
            handle it) (myself|ourselves)
        (shouldn't|should not|ought not to|not our job|not my job|not for us|why am i|why are we|why should i|
            why should we) ~3 (doing|chasing|explaining|testing|debugging|to (chase|explain|test|remind|find)|your)
        (sitting here|stuck here|still sitting|wasting|spending|spent|cost me|cost us|took me|took us|lost) ~3 (my|our|
            a|the|another|half) ~1 (evening|morning|afternoon|weekend|day|hour|lunch|hours|sunday|saturday) ~1 (on|with|
            over|trying|doing|again|re-sending|to)
        (i|we) (had|have) better (things|uses)
        (as|like) (i|we) ~3 (made|make) ~1 (clear|plain)
        (i|we) (thought|believed|was under the impression|were under the impression|could have sworn) ~1 (we'd|we had|
            that was|this was|i'd|i had|you'd|you had) ~2 (agreed|parked|settled|closed|sorted|solved|fixed|dealt|made|
            been through|moved past|left)
        (yet here|and here) (we are|it is|i am|they are|we go)
        (again|once more|yet again) ~2 (replied-all|the wrong|without asking|without telling|without any|
            without warning|from the beginning|from scratch|from zero|over and over)
        (somebody|someone|your side|your system|your colleague|one of you|you've|you have|your team) ~3 (again|
            yet again|once again|once more)
        (without fail|time and again|time after time|day in day out|week in week out|again and again|over and over|
            once too often|never ending|never-ending|neverending)
        (badly|poorly|clumsily|unfortunately|awkwardly) (timed|scheduled|chosen|planned|organised|handled|communicated)
        (read|reading|reads) ~4 (before|instead of|rather than) ~1 (replying|answering|closing|asking|calling|
            responding)
        (beginning|starting|starts|begins) to (test|try|wear|grate|annoy|irritate|get on|lose patience|wind|tire|
            feel like|become a|look silly)
        (not|isn't|hardly|less than) ~2 (pleasant|funny|fun|helpful|ideal|clever|professional|what i call) ~1 (for us|
            for me|that|when|to be|to have|any more|anymore)
        (half|all|whole) ~1 (morning|day|afternoon|week|evening|weekend) ~3 (gone|wasted|lost|down the drain)
        (nobody|no one) (likes|enjoys|wants|needs) ~1 (being|to be|another|yet)
        (how often|how many more times|why is it that|why does|why do|why is|why must|must every|must we|do we really|
            do i really|does nobody|does anyone|can nobody|can no one) ~6 (again|always|every|each|keep|have to|ever|
            still|change|simple)
        (keep|keeps|kept) (asking us|asking me|asking the|having to|being told|being asked|explaining|repeating|
            forgetting|ignoring|being sent)
        (had|'d) hoped to spend
        (being sorry|sorry) (doesn't|does not|won't|is not|isn't) ~3 (bring|fix|help|enough|solve|cut|change)
        (isn't|not|aren't) ~1 (the|our|your) only (shop|game|supplier|show|fish|client|one) ~2 (in|with)
        (only|not) ~2 (been in|doing this|in this) ~2 (since|for|yesterday)
        """,
        unless="""
        (happy|love*|delighted|great|pleased|glad|proud|pleasure|please find|lift|bell|wind up|annual*)
        """,
    ),
    Group(
        "anger.burst",
        0.6,
        """
        (seething|incensed|enraged|infuriat*|irate|enrag*|furious*|outraged|rage|raging|fuming|apoplectic|seeing red|
            hit the roof|hitting the roof|blew my top|blood boil|steam|hopping mad|mad as|beside myself|
            beside ourselves|spitting|beyond angry|beyond furious|properly cross|properly angry|absolutely livid)
        (i|we|i'm|we're|am|are|is|was|me|makes me|made me) ~2 (so|very|really|extremely|that|how|properly|beyond|truly|
            utterly|absolutely) (angry|cross|mad)
        (i'm|i am|we're|we are|because i am|that i am|left me|makes me|made me|leaves me) (angry|speechless|
            lost for words|sickened|aghast)
        (beggars belief|defies belief|beyond belief|beyond a joke|unforgivable|abysmal|atrocious|scandal|scandalous|
            contemptible|pathetic|disgrace|disgraceful|monstrous|preposterous|farcical|ludicrous|intolerable|
            reprehensible|inexcusable|diabolical|abomination|travesty|a mockery)
        (slap in the face|kick in the teeth|spit in|insult to|an insult|an affront|a cheek|the cheek|what a cheek|
            the audacity|the gall|the nerve|sheer nerve|sheer audacity|sheer arrogance|how dare|over my dead body|
            bloody cheek|some nerve)
        (gone|going|go|went) ~1 too far
        (crossed|crossing|cross|overstepped) ~2 (line|mark)
        (sick|tired) (to death|to the back teeth|to my stomach|and tired|of the lot|of your|of this|of it)
        (fools of|fool of|idiot* of|laughing stock|taken for fools|take us for|take me for|for a fool|for fools|
            for idiots|for an idiot|made to look)
        (won't|will not|am not going to|not going to|refuse to|shall not|do not intend to) ~1 (be spoken|be talked|
            be treated|be lied|be fobbed|be insulted|be lectured|be bullied|be made|stand for|tolerate|put up with|
            take this|accept this|have this|have it|sit here|listen to|be nice|be civil|be polite|be calm|pretend|mince|
            apologise for)
        (not|no|can't|cannot|beyond) ~3 (polite words|words for|mince words|mincing|civil about|nice about|calm about|
            polite about)
        (enough|no more) (excuses|calls|slides|lies|stories|games|nonsense|meetings|of this|of your|is enough|now)
        ^ enough ~1 $
        (this is|it is|it's|that is|that's|absolute|utter|complete|total|pure|what a load of|load of|such) ~1 (garbage|
            rubbish|nonsense|crap|trash|disgrace|scandal|shambles|farce|joke|disaster|madness|insanity|lunacy|bollocks|
            bull|chaos|travesty|shame|catastrophe)
        (i|we) (resent|deplore|despise|detest)
        (what the hell|what on earth|who the hell|how the hell|why the hell|where the hell|what in god's|for goodness|
            god help|heads should roll|heads will roll|heads must roll|damn|damned|goddamn|sod|bloody)
        (stop|quit|get|put|fix|answer|call|give) ~6 (this minute|this instant|right now|immediately or|now and i mean)
        (done|finished|through) (talking|being nice|being polite|being patient|discussing|waiting|with excuses)
        (cannot|can't|could not|couldn't|hard to) (believe) ~1 (i am|i'm|we are|we're|what i|that you|you have|you've|
            you actually|you would|you did|anyone|anybody|this is)
        (standing|sent|sitting|queueing|queuing) ~4 (still|home|idle|in the rain|in the dark|in the cold)
        (shaking|trembling|shake) ~2 (anger|rage|fury)
        (never|not) ~3 (in my|in our|in all my|in # years|in twenty years|in thirty years|in fifteen years|
            in ten years) ~4 (treated|experienced|seen|known|met|such|so|career)
        (do you|have you|did you) ~2 (no shame|think i am|think we are|think this is|realise what|realize what|
            understand what|even understand|even care)
        (last straw|final straw|snapped|exploded|lost it|lost my temper|losing my temper|at my limit|reached my limit|
            reached our limit|up to here|up to my neck|had it up)
        (ashamed of yourselves|ashamed of yourself|wash my hands|never want to (see|hear)|a laughing)
        (within an inch|an inch|this close) (of|to) ~1 (cancelling|throwing|smashing|walking|leaving|ending|terminating|
            suing|calling)
        """,
        unless="""
        (unbelievabl*|incredibl*|unbelievable|incredible) ~4 (fast|good|help*|job|work|how|value|quick|patient|result*)
        (steam) ~2 (engine|cleaner|iron|train|room|bath)
        (sorry|shame on us)
        """,
    ),
    Group(
        "fear.stakes",
        0.5,
        """
        (terrif*|frighten*|scare|scares|scared|scaring|petrified|spook*|unnerv*|alarms|alarmed|alarming|nerve-racking|
            nerve-wracking|nightmare*|sleepless|anxiety|anxious|jittery|nervously|panicky|catastroph*|goosebumps|
            petrifies|apprehensive|apprehension|trepidation)
        (bad feeling|uneasy|ill at ease|queasy|butterflies|biting my nails|biting our nails|on edge|cold sweat|
            cold feet|stomach turn*|makes me feel ill|feel ill|feel sick|feels sick|not sleeping|haven't slept|
            hardly sleep|lie awake|lying awake|wake up at|woke up at|hair stand|gives me the|makes my blood run|
            my heart|heart in my mouth|fingers crossed)
        (what if|what would happen if|what happens when|what will happen when|suppose|imagine) (the|our|your|we|it|they|
            this|that|something|somebody|someone|all|another)
        (i'm|i am|we're|we are|i was|really|quite|a bit|genuinely) (afraid|worried|scared|fearful|frightened|
            concerned) (that|of|if|about|for|we'll|we will|we might|we may|it will|it might|this will|they will)
        (could|can|might|may|will|would) (we|i) ~1 (be|get|end up|face|lose|still) ~1 (sued|fined|blacklisted|liable|
            prosecuted|hacked|penalised|audited|blamed|fired|sacked|in trouble|in breach|delisted|shut)
        (we|i|it|this|that|and|us|me) ~2 (could|might|may|would|will|we'll|i'll|stand to|risk|going to) ~1 (lose|
            losing) ~1 (the|our|my|everything|half|all|a|two|three|customers|clients|staff|money|them|it)
        (risk|risking) (losing|being|a fine|the contract|our|my|everything)
        (my|our) (job|neck|position|licence|license|reputation|career|season|future|livelihood|business|existence|bonus|
            accreditation|certification|grant|contract) ~4 (line|stake|block|risk|depend*|hang*|difficult|gone|over|
            jeopardy|balance|danger|threatened|on it)
        (hang*|depend*|stands|rides|riding|everything) ~2 (on this|on that|on those|on these|on it|on the launch|
            on the weekend|on your) ~3 (season|weeks|days|weekend|go-live|launch|contract|tender|year|deadline)
        (how) (exposed|safe|vulnerable|dangerous|serious|bad|secure|protected|big a risk|likely is it) ~1 (are|is|would|
            could|will|do|might)
        (are|is|we're|we are) ~1 (terribly|very|badly|dangerously|completely|seriously|horribly|wide) (exposed|
            vulnerable|open|unprotected)
        (single point|no plan b|no fallback|no backup if|no spare|nobody to|no way back|point of no return)
        (feel|sleep|be|rest) ~3 (safer|easier|happier|calmer) ~1 (if|once|when|with|knowing)
        (be the one|be the person|have to explain|hate to think|dread to think|dread to imagine) ~1 (to|who|explaining|
            explain|what|telling)
        (the (more|less|longer)) ~8 (the (more|less|worse))
        (i|we) can see (us|ourselves|myself|them|it|this) ~3 (paying|going|ending|losing|standing|failing|crashing|
            happening|being|sitting)
        (would|will|could|might|may) ~1 (be|mean|spell) ~2 (catastroph*|disaster*|disastrous|devastating|fatal|ruinous|
            the end|the ruin|curtains|a nightmare|suicide|the death|bankruptcy|unthinkable|in breach|out of business)
        (penalt*|lawsuit|bankruptc*|insolvenc*|redundanc*|lay-offs|layoffs|job cuts|strike|prosecution|closure|
            blacklist*|shut down|go under|goes under|go bust|goes bust|went bust) ~6 (if|could|would|might|may|hands|us|
            we|our)
        (if) ~12 (we|i|it|they|that) (lose|may lose|might lose|could lose|will lose|would lose|are finished|are lost|
            will be finished|are done|won't survive|are in trouble|are in breach|can close|can shut|have to close|
            are dead|get fined|get sued|will be fined|would be fined|don't open|can't open|cannot open)
        (we'll|we'd|i'll|i'd|we will|we would|i will|i would) (lose|be fined|be sued|be in breach|be out of|be dead|
            be ruined|be sacked|be fired|be liable|never recover|never survive|have a strike|go under|go bust|get sued|
            get fined)
        (discreetly|discreet|not a word to|word gets out|leaks out|leaks to the press)
        (one more|another) (downtime|outage|failure|incident|mistake|delay|slip|crash|breach|season|christmas) ~3 (like|
            and)
        (keep|keeps|kept) ~2 (wondering|asking myself|thinking|awake|me up|us up) ~3 (what if|happens|if|whether|night|
            at night)
        (can't|cannot|couldn't|don't) ~1 (afford|survive|risk|bear|face) ~2 (another|a|to|the|that|it|this|thinking|
            any more)
        (tell me|promise me|reassure me|tell us|please tell) ~3 (honest*|will be|is safe|are safe|it's safe|safe|won't|
            not going|nothing)
        (should|shall) (we|i) (be) ~1 (worr*|warn*|concern*|panic*|prepar*|afraid|alarm*)
        (on the verge|at the brink|on the brink|edge of)
        """,
        unless="""
        (don't|do not|no need|nothing|not|never|no|needn't|need not) ~2 (worry|worries|worried|panic|nervous|anxious|
            afraid|alarmed|fear)
        worry not
        anxious to
        i'm afraid (i|we|the|not|so|your|you|there)
        (market*|oil|crude|prices|stock|stocks|recession|rally|weather|volatil*|economy|traders|fed|election|expired)
        (he|she|they|he's|she's|they're|investors|people|customers|everyone|everybody|analysts|lenders|
            banks) ~3 (worried|concerned|nervous|anxious|afraid|scared)
        (bill you|charge you|send you|excited|we can be back|suppose you|imagine you)
        """,
    ),
    Group(
        "distrust.check",
        0.5,
        """
        (what|which|who|whom) ~3 (am i|are we|should i|should we|do i|do we|can we|can i|supposed to) ~2 (believe|trust|
            rely on)
        (substantiate|back up|corroborate) ~1 (it|that|this|these|those|your|the|us)
        (what|any) (guarantee|guarantees|assurance|assurances|certainty|proof|evidence|security) (do|is|are|have|can|
            will|that)
        (how|what) ~1 (can|could|do|am i|are we|makes|would) ~1 (we|i|you) ~1 (be sure|be certain|know|sure|certain|
            verify|tell|check) ~2 (that|it|this|the|you|whether|if|won't|isn't|any|your)
        (what's|what is|what will|who is|who's) ~1 (to stop|the catch|behind|prevent*|really going|really behind)
        (the catch|hidden cost*|hidden fee*|hidden charge*|hidden clause*|hidden agenda|small print|fine print|
            between the lines|smoke and mirrors|window dressing|whitewash*|creative accounting|fig leaf|pretext|
            cover story|smell a rat|once bitten|cried wolf|cry wolf|seeing is believing|talk is cheap|words are cheap|
            actions speak|lip service|hot air|empty words|pie in the sky|fobbed off|stringing us|strung along|
            taken in by|hoodwink*|evasive|economical with|half-truths|not the whole|played down|playing down|
            sugar-coat*|swept under|rosy picture)
        (you|they|he|she|you're|they're|anyone|someone|something|anything|what|everything) ~4 (not telling|
            not being told|aren't telling|isn't telling|not saying|holding back|withholding|keeping quiet|not mentioned|
            not disclosed)
        (stopped|given up|ceased|no longer|hard to|difficult to|struggle to|reluctant to|hesitant to|wary of|
            cautious about|careful with|never again) ~1 (believing|trusting|relying|believe you|trust you|rely on|
            take your|accept your|counting on|taking your|believe a|trust a|taking ~2 word)
        (story|version|explanation|reason|figures|numbers|date|dates|answer|facts) ~3 (keeps changing|keep changing|
            changes every|changed again|changed twice|changes each|changes with|shifts|differs every|different every|
            don't fit|doesn't fit|don't match|doesn't match|varies|vary|changed since|has changed|have changed)
        (how come|how is it that|how can it be|strange that|odd that|curious that|remarkable that) ~6 (you|your|nobody|
            no|every*|always|only|just|suddenly|never)
        (our|my) ~1 (logs|records|monitoring|bank|engineer|own|notes|measurements|figures|people|camera|cameras|data|
            statistics) ~4 (otherwise|something else|different*|another story|the opposite|don't support|do not support|
            disagree|contradict*|don't match|show nothing|shows nothing|no trace)
        (credib*|plausib*|believab*|trustworth*|integrity|good faith|sincerity|honesty|truthful*|transparen*) ~4 (lost|
            lack*|doubt*|question*|wonder*|if|stretched|suffered|strain*|zero|gone|not|low|little|limits|wearing|
            damage*|missing|would be|for once)
        (with|have) ~1 (doubts|reservations|misgivings|suspicions|a hunch|the feeling|the impression|a feeling|
            an uneasy) ~1 (that|about|as to|whether|we|you|your)
        (doubt|doubting|doubtful) (whether|if) ~2 (you|your|anyone|anybody|it|this|the|there|they|these|those|any)
        (verify|verified|double-check|cross-check|check|checked|confirmed|audited|certified|signed off|witnessed|
            counted|tested|reviewed) ~2 (by) ~1 (a|an|our|someone|somebody|another|independent|third|external|outside|
            your auditor*|notary|lawyer)
        (before|until) ~2 (we|i) ~1 (sign|pay|agree|accept|approve|renew|commit|release|believe|extend|go) ~8 (see|
            proof|evidence|written|writing|check|logs|confirm*|references|figures|show|audit|verify|inspect|independent)
        (speak|talk|call|phone|ring|meet|contact|ask) ~2 [to|with] (one of your|a few of your|some of your|your other|
            your previous|other|previous|your last) ~1 (customers|clients|references)
        (this time) ~10 (proof|see|show|written|writing|evidence|witness|myself|ourselves|screenshots|photos|date on|
            confirmed)
        (see|want|like|need|insist|ask|require|prefer|demand) ~6 (raw logs|raw data|raw log|original logs|with his own|
            with her own|with their own|with my own|with our own|own eyes|proof|evidence|in black and white|screenshots|
            receipts|timesheet*|certified|notarised|extract from the register|bank statement|written confirmation|
            written proof|signed confirmation|independent*|screenshot)
        (everything|all|that|it|things|agreements|promises|answers) ~1 in writing
        (from now on|from here on|in future|this time|going forward|henceforth|from today) ~8 (writing|written|record*|
            check*|ourselves|myself|own copy|copy me|cc|signed|minutes|witness*|proof|verify)
        (independent|outside|external|neutral|third-party) (engineer|auditor|expert|review*|opinion|check*|audit*|
            assessor|surveyor|specialist|test*|pair of eyes|consultant)
        (chosen by us|not by you|not yours|rather than yours|of our choosing)
        (no longer|not|never|hardly|don't|can't|cannot|difficult to|hard to|unable to|hesitate to|reluctant to|
            struggle to) ~3 (sure which|know which|know who|know what to believe|know whom|rely on|take ~2 word|
            take ~2 seriously|take ~2 at face|count on|depend on|bank on|be certain|accept that explanation)
        (told|promised|assured) ~6 (before|last time|too|the same) $
        (same|that|this|so) (was|were|did|is|are) ~1 (said|promised|told|claimed|the proposal|what you|what they|
            we told)
        (they|you|he|she|we) ~1 (said|told|claimed|promised) (that|the same|so|it|this) ~2 (last|in|before|about|too)
        (last time) ~8 (told|said|promised|assured|believed|heard)
        (different|other|another) (number|figure|date|version|story|answer|explanation|reason|account|total|
            tale) ~2 (from|than|each|every|to|now|again|entirely|altogether)
        (which|what) of (your|the|these|those) ~2 (dates|figures|numbers|versions|stories|answers|explanations|two|
            three)
        (three|two|four|five|several|third|fourth|second) (different|conflicting|contradictory|separate) ~1 (answers|
            dates|versions|stories|explanations|figures|numbers|reasons|people)
        (on the phone|in the meeting|in the mail|last week|yesterday|monday|tuesday|wednesday|thursday|friday) ~3 (you|
            they|he|she) (said|told) ~8 (now|today|mail|by|but)
        (contradict*|inconsistent|inconsistenc*|discrepanc*|does not square|doesn't square|don't square|doesn't tally|
            don't tally|not tally|does not tally|at odds with|doesn't stack up|does not stack up|don't stack up)
        (one|i|we|it|you) ~2 (begin|begins|start|starts|beginning|starting|have to|has to|can't help|cannot help|do|
            does|left|makes me|makes us|makes one|am) ~1 (to wonder|wonder|wondering|doubt|doubting|suspect|suspecting)
        (i|we) [do|strongly|rather|increasingly|now] (suspect) ~1 (that|you|your|someone|somebody|there|it)
        (i have|i've|we have|we've|there is|there are|there's|some|serious|grave|my|our|real) ~1 (doubts|doubt|
            suspicion*|misgivings|trouble to believe|trouble believing|difficulty believing)
        (impression|feeling|sense|suspicion|hunch) ~4 (hear only|half|not being told|not told|hiding|something|fobbed|
            kept|withheld|whole|misled|stalling|story)
        (only|just) half (of (it|the (story|truth|picture))|the (story|truth|picture))
        (is|was|are|were) (that|this|it|there|he|she|they) ~1 (really|actually|real|true|genuine|even|your own)
        (or) ~2 (what they told you|what you were told|just saying|made up|convenient excuse|the sort of|the usual)
        (can|could|will|would|does|do|did) (you|your|they|he|she|anyone) ~3 (really|actually|even|prove|honestly)
        (who|what|where) ~1 (is|are|was) (really|actually|truly)
        (behind|hiding|concealing|withholding|keeping) ~3 (the company|from us|something|facts|information|the truth)
        (changed|reset|rotated|revoked|changing) ~3 (passwords|keys|locks|access) ~8 (reasons|ourselves|safe|sure|
            precaution|understand)
        (keep|keeping|kept|make|making|take|taking|hold|retain) ~2 (own copy|own copies|own backup*|own records|
            own record|own notes|own minutes|copy of everything|a record of)
        (too good to be true|pull the other|believe it when|believe that when|take that with|pinch of salt|
            grain of salt|heard it before|heard that before|fairy tale|cock and bull)
        (i hear|we hear) what you say
        ^ (somehow|curiously|strangely|funny how|interesting how|funnily enough|conveniently|mysteriously|miraculously)
        (isn't|is not|not|hardly|no) ~2 (evidence|proof|convincing|plausible|credible|believable|the whole truth|
            verifiable|very likely)
        (until|before|unless) ~2 (i see|i've seen|we've seen|i have seen|we have seen|somebody shows|someone shows|
            you show|you prove|there is proof|we verify|we have checked)
        (before) ~6 (another|further|any more|any further|go any) ~3 (pound|penny|euro|cent|money|step|further)
        (rather|sooner|prefer*) ~2 (see|check|test|measure|count|verify|trust|ask|hear it) ~6 (ourselves|myself|
            directly|with a date|with our|own|first)
        (your|the|these|those) ~2 (figures|numbers|report|reports|hours|timesheets|statements|invoice|logs|log) ~3 (too|
            suspiciously|says|say|shows|show|claims|claim) ~4 (good|round|otherwise|else|different|none|never|smooth|
            neat|nothing|ours|our)
        (so|too|suspiciously|remarkably) (smooth|smoothly|neat|neatly|round|convenient|tidy|rosy|vague|evasive|slippery)
        (copy me|copy us|cc me|cc us) ~12 (so that|so i|so we|see|know|sure)
        (timesheet*|log|logs|records|gps|camera*|register|calendar|cctv|badge*|metadata) ~4 (shows|show|says|say|has|
            have|tells|tell) ~3 (none|nobody|no one|no|nothing|otherwise|different|another|your|he|never|only|one)
        """,
        unless="""
        (thank*|glad|happy|please find|sorry)
        (just in case) ~4 (need|want)
        """,
    ),
)
