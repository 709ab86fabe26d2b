"""Calendar weeks, and how likely each open invoice is paid in which."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from leopold.forecast.lateness.items import Floats, Integers

WEEKS = 13


class Due(NamedTuple):
    """Open invoices: days due (n,) as ordinals, distributions of days late `masses` (n, K) over `grid` (K,), and the
    most days late that was ever seen."""

    days: Integers
    masses: Floats
    grid: Floats
    seen: float

    def dates(self, late: Floats, day: date) -> list[date | None]:
        """Return days of payment of so many days late (n,), None where that was never seen or is over by `day`."""
        at = self.days + np.round(late).astype(np.int64)
        told = (late <= self.seen) & (at > day.toordinal()) & (at <= date.max.toordinal())
        return [date.fromordinal(one) if known else None for one, known in zip(at.tolist(), told.tolist(), strict=True)]

    def part(self, rows: Integers) -> Due:
        """Return some of them."""
        return Due(self.days[rows], self.masses[rows], self.grid, self.seen)


class Weeks(NamedTuple):
    """Calendar weeks from Monday to Sunday, from the day `morning` (an ordinal) on: `first` is the first's Monday."""

    morning: int
    first: int
    many: int

    @classmethod
    def after(cls, day: date, count: int = WEEKS) -> Weeks:
        """Return the weeks from that of the day after `day` on."""
        morning = day + timedelta(days=1)
        return cls(morning.toordinal(), morning.toordinal() - morning.weekday(), count)

    def monday(self, number: int) -> date:
        """Return the first day of a week."""
        return date.fromordinal(self.first + 7 * number)


def probabilities(due: Due, weeks: Weeks) -> Floats:
    """Return the probability (n, weeks + 1) that each is paid in each week, or later."""
    found = np.zeros((len(due.days), weeks.many + 1))
    rows = np.arange(len(due.days))
    last = len(due.grid) - 1
    for point, late in enumerate(np.round(due.grid).astype(np.int64).tolist()):
        at = due.days + late
        week = np.clip((at - weeks.first) // 7, 0, weeks.many)
        # What is open for longer than anything ever took comes nobody knows when.
        never = (due.grid[point] > due.seen) | ((at < weeks.morning) & (point == last))
        found[rows, np.where(never, weeks.many, week)] += due.masses[:, point]
    return found
