"""Invoices and payments: files to the words of the model, and which payment settled which invoice."""

from __future__ import annotations

from leopold.ledger.files import read_ledger
from leopold.ledger.settling import settle

__all__ = ["read_ledger", "settle"]
