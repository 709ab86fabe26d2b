"""Books and what is expected of them as plain JSON values: what `leopold ledger` gives to scripts.

docs/ledger.schema.json describes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from leopold.forecast.cash import Cash, Sum
from leopold.forecast.lateness import Expectation
from leopold.forecast.receivables import InvoiceForecast, Outlook, outlook
from leopold.languages import Language
from leopold.ledger import documents
from leopold.ledger.matching import Matching, match
from leopold.ledger.reading import Books
from leopold.ledger.standing import as_known, known_on, standing_on
from leopold.model import Invoice


def parts(books: Books, language: Language, day: date) -> dict[str, Any]:
    """Return the fields of the books' document with the outlook on the evening of `day`; long lists are iterators.

    Invoices, payments and matches are all that was read, also what is later; the outlook knows nothing of that.
    """
    matching = match(books.invoices, books.payments)
    found = outlook_of(books, matching, day)
    of = documents.parts(books, matching, language)
    of["invoices"] = _invoices(books.invoices, of["invoices"], found, day)
    return {
        **of,
        "as_of": day.isoformat(),
        "settled": found.settled,
        "cash": [_cash(each) for each in found.cash],
        "counterparties": [_pattern(each) for each in found.patterns],
    }


def outlook_of(books: Books, matching: Matching, day: date) -> Outlook:
    """Return the outlook of books of which `matching` is all that could be matched."""
    bills, moves = known_on(books.invoices, books.payments, day)
    if bills != books.invoices or moves != books.payments:
        matching = match(bills, moves)
    return outlook(standing_on(bills, moves, matching, day), day)


def _invoices(
    invoices: list[Invoice], plain: Iterator[dict[str, Any]], found: Outlook, day: date
) -> Iterator[dict[str, Any]]:
    told: Mapping[Invoice, InvoiceForecast] = {each.invoice: each for each in found.forecasts}
    for invoice, fields in zip(invoices, plain, strict=True):
        yield {**fields, "forecast": _forecast(told.get(as_known(invoice, day)))}


def _forecast(one: InvoiceForecast | None) -> dict[str, Any] | None:
    if one is None:
        return None
    days = {name: getattr(one, name) for name in ("expected", "low", "high")}
    return {
        "left": str(one.left),
        "late": None if one.late is None else round(one.late, 4),
        **{name: each.isoformat() if each else None for name, each in days.items()},
        "n": one.n,
    }


def _cash(each: Cash) -> dict[str, Any]:
    return {
        "currency": each.currency,
        "open": str(each.open),
        "offered": str(each.offered),
        "weeks": [
            {"week": "{}-W{:02}".format(*monday.isocalendar()), "monday": monday.isoformat(), **_sum(week)}
            for monday, week in zip(each.mondays, each.weeks, strict=True)
        ],
        "later": _sum(each.later),
    }


def _sum(one: Sum) -> dict[str, str]:
    named: list[tuple[str, Decimal]] = list(zip(("expected", "low", "high"), one, strict=True))
    return {name: str(value) for name, value in named}


def _pattern(one: Expectation) -> dict[str, Any]:
    return {
        "counterparty": one.counterparty,
        "n": one.n,
        "low": None if one.silent else round(one.low),
        "high": None if one.silent else round(one.high),
        "silent": one.silent,
    }
