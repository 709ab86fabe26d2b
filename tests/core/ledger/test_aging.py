"""Aging and days sales outstanding, by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.ledgers import made
from leopold.ledger import match
from leopold.ledger.aging import aging, bucket_of, count_back, days_sales_outstanding, open_on
from leopold.model import Invoice, Payment

DAY = date(2026, 3, 31)


def bill(number: str, amount: str, issued: int, due: int, name: str = "Nord", currency: str = "EUR") -> Invoice:
    return Invoice(number, name, DAY - timedelta(issued), DAY - timedelta(due), Decimal(amount), currency)


@pytest.mark.parametrize(
    ("late", "bucket"), [(-5, 0), (0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4)]
)
def test_the_edges_of_the_buckets(late: int, bucket: int) -> None:
    assert bucket_of(bill("1", "1", 200, late), DAY) == bucket


def test_who_owes_what_for_how_long() -> None:
    invoices = [
        *(bill("1", "100", 10, -4), bill("2", "50", 40, 10), bill("3", "70", 140, 110)),
        *(bill("4", "-20", 5, 5), bill("5", "9", 5, 1, currency="USD"), bill("6", "1", 5, 1, name="Süd")),
    ]
    payments = [Payment("2", DAY, Decimal(20), "EUR", "Nord"), Payment("3", DAY + timedelta(1), Decimal(70), "EUR")]
    left = open_on(invoices, DAY, match(invoices, payments))
    nord, dollars, south = aging(left, DAY)
    assert (nord.counterparty, nord.currency, dollars.currency, south.counterparty) == ("Nord", "EUR", "USD", "Süd")
    assert nord.sums == (100, 30, 0, 0, 70)
    assert nord.counts == (1, 1, 0, 0, 1)
    assert (nord.credit, nord.open, nord.overdue) == (-20, 180, 100)


def test_what_the_ledger_says_was_paid_is_not_open_from_then_on() -> None:
    stated = Invoice("1", "Nord", DAY, DAY, Decimal(5), "EUR", paid=DAY + timedelta(2))
    assert open_on([stated], DAY + timedelta(1)) == {stated: 5}
    assert open_on([stated], DAY + timedelta(2)) == {}
    assert open_on([stated], DAY - timedelta(1)) == {}


def test_days_sales_outstanding_both_ways() -> None:
    invoices = [bill("1", "300", 10, 0), bill("2", "300", 40, 20), bill("3", "300", 70, 50)]
    left = {invoices[0]: Decimal(300), invoices[1]: Decimal(150)}
    assert days_sales_outstanding(invoices, left, DAY) == {"EUR": 45.0}
    # The 300 of the last ten days, and half of what was sold in the thirty days before.
    assert count_back(invoices, left, DAY) == {"EUR": pytest.approx(11 + 15)}
    assert days_sales_outstanding(invoices, left, DAY, period=5) == {"EUR": None}
    assert count_back([], {invoices[0]: Decimal(1)}, DAY) == {"EUR": None}
    assert count_back(invoices, {}, DAY) == {}


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 1000), days=st.integers(0, 700))
def test_buckets_come_to_what_is_open_and_the_future_does_not_matter(seed: int, days: int) -> None:
    ledger = made(seed, 40, clients=4)
    day = date(2024, 1, 8) + timedelta(days)
    found = match(ledger.invoices, ledger.payments)
    left = open_on(ledger.invoices, day, found)
    assert sum((each.open for each in aging(left, day)), Decimal(0)) == sum(left.values(), Decimal(0))
    known = [invoice for invoice in ledger.invoices if invoice.issued <= day]
    assert open_on(known, day, found) == left
