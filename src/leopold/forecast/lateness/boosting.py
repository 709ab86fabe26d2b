"""Boosted trees over the hazards of a discrete outcome, in numpy alone.

Each tree shifts the log-odds of ending at each point, given that the point was reached, away from where the base put
them (Cox 1972 for discrete time; Friedman 2001 for boosting). An open item speaks for the points it has passed and for
no others. All points share a tree; its splits are found on two projections of their gradients (as in SketchBoost,
Iosipoi and Vakhrushev, NeurIPS 2022), and each leaf holds a step for every point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leopold.forecast.lateness.items import Floats, Integers
from leopold.forecast.lateness.shrinking import hazards_to_masses, surviving

BINS = 32
"""Ranges that a feature is cut into, besides one for unknown."""
DEPTH = 4
TREES = 120
STEP = 0.2
RIDGE = 8.0
REACH = 4.0
"""How many points away a step is still shared."""
SAMPLE = 3000
"""Items that a tree's splits are found on, at most; its leaves are learnt from all."""
LEAST = 15
"""Items on each side of a split, at least."""
_FLOOR = 1e-4

MORE = 1.1
"""How many times the number of trees that did best on four fifths are grown on all."""
PATIENCE = 12
"""Trees that may fail to help before the search for their number ends."""

Bins = NDArray[np.uint8]
Flags = NDArray[np.bool_]


def log_odds(masses: Floats) -> Floats:
    """Return the log-odds of the hazards of distributions (n, K), for all points but the last."""
    reach = np.maximum(surviving(masses)[:, :-1], 1e-9)
    hazards = np.clip(masses[:, :-1] / reach, _FLOOR, 1 - _FLOOR)
    return np.asarray(np.log(hazards / (1 - hazards)))


def masses_of(odds: Floats) -> Floats:
    """Return the distributions (n, K) of log-odds (n, K − 1)."""
    hazards = 1 / (1 + np.exp(-np.clip(odds, -20, 20)))
    return hazards_to_masses(np.concatenate([hazards, np.ones((len(odds), 1))], axis=1))


@dataclass(slots=True)
class Cutter:
    """Cuts features into ranges by their quantiles; the last range is for unknown values."""

    edges: list[Floats]

    @classmethod
    def of(cls, features: Floats) -> Cutter:
        """Return the cutter of features (n, F)."""
        edges = []
        for column in features.T:
            known = column[np.isfinite(column)]
            shares = np.arange(1, BINS) / BINS
            edges.append(np.unique(np.quantile(known, shares, method="inverted_cdf")) if len(known) else np.zeros(0))
        return cls(edges)

    def cut(self, features: Floats) -> Bins:
        """Return the range of every value."""
        bins = np.empty(features.shape, dtype=np.uint8)
        for number, edges in enumerate(self.edges):
            column = features[:, number]
            bins[:, number] = np.where(np.isfinite(column), np.searchsorted(edges, column, side="left"), BINS)
        return bins


@dataclass(slots=True)
class Tree:
    """A complete tree: at node i, ranges up to `cuts[i]` of feature `splits[i]` go left, others right."""

    splits: Integers
    cuts: Integers
    leaves: Floats

    def leaf(self, bins: Bins) -> Integers:
        """Return the leaf that each row falls into."""
        node = np.zeros(len(bins), dtype=np.int64)
        rows = np.arange(len(bins))
        for _ in range(DEPTH):
            node = 2 * node + 1 + (bins[rows, self.splits[node]] > self.cuts[node])
        return np.asarray(node - (2**DEPTH - 1))


class Booster:
    """A boosted model; `fit` learns, `predict` gives distributions, `trees_` are what it learnt."""

    def __init__(self, trees: int = TREES, seed: int = 0) -> None:
        """Take at most so many trees, and the seed of the projections."""
        self.trees = trees
        self.seed = seed

    def fit(self, features: Floats, base: Floats, reached: Integers, ended: Flags) -> Booster:
        """Learn from features (n, F), the base's distributions (n, K), and the point `reached` by each item.

        Where `ended` is true the item ended there; else it is open and that is the first point it has not passed. The
        number of trees is the one that did best on the last fifth, learnt from what came before it.
        """
        cut = int(len(features) * 0.8)
        self.cutter_ = Cutter.of(features[:cut])
        bins, odds = self.cutter_.cut(features), log_odds(base)
        best = self._learn(
            _Rows(bins[:cut], odds[:cut], reached[:cut], ended[:cut]),
            self.trees,
            _Rows(bins[cut:], odds[cut:], reached[cut:], ended[cut:]),
        )
        self.cutter_ = Cutter.of(features)
        self._learn(_Rows(self.cutter_.cut(features), odds, reached, ended), round(MORE * best), None)
        return self

    def predict(self, features: Floats, base: Floats) -> Floats:
        """Return distributions (n, K) of items with these features and base distributions."""
        odds = log_odds(base)
        bins = self.cutter_.cut(features)
        for tree in self.trees_:
            odds += tree.leaves[tree.leaf(bins)]
        return masses_of(odds)

    def _learn(self, rows: _Rows, trees: int, watched: _Rows | None) -> int:
        """Grow so many trees; return after how many the likelihood of the watched rows was greatest.

        With watched rows it stops when more trees have long not helped.
        """
        self.trees_ = list[Tree]()
        random = np.random.default_rng(self.seed)
        best, greatest = 0, watched.likelihood() if watched else 0.0
        for number in range(1, trees + 1):
            tree = self._next(rows, random)
            self.trees_.append(tree)
            if watched is not None:
                watched.odds += tree.leaves[tree.leaf(watched.bins)].astype(np.float32)
                fit = watched.likelihood()
                if fit > greatest:
                    best, greatest = number, fit
                elif number - best > PATIENCE:
                    break
        return best

    def _next(self, rows: _Rows, random: np.random.Generator) -> Tree:
        """Return one more tree, and take its step."""
        hazard = rows.risk / (1 + np.exp(-np.clip(rows.odds, -20, 20)))
        gradient = rows.event - hazard
        some = random.permutation(len(rows.bins))[: min(SAMPLE, len(rows.bins) * 3 // 5)]
        tree = _grown(rows.bins[some], _sketch(gradient[some], random))
        leaf = tree.leaf(rows.bins)
        belongs = np.zeros((2**DEPTH, len(leaf)), dtype=np.float32)
        belongs[leaf, np.arange(len(leaf))] = 1
        slope, bend = belongs @ gradient @ rows.near, belongs @ (hazard * (1 - hazard)) @ rows.near
        steps = slope / (bend + RIDGE)
        tree.leaves = STEP * np.clip(steps, -4, 4).astype(np.float64)
        rows.odds += tree.leaves[leaf].astype(np.float32)
        return tree


class _Rows:
    """Items that are learnt from or watched; `odds` move as trees are added."""

    def __init__(self, bins: Bins, odds: Floats, reached: Integers, ended: Flags) -> None:
        self.bins = bins
        # Steps are small beside what 32 bits hold, and half the memory is half the time.
        self.odds = odds.astype(np.float32)
        points = np.arange(odds.shape[1])
        apart = (points - points[:, None]) / REACH
        self.near = np.exp(-0.5 * apart**2).astype(np.float32)
        self.event = (points == reached[:, None]) & ended[:, None]
        self.risk = (points < reached[:, None]) | self.event

    def likelihood(self) -> float:
        """Return the logarithm of how likely the odds make what happened."""
        return float(
            np.sum(self.odds[self.event], dtype=np.float64)
            - np.sum(np.logaddexp(0, self.odds)[self.risk], dtype=np.float64)
        )


def _sketch(gradient: NDArray[np.float32], random: np.random.Generator) -> Floats:
    """Return two projections of gradients (n, K) over the points: their sum, and a random smooth one."""
    points = gradient.shape[1]
    wave = np.cos(np.pi * random.integers(1, 5) * (np.arange(points) + random.random()) / max(points, 1))
    return np.column_stack([gradient.sum(axis=1), gradient @ wave]).astype(np.float64)


def _grown(bins: Bins, sketch: Floats) -> Tree:
    """Return a tree without leaves, grown level by level by the greatest fall of squared error."""
    nodes, wide = 2**DEPTH - 1, bins.shape[1]
    tree = Tree(np.zeros(nodes, dtype=np.int64), np.full(nodes, BINS, dtype=np.int64), np.zeros(0))
    node, rows = np.zeros(len(bins), dtype=np.int64), np.arange(len(bins))
    places = bins + np.arange(wide) * (BINS + 1)
    weights = [np.repeat(column, wide) for column in sketch.T]
    for level in range(DEPTH):
        first, many = 2**level - 1, 2**level
        flat = (places + ((node - first) * wide * (BINS + 1))[:, None]).ravel()
        gains = _gains(flat, weights, (many, wide, BINS + 1)).reshape(many, -1)
        best = gains.argmax(axis=1)
        worth = gains[np.arange(many), best] > 0
        tree.splits[first : first + many] = np.where(worth, best // BINS, 0)
        tree.cuts[first : first + many] = np.where(worth, best % BINS, BINS)
        node = 2 * node + 1 + (bins[rows, tree.splits[node]] > tree.cuts[node])
    return tree


def _gains(flat: Integers, weights: list[Floats], shape: tuple[int, int, int]) -> Floats:
    """Return the gain (nodes, features, ranges) of cutting each node after each range of each feature."""
    size = shape[0] * shape[1] * shape[2]
    counts = np.bincount(flat, minlength=size).reshape(shape).cumsum(axis=2).astype(np.float64)
    left, right = counts[..., :-1], counts[..., -1:] - counts[..., :-1]
    gains = np.zeros(left.shape)
    for weight in weights:
        sums = np.bincount(flat, weight, size).reshape(shape).cumsum(axis=2)
        whole = sums[..., -1:]
        gains += sums[..., :-1] ** 2 / (left + 1) + (whole - sums[..., :-1]) ** 2 / (right + 1)
        gains -= whole**2 / (counts[..., -1:] + 1)
    gains[(left < LEAST) | (right < LEAST)] = -1
    return gains
