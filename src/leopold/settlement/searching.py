"""Fair packages for many packages and parties: all those near the best are written out, or HiGHS finds the best.

The relaxed problem bounds what can be had (`aims`). From there the wanted score is lowered step by step, and each time
all packages that reach it are found (`enumerating`); the first found hold the best, exactly. Where they are too many,
and where links are too wide to be merged, it is for mixed-integer programming (`milp`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from leopold.settlement import bargaining
from leopold.settlement.aims import Aim, Relaxed
from leopold.settlement.enumerating import Near, near
from leopold.settlement.frontier import TIE
from leopold.settlement.milp import Found, Solver
from leopold.settlement.problem import Numbers, Problem

STEP = 1e-3
"""By how much the wanted score is first below the bound."""
GROWTH = 1.35
"""What the step is multiplied by: the packages to look at grow with about its tenth power for five parties."""


class Search:
    """One problem, with gains counted from an origin; `deadline` is a moment of `time.monotonic`.

    What is found without HiGHS is exact; leximin and Nash are then known to be efficient.
    """

    def __init__(self, problem: Problem, origin: Numbers, deadline: float) -> None:
        self._problem, self._origin, self._deadline = problem, origin, deadline
        self._relaxed, self._solver = Relaxed(problem, origin), Solver(problem, origin, deadline)
        self.utilities = self._relaxed.utilities

    def best(self, shares: Numbers) -> Found | None:
        """Return the acceptable package with the largest sum of utilities times shares; None where there is none."""
        ways = np.array([(shares @ slot.values).argmax() for slot in self._problem.slots])
        if not self._problem.exclusions and (self.utilities(ways) >= self._problem.vetoes - TIE).all():
            return Found(tuple(ways.tolist()), 0.0, bool((shares > 0).all()))
        found = self._found(
            lambda: self._relaxed.total(shares),
            lambda utilities: int((utilities @ shares).argmax()),
            lambda: self._solver.best(shares),
        )
        return found and replace(found, efficient=found.efficient and bool((shares > 0).all()))

    def leximin(self, scales: Numbers) -> Found | None:
        """Return the package with the leximin of (utility - origin) / scale; None when none is acceptable.

        A party with a scale of 0 can gain nothing, and is left out.
        """
        counted = scales > 0
        if not counted.any():
            return self.best(np.ones(self._problem.parties))

        def chosen(utilities: Numbers) -> int:
            return bargaining.leximin_row(((utilities - self._origin) / np.where(counted, scales, 1.0))[:, counted])

        whole = np.where(counted, scales, 1.0)
        return self._found(lambda: self._relaxed.level(scales), chosen, lambda: self._solver.leximin(whole))

    def nash(self, known: Found) -> Found | None:
        """Return the package with the largest product of gains; None when none gains for all.

        `known` is any acceptable package; that all gain in it makes this quick.
        """
        gains = self.utilities(known.ways) - self._origin
        if (gains <= TIE).any():
            return self._solver.nash(known)
        return self._found(
            lambda: self._relaxed.product(gains),
            lambda utilities: bargaining.nash(utilities, self._origin),
            lambda: self._solver.nash(known),
        )

    def _found(
        self, aimed: Callable[[], Aim | None], chosen: Callable[[Numbers], int], otherwise: Callable[[], Found | None]
    ) -> Found | None:
        """Return the chosen one of all packages that score the most; None where nothing is acceptable."""
        aim = None if self._problem.exclusions else aimed()
        best = self._nearest(aim) if aim else None
        if best is None:
            return otherwise()
        return Found(tuple(best.ways[chosen(best.utilities)].tolist()), 0.0, True) if len(best.ways) else None

    def _nearest(self, aim: Aim) -> Near | None:
        """Return all acceptable packages down to a score that some have; None where they are too many, or too late."""
        step, scale = STEP, aim.weights + TIE
        while True:
            score = max(aim.bound - step, aim.least)
            found = near(self._problem, aim.worth, aim.slack(score), aim.keeps(score), scale, self._deadline)
            if found is None or len(found.ways) or score <= aim.least:
                return found
            step *= GROWTH
