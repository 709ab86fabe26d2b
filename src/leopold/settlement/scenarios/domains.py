"""What the formats of domains share: a folder with a domain and one profile for each party, by names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leopold.errors import SettlementError
from leopold.settlement.model import PARTIES, Issue, Party, Preferences, Scenario
from leopold.settlement.scenarios.files import ISSUES, OPTIONS, Place, printable, within


@dataclass(frozen=True, slots=True)
class Profile:
    """What one party wants, by names: weights of issues, ratings 0..1 of options, and the reservation value.

    A reservation may also be a package, issue to option: then its worth is the value.
    """

    weights: Mapping[str, float]
    ratings: Mapping[str, Mapping[str, float]]
    reservation: float | Mapping[str, str] = 0.0


def chosen(place: Place, given: Sequence[Path] | None, found: Sequence[Path]) -> list[Path]:
    """Return the profiles to read: those given, else all that were found in the folder. Raises SettlementError."""
    if given is None:
        if len(found) not in PARTIES:
            names = ", ".join(file.name for file in found[:6]) + (", …" if len(found) > 6 else "")
            raise SettlementError("profile_count", count=len(found), least=PARTIES[0], most=PARTIES[-1], names=names)
        return list(found)
    if len(given) not in PARTIES:
        raise SettlementError("profiles_named", count=len(given), least=PARTIES[0], most=PARTIES[-1])
    return [_there(place, profile) for profile in given]


def _there(place: Place, profile: Path) -> Path:
    inside = place.path / profile
    for path in (inside, profile):
        if path.is_file():
            return path
    raise SettlementError("in_file", path=printable(profile), fault=SettlementError("profile_gone").fault)


def assembled(
    issues: Sequence[Issue], profiles: Sequence[Path], read: Callable[[Path, Sequence[Issue]], Profile]
) -> Scenario:
    """Return the scenario of these issues: a party for every profile, named as its file. Raises SettlementError."""
    if len(issues) > ISSUES:
        raise SettlementError("too_many_issues", most=ISSUES)
    parties = []
    for path in profiles:
        with within(path):
            parties.append(Party(path.stem, preferences(issues, read(path, issues))))
    return Scenario(tuple(issues), tuple(parties))


def issue(name: str, options: Sequence[str]) -> Issue:
    """Return an issue within bounds. Raises SettlementError."""
    if len(options) > OPTIONS:
        raise SettlementError("too_many_options", issue=name, most=OPTIONS)
    return Issue(name, tuple(options))


def preferences(issues: Sequence[Issue], profile: Profile) -> Preferences:
    """Return what a profile says of these issues, all of them and no others. Raises SettlementError."""
    names = [each.name for each in issues]
    for name in [*profile.weights, *profile.ratings]:
        if name not in names:
            raise SettlementError("issue_unknown", issue=name)
    weights, ratings = [], []
    for each in issues:
        if each.name not in profile.weights:
            raise SettlementError("weight_missing", issue=each.name)
        if each.name not in profile.ratings:
            raise SettlementError("issue_missing", issue=each.name)
        weights.append(profile.weights[each.name])
        ratings.append(_ratings(each, profile.ratings[each.name]))
    wanted = Preferences(tuple(weights), tuple(ratings))
    return Preferences(wanted.points, wanted.ratings, veto=_veto(issues, wanted, profile.reservation))


def _ratings(issue: Issue, found: Mapping[str, float]) -> tuple[float, ...]:
    for option in found:
        if option not in issue.options:
            raise SettlementError("option_unknown", issue=issue.name, option=option)
    for option in issue.options:
        if option not in found:
            raise SettlementError("option_missing", issue=issue.name, option=option)
    return tuple(found[option] for option in issue.options)


def _veto(issues: Sequence[Issue], wanted: Preferences, reservation: float | Mapping[str, str]) -> float:
    if not isinstance(reservation, Mapping):
        return reservation
    package = []
    for each in issues:
        if each.name not in reservation:
            raise SettlementError("issue_missing", issue=each.name)
        if reservation[each.name] not in each.options:
            raise SettlementError("option_unknown", issue=each.name, option=reservation[each.name])
        package.append(each.options.index(reservation[each.name]))
    # The rules of the model come first: what they refuse has no worth.
    if sum(wanted.points) <= 0:
        raise SettlementError("profile_without_weights")
    return min(1.0, wanted.worth(package))
