"""The smallest relaxations: against brute force, by both ways of finding them; and what of them may be told to whom."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings

from leopold.errors import SettlementError
from leopold.settlement.model import Exclusion, Issue, Party, Preferences, Scenario
from leopold.settlement.relaxations import Lowering, Relaxation, Relaxations, counted, relaxations, relaxed
from leopold.settlement.relaxing import searched
from leopold.settlement.solving import solve
from tests.core.settlement.tables import TIE, packages, tables

FEW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
Steps = tuple[frozenset[object], float]


def wanted(scenario: Scenario) -> dict[frozenset[object], float]:
    """The smallest sets of steps by brute force, and by how much in sum they lower lines."""
    found: dict[frozenset[object], float] = {}
    for package in packages(scenario):
        steps: set[object] = {link for link in scenario.exclusions if link.choices <= set(enumerate(package))}
        amount = 0.0
        for party in scenario.parties:
            own = party.preferences
            steps |= {(party.name, *choice) for choice in enumerate(package) if not own.allows(*choice)}
            if own.worth(package) < own.veto - TIE:
                steps.add(party.name)
                amount += own.veto - own.worth(package)
        found[frozenset(steps)] = min(amount, found.get(frozenset(steps), amount))
    least = min(map(len, found))
    return {steps: amount for steps, amount in found.items() if len(steps) == least and least}


def told(found: Relaxations) -> dict[frozenset[object], float]:
    return {frozenset(steps_of(each)): each.amount for each in found.smallest}


def steps_of(each: Relaxation) -> list[object]:
    bars: list[object] = [(bar.party, bar.issue, bar.option) for bar in each.bars]
    return [*bars, *(lowering.party for lowering in each.lowerings), *each.links]


def agree(found: Relaxations, right: dict[frozenset[object], float]) -> bool:
    mine = told(found)
    if found.whole and mine.keys() != right.keys():
        return False
    amounts = sorted(right.values())[: len(mine)]
    return sorted(mine.values()) == pytest.approx(amounts, abs=1e-7) and all(
        right[steps] == pytest.approx(amount, abs=1e-7) for steps, amount in mine.items()
    )


@FEW
@given(tables(parties=(2, 4), vetoes=(20, 100)))
def test_they_are_the_smallest_by_counting(scenario: Scenario) -> None:
    found = counted(scenario)
    assert agree(found, wanted(scenario))
    assert found == relaxations(scenario)
    assert found.proven


@settings(FEW, max_examples=20)
@given(tables(parties=(2, 5), vetoes=(20, 100)))
def test_they_are_the_smallest_by_programming(scenario: Scenario) -> None:
    found = searched(scenario, monotonic() + 60)
    assert found.proven
    assert agree(found, wanted(scenario))


@FEW
@given(tables(parties=(2, 3), vetoes=(20, 100)))
def test_each_makes_an_agreement_and_nothing_of_it_can_be_left_out(scenario: Scenario) -> None:
    found = relaxations(scenario)
    assert bool(found.smallest) == (solve(scenario).possible is False)
    for each in found.smallest:
        assert solve(relaxed(scenario, each)).possible
        less = [replace(each, bars=tuple(x for x in each.bars if x != bar)) for bar in each.bars]
        less += [replace(each, links=tuple(x for x in each.links if x != link)) for link in each.links]
        for lowering in each.lowerings:
            others = tuple(x for x in each.lowerings if x != lowering)
            less.append(replace(each, lowerings=(*others, Lowering(lowering.party, lowering.by - 1e-6))))
        assert not any(solve(relaxed(scenario, one)).possible for one in less)


@FEW
@given(tables(parties=(2, 4), vetoes=(20, 100)))
def test_a_party_is_shown_its_own_steps_alone(scenario: Scenario) -> None:
    found = relaxations(scenario)
    concerned = frozenset().union(*(each.concerns for each in found.smallest))
    for party in scenario.parties:
        own, shown = party.preferences, found.for_party(party.name)
        names = {issue.name: issue.options for issue in scenario.issues}
        assert bool(shown.accept or shown.to is not None) == (party.name in concerned)
        for issue, option in shown.accept:
            number = list(names).index(issue)
            assert not own.allows(number, names[issue].index(option))
        assert shown.veto == own.veto
        assert shown.to is None or (shown.to * 20 == pytest.approx(round(shown.to * 20)) and shown.to < own.veto)
        others = [other.name for other in scenario.parties if other is not party]
        assert not any(f" {name} " in f" {line} " for line in shown.said("ru") for name in others)


ISSUES = (Issue("Price", ("90", "100", "110")), Issue("Start", ("May", "June")))
LINK = Exclusion(frozenset({(0, 2), (1, 1)}))


def scenario_of(first: Preferences, second: Preferences, *links: Exclusion) -> Scenario:
    return Scenario(ISSUES, (Party("Buyer", first), Party("Seller", second)), links)


def test_two_must_haves_that_do_not_meet() -> None:
    buyer = Preferences((1, 1), ((1, 0.5, 0), (1, 0)), (frozenset({0}), None))
    seller = Preferences((1, 1), ((0, 0.5, 1), (0, 1)), (frozenset({1, 2}), None))
    found = relaxations(scenario_of(buyer, seller))
    assert [each.concerns for each in found.smallest] == [{"Seller"}, {"Buyer"}, {"Buyer"}]
    assert found.for_party("Seller").said("en") == (
        "No agreement is possible with what was stated",
        "Price: it may help if you could accept “90” as well",
    )
    assert found.for_party("Buyer").accept == (("Price", "100"), ("Price", "110"))
    assert found.for_party("Buyer").said("ru")[1] == "Price: может помочь, если вы сможете принять и «100»"


def test_veto_lines_too_high_are_lowered_by_the_least_and_shown_coarsely() -> None:
    buyer = Preferences((70, 30), ((1, 0.5, 0), (1, 0)), veto=0.72)
    seller = Preferences((70, 30), ((0, 0.5, 1), (0, 1)), veto=0.6)
    found = relaxations(scenario_of(buyer, seller))
    assert [(each.count, round(each.amount, 9)) for each in found.smallest] == [(1, 0.37), (1, 0.6)]
    assert found.for_party("Buyer").said("en")[1] == "It may help if your line were 35 of 100 instead of 72"
    said = "Может помочь, если ваша граница согласия будет 0 из 100, а не 60"
    assert found.for_party("Seller").said("ru")[1] == said


def test_a_link_in_the_way_is_found_and_told_to_nobody() -> None:
    buyer = Preferences((1, 1), ((1, 0.5, 0), (0, 1)), (None, frozenset({1})))
    seller = Preferences((1, 1), ((0, 0.5, 1), (0, 1)), (frozenset({2}), None))
    found = relaxations(scenario_of(buyer, seller, LINK))
    assert Relaxation((), (), (LINK,)) in found.smallest
    assert all(not each.concerns for each in found.smallest if each.links)
    assert found.for_party("Buyer").said("en")[0] == found.for_party("Seller").said("en")[0]


def test_a_table_too_large_to_count_out() -> None:
    issues = tuple(Issue(f"issue {k}", ("a", "b", "c", "d")) for k in range(20))
    first = Preferences((5,) * 20, ((1, 0.6, 0.3, 0),) * 20, (frozenset({0}), *(None,) * 19), veto=0.4)
    second = Preferences((5,) * 20, ((0, 0.3, 0.6, 1),) * 20, (frozenset({3}), *(None,) * 19), veto=0.7)
    found = relaxations(Scenario(issues, (Party("A", first), Party("B", second))))
    assert found.proven
    assert {each.count for each in found.smallest} == {2}
    assert all(solve(relaxed(found.scenario, each)).possible for each in found.smallest)


def test_a_party_that_is_not_there_is_refused() -> None:
    own = Preferences((1, 1), ((1, 0.5, 0), (1, 0)))
    with pytest.raises(SettlementError) as caught:
        relaxations(scenario_of(own, own)).for_party("Nobody")
    assert caught.value.fault.kind == "party_unknown"
