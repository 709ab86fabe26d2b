"""What is solved is what counting every package gives, by merging and by programming, and gaps are honest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from leopold.settlement import problem as problems
from leopold.settlement import solving
from leopold.settlement.frontier import frontier
from leopold.settlement.model import Exclusion, Scenario
from leopold.settlement.problem import problem
from leopold.settlement.solving import Origin, solve
from tests.core.settlement.scenarios import counted, made, scenarios

NEAR = 2e-6


def fair(scenario: Scenario, origin: Origin) -> dict[str, tuple[float, ...]] | None:
    """Return the best product, the leximin of gains and of shares, by counting; None: nothing is acceptable."""
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    utilities = np.array([worth for _, worth in counted(scenario)]).reshape(-1, len(vetoes))
    utilities = utilities[(utilities >= vetoes - 1e-9).all(axis=1)]
    if not len(utilities):
        return None
    start = vetoes if origin == "veto" else np.zeros(len(vetoes))
    gains = utilities - start
    room = gains.max(axis=0)
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


@settings(max_examples=30, deadline=None)
@given(scenarios())
def test_programming_finds_what_counting_finds(scenario: Scenario) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "frontier", lambda arrays: None)
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
    found = solve(made(1, 5, [8] * 30, veto=0.3), seconds=0.4)
    assert found.possible is None or found.gaps


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


def test_two_parties_with_thirty_issues_are_solved_at_once() -> None:
    found = solve(made(0, 2, [8] * 30))
    assert found.frontier is not None
    assert len(found.frontier) > 100
