"""Which conversation a draft answers, where a file holds more than one, and which side of it is ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final, NamedTuple

from leopold.correspondence.domains import organization_domain, plain_mailbox
from leopold.correspondence.people import infer_ours
from leopold.correspondence.subjects import normalised_subject
from leopold.errors import LeopoldError
from leopold.model import Conversation, Letter, Message, Relationship
from leopold.scanning import Ledger, books_until, gathered, known_by

_FIRST: Final = datetime.min.replace(tzinfo=UTC)


class Talk(NamedTuple):
    """A conversation, the relationship it belongs to, and from how many it was chosen."""

    relationship: Relationship
    conversation: Conversation
    letters: tuple[Letter, ...]
    chosen_of: int


def own_side(messages: Sequence[Message], ours: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """Return our domains, and whether they were inferred. LeopoldError where the letters leave it open.

    Between two parties alone, whoever wrote last is answered, so that the other one is ours.
    """
    if ours:
        return tuple(ours), False
    if found := infer_ours(messages):
        return found, True
    written = [message for message in messages if not message.automatic and message.at]
    parties = {_party(each.email) for message in written for each in (message.sender, *message.to, *message.cc)} - {""}
    if len(parties) == 2:
        last = max(written, key=lambda message: (message.at or _FIRST, message.id))
        return tuple(parties - {_party(last.sender.email)}), True
    raise LeopoldError("coach_whose")


def talk_of(
    messages: Sequence[Message], own: Sequence[str], books: Ledger, day: date, subject: str = "", message_id: str = ""
) -> Talk:
    """Return the conversation to answer, as known on the evening of `day`: the one named, else the latest.

    LeopoldError when there is none, or none of that name.
    """
    until = datetime.combine(day, time.max, UTC)
    talks = [
        Talk(each, talk, letters, 0)
        for each in gathered(known_by(messages, until), own, books, until)
        for talk in each.conversations
        if (letters := _letters(each, talk))
    ]
    if not talks:
        raise LeopoldError("coach_no_talk")
    found = [talk for talk in talks if _named(talk, subject, message_id)]
    if not found:
        raise LeopoldError("coach_unknown_talk", name=message_id or subject)
    latest = max(found, key=lambda talk: (talk.letters[-1].message.at or _FIRST, len(talk.letters)))
    return latest._replace(relationship=_with_books(latest.relationship, books, day), chosen_of=len(found))


def _letters(relationship: Relationship, talk: Conversation) -> tuple[Letter, ...]:
    wanted = frozenset(talk.message_ids)
    return in_order(letter for letter in relationship.letters if letter.message.id in wanted)


def in_order(letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """Return the letters that people wrote, in the order of their dates; those without a date are left out."""
    dated = [letter for letter in letters if letter.message.at and not letter.message.automatic]
    return tuple(sorted(dated, key=lambda letter: (letter.message.at or _FIRST, letter.message.id)))


def _named(talk: Talk, subject: str, message_id: str) -> bool:
    if message_id and message_id.strip("<> ") not in {each.strip("<> ") for each in talk.conversation.message_ids}:
        return False
    return normalised_subject(subject) in normalised_subject(talk.conversation.subject)


def _with_books(relationship: Relationship, books: Ledger, day: date) -> Relationship:
    """Give a relationship the whole ledger where its names fit nobody's and it is about one counterparty alone."""
    names = {invoice.counterparty for invoice in books.invoices}
    if relationship.invoices or len(names) != 1:
        return relationship
    invoices, payments = books_until(books, day)
    return replace(relationship, invoices=invoices, payments=payments)


def _party(email: str) -> str:
    return organization_domain(email) or (plain_mailbox(email) if "@" in email else "")
