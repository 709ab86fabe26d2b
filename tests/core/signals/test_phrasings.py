"""The half of our own sentences that shaped the rules is read by them; the other half is only measured."""

from __future__ import annotations

import pytest

from benchmarks.phrasings import kinds, sentences
from leopold.signals import RULES
from leopold.signals.interface import Language

CASES: list[tuple[Language, str, str]] = [
    *(("en", *case) for case in sentences("en", "read")),
    *(("ru", *case) for case in sentences("ru", "read")),
]


@pytest.mark.parametrize(("language", "kind", "text"), CASES)
def test_it_reads_the_ways_people_say_a_thing(language: Language, kind: str, text: str) -> None:
    assert kind in kinds(text, language, RULES)
