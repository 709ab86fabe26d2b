"""All packages near the best are found, whatever the multipliers; one of those with equal utilities is enough."""

from __future__ import annotations

from time import monotonic

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.settlement import enumerating
from leopold.settlement.aims import Relaxed
from leopold.settlement.enumerating import near
from leopold.settlement.milp import Solver
from leopold.settlement.model import Scenario
from leopold.settlement.problem import Numbers, problem
from leopold.settlement.searching import Search
from tests.core.settlement.scenarios import counted, made, scenarios

Utilities = set[tuple[float, ...]]


def rounded(rows: Numbers) -> Utilities:
    return {tuple(row) for row in np.round(rows, 7).tolist()}


@settings(max_examples=40, deadline=None)
@given(scenarios(most=5), st.lists(st.integers(0, 3), min_size=5, max_size=5), st.sampled_from([0, 0.1, 0.33, 2]))
def test_all_packages_with_so_much_slack_are_found(scenario: Scenario, shares: list[int], bound: float) -> None:
    arrays = problem(scenario)
    if not arrays.solvable:
        return
    weights = np.array(shares[: arrays.parties], dtype=np.float64)
    floors = np.full((arrays.parties, 1), 0.2)
    worth = [weights @ slot.values for slot in arrays.slots]
    found = near(
        arrays, worth, bound, lambda utilities: np.greater(utilities.T, 0.2).T.all(axis=0), weights, monotonic() + 60
    )
    assert found is not None
    for ways, utilities in zip(found.ways.tolist(), found.utilities, strict=True):
        own = sum(slot.values[:, way] for slot, way in zip(arrays.slots, ways, strict=True))
        assert utilities == pytest.approx(own)
    every = np.array([worths for _, worths in counted(scenario)])
    slack = sum(each.max() for each in worth) - every @ weights
    wanted = every[(slack <= bound + 1e-9) & (every > floors.T).all(axis=1)]
    assert rounded(found.utilities) == rounded(wanted)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 5), st.sampled_from([0.0, 0.4]))
def test_a_larger_table_is_solved_as_by_mixed_integer_programming(seed: int, parties: int, veto: float) -> None:
    arrays = problem(made(seed, parties, [4] * 7, veto=veto))
    origin, deadline = arrays.vetoes, monotonic() + 600
    search, solver = Search(arrays, origin, deadline), Solver(arrays, origin, deadline)
    ones = np.ones(parties)
    least, other = search.leximin(ones), solver.leximin(ones)
    assert (least is None) == (other is None)
    for shares in (ones, np.eye(parties)[0]):
        largest, theirs = search.best(shares), solver.best(shares)
        assert (largest is None) == (theirs is None) == (least is None)
        if largest and theirs:
            ours = search.utilities(largest.ways)
            assert (ours >= origin - 1e-9).all()
            assert shares @ ours == pytest.approx(shares @ search.utilities(theirs.ways), abs=1e-6)
    if least and other:
        gains, others = (np.sort(search.utilities(each.ways) - origin) for each in (least, other))
        assert gains == pytest.approx(others, abs=1e-5)
        most, theirs = search.nash(least), solver.nash(other)
        assert most
        assert theirs
        products = [(search.utilities(each.ways) - origin).prod() for each in (most, theirs)]
        assert products[0] == pytest.approx(products[1], abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(scenarios(most=5))
def test_no_aim_bars_a_package_that_scores_enough(scenario: Scenario) -> None:
    """Multipliers, right or not, may only ever say more than is true of what can be had."""
    arrays = problem(scenario)
    every = np.array([worths for _, worths in counted(scenario)]).reshape(-1, arrays.parties)
    every = every[(every >= arrays.vetoes - 1e-9).all(axis=1)]
    if not len(every):
        return
    relaxed = Relaxed(arrays, np.zeros(arrays.parties))
    ones = np.ones(arrays.parties)
    aims = [(relaxed.level(ones), every.min(axis=1)), (relaxed.total(ones), every.sum(axis=1))]
    gaining = every[(every > 1e-6).all(axis=1)]
    if len(gaining):
        aims.append((relaxed.product(gaining[0]), np.log(np.maximum(every, 1e-300)).sum(axis=1)))
    for aim, scores in aims:
        assert aim
        best = float(scores.max())
        assert aim.bound >= best - 1e-6
        row = every[scores.argmax()]
        top = sum(float(own.max()) for own in aim.worth)
        assert top - float(aim.weights @ row) <= aim.slack(best) + 1e-6
        assert aim.keeps(best)(row[:, None]).all()


def test_too_many_packages_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    arrays = problem(made(0, 3, [4] * 8))
    worth = [slot.values.sum(axis=0) for slot in arrays.slots]

    def everything(utilities: Numbers) -> enumerating.Mask:
        return np.ones(utilities.shape[1:], dtype=bool)

    assert near(arrays, worth, 9.0, everything, np.ones(3), monotonic() - 1) is None
    for limit in ("HALF", "PAIRS"):
        with monkeypatch.context() as patch:
            patch.setattr(enumerating, limit, 10)
            assert near(arrays, worth, 9.0, everything, np.ones(3), monotonic() + 60) is None
    found = near(arrays, worth, -1.0, everything, np.ones(3), monotonic() + 60)
    assert found is not None
    assert not len(found.ways)
