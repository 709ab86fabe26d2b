"""The challenger: a boosted model trained at the start of each stretch from what was known then."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leopold.forecast.lateness.boosting import Booster, Flags
from leopold.forecast.lateness.folding import Fold, Stretch
from leopold.forecast.lateness.grids import later, moved, nearest
from leopold.forecast.lateness.items import Floats, Integers

ENOUGH = 150
"""Settled items from which the challenger is trained."""
MOST = 20_000
"""The most recent items that it learns from, at most."""
SOFT = 0.05
"""The part of a base distribution that is replaced by everybody's before the challenger starts from it."""


def trained(fold: Fold, stretches: Sequence[Stretch], stretch: Stretch, facts: Floats) -> Booster | None:
    """Return a model of what was made and settled before the day of a stretch; None where that is too little.

    `stretches` are those before it, with their distributions.
    """
    rows = np.arange(max(0, stretch.first - MOST), stretch.first)
    ended = fold.table.settled[rows] < stretch.day
    if not fold.elapsing:
        # Nothing is known of work still open, so that it is at risk nowhere.
        rows = rows[ended]
        ended = np.ones(len(rows), dtype=bool)
    if ended.sum() < ENOUGH:
        return None
    reached = _reached(fold, rows, ended, stretch)
    base = np.concatenate([moved(one.masses, one.grid, stretch.grid) for one in stretches])
    # What was made before the first grid was laid has no base of its own to start from.
    base[: stretches[0].last] = stretch.everybody
    return Booster().fit(facts[rows], _softened(base[rows], stretch.everybody), reached, ended)


def _reached(fold: Fold, rows: Integers, ended: Flags, at: Stretch) -> Integers:
    """Return the point where each item ended, or the first that it has not passed."""
    reached = np.searchsorted(at.grid, fold.bounds_of(rows, at.day), side="left").astype(np.int64)
    reached[ended] = nearest(at.grid, fold.table.outcome[rows[ended]])
    return reached


def _softened(masses: Floats, everybody: Floats) -> Floats:
    """Return base distributions with a little of everybody's, since what they hold impossible no step could mend."""
    return np.asarray((1 - SOFT) * masses + SOFT * everybody)


def challenged(fold: Fold, stretches: Sequence[Stretch], facts: Floats) -> tuple[list[Floats], Booster | None]:
    """Return the challenger's distributions of every stretch (the base's where it is not trained), and the last
    model."""
    found, model = list[Floats](), None
    for number, stretch in enumerate(stretches):
        model = trained(fold, stretches[:number], stretch, facts) if number else None
        rows = np.arange(stretch.first, stretch.last)
        told = facts[rows] if len(rows) else facts[:0]
        found.append(raised(fold, model, stretch, told, stretch.masses, fold.table.promised[rows]))
    return found, model


def raised(
    fold: Fold, model: Booster | None, stretch: Stretch, facts: Floats, masses: Floats, promised: Floats
) -> Floats:
    """Return the challenger's distributions of items with these facts and base distributions, on the day made."""
    if model is None or not len(masses):
        return masses
    # On the day that it is made an item can end at once, but not before.
    at_once = fold.bounds(np.zeros(len(promised), dtype=np.int64), promised, 0)
    return later(model.predict(facts, _softened(masses, stretch.everybody)), stretch.grid, at_once)
