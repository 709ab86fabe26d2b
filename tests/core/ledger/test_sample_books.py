"""The invented books of the sample: the same each time, without a fault, and with something left for a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from leopold.ledger import match, read_books
from leopold.sample import books

DAY = date(2026, 3, 12)


def test_they_read_without_a_fault_and_balance(tmp_path: Path) -> None:
    found = read_books(books.write(tmp_path, DAY))
    assert not found.refusals
    assert not found.doubts
    assert [balance.difference for balance in found.balances] == [0, 0]
    assert len(found.invoices) == books.MONTHS * len(books.PAYERS)


def test_most_is_booked_and_something_is_offered(tmp_path: Path) -> None:
    found = read_books(books.write(tmp_path, DAY))
    matching = match(found.invoices, found.payments)
    assert not matching.unmatched
    assert {one.payment.counterparty for one in matching.offered} == {"Quayside Bakery"}
    assert any(0 < amount < invoice.amount for invoice, amount in matching.open(found.invoices).items())


def test_they_are_the_same_each_time(tmp_path: Path) -> None:
    first, second = (books.write(tmp_path / name, DAY) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
