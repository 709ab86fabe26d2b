"""English: blame, and absolutes about the other side."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "blame.fault",
        0.85,
        """
        your [own] (fault|negligence|carelessness|sloppiness|incompetence|laziness|ignorance|inaction)
        (it's|it is|this is|that is|that's|was|is|of) your [own] (mistake|error|doing|oversight)
        (due to|because of|thanks to|caused by|result of|down to) your [own] ~1 (fault|mistake*|error*|delay*|
            failure*|changes|indecision|late|poor|lack|constant|endless|wrong|slow|sloppy|people|team)
        (fault|blame|mistake|error) (is|lies|was) ~1 (yours|with you|with your|on your side|at your end)
        (you are|you're|you were) ~1 (to blame|at fault|the cause|the reason|the problem)
        (only|nobody but|no one but|blame) (yourself|yourselves) to blame
        (brought|bring) ~2 on (yourself|yourselves)
        (careless|negligent|irresponsible|incompetent|unprofessional|reckless|sloppy|lazy) of you
        (you|your) ~3 (careless|negligent|irresponsible|incompetent|unprofessional|reckless|sloppy|lazy)
        """,
        unless="""
        (not|isn't|wasn't|never|nothing|no) ~4 (your|you|yours)
        (our|my) (fault|mistake|error)
        if ~3 your
        """,
    ),
    Group(
        "blame.failed",
        0.75,
        """
        (you|your) [@they] [have|has|had|simply|clearly|obviously|again|just|apparently|also|then|once again] (failed|
            messed|broke|broken|ignored|neglected|forgot|refused|ruined|screwed|caused|deleted|misconfigured|mixed up|
            botched|bungled|misread|misunderstood|wasted|damaged|delayed|dragged|sabotaged)
        (you|your) [@they] [have|has|had] (missed|overlooked) ~1 (deadline*|date|appointment|point|obvious|email*|
            letter*|call*)
        you [simply|just|still|clearly|obviously|apparently|even] (did not|didn't|have not|haven't|had not|
            do not|don't) [even|bother to|properly|really|actually] (bother|bothered|read|check|checked|clear|answer|
            answered|reply|replied|follow|followed|listen|listened|provide|provided|tell|told|inform|informed|warn|
            warned|test|tested|order|ordered|care|cared|think|thought|understand|understood|respect|cooperate|
            cooperated|prepare|prepared|plan|planned|keep|kept|deliver|delivered)
        (obviously|clearly|apparently|evidently) ~1 you ~1 (did not|didn't|don't|do not|have not|haven't|are not|
            cannot|can't|misread|forgot|misunderstood|ignored|missed)
        (how could|how can|why didn't|why did|why don't|why haven't|why have) you [not|even|possibly] (let|miss|
            forget|allow|tell|told|say|said|ask|asked|check|checked|read|warn|warned|ignore|do|wait|waited|think|
            answer)
        you [always|just|simply] keep (changing|asking|forgetting|ignoring|complaining|refusing|breaking|missing|
            insisting|moving|inventing)
        """,
        unless="""
        (if|in case|unless|whenever|where|should) ~1 (you|your)
        (sorry|apolog*|nothing wrong|anything wrong|no problem|thank*|our fault|my fault)
        """,
    ),
    Group(
        "blame.should",
        0.75,
        """
        (you|your) [@they] [really|simply|just|clearly|certainly] (should|could|ought to|might|must) [at least|really|
            simply] have [at least|just|simply|first] (known|told|said|asked|checked|read|warned|bought|ordered|
            informed|written|thought|noticed|sent|done|tested|given|planned|paid|understood|listened|taken|chosen|
            called|backed|realised|realized|followed|raised|mentioned|let|prepared|spoken|looked|reported|answered)
        (if you had|had you|if your ~1 had|if only you had) [only|just|actually|simply|bothered] [to] (read|checked|
            check|told|asked|listened|followed|sent|given|ordered|bought|paid|answered|done|informed|warned|thought|
            used|chosen|taken|prepared|kept|looked)
        do your (homework|job|part)
        (learn to|try) (read|reading)
        get your (act|facts|house)
        (what|whatever) did you expect
        (next time|in future|from now on) ~1 (read|think|check|ask|listen|make sure you|pay attention)
        """,
        unless="(sorry|apolog*|not your fault|our fault|my fault|we should)",
    ),
    Group(
        "absolute.you",
        0.8,
        """
        (you|your) [@they] [have|has|are|just|simply|really] (never|always|constantly|permanently|continually|
            invariably|forever)
        (you're|you've) (never|always|constantly|permanently|continually|forever)
        your ~2 (always|never|constantly|forever) ~1 (late|wrong|incomplete|missing|broken|changing|too|unhappy|works|
            answers|checks|reads|replies|arrives|listens|tells|comes)
        (every time|each time|every single time|whenever) ~2 (you|your) ~5 (same|problem*|complain*|late|forget*|
            break*|change*|excuse*|mess|wrong)
        (as usual|as ever|once again|yet again|as always|again and again|time and again|typically) ~1 (you|
            your) ~3 (forgot*|late|fail*|miss*|not|didn't|haven't|ignor*|wrong|no|without|chang*|demand*|complain*|
            want|wait)
        (nobody|no one|none|not one) (at your|on your side|in your|of you|of your) ~4
        nothing ~2 (ever) ~3 (enough|right|suits|pleases) [for] [you]
        (typical of|so typical|just typical)
        """,
        unless="""
        (thank*|grateful|welcome|glad|pleasure|appreciat*|kind|kindly|kindness|helpful|love|loved|great|patient|
            friendly|generous|punctual*|quick*|fast|early|reliab*|trust*|right)
        (you|they) (can|may|could|should|will|might) (always|never)
        (never|always) (have to|need|needed|needs|mind|hesitate|too late|free|able to|had to|lose|lost|be|see|stuck)
        (pay|pays|paid|paying) ~3 (early|time)
        if ~2 (you|your)
        (never|always) ~3 (late|failed|let us|disappoint*|problem*|issue*|worry|complain*|wait)
        (your|you) ~3 (safe|secure|available|encrypted|backed|visible|reachable)
        """,
    ),
)
