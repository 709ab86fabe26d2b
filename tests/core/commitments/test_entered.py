"""Promises that no letter holds are followed like those of letters, from the day on which they were made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from leopold.commitments.finding import promised
from leopold.commitments.following import Entered, changes_of
from leopold.languages import Language
from leopold.model import Invoice, Relationship, Side

Write = Callable[..., Relationship]
END = date(2026, 12, 31)
MADE, DUE = date(2026, 3, 11), date(2026, 3, 13)
RUSSIAN = Entered("Отправить схему разводки", "ours", MADE, DUE, "ru")
ENGLISH = Entered("Send the wiring diagram", "ours", MADE, DUE, "en")


def states(found: Relationship, *entered: Entered, until: date = END) -> list[str]:
    every = changes_of(found, entered, until)
    return ["later" if one is None else one[-1].state if one else "open" for one in every]


@pytest.mark.parametrize(
    ("day", "side", "text", "state", "due"),
    [
        ("2026-03-12", "ours", "Борис, отправил схему разводки.", "kept", None),
        ("2026-03-12", "theirs", "Анна, спасибо, схему разводки получили.", "kept", None),
        ("2026-03-17", "ours", "Извините за задержку, отправляю схему разводки.", "late", None),
        ("2026-03-12", "ours", "Схема разводки сдвигается на вторник.", "renegotiated", date(2026, 3, 17)),
        ("2026-03-16", "theirs", "Схема разводки так и не пришла.", "broken", None),
        ("2026-03-12", "theirs", "Схема разводки больше не нужна.", "cancelled", None),
        ("2026-03-12", "ours", "Отправил договор аренды.", "open", None),
        ("2026-03-10", "ours", "Борис, отправил схему разводки.", "open", None),
        ("2026-03-11", "theirs", "Схема разводки так и не пришла.", "open", None),
    ],
)
def test_a_russian_letter_says_what_became_of_it(
    write: Write, day: str, side: Side, text: str, state: str, due: date | None
) -> None:
    found = write([(day, side, f"{text}\n\nАнна")], "ru")
    assert states(found, RUSSIAN) == [state]
    (changes,) = changes_of(found, [RUSSIAN], END)
    assert due is None or (changes and changes[-1].due == due)


@pytest.mark.parametrize(
    ("day", "side", "text", "state"),
    [
        ("2026-03-12", "ours", "Done: the wiring diagram is attached.", "kept"),
        ("2026-03-12", "ours", "The wiring diagram will slip to Tuesday.", "renegotiated"),
        ("2026-03-12", "ours", "I'll send you the wiring diagram by Tuesday.", "renegotiated"),
        ("2026-03-16", "theirs", "We still haven't received the wiring diagram.", "broken"),
        ("2026-03-16", "theirs", "You promised. Nothing came.", "open"),
    ],
)
def test_an_english_letter_says_what_became_of_it(write: Write, day: str, side: Side, text: str, state: str) -> None:
    found = write([(day, side, f"{text}\n\nAnn")])
    every = changes_of(found, [ENGLISH, *promised(found)], END)
    changes = every[0]
    assert (changes[-1].state if changes else "open") == state


def test_one_that_belongs_to_a_conversation_is_blamed_in_it(write: Write) -> None:
    found = write(
        [
            ("2026-03-11", "theirs", "Hi Ann,\n\nGood talk today.\n\nBob"),
            ("2026-03-16", "theirs", "You promised. Nothing came.\n\nBob"),
        ]
    )
    assert states(found, Entered("Send the wiring diagram", "ours", MADE, DUE, "en", "<0@x>")) == ["broken"]


def test_the_ledger_settles_one_without_any_letter(write: Write) -> None:
    invoice = Invoice("17", "X", date(2026, 3, 1), date(2026, 3, 10), Decimal(100), "EUR", paid=date(2026, 3, 12))
    found = write([], invoices=(invoice,))
    assert states(found, Entered("Pay invoice 17", "theirs", MADE, DUE, "en")) == ["kept"]
    assert states(found, Entered("Оплатить счёт 17", "theirs", MADE, DUE, "ru")) == ["kept"]
    assert states(found, Entered("Pay invoice 17", "theirs", MADE, DUE, "en"), until=date(2026, 3, 11)) == ["open"]


def test_a_day_or_a_part_of_a_number_names_no_invoice(write: Write) -> None:
    paid = date(2026, 3, 12)
    bills = [
        Invoice(number, "X", date(2026, 3, 1), date(2026, 3, 10), Decimal(100), "EUR", paid=on)
        for number, on in (("17", paid), ("7", None), ("13", None))
    ]
    found = write([], invoices=tuple(bills))
    assert states(found, Entered("Pay invoice 17 by 13 March", "theirs", MADE, DUE, "en")) == ["kept"]


def test_what_letters_say_after_the_money_came_does_not_break_it_again(write: Write) -> None:
    late = Invoice("17", "X", date(2026, 3, 1), date(2026, 3, 10), Decimal(100), "EUR", paid=date(2026, 3, 16))
    rows = [("2026-03-17", "ours", "We still haven't received the deposit for invoice 17.")]
    promise = Entered("Pay the deposit for invoice 17", "theirs", MADE, DUE, "en")
    assert states(write(rows), promise) == ["broken"]
    assert states(write(rows, invoices=(late,)), promise) == ["late"]


def test_one_made_later_is_not_known_yet(write: Write) -> None:
    assert states(write([]), ENGLISH, until=date(2026, 3, 10)) == ["later"]


def test_one_without_a_day_is_not_broken_on_the_day_it_was_made(write: Write) -> None:
    complaint = "We still haven't received the wiring diagram.\n\nBob"
    someday = Entered("Send the wiring diagram", "ours", MADE, None, "en")
    assert states(write([("2026-03-11", "theirs", complaint)]), someday) == ["open"]
    assert states(write([("2026-03-12", "theirs", complaint)]), someday) == ["broken"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_many_are_followed_together(write: Write, language: Language) -> None:
    many = [Entered(f"Send part {number} of the plan", "ours", MADE, DUE, language) for number in range(300)]
    found = write([("2026-03-12", "ours", "Part 7 of the plan is attached.\n\nAnn")], language)
    assert len(changes_of(found, many, END)) == 300
