"""Pages of payment plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leopold_web.accounts.gate import user_of
from leopold_web.receivables import gate
from leopold_web.receivables.acting import planning, reminding, showing
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.forms_acting import PartForm, PlanForm
from leopold_web.receivables.models import PaymentPlan
from leopold_web.wording import money

SPARE = 2
"""Empty rows below the parts, for more of them."""


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Propose a plan to a counterparty."""
    user, form = user_of(request), PlanForm(request.POST)
    if not form.is_valid():
        raise BadRequest("which plan?")
    said = form.cleaned_data
    books = gate.get_books(user, said["about"])
    try:
        made = planning.make_plan(books, said["currency"], user, timezone.now(), said["parts"])
    except ActingRefusedError as refusal:
        messages.error(request, refusal.said)
        return redirect("reminding-of", books.about)
    return redirect("payment-plan", made.pk)


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan, and let its parts be changed while it is proposed."""
    found = gate.get_plan(user_of(request), pk)
    if request.method != "POST":
        return _show(request, found)
    rows = list(zip(request.POST.getlist("due"), request.POST.getlist("amount"), strict=False))
    forms = [PartForm({"due": due, "amount": amount}) for due, amount in rows if due.strip() or amount.strip()]
    if not all(form.is_valid() for form in forms):
        return _show(request, found, rows, _("A part is a day and an amount, such as 1200.50."))
    try:
        planning.change_parts(found, [(form.cleaned_data["due"], form.cleaned_data["amount"]) for form in forms])
    except ActingRefusedError as refusal:
        return _show(request, found, rows, refusal.said)
    messages.success(request, _("Kept."))
    return redirect("payment-plan", pk)


def _show(
    request: HttpRequest, found: PaymentPlan, rows: list[tuple[str, str]] | None = None, fault: str = ""
) -> HttpResponse:
    context: dict[str, Any] = showing.of_plan(found)
    kept = [(each["due"].isoformat(), str(each["exact"])) for each in context["parts"]]
    context |= {
        "rows": rows if rows is not None else [*kept, *[("", "")] * SPARE],
        "fault": fault,
        "open": money(planning.open_of(found), found.currency),
    }
    return render(request, "receivables/plan.html", context, status=422 if fault else 200)


@require_POST
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft a letter that offers a plan."""
    user = user_of(request)
    found = gate.get_plan(user, pk)
    books = gate.get_books_of(found)
    try:
        made = reminding.make_draft(books, user, timezone.now(), plan=found)
    except ActingRefusedError as refusal:
        messages.error(request, refusal.said)
        return redirect("payment-plan", pk)
    return redirect("reminder", made.pk)


@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a plan as agreed with the other side."""
    user = user_of(request)
    found = gate.get_plan(user, pk)
    return _done(request, pk, lambda: planning.agree(found, user, timezone.now()), _("Its parts are promises now."))


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a plan off."""
    user = user_of(request)
    found = gate.get_plan(user, pk)
    return _done(request, pk, lambda: planning.cancel(found, user, timezone.now()), _("The plan is called off."))


def _done(request: HttpRequest, pk: int, action: Callable[[], Any], said: str) -> HttpResponse:
    try:
        action()
    except ActingRefusedError as refusal:
        messages.error(request, refusal.said)
    else:
        messages.success(request, said)
    return redirect("payment-plan", pk)
