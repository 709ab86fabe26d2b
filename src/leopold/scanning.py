"""From files to the relationships that need a person: the whole path, in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

from leopold.commitments.calendars import Calendar
from leopold.correspondence.duplicates import Deduplicator
from leopold.correspondence.people import Directory, infer_ours
from leopold.correspondence.zones import zones
from leopold.ingest import parse, read_raws
from leopold.ledger import reading, settle
from leopold.ledger.matching import match
from leopold.model import Invoice, Message, Payment, Refusal, Relationship, Zone
from leopold.relationships import analyse, gather, ration
from leopold.relationships.alerts import THRESHOLD, line_of
from leopold.second_reader import SecondReader, Tally

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found. Letters: input = `read` + `duplicates` + refusals; `relationships`, most urgent first.

    Of the letters read, `automatic` (bounces, auto-replies, newsletters) and `later` (dated after `as_of`) count for
    nothing in the analysis. `second_reader` is what became of asking one, None where none was. Of `waiting`
    relationships an alert waits, since there was no room for it yet. `calendar` is the one that days were counted in.
    """

    as_of: date
    ours: tuple[str, ...]
    inferred: bool
    read: int
    duplicates: int
    automatic: int
    later: int
    refusals: tuple[Refusal, ...]
    ledger_read: int
    ledger_refusals: tuple[Refusal, ...]
    relationships: tuple[Relationship, ...]
    second_reader: Tally | None = None
    waiting: int = 0
    calendar: Calendar | None = None


@dataclass(slots=True)
class Inbox:
    """The letters of some sources, each once, and what became of the rest."""

    messages: list[Message] = field(default_factory=list)
    duplicates: int = 0
    refusals: list[Refusal] = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    """The invoices and payments of some files, and what could not be read of them.

    Where `matched` is set, each payment names the invoice that it is for already; one that names none is for none.
    """

    invoices: list[Invoice] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    matched: bool = False


def scan(
    paths: Sequence[Path | str],
    *,
    ours: Sequence[str] = (),
    ledger: Sequence[Path | str] = (),
    as_of: date | None = None,
    today: date | None = None,
    progress: Progress | None = None,
    second_reader: SecondReader | None = None,
    threshold: float = THRESHOLD,
    capacity: int | None = None,
    calendar: Calendar | None = None,
) -> Scan:
    """Read letters from `paths` and invoices and payments from `ledger`, and analyse every relationship in them.

    `ours` are the own domains, inferred from the letters when empty. The analysis knows what was known at the end of
    the day `as_of` (UTC), by default the last day on which anything happened, `today` at the latest. `progress` is
    told the letters and bytes read so far. A `second_reader` is sent the conversations that we are unsure of. An alert
    needs a probability of `threshold`; at most `capacity` new ones are raised a day, the most probable first, and the
    others wait. `calendar` says which days are worked on; None takes that of each letter's language. Where nobody says
    which side is ours and letters do not tell, `ours` and `relationships` of the result are empty. Raises SourceError
    for a path that cannot be opened, LedgerError for a ledger that cannot be understood,
    ValueError for a threshold outside 0..1 or a capacity below 1.
    """
    inbox, books = read_letters(map(Path, paths), progress), read_books(map(Path, ledger))
    day = as_of or _last_day(inbox, books, today)
    until = datetime.combine(day, time.max, UTC)
    known = known_by(inbox.messages, until)
    own = tuple(ours) or infer_ours(known)
    again = partial(analyse, until=until, threshold=threshold, calendar=calendar)
    found = [again(each) for each in gathered(known, own, books, until)] if own else []
    tally = None
    if second_reader:
        from leopold.second_reader.consulting import Consultation

        consultation = Consultation(second_reader)
        found, tally = consultation.consult(found, again, line_of(threshold)), consultation.tally
    kept, waiting = (found, []) if capacity is None else ration(found, capacity, until)
    return Scan(
        as_of=day,
        ours=own,
        inferred=not ours,
        read=len(inbox.messages),
        duplicates=inbox.duplicates,
        automatic=sum(message.automatic != "" for message in inbox.messages),
        later=len(inbox.messages) - len(known),
        refusals=tuple(inbox.refusals),
        ledger_read=len(books.invoices) + len(books.payments),
        ledger_refusals=tuple(books.refusals),
        relationships=tuple(sorted(kept, key=urgency)),
        waiting=len(waiting),
        second_reader=tally,
        calendar=calendar,
    )


def read_letters(paths: Iterable[Path], progress: Progress | None = None) -> Inbox:
    """Read every letter of `paths` once; count the copies, keep the refusals."""
    inbox, deduplicator, seen, size = Inbox(), Deduplicator(), 0, 0
    for path in paths:
        for raw in read_raws(path):
            message = raw if isinstance(raw, Refusal) else parse(raw)
            if isinstance(message, Refusal):
                inbox.refusals.append(message)
            elif deduplicator.first(message) is None:
                inbox.messages.append(deduplicator.kept(message))
            else:
                inbox.duplicates += 1
            if progress is not None:
                seen, size = seen + 1, size + (0 if isinstance(raw, Refusal) else len(raw.data))
                progress(seen, size)
    return inbox


def read_books(paths: Iterable[Path]) -> Ledger:
    """Read the invoices and payments of `paths`, each once however often it stands in them."""
    books = reading.read_books(paths)
    return Ledger(books.invoices, books.payments, books.refusals)


def known_by(messages: Iterable[Message], until: datetime) -> list[Message]:
    """Return the letters written by `until`, and those that no header dates."""
    return [message for message in messages if message.at is None or message.at <= until]


def gathered(messages: Sequence[Message], own: Iterable[str], books: Ledger, until: datetime) -> list[Relationship]:
    """Return the relationships in letters and books known by `until`, health and alerts not yet worked out."""
    directory, found = Directory(own), dict[str, tuple[Zone, ...]]()
    for message in messages:
        directory.observe(message)

    def zones_of(message: Message) -> tuple[Zone, ...]:
        if message.id not in found:
            found[message.id] = zones(message)
        return found[message.id]

    return gather(messages, directory, zones_of, *books_until(books, until.date()))


def books_until(books: Ledger, day: date) -> tuple[tuple[Invoice, ...], tuple[Payment, ...]]:
    """Return the invoices and payments as they stood on the evening of `day`.

    Credit notes count for the invoices that they name, and stand among them no more; nor does money that went out.
    """
    known = tuple(payment for payment in books.payments if payment.at <= day)
    issued = [
        replace(invoice, paid=None) if invoice.paid and invoice.paid > day else invoice
        for invoice in books.invoices
        if invoice.issued <= day
    ]
    if not books.matched and any(not payment.invoice for payment in known):
        known = match(issued, known).named(known)
    settled = tuple(invoice for invoice in settle(issued, known) if invoice.amount > 0)
    return settled, tuple(payment for payment in known if payment.invoice or payment.amount > 0)


def urgency(relationship: Relationship) -> tuple[bool, float, str]:
    """Return a sort key: open alerts first, then the more probable trouble, then the name."""
    now = relationship.health[-1].probability if relationship.health else 0.0
    waiting = any(alert.closed_at is None for alert in relationship.alerts)
    return (not waiting, -now, relationship.organization.name)


def _last_day(inbox: Inbox, books: Ledger, today: date | None) -> date:
    days = {message.at.date() for message in inbox.messages if message.at}
    days |= {invoice.issued for invoice in books.invoices} | {payment.at for payment in books.payments}
    past = [day for day in days if today is None or day <= today]
    return max(past, default=today or date.min)
