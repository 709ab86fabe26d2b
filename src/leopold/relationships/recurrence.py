"""What trouble was about, when it came to rest, and whether it came back: a fold over events and the health after each.

A sign of trouble is about the subjects that its own sentence names, those that its kind leans to, and those that the
letter around it speaks of. Trouble about one subject is an episode. It comes to rest when somebody gave a good sign
after it and it was not heard of for a while; without a good sign that takes longer. The same subject later is the
same trouble come back. Nothing here looks ahead: what is known at a moment depends on the events up to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache
from math import fsum
from typing import Final, NamedTuple

from leopold.model import Episode, Evidence, Fact, Health, Letter, Reason, Signal, Subject, Zone
from leopold.relationships.events import Event, LetterEvent
from leopold.relationships.phrasebook import Phrasebook
from leopold.relationships.topics import LEANINGS, SUBJECTS, TOPICS
from leopold.relationships.weights import BAD, GOOD
from leopold.signals import shown
from leopold.signals.interface import Language, Passage
from leopold.signals.sentences import fold, sentences

REST: Final = timedelta(days=14)
"""How long a subject must not be heard of to be at rest, where a good sign followed it."""

REST_ALONE: Final = timedelta(days=45)
"""How long where none did: what nobody mentions any more has been settled, or given up, without us."""

REST_LETTERS: Final = 2
"""How many letters must have passed without it by then, where people write at all; time alone is enough after that."""

GOOD_SIGN: Final = 0.3
"""Probability from which a good sign is taken for one."""

FACT: Final = 0.7
"""How much a fact of the ledger or the clock weighs beside a sure sign."""

STANDING: Final = frozenset({"overdue", "disputed_invoice", "silence", "long_silence"})
"""Facts that go on by themselves until they are over."""

ENOUGH: Final = 0.25
"""How many signs, as expected, it takes to name a subject: less is noise."""

CLEAR: Final = 0.45
"""How many it takes to say that trouble came back."""

SHARE: Final = 0.08
"""Which share of all trouble a subject must have to be named at all."""

CARRIERS: Final = frozenset(BAD) - {"formality_shift"}
"""Kinds of sign that are about something: a colder tone is about nothing by itself."""

LEAST: Final = 0.1
"""Which share of a sign must be about a subject to count: a word in passing revives no old trouble."""

KEPT: Final = 12
"""How many past episodes of a subject are kept, and pieces of evidence while one goes on; the rest is forgotten."""

QUOTES: Final = 3
_OWN, _AROUND = 1.0, 0.35


@dataclass(slots=True)
class _Open:
    """An episode that goes on, or may have come to rest unnoticed. `plain` is the weight of what names the subject."""

    began: datetime
    last: datetime
    weight: float = 0.0
    plain: float = 0.0
    letters: int = 0
    soothed: datetime | None = None
    evidence: list[tuple[float, Evidence]] = field(default_factory=list)
    fact: Fact | None = None

    def rests_at(self) -> datetime:
        """Return when it has come to rest if nothing more is heard of it."""
        if self.soothed is not None and self.letters >= REST_LETTERS:
            return max(self.soothed, self.last + REST)
        return self.last + REST_ALONE

    def add(self, weight: float, evidence: Evidence) -> None:
        """Take in a sign; of many the weakest is forgotten."""
        self.weight += weight
        self.evidence.append((weight, evidence))
        if len(self.evidence) > KEPT:
            self.evidence.remove(min(self.evidence, key=lambda each: each[0]))

    def closed(self, rested: datetime | None) -> Ended:
        best = dict(sorted(((evidence, weight) for weight, evidence in self.evidence), key=lambda each: -each[1]))
        kept = list(best)[:QUOTES]
        quotes = tuple(dict.fromkeys(evidence for _, evidence in self.evidence if evidence in kept))
        return Ended(Episode(self.began, self.last, rested, self.weight, quotes, self.fact), self.plain)


class Ended(NamedTuple):
    """An episode, and the weight of what names its subject."""

    episode: Episode
    plain: float


@dataclass(slots=True)
class Troubles:
    """Follows the events of one relationship, with the health after each, and keeps the episodes of each subject."""

    episodes: dict[str, list[Ended]] = field(default_factory=dict)
    active: dict[str, _Open] = field(default_factory=dict)
    facts: dict[tuple[str, str], Fact] = field(default_factory=dict)

    def see(self, event: Event, health: Health, read: Passage | None) -> None:
        """Take in one event and the health after it; `read` is its letter as readers see it, where there are signs."""
        for reason in health.reasons:
            if reason.fact is not None:
                self._fact(event.at, reason, reason.fact)
        standing = {(reason.kind, reason.side) for reason in health.reasons if reason.fact is not None}
        self.facts = {key: fact for key, fact in self.facts.items() if key in standing}
        if isinstance(event, LetterEvent):
            self._letter(event.at, event.letter, read)

    def at(self, moment: datetime) -> tuple[Subject, ...]:
        """Return what trouble was about up to a moment not before the last event: the weightiest first."""
        found = []
        for name in SUBJECTS:
            episodes = [*self.episodes.get(name, ())]
            if name in self.active:
                rests = self.active[name].rests_at()
                episodes.append(self.active[name].closed(rests if rests <= moment else None))
            if kept := _clear(episodes):
                found.append(Subject(name, kept))
        total = fsum(subject.weight for subject in found)
        named = [subject for subject in found if subject.weight >= SHARE * total]
        return tuple(sorted(named, key=lambda subject: (-subject.weight, subject.name)))

    def _fact(self, at: datetime, reason: Reason, fact: Fact) -> None:
        """A fact that is new is trouble; one that stands goes on being it, and weighs no more for that."""
        key = reason.kind, reason.side
        before = self.facts.get(key)
        self.facts[key] = fact
        for name, share in LEANINGS.get(reason.kind, {}).items():
            if before is None or (reason.kind not in STANDING and before != fact):
                self._open(name, at).fact = fact
                self.active[name].weight += FACT * share
                self.active[name].plain += FACT * share
            elif reason.kind in STANDING and name in self.active:
                self.active[name].last, self.active[name].letters = at, 0
                self.active[name].soothed = None

    def _letter(self, at: datetime, letter: Letter, read: Passage | None) -> None:
        good = any(sign.kind in GOOD and sign.probability >= GOOD_SIGN for sign in shown(letter.signals))
        for trouble in self.active.values():
            trouble.letters += 1
            if good and trouble.soothed is None:
                trouble.soothed = at
        carriers = [signal for signal in shown(letter.signals) if signal.kind in CARRIERS]
        if not carriers or read is None:
            return
        talk = Talk(letter, read)
        for signal in carriers:
            for name, (share, plain, evidence) in talk.about(signal).items():
                trouble, weight = self._open(name, at), share * signal.probability
                trouble.plain += weight if plain else 0.0
                trouble.add(weight, evidence)

    def _open(self, name: str, at: datetime) -> _Open:
        """Return the episode that trouble about a subject at this moment belongs to."""
        known = self.active.get(name)
        if known is not None and (rests := known.rests_at()) <= at:
            self.episodes[name] = [*self.episodes.get(name, ())[1 - KEPT :], known.closed(rests)]
            known = None
        if known is None:
            known = self.active[name] = _Open(at, at)
        known.last, known.letters, known.soothed = at, 0, None
        return known


def _clear(episodes: Sequence[Ended]) -> tuple[Episode, ...]:
    """Return the episodes of a subject that are clear enough; the weightiest alone where it does for a mention."""
    clear = tuple(each.episode for each in episodes if each.plain >= CLEAR)
    most = max((each.episode for each in episodes), key=lambda episode: episode.weight, default=None)
    return clear or ((most,) if most is not None and most.weight >= ENOUGH else ())


class About(NamedTuple):
    """How much of a sign is about a subject, 0..1, whether it says so itself, and the words that tell."""

    share: float
    plain: bool
    evidence: Evidence


class Talk:
    """What one letter speaks of, sentence by sentence: worked out once for all of its signs."""

    def __init__(self, letter: Letter, read: Passage) -> None:
        self.letter = letter
        self.places = list(_book(letter.language).places(read))
        said = Counter(place.label for place in self.places)
        said.update(named_in(letter.message.subject, letter.language))
        total = said.total()
        self.around = {label: count / total for label, count in said.items()}

    def about(self, signal: Signal) -> Mapping[str, About]:
        """Return what a sign is about: shares of subjects that add up to 1 at most, nothing where nothing tells.

        The evidence is the sign's own where that names the subject or leans to it, else the first sentence of the
        letter that does.
        """
        own = dict.fromkeys(self._named(signal.evidence), _OWN)
        for label, leaning in LEANINGS.get(signal.kind, {}).items():
            own[label] = own.get(label, 0.0) + leaning
        weights = dict(own)
        for label, share in self.around.items():
            weights[label] = weights.get(label, 0.0) + _AROUND * share
        total = fsum(weights.values())
        return {
            label: About(
                weight / total, label in own, signal.evidence if label in own else self._telling(label, signal)
            )
            for label, weight in sorted(weights.items())
            if weight >= LEAST * total
        }

    def _named(self, evidence: Evidence) -> set[str]:
        """The subjects that the sentences of a piece of evidence name."""
        return {
            place.label
            for place in self.places
            if place.sentence.start < evidence.end and evidence.start < place.sentence.end
        }

    def _telling(self, label: str, signal: Signal) -> Evidence:
        for place in self.places:
            if place.label == label:
                return Evidence.of(self.letter.message, place.sentence.start, place.sentence.end)
        return signal.evidence


@lru_cache(maxsize=4096)
def named_in(title: str, language: Language) -> tuple[str, ...]:
    """Return the subjects of trouble that a title names, such as the subject line of a letter."""
    line = title[:200]
    found = sentences(line, fold(line), (Zone("own", 0, len(line)),))
    return tuple(label for each in found for label, _ in _book(language).spans(each.words))


@cache
def _book(language: Language) -> Phrasebook:
    return Phrasebook(TOPICS[language], language)
