"""The API of unpaid invoices: what comes next with whom and why not, letters, pauses, plans, late interest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.api import bodies
from leopold_web.api.access import MEMBERS, READING, WRITING
from leopold_web.api.faults import Fault, FormFault, answer
from leopold_web.api.relationships import Quotation
from leopold_web.receivables import gate
from leopold_web.receivables.acting import interest, pausing, planning, reminding, showing
from leopold_web.receivables.forms_acting import BeginForm, DecisionForm, LiftForm, PartForm, PauseForm, PlanForm
from leopold_web.receivables.forms_acting import ReminderForm as LetterForm
from leopold_web.receivables.models import PaymentPlan, Reminder
from leopold_web.round_tables.taking import NotUnderstoodError

router = Router(tags=["unpaid invoices"], auth=list(MEMBERS))


class Row(Schema):
    """A counterparty of the list. `about` names it here; `step` is "" where nobody is reminded, `left_out` says why."""

    about: str
    name: str
    overdue: str
    invoices: int
    days: int
    step: str
    step_from: date | None
    why: str
    left_out: list[str]


class Page(Schema):
    """A page of the list, 20 counterparties each, the longest overdue first."""

    page: int
    pages: int
    count: int
    counterparties: list[Row]


class StopOf(Schema):
    """A reason not to remind, with what proves it; `lift` is its kind where a person may say that it is over."""

    text: str
    until: date | None
    facts: list[str]
    quotations: list[Quotation]
    lift: str


class InvoiceOf(Schema):
    """An overdue invoice: what is left of it, why it is unpaid, and what stops reminders of it alone."""

    number: str
    due: date
    days: int
    left: str
    why: str
    facts: list[str]
    quotations: list[Quotation]
    stops: list[StopOf]
    asked: bool


class LineOf(Schema):
    """Interest of a stretch of days: base × days × rate / year. `guessed`: the rate is the last that is known."""

    since: date
    until: date
    days: int
    base: str
    rate: str
    year: int
    amount: str
    guessed: bool


class InterestOf(Schema):
    """Late interest of an invoice by law, for information, and what was decided, the latest last."""

    invoice: int
    number: str
    law: str
    amount: str
    fixed: str
    known: str
    lines: list[LineOf]
    decisions: list[str]


class Counterparty(Schema):
    """One counterparty: what comes next, or what stops all; overdue invoices, letters, plans, late interest."""

    about: str
    name: str
    total: str
    step: str
    step_from: date | None
    facts: list[str]
    stops: list[StopOf]
    invoices: list[InvoiceOf]
    letters: list[int]
    plans: list[int]
    paused_until: date | None
    interest: list[InterestOf]


class LetterOf(Schema):
    """A letter about unpaid invoices. `stops` says what speaks against a draft now, or why it was withdrawn."""

    id: int
    about: str
    step: str
    state: str
    language: str
    to: str
    subject: str
    text: str
    numbers: str
    stops: list[str]
    made_at: datetime
    over_at: datetime | None


class PartOf(Schema):
    """A part of a plan; `state` is that of its promise, "" before the plan is agreed."""

    due: date
    amount: str
    state: str


class PlanOf(Schema):
    """A payment plan, and what it rests on in words."""

    id: int
    about: str
    state: str
    currency: str
    numbers: str
    parts: list[PartOf]
    facts: list[str]


@router.get("", url_name="api-reminding", response={200: Page, READING: Fault})
def list_counterparties(request: HttpRequest, page: str = "1") -> HttpResponse:
    """List who owes something, with what comes next with each."""
    found, rows = showing.listed(workspace_of(user_of(request)), page)
    known = [
        Row(
            about=row["about"],
            name=row["name"],
            overdue=row["sums"],
            invoices=row["count"],
            days=row["days"],
            step=row["step"],
            step_from=row["on"],
            why=row["why"],
            left_out=row["stops"],
        )
        for row in rows
    ]
    said = Page(page=found.number, pages=found.paginator.num_pages, count=found.paginator.count, counterparties=known)
    return answer(said)


@router.get("/of/{path:about}", url_name="api-reminding-of", response={200: Counterparty, READING: Fault})
def show(request: HttpRequest, about: str) -> HttpResponse:
    """Read one counterparty, by what it is known by in the list."""
    return _counterparty(request, about)


def _counterparty(request: HttpRequest, about: str) -> HttpResponse:
    found = showing.of_counterparty(gate.get_books(user_of(request), about))
    pause = found["pause"]
    return answer(
        Counterparty(
            about=about,
            name=found["books"].name,
            total=found["total"],
            step=found["step"],
            step_from=found["later"],
            facts=found["facts"],
            stops=[_stop(each) for each in found["stops"]],
            invoices=[_invoice(each) for each in found["invoices"]],
            letters=[each.pk for each in found["reminders"]],
            plans=[each["plan"].pk for each in found["plans"]],
            paused_until=pause.until if pause else None,
            interest=[_interest(each) for each in (*found["late"]["now"], *found["late"]["before"])],
        )
    )


def _stop(stop: showing.ShownStop) -> StopOf:
    quoted = [_quotation(each) for each in stop.quotations]
    return StopOf(text=stop.text, until=stop.until, facts=stop.facts, quotations=quoted, lift=stop.lift)


def _quotation(found: Any) -> Quotation:
    return Quotation(
        before=found.before,
        marked=found.marked,
        after=found.after,
        sender=found.sender,
        at=found.at,
        conversation=found.conversation,
    )


def _invoice(row: Mapping[str, Any]) -> InvoiceOf:
    return InvoiceOf(
        number=row["number"],
        due=row["due"],
        days=row["days"],
        left=row["left"],
        why=row["why"],
        facts=row["proofs"],
        quotations=[_quotation(each) for each in row["quotations"]],
        stops=[_stop(each) for each in row["stops"]],
        asked=row["asked"],
    )


def _interest(row: Mapping[str, Any]) -> InterestOf:
    decisions = [each["each"] for each in reversed(row["decisions"])]
    return InterestOf(
        invoice=row["late"].row,
        number=row["late"].invoice.number,
        law=row["law"],
        amount=row["amount"],
        fixed=row["fixed"],
        known=row["known"],
        lines=[LineOf(**each) for each in row["lines"]],
        decisions=[each.verdict for each in decisions],
    )


@router.post("/letters", url_name="api-reminders", response={201: LetterOf, 400: FormFault, WRITING: Fault})
def draft(request: HttpRequest) -> HttpResponse:
    """Draft the letter that comes next: ``{"about": "nord.example", "tone": "warm", "interest": false}``."""
    user, said = user_of(request), _said(BeginForm, request)
    books = gate.get_books(user, said["about"])
    made = reminding.make_draft(books, user, timezone.now(), said["tone"], with_interest=said["interest"])
    return answer(_letter(request, made.pk), status=201)


@router.get("/letters/{int:pk}", url_name="api-reminder", response={200: LetterOf, READING: Fault})
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a letter."""
    return answer(_letter(request, pk))


@router.post("/letters/{int:pk}", url_name="api-reminder", response={200: LetterOf, 400: FormFault, WRITING: Fault})
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft: to, subject, text."""
    found, said = gate.get_reminder(user_of(request), pk), _said(LetterForm, request)
    reminding.keep(found, said["to"], said["subject"], said["text"])
    return answer(_letter(request, pk))


@router.post("/letters/{int:pk}/send", url_name="api-reminder-send", response={200: LetterOf, WRITING: Fault})
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a draft, if nothing speaks against it."""
    user = user_of(request)
    reminding.send(gate.get_reminder(user, pk), user, timezone.now())
    return answer(_letter(request, pk))


@router.post("/letters/{int:pk}/by-hand", url_name="api-reminder-by-hand", response={200: LetterOf, WRITING: Fault})
def mark_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a person sent a draft themselves."""
    user = user_of(request)
    reminding.mark_sent(gate.get_reminder(user, pk), user, timezone.now())
    return answer(_letter(request, pk))


@router.post("/letters/{int:pk}/drop", url_name="api-reminder-drop", response={200: Counterparty, WRITING: Fault})
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a draft, or take back a letter that has not gone out."""
    found = gate.get_reminder(user_of(request), pk)
    reminding.drop(found, timezone.now())
    return _counterparty(request, found.about)


@router.post("/pause", url_name="api-reminding-pause", response={200: Counterparty, 400: FormFault, WRITING: Fault})
def pause(request: HttpRequest) -> HttpResponse:
    """Remind nobody: ``{"about": "nord.example", "until": "2026-04-10", "note": ""}``; without a day a pause ends."""
    user, given = user_of(request), bodies.read(request)
    if not given.get("until"):
        books = gate.get_books(user, str(given.get("about", "")))
        pausing.resume(books.workspace, books.about)
        return _counterparty(request, books.about)
    said = _valid(PauseForm(bodies.as_form(given)))
    books = gate.get_books(user, said["about"])
    pausing.pause(books.workspace, books.about, said["until"], said["note"], user, timezone.now())
    return _counterparty(request, books.about)


@router.post("/lift", url_name="api-reminding-lift", response={200: Counterparty, 400: FormFault, WRITING: Fault})
def lift(request: HttpRequest) -> HttpResponse:
    """Say that a reason is over: ``{"about": "nord.example", "kind": "disputed", "note": "we talked"}``."""
    user, said = user_of(request), _said(LiftForm, request)
    books = gate.get_books(user, said["about"])
    pausing.lift(books.workspace, books.about, said["kind"], said["note"], user, timezone.now())
    return _counterparty(request, books.about)


@router.post(
    "/interest/{int:pk}", url_name="api-interest-decide", response={200: Counterparty, 400: FormFault, WRITING: Fault}
)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide about late interest of an invoice: ``{"verdict": "waived", "note": ""}``; charged, waived or later."""
    user, said = user_of(request), _said(DecisionForm, request)
    books = gate.get_books_of(gate.get_invoice(user, pk))
    interest.decide(books, pk, said["verdict"], said["note"], user, timezone.now())
    return _counterparty(request, books.about)


@router.post("/plans", url_name="api-payment-plans", response={201: PlanOf, 400: FormFault, WRITING: Fault})
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a plan: ``{"about": "nord.example", "currency": "EUR", "parts": 3}``; without parts, as they pay."""
    user, said = user_of(request), _said(PlanForm, request)
    books = gate.get_books(user, said["about"])
    made = planning.make_plan(books, said["currency"], user, timezone.now(), said["parts"])
    return answer(_plan(made), status=201)


@router.get("/plans/{int:pk}", url_name="api-payment-plan", response={200: PlanOf, READING: Fault})
def read_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a plan."""
    return answer(_plan(gate.get_plan(user_of(request), pk)))


@router.post("/plans/{int:pk}", url_name="api-payment-plan", response={200: PlanOf, 400: FormFault, WRITING: Fault})
def change_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the parts of a proposed plan: ``{"parts": [{"due": "2026-04-10", "amount": "600.50"}]}``."""
    found, given = gate.get_plan(user_of(request), pk), bodies.read(request).get("parts")
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise bodies.BodyError
    parts = [_valid(PartForm(bodies.as_form(each))) for each in given]
    planning.change_parts(found, [(each["due"], each["amount"]) for each in parts])
    return read_plan(request, pk)


@router.post("/plans/{int:pk}/offer", url_name="api-payment-plan-offer", response={201: LetterOf, WRITING: Fault})
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft a letter that offers a plan."""
    user = user_of(request)
    found = gate.get_plan(user, pk)
    made = reminding.make_draft(gate.get_books_of(found), user, timezone.now(), plan=found)
    return answer(_letter(request, made.pk), status=201)


@router.post("/plans/{int:pk}/agree", url_name="api-payment-plan-agree", response={200: PlanOf, WRITING: Fault})
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a plan as agreed with the other side: its parts become their promises."""
    user = user_of(request)
    planning.agree(gate.get_plan(user, pk), user, timezone.now())
    return read_plan(request, pk)


@router.post("/plans/{int:pk}/cancel", url_name="api-payment-plan-cancel", response={200: PlanOf, WRITING: Fault})
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a plan off."""
    user = user_of(request)
    planning.cancel(gate.get_plan(user, pk), user, timezone.now())
    return read_plan(request, pk)


def _said(form: type[Form], request: HttpRequest) -> dict[str, Any]:
    return _valid(form(bodies.as_form(bodies.read(request))))


def _valid(form: Form) -> dict[str, Any]:
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    return form.cleaned_data


def _letter(request: HttpRequest, pk: int) -> LetterOf:
    found: Reminder = gate.get_reminder(user_of(request), pk)
    shown = showing.of_reminder(found)
    return LetterOf(
        id=found.pk,
        about=found.about,
        step=found.step,
        state=found.state,
        language=found.language,
        to=found.to,
        subject=found.subject,
        text=found.text,
        numbers=shown["numbers"],
        stops=[each["text"] for each in shown["stops"]],
        made_at=found.made_at,
        over_at=found.over_at,
    )


def _plan(plan: PaymentPlan) -> PlanOf:
    shown = showing.of_plan(plan)
    return PlanOf(
        id=plan.pk,
        about=plan.about,
        state=plan.state,
        currency=plan.currency,
        numbers=shown["numbers"],
        parts=[PartOf(due=each["due"], amount=f"{each['exact']:f}", state=each["state"]) for each in shown["parts"]],
        facts=shown["facts"],
    )
