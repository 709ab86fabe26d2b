"""The API of round tables for the members of the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema

from leopold_web.accounts.gate import get_relationship, user_of, workspace_of
from leopold_web.api import bodies, tables
from leopold_web.api.access import MEMBERS, READING
from leopold_web.api.faults import Fault, FormFault, answer
from leopold_web.api.schemas import Record
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables import checking, gate, letters, showing, starting
from leopold_web.round_tables.actions import moving, opening, reseating
from leopold_web.round_tables.forms import EmailForm, GuestForm, NewTableForm
from leopold_web.round_tables.models import RoundTable, Seat
from leopold_web.round_tables.taking import NotUnderstoodError
from leopold_web.round_tables.views import TABLES_SHOWN

router = Router(tags=["round tables"], auth=list(MEMBERS))
REFUSALS = (401, 403, 404, 429)
MOST_GUESTS = 8


class Row(Schema):
    """A table of a list. `own_seat` is the code of your seat there, "" without one."""

    id: int
    subject: str
    parties: list[str]
    open: bool
    stage: str
    ending: str
    deadline: datetime
    turn: list[str]
    yours: bool
    own_seat: str


class Link(Schema):
    """What became of the last link to a seat: own, none, waiting, taken or revoked."""

    number: int
    name: str
    email: str
    role: str
    state: str
    expires_at: datetime | None


class Refused(Schema):
    """That somebody tried a link or seat that was not theirs."""

    at: datetime
    reason: str


class TableRecord(Record):
    """What is said openly at a table, the links to its seats, and the links that were refused."""

    id: int
    relationship: int | None
    own_seat: str
    links_to_seats: list[Link]
    refused: list[Refused]


class Invited(Schema):
    """`sent`: a letter took the link; where no letters go out, `link` is it, shown this once, for you to pass on."""

    sent: bool
    link: str | None


@router.get("", url_name="api-round-tables", response={200: list[Row], READING: Fault})
def list_tables(request: HttpRequest) -> HttpResponse:
    """List the tables of this desk, at most 200, the newest first."""
    user = user_of(request)
    found = gate.tables_for(user).prefetch_related("seats")[:TABLES_SHOWN]
    return answer([_row(row) for row in showing.list_of(found, user)])


@router.post("", url_name="api-round-tables", response={201: TableRecord, 400: FormFault, (*REFUSALS, 409): Fault})
def open_table(request: HttpRequest) -> HttpResponse:
    """Open a table at which you sit as a party.

    ``{"subject": "", "relationship": null, "guests": [{"kind": "party:theirs", "name": "", "email": "", "language":
    "en"}]}``; the other kinds are party:ours, mediator:neither, observer:theirs and observer:ours.
    """
    user, given = user_of(request), bodies.read(request)
    form = NewTableForm(bodies.as_form({"subject": given.get("subject")}))
    guests = _guests(given.get("guests", []))
    for each in (form, *guests):
        if not each.is_valid():
            raise NotUnderstoodError(each.errors)
    made = starting.start(
        user,
        workspace_of(user),
        form.cleaned_data["subject"],
        [guest.cleaned_data for guest in guests],
        timezone.now(),
        address=request.build_absolute_uri("/"),
        relationship=_relationship(request, given.get("relationship")),
    )
    return answer(_record(request, made), status=201)


@router.get("/{int:pk}", url_name="api-round-table", response={200: TableRecord, READING: Fault})
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what is said openly at a table; of what is private nothing."""
    return answer(_record(request, gate.get_table(user_of(request), pk)))


@router.post(
    "/{int:pk}/seats/{int:number}/invite", url_name="api-round-table-invite", response={200: Invited, REFUSALS: Fault}
)
def invite(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Send a new link to the address of a guest's seat."""
    seat = _guest(request, pk, number)
    path = opening.invite(seat, timezone.now())
    sent = letters.are_sent()
    return answer(Invited(sent=sent, link=None if sent else seat.table.address.rstrip("/") + path))


@router.post(
    "/{int:pk}/seats/{int:number}/revoke",
    url_name="api-round-table-revoke",
    response={200: TableRecord, REFUSALS: Fault},
)
def revoke(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let no link and no browser open a guest's seat any more, until it is invited again."""
    seat = _guest(request, pk, number)
    opening.revoke(seat, timezone.now())
    return answer(_record(request, seat.table))


@router.post(
    "/{int:pk}/seats/{int:number}/email",
    url_name="api-round-table-email",
    response={200: TableRecord, 400: FormFault, (*REFUSALS, 409): Fault},
)
def change_email(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let a guest's seat be reached at ``{"email": ""}``, and shut out who held it before."""
    seat = _guest(request, pk, number)
    form = EmailForm(bodies.as_form(bodies.read(request)))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    reseating.change_email(seat, form.cleaned_data["email"], timezone.now(), user_of(request))
    return answer(_record(request, seat.table))


@router.post("/{int:pk}/export", url_name="api-round-table-export", response={200: dict, (*REFUSALS, 409): Fault})
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a table as the file that another host takes in, once all parties have agreed that it moves."""
    return answer(moving.export_table(gate.get_table(user_of(request), pk)))


@router.post("/{int:pk}/leave", url_name="api-round-table-leave", response={200: TableRecord, (*REFUSALS, 409): Fault})
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a table that was moved, and erase here what is private."""
    found = gate.get_table(user_of(request), pk)
    moving.leave(found, timezone.now())
    return answer(_record(request, gate.get_table(user_of(request), pk)))


@router.get("/{int:pk}/protocol/{languages}", url_name="api-round-table-protocol", response={READING: Fault})
def protocol(request: HttpRequest, pk: int, languages: str) -> HttpResponse:
    """Read the signed protocol as PDF. `languages` is en, ru, en-ru or ru-en."""
    return checking.paper_of(gate.get_table(user_of(request), pk), languages)


def _guest(request: HttpRequest, pk: int, number: int) -> Seat:
    """Return a seat that is held by a link; none of our own people, who need no link."""
    table = gate.get_table(user_of(request), pk)
    return get_object_or_404(table.seats.filter(user=None).select_related("table__workspace"), number=number)


def _guests(given: Any) -> list[GuestForm]:
    if not isinstance(given, list) or len(given) > MOST_GUESTS or not all(isinstance(each, dict) for each in given):
        raise bodies.BodyError
    return [GuestForm(bodies.as_form(each)) for each in given]


def _relationship(request: HttpRequest, given: Any) -> Relationship | None:
    if given is None:
        return None
    if not isinstance(given, int) or isinstance(given, bool) or not 0 < given < 2**63:
        raise Http404
    return get_relationship(user_of(request), given)


def _row(row: dict[str, Any]) -> Row:
    table: RoundTable = row["table"]
    return Row(
        id=table.pk,
        subject=table.subject,
        parties=row["names"],
        open=table.is_open,
        stage=table.stage,
        ending=table.ending,
        deadline=row["clock"].deadline,
        turn=[seat.name for seat in row["turn"]],
        yours=row["mine"],
        own_seat=row["own"].code if row["own"] else "",
    )


def _record(request: HttpRequest, table: RoundTable) -> TableRecord:
    user = user_of(request)
    seat = table.seats.filter(user=user).first()
    return TableRecord(
        **tables.fields(showing.of_table(table)),
        id=table.pk,
        relationship=table.relationship_id,
        own_seat=seat.code if seat else "",
        links_to_seats=[_link(each) for each in showing.links_of(table)],
        refused=[
            Refused(at=each.at, reason=each.reason) for each in gate.refused_links_for(user).filter(table=table)[:20]
        ],
    )


def _link(each: dict[str, Any]) -> Link:
    seat: Seat = each["seat"]
    return Link(
        number=seat.number,
        name=seat.name,
        email=seat.email,
        role=seat.role,
        state=each["state"],
        expires_at=each["last"].expires_at if each["last"] and each["state"] == "waiting" else None,
    )
