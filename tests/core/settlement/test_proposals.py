"""Proposals: what every one of them has to be, against brute force; and which are shown, in which order."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import combinations
from math import prod

import pytest
from hypothesis import HealthCheck, given, settings

from leopold.errors import SettlementError
from leopold.settlement import candidates
from leopold.settlement.model import Issue, Party, Preferences, Scenario
from leopold.settlement.problem import problem
from leopold.settlement.proposals import DIFFERENT, MOST, Proposal, propose
from tests.core.settlement.tables import acceptable, dominates, packages, tables, worth

FEW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def check(scenario: Scenario, proposals: tuple[Proposal, ...]) -> None:
    """Hold against brute force what is promised of all proposals of one round."""
    possible = [package for package in packages(scenario) if acceptable(scenario, package)]
    assert bool(proposals) == bool(possible)
    assert len(proposals) <= MOST
    for proposal in proposals:
        assert proposal.package in possible
        own = worth(scenario, proposal.package)
        assert not any(dominates(worth(scenario, other), own) for other in possible)
    for one, other in combinations(proposals, 2):
        assert distance(scenario, one, other) >= DIFFERENT - 1e-9


def distance(scenario: Scenario, one: Proposal, other: Proposal) -> float:
    pairs = zip(worth(scenario, one.package), worth(scenario, other.package), strict=True)
    return max(abs(first - second) for first, second in pairs)


@FEW
@given(tables())
def test_every_proposal_is_acceptable_efficient_and_different(scenario: Scenario) -> None:
    proposals = propose(scenario)
    check(scenario, proposals)
    assert proposals == propose(scenario)
    if proposals:
        possible = [worth(scenario, package) for package in packages(scenario) if acceptable(scenario, package)]
        assert proposals[0].labels[0] == "most_value"
        assert prod(worth(scenario, proposals[0].package)) >= max(map(prod, possible)) - 1e-7
        balanced = [each for each in proposals if "most_balanced" in each.labels]
        assert all(min(worth(scenario, each.package)) >= max(map(min, possible)) - 1e-7 for each in balanced)


@settings(FEW, max_examples=15)
@given(tables(parties=(3, 5)))
def test_the_same_holds_where_efficient_packages_are_too_many_to_write_out(scenario: Scenario) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if problem(scenario).solvable:
            patch.setattr(candidates, "frontier", lambda arrays: None)
        proposals = propose(scenario)
        check(scenario, proposals)
        assert all(proposal.proven for proposal in proposals)
        check(scenario, propose(scenario, [proposal.package for proposal in proposals]))


@FEW
@given(tables(parties=(2, 2)))
def test_nothing_is_proposed_again_while_there_is_anything_else(scenario: Scenario) -> None:
    possible = [package for package in packages(scenario) if acceptable(scenario, package)]
    efficient = {
        worth(scenario, package)
        for package in possible
        if not any(dominates(worth(scenario, other), worth(scenario, package)) for other in possible)
    }
    said: list[tuple[int, ...]] = []
    for _ in range(4):
        proposals = propose(scenario, said)
        assert bool(proposals) == bool(possible)
        repeated = [proposal for proposal in proposals if proposal.package in said]
        assert all(proposal.repeated == (proposal in repeated) for proposal in proposals)
        if repeated:
            assert len(repeated) == len(proposals)
            assert len({worth(scenario, package) for package in said}) >= len(efficient) or not efficient
        said += [proposal.package for proposal in proposals]


@FEW
@given(tables())
def test_who_sits_where_changes_no_satisfaction(scenario: Scenario) -> None:
    turned = replace(scenario, parties=scenario.parties[::-1])
    here = [sorted_worth(scenario, proposal) for proposal in propose(scenario)]
    there = [sorted_worth(turned, proposal) for proposal in propose(turned)]
    assert here == there


def sorted_worth(scenario: Scenario, proposal: Proposal) -> list[tuple[str, float]]:
    return sorted((party.name, round(party.preferences.worth(proposal.package), 7)) for party in scenario.parties)


@FEW
@given(tables(parties=(2, 3)))
def test_a_higher_veto_line_gains_nothing_while_the_proposals_stand_above_it(scenario: Scenario) -> None:
    proposals = propose(scenario)
    if proposals:
        first, *others = scenario.parties
        line = min(first.preferences.worth(proposal.package) for proposal in proposals)
        higher = replace(first, preferences=replace(first.preferences, veto=min(1.0, line)))
        after = propose(replace(scenario, parties=(higher, *others)))
        assert after[0].package == proposals[0].package
        assert packages_of("most_balanced", proposals) <= packages_of("most_balanced", after)


def packages_of(label: str, proposals: tuple[Proposal, ...]) -> set[tuple[int, ...]]:
    return {proposal.package for proposal in proposals if label in proposal.labels}


def test_a_proposal_holds_nothing_private() -> None:
    assert [each.name for each in fields(Proposal)] == ["package", "labels", "proven", "repeated"]


def test_small_differences_are_not_proposed_side_by_side() -> None:
    issues = (Issue("Price", tuple(f"{each}" for each in range(101))),)
    up, down = (tuple(each / 100 for each in order) for order in (range(101), range(100, -1, -1)))
    scenario = Scenario(
        issues, (Party("A", Preferences((100,), (up,))), Party("B", Preferences((100,), (down,), veto=0.4)))
    )
    proposals = propose(scenario)
    assert [(each.package, each.labels) for each in proposals] == [
        ((50,), ("most_value", "most_balanced", "equal_shares")),
        ((45,), ()),
        ((55,), ()),
    ]
    again = propose(scenario, [proposal.package for proposal in proposals])
    assert [each.package for each in again] == [(35,), (40,), (60,)]


def test_a_package_of_other_issues_is_refused() -> None:
    scenario = Scenario(
        (Issue("Price", ("1", "2")),), tuple(Party(name, Preferences((1,), ((0, 1),))) for name in "AB")
    )
    for package in ((0, 0), (2,), (-1,), ()):
        with pytest.raises(SettlementError) as caught:
            propose(scenario, [package])
        assert caught.value.fault.kind == "package_of_other_issues"
