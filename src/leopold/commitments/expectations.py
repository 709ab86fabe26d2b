"""Expectations side by side: where the two sides take the same act for another day or another price.

What one side promised is held against what the other side wrote of it afterwards in the same conversation. Two days,
or two amounts of money in one currency, that differ are a conflict of expectations, each side with its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from leopold.commitments.finding import Promise
from leopold.commitments.following import about
from leopold.commitments.phrases import dues
from leopold.languages import Language
from leopold.model import Evidence, Letter, Relationship, Side
from leopold.signals import passage_of
from leopold.signals.sentences import fold

REACH: Final = timedelta(days=30)
"""How long after a promise the other side's words are held against it."""

SHARED: Final = 2
"""Stems that two sentences must share to be about the same act."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A promise, and what the other side expects instead. `promised` and `expected` are days, or amounts in words."""

    kind: Literal["date", "price"]
    promise: Promise
    expectation: Evidence
    promised: str
    expected: str


def conflicts(relationship: Relationship, promises: Sequence[Promise]) -> tuple[Conflict, ...]:
    """Return the conflicts of expectations of a relationship, in the order of its promises: of each the first."""
    talks = {key: number for number, talk in enumerate(relationship.conversations) for key in talk.message_ids}
    expecting: dict[int, list[_Expected]] = {}
    promising = {talks[each.act.message_id] for each in promises if each.act.message_id in talks}
    letters = sorted(
        (each for each in relationship.letters if each.message.at and talks.get(each.message.id) in promising),
        key=lambda each: (each.message.at, each.message.id),
    )
    for letter in letters:
        expecting.setdefault(talks[letter.message.id], []).extend(_expectations(letter))
    found = []
    for promise in promises:
        others = expecting.get(talks.get(promise.act.message_id, -1), ())
        one = next((each for other in others for each in _against(promise, other)), None)
        if one is not None:
            found.append(one)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Expected:
    """A sentence that tells what its writer's side understands to be agreed."""

    side: Side
    written: date
    language: Language
    evidence: Evidence
    about: frozenset[str]


def _expectations(letter: Letter) -> Iterator[_Expected]:
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    for sentence in passage.sentences:
        if letter.message.at and _EXPECTS.search(passage.folded, sentence.start, sentence.end):
            stems = about(passage.folded[sentence.start : sentence.end], letter.language)
            evidence = Evidence.of(letter.message, sentence.start, sentence.end)
            yield _Expected(letter.side, letter.message.at.date(), letter.language, evidence, stems)


def _against(promise: Promise, other: _Expected) -> Iterator[Conflict]:
    """Yield what a sentence of the other side expects of a promise and the promise does not say."""
    if other.side == promise.side or not timedelta(0) <= other.written - promise.written <= REACH:
        return
    if len(about(fold(promise.act.quote), other.language) & other.about) < SHARED:
        return
    said = other.evidence.quote
    days = {one.date for _, one in dues(said, other.written, other.language)}
    if promise.due and len(days) == 1 and _differs(promise.due, next(iter(days)), other.written):
        yield Conflict("date", promise, other.evidence, promise.due.isoformat(), next(iter(days)).isoformat())
    ours, theirs = amounts(promise.act.quote), amounts(said)
    if len(ours) == len(theirs) == 1 and ours[0][1] == theirs[0][1] and ours[0][0] != theirs[0][0]:
        yield Conflict("price", promise, other.evidence, _worded(ours[0]), _worded(theirs[0]))


def _differs(promised: date, expected: date, written: date) -> bool:
    # A day named once the promised one is over is a new demand, not another understanding of the old one.
    return expected != promised and written <= promised


_EXPECTS: Final = re.compile(
    r"\b(?:you (?:said|promised|confirmed|agreed|offered|quoted|wrote)|as (?:agreed|promised|discussed|quoted)|"
    r"we (?:agreed|expect|expected|"
    r"are counting|were told|understood)|i (?:expect|expected|understood)|counting on|was agreed|contract says|"
    r"договорились|"
    r"договаривались|обещали|обещал|ждем|жду|рассчитыва\w+|согласовали|согласован\w*|вы (?:писали|называли|"
    r"говорили|предлагали)|"
    r"по договору|как вы (?:писали|обещали)|понял\w*|поняли)\b"
)

_CURRENCIES: Final = {
    "руб": "RUB",
    "р.": "RUB",
    "₽": "RUB",
    "€": "EUR",
    "eur": "EUR",
    "$": "USD",
    "usd": "USD",
    "£": "GBP",
    "gbp": "GBP",
}
_AMOUNT: Final = re.compile(
    r"(?P<before>[€$£]) ?(?P<a>\d{1,3}(?:[ ,]\d{3})+|\d+)(?P<x>[.,]\d\d)?(?!\d)|"
    r"(?<![\d.,])(?P<b>\d{1,3}(?:[ ,]\d{3})+|\d+)(?P<y>[.,]\d\d)? ?(?P<after>руб|р\.|₽|€|eur|usd|gbp)"
)


def amounts(text: str) -> list[tuple[Decimal, str]]:
    """Return the amounts of money in a text with their ISO 4217 currencies, in order of place."""
    found = []
    for match in _AMOUNT.finditer(fold(text)):
        whole = re.sub(r"[ ,]", "", match["a"] or match["b"])
        cents = (match["x"] or match["y"] or ".00")[1:]
        found.append((Decimal(f"{whole}.{cents}"), _CURRENCIES[match["before"] or match["after"]]))
    return found


def _worded(amount: tuple[Decimal, str]) -> str:
    return f"{amount[0]} {amount[1]}"
