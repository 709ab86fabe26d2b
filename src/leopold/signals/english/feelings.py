"""English: annoyance, anger, fear, distrust and sarcasm."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "annoyance.said",
        0.65,
        """
        (annoy*|frustrat*|irritat*|infuriat*|exasperat*|displeas*|dissatisf*|unhappy|disappointed|disappointing)
        not [very|particularly|terribly|at all|best|exactly] (happy|pleased|impressed|amused|thrilled) [about|with|by|at]
        (less|far) (than|from) (happy|pleased|impressed|ideal|satisfactory)
        (fed up|sick of|tired of|losing patience|lost patience|running out of patience|patience is ~3)
        (getting|growing|becoming) ~2 (frustrat*|tired|tiresome|ridiculous|silly|old|embarrassing|a joke)
        (upset|cross|grumpy|wound up|annoyed) ~3 (about|that|with|by)
        (i'm|we're|i am|we are) [very|really|quite|rather] (upset|cross|concerned at|dismayed)
        not (good enough|acceptable|ok|okay|on|what we need|helpful|great|ideal)
        isn't (good enough|acceptable|ok|okay|on|helpful)
        (unacceptable|unprofessional|inexcusable)
        """,
        unless="(sorry|apolog*|understand|appreciate) ~6 (frustrat*|annoy*|disappoint*|upset|unhappy|inconvenience)",
    ),
    Group(
        "annoyance.pressed",
        0.5,
        """
        (yet again|once again|here we are again|same again|same (problem|issue|error|story|mistake) again|not again)
        (how|why) (many times|much longer|often) ~6
        how (many|much) (more|longer)
        (still|again) (no|not|nothing|isn't|doesn't|broken|down|wrong|missing|failing)
        (wasted|wasting|waste of) ~4 (time|hours|day|morning|afternoon|money|effort)
        (spent|lost) ~4 (hours|day|days|morning|afternoon|week) (chasing|trying|waiting|fixing|on hold|explaining|redoing|cleaning)
        (chasing|chase) ~3 (weeks|days|month|everyone|answer*|you|update*)
        (can|could) (somebody|someone|anybody|anyone) ~3 (please|actually|tell|explain|look|answer|help)
        is (anyone|anybody|somebody) ~3 (there|reading|looking|home|on|dealing|actually)
        for the (third|fourth|fifth|sixth|nth|umpteenth|hundredth|last) time
        (not|hardly|scarcely) what (we|i) (expected|asked|ordered|agreed|signed|paid|need)
        this is (the second|the third|the fourth|the fifth|now the|getting|beyond|just) _
        (had|have) to (find out|hear|learn) ~4 (from|by|through)
        would have been (nice|good|helpful|useful|polite) to (know|be|have|hear|get)
        (frankly|quite frankly|to be honest|honestly|with respect|seriously)
        """,
        unless="(happy|love*|delighted|great|thank*|pleased|glad|relie*|best|proud|better|pleasure)",
    ),
    Group(
        "anger.hot",
        0.65,
        """
        (outrag*|disgrac*|disgust*|furious|livid|fuming|appalled|appalling|shameful|scandalous|insult|insulting|incompeten*)
        (absolutely|completely|totally|utterly|frankly) (ridiculous|unacceptable|useless|shocking|outrageous|disgusting|absurd)
        (how dare|an insult|shame on|a disgrace|sheer nerve|the nerve|what the hell|for god's sake|ffs|wtf|damn|bloody|bullshit|crap)
        (i am|i'm|we are|we're) [so|very|extremely|absolutely|really|beyond] (angry|furious|livid|outraged|appalled)
        (enough is enough|i have had enough|i've had enough|we have had enough|we've had enough|had it with)
        (worst) ~3 (experience|supplier|service|company|decision|provider|agency|vendor)
        (stop|quit) (lying|wasting|playing|hiding|making excuses|fobbing|sending me)
        """,
    ),
    Group(
        "fear.worry",
        0.55,
        """
        (worried|worrying|worries|worry|afraid|scared|scares|frightened|anxious|nervous|nervy|terrified|panic*|dread*|uneasy|alarmed)
        (losing|lose) ~1 sleep
        (keeps|keeping) ~2 (awake|up at night)
        (concerned|concern) [is] (that|about|whether|we|how|is)
        (not|can't|cannot) (sleep*|afford to lose|afford another|afford to be)
        (could|would|will|may|might|going to) ~3 (cost me|cost us|sink|ruin|kill|lose my|lose our|bankrupt|finish us|close us)
        (i|we) (could|would|will|might|may) lose ~3 (job|client*|customer*|contract|business|licence|license|season|bonus)
        (my|our) (job|neck|head|licence|reputation|season) ~3 (line|stake|block|risk|depend*)
        (make me|makes me|making me) ~2 (nervous|anxious|worried|uneasy)
        what (if|happens if) ~8 (fail*|lose*|crash*|down|gone|again|bust|under|wrong)
        """,
        unless="(don't|no need|nothing|not|never|no) ~1 (worry|worries|worried|panic)",
    ),
    Group(
        "distrust.doubt",
        0.5,
        """
        (trust|confidence|faith) ~4 (lost|losing|gone|shaken|dented|broken|low|damaged|eroded)
        (lost|losing|lose|little|no|not much|dent*|shak*) ~3 (trust|confidence|faith)
        (hard|difficult|struggle|struggling|find it hard|hard for us) to (believe|trust|see how|take)
        (don't|do not|can't|cannot|no longer|didn't|not|never) [really|quite] (believe|trust|rely)
        (not|isn't|doesn't) ~1 add up
        (i|we) (doubt|question|suspect)
        (suspicious|sceptical|skeptical|dubious|fishy|smells)
        (who|why|what|how) ~4 (really|actually) _
        (independent|third party|outside|external|second) (audit*|review*|opinion|expert|consultant|check|assessment|quote*)
        (proof|evidence) ~3 (that|of)
        (asked|ask|want|like|need|see|send) ~4 (breakdown|itemised|itemized|timesheet*|time sheets|logs|evidence|proof|audit trail)
        (in writing) ~3 (please|this time|before)
        (need*|want*|get|have|put) ~4 in writing
        (is|are) (that|this|it|you) (really|actually|true|honest*)
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
)
