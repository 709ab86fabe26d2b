"""What is negotiated, by whom, and what each party wants: issues with options, and private preferences.

A package names one option of every issue. A party's satisfaction with it is additive (Keeney and Raiffa 1976): the sum
over issues of the issue's share of the party's points times the rating of the option; 0 is the worst that can be
written, 1 the best. Inside, an option is its place within its issue, and an issue its place within the scenario.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite, prod
from typing import TypeAlias

from leopold.errors import SettlementError

Choice: TypeAlias = tuple[int, int]
"""An option of an issue: (issue, option)."""

PARTIES = range(2, 6)
"""How many may sit at one table."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to be agreed, and what may be agreed about it, in words."""

    name: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise SettlementError("issue_without_name")
        if not self.options:
            raise SettlementError("issue_without_options", issue=self.name)
        if (name := _twice(self.options)) is not None:
            raise SettlementError("option_twice", issue=self.name, name=name)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Options that may not all stand in one package; "if A then B or C" bars A with every other option of B's issue."""

    choices: frozenset[Choice]


@dataclass(frozen=True, slots=True)
class Preferences:
    """What one party wants; nobody else sees it.

    points   a weight of each issue, at least 0, with a sum above 0
    ratings  for each issue the rating of each option, 0..1
    allowed  for each issue the options that this party could accept at all (its must-haves); None is all of them
    veto     the satisfaction, 0..1, below which it signs nothing
    """

    points: tuple[float, ...]
    ratings: tuple[tuple[float, ...], ...]
    allowed: tuple[frozenset[int] | None, ...] = ()
    veto: float = 0.0

    def allows(self, issue: int, option: int) -> bool:
        """Tell whether no must-have bars this option."""
        own = self.allowed[issue] if self.allowed else None
        return own is None or option in own

    def share(self, issue: int) -> float:
        """Return the issue's share of all points, 0..1."""
        return self.points[issue] / sum(self.points)

    def worth(self, package: Sequence[int]) -> float:
        """Return the satisfaction with a package, an option of each issue: 0..1."""
        return sum(self.share(issue) * self.ratings[issue][option] for issue, option in enumerate(package))


@dataclass(frozen=True, slots=True)
class Party:
    """Who sits at the table, and what they want."""

    name: str
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class Scenario:
    """All that the engine works on. Raises SettlementError that names the party, issue and option which are wrong."""

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    exclusions: tuple[Exclusion, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.issues:
            raise SettlementError("no_issues")
        if len(self.parties) not in PARTIES:
            raise SettlementError("party_count", count=len(self.parties), least=PARTIES[0], most=PARTIES[-1])
        if (name := _twice([issue.name for issue in self.issues])) is not None:
            raise SettlementError("issue_twice", name=name)
        if (name := _twice([party.name for party in self.parties])) is not None:
            raise SettlementError("party_twice", name=name)
        for party in self.parties:
            _check(party, self.issues)
        for exclusion in self.exclusions:
            self._check_exclusion(exclusion)

    @property
    def outcomes(self) -> int:
        """How many packages can be written, exclusions apart."""
        return prod(len(issue.options) for issue in self.issues)

    def named(self, package: Sequence[int]) -> dict[str, str]:
        """Return a package in words: issue to option."""
        return {issue.name: issue.options[option] for issue, option in zip(self.issues, package, strict=True)}

    def keeps_links(self, package: Sequence[int]) -> bool:
        """Tell whether a package breaks no exclusion."""
        chosen = set(enumerate(package))
        return not any(exclusion.choices <= chosen for exclusion in self.exclusions)

    def _check_exclusion(self, exclusion: Exclusion) -> None:
        if len({issue for issue, _ in exclusion.choices}) < 2:
            raise SettlementError("exclusion_of_one_issue")
        for issue, option in exclusion.choices:
            if not (0 <= issue < len(self.issues) and 0 <= option < len(self.issues[issue].options)):
                raise SettlementError("exclusion_of_nothing", issue=issue + 1, option=option + 1)


def _twice(names: Sequence[str]) -> str | None:
    """Return the first name that stands twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def _check(party: Party, issues: Sequence[Issue]) -> None:
    own = party.preferences
    if len(own.points) != len(issues) or len(own.ratings) != len(issues):
        raise SettlementError("preferences_of_other_issues", party=party.name, count=len(issues))
    if own.allowed and len(own.allowed) != len(issues):
        raise SettlementError("preferences_of_other_issues", party=party.name, count=len(issues))
    if not (isfinite(own.veto) and 0 <= own.veto <= 1):
        raise SettlementError("veto_out_of_range", party=party.name, veto=f"{own.veto:g}")
    for issue, points in zip(issues, own.points, strict=True):
        if not (isfinite(points) and points >= 0):
            raise SettlementError("points_out_of_range", party=party.name, issue=issue.name, points=f"{points:g}")
    if sum(own.points) <= 0:
        raise SettlementError("no_points", party=party.name)
    for number, issue in enumerate(issues):
        _check_ratings(party, number, issue)


def _check_ratings(party: Party, number: int, issue: Issue) -> None:
    own = party.preferences
    if len(own.ratings[number]) != len(issue.options):
        raise SettlementError("ratings_of_other_options", party=party.name, issue=issue.name, count=len(issue.options))
    for option, rating in zip(issue.options, own.ratings[number], strict=True):
        if not (isfinite(rating) and 0 <= rating <= 1):
            raise SettlementError(
                "rating_out_of_range", party=party.name, issue=issue.name, option=option, rating=f"{rating:g}"
            )
    allowed = own.allowed[number] if own.allowed else None
    if allowed is not None and not allowed:
        raise SettlementError("nothing_allowed", party=party.name, issue=issue.name)
    if allowed is not None and not all(0 <= option < len(issue.options) for option in allowed):
        raise SettlementError("allowed_out_of_range", party=party.name, issue=issue.name)
