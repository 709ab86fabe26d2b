"""The efficient packages: those that nobody can better without somebody else losing.

Two parties: issues are merged one at a time and dominated sums dropped (Nemhauser and Ullmann 1969), exact as
values add up. More parties: the same with a filter in more dimensions, given up when it grows beyond a bound.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leopold.settlement.problem import Numbers, Problem

Rows = NDArray[np.int64]

TIE = 1e-9
"""Satisfaction closer than this is equal."""
WIDEST_OF_TWO = 1_000_000
"""The most sums that a merge for two parties looks at in one step: what fine ranges of money bring is thinned."""
FEWEST = 200
WIDEST = 5_000
"""The most sums that a merge for three or more parties looks at in one step."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Efficient packages: their utilities, points × parties, ascending by the first, and the way of each slot.

    `error` is 0 where they are all; else for every package there is one here that is as good for the second party and
    at most this much worse for the first.
    """

    utilities: Numbers
    ways: Rows
    error: float = 0.0

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
    if problem.parties == 2:
        utilities, layers, error = _merged_two(problem)
        return _traced(utilities, layers, error)
    found = _merged_more(problem)
    return found and _traced(*found)


class Layers(list[tuple[Rows, Rows]]):
    """For each slot: the row of the layer before that a row came from, and the way it took."""


def _merged_two(problem: Problem) -> tuple[Numbers, Layers, float]:
    first, second, layers, error = np.zeros(1), np.zeros(1), Layers(), 0.0
    for slot in problem.slots:
        kept = _keep_two(slot.values.T)
        chosen, most = np.arange(len(first)), max(WIDEST_OF_TWO // len(kept), FEWEST)
        if len(first) > most:
            chosen, width = _thinned(first, most)
            first, second, error = first[chosen], second[chosen], error + width
        own = slot.values[:, kept]
        sums = (own[0][:, None] + first).ravel()
        others = (own[1][:, None] + second).ravel()
        # A stable sort merges the runs, which are sorted already.
        order = np.argsort(-sums, kind="stable")
        ranked = others[order]
        before = np.concatenate(([-np.inf], np.maximum.accumulate(ranked)[:-1]))
        best = order[ranked > before]
        way, parent = np.divmod(best, len(first))
        layers.append((chosen[parent], kept[way]))
        first, second = sums[best], others[best]
    return np.column_stack([first, second]), layers, error


def _thinned(first: Numbers, count: int) -> tuple[Rows, float]:
    """Return a row of each of `count` equal stretches of the first column, the best in the second, and their width."""
    width = float(first[0] - first[-1]) / count
    stretch = np.floor((first[0] - first) / width).astype(np.int64)
    return np.append(np.flatnonzero(np.diff(stretch)), len(first) - 1), width


def _merged_more(problem: Problem) -> tuple[Numbers, Layers] | None:
    utilities, layers = np.zeros((1, problem.parties)), Layers()
    for slot in problem.slots:
        own = slot.values.T
        kept = undominated(own)
        if len(utilities) * len(kept) > WIDEST:
            return None
        sums = (utilities[:, None, :] + own[None, kept, :]).reshape(-1, problem.parties)
        best = undominated(sums)
        parent, way = np.divmod(best, len(kept))
        layers.append((parent, kept[way]))
        utilities = sums[best]
    return utilities, layers


def _traced(utilities: Numbers, layers: Layers, error: float = 0.0) -> Frontier:
    """Drop what only rounding kept, and follow the parents back to the way of every slot."""
    coarse = np.round(utilities / TIE) * TIE
    keep = _keep_two(coarse) if utilities.shape[1] == 2 else undominated(coarse)
    keep = keep[np.lexsort(coarse[keep].T[::-1])]
    at, ways = keep, np.zeros((len(keep), len(layers)), dtype=np.int64)
    for column in range(len(layers) - 1, -1, -1):
        parent, way = layers[column]
        ways[:, column] = way[at]
        at = parent[at]
    return Frontier(utilities[keep], ways, error)


def _keep_two(sums: Numbers) -> Rows:
    """Return the rows that no other row dominates, one of equal rows, by descending first column."""
    order = np.lexsort((-sums[:, 1], -sums[:, 0]))
    second = sums[order, 1]
    before = np.concatenate(([-np.inf], np.maximum.accumulate(second)[:-1]))
    kept: Rows = order[second > before]
    return kept


def undominated(sums: Numbers) -> Rows:
    """Return the rows that no other row dominates, one of equal rows, for any number of columns, by descending sum."""
    # Nothing later dominates what is earlier.
    _, once = np.unique(sums, axis=0, return_index=True)
    left = once[np.argsort(-sums[once].sum(axis=1), kind="stable")]
    columns = list(np.ascontiguousarray(sums[left].T))
    kept: list[int] = []
    while len(left):
        kept.append(int(left[0]))
        larger = columns[0] > columns[0][0]
        for column in columns[1:]:
            larger |= column > column[0]
        left, columns = left[larger], [column[larger] for column in columns]
    return np.array(kept, dtype=np.int64)
