"""Simulated courses of events: which open invoices are paid in which week, when they are not independent.

Invoices of one counterparty tend to be late together, and all share what happens to everybody. How much so, a ledger's
own past forecasts tell (`dependence`), and courses are drawn with that correlation: a Gaussian copula of two levels
(Li, On Default Correlation, Journal of Fixed Income 2000).
"""

from __future__ import annotations

from statistics import NormalDist
from typing import Final, NamedTuple

import numpy as np

from leopold.forecast.lateness import Lateness
from leopold.forecast.lateness.items import Floats, Integers

PERIOD: Final = 28
"""Days: what falls due in the same stretch of so many may be late together."""
IMAGINED: Final = 200.0
"""Imaginary pairs of invoices, of the correlation `BEFORE`, beside those of the ledger."""
_SHARES = np.concatenate([[0.0], (np.arange(4096) + 0.5) / 4096, [1.0]])
_NORMAL = np.array([-9.0, *(NormalDist().inv_cdf(each) for each in _SHARES[1:-1].tolist()), 9.0])


class Dependence(NamedTuple):
    """How invoices that fall due together are correlated: those of different counterparties, and of one."""

    all: float
    one: float


BEFORE = Dependence(0.05, 0.3)
"""What is taken before the ledger tells anything."""


def dependence(engine: Lateness) -> Dependence:
    """Return how past forecasts of a ledger erred together, as correlations of their normal scores.

    A score is where the outcome fell in its forecast, as a quantile of the normal distribution. Pairs of invoices that
    fell due in the same four weeks are compared.
    """
    scores, periods, firms = _scores(engine)
    if not len(scores):
        return BEFORE
    spread = float((scores**2).mean())
    _, both = np.unique(np.column_stack([periods, firms]), axis=0, return_inverse=True)
    _, period = np.unique(periods, return_inverse=True)
    sums = [np.bincount(each.ravel(), scores) for each in (period, both)]
    counts = [np.bincount(each.ravel()).astype(np.float64) for each in (period, both)]
    squares = [float((each**2).sum()) for each in (*sums, *counts)]
    own = (squares[1] - float((scores**2).sum()), squares[3] - len(scores))
    other = (squares[0] - squares[1], squares[2] - squares[3])
    found = [
        (total / max(spread, 1e-9) + IMAGINED * before) / (pairs + IMAGINED)
        for (total, pairs), before in zip((other, own), BEFORE, strict=True)
    ]
    everybody = min(max(found[0], 0.0), 0.9)
    return Dependence(everybody, min(max(found[1], everybody), 0.95))


def _scores(engine: Lateness) -> tuple[Floats, Integers, Integers]:
    """Return the normal scores of past forecasts that came true, and their periods and counterparties."""
    columns = engine.columns_
    parts, at = [], 0
    for one in engine.forecasts_:
        rows = np.arange(at, at + len(one))
        at += len(one)
        rows = rows[np.isfinite(columns.outcome[rows])]
        if not len(rows) or len(one.grid) == 1:
            continue
        masses = one.masses[rows - (at - len(one))]
        below = np.cumsum(masses, axis=1)
        point = np.minimum(np.searchsorted(one.grid, columns.outcome[rows]), len(one.grid) - 1)
        place = np.arange(len(rows))
        middle = below[place, point] - masses[place, point] / 2
        due = (columns.made[rows] + columns.promised[rows]).astype(np.int64)
        parts.append((np.interp(middle, _SHARES, _NORMAL), due // PERIOD, columns.counterparty[rows]))
    if not parts:
        return np.zeros(0), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    scores, periods, firms = (np.concatenate(each) for each in zip(*parts, strict=True))
    return scores, periods, firms


def simulated(chances: Floats, sums: Floats, firms: Integers, together: Dependence, seed: int, draws: int) -> Floats:
    """Return sums (draws, weeks + 1) that come in each week in simulated courses of events.

    `chances` (n, weeks + 1) are each invoice's, `sums` (n,) what is open of it, `firms` (n,) the counterparty's number.
    """
    chance = np.random.default_rng(seed)
    edges = np.interp(np.cumsum(chances, axis=1)[:, :-1], _SHARES, _NORMAL).astype(np.float32)
    shared = max(together.all, 0.0) ** 0.5
    theirs, own = max(together.one - together.all, 0.0) ** 0.5, (1 - together.one) ** 0.5
    firm_count, found = int(firms.max(initial=-1)) + 1, np.zeros((draws, chances.shape[1]))
    for draw in range(draws):
        level = shared * chance.standard_normal() + theirs * chance.standard_normal(firm_count)[firms]
        level += own * chance.standard_normal(len(sums))
        week = (level.astype(np.float32)[:, None] > edges).sum(axis=1)
        found[draw] = np.bincount(week, sums, chances.shape[1])
    return found
