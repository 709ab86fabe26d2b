"""What time does at the tables: reminders, deadlines, silence, erasing."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from leopold_web.round_tables import letters
from leopold_web.round_tables.actions import erasing, expectations, facts, improving, issues, machine, proposals
from leopold_web.round_tables.models import RefusedLink, Round, RoundTable, SeatClock, StageClock

log = logging.getLogger(__name__)

Stage = RoundTable.Stage
ONWARD: Final = {Stage.FACTS: facts.leave, Stage.EXPECTATIONS: expectations.leave, Stage.PROPOSALS: proposals.leave}
"""Stages that the table leaves at their deadline, whoever is late."""
KEPT: Final = timedelta(days=90)
"""How long refused links stay in the log."""


def tick(now: datetime) -> None:
    """Do all that time does at the tables of this desk; a fault at one table stops no other."""
    waiting = StageClock.objects.filter(ended_at=None, table__closed_at=None, deadline__lte=now + machine.EARLY)
    for pk in list(waiting.values_list("table", flat=True)):
        try:
            turn(pk, now)
        except Exception:
            log.exception("time stands still at round table %d", pk)
    for pk in erasing.due(now):
        erasing.erase(pk, now)
    RefusedLink.objects.filter(at__lt=now - KEPT).delete()


def turn(pk: int, now: datetime) -> None:
    """Do what time does at one table: remind who is late, and after the deadline go on or end."""
    with transaction.atomic():
        table = machine.hold(pk)
        if not table.is_open or table.rounds.filter(state=Round.State.WORKING).exists():
            return
        clock = machine.clock_of(table)
        if now < clock.deadline:
            _remind(table, clock, 1, now)
        elif now < machine.end_of(clock):
            _remind(table, clock, 2, now)
        elif table.stage in ONWARD:
            ONWARD[Stage(table.stage)](table, now)
        elif table.stage == Stage.FOLLOW_UP:
            machine.close(table, RoundTable.Ending.SIGNED, now)
        elif table.stage == Stage.ISSUES:
            issues.leave(table, now, silent=True)
        elif not improving.fall_back(table, now):
            machine.close(table, RoundTable.Ending.SILENCE, now)


def _remind(table: RoundTable, clock: StageClock, number: int, now: datetime) -> None:
    """Send the reminder `number` of this stage to every party that is not done and has not got it."""
    if now < clock.deadline - machine.EARLY:
        return
    for each in clock.parties.select_related("seat").filter(done_at=None, reminders__lt=number):
        each.seat.table = table
        key = f"{clock.round}:{clock.stage}:{number}:{clock.deadline.isoformat()}"
        letters.send("table_reminder", each.seat, now, key, stage=clock.stage, deadline=clock.deadline)
        SeatClock.objects.filter(pk=each.pk).update(reminders=number)
