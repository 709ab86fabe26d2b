"""Invoices and payments: files of every format to the words of the model, and which payment settled which invoice."""

from __future__ import annotations

from leopold.ledger.columns import Columns
from leopold.ledger.files import READERS, read_entries, read_ledger, table_header
from leopold.ledger.matching import Matching, match
from leopold.ledger.reading import Books, read_books
from leopold.ledger.settling import settle

__all__ = [
    "READERS",
    "Books",
    "Columns",
    "Matching",
    "match",
    "read_books",
    "read_entries",
    "read_ledger",
    "settle",
    "table_header",
]
