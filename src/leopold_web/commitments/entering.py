"""Promises that people enter: one by hand, or those of a contract."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.inbox import jobs
from leopold_web.relationships.models import Relationship
from leopold_web.storage import clean


@dataclass(frozen=True, slots=True)
class Said:
    """What people say of a promise: `clause` and `reference` say what it is in a contract, and where."""

    side: str
    owner: str
    what: str
    to: str = ""
    condition: str = ""
    due: date | None = None
    promised_on: date | None = None
    clause: str = ""
    reference: str = ""
    keeper: User | None = None


def enter(relationship: Relationship, said: Iterable[Said], user: User, now: datetime) -> list[Commitment]:
    """Keep promises that somebody enters, all or none; PromiseRefusedError unless each keeper is of the desk.

    Where one was made on an earlier day, letters may tell of it already, so the relationship is analysed anew.
    """
    with transaction.atomic():
        made = [_commitment(relationship, each, user, now) for each in said]
        for each in made:
            each.save()
        if any(each.promised_on and each.promised_on < now.date() for each in made):
            jobs.request(f"relationship:{relationship.pk}:{secrets.token_hex(8)}", "relationship", relationship.pk)
    return made


def _commitment(relationship: Relationship, said: Said, user: User, now: datetime) -> Commitment:
    if said.keeper is not None and not relationship.workspace.users.filter(pk=said.keeper.pk).exists():
        raise PromiseRefusedError("other_member")
    source = Commitment.Source.CONTRACT if said.clause or said.reference else Commitment.Source.HAND
    return clean(
        Commitment(
            workspace=relationship.workspace,
            relationship=relationship,
            about=relationship.organization.key,
            source=source,
            side=said.side,
            owner=said.owner.strip()[:200],
            to=said.to.strip(),
            what=said.what.strip(),
            condition=said.condition.strip(),
            due=said.due,
            promised_on=said.promised_on,
            clause=said.clause,
            reference=said.reference.strip(),
            keeper=said.keeper,
            made_by=user,
            made_at=now,
        )
    )
