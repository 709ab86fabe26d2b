"""What each payment of a desk is for: worked out once for the whole ledger, and kept as bookings.

What people decided goes first: a payment that they booked is for what they said, and what they refused is neither
booked nor offered again. The books that relationships are made of are those of the bookings.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from leopold import __version__, model
from leopold.ledger.matching import Decision, Match, Share, match
from leopold.ledger.settling import same_number
from leopold.scanning import Ledger
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.actions import exact, invoice_of, payment_of
from leopold_web.receivables.models import Booking, BookingDecision, Invoice, LedgerState, Payment
from leopold_web.storage import BATCH, create

SAID: Final = "said"
"""The ground of a booking that a person made."""


@dataclass(slots=True)
class _Books:
    """The ledger of a workspace as it stood on a day, and what people decided, with the numbers of its rows."""

    invoices: list[model.Invoice]
    invoice_rows: list[int]
    payments: list[model.Payment]
    payment_rows: list[int]
    decisions: dict[int, Decision]

    def digest(self) -> str:
        """A digest of all that the bookings depend on."""
        found = hashlib.blake2b(__version__.encode(), digest_size=32)
        for part in (self.invoices, self.invoice_rows, self.payments, self.payment_rows):
            for each in part:
                found.update(repr(each).encode("utf-8", "surrogatepass"))
        found.update(repr(sorted(self.decisions.items(), key=lambda pair: pair[0])).encode("utf-8", "surrogatepass"))
        return found.hexdigest()


def renew(workspace: Workspace, day: date) -> bool:
    """Work out anew what payments are for, from what is known on the evening of `day`; return whether it changed.

    Where nothing changed since, it costs no more than to look at the ledger once.
    """
    while True:
        state, _ = LedgerState.objects.get_or_create(workspace=workspace)
        books = _books(workspace, day)
        digest = books.digest()
        if digest == state.matched:
            return False
        rows = _bookings(workspace, books)
        with transaction.atomic():
            now = LedgerState.objects.select_for_update().get(pk=state.pk)
            # What was read or decided while the matching ran may not be lost under it.
            if now.changes == state.changes:
                Booking.objects.filter(workspace=workspace).delete()
                create(Booking, rows)
                LedgerState.objects.filter(pk=state.pk).update(matched=digest)
                return True


def books(workspace: Workspace, day: date) -> Ledger:
    """Return the ledger on the evening of `day`, each payment cut into what it is for by the bookings of the desk."""
    payments = named(workspace.payments.filter(at__lte=day).order_by("pk"))
    invoices = [_known(row, day) for row in workspace.invoices.filter(issued__lte=day).order_by("pk")]
    return Ledger(invoices, payments, matched=True)


def named(rows: QuerySet[Payment]) -> list[model.Payment]:
    """Return payments as one for each invoice that they are booked for, which it then names; others as they are."""
    sure: defaultdict[int, list[Booking]] = defaultdict(list)
    # By a query within the query: lists of thousands of numbers are more than SQLite takes.
    of = {"payment__in": rows.order_by().values("pk")}
    for booking in Booking.objects.filter(sure=True, **of).select_related("invoice").order_by("pk"):
        sure[booking.payment_id].append(booking)
    refused: defaultdict[int, list[str]] = defaultdict(list)
    against = BookingDecision.objects.filter(verdict=BookingDecision.Verdict.REFUSED, **of)
    for pk, number in against.values_list("payment", "invoice__number"):
        refused[pk].append(number)
    return [part for row in rows for part in _parts(payment_of(row), sure[row.pk], refused[row.pk])]


def _parts(payment: model.Payment, sure: Sequence[Booking], refused: Sequence[str]) -> list[model.Payment]:
    decided = any(SAID in booking.grounds for booking in sure)
    if sure and (decided or not payment.invoice):
        shares = tuple(Share(invoice_of(each.invoice), exact(each.amount)) for each in sure)
        rest = payment.amount - sum((share.amount for share in shares), Decimal(0))
        parts = [
            replace(payment, invoice=bill.number, amount=amount, counterparty=bill.counterparty)
            for bill, amount in Match(payment, shares, rest, (), True).paid()
        ]
        # What a person left over is nobody's yet; what was paid too much belongs to the invoice that it was paid for.
        return [*parts, replace(payment, invoice="", amount=rest)] if decided and rest > 0 else parts
    if payment.invoice and any(same_number(payment.invoice, number) for number in refused):
        return [replace(payment, invoice="")]
    return [payment]


def open_amounts(invoices: Iterable[Invoice]) -> dict[int, Decimal]:
    """Return what is left of each invoice, by its number as a row, after all that is booked for sure; exact."""
    left = {row.pk: exact(row.amount) for row in invoices}
    pks = sorted(left)
    for start in range(0, len(pks), BATCH):
        found = Booking.objects.filter(sure=True, invoice__in=pks[start : start + BATCH])
        for pk, amount in found.values_list("invoice", "amount"):
            left[pk] -= exact(amount)
    return left


def _known(row: Invoice, day: date) -> model.Invoice:
    """An invoice as it stood on the evening of a day."""
    invoice = invoice_of(row)
    return replace(invoice, paid=None) if invoice.paid and invoice.paid > day else invoice


def _books(workspace: Workspace, day: date) -> _Books:
    bills = list(workspace.invoices.filter(issued__lte=day).order_by("pk"))
    invoices = {row.pk: _known(row, day) for row in bills}
    said = _decisions(workspace, invoices)
    # Of payments that are alike, those that somebody decided on come first: each keeps its own decision.
    moves = sorted(workspace.payments.filter(at__lte=day), key=lambda row: (row.pk not in said, row.pk))
    return _Books(
        invoices=list(invoices.values()),
        invoice_rows=list(invoices),
        payments=[payment_of(row) for row in moves],
        payment_rows=[row.pk for row in moves],
        decisions={place: said[row.pk] for place, row in enumerate(moves) if row.pk in said},
    )


def _decisions(workspace: Workspace, invoices: Mapping[int, model.Invoice]) -> dict[int, Decision]:
    """What people said, by the number of the payment's row."""
    booked: defaultdict[int, list[Share]] = defaultdict(list)
    refused: defaultdict[int, list[model.Invoice]] = defaultdict(list)
    for row in BookingDecision.objects.filter(workspace=workspace).order_by("pk"):
        if row.invoice_id not in invoices:
            continue
        if row.verdict == BookingDecision.Verdict.REFUSED:
            refused[row.payment_id].append(invoices[row.invoice_id])
        elif row.amount is not None:
            booked[row.payment_id].append(Share(invoices[row.invoice_id], exact(row.amount)))
    return {pk: Decision(tuple(booked[pk]), tuple(refused[pk])) for pk in sorted({*booked, *refused})}


def _bookings(workspace: Workspace, found: _Books) -> list[Booking]:
    matching = match(found.invoices, found.payments, found.decisions)
    rows = dict(zip(found.invoices, found.invoice_rows, strict=True))
    matches = sorted((*matching.booked, *matching.offered), key=lambda each: found.payment_rows[each.place])
    return [
        Booking(
            workspace=workspace,
            payment_id=found.payment_rows[each.place],
            invoice_id=rows[share.invoice],
            amount=share.amount,
            grounds=list(each.grounds),
            sure=each.sure,
        )
        for each in matches
        for share in each.shares
    ]
