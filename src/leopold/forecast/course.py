"""The course of a conversation so far, in a state of constant size, and what of it the forecast weighs.

`advance` takes one turn in and returns the next state; nothing in it looks ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import log1p
from typing import Final

from leopold.forecast.turns import CHANNELS, Turn

FADES: Final = 0.5
"""What is left of a level after each further turn."""

VIEWS: Final = ("now", "mean")
"""How each channel is seen: its level now, the last turns of both sides faded, and its mean over all turns.

Both begin as if a turn without any mark had gone before, so that one turn alone is no trend. The difference of the two
is its trend. First turn, other side's turn and greatest value of any turn added nothing on
held-out folds.
"""

EXCHANGE: Final = (
    "length",
    "mean_length",
    "longer_than_other",
    "echo",
    "unanswered",
    "same_topic",
    "writes_again",
    "slower",
    "escalates",
    "concedes_alone",
)
"""What passes between the sides, beside the channels."""

FEATURES: Final = (*(f"{channel}.{view}" for channel in CHANNELS for view in VIEWS), *EXCHANGE)
"""Every feature of a course, in the order of `features`."""

_NONE: Final = (0.0,) * len(CHANNELS)
_BLAME, _HOSTILE, _CONCEDE = (CHANNELS.index(name) for name in ("blame", "hostile", "concede"))


@dataclass(frozen=True, slots=True)
class Course:
    """A conversation up to now; `Course()` is one in which nobody has written.

    `ours` and `theirs` are each side's last turn, `before` the last turn that the present one followed. `now` and
    `mean` hold a level for each channel. `pace` is the mean of the logs of one and the hours between turns,
    over `paces` of them whose times are known; `slower` is by how much the last one was above it.
    """

    turns: int = 0
    last: Turn | None = None
    before: Turn | None = None
    ours: Turn | None = None
    theirs: Turn | None = None
    now: tuple[float, ...] = _NONE
    mean: tuple[float, ...] = _NONE
    length: float = 0.0
    pace: float = 0.0
    paces: int = 0
    slower: float = 0.0


def advance(course: Course, turn: Turn) -> Course:
    """Return the course after one more turn, in time and space that do not depend on how many came before."""
    count = course.turns + 1
    levels = turn.levels
    pace, paces, slower = _pace(course, turn)
    return Course(
        turns=count,
        last=turn,
        before=course.last,
        ours=turn if turn.side == "ours" else course.ours,
        theirs=turn if turn.side == "theirs" else course.theirs,
        now=tuple([old + (new - old) * (1 - FADES) for old, new in zip(course.now, levels, strict=True)]),
        mean=tuple([old + (new - old) / (count + 1) for old, new in zip(course.mean, levels, strict=True)]),
        length=course.length + (turn.length - course.length) / count,
        pace=pace,
        paces=paces,
        slower=slower,
    )


def _pace(course: Course, turn: Turn) -> tuple[float, int, float]:
    """Return the mean pace, over how many turns, and how much slower this turn was; unchanged and 0 without times."""
    if course.last is None or course.last.at is None or turn.at is None:
        return course.pace, course.paces, 0.0
    hours = log1p(max(0.0, turn.at - course.last.at) / 3600)
    slower = hours - course.pace if course.paces else 0.0
    return course.pace + (hours - course.pace) / (course.paces + 1), course.paces + 1, slower


def features(course: Course) -> tuple[float, ...]:
    """Return the values of `FEATURES`; all 0 for a conversation in which nobody has written."""
    last = course.last
    if last is None:
        return (0.0,) * len(FEATURES)
    other = course.theirs if last.side == "ours" else course.ours
    views = zip(course.now, course.mean, strict=True)
    return (*chain.from_iterable(views), *_exchange(course, last, other))


def _exchange(course: Course, last: Turn, other: Turn | None) -> Iterator[float]:
    yield last.length
    yield course.length
    yield last.length - other.length if other else 0.0
    yield min(3.0, len(last.hostile & other.hostile)) if other else 0.0
    yield _unanswered(last, other)
    yield len(last.topics & other.topics) / (1 + len(last.topics)) ** 0.5 if other else 0.0
    yield float(course.before is not None and course.before.side == last.side)
    yield course.slower
    theirs = other.levels if other else _NONE
    yield max(0.0, last.levels[_BLAME] + last.levels[_HOSTILE] - theirs[_BLAME] - theirs[_HOSTILE])
    yield max(0.0, theirs[_CONCEDE] - last.levels[_CONCEDE])


def _unanswered(last: Turn, other: Turn | None) -> float:
    """Return which part, 0..1, of what the other side's questions were about the answer does not take up."""
    if other is None or not other.asked:
        return 0.0
    return 1 - min(1.0, len(other.asked & last.topics) / min(3, len(other.asked)))
