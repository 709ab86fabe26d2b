"""Which packages are proposed: up to three, efficient, acceptable to all by what they stated, and clearly different.

A proposal holds what everybody may see, and nothing else: the package, by which public rule it was chosen, and no
number of anybody's. The order is a public rule too: labelled ones in the order of the labels, then the others by
their options.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np

from leopold.settlement.account import checked
from leopold.settlement.candidates import LABELS, Candidates, Label, beyond, candidates, contributions
from leopold.settlement.frontier import TIE
from leopold.settlement.model import Scenario
from leopold.settlement.problem import Numbers
from leopold.settlement.solving import SECONDS

MOST = 3
"""The most packages that are proposed at once."""
DIFFERENT = 0.05
"""By how much two packages have to differ for somebody: 5 of 100 points. Points are given in steps of 5, so each of two
answers can be off by half a step with nothing behind it."""
MATTERS = 0.01
"""By how much one issue at least has to differ for somebody: 1 of 100 points, the least that can be given."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A package that is proposed to all.

    package   the option of each issue
    labels    the public rules that chose it; none for one that is efficient and different, no more
    proven    whether it is proven to be efficient and to deserve its labels: always so for two parties
    repeated  whether it was proposed in an earlier round, since there is nothing else
    """

    package: tuple[int, ...]
    labels: tuple[Label, ...]
    proven: bool = True
    repeated: bool = False


def propose(
    scenario: Scenario, earlier: Sequence[Sequence[int]] = (), seconds: float = SECONDS
) -> tuple[Proposal, ...]:
    """Return up to three packages; none where no agreement is possible (or found within the time, for many packages).

    `earlier` are packages proposed in earlier rounds: first those are looked for that clearly differ from all of
    them, then any others, and only where there are none the same are proposed again. Two in one round always differ
    clearly. Raises SettlementError for an earlier package that is not about these issues.
    """
    before = [checked(scenario.issues, package) for package in earlier]
    deadline = monotonic() + seconds
    found = candidates(scenario, deadline)
    if found is None:
        return ()
    chosen = _clearly_new(scenario, found, before)
    if len(chosen) < MOST and not found.whole:
        seen = [*contributions(scenario, before).sum(axis=1), *found.utilities[chosen]]
        found = beyond(scenario, found, seen, DIFFERENT, deadline)
        chosen = _clearly_new(scenario, found, before)
    said = {tuple(package) for package in before}
    new = [row for row in _ranked(found) if tuple(found.packages[row].tolist()) not in said]
    chosen = chosen or _picked(scenario, found, new, []) or _picked(scenario, found, _ranked(found), [])
    return _shown(found, chosen, said)


def _clearly_new(scenario: Scenario, found: Candidates, before: Sequence[tuple[int, ...]]) -> list[int]:
    return _picked(scenario, found, _ranked(found), list(contributions(scenario, before)))


def _ranked(found: Candidates) -> list[int]:
    """Return the rows in the order in which they are considered: by label, then by the product of satisfactions."""
    named = [found.named[label] for label in LABELS if label in found.named]
    products = np.round(found.utilities.prod(axis=1), 12)
    others = [int(row) for row in np.argsort(-products, kind="stable")]
    return list(dict.fromkeys([*named, *others]))


def _picked(scenario: Scenario, found: Candidates, rows: Sequence[int], known: Sequence[Numbers]) -> list[int]:
    """Return the first rows that differ clearly from what is known and from each other."""
    parts = contributions(scenario, found.packages[list(rows)].tolist())
    left = np.ones(len(rows), dtype=bool)
    for other in known:
        left &= _differ(parts, other)
    picked: list[int] = []
    while left.any() and len(picked) < MOST:
        first = int(left.argmax())
        picked.append(rows[first])
        left &= _differ(parts, parts[first])
    return picked


def _differ(parts: Numbers, other: Numbers) -> Numbers:
    """Tell which packages differ from another for somebody, in sum and in one issue at least."""
    change = parts - other
    in_sum = np.abs(change.sum(axis=1)).max(axis=1) >= DIFFERENT - TIE
    in_issue = np.abs(change).max(axis=(1, 2)) >= MATTERS - TIE
    return np.asarray(in_sum & in_issue)


def _shown(found: Candidates, chosen: Sequence[int], said: set[tuple[int, ...]]) -> tuple[Proposal, ...]:
    proposals = []
    for row in chosen:
        package = tuple(found.packages[row].tolist())
        same = np.abs(found.utilities - found.utilities[row]).max(axis=1) <= TIE
        labels = tuple(label for label in LABELS if label in found.named and same[found.named[label]])
        proposals.append(Proposal(package, labels, row in found.proven, package in said))
    return tuple(sorted(proposals, key=_place))


def _place(proposal: Proposal) -> tuple[int, tuple[int, ...]]:
    return (LABELS.index(proposal.labels[0]) if proposal.labels else len(LABELS), proposal.package)
