"""Random tables in the numbers that people give, whole points and steps of five; and brute force over packages."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from leopold.settlement.model import Exclusion, Issue, Party, Preferences, Scenario

TIE = 1e-9


@st.composite
def tables(draw: st.DrawFn, parties: tuple[int, int] = (2, 4), vetoes: tuple[int, int] = (0, 50)) -> Scenario:
    """Two to four issues with two to four options each, must-haves, veto lines and links."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=2, max_size=4))
    names = "ABCDE"[: draw(st.integers(*parties))]
    issues = tuple(Issue(f"issue {k}", tuple(f"option {m}" for m in range(size))) for k, size in enumerate(sizes))
    return Scenario(
        issues,
        tuple(Party(name, draw(preferences(sizes, vetoes))) for name in names),
        tuple(draw(st.lists(links(sizes), max_size=2))),
    )


@st.composite
def preferences(draw: st.DrawFn, sizes: list[int], vetoes: tuple[int, int] = (0, 50)) -> Preferences:
    points = draw(st.lists(st.integers(0, 100), min_size=len(sizes), max_size=len(sizes)).filter(any))
    ratings = tuple(
        tuple(draw(st.lists(st.integers(0, 20), min_size=size, max_size=size).map(lambda r: [5 * x / 100 for x in r])))
        for size in sizes
    )
    allowed = tuple(
        draw(st.one_of(st.none(), st.none(), st.frozensets(st.integers(0, size - 1), min_size=1))) for size in sizes
    )
    return Preferences(tuple(map(float, points)), ratings, allowed, draw(st.integers(*vetoes)) / 100)


@st.composite
def links(draw: st.DrawFn, sizes: list[int]) -> Exclusion:
    issues = draw(st.lists(st.integers(0, len(sizes) - 1), min_size=2, max_size=2, unique=True))
    return Exclusion(frozenset((issue, draw(st.integers(0, sizes[issue] - 1))) for issue in issues))


def packages(scenario: Scenario) -> list[tuple[int, ...]]:
    """Every package that can be written."""
    return list(product(*(range(len(issue.options)) for issue in scenario.issues)))


def worth(scenario: Scenario, package: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(party.preferences.worth(package) for party in scenario.parties)


def acceptable(scenario: Scenario, package: tuple[int, ...]) -> bool:
    """Whether a package keeps the links, every must-have and every veto line."""
    return scenario.keeps_links(package) and all(
        own.worth(package) >= own.veto - TIE and all(own.allows(*choice) for choice in enumerate(package))
        for own in (party.preferences for party in scenario.parties)
    )


def dominates(better: tuple[float, ...], worse: tuple[float, ...]) -> bool:
    """Whether one is clearly better for somebody and worse for nobody."""
    return all(one >= other - TIE for one, other in zip(better, worse, strict=True)) and any(
        one > other + 1e-7 for one, other in zip(better, worse, strict=True)
    )
