"""From a party's private answers to what the engine's check questions and improvement work on, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leopold.errors import SettlementError
from leopold.settlement.elicitation import Package, Stated, shared_out
from leopold.settlement.estimate import Answer, Estimate, estimate
from leopold_web.round_tables.engine import Domain
from leopold_web.round_tables.models import Agreement, RoundTable, TableOption


def stated_of(table: RoundTable, domain: Domain, answers: Mapping[str, Any]) -> Stated | None:
    """Return checked answers as what the party stated; None where it likes all that it allows equally.

    Within each issue the best allowed option becomes 1 and the worst 0, and the issue's points shrink by as much as
    that stretched its ratings: what the party would rather have stays the same.
    """
    never = {str(option) for option in answers.get("never", [])}
    allowed = tuple(
        frozenset(place for place, option in enumerate(options) if str(option) not in never) for _, options in domain
    )
    ratings, weights = [], []
    for (issue, options), own in zip(domain, allowed, strict=True):
        given = [float(answers["ratings"][str(option)]) for option in options]
        low, high = min(given[place] for place in own), max(given[place] for place in own)
        swing = high - low
        ratings.append(
            tuple((rate - low) / swing if place in own and swing else 0.0 for place, rate in enumerate(given))
        )
        weights.append(float(answers["points"][str(issue)]) * swing)
    if not any(weights):
        return None
    swings = [row for row, own_ratings in enumerate(ratings) if any(own_ratings)]
    return Stated(
        ranking=tuple(sorted(swings, key=lambda row: (-weights[row], row))),
        points=shared_out(weights),
        ratings=tuple(ratings),
        allowed=allowed,
        amounts=_amounts(table, domain),
    )


def checked_answers(domain: Domain, stated: Stated, kept: Sequence[Mapping[str, Any]]) -> list[Answer]:
    """Return what was answered to check questions, but for packages that no longer count or are barred by now."""
    found = []
    for each in kept:
        first, second = (package_of(domain, each[name]) for name in ("first", "second"))
        if first is None or second is None:
            continue
        try:
            stated.check_package(first)
            stated.check_package(second)
        except SettlementError:
            continue
        found.append(Answer(first, second, each["preferred"]))
    return found


def estimate_of(table: RoundTable, domain: Domain, answers: Mapping[str, Any], kept: Sequence[Any]) -> Estimate | None:
    """Return what a party's values may be, by its answers and its check answers; None where it likes all equally."""
    stated = stated_of(table, domain, answers)
    return estimate(stated, checked_answers(domain, stated, kept)) if stated else None


def package_of(domain: Domain, options: Sequence[int]) -> Package | None:
    """Return options by number as places in the domain; None where one of an issue is missing."""
    named = set(options)
    places = [[place for place, option in enumerate(own) if option in named] for _, own in domain]
    return tuple(row[0] for row in places) if all(len(row) == 1 for row in places) else None


def options_of(domain: Domain, package: Sequence[int]) -> list[int]:
    """Return the numbers of the options of a package."""
    return [options[place] for (_, options), place in zip(domain, package, strict=True)]


def package_of_agreement(agreement: Agreement, domain: Domain) -> Package | None:
    """Return what was agreed as places in the domain of the round in which it was."""
    chosen = {(point.issue, point.choice) for point in agreement.points.all()}
    named = TableOption.objects.filter(issue__table=agreement.table_id).select_related("issue")
    return package_of(domain, [option.pk for option in named if (option.issue.name, option.text) in chosen])


def _amounts(table: RoundTable, domain: Domain) -> frozenset[int]:
    """Return the places of the issues whose options are all numbers of a range, evenly apart and in order."""
    found = set()
    for row, (_, options) in enumerate(domain):
        amounts = dict(TableOption.objects.filter(issue__table=table, pk__in=options).values_list("pk", "amount"))
        own = [amounts.get(option) for option in options]
        gaps = {one - other for one, other in zip(own[1:], own, strict=False) if one is not None and other is not None}
        if None not in own and len(gaps) == 1:
            found.add(row)
    return frozenset(found)
