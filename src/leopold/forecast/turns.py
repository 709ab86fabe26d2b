"""One turn of a conversation as the forecast sees it: who speaks, when, how long, in what manner, with which signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import log1p, sqrt
from typing import Final

from leopold.correspondence.language import language
from leopold.forecast.manner import MARKS, Manner, manner_of
from leopold.model import Letter, Side, Zone
from leopold.signals import KIND_READER, SignalReader, findings, passage_of

CHANNELS: Final = (*MARKS, "bad_signs", "good_signs")
"""What is followed from turn to turn: marks of manner, a word's count over the root of all words; signs of trouble and
of good will, the sum of their probabilities."""

_GOOD: Final = frozenset(("gratitude", "apology", "concession", "reassurance", "praise"))
_MOST: Final = 3.0
"""Signs beyond so many in one letter tell nothing more."""

_PADDING: Final = 10
"""Words added to those of a turn before its marks are weighed, so that one word in a short line is no torrent."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a forecast takes in of one letter; bounded, whatever the letter.

    `at` is seconds since 1970, None where unknown. `length` is the log of one and the number of own words. `levels` are
    those of `CHANNELS`. `hostile`, `asked` and `topics` are words that the other side may take up.
    """

    side: Side
    at: float | None
    length: float
    levels: tuple[float, ...]
    hostile: frozenset[str]
    asked: frozenset[str]
    topics: frozenset[str]


def turn_of(letter: Letter) -> Turn:
    """Return a letter's turn: its writer's own words, its signals and its moment."""
    own = "\n".join(letter.message.text[zone.start : zone.end] for zone in letter.own)
    at = letter.message.at.timestamp() if letter.message.at else None
    signs = ((signal.kind, signal.probability) for signal in letter.signals)
    return _turn(manner_of(own), letter.side, at, signs)


def plain_turn(text: str, side: Side, at: datetime | None = None, reader: SignalReader = KIND_READER) -> Turn:
    """Return the turn of a text all of which is its speaker's own; its signals are read here, by `reader`.

    Of more than two speakers, the first is one side and all others are the other.
    """
    passage = passage_of(text, side, language(text), (Zone("own", 0, len(text)),))
    signs = ((found.kind, found.probability) for found in findings(passage, reader))
    return _turn(manner_of(text), side, at.timestamp() if at else None, signs)


def _turn(manner: Manner, side: Side, at: float | None, signs: Iterable[tuple[str, float]]) -> Turn:
    bad = good = 0.0
    for kind, probability in signs:
        if kind in _GOOD:
            good += probability
        else:
            bad += probability
    root = sqrt(manner.words + _PADDING)
    levels = (*(count / root for count in manner.counts), min(bad, _MOST), min(good, _MOST))
    return Turn(side, at, log1p(manner.words), levels, manner.hostile, manner.asked, manner.topics)
