"""Private answers as a page asks for them, and as they are kept and read by the engine.

Asked for: what could never be signed, an order of the issues by swing, points whose sum is 100, a step in words for
each option, and the line below which nothing is signed. Kept beside what `engine.check` wants: "order", "steps",
"ranges", "by_hand" (whether the points were set, rather than filled in from the order) and "why", a note for oneself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.http import QueryDict

from leopold.settlement.model import Preferences
from leopold_web.round_tables import engine
from leopold_web.round_tables.models import RoundTable, TableIssue, TableOption
from leopold_web.round_tables.refusals import RefusedError

Rows = list[tuple[TableIssue, list[TableOption]]]
FULL: Final = 100
STEPS: Final = (100, 75, 50, 25, 0)
"""What the five steps in words stand for."""
LONGEST_NOTE: Final = 2000


def rows_of(table: RoundTable) -> Rows:
    """Return the issues that count and, of each, the options that count."""
    issues = {issue.pk: issue for issue in table.issues.prefetch_related("options")}
    found = []
    for issue, options in engine.domain_of(table):
        known = {option.pk: option for option in issues[issue].options.all()}
        found.append((issues[issue], [known[option] for option in options]))
    return found


def read(rows: Rows, data: QueryDict, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that a page sent, as they are kept; what was left out of the steps is missing in them."""
    order = moved(order_of(rows, kept), data.get("move", ""))
    before = points_of(rows, kept)
    given = {issue: _whole(data.get(f"points-{issue}"), before[issue]) for issue in before}
    by_hand = (bool(kept.get("by_hand")) or given != before) and "refill" not in data
    points = balanced(given, before) if by_hand else by_order(order)
    words = {str(step): step for step in STEPS}
    steps = {
        str(option.pk): words[said]
        for _issue, options in rows
        for option in options
        if (said := data.get(f"step-{option.pk}") or "") in words
    }
    ranges = {str(issue.pk): _range(issue, data) for issue, _options in rows if issue.is_range}
    chosen = {number for number in data.getlist("never") if number.isdecimal()}
    barred = [option.pk for _, options in rows for option in options if str(option.pk) in chosen]
    ratings: dict[str, float] = {}
    never: list[int] = []
    for issue, options in rows:
        if issue.is_range:
            rated, out = rated_range(options, ranges[str(issue.pk)])
        else:
            out = [option.pk for option in options if option.pk in barred]
            rated = rated_steps({option.pk: steps.get(str(option.pk)) for option in options}, out)
        ratings |= {str(option): rating for option, rating in rated.items()}
        never += out
    return {
        "points": {str(issue): number for issue, number in points.items()},
        "ratings": ratings,
        "never": never,
        "line": _whole(data.get("line"), 0),
        "order": order,
        "steps": steps,
        "ranges": ranges,
        "by_hand": by_hand,
        "why": data.get("why", "").strip()[:LONGEST_NOTE],
    }


def order_of(rows: Rows, kept: Mapping[str, Any]) -> list[int]:
    """Return the issues in the order that was given, those that are new last."""
    known = [issue.pk for issue, _ in rows]
    given = [issue for issue in kept.get("order", []) if issue in known]
    return given + [issue for issue in known if issue not in given]


def moved(order: Sequence[int], move: str) -> list[int]:
    """Return an order after a `move` such as ``12:up``; unchanged after any other word."""
    issue, _, way = move.partition(":")
    found = list(order)
    if not issue.isdecimal() or int(issue) not in found or way not in ("up", "down"):
        return found
    here = found.index(int(issue))
    there = min(max(here + (-1 if way == "up" else 1), 0), len(found) - 1)
    found[here], found[there] = found[there], found[here]
    return found


def by_order(order: Sequence[int]) -> dict[int, int]:
    """Return points whose sum is 100 by rank-sum weights: of n issues the first weighs n, the last 1."""
    size = len(order)
    return shared({issue: size - place for place, issue in enumerate(order)}, FULL)


def shared(weights: Mapping[int, int], total: int) -> dict[int, int]:
    """Return whole numbers that add up to `total`, as `weights` stand to each other; evenly where all are 0."""
    whole = sum(weights.values())
    given = dict(weights) if whole else dict.fromkeys(weights, 1)
    whole = whole or len(given)
    if not given:
        return {}
    found = {each: weight * total // whole for each, weight in given.items()}
    late = sorted(given, key=lambda each: (-(given[each] * total % whole), each))
    for each in late[: total - sum(found.values())]:
        found[each] += 1
    return found


def balanced(given: Mapping[int, int], before: Mapping[int, int]) -> dict[int, int]:
    """Return points with the sum 100: what was changed stays as it was typed, the others move in proportion."""
    if sum(given.values()) == FULL:
        return dict(given)
    changed = {issue: number for issue, number in given.items() if number != before[issue]}
    others = {issue: number for issue, number in given.items() if issue not in changed}
    rest = FULL - sum(changed.values())
    if not changed or not others or rest < 0:
        return shared(given, FULL)
    return {**changed, **shared(others, rest)}


def points_of(rows: Rows, kept: Mapping[str, Any]) -> dict[int, int]:
    """Return the points that were kept, filled in from the order where there are none."""
    known = kept.get("points", {})
    filled = by_order(order_of(rows, kept))
    if not all(str(issue) in known for issue in filled):
        return filled
    return {issue: round(known[str(issue)]) for issue in filled}


def rated_steps(steps: Mapping[int, int | None], never: Sequence[int]) -> dict[int, float]:
    """Return ratings in which the best acceptable option is 100 and the worst 0; {} while a step is missing."""
    open_steps = {option: step for option, step in steps.items() if option not in never}
    known = [step for step in open_steps.values() if step is not None]
    if len(known) < len(open_steps):
        return {}
    low, high = min(known, default=0), max(known, default=0)
    if low == high:
        return {option: 0.0 if option in never else float(FULL) for option in steps}
    return {
        option: round((step - low) * FULL / (high - low), 2) if option in open_steps and step is not None else 0.0
        for option, step in steps.items()
    }


def nearest_step(rating: float) -> int:
    """Return the step whose words come closest to a rating."""
    return min(STEPS, key=lambda step: abs(step - rating))


def example_of(own: Preferences, sizes: Sequence[int]) -> list[int]:
    """Return a poor package that one would still sign: no issue could give its worst without falling below the line."""
    allowed = [[way for way in range(size) if own.allows(issue, way)] for issue, size in enumerate(sizes)]
    package = [max(ways, key=lambda way: own.ratings[issue][way]) for issue, ways in enumerate(allowed)]
    for issue in sorted(range(len(sizes)), key=lambda each: -own.share(each)):
        for way in sorted(allowed[issue], key=lambda each: own.ratings[issue][each]):
            worse = [*package[:issue], way, *package[issue + 1 :]]
            if own.worth(worse) >= own.veto:
                package = worse
                break
    return package


def shown(table: RoundTable, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page of private interests shows to the one whose answers `kept` are."""
    rows = rows_of(table)
    order, points = order_of(rows, kept), points_of(rows, kept)
    named = {issue.pk: (issue, options) for issue, options in rows}
    issues = {issue: _shown_issue(*named[issue], points[issue], kept) for issue in order}
    domain = [(issue.pk, [option.pk for option in options]) for issue, options in rows]
    whole = _is_whole(domain, kept)
    example = []
    if whole:
        package = example_of(engine.preferences_of(domain, kept), [len(options) for _, options in domain])
        example = [(issue.name, options[way].text) for (issue, options), way in zip(rows, package, strict=True)]
    return {
        "asked": [issues[issue.pk] for issue, _ in rows],
        "issues": list(issues.values()),
        "line": kept.get("line", 0),
        "whole": whole,
        "example": example if kept.get("line") else [],
        "why": kept.get("why", ""),
        "begun": bool(kept),
    }


def _is_whole(domain: engine.Domain, kept: Mapping[str, Any]) -> bool:
    try:
        engine.check(domain, kept)
    except RefusedError:
        return False
    return True


def _shown_issue(issue: TableIssue, options: list[TableOption], points: int, kept: Mapping[str, Any]) -> dict[str, Any]:
    ratings, steps, never = kept.get("ratings", {}), kept.get("steps", {}), set(map(str, kept.get("never", [])))
    lines = []
    for option in options:
        rating = ratings.get(str(option.pk))
        nearest = None if rating is None else nearest_step(rating)
        lines.append({"option": option, "step": steps.get(str(option.pk), nearest), "never": str(option.pk) in never})
    rated = {option.text: ratings[str(option.pk)] for option in options if str(option.pk) in ratings}
    best, worst = (max(rated, key=rated.__getitem__), min(rated, key=rated.__getitem__)) if rated else ("", "")
    above = [rating for rating in rated.values() if rating > 0]
    return {
        "issue": issue,
        "points": points,
        "options": lines,
        "best": best,
        "worst": worst if worst != best else "",
        "extreme": len(options) > 2 and len(rated) == len(options) and len(above) == 1 and not issue.is_range,
        "range": _shown_range(issue, kept) if issue.is_range else None,
    }


def _shown_range(issue: TableIssue, kept: Mapping[str, Any]) -> dict[str, str]:
    said: dict[str, str] = kept.get("ranges", {}).get(str(issue.pk), {})
    ends = {name: plain(getattr(issue, name)) for name in ("least", "most", "step")}
    return {"toward": "", "ideal": "", "limit": ""} | said | ends


def plain(number: Decimal) -> str:
    """Return a number as an input of a page holds it: ``1200.5``."""
    return f"{number.normalize():f}"


def _range(issue: TableIssue, data: QueryDict) -> dict[str, str]:
    toward = data.get(f"toward-{issue.pk}", "")
    numbers = {name: _number(data.get(f"{name}-{issue.pk}")) for name in ("ideal", "limit")}
    return {"toward": toward if toward in ("more", "less") else ""} | {
        name: "" if number is None else plain(number) for name, number in numbers.items()
    }


def rated_range(options: Sequence[TableOption], said: Mapping[str, str]) -> tuple[dict[int, float], list[int]]:
    """Return ratings along a range, 100 at what satisfies in full, 0 at the other end, and what is barred."""
    if not said["toward"]:
        return {}, []
    sign = 1 if said["toward"] == "more" else -1
    amounts = {option.pk: sign * (option.amount or Decimal()) for option in options}
    ideal = _number(said["ideal"])
    full = max(amounts.values()) if ideal is None else sign * ideal
    limit = _number(said["limit"])
    worst = min(amounts.values()) if limit is None else sign * limit
    never = [option for option, amount in amounts.items() if amount < worst]
    if full <= worst:
        return {option: 0.0 if option in never else float(FULL) for option in amounts}, never
    return {
        option: round(float(min(max((amount - worst) / (full - worst), Decimal()), Decimal(1))) * FULL, 2)
        for option, amount in amounts.items()
    }, never


def _whole(given: str | None, otherwise: int) -> int:
    text = (given or "").strip()
    return min(int(text), FULL) if text.isdecimal() and len(text) < 9 else otherwise


def _number(given: str | None) -> Decimal | None:
    try:
        found = Decimal((given or "").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < Decimal(10) ** 13 else None
