"""From the ledger of a workspace to what is expected of it: the engine's own path, kept as rows.

It is worked out over the whole ledger at once, whether or not a counterparty writes letters; unchanged input costs one
look at the ledger's state.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from leopold import __version__, model
from leopold.forecast.cash import Cash, Weeks
from leopold.forecast.lateness import Expectation
from leopold.forecast.receivables import InvoiceForecast, outlook
from leopold.ledger.aging import count_back, days_sales_outstanding
from leopold.ledger.matching import Match, Matching, Share
from leopold.ledger.standing import Standing, as_known, open_credit, standing_on
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.actions import exact, invoice_of, payment_of
from leopold_web.receivables.matching import named
from leopold_web.receivables.models import Booking, CashWeek, Invoice, LedgerState, Outlook
from leopold_web.receivables.seeing.unpaid import Why, whys
from leopold_web.relationships.models import Relationship
from leopold_web.storage import create

KEPT: Final = 1
"""What is kept of an outlook, by number: under a new one it is worked out anew though nothing changed."""
PERIOD: Final = 90
"""Days of sales that days sales outstanding are measured against."""


@dataclass(frozen=True, slots=True)
class Books:
    """The ledger of a workspace on an evening: its rows by invoice, how these stand, what is open of credit notes."""

    rows: dict[model.Invoice, Invoice]
    standings: tuple[Standing, ...]
    credit: dict[model.Invoice, Decimal]


def renew(workspace: Workspace, day: date) -> bool:
    """Work out anew what is expected on the evening of `day`, after the bookings; return whether anything changed."""
    state, _ = LedgerState.objects.get_or_create(workspace=workspace)
    digest = _digest(workspace, day, state.matched)
    if digest == state.inputs:
        return False
    books = books_of(workspace, day)
    found = outlook(books.standings, day)
    reasons = whys(workspace, books.rows, books.standings, day)
    outlooks = [_outlook(books.rows[one.invoice], one, reasons.get(one.invoice)) for one in found.forecasts]
    weeks = [row for cash in found.cash for row in _weeks(workspace, cash, books.standings, day)]
    with transaction.atomic():
        now = LedgerState.objects.select_for_update().get(pk=state.pk)
        if now.matched != state.matched:
            # The bookings are others by now: whoever made them works this out after them.
            return False
        Outlook.objects.filter(invoice__workspace=workspace).delete()
        CashWeek.objects.filter(workspace=workspace).delete()
        _settle(books)
        create(Outlook, outlooks)
        create(CashWeek, weeks)
        now.inputs, now.day = digest, day
        now.patterns = {one.counterparty: _pattern(one) for one in found.patterns}
        now.figures = {"settled": found.settled, "enough": found.enough, **_figures(books, found.cash, day)}
        now.save(update_fields=["inputs", "day", "patterns", "figures"])
    return True


def books_of(workspace: Workspace, day: date) -> Books:
    """Return the ledger of a workspace on the evening of `day`, by the bookings of the desk."""
    known = workspace.invoices.filter(issued__lte=day).select_related("relationship").order_by("pk")
    rows: dict[model.Invoice, Invoice] = {}
    for row in known:
        rows.setdefault(as_known(invoice_of(row), day), row)
    by_pk = {row.pk: bill for bill, row in rows.items()}
    matching = _matching(workspace, by_pk, day)
    payments = named(workspace.payments.filter(at__lte=day).exclude(invoice="").order_by("pk"))
    return Books(rows, standing_on(list(rows), payments, matching, day), open_credit(list(rows), matching))


def _matching(workspace: Workspace, bills: Mapping[int, model.Invoice], day: date) -> Matching:
    """The bookings of the desk as the engine has them."""
    found: defaultdict[tuple[int, bool], list[Share]] = defaultdict(list)
    payments: dict[int, model.Payment] = {}
    kept = Booking.objects.filter(workspace=workspace, payment__at__lte=day).select_related("payment")
    for row in kept.order_by("pk"):
        if row.invoice_id in bills:
            payments.setdefault(row.payment_id, payment_of(row.payment))
            found[row.payment_id, row.sure].append(Share(bills[row.invoice_id], exact(row.amount)))
    matches = [
        Match(payments[pk], tuple(shares), Decimal(0), (), sure, place)
        for place, ((pk, sure), shares) in enumerate(found.items())
    ]
    return Matching(tuple(each for each in matches if each.sure), tuple(each for each in matches if not each.sure), ())


def _settle(books: Books) -> None:
    """Keep the days on which invoices were covered, where no relationship has told them."""
    changed = []
    for each in books.standings:
        row = books.rows[each.invoice]
        if row.settled != each.settled and (row.relationship_id is None or row.settled is None):
            row.settled = each.settled
            changed.append(row)
    Invoice.objects.bulk_update(changed, ["settled"], batch_size=100)


def _digest(workspace: Workspace, day: date, matched: str) -> str:
    """A digest of all that an outlook depends on: the day, the ledger with its bookings, what was read of letters."""
    found = hashlib.blake2b(f"{__version__}\0{KEPT}\0{day}\0{matched}".encode(), digest_size=32)
    read = Relationship.objects.filter(workspace=workspace, invoices__isnull=False).distinct().order_by("pk")
    for pk, inputs in read.values_list("pk", "inputs"):
        found.update(f"\0{pk}\0{inputs}".encode())
    return found.hexdigest()


def _outlook(row: Invoice, one: InvoiceForecast, why: Why | None) -> Outlook:
    told = why.plain() if why else {}
    return Outlook(
        invoice=row,
        open=one.left,
        late=one.late,
        expected=one.expected,
        low=one.low,
        high=one.high,
        known=one.n,
        **told,
    )


def _weeks(workspace: Workspace, cash: Cash, standings: Sequence[Standing], day: date) -> Iterator[CashWeek]:
    """Yield the rows of one currency: its weeks, and what comes later."""
    weeks = Weeks.after(day)
    promised: defaultdict[date | None, Decimal] = defaultdict(Decimal)
    for each in standings:
        if each.left > 0 and not each.offered and each.invoice.currency == cash.currency:
            number = max((each.invoice.due.toordinal() - weeks.first) // 7, 0)
            promised[weeks.monday(number) if number < weeks.many else None] += each.left
    for week, found in (*zip(cash.mondays, cash.weeks, strict=True), (None, cash.later)):
        sums = {"low": found.low, "middle": found.expected, "high": found.high, "promised": promised[week]}
        yield CashWeek(workspace=workspace, currency=cash.currency, week=week, **sums)


def _pattern(one: Expectation) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _figures(books: Books, cash: Sequence[Cash], day: date) -> dict[str, Any]:
    """Figures of the whole ledger by currency: days sales outstanding, by the textbook and counted back, open credit
    notes, and what may have come but nobody has confirmed."""
    left = {each.invoice: each.left for each in books.standings if each.left > 0} | books.credit
    credit: defaultdict[str, Decimal] = defaultdict(Decimal)
    for note, amount in books.credit.items():
        credit[note.currency] += amount
    return {
        "textbook": days_sales_outstanding(books.rows, left, day, PERIOD),
        "counted": count_back(books.rows, left, day),
        "credit": {currency: str(amount) for currency, amount in sorted(credit.items())},
        "offered": {each.currency: str(each.offered) for each in cash if each.offered},
    }
