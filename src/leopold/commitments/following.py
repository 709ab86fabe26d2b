"""What became of promises: later letters and the ledger that keep, delay, deny or cancel them, each change with proof.

Promises of letters, and those that no letter holds: entered by hand, from contracts, from agreements. A fold over
letters and payments in the order of time, without a look ahead: what is known of a promise at a moment depends on
nothing after it. A promise of which nothing is told stays open, also when its day has gone by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal

from leopold.commitments.calendars import Calendar
from leopold.commitments.finding import Promise
from leopold.commitments.following_words import FOLLOWING, Following
from leopold.commitments.phrases import dues
from leopold.languages import Language
from leopold.ledger.numbers import named
from leopold.model import Evidence, Fact, Invoice, Letter, Relationship, Side
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


@dataclass(frozen=True, slots=True)
class Entered:
    """A promise that no letter holds: `what` one side promised on the day `written`, in words of that language.

    `message_id` is a letter of the conversation that it belongs to, "" for none.
    """

    what: str
    side: Side
    written: date
    due: date | None
    language: Language
    message_id: str = ""


@dataclass(slots=True)
class _Open:
    """A promise that is followed: the stems of its act, the conversation it was made in, and its changes so far."""

    promise: Promise | Entered
    talk: str
    about: frozenset[str] = frozenset()
    pays: bool = False
    changes: list[Change] = field(default_factory=list)

    @property
    def state(self) -> State:
        return self.changes[-1].state if self.changes else "open"

    def begin(self, language: Language) -> None:
        said = fold(self.promise.what)
        self.about, self.pays = about(said, language), bool(FOLLOWING[language].pays.search(said))


def follow(
    relationship: Relationship, promises: Sequence[Promise], until: date, calendar: Calendar | None = None
) -> tuple[Followed, ...]:
    """Return the promises of a relationship with what became of each by the evening of `until`, in their order.

    `calendar` says which days are worked on; None takes that of each letter's language. Promises made later are left
    out.
    """
    every = changes_of(relationship, promises, until, calendar)
    return tuple(Followed(one, found) for one, found in zip(promises, every, strict=True) if found is not None)


def changes_of(
    relationship: Relationship,
    promises: Sequence[Promise | Entered],
    until: date,
    calendar: Calendar | None = None,
) -> tuple[tuple[Change, ...] | None, ...]:
    """Return for each promise what became of it by the evening of `until`, as `follow` does; None for those made later.

    A promise that no letter of the relationship holds is followed from the day on which it was made.
    """
    talks = {key: str(number) for number, talk in enumerate(relationship.conversations) for key in talk.message_ids}
    letters = sorted(
        (each for each in relationship.letters if each.message.at and each.message.at.date() <= until),
        key=lambda each: (each.message.at, each.message.id),
    )
    known = {each.message.id for each in letters}
    every = [_Open(one, talks.get(_letter_of(one), "")) for one in promises]
    followed = [one for one in every if _letter_of(one.promise) in known or one.promise.written <= until]
    if followed:
        _follow(letters, followed, talks, calendar)
    issued = [each for each in relationship.invoices if each.issued <= until]
    for one in followed:
        _settle(one, issued, until)
    there = {id(one) for one in followed}
    return tuple(tuple(one.changes) if id(one) in there else None for one in every)


def _letter_of(promise: Promise | Entered) -> str:
    return promise.message_id if isinstance(promise, Entered) else promise.act.message_id


def _follow(
    letters: Sequence[Letter], followed: Sequence[_Open], talks: Mapping[str, str], calendar: Calendar | None
) -> None:
    """Let letters, in order, change the promises."""
    known = {each.message.id: each for each in letters}
    by_letter: dict[str, list[_Open]] = {}
    elsewhere: list[_Open] = []
    for one in followed:
        letter = None if isinstance(one.promise, Entered) else known.get(one.promise.act.message_id)
        if letter is not None:
            by_letter.setdefault(letter.message.id, []).append(one)
        else:
            elsewhere.append(one)
    elsewhere.sort(key=lambda one: one.promise.written, reverse=True)
    telling = frozenset[str]().union(*(stems(fold(one.promise.what)) for one in followed))
    seen: dict[str, int] = {}
    running: list[_Open] = []
    for count, letter in enumerate(letters):
        common = {each for each, times in seen.items() if count >= 8 and times > COMMON * count}
        while elsewhere and letter.message.day and elsewhere[-1].promise.written <= letter.message.day:
            one = elsewhere.pop()
            one.begin(one.promise.language if isinstance(one.promise, Entered) else letter.language)
            running.append(one)
        _read(letter, running, talks.get(letter.message.id, ""), common, calendar)
        for one in by_letter.get(letter.message.id, ()):
            one.begin(letter.language)
            _supersede(running, one, common)
            running.append(one)
        own = {each for zone in letter.own for each in stems(fold(letter.message.text[zone.start : zone.end]))}
        for each in own & telling:
            seen[each] = seen.get(each, 0) + 1
    # What no letter followed may still be settled by the ledger.
    for one in elsewhere:
        one.begin(one.promise.language if isinstance(one.promise, Entered) else "en")


def _supersede(running: Iterable[_Open], later: _Open, common: set[str]) -> None:
    """Let a promise move the day of those before it that are about the same."""
    if isinstance(later.promise, Entered):
        return
    for before in running:
        if _superseded(before, later.promise, later.talk, common, later.about):
            over = before.promise.due is not None and later.promise.written > before.promise.due
            change = Change(
                "broken" if over else "renegotiated", later.promise.written, later.promise.act, due=later.promise.due
            )
            if before.state != change.state:
                before.changes.append(change)


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


def _read(letter: Letter, running: list[_Open], talk: str, common: set[str], calendar: Calendar | None) -> None:
    """Let a letter change the promises that run."""
    day = letter.message.day
    if day is None:
        return
    running[:] = [one for one in running if one.state not in DONE and day <= _day_of(one) + REACH][-LATEST:]
    waiting = running
    if not waiting:
        return
    sayings = _sayings(letter, day, calendar)
    blamed = False
    for one in waiting:
        best = max(
            ((_match(one, said, talk, common), -number) for number, said in enumerate(sayings)),
            default=(0.0, 0),
        )
        if best[0] >= 1.0:
            change = _change(one, sayings[-best[1]], letter, day)
            if change and not (one.changes and change.state == one.state):
                one.changes.append(change)
                blamed |= change.state == "broken"
    complaint = next((said for said in sayings if said.accuses and not said.sorry), None)
    if complaint is not None and not blamed:
        _blame(waiting, complaint, letter, talk, day)


def _blame(running: Iterable[_Open], said: _Said, letter: Letter, talk: str, on: date) -> None:
    """Let a complaint that names nothing speak of the promise whose day went by last in that conversation."""
    due = [
        (one.promise.due, number, one)
        for number, one in enumerate(running)
        if one.promise.due is not None
        and one.state == "open"
        and one.promise.side != letter.side
        and one.talk == talk != ""
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


def _sayings(letter: Letter, day: date, calendar: Calendar | None) -> list[_Said]:
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
        whole = letter.message.text[sentence.start : sentence.end]
        days = [one.date for _, one in dues(whole, day, letter.language, calendar)]
        evidence = Evidence.of(letter.message, sentence.start, sentence.end)
        found.append(_Said(evidence, _stems_of(said, words), max(days, default=None), *marks))
    return found


def _match(one: _Open, said: _Said, talk: str, common: set[str]) -> float:
    """Return how surely a sentence speaks of a promise; 1 and more is sure enough."""
    shared = (one.about & said.about) - common
    score = 0.8 * len(shared) + 0.4 * (talk == one.talk != "")
    if not one.about - common and talk == one.talk != "":
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
        if said.broken and (over or (promise.due is None and on > promise.written)):
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
        and later.act.message_id != _letter_of(one.promise)
        and later.what != one.promise.what
        and later.due > one.promise.due
        and one.state in ("open", "broken")
        and (talk == one.talk or (one.talk == "" and isinstance(one.promise, Entered)))
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
    # What letters say after the money came, they say of something else, or not knowing.
    changes = [each for each in one.changes if each.state not in ("kept", "late") and not (paid and each.on > paid)]
    if until > due and not any(change.state == "broken" for change in changes):
        changes.append(Change("broken", due + timedelta(days=1), fact=Fact("invoice_overdue", values)))
    if paid:
        changes.append(Change("late", paid, fact=Fact("invoice_paid", values)))
    one.changes = sorted(changes, key=lambda change: change.on)


def _owed(promise: Promise | Entered, invoices: Sequence[Invoice]) -> list[Invoice]:
    """Return the invoices that a promise to pay means: those it names, all where it says so, else the only open one."""
    last = max(promise.written, promise.due or promise.written)
    open_then = [each for each in invoices if each.issued <= last and not (each.paid and each.paid < promise.written)]
    numbers = named(promise.what, [each.number for each in open_then])
    meant = [each for each in open_then if each.number in numbers]
    return meant or (open_then if len(open_then) == 1 or _ALL.search(fold(promise.what)) else [])


_ALL: Final = re.compile(r"\b(?:all|everything|both|все|всё|оба|обе)\b")
