"""The trained readers: kinds, which stand on rules and on words alike, and tones, which stand on words.

Both share one set of weights and one look at a letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Any, Final

from leopold.signals.interface import KINDS, TONES, Finding, Passage
from leopold.signals.rules import Rules
from leopold.signals.sentences import Sentence
from leopold.signals.trained.features import tokens
from leopold.signals.trained.scorer import Scorer, Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[Any]

WEIGHTS: Final = "weights.npz"
TONE: Final = "tone."
"""What the name of a tone's head begins with, beside the kinds of the same name."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Sentences of one passage that can say something, and the scores of all heads for each: sentences × heads."""

    sentences: tuple[Sentence, ...]
    scores: Scores


class Ear:
    """Looks at passages with the shipped weights, which are loaded at the first look; or with those given."""

    def __init__(self, weights: Callable[[], Weights] | None = None) -> None:
        self._load = weights or _shipped

    @cached_property
    def scorer(self) -> Scorer:
        """The weights, ready to score."""
        return Scorer(self._load())

    @cached_property
    def lines(self) -> Scores:
        """The log-odds from which each head says something."""
        import numpy as np

        floor = self.scorer.weights.floor
        return np.log(floor / (1 - floor))

    def hear(self, passages: Sequence[Passage]) -> list[Heard]:
        """Return the scores of each passage's sentences. What it hears of one does not depend on the others."""
        kept = [tuple(sentence for sentence in passage.sentences if sentence.words) for passage in passages]
        rows = [tokens(passage.text, each) for passage, own in zip(passages, kept, strict=True) for each in own]
        scores = self.scorer.scores(rows)
        heard, first = [], 0
        for own in kept:
            heard.append(Heard(own, scores[first : first + len(own)]))
            first += len(own)
        return heard


def _shipped() -> Weights:
    with (files("leopold.signals.trained") / WEIGHTS).open("rb") as file:
        return Weights.read(file)


class Tones:
    """How sentences sound. A finding is a sentence that has a tone rather than not."""

    name = "tones"
    kinds = frozenset(TONES)
    card = "docs/models/signals.md"

    def __init__(self, ear: Ear) -> None:
        self.ear = ear

    def predict(self, passages: Sequence[Passage]) -> list[tuple[Finding, ...]]:
        """Return the findings of each passage, in its order."""
        return [tuple(self.of(heard)) for heard in self.ear.hear(passages)]

    def of(self, heard: Heard) -> Iterator[Finding]:
        """Yield the tones of a passage that was heard."""
        first, lines = len(KINDS), self.ear.lines
        for number, head in zip(*(heard.scores[:, first:] >= lines[first:]).nonzero(), strict=True):
            sentence = heard.sentences[number]
            if sentence.role == "body":
                yield Finding(TONES[head], _sure(heard.scores[number, first + head]), sentence.start, sentence.end)


class Kinds:
    """What a careful reader would mark in sentences, from their words and from the rules that hold in them."""

    name = "kinds"
    kinds = frozenset(KINDS)
    card = "docs/models/signals.md"

    def __init__(self, ear: Ear, rules: Rules) -> None:
        self.ear, self.rules = ear, rules

    @cached_property
    def _said(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """What each group of rules adds to which kinds."""
        weights = self.ear.scorer.weights
        found = defaultdict(list)
        for group, kind, weight in zip(weights.groups, weights.rule_heads, weights.rule_weights, strict=True):
            found[str(group)].append((int(kind), float(weight)))
        return found

    def predict(self, passages: Sequence[Passage]) -> list[tuple[Finding, ...]]:
        """Return the findings of each passage, in its order."""
        return [
            tuple(self.of(passage, heard)) for passage, heard in zip(passages, self.ear.hear(passages), strict=True)
        ]

    def of(self, passage: Passage, heard: Heard) -> Iterator[Finding]:
        """Yield the kinds of a passage that was heard."""
        logits, groups = heard.scores[:, : len(KINDS)].copy(), groups_in(self.rules, passage)
        for row, sentence in zip(logits, heard.sentences, strict=True):
            for group in groups.get(sentence.start, ()) if groups else ():
                for head, weight in self._said.get(group, ()):
                    row[head] += weight
        for number, head in zip(*(logits >= self.ear.lines[: len(KINDS)]).nonzero(), strict=True):
            sentence = heard.sentences[number]
            if sentence.role == "body" or sentence.start in groups:
                yield Finding(KINDS[head], _sure(logits[number, head]), sentence.start, sentence.end)


def groups_in(rules: Rules, passage: Passage) -> dict[int, list[str]]:
    """Return the groups of rules that hold in each sentence of a passage, by where it begins."""
    found: dict[int, list[str]] = defaultdict(list)
    for finding in rules.predict([passage])[0]:
        found[finding.start].append(f"{passage.language}.{finding.group}")
    return found


def _sure(logit: float) -> float:
    return 1 / (1 + exp(-min(30.0, max(-30.0, float(logit)))))
