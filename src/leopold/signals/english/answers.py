"""English: asking again, and questions that went without an answer."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "repeat_request.chase",
        0.6,
        """
        (i|we|i'm|we're|am|are|and) still ~1 (waiting for|waiting on|awaiting|missing|need the|need a|need your|need an|
            don't have|do not have|haven't got)
        ^ still (waiting for|waiting on|awaiting|missing|need the|need your|no)
        still ~1 (outstanding|owe us|owe me)
        (i|we|i've|we've|i'm) [have|already|am|also] (asked|ask|asking|requested|chased|raised|reported|wrote|written|
            said|say) ~5 (again|once more|twice|repeatedly|already|three times|several times|on the #|last week|
            last month|weeks ago|days ago|for weeks|a week ago|on monday|on tuesday|on wednesday|on thursday|on friday|
            third time|second time)
        (i|we) (first|already|previously) (asked|requested|raised|reported|wrote|sent|flagged)
        (my|our|is the|sending the|a) (second|third|fourth|fifth|sixth|nth|umpteenth) [and final] (email|mail|message|
            reminder|request|attempt|ask|letter|chaser)
        (third|fourth|fifth|second|nth|umpteenth) time [that|now] (i|we|i'm|we're|i've|we've|asking|of asking|writing|
            in)
        now the (second|third|fourth|fifth|umpteenth) time
        ^ (second|third|fourth|fifth|umpteenth) (ask|reminder|request|attempt|try|chaser|nudge)
        did you ever (get|receive|find|see) ~2 (my|our|the|a|an)
        (ask|asking|asked|request*|send|sending|sent|write|writing|wrote|report*|remind*|chas*|raise|raised|raising|
            explain*|call|calling) ~6 for the (second|third|fourth|fifth|umpteenth) time
        (i|we) (asked|requested|wanted) ~6 (not|and) ~4 (table|answer|figures|list|number*|date|report|one)
        (didn't|did not|couldn't|could not|can't|cannot) (find|see) ~6 (attach*|slide|file|report|document|answer|link|
            table|figure*|maybe|in the)
        (please|kindly) (see|find) ~3 again
        (any|no) (sign) (of|on) ~3 (reply|answer|response|update|delivery|file*|report*|document*|draft|quote*|contract|
            engineer|payment|shipment|part*)
        any idea when ~1 (you|we|it|this|that|they|he|she)
        (i'm|i am|we're|we are|just|wanted to|writing to|again) ~1 (following|follow|chasing) up ~2 (on|about|my|from|
            the|regarding)
        ^ (following|chasing) up ~2 (on|about|my|from|the|regarding)
        (just|gentle|friendly|quick|kind|polite|another|second|third|final) (reminder|nudge|chase|chaser|follow-up|bump|
            ping)
        (chasing|chase|nudge|nudging|bumping|pinging|reminding|remind) ~2 (you|this|up|again|on|about|for|my)
        as (i|we) (asked|wrote|requested|explained|pointed out|reported) ~4 (before|already|last|earlier|twice|on|above|
            previous*|weeks|days|ago)
        (once|yet) again ~3 (ask*|request*|need*|send*|please|remind*|attach*|could|can)
        (again|once more) (please|could you|can you|would you|i ask|we ask|i must ask|i have to ask)
        (any|no|have you had a) (news|update*|progress|word|joy|luck|movement|eta) [on|about|yet|from|with|regarding|
            as to|$]
        ^ [hi|hello|so|and|just wondering] (did|have) you [already|yet|ever|even] (get|receive|received|got|seen|see|
            read|read through) (my|our)
        ^ (did|have) you (get|receive|received|got) the ~2 (mail*|email*|file*|letter*|contract*|document*|draft*|
            invoice*|report*|fax|parcel|package|samples|note)
        (did|have) you (had a chance to|had time to|managed to|manage to|get a chance to|get round to|get around to|
            got round to)
        (my|our|the) (previous|last|earlier|first|original) (email*|mail*|message*|letter*|request*|question*|reminder*)
        (see|per|refer to) my ~2 (email*|mail|message|letter|below|above|#)
        (any) (indication|timeframe) ~3 (of|you|when|we|for)
        any chance of (a|an|your) ~1 (reply|answer|update|response|decision)
        (checking|check) (in|whether|if) ~5 (arrived|received|got|seen|reached|saw|progress|again|on this|on my|landed)
        """,
        unless="""
        (i'll|we'll|i will|we will|i can|we can) (chase|remind)
        (follow up with|will follow up|waiting ~6 from (another|his|her|their|the other|someone))
        (no need|thank* you for ~2 remind*|thanks for ~2 remind*|remind me|still need to check|don't hesitate)
        """,
    ),
    Group(
        "unanswered_question.silence",
        0.6,
        """
        (you) [still|again|also|simply] (didn't|did not|haven't|have not|never|don't) [actually|really|yet|even|
            quite] (answer*|replied|reply|respond*|address*|react*|get back|got back|come back)
        (i|we|i've|we've) [have|had] yet to (hear|receive|get|see|have) ~2 (from|back|reply|answer|response|anything|
            word|a|any|your)
        ^ [hello] (is|are) (anybody|anyone|somebody|someone|you) [still|out] there $
        ^ (anybody|anyone) there $
        (you|your reply|your answer|your mail|it) ~1 (skipped|ignored|passed over|avoided|evaded|dodged|sidestepped|
            overlooked|left out|glossed over) ~2 (question*|point*|part|request*|query|mail|letter)
        (did|has|have) (my|our) ~2 (mail|email|message|letter|note|fax|request|question) ~1 (reach*|arrive*|get|got|
            gone|go|land*|come)
        (written|wrote|called|asked|rang|emailed|mailed|phoned) ~4 (without|no|but no|and no|nothing|never) ~2 (reply|
            answer|response|reaction|word|success|result|heard)
        (never|not|didn't|haven't) [ever|yet|actually] (got|get|had|have|received|receive|heard|hear) ~2 (answer|reply|
            response|word|explanation|back)
        (in the dark|none the wiser|no wiser)
        (awaiting|await|waiting on) (your|an|a|any) ~1 (reply|response|answer|decision|feedback|comment*|confirmation)
        (nobody|no one) ~2 (picking up|answering|answers|answered|replies|replied|responding|called back|calls back|
            picks up|got back|has got back)
        (my|our) question* (was|is|remains|stays|still|stands|about|from|on|whether)
        (still there|still open|still unanswered|not been answered)
        @havenot [yet|still|even|actually|really] (heard|received|had|seen|got|gotten|get|had) ~4 (reply|replies|
            answer*|response*|back|anything|word|feedback|update*|news|from you|from your)
        (no|without|zero|not a single|never|not|nobody|no one|none) ~3 (reply|replied|answer|answered|response|
            responded|reaction|feedback|acknowledgement|comment)
        (heard|hearing|had|got|received) (nothing|no more|not a word|zip|silence) [back|from|$]
        (silence|radio silence|gone quiet|gone silent|gone dark|went quiet|ghosted|ghosting|deafening|crickets|
            tumbleweed)
        (question*|query|queries|request*|ticket*|email*|mail*|letter*|message*|point*) ~6 (unanswered|ignored|
            not answered|not been answered|never answered|without answer|went unanswered|remains open|remain open|
            still open|skipped|overlooked|lost)
        (doesn't|does not|didn't|did not|don't|not) ~1 answer* ~2 (my|our|the|question*|what)
        (still) ~3 (no|waiting for|awaiting|without) ~3 (answer|reply|response|word|decision|confirmation|feedback|
            information)
        (waiting|wait|waited) ~5 (answer|reply|response|hear back|hear from|come back|feedback|your word|call back)
        (call*|phone|phoned|rang|ring|tried to reach|tried calling|left ~2 voicemail*|left ~2 message*|
            voicemail*) ~6 (no answer|no reply|nobody|no one|not answered|picked up|pick up|call* back|never|twice|
            three times|several times|times)
        (did you|have you) (see|read|get|seen|receive|received|read) my ~2 (email|mail|message|question*|letter|note|
            last)
        """,
        unless="""
        (no (reply|answer|response) (needed|required|necessary)|closed automatically|silence on the|sorry for the|
            not monitored|yet to see a|in error|do not reply|not reply to this|post-only|nobody trained)
        (look forward|looking forward|wait for your (reply|answer) $|no problem|take your time)
        """,
    ),
)
