"""Simulated people: they state points and ratings with error, and answer check questions by their true values.

Both sides see the options alike, as how many packages the first side gets, so the second side's ratings fall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from benchmarks.settle_people.deals import ISSUES
from leopold.settlement.elicitation import Package, Stated, rank_sum, shared_out
from leopold.settlement.estimate import Answer, Preferred, estimate
from leopold.settlement.model import Party, Preferences, Scenario
from leopold.settlement.questions import next_question
from leopold.settlement.solving import solve

LINE = (0.0, 1 / 3, 2 / 3, 1.0)


def stated(points: Sequence[int], side: int, error: float, seed: Sequence[int], bent: bool = True) -> Stated:
    """Return what somebody says: points times a log-normal error, to the next 5 of 100; if `bent`, inner ratings alike.

    The ranking is that of the same erring points. The worst package still signed is one package of the dearest issue:
    its five points are what walking away brings.
    """
    random = np.random.default_rng([*seed, side])
    share = 100 * np.array(points) / sum(points) * np.exp(error * random.standard_normal(3))
    said = shared_out([max(5.0, 5 * round(value / 5)) for value in share.tolist()])
    factors = np.exp(error * random.standard_normal((3, 2)))
    ratings = [
        (0.0, *(min(1.0, round(20 * value) / 20) for value in (np.array(LINE[1:3]) * factor).tolist()), 1.0)
        if bent
        else LINE
        for factor in factors
    ]
    ranking = sorted(range(3), key=lambda issue: (-share[issue], issue))
    return _of(said, tuple(ratings), ranking, points, side)


def exact(points: Sequence[int], side: int) -> Preferences:
    """Return the true preferences."""
    own = _of((34, 33, 33), (LINE,) * 3, (0, 1, 2), points, side)
    true = Preferences(tuple(map(float, points)), own.ratings)
    return replace(true, veto=true.worth(own.veto or ()))


def ranked(points: Sequence[int], side: int) -> Preferences:
    """Return what a ranking without error alone gives: rank-sum points, straight lines."""
    ranking = sorted(range(3), key=lambda issue: -points[issue])
    return _of(rank_sum(ranking, 3), (LINE,) * 3, ranking, points, side).preferences()


def equal(points: Sequence[int], side: int) -> Preferences:
    """Return preferences without weights."""
    own = _of((34, 33, 33), (LINE,) * 3, (0, 1, 2), points, side)
    even = Preferences((1.0, 1.0, 1.0), own.ratings)
    return replace(even, veto=even.worth(own.veto or ()))


def answers(said: Stated, truth: Preferences) -> list[Answer]:
    """Return the questions asked, up to five, answered by the true values."""
    given: list[Answer] = []
    while question := next_question(estimate(said, given)):
        difference = truth.worth(question.first) - truth.worth(question.second)
        preferred: Preferred = "same" if abs(difference) < 1e-9 else "first" if difference > 0 else "second"
        given.append(Answer(question.first, question.second, preferred))
    return given


def settled(first: Preferences, second: Preferences) -> Package:
    """Return the Nash package that the desk would propose: from the common zero, veto lines as a filter."""
    solutions = solve(Scenario(ISSUES, (Party("1", first), Party("2", second))), origin="zero")
    if solutions.nash is None:
        raise ValueError("three packages of each leave an agreement to everybody")
    return solutions.nash.options


def _of(
    said: Sequence[int],
    ratings: tuple[tuple[float, ...], ...],
    ranking: Sequence[int],
    points: Sequence[int],
    side: int,
) -> Stated:
    dearest = list(points).index(max(points))
    worst = tuple(int(issue == dearest) for issue in range(3))
    if side:
        ratings, worst = tuple(tuple(reversed(own)) for own in ratings), tuple(3 - count for count in worst)
    return Stated(tuple(ranking), tuple(said), ratings, veto=worst, amounts=frozenset(range(3)))
