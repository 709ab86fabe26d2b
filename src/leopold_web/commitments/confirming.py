"""A promise that letters seem to hold: somebody says that it is one, or that it is none, and may say so no longer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from leopold_web.accounts.models import User, Workspace
from leopold_web.commitments.folding import moved_by, settle
from leopold_web.commitments.models import Commitment, CommitmentChange, DismissedPromise, FoundPromise
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.relationships.models import Message
from leopold_web.storage import clean


def confirm(found: FoundPromise, user: User, now: datetime, *, told: bool = False) -> Commitment:
    """Make a found promise one that the desk keeps; confirmed twice, it is the same one.

    With `told`, what letters and ledger tell of it since is accepted too; else it waits to be accepted or refused.
    """
    relationship = found.relationship
    workspace, about = relationship.workspace, relationship.organization.key
    with transaction.atomic():
        _hold(workspace)
        DismissedPromise.objects.filter(workspace=workspace, about=about, key=found.key).delete()
        same = Commitment.objects.filter(workspace=workspace, about=about, found_key=found.key).first()
        if same is not None:
            return same
        moved = moved_by(found)
        made = _commitment(found, user, now)
        made.offered = [] if told else list(found.changes)
        made.save()
        if told:
            for each in found.changes:
                change_of(made, each, user, now).save()
            settle(made, made.due)
        for earlier, promised in moved:
            settle(earlier, promised)
    return made


def dismiss(found: FoundPromise, user: User, now: datetime) -> DismissedPromise:
    """Note that a found promise is none; PromiseRefusedError where somebody has confirmed it."""
    relationship = found.relationship
    workspace, about = relationship.workspace, relationship.organization.key
    with transaction.atomic():
        _hold(workspace)
        if Commitment.objects.filter(workspace=workspace, about=about, found_key=found.key).exists():
            raise PromiseRefusedError("already")
        return DismissedPromise.objects.get_or_create(
            workspace=workspace, about=about, key=found.key, defaults={"made_by": user, "made_at": now}
        )[0]


def undo(found: FoundPromise) -> None:
    """Let a found promise wait again; PromiseRefusedError where more was noted of it since it was confirmed."""
    relationship = found.relationship
    workspace, about = relationship.workspace, relationship.organization.key
    with transaction.atomic():
        _hold(workspace)
        DismissedPromise.objects.filter(workspace=workspace, about=about, key=found.key).delete()
        made = Commitment.objects.filter(workspace=workspace, about=about, found_key=found.key).first()
        if made is not None:
            if has_been_used(made):
                raise PromiseRefusedError("used")
            moved = moved_by(found)
            made.delete()
            for earlier, promised in moved:
                settle(earlier, promised)


def has_been_used(made: Commitment) -> bool:
    """Whether anything was noted of a promise after it was confirmed or entered."""
    later = made.changes.exclude(made_at=made.made_at).exists()
    return later or made.edits.exists() or made.reminders.filter(sent_at__isnull=False).exists()


def change_of(commitment: Commitment, told: dict[str, Any], user: User, now: datetime) -> CommitmentChange:
    """Return the change that was offered as `told`, accepted by `user`; the row of an earlier answer is taken anew."""
    change = commitment.changes.filter(found_key=told["key"]).first() if commitment.pk else None
    change = change or CommitmentChange(commitment=commitment, found_key=told["key"])
    change.state, change.on = told["state"], date.fromisoformat(told["on"])
    change.due = date.fromisoformat(told["due"]) if told["due"] else None
    change.evidence, change.fact = told["evidence"], told["fact"]
    change.refused, change.taken_back_at, change.taken_back_by = False, None, None
    change.made_by, change.made_at = user, now
    return clean(change)


def _commitment(found: FoundPromise, user: User, now: datetime) -> Commitment:
    relationship = found.relationship
    made = Commitment(
        workspace=relationship.workspace,
        relationship=relationship,
        about=relationship.organization.key,
        source=Commitment.Source.LETTER,
        side=found.side,
        owner=found.owner[:200],
        to=found.to,
        what=" ".join(found.what.split()),
        condition=" ".join(found.condition.split()),
        due=found.due,
        promised_on=found.written,
        evidence=found.evidence,
        found_key=found.key,
        keeper=_keeper(found, user),
        made_by=user,
        made_at=now,
    )
    return clean(made)


def _keeper(found: FoundPromise, user: User) -> User:
    """Return who of ours wrote or got the letter, else who confirms it."""
    letter = Message.objects.filter(relationship=found.relationship_id, own_id=found.evidence["message_id"]).first()
    if letter is None:
        return user
    addresses = [letter.sender_email] if found.side == "ours" else [email for _name, email in letter.to]
    members = {each.email.casefold(): each for each in found.relationship.workspace.users.all()}
    return next((members[each.casefold()] for each in addresses if each.casefold() in members), user)


def _hold(workspace: Workspace) -> None:
    """Let nobody else answer beside this."""
    Workspace.objects.select_for_update().get(pk=workspace.pk)
