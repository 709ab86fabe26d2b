"""Second stage: what each party thought was promised, side by side."""

from __future__ import annotations

from datetime import date, datetime

from leopold_web.round_tables.actions.machine import acting, enter, mark_done, text_of
from leopold_web.round_tables.models import Expectation, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean

Stage = RoundTable.Stage


def add_expectation(
    seat: Seat, of: int, text: str, now: datetime, *, due: date | None = None, quote: str = ""
) -> Expectation:
    """Say what one thought that the party at the seat `of` had promised, until when, and in which words."""
    with acting(seat, now, Stage.EXPECTATIONS) as table:
        other = table.seats.filter(pk=of, role=Seat.Role.PARTY).first()
        if other is None:
            raise RefusedError("not_yours")
        words = text_of(quote) if quote.strip() else ""
        made = Expectation(table=table, seat=seat, of=other, text=text_of(text), due=due, quote=words, said_at=now)
        clean(made).save()
    return made


def take_back(seat: Seat, expectation: int, now: datetime) -> None:
    """Take back an expectation of one's own."""
    with acting(seat, now, Stage.EXPECTATIONS) as table:
        if not table.expectations.filter(pk=expectation, seat=seat).delete()[0]:
            raise RefusedError("not_yours")


def done(seat: Seat, now: datetime) -> None:
    """Say that one is done with expectations; when all are, the table goes on."""
    with acting(seat, now, Stage.EXPECTATIONS) as table:
        if mark_done(seat, now):
            leave(table, now)


def leave(table: RoundTable, now: datetime) -> None:
    """Go on to the issues."""
    enter(table, Stage.ISSUES, now)
