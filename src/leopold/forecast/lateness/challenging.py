"""The challengers: boosted models trained at the start of each stretch from what was known then.

One counts time from the promise, as the base does; one from the day the item was made, where payers keep to their own
rhythm rather than to the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leopold.forecast.lateness.boosting import Booster, Flags
from leopold.forecast.lateness.folding import Fold, Stretch
from leopold.forecast.lateness.grids import grid_of, later, moved, nearest, shifted
from leopold.forecast.lateness.items import Floats, Integers

ENOUGH = 150
"""Settled items from which a challenger is trained."""
MOST = 8_000
"""The most recent items that it learns from, at most."""
SOFT = 0.05
"""The part of a base distribution that is replaced by everybody's before a challenger starts from it."""
SINCE = 0.5
"""The same of one that counts from the day made: the base knows little of that."""
Clock = Literal["promise", "made"]
_CHUNK = 4000


@dataclass(slots=True)
class Challenger:
    """A trained model, the points that it counts by, and everybody's distribution over them."""

    clock: Clock
    model: Booster
    grid: Floats
    everybody: Floats

    def start(self, masses: Floats, stretch: Stretch, promised: Floats) -> Floats:
        """Return where it starts from, of base distributions in a stretch.

        A little of everybody's is in it, since what the base holds impossible no step could mend.
        """
        soft = SOFT
        if self.clock == "made":
            masses, soft = shifted(masses, stretch.grid, promised, self.grid), SINCE
        return np.asarray((1 - soft) * masses + soft * self.everybody)

    def forecast(self, fold: Fold, stretch: Stretch, facts: Floats, masses: Floats, promised: Floats) -> Floats:
        """Return distributions over the fine points of a stretch, on the day made, of items with these facts and base
        distributions."""
        found = self.model.predict(facts, self.start(masses, stretch, promised))
        # On the day that it is made an item can end at once, but not before.
        if self.clock == "made":
            found = shifted(later(found, self.grid, np.zeros(len(found))), self.grid, -promised, stretch.fine)
        else:
            found = moved(found, self.grid, stretch.fine)
        return later(found, stretch.fine, fold.bounds(np.zeros(len(promised), dtype=np.int64), promised, 0))


def trained(fold: Fold, stretches: Sequence[Stretch], at: Stretch, facts: Floats, clock: Clock) -> Challenger | None:
    """Return a model of what was made and settled before the day of a stretch; None where that is too little.

    `stretches` are those before it, with their distributions.
    """
    since = max(0, at.first - MOST)
    rows = np.arange(since, at.first)
    ended = fold.table.settled[rows] < at.day
    if not fold.elapsing:
        # Nothing is known of work still open, so that it is at risk nowhere.
        rows = rows[ended]
        ended = np.ones(len(rows), dtype=bool)
    if ended.sum() < ENOUGH:
        return None
    told = [one for one in stretches if one.last > since]
    base = np.concatenate([moved(one.masses[max(0, since - one.first) :], one.grid, at.grid) for one in told])
    # What was made before the first grid was laid has no base of its own to start from.
    base[: max(0, stretches[0].last - since)] = at.everybody
    outcomes, bounds = fold.table.outcome[rows], fold.bounds_of(rows, at.day)
    grid, everybody = at.grid, at.everybody
    promised = fold.table.promised[rows]
    if clock == "made":
        outcomes, bounds = outcomes + promised, bounds + promised
        grid = grid_of(outcomes[ended], bounds[~ended])
        everybody = np.bincount(nearest(grid, outcomes[ended]), minlength=len(grid)) / ended.sum()
    found = Challenger(clock, Booster(), grid, everybody)
    found.model.fit(
        facts[rows], found.start(base[rows - since], at, promised), _reached(grid, outcomes, bounds, ended), ended
    )
    return found


def _reached(grid: Floats, outcomes: Floats, bounds: Floats, ended: Flags) -> Integers:
    """Return the point where each item ended, or the first that it has not passed."""
    reached = np.searchsorted(grid, bounds, side="left").astype(np.int64)
    reached[ended] = nearest(grid, outcomes[ended])
    return reached


def clocks(fold: Fold) -> tuple[Clock, ...]:
    """Return by what a ledger's items are counted: days can be counted from either end."""
    return ("promise", "made") if fold.elapsing and fold.measure == "days" else ("promise",)


def challenged(
    fold: Fold, stretches: Sequence[Stretch], facts: Floats
) -> tuple[list[list[Floats]], list[Challenger | None]]:
    """Return every challenger's distributions of every stretch over its fine points (the base's where it is not
    trained), and the last models."""
    found, models = list[list[Floats]](), list[Challenger | None]()
    kinds = clocks(fold)
    for number, stretch in enumerate(stretches):
        models = [trained(fold, stretches[:number], stretch, facts, clock) if number else None for clock in kinds]
        rows = np.arange(stretch.first, stretch.last)
        told, promised = facts[rows] if len(rows) else facts[:0], fold.table.promised[rows]
        found.append([_in_parts(fold, model, stretch, told, promised) for model in models])
    return found, models


def _in_parts(fold: Fold, model: Challenger | None, stretch: Stretch, facts: Floats, promised: Floats) -> Floats:
    """Return a challenger's distributions of all items of a stretch; one part at a time needs less memory."""
    found = np.empty((len(stretch.masses), len(stretch.fine)))
    for at in range(0, len(found), _CHUNK):
        rows = slice(at, at + _CHUNK)
        found[rows] = raised(fold, model, stretch, facts[rows], stretch.masses[rows], promised[rows])
    return found


def raised(
    fold: Fold, model: Challenger | None, stretch: Stretch, facts: Floats, masses: Floats, promised: Floats
) -> Floats:
    """Return a challenger's distributions of items with these facts and base distributions, on the day made."""
    if model is None or not len(masses):
        return moved(masses, stretch.grid, stretch.fine)
    return model.forecast(fold, stretch, facts, masses, promised)
