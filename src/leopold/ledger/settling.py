"""Which payment settled which invoice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from leopold.model import Invoice, Payment

_MARK = re.compile(r"^(?:№|#|n°|no\.?\s)\s*|\s+")
_Key = tuple[str, str]


def settle(invoices: Iterable[Invoice], payments: Iterable[Payment]) -> tuple[Invoice, ...]:
    """Return the invoices, each once, with `paid` filled: the day on which its payments came to its amount.

    A payment counts for the invoice that it names by number, in its own currency alone; part payments add up, and a
    negative one (money sent back) takes away. Where several invoices bear one number, a payment that names the
    counterparty counts for theirs; one that does not counts only if all are of one counterparty, for the oldest
    first. A `paid` that the ledger itself states stays. A credit note that names an invoice counts for it as money
    that came on the day of its issue.
    """
    invoices = tuple(dict.fromkeys(invoices))
    groups: dict[_Key, list[int]] = defaultdict(list)
    for index, invoice in enumerate(invoices):
        if invoice.amount <= 0:
            continue
        groups[_number(invoice.number), invoice.currency].append(index)
    received: dict[_Key, list[Payment]] = defaultdict(list)
    for payment in (*payments, *_credited(invoices)):
        received[_number(payment.invoice), payment.currency].append(payment)
    paid: dict[int, date | None] = {}
    for key, indexes in groups.items():
        if key in received:
            paid.update(_group(invoices, indexes, received[key]))
    return tuple(
        replace(invoice, paid=paid[index]) if invoice.paid is None and paid.get(index) else invoice
        for index, invoice in enumerate(invoices)
    )


def _credited(invoices: Iterable[Invoice]) -> Iterator[Payment]:
    for note in invoices:
        if note.amount < 0 and note.credits:
            yield Payment(note.credits, note.issued, -note.amount, note.currency, note.counterparty)


def _group(invoices: Sequence[Invoice], indexes: Sequence[int], payments: Sequence[Payment]) -> dict[int, date | None]:
    """Settle the invoices of one number and currency, firm by firm."""
    firms: dict[str, list[int]] = defaultdict(list)
    for index in indexes:
        firms[_name(invoices[index].counterparty)].append(index)
    found: dict[int, date | None] = {}
    for firm, theirs in firms.items():
        # Who paid is written in many ways; a payment is another's only where that other is known here.
        own = [p for p in payments if len(firms) == 1 or _name(p.counterparty) == firm]
        theirs.sort(key=lambda index: (invoices[index].issued, invoices[index].due))
        needed = Decimal(0)
        for index in theirs:
            needed += invoices[index].amount
            found[index] = _reached(own, needed)
    return found


def _reached(payments: Iterable[Payment], needed: Decimal) -> date | None:
    """Return the day from which the payments come to `needed`, None when they do not in the end."""
    total, day = Decimal(0), None
    for payment in sorted(payments, key=lambda payment: payment.at):
        total += payment.amount
        if total < needed:
            day = None
        elif day is None:
            day = payment.at
    return day


def same_number(first: str, second: str) -> bool:
    """Say whether two texts name one invoice, as a ledger's own column of numbers does."""
    return _number(first) == _number(second)


def _number(text: str) -> str:
    return _MARK.sub("", text.strip().casefold())


def _name(text: str) -> str:
    return " ".join(re.sub(r"[\"'«»“”„.,]", " ", text.casefold()).split())
