"""Every kind and fact has its words, in both languages, and no trailing full stop."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from leopold.coaching import KINDS
from leopold.coaching import wording as said
from leopold.coaching.english import blame as english_blame
from leopold.coaching.matching import rules
from leopold.coaching.tone import FAMILIES, SIGNS
from leopold.languages import LANGUAGES
from leopold.model import Fact

ROOT = Path(__file__).resolve().parents[3]


def test_every_kind_has_words_in_both_languages() -> None:
    for language in LANGUAGES:
        assert tuple(said.KINDS[language]) == KINDS
        for words in said.KINDS[language].values():
            assert all(words)
            assert not words.reason.endswith(".")
            assert not words.suggestion.endswith(".")
            assert bool(re.search("[а-яё]", words.reason)) == (language == "ru")


def test_every_fact_names_the_same_values_in_both_languages() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert set(said.FACTS["en"]) == set(said.FACTS["ru"])
    for kind, text in said.FACTS["en"].items():
        assert fields(text) == fields(said.FACTS["ru"][kind])


@pytest.mark.parametrize(
    ("values", "english", "russian"),
    [
        (
            {"letters": 8, "words": 2, "usual_words": 45, "greeting": 1},
            "2\u00a0words; usual here is about 45, no greeting (seen in 8\u00a0letters of yours)",
            "2\u00a0слова; обычно здесь около 45, нет приветствия (ваших писем учтено: 8)",
        ),
        (
            {"letters": 5, "greeting": 1, "thanks": 1},
            "No greeting, no thanks (seen in 5\u00a0letters of yours)",
            "Нет приветствия, нет благодарности (ваших писем учтено: 5)",
        ),
    ],
)
def test_it_tells_the_habit_with_its_numbers(values: dict[str, int], english: str, russian: str) -> None:
    assert said.fact(Fact("curt", values), "en") == english
    assert said.fact(Fact("curt", values), "ru") == russian


def test_it_counts_invoices_in_every_form() -> None:
    texts = [said.fact(Fact("all_paid", {"count": count}), "ru") for count in (1, 3, 11)]
    assert [text.split(": ")[1] for text in texts] == [
        "известно 1\u00a0счёт, все оплачены",
        "известно 3\u00a0счёта, все оплачены",
        "известно 11\u00a0счетов, все оплачены",
    ]
    assert said.fact(Fact("all_paid", {"count": 1}), "en") == "Nothing is open: 1\u00a0invoice known, all paid"


def test_both_languages_have_the_same_groups_of_phrases() -> None:
    for families in (FAMILIES, ("promises",)):
        names = [group.name for group in rules(families).groups]
        assert names[: len(names) // 2] == names[len(names) // 2 :]
    assert english_blame.GROUPS


def test_every_group_and_sign_has_a_known_kind() -> None:
    kinds = {group.kind for group in rules(FAMILIES).groups} - {"soothing"}
    assert kinds | set(SIGNS.values()) <= set(KINDS)


def test_the_schema_names_every_kind() -> None:
    schema = json.loads((ROOT / "docs" / "coach.schema.json").read_text())
    assert tuple(schema["$defs"]["finding"]["properties"]["kind"]["enum"]) == KINDS
