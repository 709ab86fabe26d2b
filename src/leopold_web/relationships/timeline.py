"""What happened between us and them, newest first: letters, ledger, alerts, cases, promises, one page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db.models import Count
from django.utils.translation import gettext as _

from leopold_web.cases.recalling import cases_about
from leopold_web.commitments import recalling as promises
from leopold_web.receivables.models import Booking, Invoice, Payment
from leopold_web.relationships.models import Alert, Message, Relationship
from leopold_web.wording import day, money

PAGE = 40
SNIPPET = 180


@dataclass(frozen=True)
class Entry:
    """One dated thing. `mark` is the side of a letter, or "ledger", "alert", "case" or "promise".

    What can be opened is named by its number.
    """

    at: datetime
    mark: str
    title: str
    text: str
    conversation: int | None = None
    message: int | None = None
    signals: int = 0
    case: int | None = None
    promise: int | None = None


def entries(relationship: Relationship, number: int) -> tuple[list[Entry], bool]:
    """Return page `number` (from 1) of the timeline, and whether there is more. Only its own letters are loaded."""
    dated = relationship.messages.filter(at__isnull=False)
    everything: list[Entry | tuple[datetime, int]] = [
        *_ledger(relationship),
        *_alerts(relationship),
        *_cases(relationship),
        *_promises(relationship),
    ]
    everything += [(at, pk) for at, pk in dated.order_by("-at", "-pk").values_list("at", "pk") if at]
    everything.sort(key=_moment, reverse=True)
    page = everything[(number - 1) * PAGE : number * PAGE]
    letters = _letters(relationship, [entry[1] for entry in page if isinstance(entry, tuple)])
    shown = [letters[entry[1]] if isinstance(entry, tuple) else entry for entry in page]
    return shown, len(everything) > number * PAGE


def _moment(entry: Entry | tuple[datetime, int]) -> datetime:
    return entry[0] if isinstance(entry, tuple) else entry.at


def _letters(relationship: Relationship, pks: Sequence[int]) -> dict[int, Entry]:
    found = relationship.messages.filter(pk__in=pks).annotate(marked=Count("signals"))
    return {letter.pk: _letter(letter, letter.marked) for letter in found}


def _letter(letter: Message, signals: int) -> Entry:
    sender = letter.sender_name or letter.sender_email
    title = f"{sender}: {letter.subject or _('(no subject)')}"
    at = letter.at or datetime.min.replace(tzinfo=UTC)
    return Entry(at, letter.side, title, snippet(letter), letter.conversation_id, letter.pk, signals)


def _ledger(relationship: Relationship) -> list[Entry]:
    found = [_invoice(invoice) for invoice in relationship.invoices.all()]
    booked: defaultdict[int, list[str]] = defaultdict(list)
    bookings = Booking.objects.filter(sure=True, payment__relationship=relationship).order_by("pk")
    for payment, number in bookings.values_list("payment", "invoice__number"):
        booked[payment].append(number)
    return found + [_payment(payment, booked[payment.pk]) for payment in relationship.payments.all()]


def _invoice(invoice: Invoice) -> Entry:
    values = {"number": invoice.number, "amount": money(invoice.amount, invoice.currency)}
    if invoice.amount < 0:
        text = _("for invoice %(number)s") % {"number": invoice.credits} if invoice.credits else ""
        return Entry(_evening(invoice.issued), "ledger", _("Credit note %(number)s, %(amount)s") % values, text)
    paid = invoice.settled or invoice.paid
    said = [_("due %(day)s") % {"day": day(invoice.due)}]
    said += [_("paid %(day)s") % {"day": day(paid)}] if paid else [_("not paid yet")]
    said += [_("disputed")] if invoice.disputed else []
    return Entry(_evening(invoice.issued), "ledger", _("Invoice %(number)s, %(amount)s") % values, ", ".join(said))


def _payment(payment: Payment, booked: Sequence[str]) -> Entry:
    values = {"amount": money(abs(payment.amount), payment.currency)}
    numbers = ", ".join(booked) or payment.invoice
    text = _("for invoice %(number)s") % {"number": numbers} if numbers else payment.purpose
    title = _("Payment of %(amount)s") if payment.amount > 0 else _("Payment of %(amount)s to them")
    return Entry(_evening(payment.at), "ledger", title % values, text)


def _alerts(relationship: Relationship) -> list[Entry]:
    return [_alert(alert) for alert in relationship.alerts.all()]


def _alert(alert: Alert) -> Entry:
    closed = _("closed %(day)s") % {"day": day(alert.closed_at)} if alert.closed_at else _("still open")
    title = _("Alert raised at %(percent)s") % {"percent": f"{100 * alert.probability:.0f}\u00a0%"}
    return Entry(alert.raised_at, "alert", title, closed)


def _cases(relationship: Relationship) -> list[Entry]:
    found = []
    for case in cases_about(relationship):
        owner = _("owner: %(name)s") % {"name": case.owner} if case.owner else ""
        opened = _("Case opened: %(subject)s") % {"subject": case.subject}
        found.append(Entry(case.opened_at, "case", opened, owner, case=case.pk))
        if case.closed_at:
            closed = _("Case closed: %(subject)s") % {"subject": case.subject}
            text = f"{case.get_outcome_display()}: {case.outcome_text}"
            found.append(Entry(case.closed_at, "case", closed, text, case=case.pk))
    return found


def _promises(relationship: Relationship) -> list[Entry]:
    return [Entry(at, "promise", title, text, promise=pk) for at, title, text, pk in promises.events(relationship)]


def snippet(letter: Message) -> str:
    """Return how the own words of a letter begin, on one line."""
    own = " ".join(letter.text[start:end] for kind, start, end in letter.zones if kind == "own")
    line = " ".join(own.split())
    return line if len(line) <= SNIPPET else line[:SNIPPET].rsplit(" ", 1)[0] + " …"


def _evening(of: date) -> datetime:
    return datetime.combine(of, time(12), UTC)
