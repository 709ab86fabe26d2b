"""How invoices stand on the evening of a day: what is left of each, and since when nothing is.

Nothing that happened later counts: not a payment, not a credit note, and not a match that only later books suggest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from leopold.ledger.matching import Matching
from leopold.ledger.settling import settle
from leopold.model import Invoice, Payment

_Money = list[tuple[date, Decimal]]


@dataclass(frozen=True, slots=True)
class Standing:
    """An invoice on an evening: `left` is what money and credit notes have not covered, 0 once it is settled.

    `settled` is the day on which it was paid in full, None while it is open. One that credit notes took back
    altogether is neither open nor settled: `withdrawn`. `offered` is an open one that a payment may have been for,
    which nobody has confirmed.
    """

    invoice: Invoice
    left: Decimal
    settled: date | None = None
    withdrawn: bool = False
    offered: bool = False


def known_on(
    invoices: Iterable[Invoice], payments: Iterable[Payment], day: date
) -> tuple[list[Invoice], list[Payment]]:
    """Return the invoices and payments that were known on the evening of `day`, in their order.

    A day of payment that an invoice itself states counts once it is reached.
    """
    return (
        [as_known(invoice, day) for invoice in invoices if invoice.issued <= day],
        [payment for payment in payments if payment.at <= day],
    )


def last_day(invoices: Iterable[Invoice], payments: Iterable[Payment], today: date) -> date:
    """Return the last day up to `today` of which books tell anything; `today` where they tell nothing."""
    days = (
        {each.issued for each in invoices}
        | {each.at for each in payments}
        | {each.paid for each in invoices if each.paid}
    )
    return max((day for day in days if day <= today), default=today)


def as_known(invoice: Invoice, day: date) -> Invoice:
    """Return an invoice without a day of payment that lies after `day`."""
    return replace(invoice, paid=None) if invoice.paid and invoice.paid > day else invoice


def standing_on(
    invoices: Iterable[Invoice], payments: Iterable[Payment], matching: Matching, day: date
) -> tuple[Standing, ...]:
    """Return how each invoice above zero stands, each once and in the order given.

    `invoices`, `payments` and `matching` are those known on `day` (`known_on`). What counts are booked matches, days
    of payment that the ledger states, credit notes that name an invoice, and payments that name one in a field of
    their own though nothing else speaks for it.
    """
    bills = list(dict.fromkeys(invoices))
    money: dict[Invoice, _Money] = defaultdict(list)
    booked = Counter[Payment]()
    for match in matching.booked:
        booked[match.payment] += 1
        for share in match.shares:
            money[share.invoice].append((match.payment.at, share.amount))
    notes = _named_notes(bills, money)
    offered = {share.invoice for match in matching.offered for share in match.shares}
    found = [
        _standing(bill, money.get(bill, ()), notes.get(bill, ()), bill in offered, day)
        for bill in bills
        if bill.amount > 0
    ]
    return _by_field(found, [each for each in payments if each.invoice], booked)


def _standing(
    bill: Invoice,
    paid: Sequence[tuple[date, Decimal]],
    notes: Sequence[tuple[date, Decimal]],
    offered: bool,
    day: date,
) -> Standing:
    if bill.paid is not None and bill.paid <= day:
        return Standing(bill, Decimal(0), bill.paid)
    if not paid and sum((amount for _, amount in notes), Decimal(0)) >= bill.amount:
        return Standing(bill, Decimal(0), withdrawn=True)
    left = bill.amount
    for at, amount in sorted((*paid, *notes)):
        left -= amount
        if left <= 0:
            return Standing(bill, Decimal(0), at)
    return Standing(bill, left, offered=offered)


def open_credit(invoices: Iterable[Invoice], matching: Matching) -> dict[Invoice, Decimal]:
    """Return what is still open, below zero, of credit notes that name no invoice that is known; no bill is lowered by
    them."""
    bills = list(dict.fromkeys(invoices))
    known = {(bill.number, bill.counterparty, bill.currency) for bill in bills if bill.amount > 0}
    left = {
        bill: bill.amount
        for bill in bills
        if bill.amount < 0 and (bill.credits, bill.counterparty, bill.currency) not in known
    }
    for match in matching.booked:
        for share in match.shares:
            if share.invoice in left:
                left[share.invoice] -= share.amount
    return {bill: amount for bill, amount in left.items() if amount < 0}


def _named_notes(bills: Iterable[Invoice], money: Mapping[Invoice, _Money]) -> dict[Invoice, _Money]:
    """What is still open of credit notes with the days of their issue, by the invoice that they name, of the same
    counterparty and currency.

    Of several that bear the number, it is the last one issued when the note was.
    """
    named: dict[tuple[str, str, str], _Money] = defaultdict(list)
    for bill in bills:
        if bill.amount < 0 and bill.credits:
            rest = -bill.amount + sum((amount for _, amount in money.get(bill, ())), Decimal(0))
            if rest > 0:
                named[bill.credits, bill.counterparty, bill.currency].append((bill.issued, rest))
    bearing: dict[tuple[str, str, str], list[Invoice]] = defaultdict(list)
    for bill in bills:
        if bill.amount > 0 and (key := (bill.number, bill.counterparty, bill.currency)) in named:
            bearing[key].append(bill)
    found: dict[Invoice, _Money] = defaultdict(list)
    for key, several in bearing.items():
        several.sort(key=lambda each: (each.issued, each.due, each.amount))
        for issued, rest in named[key]:
            meant = next((each for each in reversed(several) if each.issued <= issued), several[0])
            found[meant].append((issued, rest))
    return found


def _by_field(found: Sequence[Standing], naming: Iterable[Payment], booked: Counter[Payment]) -> tuple[Standing, ...]:
    """The standings, with what payments say that name an invoice in a field and are booked by nothing else."""
    waiting = booked.copy()
    unbooked = []
    for payment in naming:
        if waiting[payment] > 0:
            waiting[payment] -= 1
        else:
            unbooked.append(payment)
    if not unbooked:
        return tuple(found)
    rest = [replace(each.invoice, amount=each.left) for each in found if each.left > 0]
    days = {_key(each, each.amount): each.paid for each in settle(rest, unbooked)}
    return tuple(
        Standing(each.invoice, Decimal(0), day) if (day := days.get(_key(each.invoice, each.left))) else each
        for each in found
    )


def _key(bill: Invoice, left: Decimal) -> tuple[str, str, str, date, Decimal]:
    return bill.number, bill.counterparty, bill.currency, bill.issued, left
