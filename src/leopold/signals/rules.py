"""Readers made of rules: groups of phrases in each language, with guards and a probability for each group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import accumulate

from leopold.signals.interface import Finding, Language, Passage
from leopold.signals.patterns import Group, Phrase, compile_phrases, lookup, match_at
from leopold.signals.probabilities import PROBABILITIES
from leopold.signals.sentences import Sentence, Token, words

LONGEST = 280
"""Evidence longer than this is cut to the words around the match; the value keeps it readable on one card."""

_NEGATIONS = {
    "en": words(
        """
        not no never don't doesn't didn't won't can't cannot haven't hasn't isn't aren't wasn't weren't wouldn't without
        nothing nobody none hardly dont wont cant
        """
    ),
    "ru": words("не ни нет без никогда нельзя никто ничего"),
}


@dataclass(frozen=True)
class Compiled:
    """One family in one language, ready to match. `unless` holds each group's own guards."""

    groups: tuple[Group, ...]
    table: Mapping[str, Sequence[tuple[Phrase, int]]]
    unless: tuple[Mapping[str, Sequence[tuple[Phrase, int]]], ...]
    negations: frozenset[str]


def compiled(family: str, language: Language) -> Compiled:
    """Read a family's phrases in one language from the data module of that language."""
    package = "leopold.signals." + {"en": "english", "ru": "russian"}[language]
    shared = import_module(package)
    groups: tuple[Group, ...] = import_module(f"{package}.{family}").GROUPS
    table = lookup(
        (phrase, number)
        for number, group in enumerate(groups)
        for phrase in compile_phrases(group.phrases, shared.SETS, shared.COMMON)
    )
    unless = tuple(
        lookup((phrase, 0) for phrase in compile_phrases(group.unless, shared.SETS, shared.COMMON)) for group in groups
    )
    return Compiled(groups, table, unless, _NEGATIONS[language])


class Rules:
    """A family of signals read by phrases; the phrases of a language are compiled when its first letter comes."""

    card = ""

    def __init__(self, name: str, kinds: frozenset[str], load: Callable[[str, Language], Compiled] = compiled) -> None:
        self.name = name
        self.kinds = kinds
        self._load = load
        self._compiled: dict[Language, Compiled] = {}

    def predict(self, passages: Sequence[Passage]) -> list[tuple[Finding, ...]]:
        """Return the findings of each passage, in its order."""
        return [tuple(self._read(passage)) for passage in passages]

    def _read(self, passage: Passage) -> Iterator[Finding]:
        rules = self._compiled.get(passage.language)
        if rules is None:
            rules = self._compiled[passage.language] = self._load(self.name, passage.language)
        keys = rules.table.keys() & passage.index.keys()
        if not keys:
            return
        firsts = list(accumulate((len(sentence.tokens) for sentence in passage.sentences), initial=0))
        seen: set[tuple[int, int]] = set()
        for key in sorted(keys):
            for phrase, number in rules.table[key]:
                for at in passage.index[key]:
                    place = passage.tokens[at].sentence
                    if (number, place) not in seen and self._holds(rules, number, phrase, passage, at, firsts):
                        seen.add((number, place))
        for number, place in sorted(seen):
            group = rules.groups[number]
            sentence = passage.sentences[place]
            probability = probability_of(passage.language, group)
            yield Finding(group.kind, probability, sentence.start, sentence.end, group.name)

    @staticmethod
    def _holds(rules: Compiled, number: int, phrase: Phrase, passage: Passage, at: int, firsts: list[int]) -> bool:
        tokens, group = passage.tokens, rules.groups[number]
        place = tokens[at].sentence
        sentence = passage.sentences[place]
        if sentence.role not in group.roles:
            return False
        if group.asks is not None and group.asks != asks(passage.text, sentence):
            return False
        first, last = firsts[place], firsts[place + 1]
        span = match_at(phrase, tokens, at, first, last)
        if span is None or quoted(passage.folded, sentence, tokens[span[0]].start, tokens[span[1] - 1].end):
            return False
        if group.negatable and any(t.word in rules.negations for t in tokens[max(first, span[0] - 3) : span[0]]):
            return False
        return not (rules.unless[number] and _matches(rules.unless[number], tokens, first, last))


def probability_of(language: Language, group: Group) -> float:
    """Return the measured probability of a group: its own, else that of its kind, else its starting estimate."""
    known = PROBABILITIES.get(f"{language}.{group.name}")
    return PROBABILITIES.get(group.kind, group.probability) if known is None else known


def asks(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a question."""
    return "?" in text[max(sentence.start, sentence.end - 4) : sentence.end]


def quoted(folded: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch stands between quotation marks: then it is somebody else's words."""
    before = folded[sentence.start : start]
    opened = before.count('"') % 2 == 1 or before.count("«") > before.count("»")
    after = folded[end : sentence.end]
    return opened and ('"' in after or "»" in after) and end - start > 3


def _matches(table: Mapping[str, Sequence[tuple[Phrase, int]]], tokens: Sequence[Token], first: int, last: int) -> bool:
    for at in range(first, last):
        word = tokens[at].word
        for key in (word, word[:3] + "…", word[:4] + "…"):
            for phrase, _ in table.get(key, ()):
                if match_at(phrase, tokens, at, first, last):
                    return True
    return False
