"""What is usual for one side of one relationship, kept in constant space."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Final

MEMORY: Final = 40
"""How many of the latest values a habit is made of, in effect: habits change."""

DAY: Final = 86_400.0


@dataclass(slots=True)
class Habit:
    """A running mean and variance of logarithms, shrunk toward a prior worth three observations.

    `prior_mean` and `prior_deviation` are in natural logarithms of whatever is measured.
    """

    prior_mean: float
    prior_deviation: float
    count: int = 0
    mean: float = 0.0
    variance: float = 0.0

    def add(self, value: float) -> None:
        """Take in one positive value."""
        self.count += 1
        step = 1 / min(self.count, MEMORY)
        off = log(value) - self.mean
        self.mean += step * off
        self.variance = (1 - step) * (self.variance + step * off * off)

    def quantile(self, deviations: float) -> float:
        """Return the value so many standard deviations from the usual one, on the scale of the values."""
        seen = min(self.count, MEMORY)
        mean = (3 * self.prior_mean + seen * self.mean) / (3 + seen)
        drift = self.prior_mean - self.mean
        variance = (3 * self.prior_deviation**2 + seen * self.variance) / (3 + seen)
        variance += 3 * seen * drift * drift / (3 + seen) ** 2
        return exp(mean + deviations * sqrt(variance))

    def usual(self) -> float:
        """Return the middle value, on the scale of the values."""
        return self.quantile(0.0)


def reply_habit() -> Habit:
    """Return the habit of replying, in seconds: at first, a day, give or take a factor of three."""
    return Habit(log(DAY), log(3.0))


def length_habit() -> Habit:
    """Return the habit of writing, in own words a letter: at first, 45, give or take a factor of two."""
    return Habit(log(45.0), log(2.0))
