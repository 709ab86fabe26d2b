"""What both ledgers hold of promises, as drafts for "what we thought was promised", each for its own side.

Our own people are offered the promises in our letters with the other side, those of earlier agreements, and invoices
that are not paid. A guest is offered those in letters that went from or to their own address, and those of agreements
that they sat at: nothing that they do not have themselves. Whoever is offered a draft alone sees it; what they take
over, in its words or their own, becomes an expectation, and all the rest stays where it was.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from leopold_web.cases.models import DroppedDraft
from leopold_web.round_tables import ledgers
from leopold_web.round_tables.actions import expectations
from leopold_web.round_tables.actions.machine import acting
from leopold_web.round_tables.ledgers import Draft
from leopold_web.round_tables.models import Expectation, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

MOST: Final = 20


def drafts(seat: Seat) -> list[Draft]:
    """Return what a party is offered and has neither taken over nor dropped, the newest first within each source."""
    table = seat.table
    if not seat.is_party or table.stage != RoundTable.Stage.EXPECTATIONS or not table.is_open:
        return []
    there = set(table.expectations.filter(seat=seat).values_list("quote", flat=True))
    dropped = set(DroppedDraft.objects.filter(seat=seat).values_list("source", "number", "start"))
    found: dict[str, Draft] = {}
    for draft in ledgers.of(seat):
        if draft.quote and draft.quote not in there and draft.key not in dropped:
            found.setdefault(draft.quote, draft)
    return list(found.values())[:MOST]


def take_over(
    seat: Seat,
    number: int,
    start: int,
    of: int,
    now: datetime,
    *,
    text: str = "",
    due: date | None = None,
    source: str = ledgers.LETTER,
) -> Expectation:
    """Put a draft on the table as an expectation of the party at the seat `of`, in words of one's own if given.

    The words that the draft stands on are the quote. RefusedError where this seat is offered no such draft.
    """
    draft = _found(seat, source, number, start)
    return expectations.add_expectation(seat, of, text.strip() or draft.text, now, due=due, quote=draft.quote)


def drop(seat: Seat, source: str, number: int, start: int, now: datetime) -> None:
    """Let a draft be shown no more to who was offered it."""
    draft = _found(seat, source, number, start)
    with acting(seat, now, RoundTable.Stage.EXPECTATIONS):
        DroppedDraft.objects.get_or_create(seat=seat, source=draft.source, number=draft.number, start=draft.start)


def _found(seat: Seat, source: str, number: int, start: int) -> Draft:
    if not seat.is_party:
        raise RefusedError("not_yours")
    for draft in ledgers.of(seat):
        if draft.key == (source, number, start):
            return draft
    raise RefusedError("no_draft")
