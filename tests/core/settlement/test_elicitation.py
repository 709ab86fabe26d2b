"""What a party is asked: sums are kept, ratings are anchored, a package is a veto line, odd answers are asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.errors import SettlementError
from leopold.settlement.elicitation import (
    POINTS,
    STEPS,
    Stated,
    doubts,
    moved,
    out_of_order,
    rank_sum,
    rated,
    shared_out,
    veto_line,
)
from leopold.settlement.model import Issue

ISSUES = (Issue("Price", ("low", "middle", "high")), Issue("Term", ("short", "long")), Issue("Tone", ("warm", "plain")))
STATED = Stated((0, 1, 2), (50, 30, 20), ((0.0, 0.6, 1.0), (1.0, 0.0), (1.0, 0.0)))


def fault(kind: str, **changes: object) -> str:
    with pytest.raises(SettlementError) as caught:
        replace(STATED, **changes)  # type: ignore[arg-type]
    assert caught.value.fault.kind == kind
    return str(caught.value)


@given(st.permutations(range(8)).flatmap(lambda order: st.integers(1, 8).map(lambda kept: order[:kept])))
def test_a_ranking_prefills_points_that_keep_its_order(ranking: list[int]) -> None:
    points = rank_sum(ranking, 8)
    assert sum(points) == POINTS
    assert [points[issue] for issue in ranking] == sorted(points, reverse=True)[: len(ranking)]
    assert all(points[issue] == 0 for issue in range(8) if issue not in ranking)


def test_three_issues_get_rank_sum_points() -> None:
    assert rank_sum((2, 0, 1), 3) == (33, 17, 50)


@given(st.lists(st.floats(0, 1e6), min_size=1).filter(any), st.integers(0, 500))
def test_points_are_shared_out_whole(weights: list[float], total: int) -> None:
    shared = shared_out(weights, total)
    assert sum(shared) == total
    assert all(abs(own - total * weight / sum(weights)) < 1 for own, weight in zip(shared, weights, strict=True))


@given(st.lists(st.floats(0, 10), min_size=1, max_size=9).filter(any), st.data())
def test_moving_a_slider_keeps_the_sum(weights: list[float], data: st.DataObject) -> None:
    points = shared_out(weights)
    issue, value = data.draw(st.integers(0, len(points) - 1)), data.draw(st.integers(0, POINTS))
    now = moved(points, issue, value)
    assert (sum(now), min(now) >= 0) == (POINTS, True)
    assert now[issue] == (value if len(points) > 1 else POINTS)


def test_a_slider_has_its_ends() -> None:
    with pytest.raises(SettlementError, match="issue 2 cannot have 101 points; choose 0 to 100"):
        moved((50, 50), 1, 101)


def test_steps_lie_between_worst_and_best_and_are_worded_twice() -> None:
    assert [step.rating for step in STEPS] == sorted(step.rating for step in STEPS)
    assert len(STEPS) == 5
    assert all(0 < step.rating < 1 and step.en.isascii() and not step.ru.isascii() for step in STEPS)


def test_best_and_worst_are_the_ends_and_barred_options_have_no_worth() -> None:
    assert rated(4, 2, 0, {1: STEPS[3].rating}, frozenset({0, 1, 2})) == (0.0, 0.7, 1.0, 0.0)
    assert rated(2, 0, 0, {}, frozenset({0})) == (0.0, 0.0)
    with pytest.raises(SettlementError, match="option 2 has no step"):
        rated(3, 2, 0, {})
    with pytest.raises(SettlementError, match="named best and worst"):
        rated(3, 1, 1, {})


@given(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 1)))
def test_the_worst_package_still_signed_is_the_veto_line(package: tuple[int, int, int]) -> None:
    own = replace(STATED, veto=package).preferences()
    assert own.veto == veto_line(own, package) == pytest.approx(own.worth(package))
    assert 0 <= own.veto <= 1


def test_what_is_missing_or_wrong_is_said_with_its_place() -> None:
    assert "1, 2, 3" in fault("ranking_incomplete", ranking=(0, 1))
    assert "sum of 99" in fault("points_sum", points=(50, 30, 19))
    assert "issue 2" in fault("ratings_not_anchored", ratings=((0.0, 0.6, 1.0), (1.0, 0.4), (1.0, 0.0)))
    assert "issue 1" in fault("step_out_of_range", ratings=((0.0, 1.6, 1.0), (1.0, 0.0), (1.0, 0.0)))
    assert "issue 3" in fault("allowed_nothing", allowed=(None, None, frozenset()))
    assert "option 1 of issue 1" in fault(
        "package_barred",
        veto=(0, 0, 0),
        allowed=(frozenset({1, 2}), None, None),
        ratings=((0.0, 0.0, 1.0), (1.0, 0.0), (1.0, 0.0)),
    )
    assert "3 issues" in fault("package_of_other_issues", veto=(0, 0))
    assert "same 3" in fault("answers_of_other_issues", points=(50, 50))
    assert "issue 2" in fault("points_without_swing", ranking=(0, 2), ratings=((0.0, 0.6, 1.0), (0.0, 0.0), (1.0, 0.0)))
    fault("nothing_to_rank", ratings=((0.0,) * 3, (0.0,) * 2, (0.0,) * 2))


def test_extremes_and_points_against_the_ranking_are_asked_again() -> None:
    odd = Stated((1, 0, 2), (95, 5, 0), ((0.0, 0.02, 1.0), (1.0, 0.0), (1.0, 0.0)))
    assert out_of_order(odd) == ((1, 0),)
    assert [each.kind for each in doubts(odd, ISSUES)] == [
        "only_one_option_rated",
        "only_one_issue_matters",
        "points_against_ranking",
    ]
    assert "'high'" in doubts(odd, ISSUES)[0].said("en")
    assert not doubts(STATED, ISSUES)
