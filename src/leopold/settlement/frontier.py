"""The efficient packages: those that nobody can better without somebody else losing.

Two parties: issues are merged one at a time and dominated sums dropped (Nemhauser and Ullmann 1969), which is exact since values
add up. More parties: the same merge with a filter in more dimensions, given up when it grows beyond a bound.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leopold.settlement.problem import Numbers, Problem

Rows = NDArray[np.int64]

TIE = 1e-9
"""Satisfaction closer than this is equal."""
WIDEST = 20_000
"""The most sums that a merge for three or more parties may hold."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Efficient packages: their utilities, points × parties, ascending by the first, and the way of each slot."""

    utilities: Numbers
    ways: Rows

    def __len__(self) -> int:
        return len(self.utilities)


def frontier(problem: Problem) -> Frontier | None:
    """Return all efficient packages, one for equal utilities, whatever the veto lines; None where there are too many.

    Empty where no package is allowed. Exclusions that were not merged into slots are not for this: None.
    """
    if not problem.solvable:
        return Frontier(np.zeros((0, problem.parties)), np.zeros((0, len(problem.slots)), dtype=np.int64))
    if problem.exclusions:
        return None
    keep = _keep_two if problem.parties == 2 else _keep_more
    utilities, layers = np.zeros((1, problem.parties)), []
    for slot in problem.slots:
        own = slot.values.T
        kept = keep(own)
        if problem.parties > 2 and len(utilities) * len(kept) > WIDEST * 10:
            return None
        sums = (utilities[:, None, :] + own[None, kept, :]).reshape(-1, problem.parties)
        best = keep(sums)
        if problem.parties > 2 and len(best) > WIDEST:
            return None
        parent, way = np.divmod(best, len(kept))
        layers.append((parent, kept[way]))
        utilities = sums[best]
    return _traced(utilities, layers)


def _traced(utilities: Numbers, layers: list[tuple[Rows, Rows]]) -> Frontier:
    """Drop what only rounding kept, and follow the parents back to the way of every slot."""
    coarse = np.round(utilities / TIE) * TIE
    keep = _keep_two(coarse) if utilities.shape[1] == 2 else _keep_more(coarse)
    keep = keep[np.lexsort(coarse[keep].T[::-1])]
    at, ways = keep, np.zeros((len(keep), len(layers)), dtype=np.int64)
    for column in range(len(layers) - 1, -1, -1):
        parent, way = layers[column]
        ways[:, column] = way[at]
        at = parent[at]
    return Frontier(utilities[keep], ways)


def _keep_two(sums: Numbers) -> Rows:
    """Return the rows that no other row dominates, one of equal rows, by descending first column."""
    order = np.lexsort((-sums[:, 1], -sums[:, 0]))
    second = sums[order, 1]
    before = np.concatenate(([-np.inf], np.maximum.accumulate(second)[:-1]))
    return order[second > before]


def _keep_more(sums: Numbers) -> Rows:
    """Return the same for any number of columns: by descending sum, nothing later dominates what is earlier."""
    _, once = np.unique(sums, axis=0, return_index=True)
    order = once[np.argsort(-sums[once].sum(axis=1), kind="stable")]
    kept: list[int] = []
    while len(order):
        first = order[0]
        kept.append(int(first))
        order = order[1:][(sums[order[1:]] > sums[first]).any(axis=1)]
    return np.array(kept, dtype=np.int64)
