"""What the page of a promise shows of its reminders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from leopold_web.accounts.models import User
from leopold_web.commitments import drafting, reminders
from leopold_web.commitments.models import Commitment, PromiseReminder, State
from leopold_web.commitments.refusals import SENTENCES
from leopold_web.commitments.reminding_forms import DaysForm, LetterForm
from leopold_web.notifications import actions as outbox


@dataclass(frozen=True)
class Row:
    """A reminder as the page shows it: `title` says what it is, `stands` what became of it.

    `state` is that for programs: sent, withdrawn, held or waits. One that waits or is held can be withdrawn.
    """

    reminder: PromiseReminder
    title: str
    stands: str
    state: str

    @property
    def waits(self) -> bool:
        """Whether it may still go out."""
        return self.state in ("held", "waits")


def shown(promise: Commitment, user: User) -> dict[str, Any]:
    """Return what the page of a promise shows of its reminders."""
    today = promise.workspace.today()
    running = promise.state == State.OPEN
    holds = reminders.what_holds(promise) if running else ""
    days = {"before": promise.remind_before, "after": promise.remind_after}
    context: dict[str, Any] = {
        "reminders": rows(promise),
        "mail": outbox.is_on(),
        "reminded": User.objects.filter(pk=reminders.watcher(promise)).first(),
        "days_form": DaysForm(prefix="days", initial=days) if running else None,
    }
    if running and promise.side != Commitment.Side.OURS:
        draft = drafting.draft(promise, user, today)
        words = {"to": draft.to, "language": draft.language, "subject": draft.subject, "text": draft.text}
        context |= {
            "letter_form": LetterForm(today, prefix="letter", initial=words),
            "addresses": drafting.addresses(promise),
            "draft": draft,
            "holds": SENTENCES[holds]() if holds else "",
        }
    return context


def rows(promise: Commitment) -> list[Row]:
    """Return the reminders of a promise, the latest first."""
    holds = reminders.what_holds(promise) if promise.state == State.OPEN else ""
    return [_row(each, promise, holds) for each in reminders.of_promise(promise)]


def _row(reminder: PromiseReminder, promise: Commitment, holds: str) -> Row:
    to = reminder.user or reminder.to
    titles = {
        PromiseReminder.Moment.BEFORE: _("To %(name)s, before the day"),
        PromiseReminder.Moment.AFTER: _("To %(name)s, after the day"),
        PromiseReminder.Moment.CHOSEN: _("To %(name)s"),
    }
    title = titles[PromiseReminder.Moment(reminder.moment)] % {"name": to}
    if reminder.sent_at is not None:
        return Row(reminder, title, _("sent"), "sent")
    if reminder.withdrawn_at is not None or reminders.is_pointless(reminder, promise):
        return Row(reminder, title, _("withdrawn"), "withdrawn")
    if holds:
        return Row(reminder, title, SENTENCES[holds](), "held")
    return Row(reminder, title, _("waits for its day"), "waits")
