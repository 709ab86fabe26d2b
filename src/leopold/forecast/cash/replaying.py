"""How wide intervals of cash must be: past evenings are forecast once more, and held against what came.

Each invoice is forecast as it was on the day it was made, given that it was still open, so that nothing is looked at
that was not known by then. Split conformal, on what a week needs to be held by its interval (as in conformalized
quantile regression: Romano, Patterson and Candès, NeurIPS 2019).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import NormalDist
from typing import Final

import numpy as np

from leopold.forecast.cash.courses import Dependence, simulated
from leopold.forecast.cash.weeks import Due, Weeks, probabilities
from leopold.forecast.lateness import Lateness
from leopold.forecast.lateness.calibrating import TARGET
from leopold.forecast.lateness.grids import later
from leopold.forecast.lateness.items import Floats, Integers

INTERVAL: Final = (0.1, 0.9)
EVENINGS: Final = 13
"""Past evenings that are forecast again, at most."""
APART: Final = timedelta(days=14)
DRAWS: Final = 100
NEAR: Final = 4
"""Weeks that are judged apart from those after them."""
NARROWEST: Final = 1.0
"""Intervals are made wider where the past needs it, and never narrower."""
_PERFECT: Final = [
    NormalDist().inv_cdf((1 + (place + 0.5) / 20) / 2) / NormalDist().inv_cdf(0.9) for place in range(20)
]
"""What imaginary weeks of a perfect forecast need, so that a few weeks do not say much."""


@dataclass(frozen=True, slots=True)
class Past:
    """A ledger's invoices by row of the engine's columns: what each is worth (n,), and the number of its currency."""

    engine: Lateness
    sums: Floats
    currencies: Integers


def widened(middle: Floats, low: Floats, high: Floats, by: tuple[float, float]) -> tuple[Floats, Floats]:
    """Return intervals of weeks, near and later ones made wider by so much; never below nought."""
    factor = np.where(np.arange(len(middle)) < NEAR, *by)
    return np.maximum(middle - factor * (middle - low), 0), middle + factor * (high - middle)


def widths(past: Past, day: date, together: Dependence, seed: int) -> tuple[float, float]:
    """Return how many times wider than simulated the intervals of near and of later weeks must be on an evening."""
    needs: tuple[list[float], list[float]] = ([], [])
    for number in range(1, EVENINGS + 1):
        evening = day - number * APART
        for week, need in _needs(past, evening, day, together, seed + number):
            needs[week >= NEAR].append(need)
    near, far = (max(float(np.quantile([*each, *_PERFECT], TARGET)), NARROWEST) for each in needs)
    return near, far


def _needs(past: Past, evening: date, day: date, together: Dependence, seed: int) -> Iterator[tuple[int, float]]:
    """Yield, of each week after an evening that is over by `day`, how wide it would have had to be."""
    columns = past.engine.columns_
    weeks = Weeks.after(evening)
    over = min((day.toordinal() + 1 - weeks.first) // 7, weeks.many)
    rows, chances = _chances(past.engine, weeks)
    if not len(rows) or over <= 0:
        return
    came = np.clip(np.nan_to_num((columns.settled[rows] - weeks.first) // 7, nan=weeks.many), 0, weeks.many)
    for currency in np.unique(past.currencies[rows]).tolist():
        mine = past.currencies[rows] == currency
        sums = past.sums[rows][mine]
        drawn = simulated(chances[mine], sums, columns.counterparty[rows][mine], together, seed, DRAWS)[:, :over]
        found = np.bincount(came[mine].astype(np.int64), sums, weeks.many + 1)[:over]
        low, middle, high = np.quantile(drawn, (INTERVAL[0], 0.5, INTERVAL[1]), axis=0)
        least = np.maximum(drawn.std(axis=0) / 4, 1e-9)
        need = np.maximum(
            (middle - found) / np.maximum(middle - low, least), (found - middle) / np.maximum(high - middle, least)
        )
        yield from enumerate(need.tolist())


def _chances(engine: Lateness, weeks: Weeks) -> tuple[Integers, Floats]:
    """Return the rows that were open on the evening before some weeks, and in which of them they were to be paid."""
    columns, rows, parts, at = engine.columns_, list[Integers](), list[Floats](), 0
    before = columns.settled[columns.settled < weeks.morning]
    if not len(before):
        return np.zeros(0, dtype=np.int64), np.zeros((0, weeks.many + 1))
    seen = float(columns.outcome[columns.settled < weeks.morning].max())
    for one in engine.forecasts_:
        first, at = at, at + len(one)
        mine = np.arange(first, at)
        mine = mine[(columns.made[mine] < weeks.morning) & ~(columns.settled[mine] < weeks.morning)]
        if not len(mine) or len(one.grid) == 1:
            continue
        days = (columns.made[mine] + columns.promised[mine]).astype(np.int64)
        masses = later(one.masses[mine - first], one.grid, (weeks.morning - days).astype(np.float64))
        rows.append(mine)
        parts.append(probabilities(Due(days, masses, one.grid, seen), weeks))
    if not rows:
        return np.zeros(0, dtype=np.int64), np.zeros((0, weeks.many + 1))
    return np.concatenate(rows), np.concatenate(parts)
