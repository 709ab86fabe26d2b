"""Invoices and payments from CSV: columns by their English or Russian names, the kind of a file by its columns.

Delimiter and encoding are found by content. A file is gone through twice: first for what only the whole of it tells
(the order of day and month, the decimal mark), then row by row, so a long ledger needs no memory.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path

from leopold import tabular
from leopold.errors import LedgerError, SourceError
from leopold.faults import Fault
from leopold.ledger.days import Order, day, order_of
from leopold.ledger.money import Unclear, amount, currency, decimal_mark
from leopold.model import Invoice, Payment, Refusal

Entry = Invoice | Payment | Refusal

_COUNTERPARTY = (
    *("counterparty", "customer", "client", "company", "organization", "account", "partner", "customer name"),
    *("контрагент", "клиент", "покупатель", "заказчик", "плательщик", "организация", "партнер"),
)
_CURRENCY = ("currency", "currency code", "валюта")
_NUMBER = (
    *("number", "invoice", "invoice number", "invoice no", "invoice id", "no", "№", "#", "id"),
    *("номер", "счет", "номер счета", "№ счета", "счет №"),
)
INVOICE: dict[str, tuple[str, ...]] = {
    "number": _NUMBER,
    "counterparty": _COUNTERPARTY,
    "issued": (
        *("issued", "issue date", "issued at", "invoice date", "date", "created"),
        *("выставлен", "дата выставления", "дата счета", "дата"),
    ),
    "due": (
        *("due", "due date", "due at", "pay by", "payment due"),
        *("срок", "срок оплаты", "оплатить до", "срок платежа", "крайний срок"),
    ),
    "amount": tabular.AMOUNT,
    "currency": _CURRENCY,
    "disputed": ("disputed", "dispute", "in dispute", "спор", "оспорен", "спорный", "оспаривается"),
    "paid": (
        *("paid", "paid at", "paid on", "payment date", "date paid", "settled"),
        *("оплачен", "дата оплаты", "оплачено", "оплата"),
    ),
}
"""The columns of a file of invoices, and what they are called; a file with `due` is one."""
PAYMENT: dict[str, tuple[str, ...]] = {
    "invoice": (
        "invoice",
        "invoice number",
        "invoice no",
        "invoice id",
        "reference",
        *_NUMBER,
        "по счету",
        "основание",
    ),
    "at": (
        *("date", "paid", "paid at", "paid on", "payment date", "received", "at", "value date"),
        *("дата", "дата платежа", "дата оплаты", "оплачен", "поступил"),
    ),
    "amount": tabular.AMOUNT,
    "currency": _CURRENCY,
    "counterparty": _COUNTERPARTY,
}
"""The columns of a file of payments."""
_NEEDED_INVOICE = ("number", "counterparty", "issued", "due", "amount")
_NEEDED_PAYMENT = ("invoice", "at", "amount")
_YES = frozenset(("1", "true", "yes", "y", "x", "+", "✓", "да", "истина", "disputed", "спор", "оспорен"))
_NO = frozenset(("", "0", "false", "no", "n", "-", "–", "—", "нет", "ложь", "open", "unpaid", "не оплачен"))
_HEAD = 1 << 16
_TITLES = 20
"""Lines in which the header is looked for."""


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


def read_ledger(path: Path) -> Iterator[Invoice | Payment | Refusal]:
    """Return the invoices or payments of a CSV file, and a refusal for each row that cannot be read.

    Positions are rows as a spreadsheet counts them. Raises SourceError when the file cannot be opened, LedgerError
    when its columns cannot be understood.
    """
    head = _head(path)
    name = tabular.encoding(head)
    if name is None or head.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise LedgerError("ledger_no_text", path=str(path))
    return _ledger(path, name).entries()


def _ledger(path: Path, name: str) -> _Ledger:
    """Find the header, which may stand below some lines of title."""
    seen = None
    for number, line in enumerate(_first_lines(path, name), 1):
        by = tabular.delimiter(line) or ","
        header = next(tabular.rows(iter((line,)), by), None)
        if not isinstance(header, list) or not any(cell.strip() for cell in header):
            continue
        for kind, synonyms, needed in (("due", INVOICE, _NEEDED_INVOICE), ("at", PAYMENT, _NEEDED_PAYMENT)):
            places = tabular.columns(header, synonyms)
            if kind in places and all(column in places for column in needed):
                return _Ledger(path, name, by, number, header, places)
        seen = seen or ", ".join(cell.strip()[:40] for cell in header[:30])
    if seen is None:
        raise LedgerError("ledger_headless", path=str(path))
    raise LedgerError("ledger_columns", path=str(path), columns=seen)


def _head(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise LedgerError("ledger_no_file", path=str(path))
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SourceError("source_unopened", path=str(path), error=why) from error
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise LedgerError("ledger_empty", path=str(path))
    return head


def _first_lines(path: Path, name: str) -> Iterator[str]:
    with path.open("rb") as file:
        try:
            yield from islice(tabular.lines(file, name), _TITLES)
        except tabular.TooLong:
            return


@dataclass(frozen=True, slots=True)
class _Ledger:
    """One file whose columns are understood: `places` says where each stands in `header`, which is row `first`."""

    path: Path
    encoding: str
    by: str
    first: int
    header: Sequence[str]
    places: Mapping[str, int]

    def entries(self) -> Iterator[Entry]:
        """Yield an invoice, a payment or a refusal for each row, in order."""
        order, mark = self._conventions()
        make: Callable[[_Row], Entry] = _invoice if "due" in self.places else _payment
        for number, cells in self._body():
            if isinstance(cells, Fault):
                yield Refusal(str(self.path), number, Fault("row", row=number, fault=cells))
                continue
            try:
                yield make(_Row(cells, self.places, self.header, order, mark))
            except _Bad as bad:
                yield Refusal(str(self.path), number, bad.at(number))

    def _body(self) -> Iterator[tuple[int, list[str] | Fault]]:
        """Yield number and cells of every row below the header, or what is wrong with it."""
        number = 0
        with self.path.open("rb") as file:
            try:
                for number, cells in enumerate(tabular.rows(tabular.lines(file, self.encoding), self.by), 1):
                    if number > self.first and (isinstance(cells, Fault) or any(cell.strip() for cell in cells)):
                        yield number, cells if isinstance(cells, Fault) else self._ragged(cells) or cells
            except tabular.TooLong:
                yield number + 1, Fault("long_row")

    def _ragged(self, cells: Sequence[str]) -> Fault | None:
        extra = cells[len(self.header) :]
        if len(cells) >= len(self.header) and not any(cell.strip() for cell in extra):
            return None
        return Fault("ragged", cells=len(cells), header=len(self.header))

    def _conventions(self) -> tuple[Order, str]:
        """Return what the whole file tells: what stands first in dates with slashes, and the decimal mark."""
        dates = [self.places[key] for key in ("issued", "due", "paid", "at") if key in self.places]
        slashed: dict[str, None] = {}
        amounts: dict[str, None] = {}
        for _, cells in self._body():
            if not isinstance(cells, Fault):
                slashed.update((cells[place].strip()[:6], None) for place in dates if "/" in cells[place])
                amounts[decimal_mark((cells[self.places["amount"]],))] = None
        amounts.pop("", None)
        return order_of(f"{text.rpartition('/')[0]}/2000" for text in slashed), "".join(amounts) if len(
            amounts
        ) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, with what is known about the file; reading a cell raises _Bad."""

    cells: Sequence[str]
    places: Mapping[str, int]
    header: Sequence[str]
    order: Order
    mark: str

    def text(self, key: str) -> str:
        return self.cells[self.places[key]].strip() if key in self.places else ""

    def named(self, key: str) -> str:
        text = self.text(key)
        if not text:
            raise self.bad(key, None)
        return text

    def day(self, key: str) -> date:
        text = self.named(key)
        try:
            return day(text, self.order)
        except Unclear as unclear:
            raise self.bad(key, unclear.fault) from None

    def money(self) -> tuple[Decimal, str]:
        """Return the amount and its currency; Unclear where the row does not tell both."""
        text = self.named("amount")
        try:
            value, beside = amount(text, self.mark)
        except Unclear as unclear:
            raise self.bad("amount", unclear.fault) from None
        stated = self._currency()
        if stated and beside and stated != beside:
            raise self.bad("amount", Fault("two_currencies", beside=beside, stated=stated))
        if not stated and not beside:
            raise self.bad("amount", Fault("currency_missing"))
        return value, stated or beside

    def _currency(self) -> str:
        """The currency by its column, else by the heading of the amounts, as in "Amount, EUR" or "Сумма (руб.)"."""
        try:
            if self.text("currency"):
                return currency(self.text("currency"))
        except Unclear as unclear:
            raise self.bad("currency", unclear.fault) from None
        heading = self.header[self.places["amount"]]
        try:
            return currency(heading.replace("(", ",").partition(",")[2].strip(" )"))
        except Unclear:
            return ""

    def bad(self, key: str, fault: Fault | None) -> _Bad:
        return _Bad(self.header[self.places[key]].strip() if key in self.places else key, self.text(key), fault)


def _invoice(row: _Row) -> Invoice:
    value, unit = row.money()
    if value <= 0:
        raise row.bad("amount", Fault("not_positive"))
    issued, due = row.day("issued"), row.day("due")
    if due < issued:
        raise row.bad("due", Fault("due_early", issued=issued.isoformat()))
    disputed = row.text("disputed").lower()
    if disputed not in _YES | _NO:
        raise row.bad("disputed", Fault("no_yes"))
    return Invoice(
        row.named("number"), row.named("counterparty"), issued, due, value, unit, disputed in _YES, _paid(row)
    )


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
        raise row.bad("amount", Fault("zero"))
    return Payment(row.text("invoice"), row.day("at"), value, unit, row.text("counterparty"))
