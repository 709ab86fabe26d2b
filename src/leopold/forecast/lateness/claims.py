"""What may be said of one counterparty: what they promise, held against what they delivered before.

Nothing is said from fewer than 20 outcomes, nor where knowing the counterparty has not made past forecasts better.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Literal

import numpy as np

from leopold.forecast.lateness.items import Floats, Integers, Measure

LEAST = 20
"""Outcomes of a counterparty from which anything is said."""
CERTAIN = 3.0
"""How many standard errors better forecasts must have been, for having known the counterparty."""
_BLOCK = 30

Silence = Literal["", "few", "identities"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What to make of a counterparty's next promise.

    Four of five outcomes are expected between `low` and `high`: days late, or the factor actual / promised. `silent` is
    "" when that may be said; "few" where their `n` outcomes are under 20; "identities" where identities tell nothing
    in this ledger. Then `low` and `high` are those of everybody. `exact` is the share of outcomes that equal the
    promise: with self-reported work, much of it is the estimate written down again.
    """

    counterparty: str
    n: int
    low: float
    high: float
    exact: float
    measure: Measure
    silent: Silence

    def said(self, language: str) -> str:
        """Return one sentence in "ru" or English."""
        russian = language == "ru"
        if self.silent == "few":
            return f"Известно слишком мало: n = {self.n}." if russian else f"Too little is known yet: n = {self.n}."
        if self.silent:
            return (
                "В этих данных контрагент ничего не говорит о сроках."
                if russian
                else "In this ledger, who it is tells nothing of when."
            )
        if self.measure == "ratio":
            low, high = _number(self.low, 2, russian), _number(self.high, 2, russian)
            words = (
                "Сроки выходят в {}–{} раза от обещанных, n = {}."
                if russian
                else "Actual is {}–{} times what they promise, n = {}."
            )
        else:
            low, high = _number(self.low, 0, russian), _number(self.high, 0, russian)
            words = "От срока: от {} до {} дн., n = {}." if russian else "From the date: {} to {} days, n = {}."
        return words.format(low, high, self.n)


def expectation(
    name: str, outcomes: Floats, interval: tuple[float, float], measure: Measure, telling: bool
) -> Expectation:
    """Return what may be said of a counterparty with these outcomes, for whom an interval of the outcome is
    forecast."""
    low, high = interval
    if measure == "ratio":
        low, high = exp(low), exp(high)
    silent: Silence = "few" if len(outcomes) < LEAST else "" if telling else "identities"
    exact = float((outcomes == 0).mean()) if len(outcomes) else 0.0
    return Expectation(name, len(outcomes), low, high, exact, measure, silent)


def telling(gains: Floats, firm: Integers, made: Integers) -> bool:
    """Return whether forecasts that knew the counterparty (n,) were surely better than those that did not.

    `gains` are differences of their scores, item by item. Items of one counterparty count as one where there are 20
    counterparties or more, else those of one month do, since neighbours err together. With a single counterparty there
    is nobody to confuse it with.
    """
    if len(np.unique(firm)) == 1:
        return True
    judged = np.isfinite(gains)
    groups = firm if len(np.unique(firm[judged])) >= LEAST else made // _BLOCK
    _, inverse = np.unique(groups[judged], return_inverse=True)
    sums = np.bincount(inverse, gains[judged])
    error = float(np.sqrt((sums**2).sum()))
    return bool(len(sums) >= 2 and sums.sum() > CERTAIN * error and error > 0)


def _number(value: float, digits: int, russian: bool) -> str:
    text = f"{value:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if russian else text
