"""English: what was expected and did not come, promises broken, and promises that sound too good."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "unmet_expectation.contrast",
        0.5,
        """
        (we|i|he|she|they) (expected|were expecting|was expecting|had expected|had hoped|hoped|were hoping|was hoping|assumed|understood|thought|believed|was under the impression|were under the impression|were told|was told|were led)
        (expectation*|expected) ~6 (not|different*|more|better|higher|other|but|met|fall*|fell|instead|lower|less|earlier)
        (not|isn't|wasn't|aren't|weren't|nothing like|far from|hardly|nowhere near) ~2 what (we|i|he|she|was|they|you) (agreed|asked|ordered|expected|discussed|wanted|needed|signed|paid|had|were|was|promised|bought|said)
        (instead of|rather than) ~5 (agreed|promised|expected|ordered|requested|quoted|#)
        (disappoint*|underwhelm*|let down|lower than|below) ~4 (result*|expect*|quality|work|standard|design*|outcome|we)
        (surprised|surprise|shock|taken aback|puzzled|confused|baffled) ~4 (to|by|that|at|when|why|about|it's|its|the)
        (supposed to|meant to|should have been|was to be|were to be|ought to have)
        (should|would) (have|already|be) (been|be|had|received|arrived|done|included) ~3
        (part of|included in|covered by|within|in) the (price|scope|contract|package|original|fee|quote|budget|deal|fixed price|agreement)
        (quality|standard|level|work|result*|design*) ~4 (not|isn't|poor|below|low|bad|dropped|worse|gone down|slipp*|disappoint*|lower|nowhere)
        (not|isn't|doesn't|don't|didn't) ~3 (feel|feeling|match*|meet*|correspond*|work|reflect|good enough|up to) ~3 (it|brief|expectation*|spec*|requirement*|agreed|standard|what we|properly|as)
        (promised|agreed|quoted|told|sold|advertised|contract says|said) ~8 (but|yet|whereas|now|instead|only|not|however|actual*) 
        (missing|lacking|without) ~4 (agreed|promised|asked|feature*|discussed)
        """,
        unless="(better|faster|quicker|earlier|sooner|exceed*|surpass*|pleasant*|sorry|apolog*) ~3 (than|expect*|thought|hoped|surpris*)",
    ),
    Group(
        "broken_promise.named",
        0.6,
        """
        (promis*|assur*|guarante*|commit*|agreed|confirmed) ~12 (but|yet|still|nothing|never|not|hasn't|haven't|didn't|wasn't|however|and now|no sign|only)
        (nothing|never|not|hasn't|haven't|didn't|wasn't|no) ~6 (as|was|were|you|been) (promised|agreed|confirmed|committed|scheduled)
        you (promised|assured|guaranteed|committed|gave me your word|gave us your word|gave your word|swore)
        you (said|told me|told us|wrote|were going to) ~10 (but|yet|it's now|it is now|today is|still|nothing|hasn't|haven't|didn't|never)
        (was|were|been) (due|supposed|meant|to be|promised|going to) ~6 (yesterday|monday|tuesday|wednesday|thursday|friday|last week|last month|days ago|weeks ago|a week ago|by now|already|on the #|#)
        (missed|missing|miss|slipped|blown|past|passed) ~3 (deadline*|date*|milestone*|target*|delivery|promise*)
        (deadline*|date|milestone|delivery|launch|promise*) ~4 (missed|passed|slipped|slipping|come and gone|came and went|moved again|not met|not kept|broken|pushed back|postponed again|moved)
        (second|third|fourth|fifth|another|yet another|new|#) (deadline|launch date|delivery date|postponement|delay|date)
        (broken|empty|false|another broken) promise*
        (break|broke|breaking|go back on|going back on|went back on|honour|honor|keep|kept) ~2 (promise*|your word|commitment*)
        (hasn't|haven't|has not|have not|didn't|did not|never) ~2 (come|arrived|happened|materialised|materialized|appeared|turned up|shown up|showed up|delivered|been delivered|been done|been fixed)
        (there was|there's been|we got|we had) no ~4 (status|report|update|delivery|call|visit|engineer|sign)
        """,
        unless="(as promised|sorry|apolog*|my fault|our fault)",
    ),
    Group(
        "broken_promise.moved",
        0.45,
        """
        (move|moving|push|pushing|postpone*|shift*|delay*|slip*|reschedul*) ~5 (launch|delivery|date|deadline|release|go-live|start|to the #|to #|by # (days|weeks)|by a (week|month)|by another|back|until)
        (won't|will not|can't|cannot|unable to|not able to|not going to|not be able) ~3 (make|meet|hit|deliver|finish|ready|complete|keep) ~3 (deadline|date|monday|tuesday|wednesday|thursday|friday|tomorrow|today|week|time|#|schedule)
        (need*|take*|want*|require*) ~2 (another|few more|couple more|couple of more|extra|one more|bit more) ~2 (day*|week*|time|month*)
        (slight|small|minor|little|short|unforeseen|unexpected) (delay|adjustment|hiccup|slip*|postponement|setback)
        """,
        unless="(your|you) ~3 (schedule|convenien*)",
        asks=False,
    ),
    Group(
        "overpromise.sure",
        0.6,
        """
        (100|100%|hundred|200|110|1000) ~3 (sure|no problem|certain|confident|guarantee*|done|ready|ok|safe|on time|uptime|percent|per cent)
        (guarantee|guaranteed|promise you|personally guarantee|you have my word|my word|give you my word|swear|bet my)
        (no problem|no problems|easy|piece of cake|child's play|no-brainer|walk in the park|trivial|nothing to it|no sweat|dead easy|sorted) ~5 (at all|whatsoever|days|weeks|week|day|evening|afternoon|by|for us|for our|done|ready)
        (by|on|before|in) _ [_] (at the latest|guaranteed|for sure|for certain|definitely|without fail|no question|no problem|easily|easy|100)
        (definitely|certainly|absolutely|surely|without fail|for sure|no doubt|without a doubt|no question) ~5 (ready|done|deliver*|finish*|live|launch*|sort*|complete*|fixed|by|have it|be there|make it)
        (best|fastest|top|leading|unbeatable|unrivalled) ~3 (in the|on the|team|engineers|experts|market|world|industry|country)
        (zero|without any|without a single|no) (downtime|risk*|bugs|issues|errors|interruption*|disruption|hiccups)
        (never|not once) ~2 (fail*|miss*|late|a problem|a single|had a)
        (double|triple|ten times|#x|twice) ~5 (traffic|sales|revenue|leads|orders|conversion*|speed)
        (done|ready|finish*|built|complete*|sorted) ~3 (in|within) (a|one|two|three|couple|few|#) ~1 (day|days|week|weeks|hours|evening|weekend|afternoon) ~3 (max|easily|easy|no problem|maximum|tops|latest|guaranteed)
        (90|95|98|99|almost|nearly|practically|virtually) [%|percent|per cent] (ready|done|complete*|finished|there)
        (trust me|believe me|rest easy|leave it to us|you won't regret|you will not regret|we've done this|we have done this|did this many|done it many) 
        (don't|do not|no need to) [even] (worry|think about) ~6 (done|ready|time|handled|under control|sorted)
        """,
        unless="(can't|cannot|not|won't|couldn't|don't|unable|nobody|never) ~2 (guarantee*|promise*|sure|certain)",
        asks=False,
    ),
)
