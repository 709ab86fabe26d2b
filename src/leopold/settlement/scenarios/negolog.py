"""NegoLog JSON: a profile for every party: `issueWeights`, `issues` (options and values 0..1), `reservationValue`.

There is no domain file: the first profile says which issues and options there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leopold.settlement.model import Issue, Scenario
from leopold.settlement.scenarios.domains import Profile, assembled, chosen, issue
from leopold.settlement.scenarios.files import Part, Place, json_of, text_of, within


class NegoLog:
    """Reads a folder of NegoLog profiles."""

    name = "NegoLog JSON"

    def recognises(self, place: Place) -> bool:
        """Say whether a file of the folder is a profile of NegoLog."""
        return any(_is_profile(_part(file)) for file in place.ending(".json"))

    def read(self, place: Place, profiles: Sequence[Path] | None, /) -> Scenario:
        """Return the scenario of the folder. Raises SettlementError."""
        found = [file for file in place.ending(".json") if _is_profile(_part(file))]
        taken = chosen(place, profiles, found)
        with within(taken[0]):
            tables = _part(taken[0])["issues"].table()
            issues = [issue(name, [option.strip() for option in part.table()]) for name, part in tables.items()]
        return assembled(issues, taken, _profile)


def _part(file: Path) -> Part:
    with within(file):
        return json_of(text_of(file))


def _is_profile(part: Part) -> bool:
    return part.has("issueWeights") and part.has("issues")


def _profile(path: Path, _: Sequence[Issue]) -> Profile:
    part = json_of(text_of(path))
    ratings = {
        name: {option.strip(): rating.between(0, 1) for option, rating in options.table().items()}
        for name, options in part["issues"].table().items()
    }
    weights = {name: weight.between(0, 1) for name, weight in part["issueWeights"].table().items()}
    reservation = part.get("reservationValue")
    return Profile(weights, ratings, reservation.between(0, 1) if reservation else 0.0)
