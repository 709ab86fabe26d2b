"""What both sides take to be agreed, as the fold remembers it: a letter that contradicts it is a sign of its own.

Of each conversation the latest statements are kept, and of the latest conversations only, so that all of it stays
bounded. What contradicts what, `leopold.commitments.expectations` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from leopold.commitments.calendars import Calendar
from leopold.commitments.expectations import Conflict, Statement, remembered, reveal, statements
from leopold.commitments.finding import promises
from leopold.model import Fact, Letter, Side, Signal

KIND: Final = "conflicting_expectation"

PROBABILITY: Final = 0.7
"""How many careful readers would mark one, by hand: no labelled story holds any."""

TALKS: Final = 32
"""Of how many conversations it is remembered; the one longest without a statement goes first."""


class Understanding(NamedTuple):
    """What was stated in one conversation, which is known by its `talk`."""

    talk: str
    stated: tuple[Statement, ...]


def understand(
    known: Sequence[Understanding], letter: Letter, talk: str, calendar: Calendar | None
) -> tuple[list[Understanding], list[Conflict]]:
    """Return what is understood after a letter of a conversation, and what the letter contradicts of it."""
    before = next((one for one in known if one.talk == talk), None)
    said = statements(letter, promises(letter, calendar), calendar)
    if before is None and not any(one.binds for one in said):
        return list(known), []
    stated = list(before.stated if before else ())
    found = reveal(stated, said)
    left = tuple(remembered(stated, letter, said))
    others = [one for one in known if one is not before]
    return ([*others, Understanding(talk, left)] if left else others)[-TALKS:], found


def fact_of(conflict: Conflict) -> Fact:
    """Return a conflict as a fact for `leopold.words`."""
    return Fact(KIND, {"what": conflict.kind, "promised": conflict.promised, "expected": conflict.expected})


def signal_of(conflict: Conflict, side: Side) -> Signal:
    """Return a conflict as a signal of the letter, written by `side`, that reveals it."""
    return Signal(KIND, side, PROBABILITY, conflict.expectation)
