"""Pages of payments: what was found for each, to be confirmed, refused, or said by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leopold.ledger.money import Unclear, amount
from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.receivables import deciding, gate, listing
from leopold_web.receivables.models import Payment
from leopold_web.receivables.refusals import PaymentRefusedError
from leopold_web.wording import money


@require_safe
def payments(request: HttpRequest) -> HttpResponse:
    """Show the payments: those that wait for a person, those that are booked with `?show=booked`, or all."""
    return render(request, "receivables/payments.html", _listed(request))


@require_safe
def payment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one payment, and the invoices that it may be for; `?q=` searches among all that are open."""
    return _payment(request, pk)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Book a payment as it is offered."""
    return _decide(request, pk, lambda found, shown: deciding.confirm(found, shown, user_of(request), timezone.now()))


@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that a payment is not for what was found for it."""
    return _decide(request, pk, lambda found, shown: deciding.refuse(found, shown, user_of(request), timezone.now()))


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was said of a payment."""
    return _decide(request, pk, lambda found, _: deciding.take_back(found))


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Book some of a payment for an invoice that somebody chose."""
    user = user_of(request)
    found = gate.get_payment(user, pk)
    invoice = gate.get_invoice(user, _number(request.POST.get("invoice", "")))
    try:
        try:
            wanted, beside = amount(request.POST.get("amount", "")[:40], ",")
        except Unclear:
            raise PaymentRefusedError("no_amount") from None
        if beside and beside != found.currency:
            raise PaymentRefusedError("other_currency")
        deciding.assign(found, invoice, wanted, user, timezone.now())
    except PaymentRefusedError as refused:
        return _payment(request, pk, refused.said)
    values = {"amount": money(wanted, found.currency), "number": invoice.number}
    messages.success(request, _("%(amount)s is booked for invoice %(number)s.") % values)
    if deciding.left_of(found) > 0:
        return redirect("payment", pk)
    return redirect("payments")


def _payment(request: HttpRequest, pk: int, refused: str = "") -> HttpResponse:
    user = user_of(request)
    found = gate.get_payment(user, pk)
    text = request.GET.get("q", "").replace("\0", "").strip()[:200]
    left = deciding.left_of(found)
    context = {
        "row": listing.row_of(found),
        "text": text,
        "left": money(left, found.currency) if left > 0 else "",
        "candidates": listing.candidates(found, gate.invoices_for(user), text, left) if found.amount > 0 else [],
        "decisions": found.decisions.select_related("invoice", "made_by"),
        "refused": refused,
    }
    return render(request, "receivables/payment.html", context, status=409 if refused else 200)


def _decide(request: HttpRequest, pk: int, decide: Callable[[Payment, Sequence[str]], None]) -> HttpResponse:
    """Do what a button says, then show the list again: the next offer has the focus, so one key does for each."""
    found = gate.get_payment(user_of(request), pk)
    refused = ""
    try:
        decide(found, request.POST.getlist("part"))
    except PaymentRefusedError as error:
        refused = error.said
    context = {"just": None if refused else listing.row_of(found), "refused": refused}
    if getattr(request, "htmx", False):
        return render(request, "receivables/_payments.html", _listed(request) | context)
    if refused:
        messages.error(request, refused)
    query = {name: request.GET[name] for name in ("show", "q", "page") if request.GET.get(name)}
    if not refused:
        query["just"] = str(pk)
    return redirect(f"{reverse('payments')}?{urlencode(query)}")


def _listed(request: HttpRequest) -> dict[str, Any]:
    user = user_of(request)
    today, found = workspace_of(user).today(), gate.payments_for(user)
    counts = listing.counts(found, today)
    show = request.GET.get("show", "")
    if show not in listing.SHOWS:
        show = "waiting"
    text = request.GET.get("q", "").replace("\0", "").strip()[:200]
    page = listing.page(found, today, show, text, request.GET.get("page", "1"))
    just = found.filter(pk=_number(request.GET.get("just", ""))).first()
    return {
        "page": page,
        "rows": listing.rows(page),
        "show": show,
        "text": text,
        "counts": counts,
        "query": urlencode({"show": show, "q": text}),
        "just": listing.row_of(just) if just else None,
    }


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
