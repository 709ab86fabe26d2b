"""One invoice and one counterparty as their pages and the API tell them: what came of it, what to expect, and why."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import QuerySet

from leopold import model, words_forecast, words_ledger
from leopold.forecast.lateness import Expectation
from leopold_web.receivables.acting.books import about_of
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Booking, Invoice, LedgerState, Outlook
from leopold_web.relationships import quotations
from leopold_web.relationships.models import Message
from leopold_web.wording import language

FEW: Final = 3
"""Under so many settled invoices of its counterparty, a forecast is mostly everybody's."""


@dataclass(frozen=True)
class Standing:
    """How an invoice stands: `state` is open, overdue, paid, credit_note, taken_back, or unknown before an analysis."""

    invoice: Invoice
    state: str
    outlook: Outlook | None
    open: Decimal
    days: int
    paid: date | None

    @property
    def chance(self) -> int | None:
        """The probability of being late in percent, 1 to 99; None for what is overdue, or where it is not known."""
        late = self.outlook.late if self.outlook else None
        if late is None or self.state != "open":
            return None
        return min(max(round(100 * late), 1), 99)

    @property
    def alone(self) -> bool:
        """Whether too few invoices of theirs are settled for the forecast to be about them."""
        return self.outlook is not None and self.outlook.known < FEW

    @property
    def about(self) -> str:
        """What its counterparty is known by."""
        return about_of(self.invoice)

    @property
    def name(self) -> str:
        """What its counterparty is called."""
        relationship = self.invoice.relationship
        return relationship.organization.name if relationship else self.invoice.counterparty


@dataclass(frozen=True)
class Explained:
    """Why an invoice is unpaid, in words, with quotations and facts of the ledger; `why` is "" where nobody asks."""

    why: str
    said: str
    quotations: tuple[quotations.Quotation, ...]
    facts: tuple[str, ...]


def standing(row: Invoice, today: date, state: LedgerState | None) -> Standing:
    """Return how an invoice stands on a day; `row` has its outlook at hand."""
    outlook: Outlook | None = getattr(row, "outlook", None)
    days = (today - row.due).days
    paid = row.paid or row.settled
    if row.amount < 0:
        return Standing(row, "credit_note", None, Decimal(0), 0, None)
    if outlook is not None:
        return Standing(row, "overdue" if days > 0 else "open", outlook, exact(outlook.open), days, None)
    if paid is not None and paid <= today:
        return Standing(row, "paid", None, Decimal(0), (paid - row.due).days, paid)
    if state is None or state.day is None or row.issued > state.day:
        return Standing(row, "unknown", None, exact(row.amount), days, None)
    return Standing(row, "taken_back", None, Decimal(0), 0, None)


def explained(row: Invoice, outlook: Outlook | None) -> Explained:
    """Return why an invoice is unpaid, in the reader's language."""
    if outlook is None or not outlook.why:
        return Explained("", "", (), ())
    pieces = [model.Evidence(**each) for each in outlook.evidence]
    ids = {piece.message_id for piece in pieces}
    letters = {each.own_id: each for each in Message.objects.filter(relationship=row.relationship_id, own_id__in=ids)}
    found = tuple(quotations.quotation(each, letters[each.message_id]) for each in pieces if each.message_id in letters)
    facts = (model.Fact(each["kind"], each["values"]) for each in outlook.facts)
    said = words_ledger.why(outlook.why, language())
    return Explained(outlook.why, said, found, tuple(words_ledger.fact(each, language()) for each in facts))


def bookings(row: Invoice) -> tuple[list[Booking], list[Booking]]:
    """Return what is booked for an invoice, in the order of the days, and what is offered."""
    found = list(row.bookings.select_related("payment").order_by("payment__at", "pk"))
    return [each for each in found if each.sure], [each for each in found if not each.sure]


def notes_of(row: Invoice) -> QuerySet[Invoice]:
    """Return the credit notes that name an invoice."""
    return Invoice.objects.filter(
        workspace=row.workspace_id, amount__lt=0, credits=row.number, counterparty=row.counterparty
    ).exclude(credits="")


def patterns(invoices: QuerySet[Invoice], state: LedgerState | None) -> list[tuple[Expectation, str]]:
    """Return when the invoices of a counterparty are paid, for each name that it has in the ledger, and in words."""
    names = sorted(set(invoices.order_by().values_list("counterparty", flat=True)))
    kept = state.patterns if state else {}
    found = [_pattern(kept[name]) for name in names if name in kept]
    return [(each, words_forecast.paying(each, language())) for each in found]


def _pattern(plain: dict[str, Any]) -> Expectation:
    return Expectation(**{field.name: plain[field.name] for field in fields(Expectation)})
