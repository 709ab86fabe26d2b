"""What is solved is what counting every package gives, by merging and by programming, and gaps are honest."""

from __future__ import annotations

from time import monotonic

import numpy as np
import pytest
from hypothesis import given, settings

from leopold.settlement import enumerating, solving
from leopold.settlement import frontier as frontiers
from leopold.settlement import problem as problems
from leopold.settlement.frontier import frontier
from leopold.settlement.milp import Solver
from leopold.settlement.model import Exclusion, Issue, Party, Preferences, Scenario
from leopold.settlement.problem import problem
from leopold.settlement.solving import Origin, solve
from tests.core.settlement.scenarios import counted, made, scenarios

NEAR = 2e-6


def fair(scenario: Scenario, origin: Origin) -> dict[str, tuple[float, ...]] | None:
    """Return the best product, the leximin of gains and of shares, by counting; None: nothing is acceptable."""
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    every = np.array([worth for _, worth in counted(scenario)]).reshape(-1, len(vetoes))
    utilities = every[(every >= vetoes - 1e-9).all(axis=1)]
    if not len(utilities):
        return None
    start = vetoes if origin == "veto" else np.zeros(len(vetoes))
    gains = utilities - start
    room = (utilities if origin == "veto" else every).max(axis=0) - start
    shares = np.where(room > 1e-9, gains / np.where(room > 1e-9, room, 1), 1.0)
    return {
        "nash": (float(np.clip(gains, 0, None).prod(axis=1).max()),),
        "leximin": max(tuple(np.round(row, 9)) for row in np.sort(gains, axis=1)),
        "kalai_smorodinsky": max(tuple(np.round(row, 9)) for row in np.sort(shares, axis=1)),
        "room": tuple(room),
    }


def assert_fair(scenario: Scenario, origin: Origin) -> None:
    found, expected = solve(scenario, origin), fair(scenario, origin)
    assert found.possible == (expected is not None)
    if expected is None:
        assert found.nash is found.leximin is found.kalai_smorodinsky is None
        return
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    start = vetoes if origin == "veto" else np.zeros(len(vetoes))
    for point in (found.nash, found.leximin, found.kalai_smorodinsky):
        assert point
        own = [party.preferences.worth(point.options) for party in scenario.parties]
        assert point.utilities == pytest.approx(own, abs=1e-9)
        assert (np.array(own) >= vetoes - 1e-6).all()
        assert scenario.keeps_links(point.options)
    product = np.clip(np.array(found.nash.utilities) - start, 0, None).prod()
    assert product == pytest.approx(expected["nash"][0], abs=NEAR)
    assert sorted(np.array(found.leximin.utilities) - start) == pytest.approx(expected["leximin"], abs=NEAR)
    room = np.array(expected["room"])
    own = np.array(found.kalai_smorodinsky.utilities) - start
    shares = np.where(room > 1e-9, own / np.where(room > 1e-9, room, 1), 1.0)
    assert sorted(shares) == pytest.approx(expected["kalai_smorodinsky"], abs=2e-5)
    assert not found.gaps


@settings(max_examples=60, deadline=None)
@given(scenarios())
def test_it_finds_what_counting_finds(scenario: Scenario) -> None:
    assert_fair(scenario, "veto")
    assert_fair(scenario, "zero")


@settings(max_examples=40, deadline=None)
@given(scenarios(most=5))
def test_programming_finds_what_counting_finds(scenario: Scenario) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "frontier", lambda arrays: None)
        if problem(scenario).solvable:
            assert_fair(scenario, "veto")
            assert_fair(scenario, "zero")


@settings(max_examples=20, deadline=None)
@given(scenarios(most=5))
def test_mixed_integer_programming_finds_it_where_too_many_packages_are_near_the_best(scenario: Scenario) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "frontier", lambda arrays: None)
        patch.setattr(enumerating, "HALF", 1)
        if problem(scenario).solvable:
            assert_fair(scenario, "veto")
            assert_fair(scenario, "zero")


@settings(max_examples=30, deadline=None)
@given(scenarios())
def test_links_too_wide_to_be_written_out_are_kept(scenario: Scenario) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(problems, "MERGED", 1)
        if problem(scenario).solvable:
            assert_fair(scenario, "veto")


@settings(max_examples=60, deadline=None)
@given(scenarios())
def test_the_frontier_is_what_no_package_betters(scenario: Scenario) -> None:
    worths = {tuple(round(each, 7) for each in worth) for _, worth in counted(scenario)}
    efficient = {
        own
        for own in worths
        if not any(other != own and all(a >= b for a, b in zip(other, own, strict=True)) for other in worths)
    }
    found = frontier(problem(scenario))
    assert found is not None
    assert {tuple(round(each, 7) for each in row) for row in found.utilities.tolist()} == efficient
    assert len(found) == len(efficient)


def test_three_parties_with_many_packages_are_solved_to_the_proof() -> None:
    found = solve(made(0, 3, [8] * 12, veto=0.3))
    assert found.frontier is None
    assert found.possible
    assert not found.gaps


def test_a_solver_stopped_early_says_how_far_it_may_be_from_the_best() -> None:
    scenario = made(1, 5, [8] * 30, veto=0.3)
    early, best = solve(scenario, seconds=0.0), solve(scenario, seconds=600.0)
    assert not best.gaps
    assert early.gaps
    assert early.leximin
    assert best.leximin
    least, most = min(early.leximin.utilities), min(best.leximin.utilities)
    assert least <= most <= least + early.gaps.get("leximin", 0.0) + 1e-6
    logs = [float(np.log(np.array(each.utilities) - 0.3).sum()) for each in (early.nash, best.nash) if each]
    assert len(logs) == 2
    assert logs[0] <= logs[1] <= logs[0] + early.gaps.get("nash", 0.0) + 1e-6


def test_a_higher_veto_line_moves_no_fair_package_that_it_does_not_bar() -> None:
    steps = tuple(step / 100 for step in range(101))
    issue = Issue("sum", tuple(map(str, range(101))))

    def split(veto: float) -> tuple[float, ...]:
        parties = (Party("a", Preferences((1.0,), (steps,))), Party("b", Preferences((1.0,), (steps[::-1],), (), veto)))
        found = solve(Scenario((issue,), parties), "zero").kalai_smorodinsky
        assert found
        return found.utilities

    assert split(0.4) == split(0.0) == pytest.approx((0.5, 0.5))


def test_a_veto_line_that_is_met_exactly_is_kept() -> None:
    scenario = made(3, 3, [3, 3], grid=4)
    best = solve(scenario, "zero").leximin
    assert best
    parties = tuple(
        type(party)(party.name, type(party.preferences)(party.preferences.points, party.preferences.ratings, (), veto))
        for party, veto in zip(scenario.parties, best.utilities, strict=True)
    )
    assert solve(Scenario(scenario.issues, parties)).possible


def test_links_that_leave_nothing_make_an_agreement_impossible() -> None:
    scenario = made(0, 2, [2, 2])
    every = tuple(Exclusion(frozenset({(0, a), (1, b)})) for a in range(2) for b in range(2))
    found = solve(Scenario(scenario.issues, scenario.parties, every))
    assert found.possible is False
    assert found.frontier == ()


def test_ranges_too_fine_to_list_every_efficient_package_come_with_their_gap() -> None:
    steps = np.linspace(0, 1, 1500)
    issues = tuple(Issue(f"sum {number}", tuple(map(str, range(1500)))) for number in range(3))
    bent = tuple(np.minimum(1.6 * steps, 0.4 + 0.6 * steps).tolist())
    pair = tuple(
        Party(name, Preferences(points, (ratings,) * 3))
        for name, points, ratings in (("a", (5.0, 3.0, 2.0), bent), ("b", (2.0, 3.0, 4.0), bent[::-1]))
    )
    found = solve(Scenario(issues, pair))
    assert found.frontier is None
    assert found.possible
    assert all(0 < gap < 0.01 for gap in found.gaps.values())


@settings(max_examples=60, deadline=None)
@given(scenarios(most=2))
def test_thinned_points_are_as_near_as_they_say(scenario: Scenario) -> None:
    exact = frontier(problem(scenario))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontiers, "WIDEST_OF_TWO", 2)
        patch.setattr(frontiers, "FEWEST", 2)
        thin = frontier(problem(scenario))
    assert exact is not None
    assert thin is not None
    for first, second in exact.utilities:
        near = (thin.utilities[:, 1] >= second - 1e-9) & (thin.utilities[:, 0] >= first - thin.error - 1e-9)
        assert near.any()


def test_two_parties_with_thirty_issues_are_solved_at_once() -> None:
    found = solve(made(0, 2, [8] * 30))
    assert found.frontier is not None
    assert len(found.frontier) > 100


def test_every_run_of_a_search_ends_by_the_deadline() -> None:
    """HiGHS counts the time limit of each run anew, so that time spent before must not be added to it."""
    issues = tuple(Issue(f"issue {k}", ("a", "b", "c")) for k in range(30))
    up, down = (1.0, 0.4, 0.0), (0.0, 0.5, 1.0)
    points = tuple(float(1 + k * k % 17) for k in range(30))
    parties = (Party("A", Preferences(points, (up,) * 30)), Party("B", Preferences(points[::-1], (down,) * 30)))
    solver = Solver(problem(Scenario(issues, parties)), np.zeros(2), monotonic() + 60)
    model = solver._model()
    model.run()
    left = solver._deadline - monotonic()
    solver._run(model)
    assert model.getOptionValue("time_limit")[1] <= left
