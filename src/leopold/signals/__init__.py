"""Signals: what one letter says, read from its writer's own words, alike for both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from leopold.model import Evidence, Message, Side, Signal, Zone
from leopold.signals.interface import KINDS, TONES, Finding, Language, Passage, SignalReader
from leopold.signals.rules import Rules
from leopold.signals.sentences import fold, sentences
from leopold.signals.trained.reader import Ear, Kinds, Tones

FAMILIES = ("feelings", "pressure", "promises", "answers", "money", "goodwill", "formality")
"""The families of rules: each is one module of phrases in each language."""

RULES = Rules("rules", FAMILIES, frozenset(KINDS))
EAR = Ear()
KIND_READER, TONE_READER = Kinds(EAR, RULES), Tones(EAR)

READERS: tuple[SignalReader, ...] = (RULES, KIND_READER, TONE_READER)
"""Every reader of signals. Kinds are read from the rules and the trained weights together, tones from these alone."""

FLOOR = 0.05
"""Findings that fewer careful readers than this would mark are not given."""

SHOWN = 0.15
"""Signals that fewer careful readers than this would mark move health a little, but are not shown as marks.

Chosen on our stories, read by readers that never saw them: the F1 of marks is best there.
"""

__all__ = [
    "FAMILIES",
    "FLOOR",
    "KINDS",
    "KIND_READER",
    "READ",
    "READERS",
    "RULES",
    "SHOWN",
    "TONES",
    "Passage",
    "SignalReader",
    "findings",
    "hear",
    "passage_of",
    "read",
    "shown",
    "tones",
]


READ = 12_000
"""Characters of own words that are read: what follows so much is a document pasted in, not what its sender says."""


def passage_of(text: str, side: Side, language: Language, zones: Sequence[Zone]) -> Passage:
    """Return what readers are given of a letter: its own words, up to `READ` characters of them, as sentences."""
    return _passage(text, side, language, tuple(zones))


@lru_cache(maxsize=2048)
def _passage(text: str, side: Side, language: Language, zones: tuple[Zone, ...]) -> Passage:
    """Promises, what becomes of them and what is expected instead are read of the same letter one after the other."""
    folded = fold(text)
    return Passage(text, folded, side, language, sentences(text, folded, _first(zones)))


def _first(zones: Sequence[Zone]) -> Iterator[Zone]:
    left = READ
    for zone in zones:
        if zone.kind == "own" and left > 0:
            yield Zone("own", zone.start, min(zone.end, zone.start + left))
            left -= zone.end - zone.start


def findings(passage: Passage, reader: SignalReader = KIND_READER) -> tuple[Finding, ...]:
    """Return the findings of a reader in order of place: of each kind the likeliest in a sentence, above `FLOOR`."""
    return _ordered(reader.predict([passage])[0])


def tones(passage: Passage) -> tuple[Finding, ...]:
    """Return the tones of a passage in order of place: each one once, at the sentence that has most of it."""
    return _strongest(TONE_READER.predict([passage])[0])


def _ordered(found: Iterable[Finding]) -> tuple[Finding, ...]:
    best: dict[tuple[int, str], Finding] = {}
    for finding in found:
        key = finding.start, finding.kind
        if finding.probability >= FLOOR and (key not in best or best[key].probability < finding.probability):
            best[key] = finding
    return tuple(best[key] for key in sorted(best))


def _strongest(found: Iterable[Finding]) -> tuple[Finding, ...]:
    best: dict[str, Finding] = {}
    for finding in found:
        if finding.kind not in best or best[finding.kind].probability < finding.probability:
            best[finding.kind] = finding
    return tuple(sorted(best.values(), key=lambda finding: (finding.start, finding.kind)))


def hear(
    message: Message, side: Side, language: Language, zones: tuple[Zone, ...]
) -> tuple[tuple[Signal, ...], tuple[Signal, ...]]:
    """Return the signals and the tones of one letter, each in order of place; a pure function of that letter.

    Only the zones of kind "own" are read; greetings and closing lines count for formality alone.
    """
    passage = passage_of(message.text, side, language, zones)
    if not passage.sentences:
        return (), ()
    (heard,) = EAR.hear([passage])
    kinds, sounds = _ordered(KIND_READER.of(passage, heard)), _strongest(TONE_READER.of(heard))
    return _signals(message, side, kinds), _signals(message, side, sounds)


def read(message: Message, side: Side, language: Language, zones: tuple[Zone, ...]) -> tuple[Signal, ...]:
    """Return the signals of one letter in order of place, as `hear` does."""
    return hear(message, side, language, zones)[0]


def shown(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Return the signals that are sure enough to be shown as marks."""
    return tuple(signal for signal in signals if signal.probability >= SHOWN)


def _signals(message: Message, side: Side, found: Iterable[Finding]) -> tuple[Signal, ...]:
    return tuple(
        Signal(each.kind, side, each.probability, Evidence.of(message, each.start, each.end)) for each in found
    )
