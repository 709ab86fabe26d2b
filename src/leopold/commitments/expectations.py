"""Expectations side by side: where the two sides take the same act for another day, another price or another scope.

What one side promised, or said to be in the price, is held against what the other side writes of it afterwards in the
same conversation. Two days, two amounts of money in one currency, two numbers of one unit, or "included" and "extra"
that differ are a conflict of expectations, each side with its own words. The letter that reveals it is the later one:
nothing here looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Final, Literal, TypeVar

from leopold.commitments.calendars import Calendar
from leopold.commitments.finding import Promise, accepts
from leopold.commitments.following import about
from leopold.commitments.following_words import FOLLOWING
from leopold.commitments.phrases import dues
from leopold.commitments.scope import Quantity, amounts, included, quantities, without_terms
from leopold.languages import Language
from leopold.model import Evidence, Letter, Message, Relationship, Side, Zone
from leopold.signals import passage_of
from leopold.signals.interface import Passage
from leopold.signals.sentences import Sentence, fold

REACH: Final = timedelta(days=30)
"""How long after a promise the other side's words are held against it."""

SHARED: Final = 2
"""Stems that two sentences must share to be about the same act, where one of them is about no fewer."""

KEPT: Final = 64
"""How many statements of a conversation are held against later words, the latest ones."""

MOST: Final = 16
"""How many statements of one letter are looked at."""

Kind = Literal["date", "price", "scope"]
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Conflict:
    """What one `side` promised or stated, and what the other expects instead.

    `promised` and `expected` are days (ISO 8601), amounts ("120000.00 RUB"), numbers of units in the writer's words, or
    "included" and "extra".
    """

    kind: Kind
    side: Side
    promise: Evidence
    expectation: Evidence
    promised: str
    expected: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence takes to be agreed.

    It `binds` where the other side may rely on it, and `expects` where its own side relies on what was said before.
    `about` are stems of what it is about; `due`, `money` and `quantity` stand where it names one and only one.
    """

    side: Side
    written: date
    evidence: Evidence
    about: frozenset[str]
    binds: bool
    expects: bool
    due: date | None = None
    money: tuple[Decimal, str] | None = None
    quantity: Quantity | None = None
    included: bool | None = None


def conflicts(
    relationship: Relationship, promises: Sequence[Promise], calendar: Calendar | None = None
) -> tuple[Conflict, ...]:
    """Return the conflicts of expectations of a relationship as letters reveal them; what was stated conflicts once."""
    talks = {key: number for number, talk in enumerate(relationship.conversations) for key in talk.message_ids}
    made: dict[str, list[Promise]] = {}
    for promise in promises:
        made.setdefault(promise.act.message_id, []).append(promise)
    known: dict[int, list[Statement]] = {}
    found: list[Conflict] = []
    letters = [each for each in relationship.letters if each.message.at and each.message.id in talks]
    for letter in sorted(letters, key=lambda each: (each.message.at, each.message.id)):
        so_far = known.setdefault(talks[letter.message.id], [])
        said = statements(letter, made.get(letter.message.id, ()), calendar)
        found += reveal(so_far, said)
        so_far[:] = remembered(so_far, letter, said)
    return tuple(found)


def statements(letter: Letter, promises: Sequence[Promise], calendar: Calendar | None = None) -> tuple[Statement, ...]:
    """Return what a letter takes to be agreed: its `promises`, and sentences that tell of terms; at most `MOST`."""
    if letter.message.day is None:
        return ()
    terms = _terms(letter.message, letter.side, letter.language, letter.zones, calendar)
    found = (*(_promised(letter, each) for each in promises), *terms)
    return tuple(each for each in found if each.about)[:MOST]


@lru_cache(maxsize=2048)
def _terms(
    message: Message, side: Side, language: Language, zones: tuple[Zone, ...], calendar: Calendar | None
) -> tuple[Statement, ...]:
    """Sentences that tell of terms. The fold and whoever lists conflicts read the same letters one after the other."""
    written, letter = message.day, Letter(message, side, language, zones)
    if written is None:
        return ()
    passage = passage_of(message.text, side, language, zones)
    body = (each for each in passage.sentences if each.role != "closing")
    return tuple(islice((one for each in body for one in _told(letter, passage, each, written, calendar)), MOST))


def reveal(known: list[Statement], said: Sequence[Statement]) -> list[Conflict]:
    """Return what `said` contradicts of what is `known`, and take that out of it: it has been told."""
    found = []
    for now in said:
        for before in known:
            conflict = _between(before, now)
            if conflict is not None:
                found.append(conflict)
                known.remove(before)
                break
    return found


def remembered(known: Sequence[Statement], letter: Letter, said: Sequence[Statement]) -> list[Statement]:
    """Return what is known after a letter: the latest statements that bind.

    Gone is what its side states anew or moves in this letter, and what it may have given up by saying yes to the other.
    """
    own = [each for each in known if each.side == letter.side and each.included is None]
    gone = own if own and accepts(letter) else _moved(own, letter, said)
    return [*(each for each in known if each not in gone), *(each for each in said if each.binds)][-KEPT:]


def _moved(own: Sequence[Statement], letter: Letter, said: Sequence[Statement]) -> list[Statement]:
    if not own:
        return []
    anew = [each.about for each in said if each.binds and each.included is None]
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    delayed = FOLLOWING[letter.language].delayed
    slips = [
        about(passage.folded[each.start : each.end], letter.language)
        for each in passage.sentences
        if delayed.search(passage.folded, each.start, each.end)
    ]
    return [
        each
        for each in own
        if any(len(each.about & later) >= SHARED for later in anew) or any(each.about & later for later in slips)
    ]


def _promised(letter: Letter, promise: Promise) -> Statement:
    quote = promise.act.quote
    return Statement(
        side=promise.side,
        written=promise.written,
        evidence=promise.act,
        about=about(fold(quote), letter.language),
        binds=True,
        expects=False,
        due=promise.due,
        money=_only(amounts(quote)),
        quantity=_only(quantities(quote)),
    )


def _told(
    letter: Letter, passage: Passage, sentence: Sentence, written: date, calendar: Calendar | None
) -> Iterator[Statement]:
    """Yield a sentence that relies on what was agreed, or says whether something is in the price."""
    expects = _EXPECTS.search(passage.folded, sentence.start, sentence.end)
    folded = passage.folded[sentence.start : sentence.end]
    within = included(folded, letter.language)
    if not expects and within is None:
        return
    said = passage.text[sentence.start : sentence.end]
    # What follows "you promised" is read by itself: as a whole the sentence tells what was.
    pieces = (said, passage.text[expects.end() : sentence.end]) if expects else ()
    days = {one.date for piece in pieces for _, one in dues(piece, written, letter.language, calendar)}
    yield Statement(
        side=letter.side,
        written=written,
        evidence=Evidence.of(letter.message, sentence.start, sentence.end),
        about=about(_EXPECTS.sub(" ", folded), letter.language),
        binds=within is not None,
        expects=True,
        due=next(iter(days)) if len(days) == 1 else None,
        money=_only(amounts(said)) if expects else None,
        quantity=_only(quantities(said)) if expects else None,
        included=within,
    )


def _only(found: Sequence[One]) -> One | None:
    return found[0] if len(found) == 1 else None


def _between(before: Statement, now: Statement) -> Conflict | None:
    """Return how a later statement contradicts what the other side stated before; None where it does not."""
    if not now.expects or now.side == before.side or not timedelta(0) <= now.written - before.written <= REACH:
        return None
    if _priced_otherwise(before, now):
        words = {True: "included", False: "extra"}
        return _conflict("scope", before, now, words[bool(before.included)], words[bool(now.included)])
    return _otherwise(before, now) if _same_act(before.about, now.about) else None


def _priced_otherwise(before: Statement, now: Statement) -> bool:
    if before.included is None or now.included is None or before.included == now.included:
        return False
    return _same_act(without_terms(before.about), without_terms(now.about))


def _same_act(before: frozenset[str], now: frozenset[str]) -> bool:
    """Whether two sentences share enough, or all that one of them is about."""
    shared = before & now
    return len(shared) >= SHARED or (bool(shared) and shared in (before, now))


def _otherwise(before: Statement, now: Statement) -> Conflict | None:
    """Return which figure of two statements about the same act differs, if one does."""
    # A day named once the promised one is over is a new demand, not another understanding of the old one.
    if before.due and now.due and before.due != now.due and now.written <= before.due:
        return _conflict("date", before, now, before.due.isoformat(), now.due.isoformat())
    if before.money and now.money and before.money[1] == now.money[1] and before.money[0] != now.money[0]:
        return _conflict("price", before, now, _worded(before.money), _worded(now.money))
    many, other = before.quantity, now.quantity
    if many and other and many.unit == other.unit and many.number != other.number:
        return _conflict("scope", before, now, many.words, other.words)
    return None


def _conflict(kind: Kind, before: Statement, now: Statement, promised: str, expected: str) -> Conflict:
    return Conflict(kind, before.side, before.evidence, now.evidence, promised, expected)


def _worded(amount: tuple[Decimal, str]) -> str:
    return f"{amount[0]} {amount[1]}"


_EXPECTS: Final = re.compile(
    r"\b(?:you (?:said|promised|confirmed|agreed|offered|quoted|wrote)|as (?:agreed|promised|discussed|quoted)|"
    r"we (?:agreed|expect|expected|"
    r"are counting|were told|understood)|i (?:expect|expected|understood)|counting on|was agreed|contract says|"
    r"договорились|"
    r"договаривались|обещали|обещал|ждем|жду|рассчитыва\w+|согласовали|согласован\w*|вы (?:писали|называли|"
    r"говорили|предлагали)|"
    r"по договору|как вы (?:писали|обещали)|понял\w*|поняли)\b"
)
