"""Fit what each reason of an alert weighs on our labelled stories, and write it into the package.

    python -m training.alerts [--dry]

The stories are those of the sample and those of `training/stories`, each read by a reader of kinds that never saw it
(`training.left_out`), since the shipped one learned from them. Run it again whenever the readers of signals change; it
takes some minutes. It writes `src/leopold/relationships/fitted.py`
and the figures of `docs/models/alerts.md`, and says how alerts do on stories that the fit had not seen. The held-out
stories are never read. `training.alert_fit` holds the method.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.alert_scores import judge
from benchmarks.leave_one_out import left_out
from benchmarks.stories import line, scores
from benchmarks.story_cases import Case, ReaderWithout, case, homes
from training.alert_fit import GROUPS, Fitting, fit_stories, group, shares_of
from training.alert_moments import KINDS
from training.left_out import reader_without
from training.rows import STORIES

HERE: Final = Path(__file__).resolve().parents[1]
TABLE: Final = HERE / "src" / "leopold" / "relationships" / "fitted.py"
CARD: Final = HERE / "docs" / "models" / "alerts.md"
START, END = "<!-- figures of `python -m training.alerts` -->\n", "<!-- end -->\n"


def stories_in(work: Path) -> list[Case]:
    """Return the stories that weights are fitted on, built below `work`: the sample's first."""
    return [case(home) for places in ((), (STORIES,)) for home in homes(places, work)]


def train(reader_without: ReaderWithout | None = reader_without, *, dry: bool = False) -> Fitting:
    """Fit, tell how it does on stories left out, and write it unless `dry`.

    `reader_without` returns for a story's id a reader of letters trained without that story; with None every story is
    read as the shipped readers read it.
    """
    with TemporaryDirectory() as work:
        cases = stories_in(Path(work))
    fitting = fit_stories(cases, reader_without)
    told = [*_told(cases, fitting, reader_without), "", *_shares(fitting)]
    print("\n".join(told))
    if not dry:
        TABLE.write_text(table(fitting), encoding="utf-8")
        before, _, rest = CARD.read_text(encoding="utf-8").partition(START)
        figures = "\n".join(f"    {row}".rstrip() for row in told)
        CARD.write_text(f"{before}{START}\n{figures}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return fitting


def _told(cases: Sequence[Case], fitting: Fitting, reader_without: ReaderWithout | None) -> Iterator[str]:
    """Yield how alerts do on the stories, by rule and language."""
    yield f"{'each story left out':36} {'':4} {'hits':5} {'recall':>6} {'precision':>9} {'F1':>5} false* lead share"
    for name, by_story in left_out(cases, reader_without, fitting).items():
        for told, chosen in (("", True), (", stories of training", False)):
            rows = [one for one in cases if ("-d-" in one.course.id) == chosen]
            parts = scores(judge(one.course, by_story[one.course.id]) for one in rows)
            yield from (line(name + told if part == "all" else "", part, one) for part, one in parts.items())
    held = fitting.setting
    yield f"* healthy stories with an alert. Held by {held.strength:g}, false moments weigh {held.against:g}."


def _shares(fitting: Fitting) -> Iterator[str]:
    """Yield the share of each kind, group by group."""
    shares = by_kind(fitting)
    for name in GROUPS:
        yield f"{name}:"
        yield from (f"  {kind:20} {share:5.2f}" for kind, share in shares.items() if group(kind) == name)


def by_kind(fitting: Fitting) -> dict[str, float]:
    """Return the share of each kind as it is written: with three decimals."""
    return {kind: round(share, 3) for kind, share in zip(KINDS, shares_of(fitting.logs).tolist(), strict=True)}


def table(fitting: Fitting) -> str:
    """Return the module of the fitted shares, as the house's formatter would have it."""
    head, _, _ = TABLE.read_text(encoding="utf-8").partition("SHARES")
    rows = "".join(f'    "{kind}": {share},\n' for kind, share in by_kind(fitting).items())
    return f"{head}SHARES: dict[str, float] = {{\n{rows}}}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="say how it would do, and write nothing")
    train(dry=parser.parse_args(arguments).dry)
    return 0


if __name__ == "__main__":
    sys.exit(main())
