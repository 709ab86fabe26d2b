"""Signals and forecasts on public labelled data: a table for each set, with controls, baseline and published figure.

    python -m benchmarks.notice DATASET… [--data FOLDER] [--write]

One file a set or family of sets. Each says its protocol; every threshold comes from a dev part or from inner folds, and
a test part is scored once, at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks.notice.protocol import Table


def _table_of(module: str, function: str = "table") -> Callable[[Path], Table]:
    def call(data: Path) -> Table:
        table: Table = getattr(import_module(f"benchmarks.notice.{module}"), function)(data)
        return table

    return call


DATASETS: dict[str, Callable[[Path], Table]] = {
    "goemotions": _table_of("goemotions"),
    "cedr": _table_of("cedr"),
    "tydip": _table_of("tydip"),
    "incivility": _table_of("incivility"),
    "sentirueval": _table_of("sentirueval"),
    "complaints": _table_of("complaints"),
    "cga_wiki": _table_of("derailment", "wiki"),
    "cga_cmv": _table_of("derailment", "cmv"),
}
"""By name, what trains on a set and scores it, given the folder of all sets; modules are imported when called."""
