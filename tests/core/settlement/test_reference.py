"""Published domains: what is read and solved equals figures from brute force over every outcome."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leopold.settlement.scenarios import read_scenario
from leopold.settlement.solving import solve
from tests.core.settlement.test_scenario_readers import refused

DOMAINS = "data/negotiation-domains"
NAMES = {"nash": "nash", "leximin": "egalitarian_leximin", "kalai_smorodinsky": "kalai_smorodinsky_leximin"}
"""What the reference calls each solution."""


def entries(shared: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Every set of profiles that has figures."""
    files = sorted((shared / DOMAINS).glob("*/*/reference.json"))
    return [(file.parent, entry) for file in files for entry in json.loads(file.read_text())]


@pytest.mark.shared
def test_every_published_solution_is_found(shared: Path) -> None:
    found = entries(shared)
    assert len(found) == 148
    wrong = []
    for folder, entry in found:
        scenario = read_scenario(folder, entry["profiles"])
        solved = solve(scenario)
        place = f"{folder.name} {entry['profiles'][0]}"
        if (solved.possible, solved.outcomes) != (entry["acceptable_to_all"] > 0, entry["outcomes"]):
            wrong.append(f"{place}: possible {solved.possible}, {solved.outcomes} outcomes")
        if [party.preferences.veto for party in scenario.parties] != pytest.approx(entry["reservation"], abs=1e-9):
            wrong.append(f"{place}: reservations")
        for name, theirs in NAMES.items():
            point = getattr(solved, name)
            best = entry[theirs]["utilities"] if theirs in entry else []
            if bool(best) != bool(point) or (
                point and not any(point.utilities == pytest.approx(each, abs=1e-6) for each in best)
            ):
                wrong.append(f"{place}: {name} {point and point.utilities}, reference {best}")
        if solved.gaps:
            wrong.append(f"{place}: unproven {dict(solved.gaps)}")
        wrong += [f"{place}: {said}" for said in frontier_differs(solved.frontier, entry)]
    assert wrong == []


def frontier_differs(frontier: Any, entry: dict[str, Any]) -> list[str]:
    """Return how the frontier differs from that of the reference, as a set with ties of 1e-8."""
    if "frontier" not in entry or (frontier is None and len(entry["profiles"]) > 2):
        return []
    ours = sorted(point.utilities for point in frontier)
    theirs = sorted(map(tuple, entry["frontier"]))
    missing = [each for each in theirs if not any(close(each, point) for point in ours)]
    extra = [each for each in ours if not any(close(each, point) for point in theirs)]
    return [f"frontier misses {missing[:2]}, has {extra[:2]} besides"] if missing or extra else []


def close(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= 1e-8 for a, b in zip(one, other, strict=True))


@pytest.mark.shared
def test_domains_outside_the_model_are_refused_with_the_reason(shared: Path) -> None:
    folders = {folder for folder in (shared / DOMAINS).glob("*/*") if not (folder / "reference.json").exists()}
    said = {folder.name: refused(folder) for folder in folders}
    assert "'0' stands there for the second time" in said.pop("other-AMPOvsCity")
    assert "issue 'Agent_B_revenue' needs a linear evaluator with offset and slope" in said.pop("other-web_service")
    assert len(said) == 9
    assert all("its utility space is nonlinear" in each for each in said.values())
