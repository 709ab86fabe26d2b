"""What a desk knows of one counterparty, made anew of its rows each time, as `leopold.dunning` wants it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any, Final, cast

from django.db.models import Prefetch, Q, QuerySet

from leopold import model
from leopold.commitments.following_words import FOLLOWING
from leopold.dunning.dealings import Commitment as Promised
from leopold.dunning.dealings import Dealings, OpenCase, Reminded, State
from leopold.dunning.dealings import Pause as Paused
from leopold.languages import Language
from leopold.ledger.matching import EARLY, Match, Share, match
from leopold.ledger.numbers import named as numbers_in
from leopold.ledger.settling import settle
from leopold.signals.sentences import fold
from leopold_web.accounts.models import Workspace
from leopold_web.cases.models import Case
from leopold_web.commitments.models import Commitment
from leopold_web.receivables.actions import exact, invoice_of, payment_of
from leopold_web.receivables.models import (
    Booking,
    BookingDecision,
    Invoice,
    LiftedReason,
    Pause,
    Payment,
    Reminder,
)
from leopold_web.relationships.models import Message, Relationship, Signal
from leopold_web.relationships.stored import letter_of

OUT: Final = (Reminder.State.QUEUED, Reminder.State.SENT, Reminder.State.BY_HAND)
"""States of reminders that the other side has, or is about to get."""

Paid = tuple[date, Decimal]


@dataclass(frozen=True, slots=True)
class Books:
    """One counterparty: its dealings, and the rows that they were made of.

    `about` is what it is known by, `name` what it is called. `paid` are the booked payments of each invoice by number
    of its row, `sender` is who of theirs wrote last: name and address, "" where nobody did.
    """

    workspace: Workspace
    about: str
    name: str
    relationship: Relationship | None
    rows: dict[model.Invoice, Invoice]
    paid: dict[int, list[Paid]]
    dealings: Dealings
    language: Language
    sender: tuple[str, str]

    @property
    def health(self) -> float | None:
        """The health of the relationship, None where no letters tell it."""
        return self.relationship.health if self.relationship and self.relationship.letters else None

    @property
    def overdue(self) -> list[model.Invoice]:
        """The open invoices whose day has gone by, by due day."""
        late = [each for each, left in self.dealings.left.items() if left > 0 and each.due < self.dealings.day]
        return sorted(late, key=lambda each: (each.due, each.issued, each.number))


def about_of(invoice: Invoice) -> str:
    """Return what the counterparty of an invoice is known by."""
    return invoice.relationship.organization.key if invoice.relationship else invoice.counterparty


def invoices_of(workspace: Workspace, about: str) -> QuerySet[Invoice]:
    """Return the invoices of a counterparty."""
    theirs = Q(relationship__organization__key=about) | Q(relationship=None, counterparty=about)
    return workspace.invoices.filter(theirs).select_related("relationship__organization").order_by("pk")


def books_of(workspace: Workspace, about: str, *, but: int | None = None) -> Books:
    """Return what is known of a counterparty on the evening of the desk's today; `but` is a reminder not to count."""
    day = workspace.today()
    rows = [row for row in invoices_of(workspace, about) if row.issued <= day]
    relationship = next((row.relationship for row in rows if row.relationship), None)
    if relationship is None:
        known = Relationship.objects.select_related("organization")
        relationship = known.filter(workspace=workspace, organization__key=about).first()
    bills = {_bill(row, day): row for row in rows}
    left, offered, paid = _standing(workspace, bills, relationship, day)
    since = min((each.issued for each, open_ in left.items() if open_ > 0), default=day)
    letters = _letters(relationship, since, day)
    sender = _sender(letters)
    dealings = Dealings(
        day,
        left,
        letters,
        _payments(workspace, rows, relationship, day),
        offered,
        _promises(workspace, about, [row.number for row in rows]),
        [
            OpenCase(each.subject, min(each.opened_at.date(), day))
            for each in Case.objects.filter(workspace=workspace, about=about, closed_at=None)
        ],
        _reminded(workspace, about, day, but),
        _pause(workspace, about),
        _lifted(workspace, about),
    )
    name = relationship.organization.name if relationship else about
    language = _language(letters, name, workspace)
    return Books(workspace, about, name, relationship, bills, paid, dealings, language, sender)


def _bill(row: Invoice, day: date) -> model.Invoice:
    """An invoice as it stood on the evening of a day: with the day of payment that its ledger or the matching tells."""
    known = [each for each in (row.paid, row.settled) if each is not None and each <= day]
    return replace(invoice_of(row), paid=min(known, default=None))


def _standing(
    workspace: Workspace, bills: dict[model.Invoice, Invoice], relationship: Relationship | None, day: date
) -> tuple[dict[model.Invoice, Decimal], list[Match], dict[int, list[Paid]]]:
    """What is left of each invoice, the payments that may be for one, and what was paid on each.

    What people said of a payment goes before what the matching found. Payments that no matching has seen yet are
    matched here: they count at once.
    """
    by_row = {row.pk: bill for bill, row in bills.items()}
    left = {bill: Decimal(0) if bill.paid else bill.amount for bill in bills}
    paid: dict[int, list[Paid]] = defaultdict(list)
    offered: list[Match] = []
    said = {
        (each.payment_id, each.invoice_id): each
        for each in BookingDecision.objects.filter(invoice__in=by_row).select_related("payment")
    }
    shares = [
        (each.payment, each.invoice_id, each.amount, each.sure)
        for each in Booking.objects.filter(invoice__in=by_row).select_related("payment")
        if (each.payment_id, each.invoice_id) not in said
    ]
    for (_, invoice), decision in said.items():
        if decision.verdict == BookingDecision.Verdict.BOOKED:
            shares.append((decision.payment, invoice, decision.amount or decision.payment.amount, True))
    for payment, invoice, amount, sure in shares:
        if payment.at > day:
            continue
        if sure:
            paid[invoice].append((payment.at, exact(amount)))
            if not by_row[invoice].paid:
                left[by_row[invoice]] -= exact(amount)
        else:
            offered.append(_offer(payment, by_row[invoice], exact(amount)))
    _net(left)
    for found in _unseen(workspace, left, relationship, day):
        refused = {(row, bill) for (row, bill), each in said.items() if each.verdict == BookingDecision.Verdict.REFUSED}
        for payment, bill, amount, sure in found:
            if (payment.pk, bills[bill].pk) in refused:
                continue
            if sure:
                left[bill] -= amount
                paid[bills[bill].pk].append((payment.at, amount))
            else:
                offered.append(_offer(payment, bill, amount))
    return left, offered, dict(paid)


def _offer(payment: Payment, bill: model.Invoice, amount: Decimal) -> Match:
    return Match(payment_of(payment), (Share(bill, amount),), Decimal(0), ("only_sum",), sure=False)


def _net(left: dict[model.Invoice, Decimal]) -> None:
    """Take credit notes off the invoices that they name."""
    for note in [each for each, open_ in left.items() if open_ < 0 and each.credits]:
        for bill in [each for each in left if each.number == note.credits and each.currency == note.currency]:
            off = min(-left[note], max(left[bill], Decimal(0)))
            left[bill] -= off
            left[note] += off


def _unseen(
    workspace: Workspace, left: dict[model.Invoice, Decimal], relationship: Relationship | None, day: date
) -> Iterable[list[tuple[Payment, model.Invoice, Decimal, bool]]]:
    """Yield what payments that are booked for nothing may be for, of this counterparty.

    They may have come after the last matching. Here only what names the invoice counts; all else is offered.
    """
    open_ = {replace(each, amount=rest, paid=None): each for each, rest in left.items() if rest > 0}
    if not open_:
        return
    since = min(each.issued for each in open_) - EARLY
    found = workspace.payments.filter(bookings=None, at__gte=since, at__lte=day, amount__gt=0)
    found = found.exclude(decisions__verdict=BookingDecision.Verdict.BOOKED)
    others = Q(relationship__isnull=False) & ~Q(relationship=relationship)
    numbers = {each.number for each in left}
    rows = [row for row in found.exclude(others) if not row.invoice or row.invoice in numbers]
    known = defaultdict(list)
    for row in rows:
        known[payment_of(row)].append(row)
    matching = match(list(open_), list(known_payments := [payment_of(row) for row in rows]))
    booked = Counter(each.payment for each in matching.booked)
    yield [
        (known[each.payment][0], open_[share.invoice], share.amount, sure and "number" in each.grounds)
        for matches, sure in ((matching.booked, True), (matching.offered, False))
        for each in matches
        for share in each.shares
    ]
    # What names an invoice in a field of its own counts, though nothing else speaks for it.
    rest = [each for each in known_payments if each.invoice and not booked[each]]
    for bill, settled in zip(open_, settle(list(open_), rest), strict=True):
        if settled.paid is not None and left[open_[bill]] > 0:
            naming = next(row for row in rows if row.invoice == bill.number)
            yield [(naming, open_[bill], left[open_[bill]], True)]


def _payments(
    workspace: Workspace, rows: Sequence[Invoice], relationship: Relationship | None, day: date
) -> list[model.Payment]:
    """The payments of a counterparty: those booked for it, those tied to it, and those that bear its name."""
    names = {row.counterparty for row in rows}
    theirs = Q(bookings__invoice__in=rows, bookings__sure=True) | Q(counterparty__in=names) & ~Q(counterparty="")
    theirs |= Q(invoice__in=[row.number for row in rows]) & ~Q(invoice="") & Q(counterparty="")
    if relationship is not None:
        theirs |= Q(relationship=relationship)
    found = workspace.payments.filter(theirs, at__lte=day).distinct().order_by("at", "pk")
    return [payment_of(row) for row in found]


def _letters(relationship: Relationship | None, since: date, day: date) -> list[model.Letter]:
    if relationship is None:
        return []
    first, last = datetime.combine(since, time.min, UTC), datetime.combine(day, time.max, UTC)
    signals = Prefetch("signals", Signal.objects.filter(reader=""), to_attr="read")
    found = Message.objects.filter(relationship=relationship, automatic="", at__range=(first, last))
    return [_heard(row) for row in found.prefetch_related(signals).order_by("at", "pk")]


def _heard(row: Message) -> model.Letter:
    side: model.Side = "ours" if row.side == "ours" else "theirs"
    read: list[Signal] = row.read  # type: ignore[attr-defined]
    return replace(
        letter_of(row),
        signals=tuple(
            model.Signal(
                each.kind, side, each.probability, model.Evidence(row.own_id, each.start, each.end, each.quote)
            )
            for each in read
        ),
    )


def _promises(workspace: Workspace, about: str, numbers: Sequence[str]) -> list[Promised]:
    found = Commitment.objects.filter(workspace=workspace, about=about).exclude(about="")
    found = found.select_related("plan_part__plan").prefetch_related("plan_part__plan__invoices")
    return [_promise(each, numbers) for each in found if each.side in ("ours", "theirs")]


def _promise(row: Commitment, numbers: Sequence[str]) -> Promised:
    part = getattr(row, "plan_part", None)
    said = fold(row.what)
    pays = row.amount is not None or any(each.pays.search(said) for each in FOLLOWING.values())
    named = tuple(sorted(each.number for each in part.plan.invoices.all())) if part else numbers_in(row.what, numbers)
    stored: dict[str, Any] | None = row.evidence
    evidence = model.Evidence(**stored) if stored else None
    side: model.Side = "ours" if row.side == "ours" else "theirs"
    return Promised(
        row.what, side, row.due, cast("State", row.state), pays, named, str(part.plan_id) if part else "", evidence
    )


def _reminded(workspace: Workspace, about: str, day: date, but: int | None) -> list[Reminded]:
    found = Reminder.objects.filter(workspace=workspace, about=about, state__in=OUT).exclude(pk=but or 0)
    return [
        Reminded(
            # A desk may take an earlier day for today; what people do there is of that day at the latest.
            min((each.over_at or each.made_at).date(), day),
            each.step,
            tuple(row.number for row in each.invoices.all()),
        )
        for each in found.prefetch_related("invoices")
    ]


def _pause(workspace: Workspace, about: str) -> Paused | None:
    found = Pause.objects.filter(workspace=workspace, about=about).select_related("made_by").first()
    return Paused(found.until, str(found.made_by or ""), found.note) if found else None


def _lifted(workspace: Workspace, about: str) -> dict[str, date]:
    found: dict[str, date] = {}
    for each in LiftedReason.objects.filter(workspace=workspace, about=about):
        found[each.kind] = max(each.day, found.get(each.kind, date.min))
    return found


def _sender(letters: Sequence[model.Letter]) -> tuple[str, str]:
    """Who of theirs wrote last."""
    theirs = [each.message.sender for each in letters if each.side == "theirs" and each.message.sender.email]
    return (theirs[-1].name, theirs[-1].email) if theirs else ("", "")


def _language(letters: Sequence[model.Letter], name: str, workspace: Workspace) -> Language:
    """The language that they write in; where they do not, that of their name's letters, else the desk's own."""
    counted = Counter(each.language for each in letters if each.side == "theirs")
    if counted:
        return max(sorted(counted), key=lambda each: counted[each])
    return "ru" if workspace.language == "ru" or re.search("[а-яё]", name.casefold()) else "en"
