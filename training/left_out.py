"""Readers of kinds that never saw a story: for fits and figures on stories that shipped readers learned from.

Stories are dealt into parts; for a story, the reader is trained on all our sentences and on the stories of the other
parts. That is stricter than leaving out one story at a time, and takes a minute a part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from leopold.model import Evidence, Letter, Signal
from leopold.sample import stories
from leopold.signals import RULES, findings, passage_of
from leopold.signals.interface import KINDS
from leopold.signals.trained.reader import Ear, Kinds
from training.rows import STORIES, Example, stories_of, written
from training.signals import train

PARTS: Final = 5


@cache
def examples() -> tuple[Example, ...]:
    """Return all that readers of kinds learn from."""
    return (*written(), *stories_of(), *stories_of(stories(STORIES)))


def part_of(story: str) -> int:
    """Return the part of a story, by its number within its set and language: each part has some of every set."""
    return int(story[-2:]) % PARTS


@cache
def reader(part: int) -> Kinds:
    """Return a reader trained without the stories of one part."""
    kept = [example for example in examples() if not example.told or part_of(example.source) != part]
    weights = train(kept, KINDS)
    return Kinds(Ear(lambda: weights), RULES)


def reader_without(story: str) -> Callable[[Letter], Letter]:
    """Return what reads a letter anew, with a reader trained without a story of the sample or of training."""
    found = reader(part_of(story))

    def anew(letter: Letter) -> Letter:
        message = letter.message
        passage = passage_of(message.text, letter.side, letter.language, letter.zones)
        signals = tuple(
            Signal(each.kind, letter.side, each.probability, Evidence.of(message, each.start, each.end))
            for each in findings(passage, found)
        )
        return replace(letter, signals=signals)

    return anew
