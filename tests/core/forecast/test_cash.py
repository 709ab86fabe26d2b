"""Cash by week: probabilities that add up, courses that mean what is expected, intervals that hold."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.forecast.cash.courses import BEFORE, Dependence, dependence, simulated
from leopold.forecast.cash.replaying import Past, widened, widths
from leopold.forecast.cash.weeks import Due, Weeks, probabilities
from leopold.forecast.lateness import Item, Lateness

DAY = date(2026, 3, 4)
GRID = np.array([-3.0, 0.0, 4.0, 30.0])


def due(*late: int, masses: tuple[float, ...] = (0.1, 0.4, 0.3, 0.2), seen: float = 30.0) -> Due:
    days = np.array([DAY.toordinal() + each for each in late], dtype=np.int64)
    return Due(days, np.tile(masses, (len(late), 1)), GRID, seen)


def test_weeks_begin_with_what_is_left_of_this_one() -> None:
    weeks = Weeks.after(DAY)
    assert [weeks.monday(0), weeks.monday(12)] == [date(2026, 3, 2), date(2026, 5, 25)]
    assert Weeks.after(date(2026, 3, 8)).monday(0) == date(2026, 3, 9)


def test_a_day_of_payment_falls_into_its_week() -> None:
    found = probabilities(due(5), Weeks.after(DAY))
    # Due on Monday the 9th: three days before, on it, and on Friday the 13th; the last a month later.
    assert found[0].tolist() == [0.1, 0.7, 0, 0, 0, 0.2, *[0] * 8]


def test_what_was_never_seen_comes_later() -> None:
    found = probabilities(due(5, seen=10.0), Weeks.after(DAY))
    assert found[0, -1] == pytest.approx(0.2)
    overdue = probabilities(due(-90, masses=(0.0, 0.0, 0.0, 1.0)), Weeks.after(DAY))
    assert overdue[0].tolist() == [0.0] * 13 + [1.0]


def test_days_that_are_over_or_were_never_seen_are_not_told() -> None:
    asked = due(1, 5, -90)
    assert asked.dates(np.array([4.0, 31.0, 30.0]), DAY) == [DAY + timedelta(days=5), None, None]


@settings(deadline=None)
@given(st.lists(st.integers(-60, 60), min_size=1, max_size=8), st.integers(0, 2**16))
def test_courses_pay_everything_once(late: list[int], seed: int) -> None:
    chances = probabilities(due(*late), Weeks.after(DAY))
    sums = np.arange(1.0, len(late) + 1)
    assert np.allclose(chances.sum(axis=1), 1)
    drawn = simulated(chances, sums, np.zeros(len(late), dtype=np.int64), BEFORE, seed, 20)
    assert np.allclose(drawn.sum(axis=1), sums.sum())
    again = simulated(chances, sums, np.zeros(len(late), dtype=np.int64), BEFORE, seed, 20)
    assert (drawn == again).all()


@pytest.mark.parametrize("together", [Dependence(0, 0), Dependence(0.1, 0.8)])
def test_courses_mean_what_is_expected(together: Dependence) -> None:
    chances = probabilities(due(*range(-2, 28)), Weeks.after(DAY))
    sums = np.full(30, 10.0)
    drawn = simulated(chances, sums, np.repeat(np.arange(6), 5), together, 0, 4000)
    assert np.abs(drawn.mean(axis=0) - sums @ chances).max() < 2


def test_invoices_that_are_late_together_make_the_interval_wider() -> None:
    chances = probabilities(due(*[5] * 50), Weeks.after(DAY))
    sums, firms = np.ones(50), np.repeat(np.arange(5), 10)
    apart, one, all_ = (
        simulated(chances, sums, firms, together, 0, 1000)[:, 1].std()
        for together in (Dependence(0, 0), Dependence(0, 0.6), Dependence(0.4, 0.6))
    )
    assert apart < one < all_


def ledger(shared: float, seed: int = 0) -> list[Item]:
    """Items of which all that fall due in one stretch of four weeks share a shift."""
    random = np.random.default_rng(seed)
    shifts = random.normal(0, shared, 40)
    items = []
    for number in range(1200):
        made = date(2024, 1, 1) + timedelta(days=number // 2)
        day = made + timedelta(days=14)
        late = round(random.normal(0, 4) + shifts[day.toordinal() // 28 % 40])
        paid = day + timedelta(days=max(late, -14))
        items.append(Item.dated(f"{number:05}", f"firm {number % 7}", made, day, paid))
    return items


def test_a_ledger_tells_whether_its_invoices_are_late_together() -> None:
    day = date(2025, 8, 1)
    apart, together = (dependence(Lateness().fit(ledger(shared), day)) for shared in (0.0, 8.0))
    assert apart.all < 0.1
    assert apart.one < 0.15
    assert together.all > 0.25
    assert together.one >= together.all
    assert dependence(Lateness().fit([], day)) == BEFORE


def test_intervals_are_as_wide_as_past_weeks_needed() -> None:
    day = date(2025, 8, 1)
    near = []
    for shared in (0.0, 8.0):
        engine = Lateness().fit(ledger(shared), day)
        past = Past(engine, np.ones(len(engine.columns_)), np.zeros(len(engine.columns_), dtype=np.int64))
        near.append(widths(past, day, Dependence(0, 0), 0)[0])
    assert 1.0 <= near[0] < near[1]
    low, high = widened(np.array([10.0]), np.array([4.0]), np.array([14.0]), (2.0, 1.0))
    assert (low.tolist(), high.tolist()) == ([0.0], [18.0])
