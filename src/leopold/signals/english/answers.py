"""English: asking again, and questions that went without an answer."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "repeat_request.chase",
        0.6,
        """
        (following|follow|followed|chasing) up [again] ~2 (on|with|about|my|from|the)
        (just|gentle|friendly|quick|kind|polite|another|second|third|final) (reminder|nudge|chase|chaser|follow-up|bump|ping)
        (chasing|chase|nudge|nudging|bumping|pinging|reminding|remind) ~2 (you|this|up|again|on|about|for|my)
        as (i|we) (asked|wrote|said|mentioned|requested|explained|pointed out|reported) ~4 (before|already|last|earlier|twice|on|above|previous*|weeks|days|ago)
        (second|third|fourth|fifth|sixth|nth|umpteenth|last) (time|email|mail|message|reminder|request|attempt|ask|letter) ~3
        (@number|several|couple of|many|few|repeated) (times|emails|mails|messages|reminders|requests) [now|already|so far|since|about]
        (once|yet) again ~3 (ask*|request*|need*|send*|please|remind*|attach*|could|can)
        (again|once more) (please|could you|can you|would you|i ask|we ask|i must ask|i have to ask)
        (please|could you|can you) ~3 again
        (ask|asking|asked|request*|ask you) ~4 (again|once more|twice|repeatedly|already|three times|on the #|last week|last month|weeks ago|days ago|for weeks|since|a week ago|on monday|on tuesday|on wednesday|on thursday|on friday)
        (any|no|have you had a) (news|update*|progress|word|joy|luck|movement|eta) [on|about|yet|from|with|regarding|as to|$]
        (did|have) you [ever|had a chance to|managed to|manage to|get a chance to|get round to|get around to] (get|look|see|receive|find|have|seen|received|sent) ~8
        (still) ~2 (waiting|need|awaiting|missing|outstanding|looking for|owe|don't have|do not have|haven't got|require) ~4
        (my|our|the) (previous|last|earlier|first|original) (email*|mail*|message*|letter*|request*|question*|reminder*)
        (see|per|refer to) my ~2 (email*|mail|message|letter|below|above|#)
        (any) (chance|idea when|indication|timeframe) ~3 (of|you|when|we|for)
        (checking|check) (in|whether|if) ~5 (arrived|received|got|seen|reached|saw|progress|again|on this|on my|landed)
        """,
        unless="(no need|thank* you for ~2 remind*|thanks for ~2 remind*|remind me|still need to check|don't hesitate)",
    ),
    Group(
        "unanswered_question.silence",
        0.6,
        """
        @havenot [yet|still|even|actually|really] (heard|received|had|seen|got|gotten|get|had) ~4 (reply|replies|answer*|response*|back|anything|word|feedback|update*|news|from you|from your)
        (no|without|zero|not a single|never|not|nobody|no one|none) ~3 (reply|replied|answer|answered|response|responded|reaction|feedback|acknowledgement|comment) ~3
        (heard|hearing) (nothing|no more|not a word|zip)
        (silence|radio silence|gone quiet|gone silent|gone dark|went quiet|ghosted|ghosting|deafening|crickets|tumbleweed)
        (question*|query|queries|request*|ticket*|email*|mail*|letter*|message*|point*) ~6 (unanswered|ignored|not answered|not been answered|never answered|without answer|went unanswered|remains open|remain open|still open|skipped|overlooked|lost)
        (you|which) ~2 (didn't|did not|haven't|have not|don't|never) ~2 (answer*|reply|replied|respond*|address*|say|said|comment*|mention*|react*|get back|got back|come back) ~4
        (doesn't|does not|didn't|did not|don't|not) ~1 answer* ~2 (my|our|the|question*|what)
        (still) ~3 (no|waiting for|awaiting|without) ~3 (answer|reply|response|word|decision|confirmation|feedback|information)
        (waiting|wait|waited) ~5 (answer|reply|response|hear back|hear from|come back|feedback|your word|call back) ~4
        (call*|phone|phoned|rang|ring|tried to reach|tried calling|left ~2 voicemail*|left ~2 message*|voicemail*) ~6 (no answer|no reply|nobody|no one|not answered|picked up|pick up|call* back|never|twice|three times|several times|times)
        (my|our) question [was|is|remains|about|from|on|whether|still]
        (did you|have you) (see|read|get|seen|receive|received|read) my ~2 (email|mail|message|question*|letter|note|last)
        """,
        unless="(look forward|looking forward|wait for your (reply|answer) $|no problem|take your time)",
    ),
)
