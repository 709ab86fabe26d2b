"""What can be proposed: efficient packages above every veto line, and which of them the textbook's solutions choose.

Gains are counted from the common zero of all scales, and a veto line only leaves packages out: then exaggerating it
gains next to nothing. So Kalai–Smorodinsky's best of each party is counted whatever the veto lines are: were it the
best above them, a high line would take from the others' shares. Where there are too many efficient packages to write
out, they come from mixed-integer programming and from weighted sums of satisfaction, whose largest package is always
efficient.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np

from leopold.settlement import bargaining
from leopold.settlement.frontier import TIE, Frontier, Rows, frontier
from leopold.settlement.model import Scenario
from leopold.settlement.problem import Numbers, Problem, problem

if TYPE_CHECKING:
    from leopold.settlement.milp import Found
    from leopold.settlement.searching import Search

Label: TypeAlias = Literal["most_value", "most_balanced", "equal_shares"]
"""Nash, leximin and Kalai–Smorodinsky, in the order in which they are shown."""

LABELS: tuple[Label, ...] = get_args(Label)

PARTS = {2: 400, 3: 32, 4: 17, 5: 13}
"""Into how many parts weight is divided among so many parties: some 400 to 500 sums, the same for every party."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Packages, ascending by their options: N × issues; their utilities, N × parties; and the row of each label.

    proven  the rows whose efficiency is proven, and of a labelled one that no other deserves the label more
    whole   whether these are all efficient packages above the veto lines
    """

    packages: Rows
    utilities: Numbers
    named: Mapping[Label, int]
    proven: frozenset[int]
    whole: bool


def candidates(scenario: Scenario, deadline: float) -> Candidates | None:
    """Return what can be proposed; None where no agreement is possible, or none is found by then (`time.monotonic`)."""
    arrays = problem(scenario)
    found = frontier(arrays)
    if found is None:
        return _some(arrays, scenario, deadline)
    return _whole(arrays, scenario, found)


def beyond(
    scenario: Scenario, found: Candidates, rows: Iterable[Sequence[float]], step: float, deadline: float
) -> Candidates:
    """Return the candidates with those added that give one party at least a step more than any of these utilities."""
    arrays = problem(scenario)
    most = np.max(list(rows), axis=0)
    added = []
    for party in range(arrays.parties):
        floors = arrays.vetoes.copy()
        floors[party] = max(floors[party], most[party] + step)
        answer = _largest(replace(arrays, vetoes=floors), deadline)
        if answer is not None and answer[1]:
            added.append(answer[0])
    known = {tuple(package) for package in found.packages.tolist()}
    new = [package for package in added if package not in known]
    if not new:
        return found
    named = {label: tuple(found.packages[row].tolist()) for label, row in found.named.items()}
    unproven = {tuple(found.packages[row].tolist()) for row in set(range(len(found.packages))) - found.proven}
    return _ordered(scenario, [*known, *new], named, unproven)


def utilities(scenario: Scenario, packages: Sequence[Sequence[int]]) -> Numbers:
    """Return the satisfaction of each party with each package, packages × parties."""
    return np.asarray(contributions(scenario, packages).sum(axis=1))


def contributions(scenario: Scenario, packages: Sequence[Sequence[int]]) -> Numbers:
    """Return what each issue adds to the satisfaction of each party, packages × issues × parties."""
    chosen = np.asarray(packages, dtype=np.int64).reshape(-1, len(scenario.issues))
    parts = np.empty((*chosen.shape, len(scenario.parties)))
    for column, party in enumerate(scenario.parties):
        own = party.preferences
        for issue in range(len(scenario.issues)):
            parts[:, issue, column] = own.share(issue) * np.array(own.ratings[issue])[chosen[:, issue]]
    return parts


def _whole(arrays: Problem, scenario: Scenario, found: Frontier) -> Candidates | None:
    rows = bargaining.acceptable(found.utilities, arrays.vetoes)
    if not len(rows):
        return None
    packages = sorted(_packages(arrays, found.ways[rows]))
    worth = utilities(scenario, packages)
    zero = np.zeros(arrays.parties)
    named: dict[Label, int] = {
        "most_value": bargaining.nash(worth, zero),
        "most_balanced": bargaining.leximin(worth, zero),
        "equal_shares": bargaining.kalai_smorodinsky(worth, zero, found.utilities.max(axis=0)),
    }
    everyone = frozenset(range(len(packages)))
    return Candidates(np.array(packages, dtype=np.int64), worth, named, everyone, whole=True)


def _some(arrays: Problem, scenario: Scenario, deadline: float) -> Candidates | None:
    from leopold.settlement.searching import Search

    search = Search(arrays, np.zeros(arrays.parties), deadline)
    least = search.leximin(np.ones(arrays.parties))
    if least is None:
        return None
    chosen: dict[Label, Found | None] = {
        "most_value": search.nash(least) or least,
        "most_balanced": least,
        "equal_shares": _equal_shares(arrays, search, deadline),
    }
    named: dict[Label, tuple[int, ...]] = {}
    unproven = set()
    for label, found in chosen.items():
        if found is not None:
            package, efficient = _packages(arrays, [found.ways])[0], found.efficient
            if not efficient:
                package, efficient = _lifted(arrays, package, search.utilities(found.ways), deadline)
            named[label] = package
            if found.gap or not efficient:
                unproven.add(package)
    return _ordered(scenario, [*named.values(), *_supported(arrays, scenario)], named, unproven)


def _equal_shares(arrays: Problem, search: Search, deadline: float) -> Found | None:
    """Return Kalai–Smorodinsky's package, by shares of each party's best whatever the veto lines."""
    freely = type(search)(replace(arrays, vetoes=np.zeros(arrays.parties)), np.zeros(arrays.parties), deadline)
    ideals = [freely.best(row) for row in np.eye(arrays.parties)]
    best = np.array([freely.utilities(each.ways)[party] if each else 0.0 for party, each in enumerate(ideals)])
    found = search.leximin(np.where(best > TIE, best, 0.0))
    gap = max((each.gap if each else 1.0 for each in ideals), default=0.0)
    return replace(found, gap=max(found.gap, gap)) if found else None


def _ordered(
    scenario: Scenario,
    packages: Iterable[tuple[int, ...]],
    named: Mapping[Label, tuple[int, ...]],
    unproven: Iterable[tuple[int, ...]],
) -> Candidates:
    once = sorted(set(packages))
    place = {package: row for row, package in enumerate(once)}
    proven = frozenset(range(len(once))) - {place[package] for package in unproven}
    rows = {label: place[package] for label, package in named.items()}
    return Candidates(np.array(once, dtype=np.int64), utilities(scenario, once), rows, proven, whole=False)


def _lifted(arrays: Problem, found: tuple[int, ...], before: Numbers, deadline: float) -> tuple[tuple[int, ...], bool]:
    """Return a package that is worse for nobody and efficient, and whether that is proven.

    Programming works within a tolerance, and stops at the deadline: what it gives can be a little below the efficient.
    """
    answer = _largest(replace(arrays, vetoes=np.maximum(arrays.vetoes, before)), deadline)
    if answer is None:
        return found, False
    package, proven, after = answer
    better = (after >= before - TIE).all() and after.sum() > before.sum() + TIE
    return (package if better else found), proven


def _largest(arrays: Problem, deadline: float) -> tuple[tuple[int, ...], bool, Numbers] | None:
    """Return the package with the largest sum of utilities above the lines, whether it is proven, and its utilities."""
    from leopold.settlement.searching import Search

    search = Search(arrays, np.zeros(arrays.parties), deadline)
    found = search.best(np.ones(arrays.parties))
    if found is None:
        return None
    worth = search.utilities(found.ways)
    if (worth < arrays.vetoes - TIE).any():
        return None
    return _packages(arrays, [found.ways])[0], found.gap == 0, worth


def _supported(arrays: Problem, scenario: Scenario) -> list[tuple[int, ...]]:
    """Return acceptable packages that are the best by some weights of the parties, all above 0: efficient therefore."""
    parts = PARTS[arrays.parties]
    cuts = combinations(range(1, parts), arrays.parties - 1)
    weights = np.diff([(0, *cut, parts) for cut in cuts], axis=1) / parts
    ways = np.column_stack([(weights @ slot.values).argmax(axis=1) for slot in arrays.slots])
    found = np.unique(ways, axis=0)
    worth = sum(slot.values.T[found[:, column]] for column, slot in enumerate(arrays.slots))
    rows = bargaining.acceptable(np.asarray(worth), arrays.vetoes)
    return [package for package in _packages(arrays, found[rows]) if scenario.keeps_links(package)]


def _packages(arrays: Problem, ways: Sequence[Sequence[int]] | Rows) -> list[tuple[int, ...]]:
    """Return the packages of these rows of ways."""
    options = arrays.options(np.asarray(ways, dtype=np.int64).reshape(-1, len(arrays.slots)))
    return [tuple(package) for package in options.tolist()]
