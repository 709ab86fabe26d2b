"""Leopold's own scenario file, TOML or JSON of one structure; `docs/scenarios.md` describes it.

Issues have options in words or a range of even steps, of money or of anything counted. Links between issues are written
as packages that are out of the question (`exclude`) or as "if A then B or C" (`imply`). Parties say what they must and
never have, give points to issues, and to options ratings 0..100 or one of five steps in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from pathlib import Path

from leopold.errors import SettlementError
from leopold.settlement.model import Choice, Exclusion, Party, Scenario
from leopold.settlement.scenarios.files import ISSUES, OPTIONS, Part, Place, json_of, shown, text_of, toml_of, within
from leopold.settlement.scenarios.topics import Topic, topic
from leopold.settlement.scenarios.wishes import preferences

KEYS = ("version", "issues", "parties", "exclude", "imply")


class Own:
    """Reads a scenario file."""

    name = "Leopold"

    def recognises(self, place: Place) -> bool:
        """Say whether it is a file: domains are folders. What is in it is seen when it is read."""
        return place.files is None

    def read(self, place: Place, profiles: Sequence[Path] | None, /) -> Scenario:
        """Return the scenario of the file, which holds its parties. Raises SettlementError."""
        with within(place.path):
            if profiles is not None:
                raise SettlementError("profiles_of_file")
            text = text_of(place.path)
            if text.lstrip().startswith("<"):
                raise SettlementError("domain_is_folder")
            if place.path.suffix.lower() == ".json" or text.lstrip().startswith("{"):
                return scenario(json_of(text))
            return scenario(toml_of(text))


def scenario(part: Part) -> Scenario:
    """Return the scenario that a file's values describe. Raises SettlementError."""
    if isinstance(part.value, dict) and not (part.has("issues") and part.has("parties")):
        raise SettlementError("scenario_unknown")
    part.only(KEYS)
    version = part.get("version")
    if version is not None and version.number() != 1:
        raise SettlementError("scenario_version", version=str(version.number()))
    tables = part["issues"].items()
    if not tables:
        raise SettlementError("no_issues")
    if len(tables) > ISSUES:
        raise SettlementError("too_many_issues", most=ISSUES)
    topics = {}
    for table in tables:
        one = topic(table)
        if one.issue.name in topics:
            raise SettlementError("issue_twice", name=one.issue.name)
        topics[one.issue.name] = one
    parties = tuple(_party(each, topics) for each in part["parties"].items())
    links = [*_excluded(part.get("exclude"), topics), *_implied(part.get("imply"), topics)]
    return Scenario(tuple(each.issue for each in topics.values()), parties, tuple(links))


def _party(part: Part, topics: dict[str, Topic]) -> Party:
    name = part["name"].text()
    return Party(name, preferences(Part(("parties", name), part.value), topics))


def _excluded(part: Part | None, topics: dict[str, Topic]) -> list[Exclusion]:
    """Return an exclusion for every package that an entry of `exclude` stands for."""
    found: list[Exclusion] = []
    for entry in part.items() if part else []:
        sides = _sides(entry, topics)
        if len(sides) < 2:
            raise SettlementError("link_of_one_issue", place=entry.place)
        found += [Exclusion(frozenset(choices)) for choices in _combined(entry, sides)]
        _bounded(entry, len(found))
    return found


def _implied(part: Part | None, topics: dict[str, Topic]) -> list[Exclusion]:
    """Return "if A then B or C" as exclusions: A with every other option of the issue of B and C."""
    found: list[Exclusion] = []
    for entry in part.items() if part else []:
        entry.only(("if", "then"))
        when, then = entry["if"], entry["then"]
        conditions, results = _sides(when, topics), _sides(then, topics)
        if not conditions or not results or when.table().keys() & then.table().keys():
            raise SettlementError("link_of_one_issue", place=entry.place)
        barred = [choice for side in results for choice in _others(side, topics)]
        combined = _combined(entry, conditions)
        _bounded(entry, len(found) + len(combined) * len(barred))
        found += [Exclusion(frozenset((*choices, other))) for choices in combined for other in barred]
    return found


def _sides(part: Part, topics: dict[str, Topic]) -> list[list[Choice]]:
    """Return for each issue that is named the choices that are named."""
    numbers = {name: number for number, name in enumerate(topics)}
    sides = []
    for name, choice in part.table().items():
        if name not in topics:
            raise SettlementError("no_such_issue", place=part.place, issue=shown(name), known=shown(", ".join(topics)))
        sides.append([(numbers[name], option) for option in topics[name].options(choice)])
    return sides


def _others(side: list[Choice], topics: dict[str, Topic]) -> list[Choice]:
    issue = side[0][0]
    count = len(list(topics.values())[issue].issue.options)
    return [(issue, option) for option in range(count) if (issue, option) not in side]


def _combined(entry: Part, sides: list[list[Choice]]) -> list[tuple[Choice, ...]]:
    _bounded(entry, prod(len(side) for side in sides))
    return list(product(*sides))


def _bounded(entry: Part, count: int) -> None:
    if count > OPTIONS:
        raise SettlementError("link_too_wide", place=entry.place, most=OPTIONS)
