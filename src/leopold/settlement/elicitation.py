"""What a party is asked, step by step: must-haves, a ranking by swing, points, option steps, a veto line.

Importance is asked as a swing, "which change, from your worst to your best, matters most?", since importance without
the range it is about means nothing (Edwards and Barron 1994). The ranking prefills points by rank-sum weights
(Stillwell, Seaver and Edwards 1981; compared by Roberts and Goodwin 2002). Ranges are those of the options that it
could accept. `docs/settling.md` says more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor, isfinite
from typing import Final, NamedTuple

from leopold.errors import SettlementError
from leopold.faults import Fault
from leopold.settlement.model import Issue, Preferences

POINTS = 100
"""What a party shares out among the issues."""
EXTREME = 0.05
"""Options rated at most so beside the best are as good as nothing."""
HOARD = 90
"""So many points on one issue leave nothing to trade."""

Package = tuple[int, ...]
"""An option of each issue."""


class Step(NamedTuple):
    """A step between the worst option, 0, and the best, 1: its rating, and how it is worded."""

    rating: float
    en: str
    ru: str


STEPS: Final = (
    Step(0.1, "hardly better than my worst", "почти так же плохо, как худшее"),
    Step(0.3, "nearer to my worst", "ближе к худшему"),
    Step(0.5, "half way", "посередине"),
    Step(0.7, "nearer to my best", "ближе к лучшему"),
    Step(0.9, "nearly as good as my best", "почти так же хорошо, как лучшее"),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one party said, in the order asked. Raises SettlementError that says what is missing or wrong.

    allowed  for each issue the options that it could accept at all; empty, or None for an issue, is all of them
    ranking  the issues, that whose swing matters most first; issues without a swing are left out
    points   whole numbers with a sum of 100; 0 for issues without a swing
    ratings  for each issue the rating of each option: the best allowed 1, the worst allowed 0; all 0 without a swing
    veto     the worst package that it would still sign
    amounts  the issues whose options are amounts in even steps, in order: values are presumed near a straight line
    """

    ranking: tuple[int, ...]
    points: tuple[int, ...]
    ratings: tuple[tuple[float, ...], ...]
    allowed: tuple[frozenset[int] | None, ...] = ()
    veto: Package | None = None
    amounts: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if len(self.points) != len(self.ratings) or len(self.allowed) not in (0, len(self.ratings)):
            raise SettlementError("answers_of_other_issues", count=len(self.ratings))
        for issue in range(len(self.ratings)):
            self._check_ratings(issue)
        swings = [issue for issue in range(len(self.ratings)) if any(self.ratings[issue])]
        if not swings:
            raise SettlementError("nothing_to_rank")
        if sorted(self.ranking) != swings:
            raise SettlementError("ranking_incomplete", issues=_numbers(swings))
        if sum(self.points) != POINTS or min(self.points) < 0:
            raise SettlementError("points_sum", total=POINTS, sum=sum(self.points))
        idle = [issue for issue, points in enumerate(self.points) if points and issue not in swings]
        if idle:
            raise SettlementError("points_without_swing", issue=idle[0] + 1)
        if self.veto is not None:
            self.check_package(self.veto)

    def options(self, issue: int) -> tuple[int, ...]:
        """Return the options of an issue that the party could accept."""
        own = self.allowed[issue] if self.allowed else None
        return tuple(range(len(self.ratings[issue]))) if own is None else tuple(sorted(own))

    def preferences(self) -> Preferences:
        """Return them as the engine takes them, the veto line as a number."""
        own = Preferences(tuple(map(float, self.points)), self.ratings, self.allowed)
        return own if self.veto is None else replace(own, veto=veto_line(own, self.veto))

    def check_package(self, package: Sequence[int]) -> None:
        """Raise SettlementError unless a package has one option of each issue that the party could accept."""
        if len(package) != len(self.ratings):
            raise SettlementError("package_of_other_issues", count=len(self.ratings))
        for issue, option in enumerate(package):
            if option not in self.options(issue):
                raise SettlementError("package_barred", issue=issue + 1, option=option + 1)

    def _check_ratings(self, issue: int) -> None:
        options = self.options(issue)
        if not options or not all(0 <= option < len(self.ratings[issue]) for option in options):
            raise SettlementError("allowed_nothing", issue=issue + 1)
        if not all(isfinite(rating) and 0 <= rating <= 1 for rating in self.ratings[issue]):
            raise SettlementError("step_out_of_range", issue=issue + 1)
        own = [self.ratings[issue][option] for option in options]
        if any(self.ratings[issue]) and (max(own), min(own)) != (1, 0):
            raise SettlementError("ratings_not_anchored", issue=issue + 1)


def rank_sum(ranking: Sequence[int], issues: int) -> tuple[int, ...]:
    """Return whole points, sum 100, for issues by importance: n, n - 1, … 1 shared out; 0 if not ranked."""
    weights = [0.0] * issues
    for place, issue in enumerate(ranking):
        weights[issue] = float(len(ranking) - place)
    return shared_out(weights)


def moved(points: Sequence[int], issue: int, value: int) -> tuple[int, ...]:
    """Return the points after one slider was moved: the others give or take in proportion, and the sum stays 100."""
    if not 0 <= value <= POINTS:
        raise SettlementError("slider_out_of_range", issue=issue + 1, total=POINTS, points=value)
    others = [float(own) if other != issue else 0.0 for other, own in enumerate(points)]
    if not any(others):
        others = [float(other != issue) for other in range(len(points))]
    if not any(others):
        return (POINTS,)
    rest = shared_out(others, POINTS - value)
    return tuple(value if other == issue else own for other, own in enumerate(rest))


def shared_out(weights: Sequence[float], total: int = POINTS) -> tuple[int, ...]:
    """Return whole numbers in proportion to weights, by largest remainder; of equals the first gets more."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [floor(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    for place in by_remainder[: total - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def rated(
    count: int, best: int, worst: int, others: Mapping[int, float], allowed: frozenset[int] | None = None
) -> tuple[float, ...]:
    """Return the ratings of `count` options: the best 1, the worst 0, the others by step or fine value; barred ones 0.

    Best and worst may be one option where no other is allowed: then there is no swing, and all are 0.
    """
    kept = frozenset(range(count)) if allowed is None else allowed
    if best == worst and len(kept) > 1:
        raise SettlementError("best_is_worst")
    missing = sorted(kept - {best, worst} - others.keys())
    if missing:
        raise SettlementError("option_not_rated", option=missing[0] + 1)
    ratings = [others.get(option, 0.0) if option in kept else 0.0 for option in range(count)]
    ratings[best], ratings[worst] = 1.0, 0.0
    return tuple(ratings)


def veto_line(preferences: Preferences, package: Sequence[int]) -> float:
    """Return the satisfaction, 0..1, with the worst package that a party would still sign."""
    return min(1.0, preferences.worth(package))


def out_of_order(stated: Stated) -> tuple[tuple[int, int], ...]:
    """Return neighbours in the ranking whose points say the opposite: (ranked above, ranked below but given more)."""
    pairs = pairwise(stated.ranking)
    return tuple((above, below) for above, below in pairs if stated.points[above] < stated.points[below])


def doubts(stated: Stated, issues: Sequence[Issue]) -> tuple[Fault, ...]:
    """Return what to ask again, to be changed or kept: extreme ratings or points, points against the ranking."""
    found = []
    for number, issue in enumerate(issues):
        own = [stated.ratings[number][option] for option in stated.options(number)]
        if len(own) > 2 and any(own) and sorted(own)[-2] <= EXTREME:
            best = stated.ratings[number].index(1.0)
            found.append(Fault("only_one_option_rated", issue=issue.name, option=issue.options[best]))
        if len(stated.ranking) > 1 and stated.points[number] >= HOARD:
            found.append(Fault("only_one_issue_matters", issue=issue.name, points=stated.points[number]))
    for above, below in out_of_order(stated):
        found.append(Fault("points_against_ranking", above=issues[above].name, below=issues[below].name))
    return tuple(found)


def _numbers(issues: Sequence[int]) -> str:
    return ", ".join(str(issue + 1) for issue in issues)
