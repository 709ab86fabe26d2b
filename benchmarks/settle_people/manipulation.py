"""What a side gains that exaggerates its veto line, the other side being honest: two-party domains of the ANL 2022."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.notice.protocol import Missing, Row, Table
from benchmarks.settle_people.deals import mean
from leopold.settlement.model import Party, Scenario
from leopold.settlement.scenarios import read_scenario
from leopold.settlement.solving import Origin, Point, solve

FOLDER = "negotiation-domains/geniusweb-json"
VETO = 0.3
"""The true veto line of both sides, as the notes assume it: the domains have none."""
LIES = (0.1, 0.3)
TIE = 1e-9
LOST = ("what a table ends on where all accept all, the middle one of its proposals: +0.1 gains .000, +0.3 .080",)


def table(data: Path) -> Table:
    """Score the lies under two origins and two solutions."""
    folder = data / FOLDER
    if not folder.is_dir():
        raise Missing(f"{folder} is not there; name the folder of the public sets with --data")
    scenarios = [_vetoed(read_scenario(place), (VETO, VETO)) for place in sorted(folder.iterdir()) if place.is_dir()]
    two = [scenario for scenario in scenarios if len(scenario.parties) == 2]
    rows = []
    ways: tuple[tuple[str, Origin, str], ...] = (
        ("**ours**: Nash from the common zero", "zero", "nash"),
        ("leximin from the common zero", "zero", "leximin"),
        ("control, the textbook: Nash from the declared veto line", "veto", "nash"),
        ("control: Kalai–Smorodinsky from the declared veto line", "veto", "kalai_smorodinsky"),
    )
    for name, origin, solution in ways:
        gains = {lie: [_gain(each, liar, lie, origin, solution) for each in two for liar in (0, 1)] for lie in LIES}
        figures = [figure for lie in LIES for figure in _figures(gains[lie])]
        rows.append(Row(name, tuple(figures)))
    protocol = (
        f"Data: the {len(two)} two-party ANL 2022 domains that are visible, {2 * len(two)} cases: each side lies once. "
        f"Veto line of both {VETO}; the liar declares {' or '.join(f'{VETO + lie:.1f}' for lie in LIES)}. "
        "Gains: the share of cases in which its true satisfaction rises; no deal counts as its true veto line. "
        "Nothing was chosen on them."
    )
    columns = tuple(f"+{lie}: {what}" for lie in LIES for what in ("gains", "loses", "mean change"))
    must = ("0", "", "", "≤ .05", "", "")
    title = "Settlement: an exaggerated veto line, ANL 2022"
    return Table("manipulation", title, protocol, columns, tuple(rows), must, LOST, "settle_people")


def _gain(scenario: Scenario, liar: int, lie: float, origin: Origin, solution: str) -> float:
    """Return by how much the lie raises the liar's true satisfaction."""
    declared = [VETO, VETO]
    declared[liar] = VETO + lie
    honest, told = (
        _satisfaction(getattr(solve(each, origin=origin), solution), liar)
        for each in (scenario, _vetoed(scenario, declared))
    )
    return told - honest


def _satisfaction(point: Point | None, party: int) -> float:
    return VETO if point is None else point.utilities[party]


def _vetoed(scenario: Scenario, vetoes: Sequence[float]) -> Scenario:
    parties = zip(scenario.parties, vetoes, strict=False)
    return replace(scenario, parties=tuple(_declaring(party, veto) for party, veto in parties))


def _declaring(party: Party, veto: float) -> Party:
    return replace(party, preferences=replace(party.preferences, veto=veto))


def _figures(gains: Sequence[float]) -> tuple[float | None, ...]:
    return mean([gain > TIE for gain in gains]), mean([gain < -TIE for gain in gains]), mean(gains)
