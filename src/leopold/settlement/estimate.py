"""What a party's values may truly be, given what it said and which packages it said it would rather sign.

Points, and the odds of ratings between the worst and the best option, are stated with log-normal error. How large it
is is uncertain too, so answers that contradict what was stated widen it. An answer is right but for a slip, the more
surely the more the packages differ. Draws around what was stated are weighed by the answers (importance sampling),
seeded: the same answers give the same estimate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from leopold.settlement.elicitation import Package, Stated, veto_line
from leopold.settlement.frontier import Rows
from leopold.settlement.model import Preferences
from leopold.settlement.problem import Numbers

ERROR = 0.2
"""The usual standard deviation of the logarithm of stated points; twice that for the log odds of a rating."""
SPREAD = 0.5
"""How uncertain the logarithm of that error is."""
BENT = 0.3
"""How far, in log odds, values of amounts usually lie off a straight line."""
SLIP = 0.02
"""The share of answers that are not meant."""
BLUR = 0.01
"""Packages that differ in satisfaction by about this are hard to tell apart."""
SAME = 0.04
"""Packages that differ by more than about this are not called the same."""
DRAWS = 2048
_EDGE = 0.02

Preferred = Literal["first", "second", "same"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Which of two packages a party would rather sign."""

    first: Package
    second: Package
    preferred: Preferred


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a party's values may be.

    values   what each option adds to its satisfaction, draws × all options of all issues
    weights  how likely each draw is; the sum is 1
    """

    stated: Stated
    answers: tuple[Answer, ...]
    values: Numbers
    weights: Numbers

    def worths(self, packages: Sequence[Sequence[int]]) -> Numbers:
        """Return the satisfaction with each package in each draw, draws × packages, 0..1."""
        return self.values @ chosen(self.stated, packages).T

    def preferences(self) -> Preferences:
        """Return the mean of the draws as preferences; the veto line is the worth of the same package as before."""
        mean = self.weights @ self.values
        options = [
            mean[start : start + len(own)] for start, own in zip(starts(self.stated), self.stated.ratings, strict=True)
        ]
        points = tuple(float(own.max()) for own in options)
        ratings = tuple(tuple(float(value) for value in own / (own.max() or 1.0)) for own in options)
        preferences = Preferences(points, ratings, self.stated.allowed)
        if self.stated.veto is None:
            return preferences
        return replace(preferences, veto=veto_line(preferences, self.stated.veto))

    def error(self, package: Sequence[int], other: Sequence[int]) -> float:
        """Return the standard deviation of the difference in satisfaction between two packages, 0..1."""
        first, second = self.worths([package, other]).T
        mean = self.weights @ (first - second)
        return float(np.sqrt(self.weights @ (first - second - mean) ** 2))

    def sample(self, count: int) -> Numbers:
        """Return so many draws of equal weight, drawn at even distances; a heavy one comes more than once."""
        places = np.searchsorted(np.cumsum(self.weights), (np.arange(count) + 0.5) / count)
        return self.values[np.minimum(places, len(self.weights) - 1)]

    def unexplained(self) -> tuple[Answer, ...]:
        """Return the answers that the estimate contradicts all the same, since the other answers speak against them."""
        return tuple(answer for answer in self.answers if contradicts(self.preferences(), answer))


def estimate(
    stated: Stated, answers: Sequence[Answer] = (), error: float = ERROR, draws: int = DRAWS, seed: int = 0
) -> Estimate:
    """Return draws of a party's values, given what it stated and answered.

    `error` is the standard deviation of the logarithm of stated points. Raises SettlementError for a package it barred.
    """
    for answer in answers:
        stated.check_package(answer.first)
        stated.check_package(answer.second)
    model = _Model(stated, answers, error)
    random = np.random.default_rng(seed)
    half = random.standard_normal((draws // 2, model.size))
    # Each draw beside its mirror image: without answers, points are then on average those stated.
    values = model.values(np.vstack([half, -half]))
    likelihood = model.likelihood(values)
    weights = np.exp(likelihood - likelihood.max())
    return Estimate(stated, tuple(answers), values, weights / weights.sum())


def contradicts(preferences: Preferences, answer: Answer, margin: float = 1e-9) -> bool:
    """Tell whether preferences say otherwise than an answer; of those called the same, if they differ noticeably."""
    difference = preferences.worth(answer.first) - preferences.worth(answer.second)
    if answer.preferred == "same":
        return abs(difference) > SAME
    return difference * (1 if answer.preferred == "first" else -1) < -margin


def starts(stated: Stated) -> list[int]:
    """Return where the options of each issue start when all stand in one row."""
    return [0, *np.cumsum([len(own) for own in stated.ratings])[:-1].tolist()]


def chosen(stated: Stated, packages: Sequence[Sequence[int]] | Rows) -> Numbers:
    """Return packages × all options: 1 where a package has that option."""
    rows = np.zeros((len(packages), sum(len(own) for own in stated.ratings)))
    places = np.asarray(packages, dtype=np.int64) + np.array(starts(stated))
    np.put_along_axis(rows, places, 1.0, axis=1)
    return rows


def answer_chances(differences: Numbers) -> Numbers:
    """Return the probability that the first of two packages is preferred, by the difference in satisfaction."""
    return SLIP + (1 - 2 * SLIP) / (1 + np.exp(-np.clip(differences / BLUR, -50, 50)))


class _Model:
    """From standard normal numbers to values of options, and the log-likelihood of the answers."""

    def __init__(self, stated: Stated, answers: Sequence[Answer], error: float) -> None:
        self._error = error
        self._counts = [len(own) for own in stated.ratings]
        points = np.array(stated.points, dtype=float)
        active = np.array([any(own) for own in stated.ratings])
        self._points = np.where(active, np.log(np.maximum(points, 0.5)), -np.inf)
        ratings = np.concatenate([np.array(own) for own in stated.ratings])
        self._ratings = ratings
        self._inner = np.flatnonzero(_between(stated))
        self._odds, self._presumed = _odds(ratings[self._inner]), _odds(_straight(stated)[self._inner])
        self.size = 1 + len(points) + len(self._inner)
        self._contrast = np.zeros((0, len(ratings)))
        if answers:
            pairs = [chosen(stated, [answer.first, answer.second]) for answer in answers]
            self._contrast = np.array([first - second for first, second in pairs])
        self._sign = np.array([{"first": 1.0, "second": -1.0, "same": 0.0}[answer.preferred] for answer in answers])

    def values(self, state: Numbers) -> Numbers:
        """Return draws × options: what each adds to satisfaction."""
        issues = len(self._counts)
        error = self._error * np.exp(SPREAD * state[:, :1])
        weights = np.exp(self._points + error * state[:, 1 : 1 + issues])
        weights /= weights.sum(axis=1, keepdims=True)
        ratings = np.tile(self._ratings, (len(state), 1))
        ratings[:, self._inner] = self._rated(2 * error, state[:, 1 + issues :])
        values: Numbers = ratings * np.repeat(weights, self._counts, axis=1)
        return values

    def _rated(self, error: Numbers, state: Numbers) -> Numbers:
        """Return inner ratings: around what was stated and, of amounts, the straight line, each by its precision."""
        trust = np.where(np.isnan(self._presumed), 1.0, BENT**2 / (BENT**2 + error**2))
        odds = trust * self._odds + (1 - trust) * np.nan_to_num(self._presumed)
        ratings: Numbers = 1 / (1 + np.exp(-(odds + np.sqrt(trust) * error * state)))
        return ratings

    def likelihood(self, values: Numbers) -> Numbers:
        """Return the log-likelihood of all answers for each draw."""
        differences = values @ self._contrast.T
        told = np.log(answer_chances(differences * self._sign))
        same = np.log(SLIP + (1 - SLIP) * np.exp(-0.5 * (differences / (SAME / 2)) ** 2))
        likelihood: Numbers = np.where(self._sign == 0, same, told).sum(axis=1)
        return likelihood


def _odds(ratings: Numbers) -> Numbers:
    inner = np.clip(ratings, _EDGE, 1 - _EDGE)
    return np.log(inner / (1 - inner))


def _straight(stated: Stated) -> Numbers:
    """Return for each option of an issue of amounts its rating on the line from worst to best, else not a number."""
    rows = []
    for issue, ratings in enumerate(stated.ratings):
        own = np.full(len(ratings), np.nan)
        options = stated.options(issue)
        if issue in stated.amounts and {ratings[options[0]], ratings[options[-1]]} == {0.0, 1.0}:
            own[list(options)] = np.interp(
                options, (options[0], options[-1]), (ratings[options[0]], ratings[options[-1]])
            )
        rows.append(own)
    return np.concatenate(rows)


def _between(stated: Stated) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell of every option whether its rating may be off: allowed, and neither the best nor the worst of its issue."""
    free = []
    for issue, ratings in enumerate(stated.ratings):
        options = stated.options(issue)
        fixed = set(range(len(ratings))) - set(options)
        if any(ratings):
            fixed |= {max(options, key=ratings.__getitem__), min(options, key=ratings.__getitem__)}
        else:
            fixed = set(range(len(ratings)))
        free += [option not in fixed for option in range(len(ratings))]
    return np.array(free)
