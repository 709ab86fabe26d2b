"""Phrases of the coach's families, found in the sentences of a draft, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from leopold.languages import LANGUAGES
from leopold.signals.interface import Passage
from leopold.signals.patterns import Entry, Group, Table, compile_phrases, match_at
from leopold.signals.rules import asks, quoted
from leopold.signals.sentences import Sentence, span_of

_PACKAGES: Final = {"en": "leopold.coaching.english", "ru": "leopold.coaching.russian"}


class Match(NamedTuple):
    """A group found at `text[start:end]`, in the sentence of that number."""

    group: Group
    sentence: int
    start: int
    end: int


class Rules(NamedTuple):
    """The groups of some families in both languages. Words of one language are not words of the other."""

    groups: tuple[Group, ...]
    table: Table
    unless: tuple[Table | None, ...]
    negations: frozenset[str]


@cache
def rules(families: tuple[str, ...]) -> Rules:
    """Compile the phrases of families once."""
    groups: list[Group] = []
    phrases, unless = [], list[Table | None]()
    negations = frozenset[str]()
    for language in LANGUAGES:
        shared = import_module(_PACKAGES[language])
        negations |= shared.NEGATIONS
        for family in families:
            for group in import_module(f"{_PACKAGES[language]}.{family}").GROUPS:
                phrases += [(one, len(groups)) for one in compile_phrases(group.phrases, shared.SETS, shared.COMMON)]
                guards = compile_phrases(group.unless, shared.SETS, shared.COMMON)
                unless.append(Table((one, 0) for one in guards) if guards else None)
                groups.append(group)
    return Rules(tuple(groups), Table(phrases), tuple(unless), negations)


def matches(families: Sequence[str], passage: Passage) -> Iterator[Match]:
    """Yield what is found, sentence by sentence: of each group its longest match in a sentence."""
    known = rules(tuple(families))
    for number, sentence in enumerate(passage.sentences):
        for index, (first, last) in sorted(_spans(known, sentence).items()):
            if _stands(known, index, passage, sentence, (first, last)):
                start, end = span_of(passage.folded, sentence, first, last)
                yield Match(known.groups[index], number, start, end)


def _spans(known: Rules, sentence: Sentence) -> dict[int, tuple[int, int]]:
    """Return for each group found in a sentence the words of its longest match."""
    found = [known.table.of(word) for word in sentence.words]
    present = {key for _, keys in found for key in keys}
    spans: dict[int, tuple[int, int]] = {}
    for at, (entries, _) in enumerate(found):
        for entry in entries:
            span = _span(entry, sentence.words, at, present)
            if span and span[1] - span[0] > spans.get(entry.group, (0, 0))[1] - spans.get(entry.group, (0, 0))[0]:
                spans[entry.group] = span
    return spans


def _span(entry: Entry, words: Sequence[str], at: int, present: set[str]) -> tuple[int, int] | None:
    if entry.needs and entry.needs.isdisjoint(present):
        return None
    return match_at(entry.phrase, words, at)


def _stands(known: Rules, index: int, passage: Passage, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether the guards of a group let a match stand."""
    group, unless = known.groups[index], known.unless[index]
    if sentence.role not in group.roles or (group.asks is not None and group.asks != asks(passage.text, sentence)):
        return False
    if group.negatable and not known.negations.isdisjoint(sentence.words[max(0, span[0] - 3) : span[0]]):
        return False
    return not quoted(passage.folded, sentence, span) and (unless is None or not unless.matches(sentence.words))
