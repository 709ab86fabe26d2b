"""When the money comes: each open invoice's probability of being late, its day of payment, and cash by week.

Everything is as on the evening of a day: learnt from what was settled by then, forecast for what is open then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import log10

import numpy as np

from leopold.forecast.cash import Cash, Due, Past, by_week
from leopold.forecast.lateness import Expectation, Forecasts, Item, Lateness
from leopold.forecast.lateness.folding import FIRST
from leopold.ledger.matching import match
from leopold.ledger.standing import Standing, known_on, standing_on
from leopold.model import Invoice, Payment

LEAST_SETTLED = FIRST
"""Invoices of the whole ledger that must be settled before a day or a probability is forecast: under so many the
engine has laid no grid."""


@dataclass(frozen=True, slots=True)
class InvoiceForecast:
    """What is expected of one open invoice. `left` is what is still to be paid of it.

    `late` is the probability that it is paid after its due day, 1 for one that is overdue; `expected` the median day of
    payment, and `low` to `high` hold four of five. A day is None where it lies beyond all that was ever seen in this
    ledger, and all are None where too little is settled yet. `n` counts the settled invoices of the counterparty.
    """

    invoice: Invoice
    left: Decimal
    late: float | None
    expected: date | None
    low: date | None
    high: date | None
    n: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is expected of a ledger on the evening of `day`, learnt from `settled` paid invoices.

    `forecasts` stand in the order of the invoices, `patterns` in order of the counterparty's name, `cash` in order of
    currency.
    """

    day: date
    settled: int
    forecasts: tuple[InvoiceForecast, ...]
    patterns: tuple[Expectation, ...]
    cash: tuple[Cash, ...]

    @property
    def enough(self) -> bool:
        """Whether enough is settled to forecast at all."""
        return self.settled >= LEAST_SETTLED


def outlook_on(invoices: Iterable[Invoice], payments: Iterable[Payment], day: date, *, seed: int = 0) -> Outlook:
    """Return the outlook of a ledger on the evening of `day`; what happened later is not looked at."""
    bills, moves = known_on(invoices, payments, day)
    return outlook(standing_on(bills, moves, match(bills, moves), day), day, seed=seed)


def outlook(standings: Sequence[Standing], day: date, *, seed: int = 0) -> Outlook:
    """Return the outlook of invoices as they stand on the evening of `day`.

    `seed` is that of the simulation that gives the intervals of cash. The order of the invoices changes no figure.
    """
    known = sorted((each for each in standings if not each.withdrawn), key=_order)
    items = [_item(place, each) for place, each in enumerate(known)]
    # What may have been paid, nobody knows: neither that it was nor that it was not is learnt.
    engine = Lateness().fit(
        (item for item, each in zip(items, known, strict=True) if not each.offered), day + timedelta(days=1)
    )
    waiting = [item for item in items if item.settled is None]
    open_ = [each for each in known if each.settled is None]
    enough, told = engine.settled_ >= LEAST_SETTLED, engine.predict(waiting)
    seen = max((item.actual - item.promised for item in items if item.actual is not None), default=0.0)
    days = np.array([each.invoice.due.toordinal() for each in open_], dtype=np.int64)
    due = Due(days, told.masses, told.grid, seen)
    forecasts = _forecasts(open_, due, told, day) if enough else _unknown(open_, told, day)
    found = {one.invoice: one for one in forecasts}
    return Outlook(
        day,
        engine.settled_,
        tuple(found[each.invoice] for each in standings if each.invoice in found),
        tuple(engine.expectations(sorted({each.invoice.counterparty for each in known}))),
        by_week(open_, due, _past(engine, known), day, seed) if enough else (),
    )


def _order(each: Standing) -> tuple[date, date, str, str, str, Decimal]:
    bill = each.invoice
    return bill.issued, bill.due, bill.counterparty, bill.number, bill.currency, bill.amount


def _item(place: int, each: Standing) -> Item:
    bill, paid = each.invoice, each.settled
    # What was paid before it was issued is known from that day on, and no earlier.
    paid = max(paid, bill.issued) if paid else None
    features = (log10(max(float(bill.amount), 0.01)), float(bill.due.day))
    return Item.dated(f"{place:08}", bill.counterparty, bill.issued, bill.due, paid, "", features)


def _forecasts(open_: Sequence[Standing], due: Due, told: Forecasts, day: date) -> list[InvoiceForecast]:
    late = np.where(due.days <= day.toordinal(), 1.0, told.late)
    days = [due.dates(each, day) for each in (told.quantile(0.5), told.low, told.high)]
    return [
        InvoiceForecast(each.invoice, each.left, *one)
        for each, *one in zip(open_, late.tolist(), *days, told.known.tolist(), strict=True)
    ]


def _unknown(open_: Sequence[Standing], told: Forecasts, day: date) -> list[InvoiceForecast]:
    return [
        InvoiceForecast(each.invoice, each.left, 1.0 if each.invoice.due <= day else None, None, None, None, n)
        for each, n in zip(open_, told.known.tolist(), strict=True)
    ]


def _past(engine: Lateness, known: Sequence[Standing]) -> Past:
    """Return what the rows that the engine learnt from were worth, and in which currency."""
    bills = [known[int(identity)].invoice for identity in engine.columns_.identities]
    _, currencies = np.unique([bill.currency for bill in bills], return_inverse=True)
    return Past(engine, np.array([float(bill.amount) for bill in bills]), currencies)
