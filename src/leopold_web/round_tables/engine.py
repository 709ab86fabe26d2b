"""Between what a table keeps and what the engine works on: the one place that knows both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from leopold.settlement.account import Account, account
from leopold.settlement.model import Exclusion, Issue, Party, Preferences, Scenario
from leopold_web.round_tables.models import OptionLink, RoundTable, Seat, TableIssue, TableOption
from leopold_web.round_tables.refusals import RefusedError

Domain: TypeAlias = list[tuple[int, list[int]]]
"""The issues that count and, of each, the options that count, by number, in their order."""
TOP = 100.0
KEPT: Final[dict[str, Any]] = {"points": {}, "ratings": {}, "never": []}


def parties_of(table: RoundTable) -> list[Seat]:
    """Return the parties, in the order of their seats."""
    return list(table.seats.filter(role=Seat.Role.PARTY))


def domain_of(table: RoundTable) -> Domain:
    """Return what all parties have confirmed: issues with at least two options."""
    parties = {seat.pk for seat in parties_of(table)}
    found: Domain = []
    for issue in table.issues.prefetch_related("confirmed_by", "options__confirmed_by"):
        options = [option.pk for option in issue.options.all() if counts(option, parties)]
        if counts(issue, parties) and len(options) > 1:
            found.append((issue.pk, options))
    return found


def counts(row: TableIssue | TableOption | OptionLink, parties: set[int]) -> bool:
    """Tell whether all parties have confirmed it."""
    return parties <= {seat.pk for seat in row.confirmed_by.all()}


def check(domain: Domain, answers: Mapping[str, Any]) -> None:
    """Raise RefusedError unless private answers are whole and within bounds.

    They are {"points": {issue: 0..100}, "ratings": {option: 0..100}, "never": [option, ...], "line": 0..100}, with
    numbers of issues and options as text; "line" is the satisfaction below which this party signs nothing.
    """
    points, ratings = answers.get("points"), answers.get("ratings")
    never, line = answers.get("never", []), answers.get("line", 0)
    if not (isinstance(points, dict) and isinstance(ratings, dict) and isinstance(never, list)):
        raise RefusedError("answers_missing")
    if {str(issue) for issue, _ in domain} - points.keys() or {
        str(option) for _, options in domain for option in options
    } - ratings.keys():
        raise RefusedError("answers_missing")
    if not all(_within(value) for value in (*points.values(), *ratings.values(), line)):
        raise RefusedError("answers_wrong")
    if not any(points[str(issue)] > 0 for issue, _ in domain):
        raise RefusedError("answers_wrong")
    if any(set(map(str, options)) <= set(map(str, never)) for _, options in domain):
        raise RefusedError("answers_all_barred")


def check_kept(answers: Mapping[str, Any]) -> None:
    """Raise RefusedError unless private answers, which may be incomplete, have the shape that pages and engine read."""
    points, ratings, never = (answers.get(name, empty) for name, empty in KEPT.items())
    if not (isinstance(points, dict) and isinstance(ratings, dict) and isinstance(never, list)):
        raise RefusedError("answers_missing")
    if not all(_within(value) for value in (*points.values(), *ratings.values(), answers.get("line", 0))):
        raise RefusedError("answers_wrong")
    if not all(isinstance(option, int | str) for option in never):
        raise RefusedError("answers_wrong")
    beside = {"order": list, "steps": dict, "ranges": dict, "by_hand": bool, "why": str}
    if not all(isinstance(answers[name], kind) for name, kind in beside.items() if name in answers):
        raise RefusedError("answers_wrong")
    deeper = [value for name in ("steps", "ranges") for value in answers.get(name, {}).values()]
    rest = [value for name, value in answers.items() if name not in KEPT and name not in beside]
    for value in (*answers.get("order", []), *deeper, *rest):
        rows = value.values() if isinstance(value, dict) else [value]
        if not all(isinstance(each, str | int | float | None) for each in rows):
            raise RefusedError("answers_wrong")
    if not all(isinstance(value, dict) for value in answers.get("ranges", {}).values()):
        raise RefusedError("answers_wrong")


def preferences_of(domain: Domain, answers: Mapping[str, Any]) -> Preferences:
    """Return checked answers as the engine reads them."""
    never = {str(option) for option in answers.get("never", [])}
    return Preferences(
        points=tuple(float(answers["points"][str(issue)]) for issue, _ in domain),
        ratings=tuple(tuple(answers["ratings"][str(option)] / TOP for option in options) for _, options in domain),
        allowed=tuple(
            frozenset(place for place, option in enumerate(options) if str(option) not in never)
            for _, options in domain
        ),
        veto=float(answers.get("line", 0)) / TOP,
    )


def scenario_of(table: RoundTable, domain: Domain, answers: Mapping[str, Mapping[str, Any]]) -> Scenario:
    """Return what the engine solves; `answers` are those of each party by the code of its seat."""
    issues = tuple(Issue(str(issue), tuple(map(str, options))) for issue, options in domain)
    parties = tuple(Party(code, preferences_of(domain, given)) for code, given in answers.items())
    return Scenario(issues, parties, exclusions_of(table, domain))


def exclusions_of(table: RoundTable, domain: Domain) -> tuple[Exclusion, ...]:
    """Return the confirmed links between options that count, as options that may not stand together."""
    places = {option: (row, place) for row, (_, options) in enumerate(domain) for place, option in enumerate(options)}
    parties = {seat.pk for seat in parties_of(table)}
    found = []
    for link in table.option_links.prefetch_related("confirmed_by"):
        if link.first_id not in places or link.second_id not in places or not counts(link, parties):
            continue
        first, (issue, chosen) = places[link.first_id], places[link.second_id]
        others = range(len(domain[issue][1])) if link.kind == OptionLink.Kind.NEEDS else [chosen]
        barred = [place for place in others if link.kind == OptionLink.Kind.BARS or place != chosen]
        found += [Exclusion(frozenset({first, (issue, place)})) for place in barred]
    return tuple(found)


def account_of(table: RoundTable, domain: Domain, answers: Mapping[str, Any], package: Sequence[int]) -> Account:
    """Return what a package gives a party, from its own answers and nothing else, with issues and options in words."""
    issues = {issue.pk: issue for issue in table.issues.prefetch_related("options")}
    words = [
        Issue(issues[issue].name, tuple(_texts(issues[issue])[option] for option in options))
        for issue, options in domain
    ]
    return account(words, preferences_of(domain, answers), package)


def _texts(issue: TableIssue) -> dict[int, str]:
    return {option.pk: option.text for option in issue.options.all()}


def _within(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= TOP
