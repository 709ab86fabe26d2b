"""English: what asks for something, what kind of answer it asks for, and what answers it."""

import re

from leopold.signals.sentences import words

STOP = words(
    """
    a about after again all also an and another any are as at be because been before being but by can cannot could day
    days dear did do does don't each else end ever every few find for from full further get give go going good got had
    has have having he hello help her here hi him his how i i'd i'll i'm i've if in into is it it's its just keep kind
    know last let letter like long look make many may me mean more most much must my need needs new next no not now of
    old on one only or other our out over own part per please point possible question quite rather really regards right
    said same say see send sent shall she should since so some something still such sure take team tell than thank
    thanks that that's the their them then there these they thing think this those though time to too two under until
    up us use very want was way we we'll we're we've week well were what when where whether which while who whom whose
    why will wish with within without work working works would write yes yet you you're your yours able afterwards
    mail email anybody anyone everything everybody nobody nothing always never today tomorrow already currently exactly
    mr mrs ms
    """
)
ASKED = re.compile(
    r"\b(?:(?:please|kindly) (?:\w+ )?(?:send|tell|confirm|let|give|write|explain|provide|clarify|check|"
    r"forward|add|"
    r"change|fix|call|share|answer|attach|update)|(?:could|can|would) you|let (?:me|us) know|"
    r"(?:we|i) (?:would like|need|want) to know)\b"
)
CLAUSE = re.compile(
    r"(?:,| and| or| as well as) (?=(?:also )?(?:tell|send|confirm|let|give|write|explain|provide|say) )"
)
PHATIC = re.compile(
    r"\bhow are you|\bhow is (?:it|life|everything)|\bhow's\b|\bright\s?\?$|\bok(?:ay)?\s?\?$|\byou know\s?\?$|"
    r"\bany (?:news|thoughts|ideas)\s?\?$|\bwho knows|\bwhy not\s?\?|\bisn't it\s?\?$|\bhow could|"
    r"\bare you (?:serious|kidding)"
)
WHEN = re.compile(
    r"\b(?:when|what (?:day|date|time)|which (?:day|date|week|month)|by what|how (?:long|soon)|until when)\b"
)
WH = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b")
WHO = re.compile(r"\bwho(?:m|se)?\b")
IF = re.compile(r"\b(?:if|in case|should you|unless)\b")
HOW_MUCH = re.compile(
    r"\bhow (?:much|many)\b|\bwhat (?:does|do|did|will|would) (?:\w+ ){1,4}cost\b|\bwhat (?:is|are|was|"
    r"will be) the (?:price|cost|amount|number|total|sum)\b"
)
YES_NO = re.compile(
    r"^\W*(?:and |but |so |also |then )?(?:is|are|was|were|do|does|did|will|would|can|could|shall|should|may|"
    r"have|has|"
    r"had|am|must|isn't|aren't|don't|won't|can't)\b|\b(?:whether|confirm)\b"
)
ACTION = re.compile(r"\b(?:could|can|would) you\b|\bplease\b|\bkindly\b")
SENDING = re.compile(r"\b(?:send|forward|attach|share|provide|give|in writing)\b")
SAYS_YES_NO = re.compile(
    r"(?:^|[.!?;:,\n]\s*|\band )(?:yes|no|sure|of course|certainly|absolutely|indeed|unfortunately not|"
    r"not yet|confirmed|"
    r"agreed|correct|exactly|right|that's right|gladly|with pleasure|naturally|definitely|for sure)\b|"
    r"\b(?:i|we|hereby) (?:can |hereby )?confirm|\bis (?:possible|impossible|fine|right|correct)\b|\bnot possible\b"
)
SAYS_DONE = re.compile(
    r"^\W*(?:done|fixed|ok|okay|will do|on it|sure)\b|\b(?:is|it's|all|already|have|has been) (?:done|fixed)\b"
)
SAYS_SENT = re.compile(
    r"\b(?:attach\w*|enclos\w*|here (?:is|are)|below|find|sent|forwarded|sending|(?:will|i'll|"
    r"we'll) (?:\w+ )?send)\b"
)
SAYS_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|none|no|all|unlimited|free|"
    r"nothing|"
    r"half|hundred|thousand|price|quote|estimate)\b"
)
SAYS_TIME = re.compile(
    r"\b(?:soon|shortly|asap|as soon as|once|after|when|already|not yet|later|now|due course|future|point)\b"
)
HOLDS = re.compile(
    r"\b(?:come back to you|get back to you|will (?:answer|reply|respond)|answer (?:you|all|both|everything|"
    r"your)|reply (?:to|in)|with (?:an )?answers?|"
    r"write to you|let you know|send you (?:the |an |my |our )?(?:answers?|reply|details)|clarif\w+|checking|"
    r"asking)\b"
)
