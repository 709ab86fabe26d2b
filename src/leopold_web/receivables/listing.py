"""Payments as their pages show them: what waits for a person first, each with its grounds in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from leopold_web.receivables.actions import exact
from leopold_web.receivables.deciding import token
from leopold_web.receivables.matching import SAID, open_amounts
from leopold_web.receivables.models import Booking, BookingDecision, Invoice, Payment
from leopold_web.wording import money

PAGE: Final = 30
FOUND: Final = 20
"""Invoices that a search shows."""
SHOWS: Final = ("waiting", "booked", "all")

GROUNDS: Final[dict[str, Callable[[], str]]] = {
    "number": lambda: _("it names the invoice"),
    "sum": lambda: _("the sum agrees"),
    "tax_id": lambda: _("the payer's tax number agrees"),
    "account": lambda: _("the account has paid for this counterparty before"),
    "name": lambda: _("the payer's name agrees"),
    "name_like": lambda: _("the payer's name is only alike"),
    "part": lambda: _("it is a part of what is open"),
    "several": lambda: _("it is for several invoices"),
    "overpaid": lambda: _("it is more than is open"),
    "credit_note": lambda: _("a credit note is taken off"),
    "oldest": lambda: _("the oldest open invoices are taken"),
    "only_sum": lambda: _("no other open invoice has this sum, and nothing else speaks for it"),
    "said": lambda: _("somebody here said so"),
}
"""The words for `leopold.ledger.matching.Ground`."""


@dataclass(frozen=True)
class Part:
    """What of a payment is for one invoice; `token` is what a decision about it sends back."""

    invoice: Invoice
    amount: str
    token: str


@dataclass(frozen=True)
class Row:
    """One payment: `state` is offered, none, booked or said; `rest` what it holds beyond its parts, "" for nothing."""

    payment: Payment
    amount: str
    state: str
    parts: tuple[Part, ...]
    grounds: str
    rest: str
    decisions: int


@dataclass(frozen=True)
class Candidate:
    """An invoice that a payment may be for, what is open of it, and what would be booked."""

    invoice: Invoice
    open: str
    amount: Decimal


def counts(found: QuerySet[Payment], today: date) -> dict[str, int]:
    """Return how many payments wait for a person, and how many are booked."""
    came = _came(found, today)
    return {
        "waiting": came.filter(booked=False).count(),
        "booked": came.filter(booked=True).count(),
        "offered": came.filter(offered=True).count(),
    }


def page(found: QuerySet[Payment], today: date, show: str, text: str, number: str) -> Page[Payment]:
    """Return a page of the payments that came by `today`: offers first, then those for which nothing was found."""
    came = _came(found, today)
    if show != "all":
        came = came.filter(booked=show == "booked")
    if text:
        came = came.filter(_says(text, "counterparty", "purpose", "invoice", "reference", "bookings__invoice__number"))
    # Offers take the oldest invoices, so the oldest payment is decided first.
    days = ("at", "pk") if show == "waiting" else ("-at", "-pk")
    ordered = came.distinct().order_by("-offered", "booked", *days)
    return Paginator(ordered.prefetch_related("bookings__invoice", "decisions"), PAGE).get_page(number)


def rows(payments: Iterable[Payment]) -> list[Row]:
    """Return what a list shows of each payment; bookings and decisions are at hand."""
    return [row_of(payment) for payment in payments]


def row_of(payment: Payment) -> Row:
    """Return what a page shows of a payment."""
    bookings = list(payment.bookings.all())
    sure = [each for each in bookings if each.sure]
    chosen = sure or bookings
    grounds = chosen[0].grounds if chosen else []
    state = "said" if SAID in grounds else "booked" if sure else "offered" if chosen else "none"
    rest = exact(payment.amount) - sum((exact(each.amount) for each in chosen), Decimal(0))
    return Row(
        payment=payment,
        amount=money(payment.amount, payment.currency),
        state=state,
        parts=tuple(Part(each.invoice, money(exact(each.amount), payment.currency), token(each)) for each in chosen),
        grounds="; ".join(GROUNDS[ground]() for ground in grounds if ground in GROUNDS),
        rest=money(rest, payment.currency) if chosen and rest > 0 else "",
        decisions=len(payment.decisions.all()),
    )


def candidates(payment: Payment, invoices: QuerySet[Invoice], text: str, left: Decimal) -> list[Candidate]:
    """Return the open invoices that a payment may be for: those that `text` finds, or its payer's, oldest first."""
    refused = payment.decisions.filter(verdict=BookingDecision.Verdict.REFUSED).values("invoice")
    fit = invoices.filter(workspace=payment.workspace_id, amount__gt=0, currency=payment.currency)
    if text:
        fit = fit.filter(_says(text, "number", "counterparty", "reference", "tax_id"))
    else:
        own = Q(counterparty=payment.counterparty) if payment.counterparty else Q(pk__in=[])
        own |= Q(tax_id=payment.tax_id) if payment.tax_id else Q(pk__in=[])
        fit = fit.filter(own | Q(amount=payment.amount, paid=None, settled=None)).exclude(pk__in=refused)
    found = list(fit.order_by("issued", "pk")[: 10 * FOUND])
    left_open = open_amounts(found)
    own_shares = {each.invoice_id: exact(each.amount) for each in payment.bookings.filter(sure=True)}
    shown: list[Candidate] = []
    for invoice in found:
        still = left_open[invoice.pk] + own_shares.get(invoice.pk, Decimal(0))
        if still > 0 and len(shown) < FOUND:
            shown.append(Candidate(invoice, money(still, invoice.currency), max(min(still, left), Decimal(0))))
    return shown


def _came(found: QuerySet[Payment], today: date) -> Any:
    """The payments that came, each with `booked` and `offered`, which the types of Django cannot say."""
    mine = Booking.objects.filter(payment=OuterRef("pk"))
    return found.filter(amount__gt=0, at__lte=today).annotate(
        booked=Exists(mine.filter(sure=True)), offered=Exists(mine.filter(sure=False))
    )


def _says(text: str, *fields: str) -> Q:
    """Whether a text stands in one of the fields. SQLite folds the case of Latin letters alone, so others are tried."""
    found = Q()
    for form in dict.fromkeys((text, text.lower(), text.upper(), text.capitalize(), text.title())):
        for field in fields:
            found |= Q(**{f"{field}__icontains": form})
    return found
