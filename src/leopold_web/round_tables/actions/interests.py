"""Fourth stage: what each party wants, in private; when all have locked it, the engine works once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leopold.faults import Fault
from leopold_web.inbox import jobs
from leopold_web.round_tables import engine, gate, sealing
from leopold_web.round_tables.actions import checking, money
from leopold_web.round_tables.actions.machine import acting, clock_of, hold, is_done, mark_done, reopen
from leopold_web.round_tables.models import CheckAnswers, PrivateAnswers, Round, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import storable

Stage = RoundTable.Stage


def save(seat: Seat, answers: Mapping[str, Any], now: datetime) -> None:
    """Keep a party's private answers, sealed, in the place of earlier ones; they may still be incomplete.

    What `engine.check` asks for must be there when they are locked; whatever else a page needs may stand beside it.
    """
    engine.check_kept(answers)
    with acting(seat, now, Stage.INTERESTS):
        if is_done(seat):
            raise RefusedError("answers_locked")
        sealed = sealing.seal(seat, "answers", storable(dict(answers)))
        PrivateAnswers.objects.update_or_create(seat=seat, defaults={"sealed": sealed})
        checking.begin(seat)


def lock(seat: Seat, now: datetime) -> None:
    """Lock one's answers for this round; when all have, the proposals are worked out in the background, once.

    RefusedError where a sum is all that is in dispute: it is settled by `actions.money`.
    """
    with acting(seat, now, Stage.INTERESTS) as table:
        if money.sum_of(table):
            raise RefusedError("sum_alone")
        domain = engine.domain_of(table)
        engine.check(domain, gate.own_answers(seat))
        if mark_done(seat, now) and not _working(table):
            made = Round.objects.create(
                table=table, number=table.round, domain=[list(row) for row in domain], locked_at=now
            )
            jobs.request(f"round:{made.pk}", "round", made.pk)


def unlock(seat: Seat, now: datetime) -> None:
    """Open one's answers again, as long as somebody else has not locked theirs."""
    with acting(seat, now, Stage.INTERESTS) as table:
        if _working(table):
            raise RefusedError("being_worked_out")
        clock_of(table).parties.filter(seat=seat).update(done_at=None)


def take_back(seat: Seat, now: datetime) -> None:
    """Erase one's own private answers while the stage lasts; they are then awaited again."""
    with acting(seat, now, Stage.INTERESTS) as table:
        if _working(table):
            raise RefusedError("being_worked_out")
        PrivateAnswers.objects.filter(seat=seat).delete()
        CheckAnswers.objects.filter(seat=seat).delete()
        clock_of(table).parties.filter(seat=seat).update(done_at=None)


def give_up(pk: int, _fault: Fault) -> None:
    """Let all lock again after the work on a round failed for good."""
    made = Round.objects.filter(pk=pk, state=Round.State.WORKING).first()
    if made is not None:
        table = hold(made.table_id)
        made.delete()
        reopen(table)


def _working(table: RoundTable) -> bool:
    return table.rounds.filter(number=table.round, state=Round.State.WORKING).exists()
