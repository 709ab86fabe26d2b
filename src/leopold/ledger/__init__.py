"""Invoices and payments: files of every format to the words of the model, and which payment settled which invoice."""

from __future__ import annotations

from leopold.ledger.columns import Columns
from leopold.ledger.files import READERS, first_rows, read_entries, read_ledger, table_header
from leopold.ledger.matching import Decision, Matching, match
from leopold.ledger.reading import Books, payment_key, read_books
from leopold.ledger.settling import settle

__all__ = [
    "READERS",
    "Books",
    "Columns",
    "Decision",
    "Matching",
    "first_rows",
    "match",
    "payment_key",
    "read_books",
    "read_entries",
    "read_ledger",
    "settle",
    "table_header",
]
