"""Bettering what was signed: never worse for anybody, within must-haves, and less is proposed after each refusal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.errors import SettlementError
from leopold.settlement.elicitation import Stated, shared_out
from leopold.settlement.estimate import estimate
from leopold.settlement.improvement import heard, improvement
from leopold.settlement.model import Exclusion, Issue

NAMES = ("Food", "Water", "Wood")
ISSUES = tuple(Issue(name, ("none", "one", "two", "all")) for name in NAMES)
UP, DOWN = (0.0, 0.33, 0.67, 1.0), (1.0, 0.67, 0.33, 0.0)


def stated(points: tuple[int, ...], *, wants: bool, allowed: tuple[frozenset[int] | None, ...] = ()) -> Stated:
    ranking = tuple(sorted(range(3), key=lambda issue: -points[issue]))
    return Stated(ranking, points, ((UP if wants else DOWN),) * 3, allowed)


FIRST, SECOND = stated((60, 30, 10), wants=True), stated((10, 30, 60), wants=False)
SHARES = st.lists(st.integers(1, 9), min_size=3, max_size=3).map(shared_out)


def test_what_one_hardly_wants_goes_to_the_other() -> None:
    assert improvement(ISSUES, [estimate(FIRST), estimate(SECOND)], (1, 2, 2)) == (3, 2, 0)


@settings(max_examples=40, deadline=None)
@given(SHARES, SHARES, st.lists(st.tuples(*[st.integers(0, 3)] * 3), max_size=2), st.tuples(*[st.integers(0, 3)] * 3))
def test_it_is_never_below_what_was_signed(
    one: tuple[int, ...], two: tuple[int, ...], refused: list[tuple[int, int, int]], signed: tuple[int, int, int]
) -> None:
    parties = [estimate(stated(one, wants=True)), estimate(stated(two, wants=False))]
    proposed = improvement(ISSUES, parties, signed, refused=refused)
    if proposed is not None:
        assert proposed not in (signed, *refused)
        for own in parties:
            # What was stated, and the mean of what it may mean: that of so many draws is off by a little.
            assert own.preferences().worth(proposed) > own.preferences().worth(signed)
            assert own.stated.preferences().worth(proposed) > own.stated.preferences().worth(signed) - 0.01


def test_it_keeps_must_haves_and_links() -> None:
    kept = stated((60, 30, 10), wants=True, allowed=(None, None, None))
    signed = (1, 2, 2)
    barred = Exclusion(frozenset({(0, 3), (2, 0)}))
    proposed = improvement(ISSUES, [estimate(kept), estimate(SECOND)], signed, [barred])
    assert proposed
    assert (proposed[0], proposed[2]) != (3, 0)


def test_each_refusal_raises_what_is_asked_and_is_remembered() -> None:
    parties, signed = [estimate(FIRST), estimate(SECOND)], (1, 2, 2)
    refused: list[tuple[int, ...]] = []
    while proposed := improvement(ISSUES, parties, signed, refused=refused):
        assert proposed not in refused
        refused.append(proposed)
        parties = [heard(parties[0], signed, proposed, "worse"), heard(parties[1], signed, proposed, "better")]
    assert 1 <= len(refused) <= 5


def test_an_efficient_deal_stays() -> None:
    assert improvement(ISSUES, [estimate(FIRST), estimate(SECOND)], (3, 3, 0)) is None


def test_three_parties_all_gain_or_nothing_is_proposed() -> None:
    third = Stated((1, 0, 2), (10, 80, 10), (UP, DOWN, UP))
    parties = [estimate(FIRST), estimate(SECOND), estimate(third)]
    proposed = improvement(ISSUES, parties, (1, 2, 2))
    assert proposed
    assert all(own.preferences().worth(proposed) > own.preferences().worth((1, 2, 2)) for own in parties)
    assert improvement(ISSUES, parties, proposed) is None


def test_estimates_have_to_be_about_the_issues() -> None:
    with pytest.raises(SettlementError, match="1 sets"):
        improvement(ISSUES, [estimate(FIRST)], (0, 0, 0))
