"""Promises that letters, earlier agreements and invoices hold, as one seat at a table may know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from leopold.commitments import due
from leopold.commitments.finding import promises
from leopold.model import Evidence, Letter
from leopold_web.cases.models import Case
from leopold_web.commitments.actions import words_of
from leopold_web.commitments.models import Commitment
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Invoice
from leopold_web.relationships.models import Message, Signal
from leopold_web.relationships.stored import letter_of
from leopold_web.round_tables import engine
from leopold_web.round_tables.models import AgreementPoint, Seat
from leopold_web.wording import money

LETTER: Final = "letter"
PROMISE: Final = "promise"
INVOICE: Final = "invoice"
KINDS: Final = ("overpromise", "broken_promise", "unmet_expectation")
"""Signs of a promise: one made with much certainty, one that was broken, one that somebody thought was made."""
LEAST: Final = 0.3
LETTERS: Final = 60
"""Letters that are read for promises, the latest."""
SEARCHED: Final = 500
"""Letters among which those of a guest are looked for, the latest."""
STOP: Final = re.compile(r"[.!…]+")
"""What ends a sentence: it is quoted too, since a clause without it looks cut."""
PENDING: Final = (Commitment.State.OPEN, Commitment.State.BROKEN)


@dataclass(frozen=True, slots=True)
class Draft:
    """A promise as something holds it: a letter (`start` is where in it), an earlier agreement, or an invoice.

    `of` is who promised, where that is plain: a sign that a promise broke does not tell whose it was. `quote` are the
    words that it stands on, `text` what was promised, `due` until when.
    """

    source: str
    number: int
    start: int
    written_at: datetime | None
    of: Seat | None
    quote: str
    text: str
    due: date | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from others."""
        return self.source, self.number, self.start


def of(seat: Seat) -> list[Draft]:
    """Return the promises that who sits at `seat` may know of; nothing where the table is about no relationship."""
    if seat.table.relationship_id is None or not seat.is_party:
        return []
    parties = engine.parties_of(seat.table)
    found = [*_agreed(seat, parties), *_in_letters(seat, parties)]
    return [*_invoiced(seat, parties), *found] if seat.user_id is not None else found


def of_case(seat: Seat) -> int | None:
    """Return the conversation that the case is about from which the table of `seat` was opened, for our people."""
    if seat.user_id is None:
        return None
    found = Case.objects.filter(tables=seat.table_id, conversation__isnull=False)
    return found.values_list("conversation_id", flat=True).first()


def letters_of(seat: Seat, most: int) -> list[Message]:
    """Return the latest dated letters that who sits at `seat` may know of; those of the table's case come first.

    Our people know all letters of the relationship, a guest those that their own address sent or was sent.
    """
    letters = Message.objects.filter(relationship=seat.table.relationship_id, at__isnull=False).order_by("-at", "-pk")
    if seat.user_id is None:
        own = [letter for letter in letters[:SEARCHED] if _is_own(seat, letter)]
        return own[:most]
    talk = of_case(seat)
    first = list(letters.filter(conversation=talk)[:most]) if talk else []
    return [*first, *(letters.exclude(conversation=talk) if talk else letters)[: most - len(first)]]


def _is_own(seat: Seat, letter: Message) -> bool:
    addresses = [letter.sender_email, *(address for _name, address in [*letter.to, *letter.cc])]
    return seat.email.casefold() in {address.casefold() for address in addresses if address}


def _in_letters(seat: Seat, parties: Sequence[Seat]) -> Iterator[Draft]:
    letters = letters_of(seat, LETTERS)
    signals = Signal.objects.filter(message__in=letters, kind__in=KINDS, probability__gte=LEAST).order_by("start", "pk")
    read, kept = _by_letter(signals), _kept(seat)
    for row in letters:
        letter, spans = letter_of(row), kept.get(row.own_id, ())
        marked = [each for each in read.get(row.pk, ()) if not _within(each.start, each.end, spans)]
        found = [promise for promise in promises(letter) if promise.due]
        dated = [each for each in found if not _within(each.act.start, each.act.end, spans)]
        for signal in marked:
            said = signal.kind == "overpromise"
            day = next((each.due for each in dated if _overlap(each.act, signal)), None)
            when = day or _day(letter, signal) if said else None
            yield _of_letter(row, signal.start, signal.quote, _party(parties, signal.side) if said else None, when)
        for promise in dated:
            if not any(_overlap(promise.act, signal) for signal in marked):
                stop = STOP.match(row.text, promise.act.end)
                words = promise.act.quote + (stop[0] if stop else "")
                yield _of_letter(row, promise.act.start, words, _party(parties, row.side), promise.due)


def _kept(seat: Seat) -> dict[str, list[tuple[int, int]]]:
    """Return the places in letters that our people confirmed as promises, by letter: those stand as such already."""
    found: dict[str, list[tuple[int, int]]] = {}
    if seat.user_id is not None:
        known = Commitment.objects.filter(relationship=seat.table.relationship_id).exclude(found_key="")
        for each in known.only("evidence"):
            piece: dict[str, Any] = each.evidence or {}
            if piece:
                found.setdefault(piece["message_id"], []).append((piece["start"], piece["end"]))
    return found


def _within(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in spans)


def _overlap(act: Evidence, signal: Signal) -> bool:
    return act.start < signal.end and signal.start < act.end


def _by_letter(signals: QuerySet[Signal]) -> dict[int, list[Signal]]:
    found: dict[int, list[Signal]] = {}
    for signal in signals:
        found.setdefault(signal.message_id, []).append(signal)
    return found


def _day(letter: Letter, signal: Signal) -> date | None:
    day = letter.message.day
    found = due(signal.quote, day, letter.language) if day else None
    return found.date if found else None


def _of_letter(letter: Message, start: int, words: str, owner: Seat | None, due: date | None) -> Draft:
    quote = " ".join(words.split())[:5000]
    return Draft(LETTER, letter.pk, start, letter.at, owner, quote, quote, due)


def _agreed(seat: Seat, parties: Sequence[Seat]) -> Iterator[Draft]:
    found = Commitment.objects.filter(relationship=seat.table.relationship_id, state__in=PENDING)
    if seat.user_id is None:
        found = found.filter(agreement__table__seats__email__iexact=seat.email, agreement__table__seats__role="party")
    for each in found.order_by("-made_at", "-pk").distinct():
        if seat.user_id is None:
            yield from _as_signed(each, parties)
            continue
        owner = next((party for party in parties if party.name == each.owner), None) or _party(parties, each.side)
        yield Draft(PROMISE, each.pk, 0, each.made_at, owner, each.what[:5000], each.what[:5000], each.due)


def _as_signed(promise: Commitment, parties: Sequence[Seat]) -> Iterator[Draft]:
    """Yield a promise as it was agreed: how our desk corrected or moved it since is its own affair."""
    for point in AgreementPoint.objects.filter(agreement=promise.agreement_id, number=promise.point or 0):
        name, side = (point.owner.name, point.owner.side) if point.owner else ("", Seat.Side.NEITHER)
        owner = next((party for party in parties if party.name == name), None) or _party(parties, side)
        words = words_of(point)[:5000]
        yield Draft(PROMISE, promise.pk, 0, promise.made_at, owner, words, words, point.due)


def _invoiced(seat: Seat, parties: Sequence[Seat]) -> Iterator[Draft]:
    unpaid = Invoice.objects.filter(relationship=seat.table.relationship_id, paid=None, settled=None, amount__gt=0)
    for each in unpaid.order_by("-due", "-pk"):
        amount = exact(each.amount)
        text = _("Payment of invoice %(number)s, %(amount)s") % {
            "number": each.number,
            "amount": money(amount, each.currency),
        }
        line = f"{each.number}, {amount:f} {each.currency}, {each.due.isoformat()}"
        issued = datetime.combine(each.issued, time(12), UTC)
        yield Draft(INVOICE, each.pk, 0, issued, _party(parties, Seat.Side.THEIRS), line, text, each.due)


def _party(parties: Iterable[Seat], side: str) -> Seat | None:
    return next((party for party in parties if party.side == side), None)
