"""How fast fair packages are found: random tables of growing size, and real domains beside NegMAS.

    python3 run.py benchmark settlement            # random tables, then the domains beside the checkout
    python3 run.py benchmark settlement --write    # and put the tables into docs/figures.md

Wall clock of `solve`: all three solutions and, for two parties, the frontier; origin at the veto lines. NegMAS stands
in an environment of its own; where it is not installed its part says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np

from benchmarks import sections
from benchmarks.settlement_peer import against_negmas, timed
from leopold.settlement.model import Issue, Party, Preferences, Scenario
from leopold.settlement.solving import solve

ROOT = Path(__file__).resolve().parents[1]
DOMAINS = ROOT.parent / "shared" / "data" / "negotiation-domains"
INTRODUCTION = """## Settlement: speed

    python3 run.py benchmark settlement

Data: random additive tables (points 1–100 an issue, ratings 0–100 an option, veto lines at 0.3), 30 a cell, seeds 0–29.
Seconds by the clock for all of `solve`: Nash, leximin, Kalai–Smorodinsky, and for two parties the whole frontier. *Not
proven* counts instances with a gap left. Beside NegMAS: real domains, the frontier and its Nash point, reading apart.

"""
INSTANCES = 30
CELLS = (
    (2, 30, 8, "≤ 0.05"),
    (2, 100, 10, "≤ 0.15"),
    (3, 30, 8, "p95 ≤ 2"),
    (4, 30, 8, "p95 ≤ 2"),
    (5, 30, 8, "p95 ≤ 2"),
)


class Cell(NamedTuple):
    """Seconds and gaps of one size: a row each instance."""

    parties: int
    issues: int
    options: int
    must: str
    seconds: tuple[float, ...]
    open_gaps: int

    def cells(self) -> tuple[str, ...]:
        """Return the row of the table."""
        ordered = sorted(self.seconds)
        p95 = ordered[int(np.ceil(0.95 * len(ordered))) - 1]
        size = f"{self.parties} parties, {self.issues} × {self.options}"
        return (
            size,
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


def measured(parties: int, issues: int, options: int, must: str) -> Cell:
    """Solve every instance of a size once, after one to warm up."""
    solve(random_table(10_000, parties, min(issues, 5), options))
    seconds, gaps = [], 0
    for seed in range(INSTANCES):
        scenario = random_table(seed, parties, issues, options)
        took, found = timed(lambda scenario=scenario: solve(scenario))  # type: ignore[misc]
        seconds.append(took)
        gaps += bool(found.gaps) or found.possible is None
    return Cell(parties, issues, options, must, tuple(seconds), gaps)


def speed() -> str:
    """Return the table of random scenarios."""
    head = "| | median s | p95 s | longest s | not proven | must |"
    rows = [f"| {' | '.join(measured(*cell).cells())} |" for cell in CELLS]
    return "\n".join([head, "|---" * 6 + "|", *rows])


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
