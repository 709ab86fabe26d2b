"""What our letters with the other side hold of promises, as drafts for "what we thought was promised".

They are found by the signs in the letters, shown to our own people at the table alone, and kept nowhere: what somebody
takes over becomes an expectation, and all the rest stays where it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import models

from leopold_web.relationships.models import Signal
from leopold_web.round_tables import engine
from leopold_web.round_tables.actions import expectations
from leopold_web.round_tables.models import Expectation, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

KINDS: Final = ("overpromise", "broken_promise", "unmet_expectation")
"""Signs of a promise: one made with much certainty, one that was broken, one that somebody thought was made."""
LEAST: Final = 0.3
MOST: Final = 20
LATEST: Final = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """A promise in a letter: which letter, where in it, from when, whose side wrote it, and the words.

    `of` is who promised, where that is plain: a sign that a promise broke does not tell whose it was.
    """

    message: int
    start: int
    written_at: datetime | None
    side: str
    of: Seat | None
    quote: str


def drafts(seat: Seat) -> list[Draft]:
    """Return the promises in our letters that are not at the table yet, for one of our own people; newest first."""
    table = seat.table
    if seat.user_id is None or not seat.is_party or table.relationship_id is None:
        return []
    if table.stage != RoundTable.Stage.EXPECTATIONS or not table.is_open:
        return []
    there = set(table.expectations.filter(seat=seat).values_list("quote", flat=True))
    found: dict[str, Draft] = {}
    for signal in _signals(table).order_by("-message__at", "start")[:LATEST]:
        draft = _draft(table, signal)
        if draft.quote and draft.quote not in there:
            found.setdefault(draft.quote, draft)
    return list(found.values())[:MOST]


def take_over(
    seat: Seat, message: int, start: int, of: int, now: datetime, *, text: str = "", due: date | None = None
) -> Expectation:
    """Put a draft on the table as an expectation of the party at the seat `of`, in words of one's own if given.

    The letter's words are the quote.
    """
    table = seat.table
    if seat.user_id is None or table.relationship_id is None:
        raise RefusedError("not_yours")
    signal = _signals(table).filter(message=message, start=start).first()
    if signal is None:
        raise RefusedError("no_draft")
    quote = _draft(table, signal).quote
    return expectations.add_expectation(seat, of, text or quote, now, due=due, quote=quote)


def _signals(table: RoundTable) -> models.QuerySet[Signal]:
    found = Signal.objects.filter(message__relationship=table.relationship_id, kind__in=KINDS, probability__gte=LEAST)
    return found.select_related("message")


def _draft(table: RoundTable, signal: Signal) -> Draft:
    parties = engine.parties_of(table) if signal.kind == "overpromise" else []
    of = next((seat for seat in parties if seat.side == signal.side), None)
    quote = " ".join(signal.quote.split())[:5000]
    return Draft(signal.message_id, signal.start, signal.message.at, signal.side, of, quote)
