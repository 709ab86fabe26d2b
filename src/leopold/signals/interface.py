"""What a reader of signals is given, what it gives back, and how it must behave.

A reader is pure: the same passage gives the same findings, and what it says of a passage read alone equals what
it says of it in a batch. A reader may hold trained weights; it then loads them on first use and names its model card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from leopold.model import Side
from leopold.signals.sentences import Sentence

Language = Literal["en", "ru"]

KINDS = (
    "annoyance",
    "anger",
    "fear",
    "distrust",
    "accusation",
    "ultimatum",
    "escalation",
    "repeat_request",
    "unanswered_question",
    "unmet_expectation",
    "broken_promise",
    "overpromise",
    "payment_delay",
    "payment_refusal",
    "dispute",
    "churn_intent",
    "blame_shift",
    "formality_shift",
    "sarcasm",
    "gratitude",
    "apology",
    "concession",
    "reassurance",
    "praise",
)
"""Every kind of signal that a reader may give."""

TONES = (
    "anger",
    "annoyance",
    "disappointment",
    "fear",
    "sadness",
    "joy",
    "gratitude",
    "approval",
    "politeness",
    "incivility",
    "complaint",
    "request",
    "commitment",
    "attack",
    "stonewalling",
    "coordination",
)
"""How a sentence sounds, as trained readers tell it: what kinds are read from, not what a careful reader marks."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One letter as a reader sees it: its text, and the sentences of the writer's own words in it.

    `folded` has the length of `text`: lower case, ё as е, straight apostrophes and quotes, so that an offset in one
    is an offset in the other.
    """

    text: str
    folded: str
    side: Side
    language: Language
    sentences: tuple[Sentence, ...]


class Finding(NamedTuple):
    """A kind read at `text[start:end]`, with the probability in 0..1 that a careful reader would mark it."""

    kind: str
    probability: float
    start: int
    end: int
    group: str = ""


class SignalReader(Protocol):
    """One family of signals. `card` names the model card of trained weights, "" where there are none."""

    name: str
    kinds: frozenset[str]
    card: str

    def predict(self, passages: Sequence[Passage]) -> list[tuple[Finding, ...]]:
        """Return the findings of each passage, in its order. Never raises on any text."""
        ...
