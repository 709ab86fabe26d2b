"""After signing: a deal that is better for all, if there is one; the signed deal is the floor and stays otherwise.

Each party asks for it. Once all have, the engine works once, in the background, from the answers that are still
there, and proposes at most one package: one better for each party by what it stated, by a margin in proportion to what
may be off in that. Each says in secret whether it is better, the same or worse than what was signed. Only where nobody
says worse, and somebody better, a new version of the agreement begins, to be signed anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from typing import Final, get_args

from django.db import transaction
from django.utils import timezone

from leopold.errors import LeopoldError
from leopold.faults import Fault
from leopold.settlement.account import Account
from leopold.settlement.elicitation import Package
from leopold.settlement.improvement import Reply, improvement
from leopold_web.inbox import jobs
from leopold_web.round_tables import engine, gate, letters, sealing, stating
from leopold_web.round_tables.actions.acceptance import agree_on
from leopold_web.round_tables.actions.checking import answered
from leopold_web.round_tables.actions.machine import acting, clock_of, enter, hold
from leopold_web.round_tables.actions.proposals import WorkFailedError, domain_of
from leopold_web.round_tables.models import (
    Agreement,
    AgreementPoint,
    Improvement,
    ImprovementReply,
    PrivateAnswers,
    Round,
    RoundTable,
    Seat,
)
from leopold_web.round_tables.pace import Pace, paced
from leopold_web.round_tables.refusals import RefusedError

Stage = RoundTable.Stage
State = Improvement.State
MOST: Final = 3
"""How many searches a table may have: each proposal tells something of what the parties want."""
KIND: Final = "improvement"


def ask(seat: Seat, now: datetime) -> Improvement:
    """Ask for a search for a better deal; when all parties have asked, it is done in the background, once."""
    with acting(seat, now, Stage.FOLLOW_UP) as table:
        parties, made = engine.parties_of(table), table.improvements.last()
        if PrivateAnswers.objects.filter(seat__in=parties).count() < len(parties):
            raise RefusedError("erased")
        if made is not None and made.state in (State.WORKING, State.PROPOSED):
            raise RefusedError("being_worked_out")
        if made is None or made.state != State.ASKED:
            number = table.improvements.count() + 1
            if number > MOST:
                raise RefusedError("no_more_searches")
            made = Improvement.objects.create(table=table, number=number, base=signed(table), asked_at=now)
        made.asked_by.add(seat)
        if not {party.pk for party in parties} <= {each.pk for each in made.asked_by.all()}:
            _tell(table, f"{made.number}:asked", now, but=seat)
            return made
        made.state = State.WORKING
        made.save()
        jobs.request(f"improvement:{made.pk}", "improvement", made.pk)
    return made


def run(held: jobs.Hold, pk: int) -> None:
    """Search for a better deal, as a job."""
    work_out(pk, timezone.now(), held.renew, paced)


def work_out(
    pk: int, now: datetime, renew: Callable[[], None] = lambda: None, pace: Pace = contextlib.nullcontext
) -> None:
    """Search for a better deal from the answers of all, and keep what is proposed; done before, it changes nothing."""
    made = Improvement.objects.select_related("table", "base").get(pk=pk)
    if made.state != State.WORKING or made.table.sealed_key is None:
        return
    with pace():
        found = _find(made)
    with transaction.atomic():
        renew()
        table = hold(made.table_id)
        made.refresh_from_db()
        if made.state != State.WORKING or not table.is_open or table.stage != Stage.FOLLOW_UP:
            return
        made.package, made.state = list(found or ()), State.PROPOSED if found else State.NONE
        made.save()
        if found:
            _tell(table, f"{made.number}:proposed", now)


def give_up(pk: int, _fault: Fault) -> None:
    """Let all ask again after a search failed for good."""
    Improvement.objects.filter(pk=pk, state=State.WORKING).delete()


def reply(seat: Seat, number: int, said: str, now: datetime) -> None:
    """Say in secret whether what search `number` proposes is "better", "same" or "worse"; a later reply counts.

    When all have said, the replies are deleted then and there. Where nobody said worse, and somebody better, a new
    version of the agreement begins; else the deal stays as signed, and nobody learns who wanted what.
    """
    with acting(seat, now, Stage.FOLLOW_UP) as table:
        made = table.improvements.filter(number=number, state=State.PROPOSED).select_related("base").first()
        if made is None or said not in get_args(Reply):
            raise RefusedError("other_question")
        ImprovementReply.objects.update_or_create(
            improvement=made, seat=seat, defaults={"sealed": sealing.seal(seat, KIND, said)}
        )
        if made.replies.count() == len(engine.parties_of(table)):
            _reveal(table, made, now)


def drop(seat: Seat, now: datetime) -> None:
    """Leave it at the deal that is signed, while a newer version is not yet signed by all."""
    with acting(seat, now, Stage.AGREEMENT, Stage.PROTOCOL) as table:
        if not fall_back(table, now):
            raise RefusedError("other_stage")


def fall_back(table: RoundTable, now: datetime) -> bool:
    """Drop a version that is not signed where an earlier one is, and go on with that one; return whether it was so."""
    last = table.agreements.last()
    if last is None or last.signed_at is not None or not table.agreements.filter(signed_at__isnull=False).exists():
        return False
    last.delete()
    table.improvements.filter(state=State.ACCEPTED, base=signed(table)).update(state=State.REFUSED)
    enter(table, Stage.FOLLOW_UP, now)
    return True


def signed(table: RoundTable) -> Agreement:
    """Return the newest version that all have signed; RefusedError where there is none."""
    found = table.agreements.filter(signed_at__isnull=False).last()
    if found is None:
        raise RefusedError("other_stage")
    return found


def own_reply(seat: Seat) -> str:
    """Return what who sits at `seat` said of the proposal at hand, "" before they have, or once all have."""
    kept = ImprovementReply.objects.filter(seat=seat, improvement__table=seat.table_id).last()
    if kept is None or seat.table.sealed_key is None:
        return ""
    return str(sealing.open_sealed(seat, KIND, bytes(kept.sealed)))


def account(seat: Seat) -> Account | None:
    """Return what the proposal at hand is worth to the party at `seat`, from its own answers and nothing else."""
    made = seat.table.improvements.last()
    answers = gate.own_answers(seat)
    if made is None or made.state != State.PROPOSED or not answers:
        return None
    return engine.account_of(seat.table, domain_of(_round(seat.table)), answers, made.package)


def in_words(made: Improvement | None) -> list[tuple[str, str]]:
    """Return what is proposed, and while it is, as (issue, option) in words."""
    if made is None or made.state != State.PROPOSED:
        return []
    issues = {issue.pk: issue.name for issue in made.table.issues.all()}
    texts = {option.pk: option.text for issue in made.table.issues.all() for option in issue.options.all()}
    domain = domain_of(_round(made.table))
    named = zip(domain, stating.options_of(domain, made.package), strict=True)
    return [(issues[issue], texts[option]) for (issue, _), option in named]


def _find(made: Improvement) -> Package | None:
    table, domain = made.table, domain_of(_round(made.table))
    package = stating.package_of_agreement(made.base, domain)
    rows = PrivateAnswers.objects.filter(seat__table=table, seat__role=Seat.Role.PARTY)
    seats = [row.seat for row in rows.select_related("seat__table").order_by("seat__number")]
    refused = table.improvements.filter(state=State.REFUSED).exclude(package=[])
    try:
        found = [stating.estimate_of(table, domain, gate.own_answers(seat), answered(seat)) for seat in seats]
        estimates = [each for each in found if each is not None]
        if package is None or len(estimates) < len(engine.parties_of(table)):
            return None
        scenario = engine.scenario_of(table, domain, {seat.code: gate.own_answers(seat) for seat in seats})
        known = [tuple(each.package) for each in refused]
        return improvement(scenario.issues, estimates, package, scenario.exclusions, known)
    except (LeopoldError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise WorkFailedError(type(error).__name__) from None


def _round(table: RoundTable) -> Round:
    found = table.rounds.filter(state=Round.State.ACCEPTED).last()
    if found is None:
        raise RefusedError("other_stage")
    return found


def _reveal(table: RoundTable, made: Improvement, now: datetime) -> None:
    kept = list(made.replies.select_related("seat__table").order_by("seat__number"))
    said = {str(sealing.open_sealed(row.seat, KIND, bytes(row.sealed))) for row in kept}
    made.replies.all().delete()
    better = "worse" not in said and "better" in said
    made.state = State.ACCEPTED if better else State.REFUSED
    made.save()
    if not better:
        return
    new = agree_on(table, made.package, domain_of(_round(table)), now)
    before = {(point.issue, point.choice): point for point in made.base.points.all()}
    for point in new.points.all():
        old = before.get((point.issue, point.choice))
        if old is not None:
            AgreementPoint.objects.filter(pk=point.pk).update(owner=old.owner, due=old.due, text=old.text)
    table.round += 1
    enter(table, Stage.AGREEMENT, now)


def _tell(table: RoundTable, key: str, now: datetime, but: Seat | None = None) -> None:
    deadline = clock_of(table).deadline
    for seat in engine.parties_of(table):
        if but is None or seat.pk != but.pk:
            seat.table = table
            letters.send("table_turn", seat, now, f"improvement:{key}", stage=table.stage, deadline=deadline)
