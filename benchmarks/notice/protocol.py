"""What a benchmark of notices shows: one table, as text and as Markdown, and its place in the document of figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import sections


class Missing(Exception):
    """A file of the public sets is not there."""


class Row(NamedTuple):
    """One way of doing it, and its figures, one a column; None where there is none."""

    name: str
    values: tuple[float | None, ...]


class Table(NamedTuple):
    """What was measured on one set.

    `key` is a word that names the section in the document. `protocol` is one line: data, split, seed, how thresholds
    are chosen, seconds of training. `must` holds the figure to reach, as text, one a column. `lost` says what was tried
    and did not win, each with its figure. `command` is the benchmark that makes it.
    """

    key: str
    title: str
    protocol: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    must: tuple[str, ...]
    lost: tuple[str, ...]
    command: str = "notice"

    def text(self) -> str:
        """Return the table for a terminal."""
        lines = _cells(self)
        widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
        body = [
            "  ".join([line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))])
            for line in lines
        ]
        lost = ["Lost:", *(f"  {one}" for one in self.lost)] if self.lost else []
        return "\n".join([self.title, self.protocol, "", *(line.rstrip() for line in body), *lost])

    def markdown(self) -> str:
        """Return the table as a section for the document of figures."""
        head, *body = (f"| {' | '.join(line)} |" for line in _cells(self))
        lines = [
            f"## {self.title}",
            "",
            f"    python3 run.py benchmark {self.command} {self.key}",
            "",
            self.protocol,
            "",
        ]
        lines += [head, "|---" * (1 + len(self.columns)) + "|", *body]
        if self.lost:
            lines += ["", "Tried and lost:", "", *(f"- {one}" for one in self.lost)]
        return "\n".join(lines)


def figure(value: float | None) -> str:
    """Return a share as it stands in a table: `.461`, `1.000`, `–` for None."""
    if value is None:
        return "–"
    text = f"{value:.3f}"
    return text[1:] if text.startswith("0.") else text


def _cells(table: Table) -> list[tuple[str, ...]]:
    width = len(table.columns)
    wrong = [row.name for row in table.rows if len(row.values) != width]
    if wrong or len(table.must) != width:
        raise ValueError(f"table {table.key}: {width} columns, but not so {', '.join(wrong) or 'what must be reached'}")
    rows = [(row.name, *(figure(value) for value in row.values)) for row in table.rows]
    return [("", *table.columns), *rows, ("must", *(one or "–" for one in table.must))]


def replaced(document: str, table: Table) -> str:
    """Return a document with the table's section put in the place of its former one; ValueError as `sections` says."""
    return sections.replaced(document, f"{table.command}:{table.key}", table.markdown())


def write(path: Path, table: Table) -> None:
    """Put a table's section into a document, which is made when there is none."""
    sections.put(path, f"{table.command}:{table.key}", table.markdown())


def need(folder: Path, names: Sequence[str]) -> list[Path]:
    """Return the paths of files below a folder.

    Raises Missing naming the first that is not there.
    """
    paths = [folder / name for name in names]
    for path in paths:
        if not path.is_file():
            raise Missing(f"{path} is not there; name the folder of the public sets with --data")
    return paths
