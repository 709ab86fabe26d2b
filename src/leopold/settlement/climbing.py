"""A good package quickly, for the exact search to start from: swaps of one or two choices while the least gain rises.

It proves nothing and promises nothing; what it gives narrows what has to be searched.
"""

from __future__ import annotations

import numpy as np

from leopold.settlement.frontier import Rows
from leopold.settlement.problem import Numbers, Problem

SHARPNESS = 250.0
"""How much the least gain counts more than the others."""
STARTS = 12


def climb(problem: Problem, scales: Numbers, origin: Numbers, seed: int = 0) -> tuple[int, ...] | None:
    """Return the ways of a package with a large least gain, (utility - origin) / scale; None where a veto bars it.

    Exclusions that were not merged into slots are not for this: None.
    """
    if problem.exclusions:
        return None
    values = _padded(problem)
    random = np.random.default_rng(seed)
    best, best_value = None, -np.inf
    for _ in range(STARTS):
        weights = random.dirichlet(np.full(problem.parties, 4.0)) / scales
        ways = _climbed(values, (values @ weights).argmax(axis=1), origin, scales)
        total = values[np.arange(len(ways)), ways].sum(axis=0)
        least = ((total - origin) / scales).min()
        if (total >= problem.vetoes).all() and least > best_value:
            best, best_value = ways, least
    return None if best is None else tuple(int(way) for way in best)


def _padded(problem: Problem) -> Numbers:
    """Return slots × ways × parties; ways that a slot lacks are worse than any."""
    widest = max(len(slot.ways) for slot in problem.slots)
    values = np.full((len(problem.slots), widest, problem.parties), -1e3)
    for row, slot in enumerate(problem.slots):
        values[row, : len(slot.ways)] = slot.values.T
    return values


def _climbed(values: Numbers, ways: Rows, origin: Numbers, scales: Numbers) -> Rows:
    slots, widest, parties = values.shape
    ways = ways.copy()
    flat_slot = np.repeat(np.arange(slots), widest)
    while True:
        own = values[np.arange(slots), ways]
        total = (own.sum(axis=0) - origin) / scales
        change = ((values - own[:, None, :]) / scales).reshape(-1, parties)
        value = _softly(total)
        single = _softly(total + change)
        # Two swaps: only the most promising changes are paired, which is what makes it quick.
        kept = np.argsort(-single)[:120]
        pairs = _softly(total + change[kept, None, :] + change[None, kept, :])
        pairs[flat_slot[kept, None] == flat_slot[None, kept]] = -np.inf
        if max(single.max(), pairs.max()) <= value + 1e-9:
            return ways
        swaps = [int(single.argmax())]
        if pairs.max() > single.max():
            swaps = [int(kept[each]) for each in np.unravel_index(pairs.argmax(), pairs.shape)]
        for swap in swaps:
            ways[swap // widest] = swap % widest


def _softly(gains: Numbers) -> Numbers:
    """Return a smooth minimum over the last axis."""
    least = gains.min(axis=-1)
    softened: Numbers = least - np.log(np.exp(-SHARPNESS * (gains - least[..., None])).sum(axis=-1)) / SHARPNESS
    return softened
