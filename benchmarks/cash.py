"""Expected cash by week against what came, in time order, with two controls.

    python3 run.py benchmark cash                   # on what was made before each set's test: what was chosen by
    python3 run.py benchmark cash --test --write    # the test, and the table into docs/figures.md

On the first day of each fourth week the ledger is learnt from what was settled by then, and the cash of 13 weeks is
forecast from what is open; what is billed later does not count. Each week is scored against what came of those
invoices in it. Controls: every invoice is paid in the week it is due, or now if that is over; and everybody's days late
of what was settled by then, for each invoice by itself.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from benchmarks import sections
from benchmarks.lateness_data import READERS, Record
from leopold.forecast.cash import Due, Weeks
from leopold.forecast.cash.courses import Dependence, simulated
from leopold.forecast.cash.replaying import INTERVAL
from leopold.forecast.cash.weeks import probabilities
from leopold.forecast.lateness.grids import grid_of, later, nearest
from leopold.forecast.receivables import outlook
from leopold.ledger.matching import Matching
from leopold.ledger.standing import Standing, known_on, standing_on
from leopold.model import Invoice

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
SETS: Final = ("ibm", "payer")
EVERY: Final = timedelta(days=28)
MISSED: Final = 2 / (1 - (INTERVAL[1] - INTERVAL[0]))
PARTS: Final = ((0, 4), (4, 13))
_NOTHING: Final = Matching((), (), ())
INTRODUCTION: Final = """## Expected cash by week

    python3 run.py benchmark cash{words} --write

Data: IBM's receivables, and a payer's ledger of 2023 in which every bill counts as 1, since it has no amounts; split as
under *Lateness*. {split} Every fourth Monday the ledger is
learnt from what was settled before it, and what is open is forecast for 13 weeks; each week counts once. *Error* is the
mean of |expected − came|, *score* that of the 80 % interval's width and 10 times what fell outside it (smaller is
better), both as a share of what came in a mean week; *holds* is the share of weeks inside the interval.

"""


class Week(NamedTuple):
    """What one forecaster said of a week, and what came."""

    number: int
    expected: float
    low: float
    high: float
    came: float


def invoices(record: Record) -> list[Invoice]:
    """Return the items of a record as invoices with the days on which they were paid."""
    money = record.name.startswith("IBM")
    return [
        Invoice(
            *(item.identity, item.counterparty, item.made, item.made + timedelta(days=int(item.promised))),
            *(Decimal(f"{item.features[0]:.2f}") if money else Decimal(1), "USD"),
            paid=item.settled,
        )
        for item in record.items
    ]


def origins(record: Record) -> Iterator[date]:
    """Yield the evenings on which a forecast is made: Sundays, from the first day of the test on."""
    day = record.cut + timedelta(days=6 - record.cut.weekday())
    last = max(item.made for item in record.items)
    while day < last:
        yield day
        day += EVERY


def weeks_of(bills: Sequence[Invoice], day: date, end: date) -> dict[str, list[Week]]:
    """Return what each forecaster says of the weeks after an evening that end before `end`."""
    standings = standing_on(*known_on(bills, (), day), _NOTHING, day)
    open_ = [each for each in standings if each.settled is None]
    paid = {(bill.number, bill.counterparty): bill.paid for bill in bills}
    weeks = Weeks.after(day)
    came = np.zeros(weeks.many + 1)
    for each in open_:
        at = paid[each.invoice.number, each.invoice.counterparty]
        if at is not None:
            came[min((at.toordinal() - weeks.first) // 7, weeks.many)] += float(each.left)
    known = [number for number in range(weeks.many) if weeks.monday(number) + timedelta(days=7) <= end]
    told = {
        "this engine": [
            (float(week.expected), float(week.low), float(week.high)) for week in outlook(standings, day).cash[0].weeks
        ],
        "as promised": promised(open_, weeks),
        "pool": pool(standings, open_, weeks),
    }
    return {name: [Week(number, *said[number], came[number]) for number in known] for name, said in told.items()}


def promised(open_: Sequence[Standing], weeks: Weeks) -> list[tuple[float, float, float]]:
    """Return the weeks in which invoices are due; what is overdue comes in the first."""
    sums = np.zeros(weeks.many + 1)
    for each in open_:
        late = (each.invoice.due.toordinal() - weeks.first) // 7
        sums[min(max(late, 0), weeks.many)] += float(each.left)
    return [(each, each, each) for each in sums.tolist()]


def pool(standings: Sequence[Standing], open_: Sequence[Standing], weeks: Weeks) -> list[tuple[float, float, float]]:
    """Return the weeks by everybody's days late so far, each invoice by itself."""
    outcome = np.array([float((e.settled - e.invoice.due).days) for e in standings if e.settled], dtype=np.float64)
    grid = grid_of(outcome)
    share = np.bincount(nearest(grid, outcome), minlength=len(grid)) / len(outcome)
    days = np.array([each.invoice.due.toordinal() for each in open_], dtype=np.int64)
    bounds = (weeks.morning - days).astype(np.float64)
    chances = probabilities(Due(days, later(np.tile(share, (len(days), 1)), grid, bounds), grid, grid[-1]), weeks)
    sums = np.array([float(each.left) for each in open_])
    drawn = simulated(chances, sums, np.arange(len(sums)), Dependence(0, 0), 0, 400)
    low, high = np.quantile(drawn, INTERVAL, axis=0)
    return list(zip((sums @ chances).tolist(), low.tolist(), high.tolist(), strict=True))


def rows(record: Record) -> list[str]:
    """Return the rows of the table of one set."""
    bills, found, many = invoices(record), dict[str, list[Week]](), 0
    for day in origins(record):
        many += 1
        for name, told in weeks_of(bills, day, record.end).items():
            found.setdefault(name, []).extend(told)
    cells = {
        name: [_scores([week for week in told if a <= week.number < b]) for a, b in PARTS]
        for name, told in found.items()
    }
    return [
        f"| {'**' + record.name + f'** ({many} forecasts): ' if name == 'this engine' else ''}{name} | "
        + " | ".join(f"{error:.2f} | {score:.2f} | {_share(holds)}" for error, score, holds in each)
        + " |"
        for name, each in cells.items()
    ]


def _scores(told: Sequence[Week]) -> tuple[float, float, float]:
    _, expected, low, high, came = (np.array(each, dtype=np.float64) for each in zip(*told, strict=True))
    missed = np.maximum(low - came, 0) + np.maximum(came - high, 0)
    mean = max(float(came.mean()), 1e-9)
    holds = float(((low - 0.005 <= came) & (came <= high + 0.005)).mean())
    return float(np.abs(expected - came).mean()) / mean, float((high - low + MISSED * missed).mean()) / mean, holds


def _table(names: Sequence[str], folder: Path, test: bool) -> str:
    head = "| | weeks 1–4: error | score | holds | weeks 5–13: error | score | holds |"
    lines = [head, "|---" * 7 + "|"]
    for name in names:
        record = READERS[name](folder)
        lines += rows(record if test else record.before())
    return "\n".join(lines)


def _share(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def main(arguments: Sequence[str]) -> int:
    """Score, print, and write where asked."""
    parser = argparse.ArgumentParser("benchmarks.cash", description="Expected cash by week against what came.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"which of {', '.join(SETS)}; all by default")
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--test", action="store_true", help="score the test; else what was made before it")
    parser.add_argument("--write", action="store_true", help="put the table into docs/figures.md")
    options = parser.parse_args(arguments)
    unknown = set(options.sets) - set(SETS)
    if unknown or (options.write and options.sets):
        parser.error(f"no such set: {', '.join(sorted(unknown))}" if unknown else "--write takes every set")
    if not options.data.is_dir():
        parser.error(f"no data in {options.data}; name its folder with --data")
    text = _table(options.sets or SETS, options.data, options.test)
    print(text)
    if options.write:
        split = "This is the test." if options.test else "These are the last 40 % before the test, which was chosen by."
        introduction = INTRODUCTION.format(words=" --test" if options.test else "", split=split)
        sections.put(ROOT / "docs" / "figures.md", "cash", introduction + text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
