"""Solve a scenario: is an agreement possible, which packages are efficient, and which are fair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Literal, TypeAlias

import numpy as np

from leopold.settlement import bargaining
from leopold.settlement.frontier import TIE, Frontier, Rows, frontier
from leopold.settlement.model import Scenario
from leopold.settlement.problem import Numbers, Problem, problem

Origin: TypeAlias = Literal["veto", "zero"]

SECONDS = 10.0
"""The longest that solving may take, all solutions together; past it the best so far is given with its gap."""


@dataclass(frozen=True, slots=True)
class Point:
    """A package: the utility of each party, 0..1, and the option of each issue."""

    utilities: tuple[float, ...]
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """What was found.

    possible   whether some package keeps the links and every party's must-haves and veto line; None: time ran out first
    outcomes   how many packages can be written
    frontier   the efficient packages whatever the veto lines, ascending by the first party; None: they are too many
    gaps       for each solution not proven the best, by how much another might be better: of the logarithm of the
               product for `nash`, of gains for `leximin`, of shares for `kalai_smorodinsky`
    """

    possible: bool | None
    outcomes: int
    frontier: tuple[Point, ...] | None
    nash: Point | None = None
    leximin: Point | None = None
    kalai_smorodinsky: Point | None = None
    gaps: Mapping[str, float] = field(default_factory=dict)


def solve(scenario: Scenario, origin: Origin = "veto", seconds: float = SECONDS) -> Solutions:
    """Return the efficient and the fair packages; exact for two parties, proven or with an honest gap for more.

    `origin` is what gains are counted from: "veto", each party's veto line (the textbook's disagreement point), or
    "zero", the common zero of all scales, with veto lines as a filter alone, so that exaggerating them gains nothing;
    each party's best, for Kalai–Smorodinsky, is then its best package whatever the veto lines, for the same reason.
    After `seconds` the best so far is given. Three parties and more, only when the frontier is not listed, need time.
    """
    deadline = monotonic() + seconds
    arrays = problem(scenario)
    start = arrays.vetoes if origin == "veto" else np.zeros(arrays.parties)
    found = frontier(arrays)
    if found is None:
        return _by_programming(scenario, arrays, start, deadline, veto_free=origin == "zero")
    points = _points(arrays, found)
    rows = bargaining.acceptable(found.utilities, arrays.vetoes)
    if not len(rows):
        return Solutions(None if found.error else False, scenario.outcomes, None if found.error else points)
    ideal = found.utilities[rows if origin == "veto" else slice(None)].max(axis=0)
    return _by_scanning(scenario, found, rows, points, start, ideal)


def _by_scanning(
    scenario: Scenario, found: Frontier, rows: Rows, points: tuple[Point, ...], origin: Numbers, ideal: Numbers
) -> Solutions:
    utilities = found.utilities[rows]
    nash = points[rows[bargaining.nash(utilities, origin)]]
    leximin = points[rows[bargaining.leximin(utilities, origin)]]
    shares = points[rows[bargaining.kalai_smorodinsky(utilities, origin, ideal)]]
    if not found.error:
        return Solutions(True, scenario.outcomes, points, nash, leximin, shares)
    room = float((ideal - origin).min())
    gain = float((np.array(nash.utilities) - origin)[0])
    gaps = {
        "nash": float(np.log1p(found.error / gain)) if gain > 0 else float("inf"),
        "leximin": found.error,
        "kalai_smorodinsky": found.error / room if room > 0 else float("inf"),
    }
    return Solutions(True, scenario.outcomes, None, nash, leximin, shares, gaps)


def _by_programming(
    scenario: Scenario, arrays: Problem, origin: Numbers, deadline: float, *, veto_free: bool
) -> Solutions:
    from leopold.settlement.searching import Search

    search = Search(arrays, origin, deadline)
    best = np.zeros(arrays.parties)
    free = Search(replace(arrays, vetoes=np.zeros(arrays.parties)), origin, deadline) if veto_free else search
    for party, row in enumerate(np.eye(arrays.parties)):
        top = free.best(row)
        if top is None:
            return Solutions(False if monotonic() < deadline else None, scenario.outcomes, None)
        best[party] = free.utilities(top.ways)[party]
    room = best - origin
    least = search.leximin(np.where(room > TIE, 1.0, 0.0))
    if least is None:
        return Solutions(False if monotonic() < deadline else None, scenario.outcomes, None)
    answers = {
        "nash": (search.nash(least) if (room > TIE).all() else None) or least,
        "leximin": least,
        "kalai_smorodinsky": search.leximin(np.where(room > TIE, room, 0.0)),
    }
    chosen = {name: answer for name, answer in answers.items() if answer}
    ways = np.array([answer.ways for answer in chosen.values()], dtype=np.int64)
    utilities = np.array([search.utilities(answer.ways) for answer in chosen.values()])
    points = dict(zip(chosen, _points(arrays, Frontier(utilities, ways)), strict=True))
    gaps = {name: answer.gap for name, answer in chosen.items() if answer.gap > 0}
    return Solutions(True, scenario.outcomes, None, **points, gaps=gaps)


def _points(arrays: Problem, found: Frontier) -> tuple[Point, ...]:
    packages = arrays.options(found.ways).tolist()
    return tuple(
        Point(tuple(utilities), tuple(package))
        for utilities, package in zip(found.utilities.tolist(), packages, strict=True)
    )
