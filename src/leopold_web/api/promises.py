"""The API of promises: what waits to be confirmed, what is kept, and what is done there, as on the pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from leopold_web.accounts.gate import get_relationship, user_of
from leopold_web.api import bodies
from leopold_web.api.access import MEMBERS, READING, WRITING
from leopold_web.api.faults import Fault, FormFault, answer
from leopold_web.api.relationships import Quotation
from leopold_web.commitments import changing, confirming, entering, following, gate, listing, showing
from leopold_web.commitments.forms import AnswerForm, ChangeForm, EditForm, PromiseForm
from leopold_web.commitments.models import Commitment, FoundPromise
from leopold_web.receivables.actions import exact
from leopold_web.relationships import quotations
from leopold_web.round_tables.taking import NotUnderstoodError

router = Router(tags=["promises"], auth=list(MEMBERS))


class ToldOf(Schema):
    """A change as letters or the ledger tell it: `quotation` or `fact` prove it. `due` is a new day."""

    key: str
    state: str
    on: date
    due: date | None
    quotation: Quotation | None
    fact: str


class Found(Schema):
    """A promise that a letter seems to hold, the request that it accepts if any, and what is told of it since."""

    id: int
    relationship: int
    side: str
    owner: str
    to: str
    what: str
    condition: str
    written: date
    due: date | None
    quotation: Quotation | None
    request: Quotation | None
    told: list[ToldOf]


class FoundPage(Schema):
    """A page of what waits to be confirmed, 20 each, the newest first."""

    page: int
    pages: int
    count: int
    found: list[Found]


class PromiseRow(Schema):
    """A promise of a list. `first_due` is the day promised at first, `offers` counts what letters tell of it."""

    id: int
    relationship: int | None
    source: str
    side: str
    owner: str
    to: str
    what: str
    condition: str
    promised_on: date | None
    due: date | None
    first_due: date | None
    state: str
    overdue: bool
    keeper: int | None
    amount: str | None
    currency: str
    clause: str
    reference: str
    offers: int


class PromisePage(Schema):
    """A page of promises, 20 each."""

    page: int
    pages: int
    count: int
    promises: list[PromiseRow]


class PastOf(Schema):
    """One thing in a promise's history.

    `change` is the number by which it can be taken back, `successor` that of the promise that stands in its place.
    """

    at: datetime | None
    on: date | None
    title: str
    state: str
    text: str
    by: str
    due: date | None
    quotation: Quotation | None
    change: int | None
    successor: int | None


class Promise(PromiseRow):
    """One promise: its words, what letters tell of it and nobody has answered yet, and its history."""

    quotation: Quotation | None
    offered: list[ToldOf]
    history: list[PastOf]


@router.get("", url_name="api-promises", response={200: PromisePage, READING: Fault})
def list_promises(
    request: HttpRequest,
    part: str = "open",
    q: str = "",
    side: str = "",
    relationship: str = "",
    keeper: str = "",
    state: str = "",
    page: str = "1",
) -> HttpResponse:
    """List promises as the page does.

    `part` is open or over, `side` ours or theirs, `relationship` its number, `keeper` that of a member or mine,
    `state` of those over kept, late, broken, cancelled or renegotiated, `q` words of a name or address.
    """
    del q, side, relationship, keeper, state, page  # named for the description; read as the page reads them
    user, choice = user_of(request), listing.Choice.of(request.GET)
    kept = listing.over(user, choice) if part == "over" else listing.open_ones(user, choice)
    found = listing.page_of(kept.select_related("workspace"), choice)
    rows = [PromiseRow(**_row(each)) for each in found.object_list]
    return answer(
        PromisePage(page=found.number, pages=found.paginator.num_pages, count=found.paginator.count, promises=rows)
    )


@router.get("/found", url_name="api-promises-found", response={200: FoundPage, READING: Fault})
def list_found(
    request: HttpRequest, q: str = "", side: str = "", relationship: str = "", page: str = "1"
) -> HttpResponse:
    """List promises found in letters that nobody has confirmed or dismissed, narrowed as the page does."""
    del q, side, relationship, page
    user, choice = user_of(request), listing.Choice.of(request.GET)
    found = listing.page_of(listing.waiting(user, choice), choice)
    rows = [_found(each) for each in showing.waiting(list(found.object_list))]
    return answer(
        FoundPage(page=found.number, pages=found.paginator.num_pages, count=found.paginator.count, found=rows)
    )


@router.post("", url_name="api-promises", response={201: Promise, 400: FormFault, WRITING: Fault})
def enter(request: HttpRequest) -> HttpResponse:
    """Enter a promise of `relationship`.

    ``{"relationship": 1, "side": "theirs", "owner": "", "to": "", "what": "", "due": "by Friday", "condition": "",
    "promised_on": "2026-03-02", "keeper": 1, "clause": "deliverable", "reference": "contract 12, §4.2"}``; `due` is a
    day or words that name one, seen from `promised_on`, which is today where it is left out.
    """
    user, given = user_of(request), bodies.read(request)
    about = get_relationship(user, _number(given.get("relationship")))
    today = about.workspace.today()
    form = PromiseForm(about.workspace, today, bodies.as_form({"promised_on": today.isoformat()} | given))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    made = entering.enter(about, [form.said], user, timezone.now())[0]
    return answer(_promise(gate.get_commitment(user, made.pk)), status=201)


@router.get("/{int:pk}", url_name="api-promise", response={200: Promise, READING: Fault})
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one promise."""
    return _answered(request, pk)


@router.post("/{int:pk}", url_name="api-promise", response={200: Promise, 400: FormFault, WRITING: Fault})
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is kept of a promise: side, owner, to, what, due (as promised at first), condition, keeper.

    What is left out stays as it is; null empties it. Each correction stands in the history.
    """
    user, given = user_of(request), bodies.read(request)
    found = gate.get_commitment(user, pk)
    form = EditForm(found.workspace, found.workspace.today(), bodies.as_form(EditForm.initial_of(found) | given))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    changing.edit(found, form.cleaned_data, user, timezone.now())
    return _answered(request, pk)


@router.post(
    "/{int:pk}/changes", url_name="api-promise-change", response={200: Promise, 400: FormFault, WRITING: Fault}
)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what became of a promise: ``{"state": "renegotiated", "on": "2026-03-05", "due": "by Friday", "note": ""}``.

    `state` is kept, late, broken, cancelled or renegotiated; a note is needed unless it was kept.
    """
    user = user_of(request)
    found = gate.get_commitment(user, pk)
    today = found.workspace.today()
    form = ChangeForm(today, bodies.as_form(bodies.read(request)))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    changing.change(found, form.told, user, timezone.now(), today)
    return _answered(request, pk)


@router.post(
    "/{int:pk}/changes/{int:number}/take-back",
    url_name="api-promise-take-back",
    response={200: Promise, WRITING: Fault},
)
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let a change, or the refusal of one, count no more; it stays in the history."""
    user = user_of(request)
    changing.take_back(gate.get_change(user, pk, number), user, timezone.now())
    return _answered(request, pk)


@router.post("/{int:pk}/offers", url_name="api-promise-answer", response={200: Promise, 400: FormFault, WRITING: Fault})
def answer_offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or refuse what letters tell of a promise: ``{"key": "", "accepts": true}``."""
    user, given = user_of(request), bodies.read(request)
    found = gate.get_commitment(user, pk)
    words = {True: "yes", False: "no"}
    accepts = given.get("accepts")
    said = words[accepts] if isinstance(accepts, bool) else None
    form = AnswerForm(bodies.as_form({"key": given.get("key"), "accepts": said}))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    changing.answer(found, form.cleaned_data["key"], user, timezone.now(), accepts=accepts is True)
    return _answered(request, pk)


@router.post("/found/{int:pk}/confirm", url_name="api-promise-confirm", response={200: Promise, (400, *WRITING): Fault})
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a found promise one that the desk keeps; with ``{"told": true}`` what is told of it since too."""
    user, given = user_of(request), bodies.read(request)
    found = gate.get_found_promise(user, pk)
    made = confirming.confirm(found, user, timezone.now(), told=given.get("told") is True)
    return _answered(request, made.pk)


@router.post("/found/{int:pk}/dismiss", url_name="api-promise-dismiss", response={200: Found, WRITING: Fault})
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a found promise is none; it is not offered again."""
    user = user_of(request)
    found = gate.get_found_promise(user, pk)
    confirming.dismiss(found, user, timezone.now())
    return _answered_found(found)


@router.post("/found/{int:pk}/undo", url_name="api-promise-undo", response={200: Found, WRITING: Fault})
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a found promise wait again, unless more was noted of it since it was confirmed."""
    found = gate.get_found_promise(user_of(request), pk)
    confirming.undo(found)
    return _answered_found(found)


def _number(value: object) -> int:
    return value if isinstance(value, int) and value is not True and 0 < value < 2**63 else 0


def _answered(request: HttpRequest, pk: int) -> HttpResponse:
    return answer(_promise(gate.get_commitment(user_of(request), pk)))


def _answered_found(found: FoundPromise) -> HttpResponse:
    return answer(_found(showing.waiting([found])[0]))


def _found(shown: showing.Waiting) -> Found:
    found = shown.promise
    return Found(
        id=found.pk,
        relationship=found.relationship_id,
        side=found.side,
        owner=found.owner,
        to=found.to,
        what=found.what,
        condition=found.condition,
        written=found.written,
        due=found.due,
        quotation=quotation_of(shown.quotation),
        request=quotation_of(shown.request),
        told=[_told(each) for each in shown.told],
    )


def _row(each: Commitment) -> dict[str, Any]:
    names = ("source", "side", "owner", "to", "what", "condition", "promised_on", "due", "state", "currency")
    return {name: getattr(each, name) for name in (*names, "clause", "reference")} | {
        "id": each.pk,
        "relationship": each.relationship.pk if each.relationship else None,
        "first_due": each.first_due or each.due,
        "overdue": each.is_overdue(each.workspace.today()),
        "keeper": each.keeper_id,
        "amount": f"{exact(each.amount):f}" if each.amount is not None else None,
        "offers": len(following.pending(each)),
    }


def _promise(found: Commitment) -> Promise:
    shown = showing.of_promise(found)
    return Promise(
        **_row(found) | {"first_due": shown["first_due"]},
        quotation=quotation_of(shown["quotation"]),
        offered=[_told(each) for each in shown["offers"]],
        history=[_past(each) for each in shown["history"]],
    )


def _past(past: showing.Past) -> PastOf:
    return PastOf(
        at=past.at,
        on=past.on,
        title=past.title,
        state=past.state,
        text=past.text,
        by=str(past.by) if past.by else "",
        due=past.due,
        quotation=quotation_of(past.quotation),
        change=past.change.pk if past.change else None,
        successor=past.successor.pk if past.successor else None,
    )


def _told(told: showing.Told) -> ToldOf:
    return ToldOf(
        key=told.key,
        state=told.state,
        on=told.on,
        due=told.due,
        quotation=quotation_of(told.quotation),
        fact=told.fact,
    )


def quotation_of(found: quotations.Quotation | None) -> Quotation | None:
    """Return a piece of evidence as programs read it."""
    if found is None:
        return None
    return Quotation(
        before=found.before,
        marked=found.marked,
        after=found.after,
        sender=found.sender,
        at=found.at,
        conversation=found.conversation,
    )
