"""GeniusWeb JSON: a domain with `issuesValues`, and a `LinearAdditiveUtilitySpace` for every party.

Two dialects: `discreteutils` is written by the Java programs, `DiscreteValueSetUtilities` by Python ones (ANL 2022).
The reservation is a package, `reservationBid`: its worth is the value; absent means 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leopold.errors import SettlementError
from leopold.settlement.model import Issue, Scenario
from leopold.settlement.scenarios.domains import Profile, assembled, chosen, issue
from leopold.settlement.scenarios.files import Part, Place, json_of, text_of, within

ADDITIVE = "LinearAdditiveUtilitySpace"
VALUES = ("discreteutils", "DiscreteValueSetUtilities")
"""What either dialect calls a table of options."""
OTHERS = ("UtilitySpace", "PartialOrdering", "Profile")
"""How the names of other kinds of preferences end."""


class GeniusWeb:
    """Reads a folder of GeniusWeb files."""

    name = "GeniusWeb JSON"

    def recognises(self, place: Place) -> bool:
        """Say whether a file of the folder is a domain or a profile of GeniusWeb."""
        return any(_is_domain(part) or _is_profile(part) for part in map(_part, place.ending(".json")))

    def read(self, place: Place, profiles: Sequence[Path] | None, /) -> Scenario:
        """Return the scenario of the folder. Raises SettlementError."""
        parts = {file: _part(file) for file in place.ending(".json")}
        taken = chosen(place, profiles, [file for file, part in parts.items() if _is_profile(part)])
        domains = [file for file, part in parts.items() if _is_domain(part)]
        if len(domains) > 1:
            raise SettlementError("several_domains", first=domains[0].name, second=domains[1].name)
        of = domains[0] if domains else taken[0]
        with within(of):
            domain = parts[of] if domains else _space(_part(of))["domain"]
            issues = [_issue(name, part) for name, part in domain["issuesValues"].table().items()]
        return assembled(issues, taken, _profile)


def _part(file: Path) -> Part:
    with within(file):
        return json_of(text_of(file))


def _is_domain(part: Part) -> bool:
    return part.has("issuesValues")


def _is_profile(part: Part) -> bool:
    return isinstance(part.value, dict) and len(part.value) == 1 and next(iter(part.value)).endswith(OTHERS)


def _issue(name: str, part: Part) -> Issue:
    if not part.has("values"):
        raise SettlementError("real_issue", issue=name)
    return issue(name, [option.text() for option in part["values"].items()])


def _space(part: Part) -> Part:
    if not part.has(ADDITIVE):
        raise SettlementError("not_additive")
    return part[ADDITIVE]


def _profile(path: Path, _: Sequence[Issue]) -> Profile:
    space = _space(json_of(text_of(path)))
    ratings = {name: _ratings(name, part) for name, part in space["issueUtilities"].table().items()}
    weights = {name: part.between(0, 1) for name, part in space["issueWeights"].table().items()}
    bid = space.get("reservationBid")
    if bid is None or bid.value is None:
        return Profile(weights, ratings)
    values = bid.get("issuevalues") or bid.get("issueValues") or bid
    return Profile(weights, ratings, {name: part.text() for name, part in values.table().items()})


def _ratings(name: str, part: Part) -> dict[str, float]:
    for dialect in VALUES:
        if part.has(dialect):
            table = part[dialect]["valueUtilities"].table()
            return {option.strip(): rating.between(0, 1) for option, rating in table.items()}
    raise SettlementError("real_issue", issue=name)
