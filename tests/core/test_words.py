"""Words: every kind, fact and step in both languages, with the right plural."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest

from leopold import words
from leopold.model import Evidence, Fact, Reason, Side
from leopold.relationships.alerts import STEPS
from leopold.relationships.weights import BEHAVIOUR, WEIGHTS
from leopold.signals import KINDS

FACTS = (
    Fact("derailment", {"percent": 24, "subject": "17"}),
    Fact("late_reply", {"days": 6, "usual_hours": 20}),
    Fact("short_reply", {"words": 2, "usual_words": 50}),
    Fact("wrote_again", {"count": 2, "days": 11}),
    Fact("new_in_copy", {"name": "Rhys", "count": 1}),
    Fact("boss_in_copy", {"name": "Rhys", "count": 3}),
    Fact("silence", {"days": 9, "count": 1}),
    Fact("long_silence", {"days": 21, "count": 1}),
    Fact(
        "overdue", {"number": "17", "days": 12, "amount": "112000.00", "currency": "RUB", "count": 1, "usual_days": 3}
    ),
    Fact("disputed_invoice", {"number": "17", "count": 1, "open": 2}),
    Fact("conflicting_expectation", {"what": "price", "promised": "120000.00 RUB", "expected": "100000.00 RUB"}),
)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_kind_has_words_for_both_sides(language: words.Language) -> None:
    evidence = (Evidence("<a@b>", 0, 1, "a"),)
    for kind in {*WEIGHTS, *KINDS}:
        said = [words.describe(Reason(kind, side, 1.0, evidence), language) for side in get_args(Side)]
        assert all(text and text == text.strip(" .") for text in said)
    assert set(words.KINDS[language]) == {*WEIGHTS, *KINDS}
    assert set(WEIGHTS) - set(BEHAVIOUR) == set(KINDS)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_step_has_words(language: words.Language) -> None:
    assert set(words.NEXT_STEPS[language]) == set(STEPS)
    assert all(words.next_step(step, language) for step in STEPS)


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("found", FACTS, ids=lambda found: found.kind)
def test_every_fact_has_words(found: Fact, language: words.Language) -> None:
    said = words.fact(found, language)
    assert said
    assert not re.search(r"[{}]", said)
    assert bool(re.search("[А-Яа-я]", said)) == (language == "ru")


def test_every_behaviour_has_a_fact() -> None:
    assert {found.kind for found in FACTS} == set(BEHAVIOUR) == set(words.FACTS["en"]) == set(words.FACTS["ru"])
    for kind in BEHAVIOUR:
        fields = [
            {name for _, name, _, _ in Formatter().parse(words.FACTS[code][kind]) if name} for code in ("en", "ru")
        ]
        assert fields[0] == fields[1]


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (12, "12 дней"), (21, "21 день"), (22, "22 дня"),
     (100, "100 дней"), (101, "101 день"), (111, "111 дней"), (114, "114 дней"), (0, "0 дней")],
)  # fmt: skip
def test_russian_counts_agree(number: int, said: str) -> None:
    assert words.count(number, "day", "ru") == said.replace(" ", "\u00a0")


def test_english_counts_agree() -> None:
    assert [words.count(number, "day", "en") for number in (0, 1, 2)] == ["0\u00a0days", "1\u00a0day", "2\u00a0days"]


def test_money_is_readable() -> None:
    assert words.money("112000.00", "RUB", "ru") == "112\u00a0000,00\u00a0RUB"
    assert words.money("-1234567.5", "USD", "en") == "−1,234,567.5\u00a0USD"
    assert words.money("7", "JPY", "ru") == "7\u00a0JPY"


def test_usual_lateness_is_said_only_when_there_is_one() -> None:
    late = FACTS[8]
    assert "usual" in words.fact(late, "en")
    assert "usual" not in words.fact(Fact(late.kind, {**late.values, "usual_days": 0}), "en")
