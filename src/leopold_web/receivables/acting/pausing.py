"""What people say against reminding: a pause until a day; and that a reason is over."""

from __future__ import annotations

from datetime import date, datetime

from leopold.dunning.stopping import LIFTABLE
from leopold_web.accounts.models import User, Workspace
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import LiftedReason, Pause
from leopold_web.storage import clean


def pause(workspace: Workspace, about: str, until: date, note: str, user: User, now: datetime) -> Pause:
    """Let nobody remind a counterparty until the evening of a day. ActingRefusedError for a day that is over."""
    if until < workspace.today():
        raise ActingRefusedError("pause_past")
    said = {"until": until, "note": note.strip(), "made_by": user, "made_at": now}
    found, _ = Pause.objects.update_or_create(workspace=workspace, about=about, defaults=said)
    return found


def resume(workspace: Workspace, about: str) -> None:
    """End a pause before its day."""
    Pause.objects.filter(workspace=workspace, about=about).delete()


def lift(workspace: Workspace, about: str, kind: str, note: str, user: User, now: datetime) -> LiftedReason:
    """Note that a reason not to remind is over: what was said up to today counts no more, and what is said later does.

    KeyError for a kind that no person can lift.
    """
    if kind not in LIFTABLE:
        raise KeyError(kind)
    made = LiftedReason(
        workspace=workspace,
        about=about,
        kind=kind,
        day=workspace.today(),
        note=note.strip(),
        made_by=user,
        made_at=now,
    )
    clean(made).save()
    return made
