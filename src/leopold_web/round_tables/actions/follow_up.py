"""Last stage: was it kept, was it fair; two clicks."""

from __future__ import annotations

from datetime import datetime

from leopold_web.round_tables.actions.machine import acting, close, mark_done
from leopold_web.round_tables.models import FollowUp, RoundTable, Seat

Stage = RoundTable.Stage


def answer(seat: Seat, now: datetime, *, kept: FollowUp.Kept | None = None, fair: bool | None = None) -> FollowUp:
    """Say whether it was kept, or whether it was fair; when all parties have said both, the table is closed."""
    with acting(seat, now, Stage.FOLLOW_UP) as table:
        said = FollowUp.objects.filter(seat=seat).first() or FollowUp(table=table, seat=seat)
        said.kept = said.kept if kept is None else kept
        said.fair = said.fair if fair is None else fair
        said.at = now
        said.save()
        if said.kept and said.fair is not None and mark_done(seat, now):
            close(table, RoundTable.Ending.SIGNED, now)
    return said
