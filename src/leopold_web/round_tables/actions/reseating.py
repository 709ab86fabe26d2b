"""A seat at another address: the host sets it right, and whoever held the seat before is shut out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from leopold_web.accounts.models import User
from leopold_web.round_tables.actions import machine, opening
from leopold_web.round_tables.actions.forgetting import BEFORE_WORDS_BIND, forget
from leopold_web.round_tables.models import Seat, SeatChange, SeatPhrase
from leopold_web.round_tables.refusals import RefusedError


def change_email(seat: Seat, email: str, now: datetime, user: User | None = None) -> None:
    """Let a guest's seat be reached at another address: revoke its links and browser, and invite the new one.

    Who can choose the address can sit down there, so what was private at the seat is erased first, and everybody at
    the table sees that it changed. From the agreement on, when words bind, a seat does not change any more; nor
    while the engine works. RefusedError then, and for a seat of our own people.
    """
    with transaction.atomic():
        table = machine.hold(seat.table_id)
        seat = Seat.objects.select_related("table").get(pk=seat.pk)
        if not table.is_open:
            raise RefusedError("closed")
        if seat.user_id is not None:
            raise RefusedError("not_yours")
        if table.stage not in BEFORE_WORDS_BIND:
            raise RefusedError("other_stage")
        address = email.strip().lower()
        if address == seat.email:
            return
        forget(table, seat)
        SeatPhrase.objects.filter(seat=seat).delete()
        seat.email, seat.move_word = address, None
        seat.save(update_fields=["email", "move_word"])
        SeatChange.objects.create(seat=seat, at=now, user=user)
        opening.revoke(seat, now)
        opening.invite(seat, now)
