"""Each conversation of a relationship carries the forecast of what was written in it up to the day asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from leopold.forecast import forecast_of
from leopold.model import Conversation, Relationship
from leopold.relationships import analyse
from leopold.report.documents import _conversation

Make = Callable[..., Any]


def test_it_forecasts_each_conversation_from_letters_up_to_the_day(letter: Make, relationship: Make, day: Make) -> None:
    first = letter(0, "theirs", "Could you look at this, please?")
    second = letter(1, "theirs", "Why do you ignore us? This is nonsense, stop it!")
    other = letter(2, "ours", "Thank you, agreed.")
    talks = Conversation("a", (first.message.id, second.message.id)), Conversation("b", (other.message.id,))
    whole: Relationship = replace(relationship(first, second, other), conversations=talks)

    def forecasts(until: datetime) -> list[float | None]:
        return [talk.forecast for talk in analyse(whole, until).conversations]

    assert forecasts(day(3)) == [forecast_of([first, second]), forecast_of([other])]
    assert forecasts(day(0.5)) == [forecast_of([first]), None]
    assert forecast_of([first, second]) > forecast_of([first])


def test_it_leaves_out_letters_that_nobody_wrote_and_letters_unknown(
    letter: Make, relationship: Make, day: Make
) -> None:
    told = letter(0, "theirs", "Why do you ignore us?")
    told = replace(told, message=replace(told.message, automatic="auto-reply"))
    talk = Conversation("a", (told.message.id, "<unknown@a.example>"))
    found = analyse(replace(relationship(told), conversations=(talk,)), day(3))
    assert found.conversations == (talk,)


def test_the_document_shows_it_rounded_or_null() -> None:
    assert _conversation(Conversation("a", ("<1>",), (), 0.123456))["forecast"] == 0.1235
    assert _conversation(Conversation("a", ("<1>",)))["forecast"] is None
