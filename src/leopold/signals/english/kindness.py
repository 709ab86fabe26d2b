"""English: freer ways to give way, to calm, to praise, to thank and to own a fault."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "gratitude.felt",
        0.5,
        """
        (can't|cannot|couldn't) [ever] thank you enough
        (you have|you've got|my|our) ~1 (thanks|gratitude)
        (to say|say a|saying|said) ~3 thank you
        (that|it|this|how) (was|is) ~1 (kind|decent|good|generous|thoughtful|nice|noble|big|sweet|considerate) of you
        (cheers|ta|hats off|bless you|much obliged|thankful|indebted|in your debt|forever grateful|eternally grateful|
            touched) ~1 (for|to|that|by)
        (thank you|thanks) ~4 (for) ~1 (bringing|staying|coming|jumping|sorting|fixing|helping|finding|pulling|turning|
            putting|saving|rescuing|explaining|warning|dropping|holding|squeezing|working|spotting|catching|bearing|
            giving|letting|the extra|your patience|your help|your support|your kindness|your effort*|your work|
            your understanding|such|an excellent|a great|a lovely|walking|driving|covering|standing|moving|waiting|
            lending|calling back|picking)
        (go|gone|went|goes) unnoticed
        (glad|grateful|lucky|fortunate|pleased|relieved) ~2 (caught|noticed|spotted|have you|had you|you were|you are|
            you're|you told|you came|you called|rescued|you're there)
        (wouldn't|would not|couldn't|could not|would never|could never) ~1 have ~4 without you
        (without you) ~3 (we|i|would|our|this)
        (nice one|big hug|big thank|huge thank|special thanks|warm thanks|heartfelt|sincere thanks|a thousand thanks|
            appreciated all|appreciated more|is appreciated|are appreciated|was appreciated|was much appreciated|
            much appreciated|really appreciated|appreciation)
        (pass|give|send|tell|extend) ~3 (our|my) (thanks|thank you|gratitude|regards and thanks)
        (owe) ~1 (you) ~1 (one|a|big|lunch|coffee|everything|drink)
        """,
        unless="""
        (in advance|thanks to the|no thanks|no thank you|thanks but|contacting|calling ~1 (us|support|harbour)|
            your order|your application|your interest|your enquiry|your inquiry|would|appreciate it if|appreciated if|
            appreciate if|nothing|another|yet another|but it|your letter|your message|your mail|your email|survey|
            reminding us|bunch|at your convenience|keeping us waiting|taking so long)
        """,
        asks=False,
    ),
    Group(
        "apology.owned",
        0.55,
        """
        (i|we) ~2 (sincerely|deeply|very much|truly|greatly|genuinely|really|both|do|bitterly|much) ~1 regret
        (and|but) (i|we) regret it
        (shame on (me|us))
        (i|we|i've|we've|i'd|we'd) ~2 (blew it|messed up|screwed up|slipped up|botched|bungled|dropped the ball|
            let you down|made a mess|got it wrong|misjudged|mishandled|underestimated|failed you|jumped to|overreacted|
            was wrong|were wrong|lost your|forgot to|overlooked|misread|miscalculated|mixed up|took too long|
            should not have|shouldn't have|ought to have|should have|should've|was too hasty|was stubborn|was unfair|
            were too slow|was too slow)
        (honest|stupid|silly|careless|regrettable|genuine|embarrassing|dreadful|our own|my own) (mistake|error|
            oversight|slip|blunder)
        (fault|mistake|error|blame|slip|oversight|responsibility) ~2 (is|was|were|lies|lay) ~1 (ours|mine|entirely|all|
            with us|with me|on us|on me|at our)
        (deserved|deserve) ~2 (better|an apology|more from)
        (no excuse|inexcusable of|unforgivable of|remiss of|my bad|our bad|mea culpa|beg your pardon|
            beg your forgiveness|eat humble|humble pie|hang our heads|red-faced|mortified|hand on heart we failed|
            i take it back|take back what i|i regret my|we regret our|we regret the|i regret the|please forgive|
            make it up to you|make up for)
        """,
        unless="""
        (you should have|regret to inform|your fault|not our fault|not our|regret that you|you'll regret|won't regret|
            should have been|should have had|should have received|we should have a|you ought)
        """,
        asks=False,
    ),
    Group(
        "concession.yield",
        0.5,
        """
        ^ (all right|alright|very well|fine|okay|ok|agreed|have it your way|fair enough|so be it) ~1 (you can|you may|
            you have|we'll|we will|we can|i will|take|have|then we|we accept|we agree|i accept|half|keep)
        (at|for) (our|my) ~1 (own|sole|full) ~1 (expense|cost|charge|account)
        (we|i|we've|i've|we'll|i'll) ~1 (got you|offer you|grant you|give you|giving you|allow you|can offer|can give|
            could offer|let you|will give|will let) ~2 (an extra|extra|a further|another|the old|a discount|two|three|
            one more|a free|free|until|half|better|ten|five|twenty)
        (you|your) ~1 (were|are|was) ~1 (right|correct) ~1 (and|to|about|that|on)
        (it's true|it is true|true|granted|admittedly|i grant|we grant|i must admit|we must admit|i have to admit|
            we have to admit|to be fair|i admit|we admit|i concede|we concede|concede that|in fairness) ~8 (we|i|our|my|
            you|your)
        (we|i|we'd|i'd|we'll|i'll) ~3 (extend|waive|forget|forgo|forego|forgive|overlook|lower|halve|cap|absorb|swallow|
            write off|knock off|split|refund|credit|compensate|reimburse|give up|give way|let go|defer|relax|soften|
            step back|back down|yield|bend|settle for|come down|meet you) ~3 (the|it|that|this|to|half|interest|fee|you|
            your|our|a|by|all|any|penalty|costs|difference|deadline|warranty|claim|two|three|one|#)
        (come down|came down|go down|going down|drop|dropped|reduced|lowered) ~2 to #
        (commission|price|rate|fee|discount|deadline|margin|limit|term|terms|notice period|deposit|minimum) ~4 (goes up|
            go up|comes down|goes down|come down|is waived|be waived|is reduced|be reduced|is extended|be extended|
            is halved|be halved|drops|will be dropped|stays as|as you wanted|as you asked|as you wished|as you proposed|
            your way)
        as you (wanted|wished|proposed|suggested|demanded|insisted) $
        (maybe|perhaps|possibly) (we|i) (were|was|should have|have been) ~2 (too|hard|harsh|hasty|wrong|strict|unfair|
            asked too|over|quick|listened|rushed)
        (instead of the full|half of the fee|half the fee|part of the cost|cost between us|costs between us|
            share the cost|split the cost|split the bill|split the difference|half the cost|half of the cost|
            half the price|our half|first month|without charge|no extra charge|free of charge|at cost price|no charge|
            not charge|won't charge|free of cost|gratis|complimentary|on the house|our treat) ~4 (we|i|you|your|suggest|
            next|for|of)
        (we|i|we'll|i'll) ~8 (free of charge|without charge|at no charge|for free|at no cost|at no extra|at cost|
            on the house|gratis|out of our own pocket)
        (okay|ok|fine|acceptable|agreeable|all right|alright) (with|for|by) (us|me)
        (happy|willing|prepared|ready|open|content|inclined) to (concede|admit|drop|extend|reduce|lower|waive|refund|
            move|wait|accept|agree|forgo|compromise|meet|split|let|cover|take back|redo|rework|stretch|come down|cut|
            live with|talk about the price|make an exception|go along|go with your)
        (penalty|interest|fee|charge|claim|condition|surcharge|objection|complaint|demand) ~6 (will not be asked|
            be waived|waived|dropped|is dropped|be dropped|withdrawn|is withdrawn|be forgotten|forgotten|
            won't be charged|not be charged|be written off|off the table|let go|is off)
        (make|making) ~2 (an exception|exception)
        (one|this) (exception|time only|time we'll|once we'll|once i'll)
        (for the sake of|in the interest of|as a sign of|as a token of|out of goodwill|goodwill|in good faith|
            to make up for it|by way of compensation|as compensation|to compensate|to show good|to make amends|
            to keep the peace|to end this|to settle this|to put this) ~8 (we|i|you|your|off|free|will)
        (we|i|we'll|i'll|our side) ~2 (give in|give up|gives up|will give up|give way|relent|won't insist|
            no longer insist|don't insist|will not insist|withdraw our|take back our|drop our|stand down|back off|
            bow to|defer to|accept your terms|accept your offer|accept your proposal|accept your version|
            accept your figures|accept your point|take your point|go with your|do it your way)
        (i|we) (stand corrected|was mistaken|were mistaken|misjudged|take that back|see your point|take the point)
        (you can|you may) ~1 (have|keep|take|use) ~6 (then|anyway|after all|instead|half|source files|for nothing)
        """,
        unless="""
        (asked|ask|want*|demand*|could we|can we|could you|can you|expect*|would you|request*|claim*) ~4 (discount|
            refund*|free|credit|compensat*|instal*|payment plan)
        (trial|parking|credit card|warranty covers|is attached|unless|or else|not a day longer|otherwise|tell your team|
            you undertook|admin*|specification|contract says|by friday or|not be refunded|no longer need|set off)
        """,
        asks=False,
    ),
    Group(
        "reassurance.steady",
        0.5,
        """
        (nobody|no one|none|no|nothing|not a single|not one) ~6 (left without|lost|seen it|has seen|affected|at risk|
            will notice|exposed|in danger|leaked|damaged|stolen|accessed|touched|be left|disappear*|got out|interrupted)
        (only|merely|just) ~3 (test|copy|mirror|names|staging|cosmetic|display|precaution|temporary|formality|backup|
            sandbox|demo) ~6 (affected|was|is|nothing|no|not|touched|and the|problem)
        (is|are|was|were|remains|remain|stays|stay|kept) ~2 (intact|untouched|unaffected|unharmed|undamaged|safe|
            encrypted|backed up|protected|insured|secured|stable|fully recoverable|recoverable|in safe|under control|
            guarded|mirrored|unchanged|ring-fenced)
        (you|your|we) ~2 (needn't|need not|don't need to|do not need to|don't have to|do not have to|shouldn't|
            should not|won't have to|mustn't) ~1 (worry|fear|panic|be concerned|be afraid|worried|lose sleep|
            do anything|be alarmed|fret|be nervous|be anxious|stress|apologise|be embarrassed)
        (don't|do not|no need to|never|please don't) ~1 (lose sleep|let it worry|let this worry|be alarmed|be put off|
            be afraid|be anxious|be scared|fear|fret|panic|warn|be nervous|get nervous|take fright)
        (rest easy|sleep easy|sleep well|sleep soundly|sleep tight|relax|breathe|take a breath|deep breath|keep calm|
            stay calm|calm your|fear not|never fear|have no fear|put your mind|ease your mind|your mind at|bear with us|
            sit tight|no drama|no panic|no cause|no reason|no danger|no risk|not in danger|not at risk|nothing to fear|
            nothing to worry|all in hand|in hand|in good hands|in safe hands|under control|all under|got it covered|
            we've got you|trust us on|believe me it|looks worse than|sounds worse than|look dramatic|looks dramatic|
            normal for|perfectly normal|quite normal|nothing unusual|to be expected|we've seen this|i've seen this|
            seen worse|done worse|done this before|been through this|know this inside)
        (rehearsed|tested|load-tested|checked|double-checked|verified|counted|compared|tried|practised|stress-tested|
            measured|inspected|run through) ~6 (twice|myself|ourselves|three times|every|all|both|in advance|last night|
            before|peak|works|personally|line by line|copy|counts|totals|and it)
        (if|should|even if) ~12 (we can|we have|we'll|we will|we're|i can|i'll|there is|there's|knows|takes over|
            step in|jump in|the other|the backup|the spare|the second|back to|is ready|standby|stand-by|
            stands by) ~5 (back|roll*|spare|backup|restore|within|cover|switch|fallback|standby|just as well|takes over|
            in place|insurance|plan b)
        (we|i|i've|we've|i'm|we're|my team|the team|the engineers) ~3 (put two|put more|put our best|put extra|
            doubled the|added a second|built in|set an alarm|keep watch|keep an eye|watching|monitoring|stay until|
            stay on it|stay with it|staying until|not going home|won't leave|will not leave|won't rest|not rest|
            by your side|beside you|behind you|behind the project|stand behind|stand by you|look after you|
            taking care of|take care of it|on the case|onto it|around the clock|day and night|round the clock|
            until it's done|until it is done|see you through|see it through|personally watch|know where it)
        (built in|build in|we have|we've) ~2 (buffer|reserve|slack|margin|redundan*|fallback|safety net|contingency|
            cushion|leeway|second line|backup plan|way back)
        (covered|protected|insured|safeguarded|secured|sheltered) ~3 (by|under|insurance|against|from|for|price|
            framework)
        (doesn't|does not|won't|will not|cannot|can't) ~2 (affect|touch|move|change|harm|hurt|suffer|apply to you|
            concern you|come back|happen|delay|endanger|jeopardise|interfere|disrupt|impact|cost you|matter|recur|
            repeat|break) ~2 (your|you|the|our|again|twice|any|anything|it|this|$)
        (cause|reason|culprit|fault|leak|hole|bug|problem|issue) ~2 (is|was|has been|have) ~1 (found|fixed|closed|
            plugged|identified|known|understood|contained|isolated|solved|patched|removed|sealed|sorted) ~2 (and|it|so|
            nothing|can't|already)
        (your|the|our) ~2 (seat|place|job|slot|booking|contract|position|price|ranking|date|opening|launch|reservation|
            deposit|account|terms|discount|team|contact|order|delivery|money|refund|project|
            budget) ~4 (is not in question|not in question|not at risk|is safe|are safe|is secure|won't suffer|
            won't change|will not change|stays the same|remains the same|is guaranteed|on its way|is reserved|
            not in danger|still stands|stands|not affected|stays as it)
        (everything|all|nothing) ~8 (is in the new|as it was|still there|was there|has moved|kept|where it was|
            changes for you|is lost|was lost|missing|back to normal|is running|runs as|working normally|works as before|
            as before|as usual|normally|came across|accounted|in order|went to plan|going to plan|to plan|on plan|
            on course)
        (running|runs|been running|has run|works|worked|keeps running|kept running|in use) ~8 (in parallel|
            without a hitch|for a month|for weeks|for years|without problems|without a problem|without trouble|
            without incident|stable|smoothly|since march|no problems|all along|as before|at other customers|
            at other clients|day and night)
        (our|the) ~2 (accounts|order books|books|finances|balance sheet|cash|funding|pipeline) ~3 (full|public|healthy|
            sound|solid|audited|strong|secure|secured|better than|in good shape)
        (we have|we've got|there's|there is|with) ~3 (in stock|on stock|stock of|enough people|enough staff|enough time|
            plenty of time|time enough|ample time|grace period)
        (i'll|i will|we'll|we will|i shall) ~2 (report|call|ring|keep|update|inform|tell|write|phone) ~3 (every evening|
            every day|every hour|daily|hourly|posted|updated|in the loop|personally)
        (will|would|we'll|'ll) ~2 (be fine|be ok|be okay|be alright|be all right|turn out well|work out|be sorted|
            be ready in time|arrive in time|be there in time|make it in time)
        (told|informed|notified) in time
        (we|you|i|we'll) ~3 (get|see|bring|pull|carry) ~2 through (this|it|together)
        (together we|we're in this together|in the same boat|you're not alone|you are not alone|not leaving you|
            here for you|at your side|we'll sort|we'll fix|we'll find a way|we'll manage|we will manage|we'll get there|
            will get there|we'll make it|count on|rely on us)
        """,
        unless="""
        (rest assured there's no|not sure|unsure|was kept waiting|how|if you|unless|would like|please check|asked|who|
            guarantee that the|is needed|training copy|not under control|sorry|apolog*|sarcas*|meeting|lunch)
        (hope|hopefully|not yet|isn't|wasn't|still not|never)
        """,
        asks=False,
    ),
    Group(
        "praise.admire",
        0.5,
        """
        (gem|chapeau|a star|stars|a winner|a hit|dream team|gold dust|worth their weight|worth its weight|worth every|
            a marvel|work wonders|magicians|wizards|heroes|a hero|godsend|blessing|masterpiece|work of art|class act|
            real pro|true pro|true professional*|true professionals|real professionals|gold standard|role model|talk of|
            game changer|game-changer|breath of fresh air|cherry on|a real asset|an asset to|a keeper|safe pair)
        (it's|it is|that's|this is|how) ~1 (rare|refreshing|unusual|uncommon|a joy|a pleasure|wonderful|a treat|
            unbelievable|amazing|incredible|remarkable|impressive|extraordinary) ~2 (to|how|that|for)
        (unbelievable|amazing|incredible|remarkable|impressive|extraordinary|astonishing|fantastic|lovely|
            great) how ~3 (fast|quickly|quick|well|smooth*|calm*|easy|easily|much|patient*|clear*|simple|good|little|
            thorough*|neat*|clean*|kind|friendly|precise*|you|the|your|nicely|soon|stable)
        (rarely|seldom|never|hardly ever) ~2 (seen|met|had|experienced|worked|known|read|come across|received|
            heard) ~4 (such|so|like|better|as|a more|anyone|anything|with so|quicker|faster|smoother|clearer|nicer|more)
        (nobody|no one|noone|no other|none of) ~4 (like|as|better|so well|comes close|does it)
        (could not|couldn't|can't|cannot) ~1 (have) ~1 (picked|chosen|found|asked for|wished for|hoped for|done it|gone|
            imagined|wanted) ~1 (a|better|more|for|smoother|it)
        (smooth|smoothly|quick|fast|clear|solid|smart|clever|bright|neat|tidy|elegant|thorough|careful|calm|sharp|slick|
            crisp|spotless|painless|effortless|seamless|immaculate|fine|honest|patient|quiet|clean) ~1 (as|work|idea|
            job|solution|handover|migration|move|launch|thinking|piece|catch|explanation|fix|install*|presentation|
            delivery|design|layout|writing|cutover|start|switch|rollout|report|touch|answer|and|like)
        (the|your|that|this) ~3 (was|were|went|is|are|has been|ran|feels|works) ~2 (smooth|painless|seamless|effortless|
            flawless|spotless|immaculate|clever|elegant|well thought|thought-out|a pleasure|a joy|a delight|a success|
            a triumph|a hit|a winner|the best|the clearest|first class|first-class|top class|top notch|wonderful|
            excellent|superb|outstanding|brilliant|terrific|great|fantastic|a great success|huge success|spot-on|
            exemplary|impressive|very good|really good|rock solid|a big step|a huge step|delightful|second to none|
            very bright|fabulous|better than ever|worth every|well done|well made|well run|well organised|so well)
        (explained|handled|managed|organised|organized|presented|prepared|written|designed|built|done|taught|led|solved|
            answered|drafted|planned|documented|trained|run|moderated|laid out) ~2 (so well|very well|brilliantly|
            beautifully|perfectly|wonderfully|clearly|superbly|splendidly|excellently|with care|with patience|calmly|
            patiently|expertly|masterfully|professionally|impeccably|admirably|thoroughly|nicely|like a pro|really well)
        (so well|so clearly|so patiently|so quickly|so calmly|so neatly|so nicely|so carefully|
            so professionally) ~1 (that|even|we|by|done)
        (best|highest|top|nicest|cleanest|clearest|calmest|smoothest|friendliest|quickest|finest|most reliable|
            most helpful|most professional|most patient|most pleasant|most useful|most competent|kindest|
            sharpest) ~4 (marks|score|feedback|consultant|engineer|supplier|partner|agency|we've|i've|we have|i have|
            we had|i had|of the year|so far|in years|ever|yet|in ten|in twenty|from our|of all|i know|we know|around|
            in the business|anywhere)
        (more|fewer|better|faster|quicker|less|doubled|tripled|up by|up #|halved|saved|saves|gained|won) ~8 (since you|
            thanks to you|thanks to your|since your|because of you|than the last|than in a|than before|than ever|
            since the relaunch|since the new|since we switched|the last one|in a quarter)
        (pleasure|joy|delight|privilege|treat) to (watch|see|read|use|work|deal|have|behold|meet|learn|listen|look|hear|
            open)
        (i|we|everyone|my team|our team|the team|our staff|our director|the director|our board|customers|our customers|
            visitors|users|our users|guests|the guests|my boss|the whole) [all|both|really|do|just|simply|also|already|
            truly|greatly] (admire|applaud|commend|salute|love|loves|loved|adore|enjoy|enjoyed|impressed|raved|raving|
            praised|praises|praising|delighted|thrilled|enthusiastic|cheered|clapped|applauded|smiled|speechless with|
            blown away|swear by|swears by|happier|sing|sings)
        (i admire|i take my hat|takes my hat|my hat off|take our hats|hats off|kudos|bravo|compliments|my compliments|
            well played|good on you|thumbs up|full marks|ten out of ten|five stars|five-star|10 out of|a+|gold star|
            round of applause) ~2 (to|for|on|from|your|you|the|off|and|$)
        (beyond|above|more than) ~2 (call of duty|what we asked|what we could|what was asked|we could ask|anyone could|
            expected|the usual|we dared|ask|hoped for|and beyond|we paid|was needed|was required)
        (went|go|gone|goes) ~2 (well beyond|above and|extra mile|far beyond|beyond what|out of your way|out of his way|
            out of her way)
        (good|excellent|sound|fine|great) (judgement|judgment|instinct|eye|taste|call|sense|advice|thinking|spot|
            listener*|hands|craftsmanship|question*)
        (transformed|improved|revolutionised|brightened|lifted) ~1 (the way|our|my|everything|how)
        (you|you've|your ~1 @staff|he|she|they|everyone) ~2 (delivered|kept your word|kept your promise|
            never let us down|understood exactly|listened|really listen|listens|think ahead|thinks ahead|
            thought of everything|know your stuff|know your job|knows his stuff|knows her stuff|knows what|
            outdone yourself|outdone yourselves|excelled|shone|rose to|surpassed|nailed|smashed|hit the nail|
            made it look easy|saved the day|deserve a|deserves a|do a great|does a great|did a great|do a fantastic|
            did a fantastic|did an amazing|did an excellent|did wonders|work wonders|worked wonders|worked miracles|
            work miracles|could not fault|are a star|is a star|is a gem|a class)
        (keep (her|him|them)) $
        (reliable|dependable|attentive|punctual|punctuality|thoroughness|patience|professionalism|kindness|dedication|
            diligence|expertise|calm|calmness|transparency|honesty|speed|creativity|care|responsiveness|reliability|
            commitment|competence|flexibility|courtesy|straightforward|being straight|candour|clarity) ~4 (appreciated|
            impressed|impressive|rare|exemplary|admirable|remarkable|outstanding|second to none|stands out|stood out|
            noticed|with us|is what|made|makes|shows|you've shown|so far|we value|is why)
        (appreciate|appreciated|thanks|thank you|grateful) ~6 (patience with|being straight|turning this round|
            turning it around|turnaround|honesty|the extra|thorough*|attention|professional*|speed|care you|
            staying late|effort|quick work|great work|good work|excellent|fantastic|brilliant|hard work|dedication|
            over a weekend|well beyond)
        (better|nicer|quicker|smoother|faster|easier|sharper|cleaner|clearer|livelier) than ~1 (ever|before|we had|
            i had|we dared|we hoped|anything|the old|expected|any|what we had)
        """,
        unless="""
        (not|isn't|wasn't|aren't|would be|hope|if|don't|didn't|could be|need|never) ~4 (great|good|excellent|exactly|
            well|perfectly|brilliant|perfect|lovely|nice|impressed|happy|pleased|professional|helpful|love|recommend*|
            clear|clean|smooth|fine)
        (copy|please send|must be|should be|has to be|star rating|cable|room|weather|answer to|
            so smooth and so different|very pretty|ignored|only it|no clear|good luck|good morning|good night|it's only|
            thanks for nothing|in no time|how hard|how long)
        """,
        asks=False,
    ),
    Group(
        "formality_shift.register",
        0.45,
        """
        (address me|address us|be addressed) ~1 (as|formally|by|with)
        (in my capacity|in our capacity|on behalf of the|for and on behalf|in the name of|acting for|acting on behalf|
            on the instructions of|duly authorised|authorised representative|authorized representative|
            your representative|our representative|legal representative|the undersigned|competent department|
            responsible department|registered office|company secretary|contract owner|contract partner|
            contractual partner|contracting party|contracting parties) ~3 (of|as|is|shall|hereby|may|the|will|under|has|
            obliged|entitled|reminded|to|your|at|in)
        (rights|right|remedies|claims|position) ~3 (are|is|remain|hereby|expressly|fully) ~2 (reserved|preserved|
            retained|unaffected)
        (expressly|formally|hereby|duly|respectfully|explicitly) ~1 (reserve*|reserved|request*|required|notif*|inform*|
            reject*|confirm*|declar*|state*|demand*|object*|give|submit*|advise*|terminat*|acknowledg*|withdraw*|
            call upon|invite*|noted|remind*|revoke*)
        (confirm|acknowledge|acknowledging) ~2 (receipt|safe receipt)
        (receipt of (your|this|the)) ~3 (acknowledged|confirmed|letter|notice|communication|correspondence)
        (construed|tantamount|waiver|admission|stipulated|enumerated|foregoing|abovementioned|above-mentioned|
            below-mentioned|undermentioned|hereunder|thereto|therein|therewith|whereas|whereby|insofar|inasmuch|viz|
            inst|ult|forthwith|heretofore|hitherto|hereinafter|hereto|hereof|aforementioned|aforesaid|henceforth|
            notwithstanding|pursuant|herewith|thereof|hereby)
        (we|i) (have|had) the honour
        (we|i) (should prefer|should be obliged|would be obliged|would request|would ask you to|should be grateful|
            would be obliged)
        (draw|drawing|bring|brought|invite|call) ~2 (your|the) attention ~1 (to|of)
        (brought to the attention|for the attention of|for your attention|for good order|for the sake of good order|
            for our files|for our records|for the file|at your earliest|within the meaning|with immediate effect|
            in respect of|with regard to|in this regard|in this respect|in this connection|in this matter|to that end|
            to this end|by virtue of|by way of|in compliance with|in conformity|in keeping with|in reply to|
            in answer to|in reference to|with reference to|referring to|we refer to|i refer to|
            reference is made) ~3 (your|our|the|this|that|clause|agreement|contract|letter|above|section|notice|matter|
            article|communication|terms|convenience|correspondence)
        (as per|under|pursuant to|according to|in accordance with|within the meaning of|subject to) ~1 (clause|section|
            article|paragraph|annex|schedule|§) #
        (notice|notices|communication*|correspondence|enquiries|questions|requests|contact|meeting|meetings|
            matters) ~6 (in writing|through the proper|proper channels|official channels|writing only|only in writing|
            via our|through our|via the|to our legal|to our office|registered post|registered mail|an agenda|served at|
            designated|minute taker|by appointment|addressed to the)
        (proper channels|official channels|correct channels|usual channels|through channels)
        (please|must|requested to|asked to|kindly) ~1 (refrain|abstain|desist) from
        (you are|the (supplier|contractor|client|customer|agency|provider|company) (is|shall)|
            your company is) ~1 (requested|required|reminded|advised|notified|invited|asked|called upon|obliged|
            cordially) ~1 (to|that|of)
        (it is|it was) (our|my) ~1 (duty|obligation|understanding|position|practice) ~1 (to|that)
        (has|have|was|were) been (duly|forwarded to|referred to|taken note|brought to|placed on file|placed on record|
            filed|registered|recorded)
        (contents|content) ~4 (noted|which has been|brought)
        (we|i) (trust|remain|beg|regret|note|observe|take note|consider|deem|submit|decline|acknowledge|request|advise|
            record) (that|the|your|to|with|it|of) ~2 (foregoing|above|clear|matter|position|your|you|letter|order|
            course|contents|necessary|appropriate|satisfactory|in|is|further|makes)
        (no need for|see no need|do not consider it|not consider it|not deem it) ~4 (personal|appropriate|necessary|
            conversation|at this stage|meeting)
        (at this stage|at this juncture|at this point in time|for the time being) ~3 $
        (our|my|the) (position|stance|view) ~2 (remains|is|unchanged|clear|final|stands)
        (please|kindly|we request|i request) ~1 (treat|regard|address|direct|submit|refrain|observe|be advised|
            be reminded|be notified|take note) ~3 (in writing|as|formal|receipt|correspondence|that|by letter|our|
            notice|future)
        (please|kindly) ~1 accept this
        (hrs|o'clock sharp|at # hrs|minutes will be taken|minute taker|in triplicate|in duplicate|counter-signed|
            countersigned copy|signed copy|original by post|registered letter|by registered)
        (sir|sirs|madam|esq|messrs)
        ^ (respectfully|mr|ms|mrs|dr) ~2 (this|i|we|your|it|the|that|please|you)
        """,
        roles=("body",),
        unless="""
        (minutes of (work|downtime|video)|cheers|lol|hey|thanks so much|great|love|fantastic|in view of the weather|
            happy|lovely|fully booked|original box|letterhead|subject to availability|weather|price list)
        """,
    ),
    Group(
        "formality_shift.dear",
        0.45,
        """
        ^ dear (sir|sirs|madam|mr|mrs|ms|miss|dr|contract|client|customer|supplier|valued|business|director|professor|
            colleague* ~1 of|ladies|herr|frau|messrs|partner*)
        ^ to whom it may
        ^ (messrs|sirs|gentlemen|ladies)
        """,
        roles=("greeting", "body"),
    ),
    Group(
        "formality_shift.signed",
        0.4,
        """
        (yours|respectfully|faithfully) ~1 (faithfully|truly|sincerely|respectfully|yours)
        ^ (respectfully|sincerely|faithfully) $
        """,
        roles=("closing", "body"),
    ),
)
