"""The probability that a conversation ends in open conflict, updated at each letter, and what it is made of.

    >>> from leopold.forecast.derailment import Course, advance, plain_turn, probability
    >>> course = advance(Course(), plain_turn("Could you look at this, please?", "theirs"))
    >>> 0 < probability(course) < 1
    True

A logistic model over the features of the course; data, figures and limits: docs/models/derailment.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, fsum
from typing import NamedTuple

from leopold.forecast.course import FEATURES, Course, advance, features
from leopold.forecast.turns import Turn, plain_turn, turn_of
from leopold.model import Letter

__all__ = [
    "Contribution",
    "Course",
    "Turn",
    "advance",
    "explain",
    "forecast_of",
    "log_odds",
    "plain_turn",
    "probability",
    "turn_of",
]

LIMIT = 12.0
"""Log-odds never lie beyond this, so that a probability is never quite 0 or 1."""


class Contribution(NamedTuple):
    """What one subject adds to the log-odds of derailment; `name` is "base", a channel, or of the exchange."""

    name: str
    value: float


class Weights(NamedTuple):
    """Trained weights: `base` for a conversation in which nobody has written, then `offset` once somebody has, and by
    subject the numbers of its features and the weight of each."""

    base: float
    offset: float
    subjects: tuple[tuple[str, tuple[tuple[int, float], ...]], ...]


@cache
def weights() -> Weights:
    """Return the trained weights of the package, read when first used."""
    return weights_of(json.loads((files("leopold.forecast") / "derailment.json").read_text(encoding="utf-8")))


def weights_of(data: Mapping[str, object]) -> Weights:
    """Return weights from their file: `base`, `offset` and `weights` by the name of the feature.

    Raises ValueError for a feature that this version does not know.
    """
    base, offset, named = data["base"], data["offset"], data["weights"]
    if not isinstance(base, float) or not isinstance(offset, float) or not isinstance(named, dict):
        raise ValueError("weights of derailment need a base, an offset and weights by name")
    place = {name: number for number, name in enumerate(FEATURES)}
    subjects: dict[str, list[tuple[int, float]]] = {}
    for name, weight in named.items():
        if name not in place:
            raise ValueError(f"weights of derailment name an unknown feature {name!r}")
        subjects.setdefault(name.partition(".")[0], []).append((place[name], float(weight)))
    return Weights(base, offset, tuple((name, tuple(pairs)) for name, pairs in subjects.items()))


@cache
def _columns() -> tuple[tuple[int, ...], tuple[float, ...], tuple[tuple[str, slice], ...]]:
    """Return the features that have a weight, their weights, and where in both each subject stands."""
    places, factors, spans = list[int](), list[float](), list[tuple[str, slice]]()
    for name, pairs in weights().subjects:
        spans.append((name, slice(len(places), len(places) + len(pairs))))
        places += [place for place, _ in pairs]
        factors += [factor for _, factor in pairs]
    return tuple(places), tuple(factors), tuple(spans)


def explain(course: Course) -> tuple[Contribution, ...]:
    """Return the contributions to the log-odds, "base" first; `math.fsum` of their values is `log_odds` exactly.

    Those of a channel are summed over its views.
    """
    known = weights()
    if not course.turns:
        return (Contribution("base", known.base),)
    places, factors, spans = _columns()
    values = features(course)
    products = [values[place] * factor for place, factor in zip(places, factors, strict=True)]
    found = [Contribution("base", known.base + known.offset)]
    for name, span in spans:
        if value := fsum(products[span]):
            found.append(Contribution(name, value))
    excess = fsum([one.value for one in found])
    if abs(excess) > LIMIT:
        found.append(Contribution("limit", (LIMIT if excess > 0 else -LIMIT) - excess))
    return tuple(found)


def log_odds(course: Course) -> float:
    """Return the log-odds that the conversation ends in open conflict."""
    return fsum([one.value for one in explain(course)])


def probability(course: Course) -> float:
    """Return the probability, above 0 and below 1, that the conversation ends in open conflict, known up to now."""
    return 1 / (1 + exp(-log_odds(course)))


def forecast_of(letters: Iterable[Letter]) -> float:
    """Return the probability after the last of the letters of one conversation, which may come in any order.

    Letters without a moment are left out; those of one moment are taken in the order of their ids.
    """
    dated = [(letter.message.at, letter.message.id, letter) for letter in letters if letter.message.at is not None]
    course = Course()
    for _, _, letter in sorted(dated, key=lambda each: each[:2]):
        course = advance(course, turn_of(letter))
    return probability(course)
