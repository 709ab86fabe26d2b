"""What a reader of signals is given, what it gives back, and how it must behave.

A reader is pure: the same passage gives the same findings, and what it says of a passage read alone equals what
it says of it in a batch. A reader may hold trained weights; it then loads them on first use and names its model card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from leopold.model import Side
from leopold.signals.sentences import Sentence, Token, fold, index_of

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


@dataclass(frozen=True)
class Passage:
    """One letter as a reader sees it: its text, and the sentences of the writer's own words in it.

    `folded` has the length of `text`: lower case, ё as е, straight apostrophes and quotes, so that an offset in one
    is an offset in the other.
    """

    text: str
    side: Side
    language: Language
    sentences: tuple[Sentence, ...]

    @cached_property
    def folded(self) -> str:
        """The text in lower case, offset for offset."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of all sentences, in order."""
        return tuple(token for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Positions in `tokens` of each word, and of each word's first three and four letters under ``stem…``."""
        return index_of(self.tokens)


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
