"""The API of relationships, to be read: the list with health and alerts, and one relationship."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from leopold import words
from leopold_web.accounts import gate
from leopold_web.api.access import MEMBERS, READING
from leopold_web.api.faults import Fault, answer
from leopold_web.relationships import lists, quotations
from leopold_web.relationships.models import Alert, Relationship
from leopold_web.wording import language

router = Router(tags=["relationships"], auth=list(MEMBERS))


class Quotation(Schema):
    """Words of a letter: those that tell, and what stands around them in their sentence."""

    before: str
    marked: str
    after: str
    sender: str
    at: datetime | None
    conversation: int | None


class Reason(Schema):
    """What moves health: in words, by how much in log-odds, a fact of the ledger or the clock, and quotations."""

    text: str
    side: str
    contribution: float
    fact: str
    quotations: list[Quotation]


class AlertOf(Schema):
    """That a relationship needs a person, from `raised_at` until `closed_at`; `next_step` in words."""

    id: int
    raised_at: datetime
    closed_at: datetime | None
    probability: float
    next_step: str
    reasons: list[Reason]


class Row(Schema):
    """A relationship of the list, with what speaks loudest. `health` is 0..100, null before anything is known."""

    id: int
    name: str
    domains: list[str]
    kind: str
    state: str
    health: float | None
    letters: int
    last_letter_at: datetime | None
    overdue: str
    reason: Reason | None


class Page(Schema):
    """A page of the list, 50 relationships each."""

    page: int
    pages: int
    count: int
    relationships: list[Row]


class Point(Schema):
    """Health at a moment."""

    at: datetime
    value: float


class Detail(Row):
    """One relationship: all that moves its health, how that went, and its alerts, the newest first."""

    reasons: list[Reason]
    history: list[Point]
    alerts: list[AlertOf]


@router.get("", url_name="api-relationships", response={200: Page, READING: Fault})
def list_relationships(
    request: HttpRequest, q: str = "", state: str = "", kind: str = "", sort: str = "", page: str = "1"
) -> HttpResponse:
    """List relationships, searched, filtered and sorted as the page does.

    `q` are words of a name or address, `state` alert, watch or calm, `kind` client or partner, `sort` name, health,
    letters or last, with "-" before it for the other way round.
    """
    del q, state, kind, sort, page  # named for the description; read as the page reads them
    user = gate.user_of(request)
    workspace = gate.workspace_of(user)
    found = lists.page(gate.relationships_for(user), lists.Choice.of(request.GET))
    rows = lists.rows(list(found.object_list), workspace.today())
    return answer(
        Page(
            page=found.number,
            pages=found.paginator.num_pages,
            count=found.paginator.count,
            relationships=[Row(**_row(row)) for row in rows],
        )
    )


@router.get("/{int:pk}", url_name="api-relationship", response={200: Detail, READING: Fault})
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one relationship."""
    user = gate.user_of(request)
    found = gate.get_relationship(user, pk)
    row = lists.rows([found], gate.workspace_of(user).today())[0]
    history = found.health_points.only("at", "value", "relationship")
    return answer(
        Detail(
            **_row(row),
            reasons=_reasons(found, found.reasons),
            history=[Point(at=point.at, value=point.value) for point in history],
            alerts=[_alert(found, alert) for alert in found.alerts.all()],
        )
    )


def _row(row: lists.Row) -> dict[str, Any]:
    each = row.relationship
    return {
        "id": each.pk,
        "name": each.organization.name,
        "domains": each.organization.domains,
        "kind": each.kind,
        "state": each.state,
        "health": each.health,
        "letters": each.letters,
        "last_letter_at": each.last_letter_at,
        "overdue": row.overdue,
        "reason": _reason(row.reason) if row.reason else None,
    }


def _alert(found: Relationship, alert: Alert) -> AlertOf:
    return AlertOf(
        id=alert.pk,
        raised_at=alert.raised_at,
        closed_at=alert.closed_at,
        probability=alert.probability,
        next_step=words.next_step(alert.next_step, language()),
        reasons=_reasons(found, alert.reasons),
    )


def _reasons(found: Relationship, stored: Sequence[quotations.Stored]) -> list[Reason]:
    return [_reason(each) for each in quotations.shown(found.pk, stored, quotations.letters_of([found.pk], stored))]


def _reason(shown: quotations.Shown) -> Reason:
    return Reason(
        text=shown.text,
        side="ours" if shown.ours else "theirs",
        contribution=shown.contribution,
        fact=shown.fact,
        quotations=[
            Quotation(
                before=each.before,
                marked=each.marked,
                after=each.after,
                sender=each.sender,
                at=each.at,
                conversation=each.conversation,
            )
            for each in shown.quotations
        ],
    )
