"""The books as plain JSON values: what `leopold ledger` gives to scripts. docs/ledger.schema.json describes them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from leopold.languages import Language
from leopold.ledger.reading import Books
from leopold.model import Balance, Doubt, Invoice, Payment, Refusal

VERSION = 1


def document(books: Books, language: Language) -> dict[str, Any]:
    """Return the books as JSON values: amounts as exact decimal texts, days as ISO texts, reasons in `language`."""
    return {
        "version": VERSION,
        "input": {
            "read": len(books.invoices) + len(books.payments),
            "duplicates": books.repeated,
            "refused": len(books.refusals),
        },
        "invoices": [{"kind": _kind(invoice), **plain(invoice)} for invoice in books.invoices],
        "payments": [plain(payment) for payment in books.payments],
        "balances": [_balance(balance) for balance in books.balances],
        "refusals": [said(refusal, language) for refusal in books.refusals],
        "doubts": [said(doubt, language) for doubt in books.doubts],
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
