"""Promises: how likely each open one is kept in time, when it will be, and what a partner's dates are worth.

A promise here is what its ledger knows of it, wherever it came from: a letter, a contract, a round table. Promises of
both sides are learnt from together; who promised is the group that forecasts are shrunk toward, "" for our side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from statistics import median
from typing import Final, Literal

import numpy as np

from leopold.forecast.lateness import Expectation, Item, Lateness
from leopold.forecast.lateness.folding import FIRST
from leopold.forecast.lateness.items import Floats, Measure

PledgeState = Literal["open", "kept", "late", "broken", "cancelled", "renegotiated"]

OURS: Final = ""
"""Who promised, for the promises of our side."""
LEAST_SETTLED: Final = FIRST
"""Promises of everybody that must have come to an end before anything is forecast."""
LONG: Final = 21
"""Days: where promises are given for so long, or longer, in the middle, their slips are told as a factor."""
REACH: Final = timedelta(days=36_525)
"""How far from today a promise may have been made or be due to be learnt from: beyond lie slips of the pen."""
UNTOLD: Final = timedelta(days=14)
"""So long after its day a promise of which nothing was told says nothing: it was kept, or forgotten by both."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise with a day, and what became of it: `changes` are days and states, oldest first.

    `successor` is the identity of the promise that took its place, where it was renegotiated; its end is this one's.
    """

    identity: str
    promiser: str
    made: date
    due: date
    changes: tuple[tuple[date, PledgeState], ...] = ()
    successor: str = ""

    def state(self, day: date) -> tuple[date, PledgeState]:
        """Return what was known of it on the evening of `day`, and since when."""
        known = [change for change in self.changes if change[0] <= day]
        return known[-1] if known else (self.made, "open")


@dataclass(frozen=True, slots=True)
class PledgeForecast:
    """What is expected of one open promise: as of an invoice, see `leopold.forecast.receivables.InvoiceForecast`."""

    pledge: Pledge
    late: float | None
    expected: date | None
    low: date | None
    high: date | None
    n: int


@dataclass(frozen=True, slots=True)
class Check:
    """What a side's dates were worth before, held against one that it promises now.

    Where `expectation` is not silent, four of five such promises are kept from `low` to `high`.
    """

    expectation: Expectation
    low: date | None
    high: date | None


class Promises:
    """What was learnt from promises by the evening of `day`; what happened later is not looked at.

    The order in which promises are given changes nothing.
    """

    def __init__(self, pledges: Iterable[Pledge], day: date) -> None:
        """Learn from promises within `REACH` of the day. Raises LatenessError for an identity that stands twice."""
        self.day = day
        near = (each for each in pledges if each.made <= day and max(day - each.made, abs(each.due - day)) <= REACH)
        self._pledges = sorted(near, key=lambda each: each.identity)
        self._by_identity = {each.identity: each for each in self._pledges}
        self._engines: dict[Measure, Lateness] = {}

    def forecasts(self) -> tuple[PledgeForecast, ...]:
        """Return what is expected of each open promise, in order of identity."""
        open_ = [each for each in self._pledges if each.state(self.day)[1] in ("open", "broken")]
        engine = self._engine(measure_of(self._pledges))
        told = engine.predict([self._asked(each, engine.measure) for each in open_])
        known = told.known.tolist()
        overdue = [each.due <= self.day for each in open_]
        if engine.settled_ < LEAST_SETTLED:
            unknown = zip(open_, overdue, known, strict=True)
            return tuple(PledgeForecast(each, 1.0 if over else None, None, None, None, n) for each, over, n in unknown)
        late = [1.0 if over else value for over, value in zip(overdue, told.late.tolist(), strict=True)]
        days = [self._days(open_, engine, each) for each in (told.quantile(0.5), told.low, told.high)]
        return tuple(PledgeForecast(*one) for one in zip(open_, late, *days, known, strict=True))

    def check(self, promiser: str, due: date | None = None, made: date | None = None) -> Check:
        """Return what the dates of `promiser` were worth, for a promise `made` (today) that is `due` then."""
        theirs = [each for each in self._pledges if each.promiser == promiser]
        engine = self._engine(measure_of(theirs or self._pledges))
        found = engine.expectation(promiser)
        return check_of(found, made or self.day, due) if due is not None else Check(found, None, None)

    def _engine(self, measure: Measure) -> Lateness:
        if measure not in self._engines:
            items = (self._item(each, measure) for each in self._pledges)
            engine = Lateness(measure).fit((each for each in items if each), self.day + timedelta(days=1))
            self._engines[measure] = engine
        return self._engines[measure]

    def _item(self, pledge: Pledge, measure: Measure) -> Item | None:
        """What is learnt of a promise; None where it says nothing."""
        end = self._end(pledge)
        if end is None and pledge.state(self.day)[1] not in ("open", "broken", "renegotiated"):
            return None
        if end is None and pledge.state(self.day)[1] != "broken" and pledge.due + UNTOLD < self.day:
            return None
        if end is None:
            return self._asked(pledge, measure)
        known, done = end
        actual = _length(pledge.made, done, measure)
        promised = _length(pledge.made, pledge.due, measure)
        return Item(pledge.identity, pledge.promiser, pledge.made, promised, "", max(known, pledge.made), actual)

    def _end(self, pledge: Pledge) -> tuple[date, date] | None:
        """When it was known to be done, and when it was done; None while it is not, or where nobody knows."""
        seen, last = {pledge.identity}, pledge
        while last.state(self.day)[1] == "renegotiated" and last.successor in self._by_identity:
            last = self._by_identity[last.successor]
            if last.identity in seen:
                return None
            seen.add(last.identity)
        on, state = last.state(self.day)
        if state == "kept":
            # Kept is said of what was done in time, whenever it was said.
            return on, min(on, last.due)
        return (on, max(on, last.due + timedelta(days=1))) if state == "late" else None

    def _asked(self, pledge: Pledge, measure: Measure) -> Item:
        promised = _length(pledge.made, pledge.due, measure)
        return Item(pledge.identity, pledge.promiser, pledge.made, promised)

    def _days(self, open_: Sequence[Pledge], engine: Lateness, outcome: Floats) -> list[date | None]:
        seen = engine.columns_.outcome
        most = float(seen[np.isfinite(seen)].max())
        found = []
        for each, value in zip(open_, outcome.tolist(), strict=True):
            at = _on(each.made, each.due, value if engine.measure == "days" else exp(value), engine.measure)
            found.append(at if value <= most and at is not None and at > self.day else None)
        return found


def check_of(expectation: Expectation, made: date, due: date) -> Check:
    """Return what is expected of a side, held against a promise that it made on `made` for the day `due`."""
    if expectation.silent:
        return Check(expectation, None, None)
    low, high = (_on(made, due, each, expectation.measure) for each in (expectation.low, expectation.high))
    return Check(expectation, low, high)


def measure_of(pledges: Sequence[Pledge]) -> Measure:
    """Return how slips of promises are best told: in days, or as a factor where promises are long."""
    lengths = [(each.due - each.made).days for each in pledges]
    return "ratio" if lengths and median(lengths) >= LONG else "days"


def _length(made: date, at: date, measure: Measure) -> float:
    days = float((at - made).days)
    # A factor needs lengths above nought: what is promised for the same day counts as promised for one.
    return max(days, 1.0) if measure == "ratio" else days


def _on(made: date, due: date, value: float, measure: Measure) -> date | None:
    late = value if measure == "days" else (value - 1) * _length(made, due, measure)
    at = due.toordinal() + round(late)
    return date.fromordinal(at) if 1 <= at <= date.max.toordinal() else None
