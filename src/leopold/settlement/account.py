"""What a package gives one party, told to that party alone: issue by issue, and in sum.

It is made of the issues, the package and this party's own answers. Nothing of the others goes in, so nothing can come
out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from leopold import words_proposals as words
from leopold.errors import SettlementError
from leopold.languages import Language
from leopold.settlement.frontier import TIE
from leopold.settlement.model import Issue, Preferences

Standing: TypeAlias = Literal["best", "second", "gives_way", "indifferent", "barred"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)

UNSEEN = 0.0005
"""A loss that would be said as 0.0 of 100 points."""


@dataclass(frozen=True, slots=True)
class Line:
    """How one issue stands for a party.

    standing  "best"; "second" best of three or more; "gives_way"; "indifferent", where all would be worth the same;
              "barred", where a must-have is not kept
    best      the option that the party likes best of those it could accept
    lost      how much satisfaction, 0..1, that would give more
    must      whether the party has a must-have here
    """

    issue: str
    option: str
    standing: Standing
    best: str
    lost: float
    must: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What a package gives one party: its lines, and in satisfaction, 0..1, its sum, the veto line and the best of all.

    The best is the best option of every issue that the party could accept, whether or not links allow them together.
    """

    lines: tuple[Line, ...]
    worth: float
    veto: float
    best: float

    @property
    def gains(self) -> tuple[Line, ...]:
        """Return the issues in which the party gets its best."""
        return tuple(line for line in self.lines if line.standing == "best")

    @property
    def concessions(self) -> tuple[Line, ...]:
        """Return the issues in which it gets less than its best, the dearest first."""
        less = [line for line in self.lines if line.standing in ("second", "gives_way", "barred")]
        return tuple(sorted(less, key=lambda line: -line.lost))

    @property
    def musts_kept(self) -> bool:
        """Tell whether every must-have is kept."""
        return all(line.standing != "barred" for line in self.lines)

    @property
    def acceptable(self) -> bool:
        """Tell whether every must-have is kept and the veto line reached."""
        return self.musts_kept and self.worth >= self.veto - TIE

    def said(self, language: Language) -> tuple[str, ...]:
        """Return the account in sentences without their full stops: each issue, the must-haves if any, the sum."""
        lines = [
            words.standing(line.standing, line.issue, line.option, line.best, line.lost, language)
            for line in self.lines
        ]
        if any(line.must for line in self.lines):
            lines.append(words.musts(self.musts_kept, language))
        return (*lines, words.total(self._against_line(), self.worth, self.veto, self.best, language))

    def _against_line(self) -> str:
        if self.veto <= 0:
            return "no_line"
        if words.number(self.worth, "en") == words.number(self.veto, "en") and self.worth >= self.veto - TIE:
            return "on"
        return "above" if self.worth > self.veto else "below"


def account(issues: Sequence[Issue], own: Preferences, package: Sequence[int]) -> Account:
    """Return what a package gives the party with these preferences; SettlementError when it is of other issues."""
    checked(issues, package)
    lines = tuple(_line(number, issue, own, package[number]) for number, issue in enumerate(issues))
    best = sum(own.share(issue) * max(_acceptable(own, issue).values()) for issue in range(len(issues)))
    return Account(lines, own.worth(package), own.veto, best)


def checked(issues: Sequence[Issue], package: Sequence[int]) -> tuple[int, ...]:
    """Return a package that names one option of every issue; SettlementError when it does not."""
    sizes = [len(issue.options) for issue in issues]
    if len(package) != len(sizes) or not all(0 <= way < size for way, size in zip(package, sizes, strict=True)):
        raise SettlementError("package_of_other_issues", count=len(sizes))
    return tuple(package)


def _line(number: int, issue: Issue, own: Preferences, option: int) -> Line:
    ratings = _acceptable(own, number)
    best = max(ratings, key=lambda each: ratings[each])
    lost = own.share(number) * max(0.0, ratings[best] - own.ratings[number][option])
    standing = _standing(number, own, option, ratings, lost)
    must = len(ratings) < len(issue.options)
    return Line(issue.name, issue.options[option], standing, issue.options[best], lost, must)


def _standing(number: int, own: Preferences, option: int, ratings: dict[int, float], lost: float) -> Standing:
    if option not in ratings:
        return "barred"
    ranked = sorted(set(ratings.values()), reverse=True)
    if own.share(number) * (ranked[0] - ranked[-1]) < UNSEEN:
        return "indifferent"
    if lost < UNSEEN:
        return "best"
    return "second" if ranked.index(ratings[option]) == 1 and len(ranked) > 2 else "gives_way"


def _acceptable(own: Preferences, issue: int) -> dict[int, float]:
    """Return the rating of each option that no must-have of this party bars."""
    return {option: rating for option, rating in enumerate(own.ratings[issue]) if own.allows(issue, option)}
