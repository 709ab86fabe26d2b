"""Scenarios for tests: random ones, and every package of a small one counted by hand."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import strategies as st

from leopold.settlement.model import Exclusion, Issue, Party, Preferences, Scenario


def made(seed: int, parties: int, sizes: list[int], veto: float = 0.0, grid: int = 100) -> Scenario:
    """Return a random scenario: whole points, ratings in steps of 1/grid."""
    random = np.random.default_rng(seed)
    issues = tuple(Issue(f"issue {k}", tuple(f"option {m}" for m in range(size))) for k, size in enumerate(sizes))
    return Scenario(
        issues,
        tuple(
            Party(
                f"party {number}",
                Preferences(
                    tuple(float(points) for points in random.integers(1, 100, len(sizes))),
                    tuple(tuple((random.integers(0, grid + 1, size) / grid).tolist()) for size in sizes),
                    veto=veto,
                ),
            )
            for number in range(parties)
        ),
    )


@st.composite
def scenarios(draw: st.DrawFn, most: int = 4) -> Scenario:
    """Draw a small scenario, with ties, must-haves, veto lines and links."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    issues = tuple(Issue(f"issue {k}", tuple(f"option {m}" for m in range(size))) for k, size in enumerate(sizes))
    rating = st.integers(0, 4).map(lambda step: step / 4)
    parties = []
    for number in range(draw(st.integers(2, most))):
        points = draw(st.lists(st.integers(0, 5), min_size=len(sizes), max_size=len(sizes)).filter(any))
        ratings = [tuple(draw(st.lists(rating, min_size=size, max_size=size))) for size in sizes]
        allowed = [
            draw(st.none() | st.frozensets(st.integers(0, size - 1), min_size=1, max_size=size)) for size in sizes
        ]
        own = Preferences(
            tuple(float(each) for each in points), tuple(ratings), tuple(allowed), draw(st.sampled_from([0, 0.3, 0.5]))
        )
        parties.append(Party(f"party {number}", own))
    choices = st.sampled_from([(k, m) for k, size in enumerate(sizes) for m in range(size)])
    links = draw(st.lists(st.frozensets(choices, min_size=2, max_size=3), max_size=2)) if len(sizes) > 1 else []
    kept = [Exclusion(link) for link in links if len({issue for issue, _ in link}) == len(link)]
    return Scenario(issues, tuple(parties), tuple(kept))


def counted(scenario: Scenario) -> list[tuple[tuple[int, ...], tuple[float, ...]]]:
    """Return every package that keeps links and must-haves, with its utilities, whatever the veto lines."""
    parties = [party.preferences for party in scenario.parties]
    return [
        (package, tuple(own.worth(package) for own in parties))
        for package in product(*(range(len(issue.options)) for issue in scenario.issues))
        if scenario.keeps_links(package)
        and all(own.allows(issue, option) for own in parties for issue, option in enumerate(package))
    ]
