"""The smallest relaxations of large tables, by mixed-integer programming with HiGHS.

A yes or no for every option; what it costs is how many parties bar it. A yes or no more for each link that is broken
and each veto line that is lowered, and by how much. First the number of steps is made as small as can be and held;
then the sum by which lines are lowered, again and again, each time without the steps found before.
"""

from __future__ import annotations

from time import monotonic

import highspy
import numpy as np

from leopold.settlement.frontier import TIE
from leopold.settlement.model import Choice, Scenario
from leopold.settlement.relaxations import MOST, Relaxation, Relaxations, bars_of, needed, smallest

EXACT = 1e-9
"""The tolerance of rows and of whole numbers: far below the least step of what people give."""


def searched(scenario: Scenario, deadline: float) -> Relaxations:
    """Return the smallest relaxations found by the deadline, a moment of `time.monotonic`."""
    search = _Search(scenario, deadline)
    first = search.fewest()
    if first is None:
        return Relaxations(scenario, (), proven=False, whole=False)
    if first.count == 0:
        return Relaxations(scenario, ())
    search.hold(first.count)
    found: list[Relaxation] = []
    for _ in range(MOST):
        if (each := search.least()) is None:
            break
        found.append(each)
        search.without(each)
        if monotonic() > deadline:
            break
    if not found:
        # The time was enough for the number of steps alone.
        return smallest(scenario, [first], proven=False, whole=False)
    return smallest(scenario, found, search.proven, search.over)


class _Search:
    """One table in HiGHS: columns for options, then links, then of each party whether and by how much it lowers."""

    def __init__(self, scenario: Scenario, deadline: float) -> None:
        self._scenario, self._deadline = scenario, deadline
        self.proven, self.over = True, False
        self._choices: list[Choice] = [
            (issue, option) for issue, each in enumerate(scenario.issues) for option in range(len(each.options))
        ]
        self._columns = {choice: column for column, choice in enumerate(self._choices)}
        self._links = {link: len(self._choices) + row for row, link in enumerate(dict.fromkeys(scenario.exclusions))}
        start = len(self._choices) + len(self._links)
        self._lowered = {party.name: start + row for row, party in enumerate(scenario.parties)}
        self._by = {party.name: start + len(scenario.parties) + row for row, party in enumerate(scenario.parties)}
        self._model = self._built()

    def fewest(self) -> Relaxation | None:
        """Return a relaxation of the fewest steps; None when none is found in time."""
        return self._solved(self._costs())

    def hold(self, count: int) -> None:
        """Allow no more steps than this from now on."""
        self._row(-highspy.kHighsInf, count + 0.5, self._costs())

    def least(self) -> Relaxation | None:
        """Return the relaxation that lowers lines by the least in sum; None when none is left, or time ran out."""
        return self._solved(dict.fromkeys(self._by.values(), 1.0))

    def without(self, found: Relaxation) -> None:
        """Leave out every relaxation that has all of these steps."""
        columns = {self._columns[bar.issue, bar.option] for bar in found.bars}
        columns |= {self._links[link] for link in found.links}
        columns |= {self._lowered[lowering.party] for lowering in found.lowerings}
        self._row(-highspy.kHighsInf, len(columns) - 1.0, dict.fromkeys(columns, 1.0))

    def _costs(self) -> dict[int, float]:
        barred = {self._columns[choice]: float(bars_of(self._scenario, *choice)) for choice in self._choices}
        return barred | dict.fromkeys([*self._links.values(), *self._lowered.values()], 1.0)

    def _built(self) -> highspy.Highs:
        model: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self._model = model
        options = {"output_flag": False, "mip_rel_gap": 0.0, "mip_abs_gap": 1e-7, "threads": 1}
        tolerances = ("mip_feasibility_tolerance", "primal_feasibility_tolerance", "dual_feasibility_tolerance")
        for option, value in (options | dict.fromkeys(tolerances, EXACT)).items():
            model.setOptionValue(option, value)
        whole = len(self._choices) + len(self._links) + len(self._lowered)
        count = whole + len(self._by)
        model.addVars(count, np.zeros(count), np.ones(count))
        kinds = np.full(whole, highspy.HighsVarType.kInteger)
        model.changeColsIntegrality(whole, np.arange(whole, dtype=np.int32), kinds)
        for issue in range(len(self._scenario.issues)):
            self._row(1.0, 1.0, {self._columns[choice]: 1.0 for choice in self._choices if choice[0] == issue})
        for link, column in self._links.items():
            terms = {self._columns[choice]: 1.0 for choice in sorted(link.choices)} | {column: -1.0}
            self._row(-highspy.kHighsInf, len(link.choices) - 1.0, terms)
        for party in self._scenario.parties:
            own = party.preferences
            worth = {
                self._columns[issue, way]: own.share(issue) * own.ratings[issue][way] for issue, way in self._choices
            }
            self._row(own.veto - TIE / 2, highspy.kHighsInf, worth | {self._by[party.name]: 1.0})
            self._row(-highspy.kHighsInf, 0.0, {self._by[party.name]: 1.0, self._lowered[party.name]: -own.veto})
        return model

    def _row(self, least: float, most: float, terms: dict[int, float]) -> None:
        columns, factors = np.array(list(terms), dtype=np.int32), np.array(list(terms.values()), dtype=np.float64)
        self._model.addRow(least, most, len(columns), columns, factors)

    def _solved(self, costs: dict[int, float]) -> Relaxation | None:
        model = self._model
        for column in range(model.getNumCol()):
            model.changeColCost(column, costs.get(column, 0.0))
        model.setOptionValue("time_limit", max(0.05, self._deadline - monotonic()))
        model.run()
        status = model.getModelStatus()
        self.over = status == highspy.HighsModelStatus.kInfeasible
        if model.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        self.proven &= status == highspy.HighsModelStatus.kOptimal
        values = model.getSolution().col_value
        package = [0] * len(self._scenario.issues)
        for (issue, option), column in self._columns.items():
            if values[column] > 0.5:
                package[issue] = option
        return needed(self._scenario, tuple(package))
