"""The words of reminders: complete, and about the same values in both languages."""

from __future__ import annotations

from string import Formatter

import pytest

from leopold import words_dunning
from leopold.dunning.steps import STEPS, TONES
from leopold.dunning.stopping import KINDS
from leopold.languages import LANGUAGES, Language
from leopold.ledger.why import CAUSES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_step_and_tone_has_words(language: Language) -> None:
    assert tuple(words_dunning.STOPS[language]) == KINDS
    assert tuple(words_dunning.STEPS[language]) == STEPS
    assert tuple(words_dunning.TONES[language]) == TONES
    facts = words_dunning.FACTS[language]
    assert {f"why_{each}" for each in (*CAUSES, "unknown")} | {f"tone_{each}" for each in TONES} <= set(facts)
    for table in (words_dunning.STOPS, words_dunning.STEPS, words_dunning.FACTS):
        assert all(text == text.strip(" .") for text in table[language].values())


def test_facts_name_the_same_values_in_both_languages() -> None:
    english, russian = words_dunning.FACTS["en"], words_dunning.FACTS["ru"]
    assert english.keys() == russian.keys()
    for kind in english:
        fields = [
            {name for _, name, _, _ in Formatter().parse(text) if name} for text in (english[kind], russian[kind])
        ]
        assert fields[0] == fields[1], kind
