"""Genius XML: a `negotiation_template` with the issues, and a `utility_space` for every party.

Additive spaces only: U = sum of (weight / sum of weights) × e. For a discrete issue e is the evaluation divided by the
largest of that issue; for an integer issue it is offset + slope × (x - lowerbound), held within 0..1 (Genius' Java
sources, Delft; Lin et al. 2014, Computational Intelligence 30(1)). A reservation that is absent is 0; discounts are
about time and play no part here. Issues and weights are joined by `index`, which may begin anywhere; they may stand
under an objective or, in old files, right under the root.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from leopold.errors import SettlementError
from leopold.settlement.model import PARTIES, Issue, Scenario
from leopold.settlement.scenarios.domains import Profile, assembled, chosen, issue
from leopold.settlement.scenarios.elements import Element, root_of, root_tag
from leopold.settlement.scenarios.files import OPTIONS, Place, number_of, within

TEMPLATE, SPACE = "negotiation_template", "utility_space"
_WHOLE = re.compile(r"[+-]?\d{1,12}", re.ASCII)


class Genius:
    """Reads a folder of Genius files."""

    name = "Genius XML"

    def recognises(self, place: Place) -> bool:
        """Say whether a file of the folder is a template or a utility space."""
        tags, broken = _tags(place)
        if broken and not tags:
            raise broken
        return bool(tags)

    def read(self, place: Place, profiles: Sequence[Path] | None, /) -> Scenario:
        """Return the scenario of the folder. Raises SettlementError."""
        tags, broken = _tags(place)
        spaces = [file for file, tag in tags.items() if tag == SPACE]
        if broken and profiles is None and len(spaces) not in PARTIES:
            raise broken
        taken = chosen(place, profiles, spaces)
        templates = [file for file, tag in tags.items() if tag == TEMPLATE]
        if len(templates) > 1:
            raise SettlementError("several_domains", first=templates[0].name, second=templates[1].name)
        of = templates[0] if templates else taken[0]
        with within(of):
            issues = [_issue(element) for element in _holder(root_of(of)).named("issue")]
        found = assembled(issues, taken, _profile)
        if broken and profiles is None:
            raise broken
        return found


def _tags(place: Place) -> tuple[dict[Path, str], SettlementError | None]:
    """Return the files of the format with their first tags, and what is wrong with the first file that has none.

    Published folders hold tables called XML that are not: what is wrong with a domain itself is said before them.
    """
    tags: dict[Path, str] = {}
    broken: SettlementError | None = None
    for file in place.ending(".xml"):
        try:
            with within(file):
                tags[file] = root_tag(file)
        except SettlementError as error:
            broken = broken or error
    return {file: tag for file, tag in tags.items() if tag in (TEMPLATE, SPACE)}, broken


def _holder(root: Element) -> Element:
    """Return the element that issues and weights stand under. Refuses spaces that are not additive."""
    spaces = root.named(SPACE) if root.tag == TEMPLATE else [root] if root.tag == SPACE else []
    if not spaces:
        raise SettlementError("no_utility_space")
    space = spaces[0]
    nonlinear = any(element.tag in ("utility", "ufun", "hyperRectangle") for element in space.inside())
    if nonlinear or space.get("type") not in (None, "", "linear", "additive"):
        raise SettlementError("not_additive")
    objectives = space.named("objective")
    if len(objectives) > 1 or any(objective.named("objective") for objective in objectives):
        raise SettlementError("objectives_in_objectives", line=objectives[-1].line)
    return objectives[0] if objectives else space


def _name(element: Element) -> str:
    name = element.get("name")
    if not name:
        raise SettlementError("attribute_missing", line=element.line, name="name")
    return name


def _kind(element: Element) -> str:
    """Return discrete or integer. Refuses issues with endless values."""
    kinds = {element.get(name) for name in ("vtype", "etype", "type")} - {None, ""}
    if kinds & {"real", "price"} or (not kinds and not element.named("item")):
        raise SettlementError("real_issue", issue=_name(element))
    if len(kinds) > 1 or kinds - {"discrete", "integer"}:
        raise SettlementError("issue_type_unknown", issue=_name(element), line=element.line)
    return "integer" if kinds == {"integer"} else "discrete"


def _issue(element: Element) -> Issue:
    name = _name(element)
    if _kind(element) == "integer":
        return issue(name, [str(number) for number in _bounds(element)])
    return issue(name, [_value(item) for item in element.named("item")])


def _value(item: Element) -> str:
    value = item.get("value")
    if not value:
        raise SettlementError("attribute_missing", line=item.line, name="value")
    return value


def _bounds(element: Element) -> range:
    """Return the whole numbers of an integer issue: the bounds stand on the issue or on a `range` in it."""
    ranges = element.named("range")
    at = ranges[0] if ranges else element
    found = [at.get(name) or "" for name in ("lowerbound", "upperbound")]
    if not all(_WHOLE.fullmatch(bound) for bound in found) or int(found[0]) > int(found[1]):
        raise SettlementError("integer_bounds", issue=_name(element), line=at.line)
    if int(found[1]) - int(found[0]) >= OPTIONS:
        raise SettlementError("too_many_options", issue=_name(element), most=OPTIONS)
    return range(int(found[0]), int(found[1]) + 1)


def _profile(path: Path, _: Sequence[Issue]) -> Profile:
    root = root_of(path)
    if root.tag != SPACE:
        raise SettlementError("no_utility_space")
    holder = _holder(root)
    names: dict[str, str] = {}
    ratings: dict[str, dict[str, float]] = {}
    for element in holder.named("issue"):
        name, index = _name(element), element.get("index")
        if index is None:
            raise SettlementError("attribute_missing", line=element.line, name="index")
        if index in names or name in ratings:
            raise SettlementError("element_twice", name=name, line=element.line)
        names[index] = name
        ratings[name] = _whole_numbers(element) if _kind(element) == "integer" else _evaluations(element)
    return Profile(_weights(holder, names), ratings, _reservation(root))


def _weights(holder: Element, names: dict[str, str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for element in holder.named("weight"):
        index = element.get("index") or ""
        if index not in names:
            raise SettlementError("weight_of_nothing", line=element.line, index=index)
        if names[index] in weights:
            raise SettlementError("element_twice", name=names[index], line=element.line)
        weights[names[index]] = _number(element, "value")
    return weights


def _evaluations(element: Element) -> dict[str, float]:
    found: dict[str, float] = {}
    for item in element.named("item"):
        value = _value(item)
        if value in found:
            raise SettlementError("element_twice", name=value, line=item.line)
        found[value] = _number(item, "evaluation")
        if found[value] < 0:
            raise SettlementError("evaluation_negative", issue=_name(element), option=value, line=item.line)
    largest = max(found.values(), default=0.0)
    return {value: evaluation / largest if largest else 0.0 for value, evaluation in found.items()}


def _whole_numbers(element: Element) -> dict[str, float]:
    evaluators = element.named("evaluator")
    linear = [each for each in evaluators if each.get("ftype") in (None, "", "linear")]
    if not linear or any(linear[0].get(name) is None for name in ("offset", "slope")):
        raise SettlementError("evaluator_unknown", issue=_name(element), line=element.line)
    offset, slope = (_number(linear[0], name) for name in ("offset", "slope"))
    steps = enumerate(_bounds(element))
    return {str(number): min(1.0, max(0.0, offset + slope * step)) for step, number in steps}


def _reservation(root: Element) -> float:
    found = root.named("reservation")
    return _number(found[0], "value") if found else 0.0


def _number(element: Element, name: str) -> float:
    text = element.get(name)
    if text is None:
        raise SettlementError("attribute_missing", line=element.line, name=name)
    number = number_of(text)
    if number is None:
        raise SettlementError("attribute_no_number", line=element.line, name=name, text=text[:40])
    return number
