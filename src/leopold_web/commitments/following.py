"""What letters tell of the promises that people confirmed or entered: kept with each, for somebody to accept or refuse.

This is the one place where the promises of a relationship are followed when it is analysed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django.utils import timezone

from leopold.commitments.following import Change, Entered
from leopold.model import Side
from leopold_web.accounts.models import Workspace
from leopold_web.commitments import reading
from leopold_web.commitments.folding import RUNNING
from leopold_web.commitments.models import Commitment, FoundPromise, Plain
from leopold_web.relationships.models import Relationship
from leopold_web.relationships.rows import evidence_row
from leopold_web.storage import key_of, storable


def change_row(change: Change) -> dict[str, Any]:
    """Return a change as a JSON value, with the key by which it is known in every analysis."""
    proof = f"{change.evidence.message_id} {change.evidence.start}" if change.evidence else ""
    if change.fact:
        proof = f"{change.fact.kind} {' '.join(str(each) for each in change.fact.values.values())}"
    row = {
        "key": key_of(f"{change.state} {proof}"),
        "state": change.state,
        "on": change.on.isoformat(),
        "due": change.due.isoformat() if change.due else None,
        "evidence": evidence_row(change.evidence) if change.evidence else None,
        "fact": {"kind": change.fact.kind, "values": dict(change.fact.values)} if change.fact else None,
    }
    found: dict[str, Any] = storable(row)
    return found


def entered(workspace: Workspace, key: str) -> dict[int, Entered]:
    """Return the running promises with the counterparty of that key that no letter holds, by their numbers."""
    kept = Commitment.objects.filter(workspace=workspace, about=key, state__in=RUNNING, found_key="")
    return {
        each.pk: Entered(
            what=each.what,
            side=cast("Side", each.side),
            written=each.promised_on or timezone.localdate(each.made_at),
            due=each.due,
            language=reading.spoken_in(each.what),
        )
        for each in kept.exclude(side=Commitment.Side.NEITHER).order_by("pk")
    }


def write(
    row: Relationship, found: Sequence[FoundPromise], followed: Mapping[int, Sequence[Change]] | None = None
) -> None:
    """Keep with each running promise of a relationship what letters tell of it and nobody has answered yet.

    `followed` is what is told of those that no letter holds, by their numbers. To be called within the transaction of
    the analysis.
    """
    told = {each.key: each.changes for each in found}
    others = {pk: [change_row(each) for each in changes] for pk, changes in (followed or {}).items()}
    kept = Commitment.objects.filter(workspace=row.workspace_id, about=row.organization.key)
    kept.filter(relationship=None).update(relationship=row)
    for commitment in kept.filter(state__in=RUNNING):
        rows = told.get(commitment.found_key) if commitment.found_key else others.get(commitment.pk)
        offered = unanswered(commitment, rows or ())
        if offered != commitment.offered:
            Commitment.objects.filter(pk=commitment.pk).update(offered=offered)


def unanswered(commitment: Commitment, told: Iterable[Mapping[str, Any]]) -> list[Plain]:
    """Return what of `told` nobody has accepted or refused."""
    answered = set(commitment.changes.filter(taken_back_at=None).values_list("found_key", flat=True))
    return [dict(each) for each in told if each["key"] not in answered]


def pending(commitment: Commitment) -> list[Plain]:
    """Return what is offered of a promise now: nothing once it is over, and nothing that it is already."""
    if commitment.state not in RUNNING:
        return []
    return [each for each in commitment.offered if each["state"] != commitment.state]
