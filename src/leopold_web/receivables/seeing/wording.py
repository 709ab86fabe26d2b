"""What is owed, as pages write it: sums, days and states in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leopold import words_ledger
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Booking, Outlook
from leopold_web.receivables.seeing.charts import Bars
from leopold_web.receivables.seeing.invoices import Standing
from leopold_web.receivables.seeing.owed import Coming, Owed, Week
from leopold_web.wording import NO_BREAK, day, language, money, short_day

__all__ = ["booking", "coming", "money", "owed", "row"]


@dataclass(frozen=True)
class OwedRow:
    """One currency of the aging: each bucket's name and sum, "" for nothing, and its number of invoices."""

    currency: str
    buckets: tuple[tuple[str, str, int], ...]
    open: str
    overdue: str
    credit: str
    offered: str
    textbook: str
    counted: str


@dataclass(frozen=True)
class WeekRow:
    """One week of expected cash."""

    label: str
    middle: str
    interval: str
    promised: str


@dataclass(frozen=True)
class ComingRow:
    """Expected cash in one currency: its drawing, what that says in words, and its weeks."""

    currency: str
    bars: Bars | None
    most: str
    text: str
    first: str
    last: str
    weeks: tuple[WeekRow, ...]


@dataclass(frozen=True)
class Row:
    """One invoice of a list or a page: its standing, and that in words."""

    standing: Standing
    amount: str
    open: str
    state: str
    mark: str
    late: str
    expected: str
    interval: str
    between: str
    why: str


@dataclass(frozen=True)
class BookingRow:
    """What of a payment is for an invoice."""

    booking: Booking
    amount: str
    whole: str


def owed(each: Owed) -> OwedRow:
    """Return one currency of the aging in words."""
    names = (_("not due yet"), _("1–30 days"), _("31–60 days"), _("61–90 days"), _("more than 90 days"))
    return OwedRow(
        each.currency,
        tuple(
            (name, _bare(amount, each.currency), count)
            for name, amount, count in zip(names, each.sums, each.counts, strict=True)
        ),
        money(each.open, each.currency),
        _bare(each.overdue, each.currency),
        _bare(-each.credit, each.currency),
        _bare(each.offered, each.currency),
        _days(each.textbook),
        _days(each.counted),
    )


def coming(each: Coming, bars: Bars | None) -> ComingRow:
    """Return expected cash in one currency in words."""
    weeks = tuple(_week(week, each.currency) for week in (*each.weeks, each.later))
    soon = each.weeks[:4]
    text = _(
        "Expected in the next four weeks: %(sum)s; in all 13 weeks: %(all)s; later, or nobody knows when: %(later)s."
    ) % {
        "later": money(_round(each.later.middle), each.currency),
        "sum": money(_round(sum((week.middle for week in soon), Decimal(0))), each.currency),
        "all": money(_round(sum((week.middle for week in each.weeks), Decimal(0))), each.currency),
    }
    most = money(bars.most, each.currency) if bars else ""
    first, last = (short_day(week.start) for week in (each.weeks[0], each.weeks[-1]))
    return ComingRow(each.currency, bars, most, text, first, last, weeks)


def _week(week: Week, currency: str) -> WeekRow:
    label = f"{short_day(week.start)} – {short_day(week.end)}" if week.start else _("later, or nobody knows when")
    low, high = (money(_round(each), currency) for each in (week.low, week.high))
    return WeekRow(
        label,
        money(_round(week.middle), currency),
        low if low == high else f"{low} – {high}",
        money(_round(week.promised), currency),
    )


def row(standing: Standing) -> Row:
    """Return an invoice in words."""
    invoice, outlook = standing.invoice, standing.outlook
    state, mark = _state(standing)
    chance = standing.chance
    percent = "" if chance is None else f"{chance}{NO_BREAK}%" if language() == "ru" else f"{chance}%"
    return Row(
        standing,
        money(exact(invoice.amount), invoice.currency),
        money(standing.open, invoice.currency) if standing.open else "",
        state,
        mark,
        percent,
        short_day(outlook.expected) if outlook else "",
        _between(outlook, short_day),
        _between(outlook, day),
        words_ledger.why(outlook.why, language()) if outlook and outlook.why else "",
    )


def _between(outlook: Outlook | None, written: Callable[[date | None], str]) -> str:
    """Between which days four of five are paid, as `written` writes a day; "" where nobody knows."""
    if outlook is None or outlook.low is None:
        return ""
    low, high = written(outlook.low), written(outlook.high)
    if not high:
        return _("from %(day)s on") % {"day": low}
    return low if low == high else f"{low} – {high}"


def booking(each: Booking) -> BookingRow:
    """Return what of a payment is for an invoice, and the payment's whole sum where that is another."""
    payment = each.payment
    part, whole = exact(each.amount), exact(payment.amount)
    return BookingRow(each, money(part, payment.currency), money(whole, payment.currency) if whole != part else "")


def _state(standing: Standing) -> tuple[str, str]:
    """The state in words, and how a pill shows it."""
    match standing.state:
        case "overdue":
            days = standing.days
            return ngettext("overdue by %(days)d day", "overdue by %(days)d days", days) % {"days": days}, "bad"
        case "open":
            return _("open, not due yet"), ""
        case "paid":
            days = standing.days
            if days <= 0:
                return _("paid in time"), "good"
            return ngettext("paid %(days)d day late", "paid %(days)d days late", days) % {"days": days}, "good"
        case "credit_note":
            return _("credit note"), ""
        case "taken_back":
            return _("taken back by a credit note"), ""
    return _("not analysed yet"), ""


def _bare(amount: Decimal, currency: str) -> str:
    """A sum in a row that names its currency; "" for nothing."""
    return money(amount, currency).removesuffix(currency).rstrip() if amount else ""


def _round(amount: Decimal) -> Decimal:
    # What is only expected is not known to the cent.
    return amount.quantize(Decimal(1)) if amount >= 10 else amount


def _days(value: float | None) -> str:
    if value is None:
        return ""
    days = round(value)
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
