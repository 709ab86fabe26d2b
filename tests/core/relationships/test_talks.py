"""Conversations that derail: which letter belongs to which, how many are kept, and what the worst one weighs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from leopold import words
from leopold.forecast import turn_of
from leopold.model import Letter
from leopold.relationships import analyse
from leopold.relationships.events import LetterEvent
from leopold.relationships.fold import advance
from leopold.relationships.health import health
from leopold.relationships.state import State
from leopold.relationships.talks import LATEST, TALKS, Talk, derailing, follow

Make = Callable[..., Any]
SHARP = "You never answer. You are to blame, and you know it! Why did you lie to us? This is outrageous nonsense."


def about(one: Letter, subject: str, *answers: str) -> Letter:
    return replace(one, message=replace(one.message, subject=subject, in_reply_to=answers))


def followed(letters: list[Letter]) -> list[Talk]:
    talks: list[Talk] = []
    for one in letters:
        assert one.message.at is not None
        talks = follow(talks, one, turn_of(one), one.message.at.timestamp())
    return talks


def test_a_letter_goes_on_with_what_it_answers_else_with_its_subject(letter: Make) -> None:
    first, second = about(letter(0), "Server"), about(letter(1, "ours"), "Invoice")
    answer = about(letter(2), "Something else", second.message.id)
    late = about(letter(3, "ours"), "Re: Server")
    bare = about(letter(4), "")
    assert [(talk.subject, talk.course.turns) for talk in followed([first, second, answer, late, bare])] == [
        ("invoice", 2),
        ("server", 2),
        ("", 1),
    ]


def test_it_keeps_the_latest_conversations_alone(letter: Make) -> None:
    talks = followed([about(letter(n), f"Matter {n}") for n in range(TALKS + 9)])
    assert len(talks) == TALKS
    assert talks[-1].subject == f"matter {TALKS + 8}"
    long = followed([about(letter(n), "Server") for n in range(40)])
    assert (len(long), long[0].course.turns, len(long[0].latest)) == (1, 40, LATEST)


def test_the_worst_conversation_is_a_reason_which_fades(letter: Make, relationship: Make, day: Make) -> None:
    calm = [about(letter(n, "ours" if n % 2 else "theirs", "Thank you, here it is."), "Invoice") for n in range(4)]
    sharp = [about(letter(n, "theirs" if n % 2 else "ours", SHARP, "accusation"), "Server") for n in range(4, 10)]
    found = analyse(relationship(*calm, *sharp), day(10))
    (reason,) = (one for one in found.health[-1].reasons if one.kind == "derailment")
    assert reason.contribution > 0
    assert reason.evidence[0].quote == SHARP
    assert reason.fact is not None
    assert words.fact(reason.fact, "en").startswith("Conversation “Server”: open conflict in ")
    assert words.fact(reason.fact, "ru").startswith("Переписка «Server»: ")
    talks = followed([*calm, *sharp])
    now, later = (derailing(talks, 0.2, day(days).timestamp()) for days in (10, 70))
    assert now is not None
    assert later is not None
    assert later.contribution < now.contribution
    assert derailing(talks, 0.2, day(2000).timestamp()) is None
    assert derailing(followed(calm), 0.2, day(10).timestamp()) is None
    assert derailing([], 0.2, day(10).timestamp()) is None


def test_what_if_leaves_the_conversations_as_they_are(letter: Make, day: Make) -> None:
    state = State()
    for n in range(5):
        state = advance(state, LetterEvent(day(n), about(letter(n, "theirs", SHARP, "anger"), "Server")))
    before, twin = health(state, day(5)), state.duplicate()
    advance(twin, LetterEvent(day(5), about(letter(5, "ours", SHARP, "anger"), "Server")))
    assert health(state, day(5)) == before
