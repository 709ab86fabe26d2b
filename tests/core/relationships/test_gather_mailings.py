"""In mailings nothing is read; in the letters of whoever speaks to us all is, from the first on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from leopold.correspondence.people import Directory
from leopold.correspondence.zones import zones
from leopold.ingest import parse
from leopold.model import Invoice, Message, Raw, Relationship
from leopold.relationships import analyse, gather

NOTE = (
    "Tin rises on thin trade\n\nTin gained one percent in April. Stocks fell and smelters were quiet, we expect more.\n"
    * 4
)
ANGRY = "Your hosting has been down for two days and nobody answers. This is outrageous, I demand an answer today!"


def letter(number: int, sender: str, to: str, text: str, subject: str = "Note", head: str = "") -> Message:
    start = f"From: {sender}\nTo: {to}\nDate: Mon, {number} Jun 2026 09:00:00 +0000\nMessage-ID: <{number}@x>\n{head}"
    content = f"Subject: {subject} {number}\nContent-Type: text/plain; charset=utf-8\n\n{number}. {text}\n"
    message = parse(Raw("mail", number, (start + content).encode()))
    assert isinstance(message, Message)
    return message


def gathered(letters: Sequence[Message], **more: Any) -> list[Relationship]:
    directory = Directory(("ours.example",))
    for message in letters:
        directory.observe(message)
    return gather(letters, directory, zones, **more)


def notes(count: int, text: str = NOTE, to: str = "anna.berg@ours.example") -> list[Message]:
    return [letter(number, "research@tin.example", to, text) for number in range(1, count + 1)]


def read(letters: Sequence[Message], **more: Any) -> list[bool]:
    (found,) = gathered(letters, **more)
    assert len(found.letters) == len(letters)
    return [each.message.automatic == "" for each in found.letters]


def test_nothing_is_read_in_the_letters_of_who_only_sends_mailings() -> None:
    assert read(notes(3)) == [False] * 3
    assert read(notes(2)) == [True] * 2
    assert read(notes(3, "Tin rises.")) == [True] * 3
    (found,) = gathered(notes(3, f"{ANGRY.replace('Your', 'Their')} {NOTE * 3}"))
    seen = analyse(found, datetime(2026, 7, 25, tzinfo=UTC))
    assert not any(each.signals for each in found.letters)
    assert not seen.alerts
    assert not [reason for each in seen.health for reason in each.reasons]


def test_the_letters_of_whom_we_wrote_to_once_or_bill_are_read() -> None:
    written = letter(9, "anna.berg@ours.example", "research@tin.example", "Thank you for the notes.")
    assert all(read([*notes(3), written]))
    moment = date(2026, 6, 1)
    assert all(read(notes(3), invoices=[Invoice("7", "tin.example", moment, moment, Decimal(100), "EUR")]))


@pytest.mark.parametrize(
    ("text", "subject", "head"),
    [
        ("Dear Anna,\n\nthe note is late this month.", "Note", ""),
        ("Здравствуйте! Когда заработает сервер?", "Сервер", ""),
        ("Could you look at the attached?", "Note", ""),
        ("Please confirm the date.", "Note", ""),
        ("Fine with us.", "Re: Note", ""),
        ("Fine with us.", "Note", "In-Reply-To: <0@ours.example>\n"),
    ],
)
def test_one_letter_that_speaks_to_us_makes_all_count(text: str, subject: str, head: str) -> None:
    spoken = letter(9, "olga@tin.example", "anna.berg@ours.example", f"{text}\n\n{NOTE}", subject, head)
    assert all(read([*notes(3), spoken]))


@pytest.mark.parametrize(
    "text",
    [
        "Read more? 1? of caf? owners read our page http://a.example http://b.example http://c.example",
        "St?phane D?o\nQ2 ? yoy 1.9, today?s figure",
        f"{NOTE * 20}\nWhat next?",
    ],
)
def test_questions_to_nobody_ask_nothing(text: str) -> None:
    assert not any(read(notes(3, f"{text}\n{NOTE}")))


def test_questions_to_a_crowd_ask_nothing() -> None:
    crowd = ", ".join(f"reader{number}@ours.example" for number in range(12))
    assert not any(read(notes(3, "Will you come on Saturday?", crowd)))


@pytest.mark.parametrize("to", ["support@ours.example", "Anna Berg <a@ours.example>"])
@pytest.mark.parametrize("count", [2, 4])
def test_a_new_clients_first_angry_letters_raise_an_alert(to: str, count: int) -> None:
    text = f"{ANGRY} If it does not work tomorrow, we will leave you and turn to our lawyers."
    first = [letter(number, "ivan@client.example", to, text, "Down") for number in range(1, count + 1)]
    (found,) = gathered(first)
    assert analyse(found, datetime(2026, 6, 8, tzinfo=UTC)).alerts


def test_anger_that_is_not_at_us_raises_none() -> None:
    (found,) = gathered(notes(2, f"{ANGRY.replace('Your', 'Their')} {NOTE}"))
    assert not analyse(found, datetime(2026, 6, 5, tzinfo=UTC)).alerts
