"""Fifth stage: what the engine proposes, and what it is worth to each party in its own eyes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leopold.errors import LeopoldError
from leopold.settlement import proposals as proposing
from leopold.settlement.account import Account
from leopold.settlement.model import Scenario
from leopold_web.inbox import jobs
from leopold_web.round_tables import engine, gate
from leopold_web.round_tables.actions.machine import acting, enter, hold, mark_done, next_round
from leopold_web.round_tables.models import PrivateAnswers, Proposal, Round, RoundTable, Seat
from leopold_web.round_tables.pace import Pace, paced
from leopold_web.round_tables.refusals import RefusedError

Stage = RoundTable.Stage


def run_round(held: jobs.Hold, pk: int) -> None:
    """Work a round out, as a job."""
    work_out(pk, timezone.now(), held.renew, paced)


def work_out(
    pk: int, now: datetime, renew: Callable[[], None] = lambda: None, pace: Pace = contextlib.nullcontext
) -> None:
    """Work a round out from the locked answers and keep its proposals; done before, or no more awaited, change nothing.

    This and `acceptance` are the only places where the private answers of several parties are read.
    """
    made = Round.objects.select_related("table").get(pk=pk)
    if made.state != Round.State.WORKING or made.table.sealed_key is None:
        return
    with pace():
        found = _propose(made)
    with transaction.atomic():
        renew()
        table = hold(made.table_id)
        made.refresh_from_db()
        if made.state != Round.State.WORKING or not table.is_open:
            return
        made.state = Round.State.PROPOSED if found else Round.State.IMPOSSIBLE
        made.save()
        Proposal.objects.bulk_create(
            Proposal(
                round=made,
                number=number,
                package=list(each.package),
                labels=list(each.labels),
                proven=each.proven,
                repeated=each.repeated,
            )
            for number, each in enumerate(found, 1)
        )
        if found:
            enter(table, Stage.PROPOSALS, now)
        else:
            next_round(table, now)


def done(seat: Seat, now: datetime) -> None:
    """Say that one has read the proposals; when all have, the table goes on to answers in secret."""
    with acting(seat, now, Stage.PROPOSALS) as table:
        if mark_done(seat, now):
            leave(table, now)


def leave(table: RoundTable, now: datetime) -> None:
    """Go on to acceptance."""
    enter(table, Stage.ACCEPTANCE, now)


def current_round(table: RoundTable) -> Round | None:
    """Return the last round that made proposals, None before there is any."""
    return table.rounds.exclude(state__in=[Round.State.WORKING, Round.State.IMPOSSIBLE]).last()


def account(seat: Seat, proposal: Proposal) -> Account | None:
    """Return what a proposal is worth to the party at `seat`, worked out now from its own answers and nothing else.

    None where there are no answers: they are erased, or the seat is no party's.
    """
    if proposal.round.table_id != seat.table_id:
        raise RefusedError("not_yours")
    answers = gate.own_answers(seat)
    if not answers:
        return None
    return engine.account_of(seat.table, domain_of(proposal.round), answers, proposal.package)


def domain_of(made: Round) -> engine.Domain:
    """Return the issues and options of a round, as they were when it was locked."""
    return [(issue, list(options)) for issue, options in made.domain]  # type: ignore[misc, call-overload]


class WorkFailedError(Exception):
    """The engine failed; by what kind of fault, and nothing of what it worked on: this is logged and kept."""


def _propose(made: Round) -> tuple[proposing.Proposal, ...]:
    earlier = Proposal.objects.filter(round__table=made.table_id).order_by("round__number", "number")
    try:
        return proposing.propose(_scenario(made), list(earlier.values_list("package", flat=True)))
    except (LeopoldError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise WorkFailedError(type(error).__name__) from None


def _scenario(made: Round) -> Scenario:
    kept = PrivateAnswers.objects.filter(seat__table=made.table_id, seat__role=Seat.Role.PARTY)
    answers = {
        row.seat.code: gate.own_answers(row.seat) for row in kept.select_related("seat").order_by("seat__number")
    }
    return engine.scenario_of(made.table, domain_of(made), answers)
