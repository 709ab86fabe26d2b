"""When no agreement is possible: the smallest relaxations that would make one.

A relaxation drops bars (an option that some party's must-haves leave out), lowers veto lines, or drops links. The
smallest have the fewest of these steps; of those with the same steps the one that lowers the lines by the least in
sum is kept. Each package needs certain steps and no others, so the smallest over all packages are exact: counted out
for small tables, by mixed-integer programming for large ones.

What is found is made of everybody's answers. Everybody may be told only that no agreement is possible with what was
stated, and a party only its own steps, coarsely (`for_party`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import floor
from time import monotonic

import numpy as np

from leopold import words_proposals as words
from leopold.errors import SettlementError
from leopold.languages import Language
from leopold.settlement.candidates import utilities
from leopold.settlement.frontier import TIE, Rows
from leopold.settlement.model import Exclusion, Party, Scenario
from leopold.settlement.solving import SECONDS

COUNTED = 20_000
"""The most packages that are counted out one by one."""
MOST = 12
"""The most relaxations that are returned."""
COARSE = 20
"""A veto line is shown lowered to one of so many steps from 0 to 1: 5 of 100 each, as points are given."""


@dataclass(frozen=True, slots=True, order=True)
class Bar:
    """A party would have to accept an option that its must-haves leave out."""

    party: str
    issue: int
    option: int


@dataclass(frozen=True, slots=True, order=True)
class Lowering:
    """A party would have to lower its veto line by so much satisfaction, 0..1."""

    party: str
    by: float


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Steps that together make an agreement possible, none of which can be left out."""

    bars: tuple[Bar, ...]
    lowerings: tuple[Lowering, ...]
    links: tuple[Exclusion, ...]

    @property
    def count(self) -> int:
        """Return how many steps it takes."""
        return len(self.bars) + len(self.lowerings) + len(self.links)

    @property
    def amount(self) -> float:
        """Return by how much veto lines are lowered in sum."""
        return sum(lowering.by for lowering in self.lowerings)

    @property
    def concerns(self) -> frozenset[str]:
        """Return the parties whose private answers it is about; a link is nobody's."""
        return frozenset([*(bar.party for bar in self.bars), *(lowering.party for lowering in self.lowerings)])


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """What one party may be shown: options that it could accept as well, and its veto line, from where to where.

    The issues and options are in words. `to` is rounded down, so as not to tell exactly what the others could accept.
    """

    accept: tuple[tuple[str, str], ...]
    veto: float
    to: float | None

    def said(self, language: Language) -> tuple[str, ...]:
        """Return what everybody is told, and then these steps, in sentences without their full stops."""
        lines = [words.accept_as_well(issue, option, language) for issue, option in self.accept]
        if self.to is not None:
            lines.append(words.lower_line(self.to, self.veto, language))
        return (words.no_agreement(language), *lines)


@dataclass(frozen=True, slots=True)
class Relaxations:
    """The smallest relaxations, by what veto lines are lowered in sum; none where an agreement is possible as it is.

    proven  whether none has fewer steps, or the same steps and a smaller sum; False only where time ran out
    whole   whether these are all of the smallest, and not the first of many
    """

    scenario: Scenario
    smallest: tuple[Relaxation, ...]
    proven: bool = True
    whole: bool = True

    def for_party(self, name: str) -> OwnSteps:
        """Return this party's own steps of all the smallest relaxations; SettlementError for a name of nobody here."""
        own = next((party.preferences for party in self.scenario.parties if party.name == name), None)
        if own is None:
            raise SettlementError("party_unknown", party=name)
        bars = sorted({bar for each in self.smallest for bar in each.bars if bar.party == name})
        issues = self.scenario.issues
        accept = tuple((issues[bar.issue].name, issues[bar.issue].options[bar.option]) for bar in bars)
        lowered = [step.by for each in self.smallest for step in each.lowerings if step.party == name]
        to = floor((own.veto - min(lowered)) * COARSE + TIE) / COARSE if lowered else None
        return OwnSteps(accept, own.veto, None if to is None else max(0.0, to))


def relaxations(scenario: Scenario, seconds: float = SECONDS) -> Relaxations:
    """Return the smallest relaxations that would make an agreement possible."""
    if scenario.outcomes <= COUNTED:
        return counted(scenario)
    from leopold.settlement.relaxing import searched

    return searched(scenario, monotonic() + seconds)


def relaxed(scenario: Scenario, relaxation: Relaxation) -> Scenario:
    """Return the scenario after these steps."""
    parties = tuple(_relaxed(party, relaxation) for party in scenario.parties)
    left = tuple(link for link in scenario.exclusions if link not in relaxation.links)
    return replace(scenario, parties=parties, exclusions=left)


def needed(scenario: Scenario, package: tuple[int, ...]) -> Relaxation:
    """Return the steps that one package needs to be acceptable to all, and no others."""
    bars, lowerings = [], []
    for party in scenario.parties:
        own = party.preferences
        barred = ((issue, option) for issue, option in enumerate(package) if not own.allows(issue, option))
        bars += [Bar(party.name, issue, option) for issue, option in barred]
        short = own.veto - own.worth(package)
        if short > TIE:
            lowerings.append(Lowering(party.name, short))
    chosen = set(enumerate(package))
    links = tuple(dict.fromkeys(link for link in scenario.exclusions if link.choices <= chosen))
    return Relaxation(tuple(bars), tuple(lowerings), links)


def smallest(scenario: Scenario, found: Iterable[Relaxation], proven: bool = True, whole: bool = True) -> Relaxations:
    """Return of these relaxations the smallest, one for the same steps."""
    best: dict[object, Relaxation] = {}
    for each in found:
        steps = (each.bars, tuple(lowering.party for lowering in each.lowerings), each.links)
        if steps not in best or each.amount < best[steps].amount - TIE:
            best[steps] = each
    least = min((each.count for each in best.values()), default=0)
    ordered = sorted(
        (each for each in best.values() if each.count == least and least),
        key=lambda each: (round(each.amount, 9), [(bar.issue, bar.option) for bar in each.bars]),
    )
    return Relaxations(scenario, tuple(ordered[:MOST]), proven, whole and len(ordered) <= MOST)


def counted(scenario: Scenario) -> Relaxations:
    """Return the smallest relaxations by counting out every package."""
    shape = [len(issue.options) for issue in scenario.issues]
    packages = np.stack(np.unravel_index(np.arange(scenario.outcomes), shape), axis=1).astype(np.int64)
    counts = _counts(scenario, packages)
    least = packages[counts == counts.min()] if counts.min() else packages[:0]
    return smallest(scenario, (needed(scenario, tuple(package)) for package in least.tolist()))


def _counts(scenario: Scenario, packages: Rows) -> Rows:
    """Return how many steps each package needs."""
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    counts = (utilities(scenario, packages.tolist()) < vetoes - TIE).sum(axis=1)
    for issue, description in enumerate(scenario.issues):
        bars = [bars_of(scenario, issue, option) for option in range(len(description.options))]
        counts = counts + np.array(bars)[packages[:, issue]]
    for link in dict.fromkeys(scenario.exclusions):
        counts = counts + np.all([packages[:, issue] == option for issue, option in link.choices], axis=0)
    return np.asarray(counts, dtype=np.int64)


def bars_of(scenario: Scenario, issue: int, option: int) -> int:
    """Return how many parties' must-haves leave an option out."""
    return sum(not party.preferences.allows(issue, option) for party in scenario.parties)


def _relaxed(party: Party, relaxation: Relaxation) -> Party:
    own = party.preferences
    allowed = list(own.allowed)
    for bar in relaxation.bars:
        if bar.party == party.name:
            allowed[bar.issue] = (allowed[bar.issue] or frozenset()) | {bar.option}
    by = sum(lowering.by for lowering in relaxation.lowerings if lowering.party == party.name)
    return replace(party, preferences=replace(own, allowed=tuple(allowed), veto=max(0.0, own.veto - by)))
