"""Bettering what was signed: a package better for all, by a margin in proportion to what may be off.

Raiffa's post-settlement settlement (1985): the signed deal is the floor, each party has a veto and only says
"better", "the same" or "worse". Nothing is proposed that is worse for anybody by what it stated, sliders and answers
together, and each refusal raises what a proposal has to promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

import numpy as np

from leopold.errors import SettlementError
from leopold.settlement.elicitation import Package
from leopold.settlement.estimate import Answer, Estimate, Preferred, estimate
from leopold.settlement.frontier import TIE, frontier
from leopold.settlement.model import PARTIES, Exclusion, Issue, Party, Preferences, Scenario
from leopold.settlement.problem import Numbers, problem
from leopold.settlement.solving import solve

SURE = 0.2
"""The gain that each party must have at least, in standard deviations of the error of that gain."""
RAISED = 1.5
"""What each refusal multiplies that by."""

Reply = Literal["better", "same", "worse"]

_PREFERRED: Final[dict[Reply, Preferred]] = {"better": "second", "same": "same", "worse": "first"}


def improvement(
    issues: Sequence[Issue],
    estimates: Sequence[Estimate],
    signed: Package,
    exclusions: Sequence[Exclusion] = (),
    refused: Sequence[Package] = (),
    sure: float = SURE,
) -> Package | None:
    """Return the package to propose instead of the signed one, or None when none is so much better for all.

    `estimates` holds each party's own, `refused` the packages proposed before that somebody called worse, `sure` the
    margin in standard deviations. Raises SettlementError for other than two to five estimates about these issues.
    """
    if len(estimates) not in PARTIES or any(len(own.stated.ratings) != len(issues) for own in estimates):
        raise SettlementError("estimates_of_others", count=len(estimates))
    known = {signed, *refused}
    packages = [package for package in _candidates(issues, estimates, signed, exclusions) if package not in known]
    if not packages:
        return None
    least = np.min([_margins(own, signed, packages) for own in estimates], axis=0)
    best = int(least.argmax())
    return packages[best] if least[best] >= sure * RAISED ** len(refused) else None


def heard(own: Estimate, signed: Package, proposed: Package, reply: Reply) -> Estimate:
    """Return a party's estimate with what it said of a proposal: better than what was signed, the same, or worse."""
    return estimate(own.stated, [*own.answers, Answer(signed, proposed, _PREFERRED[reply])])


def _margins(own: Estimate, signed: Package, packages: Sequence[Package]) -> Numbers:
    """Return a party's expected gain with each package over the signed, in standard deviations; a loss is barred."""
    worths = own.worths([signed, *packages])
    gains = worths[:, 1:] - worths[:, :1]
    mean = own.weights @ gains
    spread = np.sqrt(own.weights @ (gains - mean) ** 2)
    return np.where(mean > TIE, mean / np.maximum(spread, TIE), -np.inf)


def _candidates(
    issues: Sequence[Issue], estimates: Sequence[Estimate], signed: Package, exclusions: Sequence[Exclusion]
) -> list[Package]:
    """Return the packages that are efficient by sliders alone or by the estimates; where too many, the fair ones."""
    found = set[Package]()
    for wishes in ([own.stated.preferences() for own in estimates], [own.preferences() for own in estimates]):
        scenario = _scenario(issues, wishes, signed, exclusions)
        arrays = problem(scenario)
        efficient = frontier(arrays)
        if efficient is not None:
            found.update(tuple(row) for row in arrays.options(efficient.ways).tolist())
            continue
        fair = solve(scenario)
        found.update(point.options for point in (fair.nash, fair.leximin, fair.kalai_smorodinsky) if point)
    return sorted(found)


def _scenario(
    issues: Sequence[Issue], wishes: Sequence[Preferences], signed: Package, exclusions: Sequence[Exclusion]
) -> Scenario:
    """Return the table with what was signed as everybody's veto line."""
    parties = (Party(str(number), replace(own, veto=min(1.0, own.worth(signed)))) for number, own in enumerate(wishes))
    return Scenario(tuple(issues), tuple(parties), tuple(exclusions))
