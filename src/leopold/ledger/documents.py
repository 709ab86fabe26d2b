"""The books as plain JSON values: what `leopold ledger` gives to scripts. docs/ledger.schema.json describes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from leopold.languages import Language
from leopold.ledger.matching import Matching, match
from leopold.ledger.reading import Books
from leopold.model import Balance, Doubt, Invoice, Payment, Refusal

VERSION = 1


def document(books: Books, language: Language) -> dict[str, Any]:
    """Return the books as JSON values: amounts as exact decimal texts, days as ISO texts, reasons in `language`."""
    return whole(parts(books, match(books.invoices, books.payments), language))


def whole(of: dict[str, Any]) -> dict[str, Any]:
    """Return a document of its parts."""
    return {name: list(part) if isinstance(part, Iterator) else part for name, part in of.items()}


def parts(books: Books, matching: Matching, language: Language) -> dict[str, Any]:
    """Return the fields of the document in order; a long list is an iterator, so that it need never be held whole."""
    return {
        "version": VERSION,
        "input": {
            "read": len(books.invoices) + len(books.payments),
            "duplicates": books.repeated,
            "refused": len(books.refusals),
        },
        "invoices": ({"kind": _kind(invoice), **plain(invoice)} for invoice in books.invoices),
        "payments": (plain(payment) for payment in books.payments),
        "matches": _matches(books, matching),
        "balances": [_balance(balance) for balance in books.balances],
        "refusals": [said(refusal, language) for refusal in books.refusals],
        "doubts": [said(doubt, language) for doubt in books.doubts],
    }


def _matches(books: Books, found: Matching) -> Iterator[dict[str, Any]]:
    """The matches, in the order of the payments; invoices and payments by their place in the document."""
    bills = {invoice: place for place, invoice in reversed(list(enumerate(books.invoices)))}
    waiting: dict[Payment, list[int]] = defaultdict(list)
    for place, payment in reversed(list(enumerate(books.payments))):
        waiting[payment].append(place)
    placed = [(waiting[each.payment].pop(), each) for each in (*found.booked, *found.offered)]
    for place, each in sorted(placed, key=lambda pair: pair[0]):
        yield {
            "payment": place,
            "sure": each.sure,
            "grounds": list(each.grounds),
            "rest": str(each.rest),
            "shares": [{"invoice": bills[share.invoice], "amount": str(share.amount)} for share in each.shares],
        }


def said(found: Refusal | Doubt, language: Language) -> dict[str, Any]:
    """Return what is wrong, where, and the mend."""
    return {"source": found.source, "position": found.position, "reason": found.fault.said(language)}


def plain(entry: Invoice | Payment | Balance) -> dict[str, Any]:
    """Return an entry under the names of its fields."""
    return {each.name: _value(getattr(entry, each.name)) for each in fields(entry)}


def _value(value: object) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _kind(invoice: Invoice) -> str:
    return "credit_note" if invoice.amount < 0 else "invoice"


def _balance(balance: Balance) -> dict[str, Any]:
    missing = balance.difference
    return {
        **plain(balance),
        "difference": None if missing is None else str(missing),
        "reconciles": None if missing is None else missing == 0,
    }
