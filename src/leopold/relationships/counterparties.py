"""Whose invoices are whose: the names in a ledger held against the parties in the letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from leopold.correspondence.domains import main_label, organization_domain, plain_mailbox, registrable
from leopold.correspondence.names import ALIKE, fits, likeness, sound, spoken, words
from leopold.model import Letter

FITS = 0.8
LEAD = 0.05
"""A second party this near to the best one leaves the matter open."""

TRIED = 20
"""Parties that a name is compared with in full, at most: those that share most with it."""

READ = 50
"""Letters of a party in which a name is looked for, at most: the latest."""


@dataclass
class Party:
    """A counterparty in the letters: its domain or private address, the names seen for it, and its letters."""

    key: str
    names: list[str] = field(default_factory=list)
    letters: Sequence[Letter] = ()

    @property
    def label(self) -> str:
        """The part of its domain or address that somebody chose."""
        return self.key.partition("@")[0] if "@" in self.key else main_label(self.key)


def matched(
    names: Iterable[str], parties: Sequence[Party], numbers: Mapping[str, Iterable[str]] | None = None
) -> dict[str, str]:
    """Return for each name of a ledger the key of the party it means; names that fit none are absent.

    A name fits by an address or a domain in it, by likeness to the domain or to a name seen, by standing in what the
    party itself wrote, by the `numbers` of its invoices standing in the letters with that party alone, or because
    there is nobody else on either side. Where two parties fit alike, none is taken.
    """
    todo = sorted(set(names) - {""})
    found: dict[str, str] = {}
    index = _Index(parties)
    for name in todo:
        if key := index.named(name) or index.alike(name):
            found[name] = key
    unknown = [name for name in todo if name not in found]
    said = {party.key: [spoken(text) for text in _said(party)] for party in parties} if unknown else {}
    found |= {name: key for name in unknown if (key := _mentioned(name, said))}
    for name in unknown:
        if name not in found and numbers and (key := _billed(numbers.get(name, ()), parties)):
            found[name] = key
    if len(todo) == 1 and len(parties) == 1:
        found.setdefault(todo[0], parties[0].key)
    return found


class _Index:
    def __init__(self, parties: Sequence[Party]) -> None:
        self._parties = {party.key: party for party in parties}
        self._grams: dict[str, set[str]] = defaultdict(set)
        for party in parties:
            for name in (party.label, *party.names):
                for gram in _grams(name):
                    self._grams[gram].add(party.key)

    def named(self, name: str) -> str:
        """The party whose address or domain is written in the name."""
        words_of_it = (word.strip("<>()[],;.") for word in name.lower().split())
        return next((key for word in words_of_it if (key := _key(word)) in self._parties), "")

    def alike(self, name: str) -> str:
        """The party whose domain or name is most like this name, if it leads."""
        shared = Counter(key for gram in _grams(name) for key in self._grams.get(gram, ()))
        near = sorted(shared, key=lambda key: (-shared[key], key))[:TRIED]
        scores = sorted(((self._score(name, self._parties[key]), key) for key in near), reverse=True)
        if not scores or scores[0][0] < FITS or (len(scores) > 1 and scores[1][0] > scores[0][0] - LEAD):
            return ""
        return scores[0][1]

    def _score(self, name: str, party: Party) -> float:
        alike = max((likeness(name, seen) for seen in party.names), default=0.0)
        return max(fits(name, party.label), alike if alike >= ALIKE else 0.0)


def _key(word: str) -> str:
    if "@" in word:
        return organization_domain(word) or plain_mailbox(word)
    return registrable(word) if "." in word else ""


def _grams(name: str) -> set[str]:
    text = sound(" ".join(words(name)))
    return {text[at : at + 3] for at in range(max(1, len(text) - 2))} - {""}


def _mentioned(name: str, said: Mapping[str, Sequence[str]]) -> str:
    """The one party whose own letters and signatures bear the name; a name of few letters is no proof."""
    wanted = " ".join(words(name))
    if len(wanted) < 4:
        return ""
    count = {key: sum(f" {wanted} " in f" {text} " for text in texts) for key, texts in said.items()}
    ranked = sorted(((number, key) for key, number in count.items() if number), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] * 2 > ranked[0][0]):
        return ""
    return ranked[0][1]


def _billed(numbers: Iterable[str], parties: Sequence[Party]) -> str:
    """The one party with whom letters name these invoices; a number without a letter or two digits is no proof."""
    telling = [number for number in numbers if re.search(r"[^\W\d]", number) and len(re.findall(r"\d", number)) > 1]
    if not telling:
        return ""
    written = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, telling)) + r")(?!\w)", re.IGNORECASE)
    named = {
        party.key: {one.upper() for letter in party.letters[-READ:] for one in written.findall(letter.message.text)}
        for party in parties
    }
    holders = [key for key, found in named.items() if found]
    return holders[0] if len(holders) == 1 else ""


def _said(party: Party) -> Iterable[str]:
    theirs = [letter for letter in party.letters if letter.side == "theirs"]
    for letter in theirs[-READ:]:
        for zone in letter.zones:
            if zone.kind in ("own", "signature"):
                yield letter.message.text[zone.start : zone.end]
