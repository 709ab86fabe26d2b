"""English: what was expected and did not come, promises broken, and promises that sound too good."""

from leopold.signals.english import matters
from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "unmet_expectation.contrast",
        0.5,
        """
        (fall|falls|fell|falling|comes|come|came) [well|far|way|a long way] short [of|on]
        (a far cry|far cry|long way|miles away|light years|world away|far removed|very different|nothing like) (from|to|
            off) ~3 (promised|proposal|offer*|agreed|discussed|sold|advert*|brochure|brief|expected|wanted|described|
            demo|spec*|presentation|shown|ordered|what)
        (we|i|he|she|they) (thought|assumed|understood|believed|imagined|figured) [that] (we|i|you|it|this|that|there|
            they) ~1 (were|was|would|had|have|are|is) ~1 (getting|buying|paying|going to|be|include*|get|have|part|
            covered|handled|dealing|agreed)
        (well|far|way|some way|considerably|much) (below|under|short of|behind|worse than|less than|
            lower than) ~2 (what|advertised|promised|agreed|expect*|standard|acceptable|spec*|usual)
        (i|we) (was|were|am|are|had been) (hoping|expecting|counting on|looking for|banking on) ~1 (you|your|more|
            better|something|for|an|a|to (have|get|receive|see|hear)) ~8 (by now|better|more|already|answer|earlier|
            sooner|different|else|you|this week|yesterday)
        (leaves|leave|left) (a lot|much|something|plenty) to be desired
        (not|isn't|wasn't|hardly|nothing like|never) [exactly|quite|really|at all] what (we|i|they|he|she) (were|was|
            had been|have been) (sold|promised|shown|told|offered|led to)
        (for|at) (this|that|such a|the) (price|money|rate|fee|sort of money|kind of money) ~6 (expect*|better|more|
            should|would)
        (does not|doesn't|did not|didn't|do not|don't) (do|perform|deliver|work|look|behave) ~2 (what|as|like) ~3 (tin|
            promised|advertised|described|agreed|said|should|supposed|expected|shown|brochure|demo)
        (missing|left out|omits|omitted|lacks|lacking|without) ~3 (part|parts|section|sections|half|items|page*|
            feature*) ~3 (asked|agreed|ordered|requested|promised|discussed|wanted|needed)
        (led|given) to (believe|understand|expect|think)
        (i am|i'm|we are|we're|he is|she is|is) not (happy|pleased|satisfied|delighted)
        (not|isn't) what i (like|signed|asked|approved|agreed)
        (signed off|approved|ordered|asked for|specified) ~4 (not|instead)
        (stopped|no longer|unable|never) ~3 able to get (an answer|a reply|anyone|hold|through)
        (we'd|we would|i'd|i would) have (hired|gone|chosen|bought|booked)
        (one|two|three|four|half|only) (of|out of) (the|six|four|five|three|ten|#|twelve) ~6 (passed|arrived|working|
            ready|delivered|done|works)
        (we|i|he|she|they) (expected|were expecting|was expecting|had expected|had hoped|had assumed|
            was under the impression|were under the impression|were led to|was led to)
        (we|i|he|she|they) [all|had|always|were|was] (thought|assumed|understood|hoped|believed) ~3 (was|were|would|
            included|part|all|that|it|the) ~6 (included|in the price|covered|original|price|free|part of|by now|extra|
            ready|done|already|more|better)
        (a bit|quite|very|rather|little|was|is|were|are|somewhat|i'm|we're) (surprised|taken aback|puzzled) ~2 (to|by|
            that|at|the|it's|when|how|why)
        (promised|agreed|quoted|told us|told me|sold|ordered|asked for|paid for) ~8 (but|whereas|instead|only|
            what we got|we got|i got|actually got|received)
        (you told|you said|you promised|you quoted|you offered|we agreed|we were promised|we were told|i was told|
            was sold) ~10 (but|not|instead)
        (what|that) (we|i) (got|received|have|were given|see|saw) ~4 (is not|isn't|was not|wasn't|was|is nothing|falls)
        (was|were|is|are) not (comfortable|up to|a success|as described|as agreed|as promised|as discussed|delivered)
        (he|she|they|boss|board|team|we) (isn't|aren't|is not|not|wasn't|weren't) (feeling it|feeling the|convinced|
            keen|happy with|impressed|sold on|wild about|thrilled|sure about)
        not (worth|value for) ~3 (money|paying|fee|price)
        (expected|supposed|meant) ~4 (more|better|much more|included|working|to work|to be done|to be ready|to have|
            to include)
        (expectation*|expected) ~6 (not|different*|more|better|higher|other|but|met|fall*|fell|instead|lower|less|
            earlier)
        (not|isn't|wasn't|aren't|weren't|nothing like|far from|hardly|nowhere near) ~2 what (we|i|he|she|was|they|
            you) (agreed|asked|ordered|expected|discussed|wanted|needed|signed|paid|had|were|was|promised|bought|said)
        (disappoint*|underwhelm*|let down|lower than|below) ~4 (result*|expect*|quality|work|standard|design*|outcome|
            we)
        (part of|included in|covered by) the (price|scope|contract|package|original|fee|quote|budget|deal|fixed price|
            agreement)
        (quality|standard|level|work|result*|design*) ~4 (not|isn't|poor|below|low|bad|dropped|worse|gone down|slipp*|
            disappoint*|lower|nowhere)
        (not|isn't|doesn't|don't|didn't) ~3 (feel|feeling|match*|meet*|correspond*|work|reflect|good enough|
            up to) ~3 (it|brief|expectation*|spec*|requirement*|agreed|standard|what we|properly|as)
        """,
        unless="""
        (better|faster|quicker|earlier|sooner|exceed*|surpass*|pleasant*|sorry|apolog*) ~3 (than|expect*|thought|hoped|
            surpris*)
        (market*|prices|analyst*|earnings|economy|contraction|inventor*|traders|investment|storage|volatil*|demand)
        """,
    ),
    Group(
        "broken_promise.named",
        0.6,
        """
        (we|i) (were|was|had been|have been|got) ~1 (promised|assured|guaranteed|told|given) ~10 (never|none|nobody|
            no one|nothing|not|hasn't|didn't|wasn't|but|yet|still)
        (you said|you told|you promised|you wrote|they said|he said|she said) ~6 (would|was|were|is|are|by) ~8 (did not|
            didn't|never|hasn't|has not|nothing|still|yesterday|last week|last month)
        (you|they|he|she) (told|said|assured|wrote) ~4 (would|will) be ~4 (yesterday|last week|last month|by now|
            by monday|by tuesday|by wednesday|by thursday|by friday|days ago|weeks ago)
        (now|already) ~1 (monday|tuesday|wednesday|thursday|friday|june|july|august|september|october|november|december|
            january|february|march|april) ~6 (no|nothing|still|not|without|none)
        (technician|engineer|engineers|driver|courier|team|installer*|consultant|trainer|nobody|no one|plumber|
            electrician|van|delivery) [simply|just|yet|has|have] (did not|didn't|never|has not|hasn't|
            failed to) [even] (show|showed|shown|turn|turned|come|came|appear*|arriv*)
        (days|weeks|months|week|month|day) (behind|past|after|beyond|over|late) ~3 (schedule|date|deadline|plan|agreed|
            promised|due|timetable|on|with|for|$)
        (fallen|falling|fell|slipped|slipping|running|well|far|badly) behind ~2 (schedule|plan|timetable|the)
        (not|never|haven't|didn't|hasn't|failed to|fail* to) [yet|actually] (done|do|did|deliver*|kept|keep|honour*|
            honor*|met|meet|live up to|lived up to|stick to|stuck to) ~2 (what you|your promise*|your word|
            your commitment*|the promise*|what was agreed|what was promised|the deadline|the dates|your part|your side|
            the agreed)
        (you) ~1 (committed|undertook|agreed|offered|vowed|pledged) to ~10 (but|and|yet|none|never|no|nothing|not|still)
        (never) (came|arrived|materialised|materialized|happened|turned up|showed up|appeared)
        (you'd|you had|you|he|she|they) said ~1 (the #|monday|tuesday|wednesday|thursday|friday|tomorrow|today|by|
            end of|last week)
        (don't|do not|can't|cannot) see the ~4 (inbox|anywhere|attached|yet|folder)
        (agreed|said|wrote) the opposite
        (a day|two days|three days|a week|two weeks|days|weeks) late
        (promised|assured|guaranteed|committed|confirmed) ~12 (but|yet|still|nothing|never|hasn't|haven't|didn't|wasn't|
            no sign|and now)
        (not|hasn't|haven't|didn't|wasn't|never|nothing) ~4 (as|was|were|you|been) (promised|agreed|confirmed|scheduled)
        (yet another|another|third|fourth|fifth|second|new) (deadline|launch date|delivery date|postponement|missed|
            delay)
        (was|were) (due|supposed to|meant to|to be|going to) ~8 (yesterday|last week|last month|days ago|weeks ago|
            a week ago|by now|on monday|on tuesday|on wednesday|on thursday|on friday|on the #|last friday|last monday)
        (you|they) (were|was) (going|supposed|meant) to (send|deliver|come|call|fix|have|give|provide|do|finish|ring|
            sort|bring|be)
        (hasn't|haven't|has not|have not) (come|arrived|happened|materialised|materialized|appeared|turned up|
            been delivered|been done|been fixed|shown up) ~1 (either|yet|still|$)
        (still|yet) (hasn't|haven't|has not|have not|not) (come|arrived|been delivered|been done|been fixed|happened|
            appeared)
        (no sign of|nowhere to be seen|come and gone|still nothing)
        you (promised|assured|guaranteed|committed|gave me your word|gave us your word|gave your word|swore)
        you (said|told me|told us|wrote|were going to) ~10 (but|yet|it's now|it is now|today is|still|nothing|hasn't|
            haven't|didn't|never)
        (missed|missing|miss|slipped|blown|past|passed) ~3 (deadline*|date*|milestone*|target*|delivery|promise*)
        (deadline*|date|milestone|delivery|launch|promise*) ~4 (missed|passed|slipped|slipping|come and gone|
            came and went|moved again|not met|not kept|broken|pushed back|postponed again|moved)
        (broken|empty|false|another broken) promise*
        (break|broke|breaking|go back on|going back on|went back on|honour|honor|keep|kept) ~2 (promise*|your word|
            commitment*)
        (there was|there's been|we got|we had) no ~4 (status|report|update|delivery|call|visit|engineer|sign)
        """,
        unless="""
        (invoice*|payment|paid|vat|amount)
        (as promised|sorry|apolog*|my fault|our fault)
        """,
    ),
    Group(
        "broken_promise.moved",
        0.45,
        """
        (move|moving|push|pushing|postpone*|shift*|delay*|slip*|reschedul*) ~4 (launch|delivery|deadline|release|
            go-live|rollout|milestone|handover|hand-over|migration|installation|shipment|the date|your date)
        (launch|delivery|deadline|release|go-live|rollout|milestone|handover|migration|installation|shipment|
            date) ~4 (move|moves|moved|push|pushed|postponed|shift|shifts|shifted|delayed|slip|slips|slipped|
            rescheduled) ~2 (to|by|back|until|#)
        (we|i|we'll|i'll) ~4 (push|move|shift|postpone|delay) ~1 (it|this|that|things|everything|you) ~1 (back|by|until|
            to) ~1 (a|another|one|two|#|next|monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|
            july|august|september|october|november|december)
        (won't|will not|can't|cannot|unable to|not able to|not going to|not be able) ~3 (make|meet|hit|deliver|finish|
            ready|complete|keep) ~3 (deadline|date|launch|on time|in time|the #|by #|schedule|by monday|by tuesday|
            by wednesday|by thursday|by friday|by tomorrow)
        (need*|take*|want*|require*) ~2 (another|few more|couple more|couple of more|extra|one more|bit more) ~2 (day*|
            week*|time|month*)
        (slight|small|minor|little|short|unforeseen|unexpected) (delay|adjustment|hiccup|slip*|postponement|setback)
        """,
        unless="""
        (your|you) ~3 (schedule|convenien*)
        (meeting|call|lunch|dinner|visit|appointment|drinks|party|holiday)
        """,
        asks=False,
    ),
    Group(
        "overpromise.sure",
        0.6,
        """
        (absolutely|really|totally) no (problem|issue|risk)
        (is|it's|that's|will be) (nothing|a breeze|easy|peanuts|a walk) ~2 (for it|for us|for them|in the park|$)
        (100|100%|hundred|200|110|1000) ~3 (sure|no problem|certain|confident|guarantee*|done|ready|ok|safe|on time|
            uptime|percent|per cent)
        (i|we|i'll|we'll|i'd|can) ~2 (guarantee|guaranteed) [you] (that|it|this|the|delivery|uptime|a|full|#|your|you|
            on|results|success)
        (is|are|be|delivery|result*|success|uptime|deadline) guaranteed
        (promise you|you have my word|my word|give you my word|swear|bet my)
        (no problem|no problems|easy|piece of cake|child's play|no-brainer|walk in the park|trivial|nothing to it|
            no sweat|dead easy|sorted) ~5 (at all|whatsoever|days|weeks|week|day|evening|afternoon|by|for us|for our|
            done|ready)
        (by|on|before|in) _ [_] (at the latest|guaranteed|for sure|for certain|definitely|without fail|no question|
            no problem|easily|easy|100)
        (definitely|certainly|absolutely|surely|without fail|for sure|no doubt|without a doubt|no question) ~5 (ready|
            done|deliver*|finish*|live|launch*|sort*|complete*|fixed|by|have it|be there|make it)
        (best|fastest|top|leading|unbeatable|unrivalled) ~3 (in the|on the|team|engineers|experts|market|world|industry|
            country)
        (zero|without any|without a single|no) (downtime|risk*|bugs|issues|errors|interruption*|disruption|hiccups)
        (never|not once) ~2 (fail*|miss*|late|a problem|a single|had a)
        (double|triple|ten times|#x|twice) ~5 (traffic|sales|revenue|leads|orders|conversion*|speed)
        (done|ready|finish*|built|complete*|sorted) ~3 (in|within) (a|one|two|three|couple|few|#) ~1 (day|days|week|
            weeks|hours|evening|weekend|afternoon) ~3 (max|easily|easy|no problem|maximum|tops|latest|guaranteed)
        (90|95|98|99|almost|nearly|practically|virtually) [%|percent|per cent] (ready|done|complete*|finished|there)
        (trust me|believe me|rest easy|leave it to us|you won't regret|you will not regret|we've done this|
            we have done this|did this many|done it many)
        (don't|do not|no need to) [even] (worry|think about) ~6 (done|ready|time|handled|under control|sorted)
        """,
        unless="""
        (can't|cannot|not|won't|couldn't|don't|unable|nobody|never) ~2 (guarantee*|promise*|sure|certain)
        (hope|hoping|hopefully)
        guarantee* (note*|letter*|fee*|by|from)
        """,
        asks=False,
    ),
    *matters.GROUPS,
)
