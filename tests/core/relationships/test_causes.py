"""Causes: suggested on evidence of several letters and cues, on either side, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leopold.relationships import analyse
from leopold.relationships.causes import BASE
from leopold.relationships.cues import CAUSES, CUES, PHRASES, SIGNS, SIGNS_OF_OTHERS
from leopold.relationships.phrasebook import Phrasebook
from leopold.signals import KINDS

Make = Callable[..., Any]


def afraid(letter: Make, side: str) -> list[Any]:
    return [
        letter(0, side, "I am personally answerable to the board for this.", "fear"),
        letter(2, side, "Please confirm it in writing, I am worried.", "fear", name="b"),
        letter(4, side, "For the moment please don't start anything new.", "fear", name="c"),
        letter(5, side, "I can't really say more.", "fear", name="d"),
    ]


def test_every_cue_has_a_source_and_the_same_ones_in_both_languages() -> None:
    assert set(PHRASES["en"]) == set(PHRASES["ru"])
    sources = {*PHRASES["en"], *SIGNS.values(), *SIGNS_OF_OTHERS.values(), "breaks_promises"}
    assert sources == set(CUES)
    assert {cue.cause for cue in CUES.values()} == set(CAUSES) == set(BASE)
    assert {*SIGNS, *SIGNS_OF_OTHERS} <= set(KINDS)
    assert all(cue.weight > 0 for cue in CUES.values())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_phrase_can_be_read(language: Any) -> None:
    assert Phrasebook(PHRASES[language], language).labels == tuple(PHRASES[language])


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_it_suggests_a_cause_on_either_side_with_the_words_that_show_it(
    letter: Make, relationship: Make, day: Make, side: str
) -> None:
    (cause,) = analyse(relationship(*afraid(letter, side)), day(6)).causes
    assert (cause.name, cause.side) == ("fear", side)
    assert cause.probability > 0.5
    cues = {reason.kind: [piece.quote for piece in reason.evidence] for reason in cause.reasons}
    assert cues["fears_for_the_seat"] == ["I am personally answerable to the board for this."]
    assert cues["wants_guarantees"] == ["Please confirm it in writing, I am worried."]


def test_one_letter_is_too_thin_however_loud(letter: Make, relationship: Make, day: Make) -> None:
    text = " ".join(one.message.text for one in afraid(letter, "theirs"))
    assert analyse(relationship(letter(0, "theirs", text, "fear")), day(1)).causes == ()


def test_one_cue_is_too_thin_however_often(letter: Make, relationship: Make, day: Make) -> None:
    letters = [letter(n, "theirs", "We will not settle it.", "payment_refusal", name=str(n)) for n in range(9)]
    assert analyse(relationship(*letters), day(9)).causes == ()


def test_a_suggestion_fades_with_time(letter: Make, relationship: Make, day: Make) -> None:
    known = relationship(*afraid(letter, "theirs"))
    assert analyse(known, day(6)).causes
    assert analyse(known, day(900)).causes == ()


def test_it_is_the_other_side_that_is_told_to_break_its_word(letter: Make, relationship: Make, day: Make) -> None:
    letters = [
        letter(0, "theirs", "You promised it for Friday and it never came.", "broken_promise"),
        letter(1, "theirs", "I asked three times.", "repeat_request", name="b"),
        letter(2, "theirs", "This is not what you sold us.", "unmet_expectation", name="c"),
    ]
    (cause,) = analyse(relationship(*letters), day(3)).causes
    assert (cause.name, cause.side) == ("competence", "ours")
