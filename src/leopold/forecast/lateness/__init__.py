"""Lateness: how late payments and promises will be, from what was promised and delivered before.

`Lateness().fit(items, as_of)` learns from `Item`s, `predict(items)` gives `Forecasts`: for each item the probability
of being late, an honest 80 % interval and every quantile; `expectation(counterparty)` what to make of their next
promise. How and how well: docs/models/lateness.md.
"""

from leopold.errors import LatenessError
from leopold.forecast.lateness.claims import Expectation
from leopold.forecast.lateness.engine import Forecasts, Lateness
from leopold.forecast.lateness.items import Item

__all__ = ["Expectation", "Forecasts", "Item", "Lateness", "LatenessError"]
