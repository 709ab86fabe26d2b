"""The fold: day by day, forecast what is made from what was settled before, then learn what has been settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from leopold.forecast.lateness.banking import FADE, Bank, Keys, members, mixture
from leopold.forecast.lateness.facts import Asked, Firms, columns
from leopold.forecast.lateness.grids import crps, finer, grid_of, later, nearest
from leopold.forecast.lateness.items import Floats, Integers, Measure, Table, by_day

FIRST = 30
"""Settled items at which the grid is laid anew for the first time."""
GROWTH = (1.35, 1.8)
"""After so many times as many it is laid anew, and the challenger trained: while there are fewer than `MANY`, and
after."""
MANY = 5000
_CHUNK = 400
_RECENT = 20_000


@dataclass(slots=True)
class Stretch:
    """Days over which grid and challenger stay: rows `first` to `last` were made in it, with their distributions.

    `everybody` is the distribution of all on its first day; `fine` are the points of the grid and more, for what the
    challengers say.
    """

    day: int
    grid: Floats
    fine: Floats
    everybody: Floats
    first: int
    last: int
    masses: Floats = field(default_factory=lambda: np.zeros((0, 1)))


class Told(NamedTuple):
    """What the bank says of some items: distributions, facts for the challenger, every member's distributions."""

    masses: Floats
    facts: Floats
    members: Floats


class Fold:
    """The state on a day: what was settled before it, and what the bank's forecasts were worth."""

    def __init__(self, table: Table, measure: Measure, elapsing: bool, by_kind: bool) -> None:
        """Start before the first day."""
        self.table, self.measure, self.elapsing, self.by_kind = table, measure, elapsing, by_kind
        self.keys = Keys(table.counterparty, table.kind, table.both)
        known = np.flatnonzero(np.isfinite(table.settled))
        self.by_settled = known[np.lexsort((known, table.settled[known]))]
        self.learnt = 0
        self.causes = 0
        self.firms = Firms.none(len(table.names) + 1)
        self.members = members(by_kind)
        self.losses: Floats = np.zeros(len(self.members))
        self.scored = 0.0
        self.stretch = Stretch(0, np.zeros(1), np.zeros(1), np.ones(1), 0, 0)
        self.bank = Bank(table, np.zeros(1), 0, by_kind)
        self._alone = np.array([member.alone for member in self.members])
        self._scores = np.full((len(table), len(self.members)), np.nan, dtype=np.float32)
        self.gains: Floats = np.full(len(table), np.nan)

    def bounds(self, made: Integers, promised: Floats, day: int) -> Floats:
        """Return what outcomes, still open when `day` begins, are at least."""
        passed = (day - made).astype(np.float64)
        if not self.elapsing:
            return np.full(len(made), -np.inf)
        if self.measure == "days":
            return np.asarray(passed - promised)
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(np.maximum(passed, 0) / promised))

    def still_open(self, day: int) -> Integers:
        """Return the rows made before a day and not settled before it."""
        made = np.searchsorted(self.table.made, day)
        return np.flatnonzero(~(self.table.settled[:made] < day))

    def bounds_of(self, rows: Integers, day: int) -> Floats:
        """Return the bounds of rows of the table."""
        return self.bounds(self.table.made[rows], self.table.promised[rows], day)

    def advance(self, day: int) -> Integers:
        """Learn what was settled before a day; return its rows."""
        until = int(np.searchsorted(self.table.settled[self.by_settled], day))
        rows = self.by_settled[self.learnt : until]
        self.learnt = until
        if not len(rows):
            return rows
        self.bank.add(rows, nearest(self.bank.grid, self.table.outcome[rows]))
        for row in rows.tolist():
            self.firms.learn(int(self.table.counterparty[row]), float(self.table.outcome[row]))
        # What one counterparty settles on one day, as weekly re-promises of a date, is one outcome, counted once.
        causes = np.column_stack([self.table.settled[rows], self.keys.firm[rows]])
        _, cause, sizes = np.unique(causes, axis=0, return_inverse=True, return_counts=True)
        share = 1 / sizes[cause.ravel()]
        self.causes += len(sizes)
        scores = self._scores[rows]
        judged = np.isfinite(scores[:, 0])
        if judged.any():
            many = float(share[judged].sum())
            fade = 0.5 ** (many / FADE)
            self.losses = self.losses * fade + share[judged] @ scores[judged].astype(np.float64)
            self.scored = self.scored * fade + many
        return rows

    def lay(self, day: int, first: int) -> Stretch:
        """Lay the grid anew from what was settled before a day, and count everything on it."""
        rows = self.by_settled[: self.learnt]
        still = self.still_open(day)
        grid = grid_of(self.table.outcome[rows][-_RECENT:], self.bounds_of(still, day) if self.elapsing else None)
        self.bank = Bank(self.table, grid, day, self.by_kind)
        self.bank.add(rows, nearest(grid, self.table.outcome[rows]))
        everybody = self.bank.everybody(day, still, self._ahead(still, day))
        fine = finer(grid, self.table.outcome[rows][-_RECENT:]) if self.elapsing and self.measure == "days" else grid
        self.stretch = Stretch(day, grid, fine, everybody, first, first, np.zeros((0, len(grid))))
        return self.stretch

    def tell(self, asked: Asked, day: int) -> Told:
        """Return what the bank says of items on a day."""
        still = self.still_open(day)
        bounds = self.bounds_of(still, day)
        everyone = self.bank.forecast(
            asked.keys, day, still, self._ahead(still, day), self.causes / max(1, self.learnt)
        )
        everyone = later(everyone, self.bank.grid, self.bounds(asked.made * 0, asked.promised, 0))
        masses = np.einsum("nmk,m->nk", everyone, mixture(self.losses, self.scored))
        waiting = np.bincount(self.keys.firm[still], minlength=len(self.firms.n))
        overdue = np.bincount(self.keys.firm[still[bounds > 0]], minlength=len(self.firms.n))
        facts = columns(asked, self.firms, masses, self.bank.grid, waiting, overdue, day)
        return Told(masses, facts, everyone)

    def forecast(self, rows: Integers, day: int) -> tuple[Floats, Floats]:
        """Return distributions and facts of rows made on a day, and remember the scores that will come."""
        found = [self._judged(rows[at : at + _CHUNK], day) for at in range(0, len(rows), _CHUNK)]
        self.firms.made[self.keys.firm[rows]] = day
        return np.concatenate([told.masses for told in found]), np.concatenate([told.facts for told in found])

    def forget_scores(self) -> None:
        """Give up the members' scores of every item, once the fold is over: they are many."""
        self._scores = self._scores[:0].copy()

    def _ahead(self, rows: Integers, day: int) -> Integers:
        """Return the first point that each open row has not passed when a day begins."""
        return np.searchsorted(self.bank.grid, self.bounds_of(rows, day), side="left").astype(np.int64)

    def _judged(self, rows: Integers, day: int) -> Told:
        told = self.tell(self.asked(rows), day)
        settled = np.isfinite(self.table.outcome[rows])
        if self.learnt and settled.any():
            known = rows[settled]
            scores = crps(told.members[settled], self.bank.grid, self.table.outcome[known])
            self._scores[known] = scores
            best = [int(np.where(self._alone == alone, self.losses, np.inf).argmin()) for alone in (True, False)]
            self.gains[known] = scores[:, best[0]] - scores[:, best[1]]
        return told

    def asked(self, rows: Integers) -> Asked:
        """Return rows of the table as a question."""
        table = self.table
        return Asked(self.keys.of(rows), table.made[rows], table.promised[rows], table.features[rows], self.elapsing)


def folded(fold: Fold, end: int) -> tuple[list[Stretch], Floats, Integers]:
    """Fold a table to the day `end`; return the stretches with every row's distribution, all rows' facts,
    and how many outcomes of its counterparty were known of each.

    The last stretch is the one that `end` is in, whether or not anything was made in it.
    """
    stretches, facts, wanted = list[Stretch](), list[Floats](), 0.0
    parts, seen = list[Floats](), np.zeros(len(fold.table), dtype=np.int64)
    for day, start, stop in by_day(fold.table.made, end):
        fold.advance(day)
        if not stretches or fold.learnt >= wanted:
            if parts:
                stretches[-1].masses, parts = np.concatenate(parts), []
            stretches.append(fold.lay(day, start))
            wanted = max(FIRST, fold.learnt * GROWTH[fold.learnt >= MANY])
        if start < stop:
            seen[start:stop] = fold.firms.n[fold.keys.firm[start:stop]]
            masses, known = fold.forecast(np.arange(start, stop), day)
            parts.append(masses)
            facts.append(known)
            stretches[-1].last = stop
    if parts:
        stretches[-1].masses = np.concatenate(parts)
    fold.forget_scores()
    return stretches, np.concatenate(facts) if facts else np.zeros((0, 0)), seen
