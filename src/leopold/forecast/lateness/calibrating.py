"""What forecasts were worth when they came true: who may speak, and how wide an honest interval is.

Forecasts are judged in the order in which they were settled, each as it stood on the day it was made.
"""

from __future__ import annotations

from collections import deque

import numpy as np

from leopold.forecast.lateness.grids import crps
from leopold.forecast.lateness.items import Floats, Integers

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How much of the forecast may be the challenger's."""
JUDGED = 50
"""Settled forecasts of the challenger before it may speak at all."""
_FADE = 1000.0
TARGET = 0.8
"""The share of outcomes that an interval is meant to hold."""
WINDOW = 500
"""Settled forecasts that say how wide intervals must be."""
_PRIOR = (np.arange(50) + 0.5) / 50
"""Imaginary forecasts of a perfect distribution beside them, so that a few do not say much."""
_PACE = 0.002
_CHUNK = 4000


def depths(masses: Floats, grid: Floats, outcome: Floats) -> Floats:
    """Return how wide, in probability, the central interval of each row (n, K) must be to hold its outcome; 1 is
    never."""
    below = np.concatenate([np.zeros((len(masses), 1)), np.cumsum(masses, axis=1)], axis=1)
    rows = np.arange(len(masses))
    reached = below[rows, np.searchsorted(grid, outcome, side="right")]
    before = below[rows, np.searchsorted(grid, outcome, side="left")]
    depth = np.maximum(np.maximum(1 - 2 * reached, 2 * before - 1), 0)
    return np.where((outcome < grid[0]) | (outcome > grid[-1]), 1.0, np.minimum(depth, 1.0))


def blends(base: Floats, raised: Floats, grid: Floats, outcome: Floats) -> tuple[Floats, Floats]:
    """Return scores and depths (n, shares) of each share of the challenger."""
    scores, depth = np.empty((len(outcome), len(SHARES))), np.empty((len(outcome), len(SHARES)))
    # Part by part: all shares of a large ledger at once would be most of the memory that it takes.
    for at in range(0, len(outcome), _CHUNK):
        rows = slice(at, at + _CHUNK)
        for number, share in enumerate(SHARES):
            masses = (1 - share) * base[rows] + share * raised[rows]
            scores[rows, number] = crps(masses, grid, outcome[rows])
            depth[rows, number] = depths(masses, grid, outcome[rows])
    return scores, depth


class Judge:
    """Running judgement: `share` of the challenger, and `width` of the central interval, both for today's forecasts."""

    def __init__(self) -> None:
        """Start with nothing judged: the base alone, and the interval as the distribution says."""
        self.share = 0
        self.width = TARGET
        self.judged = 0
        self.held = 0
        self._losses = np.zeros(len(SHARES))
        self._recent: deque[Floats] = deque(maxlen=WINDOW)
        self._level = TARGET
        self._challenged = 0

    def learn(self, scores: Floats, depth: Floats, widths: Floats, shares: Integers) -> None:
        """Take in forecasts that came true: scores and depths (n, shares), and the widths and shares they were
        given."""
        rows = np.arange(len(scores))
        if not len(rows):
            return
        held = depth[rows, shares] <= widths
        self.held += int(held.sum())
        self.judged += len(scores)
        for row, inside in enumerate(held.tolist()):
            self._recent.append(depth[row])
            # Adaptive conformal inference (Gibbs and Candès, NeurIPS 2021): aim higher after a miss.
            self._level = min(0.9, max(0.7, self._level + _PACE * (TARGET - inside)))
        apart = scores[:, 0] != scores[:, -1]
        self._losses = self._losses * 0.5 ** (apart.sum() / _FADE) + scores[apart].sum(axis=0)
        self._challenged += int(apart.sum())
        self.share = int(self._losses.argmin()) if self._challenged >= JUDGED else 0
        column = np.concatenate([[each[self.share] for each in self._recent], _PRIOR])
        self.width = float(np.quantile(column, self._level, method="higher"))
