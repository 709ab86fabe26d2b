"""The stages of a table: who may act when, who is done, how it goes on, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from leopold_web.round_tables import gate, letters
from leopold_web.round_tables.models import RoundTable, Seat, SeatClock, StageClock
from leopold_web.round_tables.refusals import RefusedError

Stage = RoundTable.Stage

DAYS: Final = {
    Stage.FACTS: 7,
    Stage.EXPECTATIONS: 5,
    Stage.ISSUES: 7,
    Stage.INTERESTS: 5,
    Stage.PROPOSALS: 3,
    Stage.ACCEPTANCE: 3,
    Stage.AGREEMENT: 5,
    Stage.PROTOCOL: 7,
    Stage.FOLLOW_UP: 30,
}
"""Days that each stage may take."""
PASSING: Final = (Stage.FACTS, Stage.EXPECTATIONS, Stage.PROPOSALS, Stage.FOLLOW_UP)
"""Stages that end at their deadline, whoever is late; the others need everybody."""
GRACE: Final = timedelta(days=3)
"""How long a stage that needs everybody waits after its deadline before the table is closed."""
EARLY: Final = timedelta(days=2)
"""How long before a deadline the first reminder goes out; the second goes out at it."""


@contextmanager
def acting(
    seat: Seat, now: datetime, *stages: RoundTable.Stage, roles: tuple[Seat.Role, ...] = gate.PARTY
) -> Iterator[RoundTable]:
    """Hold the table for one action of `seat`; RefusedError unless it is open, at one of `stages`, and theirs to do.

    Whatever is done within is done whole or not at all, and one action at a time: `seat.table` is fresh.
    """
    with transaction.atomic():
        table = hold(seat.table_id)
        seat.table = table
        gate.require(seat, roles)
        if not table.is_open:
            raise RefusedError("closed")
        if table.stage not in stages:
            raise RefusedError("other_stage")
        if now >= end_of(clock_of(table)):
            raise RefusedError("too_late")
        yield table


def hold(pk: int) -> RoundTable:
    """Return a table that nobody else changes until the transaction ends."""
    return RoundTable.objects.select_for_update().get(pk=pk)


def clock_of(table: RoundTable) -> StageClock:
    """Return the clock of the stage that a table is at, or at which it was closed."""
    return table.clocks.get(round=table.round, stage=table.stage)


def end_of(clock: StageClock) -> datetime:
    """Return when time ends a stage: at its deadline, or some days later where everybody is needed."""
    return clock.deadline + (timedelta() if clock.stage in PASSING else GRACE)


def enter(table: RoundTable, stage: RoundTable.Stage, now: datetime) -> None:
    """Begin a stage, and tell everybody whose turn it is."""
    table.clocks.filter(ended_at=None).update(ended_at=now)
    table.stage = stage
    table.save()
    deadline = now + timedelta(days=DAYS[stage])
    clock = StageClock.objects.create(table=table, stage=stage, round=table.round, started_at=now, deadline=deadline)
    seats = list(table.seats.all())
    SeatClock.objects.bulk_create([SeatClock(clock=clock, seat=seat) for seat in seats if seat.is_party])
    for seat in seats:
        seat.table = table
        letters.send("table_turn", seat, now, f"{table.round}:{stage}", stage=stage, deadline=deadline)


def mark_done(seat: Seat, now: datetime) -> bool:
    """Note that a party is done with this stage; return whether all are."""
    clock = clock_of(seat.table)
    clock.parties.filter(seat=seat, done_at=None).update(done_at=now)
    return not clock.parties.filter(done_at=None).exists()


def is_done(seat: Seat) -> bool:
    """Tell whether a party is done with this stage."""
    return clock_of(seat.table).parties.filter(seat=seat, done_at__isnull=False).exists()


def reopen(table: RoundTable) -> None:
    """Since something new was said, nobody is done any more."""
    clock_of(table).parties.update(done_at=None)


def close(table: RoundTable, ending: RoundTable.Ending, now: datetime) -> None:
    """End a table with what was agreed so far, and tell everybody."""
    table.clocks.filter(ended_at=None).update(ended_at=now)
    table.closed_at, table.ending = now, ending
    table.save()
    for seat in table.seats.all():
        seat.table = table
        letters.send("table_closed", seat, now, "closed", ending=ending)


def next_round(table: RoundTable, now: datetime) -> None:
    """Go to private interests once more, or end where no round is left."""
    if table.round >= table.round_limit:
        close(table, RoundTable.Ending.NO_AGREEMENT, now)
        return
    table.round += 1
    enter(table, Stage.INTERESTS, now)


def whose_turn(table: RoundTable) -> list[Seat]:
    """Return the parties that are awaited; nobody at a table that is closed or at which the engine works."""
    if not table.is_open:
        return []
    waiting = clock_of(table).parties.filter(done_at=None).select_related("seat")
    return [each.seat for each in waiting]


def text_of(given: str, longest: int = 5000) -> str:
    """Return what somebody wrote, without space around it; RefusedError when it is nothing, or too long."""
    text = given.replace("\r\n", "\n").strip()
    if not text:
        raise RefusedError("no_text")
    if len(text) > longest:
        raise RefusedError("too_long")
    return text
