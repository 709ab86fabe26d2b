"""The bank of shrunk distributions, and its mixture: each member weighs what its past forecasts were worth."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from leopold.forecast.lateness.items import Floats, Integers, Table
from leopold.forecast.lateness.shrinking import HALF_LIVES, KIND_STRENGTHS, STRENGTHS, Counts, Ledger, pooled, shrunk

RATE = 0.5
"""How fast a member that forecasts worse loses its weight: per item and in units of the best one's mean score."""
SPREAD = 4.0
"""How many points away an outcome of a counterparty speaks for, in half of the members."""
FADE = 1000.0
"""Scored items after which a score counts half."""
_AT = KIND_STRENGTHS.index(8.0)


class Keys(NamedTuple):
    """The groups of some items at every level; the number after the last is a group of whom nothing is known."""

    firm: Integers
    kind: Integers
    both: Integers

    def levels(self, kinds: bool) -> tuple[Integers, ...]:
        """Return the groups at every level of a bank, everybody first."""
        everybody = np.zeros(len(self.firm), dtype=np.int64)
        return (everybody, self.firm, self.kind, self.both) if kinds else (everybody, self.firm)

    def of(self, rows: Integers) -> Keys:
        """Return the keys of some rows."""
        return Keys(self.firm[rows], self.kind[rows], self.both[rows])


class Bank:
    """Counts at every level over one grid, and the distributions that they give."""

    def __init__(self, table: Table, grid: Floats, start: int, kinds: bool) -> None:
        """Start without any count."""
        self.grid = grid
        self.kinds = kinds
        self._levels = Keys(table.counterparty, table.kind, table.both).levels(kinds)
        self._ledgers = [Ledger(int(level.max(initial=0)) + 2, len(grid), start) for level in self._levels]
        self._made = table.made
        apart = np.arange(len(grid)) - np.arange(len(grid))[:, None]
        near = np.exp(-0.5 * (apart / SPREAD) ** 2)
        self._near = near / near.sum(axis=1, keepdims=True)

    def add(self, rows: Integers, points: Integers) -> None:
        """Count the outcomes of rows, given by their points on the grid."""
        for level, ledger in zip(self._levels, self._ledgers, strict=True):
            ledger.add(level[rows], points, ledger.weights(self._made[rows]))

    def everybody(self, day: int, still: Integers, ahead: Integers) -> Floats:
        """Return the distribution (K,) of all that was ever settled, with what is open."""
        weights = self._ledgers[0].weights(self._made[still])
        one = np.zeros(1, dtype=np.int64)
        return np.asarray(pooled(self._ledgers[0].counts(one, day, self._levels[0][still], ahead, weights))[-1])

    def forecast(self, keys: Keys, day: int, still: Integers, ahead: Integers, part: float) -> Floats:
        """Return distributions (n, members, K) of items on a day; `still` are open rows, `ahead` their first points
        ahead, `part` how much of a fact of its own each counts for."""
        weights = self._ledgers[0].weights(self._made[still])
        counts, back = [], []
        for asked, level, ledger in zip(keys.levels(self.kinds), self._levels, self._ledgers, strict=True):
            chosen, inverse = np.unique(asked, return_inverse=True)
            found = ledger.counts(chosen, day, level[still], ahead, weights)
            counts.append(Counts(found.ended * part, found.open * part))
            back.append(inverse)
        everybody = pooled(counts[0])[None]
        firms = shrunk(counts[1], everybody, STRENGTHS)
        if not self.kinds:
            spread = shrunk(Counts(counts[1].ended @ self._near, counts[1].open), everybody, STRENGTHS)
            both = np.concatenate([firms, spread], axis=2)
            return both.reshape(len(firms), -1, len(self.grid))[back[1]]
        kinds = shrunk(counts[2], everybody, KIND_STRENGTHS)
        parts = [
            shrunk(Counts(*(part[back[3]] for part in counts[3])), firms[back[1]], KIND_STRENGTHS),
            kinds[back[2]],
            shrunk(Counts(*(part[back[3]] for part in counts[3])), kinds[back[2]][:, :, _AT], KIND_STRENGTHS[:-1]),
        ]
        return np.concatenate([part.reshape(len(keys.firm), -1, len(self.grid)) for part in parts], axis=1)


class Member(NamedTuple):
    """One of a bank: its half-life in days, how strongly counterparty and kind are shrunk, and toward what."""

    half_life: float
    firm: float
    kind: float
    chain: Literal["firm", "spread", "kind", "under"]

    @property
    def alone(self) -> bool:
        """Whether it looks at no counterparty."""
        return self.chain == "kind" or (not np.isfinite(self.firm) and not np.isfinite(self.kind))


def members(kinds: bool) -> list[Member]:
    """Return the members of a bank, in the order of its distributions."""
    if not kinds:
        chains: tuple[Literal["firm", "spread"], ...] = ("firm", "spread")
        return [Member(half, k, np.inf, chain) for half in HALF_LIVES for chain in chains for k in STRENGTHS]
    return [
        *(Member(half, k, j, "firm") for half in HALF_LIVES for k in STRENGTHS for j in KIND_STRENGTHS),
        *(Member(half, np.inf, j, "kind") for half in HALF_LIVES for j in KIND_STRENGTHS),
        *(Member(half, j, KIND_STRENGTHS[_AT], "under") for half in HALF_LIVES for j in KIND_STRENGTHS[:-1]),
    ]


def mixture(losses: Floats, scored: float) -> Floats:
    """Return the weights of members with these summed scores over so many items."""
    best = losses.min()
    if scored == 0 or best <= 0:
        return np.asarray((losses <= best) / (losses <= best).sum())
    weights = np.exp(-RATE * scored * (losses / best - 1))
    return np.asarray(weights / weights.sum())
