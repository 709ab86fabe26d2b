"""A scenario as arrays: what each party gains from each option, without barred options, linked issues merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from leopold.settlement.model import Choice, Exclusion, Scenario

Numbers = NDArray[np.float64]

MERGED = 100_000
"""The most combinations of linked issues that are written out as the options of one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Issues that are chosen together: the values of each way, parties × ways, and the choices of each way."""

    values: Numbers
    ways: tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Slots to choose one way of each from, the veto line of each party, and exclusions too wide to be merged.

    A slot without a way means that no package keeps everybody's must-haves and the links.
    """

    slots: tuple[Slot, ...]
    vetoes: Numbers
    exclusions: tuple[Exclusion, ...]
    issues: int

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return len(self.vetoes)

    @property
    def solvable(self) -> bool:
        """Tell whether every slot has a way."""
        return all(slot.ways for slot in self.slots)

    @property
    def packages(self) -> int:
        """How many packages are left, exclusions that were not merged apart."""
        return prod(len(slot.ways) for slot in self.slots)

    def options(self, ways: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return packages × issues, the option of each issue, from packages × slots, the way of each slot."""
        options = np.zeros((len(ways), self.issues), dtype=np.int64)
        if not len(ways):
            return options
        for column, slot in enumerate(self.slots):
            choices = np.array(slot.ways, dtype=np.int64).reshape(len(slot.ways), -1, 2)
            options[:, choices[0, :, 0]] = choices[ways[:, column], :, 1]
        return options


def problem(scenario: Scenario, musts: bool = True) -> Problem:
    """Return the arrays of a scenario; without `musts` options that some party cannot accept stay in."""
    options = [_options(scenario, issue, musts) for issue in range(len(scenario.issues))]
    slots, left = [], []
    for group, exclusions in _linked(scenario):
        if prod(len(options[issue]) for issue in group) <= MERGED:
            slots.append(_slot(scenario, [options[issue] for issue in group], exclusions))
        else:
            slots += [_slot(scenario, [options[issue]], ()) for issue in group]
            left += exclusions
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    return Problem(tuple(slots), vetoes, tuple(left), len(scenario.issues))


def _options(scenario: Scenario, issue: int, musts: bool) -> list[Choice]:
    kept = range(len(scenario.issues[issue].options))
    if musts:
        parties = [party.preferences for party in scenario.parties]
        kept_all = [option for option in kept if all(own.allows(issue, option) for own in parties)]
        return [(issue, option) for option in kept_all]
    return [(issue, option) for option in kept]


def _linked(scenario: Scenario) -> list[tuple[list[int], list[Exclusion]]]:
    """Return the issues in groups that no exclusion crosses, with the exclusions of each."""
    group = {issue: {issue} for issue in range(len(scenario.issues))}
    for exclusion in scenario.exclusions:
        joined = set().union(*(group[issue] for issue, _ in exclusion.choices))
        group.update(dict.fromkeys(joined, joined))
    first = [issue for issue in group if issue == min(group[issue])]
    return [(sorted(group[issue]), _within(scenario, group[issue])) for issue in first]


def _within(scenario: Scenario, group: set[int]) -> list[Exclusion]:
    return [each for each in scenario.exclusions if all(issue in group for issue, _ in each.choices)]


def _slot(scenario: Scenario, options: Sequence[Sequence[Choice]], exclusions: Sequence[Exclusion]) -> Slot:
    ways = [way for way in product(*options) if not any(each.choices <= set(way) for each in exclusions)]
    values = np.zeros((len(scenario.parties), len(ways)))
    for row, party in enumerate(scenario.parties):
        own = party.preferences
        for column, way in enumerate(ways):
            values[row, column] = sum(own.share(issue) * own.ratings[issue][option] for issue, option in way)
    return Slot(values, tuple(ways))
