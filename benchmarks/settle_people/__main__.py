"""The command: replay what is named, print the tables, and keep them in the document of figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.notice.__main__ import DATA, FIGURES
from benchmarks.notice.protocol import Missing, Table, write
from benchmarks.settle_people import manipulation, replay

TABLES: dict[str, tuple[Callable[[Path], Table], ...]] = {
    "casino": (replay.proposals, replay.improvements),
    "improvement": (replay.improvements,),
    "manipulation": (manipulation.table,),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 1 when the data are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.settle_people", description=__doc__)
    parser.add_argument("parts", nargs="+", choices=sorted(TABLES), metavar="PART", help=", ".join(TABLES))
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the public sets")
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/figures.md")
    asked = parser.parse_args(arguments)
    try:
        for part in asked.parts:
            for table_of in TABLES[part]:
                table = table_of(asked.data)
                print(table.text(), end="\n\n", flush=True)
                if asked.write:
                    write(FIGURES, table)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
