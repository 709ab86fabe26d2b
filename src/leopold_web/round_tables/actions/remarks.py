"""The discussion of an issue, which its mediator may moderate."""

from __future__ import annotations

from datetime import datetime

from leopold_web.round_tables import gate
from leopold_web.round_tables.actions.machine import acting, text_of
from leopold_web.round_tables.models import Remark, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean

Stage = RoundTable.Stage
OPEN = (Stage.ISSUES, Stage.INTERESTS, Stage.PROPOSALS, Stage.ACCEPTANCE, Stage.AGREEMENT)


def say(seat: Seat, issue: int, text: str, now: datetime) -> Remark:
    """Say something about an issue; a hot draft is warned of before it comes here, and is never refused."""
    with acting(seat, now, *OPEN, roles=gate.TALKING) as table:
        found = table.issues.filter(pk=issue).first()
        if found is None:
            raise RefusedError("unknown_option")
        remark = clean(Remark(issue=found, seat=seat, text=text_of(text), at=now))
        remark.save()
    return remark


def hide(seat: Seat, remark: int, because: str, now: datetime) -> None:
    """Hide a remark from all but its author, and say why; the mediator alone can."""
    with acting(seat, now, *OPEN, roles=gate.MEDIATOR) as table:
        found = Remark.objects.filter(pk=remark, issue__table=table).first()
        if found is None:
            raise RefusedError("not_yours")
        found.hidden_by, found.hidden_because = seat, text_of(because, 300)
        clean(found).save()
