"""What time does about unpaid invoices: it sends first friendly reminders where a desk switched that on, and follows
payment plans."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from leopold_web.accounts.models import Workspace
from leopold_web.inbox import jobs
from leopold_web.notifications import actions as outbox
from leopold_web.receivables.acting import planning, reminding
from leopold_web.receivables.acting.books import about_of, books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import DunningPolicy

log = logging.getLogger(__name__)

_FOLLOWED: Final[dict[int, tuple[int, date]]] = {}
"""Up to which payment this process has followed the plans of each workspace, and on which day."""


def tick(now: datetime) -> None:
    """Follow the plans that money may have kept, and ask for the reminders of a day once its analysis is there."""
    for workspace in Workspace.objects.filter(payment_plans__state="agreed").distinct():
        seen = _payments(workspace)
        if _FOLLOWED.get(workspace.pk) == seen:
            continue
        try:
            planning.follow(workspace, now)
            _FOLLOWED[workspace.pk] = seen
        except Exception:
            log.exception("the payment plans of %s could not be followed", workspace)
    for policy in DunningPolicy.objects.filter(automatic=True).select_related("workspace"):
        today = policy.workspace.today()
        key = f"remind:{policy.workspace_id}:{today}"
        ready = policy.workspace.analysed_on == today and policy.ran_on != today
        if ready and outbox.is_on() and not jobs.has_failed(key):
            jobs.request(key, "remind", policy.workspace_id)


def _payments(workspace: Workspace) -> tuple[int, date]:
    """Return what tells whether a plan may be further on than at the last look."""
    return workspace.payments.aggregate(last=Max("pk"))["last"] or 0, workspace.today()


def run(hold: jobs.Hold, pk: int) -> None:
    """Send every first friendly reminder of a desk that needs no person and is due today, as a background job.

    Begun again it goes on where it stopped: whoever was reminded is not reminded again.
    """
    workspace = Workspace.objects.get(pk=pk)
    today, now = workspace.today(), timezone.now()
    for about in counterparties(workspace):
        with transaction.atomic():
            hold.renew()
        try:
            _remind(workspace, about, now)
        except ActingRefusedError as refusal:
            log.info("a reminder of %s waits for a person: %s", workspace, refusal.kind)
        except Exception:
            log.exception("a reminder of %s failed", workspace)
    DunningPolicy.objects.filter(workspace=workspace).update(ran_on=today)


def _remind(workspace: Workspace, about: str, now: datetime) -> None:
    books = books_of(workspace, about)
    step = reminding.course_of(books).step
    if step is None or not step.automatic or not step.ripe(books.dealings.day):
        return
    if workspace.reminders.filter(about=about, state=reminding.State.DRAFT).exists():
        # A person is at it.
        return
    with transaction.atomic():
        reminding.send(reminding.make_draft(books, None, now), None, now)


def counterparties(workspace: Workspace) -> list[str]:
    """Return the counterparties with an invoice that is overdue as far as the ledger says, the oldest first."""
    late = workspace.invoices.filter(due__lt=workspace.today(), amount__gt=0, settled=None, paid=None)
    late = late.select_related("relationship__organization").order_by(F("due"), "pk")
    return list(dict.fromkeys(about_of(each) for each in late))
