"""What is owed at a desk, as its pages and the API tell it: figures by currency, cash by week, lists of invoices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from leopold.ledger.aging import EDGES
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import CashWeek, Invoice, LedgerState, Outlook

PAGE: Final = 50
SHOWS: Final = ("overdue", "open")
SORTS: Final[Mapping[str, tuple[str, ...]]] = {
    "due": ("invoice__due",),
    "expected": ("expected",),
    "name": ("invoice__counterparty", "invoice__due"),
    "open": ("invoice__currency", "-open"),
}
"""Columns that a list can be sorted by; sums only within their currency."""


@dataclass(frozen=True)
class Owed:
    """What is open in one currency: sums and numbers of invoices by bucket of `leopold.ledger.aging.EDGES`.

    `credit` is what open credit notes take off, `offered` what may have come but nobody has confirmed. Days sales
    outstanding are None where nothing was billed in the last 90 days, or more is open than was ever billed.
    """

    currency: str
    sums: tuple[Decimal, ...]
    counts: tuple[int, ...]
    credit: Decimal
    offered: Decimal
    textbook: float | None
    counted: float | None

    @property
    def open(self) -> Decimal:
        """All that is owed, credit notes not taken off."""
        return sum(self.sums, Decimal(0))

    @property
    def overdue(self) -> Decimal:
        """What is past its day."""
        return sum(self.sums[1:], Decimal(0))


@dataclass(frozen=True)
class Week:
    """What is expected in a week from Monday `start` to Sunday `end`, both None for all that comes later."""

    start: date | None
    end: date | None
    middle: Decimal
    low: Decimal
    high: Decimal
    promised: Decimal


@dataclass(frozen=True)
class Coming:
    """Expected cash in one currency: its weeks, and what comes later or nobody knows when."""

    currency: str
    weeks: tuple[Week, ...]
    later: Week


@dataclass(frozen=True)
class Choice:
    """What the reader asked to see of the list of open invoices."""

    text: str
    show: str
    sort: str
    page: str

    @classmethod
    def of(cls, query: QueryDict) -> Choice:
        """Read it from a page's query; whatever is unknown there counts as not said."""
        show, sort = query.get("show", ""), query.get("sort", "")
        return cls(
            query.get("q", "").replace("\0", "").strip()[:200],
            show if show in SHOWS else SHOWS[0],
            sort if sort in SORTS else "due",
            query.get("page", "1"),
        )


def state_of(workspace: Workspace) -> LedgerState | None:
    """Return what the outlook of a desk was worked out from, None before there is one."""
    return LedgerState.objects.filter(workspace=workspace).exclude(day=None).first()


def by_currency(outlooks: QuerySet[Outlook], state: LedgerState | None, today: date) -> list[Owed]:
    """Return what is open of these invoices, currency by currency; figures of the whole ledger where `state` is."""
    figures: Mapping[str, Any] = state.figures if state else {}
    sums: defaultdict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * (len(EDGES) + 1))
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (len(EDGES) + 1))
    for currency, due, open_ in outlooks.values_list("invoice__currency", "invoice__due", "open"):
        bucket = sum((today - due).days > edge for edge in EDGES)
        sums[currency][bucket] += exact(open_)
        counts[currency][bucket] += 1
    credit, offered = (
        {name: Decimal(each) for name, each in figures.get(of, {}).items()} for of in ("credit", "offered")
    )
    return [
        Owed(
            currency,
            tuple(sums[currency]),
            tuple(counts[currency]),
            credit.get(currency, Decimal(0)),
            offered.get(currency, Decimal(0)),
            figures.get("textbook", {}).get(currency),
            figures.get("counted", {}).get(currency),
        )
        for currency in sorted({*sums, *credit})
    ]


def coming(workspace: Workspace) -> list[Coming]:
    """Return the cash that is expected, currency by currency."""
    found: defaultdict[str, list[Week]] = defaultdict(list)
    for row in CashWeek.objects.filter(workspace=workspace):
        end = row.week + timedelta(days=6) if row.week else None
        sums = (exact(each) for each in (row.middle, row.low, row.high, row.promised))
        found[row.currency].append(Week(row.week, end, *sums))
    return [
        Coming(
            currency,
            tuple(sorted((week for week in weeks if week.start), key=lambda week: week.start or date.max)),
            next(week for week in weeks if week.start is None),
        )
        for currency, weeks in sorted(found.items())
    ]


def page(outlooks: QuerySet[Outlook], choice: Choice, today: date) -> Page[Outlook]:
    """Return the page of open invoices that `choice` asks for, the nearest one where there is none such."""
    if choice.show == "overdue":
        outlooks = outlooks.filter(invoice__due__lt=today)
    if choice.text:
        about = Q(invoice__counterparty__icontains=choice.text) | Q(invoice__number__icontains=choice.text)
        outlooks = outlooks.filter(about | Q(invoice__relationship__searched__contains=choice.text.casefold()))
    found = outlooks.select_related("invoice__relationship__organization")
    return Paginator(found.order_by(*SORTS[choice.sort], "invoice__pk"), PAGE).get_page(choice.page)


def invoices_page(invoices: QuerySet[Invoice], number: str) -> Page[Invoice]:
    """Return a page of invoices, those that are open first, and of these the oldest."""
    found = invoices.select_related("outlook", "relationship__organization")
    return Paginator(found.order_by(F("outlook__pk").asc(nulls_last=True), "-issued", "pk"), PAGE).get_page(number)
