"""What a party of a scenario file wants: must-haves, points, ratings and the veto line, to preferences of the model."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from leopold.errors import SettlementError
from leopold.settlement.model import Preferences
from leopold.settlement.scenarios.files import Part, shown
from leopold.settlement.scenarios.topics import Topic

KEYS = ("name", "points", "ratings", "must", "never", "veto")
STEPS: Mapping[str, int] = {
    "worst": 0,
    "poor": 25,
    "fair": 50,
    "good": 75,
    "best": 100,
    "хуже всего": 0,
    "плохо": 25,
    "средне": 50,
    "хорошо": 75,
    "лучше всего": 100,
}
"""Ratings in words, in English and in Russian."""
FULL = 100
LARGEST_POINTS = 1_000_000


def preferences(part: Part, topics: Mapping[str, Topic]) -> Preferences:
    """Return what a party wants. Raises SettlementError."""
    part.only(KEYS)
    points = _points(part["points"], topics)
    allowed = tuple(_allowed(part, name, topic) for name, topic in topics.items())
    for key in ("ratings", "must", "never"):
        _known(part.get(key), topics)
    ratings = tuple(
        _ratings(part, topic, kept, bool(share))
        for topic, kept, share in zip(topics.values(), allowed, points, strict=True)
    )
    wanted = Preferences(points, ratings, allowed)
    return Preferences(points, ratings, allowed, _veto(part.get("veto"), topics, wanted))


def _known(part: Part | None, topics: Mapping[str, Topic]) -> None:
    for name in part.table() if part else ():
        if part and name not in topics:
            raise SettlementError("no_such_issue", place=part.place, issue=shown(name), known=shown(", ".join(topics)))


def _points(part: Part, topics: Mapping[str, Topic]) -> tuple[float, ...]:
    _known(part, topics)
    points = tuple(part[name].between(0, LARGEST_POINTS) for name in topics)
    if sum(points) <= 0:
        raise SettlementError("points_of_nothing", place=part.place)
    return points


def _allowed(part: Part, name: str, topic: Topic) -> frozenset[int] | None:
    """Return the options that `must` and `never` leave; None where neither names the issue."""
    named = {key: part[key][name] for key in ("must", "never") if part.has(key) and part[key].has(name)}
    if not named:
        return None
    kept = set(topic.options(named["must"]) if "must" in named else range(len(topic.issue.options)))
    kept -= set(topic.options(named["never"]) if "never" in named else ())
    if not kept:
        raise SettlementError("nothing_left", place=part.place, issue=name)
    return frozenset(kept)


def _ratings(part: Part, topic: Topic, allowed: frozenset[int] | None, counts: bool) -> tuple[float, ...]:
    """Return a rating 0..1 for every option; one that is ruled out, or an issue without points, needs none."""
    name, options = topic.issue.name, topic.issue.options
    table = part.get("ratings")
    given = table.get(name) if table else None
    if given is None:
        if counts:
            raise SettlementError("ratings_missing", place=part.place, issue=name)
        return (0.0,) * len(options)
    if topic.numbers:
        return _between(given, topic)
    found = {topic.option(given, named): _rating(rating) for named, rating in given.table().items()}
    for option, words in enumerate(options):
        if option not in found and counts and (allowed is None or option in allowed):
            raise SettlementError("rating_missing", place=given.place, option=words)
    return tuple(found.get(option, 0.0) for option in range(len(options)))


def _between(part: Part, topic: Topic) -> tuple[float, ...]:
    """Return the ratings of a range: of its ends, and of numbers between where named, joined by straight lines."""
    ends = {"from": 0, "to": len(topic.numbers) - 1}
    found: dict[int, float] = {}
    for named, rating in part.table().items():
        option = ends[named] if named in ends else topic.option(part, named)
        if option in found and _rating(rating) != found[option]:
            raise SettlementError("rated_twice", place=part.place, option=topic.issue.options[option])
        found[option] = _rating(rating)
    for end in ends.values():
        if end not in found:
            raise SettlementError("rating_missing", place=part.place, option=topic.issue.options[end])
    ratings = [found[0]] * len(topic.numbers)
    for low, high in pairwise(sorted(found)):
        for option in range(low, high + 1):
            along = (option - low) / (high - low)
            ratings[option] = found[low] * (1 - along) + found[high] * along
    return tuple(min(1.0, max(0.0, rating)) for rating in ratings)


def _rating(part: Part) -> float:
    if isinstance(part.value, str):
        word = part.value.strip().lower()
        if word not in STEPS:
            raise SettlementError("step_unknown", place=part.place, word=shown(word), known=", ".join(STEPS))
        return STEPS[word] / FULL
    part.between(0, FULL)
    return float(part.number() / Decimal(FULL))


def _veto(part: Part | None, topics: Mapping[str, Topic], wanted: Preferences) -> float:
    """Return the satisfaction below which nothing is signed: a number, or what the worst package is worth."""
    if part is None:
        return 0.0
    if not isinstance(part.value, dict):
        part.between(0, FULL)
        return float(part.number() / Decimal(FULL))
    _known(part, topics)
    package = [topic.option(part.at(name, part[name].value), part[name].value) for name, topic in topics.items()]
    return min(1.0, wanted.worth(package))
