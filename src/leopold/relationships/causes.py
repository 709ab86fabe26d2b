"""Why trouble may repeat on one side: competence, greed or fear, suggested with evidence and open to correction.

A fold over the letters of one relationship. Each cue counts by how surely it was read, fades with time and letters,
and adds to the log-odds of its cause on its side. A cause is named only from `NAMED` on, and never on one cue or in
one letter alone: that nobody knows is a good answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from math import exp, log
from typing import Final, NamedTuple

from leopold.model import Cause, Evidence, Letter, Reason, Side
from leopold.relationships.cues import CAUSES, CUES, PHRASES, SIGNS, SIGNS_OF_OTHERS
from leopold.relationships.culture import whose
from leopold.relationships.events import Event, LetterEvent
from leopold.relationships.habits import DAY
from leopold.relationships.phrasebook import Phrasebook
from leopold.relationships.state import other
from leopold.signals import shown
from leopold.signals.interface import Language, Passage

BASE: Final = {"competence": -1.4, "greed": -2.4, "fear": -2.8}
"""Log-odds of a cause where nothing was read: fear and greed are harder words, and take more."""

NAMED: Final = 0.55
"""Probability from which a cause is suggested."""

PHRASE: Final = 0.6
"""How surely a phrase is what it seems to be."""

MOST: Final = 2.0
"""How often a cue counts at most: what one side does often is one habit."""

PER_LETTER: Final = 0.96
"""What is left of a cue after each further letter: any long correspondence holds some of everything."""

HALF_LIFE_DAYS: Final = 365.0
"""In how many days a cue halves."""

QUOTES: Final = 3
SIDES: Final[tuple[Side, Side]] = ("theirs", "ours")


class Seen(NamedTuple):
    """A cue that a letter gives about a side."""

    cue: str
    side: Side
    probability: float
    evidence: Evidence


@dataclass(slots=True)
class Strength:
    """How much of a cue there is now, in sure cues, and the latest words that show it."""

    value: float = 0.0
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Suspicions:
    """Follows the letters of one relationship and keeps how much of each cue was seen on each side."""

    cues: dict[tuple[Side, str], Strength] = field(default_factory=dict)
    last: datetime | None = None

    def see(self, event: Event, read: Passage | None) -> None:
        """Take in one event; `read` is its letter as readers see it, where that says anything at all."""
        if not isinstance(event, LetterEvent):
            return
        left = self._left(event.at) * PER_LETTER
        for strength in self.cues.values():
            strength.value *= left
        self.last = event.at
        for seen in cues_in(event.letter, read):
            strength = self.cues.setdefault((seen.side, seen.cue), Strength())
            strength.value += seen.probability
            if seen.evidence not in strength.evidence:
                strength.evidence = [*strength.evidence[1 - QUOTES :], seen.evidence]

    def at(self, moment: datetime) -> tuple[Cause, ...]:
        """Return the causes that are suggested at a moment not before the last letter, the likeliest first."""
        left = self._left(moment)
        found = [cause for side in SIDES for name in CAUSES if (cause := self._cause(side, name, left))]
        return tuple(sorted(found, key=lambda cause: (-cause.probability, cause.name, cause.side)))

    def _left(self, at: datetime) -> float:
        days = (at - self.last).total_seconds() / DAY if self.last else 0.0
        return exp(-log(2.0) * days / HALF_LIFE_DAYS)

    def _cause(self, side: Side, name: str, left: float) -> Cause | None:
        reasons = [
            Reason(cue, side, CUES[cue].weight * min(strength.value * left, MOST), tuple(strength.evidence))
            for (party, cue), strength in self.cues.items()
            if party == side and CUES[cue].cause == name
        ]
        reasons.sort(key=lambda reason: (-reason.contribution, reason.kind))
        letters = {piece.message_id for reason in reasons for piece in reason.evidence}
        cause = Cause(name, side, BASE[name], tuple(reasons))
        return cause if len(reasons) > 1 and len(letters) > 1 and cause.probability >= NAMED else None


def cues_in(letter: Letter, read: Passage | None) -> Iterator[Seen]:
    """Yield the cues that a letter gives: of its writer by words and signs, of the other side by signs."""
    for signal in shown(letter.signals):
        if signal.kind == "broken_promise":
            yield Seen("breaks_promises", whose(signal), signal.probability, signal.evidence)
        if cue := SIGNS.get(signal.kind):
            yield Seen(cue, letter.side, signal.probability, signal.evidence)
        if cue := SIGNS_OF_OTHERS.get(signal.kind):
            yield Seen(cue, other(letter.side), signal.probability, signal.evidence)
    seen = set[str]()
    for place in _book(letter.language).places(read) if read else ():
        if place.label not in seen:
            seen.add(place.label)
            evidence = Evidence.of(letter.message, place.sentence.start, place.sentence.end)
            yield Seen(place.label, letter.side, PHRASE, evidence)


@cache
def _book(language: Language) -> Phrasebook:
    return Phrasebook(PHRASES[language], language)
