"""A letter that contradicts what was taken to be agreed: a signal, a reason with both quotes, no look ahead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leopold import words
from leopold.commitments.expectations import KEPT
from leopold.model import Letter, Relationship
from leopold.relationships import analyse
from leopold.relationships.alerts import next_step
from leopold.relationships.events import LetterEvent, timeline
from leopold.relationships.fold import advance, run
from leopold.relationships.state import State
from leopold.relationships.understandings import KIND, TALKS

Make = Callable[..., Any]
PROMISE = "We will install the new boiler by Friday 16 January."
OTHERWISE = "As agreed, you install the new boiler on Monday 12 January."
LINES = (
    PROMISE,
    OTHERWISE,
    "The boiler moved to Monday.",
    "Mail setup is included in the fee.",
    "Mail setup costs extra.",
    "Yes, that works for us.",
    "Thanks a lot!",
)
ROWS = st.lists(st.tuples(st.sampled_from(["ours", "theirs"]), st.sampled_from(LINES)), min_size=1, max_size=9)


def found_in(relationship: Relationship) -> list[tuple[str, str, str]]:
    return [
        (letter.message.id, signal.side, signal.evidence.quote)
        for letter in relationship.letters
        for signal in letter.signals
        if signal.kind == KIND
    ]


def test_the_letter_that_reveals_a_conflict_gets_a_signal_and_a_reason(
    letter: Make, relationship: Make, day: Make
) -> None:
    first, second = letter(0, "ours", PROMISE), letter(1, "theirs", OTHERWISE)
    found = analyse(relationship(first, second), day(2))
    assert found_in(found) == [(second.message.id, "theirs", OTHERWISE)]
    (reason,) = (one for one in found.health[-1].reasons if one.kind == KIND)
    assert reason.contribution > 0
    assert [piece.message_id for piece in reason.evidence] == [second.message.id, first.message.id]
    assert reason.fact is not None
    assert words.fact(reason.fact, "en") == "Day: 2026-01-16 was said before, 2026-01-12 is expected"
    assert words.fact(reason.fact, "ru") == "Срок: раньше сказано 16.01.2026, ждут 12.01.2026"
    assert next_step((reason,)) == "bring_facts"


def test_it_is_among_the_reasons_of_an_alert(letter: Make, relationship: Make, day: Make) -> None:
    rows = [letter(0, "ours", PROMISE), letter(1, "theirs", OTHERWISE, "anger", "distrust", "ultimatum")]
    found = analyse(relationship(*rows), day(4))
    assert KIND in {reason.kind for alert in found.alerts for reason in alert.reasons}


def test_another_conversation_or_the_same_side_contradicts_nothing(letter: Make, relationship: Make, day: Make) -> None:
    first, second = letter(0, "ours", PROMISE), letter(1, "theirs", OTHERWISE)
    elsewhere = replace(second, message=replace(second.message, subject="Invoice"))
    assert found_in(analyse(relationship(first, elsewhere), day(2))) == []
    assert found_in(analyse(relationship(first, letter(1, "ours", OTHERWISE)), day(2))) == []


def test_reading_it_again_finds_the_same_once(letter: Make, relationship: Make, day: Make) -> None:
    once = analyse(relationship(letter(0, "ours", PROMISE), letter(1, "theirs", OTHERWISE)), day(2))
    again = analyse(once, day(2))
    assert again == once
    shorter = analyse(once, day(0.5))
    assert found_in(shorter) == []


@settings(deadline=None, max_examples=50)
@given(rows=ROWS, cut=st.integers(0, 9), order=st.randoms(use_true_random=False))
def test_what_a_letter_reveals_depends_on_nothing_later_and_on_no_order(
    letter: Make, relationship: Make, day: Make, rows: list[tuple[Any, str]], cut: int, order: Any
) -> None:
    letters = [letter(number, side, text) for number, (side, text) in enumerate(rows)]
    whole, part = analyse(relationship(*letters), day(20)), analyse(relationship(*letters[:cut]), day(20))
    assert found_in(whole)[: len(found_in(part))] == found_in(part)
    known = {one.message.id for one in letters[:cut]}
    assert [one for one in found_in(whole) if one[0] in known] == found_in(part)
    shuffled = analyse(relationship(*order.sample(letters, len(letters))), day(20))
    assert sorted(found_in(shuffled)) == sorted(found_in(whole))
    assert shuffled.health == whole.health


def test_the_state_that_is_asked_what_if_stays_as_it_was(letter: Make, relationship: Make, day: Make) -> None:
    state = State()
    for _ in run(timeline(relationship(letter(0, "ours", PROMISE)), day(1)), day(1), state=state):
        pass
    what_if = advance(state.duplicate(), LetterEvent(day(2), letter(2, "theirs", OTHERWISE)))
    assert [one.kind for one in what_if.revealed] == ["date"]
    assert state.revealed == []
    assert len(state.understood) == 1


def test_what_is_remembered_stays_bounded(letter: Make, day: Make) -> None:
    state = State()
    for number in range(300):
        text = f"We will deliver part {number} of the boiler kit number {number} by Friday 16 January."
        one: Letter = letter(number / 100, "ours" if number % 2 else "theirs", text)
        subject = "Boiler" if number < 150 else f"Matter {number}"
        state = advance(state, LetterEvent(_at(one), replace(one, message=replace(one.message, subject=subject))))
    assert len(state.understood) == TALKS
    assert all(len(one.stated) <= KEPT for one in state.understood)


def _at(one: Letter) -> datetime:
    assert one.message.at is not None
    return one.message.at
