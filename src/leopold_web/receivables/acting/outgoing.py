"""What the outbox asks and tells of reminders: whether one may still go out, and what became of it."""

from __future__ import annotations

from datetime import datetime

from leopold_web.accounts.models import Workspace
from leopold_web.notifications.models import Letter
from leopold_web.receivables.acting.reminding import stop_rows, stops_of
from leopold_web.receivables.models import Reminder


def check(letter: Letter, now: datetime) -> str:
    """Return why a letter must not go out any more, "" where it may; its reminder is withdrawn then.

    It is asked within the transaction in which the attempt is counted, and holds the desk: a payment that was kept
    before is seen, and one that comes after came after the letter went out.
    """
    reminder = Reminder.objects.filter(letter=letter).first()
    if reminder is None:
        return "withdrawn: its reminder is gone"
    Workspace.objects.select_for_update().get(pk=reminder.workspace_id)
    stops = stops_of(reminder)
    if not stops:
        return ""
    reminder.state, reminder.over_at, reminder.stopped_by = Reminder.State.WITHDRAWN, now, stop_rows(stops)
    reminder.save(update_fields=["state", "over_at", "stopped_by"])
    return "withdrawn: " + ", ".join(dict.fromkeys(each.kind for each in stops))


def over(letter: Letter, now: datetime, *, sent: bool) -> None:
    """Note that a letter went out, or make its reminder a draft again where the mail server would not take it."""
    theirs = Reminder.objects.filter(letter=letter)
    if sent:
        theirs.update(state=Reminder.State.SENT, over_at=now)
    else:
        undelivered = [{"kind": "undelivered", "number": "", "until": None, "evidence": None, "fact": None}]
        waiting = theirs.filter(state=Reminder.State.QUEUED)
        waiting.update(state=Reminder.State.DRAFT, stopped_by=undelivered)
