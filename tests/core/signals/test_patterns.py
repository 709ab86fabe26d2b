"""The language of phrases: stems, alternatives, gaps, ends of a sentence, and what cannot be read."""

from __future__ import annotations

import pytest

from leopold.signals.patterns import Table, compile_phrases

COMMON = frozenset({"the", "you", "not", "we"})


def matches(phrase: str, sentence: str) -> bool:
    """Whether a phrase stands in a sentence."""
    table = Table((p, 0) for p in compile_phrases(phrase, {"pay": "pay* settl*"}, COMMON))
    return table.matches(sentence.split())


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("refus* to", "they refused to come", True),
        ("refus* to", "they refused it to us", False),
        ("(cancel|end of contract) now", "end of contract now", True),
        ("(cancel|end of contract) now", "contract now", False),
        ("not ~2 pay", "we will not ever again pay", True),
        ("not ~2 pay", "not one two three pay", False),
        ("very [really] late", "very late", True),
        ("very [really] late", "very really late", True),
        ("^ sorry", "sorry we are late", True),
        ("^ sorry", "we are sorry", False),
        ("done $", "all done", True),
        ("done $", "done it", False),
        ("invoice #", "invoice fs-12", True),
        ("invoice #", "invoice twelve", False),
        ("invoice _ late", "invoice is late", True),
        ("@pay later", "settling later", True),
        ("a (b|c [d]) refund", "a c d refund", True),
        ("claim|\n    refund", "a refund", True),
    ],
)
def test_it_matches_as_it_says(phrase: str, sentence: str, expected: bool) -> None:
    phrase = f"({phrase})" if phrase.startswith("claim") else phrase
    assert matches(phrase, sentence) is expected


@pytest.mark.parametrize("phrase", ["(open", "close)", "@unknown word", "_ #", "ab* _"])
def test_it_names_a_phrase_that_cannot_be_read(phrase: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        compile_phrases(phrase, {}, COMMON)


def test_it_remembers_no_more_words_than_it_may() -> None:
    table = Table((p, 0) for p in compile_phrases("refund", {}, COMMON))
    table.REMEMBERED = 10
    for number in range(100):
        table.of(f"word{number}")
    assert len(table._memory) <= 10
    assert table.matches(["a", "refund"])
