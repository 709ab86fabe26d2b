"""Private answers as a page asks for them: points that add up, an order, steps in words, ranges, a line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leopold.settlement.model import Preferences
from leopold_web.accounts.models import User
from leopold_web.round_tables import engine, wishes
from leopold_web.round_tables.actions import issues
from leopold_web.round_tables.models import RoundTable

from .conftest import Cast
from .table_play import open_table, post_of, seats_of, to_interests, to_issues

POINTS = st.dictionaries(st.integers(1, 50), st.integers(0, 100), min_size=1, max_size=12)


@pytest.fixture
def table(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> RoundTable:
    post_of(monkeypatch)
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


@given(POINTS, POINTS)
def test_points_always_add_up_and_none_is_negative(given_points: dict[int, int], other: dict[int, int]) -> None:
    before = {issue: other.get(issue, 7) for issue in given_points}
    found = wishes.balanced(given_points, before)
    assert sum(found.values()) == 100
    assert found.keys() == given_points.keys()
    assert min(found.values()) >= 0


def test_what_was_typed_stays_and_the_others_move_in_proportion() -> None:
    before = {1: 50, 2: 30, 3: 20}
    assert wishes.balanced({1: 75, 2: 30, 3: 20}, before) == {1: 75, 2: 15, 3: 10}
    assert wishes.balanced({1: 90, 2: 90, 3: 20}, before) == {1: 45, 2: 45, 3: 10}
    assert wishes.balanced({1: 0, 2: 0, 3: 0}, before) == {1: 34, 2: 33, 3: 33}


@given(st.integers(1, 40))
def test_an_order_gives_falling_points_that_add_up(size: int) -> None:
    found = list(wishes.by_order(range(size)).values())
    assert sum(found) == 100
    assert found == sorted(found, reverse=True)


def test_an_issue_moves_up_and_down_and_not_out() -> None:
    assert wishes.moved([1, 2, 3], "3:up") == [1, 3, 2]
    assert wishes.moved([1, 2, 3], "1:down") == [2, 1, 3]
    for move in ("1:up", "3:down", "9:up", "1:away", "", "x:up"):
        assert wishes.moved([1, 2, 3], move) == [1, 2, 3]


def test_of_what_is_not_barred_the_best_is_100_and_the_worst_0() -> None:
    assert wishes.rated_steps({1: 75, 2: 50, 3: 25}, []) == {1: 100, 2: 50, 3: 0}
    assert wishes.rated_steps({1: 75, 2: 50, 3: None}, [3]) == {1: 100, 2: 0, 3: 0}
    assert wishes.rated_steps({1: 50, 2: 50, 3: 0}, [3]) == {1: 100, 2: 100, 3: 0}
    assert wishes.rated_steps({1: 75, 2: None}, []) == {}


def test_a_page_of_answers_is_whole_for_the_engine(table: RoundTable) -> None:
    now = timezone.now()
    to_interests(table, now)
    rows = wishes.rows_of(table)
    (price, prices), (day, days) = rows
    sent = QueryDict(mutable=True)
    sent.update(
        {f"step-{option.pk}": str(step) for option, step in zip([*prices, *days], [100, 0, 75, 25], strict=True)}
    )
    sent.update({f"points-{price.pk}": "50", f"points-{day.pk}": "50", "line": "30", "why": "the roof"})
    sent.update({"never": str(days[1].pk), "move": f"{day.pk}:up"})
    found = wishes.read(rows, sent, {})
    domain = engine.domain_of(table)
    engine.check(domain, found)
    own = engine.preferences_of(domain, found)
    assert (own.points, own.veto) == ((50.0, 50.0), 0.3)
    assert own.allowed == (frozenset({0, 1}), frozenset({0}))
    assert (found["order"], found["by_hand"], found["why"]) == ([day.pk, price.pk], True, "the roof")
    sent["refill"] = "1"
    assert list(wishes.read(rows, sent, found)["points"].values()) == [67, 33]


@pytest.mark.parametrize("text", ["", "x", "-5", "1e3", "٣", "99999999999999999999"])
def test_what_is_no_number_changes_nothing(table: RoundTable, text: str) -> None:
    to_interests(table, timezone.now())
    rows = wishes.rows_of(table)
    sent = QueryDict(mutable=True)
    for issue, _options in rows:
        sent[f"points-{issue.pk}"] = text
    sent["line"] = text
    found = wishes.read(rows, sent, {})
    assert sum(found["points"].values()) == 100
    assert 0 <= found["line"] <= 100


def test_a_range_is_rated_along_its_line_and_barred_beyond_the_limit(table: RoundTable) -> None:
    now = timezone.now()
    to_issues(table, now)
    ours, theirs, *_ = seats_of(table)
    number = [Decimal(each) for each in (0, 100, 25)]
    issue = issues.add_range(ours, "Discount", number[0], number[1], number[2], "EUR", now)
    issues.confirm(theirs, "issue", issue.pk, now)
    rows = wishes.rows_of(table)
    sent = QueryDict(mutable=True)
    sent.update({f"toward-{issue.pk}": "less", f"ideal-{issue.pk}": "25", f"limit-{issue.pk}": "75"})
    found = wishes.read(rows, sent, {})
    ratings = {option.text: found["ratings"][str(option.pk)] for option in rows[0][1]}
    assert ratings == {"0 EUR": 100, "25 EUR": 100, "50 EUR": 50, "75 EUR": 0, "100 EUR": 0}
    assert found["never"] == [option.pk for option in rows[0][1] if option.text == "100 EUR"]
    engine.check(engine.domain_of(table), found)
    shown = wishes.shown(table, found)
    assert shown["whole"]
    assert shown["issues"][0]["range"]["ideal"] == "25"


def test_the_example_at_a_line_is_poor_and_not_below_it() -> None:
    own = Preferences(points=(60.0, 40.0), ratings=((1.0, 0.5, 0.0), (1.0, 0.0)), allowed=(), veto=0.3)
    package = wishes.example_of(own, [3, 2])
    assert package == [2, 0]
    assert own.worth(package) >= own.veto
