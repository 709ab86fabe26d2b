"""Proposals and relaxations of published domains, against every package of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from leopold.settlement import candidates
from leopold.settlement.candidates import utilities
from leopold.settlement.model import Scenario
from leopold.settlement.proposals import propose
from leopold.settlement.relaxations import relaxations, relaxed
from leopold.settlement.scenarios import read_scenario
from leopold.settlement.solving import solve

MOST = 20_000
"""The most packages of a domain that are looked at here."""


def domains(shared: Path, parties: range) -> Iterator[Scenario]:
    for file in sorted((shared / "data/negotiation-domains").glob("*/*/reference.json")):
        for entry in json.loads(file.read_text()):
            if entry["outcomes"] <= MOST and len(entry["profiles"]) in parties:
                yield read_scenario(file.parent, entry["profiles"])


def faults(scenario: Scenario) -> list[str]:
    """What brute force holds against the proposals of two rounds."""
    shape = [len(issue.options) for issue in scenario.issues]
    worth = utilities(scenario, np.stack(np.unravel_index(np.arange(scenario.outcomes), shape), axis=1).tolist())
    vetoes = np.array([party.preferences.veto for party in scenario.parties])
    worth = worth[(worth >= vetoes - 1e-9).all(axis=1)]
    first = propose(scenario)
    second = propose(scenario, [proposal.package for proposal in first])
    wrong = [] if bool(first) == bool(len(worth)) else ["possible or not"]
    for proposal in (*first, *second):
        own = utilities(scenario, [proposal.package])[0]
        better = (worth >= own - 1e-9).all(axis=1) & (worth > own + 1e-6).any(axis=1)
        if better.any() or (own < vetoes - 1e-9).any() or not proposal.proven:
            wrong.append(f"{proposal}")
    again = {proposal.package for proposal in first} & {each.package for each in second if not each.repeated}
    if first and utilities(scenario, [first[0].package])[0].prod() < worth.prod(axis=1).max() - 1e-6:
        wrong.append("most value")
    return [*wrong, *(f"{package} again" for package in again)]


@pytest.mark.shared
def test_proposals_are_right_for_every_domain(shared: Path) -> None:
    found = [faults(scenario) for scenario in domains(shared, range(2, 6))]
    assert len(found) > 100
    assert [wrong for wrong in found if wrong] == []


@pytest.mark.shared
def test_proposals_are_right_by_programming(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "frontier", lambda arrays: None)
    found = [faults(scenario) for scenario in domains(shared, range(3, 6)) if scenario.outcomes <= 2_000]
    assert len(found) > 10
    assert [wrong for wrong in found if wrong] == []


@pytest.mark.shared
def test_every_domain_without_an_agreement_gets_one_by_each_relaxation(shared: Path) -> None:
    impossible = [scenario for scenario in domains(shared, range(2, 6)) if not solve(scenario).possible]
    assert len(impossible) == 4
    for scenario in impossible:
        found = relaxations(scenario)
        assert found.proven
        assert found.smallest
        assert all(solve(relaxed(scenario, each)).possible for each in found.smallest)
