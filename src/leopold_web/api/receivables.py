"""The API of receivables, to be read: what is owed and expected, open invoices, one invoice, one counterparty."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from leopold.ledger.aging import EDGES
from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.api.access import MEMBERS, READING
from leopold_web.api.faults import Fault, answer
from leopold_web.receivables import gate
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Booking
from leopold_web.receivables.seeing import invoices, owed

router = Router(tags=["receivables"], auth=list(MEMBERS))


class Bucket(Schema):
    """What is open and overdue by more than `above` days, up to the next bucket; null for what is not due yet."""

    above: int | None
    sum: str
    count: int


class Owed(Schema):
    """What is open in one currency, by age. `credit` are open credit notes, `offered` what may have come already.

    `days_until_paid` counts days of sales back, `days_by_the_textbook` divides by the last 90 days of sales.
    """

    currency: str
    buckets: list[Bucket]
    open: str
    overdue: str
    credit: str
    offered: str
    days_until_paid: float | None
    days_by_the_textbook: float | None


class Week(Schema):
    """What is expected in the week from `monday`; null for later, or when nobody knows. `promised`: on its day."""

    monday: date | None
    expected: str
    low: str
    high: str
    promised: str


class Cash(Schema):
    """Expected cash in one currency."""

    currency: str
    weeks: list[Week]


class Receivables(Schema):
    """What is owed, as of the evening of `day`; null while it is being worked out. `settled` was learnt from."""

    day: date | None
    settled: int
    owed: list[Owed]
    cash: list[Cash]


class Forecast(Schema):
    """What is expected of an open invoice: `late` as a probability, the middle day, and four of five."""

    late: float | None
    expected: date | None
    low: date | None
    high: date | None
    n: int


class Row(Schema):
    """One invoice. `state` is open, overdue, paid, credit_note, taken_back or unknown; `about` names who owes it."""

    id: int
    number: str
    counterparty: str
    about: str
    issued: date
    due: date
    amount: str
    currency: str
    state: str
    open: str
    paid: date | None
    forecast: Forecast | None
    why: str


class Page(Schema):
    """A page of open invoices, 50 each."""

    page: int
    pages: int
    count: int
    invoices: list[Row]


class Part(Schema):
    """What of a payment is for the invoice; booked where `sure`, else somebody has to confirm it."""

    payment: int
    at: date
    amount: str
    payer: str
    purpose: str
    sure: bool


class Words(Schema):
    """Words of a letter that prove why: those that tell, and what stands around them."""

    before: str
    marked: str
    after: str
    sender: str
    conversation: int | None


class Detail(Row):
    """One invoice with its payments, and why it is unpaid: in words, with quotations and facts of the ledger."""

    why_said: str
    quotations: list[Words]
    facts: list[str]
    payments: list[Part]


class Pattern(Schema):
    """When invoices under one name are paid: four of five from `low` to `high` days after the due day, from 20 on."""

    name: str
    n: int
    low: float | None
    high: float | None
    silent: str
    said: str


class Counterparty(Schema):
    """One counterparty: how it pays, what it owes, and a page of its invoices."""

    about: str
    patterns: list[Pattern]
    owed: list[Owed]
    page: int
    pages: int
    count: int
    invoices: list[Row]


@router.get("", url_name="api-receivables", response={200: Receivables, READING: Fault})
def show(request: HttpRequest) -> HttpResponse:
    """Read what is owed by age, and what is expected by week."""
    user = user_of(request)
    workspace = workspace_of(user)
    state, today = owed.state_of(workspace), workspace.today()
    return answer(
        Receivables(
            day=state.day if state else None,
            settled=state.figures.get("settled", 0) if state else 0,
            owed=[_owed(each) for each in owed.by_currency(gate.outlooks_for(user), state, today)],
            cash=[_cash(each) for each in owed.coming(workspace)],
        )
    )


@router.get("/invoices", url_name="api-invoices", response={200: Page, READING: Fault})
def list_invoices(request: HttpRequest, q: str = "", show: str = "", sort: str = "", page: str = "1") -> HttpResponse:
    """List open invoices, searched, filtered and sorted as the page does.

    `q` are words of a name or number, `show` overdue or open, `sort` due, expected, open or name.
    """
    del q, show, sort, page  # named for the description; read as the page reads them
    user = user_of(request)
    workspace = workspace_of(user)
    today = workspace.today()
    found = owed.page(gate.outlooks_for(user), owed.Choice.of(request.GET), today)
    state = owed.state_of(workspace)
    rows = [Row(**_row(invoices.standing(each.invoice, today, state))) for each in found.object_list]
    return answer(Page(page=found.number, pages=found.paginator.num_pages, count=found.paginator.count, invoices=rows))


@router.get("/invoices/{int:pk}", url_name="api-invoice", response={200: Detail, READING: Fault})
def show_invoice(request: HttpRequest, pk: int) -> HttpResponse:
    """Read one invoice."""
    row = gate.get_invoice(user_of(request), pk)
    standing = invoices.standing(row, row.workspace.today(), owed.state_of(row.workspace))
    told = invoices.explained(row, standing.outlook)
    booked, offered = invoices.bookings(row)
    return answer(
        Detail(
            **_row(standing),
            why_said=told.said,
            quotations=[
                Words(
                    before=each.before,
                    marked=each.marked,
                    after=each.after,
                    sender=each.sender,
                    conversation=each.conversation,
                )
                for each in told.quotations
            ],
            facts=list(told.facts),
            payments=[_part(each) for each in (*booked, *offered)],
        )
    )


@router.get("/counterparty", url_name="api-counterparty", response={200: Counterparty, READING: Fault})
def show_counterparty(request: HttpRequest, about: str = "", page: str = "1") -> HttpResponse:
    """Read one counterparty, known by `about` as its invoices say."""
    user = user_of(request)
    found = gate.counterparty_for(user, about)
    workspace = workspace_of(user)
    today, state = workspace.today(), owed.state_of(workspace)
    listed = owed.invoices_page(found, page)
    theirs = gate.outlooks_for(user).filter(invoice__in=found.order_by().values("pk"))
    return answer(
        Counterparty(
            about=about,
            patterns=[
                Pattern(
                    name=each.counterparty,
                    n=each.n,
                    low=None if each.silent else each.low,
                    high=None if each.silent else each.high,
                    silent=each.silent,
                    said=said,
                )
                for each, said in invoices.patterns(found, state)
            ],
            owed=[_owed(each) for each in owed.by_currency(theirs, None, today)],
            page=listed.number,
            pages=listed.paginator.num_pages,
            count=listed.paginator.count,
            invoices=[Row(**_row(invoices.standing(each, today, state))) for each in listed.object_list],
        )
    )


def _owed(each: owed.Owed) -> Owed:
    above = (None, *EDGES)
    return Owed(
        currency=each.currency,
        buckets=[
            Bucket(above=edge, sum=str(amount), count=count)
            for edge, amount, count in zip(above, each.sums, each.counts, strict=True)
        ],
        open=str(each.open),
        overdue=str(each.overdue),
        credit=str(each.credit),
        offered=str(each.offered),
        days_until_paid=each.counted,
        days_by_the_textbook=each.textbook,
    )


def _cash(each: owed.Coming) -> Cash:
    weeks = (*each.weeks, each.later)
    return Cash(
        currency=each.currency,
        weeks=[
            Week(
                monday=week.start,
                expected=str(week.middle),
                low=str(week.low),
                high=str(week.high),
                promised=str(week.promised),
            )
            for week in weeks
        ],
    )


def _row(standing: invoices.Standing) -> dict[str, Any]:
    row, outlook = standing.invoice, standing.outlook
    forecast = None
    if outlook:
        days = {"expected": outlook.expected, "low": outlook.low, "high": outlook.high}
        forecast = Forecast(late=outlook.late, n=outlook.known, **days)
    return {
        "id": row.pk,
        "number": row.number,
        "counterparty": standing.name,
        "about": standing.about,
        "issued": row.issued,
        "due": row.due,
        "amount": str(exact(row.amount)),
        "currency": row.currency,
        "state": standing.state,
        "open": str(standing.open),
        "paid": standing.paid,
        "forecast": forecast,
        "why": outlook.why if outlook else "",
    }


def _part(each: Booking) -> Part:
    payment = each.payment
    return Part(
        payment=payment.pk,
        at=payment.at,
        amount=str(exact(each.amount)),
        payer=payment.counterparty,
        purpose=payment.purpose,
        sure=each.sure,
    )
