"""How a draft sounds: phrases that hurt, shouting, and what the readers of signals say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from leopold.coaching.days import named
from leopold.coaching.drafts import Draft
from leopold.coaching.findings import Advice
from leopold.coaching.matching import matches
from leopold.signals import findings
from leopold.signals.sentences import words

FAMILIES: Final = ("blame", "pressure", "tone")
SIGNS: Final = {
    "accusation": "blame",
    "blame_shift": "defensive",
    "ultimatum": "ultimatum",
    "sarcasm": "sarcasm",
    "anger": "anger",
    "annoyance": "anger",
    "overpromise": "overpromise",
}
"""What a signal in a draft of ours is called here. To bring in somebody higher is often no threat: left out."""

SURE: Final = 0.9
"""A signal that fewer careful readers would mark is not pointed out: the writer knows the letter better."""

_SHORT: Final = 25
"""A draft of so few words that says nothing but soothing words gives no facts."""

_CAPITALS: Final = re.compile(r"(?<![\w/-])[A-ZА-ЯЁ]{2,}(?![\w/-])(?:[ \t,'’-]{1,3}[A-ZА-ЯЁ]+(?![\w/]))*")
_VOWEL: Final = re.compile("[AEIOUYАЕЁИОУЫЭЮЯ]")
_LOUD: Final = words(
    """
    NOT NEVER NOW ALWAYS AGAIN URGENT URGENTLY IMMEDIATELY MUST STOP NOTHING NOBODY EVERYTHING YOU YOUR
    НЕ НЕТ НИКОГДА ВСЕГДА СРОЧНО НЕМЕДЛЕННО ОПЯТЬ СНОВА НИЧЕГО НИКТО ВЫ ВАМ ВАС ОБЯЗАНЫ ДОЛЖНЫ
    """
)
_MARKS: Final = re.compile(r"[!?]*(?:!{2}|!\?|\?!|\?{3})[!?]*")
_WARM: Final = re.compile(
    r"thank|great|congrat|welcome|happy|glad|wonderful|love|super|спасибо|поздрав|\bрад|ура\b|отличн|здоров|"
    r"прекрасн|супер"
)
_DASHES: Final = re.compile(r"[:;—–]|because|since|потому|так как|поскольку")


def hurting(draft: Draft) -> Iterator[Advice]:
    """Yield the phrases of a draft that may hurt."""
    bare = len(draft.body.split()) <= _SHORT and not _gives_facts(draft)
    for match in matches(FAMILIES, draft.passage):
        kind = match.group.kind
        if kind == "soothing" and not bare:
            continue
        kind = "dismissive" if kind == "soothing" else kind
        yield Advice(kind, match.group.probability, match.start, match.end, draft.text[match.start : match.end])


def _gives_facts(draft: Draft) -> bool:
    body = draft.body
    if _DASHES.search(body) or any(char.isdigit() for char in body):
        return True
    return next(named(body, date(2000, 1, 1)), None) is not None


def signs(draft: Draft) -> Iterator[Advice]:
    """Yield what the readers of signals are sure of, under the coach's names."""
    for found in findings(draft.passage):
        kind = SIGNS.get(found.kind)
        if kind and found.probability >= SURE:
            yield Advice(kind, found.probability, found.start, found.end, draft.text[found.start : found.end])


def shouting(draft: Draft) -> Iterator[Advice]:
    """Yield sentences in capitals or with rows of exclamation marks; abbreviations and thanks are none."""
    for sentence in draft.sentences:
        if sentence.role != "body":
            continue
        text = draft.text[sentence.start : sentence.end]
        loud = max((_loudness(found[0]) for found in _CAPITALS.finditer(text)), default=0.0)
        marks = max((found[0] for found in _MARKS.finditer(text)), key=len, default="")
        if marks and not (_WARM.search(draft.passage.folded, sentence.start, sentence.end) and loud == 0):
            loud = max(loud, 0.85 if len(marks) > 2 else 0.65)
        if loud:
            yield Advice("shouting", loud, sentence.start, sentence.end, text)


def _loudness(capitals: str) -> float:
    """How surely capitals shout: a row of real words does, one or two only where their meaning is loud."""
    spelt = re.findall(r"[A-ZА-ЯЁ]+", capitals)
    spoken = [word for word in spelt if len(word) > 3 and _VOWEL.search(word)]
    if len(spelt) >= 3 and len(spoken) >= 2:
        return 0.85
    loud = sum(word in _LOUD for word in spelt)
    return 0.7 if loud and len(spelt) > 1 else 0.55 if loud else 0.0
