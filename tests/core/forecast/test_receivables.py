"""The outlook of a ledger: nothing from later, no order, money kept apart, and silence where too little is known."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.forecast.lateness import Expectation
from leopold.forecast.lateness.claims import Silence
from leopold.forecast.receivables import LEAST_SETTLED, Outlook, outlook_on
from leopold.model import Invoice, Payment
from leopold.words_forecast import paying

START = date(2025, 1, 6)
HABITS = {"Nord GmbH": 1, "Süd AG": 12, "ООО Рассвет": 30}


def books(seed: int = 0, size: int = 150) -> tuple[list[Invoice], list[Payment]]:
    """Three firms, each late by days of its own; a tenth of the bills is never paid."""
    chance = random.Random(seed)
    bills, moves = [], []
    for number in range(size):
        firm = chance.choice(sorted(HABITS))
        issued = START + timedelta(days=number * 2)
        bill = Invoice(
            *(f"INV-{number:05}", firm, issued, issued + timedelta(days=14)),
            *(Decimal(chance.randrange(1000, 90000)) / 100, chance.choice(("EUR", "EUR", "RUB"))),
        )
        bills.append(bill)
        if chance.random() < 0.9:
            at = bill.due + timedelta(days=HABITS[firm] + chance.randrange(-2, 3))
            moves.append(Payment("", at, bill.amount, bill.currency, firm, f"inv {bill.number}"))
    return bills, moves


BILLS, MOVES = books()
DAY = START + timedelta(days=240)


def figures(found: Outlook) -> tuple[object, ...]:
    """All that an outlook says."""
    return (
        found.day,
        found.settled,
        found.forecasts,
        [(one.counterparty, one.n, one.low, one.high, one.silent) for one in found.patterns],
        found.cash,
    )


@settings(max_examples=12, deadline=None)
@given(day=st.integers(0, 330))
def test_it_says_the_same_of_a_ledger_that_ends_that_evening(day: int) -> None:
    evening = START + timedelta(days=day)
    bills = [replace(bill, paid=bill.due + timedelta(days=5)) if bill.amount > 400 else bill for bill in BILLS]
    known = [
        replace(bill, paid=bill.paid if bill.paid and bill.paid <= evening else None)
        for bill in bills
        if bill.issued <= evening
    ]
    ended = [move for move in MOVES if move.at <= evening]
    assert figures(outlook_on(bills, MOVES, evening)) == figures(outlook_on(known, ended, evening))


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**16))
def test_the_order_of_entries_changes_nothing(seed: int) -> None:
    chance, found = random.Random(seed), outlook_on(BILLS, MOVES, DAY)
    again = outlook_on(chance.sample(BILLS, len(BILLS)), chance.sample(MOVES, len(MOVES)), DAY)
    told = {one.invoice: one for one in again.forecasts}
    assert [told[one.invoice] for one in found.forecasts] == list(found.forecasts)
    assert figures(found)[3:] == figures(again)[3:]


def test_habits_become_days() -> None:
    found = outlook_on(BILLS, MOVES, DAY)
    assert found.enough
    fresh = [one for one in found.forecasts if one.invoice.due > DAY]
    assert {one.invoice.counterparty for one in fresh} == set(HABITS)
    for one in fresh:
        assert one.low is not None
        assert one.expected is not None
        # Late by its habit, or by what is left of a habit that is over.
        assert one.low <= one.expected
        assert abs((one.expected - one.invoice.due).days - HABITS[one.invoice.counterparty]) <= 4
        assert one.n >= 20


def test_what_is_overdue_is_late_and_expected_ahead() -> None:
    found = outlook_on(BILLS, MOVES, DAY)
    overdue = [one for one in found.forecasts if one.invoice.due <= DAY]
    assert overdue
    assert all(one.late == 1 for one in overdue)
    assert all(each > DAY for one in found.forecasts for each in (one.low, one.expected, one.high) if each)
    assert any(one.expected is None for one in overdue)


def test_patterns_are_told_from_twenty_outcomes_on() -> None:
    # With three firms it takes many months to be sure that it matters who they are.
    told = {one.counterparty: one for one in outlook_on(*books(0, 280), START + timedelta(days=550)).patterns}
    assert set(told) == set(HABITS)
    for firm, days in HABITS.items():
        assert told[firm].silent == ""
        assert abs(told[firm].low - days) <= 4
    early = {one.counterparty: one for one in outlook_on(BILLS, MOVES, START + timedelta(days=90)).patterns}
    assert {one.silent for one in early.values()} == {"few"}


def test_sums_are_kept_apart_by_currency_and_add_up() -> None:
    found = outlook_on(BILLS, MOVES, DAY)
    assert [cash.currency for cash in found.cash] == ["EUR", "RUB"]
    for cash in found.cash:
        open_ = sum(one.left for one in found.forecasts if one.invoice.currency == cash.currency)
        assert cash.open + cash.offered == open_
        expected = sum((week.expected for week in (*cash.weeks, cash.later)), Decimal(0))
        assert abs(expected - cash.open) <= Decimal("0.10")
        assert all(0 <= week.low <= week.high <= cash.open + 1 for week in (*cash.weeks, cash.later))
        assert (len(cash.weeks), cash.mondays[0].weekday()) == (13, 0)


def test_the_seed_is_all_that_chance_depends_on() -> None:
    first, again, other = (outlook_on(BILLS, MOVES, DAY, seed=seed) for seed in (1, 1, 2))
    assert first.cash == again.cash
    assert first.cash != other.cash
    assert [each.weeks[0].expected for each in first.cash] == [each.weeks[0].expected for each in other.cash]


def test_too_little_is_said_to_be_too_little() -> None:
    found = outlook_on(BILLS, MOVES, START + timedelta(days=60))
    assert 0 < found.settled < LEAST_SETTLED
    assert not found.enough
    assert found.cash == ()
    assert {(one.expected, one.low, one.high) for one in found.forecasts} == {(None, None, None)}
    assert {one.late for one in found.forecasts} == {None, 1.0}


def test_of_nothing_nothing_is_said() -> None:
    assert figures(outlook_on([], [], DAY)) == (DAY, 0, (), [], ())


def test_what_a_payment_may_have_settled_is_neither_learnt_from_nor_expected() -> None:
    bill = next(one.invoice for one in outlook_on(BILLS, MOVES, DAY).forecasts if one.invoice.due < DAY)
    maybe = Payment("", DAY, bill.amount, bill.currency, bill.counterparty[:-1] + "x", "thanks")
    before, after = outlook_on(BILLS, MOVES, DAY), outlook_on(BILLS, [*MOVES, maybe], DAY)
    cash = {each.currency: each for each in after.cash}[bill.currency]
    assert cash.offered == bill.amount
    assert cash.open == {each.currency: each for each in before.cash}[bill.currency].open - bill.amount
    assert after.settled == before.settled


@pytest.mark.parametrize("late", [-400, 0, 400])
def test_what_was_paid_before_it_was_issued_is_known_from_that_day(late: int) -> None:
    odd: Sequence[Invoice] = [
        replace(BILLS[0], number="odd", paid=BILLS[0].issued - timedelta(days=5)),
        replace(BILLS[1], number="odder", due=BILLS[1].issued + timedelta(days=late)),
        replace(BILLS[2], number="last", due=date.max),
    ]
    found = outlook_on([*BILLS, *odd], MOVES, DAY)
    assert found.settled == outlook_on(BILLS, MOVES, DAY).settled + 1


@pytest.mark.parametrize(
    ("low", "high", "silent", "english", "russian"),
    [
        (3, 12, "", "are paid 3 to 12 days after the due day", "оплачивают через 3–12 дн. после срока"),
        (
            -4,
            6,
            "",
            "from 4 days before the due day to 6 days after it",
            "чем за 4 дн. до срока и не позже 6 дн. после",
        ),
        (-9, -2, "", "are paid 2 to 9 days before the due day", "оплачивают за 2–9 дн. до срока"),
        (5, 5, "", "are paid 5 days after the due day", "через 5 дн. после срока"),
        (0, 0, "", "are paid on the due day", "в срок, день в день"),
        (0, 0, "few", "Too little is known of how they pay yet: n = 31, and 20", "слишком мало: n = 31, а нужно 20"),
        (0, 0, "identities", "who it is tells nothing", "от того, чей счёт, не зависит"),
    ],
)
def test_how_a_counterparty_pays_is_one_sentence(
    low: float, high: float, silent: Silence, english: str, russian: str
) -> None:
    one = Expectation("Nord GmbH", 31, low, high, 0.0, "days", silent)
    assert english in paying(one, "en")
    assert russian in paying(one, "ru")


def test_a_day_of_another_century_takes_no_forecast_from_the_others() -> None:
    stray = [
        replace(BILLS[0], number="OLD", issued=date(1, 1, 1), due=date(9999, 12, 31)),
        replace(BILLS[0], number="NIL", issued=date(1899, 12, 30), due=date(1899, 12, 30)),
    ]
    known = {one.invoice.number: one for one in outlook_on(BILLS, MOVES, DAY).forecasts}
    found = {one.invoice.number: one for one in outlook_on([*BILLS, *stray], MOVES, DAY).forecasts}
    assert {number for number, one in found.items() if one.expected} >= {
        number for number, one in known.items() if one.expected
    }
    assert all(one.late is None or 0 <= one.late <= 1 for one in found.values())
