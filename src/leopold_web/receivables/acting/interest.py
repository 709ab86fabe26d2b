"""Late interest of invoices, as information, and what people decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from leopold import model
from leopold.commitments.calendars import calendar_of
from leopold.dunning.interest import Interest, article_395, directive_2011_7
from leopold.errors import DunningError
from leopold.faults import Fault
from leopold_web.accounts.models import User
from leopold_web.receivables.acting.books import Books
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.actions import exact as exact
from leopold_web.receivables.models import InterestDecision
from leopold_web.storage import clean

SHOWN: Final = timedelta(365)
"""How long after an invoice was paid late its interest still waits for a decision."""


@dataclass(frozen=True, slots=True)
class Late:
    """An invoice that is late or was paid late: its interest, or why there is none; what was decided, latest first."""

    invoice: model.Invoice
    row: int
    interest: Interest | None
    fault: Fault | None
    decisions: Sequence[InterestDecision]

    @property
    def decided(self) -> bool:
        """Whether a person has said what is to become of it."""
        return bool(self.decisions) and self.decisions[0].verdict != InterestDecision.Verdict.LATER


def of(books: Books, invoice: model.Invoice) -> Interest | None:
    """Return the late interest of an invoice to the evening of the day, None where no law here gives any."""
    try:
        found = _by_law(books, invoice)
    except DunningError:
        return None
    return found if found.lines else None


def _by_law(books: Books, invoice: model.Invoice) -> Interest:
    paid = books.paid.get(books.rows[invoice].pk, [])
    until = books.dealings.day
    if invoice.paid is not None and sum(amount for _, amount in paid) < invoice.amount:
        # The ledger says when it was paid in full, and not in which parts.
        paid = [(invoice.paid, invoice.amount)]
    if invoice.currency == "RUB":
        return article_395(invoice.amount, "RUB", invoice.due, until, paid, calendar_of("RU"))
    return directive_2011_7(invoice.amount, invoice.currency, invoice.due, until, paid)


def late_ones(books: Books) -> list[Late]:
    """Return the invoices of a counterparty that are late, or were paid late in the last year, the oldest first."""
    day = books.dealings.day
    decisions: dict[int, list[InterestDecision]] = {}
    for each in InterestDecision.objects.filter(invoice__in=[row.pk for row in books.rows.values()]).select_related(
        "made_by"
    ):
        decisions.setdefault(each.invoice_id, []).append(each)
    found = []
    for invoice, row in books.rows.items():
        if invoice.amount <= 0 or invoice.due >= day or not _is_late(books, invoice, row.pk, day):
            continue
        interest, fault = None, None
        try:
            interest = _by_law(books, invoice)
        except DunningError as error:
            fault = error.fault
        if fault or (interest and interest.lines):
            found.append(Late(invoice, row.pk, interest, fault, decisions.get(row.pk, [])))
    return sorted(found, key=lambda each: (each.invoice.due, each.invoice.number))


def _is_late(books: Books, invoice: model.Invoice, row: int, day: date) -> bool:
    if books.dealings.left.get(invoice, 0) > 0:
        return True
    last = invoice.paid or max((at for at, _ in books.paid.get(row, [])), default=None)
    return last is not None and last > invoice.due and last >= day - SHOWN


def decide(books: Books, row: int, verdict: str, note: str, user: User, now: datetime) -> InterestDecision:
    """Keep what a person decided about the late interest of an invoice; earlier decisions stay to be seen."""
    late = next((each for each in late_ones(books) if each.row == row), None)
    if late is None or late.interest is None:
        raise ActingRefusedError("no_interest")
    made = InterestDecision(
        invoice_id=row,
        verdict=verdict,
        law=late.interest.law,
        until=late.interest.lines[-1].until,
        amount=late.interest.amount + late.interest.fixed,
        currency=late.interest.currency,
        note=note.strip(),
        made_by=user,
        made_at=now,
    )
    clean(made).save()
    return made
