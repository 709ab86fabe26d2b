"""The command: train and score the sets named, print their tables, and keep them in the document of figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.notice import DATASETS
from benchmarks.notice.protocol import Missing, write

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
FIGURES = ROOT / "docs" / "figures.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 1 when the data are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.notice", description=__doc__)
    parser.add_argument("datasets", nargs="+", choices=sorted(DATASETS), metavar="DATASET", help=", ".join(DATASETS))
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the public sets")
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/figures.md")
    asked = parser.parse_args(arguments)
    if not asked.data.is_dir():
        print(f"{asked.data} is no folder; name that of the public sets with --data", file=sys.stderr)
        return 1
    try:
        for name in asked.datasets:
            table = DATASETS[name](asked.data)
            print(table.text(), end="\n\n", flush=True)
            if asked.write:
                write(FIGURES, table)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
