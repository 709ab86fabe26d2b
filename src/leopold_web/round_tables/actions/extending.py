"""More time for a stage: when all parties want it, or when the mediator gives it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from leopold_web.round_tables import engine, gate, letters
from leopold_web.round_tables.actions.machine import acting, clock_of
from leopold_web.round_tables.models import DeadlineWish, RoundTable, Seat, StageClock
from leopold_web.round_tables.refusals import RefusedError

MOST: Final = 14
"""Days that can be asked for at once."""
LONGEST: Final = timedelta(days=90)
"""How long a stage can last in all."""


def ask(seat: Seat, days: int, now: datetime) -> bool:
    """Ask for `days` more for this stage; return whether it got more. A later wish of a party counts.

    The mediator gives them at once. Of what the parties want the fewest days count, once all have asked. RefusedError
    unless it is 1 to 14 days, and the stage then lasts 90 at most.
    """
    with acting(seat, now, *RoundTable.Stage, roles=gate.TALKING) as table:
        clock = clock_of(table)
        deadline = _deadline(clock, days, now)
        if seat.is_party:
            DeadlineWish.objects.update_or_create(clock=clock, seat=seat, defaults={"days": days})
            wishes = [wish.days for wish in clock.wishes.all()]
            if len(wishes) < len(engine.parties_of(table)):
                return False
            deadline = _deadline(clock, min(wishes), now)
        _extend(table, clock, deadline, now)
    return True


def take_back(seat: Seat, now: datetime) -> None:
    """Take back one's wish for more time."""
    with acting(seat, now, *RoundTable.Stage) as table:
        clock_of(table).wishes.filter(seat=seat).delete()


def _deadline(clock: StageClock, days: int, now: datetime) -> datetime:
    deadline = max(clock.deadline, now) + timedelta(days=days)
    if not 1 <= days <= MOST or deadline - clock.started_at > LONGEST:
        raise RefusedError("bad_days")
    return deadline


def _extend(table: RoundTable, clock: StageClock, deadline: datetime, now: datetime) -> None:
    clock.deadline = deadline
    clock.save(update_fields=["deadline"])
    clock.parties.update(reminders=0)
    clock.wishes.all().delete()
    for seat in table.seats.all():
        seat.table = table
        key = f"{clock.round}:{clock.stage}:{deadline.isoformat()}"
        letters.send("table_turn", seat, now, key, stage=clock.stage, deadline=deadline)
