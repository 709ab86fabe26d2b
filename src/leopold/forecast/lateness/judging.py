"""The second fold: day by day, divide each forecast among base and challengers, and widen its interval, by what was
known of earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leopold.forecast.lateness.calibrating import TARGET, Judge, depths, mixed, products
from leopold.forecast.lateness.folding import Fold, Stretch
from leopold.forecast.lateness.grids import moved
from leopold.forecast.lateness.items import Floats, by_day

CAUSES = 50
"""Outcomes of the challengers' forecasts before they may speak at all."""
GROWTH = 1.05
"""Shares are judged anew after so many times as many outcomes."""
LOOKED = 2000
"""The most recent items that shares are judged by."""
HALF = 1000.0
"""Items after which one counts half."""


def judged(
    fold: Fold, stretches: Sequence[Stretch], above: Sequence[list[Floats]], end: int
) -> tuple[list[Floats], Floats, Judge]:
    """Return what was said of every item by stretch, over its fine points, the widths (n,) of their intervals, and the
    judgement on the day `end`. `above` are the challengers' distributions by stretch. What is judged is given up: the
    base's distributions of the stretches, and `above`, are empty afterwards."""
    table = fold.table
    voices, many = [list(others) for others in above], len(above[0]) + 1
    for others in above:
        others.clear()
    judge, learnt, wanted, number = Judge(many), 0, 0.0, 0
    depth, widths = np.full(len(table), np.nan), np.full(len(table), TARGET)
    said = [np.empty((one.last - one.first, len(one.fine))) for one in stretches]
    # Of forecasts made before the first grid was laid nothing can be learnt: they knew nothing.
    first = stretches[1].first if len(stretches) > 1 else len(table)
    for day, start, stop in by_day(table.made, end):
        until = int(np.searchsorted(table.settled[fold.by_settled], day))
        ended = fold.by_settled[learnt:until]
        learnt = until
        ended = ended[ended >= first]
        if len(ended):
            judge.learn(depth[ended], widths[ended])
        if learnt >= wanted:
            _weigh(judge, fold, stretches, voices, day, start)
            wanted = learnt * GROWTH
        if start == stop:
            continue
        while start >= stretches[number].last:
            number += 1
        for past in range(number):
            if stretches[past].last <= start - LOOKED:
                # In a large ledger all voices at once would be most of the memory that it takes.
                voices[past].clear()
        one = stretches[number]
        if len(voices[number]) < many:
            voices[number].insert(0, moved(one.masses, one.grid, one.fine))
            one.masses = one.masses[:0].copy()
        rows = slice(start - one.first, stop - one.first)
        told = mixed([voice[rows] for voice in voices[number]], one.fine, judge.days, judge.sides)
        said[number][rows] = told
        depth[start:stop] = depths(told, one.fine, table.outcome[start:stop])
        widths[start:stop] = judge.width
    return said, widths, judge


def _weigh(
    judge: Judge, fold: Fold, stretches: Sequence[Stretch], voices: Sequence[Sequence[Floats]], day: int, made: int
) -> None:
    """Divide the forecast anew by the latest of the items, made before a day, of which every voice spoke."""
    table, errors, causes = fold.table, 0.0, 0
    for one, each in zip(stretches, voices, strict=True):
        rows = np.arange(max(one.first, made - LOOKED), min(one.last, made))
        if not len(rows) or all(voice is each[0] or np.array_equal(voice, each[0]) for voice in each[1:]):
            continue
        known = table.settled[rows] < day
        horizon = fold.bounds_of(rows, day) if fold.elapsing else np.where(known, np.inf, -np.inf)
        outcome = np.where(known, table.outcome[rows], np.inf)
        part = slice(rows[0] - one.first, rows[-1] + 1 - one.first)
        found = products([voice[part] for voice in each], one.fine, outcome, horizon)
        errors = errors + np.einsum("n,nsij->sij", 0.5 ** ((made - rows) / HALF), found)
        causes += len(np.unique(np.column_stack([table.settled[rows], table.counterparty[rows]])[known], axis=0))
    if causes >= CAUSES:
        judge.weigh(np.asarray(errors))
