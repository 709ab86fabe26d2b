"""How invoices stand on an evening: money, credit notes, stated days, and nothing from later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.ledgers import made
from leopold.ledger.matching import Matching, match
from leopold.ledger.standing import Standing, known_on, last_day, standing_on
from leopold.model import Invoice, Payment

DAY = date(2026, 3, 2)
BILL = Invoice("INV-2026-17", "Nord GmbH", DAY, DAY + timedelta(days=14), Decimal("119.00"), "EUR")


def note(amount: str, of: str = "INV-2026-17") -> Invoice:
    return Invoice("CN-2026-3", "Nord GmbH", DAY, DAY, -Decimal(amount), "EUR", credits=of)


def paid(amount: str, day: int, purpose: str = "INV-2026-17", **more: str) -> Payment:
    return Payment("", DAY + timedelta(days=day), Decimal(amount), "EUR", "Nord GmbH", purpose, **more)


def stands(*entries: Invoice | Payment, day: int = 60) -> Standing:
    evening = DAY + timedelta(days=day)
    bills, moves = known_on(
        [each for each in entries if isinstance(each, Invoice)],
        [each for each in entries if isinstance(each, Payment)],
        evening,
    )
    (found,) = standing_on(bills, moves, match(bills, moves), evening)
    return found


def test_part_payments_add_up_to_the_day_of_the_last() -> None:
    first, second = paid("19.00", 5), paid("100.00", 20)
    assert stands(BILL, first, second) == Standing(BILL, Decimal(0), second.at)
    assert stands(BILL, first) == Standing(BILL, Decimal("100.00"))
    assert stands(BILL, first, second, day=19) == Standing(BILL, Decimal("100.00"))


def test_a_stated_day_counts_once_it_is_reached() -> None:
    stated = replace(BILL, paid=DAY + timedelta(days=9))
    assert stands(stated, day=9).settled == stated.paid
    assert stands(stated, day=8) == Standing(BILL, BILL.amount)


def test_a_named_credit_note_lowers_what_is_left_and_may_take_it_back() -> None:
    assert stands(BILL, note("19.00")) == Standing(BILL, Decimal("100.00"))
    assert stands(BILL, note("119.00")) == Standing(BILL, Decimal(0), withdrawn=True)
    assert stands(BILL, note("19.00"), paid("100.00", 4)).settled == DAY + timedelta(days=4)


def test_a_credit_note_from_after_the_money_settles_on_its_own_day() -> None:
    later = replace(note("19.00"), issued=DAY + timedelta(days=30))
    assert stands(BILL, paid("100.00", 4), later, day=29) == Standing(BILL, Decimal("19.00"))
    assert stands(BILL, paid("100.00", 4), later).settled == later.issued


def test_a_credit_note_lowers_one_invoice_where_numbers_begin_anew_each_year() -> None:
    old, new = (replace(BILL, number="17", issued=DAY - timedelta(days=days)) for days in (365, 0))
    later = replace(old, issued=DAY + timedelta(days=20))
    for bills in ([old, new, later], [later, new, old]):
        found = standing_on(bills, [], match(bills, []), DAY + timedelta(days=30))
        assert [each.left for each in found] == [BILL.amount] * 3
        books = [*bills, note("19.00", "17")]
        found = standing_on(books, [], match(books, []), DAY + timedelta(days=30))
        assert {each.invoice: each.left for each in found} == {
            old: BILL.amount,
            new: Decimal("100.00"),
            later: BILL.amount,
        }


def test_money_that_a_field_names_counts_in_its_own_currency_alone() -> None:
    dollars = replace(BILL, currency="USD")
    moved = Payment("INV-2026-17", DAY + timedelta(days=3), Decimal("119.00"), "EUR", "Somebody Else Ltd")
    for bills in ([BILL, dollars], [dollars, BILL]):
        found = standing_on(bills, [moved], Matching((), (), (moved,)), DAY + timedelta(days=30))
        assert {each.invoice: each.settled for each in found} == {BILL: moved.at, dollars: None}


def test_a_credit_note_that_names_nothing_lowers_nothing() -> None:
    assert stands(BILL, note("19.00", "")).left == BILL.amount
    assert stands(BILL, note("19.00", "INV-2026-99")).left == BILL.amount


def test_a_payment_that_names_an_invoice_in_a_field_counts_though_another_paid() -> None:
    moved = Payment("INV-2026-17", DAY + timedelta(days=3), Decimal("119.00"), "EUR", "Somebody Else Ltd")
    assert stands(BILL, moved).settled == moved.at


def test_what_may_have_been_paid_is_said_to_be_so() -> None:
    offered = replace(paid("119.00", 6, "thank you"), counterparty="Nord Gmb")
    assert stands(BILL, offered) == Standing(BILL, BILL.amount, offered=True)


def test_the_last_day_is_no_later_than_today() -> None:
    moves = [paid("1.00", 5), paid("1.00", 500)]
    assert last_day([BILL], moves, DAY + timedelta(days=90)) == moves[0].at
    assert last_day([], [], DAY) == DAY


@pytest.mark.parametrize("seed", range(3))
@settings(deadline=None, max_examples=25)
@given(day=st.integers(0, 760))
def test_nothing_from_later_counts(seed: int, day: int) -> None:
    ledger, evening = made(seed, 60), date(2024, 1, 8) + timedelta(days=day)
    bills, moves = known_on(ledger.invoices, ledger.payments, evening)
    found = standing_on(bills, moves, match(bills, moves), evening)
    assert all(each.settled is None or each.settled <= evening for each in found)
    assert sum(each.left for each in found) <= sum(each.amount for each in bills if each.amount > 0)
    assert all((each.settled is None) != (each.left == 0 and not each.withdrawn) for each in found)
