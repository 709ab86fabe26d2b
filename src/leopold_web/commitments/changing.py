"""What becomes of a promise: said by hand, or accepted or refused as letters tell it; taken back; corrected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from leopold_web.accounts.models import User
from leopold_web.commitments import following
from leopold_web.commitments.confirming import change_of
from leopold_web.commitments.folding import OVER, promised_for, settle
from leopold_web.commitments.models import Commitment, CommitmentChange, CommitmentEdit, State
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.storage import clean

REASONED: Final = (State.BROKEN, State.CANCELLED, State.RENEGOTIATED)
"""What nobody says of a promise by hand without a word on why."""
EDITED: Final = ("owner", "to", "what", "condition", "due", "keeper", "side", "clause", "reference")


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says became of a promise: on which day, to which new day, and why."""

    state: str
    on: date
    due: date | None = None
    note: str = ""


def change(commitment: Commitment, told: Told, user: User, now: datetime, today: date) -> CommitmentChange:
    """Note what became of a running promise. PromiseRefusedError for what cannot be so."""
    with acting(commitment) as held:
        if held.state in OVER:
            raise PromiseRefusedError("over")
        _check(held, told, today)
        promised = promised_for(held)
        made = CommitmentChange(
            commitment=held,
            state=told.state,
            on=told.on,
            due=told.due if told.state == State.RENEGOTIATED else None,
            note=told.note.strip(),
            made_by=user,
            made_at=now,
        )
        clean(made).save()
        settle(held, promised)
    return made


def answer(commitment: Commitment, key: str, user: User, now: datetime, *, accepts: bool) -> CommitmentChange:
    """Accept or refuse what letters tell of a promise, by its key; PromiseRefusedError where it is not offered."""
    with acting(commitment) as held:
        told = next((each for each in following.pending(held) if each["key"] == key), None)
        if told is None:
            raise PromiseRefusedError("not_offered")
        promised = promised_for(held)
        made = change_of(held, told, user, now)
        made.refused = not accepts
        made.save()
        held.offered = [each for each in held.offered if each["key"] != key]
        held.save(update_fields=["offered"])
        settle(held, promised)
    return made


def take_back(made: CommitmentChange, user: User, now: datetime) -> None:
    """Let a change, or a refusal of one, count no more. It stays to be seen; what letters told is offered again."""
    with acting(made.commitment) as held:
        change = held.changes.select_for_update().get(pk=made.pk)
        if change.taken_back_at is not None:
            raise PromiseRefusedError("taken_back")
        promised = promised_for(held)
        change.taken_back_by, change.taken_back_at = user, now
        change.save(update_fields=["taken_back_by", "taken_back_at"])
        if change.found_key:
            held.offered = [*held.offered, _told(change)]
            held.save(update_fields=["offered"])
        settle(held, promised)


def edit(commitment: Commitment, said: dict[str, Any], user: User, now: datetime) -> list[CommitmentEdit]:
    """Correct what is kept of a promise, `said` by column; `due` is the day promised at first. Each correction is kept.

    PromiseRefusedError unless its keeper is a member of the desk.
    """
    with acting(commitment) as held:
        keeper = said.get("keeper")
        if keeper is not None and not held.workspace.users.filter(pk=keeper.pk).exists():
            raise PromiseRefusedError("other_member")
        promised = promised_for(held)
        before = {name: promised if name == "due" else getattr(held, name) for name in said}
        made = [
            clean(
                CommitmentEdit(
                    commitment=held,
                    field=name,
                    before=_worded(before[name]),
                    after=_worded(value),
                    made_by=user,
                    made_at=now,
                )
            )
            for name, value in said.items()
            if name in EDITED and _worded(value) != _worded(before[name])
        ]
        for each in made:
            each.save()
            if each.field != "due":
                setattr(held, each.field, said[each.field])
        clean(held).save()
        settle(held, said.get("due") if "due" in said else promised)
    return made


@contextmanager
def acting(commitment: Commitment) -> Iterator[Commitment]:
    """Hold a promise for one change, which is done whole or not at all."""
    with transaction.atomic():
        yield Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)


def _check(held: Commitment, told: Told, today: date) -> None:
    if told.on > today:
        raise PromiseRefusedError("future")
    if told.state in REASONED and not told.note.strip():
        raise PromiseRefusedError("no_note")
    if told.state == State.LATE and held.due is not None and told.on <= held.due:
        raise PromiseRefusedError("not_late")
    if told.state == State.RENEGOTIATED:
        if told.due is None:
            raise PromiseRefusedError("no_day")
        if told.due == held.due:
            raise PromiseRefusedError("same_day")


def _told(change: CommitmentChange) -> dict[str, Any]:
    return {
        "key": change.found_key,
        "state": change.state,
        "on": change.on.isoformat(),
        "due": change.due.isoformat() if change.due else None,
        "evidence": change.evidence,
        "fact": change.fact,
    }


def _worded(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value).strip()
