"""Reminders of one promise: when ours are reminded, and letters to theirs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leopold_web.accounts.gate import user_of
from leopold_web.commitments import gate, reminders, views
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.commitments.reminding_forms import DaysForm, LetterForm


@require_POST
def days(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose when ours are reminded of a promise."""
    found = gate.get_commitment(user_of(request), pk)
    form = DaysForm(request.POST, prefix="days")
    if not form.is_valid():
        return views.show(request, found, status=422, days_form=form)
    reminders.set_days(found, form.cleaned_data["before"], form.cleaned_data["after"])
    messages.success(request, _("Noted."))
    return redirect(_place(pk))


@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a reminder to theirs, or put it off to a day."""
    user = user_of(request)
    found = gate.get_commitment(user, pk)
    today = found.workspace.today()
    form = LetterForm(today, request.POST, prefix="letter")
    if not form.is_valid():
        return views.show(request, found, status=422, letter_form=form)
    try:
        made = reminders.write(found, form.said(today), user, timezone.now())
    except PromiseRefusedError as refusal:
        form.add_error(None, refusal.said)
        return views.show(request, found, status=422, letter_form=form)
    messages.success(
        request, _("The reminder is on its way.") if made.sent_at else _("The reminder waits for its day.")
    )
    return redirect(_place(pk))


@require_POST
def withdraw(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a reminder back that waits."""
    found = reminders.get_reminder(user_of(request), pk, number)
    try:
        reminders.withdraw(found, timezone.now())
    except PromiseRefusedError as refusal:
        messages.error(request, refusal.said)
    return redirect(_place(pk))


def _place(pk: int) -> str:
    return f"{reverse('promise', args=[pk])}#reminders"
