"""What is made as large as can be, and what the relaxed problem, in which ways may be mixed, says of it.

Multipliers of the relaxed problem (Everett 1963) give every way a worth, and so a bound: a package with a score of at
least so much has a slack of at most so much, whatever the multipliers are; the right ones make it the least. A
tolerance of the solver therefore costs time alone, never truth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np

from leopold.settlement.enumerating import Keeps, Mask
from leopold.settlement.frontier import TIE, undominated
from leopold.settlement.problem import Numbers, Problem
from leopold.settlement.program import Program

TANGENTS = 8
"""How many tangents on each logarithm the relaxed problem begins with."""
ROUNDS = 12
"""How often tangents are added at most."""
WIDE = 1_000
"""A slot with more ways is taken as it is."""
NEARLY = 1e-5
"""The relaxed problem has to be known so well in the logarithm of the product."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A score of packages that are acceptable.

    worth   of each way of each slot; weights, the part of it that a unit of each party's utility has
    bound   about what the relaxed problem scores at most; least, what every acceptable package scores
    slack   the most slack that a package has which scores so much or more
    keeps   which utilities are acceptable and score so much or more
    """

    worth: tuple[Numbers, ...]
    weights: Numbers
    bound: float
    least: float
    slack: Callable[[float], float]
    keeps: Callable[[float], Keeps]


class Relaxed(Program):
    """One problem in which ways may be mixed; an aim is None where even so nothing is acceptable, or HiGHS fails.

    A way that is worse than another for some and better for none, or equal to one before, is not worth anything, as no
    best package needs it. Exclusions that were not merged into slots are not for this.
    """

    def __init__(self, problem: Problem, origin: Numbers) -> None:
        super().__init__(problem, origin)
        self._needless = np.zeros(int(self._starts[-1]), dtype=bool)
        for start, slot in zip(self._starts, problem.slots, strict=False):
            if len(slot.ways) <= WIDE:
                own = np.arange(len(slot.ways))
                self._needless[start + np.setdiff1d(own, undominated(slot.values.T))] = True

    def level(self, scales: Numbers) -> Aim | None:
        """Return the aim of a large least gain, (utility - origin) / scale, over the parties whose scale is above 0."""
        counted = np.flatnonzero(scales > 0)
        model = self._model(whole=False)
        (level,) = self._columns(model, 1, -highspy.kHighsInf, cost=-1.0)
        for party in counted:
            self._sum_row(model, [int(party)], scales, {level: -1.0})
        duals = self._solved(model)
        if duals is None:
            return None
        weights, vetoes = np.zeros(self._problem.parties), self._problem.vetoes
        weights[counted] = duals[-len(counted) :] / scales[counted]
        weights += self._of_vetoes(duals)

        def floors(score: float) -> Numbers:
            return np.where(scales > 0, np.maximum(vetoes, self._origin + scales * score), vetoes)

        def slack(score: float) -> float:
            return top - float(weights @ floors(score))

        worth, top = self._worth(weights)
        bound = -float(model.getInfo().objective_function_value)
        least = float(((vetoes - self._origin)[counted] / scales[counted]).min())
        return Aim(worth, weights, bound, least, slack, lambda score: _above(floors(score)))

    def total(self, shares: Numbers) -> Aim | None:
        """Return the aim of a large sum of utilities, each times its share."""
        model, vetoes = self._model(whole=False), self._problem.vetoes
        self._cost(model, -(shares @ self._values))
        duals = self._solved(model)
        if duals is None:
            return None
        own = self._of_vetoes(duals)
        weights = shares + own
        worth, top = self._worth(weights)

        def slack(score: float) -> float:
            return top - float(own @ vetoes) - score

        def keeps(score: float) -> Keeps:
            acceptable = _above(vetoes)
            return lambda utilities: acceptable(utilities) & (np.tensordot(shares, utilities, 1) >= score - TIE)

        bound = -float(model.getInfo().objective_function_value)
        return Aim(worth, weights, bound, float(shares @ vetoes), slack, keeps)

    def product(self, known: Numbers) -> Aim | None:
        """Return the aim of a large product of gains, in its logarithm; `known` are gains above 0 that can be had."""
        parties, vetoes = self._problem.parties, self._problem.vetoes
        ideal = np.sum([slot.values.max(axis=1) for slot in self._problem.slots], axis=0) - self._origin
        floor = float(np.log(known).sum())
        # What a party gains at least in a better package, were all others to have their best.
        lowest = np.minimum(known, np.exp(floor - (np.log(ideal).sum() - np.log(ideal))))
        tangents = self._tangents(lowest, ideal)
        if tangents is None:
            return None
        used, duals, bound = tangents
        slopes, own = np.maximum(used, 1 / ideal), self._of_vetoes(duals)
        weights = slopes + own
        worth, top = self._worth(weights)
        most = top - float(own @ vetoes + slopes @ self._origin + np.log(slopes).sum()) - parties

        def keeps(score: float) -> Keeps:
            acceptable, product = _above(vetoes), np.exp(score) * (1 - TIE)
            return lambda utilities: acceptable(utilities) & (self._product(utilities) >= product)

        return Aim(worth, weights, min(bound, most), floor, lambda score: most - score, keeps)

    def _tangents(self, lowest: Numbers, ideal: Numbers) -> tuple[Numbers, Numbers, float] | None:
        """Return the slope of each party's logarithm at the relaxed best, the multipliers, and the best sum of logs."""
        parties = self._problem.parties
        model = self._model(whole=False)
        logs = self._columns(model, parties, -highspy.kHighsInf, cost=-1.0)
        first, touched = model.getNumRow(), list[Numbers]()
        more = list(np.geomspace(lowest, ideal, TANGENTS))
        while True:
            for gains in more:
                for party in range(parties):
                    self._tangent(model, logs[party], party, float(gains[party]))
            touched += more
            duals = self._solved(model)
            if duals is None:
                return None
            ways = np.array(model.getSolution().col_value[: self._starts[-1]])
            more = [np.maximum(self._values @ ways - self._origin, lowest)]
            bound = -float(model.getInfo().objective_function_value)
            if bound - np.log(more[0]).sum() <= NEARLY or len(touched) > TANGENTS + ROUNDS:
                return (duals[first:].reshape(-1, parties) / np.array(touched)).sum(axis=0), duals, bound

    def _product(self, utilities: Numbers) -> Numbers:
        product: Numbers = np.clip(utilities.T - self._origin, 0, None).T.prod(axis=0)
        return product

    def _solved(self, model: highspy.Highs) -> Numbers | None:
        """Return the size of each row's multiplier; None where nothing fits the rows, or HiGHS fails."""
        model.run()
        if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.abs(np.array(model.getSolution().row_dual, dtype=np.float64))

    def _of_vetoes(self, duals: Numbers) -> Numbers:
        return duals[len(self._problem.slots) :][: self._problem.parties]

    def _worth(self, weights: Numbers) -> tuple[tuple[Numbers, ...], float]:
        """Return the worth of each way, and of the best package with what a tie on every line may hide."""
        worth = np.where(self._needless, -np.inf, weights @ self._values)
        parts = tuple(np.split(worth, self._starts[1:-1]))
        return parts, float(sum(part.max() for part in parts) + TIE * (1 + weights.sum()))


def _above(floors: Numbers) -> Keeps:
    def above(utilities: Numbers) -> Mask:
        kept: Mask = utilities[0] >= floors[0] - TIE
        for own, floor in zip(utilities[1:], floors[1:], strict=True):
            kept &= own >= floor - TIE
        return kept

    return above
