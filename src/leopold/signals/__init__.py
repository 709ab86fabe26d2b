"""Signals: what one letter says, read from its writer's own words, alike for both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leopold.model import Evidence, Message, Side, Signal, Zone
from leopold.signals.interface import KINDS, Finding, Language, Passage, SignalReader
from leopold.signals.rules import Rules
from leopold.signals.sentences import fold, sentences

FAMILIES = ("feelings", "pressure", "promises", "answers", "money", "goodwill", "formality")
"""The families of rules: each is one module of phrases in each language."""

READERS: tuple[SignalReader, ...] = (Rules("rules", FAMILIES, frozenset(KINDS)),)
"""Every reader of signals, in the order they read. A new one, trained or not, is added here."""

FLOOR = 0.05
"""Findings that fewer careful readers than this would mark are not given."""

__all__ = ["FAMILIES", "FLOOR", "KINDS", "READ", "READERS", "Passage", "SignalReader", "findings", "passage_of", "read"]


READ = 12_000
"""Characters of own words that are read: what follows so much is a document pasted in, not what its sender says."""


def passage_of(text: str, side: Side, language: Language, zones: Sequence[Zone]) -> Passage:
    """Return what readers are given of a letter: its own words, up to `READ` characters of them, as sentences."""
    folded = fold(text)
    return Passage(text, folded, side, language, sentences(text, folded, _first(zones)))


def _first(zones: Sequence[Zone]) -> Iterator[Zone]:
    left = READ
    for zone in zones:
        if zone.kind == "own" and left > 0:
            yield Zone("own", zone.start, min(zone.end, zone.start + left))
            left -= zone.end - zone.start


def findings(passage: Passage) -> tuple[Finding, ...]:
    """Return the findings of all readers in order of place: of each kind the likeliest in a sentence, above `FLOOR`."""
    best: dict[tuple[int, str], Finding] = {}
    for reader in READERS:
        for finding in reader.predict([passage])[0]:
            key = finding.start, finding.kind
            if finding.probability >= FLOOR and (key not in best or best[key].probability < finding.probability):
                best[key] = finding
    return tuple(best[key] for key in sorted(best))


def read(message: Message, side: Side, language: Language, zones: tuple[Zone, ...]) -> tuple[Signal, ...]:
    """Return the signals of one letter in order of place; a pure function of that letter.

    Only the zones of kind "own" are read; greetings and closing lines count for formality alone.
    """
    passage = passage_of(message.text, side, language, zones)
    return tuple(
        Signal(found.kind, side, found.probability, Evidence.of(message, found.start, found.end))
        for found in findings(passage)
    )
