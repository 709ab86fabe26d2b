"""Pages that say what to do about unpaid invoices, and let people do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.receivables import gate
from leopold_web.receivables.acting import interest, pausing, policies, reminding, showing
from leopold_web.receivables.acting.books import Books
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.forms_acting import (
    BeginForm,
    DecisionForm,
    LiftForm,
    PauseForm,
    PolicyForm,
    ReminderForm,
)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show what comes next with every counterparty that owes something, or why nothing does."""
    return _overview(request)


def _overview(request: HttpRequest, form: PolicyForm | None = None, status: int = 200) -> HttpResponse:
    workspace = workspace_of(user_of(request))
    page, rows = showing.listed(workspace, request.GET.get("page", "1"))
    policy = policies.policy_of(workspace)
    context = {"page": page, "rows": rows, "form": form or PolicyForm(policy), "policy": policy}
    return render(request, "receivables/reminding.html", context, status=status)


@require_POST
def policy(request: HttpRequest) -> HttpResponse:
    """Keep how this desk reminds."""
    workspace = workspace_of(user_of(request))
    form = PolicyForm(policies.policy_of(workspace), request.POST)
    if form.is_valid():
        try:
            policies.set_policy(workspace, form.days, automatic=form.cleaned_data["automatic"])
        except ActingRefusedError as refusal:
            form.add_error(None, refusal.said)
    if form.errors:
        return _overview(request, form, 422)
    messages.success(request, _("Kept."))
    return redirect("reminding")


@require_safe
def counterparty(request: HttpRequest, about: str) -> HttpResponse:
    """Show one counterparty: what comes next, what stops it, plans, interest."""
    books = gate.get_books(user_of(request), about)
    forms = {"pause_form": PauseForm(initial={"about": about}), "decision_form": DecisionForm(auto_id=False)}
    return render(request, "receivables/counterparty.html", showing.of_counterparty(books) | forms)


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Draft the letter that comes next with a counterparty."""
    user, form = user_of(request), BeginForm(request.POST)
    if not form.is_valid():
        raise BadRequest("about whom?")
    said = form.cleaned_data
    books = gate.get_books(user, said["about"])
    try:
        made = reminding.make_draft(books, user, timezone.now(), said["tone"], with_interest=said["interest"])
    except ActingRefusedError as refusal:
        messages.error(request, refusal.said)
        return _back(books)
    return redirect("reminder", made.pk)


@require_http_methods(["GET", "POST"])
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a letter; keep what a person writes of a draft, and send it or mark it as sent, as the button says."""
    found = gate.get_reminder(user_of(request), pk)
    first = {"to": found.to, "subject": found.subject, "text": found.text}
    if request.method != "POST":
        return _reminder(request, pk, ReminderForm(initial=first))
    form = ReminderForm(request.POST)
    if not form.is_valid():
        return _reminder(request, pk, form, 422)
    said, user, now = form.cleaned_data, user_of(request), timezone.now()
    try:
        reminding.keep(found, said["to"], said["subject"], said["text"])
        found = gate.get_reminder(user, pk)
        if request.POST.get("verb") == "send":
            reminding.send(found, user, now)
            messages.success(request, _("The letter is on its way."))
        elif request.POST.get("verb") == "by_hand":
            reminding.mark_sent(found, user, now)
            messages.success(request, _("Marked as sent."))
        else:
            messages.success(request, _("Kept."))
    except ActingRefusedError as refusal:
        form.add_error(None, refusal.said)
        return _reminder(request, pk, form, 422)
    return redirect("reminder", pk)


def _reminder(request: HttpRequest, pk: int, form: ReminderForm, status: int = 200) -> HttpResponse:
    found = gate.get_reminder(user_of(request), pk)
    context = showing.of_reminder(found) | {"form": form}
    return render(request, "receivables/reminder.html", context, status=status)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a draft, or take back a letter that has not gone out."""
    found = gate.get_reminder(user_of(request), pk)
    about = found.about
    try:
        reminding.drop(found, timezone.now())
    except ActingRefusedError as refusal:
        messages.error(request, refusal.said)
    return redirect("reminding-of", about)


@require_POST
def pause(request: HttpRequest) -> HttpResponse:
    """Let nobody remind a counterparty until a day, or end that with `end`."""
    user = user_of(request)
    if request.POST.get("end"):
        books = gate.get_books(user, request.POST.get("about", ""))
        pausing.resume(books.workspace, books.about)
        return _back(books)
    form = PauseForm(request.POST)
    books = gate.get_books(user, request.POST.get("about", ""))
    if not form.is_valid():
        context = showing.of_counterparty(books) | {"pause_form": form, "decision_form": DecisionForm(auto_id=False)}
        return render(request, "receivables/counterparty.html", context, status=422)
    said = form.cleaned_data
    return _done(
        request,
        books,
        lambda: pausing.pause(books.workspace, books.about, said["until"], said["note"], user, timezone.now()),
    )


@require_POST
def lift(request: HttpRequest) -> HttpResponse:
    """Note that a reason not to remind is over."""
    user, form = user_of(request), LiftForm(request.POST)
    if not form.is_valid():
        raise BadRequest("which reason?")
    said = form.cleaned_data
    books = gate.get_books(user, said["about"])
    pausing.lift(books.workspace, books.about, said["kind"], said["note"], user, timezone.now())
    return _back(books)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is to become of the late interest of an invoice."""
    user, form = user_of(request), DecisionForm(request.POST)
    books = gate.get_books_of(gate.get_invoice(user, pk))
    if not form.is_valid():
        raise BadRequest("no such decision")
    said = form.cleaned_data
    now = timezone.now()
    return _done(
        request, books, lambda: interest.decide(books, pk, said["verdict"], said["note"], user, now), "interest"
    )


def _done(request: HttpRequest, books: Books, action: Callable[[], Any], place: str = "") -> HttpResponse:
    """Do something, say why where it cannot be done, and lead back to the counterparty."""
    try:
        action()
    except ActingRefusedError as refusal:
        messages.error(request, refusal.said)
    return _back(books, place)


def _back(books: Books, place: str = "") -> HttpResponse:
    return redirect(reverse("reminding-of", args=[books.about]) + (f"#{place}" if place else ""))
