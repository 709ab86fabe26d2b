"""What trouble was about: subjects, episodes, rest, and trouble that comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leopold.model import Episode, Relationship, Subject
from leopold.relationships import analyse
from leopold.relationships.phrasebook import Phrasebook
from leopold.relationships.recurrence import KEPT, QUOTES
from leopold.relationships.topics import LEANINGS, SUBJECTS, TOPICS
from leopold.relationships.weights import BAD, BEHAVIOUR
from leopold.signals import KINDS

Make = Callable[..., Any]
LATE = "The delivery is late again and we missed the deadline."
BROKEN = "The server crashed and the site is down, this is a serious defect."


def found(known: Relationship, name: str) -> Subject | None:
    return next((subject for subject in known.subjects if subject.name == name), None)


def test_it_knows_the_same_subjects_in_both_languages() -> None:
    assert {language: tuple(topics) for language, topics in TOPICS.items()} == {"en": SUBJECTS, "ru": SUBJECTS}
    assert set(LEANINGS) <= {*BAD, *BEHAVIOUR} & {*KINDS, *BEHAVIOUR}
    assert {name for leaning in LEANINGS.values() for name in leaning} <= set(SUBJECTS)


@pytest.mark.parametrize(
    ("language", "sentence", "subjects"),
    [
        ("en", "the deadline was missed by two weeks", {"deadline"}),
        ("en", "somebody hacked my mailbox", {"security"}),
        ("en", "i am locked out since the login changed", {"access"}),
        ("ru", "сроки снова сдвинулись", {"deadline"}),
        ("ru", "скидку вы так и не дали", {"price"}),
        ("ru", "это хамство", {"personal"}),
        ("ru", "сегодня хорошая погода", set()),
    ],
)
def test_it_tells_what_a_sentence_is_about(language: Any, sentence: str, subjects: set[str]) -> None:
    book = Phrasebook(TOPICS[language], language)
    assert {label for label, _ in book.spans(sentence.split())} == subjects


def test_trouble_that_came_to_rest_and_came_back_is_two_episodes(letter: Make, relationship: Make, day: Make) -> None:
    known = relationship(
        letter(0, "theirs", LATE, "unmet_expectation"),
        letter(1, "ours", "Sorry, that was our fault.", "apology"),
        letter(3, "theirs", "Fine now, thank you.", "gratitude"),
        letter(10, "ours", "The report is attached."),
        letter(40, "theirs", LATE, "unmet_expectation", name="again"),
    )
    subject = found(analyse(known, day(41)), "deadline")
    assert subject is not None
    assert subject.came_back
    first, second = subject.episodes
    assert (first.began_at, first.last_at, first.rested_at) == (day(0), day(0), day(14))
    assert (second.began_at, second.rested_at) == (day(40), None)
    assert second.evidence[0].quote == LATE
    assert second.evidence[0].message_id.startswith("<again")


def test_trouble_that_nobody_soothed_takes_longer_to_rest(letter: Make, relationship: Make, day: Make) -> None:
    known = relationship(
        letter(0, "theirs", LATE, "unmet_expectation"),
        letter(3, "ours", "The report is attached."),
        letter(10, "ours", "Another report is attached."),
        letter(40, "theirs", LATE, "unmet_expectation", name="again"),
    )
    subject = found(analyse(known, day(41)), "deadline")
    assert subject is not None
    assert not subject.came_back
    later = found(analyse(known, day(40 + 46)), "deadline")
    assert later is not None
    assert later.episodes[0].rested_at == day(40 + 45)


def test_another_subject_is_another_trouble(letter: Make, relationship: Make, day: Make) -> None:
    known = analyse(
        relationship(letter(0, "theirs", LATE, "accusation"), letter(1, "theirs", BROKEN, "accusation", name="b")),
        day(2),
    )
    assert [found(known, name) is not None for name in ("deadline", "quality", "security")] == [True, True, False]


def test_an_overdue_invoice_is_trouble_about_payment_until_it_is_paid(
    letter: Make, invoice: Make, relationship: Make, day: Make
) -> None:
    known = relationship(letter(0, "ours", "Hello."), invoices=(invoice("7", 0, 10, paid=60),))
    open_, paid = found(analyse(known, day(50)), "payment"), found(analyse(known, day(140)), "payment")
    assert open_ is not None
    assert open_.episodes[0].rested_at is None
    assert open_.episodes[0].fact is not None
    assert open_.episodes[0].fact.kind == "overdue"
    assert paid is not None
    assert len(paid.episodes) == 1
    assert paid.episodes[0].rested_at is not None


def test_good_letters_are_about_no_trouble(letter: Make, relationship: Make, day: Make) -> None:
    known = relationship(letter(0, "theirs", "Thank you for the invoice and the quick delivery.", "gratitude"))
    assert analyse(known, day(1)).subjects == ()


def test_an_episode_without_proof_cannot_be_made(day: Make) -> None:
    with pytest.raises(ValueError, match="neither evidence nor a fact"):
        Episode(day(0), day(0), None, 1.0)


def test_what_it_keeps_does_not_grow_with_the_letters(letter: Make, relationship: Make, day: Make) -> None:
    letters = [
        letter(60 * n + m / 10, "theirs", f"{LATE} {n} {m}", "unmet_expectation", name=f"{n}-{m}")
        for n in range(20)
        for m in range(20)
    ]
    subject = found(analyse(relationship(*letters), day(2000)), "deadline")
    assert subject is not None
    assert len(subject.episodes) == KEPT + 1
    assert all(len(episode.evidence) == QUOTES for episode in subject.episodes)
