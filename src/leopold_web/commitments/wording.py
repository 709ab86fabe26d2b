"""How promises are put into words: facts that prove a change, corrections, days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leopold_web.commitments.models import Commitment, CommitmentEdit
from leopold_web.wording import day, language

FACTS: Final[Mapping[str, Callable[[], str]]] = {
    "invoice_paid": lambda: _("Invoice %(number)s was paid"),
    "invoice_overdue": lambda: _("Invoice %(number)s was not paid by then"),
}
FIELDS: Final[Mapping[str, Callable[[], str]]] = {
    "owner": lambda: _("who promised"),
    "to": lambda: _("to whom"),
    "what": lambda: _("what was promised"),
    "condition": lambda: _("on what condition"),
    "due": lambda: _("due day"),
    "keeper": lambda: _("who watches it"),
    "side": lambda: _("whose promise it is"),
    "clause": lambda: _("what it is in the contract"),
    "reference": lambda: _("where it stands"),
}


def fact_words(fact: Mapping[str, Any]) -> str:
    """Return a fact of the ledger that proves a change, in the reader's language."""
    if fact["kind"] not in FACTS:
        return ""
    return str(FACTS[fact["kind"]]() % fact["values"])


def edit_words(edit: CommitmentEdit) -> str:
    """Return a correction: which field, what it was, and what it became."""
    values = {"before": _value(edit, edit.before), "after": _value(edit, edit.after), "field": FIELDS[edit.field]()}
    return _("Corrected, %(field)s: %(before)s → %(after)s") % values


def weekday_of(value: date) -> str:
    """Return ``Friday, 6 March 2026`` or ``пятница, 6 марта 2026``."""
    name = date_format(value, "l")
    return f"{name.lower() if language() == 'ru' else name}, {day(value)}"


def _value(edit: CommitmentEdit, text: str) -> str:
    if not text:
        return "–"
    match edit.field:
        case "due":
            return day(date.fromisoformat(text))
        case "side":
            return str(Commitment.Side(text).label)
        case "clause":
            return str(Commitment.Clause(text).label)
    return text
