"""What a relationship's past amounts to at a moment, in bounded space."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from math import log
from typing import Final, NamedTuple

from leopold.commitments.calendars import Calendar
from leopold.commitments.expectations import Conflict
from leopold.forecast import Turn
from leopold.model import Evidence, Fact, Invoice, Side
from leopold.relationships.habits import DAY, Habit, length_habit, reply_habit
from leopold.relationships.learning import NONE, Adjustments
from leopold.relationships.talks import Talk
from leopold.relationships.understandings import Understanding
from leopold.relationships.weights import FITTED, HALF_LIFE_DAYS, PER_LETTER, REACH, Weights

LETTER: Final = -log(PER_LETTER)
SECOND: Final = log(2.0) / (HALF_LIFE_DAYS * DAY)

EPSILON: Final = 0.02
"""A contribution below this is forgotten."""

CONTRIBUTIONS: Final = 128
"""How many fading contributions are kept; the oldest go first."""

PEOPLE: Final = 2_000
"""How many addresses are remembered as known; the oldest go first."""


class Contribution(NamedTuple):
    """Something that moved the log-odds, and fades from then on.

    `weight` is what it moved them by. `clock` is the fading clock at that moment, and `gone` what the clock will show
    when it is forgotten: at a clock of t, weight · exp(clock − t) is left.
    """

    kind: str
    side: Side
    weight: float
    clock: float
    gone: float
    evidence: tuple[Evidence, ...] = ()
    fact: Fact | None = None


class Waiting(NamedTuple):
    """Letters that await an answer: since when (seconds since 1970), how many, and the latest of them.

    `latest` is the latest letter's moment, `subject` its subject without prefixes.
    """

    since: float
    letters: int
    message_id: str
    latest: float
    subject: str = ""


@dataclass(slots=True)
class Party:
    """One side's habits, and the letters of the other side that wait for its answer."""

    replies: Habit = field(default_factory=reply_habit)
    words: Habit = field(default_factory=length_habit)
    unanswered_since: float | None = None
    waiting: Waiting | None = None


@dataclass(slots=True)
class Bill:
    """An open invoice, and from which day the ledger calls it disputed."""

    invoice: Invoice
    disputed: bool = False


@dataclass(slots=True)
class State:
    """All that health needs to know of the past. Bounded: it does not grow with the number of letters.

    `advance` owns the state it is given and changes it; take a `duplicate` first to ask "what if". `reach` is the share
    of signs that whoever read the letters finds; `weights` say what each reason weighs;
    `adjustments` are what people's marks have taught so far. Trouble counts from log-odds of `line` on.
    `talks` are the latest conversations, `turn` what the forecast saw in the latest letter. `understood` is what was
    taken to be agreed in them, `revealed` what the latest letter contradicted of it, and `calendar` says which days are
    worked on; None takes that of each letter's language.
    """

    reach: float = REACH
    weights: Weights = FITTED
    at: datetime | None = None
    letters: int = 0
    steps: int = 0
    today: int = 0
    letters_today: int = 0
    active: list[Contribution] = field(default_factory=list)
    ours: Party = field(default_factory=Party)
    theirs: Party = field(default_factory=Party)
    people: dict[str, None] = field(default_factory=dict)
    registers: dict[str, tuple[int, float]] = field(default_factory=dict)
    bills: dict[str, Bill] = field(default_factory=dict)
    lateness: list[int] = field(default_factory=list)
    faded: datetime | None = None
    troubled: datetime | None = None
    line: float = 0.0
    hushed: datetime | None = None
    adjustments: Adjustments = NONE
    talks: list[Talk] = field(default_factory=list)
    turn: Turn | None = None
    calendar: Calendar | None = None
    understood: list[Understanding] = field(default_factory=list)
    revealed: list[Conflict] = field(default_factory=list)

    def clock(self, now: float) -> float:
        """Return the fading clock, which runs with letters and with time; `now` is in seconds since 1970."""
        return self.steps * LETTER + now * SECOND

    def add(
        self,
        kind: str,
        side: Side,
        weight: float,
        now: float,
        evidence: tuple[Evidence, ...] = (),
        fact: Fact | None = None,
    ) -> None:
        """Let something move the log-odds from now on."""
        clock = self.clock(now)
        if abs(weight) > EPSILON:
            self.active.append(
                Contribution(kind, side, weight, clock, clock + log(abs(weight) / EPSILON), evidence, fact)
            )

    def party(self, side: Side) -> Party:
        """Return what is kept of one side."""
        return self.ours if side == "ours" else self.theirs

    def duplicate(self) -> State:
        """Return a state that can be advanced without changing this one."""
        twin = copy(self)
        twin.active, twin.lateness, twin.talks = list(self.active), list(self.lateness), list(self.talks)
        twin.understood, twin.revealed = list(self.understood), list(self.revealed)
        twin.people, twin.registers = dict(self.people), dict(self.registers)
        twin.bills = {number: copy(bill) for number, bill in self.bills.items()}
        twin.ours, twin.theirs = _party(self.ours), _party(self.theirs)
        return twin


def _party(party: Party) -> Party:
    twin = copy(party)
    twin.replies, twin.words = copy(party.replies), copy(party.words)
    return twin


def other(side: Side) -> Side:
    """Return the opposite side."""
    return "theirs" if side == "ours" else "ours"
