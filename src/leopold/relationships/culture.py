"""How each side behaves over time: whether it answers, pays in time, keeps its word, gives way, accuses.

A fold over the events of one relationship. Every outcome counts once, on the day on which it is known, so that nothing
looks ahead; what still waits for its outcome counts for nothing. It is told of sides and never of a person, and below
`ENOUGH_OUTCOMES` nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import fsum
from statistics import median
from typing import Final, NamedTuple

from leopold.correspondence.subjects import normalised_subject
from leopold.model import CUSTOMS, Custom, Letter, Side, Signal, Tally
from leopold.relationships.behaviour import asks, own_text
from leopold.relationships.events import Event, InvoiceIssued, InvoicePaid, LetterEvent, midnight
from leopold.relationships.state import other
from leopold.relationships.weights import BAD
from leopold.signals import shown
from leopold.signals.sentences import fold, words

LATELY: Final = timedelta(days=90)
"""The period that is told beside all that was before it."""

ANSWERED: Final = timedelta(days=20)
"""After so long without an answer a question was not answered, and trouble not met."""

TROUBLE: Final = 0.5
"""Probability from which a letter raises trouble that somebody could give way to."""

SEEN: Final = 1 / 3
"""Letters of a side per question put to it: with fewer we plainly do not see its letters, and cannot judge answers."""

MOST_WAITING: Final = 200
"""How many questions, and troubles, are kept while they wait; the oldest go first and count for nothing."""

ACCUSING: Final = frozenset({"accusation", "blame_shift", "ultimatum"})
YIELDING: Final = frozenset({"apology", "concession"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SIDES: Final[tuple[Side, Side]] = ("theirs", "ours")
_SECOND_PERSON: Final = words(
    "you your yours you'd you've you're you'll вы вас вам ваш ваша ваше ваши вашу вашего вашей ты тебя тебе твой"
)
_FIRST_PERSON: Final = words(
    "we i our my we'd we've we're we'll i'd i've i'm i'll мы я нам нас мне меня мой наш наша наши нашей"
)


class Outcome(NamedTuple):
    """Something that turned out one way or the other: `value` is 1 or 0, or a probability where letters tell it."""

    at: datetime
    value: float
    seconds: float | None = None


class Asked(NamedTuple):
    """A question or request that awaits an answer."""

    at: datetime
    message_id: str
    subject: str


@dataclass(slots=True)
class Conduct:
    """Follows the events of one relationship and keeps what turned out how, for both sides."""

    outcomes: dict[tuple[str, Side], list[Outcome]] = field(default_factory=dict)
    letters: dict[Side, int] = field(default_factory=lambda: {"ours": 0, "theirs": 0})
    asked: dict[Side, list[Asked]] = field(default_factory=lambda: {"ours": [], "theirs": []})
    raised: dict[Side, list[datetime]] = field(default_factory=lambda: {"ours": [], "theirs": []})
    bills: dict[tuple[str, str], date] = field(default_factory=dict)

    def see(self, event: Event) -> None:
        """Take in one event."""
        self._expire(event.at)
        match event:
            case LetterEvent(at=at, letter=letter):
                self._letter(at, letter)
            case InvoiceIssued(invoice=invoice):
                self.bills[invoice.number, invoice.currency] = invoice.due
            case InvoicePaid(at=at, invoice=invoice):
                if self.bills.pop((invoice.number, invoice.currency), None) is not None:
                    self._note("pays_in_time", "theirs", at, 1.0)

    def at(self, moment: datetime) -> tuple[Custom, ...]:
        """Return how both sides behave, as known at a moment not before the last event."""
        self._expire(moment)
        cut = moment - LATELY
        found = []
        for kind in CUSTOMS:
            for side in _SIDES:
                own = self.outcomes.get((kind, side))
                if own and not (kind == "answers" and self.letters[side] < SEEN * len(own)):
                    earlier, lately = _tally(o for o in own if o.at < cut), _tally(o for o in own if o.at >= cut)
                    found.append(Custom(kind, side, _tally(own), earlier, lately))
        return tuple(found)

    def _note(self, kind: str, side: Side, at: datetime, value: float, seconds: float | None = None) -> None:
        self.outcomes.setdefault((kind, side), []).append(Outcome(at, value, seconds))

    def _expire(self, now: datetime) -> None:
        """Count what time alone decides: questions that nobody answered, bills that nobody paid in time."""
        for side in _SIDES:
            while self.asked[side] and self.asked[side][0].at + ANSWERED < now:
                self._note("answers", side, self.asked[side].pop(0).at + ANSWERED, 0.0)
            while self.raised[side] and self.raised[side][0] + ANSWERED < now:
                self._note("gives_way", side, self.raised[side].pop(0) + ANSWERED, 0.0)
        for key in [key for key, due in self.bills.items() if due < now.date()]:
            self._note("pays_in_time", "theirs", midnight(self.bills.pop(key)) + timedelta(days=1), 0.0)

    def _letter(self, at: datetime, letter: Letter) -> None:
        side, signals = letter.side, shown(letter.signals)
        self.letters[side] += 1
        self._answer(at, letter)
        yields = _probability(sign for sign in signals if sign.kind in YIELDING)
        for _ in self.raised[side]:
            self._note("gives_way", side, at, yields)
        self.raised[side] = []
        if _probability(sign for sign in signals if sign.kind in BAD) >= TROUBLE:
            self.raised[other(side)] = [*self.raised[other(side)][-MOST_WAITING:], at]
        self._note("accuses", side, at, _probability(sign for sign in signals if sign.kind in ACCUSING))
        broken = [sign for sign in signals if sign.kind == "broken_promise"]
        for party in _SIDES:
            told = _probability(sign for sign in broken if whose(sign) == party)
            if told or party != side:
                self._note("breaks_its_word", party, at, told)
        self._ask(at, letter)

    def _answer(self, at: datetime, letter: Letter) -> None:
        """Count what a letter answers: what it follows or shares its subject with; else the one thing that is open."""
        message, waiting = letter.message, self.asked[letter.side]
        named = {*message.in_reply_to, *message.references}
        subject = normalised_subject(message.subject)
        met = [one for one in waiting if one.message_id in named or (subject and one.subject == subject)]
        for one in met or (waiting if len(waiting) == 1 else []):
            self._note("answers", letter.side, at, 1.0, (at - one.at).total_seconds())
            self.asked[letter.side] = [each for each in self.asked[letter.side] if each is not one]

    def _ask(self, at: datetime, letter: Letter) -> None:
        message, waiting = letter.message, self.asked[other(letter.side)]
        subject = normalised_subject(message.subject)
        known = any(one.subject == subject or one.message_id in message.references for one in waiting)
        if not known and asks(own_text(letter).lower()):
            self.asked[other(letter.side)] = [*waiting[-MOST_WAITING:], Asked(at, message.id, subject)]


def whose(signal: Signal) -> Side:
    """Return whose promise a sign of a broken promise speaks of: one's own where it says "we" and not "you"."""
    said = set(_WORD.findall(fold(signal.evidence.quote)))
    own = not said & _SECOND_PERSON and bool(said & _FIRST_PERSON)
    return signal.side if own else other(signal.side)


def _probability(signals: Iterable[Signal]) -> float:
    """Return the probability that at least one of these holds."""
    none = 1.0
    for signal in signals:
        none *= 1 - signal.probability
    return 1 - none


def _tally(outcomes: Iterable[Outcome]) -> Tally:
    known = list(outcomes)
    seconds = [one.seconds for one in known if one.seconds is not None]
    return Tally(fsum(one.value for one in known), len(known), median(seconds) if seconds else None)
