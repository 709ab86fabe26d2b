"""Which column of a table means what: guessed by the words of its header, or told, and remembered as plain JSON.

A header may stand below lines of title and take up to three rows, with merged cells above; the words of a column are
then those of its last row, of all its rows together, or of the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from leopold import tabular

Kind = Literal["invoices", "payments"]
KINDS: tuple[Kind, ...] = ("invoices", "payments")
TITLES = 40
"""Rows in which the header is looked for."""
DEEPEST = 3
"""Rows that a header may have."""

_COUNTERPARTY = (
    *("counterparty", "customer", "client", "company", "organization", "partner", "customer name", "client name"),
    *(
        "bill to",
        "account name",
        "account",
        "контрагент",
        "клиент",
        "покупатель",
        "заказчик",
        "плательщик",
        "организация",
    ),
    *("партнер", "наименование контрагента", "контрагент наименование", "наименование покупателя"),
)
_OTHER_SIDE = (
    *("name", "payer", "payee", "payer name", "sender", "remitter", "beneficiary", "beneficiary name", "payee name"),
    *("name of payer", "counterparty name", "наименование", "плательщик наименование", "наименование плательщика"),
    *("отправитель", "получатель", "корреспондент", "наименование корреспондента", "контрагент название"),
    *("beguenstigter/zahlungspflichtiger", "begünstigter/zahlungspflichtiger", "name zahlungsbeteiligter", "naam"),
)
_CURRENCY = ("currency", "currency code", "ccy", "валюта", "код валюты", "waehrung", "währung", "munt")
_NUMBER = (
    *(
        "number",
        "invoice",
        "invoice number",
        "invoice no",
        "invoice id",
        "no",
        "№",
        "#",
        "id",
        "invoice #",
        "document no",
    ),
    *("номер", "счет", "номер счета", "№ счета", "счет №", "номер документа", "документ номер", "№ документа"),
)
_TAX = (
    "inn",
    "vat",
    "vat number",
    "vat id",
    "tax id",
    "инн",
    "инн контрагента",
    "контрагент инн",
    "инн плательщика",
    "ust idnr",
)
INVOICE: dict[str, tuple[str, ...]] = {
    "number": _NUMBER,
    "counterparty": _COUNTERPARTY,
    "issued": (
        *("issued", "issue date", "issued at", "issued on", "invoice date", "date", "created", "document date"),
        *("выставлен", "дата выставления", "дата счета", "дата", "дата документа", "документ дата"),
    ),
    "due": (
        *("due", "due date", "due at", "pay by", "payment due", "due on"),
        *("срок", "срок оплаты", "оплатить до", "срок платежа", "крайний срок", "дата оплаты по договору", "оплата до"),
    ),
    "amount": (
        *tabular.AMOUNT,
        "invoice amount",
        "amount incl vat",
        "сумма счета",
        "документ сумма",
        "сумма документа",
    ),
    "currency": _CURRENCY,
    "disputed": ("disputed", "dispute", "in dispute", "спор", "оспорен", "спорный", "оспаривается"),
    "paid": (
        *("paid", "paid at", "paid on", "payment date", "date paid", "settled", "settled date", "clearing date"),
        *("оплачен", "дата оплаты", "оплачено", "оплата"),
    ),
    "tax_id": _TAX,
}
"""The columns of a file of invoices, and what they are called; a file with `due` is one."""
PAYMENT: dict[str, tuple[str, ...]] = {
    "invoice": (
        *("invoice", "invoice number", "invoice no", "invoice id", "reference", *_NUMBER),
        *("по счету", "основание"),
    ),
    "at": (
        *("date", "paid", "paid at", "paid on", "payment date", "received", "at", "booking date", "transaction date"),
        *("posting date", "value date", "дата", "дата платежа", "дата оплаты", "оплачен", "поступил", "дата операции"),
        *("дата проводки", "дата документа", "документ дата", "buchungstag", "buchungsdatum", "datum"),
    ),
    "amount": (*tabular.AMOUNT, "transaction amount", "сумма операции", "сумма платежа", "betrag", "bedrag"),
    "credit": (
        *("credit", "paid in", "money in", "credit amount", "incoming", "deposit", "deposits", "received amount"),
        *("кредит", "приход", "поступление", "поступило", "зачислено", "сумма по кредиту", "кредит сумма", "haben"),
        *("сумма кредит", "оборот кредит", "обороты кредит", "обороты по кредиту", "сумма поступления"),
    ),
    "debit": (
        *("debit", "paid out", "money out", "debit amount", "outgoing", "withdrawal", "withdrawals"),
        *("дебет", "расход", "списание", "списано", "сумма по дебету", "дебет сумма", "сумма дебет", "soll"),
        *("оборот дебет", "обороты дебет", "обороты по дебету", "сумма списания"),
    ),
    "currency": _CURRENCY,
    "counterparty": (*_COUNTERPARTY, *_OTHER_SIDE),
    "purpose": (
        *(
            "purpose",
            "description",
            "details",
            "payment details",
            "memo",
            "narrative",
            "payment reference",
            "remittance",
        ),
        *("remittance information", "назначение", "назначение платежа", "описание", "комментарий", "содержание"),
        *("verwendungszweck", "omschrijving", "содержание операции", "описание операции"),
    ),
    "reference": ("bank reference", "transaction id", "transaction reference", "fitid", "референс", "номер операции"),
    "payer_account": (
        "iban",
        "payer account",
        "counterparty account",
        "счет контрагента",
        "счет плательщика",
        "kontonummer/iban",
    ),
    "tax_id": _TAX,
    "balance": ("balance", "running balance", "остаток", "сальдо", "исходящий остаток", "saldo", "баланс"),
}
"""The columns of a file of payments: a list, or the statement of a bank with debit and credit beside each other."""

_OF_ORDERS = frozenset(
    (
        *("number", "no", "№", "#", "id", "document no", "reference", "номер", "номер документа", "документ номер"),
        "№ документа",
    )
)

NEEDED: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    "invoices": (("number",), ("counterparty", "tax_id"), ("issued",), ("due",), ("amount",)),
    "payments": (("at",), ("amount", "credit"), ("invoice", "purpose", "counterparty", "tax_id")),
}
"""Of each group one column at least."""
SYNONYMS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {"invoices": INVOICE, "payments": PAYMENT}


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of one source mean: kept, and used again for the next file of that source.

    `columns` names the heading of each known column. `order` and `mark` say what stands first in dates with slashes
    and before decimals, "" to let each file tell. `currency` is that of amounts that show none.
    """

    kind: Kind
    columns: Mapping[str, str]
    order: Literal["", "day", "month"] = ""
    mark: Literal["", ".", ","] = ""
    currency: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values, from which `of` makes it again."""
        return {**asdict(self), "columns": dict(self.columns)}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Columns:
        """Return the mapping of which `plain` was made."""
        return cls(**{name: plain[name] for name in cls.__dataclass_fields__ if name in plain})


@dataclass(frozen=True, slots=True)
class Header:
    """A header found: its kind, the row on which it ends, the names of all columns, and where the known ones stand."""

    kind: Kind
    row: int
    names: Sequence[str]
    places: Mapping[str, int]
    told: Columns | None = field(default=None, compare=False)

    @property
    def mapping(self) -> Columns:
        """What was understood, to be shown, corrected and remembered."""
        if self.told is not None:
            return self.told
        return Columns(self.kind, {key: self.names[place].strip() for key, place in self.places.items()})


def find(rows: Sequence[tuple[int, Sequence[str]]], told: Columns | None = None) -> Header | None:
    """Return the header among the first rows, None where there is none: with most known columns, then the first.

    `rows` are numbers and cells. With a mapping that was told, the header is the one that has its columns.
    """
    best: tuple[int, Header] | None = None
    for depth in range(1, DEEPEST + 1):
        for first in range(min(len(rows) - depth + 1, TITLES)):
            found = _header(rows[first : first + depth], told)
            if found is not None and (best is None or len(found.places) > best[0]):
                best = len(found.places), found
    return best[1] if best else None


def _header(rows: Sequence[tuple[int, Sequence[str]]], told: Columns | None) -> Header | None:
    width = max(len(cells) for _, cells in rows)
    names = named([cells for _, cells in rows], width)
    if told is not None:
        there = _told(names, told)
        shown = [each[0] for each in names]
        return Header(told.kind, rows[-1][0], shown, there, told) if there is not None else None
    for kind in KINDS:
        found = places(names, kind)
        if all(any(key in found for key in group) for group in NEEDED[kind]) and is_words(rows[-1][1]):
            return Header(kind, rows[-1][0], [each[0] for each in names], found)
    return None


def places(names: Sequence[Sequence[str]], kind: Kind) -> dict[str, int]:
    """Return where the columns of a kind stand, by what `named` calls each."""
    found = _places(names, SYNONYMS[kind])
    return _without_order_numbers(found, names) if kind == "payments" else found


def _without_order_numbers(found: dict[str, int], names: Sequence[Sequence[str]]) -> dict[str, int]:
    """In the statement of a bank "number" is that of the order, and no invoice's: the purpose names invoices."""
    if "invoice" not in found or not {"purpose", "credit"} & set(found):
        return found
    number = found["invoice"]
    if not any(tabular.plain(each) in _OF_ORDERS for each in names[number]):
        return found
    return {"reference": number} | {key: place for key, place in found.items() if key != "invoice"}


def is_words(cells: Sequence[str]) -> bool:
    """Say whether a row may be one of a header: a row of the body has digits in it."""
    filled = [cell for cell in cells if cell.strip()]
    return sum(any(letter.isdigit() for letter in cell) for cell in filled) * 3 <= len(filled)


def named(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """Return what each column may be called: all rows together, its last row, its first. Cells above are filled on.

    The first of these tells the columns apart: one without a heading is called by its place, "#3".
    """
    filled = []
    for index, row in enumerate(rows):
        cells = [*row, *[""] * (width - len(row))]
        if index < len(rows) - 1:
            for place in range(1, width):
                if not cells[place].strip() and rows[-1][place : place + 1] and rows[-1][place].strip():
                    cells[place] = cells[place - 1]
        filled.append(cells)
    names = []
    seen: Counter[str] = Counter()
    for place in range(width):
        parts = [cells[place].strip() for cells in filled if cells[place].strip()]
        together = " ".join(dict.fromkeys(parts)) or f"#{place + 1}"
        seen[tabular.plain(together)] += 1
        if (count := seen[tabular.plain(together)]) > 1:
            # A column has to be told from another of the same heading; nobody can guess what it adds.
            names.append([f"{together} #{count}"])
        else:
            names.append([together] if len(parts) < 2 else [together, parts[-1], parts[0]])
    return names


def _places(names: Sequence[Sequence[str]], synonyms: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where the known columns stand: a whole name goes before a part of one, an early synonym before a late one."""
    found: dict[str, int] = {}
    for level in range(DEEPEST):
        heading = [each[level] if level < len(each) else "" for each in names]
        taken = set(found.values()) if level else set()
        for key, place in tabular.columns(heading, synonyms).items():
            if place not in taken:
                found.setdefault(key, place)
    return found


def _told(names: Sequence[Sequence[str]], told: Columns) -> dict[str, int] | None:
    wanted = {key: tabular.plain(heading) for key, heading in told.columns.items()}
    found = {}
    for key, heading in wanted.items():
        place = next((index for index, each in enumerate(names) if heading in map(tabular.plain, each)), None)
        if place is None:
            return None
        found[key] = place
    return found or None
