"""Sentences of our own, with what a careful reader would mark in each: one file a kind, in English and in Russian.

A line is labels, a tab, a sentence; labels are kinds of signal and tones, or "-" where there is nothing to mark.
All of it is invented for Leopold, so shipped weights may be trained on it (tier A).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from leopold.signals.interface import KINDS, TONES, Language

HOME: Final = Path(__file__).parent
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru")


class Labelled(NamedTuple):
    """A sentence in a language, its labels, and the file that it stands in."""

    text: str
    language: Language
    labels: frozenset[str]
    file: str


def labelled() -> Iterator[Labelled]:
    """Yield every sentence. ValueError names the file and line of a label that is none."""
    known = {*KINDS, *TONES}
    for language in LANGUAGES:
        for path in sorted((HOME / language).glob("*.tsv")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                words, tab, text = line.partition("\t")
                labels = frozenset(words.split(",")) - {"-"}
                if not tab or not text.strip() or not labels <= known:
                    raise ValueError(f"{path}:{number}: not labels, a tab and a sentence: {line[:80]!r}")
                yield Labelled(text.strip(), language, labels, path.stem)
