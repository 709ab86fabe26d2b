"""Tables of invoices or payments: CSV with ; , tab or |, in UTF-8, UTF-16 or windows-1251, and XLSX.

A file is gone through twice: first for what only the whole of it tells (the order of day and month, the decimal
mark), then row by row, so a long CSV needs no memory. Positions are rows as a spreadsheet counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from leopold import tabular
from leopold.errors import LedgerError
from leopold.faults import Fault
from leopold.ledger import workbook
from leopold.ledger.columns import TITLES, Columns, Header, find
from leopold.ledger.days import Order, order_of
from leopold.ledger.money import decimal_mark
from leopold.ledger.rows import Body, Conventions
from leopold.ledger.source import Broken, Entry, Source

Row = tuple[int, list[str]]
_DATES = ("issued", "due", "paid", "at")
_AMOUNTS = ("amount", "credit", "debit", "balance")


class Csv:
    """A table as text."""

    name = "CSV"

    def recognises(self, source: Source) -> bool:
        """Any text that is not marked as something else; whether it is a ledger, its columns tell."""
        return bool(source.beginning) and not source.beginning.startswith("<") and not _is_other(source)

    def read(self, source: Source, columns: Columns | None = None) -> Iterator[Entry]:
        """Return the entries of the table. Raises LedgerError where its columns cannot be understood."""
        return _read(CsvTable.of(source, columns), source, columns)


class Xlsx:
    """A table in a workbook of Excel."""

    name = "XLSX"

    def recognises(self, source: Source) -> bool:
        """A zip that names the parts of a workbook."""
        return workbook.is_workbook(source.head)

    def read(self, source: Source, columns: Columns | None = None) -> Iterator[Entry]:
        """Return the entries of the table. Raises LedgerError where its columns cannot be understood."""
        try:
            rows = list(workbook.rows(source))
        except Broken as fault:
            return iter((source.refusal(fault.fault, fault.line),))
        return _read(RowTable(rows), source, columns)


def _is_other(source: Source) -> bool:
    return source.head.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0"))


class RowTable:
    """A table whose rows are all there."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def rows(self) -> Iterator[tuple[int, list[str] | Fault]]:
        """Yield number and cells of every row that is not empty."""
        return iter(self._rows)

    def first(self, count: int = TITLES + 3) -> list[Row]:
        """The rows among which the header is."""
        return list(self._rows[:count])


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as text, whose rows come as they are read."""

    source: Source
    encoding: str
    by: str

    @classmethod
    def of(cls, source: Source, columns: Columns | None) -> CsvTable:
        """Return the table with the delimiter by which most columns of its header are known."""
        name = tabular.encoding(source.head) or "utf-8"
        tables = [cls(source, name, by) for by in ";\t,|"]
        best, found = 0, None
        for table in tables:
            header = find(table.first(), columns)
            if header is not None and len(header.places) > best:
                best, found = len(header.places), table
        return found or max(tables, key=_regular)

    def rows(self) -> Iterator[tuple[int, list[str] | Fault]]:
        """Yield number and cells of every row that is not empty, or what is wrong with it."""
        number = 0
        with self.source.open() as file:
            try:
                for number, cells in enumerate(tabular.rows(tabular.lines(file, self.encoding), self.by), 1):
                    if isinstance(cells, Fault) or any(cell.strip("\ufeff \t\r\n") for cell in cells):
                        yield number, cells
            except tabular.TooLong:
                yield number + 1, Fault("long_row")

    def first(self, count: int = TITLES + 3) -> list[Row]:
        """The rows among which the header is; a quotation mark that is not closed ends them."""
        found: list[Row] = []
        for number, cells in islice(self.rows(), count):
            if isinstance(cells, list):
                found.append((number, cells))
        return found


def _regular(table: CsvTable) -> tuple[int, int]:
    """In how many rows a delimiter makes the same number of cells, and that number: commas in words make few alike."""
    widths = Counter(len(cells) for _, cells in table.first())
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))


def table_of(source: Source, columns: Columns | None = None) -> RowTable | CsvTable:
    """Return the table in a file. Raises Broken for a workbook that cannot be read."""
    return RowTable(list(workbook.rows(source))) if Xlsx().recognises(source) else CsvTable.of(source, columns)


def header_of(source: Source, columns: Columns | None = None) -> Header:
    """Return the header of a table, its mapping guessed where none is told: what a wizard shows and lets correct.

    Raises LedgerError where the columns cannot be understood, Broken where a workbook cannot be read.
    """
    return _header(table_of(source, columns), source, columns)


def _header(table: RowTable | CsvTable, source: Source, columns: Columns | None) -> Header:
    rows = table.first()
    found = find(rows, columns)
    if found is not None:
        return found
    if columns is not None:
        raise LedgerError("ledger_told", path=source.name, columns=", ".join(columns.columns.values()))
    widest = max(rows, key=lambda row: sum(bool(cell.strip()) for cell in row[1]), default=(0, []))
    seen = ", ".join(cell.strip("\ufeff ")[:40] for cell in widest[1][:30] if cell.strip())
    if not seen:
        raise LedgerError("ledger_headless", path=source.name)
    raise LedgerError("ledger_columns", path=source.name, columns=seen)


def _read(table: RowTable | CsvTable, source: Source, columns: Columns | None) -> Iterator[Entry]:
    header = _header(table, source, columns)
    return Body(source, header, conventions_of(table, header)).entries(table.rows())


def conventions_of(table: RowTable | CsvTable, header: Header) -> Conventions:
    """Return what the whole file tells: what stands first in dates with slashes, and the decimal mark."""
    dates = [header.places[key] for key in _DATES if key in header.places]
    amounts = [header.places[key] for key in _AMOUNTS if key in header.places]
    slashed: dict[str, None] = {}
    marks: dict[str, None] = {}
    for number, cells in table.rows():
        if number <= header.row or not isinstance(cells, list):
            continue
        with suppress(IndexError):
            slashed.update((cells[place].strip()[:6], None) for place in dates if "/" in cells[place])
            for place in amounts:
                marks[decimal_mark((cells[place],))] = None
    marks.pop("", None)
    order: Order = order_of(f"{text.rpartition('/')[0]}/2000" for text in slashed)
    found = Conventions(order, "".join(marks) if len(marks) == 1 else "", "")
    told = header.told
    if told is None:
        return found
    return replace(found, order=told.order or found.order, mark=told.mark or found.mark, currency=told.currency)
