"""A letter as a page shows it: own words with the evidence marked, quotes and signature folded away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from leopold import words
from leopold.model import Side
from leopold.words import Language
from leopold_web.relationships.models import Message, Signal
from leopold_web.relationships.quotations import GOOD_KINDS


@dataclass(frozen=True)
class Piece:
    """A run of text; `label` says what it shows, "" for nothing. Good signs have a colour of their own."""

    text: str
    label: str = ""
    good: bool = False


@dataclass(frozen=True)
class Stretch:
    """A zone of a letter, in pieces."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def lines(self) -> int:
        """How many lines it has that are not empty."""
        return sum(bool(line.strip()) for line in "".join(piece.text for piece in self.pieces).splitlines())


def stretches(message: Message, signals: Sequence[Signal], language: Language) -> list[Stretch]:
    """Return the zones of `message`, with `signals` marked where they stand; zones of white space are left out."""
    found = []
    for kind, start, end in message.zones:
        if message.text[start:end].strip():
            found.append(Stretch(kind, tuple(_pieces(message.text, start, end, signals, language))))
    return found


def _pieces(text: str, start: int, end: int, signals: Sequence[Signal], language: Language) -> list[Piece]:
    inside = [signal for signal in signals if signal.start < end and signal.end > start]
    edges = {start, end}
    for signal in inside:
        edges |= {max(signal.start, start), min(signal.end, end)}
    cuts, pieces = sorted(edges), []
    for left, right in pairwise(cuts):
        here = [signal for signal in inside if signal.start <= left and signal.end >= right]
        label = "; ".join(dict.fromkeys(_label(one, language) for one in here))
        good = bool(here) and all(one.kind in GOOD_KINDS for one in here)
        pieces.append(Piece(text[left:right], label, good))
    return pieces


def _label(signal: Signal, language: Language) -> str:
    label = words.kind(signal.kind, _side(signal), language)
    return f"{label} ({_('read by the second reader')})" if signal.reader else label


def _side(signal: Signal) -> Side:
    return "ours" if signal.side == "ours" else "theirs"
