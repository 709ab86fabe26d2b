"""From what the pages of a table show (`round_tables.showing`) to what the API says: no more, and by the same gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from leopold_web.api import schemas as said
from leopold_web.round_tables import models
from leopold_web.round_tables.actions import money
from leopold_web.round_tables.actions.recurring import Earlier

Shown = Mapping[str, Any]
"""What `showing.of_table` or `showing.of_seat` returned."""


def record(shown: Shown) -> said.Record:
    """Return what is said openly at a table."""
    return said.Record(**fields(shown))


def fields(shown: Shown) -> dict[str, Any]:
    """Return what is said openly, by the names of `Record`; with what it is worth to a party, where `shown` is hers."""
    table: models.RoundTable = shown["table"]
    signed = shown["signed"]
    return {
        "subject": table.subject,
        "host": table.host,
        "moved_from": table.moved_from,
        "open": table.is_open,
        "stage": said.Named(name=table.stage, label=table.get_stage_display()),
        "stages": [
            said.Stage(name=each["stage"], label=str(each["label"]), state=each["state"]) for each in shown["stages"]
        ],
        "round": table.round,
        "round_limit": table.round_limit,
        "deadline": shown["clock"].deadline,
        "closed_at": table.closed_at,
        "ending": said.Named(name=table.ending, label=table.get_ending_display()) if table.ending else None,
        "seats": sitters(shown),
        "turn": [seat.pk for seat in shown["turn"]],
        "working": shown["working"],
        "sum": _sum(shown["sum"]),
        "impossible": shown["impossible"],
        "refused_round": shown["refused_round"],
        "facts": [_fact(row["fact"], agreed=row["agreed"]) for row in shown["facts"]],
        "exhibits": [_exhibit(each) for each in shown["exhibits"]],
        "expectations": [_expectation(row) for column in shown["expectations"] for row in column["rows"]],
        "issues": [_issue(row) for row in shown["issues"]],
        "links": [_link(row) for row in shown["option_links"]],
        "proposals": [_proposal(offer) for offer in shown["proposals"]],
        "agreement": _agreement(shown) if shown["agreement"] else None,
        "signed_version": signed.version if signed else None,
        "improvement": _improvement(shown) if shown["improvement"] else None,
        "more_time": [said.Wish(by=wish.seat_id, days=wish.days) for wish in shown["more_time"]],
        "changes": [said.Change(seat=change.seat_id, at=change.at) for change in shown["changes"]],
        "earlier": [_earlier(each) for each in shown["earlier"]],
    }


def sitters(shown: Shown) -> list[said.Sitter]:
    """Return who sits where, and who of them is done."""
    clocks = {each.seat_id: each for each in shown["parties"]} if shown["table"].is_open else {}
    return [sitter(seat, clocks.get(seat.pk)) for seat in shown["seats"]]


def sitter(seat: models.Seat, clock: models.SeatClock | None = None) -> said.Sitter:
    """Return who sits at a seat."""
    return said.Sitter(
        id=seat.pk,
        number=seat.number,
        name=seat.name,
        role=seat.role,
        side=seat.side,
        done=clock.done_at is not None if clock else None,
        reminders=clock.reminders if clock else None,
    )


def choices(package: Iterable[tuple[str, str]]) -> list[said.Choice]:
    """Return what a package chooses, in words."""
    return [said.Choice(issue=issue, option=option) for issue, option in package]


def _fact(fact: models.Fact, *, agreed: bool) -> said.Fact:
    answers = [said.FactAnswer(by=each.seat_id, verdict=each.verdict, text=each.text) for each in fact.answers.all()]
    return said.Fact(id=fact.pk, said_by=fact.seat_id, text=fact.text, agreed=agreed, answers=answers)


def _exhibit(each: models.Exhibit) -> said.Exhibit:
    return said.Exhibit(
        id=each.pk,
        shown_by=each.seat_id,
        fact=each.fact_id,
        title=each.title,
        sender=each.sender,
        written_at=each.written_at,
        text=each.text,
    )


def _expectation(row: models.Expectation) -> said.Expectation:
    return said.Expectation(
        id=row.pk, expected_by=row.seat_id, of=row.of_id, text=row.text, due=row.due, quote=row.quote
    )


def _confirmed(row: Shown) -> dict[str, Any]:
    return {"id": row["row"].pk, "counts": row["counts"], "confirmed": row["confirmed"], "awaits": row["awaits"]}


def _issue(row: Shown) -> said.Issue:
    issue: models.TableIssue = row["issue"]
    return said.Issue(
        **_confirmed(row),
        name=issue.name,
        text=issue.text,
        range=said.Range(**row["ends"], unit=issue.unit) if row["ends"] else None,
        options=[_option(option) for option in row["options"]],
        remarks=[
            said.Remark(id=each.pk, by=each.seat_id, at=each.at, text=each.text, hidden_because=each.hidden_because)
            for each in row["remarks"]
        ],
    )


def _option(row: Shown) -> said.Option:
    option: models.TableOption = row["row"]
    amount = None if option.amount is None else f"{option.amount.normalize():f}"
    return said.Option(**_confirmed(row), text=option.text, amount=amount)


def _link(row: Shown) -> said.OptionLink:
    link: models.OptionLink = row["row"]
    return said.OptionLink(**_confirmed(row), first=link.first_id, kind=link.kind, second=link.second_id)


def _proposal(offer: Shown) -> said.Proposal:
    proposal: models.Proposal = offer["proposal"]
    return said.Proposal(
        number=proposal.number,
        labels=offer["labels"],
        repeated=proposal.repeated,
        choices=choices((option.issue.name, option.text) for option in offer["options"]),
        worth=offer.get("worth"),
        account=list(offer.get("account", ())),
    )


def _agreement(shown: Shown) -> said.Agreement:
    agreement: models.Agreement = shown["agreement"]
    return said.Agreement(
        version=agreement.version,
        accepted_at=agreement.accepted_at,
        signed_at=agreement.signed_at,
        hash=agreement.content_hash,
        verify=reverse("table-verify", args=[agreement.code]),
        facts=agreement.content.get("facts", []),
        points=[
            said.Point(
                number=point.number,
                issue=point.issue,
                choice=point.choice,
                text=point.text,
                owner=point.owner_id,
                due=point.due,
            )
            for point in shown["points"]
        ],
        signatures=[
            said.Signature(by=each["by"], typed_name=each["name"], at=each["at"], how=each["how"])
            for each in shown["signatures"]
        ],
    )


def _sum(found: money.Sum | None) -> said.Sum | None:
    if found is None:
        return None
    return said.Sum(issue=found.issue.pk, payer=found.payer.pk, receiver=found.receiver.pk)


def _improvement(shown: Shown) -> said.Improvement:
    made: models.Improvement = shown["improvement"]
    asked = made.state == models.Improvement.State.ASKED
    return said.Improvement(
        number=made.number,
        state=made.state,
        asked_by=[seat.pk for seat in made.asked_by.all()] if asked else [],
        choices=choices(shown["improved"]),
        worth=shown.get("improvement_worth"),
        account=list(shown.get("improvement_account", ())),
        reply=shown.get("improvement_reply", ""),
    )


def _earlier(each: Earlier) -> said.Earlier:
    return said.Earlier(
        id=each.table.pk,
        subject=each.table.subject,
        opened_at=each.table.opened_at,
        shared=list(each.shared),
        ending=each.table.ending,
    )
