"""All packages near the best, without a solver: partial ones of each half of the slots, then the halves that fit.

Give every way a worth; then it costs a package what its slot's best has more, its slack. The packages whose slack in
sum stays within a bound are few near the best. They are found by meeting in the middle (Horowitz and Sahni 1974): each
half of the slots is written out within the bound, both are sorted into boxes halved again and again, and two boxes are
compared with all their contents at once by their best corners (dual trees, Gray and Moore 2001).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from leopold.settlement.frontier import Rows
from leopold.settlement.problem import Numbers, Problem

Mask = NDArray[np.bool_]
Keeps: TypeAlias = Callable[[Numbers], Mask]
"""Whether utilities, parties × any shape, are wanted; where larger ones are not, smaller ones must not be either."""

HALF = 100_000
"""The most partial packages of one half that are written out."""
PAIRS = 500_000
"""The most pairs of boxes that are looked at in one step, and the most packages that are returned."""
LEAF = 8
"""The most partial packages in a box that is halved no more."""
CHUNK = 20_000
"""How many pairs of the smallest boxes are opened at once, which bounds the memory."""
MIX = np.sqrt([2.0, 3.0, 5.0, 7.0, 11.0])
"""Factors by which other utilities hardly ever give the same sum."""
ROUNDING = 1e-12
"""By how much rounding may change a sum of slacks."""


@dataclass(frozen=True, slots=True)
class Near:
    """Packages: the way of each slot, N × slots, and their utilities, N × parties."""

    ways: Rows
    utilities: Numbers


@dataclass(frozen=True, slots=True)
class _Half:
    """Partial packages: utilities, parties × N; slack, N; and the ways, N × the slots that they are of."""

    utilities: Numbers
    slack: Numbers
    ways: Rows
    slots: tuple[int, ...]

    def grown(self, slot: int, values: Numbers, slack: Numbers, ways: Rows, bound: float) -> _Half:
        """Return these with every way of one more slot, within the bound; of equal ones but one."""
        total = self.slack[:, None] + slack
        row, way = np.nonzero(total <= bound)
        utilities = self.utilities[:, row] + values[:, way]
        once = _once(utilities)
        row, way = row[once], way[once]
        grown = np.column_stack([self.ways[row], ways[way]])
        return _Half(utilities[:, once], total[row, way], grown, (*self.slots, slot))


@dataclass(frozen=True, slots=True)
class _Tree:
    """Points in boxes: for each level the best corner, parties × boxes, and the least slack; last the points in each.

    Points that only fill the last boxes have a slack above any bound.
    """

    levels: tuple[tuple[Numbers, Numbers], ...]
    points: Numbers
    slack: Numbers
    leaves: Rows


def near(
    problem: Problem, worth: Sequence[Numbers], bound: float, keeps: Keeps, scale: Numbers, deadline: float
) -> Near | None:
    """Return the packages with a slack of at most `bound` that `keeps` wants; None: they are too many, or too late.

    `worth` is that of each way of each slot, `scale` one a party, makes distances of utilities comparable, and
    `deadline` is a moment of `time.monotonic`. They are all, but of those with the same utilities there may be one
    alone. Exclusions that are not merged into slots are not for this.
    """
    ways = np.zeros(len(problem.slots), dtype=np.int64)
    if bound < -ROUNDING:
        return Near(ways[None][:0], np.zeros((0, problem.parties)))
    fixed = np.zeros(problem.parties)
    free = []
    for number, (slot, own) in enumerate(zip(problem.slots, worth, strict=True)):
        slack = own.max() - own
        left = np.flatnonzero(slack <= bound + ROUNDING)
        if len(left) == 1:
            ways[number] = left[0]
            fixed = fixed + slot.values[:, left[0]]
        else:
            free.append((number, slot.values[:, left], slack[left], left))
    # The slots with the most to choose from first: then halves that are evened out after each end about as long.
    free.sort(key=lambda each: -float(np.exp(-5 * each[2] / max(bound, ROUNDING)).sum()))
    none = np.zeros((1, 0), dtype=np.int64)
    halves = [_Half(start[:, None], np.zeros(1), none, ()) for start in (fixed, np.zeros(problem.parties))]
    for each in free:
        halves.sort(key=lambda half: len(half.slack))
        if len(halves[0].slack) * len(each[3]) > 10 * HALF or monotonic() > deadline:
            return None
        halves[0] = halves[0].grown(*each, bound + ROUNDING)
        if len(halves[0].slack) > HALF:
            return None
    return _joined(halves, ways, bound + ROUNDING, keeps, scale, deadline)


def _once(utilities: Numbers) -> Rows:
    """Return a column of each with the same utilities, which points in whole steps make many."""
    order = (MIX[: len(utilities)] @ utilities).argsort(kind="stable")
    ordered = utilities[:, order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (np.abs(np.diff(ordered, axis=1)) > ROUNDING).any(axis=0)
    kept: Rows = order[new]
    return kept


def _joined(
    halves: Sequence[_Half], fixed: Rows, bound: float, keeps: Keeps, scale: Numbers, deadline: float
) -> Near | None:
    first, second = (_tree(half, scale) for half in halves)
    pairs = _boxes(first, second, bound, keeps, deadline)
    if pairs is None:
        return None
    rows, others, count = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)], 0
    for start in range(0, len(pairs[0]), CHUNK):
        one, other = first.leaves[pairs[0][start : start + CHUNK]], second.leaves[pairs[1][start : start + CHUNK]]
        wanted = first.slack[one][:, :, None] + second.slack[other][:, None, :] <= bound
        wanted &= keeps(first.points[:, one][:, :, :, None] + second.points[:, other][:, :, None, :])
        pair, row, column = np.nonzero(wanted)
        rows.append(one[pair, row])
        others.append(other[pair, column])
        count += len(pair)
        if count > PAIRS or monotonic() > deadline:
            return None
    row, column = np.concatenate(rows), np.concatenate(others)
    ways = np.tile(fixed, (len(row), 1))
    for half, chosen in zip(halves, (row, column), strict=True):
        ways[:, list(half.slots)] = half.ways[chosen]
    return Near(ways, (first.points[:, row] + second.points[:, column]).T)


def _tree(half: _Half, scale: Numbers) -> _Tree:
    count = len(half.slack)
    depth = max(0, int(np.ceil(np.log2(count / LEAF))))
    filled = -(-count // 2**depth) * 2**depth
    points = np.concatenate([half.utilities, half.utilities[:, : filled - count]], axis=1)
    slack = np.concatenate([half.slack, np.full(filled - count, np.inf)])
    scaled, boxes, levels = points * scale[:, None], np.arange(filled)[None], []
    for level in range(depth + 1):
        levels.append((points[:, boxes].max(axis=2), slack[boxes].min(axis=1)))
        if level < depth:
            inside = scaled[:, boxes]
            widest = (inside.max(axis=2) - inside.min(axis=2)).argmax(axis=0)
            along = inside[widest, np.arange(len(boxes))]
            boxes = np.take_along_axis(boxes, along.argsort(axis=1), axis=1).reshape(2 * len(boxes), -1)
    return _Tree(tuple(levels), points, slack, boxes)


def _boxes(first: _Tree, second: _Tree, bound: float, keeps: Keeps, deadline: float) -> tuple[Rows, Rows] | None:
    """Return the pairs of smallest boxes that may hold a wanted package."""
    one = other = np.zeros(1, dtype=np.int64)
    level = below = 0
    while True:
        (corners, least), (beside, lowest) = first.levels[level], second.levels[below]
        wanted = (least[one] + lowest[other] <= bound) & keeps(corners[:, one] + beside[:, other])
        one, other = one[wanted], other[wanted]
        if level == len(first.levels) - 1 and below == len(second.levels) - 1:
            return one, other
        if len(one) > PAIRS or monotonic() > deadline:
            return None
        if level < len(first.levels) - 1:
            one, other, level = _halved(one), np.repeat(other, 2), level + 1
        if below < len(second.levels) - 1:
            one, other, below = np.repeat(one, 2), _halved(other), below + 1


def _halved(boxes: Rows) -> Rows:
    """Return both halves of each box, in the numbers of the next level."""
    halves: Rows = (2 * boxes[:, None] + np.arange(2)).ravel()
    return halves
