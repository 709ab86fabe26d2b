"""English: annoyance, anger, fear, distrust and sarcasm."""

from leopold.signals.english import irony, overtones
from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "annoyance.said",
        0.65,
        """
        (i'm|we're|i am|we are|was|i feel|feel|getting|find it|finding|is|are|it's|this is|that's|becoming|remain|still|
            rather|quite|very|really|increasingly|extremely|more than|a bit|a little|slightly|bitterly) (annoyed|
            annoying|frustrated|frustrating|irritated|irritating|infuriating|exasperated|displeased|dissatisfied|
            unhappy|disappointing|upset|cross|fed up|sick of|tired of|baffled|bewildered|dismayed)
        (annoyance|frustration|irritation|displeasure)
        (not|isn't|wasn't|simply not|just not|hardly|nowhere near) (good enough|acceptable|what we signed up for|
            what i signed up for|how we work|how this works|how it works)
        (i'm|we're|i am|we are) not (upset|angry|cross|annoyed) ~8 (but|upset|angry|cross|about)
        not [very|particularly|terribly|at all|best|exactly] (happy|pleased|impressed|amused|thrilled) [about|with|by|
            at]
        (less|far) (than|from) (happy|pleased|impressed|ideal|satisfactory)
        (getting|growing|becoming) ~2 (frustrat*|tired|tiresome|ridiculous|silly|old|embarrassing|a joke)
        (upset|cross|grumpy|wound up|annoyed) ~3 (about|that|with|by)
        (i'm|we're|i am|we are) [very|really|quite|rather] (upset|cross|concerned at|dismayed)
        (unacceptable|unprofessional|inexcusable)
        """,
        unless="""
        (sorry|apolog*|understand|appreciate) ~6 (frustrat*|annoy*|disappoint*|upset|unhappy|inconvenience)
        """,
        negatable=True,
    ),
    Group(
        "annoyance.pressed",
        0.5,
        """
        (yes or no)
        ^ noted $
        (patience) ~3 (thin|end|limit*|out|over|exhausted|short supply|tested|tried|wearing)
        (losing|lost|lose|run out of|running out of|out of|try|trying|trie*) ~2 patience
        (this|that|it|which) (is|was) (not on $|out of order|beyond a joke|past a joke|just not on|simply not on|
            no way to|a farce|a nuisance|a pain|a waste|quite enough|too much|the limit)
        (beyond|past) a joke
        (i|we) [really|certainly|surely|do] (have|got|had) (better|other|more important|enough) things to do
        (better|other) things to do than
        (i|we) (shouldn't|should not|don't want to|do not want to|didn't want to|ought not to|must not) [have|need|
            be] ~2 (chase|beg|ask twice|remind|explain|repeat|find|wait|keep asking|keep chasing|be chasing|ask again)
        (round|around) in circles
        (waste|wasting|wasted) of ~2 (time|money|effort|everybody's time|everyone's time|everybody's|everyone's)
        (same|this) ~1 (thing|story|question|problem|mistake|issue|nonsense) (again|over and|once again|every|yet again)
        (why) (do|must|am|are|should|is it always) ~1 (we|i|us|me) ~2 (always|again|only|constantly|still|keep|the ones|
            the one)
        (fed up|had enough|sick and tired|at my wits|at our wits|end of my tether|last straw)
        (not|hardly|less than|far from) [best|at all|too|very|especially|exactly] (impressed|pleased|amused|thrilled|
            delighted)
        how (many times|many more|much longer|hard can|difficult can|is it possible|can it be|often do)
        is (anyone|anybody|somebody|someone|there anyone|there anybody) ~1 (on this|there|looking|reading|home|dealing|
            working on|awake|alive|who)
        (i|we) (asked|ordered|wanted|requested|said|wrote) ~4 (not|instead|and got|and received|and get|but got)
        (i|we) (shouldn't|should not) have to
        (as|like) [i|we] [already|clearly|previously] (mentioned|explained|stated|said) ~2 (before|already|previously|
            several|many|it's|this is|that's|repeatedly|clearly|twice)
        (already|twice|repeatedly|clearly) (explained|told you|answered|sent you|sent it|given you|described|stated|
            been through this)
        (it|this|that) [really] (shouldn't|should not|can't|cannot) (be|take|happen|go on|have) ~3 (this|that|so|hard|
            difficult|long|again|happened|week*|month*)
        (i've|we've|i have|we have) (better|other) things to do
        (i|we) [now] (have|had) to (explain|un-invite|apologise|apologize|cancel|redo|ring|tell|phone|go back to|
            face) ~8 (customer*|client*|boss|board|team|guests|because|again|directors|members)
        (yet again|here we are again|same (problem|issue|error|story|mistake) again|not again)
        how (many|much) (more|longer)
        (wasted|wasting|waste of) ~4 (time|hours|day|days|week|weeks|morning|afternoon|money|effort)
        (spent|lost) ~4 (hours|day|days|morning|afternoon|week) (chasing|trying|waiting|fixing|on hold|explaining|
            redoing|cleaning)
        (chasing|chase) ~3 (weeks|days|month|everyone|answer*|you|update*)
        is (anyone|anybody|somebody) ~3 (there|reading|looking|home|on|dealing|actually)
        (had|have) to (find out|hear|learn) ~4 (from|by|through)
        would have been (nice|good|helpful|useful|polite) to (know|be|have|hear|get)
        """,
        unless="""
        (happy|love*|delighted|great|thank*|pleased|glad|relie*|best|proud|pleasure)
        (much|even|far|feel|feels|getting|is|are|looks|works) better
        """,
    ),
    Group(
        "anger.hot",
        0.65,
        """
        answer me $
        (not|isn't) (ok|okay) $
        (safety|legal|serious|real) (problem|issue|risk|matter) and
        i (shall|will|could|am going to|want to) scream
        (for god's|for heaven's|for crying|for pity's|for christ's) (sake|out)
        (outrag*|disgrac*|disgust*|furious|livid|fuming|appalled|appalling|shameful|scandalous|insult|insulting)
        (absolutely|completely|totally|utterly|frankly) (ridiculous|unacceptable|useless|shocking|outrageous|disgusting|
            absurd)
        (how dare|an insult|shame on|a disgrace|sheer nerve|the nerve|what the hell|for god's sake|ffs|wtf|bloody hell|
            bullshit)
        (i am|i'm|we are|we're) [so|very|extremely|absolutely|really|beyond] (angry|furious|livid|outraged|appalled)
        (enough is enough|i have had enough|i've had enough|we have had enough|we've had enough|had it with)
        (worst) ~3 (experience|supplier|service|company|decision|provider|agency|vendor)
        (stop|quit) (lying|wasting|playing|hiding|making excuses|fobbing|sending me)
        """,
        negatable=True,
    ),
    Group(
        "fear.worry",
        0.55,
        """
        (puts|put|putting|places|leaves|leaving|is|are) ~3 (us|our|season|business|company|project|contract|launch|
            licence|job|everything|reputation) ~2 (at risk|in danger|in jeopardy|on the line|exposed|at stake)
        (have|want|take|be after|be calling for) my (head|hide|job|neck|scalp|skin)
        (we're|we are|i'm|i am|we'd be|we would be|will be) (finished|done for|ruined|sunk|doomed|toast|dead|
            out of business|in deep|in serious trouble)
        (shudder|dread|hate|afraid|scared|terrified|don't dare|daren't) to (think|imagine|open|ask|look|tell)
        (i|we) (fear|dread)
        (what happens|what becomes|what will happen|what would happen) ~2 (to|of|with|if) ~1 (us|our|me|my|we|you)
        (don't|do not|didn't|not) ~1 (survive|know how we|see how we)
        (don't|do not|not supposed to|shouldn't be|can't|cannot|not allowed to) [really] (write to|tell anyone|
            tell anybody|tell them|say more|talk about|put this on me|put this one on me|mention this|share this|
            forward this)
        (personally) (answerable|liable|responsible|accountable)
        (delete this $|keep this between|between us|between you and me|off the record|don't quote me|please don't tell)
        (way|how) to not (blow|lose|ruin|break)
        (blow this up|fall apart|falls apart|falling apart|go wrong|goes wrong)
        (without|no) ~8 written approval
        (i|i'm|we|we're|me|us|am|are|is|my|our|getting|gets|get|got|feel|feeling|bit|little|very|really|so|quite|
            genuinely|^) ~3 (worried|worrying|worry|worries|afraid|scared|scares|frightened|anxious|nervous|nervy|
            terrified|panicking|panicked|panic|dread|dreading|uneasy|alarmed)
        (worried sick|worries me|worries us|scares me|scares us)
        (losing|lose) ~1 sleep
        (keeps|keeping) ~2 (awake|up at night)
        (i|we|i'm|we're|am|are) ~2 concerned (that|about|whether|we|how|by|for)
        (my|our) [main|biggest|only|big|real|one] (concern|fear|worry) (is|about)
        (not|can't|cannot) (sleep*|afford to lose|afford another|afford to be)
        (oh god|oh no|oh my god|i feel sick|feel sick|heart sank|in tears|shaking|hands are shaking|knot in my stomach|
            sick to my stomach)
        (my|whose) (name|signature|head) ~3 (on it|on the|line|block)
        (could|would|will|may|might|going to) ~3 (cost me|cost us|sink|ruin|kill|lose my|lose our|bankrupt|finish us|
            close us)
        (i|we) (could|would|will|might|may) lose ~3 (job|client*|customer*|contract|business|licence|license|season|
            bonus)
        (my|our) (job|neck|head|licence|reputation|season) ~3 (line|stake|block|risk|depend*)
        (make me|makes me|making me) ~2 (nervous|anxious|worried|uneasy)
        what (if|happens if) ~8 (fail*|lose*|crash*|down|gone|again|bust|under|wrong)
        """,
        unless="""
        (don't|do not|no need|nothing|not|never|no) ~2 (worry|worries|worried|panic|nervous|anxious|afraid|alarmed)
        worry not
        anxious to
        i'm afraid (i|we|that|it|the|not|so|your|you|there)
        (i am|we are) afraid (i|we|that|it|the|not|so|your|you|there)
        (market*|oil|crude|prices|stock|stocks|recession|rally|weather|volatil*|economy|traders|fed|election|expired)
        (he|she|they|he's|she's|they're|investors|people|customers|everyone|everybody|analysts|lenders|
            banks) ~3 (worried|concerned|nervous|anxious|afraid|scared)
        """,
        negatable=True,
    ),
    Group(
        "distrust.doubt",
        0.5,
        """
        which is it $
        (something|things) ~3 (not|isn't|aren't|doesn't|don't) [quite|look|seem|add] (right|up|kosher|add up|
            straight) ~3 (your|these|the|this|invoice*|figures|numbers|report*|story|bill*|here|$)
        (want|need|have|like) (that|this|it|everything|all) ~1 in writing (this time|from now|before|now on|first|$)
        (see|check|look|inspect|verify|examine|review) ~4 (logs|raw data|raw logs|originals|source data|evidence|proof|
            timesheet*|records|receipts) ~1 (ourselves|myself|for ourselves|for myself|with our|first hand|first)
        (see|check|verify|count|judge) ~3 (for ourselves|for myself|with my own|with our own)
        (wonder*|question*|begin* to wonder|starting to wonder|makes me wonder|made me wonder) ~1 (whether|
            if) ~1 (anybody|anyone|any of|somebody|you really|you actually|you even|you ever|your|this is true|this was|
            it was ever)
        (heard) (that|this|it) ~2 (before|already|many times|too often)
        (believe|trust|credit) ~2 when (i|we) see
        (how|why) (do|can|could|should|would) (i|we) (know|be sure|be certain|trust|rely|believe) ~2 (that|it|this|you|
            your|any|what)
        (prove|proof|evidence|show) ~1 (that|to us that|to me that|it|us) ~4 (ran|was|were|did|really|actually|happened|
            works|done|tested|been)
        (your|these|those) (numbers|figures|dates|hours|totals|reports|statements|answers) ~1 (don't|do not|doesn't|
            does not|never) ~1 (match|agree|add up|tally|fit|correspond|make sense)
        (face value|grain of salt|pinch of salt|benefit of the doubt|hard to swallow|taken for a ride)
        (told|said|gave|wrote) ~4 (something|a) ~2 (different|else|other|different story|another story)
        who (authorised|authorized|approved|decided|signed|ordered|allowed)
        (hear|like|want|need|love|see) ~2 your explanation
        (records|documents|evidence|documentation|logs) (substantiating|supporting|proving|showing|backing)
        (hired|brought in|engaged|asked|appointed|using) ~4 (contractor|auditor*|consultant|third party|expert|
            someone else|another firm) to (run|check|test|review|look|verify|assess|audit)
        what (is|was|are) ~3 (change log|charge|line|fee|item|this for)
        (i|we) [really|frankly|honestly|do|strongly|rather] (doubt|suspect|question) ~2 (you|your|you're|you've|anybody|
            anyone|these|those figures|the figures|the numbers|the date|the explanation|the story)
        (wonder|wondering) (whether|if) ~1 (anybody|anyone|any of|you really|you actually|you even|your team|
            your people)
        (asked|asks|ask|want*|like|need*|insist*|please|could|see) ~4 (breakdown of|itemised|itemized|timesheet*|
            time sheets|proof of|proof that|evidence that|evidence of|audit trail|screenshots as proof|raw data|
            raw numbers)
        (why|how) ~2 (should|can|could|do|would) (we|i) (believe|trust|know|be sure|take)
        (like|want|need|be glad|curious|interested) to (know|understand|see) ~2 (why|how come|where the|who decided|
            what happened to)
        (weren't|wasn't|was never|were never|never|not) (mentioned|disclosed|raised|told|brought up|discussed)
        (believe|trust) ~3 when (i|we) see
        (is that really|is this really|really the case|the real reason|the truth|be straight|be honest with|level with|
            straight answer|hiding something)
        what else ~3 (hiding|not telling|not told|keeping from|kept from|don't know|not know)
        (take|taking|took|relying on|rely on) ~2 (your|their) word
        (where are we|which|what|how) ~6 (actually|exactly|really) ~5 (done|today|ready|stand|left|missing|paid|paying|
            agreed|happened)
        (trust|confidence|faith) ~4 (lost|losing|gone|shaken|dented|broken|low|damaged|eroded)
        (lost|losing|lose|little|no|not much|dent*|shak*) ~3 (trust|confidence|faith)
        (find it hard|find it difficult|hard for us|hard for me) to (believe|trust|see how|take)
        (hard|difficult|struggle|struggling) to (believe|trust|swallow|credit) ~2 (you|your|you've|this|these|them|
            their|any|anything)
        (don't|do not|can't|cannot|no longer|didn't|not|never) [really|quite|just|simply] (believe|trust|
            rely on) ~1 (you|your|you've|you're|them|their|him|her|a word|anything|what|this date|these dates|
            this explanation|these figures|these numbers|that excuse)
        no longer [really|quite|fully] (believe|trust)
        (not|isn't|doesn't) ~1 add up
        (suspicious|sceptical|skeptical|dubious|fishy|smells|unconvinced|not convinced)
        (independent|third party|outside|external) (audit*|review*|opinion|expert|consultant|check|assessment|quote*)
        second (audit*|review*|opinion|expert)
        (why) (was|were|did|didn't|weren't|wasn't) ~3 (not|nobody|no one|nothing|told|mentioned|informed)
        wasn't mentioned
        weren't mentioned
        (excuse|excuses|story|version|explanation) ~3 (change*|different|again|convinc*|time)
        """,
    ),
    Group(
        "sarcasm.sting",
        0.6,
        """
        thanks for nothing
        (how|very|most) (reassuring|kind|generous|helpful|convenient|thoughtful|impressive) of (you|them)
        (what a|quite a) (surprise|coincidence|treat|relief|novelty)
        (oh|well|ah) (great|good|lovely|wonderful|brilliant|super|marvellous|fantastic|joy)
        (congratulations|well done|bravo|kudos) ~5 (again|losing|breaking|missing|failing|another|only)
        (bless|joy of joys|colour me|color me|imagine my|be still my)
        (as if by magic|what could go wrong|so much for|silly me|lucky us|lucky me)
        """,
    ),
    *overtones.GROUPS,
    *irony.GROUPS,
)
