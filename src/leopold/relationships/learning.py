"""What a desk learns from people who say that an alert was right or wrong.

Each mark moves the reasons of its alert a little: what pressed in alerts that were wrong weighs less here, what pressed
in alerts that were right weighs more, each reason in the share it had. A multiplier stays between a half and one and a
half, so that nothing is ever silenced or shouted, and no sign turns.

For one kind on one side the step is that of a logistic update, (verdict − probability) × share, averaged over its marks
with `PRIOR` marks that said nothing: a running mean whose step shrinks as marks come in. It is a sum over the marks, so
it does not depend on their order, and without a mark everything is exactly as if that had never been made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from math import exp, fsum, isfinite, log
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from leopold.model import Alert, Organization, Side

Verdict = Literal["right", "wrong"]
Key = tuple[str, Side]

LEAST: Final = 0.5
MOST: Final = 1.5
"""Between which a multiplier stays."""

PRIOR: Final = 2.0
"""How many marks that say nothing stand against those that were made."""

QUIET: Final = timedelta(days=30)
"""How long a relationship stays quiet about the reasons of an alert that was marked wrong."""


class Pressed(NamedTuple):
    """What one reason put into an alert, in log-odds, above 0."""

    kind: str
    side: Side
    contribution: float


@dataclass(frozen=True, slots=True)
class Mark:
    """That a person called an alert right or wrong. `about` names the relationship, as `about_of` does.

    `probability` and `reasons` are those of the alert when it was raised. ValueError for a moment without a zone, a
    probability outside 0..1, or reasons that are none.
    """

    id: str
    at: datetime
    about: str
    verdict: Verdict
    by: str
    probability: float
    reasons: tuple[Pressed, ...]

    def __post_init__(self) -> None:
        if self.verdict not in ("right", "wrong"):
            raise ValueError(f"mark {self.id!r} is neither right nor wrong but {self.verdict!r}")
        if self.at.tzinfo is None:
            raise ValueError(f"mark {self.id!r} has no time zone")
        if not 0 <= self.probability <= 1:
            raise ValueError(f"mark {self.id!r} has a probability of {self.probability}, outside 0..1")
        if not self.reasons or any(not isfinite(one.contribution) or one.contribution <= 0 for one in self.reasons):
            raise ValueError(f"mark {self.id!r} needs reasons, each with a contribution above 0")

    @classmethod
    def of(cls, alert: Alert, organization: Organization, verdict: Verdict, by: str, at: datetime, name: str) -> Mark:
        """Return the mark of an alert of an organization's; `name` becomes its id."""
        reasons = tuple(Pressed(one.kind, one.side, one.contribution) for one in alert.reasons)
        return cls(name, at, about_of(organization), verdict, by, alert.probability, reasons)


def about_of(organization: Organization) -> str:
    """Return what a mark calls a relationship: the first domain of its organization, its name where it has none."""
    return min(organization.domains, default="") or organization.name


class Lesson(NamedTuple):
    """What the marks say of one kind on one side: how many said right and wrong, what follows, and which they were."""

    kind: str
    side: Side
    multiplier: float
    right: int
    wrong: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adjustments:
    """By what reasons are multiplied: for each kind and side its shares in the marked alerts and its steps, summed."""

    sums: Mapping[Key, tuple[float, float]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, kind: str, side: Side) -> float:
        """Return the multiplier of a kind on one side, between `LEAST` and `MOST`; 1 where no mark speaks of it."""
        shares, summed = self.sums.get((kind, side), (0.0, 0.0))
        return min(MOST, max(LEAST, exp(summed / (PRIOR + shares) * -log(LEAST))))

    def after(self, mark: Mark) -> Adjustments:
        """Return what follows when a mark is added."""
        sums = dict(self.sums)
        for key, share, step in _steps(mark):
            shares, summed = sums.get(key, (0.0, 0.0))
            sums[key] = (shares + share, summed + step)
        return Adjustments(MappingProxyType(sums))


NONE: Final = Adjustments()


def learn(marks: Iterable[Mark], before: Adjustments = NONE) -> Adjustments:
    """Return what follows from the marks, in whatever order they come, on top of what was learned `before`."""
    return reduce(Adjustments.after, sorted(marks, key=lambda mark: (mark.at, mark.id)), before)


def explain(marks: Iterable[Mark]) -> tuple[Lesson, ...]:
    """Return a lesson for each kind and side that the marks speak of, those that changed most first."""
    ordered = sorted(marks, key=lambda mark: (mark.at, mark.id))
    adjustments, told = learn(ordered), dict[Key, list[Mark]]()
    for mark in ordered:
        for key, _, _ in _steps(mark):
            told.setdefault(key, []).append(mark)
    lessons = [
        Lesson(
            kind,
            side,
            adjustments.of(kind, side),
            sum(mark.verdict == "right" for mark in found),
            sum(mark.verdict == "wrong" for mark in found),
            tuple(mark.id for mark in found),
        )
        for (kind, side), found in told.items()
    ]
    return tuple(sorted(lessons, key=lambda one: (-abs(log(one.multiplier)), one.kind, one.side)))


def _steps(mark: Mark) -> list[tuple[Key, float, float]]:
    """Return for each kind and side of a mark's alert the share it had in it, and its step of the logistic update."""
    weighed: dict[Key, float] = {}
    for one in mark.reasons:
        weighed[one.kind, one.side] = weighed.get((one.kind, one.side), 0.0) + one.contribution
    total = fsum(weighed.values())
    surprise = float(mark.verdict == "right") - mark.probability
    return [(key, value / total, surprise * value / total) for key, value in weighed.items()]
