"""What the pages of a table show: what is said openly, and of what is private that of one seat alone."""

from __future__ import annotations

from typing import Any

from leopold_web.round_tables import engine, gate
from leopold_web.round_tables.actions import (
    acceptance,
    checking,
    drafting,
    facts,
    improving,
    machine,
    proposals,
    recurring,
)
from leopold_web.round_tables.models import RoundTable, Seat, SeatChange
from leopold_web.wording import language


def of_seat(seat: Seat) -> dict[str, Any]:
    """Return all that whoever sits at `seat` sees."""
    table = seat.table
    private: dict[str, Any] = {}
    if seat.is_party:
        accounts = [proposals.account(seat, each) for each in _proposals(table)]
        private = {
            "answers": gate.own_answers(seat),
            "accepted": acceptance.own_answer(seat),
            "accounts": [found.said(language()) if found else () for found in accounts],
            "follow_up": table.follow_ups.filter(seat=seat).first(),
            "check": checking.shown(seat),
            "drafts": drafting.drafts(seat),
            "improvement_reply": improving.own_reply(seat),
            "improvement_account": better.said(language()) if (better := improving.account(seat)) else (),
        }
    return of_table(table, seat) | private | {"seat": seat}


def of_table(table: RoundTable, seat: Seat | None = None) -> dict[str, Any]:
    """Return what is said openly at a table, to who sits at `seat`, or to a member of the desk without one."""
    parties = {each.pk for each in engine.parties_of(table)}
    issues = [
        {
            "issue": issue,
            "counts": engine.counts(issue, parties),
            "options": [(option, engine.counts(option, parties)) for option in issue.options.all()],
            "remarks": gate.remarks_for(seat, issue),
        }
        for issue in table.issues.prefetch_related("confirmed_by", "options__confirmed_by")
    ]
    return {
        "table": table,
        "seats": list(table.seats.all()),
        "clock": machine.clock_of(table),
        "parties": list(machine.clock_of(table).parties.select_related("seat")),
        "turn": machine.whose_turn(table),
        "facts": [
            {"fact": fact, "agreed": facts.is_agreed(fact, parties)}
            for fact in table.facts.select_related("seat").prefetch_related("answers__seat", "exhibits")
        ],
        "exhibits": list(table.exhibits.select_related("seat")),
        "expectations": list(table.expectations.select_related("seat", "of")),
        "issues": issues,
        "option_links": list(table.option_links.select_related("first", "second")),
        "proposals": [in_words(table, each) for each in _proposals(table)],
        "agreement": table.agreements.last(),
        "signed": table.agreements.filter(signed_at__isnull=False).last(),
        "improvement": table.improvements.last(),
        "improved": improving.in_words(table.improvements.last()),
        "wishes": list(machine.clock_of(table).wishes.select_related("seat")),
        "changes": list(SeatChange.objects.filter(seat__table=table).select_related("seat")),
        "earlier": recurring.recalled_by(table) if seat is None or seat.user_id else [],
    }


def in_words(table: RoundTable, proposal: Any) -> dict[str, Any]:
    """Return a proposal with the names of its issues and what it chooses of each."""
    options = {option.pk: option for issue in table.issues.all() for option in issue.options.all()}
    domain = proposals.domain_of(proposal.round)
    chosen = [options[choices[place]] for (_issue, choices), place in zip(domain, proposal.package, strict=True)]
    return {"proposal": proposal, "options": chosen}


def _proposals(table: RoundTable) -> list[Any]:
    made = proposals.current_round(table)
    return list(made.proposals.select_related("round")) if made else []
