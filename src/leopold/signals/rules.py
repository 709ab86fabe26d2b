"""Readers made of rules: groups of phrases in each language, with guards and a probability for each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from leopold.signals.interface import Finding, Language, Passage
from leopold.signals.patterns import Group, Table, compile_phrases, match_at
from leopold.signals.probabilities import PROBABILITIES
from leopold.signals.sentences import Sentence, span_of, words

LONGEST = 280
"""Evidence longer than this is cut to the words around the match; the value keeps it readable on one card."""

_NEGATIONS = {
    "en": words(
        """
        not no never don't doesn't didn't won't can't cannot haven't hasn't isn't aren't wasn't weren't wouldn't without
        hardly dont wont cant
        """
    ),
    "ru": words("не ни нет без никогда нельзя никто ничего"),
}


_PERSONS = {
    "en": words(
        """
        i we me us my our ours mine you your yours i'm i've i'd i'll we're we've we'd we'll you're you've you'd
        you'll let's
        """
    ),
    "ru": words(""),
}

IMPERSONAL = 14
"""A longer English sentence without "I", "we" or "you" tells of others: letters carry news and contracts too."""


@dataclass(frozen=True)
class Compiled:
    """Families of rules in one language, ready to match. `unless` holds each group's own guards."""

    groups: tuple[Group, ...]
    table: Table
    unless: tuple[Table | None, ...]
    probabilities: tuple[float, ...]
    negations: frozenset[str]
    persons: frozenset[str]


def compiled(families: Sequence[str], language: Language) -> Compiled:
    """Read the phrases of families in one language from the data modules of that language."""
    package = "leopold.signals." + {"en": "english", "ru": "russian"}[language]
    shared = import_module(package)
    groups = tuple(group for family in families for group in import_module(f"{package}.{family}").GROUPS)
    table = Table(
        (phrase, number)
        for number, group in enumerate(groups)
        for phrase in compile_phrases(group.phrases, shared.SETS, shared.COMMON)
    )
    unless = tuple(
        Table((p, 0) for p in compile_phrases(group.unless, shared.SETS, shared.COMMON)) if group.unless else None
        for group in groups
    )
    probabilities = tuple(probability_of(language, group) for group in groups)
    return Compiled(groups, table, unless, probabilities, _NEGATIONS[language], _PERSONS[language])


class Rules:
    """Signals read by phrases. A language is compiled when its first letter comes.

    All families share one table, so that a letter's words are looked up once.
    """

    card = ""

    def __init__(self, name: str, families: Sequence[str], kinds: frozenset[str]) -> None:
        self.name = name
        self.families = families
        self.kinds = kinds
        self._compiled: dict[Language, Compiled] = {}

    def predict(self, passages: Sequence[Passage]) -> list[tuple[Finding, ...]]:
        """Return the findings of each passage, in its order."""
        return [tuple(self._read(passage)) for passage in passages]

    def _read(self, passage: Passage) -> Iterator[Finding]:
        rules = self._compiled.get(passage.language)
        if rules is None:
            rules = self._compiled[passage.language] = compiled(self.families, passage.language)
        for number, place in sorted(_places(rules, passage)):
            group, sentence = rules.groups[number], passage.sentences[place]
            yield Finding(group.kind, rules.probabilities[number], sentence.start, sentence.end, group.name)


def _places(rules: Compiled, passage: Passage) -> set[tuple[int, int]]:
    """Return which groups hold in which sentences, by their numbers."""
    found: set[tuple[int, int]] = set()
    for place, sentence in enumerate(passage.sentences):
        known = [rules.table.of(word) for word in sentence.words]
        present = {key for _, keys in known for key in keys}
        for at, (entries, _) in enumerate(known):
            for needs, phrases in entries:
                if needs and needs.isdisjoint(present):
                    continue
                for phrase, number in phrases:
                    if (number, place) in found:
                        continue
                    span = match_at(phrase, sentence.words, at)
                    if span and _stands(rules, number, passage, sentence, span):
                        found.add((number, place))
    return found


def _stands(rules: Compiled, number: int, passage: Passage, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether the guards of a group let a match stand."""
    group = rules.groups[number]
    if sentence.role not in group.roles:
        return False
    if group.asks is not None and group.asks != asks(passage.text, sentence):
        return False
    if len(sentence.words) > IMPERSONAL and rules.persons and rules.persons.isdisjoint(sentence.words):
        return False
    if group.negatable and not rules.negations.isdisjoint(sentence.words[max(0, span[0] - 3) : span[0]]):
        return False
    if quoted(passage.folded, sentence, span):
        return False
    unless = rules.unless[number]
    return unless is None or not unless.matches(sentence.words)


def probability_of(language: Language, group: Group) -> float:
    """Return the measured probability of a group: its own, else that of its kind, else its starting estimate."""
    known = PROBABILITIES.get(f"{language}.{group.name}")
    return PROBABILITIES.get(group.kind, group.probability) if known is None else known


def asks(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a question."""
    return "?" in text[max(sentence.start, sentence.end - 4) : sentence.end]


def quoted(folded: str, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether words of a sentence stand between quotation marks: then they are somebody else's."""
    whole = folded[sentence.start : sentence.end]
    if '"' not in whole and "«" not in whole:
        return False
    start, end = span_of(folded, sentence, *span)
    before, after = folded[sentence.start : start], folded[end : sentence.end]
    opened = before.count('"') % 2 == 1 or before.count("«") > before.count("»")
    return opened and ('"' in after or "»" in after)
