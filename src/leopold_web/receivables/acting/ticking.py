"""What time does about unpaid invoices: it sends first friendly reminders where a desk switched that on, and follows
payment plans."""

from __future__ import annotations

import logging
from datetime import date, datetime
from typing import Final

from django.db.models import F, Max

from leopold_web.accounts.models import Workspace
from leopold_web.notifications import actions as outbox
from leopold_web.receivables.acting import planning, reminding
from leopold_web.receivables.acting.books import about_of, books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import DunningPolicy

log = logging.getLogger(__name__)

_FOLLOWED: Final[dict[int, tuple[int, date]]] = {}
"""Up to which payment this process has followed the plans of each workspace, and on which day."""


def tick(now: datetime) -> None:
    """Do all that time does here, once a day for each desk, after the analysis of that day; a fault stops no other."""
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
        workspace = policy.workspace
        today = workspace.today()
        if policy.ran_on == today or workspace.analysed_on != today or not outbox.is_on():
            continue
        # Claimed before it is done: a reminder too few is better than one too many.
        claimed = DunningPolicy.objects.filter(pk=policy.pk).exclude(ran_on=today).update(ran_on=today)
        if claimed:
            remind(workspace, now)


def _payments(workspace: Workspace) -> tuple[int, date]:
    """Return what tells whether a plan may be further on than at the last look."""
    return workspace.payments.aggregate(last=Max("pk"))["last"] or 0, workspace.today()


def remind(workspace: Workspace, now: datetime) -> int:
    """Send every first friendly reminder that needs no person and is due today; return how many."""
    sent = 0
    for about in counterparties(workspace):
        try:
            sent += _remind(workspace, about, now)
        except Exception:
            log.exception("a reminder of %s failed", workspace)
    return sent


def _remind(workspace: Workspace, about: str, now: datetime) -> bool:
    books = books_of(workspace, about)
    step = reminding.course_of(books).step
    if step is None or not step.automatic or not step.ripe(books.dealings.day):
        return False
    waiting = workspace.reminders.filter(about=about, state=reminding.State.DRAFT)
    if waiting.exists():
        # A person is at it.
        return False
    made = reminding.make_draft(books, None, now)
    try:
        reminding.send(made, None, now)
    except ActingRefusedError as refusal:
        log.info("a reminder of %s waits for a person: %s", workspace, refusal.kind)
        made.delete()
        return False
    return True


def counterparties(workspace: Workspace) -> list[str]:
    """Return the counterparties with an invoice that is overdue as far as the ledger says, the oldest first."""
    late = workspace.invoices.filter(due__lt=workspace.today(), amount__gt=0, settled=None, paid=None)
    late = late.select_related("relationship__organization").order_by(F("due"), "pk")
    return list(dict.fromkeys(about_of(each) for each in late))
