"""Fair packages for many packages and parties, by mixed-integer programming with HiGHS.

Max-min and leximin by ordered sums (Ogryczak 1997): for k = 1, 2, … the sum of the k smallest gains is maximised, being
the least sum over all groups of k parties, with the sums found so far held for every group. Nash by tangents
on the logarithm: outer approximation, with a tangent added at each package found, until bound and best meet within 1e-6
or a package repeats. The relative gap is 0, since with a small one cuts may loop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from time import monotonic

import highspy
import numpy as np

from leopold.settlement.climbing import climb
from leopold.settlement.problem import Numbers, Problem
from leopold.settlement.program import PROVEN, Program

TANGENTS = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A package as the way of each slot, and by how much a better one cannot be ruled out: 0 when proven.

    The gap is in satisfaction (of the k smallest gains) for leximin, and in the logarithm of the product for Nash.
    `efficient` is set where it is known that nobody can gain without somebody else losing.
    """

    ways: tuple[int, ...]
    gap: float
    efficient: bool = False


class Solver(Program):
    """One problem in HiGHS, which says of what it finds how good anything else could be.

    `deadline` is a moment of `time.monotonic`: past it the best so far is returned, with its gap.
    """

    def __init__(self, problem: Problem, origin: Numbers, deadline: float) -> None:
        super().__init__(problem, origin)
        self._deadline = deadline

    def best(self, weights: Numbers) -> Found | None:
        """Return the acceptable package with the largest weighted sum of utilities; None when there is none."""
        model = self._model()
        self._cost(model, -(weights @ self._values))
        return self._run(model)

    def leximin(self, scales: Numbers) -> Found | None:
        """Return the package with the leximin of (utility - origin) / scale; None when none is acceptable."""
        model, parties = self._model(), self._problem.parties
        (level,) = self._columns(model, 1, -highspy.kHighsInf, cost=-1.0)
        start = climb(self._problem, scales, self._origin)
        if start is not None:
            self._narrow(model, scales, start)
        found = self._raise(model, level, 1, scales, Found(start, 0.0) if start else None)
        if found is None or found.gap or self._alone(model, level, found):
            return found
        for count in range(2, parties + 1):
            answer = self._raise(model, level, count, scales, found)
            if answer is None or answer.gap or monotonic() > self._deadline:
                return Found((answer or found).ways, max(answer.gap if answer else 0.0, PROVEN))
            found = answer
        return found

    def nash(self, known: Found | None = None) -> Found | None:
        """Return the package with the largest product of gains over the origin; None when none gains for all.

        `known` is any acceptable package in which all gain: it bounds from below what each must gain in a better one.
        """
        model, parties = self._model(), self._problem.parties
        ideal = np.sum([slot.values.max(axis=1) for slot in self._problem.slots], axis=0) - self._origin
        if (ideal <= 0).any():
            return None
        least = np.minimum(1e-4, ideal / 2)
        if known and (self._gains(known) > 0).all():
            least = np.maximum(least, self._gains(known).prod() / (ideal.prod() / ideal) * (1 - PROVEN))
        logs = self._columns(model, parties, -highspy.kHighsInf, cost=-1.0)
        for party in range(parties):
            for at in np.geomspace(least[party], ideal[party], TANGENTS):
                self._tangent(model, logs[party], party, float(at))
        best, best_value, seen = known, self._product(known) if known else -np.inf, set[tuple[int, ...]]()
        while (answer := self._run(model, best)) is not None:
            gains, value = self._gains(answer), self._product(answer)
            if value > best_value:
                best, best_value = answer, value
            gap = max(0.0, self._bound - best_value)
            repeated = answer.ways in seen and answer.gap == 0
            if gap <= PROVEN or repeated or monotonic() > self._deadline:
                return best and Found(best.ways, 0.0 if gap <= PROVEN or repeated else gap)
            seen.add(answer.ways)
            for party in range(parties):
                if gains[party] > 0:
                    self._tangent(model, logs[party], party, float(gains[party]))
        return best and Found(best.ways, float("inf"))

    def _gains(self, found: Found) -> Numbers:
        return self.utilities(found.ways) - self._origin

    def _product(self, found: Found) -> float:
        """Return the logarithm of the product of gains."""
        gains = self._gains(found)
        return float(np.log(gains).sum()) if (gains > 0).all() else -np.inf

    def _narrow(self, model: highspy.Highs, scales: Numbers, known: Sequence[int]) -> None:
        """Rule out the ways that no package with a least gain above that of a known one can hold.

        For any weights of the parties that sum to 1, the weighted gain bounds the least one; a way costs it what its
        slot's best has more. The weights are the duals of the relaxed problem, for which the bound is the tightest.
        """
        relaxed = self._model(whole=False)
        (level,) = self._columns(relaxed, 1, -highspy.kHighsInf, cost=-1.0)
        for party in range(self._problem.parties):
            self._sum_row(relaxed, [party], scales, {level: -1.0})
        relaxed.run()
        weights = np.clip(np.abs(relaxed.getSolution().row_dual[-self._problem.parties :]), 0, None)
        if weights.sum() <= 0:
            return
        worth = (weights / weights.sum() / scales) @ self._values
        starts = self._starts[:-1]
        most = np.maximum.reduceat(worth, starts)
        bound = most.sum() - float((weights / weights.sum() / scales) @ self._origin)
        least = float(((self.utilities(known) - self._origin) / scales).min())
        lost = np.repeat(most, np.diff(self._starts)) - worth
        for column in np.flatnonzero(lost > bound - least + PROVEN):
            model.changeColBounds(int(column), 0.0, 0.0)

    def _alone(self, model: highspy.Highs, level: int, found: Found) -> bool:
        """Tell whether no other package fits the rows, as none does unless values tie: that spares the further sums."""
        chosen = self._starts[:-1] + np.array(found.ways)
        self._row(model, 1.0 - len(chosen), dict.fromkeys(chosen.tolist(), -1.0))
        model.changeColBounds(level, 0.0, 0.0)
        self._run(model)
        alone = model.getModelStatus() == highspy.HighsModelStatus.kInfeasible
        model.deleteRows(1, np.array([model.getNumRow() - 1], dtype=np.int32))
        model.changeColBounds(level, -highspy.kHighsInf, highspy.kHighsInf)
        return alone

    def _raise(
        self, model: highspy.Highs, level: int, count: int, scales: Numbers, start: Found | None
    ) -> Found | None:
        """Make the sum of the `count` smallest gains as large as can be, and hold it there from now on."""
        groups = [list(group) for group in combinations(range(self._problem.parties), count)]
        for group in groups:
            self._sum_row(model, group, scales, {level: -1.0})
        answer = self._run(model, start)
        if answer is not None:
            rows = model.getNumRow()
            model.deleteRows(len(groups), np.arange(rows - len(groups), rows, dtype=np.int32))
            gains = np.sort(self._gains(answer) / scales)
            for group in groups:
                self._sum_row(model, group, scales, {}, float(gains[:count].sum()) - PROVEN / 10)
        return answer

    def _run(self, model: highspy.Highs, start: Found | None = None) -> Found | None:
        if start is not None:
            ones = (self._starts[:-1] + np.array(start.ways)).astype(np.int32)
            known = np.zeros(self._starts[-1])
            known[ones] = 1.0
            model.setSolution(len(known), np.arange(len(known), dtype=np.int32), known)
        # HiGHS counts the time of each run anew.
        model.setOptionValue("time_limit", max(0.05, self._deadline - monotonic()))
        model.run()
        info = model.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        chosen = np.array(model.getSolution().col_value[: self._starts[-1]])
        ways = tuple(
            int(np.argmax(chosen[start:end])) for start, end in zip(self._starts[:-1], self._starts[1:], strict=True)
        )
        self._bound = -float(info.mip_dual_bound)
        proven = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return Found(ways, 0.0 if proven else abs(float(info.mip_dual_bound) - float(info.objective_function_value)))
