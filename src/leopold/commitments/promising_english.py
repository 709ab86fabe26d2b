"""Words that promise in English, over folded text: who binds himself to do something, and what only sounds so."""

from __future__ import annotations

import re
from typing import Final

_NOT_AN_ACT: Final = (
    r"(?!(?:not|never|be (?:honest|happy|glad|sorry|clear|straight|blunt|in trouble|fine|grateful|delighted|able|"
    r"aware|watching|"
    r"afraid|ready to|looking)|see|assume|admit|say|need|have to|have no|want|appreciate|miss|wait|regret|"
    r"consider|try|hope|"
    r"think|believe|expect|take that|take it|guess|spare|tell you (?:what|honestly|the truth)|remember|understand|know|"
    r"leave it|lose|struggle|bet|live|presume|forgive|stop|terminate|suspend|be forced|look elsewhere|cancel|hold you|"
    r"be seeking|seek|let you off|pretend|argue|go elsewhere|take legal|escalate|withhold|charge|invoice you|wonder|"
    r"only (?:say|pay)|just say|repeat|ask you|ever|be here|be around|be there for|manage|sit|tell you (?:more|"
    r"all)|take (?:over|it from)|start a claim|read about|get sacked|have words)\b)"
)
_SOON: Final = r"(?:also |then |now |just |only |still |happily |gladly |of course |certainly |personally |both )*"

FIRST: Final = re.compile(
    rf"\b(?:i|we|both of us|two of us)(?:'ll| will| shall|'m going to| am going to|'re going to|"
    rf" are going to) {_SOON}{_NOT_AN_ACT}"
    rf"[a-z]+|\b(?:^|(?<=[.;:,\n] )|(?<=and ))(?:will|'ll) {_SOON}(?:do|get|send|have|fix|check|call|ring|let|"
    rf"come|be|put|pay|chase|"
    r"confirm|forward|share|keep|follow|revert|ask|update)\b"
)
"""The writer says what the writer's side is going to do."""

PROMISED: Final = re.compile(
    r"\b(?:i|we) (?:(?:hereby )?(?:promise|guarantee|undertake|commit|pledge)|can (?:promise|guarantee|"
    r"stand behind|commit to|have|"
    r"do|send|deliver|get))\b|\b(?:my word on it|promise\b$|no later than .* promise|i owe (?:you|your)|"
    r"this i guarantee|i propose to move|is off your bill|is on us|at no (?:cost|charge) to you)"
)
"""The writer gives his word, or offers a thing that the other side need only take."""

GIVEN: Final = re.compile(
    r"\b(?:you'll|you will|you'd|you can expect to|you should) (?:also |both |then )?(?:have|get|receive|hear|"
    r"see|find)\b|"
    r"\b(?:will|'ll) (?:also |then |both )?(?:be (?:with you|sent|delivered|fixed|done|paid|ready|available|"
    r"released|live|there|"
    r"finished|installed|credited|refunded|replaced|corrected|in|on|out|at|shipped|back|over|signed|available)|"
    r"go (?:out|up|in|live)|"
    r"come|arrive|reach you|follow)\b|\b(?:to follow|coming to you|coming by|on (?:its|their|the) way|is on it)\b"
)
"""Something that comes to the other side."""

THIRD: Final = re.compile(
    r"\b(?!(?:it|that|this|he|she|which|who|they|you|nobody|nothing|there|what)\b)[a-z]+ (?:will|'ll|"
    r"is going to) (?:also |then |now )?"
    r"(?:send|write|call|ring|come|push|do|fix|pay|deliver|bring|install|get|contact|visit|check|confirm|prepare|"
    r"join|reply|"
    r"provide|run|set|share|meet|start|finish|answer|respond|update)\b"
)
"""Somebody of the writer's side is going to do something."""

NOMINAL: Final = re.compile(
    r"\b(?:starts?|goes|go|comes?|ships?|arrives?|begins?|coming|going|sending|calling|dropping|deploying|paying|"
    r"is scheduled|"
    r"is confirmed|are handed over|handed over|refunded|is in|lands?|delivered|report|update|status|list|answer|"
    r"credit note|"
    r"invoice|draft|beta|photos|figures|contract|version|build|release|next one|first one|plan|quote|price|"
    r"production|sitemap|"
    r"wireframes?|samples|done|fixed)\b"
)
"""A thing or an act that, with a day beside it, is due on that day."""

GOING: Final = re.compile(
    r"\b(?:i'm|i am|we're|we are) (?:\w+ly )?(?:calling|sending|dropping|coming|bringing|paying|fixing|deploying|"
    r"starting|meeting|"
    r"ringing|shipping|delivering|putting|posting|driving|flying|redoing|having|getting|giving)\b|\bwe (?:start|"
    r"ship|deliver|go live)\b"
)

HEDGE: Final = re.compile(
    r"\b(?:might|may|maybe|perhaps|hopefully|i hope|we hope|would|wouldn't|if i were|try to|trying|aim to|"
    r"ideally|i think|probably|"
    r"could|unless|supposed to|said|told|promised me|was|were|can't|cannot|won't|don't|didn't|not|otherwise|or else|"
    r"i(?:'d| would) (?:need|like|want|rather)|we(?:'d| would) (?:need|like|want|rather)|need|please|kindly|"
    r"let's|want|expect|"
    r"had|has been|have been)\b"
)
"""What takes the certainty out of a clause, turns it into a request, or into a tale."""

REQUEST: Final = re.compile(
    r"\b(?:please|kindly|can you|could you|would you|will you|send me|send us|give me|give us|let me have|"
    r"let us have|i need|we need|"
    r"i want|i'd like|we'd like|i expect|we expect|make sure|your|you need|you must|you have to|return|provide|"
    r"by when|want you)\b"
)

CONDITION: Final = re.compile(
    r"\b(?:if|once|when|as soon as|provided(?: that)?|after|subject to|on condition that|assuming)\b [^.;!?\n]{3,120}"
)

ACCEPTED: Final = re.compile(
    r"^\W*(?:(?:yes|yep|sure|ok|okay|of course|certainly|absolutely|no problem|agreed|fine|deal|will do|"
    r"consider it done|"
    r"happy to|we can do that|can do|that works|works for (?:me|us)|you'll have it|on it|leave it with me)\b)"
)
REFUSED: Final = re.compile(r"\b(?:no,|can't|cannot|unable|won't|afraid|unfortunately|not possible|but)\b")
ASKED: Final = re.compile(
    r"\b(?:can|could|would|will) you (?!(?:explain|tell me why|believe|imagine|see|remember)\b)|\bplease (?!note|"
    r"see|find|don't)|"
    r"\b(?:can|could) (?:we|i) (?:have|get)\b"
)

THREAT: Final = re.compile(
    r"\b(?:terminat\w+|suspend\w*|legal|court|claim for|without further notice|penalt\w+|late fee|interest|"
    r"solicitors?|lawyers?|"
    r"withhold\w*|portal closes|expires?|runs? out|deadline)\b"
)
"""What is threatened, or stands in a contract, is not promised."""

TANGIBLE: Final = re.compile(
    r"\b(?:send|sent|share|forward|pay|refund|credit|waive|replace|repair|fix|deliver|ship|install|prepare|put|"
    r"explain|get|"
    r"write|draft|sign|return|do one|route|guarantee|promise|undertake|off your bill|no charge|free of charge)\b"
)
"""What leaves a trace by which it can be told whether it was done."""
