"""What people say of possible causes: it holds, it does not, or nothing any more. What they say wins, and lasts."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, cast

from django.db import transaction
from django.db.models import QuerySet

from leopold.model import Side
from leopold_web.accounts.models import User
from leopold_web.relationships.models import CauseCorrection, Relationship

Verdict = Literal["holds", "rejected", "withdrawn"]
VERDICTS: Final[tuple[Verdict, ...]] = ("holds", "rejected", "withdrawn")


class NoSuchCorrectionError(Exception):
    """Neither a side, a cause nor a verdict that anybody knows, or nothing that could be said of them."""


def of(relationship: Relationship) -> dict[tuple[Side, str], CauseCorrection]:
    """Return what was said of the causes of a relationship, by side and cause."""
    found = _all(relationship).select_related("said_by")
    return {(cast("Side", one.side), one.cause): one for one in found}


def correct(relationship: Relationship, user: User, side: str, cause: str, verdict: str, now: datetime) -> None:
    """Note what `user` says of a cause on one side; NoSuchCorrectionError for what cannot be said.

    That no cause holds and that one does exclude each other: the later word counts. "withdrawn" forgets what was said.
    """
    known = side in CauseCorrection.Side.values and cause in CauseCorrection.Cause.values and verdict in VERDICTS
    if not known or (cause == CauseCorrection.Cause.NONE and verdict == "rejected"):
        raise NoSuchCorrectionError
    with transaction.atomic():
        said = _all(relationship).filter(side=side)
        if verdict == "withdrawn":
            said.filter(cause=cause).delete()
            return
        if verdict == "holds":
            none = CauseCorrection.Cause.NONE
            (said.exclude(cause=none).filter(holds=True) if cause == none else said.filter(cause=none)).delete()
        CauseCorrection.objects.update_or_create(
            workspace=relationship.workspace,
            organization=relationship.organization.key,
            side=side,
            cause=cause,
            defaults={"holds": verdict == "holds", "said_by": user, "said_at": now},
        )


def _all(relationship: Relationship) -> QuerySet[CauseCorrection]:
    return CauseCorrection.objects.filter(
        workspace=relationship.workspace_id, organization=relationship.organization.key
    )
