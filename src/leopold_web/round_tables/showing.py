"""What the pages of a table show: what is said openly, and of what is private that of one seat alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from leopold import words_proposals
from leopold_web.accounts.models import User
from leopold_web.commitments import checking as commitments
from leopold_web.round_tables import engine, gate, ledgers, letters, loosening, signing, wishes
from leopold_web.round_tables.actions import (
    acceptance,
    checking,
    drafting,
    facts,
    improving,
    machine,
    money,
    proposals,
    recurring,
)
from leopold_web.round_tables.models import Proposal, Round, RoundTable, Seat, SeatChange, SeatPhrase, SigningCode
from leopold_web.wording import language

Stage = RoundTable.Stage
LETTERS_OFFERED: Final = 60
"""The latest letters of a relationship that can be shown as exhibits."""
TALK: Final = (Stage.ISSUES, Stage.INTERESTS, Stage.PROPOSALS, Stage.ACCEPTANCE, Stage.AGREEMENT)
SHOWING: Final = facts.SHOWING


def of_seat(seat: Seat) -> dict[str, Any]:
    """Return all that whoever sits at `seat` sees."""
    table = seat.table
    private: dict[str, Any] = {}
    if seat.is_party:
        answers = gate.own_answers(seat)
        offered = _proposals(table)
        accounts = [proposals.account(seat, each) for each in offered]
        private = {
            "answers": {} if money.KIND in answers else answers,
            "accepted": acceptance.own_answer(seat),
            "accounts": [found.said(language()) if found else () for found in accounts],
            "worths": [round(found.worth * 100) if found else None for found in accounts],
            "own_line": round(float(answers.get("line", 0))),
            "code_sent": SigningCode.objects.filter(seat=seat).values_list("sent_at", flat=True).last(),
            "by_code": letters.are_sent(),
            "phrase": SeatPhrase.objects.filter(seat=seat).first(),
            "follow_up": table.follow_ups.filter(seat=seat).first(),
        }
        better = improving.account(seat)
        private |= {
            "check": checking.shown(seat),
            "drafts": drafting.drafts(seat),
            "improvement_reply": improving.own_reply(seat),
            "improvement_account": better.said(language()) if better else (),
            "improvement_worth": round(better.worth * 100) if better else None,
        }
        if table.stage == Stage.INTERESTS or private["answers"]:
            private["own"] = wishes.shown(table, private["answers"])
            private["bars"] = loosening.own_bars(table, private["answers"])
        if table.stage == Stage.INTERESTS and (found_sum := money.sum_of(table)):
            private |= {"amounts": money.amounts(found_sum), "own_limit": money.own_limit(seat, found_sum)}
    found = of_table(table, seat) | private | {"seat": seat} | _may(seat)
    for place, offer in enumerate(found["proposals"]):
        offer["account"] = private["accounts"][place] if private else ()
        offer["worth"] = private["worths"][place] if private else None
    return found


def of_table(table: RoundTable, seat: Seat | None = None) -> dict[str, Any]:
    """Return what is said openly at a table, to who sits at `seat`, or to a member of the desk without one."""
    parties = {each.pk for each in engine.parties_of(table)}
    clock = machine.clock_of(table)
    made = proposals.current_round(table)
    agreement = table.agreements.last()
    return {
        "table": table,
        "seats": list(table.seats.all()),
        "clock": clock,
        "parties": list(clock.parties.select_related("seat")),
        "turn": machine.whose_turn(table),
        "stages": stages_of(table),
        "working": table.rounds.filter(state=Round.State.WORKING).exists(),
        "facts": [
            {"fact": fact, "agreed": facts.is_agreed(fact, parties), "own": _own(seat, fact.answers.all())}
            for fact in table.facts.select_related("seat").prefetch_related("answers__seat", "exhibits__seat")
        ],
        "exhibits": list(table.exhibits.select_related("seat", "fact")),
        "expectations": expectations_of(table),
        "issues": issues_of(table, parties, seat),
        "option_links": [_row(link, parties, seat) for link in table.option_links.select_related(*_BOTH)],
        "round": made,
        "sum": money.sum_of(table),
        "impossible": table.rounds.filter(state=Round.State.IMPOSSIBLE, number=table.round - 1).exists(),
        "refused_round": table.rounds.filter(state=Round.State.REFUSED, number=table.round - 1).exists(),
        "proposals": [in_words(table, each) for each in _proposals(table)],
        "agreement": agreement,
        "points": list(agreement.points.select_related("owner")) if agreement else [],
        "signatures": [
            {"by": each.seat_id, "name": each.typed_name, "at": each.at, "how": signing.how(each, each.sent_to)}
            for each in agreement.signatures.all()
        ]
        if agreement
        else [],
        "parts": parts_of(table),
    } | later_of(table, seat)


def later_of(table: RoundTable, seat: Seat | None) -> dict[str, Any]:
    """Return what may come beside the stages: a better deal, more time, a changed address, what was said afterwards."""
    search = table.improvements.last()
    return {
        "signed": table.agreements.filter(signed_at__isnull=False).last(),
        "improvement": search,
        "improved": improving.in_words(search),
        "more_time": list(machine.clock_of(table).wishes.select_related("seat")),
        "changes": list(SeatChange.objects.filter(seat__table=table).select_related("seat")),
        "afterwards": [] if table.is_open else list(table.follow_ups.select_related("seat")),
        "earlier": recurring.recalled_by(table) if seat is None or seat.user_id else [],
        "their_dates": _their_dates(table) if seat is None or seat.user_id else "",
    }


def _their_dates(table: RoundTable) -> str:
    """Return what the other side's dates were worth before, for our people alone; "" where nothing is known."""
    found = commitments.before_signing(table)
    return found.said(language()) if found else ""


def list_of(tables: Iterable[RoundTable], user: User) -> list[dict[str, Any]]:
    """Return tables as the list shows them: who sits, until when, whose turn it is, and the seat of `user` if any."""
    found = []
    for table in tables:
        turn = machine.whose_turn(table)
        seats = list(table.seats.all())
        found.append(
            {
                "table": table,
                "clock": machine.clock_of(table),
                "turn": turn,
                "names": [seat.name for seat in seats if seat.is_party],
                "own": next((seat for seat in seats if seat.user_id == user.pk), None),
                "mine": any(seat.user_id == user.pk for seat in turn),
            }
        )
    return found


def links_of(table: RoundTable) -> list[dict[str, Any]]:
    """Return the seats with what became of the last link to each: none, waiting, taken or revoked."""
    rows = []
    for seat in table.seats.select_related("user").prefetch_related("invitations"):
        links = list(seat.invitations.all())
        state = "none"
        if seat.user_id is not None:
            state = "own"
        elif any(link.bound_at and not link.revoked_at for link in links):
            state = "taken"
        elif links:
            state = "revoked" if links[0].revoked_at else "waiting"
        rows.append({"seat": seat, "state": state, "last": links[0] if links else None})
    return rows


_BOTH: Final = ("first__issue", "second__issue", "added_by")


def stages_of(table: RoundTable) -> list[dict[str, Any]]:
    """Return the stages in their order, each past, now or ahead; all are past at a closed table."""
    order = list(Stage)
    here = order.index(Stage(table.stage))
    return [
        {
            "stage": stage.value,
            "label": stage.label,
            "state": "now" if place == here and table.is_open else "past" if place <= here else "ahead",
        }
        for place, stage in enumerate(order)
    ]


def parts_of(table: RoundTable) -> list[dict[str, Any]]:
    """Return what was said before the present stage: the stages that have a record of their own."""
    order = list(Stage)
    here = order.index(Stage(table.stage)) + (0 if table.is_open else 1)
    kept = [stage for stage in order[:here] if stage not in (Stage.INTERESTS, Stage.ACCEPTANCE, Stage.FOLLOW_UP)]
    if table.is_open and table.stage == Stage.INTERESTS and table.round > 1:
        kept.append(Stage.PROPOSALS)
    if Stage.PROPOSALS in kept and not Proposal.objects.filter(round__table=table).exists():
        kept.remove(Stage.PROPOSALS)
    return [{"stage": stage.value, "label": stage.label} for stage in kept]


def issues_of(table: RoundTable, parties: set[int], seat: Seat | None) -> list[dict[str, Any]]:
    """Return the issues with their options and discussion, who confirmed what, and whether `seat` did."""
    known = table.issues.select_related("added_by").prefetch_related("confirmed_by", "options__confirmed_by")
    return [
        _row(issue, parties, seat)
        | {
            "issue": issue,
            "ends": {name: wishes.plain(getattr(issue, name)) for name in ("least", "most", "step")}
            if issue.is_range
            else None,
            "options": [_row(option, parties, seat) for option in issue.options.all()],
            "remarks": gate.remarks_for(seat, issue),
        }
        for issue in known
    ]


def expectations_of(table: RoundTable) -> list[dict[str, Any]]:
    """Return what each party expected, a column for each."""
    rows = list(table.expectations.select_related("seat", "of"))
    return [
        {"seat": party, "rows": [row for row in rows if row.seat_id == party.pk]} for party in engine.parties_of(table)
    ]


def in_words(table: RoundTable, proposal: Proposal) -> dict[str, Any]:
    """Return a proposal with the names of its issues and what it chooses of each, and what it is chosen for."""
    options = {option.pk: option for issue in table.issues.all() for option in issue.options.all()}
    domain = proposals.domain_of(proposal.round)
    chosen = [options[choices[place]] for (_issue, choices), place in zip(domain, proposal.package, strict=True)]
    labels = words_proposals.LABELS[language()]
    return {
        "proposal": proposal,
        "options": chosen,
        "labels": [labels[label] for label in proposal.labels if label in labels],
    }


def _may(seat: Seat) -> dict[str, Any]:
    table = seat.table
    stage = Stage(table.stage)
    found: dict[str, Any] = {
        "party": seat.is_party and table.is_open,
        "talk": seat.role in gate.TALKING and table.is_open and stage in TALK,
        "adds": seat.role in gate.TALKING and table.is_open and stage == Stage.ISSUES,
        "mediates": seat.role == Seat.Role.MEDIATOR and table.is_open and stage in TALK,
        "shows": seat.is_party and table.is_open and stage in SHOWING,
        "is_done": seat.is_party and machine.is_done(seat),
    }
    if found["shows"] and seat.user_id is not None and table.relationship_id is not None:
        found["letters"] = ledgers.letters_of(seat, LETTERS_OFFERED)
    return found


def _row(row: Any, parties: set[int], seat: Seat | None) -> dict[str, Any]:
    """Return something to be confirmed, whether it counts, whether `seat` confirmed it, and whom it waits for."""
    confirmed = {each.pk for each in row.confirmed_by.all()}
    return {
        "row": row,
        "counts": parties <= confirmed,
        "confirmed": seat is not None and seat.pk in confirmed,
        "awaits": len(parties - confirmed),
    }


def _own(seat: Seat | None, answers: Any) -> Any:
    return next((each for each in answers if seat is not None and each.seat_id == seat.pk), None)


def _proposals(table: RoundTable) -> list[Proposal]:
    made = proposals.current_round(table)
    return list(made.proposals.select_related("round")) if made else []
