"""What became of promises: later letters and the ledger that keep, delay, deny or cancel them, each change with proof.

A fold over letters and payments in the order of time, without a look ahead: what is known of a promise at a moment
depends on nothing after it. A promise of which nothing is told stays open, also when its day has gone by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from leopold.commitments.finding import Promise
from leopold.commitments.following_words import FOLLOWING, Following
from leopold.commitments.phrases import dues
from leopold.languages import Language
from leopold.model import Evidence, Fact, Invoice, Letter, Relationship
from leopold.signals import passage_of
from leopold.signals.sentences import fold
from leopold.signals.stems import stem, stems

State = Literal["open", "kept", "late", "broken", "cancelled", "renegotiated"]
DONE: Final = frozenset(("kept", "late", "cancelled", "renegotiated"))
"""States that nothing changes any more. A broken promise may still be kept late."""

REACH: Final = timedelta(days=45)
"""How long after its day a promise is looked for in letters."""

LATEST: Final = 200
"""So many promises are followed at a time, the latest ones."""

FRESH: Final = timedelta(days=10)
"""How long after its day a complaint that names nothing is taken to speak of a promise."""

COMMON: Final = 0.25
"""A stem in a larger share of the letters so far says nothing about which promise is meant."""


BREACHES: Final = frozenset(("broken_promise", "unmet_expectation", "repeat_request"))
"""Signals that say a promise was not kept."""

BREACH: Final = 0.4
"""How sure such a signal must be."""


@dataclass(frozen=True, slots=True)
class Change:
    """A promise became `state` on `on`: by the words of a letter, or by a fact of the ledger. `due` is a new day."""

    state: State
    on: date
    evidence: Evidence | None = None
    fact: Fact | None = None
    due: date | None = None

    def __post_init__(self) -> None:
        if self.evidence is None and self.fact is None:
            raise ValueError("a change of a promise needs a letter or a fact that proves it")


@dataclass(frozen=True, slots=True)
class Followed:
    """A promise and what became of it, oldest change first."""

    promise: Promise
    changes: tuple[Change, ...] = ()

    @property
    def state(self) -> State:
        """What is known of it now."""
        return self.changes[-1].state if self.changes else "open"


@dataclass(slots=True)
class _Open:
    """A promise that is followed: the stems of its act, the conversation it was made in, and its changes so far."""

    promise: Promise
    about: frozenset[str]
    talk: str
    pays: bool
    changes: list[Change]

    @property
    def state(self) -> State:
        return self.changes[-1].state if self.changes else "open"


def follow(relationship: Relationship, promises: Sequence[Promise], until: date) -> tuple[Followed, ...]:
    """Return the promises of a relationship with what became of each by the evening of `until`, in their order."""
    talks = {key: str(number) for number, talk in enumerate(relationship.conversations) for key in talk.message_ids}
    letters = sorted(
        (each for each in relationship.letters if each.message.at and each.message.at.date() <= until),
        key=lambda each: (each.message.at, each.message.id),
    )
    issued = [each for each in relationship.invoices if each.issued <= until]
    by_letter: dict[str, list[_Open]] = {}
    followed = []
    for promise in promises:
        if promise.written > until:
            continue
        one = _Open(promise, frozenset(), talks.get(promise.act.message_id, ""), pays=False, changes=[])
        by_letter.setdefault(promise.act.message_id, []).append(one)
        followed.append(one)
    if not followed:
        return ()
    telling = frozenset[str]().union(*(stems(fold(one.promise.act.quote)) for one in followed))
    seen: dict[str, int] = {}
    running: list[_Open] = []
    for count, letter in enumerate(letters):
        common = {each for each, times in seen.items() if count >= 8 and times > COMMON * count}
        _read(letter, running, talks.get(letter.message.id, ""), common)
        for one in by_letter.get(letter.message.id, ()):
            words = FOLLOWING[letter.language]
            about = _stems_of(fold(one.promise.act.quote), words)
            for before in running:
                if _superseded(before, one.promise, one.talk, common, about):
                    over = before.promise.due is not None and one.promise.written > before.promise.due
                    change = Change(
                        "broken" if over else "renegotiated", one.promise.written, one.promise.act, due=one.promise.due
                    )
                    if before.state != change.state:
                        before.changes.append(change)
            one.about = _stems_of(fold(one.promise.act.quote), words)
            one.pays = bool(words.pays.search(fold(one.promise.act.quote)))
            running.append(one)
        own = {each for zone in letter.own for each in stems(fold(letter.message.text[zone.start : zone.end]))}
        for each in own & telling:
            seen[each] = seen.get(each, 0) + 1
    for one in followed:
        _settle(one, issued, until)
    return tuple(Followed(one.promise, tuple(one.changes)) for one in followed)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a later letter: its stems, what it says of promises, and the latest day it names."""

    evidence: Evidence
    about: frozenset[str]
    due: date | None
    delivered: bool
    received: bool
    sorry: bool
    here: bool
    promised: bool
    broken: bool
    accuses: bool
    delayed: bool
    cancelled: bool


def _read(letter: Letter, running: list[_Open], talk: str, common: set[str]) -> None:
    """Let a letter change the promises that run."""
    at = letter.message.at
    if at is None:
        return
    running[:] = [one for one in running if one.state not in DONE and at.date() <= _day_of(one) + REACH][-LATEST:]
    waiting = running
    if not waiting:
        return
    sayings = _sayings(letter, at)
    blamed = False
    for one in waiting:
        best = max(
            ((_match(one, said, talk, common), -number) for number, said in enumerate(sayings)),
            default=(0.0, 0),
        )
        if best[0] >= 1.0:
            change = _change(one, sayings[-best[1]], letter, at.date())
            if change and not (one.changes and change.state == one.state):
                one.changes.append(change)
                blamed |= change.state == "broken"
    complaint = next((said for said in sayings if said.accuses and not said.sorry), None)
    if complaint is not None and not blamed:
        _blame(waiting, complaint, letter, talk, at.date())


def _blame(running: Iterable[_Open], said: _Said, letter: Letter, talk: str, on: date) -> None:
    """Let a complaint that names nothing speak of the promise whose day went by last in that conversation."""
    due = [
        (one.promise.due, number, one)
        for number, one in enumerate(running)
        if one.promise.due is not None
        and one.state == "open"
        and one.promise.side != letter.side
        and one.talk == talk
        and timedelta(0) < on - one.promise.due <= FRESH
    ]
    if due:
        max(due, key=lambda each: each[:2])[2].changes.append(Change("broken", on, said.evidence))


def _stems_of(folded: str, words: Following) -> frozenset[str]:
    return stems(folded) - frozenset(map(stem, words.empty))


def about(folded: str, language: Language) -> frozenset[str]:
    """Return the stems of a folded text by which it can be told what it is about."""
    return _stems_of(folded, FOLLOWING[language])


def _day_of(one: _Open) -> date:
    return one.promise.due or one.promise.written


def _sayings(letter: Letter, at: datetime) -> list[_Said]:
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    words = FOLLOWING[letter.language]
    found = []
    for sentence in passage.sentences:
        said = passage.folded[sentence.start : sentence.end]
        marks = [bool(each.search(said)) for each in words[:-2]]
        marks[5] |= any(
            signal.kind in BREACHES
            and signal.probability >= BREACH
            and signal.evidence.start < sentence.end
            and sentence.start < signal.evidence.end
            for signal in letter.signals
        )
        if not any(marks):
            continue
        days = [
            one.date for _, one in dues(letter.message.text[sentence.start : sentence.end], at.date(), letter.language)
        ]
        evidence = Evidence.of(letter.message, sentence.start, sentence.end)
        found.append(_Said(evidence, _stems_of(said, words), max(days, default=None), *marks))
    return found


def _match(one: _Open, said: _Said, talk: str, common: set[str]) -> float:
    """Return how surely a sentence speaks of a promise; 1 and more is sure enough."""
    shared = (one.about & said.about) - common
    score = 0.8 * len(shared) + 0.4 * (talk == one.talk != "")
    if not one.about - common and talk == one.talk:
        score += 0.7
    return score


def _change(one: _Open, said: _Said, letter: Letter, on: date) -> Change | None:
    """Return what a sentence about a promise makes of it; None where it leaves it as it is.

    Whoever keeps a promise says so; what the other side says without complaint after its day was done in time.
    """
    promise = one.promise
    over = promise.due is not None and on > promise.due
    own = letter.side == promise.side
    if not own:
        if said.cancelled and not said.broken:
            return Change("cancelled", on, said.evidence)
        if said.broken and (over or promise.due is None):
            return Change("broken", on, said.evidence)
        if said.received and not said.broken:
            return Change("late" if one.state == "broken" else "kept", on, said.evidence)
        return None
    if said.delayed and not said.delivered and (said.due is None or promise.due is None or said.due > promise.due):
        return Change("broken" if over or said.due is None else "renegotiated", on, said.evidence, due=said.due)
    if said.delivered:
        late = one.state == "broken" or (over and (said.sorry or (said.here and not said.promised)))
        return Change("late" if late else "kept", on, said.evidence)
    return None


def _superseded(one: _Open, later: Promise, talk: str, common: set[str], about: frozenset[str]) -> bool:
    """Whether a later promise of the same side moves the day of one that is still open."""
    return (
        one.promise.due is not None
        and later.due is not None
        and later.side == one.promise.side
        and later.act.message_id != one.promise.act.message_id
        and later.act.quote != one.promise.act.quote
        and later.due > one.promise.due
        and one.state in ("open", "broken")
        and talk == one.talk
        and (len(shared := (one.about & about) - common) >= 2 or (bool(shared) and shared == about))
    )


def _settle(one: _Open, invoices: Sequence[Invoice], until: date) -> None:
    """Let the ledger say what became of a promise of the other side to pay invoices of ours."""
    promise = one.promise
    owed = _owed(promise, invoices) if one.pays and promise.side == "theirs" else []
    if not owed:
        return
    due = promise.due or max(each.due for each in owed)
    values = {"number": ", ".join(each.number for each in owed)}
    days = [each.paid for each in owed if each.paid is not None and each.paid <= until]
    paid = max(days) if len(days) == len(owed) else None
    if paid and paid <= due:
        one.changes = [Change("kept", paid, fact=Fact("invoice_paid", values))]
        return
    changes = [change for change in one.changes if change.state not in ("kept", "late")]
    if until > due and not any(change.state == "broken" for change in changes):
        changes.append(Change("broken", due + timedelta(days=1), fact=Fact("invoice_overdue", values)))
    if paid:
        changes.append(Change("late", paid, fact=Fact("invoice_paid", values)))
    one.changes = sorted(changes, key=lambda change: change.on)


def _owed(promise: Promise, invoices: Sequence[Invoice]) -> list[Invoice]:
    """Return the invoices that a promise to pay means: those it names, all where it says so, else the only open one."""
    last = max(promise.written, promise.due or promise.written)
    open_then = [each for each in invoices if each.issued <= last and not (each.paid and each.paid < promise.written)]
    said = fold(promise.act.quote)
    named = [each for each in open_then if each.number and fold(each.number) in said]
    return named or (open_then if len(open_then) == 1 or _ALL.search(said) else [])


_ALL: Final = re.compile(r"\b(?:all|everything|both|все|всё|оба|обе)\b")
