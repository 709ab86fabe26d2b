"""Writing again: theirs always tells something, ours only where a question of ours is asked again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from leopold.model import Letter
from leopold.relationships import analyse
from leopold.relationships.behaviour import working_days
from leopold.relationships.habits import DAY
from leopold.relationships.weights import WEIGHTS, by_hand

Make = Callable[..., Any]
QUESTION = "Could you send the list?"


def about(letter: Letter, subject: str, *parents: str) -> Letter:
    """The same letter about something else."""
    return replace(letter, message=replace(letter.message, subject=subject, in_reply_to=parents))


def again(relationship: Make, until: Any, *letters: Letter) -> list[tuple[str, object]]:
    """Whose writing again is told after these letters, and after how many days."""
    reasons = analyse(relationship(*letters), until).health[-1].reasons
    return [(r.side, r.fact.values["days"]) for r in reasons if r.kind == "wrote_again" and r.fact is not None]


def test_it_tells_that_we_asked_again_in_the_same_matter(letter: Make, relationship: Make, day: Make) -> None:
    first, second = letter(0, "ours", QUESTION), letter(3, "ours", QUESTION)
    assert again(relationship, day(3), first, second) == [("ours", 3)]
    other = about(second, "The list", first.message.id)
    assert again(relationship, day(3), first, other) == [("ours", 3)]
    assert again(relationship, day(3), first, about(second, "Re: Server")) == [("ours", 3)]


def test_it_says_nothing_of_our_letters_about_something_else(letter: Make, relationship: Make, day: Make) -> None:
    first, second = letter(0, "ours", QUESTION), letter(3, "ours", QUESTION)
    assert not again(relationship, day(3), first, about(second, "Lunch"))
    assert not again(relationship, day(3), about(first, ""), about(second, ""))


@pytest.mark.parametrize("text", ["The list is done.", "Here it is."])
def test_it_says_nothing_of_our_letters_that_ask_nothing(
    letter: Make, relationship: Make, day: Make, text: str
) -> None:
    assert not again(relationship, day(3), letter(0, "ours", QUESTION), letter(3, "ours", text))
    assert not again(relationship, day(3), letter(0, "ours", text), letter(3, "ours", QUESTION))


@pytest.mark.parametrize(("first", "second"), [(0, 1.9), (4, 6.9), (0, 31)])
def test_it_says_nothing_of_our_letters_too_soon_or_late(
    letter: Make, relationship: Make, day: Make, first: float, second: float
) -> None:
    letters = letter(first, "ours", QUESTION), letter(second, "ours", QUESTION)
    assert not again(relationship, day(second), *letters)


def test_it_tells_of_theirs_in_any_matter(letter: Make, relationship: Make, day: Make) -> None:
    letters = letter(0, "theirs", QUESTION), about(letter(40, "theirs", "Hello."), "Lunch")
    assert again(relationship, day(40), *letters) == [("theirs", 40)]


def test_it_weighs_ours_at_most_half() -> None:
    assert by_hand("wrote_again", "ours") <= WEIGHTS["wrote_again"] / 2
    assert by_hand("wrote_again", "theirs") == WEIGHTS["wrote_again"]
    assert by_hand("late_reply", "ours") == WEIGHTS["late_reply"]


def test_it_counts_working_days() -> None:
    monday = 4 * DAY  # 5 January 1970
    assert [working_days(monday, monday + n * DAY) for n in (0, 1, 4, 5, 6, 7, 14)] == [0, 1, 4, 4, 4, 5, 10]
    assert working_days(monday + 4 * DAY, monday + 7 * DAY) == 1


def test_it_counts_the_same_words_of_a_letter_once(letter: Make, relationship: Make, day: Make) -> None:
    once, twice = letter(0, "theirs", "No.", "anger"), letter(0, "theirs", "No.", "anger", "anger")
    halves = [replace(sign, probability=0.5) for sign in twice.signals]
    found = [
        [
            (reason.kind, reason.contribution)
            for reason in analyse(relationship(replace(once, signals=tuple(signs))), day(1)).health[-1].reasons
            if reason.kind == "anger"
        ]
        for signs in (halves[:1], halves)
    ]
    assert found[0] == found[1] != []
