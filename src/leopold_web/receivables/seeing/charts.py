"""Expected cash as a drawing: plain numbers for SVG, worked out here so that the template only places them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from leopold_web.receivables.seeing.owed import Week

WIDTH, HEIGHT = 720.0, 140.0


@dataclass(frozen=True)
class Bar:
    """One week of the drawing: the bar of what is expected, the line of its interval, the mark of what is promised.

    The mark reaches from `x` to `right`, and is None where nothing is promised.
    """

    x: float
    width: float
    top: float
    height: float
    middle: float
    low: float
    high: float
    promised: float | None
    right: float


@dataclass(frozen=True)
class Bars:
    """A drawing of 720 × 140, and the greatest sum that it reaches up to."""

    bars: tuple[Bar, ...]
    most: Decimal


def bars(weeks: Sequence[Week]) -> Bars | None:
    """Draw weeks side by side; None where nothing is expected in any of them."""
    most = max((max(week.high, week.middle, week.promised) for week in weeks), default=Decimal(0))
    if most <= 0:
        return None
    step = WIDTH / len(weeks)
    return Bars(tuple(_bar(week, number * step, step, most) for number, week in enumerate(weeks)), most)


def _bar(week: Week, left: float, step: float, most: Decimal) -> Bar:
    def height(amount: Decimal) -> float:
        return round(HEIGHT * (1 - float(amount / most)), 1)

    top = height(week.middle)
    return Bar(
        x=round(left + step * 0.15, 1),
        width=round(step * 0.7, 1),
        top=top,
        height=round(HEIGHT - top, 1),
        middle=round(left + step / 2, 1),
        low=height(week.low),
        high=height(week.high),
        promised=height(week.promised) if week.promised else None,
        right=round(left + step * 0.85, 1),
    )
