"""What forecasts were worth when they came true: who may speak, and how wide an honest interval is.

Forecasts are judged in the order in which they were settled, each as it stood on the day it was made.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import product

import numpy as np

from leopold.forecast.lateness.items import Floats

PARTS = 8
"""Shares of a forecast are in eighths."""

RATE = 60.0
"""How fast a way to divide a forecast loses its weight: one that would have lost a sixtieth more weighs e times
less."""
TRUST = 1.0
"""How much the base is preferred where nobody does better: it is the more honest on a day unlike those before."""
TARGET = 0.8
"""The share of outcomes that an interval is meant to hold."""
WINDOW = 500
"""Settled forecasts that say how wide intervals must be."""
_PRIOR = (np.arange(50) + 0.5) / 50
"""Imaginary forecasts of a perfect distribution beside them, so that a few do not say much."""
_PACE = 0.005


def depths(masses: Floats, grid: Floats, outcome: Floats) -> Floats:
    """Return how wide, in probability, the central interval of each row (n, K) must be to hold its outcome; 1 is
    never."""
    below = np.concatenate([np.zeros((len(masses), 1)), np.cumsum(masses, axis=1)], axis=1)
    rows = np.arange(len(masses))
    reached = below[rows, np.searchsorted(grid, outcome, side="right")]
    before = below[rows, np.searchsorted(grid, outcome, side="left")]
    depth = np.maximum(np.maximum(1 - 2 * reached, 2 * before - 1), 0)
    return np.where((outcome < grid[0]) | (outcome > grid[-1]), 1.0, np.minimum(depth, 1.0))


def shares_of(voices: int) -> Floats:
    """Return all ways (c, voices) to divide a forecast among so many voices, the first alone being the first."""
    ways = [way for way in product(range(PARTS, -1, -1), repeat=voices) if sum(way) == PARTS]
    return np.array(ways, dtype=np.float64) / PARTS


def products(voices: Sequence[Floats], grid: Floats, outcome: Floats, horizon: Floats) -> Floats:
    """Return of every row the products (n, 2, voices, voices) of its voices' errors: with shares w, w' P w is what
    their mixture scores, first in days, then in whether late at all (Brier).

    In days it is the CRPS over outcomes up to the `horizon` (n,), what is known of every item whether it came true or
    not (threshold-weighted: Gneiting and Ranjan, JBES 2011); an outcome not known is infinite. Who forecasts well only
    what comes true fast would else be believed.
    """
    step = np.diff(grid)
    whole = np.clip(horizon[:, None] - grid[:-1], 0, step)
    over = whole - np.clip(np.minimum(outcome, horizon)[:, None] - grid[:-1], 0, step)
    below = [np.cumsum(masses, axis=1)[:, :-1] for masses in voices]
    due = horizon > 0
    apart = [np.where(due, masses[:, grid > 0].sum(axis=1) - (outcome > 0), 0.0) for masses in voices]
    found = np.empty((len(outcome), 2, len(voices), len(voices)))
    for i, one in enumerate(below):
        for j, other in enumerate(below[: i + 1]):
            days = (one * other * whole + (1 - one - other) * over).sum(axis=1)
            found[:, 0, i, j] = found[:, 0, j, i] = days
            found[:, 1, i, j] = found[:, 1, j, i] = apart[i] * apart[j]
    return found


def mixed(voices: Sequence[Floats], grid: Floats, days: Floats, sides: Floats) -> Floats:
    """Return the forecast (n, K) of voices that have `sides` shares in whether it will be late at all, and `days`
    shares in when, given that."""
    found = _weighed(voices, days)
    if np.array_equal(days, sides):
        return found
    late = grid > 0
    for side in (late, ~late):
        wanted = _weighed([masses[:, side].sum(axis=1) for masses in voices], sides)
        share = found[:, side].sum(axis=1)
        known = share > 1e-9
        rest = _weighed([masses[:, side] for masses in voices], sides)
        scale = np.where(known, wanted / np.maximum(share, 1e-9), 0.0)
        found[:, side] = np.where(known[:, None], found[:, side] * scale[:, None], rest)
    return np.asarray(found / found.sum(axis=1, keepdims=True))


def _weighed(parts: Sequence[Floats], shares: Floats) -> Floats:
    found = np.zeros_like(parts[0])
    for share, part in zip(shares.tolist(), parts, strict=True):
        if share:
            found += share * part
    return found


class Judge:
    """Running judgement: the shares of every voice (base first) in the `days` and in the `sides` of today's forecasts,
    and the `width` of their central interval."""

    def __init__(self, voices: int) -> None:
        """Start with nothing judged: the base alone, and the interval as the distribution says."""
        self._ways = shares_of(voices)
        self.days = self.sides = self._ways[0]
        self.width = TARGET
        self.judged = 0
        self.held = 0
        self._recent: deque[float] = deque(maxlen=WINDOW)
        self._level = TARGET

    def learn(self, depth: Floats, widths: Floats) -> None:
        """Take in forecasts that came true: the depths of what was said, and the widths that were given."""
        held = depth <= widths
        self.held += int(held.sum())
        self.judged += len(depth)
        for row, inside in zip(depth.tolist(), held.tolist(), strict=True):
            self._recent.append(row)
            # Adaptive conformal inference (Gibbs and Candès, NeurIPS 2021): aim higher after a miss.
            self._level = min(0.9, max(0.7, self._level + _PACE * (TARGET - inside)))
        self.width = float(np.quantile(np.concatenate([self._recent, _PRIOR]), self._level, method="higher"))

    def weigh(self, errors: Floats) -> None:
        """Divide the forecast anew by the summed products (2, voices, voices) of recent errors.

        Every way to divide it weighs in the less, the more it would have lost; the best alone is often luck.
        """
        losses = np.einsum("ci,sij,cj->sc", self._ways, errors, self._ways)
        # Whether late at all is asked of those that count from the promise: others blur the day it falls on.
        losses[1, (self._ways[:, 2:] > 0).any(axis=1)] = np.inf
        best = losses.min(axis=1, keepdims=True)
        weights = np.exp(TRUST * self._ways[:, 0] - RATE * (losses - best) / np.maximum(best, 1e-12))
        self.days, self.sides = (weights / weights.sum(axis=1, keepdims=True)) @ self._ways
