"""Subjects without what programs put before them."""

from __future__ import annotations

import pytest

from leopold.correspondence.subjects import answers, bare_subject, normalised_subject


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Сервер лежит",
        "RE: RE: Fwd: Сервер лежит",
        "Re[2]: Сервер лежит",
        "RE(3): Сервер  лежит",
        "Re^4: Сервер лежит",
        "re:Сервер лежит",
        "Fw: AW: WG: SV: VS: Antw: Сервер лежит",
        "Отв: Сервер лежит",
        "На: Сервер лежит",
        "HA: Сервер лежит",
        "Пересл: Отв: Сервер лежит",
        "[support] Re: [support] Сервер лежит",
        "Re: [#48213] Сервер лежит",
        "Re : Сервер лежит (fwd)",
    ],
)
def test_it_takes_off_the_marks_of_answers_lists_and_tickets(subject: str) -> None:
    assert normalised_subject(subject) == "сервер лежит"
    assert answers(subject)


@pytest.mark.parametrize("subject", ["Сервер лежит", "Ресурсы: ноябрь", "[support] Сервер лежит", "Regarding: us", ""])
def test_a_subject_without_a_mark_is_no_answer(subject: str) -> None:
    assert not answers(subject)


@pytest.mark.parametrize("subject", ["", "Re:", "RE: FW:", "  "])
def test_nothing_is_left_of_marks_alone(subject: str) -> None:
    assert normalised_subject(subject) == ""


def test_it_keeps_the_subject_as_typed_for_people_to_read() -> None:
    assert bare_subject("Re: [list] Re: Offer for Halvorsen Inc.") == "Offer for Halvorsen Inc."


def test_it_reads_endless_subjects_quickly() -> None:
    assert normalised_subject("Re: " * 100_000) == ""
    assert normalised_subject("[" * 100_000) == "[" * 1000
