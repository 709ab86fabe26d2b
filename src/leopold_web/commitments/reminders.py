"""Reminders of promises: to ours by themselves, to theirs only in words and on a day that a person chose.

They stop by themselves: nothing goes out once a promise is kept, cancelled or has another day, nor while letters tell
so and nobody has looked. And while a case with the other side is open, nothing goes to theirs.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from leopold_web.accounts.models import User, Workspace
from leopold_web.cases.models import Case
from leopold_web.commitments import following, gate
from leopold_web.commitments.models import Commitment, PromiseReminder, State
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.mail_server import is_address
from leopold_web.notifications import actions as outbox
from leopold_web.notifications.wording import line
from leopold_web.storage import clean

log = logging.getLogger(__name__)

Moment = PromiseReminder.Moment

LATEST: Final = timedelta(days=7)
"""How long after its day a reminder may still go out, where no worker ran or something held it; then it is dropped."""
AHEAD: Final = timedelta(days=366)
"""How far ahead a reminder to theirs may be put off."""
WAITING: Final = 3
"""Reminders to theirs that may wait for one promise at a time."""
MOST_DAYS: Final = 60
"""Days from the day due at which ours may be reminded."""
NAMED: Final = 12
"""Promises that one letter to ours names; of more it gives the number."""
SETTLES: Final = frozenset((State.KEPT, State.LATE, State.CANCELLED, State.RENEGOTIATED))
"""What letters may tell of a promise that makes a reminder of it wrong."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reminder to the other side as a person wrote it."""

    to: str
    language: str
    subject: str
    text: str
    send_on: date


def tick(now: datetime) -> None:
    """Send all reminders that are due; a fault at one desk or letter stops no other."""
    for workspace in Workspace.objects.order_by("pk"):
        try:
            remind_ours(workspace, now)
        except Exception:
            log.exception("nobody at desk %d could be reminded of promises", workspace.pk)
    for pk in list(_waiting().values_list("pk", flat=True)):
        try:
            send(pk, now)
        except Exception:
            log.exception("reminder %d could not be sent", pk)


def remind_ours(workspace: Workspace, now: datetime) -> int:
    """Remind the members of a desk of the promises that they watch, each once before and once after its day.

    One letter a member names all that came due at once. Returns how many letters were made; without a mail server
    none, and the pages alone show what is due.
    """
    if not outbox.is_on():
        return 0
    today, members = workspace.today(), {user.pk: user for user in workspace.users.filter(is_active=True)}
    if not _due(_near(workspace, today), members, today):
        return 0
    letters = 0
    with transaction.atomic():
        # Held, so that nobody changes them and no other worker reminds of them meanwhile.
        held = _near(workspace, today).select_for_update(of=("self",))
        for pk, due in sorted(_due(held, members, today).items()):
            for promise, moment in due:
                _note(promise, moment, members[pk], today, now)
            letters += _tell(due, members[pk], workspace, now)
    return letters


def _due(
    near: QuerySet[Commitment], members: Mapping[int, User], today: date
) -> dict[int, list[tuple[Commitment, Moment]]]:
    """Return what is due for a reminder to ours and has not been sent, by the member who watches it."""
    due: dict[int, list[tuple[Commitment, Moment]]] = {}
    for promise in near:
        user = watcher(promise)
        moment = moment_of(promise, today)
        if user not in members or moment is None or told_over(promise):
            continue
        sent = {(one.moment, one.due, one.user_id) for one in promise.reminders.all()}
        if (moment.value, promise.due, user) not in sent:
            due.setdefault(user, []).append((promise, moment))
    return due


def watcher(promise: Commitment) -> int:
    """Return the number of whom reminders to ours go to: who watches it, or else who confirmed or entered it; or 0."""
    return promise.keeper_id or promise.made_by_id or 0


def moment_of(promise: Commitment, today: date) -> Moment | None:
    """Return which reminder to ours is due of an open promise today, None for none."""
    if promise.due is None or promise.state != State.OPEN:
        return None
    ahead = (promise.due - today).days
    if promise.remind_before is not None and 0 <= ahead <= promise.remind_before:
        return Moment.BEFORE
    if promise.remind_after is not None and 0 <= -ahead - promise.remind_after <= LATEST.days:
        return Moment.AFTER
    return None


def _near(workspace: Workspace, today: date) -> QuerySet[Commitment]:
    """Return the open promises whose day is near enough for a reminder."""
    reach = timedelta(days=MOST_DAYS)
    near = workspace.commitments.filter(state=State.OPEN, due__gte=today - reach - LATEST, due__lte=today + reach)
    known = near.select_related("workspace", "relationship__organization").prefetch_related("reminders")
    return known.order_by("due", "pk")


def told_over(promise: Commitment) -> bool:
    """Whether letters tell that a promise is over or has another day, and nobody has looked yet."""
    return any(each["state"] in SETTLES for each in following.pending(promise))


def _note(promise: Commitment, moment: Moment, user: User, today: date, now: datetime) -> None:
    PromiseReminder.objects.create(
        commitment=promise,
        moment=moment,
        due=promise.due,
        user=user,
        send_on=today,
        language=promise.workspace.language,
        made_at=now,
        sent_at=now,
    )


def _tell(new: Sequence[tuple[Commitment, Moment]], user: User, workspace: Workspace, now: datetime) -> int:
    """Write one letter that names the promises."""
    named, parts = new[:NAMED], {Moment.BEFORE: "ahead", Moment.AFTER: "behind"}
    context = {
        "host": workspace.name,
        "name": str(user),
        "number": len(new),
        "more": len(new) - len(named),
        **{name: [_named(each) for each, moment in named if moment == kind] for kind, name in parts.items()},
    }
    key = " ".join(f"{each.pk}:{moment}:{each.due}" for each, moment in new)
    return int(outbox.send("promises_due", user.email, workspace.language, context, f"promises:{user.pk}:{key}", now))


def _named(promise: Commitment) -> dict[str, object]:
    other = str(promise.relationship) if promise.relationship else ""
    return {
        "day": promise.due,
        "what": line(promise.what),
        "owner": line(promise.owner),
        "side": promise.side,
        "other": line(other),
    }


def set_days(promise: Commitment, before: int | None, after: int | None) -> None:
    """Choose on which days ours are reminded of a promise, seen from the day due; None for no reminder.

    PromiseRefusedError for days beyond `MOST_DAYS`.
    """
    if not 0 <= (before or 0) <= MOST_DAYS or not 1 <= (1 if after is None else after) <= MOST_DAYS:
        raise PromiseRefusedError("days")
    Commitment.objects.filter(pk=promise.pk).update(remind_before=before, remind_after=after)


def write(promise: Commitment, said: Said, user: User, now: datetime) -> PromiseReminder:
    """Make a reminder to theirs; one for today goes out at once. PromiseRefusedError where none may."""
    with transaction.atomic():
        held = Commitment.objects.select_for_update(of=("self",)).get(pk=promise.pk)
        today = held.workspace.today()
        _check(held, said, today)
        if said.send_on == today and (reason := what_holds(held)):
            raise PromiseRefusedError(reason)
        if _is_there(held, said):
            raise PromiseRefusedError("twice")
        made = clean(
            PromiseReminder(
                commitment=held,
                moment=Moment.CHOSEN,
                due=held.due,
                send_on=said.send_on,
                to=said.to,
                language=said.language,
                subject=line(said.subject),
                text=said.text.strip(),
                made_by=user,
                made_at=now,
            )
        )
        made.save()
        if said.send_on == today:
            _hand_over(made, now)
    return made


def _check(held: Commitment, said: Said, today: date) -> None:
    if held.state != State.OPEN:
        raise PromiseRefusedError("not_open")
    if held.side == Commitment.Side.OURS:
        raise PromiseRefusedError("ours")
    if not outbox.is_on():
        raise PromiseRefusedError("no_mail")
    if not is_address(said.to):
        raise PromiseRefusedError("no_address")
    if held.workspace.owns(said.to):
        raise PromiseRefusedError("own_address")
    if not today <= said.send_on <= today + AHEAD:
        raise PromiseRefusedError("day_to_send")
    if _waiting().filter(commitment=held).count() >= WAITING:
        raise PromiseRefusedError("enough")


def _is_there(held: Commitment, said: Said) -> bool:
    """Whether this very letter went out on that day or waits for it, as where somebody presses a button twice."""
    same = held.reminders.filter(moment=Moment.CHOSEN, to__iexact=said.to, send_on=said.send_on, withdrawn_at=None)
    return same.filter(subject=line(said.subject), text=said.text.strip()).exists()


def withdraw(reminder: PromiseReminder, now: datetime) -> None:
    """Take a reminder back that waits; PromiseRefusedError where it has gone out."""
    if not _waiting().filter(pk=reminder.pk).update(withdrawn_at=now):
        raise PromiseRefusedError("gone")


def send(pk: int, now: datetime) -> bool:
    """Send a reminder to theirs that is due, or withdraw it where its promise is over; return whether it went out.

    While something holds it, it waits until `LATEST` after its day, and is then withdrawn.
    """
    with transaction.atomic():
        reminder = _waiting().select_related("commitment__workspace").filter(pk=pk).first()
        if reminder is None:
            return False
        held = Commitment.objects.select_for_update(of=("self",)).get(pk=reminder.commitment_id)
        # Whoever waited for the promise sees what became of the reminder meanwhile.
        reminder = _waiting().filter(pk=pk).first()
        if reminder is None:
            return False
        today = held.workspace.today()
        stale = today > reminder.send_on + LATEST
        if is_pointless(reminder, held) or stale:
            _waiting().filter(pk=pk).update(withdrawn_at=now)
            return False
        if today < reminder.send_on or not outbox.is_on() or what_holds(held):
            return False
        return _hand_over(reminder, now)


def _hand_over(reminder: PromiseReminder, now: datetime) -> bool:
    context = {"subject": reminder.subject, "text": reminder.text}
    outbox.send("promise_reminder", reminder.to, reminder.language, context, f"promise-reminder:{reminder.pk}", now)
    reminder.sent_at = now
    reminder.save(update_fields=["sent_at"])
    return True


def is_pointless(reminder: PromiseReminder, promise: Commitment) -> bool:
    """Whether what a reminder asks for is over, or due on another day by now."""
    return promise.state != State.OPEN or promise.due != reminder.due


def what_holds(promise: Commitment) -> str:
    """Return why nothing may go to theirs of an open promise now, as a key of `refusals`; "" where nothing holds it."""
    if (
        promise.about
        and Case.objects.filter(workspace=promise.workspace_id, about=promise.about, closed_at=None).exists()
    ):
        return "open_case"
    return "told_over" if told_over(promise) else ""


def of_promise(promise: Commitment) -> list[PromiseReminder]:
    """Return the reminders of a promise, the latest first."""
    return list(promise.reminders.select_related("user", "made_by").order_by("-send_on", "-pk"))


def get_reminder(user: User, commitment: int, pk: int) -> PromiseReminder:
    """Return a reminder that `user` may see, or raise Http404."""
    known = PromiseReminder.objects.filter(commitment__in=gate.commitments_for(user).filter(pk=commitment))
    return get_object_or_404(known, pk=pk)


def _waiting() -> QuerySet[PromiseReminder]:
    return PromiseReminder.objects.filter(moment=Moment.CHOSEN, sent_at=None, withdrawn_at=None)
