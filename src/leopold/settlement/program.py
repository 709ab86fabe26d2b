"""A table in HiGHS: a yes or no for every way of every slot, and the utility of each party as a sum over them."""

from __future__ import annotations

from collections.abc import Sequence

import highspy
import numpy as np

from leopold.settlement.frontier import Rows
from leopold.settlement.model import Choice
from leopold.settlement.problem import Numbers, Problem

PROVEN = 1e-6
"""A solution is exact when no other can be better by more than this."""
SETTINGS = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": PROVEN / 10,
    # A good package is known before, so looking for others and starting anew cost more than they bring.
    "mip_heuristic_effort": 0.0,
    "mip_allow_restart": False,
    "mip_detect_symmetry": False,
}


class Program:
    """What every search on a table has in common: its columns, and the rows that keep slots, veto lines and links.

    The rows of a model stand in this order: slots, veto lines, links, and then what a search adds.
    """

    def __init__(self, problem: Problem, origin: Numbers) -> None:
        self._problem, self._origin = problem, origin
        self._starts = np.cumsum([0, *(len(slot.ways) for slot in problem.slots)])
        self._values = np.hstack([slot.values for slot in problem.slots])
        places = [[self._column(choice) for choice in sorted(each.choices)] for each in problem.exclusions]
        self._links = [[own for own in link if own is not None] for link in places if None not in link]

    def utilities(self, ways: Sequence[int] | Rows) -> Numbers:
        """Return the utility of each party."""
        total: Numbers = self._values[:, self._starts[:-1] + np.asarray(ways)].sum(axis=1)
        return total

    def _model(self, whole: bool = True) -> highspy.Highs:
        model: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in SETTINGS.items():
            model.setOptionValue(option, value)
        ways = int(self._starts[-1])
        model.addVars(ways, np.zeros(ways), np.ones(ways))
        if whole:
            kinds = np.full(ways, highspy.HighsVarType.kInteger)
            model.changeColsIntegrality(ways, np.arange(ways, dtype=np.int32), kinds)
        for start, end in zip(self._starts[:-1], self._starts[1:], strict=True):
            model.addRow(1.0, 1.0, int(end - start), np.arange(start, end, dtype=np.int32), np.ones(end - start))
        for party, veto in enumerate(self._problem.vetoes):
            # A hair below the line: the sums of a package that stands exactly on it are rounded.
            self._row(model, float(veto) - PROVEN / 100, dict(enumerate(self._values[party])))
        for link in self._links:
            self._row(model, 1.0 - len(link), dict.fromkeys(link, -1.0))
        return model

    def _cost(self, model: highspy.Highs, costs: Numbers) -> None:
        """Set what each way costs."""
        model.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), np.asarray(costs, dtype=np.float64))

    def _column(self, choice: Choice) -> int | None:
        for start, slot in zip(self._starts, self._problem.slots, strict=False):
            for number, way in enumerate(slot.ways):
                if choice in way:
                    return int(start) + number
        return None

    def _row(self, model: highspy.Highs, least: float, terms: dict[int, float]) -> None:
        columns, factors = np.array(list(terms), dtype=np.int32), np.array(list(terms.values()), dtype=np.float64)
        model.addRow(least, highspy.kHighsInf, len(columns), columns, factors)

    def _columns(self, model: highspy.Highs, count: int, least: float, cost: float) -> list[int]:
        first = model.getNumCol()
        for _ in range(count):
            model.addVar(least, highspy.kHighsInf)
        for column in range(first, first + count):
            model.changeColCost(column, cost)
        return list(range(first, first + count))

    def _sum_row(
        self, model: highspy.Highs, group: list[int], scales: Numbers, more: dict[int, float], least: float = 0.0
    ) -> None:
        """Hold the sum of these parties' gains, with `more` terms, at `least` or above."""
        values = (self._values[group] / scales[group, None]).sum(axis=0)
        origin = float((self._origin[group] / scales[group]).sum())
        self._row(model, least + origin, dict(enumerate(values)) | more)

    def _tangent(self, model: highspy.Highs, log: int, party: int, at: float) -> None:
        """Hold the logarithm of a gain under its tangent at `at`: z ≤ log(at) + (u - origin - at) / at."""
        terms = {column: float(value) / at for column, value in enumerate(self._values[party])} | {log: -1.0}
        self._row(model, 1.0 - float(np.log(at)) + float(self._origin[party]) / at, terms)
