"""How fast fair packages are found: random tables of growing size, and real domains beside NegMAS.

    python3 run.py benchmark settlement            # random tables, then the domains beside the checkout
    python3 run.py benchmark settlement --write    # and put the tables into docs/figures.md

Wall clock of `solve`: all three solutions and, for two parties, the frontier; origin at the veto lines. Then that of
`propose` on the same tables, and of `relaxations` on tables without an agreement. NegMAS stands
in an environment of its own; where it is not installed its part says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from benchmarks import sections
from benchmarks.settlement_peer import against_negmas, timed
from leopold.settlement.model import Issue, Party, Preferences, Scenario
from leopold.settlement.proposals import propose
from leopold.settlement.relaxations import relaxations
from leopold.settlement.solving import solve

ROOT = Path(__file__).resolve().parents[1]
DOMAINS = ROOT.parent / "shared" / "data" / "negotiation-domains"
INTRODUCTION = """## Settlement: speed

    python3 run.py benchmark settlement

Data: random additive tables (points 1–100 an issue, ratings 0–100 an option, veto lines at 0.3), 30 a cell, seeds 0–29.
Seconds by the clock for all of `solve`: Nash, leximin, Kalai–Smorodinsky, and for two parties the whole frontier. Then
for `propose` on the same tables, and for `relaxations`, 10 tables a cell, seeds 0–9, with veto lines at 0.8, which no
package keeps. *Not proven* counts instances with a gap left, a proposal not proven efficient, or smallest relaxations
not searched to the end. Beside NegMAS: real domains, the frontier and its Nash point, reading apart.

"""
INSTANCES = 30
IMPOSSIBLE = 10
"""How many tables without an agreement."""
HIGH = 0.8
"""Veto lines that leave no agreement."""
SEVERAL = (3, 4, 5)
CELLS = (
    (2, 30, 8, "≤ 0.05"),
    (2, 100, 10, "≤ 0.15"),
    (3, 30, 8, "p95 ≤ 2"),
    (4, 30, 8, "p95 ≤ 2"),
    (5, 30, 8, "p95 ≤ 2"),
)


class Cell(NamedTuple):
    """Seconds of one size, one an instance, and how many instances were not proven."""

    size: str
    must: str
    seconds: tuple[float, ...]
    open_gaps: int

    def cells(self) -> tuple[str, ...]:
        """Return the row of the table."""
        ordered = sorted(self.seconds)
        p95 = ordered[int(np.ceil(0.95 * len(ordered))) - 1]
        return (
            self.size,
            *(f"{value:.3f}" for value in (median(ordered), p95, ordered[-1])),
            str(self.open_gaps),
            self.must,
        )


def random_table(seed: int, parties: int, issues: int, options: int, veto: float = 0.3) -> Scenario:
    """Return a random scenario."""
    random = np.random.default_rng(seed)
    names = tuple(f"option {number}" for number in range(options))
    everybody = tuple(
        Party(
            f"party {number}",
            Preferences(
                tuple(random.integers(1, 101, issues).astype(float).tolist()),
                tuple(tuple((random.integers(0, 101, options) / 100).tolist()) for _ in range(issues)),
                veto=veto,
            ),
        )
        for number in range(parties)
    )
    return Scenario(tuple(Issue(f"issue {number}", names) for number in range(issues)), everybody)


def measured(
    size: str, must: str, tables: Sequence[Scenario], action: Callable[[Scenario], Any], proven: Callable[[Any], bool]
) -> Cell:
    """Do one thing with every table once, after one to warm up."""
    action(random_table(10_000, len(tables[0].parties), 5, 8))
    seconds, unproven = [], 0
    for scenario in tables:
        took, found = timed(partial(action, scenario))
        seconds.append(took)
        unproven += not proven(found)
    return Cell(size, must, tuple(seconds), unproven)


def cells() -> Iterator[Cell]:
    """Measure every row of the table."""
    for parties, issues, options, must in CELLS:
        size = f"{parties} parties, {issues} × {options}"
        tables = [random_table(seed, parties, issues, options) for seed in range(INSTANCES)]
        yield measured(size, must, tables, solve, lambda found: bool(found.possible) and not found.gaps)
    for parties in SEVERAL:
        tables = [random_table(seed, parties, 30, 8) for seed in range(INSTANCES)]
        yield measured(
            f"propose: {parties} parties, 30 × 8",
            "–",
            tables,
            propose,
            lambda found: all(each.proven for each in found),
        )
    for parties in SEVERAL:
        tables = [random_table(seed, parties, 30, 8, HIGH) for seed in range(IMPOSSIBLE)]
        yield measured(
            f"relaxations: {parties} parties, 30 × 8",
            "–",
            tables,
            relaxations,
            lambda found: found.proven and found.whole,
        )


def speed() -> str:
    """Return the table of random scenarios."""
    head = "| | median s | p95 s | longest s | not proven | must |"
    return "\n".join([head, "|---" * 6 + "|", *(f"| {' | '.join(cell.cells())} |" for cell in cells())])


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser("benchmarks.settlement", description="How fast fair packages are found.")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/figures.md")
    parser.add_argument("--domains", type=Path, default=DOMAINS, help="the folder of negotiation domains")
    options = parser.parse_args(arguments)
    parts = [speed()]
    if options.domains.is_dir():
        parts.append(against_negmas(options.domains))
    text = "\n\n".join(parts)
    print(text)
    if options.write:
        sections.put(ROOT / "docs" / "figures.md", "settlement", INTRODUCTION + text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
