"""Who only sends mailings has no relationship with us; who speaks to us has, from the first letter on."""

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


def test_who_only_sends_mailings_has_no_relationship_with_us() -> None:
    assert gathered(notes(3)) == []
    assert len(gathered(notes(2))) == 1


def test_whom_we_wrote_to_once_or_bill_keeps_a_relationship() -> None:
    written = letter(9, "anna.berg@ours.example", "research@tin.example", "Thank you for the notes.")
    assert [len(each.letters) for each in gathered([*notes(3), written])] == [4]
    moment = date(2026, 6, 1)
    bill = Invoice("7", "tin.example", moment, moment, Decimal(100), "EUR")
    assert [len(each.letters) for each in gathered(notes(3), invoices=[bill])] == [3]


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
def test_one_letter_that_speaks_to_us_makes_a_relationship(text: str, subject: str, head: str) -> None:
    spoken = letter(9, "olga@tin.example", "anna.berg@ours.example", text, subject, head)
    assert [len(each.letters) for each in gathered([*notes(3), spoken])] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "Read more? 1? of caf? owners read our page http://a.example http://b.example http://c.example",
        "St?phane D?o\nQ2 ? yoy 1.9, today?s figure",
        f"{NOTE * 20}\nWhat next?",
    ],
)
def test_questions_to_nobody_make_none(text: str) -> None:
    assert gathered(notes(3, text)) == []


def test_questions_to_a_crowd_make_none() -> None:
    crowd = ", ".join(f"reader{number}@ours.example" for number in range(12))
    assert gathered(notes(3, "Will you come on Saturday?", crowd)) == []


@pytest.mark.parametrize("to", ["support@ours.example", "Anna Berg <a@ours.example>"])
def test_a_new_clients_first_angry_letters_raise_an_alert(to: str) -> None:
    text = f"{ANGRY} When will it work again? If it does not, we will leave you and turn to our lawyers."
    first = [letter(number, "ivan@client.example", to, text, "Down") for number in (1, 2)]
    (found,) = gathered(first)
    assert analyse(found, datetime(2026, 6, 5, tzinfo=UTC)).alerts


def test_the_same_anger_in_a_mailing_raises_none() -> None:
    (found,) = gathered(notes(2, ANGRY.replace("Your", "Their")))
    assert not analyse(found, datetime(2026, 6, 5, tzinfo=UTC)).alerts
