"""Sixth stage: which proposals each party would sign, in secret; only what all would sign comes to light."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from leopold_web.round_tables import engine, sealing
from leopold_web.round_tables.actions.machine import acting, enter, mark_done, next_round
from leopold_web.round_tables.actions.proposals import current_round, domain_of
from leopold_web.round_tables.models import (
    Acceptance,
    Agreement,
    AgreementPoint,
    Round,
    RoundTable,
    Seat,
    TableIssue,
    TableOption,
)
from leopold_web.round_tables.refusals import RefusedError

Stage = RoundTable.Stage


def answer(seat: Seat, accepted: Collection[int], now: datetime) -> None:
    """Say in secret which proposals, by number, one would sign, none or several; a later answer counts.

    When all have answered, what all accept becomes the agreement; where nothing is, the next round begins, or the
    table ends. Of several the middle one is taken, the earlier of two: a rule that favours nobody. The answers are
    deleted then and there, so that nobody can ever learn who refused.
    """
    with acting(seat, now, Stage.ACCEPTANCE) as table:
        made = current_round(table)
        if made is None or not set(accepted) <= {proposal.number for proposal in made.proposals.all()}:
            raise RefusedError("unknown_option")
        sealed = sealing.seal(seat, "acceptance", sorted(set(accepted)))
        Acceptance.objects.update_or_create(round=made, seat=seat, defaults={"sealed": sealed})
        if mark_done(seat, now):
            _reveal(table, made, now)


def own_answer(seat: Seat) -> list[int] | None:
    """Return which proposals who sits at `seat` said they would sign, None before they have, or once all have."""
    made = current_round(seat.table)
    kept = Acceptance.objects.filter(round=made, seat=seat).first()
    if kept is None or seat.table.sealed_key is None:
        return None
    found: list[int] = sealing.open_sealed(seat, "acceptance", bytes(kept.sealed))
    return found


def _reveal(table: RoundTable, made: Round, now: datetime) -> None:
    kept = list(made.acceptances.select_related("seat__table").order_by("seat__number"))
    common = set.intersection(*({*sealing.open_sealed(row.seat, "acceptance", bytes(row.sealed))} for row in kept))
    made.acceptances.all().delete()
    made.state = Round.State.ACCEPTED if common else Round.State.REFUSED
    made.save()
    if not common:
        next_round(table, now)
        return
    chosen = sorted(common)[(len(common) - 1) // 2]
    agree_on(table, made.proposals.get(number=chosen).package, domain_of(made), now)
    enter(table, Stage.AGREEMENT, now)


def agree_on(table: RoundTable, package: Sequence[int], domain: engine.Domain, now: datetime) -> Agreement:
    """Make a package the newest version of the agreement, owners and days still to be set."""
    version = table.agreements.count() + 1
    agreement = Agreement.objects.create(table=table, version=version, accepted_at=now)
    issues = {issue.pk: issue for issue in TableIssue.objects.filter(table=table)}
    options = {option.pk: option for option in TableOption.objects.filter(issue__table=table)}
    AgreementPoint.objects.bulk_create(
        AgreementPoint(
            agreement=agreement, number=number, issue=issues[issue].name, choice=options[choices[place]].text
        )
        for number, ((issue, choices), place) in enumerate(zip(domain, package, strict=True), 1)
    )
    return agreement
