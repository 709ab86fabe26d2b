"""What happens to a relationship, in one order: letters, invoices, payments, and moments at which time itself tells.

The order is total and does not depend on the order of the input: by moment, then by kind (money before letters,
so that a bill paid today is no reproach today), then by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from leopold.model import Invoice, Letter, Payment, Relationship
from leopold.relationships.learning import Mark, about_of


@dataclass(frozen=True, slots=True)
class PaymentMade:
    """Money arrived; the invoice it settles in full has an event of its own."""

    at: datetime
    payment: Payment


@dataclass(frozen=True, slots=True)
class InvoicePaid:
    """An invoice was settled in full."""

    at: datetime
    invoice: Invoice


@dataclass(frozen=True, slots=True)
class InvoiceIssued:
    """A bill went out. `invoice` is as it was that day: neither paid nor disputed."""

    at: datetime
    invoice: Invoice


@dataclass(frozen=True, slots=True)
class InvoiceDisputed:
    """The ledger calls an open invoice disputed. Ledgers do not say since when: it is known from the day of reading."""

    at: datetime
    invoice: Invoice


@dataclass(frozen=True, slots=True)
class LetterEvent:
    """A letter was written."""

    at: datetime
    letter: Letter


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment at which silence or an overdue invoice becomes a fact, or old reasons have faded."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Marked:
    """A person said that an alert was right or wrong; `here` tells whether it was one of this relationship."""

    at: datetime
    mark: Mark
    here: bool


Event = PaymentMade | InvoicePaid | InvoiceIssued | InvoiceDisputed | LetterEvent | Marked | Tick
_ORDER = {InvoiceIssued: 0, PaymentMade: 1, InvoicePaid: 2, InvoiceDisputed: 3, LetterEvent: 4, Marked: 5, Tick: 6}


def midnight(day: date) -> datetime:
    """Return the first moment of a day, in UTC: where the ledger's days stand among the letters."""
    return datetime.combine(day, time(), UTC)


def order(event: Event) -> tuple[datetime, int, str]:
    """Return the sort key of an event."""
    match event:
        case LetterEvent(letter=letter):
            name = f"{letter.message.id} {letter.message.source} {letter.message.position:012d}"
        case PaymentMade(payment=payment):
            name = f"{payment.invoice} {payment.currency} {payment.amount}"
        case Marked(mark=mark):
            name = mark.id
        case Tick():
            name = ""
        case InvoicePaid(invoice=invoice) | InvoiceIssued(invoice=invoice) | InvoiceDisputed(invoice=invoice):
            name = f"{invoice.number} {invoice.currency} {invoice.amount}"
    return event.at, _ORDER[type(event)], name


def timeline(relationship: Relationship, until: datetime, marks: Iterable[Mark] = ()) -> list[Event]:
    """Return all that happened to a relationship up to and including `until`, in order.

    Letters without a date have no place in time and are left out, and so are letters that a machine wrote. `marks` are
    those of the whole workspace: what one teaches holds everywhere.
    """
    about = about_of(relationship.organization)
    events = [event for event in _events(relationship, until) if event.at <= until]
    events += [Marked(mark.at, mark, mark.about == about) for mark in marks if mark.at <= until]
    events.sort(key=order)
    return events


def _events(relationship: Relationship, until: datetime) -> Iterator[Event]:
    for letter in relationship.letters:
        if letter.message.at is not None and not letter.message.automatic:
            yield LetterEvent(letter.message.at, letter)
    for payment in relationship.payments:
        yield PaymentMade(midnight(payment.at), payment)
    for invoice in relationship.invoices:
        yield from _invoice_events(invoice, until)


def _invoice_events(invoice: Invoice, until: datetime) -> Iterator[Event]:
    issued = midnight(invoice.issued)
    yield InvoiceIssued(issued, replace(invoice, paid=None, disputed=False))
    if invoice.paid is not None:
        yield InvoicePaid(max(issued, midnight(invoice.paid)), invoice)
    if invoice.disputed and (invoice.paid is None or midnight(invoice.paid) > until):
        yield InvoiceDisputed(max(issued, until), replace(invoice, paid=None))
