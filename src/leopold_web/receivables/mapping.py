"""What the columns of tables mean here: as a person said of this file, as one said of its heading, or as it is guessed.

A table is asked about where nobody can tell what it holds, or nothing of it can be read by what was guessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils import timezone

from leopold import tabular
from leopold.errors import LedgerError
from leopold.ledger import Columns, first_rows, read_entries, table_header
from leopold.ledger.columns import find
from leopold.ledger.previews import Sheet
from leopold.ledger.source import Broken, Entry
from leopold.model import Invoice, Payment, Refusal
from leopold_web.accounts.models import User, Workspace
from leopold_web.inbox.models import Source
from leopold_web.receivables.models import TableMapping
from leopold_web.receivables.taking import STATED
from leopold_web.storage import storable

ASKED: Final = frozenset(("ledger_columns", "ledger_told"))
"""What is wrong with a table that somebody can mend by saying what its columns mean."""
KEPT: Final = 25
"""Rows of a table that are kept with what its columns mean, so that it can be looked at again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a file, and of which states of invoices it tells beside them."""

    entries: list[Entry]
    states: frozenset[str]


def read(workspace: Workspace, source: Source) -> Reading | None:
    """Return what stands in a ledger, None where a person has to say first what its columns mean.

    Raises SourceError and LedgerError as `leopold.ledger.read_entries` does.
    """
    path = Path(source.path)
    sheet = sheet_at(path)
    if sheet is None:
        return Reading(list(read_entries(path)), frozenset())
    said = Columns.of(source.columns) if source.columns else None
    can_ask = said is None and any(len(cells) > 1 for _, cells in sheet.rows)
    if can_ask and source.ask_first:
        return None
    columns = said or remembered(workspace, sheet)
    try:
        header, entries = table_header(path, columns), list(read_entries(path, columns))
    except LedgerError as error:
        if can_ask and error.fault.kind in ASKED:
            return None
        raise
    refused = any(isinstance(each, Refusal) for each in entries)
    if can_ask and refused and not any(isinstance(each, Invoice | Payment) for each in entries):
        return None
    return Reading(entries, STATED & set(header.places if header else ()))


def sheet_at(path: Path) -> Sheet | None:
    """Return how the table at `path` begins, None where it is none. Raises SourceError and LedgerError."""
    with suppress(Broken):
        return first_rows(path)
    return None


def remembered(workspace: Workspace, sheet: Sheet) -> Columns | None:
    """Return what was said of the heading of a table, None where nobody has."""
    for row in TableMapping.objects.filter(workspace=workspace):
        columns = Columns.of(row.columns)
        header = find(sheet.rows, columns)
        if header is not None and key_of_heading(header.names) == row.key:
            TableMapping.objects.filter(pk=row.pk).update(used_at=timezone.now())
            return columns
    return None


def remember(workspace: Workspace, sheet: Sheet, columns: Columns, name: str, user: User | None) -> TableMapping:
    """Keep what the columns under a heading mean. Raises LedgerError where the sheet has no such heading."""
    header = sheet.header(columns)
    values = {
        "name": storable(name)[:200],
        "columns": storable(columns.plain()),
        "sheet": storable(sheet.plain(KEPT)),
        "made_by": user,
        "made_at": timezone.now(),
    }
    row, _ = TableMapping.objects.update_or_create(
        workspace=workspace, key=key_of_heading(header.names), defaults=values
    )
    return row


def change(row: TableMapping, columns: Columns, user: User) -> None:
    """Say anew what the columns under a heading mean; files that come later are read so. Raises LedgerError."""
    Sheet.from_plain(row.sheet).header(columns)
    row.columns, row.made_by, row.made_at = storable(columns.plain()), user, timezone.now()
    row.save(update_fields=["columns", "made_by", "made_at"])


def key_of_heading(names: Sequence[str]) -> str:
    """Return a digest of a heading, of which neither case nor spaces make another."""
    plain = "\n".join(tabular.plain(name) for name in names)
    return hashlib.blake2b(storable(plain).encode(), digest_size=32).hexdigest()
