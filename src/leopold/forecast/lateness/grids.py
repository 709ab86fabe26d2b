"""Distributions over a few support points: where the points lie, and what can be read off.

A distribution is a row of masses over the points of a grid; its distribution function is a step function.
"""

from __future__ import annotations

import numpy as np

from leopold.forecast.lateness.items import Floats, Integers

POINTS = 40
_TAILS = (0.0, 0.002, 0.005)
EVEN = 60
"""Points that a finer grid has besides, at equal distances."""
_EDGE = 0.002


def grid_of(values: Floats, bounds: Floats | None = None) -> Floats:
    """Return the support points for outcomes: zero, their quantiles (values that occur, so an often-repeated one is a
    point), their tails, and the greatest bound of what is still open where that lies beyond them all."""
    if not len(values):
        return np.zeros(1)
    shares = np.concatenate([_TAILS, (np.arange(POINTS) + 0.5) / POINTS, 1 - np.array(_TAILS)])
    points = np.quantile(values, np.clip(shares, 0, 1), method="inverted_cdf")
    far = [] if bounds is None or not len(bounds) or bounds.max() <= values.max() else [float(bounds.max())]
    return np.unique(np.concatenate([points, [0.0], far]))


def finer(grid: Floats, values: Floats) -> Floats:
    """Return the points of a grid and, evenly over all but the outermost values, further ones that occur."""
    if len(values) < 2:
        return grid
    known = np.sort(values)
    low, high = np.quantile(known, (_EDGE, 1 - _EDGE))
    places = np.searchsorted(known, np.linspace(low, high, EVEN), side="left")
    return np.unique(np.concatenate([grid, known[np.minimum(places, len(known) - 1)]]))


def nearest(grid: Floats, values: Floats) -> Integers:
    """Return the number of the point nearest to each value."""
    return np.searchsorted((grid[1:] + grid[:-1]) / 2, values, side="left").astype(np.int64)


def moved(masses: Floats, old: Floats, new: Floats) -> Floats:
    """Return masses over the points `old` as masses over the points `new`, each going to the nearest."""
    where = np.zeros((len(old), len(new)))
    where[np.arange(len(old)), nearest(new, old)] = 1
    return masses @ where


def shifted(masses: Floats, grid: Floats, shift: Floats, new: Floats) -> Floats:
    """Return masses (n, K) over the points grid + shift (n,) as masses over the points `new`, each going to the
    nearest."""
    below = np.concatenate([np.zeros((len(masses), 1)), np.cumsum(masses, axis=1)], axis=1)
    middles = (new[1:] + new[:-1]) / 2
    places = np.searchsorted(grid, middles[None, :] - shift[:, None], side="right")
    cut = np.take_along_axis(below, places, axis=1)
    return np.diff(cut, axis=1, prepend=0.0, append=below[:, -1:])


def crps(masses: Floats, grid: Floats, outcome: Floats) -> Floats:
    """Return the continuous ranked probability score of each row: masses (n, …, K) against outcomes (n,).

    It is in the unit of the outcome, smaller is better, and for a single point it is the absolute error.
    Gneiting and Raftery, Strictly Proper Scoring Rules, JASA 2007.
    """
    below = np.cumsum(masses, axis=-1)[..., :-1]
    step = np.diff(grid)
    under = np.clip(outcome[:, None] - grid[:-1], 0, step)
    over = step - under
    for _ in range(masses.ndim - 2):
        under, over = under[:, None], over[:, None]
    inside = (below**2 * under + (1 - below) ** 2 * over).sum(axis=-1)
    outside = np.maximum(grid[0] - outcome, 0) + np.maximum(outcome - grid[-1], 0)
    return np.asarray(inside + outside.reshape((-1,) + (1,) * (masses.ndim - 2)))


def quantiles(masses: Floats, grid: Floats, shares: Floats) -> Floats:
    """Return the smallest point whose distribution function reaches the share: masses (n, K), shares (n,) or a
    number."""
    reached = np.cumsum(masses, axis=-1) >= np.minimum(np.broadcast_to(shares, masses.shape[:1]), 1 - 1e-9)[:, None]
    reached[:, -1] = True
    return np.asarray(grid[reached.argmax(axis=-1)])


def later(masses: Floats, grid: Floats, bound: Floats) -> Floats:
    """Return the distributions (n, …, K) given that each outcome is at least `bound` (n,); beyond all, the last
    point."""
    if not np.any(bound > grid[0]):
        return masses
    ahead = (grid >= bound[:, None]).reshape(len(bound), *(1,) * (masses.ndim - 2), len(grid))
    kept = np.where(ahead, masses, 0.0)
    total = kept.sum(axis=-1, keepdims=True)
    last = np.zeros(masses.shape[-1])
    last[-1] = 1
    return np.where(total > 1e-12, kept / np.maximum(total, 1e-12), last)
