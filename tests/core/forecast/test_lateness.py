"""The lateness engine: honest distributions, no look-ahead, no dependence on order, claims only where earned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.forecast.lateness import Forecasts, Item, Lateness, LatenessError

START = date(2024, 1, 1)
TODAY = START + timedelta(days=200)


def dated(number: int, who: str, made: int, terms: int, late: int | None) -> Item:
    """An item made so many days after the start, due after `terms`, settled so late; None is open."""
    day = START + timedelta(days=made)
    due = day + timedelta(days=terms)
    settled = None if late is None else max(day, due + timedelta(days=late))
    return Item.dated(f"{number:05}", who, day, due, settled)


def ledger(seed: int, size: int, firms: int, spread: float = 6.0, *, open_share: float = 0.0) -> list[Item]:
    """A ledger in which firms differ by `spread` days, and outcomes scatter by 3 more."""
    random = np.random.default_rng(seed)
    habits = random.normal(3, spread, firms)
    items = []
    for number in range(size):
        firm = int(random.integers(firms))
        late = None if random.random() < open_share else round(float(random.normal(habits[firm], 3)))
        items.append(dated(number, f"firm {firm:02}", int(random.integers(190)), int(random.integers(10, 40)), late))
    return items


ITEMS = st.lists(
    st.tuples(
        st.sampled_from("abcd"), st.integers(0, 190), st.integers(-20, 60), st.one_of(st.none(), st.integers(-90, 400))
    ),
    max_size=70,
).map(lambda rows: [dated(number, *row) for number, row in enumerate(rows)])


def is_a_distribution(found: Forecasts) -> None:
    """Hold the promises of every distribution."""
    assert np.all(found.masses >= 0)
    np.testing.assert_allclose(found.masses.sum(axis=1), 1)
    assert np.all((found.late >= 0) & (found.late <= 1))
    ladder = np.array([found.quantile(share) for share in (0.0, 0.05, 0.3, 0.5, 0.8, 1.0)])
    assert np.all(np.diff(ladder, axis=0) >= 0)
    assert np.all(found.low <= found.high)


def same(one: Forecasts, other: Forecasts) -> None:
    """Hold that two forecasts are equal."""
    assert one.identities == other.identities
    for left, right in zip(one.__getstate__()[1:], other.__getstate__()[1:], strict=True):  # type: ignore[attr-defined]
        np.testing.assert_array_equal(left, right)


@settings(max_examples=25, deadline=None)
@given(items=ITEMS)
def test_every_forecast_is_a_distribution(items: list[Item]) -> None:
    engine = Lateness().fit(items, TODAY)
    asked = [item for item in items if item.settled is None or item.settled >= TODAY]
    asked.append(dated(99_999, "nobody knows them", 200, 14, None))
    is_a_distribution(engine.predict(asked))
    for stretch in engine.forecasts_:
        if len(stretch):
            is_a_distribution(stretch)


@settings(max_examples=25, deadline=None)
@given(items=ITEMS, cut=st.integers(1, 199))
def test_what_it_said_does_not_depend_on_what_came_later(items: list[Item], cut: int) -> None:
    no_look_ahead(items, cut)


def test_nor_does_the_challenger() -> None:
    no_look_ahead(ledger(1, 700, 12, open_share=0.1), 150)


def no_look_ahead(items: Sequence[Item], cut: int) -> None:
    """Hold that a ledger that ends on a day gives the same forecasts up to that day, and the same next one."""
    day = START + timedelta(days=cut)
    known = [
        item if item.settled is None or item.settled < day else replace(item, settled=None, actual=None)
        for item in items
        if item.made < day
    ]
    whole, short = Lateness().fit(items, TODAY), Lateness().fit(known, day)
    ahead = by_identity(whole)
    for identity, (masses, width) in by_identity(short).items():
        np.testing.assert_allclose(masses, ahead[identity][0], atol=1e-12)
        assert width == ahead[identity][1]
    that_day = [item for item in items if item.made == day]
    if that_day:
        found = short.predict(that_day)
        for number, item in enumerate(that_day):
            np.testing.assert_allclose(found.masses[number], ahead[item.identity][0], atol=1e-9)
            assert found.width[number] == ahead[item.identity][1]


def by_identity(engine: Lateness) -> dict[str, tuple[np.ndarray, float]]:
    """Return what was said of each item on the day it was made."""
    return {
        identity: (stretch.masses[number], float(stretch.width[number]))
        for stretch in engine.forecasts_
        for number, identity in enumerate(stretch.identities)
    }


@settings(max_examples=20, deadline=None)
@given(items=ITEMS, data=st.data())
def test_the_order_of_items_changes_nothing(items: list[Item], data: st.DataObject) -> None:
    asked = [dated(99_999, "a", 200, 14, None)]
    mixed = data.draw(st.permutations(items))
    same(Lateness().fit(items, TODAY).predict(asked), Lateness().fit(mixed, TODAY).predict(asked))


def test_a_forecast_alone_is_the_one_in_a_batch_in_the_order_asked() -> None:
    engine = Lateness().fit(ledger(2, 400, 6), TODAY)
    asked = [dated(90_000 + number, f"firm {number % 7:02}", 200 - number, 20, None) for number in range(12)]
    batch = engine.predict(asked)
    for number, item in enumerate(asked):
        alone = engine.predict([item])
        assert alone.identities == batch.identities[number : number + 1]
        np.testing.assert_allclose(alone.masses[0], batch.masses[number], atol=1e-12)


def test_an_update_is_a_fit_on_everything() -> None:
    items = ledger(3, 300, 5)
    day = START + timedelta(days=120)
    first = [replace(item, settled=None, actual=None) for item in items[:200]]
    asked = [dated(99_999, "firm 01", 200, 14, None)]
    updated = Lateness().fit(first, day).update(items, TODAY)
    same(updated.predict(asked), Lateness().fit(items, TODAY).predict(asked))


def test_a_counterparty_never_seen_gets_everybodys_distribution() -> None:
    engine = Lateness().fit(ledger(4, 120, 4), TODAY)
    unknown, other = engine.predict([dated(90_000 + n, f"stranger {n}", 200, 25, None) for n in range(2)]).masses
    np.testing.assert_allclose(unknown, other)
    assert engine.predict([dated(90_000, "stranger", 200, 25, None)]).known.tolist() == [0]


def test_who_is_always_late_is_forecast_late_and_one_of_thousands_of_bills_is_no_burden() -> None:
    items = [dated(number, "punctual", number % 180, 10, -2) for number in range(2000)]
    items += [dated(5000 + number, "slow", number * 3, 10, 20) for number in range(50)]
    engine = Lateness().fit(items, TODAY)
    found = engine.predict([dated(9000, "punctual", 200, 10, None), dated(9001, "slow", 200, 10, None)])
    assert found.late[0] < 0.15 < 0.9 < found.late[1]
    assert found.quantile(0.5).tolist() == [-2, 20]


def test_what_is_overdue_already_will_be_later_than_that() -> None:
    engine = Lateness().fit(ledger(5, 600, 5), TODAY)
    for days in (1, 5, 12, 500):
        overdue = dated(99_999, "firm 02", 200 - 10 - days, 10, None) if days < 190 else None
        if overdue is None:
            continue
        found = engine.predict([overdue])
        assert found.low[0] >= days
        assert found.late[0] == pytest.approx(1)


def test_open_items_count_as_late_so_far_and_are_not_dropped() -> None:
    paid = [dated(number, "a", number, 10, 0) for number in range(60)]
    open_ones = [dated(1000 + number, "a", number, 10, None) for number in range(60)]
    asked = [dated(9_999, "a", 200, 10, None)]
    without, beside = (Lateness().fit(items, TODAY).predict(asked) for items in (paid, paid + open_ones))
    assert without.late[0] < 0.05
    assert beside.late[0] == pytest.approx(0.5, abs=0.1)


def test_recent_habits_count_more_where_habits_change() -> None:
    items = [dated(number, "a", number // 4, 5, 0 if number < 400 else 15) for number in range(720)]
    found = Lateness().fit(items, TODAY).predict([dated(9_999, "a", 200, 5, None)])
    assert found.late[0] > 0.7


@pytest.mark.parametrize("factor", [0.25, 8.0])
def test_a_ratio_does_not_depend_on_the_unit(factor: float) -> None:
    random = np.random.default_rng(6)
    items = [
        Item(
            f"{n:04}",
            "ab"[n % 2],
            START + timedelta(days=n // 3),
            hours,
            "",
            START + timedelta(days=n // 3 + 2),
            hours * ratio,
        )
        for n, (hours, ratio) in enumerate(
            zip(random.choice([1.0, 2.0, 4.0], 300), random.choice([0.5, 1.0, 1.0, 2.0, 3.0], 300), strict=True)
        )
    ]
    scaled = [replace(i, promised=i.promised * factor, actual=i.actual and i.actual * factor) for i in items]
    asked = Item("x", "a", TODAY, 2.0)
    one = Lateness("ratio", elapsing=False).fit(items, TODAY)
    other = Lateness("ratio", elapsing=False).fit(scaled, TODAY)
    np.testing.assert_allclose(
        one.predict([asked]).masses, other.predict([replace(asked, promised=2.0 * factor)]).masses, atol=1e-9
    )
    assert one.self_reported_ == other.self_reported_ == pytest.approx(0.4, abs=0.1)
    assert one.predict([asked]).quantile(0.5) == pytest.approx(0.0)


def test_intervals_hold_about_four_of_five() -> None:
    engine = Lateness().fit(ledger(7, 1500, 8), TODAY)
    assert engine.coverage_ == pytest.approx(0.8, abs=0.03)


def test_it_says_what_to_expect_of_a_counterparty_with_twenty_outcomes_and_nothing_before() -> None:
    items = ledger(8, 900, 30)
    items += [dated(5000 + number, "new", 100 + number, 10, 9) for number in range(19)]
    engine = Lateness().fit(items, TODAY)
    assert engine.telling_
    known, few = engine.expectation("firm 01"), engine.expectation("new")
    own = [item.actual - item.promised for item in items if item.counterparty == "firm 01" and item.actual is not None]
    assert known.silent == ""
    assert known.low <= np.median(own) <= known.high
    assert f"n = {known.n}" in known.said("en")
    assert f"n = {known.n}" in known.said("ru")
    assert few.silent == "few"
    assert few.n == 19
    assert "little" in few.said("en")
    assert "мало" in few.said("ru")


@pytest.mark.parametrize("seed", range(4))
def test_it_claims_nothing_where_identities_tell_nothing(seed: int) -> None:
    engine = Lateness().fit(ledger(20 + seed, 900, 25, spread=0.0), TODAY)
    assert not engine.telling_
    assert engine.expectation("firm 01").silent == "identities"
    assert "ничего не говорит" in engine.expectation("firm 01").said("ru")


def test_a_slip_is_said_as_a_factor() -> None:
    items = [
        Item(f"{n:04}", "a", START + timedelta(days=n), 10.0, "", START + timedelta(days=n + 14 + n % 8), 14.0 + n % 8)
        for n in range(100)
    ]
    found = Lateness("ratio").fit(items, TODAY).expectation("a")
    assert 1.4 <= found.low < found.high <= 2.1
    assert found.said("en") == f"Actual is {found.low:.2f}–{found.high:.2f} times what they promise, n = 100."


def test_with_no_record_the_promise_is_all_there_is() -> None:
    engine = Lateness().fit([], TODAY)
    found = engine.predict([dated(1, "a", 200, 14, None)])
    is_a_distribution(found)
    assert found.known.tolist() == [0]
    assert engine.settled_ == 0
    assert engine.expectation("a").silent == "few"
    assert len(engine.predict([])) == 0


@pytest.mark.parametrize(
    ("items", "says"),
    [
        ([dated(1, "a", 1, 10, 2), dated(1, "b", 2, 10, 2)], "stands twice"),
        ([replace(dated(1, "a", 1, 10, 2), actual=None)], "only one of"),
        ([replace(dated(1, "a", 1, 10, 2), promised=float("nan"))], "finite"),
        ([replace(dated(1, "a", 9, 10, 2), settled=START)], "before it was made"),
        ([dated(1, "a", 1, 10, 2), replace(dated(2, "a", 1, 10, 2), features=(1.0,))], "features"),
    ],
)
def test_an_item_that_cannot_be_is_named_with_the_mend(items: list[Item], says: str) -> None:
    with pytest.raises(LatenessError, match=says):
        Lateness().fit(items, TODAY)


def test_it_forecasts_only_for_the_day_it_knows() -> None:
    engine = Lateness().fit(ledger(9, 50, 3), TODAY)
    with pytest.raises(LatenessError, match="fit or update"):
        engine.predict([], TODAY + timedelta(days=1))
    with pytest.raises(LatenessError, match="after"):
        engine.predict([dated(1, "a", 201, 10, None)])
    with pytest.raises(LatenessError, match="above zero"):
        Lateness("ratio").fit([dated(1, "a", 1, 0, 2)], TODAY)
