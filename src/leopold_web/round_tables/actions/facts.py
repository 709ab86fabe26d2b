"""First stage: what happened, what each side says of it, and the letters it stands on."""

from __future__ import annotations

from datetime import datetime

from leopold_web.relationships.models import Message
from leopold_web.round_tables.actions.machine import acting, enter, mark_done, reopen, text_of
from leopold_web.round_tables.models import Exhibit, Fact, FactAnswer, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean

Stage = RoundTable.Stage
SHOWING = (Stage.FACTS, Stage.EXPECTATIONS, Stage.ISSUES)
LONGEST_EXHIBIT = 100_000


def add_fact(seat: Seat, text: str, now: datetime) -> Fact:
    """Say what happened; the others answer it, so nobody is done any more."""
    with acting(seat, now, Stage.FACTS) as table:
        fact = clean(Fact(table=table, seat=seat, text=text_of(text), said_at=now))
        fact.save()
        reopen(table)
    return fact


def answer_fact(seat: Seat, fact: int, verdict: FactAnswer.Verdict, text: str, now: datetime) -> FactAnswer:
    """Agree to a fact of another party, or dispute it and say what is wrong with it; a later answer counts."""
    with acting(seat, now, Stage.FACTS) as table:
        found = table.facts.filter(pk=fact).first()
        if found is None:
            raise RefusedError("not_yours")
        if found.seat_id == seat.pk:
            raise RefusedError("own_fact")
        said = text_of(text) if verdict == FactAnswer.Verdict.DISPUTED else ""
        answer = FactAnswer.objects.filter(fact=found, seat=seat).first() or FactAnswer(fact=found, seat=seat)
        answer.verdict, answer.text = verdict, said
        clean(answer).save()
    return answer


def show_quote(seat: Seat, title: str, text: str, now: datetime, fact: int | None = None) -> Exhibit:
    """Show the others a piece of writing of one's own choosing."""
    with acting(seat, now, *SHOWING) as table:
        return _show(
            Exhibit(table=table, seat=seat, title=text_of(title, 300), text=text_of(text, LONGEST_EXHIBIT)), fact, now
        )


def show_letter(
    seat: Seat, message: Message, now: datetime, *, start: int = 0, end: int | None = None, fact: int | None = None
) -> Exhibit:
    """Show the others a letter of this relationship, or the piece from `start` to `end`; our people alone can.

    RefusedError when the letter belongs to another relationship, whoever asks.
    """
    with acting(seat, now, *SHOWING) as table:
        if seat.user_id is None:
            raise RefusedError("not_yours")
        if table.relationship_id is None or message.relationship_id != table.relationship_id:
            raise RefusedError("other_relationship")
        exhibit = Exhibit(
            table=table,
            seat=seat,
            title=(message.subject or message.own_id)[:300],
            sender=(message.sender_name or message.sender_email)[:300],
            written_at=message.at,
            text=text_of(message.text[start:end], LONGEST_EXHIBIT),
        )
        return _show(exhibit, fact, now)


def done(seat: Seat, now: datetime) -> None:
    """Say that one is done with the facts; when all are, the table goes on."""
    with acting(seat, now, Stage.FACTS) as table:
        if mark_done(seat, now):
            leave(table, now)


def leave(table: RoundTable, now: datetime) -> None:
    """Go on to expectations; what nobody answered stays unanswered."""
    enter(table, Stage.EXPECTATIONS, now)


def is_agreed(fact: Fact, parties: set[int]) -> bool:
    """Tell whether every other party agreed to a fact."""
    agreed = {answer.seat_id for answer in fact.answers.all() if answer.verdict == FactAnswer.Verdict.AGREED}
    return parties - {fact.seat_id} <= agreed


def _show(exhibit: Exhibit, fact: int | None, now: datetime) -> Exhibit:
    exhibit.shown_at = now
    if fact is not None:
        exhibit.fact = exhibit.table.facts.filter(pk=fact).first()
        if exhibit.fact is None:
            raise RefusedError("not_yours")
    clean(exhibit).save()
    return exhibit
