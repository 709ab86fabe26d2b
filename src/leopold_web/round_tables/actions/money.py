"""Money alone: where one sum is all that is in dispute, each side accepts sums of a visible grid in secret.

In place of private interests, proposals and acceptance. Rounds of at most the table's number: when both have locked
what they accept, there is a deal if and only if some sum is accepted by both (`leopold.settlement.money`). Otherwise
both learn only "no". What was accepted is deleted then and there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from leopold.errors import SettlementError
from leopold.settlement.money import Grid, MoneyTalks
from leopold_web.round_tables import engine, gate, sealing
from leopold_web.round_tables.actions.acceptance import agree_on
from leopold_web.round_tables.actions.machine import acting, enter, is_done, mark_done, next_round
from leopold_web.round_tables.models import PrivateAnswers, Round, RoundTable, Seat, TableIssue, TableOption
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.round_tables.wishes import plain

Stage = RoundTable.Stage
KIND = "money"


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum in dispute: its issue, the grid that all see, who would pay and who would receive."""

    issue: TableIssue
    grid: Grid
    payer: Seat
    receiver: Seat


def sum_of(table: RoundTable) -> Sum | None:
    """Return the sum in dispute; None unless it is all that two parties have to settle."""
    domain, parties = engine.domain_of(table), engine.parties_of(table)
    issue = TableIssue.objects.filter(pk=domain[0][0]).first() if len(domain) == 1 else None
    payer = next((seat for seat in parties if issue and seat.pk == issue.payer_id), None)
    if issue is None or payer is None or len(parties) != 2:
        return None
    receiver = next(seat for seat in parties if seat.pk != payer.pk)
    return Sum(issue, grid_of(issue.least, issue.most, issue.step, issue.unit), payer, receiver)


def grid_of(least: Decimal | None, most: Decimal | None, step: Decimal | None, unit: str) -> Grid:
    """Return the grid of a range of money; RefusedError where it is none."""
    if least is None or most is None or step is None:
        raise RefusedError("bad_sum")
    try:
        return Grid(least, most, step, unit)
    except SettlementError as error:
        raise RefusedError("bad_sum") from error


def lock(seat: Seat, limit: Decimal | None, now: datetime) -> None:
    """Accept in secret all sums up to `limit`, as the payer, or from it, as the receiver; None is none of them.

    Locked for this round. When both have locked, the round is played.
    """
    with acting(seat, now, Stage.INTERESTS) as table:
        found = sum_of(table)
        if found is None:
            raise RefusedError("other_stage")
        if is_done(seat):
            raise RefusedError("answers_locked")
        try:
            kept = None if limit is None else found.grid.number(limit)
        except SettlementError as error:
            raise RefusedError("unknown_option") from error
        sealed = sealing.seal(seat, "answers", {KIND: {"limit": kept}})
        PrivateAnswers.objects.update_or_create(seat=seat, defaults={"sealed": sealed})
        if mark_done(seat, now):
            _play(table, found, now)


def own_limit(seat: Seat, found: Sum) -> str:
    """Return what who sits at `seat` accepts, as the page names it: an amount, "none", or "" before they have said."""
    said = gate.own_answers(seat).get(KIND)
    if said is None:
        return ""
    return "none" if said["limit"] is None else plain(found.grid.amount(said["limit"]))


def amounts(found: Sum) -> list[tuple[str, str]]:
    """Return the grid as the page shows it: [(value, words), ...], ascending."""
    texts = TableOption.objects.filter(issue=found.issue).order_by("amount").values_list("amount", "text")
    return [(plain(amount), text) for amount, text in texts if amount is not None]


def _play(table: RoundTable, found: Sum, now: datetime) -> None:
    """Play a round, once both have locked; only a deal tells anything but no."""
    grid = found.grid
    limits = [gate.own_answers(seat)[KIND]["limit"] for seat in (found.payer, found.receiver)]
    payer, receiver = (None if limit is None else grid.amount(limit) for limit in limits)
    talks = MoneyTalks(grid, table.pk, table.round_limit, played=table.round - 1)
    after = talks.play(grid.accept("payer", payer), grid.accept("receiver", receiver))
    PrivateAnswers.objects.filter(seat__table=table).delete()
    domain = engine.domain_of(table)
    state = Round.State.REFUSED if after.agreed is None else Round.State.ACCEPTED
    Round.objects.create(
        table=table, number=table.round, state=state, domain=[list(row) for row in domain], locked_at=now
    )
    if after.agreed is None:
        next_round(table, now)
        return
    agreed = TableOption.objects.get(issue=found.issue, amount=after.agreed)
    agree_on(table, [domain[0][1].index(agreed.pk)], domain, now)
    enter(table, Stage.AGREEMENT, now)
