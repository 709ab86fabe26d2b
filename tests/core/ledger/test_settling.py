"""Which payment settled which invoice, and when."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from leopold.ledger import settle
from leopold.model import Invoice, Payment

DAY = date(2026, 3, 2)


def invoice(
    number: str = "17", amount: str = "100", currency: str = "EUR", firm: str = "North", after: int = 0
) -> Invoice:
    issued = DAY + timedelta(after)
    return Invoice(number, firm, issued, issued + timedelta(14), Decimal(amount), currency)


def payment(amount: str, after: int, number: str = "17", currency: str = "EUR", firm: str = "") -> Payment:
    return Payment(number, DAY + timedelta(after), Decimal(amount), currency, firm)


def paid(invoices: list[Invoice], *payments: Payment) -> list[int | None]:
    return [None if each.paid is None else (each.paid - DAY).days for each in settle(invoices, payments)]


def test_part_payments_add_up_to_the_day_that_completes_them() -> None:
    assert paid([invoice()], payment("40", 9), payment("60", 5)) == [9]
    assert paid([invoice()], payment("40", 9), payment("59.99", 5)) == [None]
    assert paid([invoice()], payment("150", 3), payment("1", 9)) == [3]


def test_currencies_and_numbers_are_never_mixed() -> None:
    assert paid([invoice()], payment("100", 1, currency="USD")) == [None]
    assert paid([invoice()], payment("100", 1, number="18")) == [None]
    assert paid([invoice()], payment("100", 1, number="")) == [None]


def test_numbers_are_compared_without_their_marks() -> None:
    assert paid([invoice("INV-17")], payment("100", 1, number="№ inv-17 ")) == [1]


def test_money_sent_back_opens_the_invoice_again() -> None:
    assert paid([invoice()], payment("100", 1), payment("-30", 4)) == [None]
    assert paid([invoice()], payment("100", 1), payment("-30", 4), payment("30", 8)) == [8]


def test_one_number_of_two_firms_needs_the_name() -> None:
    both = [invoice(), invoice(firm='ООО "Юг"')]
    assert paid(both, payment("100", 1)) == [None, None]
    assert paid(both, payment("100", 1, firm="ооо «Юг»")) == [None, 1]
    assert paid([invoice()], payment("100", 1, firm="Somebody's bank")) == [1]


def test_one_number_twice_at_one_firm_is_settled_oldest_first() -> None:
    assert paid([invoice(after=30), invoice()], payment("100", 40), payment("100", 50)) == [50, 40]


def test_the_same_invoice_twice_is_one_and_what_the_ledger_states_stays() -> None:
    stated = Invoice("17", "North", DAY, DAY, Decimal(100), "EUR", paid=DAY)
    assert settle([stated, stated], [payment("100", 5)]) == (stated,)


@given(
    amounts=st.lists(st.integers(1, 100), min_size=1, max_size=6),
    days=st.lists(st.integers(0, 60), min_size=6, max_size=6),
)
def test_the_order_of_payments_in_the_file_does_not_matter(amounts: list[int], days: list[int]) -> None:
    payments = [payment(str(amount), day) for amount, day in zip(amounts, days, strict=False)]
    total = [invoice(amount=str(sum(amounts)))]
    last = max(days[: len(amounts)])
    assert paid(total, *payments) == paid(total, *reversed(payments)) == [last]
