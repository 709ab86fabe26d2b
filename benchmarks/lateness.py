"""Lateness of payments and promises, forecast on the day each was made, against three controls.

    python3 run.py benchmark lateness                  # every set, its test part
    python3 run.py benchmark lateness --write          # and put the table into docs/figures.md
    python3 run.py benchmark lateness --before ibm     # what parameters were chosen by: the last 40 % before the test

The engine folds the whole record day by day: each item is forecast from what was settled before the day it was made.
Controls know what was settled before the test began: the raw promise, everybody's outcomes, and the counterparty's
outcomes beside three of everybody's. Items still open at the end of a record are forecast and counted as open, not
scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks import sections
from benchmarks.lateness_data import ABLATIONS, READERS, Record
from leopold.forecast.lateness import Item, Lateness
from leopold.forecast.lateness.grids import crps, grid_of, nearest, quantiles
from leopold.forecast.lateness.items import Floats, table

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
_K = 3.0
INTRODUCTION = """## Lateness of payments and promises

    python3 run.py benchmark lateness --write

Data: `shared/data/receivables` and `shared/data/promises`, sources in their SOURCE.md. Split by time; the test is the
last 30 % of IBM, of the payer's ledger and of each project's issues, SiP's later half, Renzo's tasks after the first
2,000, and Little06's weeks of 2001 and 2002. Every parameter was chosen on items made before the test (`--before`).
The test was scored three times, after changes that did better before the test: members that smooth a counterparty's
record, then outcomes of one counterparty and day counted once. CRPS and MAE in days, or in ln(actual / promised) for
SiP and Renzo. Each item is forecast on the day it was made from what was settled before that day; controls from what
was settled before the test began. Items still open at the end of a record are learnt from as open, and not scored.
Issues are scored again without what a tracker may have counted later. An interval is closed: where one day holds more
than 80 %, so does the interval. *Claims* counts counterparties of whom the engine would say what to
expect: from 20 outcomes on, and none where identities tell nothing.

"""
MUST = {
    "ibm": "AUC ≥ .88, Brier ≤ .125, MAE ≤ 5.6",
    "payer": "CRPS ≤ 4.6, no claims",
    "sip": "CRPS ≤ .345",
    "renzo": "CRPS ≤ .315",
    "little": "CRPS ≤ 51",
}


class Row(NamedTuple):
    """Scores of one forecaster on one set."""

    auc: float
    brier: float
    mae: float
    crps: float
    coverage: float

    def cells(self) -> str:
        """Return the cells of the table."""
        digits = 1 if self.crps >= 10 else 2 if self.crps >= 1 else 3
        days = f"{self.mae:.{digits}f} | {self.crps:.{digits}f}"
        return f"{_share(self.auc)} | {_share(self.brier)} | {days} | {_share(self.coverage)}"


def auc(probability: Floats, late: Floats) -> float:
    """Return the chance that a late item has a higher probability than one that was not; ties count half."""
    _, rank, counts = np.unique(probability, return_inverse=True, return_counts=True)
    middle = (np.cumsum(counts) - (counts - 1) / 2)[rank]
    many = int(late.sum())
    if many in (0, len(late)):
        return float("nan")
    return float((middle[late > 0].sum() - many * (many + 1) / 2) / (many * (len(late) - many)))


def scored(masses: Floats, grid: Floats, outcome: Floats, low: Floats, high: Floats) -> dict[str, Floats]:
    """Return what is averaged, item by item."""
    late, probability = outcome > 0, np.asarray(masses[:, grid > 0].sum(axis=1))
    return {
        "probability": probability,
        "late": late.astype(np.float64),
        "brier": (probability - late) ** 2,
        "mae": np.abs(quantiles(masses, grid, np.array(0.5)) - outcome),
        "crps": crps(masses, grid, outcome),
        "held": ((low <= outcome) & (outcome <= high)).astype(np.float64),
    }


def row(scores: dict[str, Floats]) -> Row:
    """Return the averages."""
    means = (float(scores[name].mean()) for name in ("brier", "mae", "crps", "held"))
    return Row(auc(scores["probability"], scores["late"]), *means)


def ours(record: Record) -> tuple[Row, Lateness, int]:
    """Return the engine's scores on the test, the engine at the end, and for how many counterparties it would speak."""
    engine = Lateness(record.measure, elapsing=record.elapsing, by_kind=record.by_kind).fit(record.items, record.end)
    outcomes = _outcomes(record)
    parts = []
    for stretch in engine.forecasts_:
        known = [n for n, identity in enumerate(stretch.identities) if identity in outcomes]
        if known:
            outcome = np.array([outcomes[stretch.identities[n]] for n in known])
            low, high = stretch.low[known], stretch.high[known]
            parts.append(scored(stretch.masses[known], stretch.grid, outcome, low, high))
    together = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    firms = sorted({item.counterparty for item in record.items})
    claims = sum(not engine.expectation(firm).silent for firm in firms) if engine.telling_ else 0
    return row(together), engine, claims


def controls(record: Record) -> dict[str, Row]:
    """Return the scores of the raw promise, of everybody's outcomes, and of the counterparty's beside everybody's."""
    known = [item for item in record.items if item.settled is not None and item.settled < record.cut]
    past, tested = table(known, record.measure), table(_tested(record), record.measure)
    grid = grid_of(past.outcome)
    points = np.eye(len(grid))[nearest(grid, past.outcome)]
    pool = points.mean(axis=0)
    of = {name: points[past.counterparty == number] for number, name in enumerate(past.names)}
    own = np.array([(of[name].sum(axis=0) if name in of else 0 * pool) + _K * pool for name in tested.names])
    own /= own.sum(axis=1, keepdims=True)
    zero = np.eye(len(grid))[[int(np.flatnonzero(grid == 0)[0])] * len(tested)]
    found = {
        "raw promise": zero,
        "pool": np.tile(pool, (len(tested), 1)),
        "counterparty": own[tested.counterparty],
    }
    return {name: row(_interval(masses, grid, tested.outcome)) for name, masses in found.items()}


def section(name: str, record: Record) -> tuple[list[str], Row]:
    """Return the rows of the table of one set, and the engine's scores."""
    mine, engine, claims = ours(record)
    head = f"{record.name} (n {len(_tested(record))})"
    notes = f"{claims} claims, challenger's share {engine.share_:.2f}, as promised {engine.self_reported_:.0%}"
    lines = [f"| **{head}** | {mine.cells()} | {MUST.get(name, '')} |"]
    lines += [f"| {control} | {found.cells()} | |" for control, found in controls(record).items()]
    print(f"{head}: {notes}", file=sys.stderr)
    lines[0] = lines[0].replace("** |", f"**: {notes} |", 1)
    return lines, mine


def main(arguments: Sequence[str]) -> int:
    """Score, print, and write where asked."""
    parser = argparse.ArgumentParser("benchmarks.lateness", description="Forecasts of lateness against controls.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"which of {', '.join(READERS)}; all by default")
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--before", action="store_true", help="score what was made before the test, to choose by")
    parser.add_argument("--write", action="store_true", help="put the table into docs/figures.md")
    options = parser.parse_args(arguments)
    unknown = set(options.sets) - set(READERS)
    if unknown or (options.write and (options.before or options.sets)):
        parser.error(f"no such set: {', '.join(sorted(unknown))}" if unknown else "--write takes every set's test")
    if not options.data.is_dir():
        parser.error(f"no data in {options.data}; name its folder with --data")
    text = _table(options.sets or list(READERS), options.data, options.before)
    print(text)
    if options.write:
        sections.put(ROOT / "docs" / "figures.md", "lateness", INTRODUCTION + text)
    return 0


def _table(names: Sequence[str], folder: Path, before: bool) -> str:
    lines = ["| | AUC late | Brier | MAE | CRPS | 80 % holds | must |", "|---" * 7 + "|"]
    delayed = []
    for name in names:
        record = READERS[name](folder)
        rows, mine = section(name, record.before() if before else record)
        lines += rows
        if record.name.startswith("issues"):
            delayed.append(mine.auc)
    if len(delayed) > 1:
        lines.append(f"| issues, mean AUC of {len(delayed)} | {_share(float(np.mean(delayed)))} | | | | | AUC ≥ .80 |")
    lines += [_ablated(words, readers, names, folder, before) for words, readers in ABLATIONS.items() if delayed]
    return "\n".join(lines)


def _ablated(
    words: str, readers: dict[str, Callable[[Path], Record]], names: Sequence[str], folder: Path, before: bool
) -> str:
    """Return one line: the AUC of every project asked for without what its words name, and the mean."""
    found = {}
    for name in names:
        if name in readers:
            record = readers[name](folder)
            found[name] = ours(record.before() if before else record)[0].auc
    each = ", ".join(f"{name} {_share(area)}" for name, area in found.items())
    return f"| issues {words}: {each} | {_share(float(np.mean(list(found.values()))))} | | | | | |"


def _tested(record: Record) -> list[Item]:
    return [item for item in record.items if item.made >= record.cut and item.settled is not None]


def _outcomes(record: Record) -> dict[str, float]:
    tested = table(_tested(record), record.measure)
    return dict(zip(tested.identities, tested.outcome.tolist(), strict=True))


def _interval(masses: Floats, grid: Floats, outcome: Floats) -> dict[str, Floats]:
    low, high = (quantiles(masses, grid, np.array(share)) for share in (0.1, 0.9))
    return scored(masses, grid, outcome, low, high)


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
