"""The same real domains solved by Leopold and by NegMAS 0.16.

NegMAS does not divide evaluations by the issue's maximum and cannot read some files, so both are given our reading. Its
frontier, of what no party's reservation bars, and its Nash point are found by enumeration, which is its way.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from leopold.errors import SettlementError
from leopold.settlement.model import Scenario
from leopold.settlement.scenarios import read_scenario
from leopold.settlement.solving import Solutions, solve

NEAR = 1e-6


class Match(NamedTuple):
    """One domain solved by both: packages, seconds, and whether frontier and Nash product agree."""

    packages: int
    ours: float
    theirs: float
    frontier: bool
    nash: bool


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds that an action took, and what it gave."""
    began = time.perf_counter()
    given = action()
    return time.perf_counter() - began, given


def against_negmas(folder: Path) -> str:
    """Return what the comparison shows, in words and figures."""
    try:
        import negmas  # noqa: F401 - the peer, which only its own environment holds
    except ImportError:
        return (
            "NegMAS is not installed here; `python3 run.py benchmark settlement` makes the environment that holds it."
        )
    paths = sorted(one for group in folder.iterdir() if group.is_dir() for one in group.iterdir())
    read = [scenario for scenario in map(_ours, paths) if scenario is not None and len(scenario.parties) == 2]
    found = [_matched(scenario) for scenario in read]
    wide = [one.theirs / one.ours for one in found if one.packages >= 10_000]
    return (
        f"Beside NegMAS, {len(found)} real two-party domains as we read them: the same acceptable frontier in "
        f"{sum(one.frontier for one in found)}, the same Nash product in {sum(one.nash for one in found)}. Its time "
        f"over ours, median: {median(one.theirs / one.ours for one in found):.1f}; over the {len(wide)} with 10,000 "
        f"packages or more: {median(wide):.0f}."
    )


def _ours(path: Path) -> Scenario | None:
    try:
        return read_scenario(path)
    except SettlementError:
        return None


def _matched(scenario: Scenario) -> Match:
    from negmas.outcomes import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.ops import nash_points, pareto_frontier

    space = make_os([make_issue(list(issue.options), name=issue.name) for issue in scenario.issues])
    functions = [
        LinearAdditiveUtilityFunction(
            {
                issue.name: dict(zip(issue.options, ratings, strict=True))
                for issue, ratings in zip(scenario.issues, party.preferences.ratings, strict=True)
            },
            weights={issue.name: party.preferences.share(number) for number, issue in enumerate(scenario.issues)},
            outcome_space=space,
            reserved_value=party.preferences.veto,
        )
        for party in scenario.parties
    ]
    ours, found = timed(lambda: solve(scenario))

    def enumerated() -> tuple[Any, Any]:
        frontier, _ = pareto_frontier(functions, issues=space.issues)
        return frontier, nash_points(functions, frontier, issues=space.issues)

    theirs, (frontier, nash) = timed(enumerated)
    same = _same_frontier(scenario, found, frontier), _same_nash(scenario, found, nash)
    return Match(scenario.outcomes, ours, theirs, *same)


def _same_frontier(scenario: Scenario, found: Solutions, frontier: Any) -> bool:
    """Tell whether the acceptable points are the same, but for those that rounding holds apart from a better one."""
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    theirs = np.array([tuple(point) for point in frontier], dtype=float).reshape(-1, 2)
    every = np.array([point.utilities for point in found.frontier or ()])
    own = every[(every >= vetoes - NEAR).all(axis=1)]
    listed = all((np.abs(theirs - point).max(axis=1) < NEAR).any() for point in own)
    return listed and all((every >= point - NEAR).all(axis=1).any() for point in theirs)


def _same_nash(scenario: Scenario, found: Solutions, nash: Any) -> bool:
    """Tell whether the best products are equal, from the higher of veto line and worst value, as NegMAS counts."""
    if found.nash is None:
        return not nash
    wants = [party.preferences for party in scenario.parties]
    worst = [sum(own.share(number) * min(ratings) for number, ratings in enumerate(own.ratings)) for own in wants]
    origin = np.maximum([own.veto for own in wants], worst)
    best = max(float(np.prod(np.clip(np.array(point.utilities) - origin, 0, None))) for point in found.frontier or ())
    return bool(nash) and abs(float(np.prod(np.array(nash[0][0]) - origin)) - best) < NEAR
