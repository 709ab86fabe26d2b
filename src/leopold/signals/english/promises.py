"""English: what was expected and did not come, promises broken, and promises that sound too good."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "unmet_expectation.contrast",
        0.5,
        """
        (i am|i'm|we are|we're|he is|she is|is) not (happy|pleased|satisfied|delighted)
        (not|isn't) what i (like|signed|asked|approved|agreed)
        (signed off|approved|ordered|asked for|specified) ~4 (not|instead)
        (stopped|no longer|unable|never) ~3 able to get (an answer|a reply|anyone|hold|through)
        (we'd|we would|i'd|i would) have (hired|gone|done|chosen|bought|booked|planned|used) ~6
        (one|two|three|four|half|only) (of|out of) (the|six|four|five|three|ten|#|twelve) ~6 (passed|arrived|
            working|ready|delivered|done|works)
        (we|i|he|she|they) (expected|were expecting|was expecting|had expected|had hoped|had assumed|
            was under the impression|were under the impression|were led to|was led to)
        (we|i|he|she|they) [all|had|always|were|was] (thought|assumed|understood|hoped|told|believed) ~3 (was|were|
            would|included|part|all|that|it|the) ~6 (included|in the price|covered|original|price|free|part of|
            by now|extra|ready|done|already|more|better)
        (a bit|quite|very|rather|little|was|is|were|are|somewhat|i'm|we're) (surprised|taken aback|puzzled) ~2 (to|
            by|that|at|the|it's|when|how|why)
        (promised|agreed|quoted|told us|told me|sold|ordered|asked for|paid for) ~8 (but|whereas|instead|only|
            what we got|we got|i got|actually got|received)
        (you told|you said|you promised|you quoted|you offered|we agreed|we were promised|we were told|i was told|
            was sold) ~10 (and|but|not|only|is|it's|instead) ~6
        (what|that) (we|i) (got|received|have|were given|see|saw) ~4 (is not|isn't|was not|wasn't|was|is nothing|
            falls)
        (was|were|is|are) not (comfortable|pleasant|what|up to|a success|as described|as agreed|as promised|
            as discussed|delivered)
        (he|she|they|boss|board|team|we) (isn't|aren't|is not|not|wasn't|weren't) (feeling it|feeling the|convinced|
            keen|happy with|impressed|sold on|wild about|thrilled|sure about)
        not (worth|value for) ~3 (money|paying|fee|price)
        (expected|should|supposed|meant) ~4 (more|better|much more|included|working|to work|to be done|to be ready|
            to have|to include)
        (expectation*|expected) ~6 (not|different*|more|better|higher|other|but|met|fall*|fell|instead|lower|less|
            earlier)
        (not|isn't|wasn't|aren't|weren't|nothing like|far from|hardly|nowhere near) ~2 what (we|i|he|she|was|they|
            you) (agreed|asked|ordered|expected|discussed|wanted|needed|signed|paid|had|were|was|promised|bought|
            said)
        (disappoint*|underwhelm*|let down|lower than|below) ~4 (result*|expect*|quality|work|standard|design*|
            outcome|we)
        (part of|included in|covered by|within|in) the (price|scope|contract|package|original|fee|quote|budget|deal|
            fixed price|agreement)
        (quality|standard|level|work|result*|design*) ~4 (not|isn't|poor|below|low|bad|dropped|worse|gone down|
            slipp*|disappoint*|lower|nowhere)
        (not|isn't|doesn't|don't|didn't) ~3 (feel|feeling|match*|meet*|correspond*|work|reflect|good enough|
            up to) ~3 (it|brief|expectation*|spec*|requirement*|agreed|standard|what we|properly|as)
        """,
        unless="""
        (better|faster|quicker|earlier|sooner|exceed*|surpass*|pleasant*|sorry|apolog*) ~3 (than|expect*|thought|
            hoped|surpris*)
        """,
    ),
    Group(
        "broken_promise.named",
        0.6,
        """
        (never) (came|arrived|materialised|materialized|happened|turned up|showed up|appeared)
        (you'd|you had|you|he|she|they) said ~1 (the #|monday|tuesday|wednesday|thursday|friday|tomorrow|today|by|
            end of|last week)
        (don't|do not|can't|cannot) see the ~4 (inbox|anywhere|attached|yet|folder)
        (agreed|said|wrote) the opposite
        (a day|two days|three days|a week|two weeks|days|weeks) late
        (promised|assured|guaranteed|committed|confirmed) ~12 (but|yet|still|nothing|never|hasn't|haven't|didn't|
            wasn't|no sign|and now)
        (not|hasn't|haven't|didn't|wasn't|never|nothing) ~4 (as|was|were|you|been) (promised|agreed|confirmed|
            scheduled)
        (yet another|another|third|fourth|fifth|second|new) (deadline|launch date|delivery date|postponement|missed|
            delay)
        (was|were) (due|supposed to|meant to|to be|going to) ~8 (yesterday|last week|last month|days ago|weeks ago|
            a week ago|by now|on monday|on tuesday|on wednesday|on thursday|on friday|on the #|last friday|
            last monday)
        (you|they) (were|was) (going|supposed|meant) to (send|deliver|come|call|fix|have|give|provide|do|finish|
            ring|sort|bring|be)
        (hasn't|haven't|has not|have not) (come|arrived|happened|materialised|materialized|appeared|turned up|
            been delivered|been done|been fixed|shown up) ~1 (either|yet|still|$)
        (still|yet) (hasn't|haven't|has not|have not|not) (come|arrived|been delivered|been done|been fixed|
            happened|appeared)
        (no sign of|nowhere to be seen|come and gone|still nothing)
        you (promised|assured|guaranteed|committed|gave me your word|gave us your word|gave your word|swore)
        you (said|told me|told us|wrote|were going to) ~10 (but|yet|it's now|it is now|today is|still|nothing|
            hasn't|haven't|didn't|never)
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
        (move|moving|push|pushing|postpone*|shift*|delay*|slip*|reschedul*) ~5 (launch|delivery|date|deadline|
            release|go-live|start|to the #|to #|by # (days|weeks)|by a (week|month)|by another|back|until)
        (won't|will not|can't|cannot|unable to|not able to|not going to|not be able) ~3 (make|meet|hit|deliver|
            finish|ready|complete|keep) ~3 (deadline|date|launch|on time|in time|the #|by #|schedule|by monday|
            by tuesday|by wednesday|by thursday|by friday|by tomorrow)
        (need*|take*|want*|require*) ~2 (another|few more|couple more|couple of more|extra|one more|
            bit more) ~2 (day*|week*|time|month*)
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
        (guarantee|guaranteed|promise you|personally guarantee|you have my word|my word|give you my word|swear|
            bet my)
        (no problem|no problems|easy|piece of cake|child's play|no-brainer|walk in the park|trivial|nothing to it|
            no sweat|dead easy|sorted) ~5 (at all|whatsoever|days|weeks|week|day|evening|afternoon|by|for us|
            for our|done|ready)
        (by|on|before|in) _ [_] (at the latest|guaranteed|for sure|for certain|definitely|without fail|no question|
            no problem|easily|easy|100)
        (definitely|certainly|absolutely|surely|without fail|for sure|no doubt|without a doubt|
            no question) ~5 (ready|done|deliver*|finish*|live|launch*|sort*|complete*|fixed|by|have it|be there|
            make it)
        (best|fastest|top|leading|unbeatable|unrivalled) ~3 (in the|on the|team|engineers|experts|market|world|
            industry|country)
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
        """,
        asks=False,
    ),
)
