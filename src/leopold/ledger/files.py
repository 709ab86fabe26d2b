"""Ledger files of every known format: which reader a file is for, and what stands in it.

To add a format, write a reader in a file of its own and put it into `READERS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leopold.errors import LedgerError
from leopold.ledger.camt import Camt
from leopold.ledger.cii import Cii, FacturX
from leopold.ledger.columns import Columns, Header
from leopold.ledger.elements import root_tag
from leopold.ledger.mt940 import Mt940
from leopold.ledger.ofx import Ofx
from leopold.ledger.one_c import OneC
from leopold.ledger.previews import Sheet
from leopold.ledger.source import Entry, Reader, Source, source_of
from leopold.ledger.tables import Csv, Xlsx, header_of
from leopold.ledger.ubl import Ubl
from leopold.model import Invoice, Payment, Refusal

CSV, XLSX = Csv(), Xlsx()
READERS: tuple[Reader, ...] = (XLSX, FacturX(), OneC(), Ofx(), Camt(), Ubl(), Cii(), Mt940(), CSV)
"""All formats. A text that no other reader knows is a CSV; of the others one at most recognises a file."""


def read_ledger(path: Path) -> Iterator[Invoice | Payment | Refusal]:
    """Return the invoices or payments of a file of any format, and a refusal for what cannot be read of it.

    Positions are rows as a spreadsheet counts them, or lines. Raises SourceError when the file cannot be opened,
    LedgerError when nobody can tell what it is, or its columns cannot be understood.
    """
    entries = read_entries(path)
    return (entry for entry in entries if isinstance(entry, Invoice | Payment | Refusal))


def read_entries(path: Path, columns: Columns | None = None) -> Iterator[Entry]:
    """Return all that stands in a file: also balances, and doubts about what does not add up.

    `columns` says what the columns of a table mean, where a person has told; other formats know. Raises as
    `read_ledger` does.
    """
    source = source_of(path)
    reader = reader_of(source)
    if columns is not None and reader in (CSV, XLSX):
        return (CSV if reader is CSV else XLSX).read(source, columns)
    return reader.read(source)


def table_header(path: Path, columns: Columns | None = None) -> Header | None:
    """Return what the columns of a table seem to mean, to be shown and corrected; None where the file is no table.

    Raises SourceError and LedgerError as `read_ledger` does, Broken for a workbook that cannot be read.
    """
    source = source_of(path)
    return header_of(source, columns) if reader_of(source) in (CSV, XLSX) else None


def first_rows(path: Path) -> Sheet | None:
    """Return how a table begins, for a person to say what its columns mean; None where the file is no table.

    Raises SourceError and LedgerError as `read_ledger` does, Broken for a workbook that cannot be read.
    """
    source = source_of(path)
    return Sheet.of(source) if reader_of(source) in (CSV, XLSX) else None


def reader_of(source: Source) -> Reader:
    """Return the reader that knows the file. Raises LedgerError where none does."""
    for reader in READERS:
        if reader.recognises(source):
            return reader
    if source.head.startswith(b"\xd0\xcf\x11\xe0"):
        raise LedgerError("ledger_old_excel", path=source.name)
    if source.beginning.startswith("<"):
        raise LedgerError("ledger_other_xml", path=source.name, element=root_tag(source.beginning)[:40] or "?")
    raise LedgerError("ledger_no_text", path=source.name)
