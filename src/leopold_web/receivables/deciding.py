"""What people say of payments: that an offer is right or wrong, what a payment is for, and that they take it back.

What was said shows at once; what follows from it for other payments and for the relationships a worker works out.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import Final

from django.db import transaction

from leopold_web.accounts.models import User, Workspace
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.receivables.actions import exact
from leopold_web.receivables.matching import SAID, open_amounts, renew
from leopold_web.receivables.models import Booking, BookingDecision, Invoice, Payment
from leopold_web.receivables.refusals import PaymentRefusedError
from leopold_web.receivables.taking import note_change
from leopold_web.storage import create

AT_ONCE: Final = 3000
"""Invoices and payments up to which a decision is worked out while somebody waits for the page, in under a second."""
SMALLEST: Final = Decimal("0.0001")
BOOKED, REFUSED = BookingDecision.Verdict.BOOKED, BookingDecision.Verdict.REFUSED


def token(booking: Booking) -> str:
    """Return what a page sends back of a booking that it shows: for which invoice, and how much."""
    return f"{booking.invoice_id}:{exact(booking.amount):f}"


def confirm(payment: Payment, shown: Sequence[str], user: User, now: datetime) -> None:
    """Book a payment as it is offered; `shown` are the tokens that stood on the page. Raises PaymentRefusedError."""
    with _deciding(payment):
        offered = list(payment.bookings.filter(sure=False))
        if not offered or {token(each) for each in offered} != set(shown):
            raise PaymentRefusedError("changed")
        left = open_amounts([each.invoice for each in offered])
        if any(each.amount > left[each.invoice_id] > 0 or left[each.invoice_id] == 0 for each in offered):
            raise PaymentRefusedError("taken")
        for each in offered:
            _say(payment, each.invoice_id, BOOKED, exact(each.amount), user, now)


def refuse(payment: Payment, shown: Sequence[str], user: User, now: datetime) -> None:
    """Say that a payment is not for what was found for it: never again. Raises PaymentRefusedError."""
    with _deciding(payment):
        found = list(payment.bookings.all())
        if not found or {token(each) for each in found} != set(shown):
            raise PaymentRefusedError("changed")
        for each in found:
            _say(payment, each.invoice_id, REFUSED, None, user, now)


def assign(payment: Payment, invoice: Invoice, amount: Decimal, user: User, now: datetime) -> None:
    """Book so much of a payment for an invoice, whatever was found for it before. Raises PaymentRefusedError."""
    with _deciding(payment):
        if invoice.amount <= 0 or payment.amount <= 0 or invoice.workspace_id != payment.workspace_id:
            raise PaymentRefusedError("no_invoice")
        if invoice.currency != payment.currency:
            raise PaymentRefusedError("other_currency")
        if amount <= 0 or amount != amount.quantize(SMALLEST):
            raise PaymentRefusedError("no_amount")
        # What was booked by itself gives way to what somebody says.
        said = invoice.decisions.filter(verdict=BOOKED).exclude(payment=payment)
        if amount > exact(invoice.amount) - sum((exact(each.amount) for each in said if each.amount), Decimal(0)):
            raise PaymentRefusedError("more_than_open")
        if amount > left_of(payment, but=invoice):
            raise PaymentRefusedError("too_much")
        _say(payment, invoice.pk, BOOKED, amount, user, now)


def take_back(payment: Payment) -> None:
    """Take back all that people said of a payment: what is found for it is as if they had never said it."""
    with _deciding(payment):
        payment.decisions.all().delete()


def left_of(payment: Payment, but: Invoice | None = None) -> Decimal:
    """Return what is left of a payment after all that people booked of it, for `but` excepted."""
    said = payment.decisions.filter(verdict=BOOKED).exclude(invoice=but)
    return exact(payment.amount) - sum((exact(each.amount) for each in said if each.amount is not None), Decimal(0))


@contextmanager
def _deciding(payment: Payment) -> Iterator[None]:
    """Hold the workspace while something is decided, then show it and ask for what follows."""
    changed = False
    with transaction.atomic():
        Workspace.objects.select_for_update().get(pk=payment.workspace_id)
        before = list(payment.decisions.values_list("invoice", "verdict", "amount"))
        yield
        if before != list(payment.decisions.values_list("invoice", "verdict", "amount")):
            changed = True
            _show(payment)
            note_change(payment.workspace)
            _work_out(payment.workspace)
    workspace = payment.workspace
    if changed and workspace.payments.count() + workspace.invoices.count() <= AT_ONCE:
        # Of several offers of one invoice only one can be right: whoever goes on to the next sees what is left.
        renew(workspace, workspace.today())


def _say(payment: Payment, invoice: int, verdict: str, amount: Decimal | None, user: User, now: datetime) -> None:
    BookingDecision.objects.update_or_create(
        payment=payment,
        invoice_id=invoice,
        defaults={
            "workspace": payment.workspace,
            "verdict": verdict,
            "amount": amount,
            "made_by": user,
            "made_at": now,
        },
    )


def _show(payment: Payment) -> None:
    """Let the bookings of a payment be what people said, until the rest is worked out."""
    payment.bookings.all().delete()
    said = payment.decisions.filter(verdict=BOOKED)
    create(
        Booking,
        [
            Booking(
                workspace=payment.workspace,
                payment=payment,
                invoice_id=each.invoice_id,
                amount=each.amount,
                grounds=[SAID],
                sure=True,
            )
            for each in said
            if each.amount is not None
        ],
    )


def _work_out(workspace: Workspace) -> None:
    """Ask for an analysis, unless one that has not begun will see this too: people decide on many in a row."""
    asked = f"bookings:{workspace.pk}:"
    waiting = JobRun.objects.select_for_update().filter(key__startswith=asked, state=JobRun.State.WAITING)
    if waiting.first() is None:
        jobs.request(f"{asked}{secrets.token_hex(8)}", "analyse", workspace.pk)
