"""What is known of an item on a day, as columns for the challenger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leopold.forecast.lateness.banking import Keys
from leopold.forecast.lateness.grids import quantiles
from leopold.forecast.lateness.items import Floats, Integers

_MONTH = 30.436875
_FADED = 0.6


class Asked(NamedTuple):
    """Items of which a forecast is wanted."""

    keys: Keys
    made: Integers
    promised: Floats
    features: Floats
    elapsing: bool

    def part(self, start: int, stop: int) -> Asked:
        """Return some of them, side by side."""
        rows = slice(start, stop)
        keys = Keys(*(each[rows] for each in self.keys))
        return Asked(keys, self.made[rows], self.promised[rows], self.features[rows], self.elapsing)


@dataclass(slots=True)
class Firms:
    """Running facts of every counterparty: how many were settled, sums, the last outcomes, and the last day made."""

    n: Floats
    total: Floats
    late: Floats
    last: Floats
    recent: Floats
    made: Floats

    @classmethod
    def none(cls, groups: int) -> Firms:
        """Return facts of counterparties of whom nothing is known."""
        zero, unknown = np.zeros(groups), np.full(groups, np.nan)
        return cls(zero, zero.copy(), zero.copy(), unknown, unknown.copy(), unknown.copy())

    def learn(self, firm: int, outcome: float) -> None:
        """Take in one outcome."""
        first = self.n[firm] == 0
        self.n[firm] += 1
        self.total[firm] += outcome
        self.late[firm] += outcome > 0
        self.recent[firm] = outcome if first else _FADED * self.recent[firm] + (1 - _FADED) * outcome
        self.last[firm] = outcome


def columns(
    asked: Asked, firms: Firms, masses: Floats, grid: Floats, waiting: Integers, overdue: Integers, day: int
) -> Floats:
    """Return facts (n, F): what the base says, the counterparty's record, what of theirs is open, the calendar, and the
    items' own features."""
    who = asked.keys.firm
    known = firms.n[who] > 0
    n = np.maximum(firms.n[who], 1)
    found = [
        masses @ grid,
        *(quantiles(masses, grid, np.array(share)) for share in (0.1, 0.5, 0.9)),
        masses[:, grid > 0].sum(axis=1),
        firms.n[who],
        np.where(known, firms.late[who] / n, np.nan),
        np.where(known, firms.total[who] / n, np.nan),
        firms.last[who],
        firms.recent[who],
        day - firms.made[who],
        waiting[who],
        overdue[who],
        asked.promised,
        asked.made % 7,
    ]
    if asked.elapsing:
        due = asked.made + np.round(asked.promised)
        found += [due % 7, asked.made % _MONTH, due % _MONTH]
    return np.column_stack([*found, asked.features])
