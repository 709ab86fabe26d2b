"""The manner of a text: how much it accuses, concedes, hedges, asks, orders, in counts of words. Language-neutral.

The words of English and Russian stand in one table, since no word of one is a word of the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from leopold.forecast import english, russian
from leopold.signals.sentences import fold

LISTED: Final = tuple(english.WORDS)
"""The marks that are lists of words, alike in both languages."""

MARKS: Final = (
    *LISTED,
    "question",
    "exclaim",
    "quoting",
    "you_first",
    "ordering",
    "asks_why",
    "not_you",
    "hostile_you",
)
"""Every mark of manner, in the order of `Manner.counts`."""

READ: Final = 12_000
"""Characters of a text that are read."""

ECHO: Final = 16
"""Hostile words of a turn that are remembered, and of its question words twice, of its topics four times as many."""

_TOKEN: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.!?…]+|[\"«]|\n\s*[\n>]|& ?gt ?;")
_PHRASE: Final = re.compile(r'"[^"]+"|\S+')
_AT: Final = {name: number for number, name in enumerate(MARKS)}
_YOU, _HOSTILE, _BLAME, _NEGATION, _ORDER = (_AT[name] for name in ("you", "hostile", "blame", "negation", "order"))
_QUOTES: Final = ('"', "«")
SHORT: Final = 4
"""Words of so many letters or fewer are no topic."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a text shows: its words, the counts of `MARKS`, and bounded sets of words it may be answered with."""

    words: int
    counts: tuple[int, ...]
    hostile: frozenset[str]
    asked: frozenset[str]
    topics: frozenset[str]


class _Table(NamedTuple):
    """The marks of whole words, of stems, and of pairs by their first word and then their second."""

    words: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[int, ...]]
    pairs: dict[str, dict[str, tuple[int, ...]]]


@cache
def _table() -> _Table:
    """Return both languages' words in one table."""
    found: dict[str, set[int]] = {}
    for lists in (english.WORDS, russian.WORDS):
        for number, name in enumerate(LISTED):
            for phrase in _PHRASE.findall(lists[name]):
                found.setdefault(fold(phrase.strip('"')), set()).add(number)
    table = _Table({}, {}, {})
    for entry, marks in found.items():
        first, _, second = entry.partition(" ")
        if second:
            table.pairs.setdefault(first, {})[second] = tuple(sorted(marks))
        elif first.endswith("*"):
            table.stems[first.rstrip("*")] = tuple(sorted(marks))
        else:
            table.words[first] = tuple(sorted(marks))
    return table


@lru_cache(maxsize=32_768)
def marks_of(word: str) -> tuple[int, ...]:
    """Return the marks of a folded word: those listed for it, and for the stems it begins with."""
    table = _table()
    found = set(table.words.get(word, ()))
    for length in range(3, min(len(word), 16) + 1):
        found.update(table.stems.get(word[:length], ()))
    return tuple(sorted(found))


def manner_of(text: str) -> Manner:
    """Return the manner of a text, of which the first `READ` characters are read. Never raises."""
    tally = _Tally()
    for token in _TOKEN.findall(fold(text[:READ])):
        if token[0].isalnum():
            tally.word(token)
        elif token in _QUOTES or token[0] == "&" or token[-1] == ">":
            tally.counts[_AT["quoting"]] += 1
        else:
            tally.stop(token)
    tally.stop("")
    limits = frozenset(tally.hostile[:ECHO]), frozenset(tally.asked[: 2 * ECHO]), frozenset(tally.topics[: 4 * ECHO])
    return Manner(tally.words, tuple(tally.counts), *limits)


class _Tally:
    """Counts word by word and sentence by sentence."""

    __slots__ = ("after", "asked", "content", "counts", "hostile", "pairs", "seen", "started", "topics", "words")

    def __init__(self) -> None:
        self.counts = [0] * len(MARKS)
        self.words = 0
        self.hostile: list[str] = []
        self.asked: list[str] = []
        self.topics: list[str] = []
        self.content: list[str] = []
        self.seen: set[int] = set()
        self.pairs = _table().pairs
        self.after: dict[str, tuple[int, ...]] | None = None
        self.started = False

    def word(self, word: str) -> None:
        """Take in the next word of a sentence."""
        self.words += 1
        marks = marks_of(word)
        if not self.started:
            self.started = True
            self.counts[_AT["you_first"]] += _YOU in marks
            self.counts[_AT["ordering"]] += _ORDER in marks
        if self.after is not None and word in self.after:
            marks += self.after[word]
        self.after = self.pairs.get(word)
        if marks:
            for mark in marks:
                self.counts[mark] += 1
                self.seen.add(mark)
            if _HOSTILE in marks:
                self.hostile.append(word)
        elif len(word) > SHORT:
            self.content.append(word)

    def stop(self, stop: str) -> None:
        """End a sentence."""
        if not self.started:
            return
        counts, asks, you = self.counts, "?" in stop, _YOU in self.seen
        self.topics += self.content
        if asks:
            counts[_AT["question"]] += 1
            counts[_AT["asks_why"]] += you
            self.asked += self.content
        counts[_AT["exclaim"]] += "!" in stop
        if you:
            counts[_AT["not_you"]] += _NEGATION in self.seen
            counts[_AT["hostile_you"]] += _HOSTILE in self.seen or _BLAME in self.seen
        self.content, self.seen, self.after, self.started = [], set(), None, False
