"""What is open, how old it is, and how long money takes: the aging of receivables and days sales outstanding.

Everything is as it stood on the evening of a day: later invoices, payments and credit notes do not count. Sums are
exact, and never go over currencies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from leopold.ledger.matching import Matching
from leopold.model import Invoice

EDGES: Final = (0, 30, 60, 90)
"""The buckets: not due, and overdue by 1 to 30, 31 to 60, 61 to 90 and more days."""


@dataclass(frozen=True, slots=True)
class Aging:
    """What one counterparty owes in one currency: the open sum and number of invoices of each bucket of `EDGES`.

    `credit` is what open credit notes take off, below zero or nought; it belongs to no bucket.
    """

    counterparty: str
    currency: str
    sums: tuple[Decimal, ...]
    counts: tuple[int, ...]
    credit: Decimal

    @property
    def open(self) -> Decimal:
        """All that is open, credit notes taken off."""
        return sum(self.sums, self.credit)

    @property
    def overdue(self) -> Decimal:
        """What is past its due day, credit notes not taken off."""
        return sum(self.sums[1:], Decimal(0))


def open_on(invoices: Iterable[Invoice], day: date, matching: Matching | None = None) -> dict[Invoice, Decimal]:
    """Return what was open of each invoice on the evening of `day`: booked payments and stated days of payment count.

    An invoice that its ledger says was paid by then is not open, whatever payments are known.
    """
    left = {invoice: invoice.amount for invoice in invoices if invoice.issued <= day}
    for match in matching.booked if matching else ():
        if match.payment.at <= day:
            for share in match.shares:
                if share.invoice in left:
                    left[share.invoice] -= share.amount
    return {
        invoice: amount
        for invoice, amount in left.items()
        if amount != 0 and not (invoice.paid is not None and invoice.paid <= day)
    }


def aging(open_: Mapping[Invoice, Decimal], day: date) -> tuple[Aging, ...]:
    """Return who owes what for how long on the evening of `day`, by counterparty and currency in order of name."""
    found: dict[tuple[str, str], list[tuple[int, Decimal]]] = defaultdict(list)
    for invoice, amount in open_.items():
        bucket = -1 if amount < 0 else bucket_of(invoice, day)
        found[invoice.counterparty, invoice.currency].append((bucket, amount))
    zero = Decimal(0)
    return tuple(
        Aging(
            *(name, currency),
            tuple(sum((amount for at, amount in pairs if at == bucket), zero) for bucket in range(len(EDGES) + 1)),
            tuple(sum(at == bucket for at, _ in pairs) for bucket in range(len(EDGES) + 1)),
            sum((amount for at, amount in pairs if at == -1), zero),
        )
        for (name, currency), pairs in sorted(found.items())
    )


def bucket_of(invoice: Invoice, day: date) -> int:
    """Return the bucket of an open invoice: 0 not due yet, 1 overdue by up to 30 days, and so on."""
    late = (day - invoice.due).days
    return sum(late > edge for edge in EDGES)


def days_sales_outstanding(
    invoices: Iterable[Invoice], open_: Mapping[Invoice, Decimal], day: date, period: int = 90
) -> dict[str, float | None]:
    """Return days sales outstanding by currency: what is open / what was billed in the last `period` days × period.

    Credit notes lower both. None where nothing was billed in the period. The textbook measure; it swings with sales,
    so `count_back` stands beside it.
    """
    since = day - timedelta(period)
    billed: dict[str, Decimal] = defaultdict(Decimal)
    for invoice in invoices:
        if since < invoice.issued <= day:
            billed[invoice.currency] += invoice.amount
    owed = _by_currency(open_)
    return {
        currency: float(owed.get(currency, Decimal(0)) / billed[currency] * period) if billed[currency] > 0 else None
        for currency in sorted({*owed, *billed})
    }


def count_back(invoices: Iterable[Invoice], open_: Mapping[Invoice, Decimal], day: date) -> dict[str, float | None]:
    """Return days sales outstanding by currency, counted back: how many days of sales before `day` are still unpaid.

    The sales of each day, from the last on, use up what is open; a day that is used in part counts in part. None
    where more is open than was ever billed.
    """
    sold: dict[str, dict[date, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for invoice in invoices:
        if invoice.issued <= day and invoice.amount > 0:
            sold[invoice.currency][invoice.issued] += invoice.amount
    return {currency: _counted(owed, sold[currency], day) for currency, owed in sorted(_by_currency(open_).items())}


def _counted(owed: Decimal, sold: Mapping[date, Decimal], day: date) -> float | None:
    if owed <= 0:
        return 0.0
    after = day + timedelta(1)
    for at in sorted(sold, reverse=True):
        if sold[at] >= owed:
            # The days since the sale before count alike: money is owed for the part of them that is not used up.
            return (day - after).days + 1 + float(owed / sold[at]) * (after - at).days
        owed -= sold[at]
        after = at
    return None


def _by_currency(open_: Mapping[Invoice, Decimal]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for invoice, amount in open_.items():
        found[invoice.currency] += amount
    return found
