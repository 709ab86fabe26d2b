"""From what was signed to promises that are watched."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leopold_web.commitments.models import Commitment
from leopold_web.round_tables.models import Agreement, AgreementPoint, RoundTable, Seat
from leopold_web.storage import clean

State = Commitment.State
UNSETTLED = (State.OPEN,)
"""States that a later version may still cancel; what was kept, in time or late, or broken stays what it was."""


def take_over(agreement: Agreement, now: datetime) -> list[Commitment]:
    """Make the points of a signed agreement commitments of their owners, and return those; twice changes nothing.

    A point that stands in an earlier version word for word, with the same owner and day, stays the commitment that it
    was. What an earlier version held beside is cancelled, and says by which version.
    """
    if agreement.signed_at is None:
        return []
    with transaction.atomic():
        table = RoundTable.objects.select_for_update().get(pk=agreement.table_id)
        if not table.agreements.filter(version__gt=agreement.version, signed_at__isnull=False).exists():
            for point in agreement.points.select_related("owner"):
                _take_over(table, agreement, point, now)
            earlier = Commitment.objects.filter(agreement__table=table, agreement__version__lt=agreement.version)
            earlier.filter(state__in=UNSETTLED).update(state=State.CANCELLED, replaced_by=agreement)
    return list(agreement.commitments.order_by("point"))


def words_of(point: AgreementPoint) -> str:
    """Return what was agreed in a point, in its own words."""
    return f"{point.issue}: {point.choice}" + (f". {point.text}" if point.text else "")


def _take_over(table: RoundTable, agreement: Agreement, point: AgreementPoint, now: datetime) -> None:
    if Commitment.objects.filter(agreement=agreement, point=point.number).exists():
        return
    wanted = _commitment(table, agreement, point, now)
    same = Commitment.objects.filter(
        agreement__table=table,
        agreement__version__lt=agreement.version,
        owner=wanted.owner,
        side=wanted.side,
        what=wanted.what,
        due=wanted.due,
        replaced_by=None,
    ).last()
    if same is None:
        wanted.save()
    else:
        same.agreement, same.point = agreement, point.number
        same.save(update_fields=["agreement", "point"])


def _commitment(table: RoundTable, agreement: Agreement, point: AgreementPoint, now: datetime) -> Commitment:
    others = [seat for seat in table.seats.filter(role=Seat.Role.PARTY) if seat.pk != point.owner_id]
    return clean(
        Commitment(
            workspace_id=table.workspace_id,
            relationship=table.relationship,
            about=table.relationship.organization.key if table.relationship else "",
            source=Commitment.Source.AGREEMENT,
            side=point.owner.side if point.owner else Commitment.Side.NEITHER,
            owner=point.owner.name if point.owner else "",
            to=", ".join(seat.name for seat in others),
            what=words_of(point),
            due=point.due,
            agreement=agreement,
            point=point.number,
            promised_on=timezone.localdate(agreement.signed_at) if agreement.signed_at else None,
            made_at=now,
        )
    )
