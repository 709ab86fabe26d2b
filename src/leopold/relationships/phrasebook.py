"""What a sentence is about or gives away, told by phrases: a small table of labels and the ways to say them.

The phrases are those of `leopold.signals.patterns`, and find their places in linear time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from leopold.model import Letter
from leopold.signals import passage_of
from leopold.signals.interface import Language, Passage
from leopold.signals.patterns import Table, compile_phrases, match_at
from leopold.signals.sentences import Sentence, span_of


class Place(NamedTuple):
    """A label's words at `text[start:end]` of a letter, and the sentence that they stand in."""

    label: str
    start: int
    end: int
    sentence: Sentence


class Phrasebook:
    """Labels and their phrases in one language."""

    def __init__(self, phrases: Mapping[str, str], language: Language) -> None:
        shared = import_module("leopold.signals." + {"en": "english", "ru": "russian"}[language])
        self.labels = tuple(phrases)
        self._table = Table(
            (phrase, number)
            for number, text in enumerate(phrases.values())
            for phrase in compile_phrases(text, shared.SETS, shared.COMMON)
        )

    def spans(self, words: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield each label once, with the first words `[a, b)` of a sentence that say it."""
        seen = set[int]()
        for at, word in enumerate(words):
            for phrase, number, _ in self._table.of(word)[0]:
                if number not in seen and (span := match_at(phrase, words, at)):
                    seen.add(number)
                    yield self.labels[number], span

    def places(self, passage: Passage) -> Iterator[Place]:
        """Yield what the body of a letter says, in order, each label once a sentence."""
        for sentence in passage.sentences:
            if sentence.role == "body":
                for label, (first, last) in self.spans(sentence.words):
                    yield Place(label, *span_of(passage.folded, sentence, first, last), sentence)


def passage(letter: Letter) -> Passage:
    """Return a letter as readers see it."""
    return passage_of(letter.message.text, letter.side, letter.language, letter.zones)
