"""Payment plans from how a counterparty pays."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.commitments.calendars import WEEKENDS, calendar_of
from leopold.dunning.plans import LEAD, MOST_PARTS, PlanProposal, propose
from leopold.errors import DunningError
from leopold.model import ENOUGH_OUTCOMES, Payment
from tests.core.dunning.dealing import DAY, paid


def monthly(count: int, day: int = 10, amount: str = "500.00") -> list[Payment]:
    return [paid(date(2024 + month // 12, month % 12 + 1, day), amount) for month in range(count)]


def shape(plan: PlanProposal) -> list[tuple[str, str]]:
    return [(str(part.due), str(part.amount)) for part in plan.parts]


def test_too_little_known_gives_equal_parts_and_says_so() -> None:
    plan = propose(Decimal("1000.00"), "EUR", monthly(5), DAY)
    assert (plan.basis, plan.n, plan.gap, plan.usual, plan.month_day) == ("few", 5, None, None, None)
    assert shape(plan) == [("2026-04-07", "333.33"), ("2026-05-07", "333.33"), ("2026-06-08", "333.34")]


def test_who_pays_by_the_month_gets_parts_on_the_usual_day_and_of_the_usual_size() -> None:
    plan = propose(Decimal("1200.00"), "EUR", monthly(26), DAY)
    assert (plan.basis, plan.n, plan.gap, plan.usual, plan.month_day) == ("rhythm", 26, 31, Decimal("500.00"), 10)
    assert shape(plan) == [("2026-04-10", "500.00"), ("2026-05-11", "500.00"), ("2026-06-10", "200.00")]


def test_who_pays_every_two_weeks_gets_parts_every_two_weeks() -> None:
    came = [paid(DAY - timedelta(14 * number), "300.00") for number in range(30)]
    plan = propose(Decimal("800.00"), "EUR", came, DAY)
    assert (plan.gap, plan.month_day) == (14, None)
    assert shape(plan) == [("2026-04-07", "300.00"), ("2026-04-21", "300.00"), ("2026-05-05", "200.00")]


def test_a_crumb_joins_the_part_before_it() -> None:
    plan = propose(Decimal("1040.00"), "EUR", monthly(26), DAY)
    assert [amount for _, amount in shape(plan)] == ["500.00", "540.00"]


def test_the_usual_size_is_what_came_in_three_of_four_cases() -> None:
    came = [paid(DAY - timedelta(10 * number), f"{100 * (number % 4 + 1)}.00") for number in range(40)]
    assert propose(Decimal("1000.00"), "EUR", came, DAY).usual == Decimal("200.00")


def test_payments_of_one_day_are_one_and_other_currencies_and_refunds_none() -> None:
    came = [*monthly(26), *monthly(26), *[paid(DAY, "1.00", "USD")] * 30, *[paid(DAY, "-5.00")] * 30]
    plan = propose(Decimal("1000.00"), "EUR", came, DAY)
    assert (plan.n, plan.usual) == (26, Decimal("1000.00"))


def test_what_came_after_the_day_is_not_looked_at() -> None:
    later = [paid(DAY + timedelta(each + 1)) for each in range(40)]
    assert propose(Decimal(100), "EUR", later, DAY).n == 0


def test_nobody_pays_more_than_a_year_of_parts() -> None:
    plan = propose(Decimal("100000.00"), "EUR", monthly(26), DAY)
    assert len(plan.parts) == MOST_PARTS
    assert len({part.amount for part in plan.parts[:-1]}) == 1


def test_a_person_may_ask_for_a_number_of_parts() -> None:
    assert len(propose(Decimal("1000.00"), "EUR", monthly(26), DAY, parts=5).parts) == 5
    assert len(propose(Decimal("1000.00"), "EUR", [], DAY, parts=2).parts) == 2
    for count in (0, 13):
        with pytest.raises(DunningError, match="1 to 12 parts"):
            propose(Decimal("1000.00"), "EUR", [], DAY, parts=count)


def test_nothing_open_has_no_plan() -> None:
    with pytest.raises(DunningError, match="nothing to pay in parts"):
        propose(Decimal(0), "EUR", [], DAY)


def test_days_off_of_the_other_side_are_passed_over() -> None:
    plan = propose(Decimal("900.00"), "RUB", [], date(2026, 4, 24), calendar_of("RU"))
    assert plan.parts[0].due > date(2026, 5, 1)
    assert all(calendar_of("RU").works(part.due) for part in plan.parts)


amounts = st.decimals(Decimal("0.01"), Decimal(10_000_000), places=2)


@given(
    amounts | st.integers(1, 10**9).map(Decimal),
    st.lists(st.tuples(st.integers(0, 900), amounts), max_size=70),
    st.none() | st.integers(1, MOST_PARTS),
    st.integers(0, 400),
)
def test_parts_add_up_exactly_and_come_in_order_on_working_days(
    amount: Decimal, came: list[tuple[int, Decimal]], parts: int | None, ahead: int
) -> None:
    day = DAY + timedelta(ahead)
    money = [Payment("", day - timedelta(back), sum_, "EUR") for back, sum_ in came]
    plan = propose(amount, "EUR", money, day, parts=parts)
    assert plan.total == amount
    assert 1 <= len(plan.parts) <= MOST_PARTS
    assert all(part.amount > 0 and WEEKENDS.works(part.due) for part in plan.parts)
    assert all(part.amount == part.amount.quantize(Decimal("0.01")) for part in plan.parts)
    days = [part.due for part in plan.parts]
    assert days == sorted(set(days))
    assert days[0] >= day + timedelta(LEAD)
    assert (plan.basis == "rhythm") == (plan.n >= ENOUGH_OUTCOMES)
    assert propose(amount, "EUR", money[::-1], day, parts=parts) == plan
