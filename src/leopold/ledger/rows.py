"""The rows of a table as invoices or payments, each refused with row, column and mend where it cannot be read.

Rows of totals are passed over where they agree with the rows above them, and doubted where they do not; rows and
columns of balances are held against the amounts between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from sys import intern

from leopold.faults import Fault
from leopold.ledger.columns import Header
from leopold.ledger.days import Order, day
from leopold.ledger.figures import joined
from leopold.ledger.money import Unclear, amount, currency
from leopold.ledger.source import Entry, Source
from leopold.model import Balance, Invoice, Payment, Refusal

_YES = frozenset(("1", "true", "yes", "y", "x", "+", "✓", "да", "истина", "disputed", "спор", "оспорен"))
_NO = frozenset(("", "0", "false", "no", "n", "-", "–", "—", "нет", "ложь", "open", "unpaid", "не оплачен"))
_TOTAL = re.compile(
    r"^(?:итог\w*|всего|подытог|обороты?|сумма|grand total|sub-?total|totals?|sum|summe|totaal)(?:$|[\s:.,;(])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:входящ\w+ (?:остаток|сальдо)|начальн\w+ (?:остаток|сальдо)|(?:остаток|сальдо) (?:на начало|входящ)|"
    r"opening balance|balance brought forward|beginning balance|previous balance|anfangssaldo)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:исходящ\w+ (?:остаток|сальдо)|конечн\w+ (?:остаток|сальдо)|(?:остаток|сальдо) (?:на конец|исходящ)|"
    r"closing balance|balance carried forward|ending balance|endsaldo)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Conventions:
    """What the whole file tells, or a person told: `order` of dates with slashes, decimal `mark`, currency if any."""

    order: Order
    mark: str
    currency: str


class _Bad(Exception):
    """A cell that cannot be read: its column, and why; None where it is empty."""

    def __init__(self, column: str, cell: str, fault: Fault | None) -> None:
        super().__init__(column, cell, fault)
        self.column, self.cell, self.fault = column, cell, fault

    def at(self, row: int) -> Fault:
        """Return what is wrong with row `row`."""
        if self.fault is None:
            return Fault("blank_cell", row=row, column=self.column)
        return Fault("cell", row=row, column=self.column, cell=self.cell[:40], fault=self.fault)


@dataclass(slots=True)
class _Sums:
    """What the rows so far come to, and the balances that the table states."""

    total: Decimal = Decimal(0)
    since_total: Decimal = Decimal(0)
    entries: int = 0
    currencies: set[str] = field(default_factory=set)
    opening: Decimal | None = None
    closing: Decimal | None = None
    running: list[tuple[int, Decimal, Decimal]] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    def add(self, value: Decimal, unit: str) -> None:
        """Count a row."""
        self.total += value
        self.since_total += value
        self.entries += 1
        self.currencies.add(unit)


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below a header that is understood."""

    source: Source
    header: Header
    conventions: Conventions

    def entries(self, rows: Iterable[tuple[int, list[str] | Fault]]) -> Iterator[Entry]:
        """Yield what each row holds, in order; last the balance, where the table states one."""
        make: Callable[[_Row], Invoice | Payment] = _invoice if self.header.kind == "invoices" else _payment
        sums, refused = _Sums(), False
        for number, cells in rows:
            if not isinstance(cells, list):
                if number > self.header.row:
                    refused = True
                    yield Refusal(self.source.name, number, Fault("row", row=number, fault=cells))
                continue
            if self._balance(cells, sums) or number <= self.header.row:
                continue
            row = _Row(cells, self.header, self.conventions)
            if (stated := row.total()) is not None:
                yield from self._total(number, stated, sums, refused)
                continue
            fault = self._ragged(cells)
            try:
                if fault is None:
                    entry = make(row)
                    sums.add(entry.amount, entry.currency)
                    self._running(number, row, entry, sums)
                    yield entry
            except _Bad as bad:
                fault = bad.at(number)
            else:
                fault = fault and Fault("row", row=number, fault=fault)
            if fault is not None:
                refused = True
                yield Refusal(self.source.name, number, fault)
        yield from self._end(sums, refused)

    def _ragged(self, cells: list[str]) -> Fault | None:
        width = len(self.header.names)
        if self.source.head.startswith(b"PK"):
            # A workbook leaves out the empty cells at the end of a row.
            cells.extend([""] * (width - len(cells)))
        if len(cells) >= width and not any(cell.strip() for cell in cells[width:]):
            return None
        return Fault("ragged", cells=len(cells), header=width)

    def _balance(self, cells: Sequence[str], sums: _Sums) -> bool:
        """Take a row that states the opening or the closing balance, above the header or below."""
        words = next((cell.strip() for cell in cells if cell.strip()), "")
        opening, closing = _OPENING.match(words), _CLOSING.match(words)
        if not opening and not closing:
            return False
        value = _last_amount(cells, self.conventions.mark)
        if value is None:
            return False
        if opening:
            sums.opening = value
        else:
            sums.closing = value
        return True

    def _total(self, row: int, stated: Decimal, sums: _Sums, refused: bool) -> Iterator[Entry]:
        """A total may be of all rows or of those since the last one; where a row was refused nobody can tell."""
        if not refused and len(sums.currencies) <= 1 and stated not in (sums.total, sums.since_total):
            yield self.source.doubt(Fault("total_row", row=row, stated=f"{stated:f}", made=f"{sums.total:f}"), row)
        sums.since_total = Decimal(0)

    def _running(self, number: int, row: _Row, entry: Invoice | Payment, sums: _Sums) -> None:
        if isinstance(entry, Payment):
            sums.days.append(entry.at)
            if row.text("balance"):
                try:
                    value, _ = amount(row.text("balance"), self.conventions.mark)
                except Unclear as unclear:
                    raise row.bad("balance", unclear.fault) from None
                sums.running.append((number, entry.amount, value))

    def _end(self, sums: _Sums, refused: bool) -> Iterator[Entry]:
        if self.header.kind != "payments" or len(sums.currencies) != 1:
            return
        opening, closing = sums.opening, sums.closing
        if len(sums.running) == sums.entries and sums.entries and not refused:
            forward, backward = _breaks(sums.running), _breaks(sums.running[::-1])
            ordered, broke = min((sums.running, forward), (sums.running[::-1], backward), key=lambda each: len(each[1]))
            opening = ordered[0][2] - ordered[0][1] if opening is None else opening
            closing = ordered[-1][2] if closing is None else closing
            for row in broke[:3]:
                yield self.source.doubt(Fault("running_balance", row=row), row)
        if opening is None and closing is None:
            return
        (unit,) = sums.currencies
        since, until = min(sums.days, default=None), max(sums.days, default=None)
        yield Balance("", unit, since, until, opening, closing, sums.total, sums.entries)


def _breaks(running: Sequence[tuple[int, Decimal, Decimal]]) -> list[int]:
    """The rows whose balance is not the one before and their own amount."""
    pairs = pairwise(running)
    return [row for (_, _, before), (row, moved, after) in pairs if before + moved != after]


def _last_amount(cells: Sequence[str], mark: str) -> Decimal | None:
    for cell in reversed(cells):
        text = re.sub(r"^[^\d(-]*(?=[-(]?\d)", "", cell.strip()) if cell.strip() else ""
        if text and any(letter.isdigit() for letter in text):
            try:
                return amount(text.rpartition(":")[2], mark)[0]
            except Unclear:
                continue
    return None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, with what is known about the file; reading a cell raises _Bad."""

    cells: Sequence[str]
    header: Header
    conventions: Conventions

    def text(self, key: str) -> str:
        place = self.header.places.get(key, len(self.cells))
        return self.cells[place].strip() if place < len(self.cells) else ""

    def named(self, key: str) -> str:
        text = self.text(key)
        if not text:
            raise self.bad(key, None)
        return text

    def day(self, key: str) -> date:
        text = self.named(key)
        try:
            return day(text, self.conventions.order)
        except Unclear as unclear:
            raise self.bad(key, unclear.fault) from None

    def total(self) -> Decimal | None:
        """What a row of totals states, None where the row is none: it says so, and has no date of its own."""
        words = next((cell.strip() for cell in self.cells if cell.strip()), "")
        if not _TOTAL.match(words):
            return None
        day_key = "issued" if self.header.kind == "invoices" else "at"
        if self.text(day_key) and self.text(day_key) != words:
            return None
        try:
            return self._value()[0]
        except _Bad:
            return _last_amount(self.cells, self.conventions.mark) or Decimal(0)

    def money(self) -> tuple[Decimal, str]:
        """Return the amount and its currency; _Bad where the row does not tell both."""
        value, beside, key = self._value()
        stated = self._currency(key)
        if stated and beside and stated != beside:
            raise self.bad(key, Fault("two_currencies", beside=beside, stated=stated))
        if not stated and not beside and not self.conventions.currency:
            raise self.bad(key, Fault("currency_missing"))
        return value, stated or beside or self.conventions.currency

    def _value(self) -> tuple[Decimal, str, str]:
        """The amount, the currency beside it, and the column in which it stands."""
        if "credit" not in self.header.places:
            value, beside = self._amount("amount")
            return value, beside, "amount"
        credit = self._amount("credit") if self.text("credit") else (Decimal(0), "")
        debit = self._amount("debit") if self.text("debit") else (Decimal(0), "")
        if not self.text("credit") and not self.text("debit"):
            raise self.bad("credit", None)
        return credit[0] - abs(debit[0]), credit[1] or debit[1], "credit" if credit[0] else "debit"

    def _amount(self, key: str) -> tuple[Decimal, str]:
        text = self.named(key)
        try:
            return amount(text, self.conventions.mark)
        except Unclear as unclear:
            raise self.bad(key, unclear.fault) from None

    def _currency(self, key: str) -> str:
        """The currency by its column, else by the heading of the amounts, as in "Amount, EUR" or "Сумма (руб.)"."""
        try:
            if self.text("currency"):
                return currency(self.text("currency"))
        except Unclear as unclear:
            raise self.bad("currency", unclear.fault) from None
        heading = self.header.names[self.header.places[key]] if key in self.header.places else ""
        try:
            return currency(heading.replace("(", ",").partition(",")[2].strip(" )"))
        except Unclear:
            return ""

    def bad(self, key: str, fault: Fault | None) -> _Bad:
        places: Mapping[str, int] = self.header.places
        return _Bad(self.header.names[places[key]].strip() if key in places else key, self.text(key), fault)


def _invoice(row: _Row) -> Invoice:
    value, unit = row.money()
    if value == 0:
        raise row.bad("amount", Fault("zero"))
    issued, due = row.day("issued"), row.day("due")
    if due < issued and value > 0:
        raise row.bad("due", Fault("due_early", issued=issued.isoformat()))
    disputed = row.text("disputed").lower()
    if disputed not in _YES | _NO:
        raise row.bad("disputed", Fault("no_yes"))
    number, tax_id = row.named("number"), intern(row.text("tax_id"))
    # Of a large ledger, names that come again and again would be most of what is held.
    counterparty = intern(row.text("counterparty") or tax_id or row.named("counterparty"))
    return Invoice(number, counterparty, issued, due, value, unit, disputed in _YES, _paid(row), tax_id)


def _paid(row: _Row) -> date | None:
    text = row.text("paid").lower()
    if text in _NO:
        return None
    if text in _YES:
        raise row.bad("paid", Fault("paid_undated"))
    return row.day("paid")


def _payment(row: _Row) -> Payment:
    value, unit = row.money()
    if value == 0:
        raise row.bad("amount" if "amount" in row.header.places else "credit", Fault("zero"))
    return Payment(
        row.text("invoice"),
        row.day("at"),
        value,
        unit,
        intern(row.text("counterparty")),
        joined(row.text("purpose")),
        row.text("reference"),
        "",
        intern(row.text("payer_account").replace(" ", "")),
        intern(row.text("tax_id")),
    )
