"""Late interest: sums worked out by hand, and what must hold for every debt."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.commitments.calendars import calendar_of
from leopold.dunning.interest import Interest, Paid, article_395, directive_2011_7, rounded
from leopold.dunning.interest_rates import ECB_REFERENCE, KEY_RATE, Rates
from leopold.errors import DunningError

HUNDRED = Decimal(100_000)


def rows(found: Interest) -> list[tuple[str, str, int, str, int, str]]:
    return [
        (str(each.since), str(each.until), each.days, str(each.rate), each.year, str(each.amount))
        for each in found.lines
    ]


def test_article_395_by_periods_of_the_key_rate() -> None:
    found = article_395(HUNDRED, "RUB", date(2024, 12, 31), date(2025, 6, 30))
    assert rows(found) == [
        ("2025-01-01", "2025-06-08", 159, "21.00", 365, "9147.95"),
        ("2025-06-09", "2025-06-30", 22, "20.00", 365, "1205.48"),
    ]
    # 9147.9452 + 1205.4794: rounded once.
    assert (found.amount, found.days, found.fixed, found.guessed) == (Decimal("10353.42"), 181, Decimal(0), False)


def test_days_of_a_leap_year_count_by_366() -> None:
    found = article_395(HUNDRED, "RUB", date(2023, 12, 21), date(2024, 1, 10))
    assert rows(found) == [
        ("2023-12-22", "2023-12-31", 10, "16.00", 365, "438.36"),
        ("2024-01-01", "2024-01-10", 10, "16.00", 366, "437.16"),
    ]
    assert found.amount == Decimal("875.51")


def test_the_day_of_payment_counts_and_lowers_the_base_from_the_next_day() -> None:
    found = article_395(HUNDRED, "RUB", date(2025, 1, 31), date(2025, 2, 20), [(date(2025, 2, 10), Decimal(40_000))])
    assert [(str(each.since), str(each.until), each.base) for each in found.lines] == [
        ("2025-02-01", "2025-02-10", Decimal(100_000)),
        ("2025-02-11", "2025-02-20", Decimal(60_000)),
    ]
    assert found.amount == Decimal("920.55")


def test_nothing_is_owed_by_the_due_day_nor_after_all_is_paid() -> None:
    assert article_395(HUNDRED, "RUB", date(2025, 1, 31), date(2025, 1, 31)).lines == ()
    early = article_395(HUNDRED, "RUB", date(2025, 1, 31), date(2025, 3, 1), [(date(2025, 1, 20), HUNDRED)])
    assert (early.lines, early.amount) == ((), Decimal(0))
    late = article_395(HUNDRED, "RUB", date(2025, 1, 31), date(2025, 3, 1), [(date(2025, 2, 1), HUNDRED * 2)])
    assert (late.days, late.amount) == (1, Decimal("57.53"))


def test_a_due_day_off_moves_to_the_next_working_day() -> None:
    # 1 May 2025 was a Thursday, and 1 to 4 May were days off in Russia.
    moved = article_395(HUNDRED, "RUB", date(2025, 5, 1), date(2025, 5, 10), calendar=calendar_of("RU"))
    plain = article_395(HUNDRED, "RUB", date(2025, 5, 1), date(2025, 5, 10))
    assert plain.lines[0].since == date(2025, 5, 2)
    assert moved.lines[0].since == date(2025, 5, 6)


def test_directive_by_half_years() -> None:
    found = directive_2011_7(Decimal(10_000), "EUR", date(2024, 5, 31), date(2025, 1, 31))
    assert rows(found) == [
        ("2024-06-01", "2024-06-30", 30, "12.50", 366, "102.46"),
        ("2024-07-01", "2024-12-31", 184, "12.25", 366, "615.85"),
        ("2025-01-01", "2025-01-31", 31, "11.15", 365, "94.70"),
    ]
    # 102.4590 + 615.8470 + 94.6986 = 813.0046: the rounded lines come to a cent more.
    assert (found.amount, found.fixed) == (Decimal("813.00"), Decimal(40))


def test_the_fixed_sum_is_owed_only_with_interest() -> None:
    assert directive_2011_7(HUNDRED, "EUR", date(2025, 1, 31), date(2025, 1, 31)).fixed == 0
    in_time = [(date(2025, 1, 31), HUNDRED)]
    assert directive_2011_7(HUNDRED, "EUR", date(2025, 1, 31), date(2025, 4, 1), in_time).fixed == 0


def test_days_after_the_last_known_rate_are_marked() -> None:
    last = KEY_RATE.until
    found = article_395(HUNDRED, "RUB", last - timedelta(2), last + timedelta(3))
    assert [(each.days, each.guessed) for each in found.lines] == [(2, False), (3, True)]
    assert found.lines[0].rate == found.lines[1].rate == KEY_RATE.steps[-1][1]
    assert found.guessed
    assert found.known_until == last


@pytest.mark.parametrize(
    ("law", "currency", "due", "says"),
    [
        (article_395, "EUR", date(2025, 1, 1), "debts in RUB"),
        (directive_2011_7, "RUB", date(2025, 1, 1), "debts in EUR"),
        (article_395, "RUB", date(2016, 7, 30), "known from 2016-08-01 on"),
        (directive_2011_7, "EUR", date(2013, 3, 14), "known from 2013-03-16 on"),
    ],
)
def test_what_a_law_does_not_tell_is_refused(law: object, currency: str, due: date, says: str) -> None:
    with pytest.raises(DunningError, match=says):
        law(HUNDRED, currency, due, date(2025, 2, 1))  # type: ignore[operator]


def test_the_first_days_of_the_tables_can_be_used() -> None:
    assert article_395(HUNDRED, "RUB", date(2016, 7, 31), date(2016, 8, 1)).amount == Decimal("28.69")
    assert directive_2011_7(HUNDRED, "EUR", date(2013, 3, 15), date(2013, 3, 16)).amount == Decimal("23.97")


def test_reference_rates_begin_with_half_years() -> None:
    assert all(day.day == 1 and day.month in (1, 7) for day, _ in ECB_REFERENCE.steps)


def test_a_table_out_of_order_is_refused() -> None:
    one, two = (date(2025, 1, 1), Decimal(1)), (date(2024, 1, 1), Decimal(1))
    for steps, until in (((one, two), date(2026, 1, 1)), ((one, one), date(2026, 1, 1)), ((one,), date(2024, 1, 1))):
        with pytest.raises(ValueError, match="order of their days"):
            Rates("x", steps, until)


@pytest.mark.parametrize(
    ("exact", "said"), [("1/3", "0.33"), ("1/8", "0.13"), ("1/200", "0.01"), ("1249/100000", "0.01"), ("7", "7.00")]
)
def test_rounding_is_half_up(exact: str, said: str) -> None:
    assert rounded(Fraction(exact)) == Decimal(said)


days = st.dates(date(2016, 8, 1), date(2027, 3, 1))
sums = st.decimals(Decimal("0.01"), Decimal(10_000_000), places=2)
payments = st.lists(st.tuples(days, sums), max_size=6)


@given(sums, days, days, days, payments)
def test_cutting_a_period_in_two_changes_nothing(amount: Decimal, a: date, b: date, c: date, came: list[Paid]) -> None:
    due, cut, until = sorted((a, b, c))
    whole = article_395(amount, "RUB", due, until, came)
    first = article_395(amount, "RUB", due, cut, came)
    left = amount - sum((sum_ for day, sum_ in came if day <= cut), Decimal(0))
    second = article_395(left, "RUB", cut, until, [(day, sum_) for day, sum_ in came if day > cut])
    assert first.exact + second.exact == whole.exact


@given(sums, days, days, payments, st.randoms(use_true_random=False))
def test_the_order_of_payments_changes_nothing(
    amount: Decimal, a: date, b: date, came: list[Paid], chance: object
) -> None:
    due, until = sorted((a, b))
    shuffled = came[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert article_395(amount, "RUB", due, until, came) == article_395(amount, "RUB", due, until, shuffled)
    assert directive_2011_7(amount, "EUR", due, until, came) == directive_2011_7(amount, "EUR", due, until, shuffled)


@given(sums, days, days, payments)
def test_it_equals_the_sum_over_single_days(amount: Decimal, a: date, b: date, came: list[Paid]) -> None:
    due, until = sorted((a, min(b, a + timedelta(800))))
    total, day = Fraction(0), due + timedelta(1)
    while day <= until:
        base = amount - sum((sum_ for at, sum_ in came if at < day), Decimal(0))
        rate = [rate for since, rate in KEY_RATE.steps if since <= day][-1]
        year = 366 if day.year % 4 == 0 else 365
        total += Fraction(max(base, Decimal(0))) * Fraction(rate) / (100 * year)
        day += timedelta(1)
    found = article_395(amount, "RUB", due, until, came)
    assert found.exact == total
    assert all(each.days > 0 and each.base > 0 for each in found.lines)
    assert all(x.until < y.since for x, y in zip(found.lines, found.lines[1:], strict=False))
