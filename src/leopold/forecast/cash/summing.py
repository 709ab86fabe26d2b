"""Expected cash by week and currency, with intervals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

import numpy as np

from leopold.forecast.cash.courses import Dependence, dependence, simulated
from leopold.forecast.cash.replaying import INTERVAL, Past, widened, widths
from leopold.forecast.cash.weeks import Due, Weeks, probabilities
from leopold.ledger.standing import Standing

DRAWS: Final = 400
"""Simulated courses of events."""


class Sum(NamedTuple):
    """What is expected to come, and between what it lies in four of five courses of events, or more."""

    expected: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Cash:
    """Of what is `open` in one currency, what is expected by week, and after those weeks or not within all that was
    ever seen: `later`. `mondays` are the first days of the weeks; of the first only what is left of it counts.
    `offered` is what else is open, but may have come already: payments that somebody has to confirm."""

    currency: str
    open: Decimal
    offered: Decimal
    mondays: tuple[date, ...]
    weeks: tuple[Sum, ...]
    later: Sum


def by_week(open_: Sequence[Standing], due: Due, past: Past, day: date, seed: int) -> tuple[Cash, ...]:
    """Return expected cash by currency of what is open on the evening of `day`, due as `due` says."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, each in enumerate(open_):
        rows[each.invoice.currency].append(row)
    if not rows:
        return ()
    together = dependence(past.engine)
    by = widths(past, day, together, seed)
    return tuple(
        _cash([open_[row] for row in rows[currency]], due.part(np.array(rows[currency])), day, together, by, seed)
        for currency in sorted(rows)
    )


def _cash(
    open_: Sequence[Standing], due: Due, day: date, together: Dependence, by: tuple[float, float], seed: int
) -> Cash:
    weeks, counted = Weeks.after(day), np.array([not each.offered for each in open_])
    chances = probabilities(due, weeks)[counted]
    sums = np.array([float(each.left) for each in open_])[counted]
    _, firms = np.unique([each.invoice.counterparty for each in open_], return_inverse=True)
    low, middle, high = np.quantile(
        simulated(chances, sums, firms[counted], together, seed, DRAWS), (INTERVAL[0], 0.5, INTERVAL[1]), axis=0
    )
    low, high = widened(middle, low, high, by)
    expected = sums @ chances
    # The mean of a few large sums may lie beyond four of five courses; a reader takes it for the middle.
    low, high = np.minimum(low, expected), np.maximum(np.minimum(high, sums.sum()), expected)
    found = [
        Sum(*(Decimal(f"{each:.2f}") for each in one))
        for one in zip(expected.tolist(), low.tolist(), high.tolist(), strict=True)
    ]
    mondays = tuple(weeks.monday(number) for number in range(weeks.many))
    whole, offered = (
        sum((each.left for each in open_ if each.offered == which), Decimal(0)) for which in (False, True)
    )
    return Cash(open_[0].invoice.currency, whole, offered, mondays, tuple(found[:-1]), found[-1])
