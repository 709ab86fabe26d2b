"""The page that asks what the columns of a table mean: what is guessed or chosen, and how rows are read by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from django.http import QueryDict
from django.utils.translation import gettext as _

from leopold.errors import LedgerError
from leopold.faults import Fault
from leopold.ledger import Columns
from leopold.ledger.columns import DEEPEST, KINDS, SYNONYMS, TITLES, Kind
from leopold.ledger.money import Unclear, currency
from leopold.ledger.previews import Heading, ReadRow, Sheet, missing
from leopold.model import Invoice, Payment
from leopold_web.wording import day, language, money

READ: Final = 8
"""Rows that are shown as they would be read."""
SHOWN: Final = 60
"""Letters of a cell that are shown."""

ORDERS: Final[Mapping[str, Literal["day", "month"]]] = {"day": "day", "month": "month"}
MARKS: Final[Mapping[str, Literal[".", ","]]] = {".": ".", ",": ","}

MEANINGS: Final[dict[Kind, dict[str, Callable[[], str]]]] = {
    "invoices": {
        "number": lambda: _("Invoice number"),
        "counterparty": lambda: _("Counterparty"),
        "issued": lambda: _("Day of issue"),
        "due": lambda: _("Due day"),
        "amount": lambda: _("Amount"),
        "currency": lambda: _("Currency"),
        "paid": lambda: _("Day it was paid"),
        "disputed": lambda: _("Whether it is disputed"),
        "tax_id": lambda: _("Tax number"),
    },
    "payments": {
        "at": lambda: _("Day"),
        "amount": lambda: _("Amount, below zero where money went out"),
        "credit": lambda: _("Money that came"),
        "debit": lambda: _("Money that went out"),
        "currency": lambda: _("Currency"),
        "counterparty": lambda: _("Who paid or was paid"),
        "purpose": lambda: _("Purpose"),
        "invoice": lambda: _("Number of the invoice that was paid"),
        "reference": lambda: _("Reference of the bank"),
        "payer_account": lambda: _("Their account"),
        "tax_id": lambda: _("Tax number"),
        "balance": lambda: _("Balance after it"),
    },
}


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, how it begins, and what it is taken for, "" for nothing."""

    index: int
    name: str
    samples: Sequence[str]
    meaning: str


@dataclass(frozen=True)
class Shown:
    """A row as it would be read, or why not; passed over where it says neither."""

    number: int
    read: Sequence[tuple[str, str]]
    fault: str


@dataclass
class Asked:
    """All that the page shows. `columns` is what would be kept, None while `faults` say what is missing."""

    kind: Kind
    heading: Heading
    depth: int
    found: list[Column]
    order: str
    mark: str
    currency: str
    columns: Columns | None = None
    faults: list[str] = field(default_factory=list)
    rows: list[Shown] = field(default_factory=list)

    @property
    def meanings(self) -> list[tuple[str, str]]:
        """What a column may mean, in words."""
        return [("", _("nothing that is needed")), *((key, said()) for key, said in MEANINGS[self.kind].items())]

    @property
    def choices(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """What may be chosen for the whole table."""
        return {
            "kind": [("invoices", _("Invoices")), ("payments", _("Payments, or a statement of a bank"))],
            "order": [
                ("", _("as the file tells")),
                ("day", _("the day first: 31/12/2026")),
                ("month", _("the month first: 12/31/2026")),
            ],
            "mark": [("", _("as the file tells")), (".", "1,234.56"), (",", "1 234,56")],
            "depth": [(str(rows), str(rows)) for rows in range(1, DEEPEST + 1)],
        }

    @property
    def refused(self) -> int:
        """How many of the shown rows would be refused."""
        return sum(bool(row.fault) for row in self.rows)


def guessed(sheet: Sheet) -> Asked:
    """Return the page as it is first seen: what the columns seem to mean."""
    heading = sheet.heading()
    return _looked(sheet, heading, sheet.guess(heading))


def remembered(sheet: Sheet, columns: Columns) -> Asked:
    """Return the page for a heading of which somebody has said what it means."""
    for depth in range(1, DEEPEST + 1):
        heading = sheet.heading(sheet.header(columns).row, depth)
        if set(columns.columns.values()) <= set(heading.names):
            break
    return _looked(sheet, heading, columns)


def chosen(sheet: Sheet, said: QueryDict) -> Asked:
    """Return the page as somebody has filled it in; another kind or heading lets it guess anew."""
    kind: Kind = "payments" if said.get("kind") == "payments" else "invoices"
    heading = sheet.heading(
        _number(said.get("last", ""), TITLES + DEEPEST), _number(said.get("depth", ""), DEEPEST) or 1
    )
    same = said.get("seen") == _seen(kind, heading)
    columns = sheet.guess(heading, kind)
    twice: list[str] = []
    if same:
        meant: dict[str, str] = {}
        for index, name in enumerate(heading.names):
            meaning = said.get(f"column-{index}", "")
            if meaning in SYNONYMS[kind]:
                if meaning in meant:
                    twice.append(meaning)
                meant.setdefault(meaning, name)
        columns = Columns(kind, meant)
    order, mark, unit = said.get("order", ""), said.get("mark", ""), said.get("currency", "").strip()[:20]
    faults = [
        _("Two columns are to be: %(meaning)s. Choose one.") % {"meaning": MEANINGS[kind][key]()} for key in twice
    ]
    code = ""
    try:
        code = currency(unit)
    except Unclear as unclear:
        faults.append(f"{unit}: {unclear.fault.said(language())}")
    told = Columns(kind, columns.columns, ORDERS.get(order, ""), MARKS.get(mark, ""), code)
    return _looked(sheet, heading, told, faults, unit)


def _looked(
    sheet: Sheet, heading: Heading, columns: Columns, faults: Sequence[str] = (), unit: str | None = None
) -> Asked:
    """Return the page for what is told, with the first rows as they would be read by it."""
    meant = {name: key for key, name in columns.columns.items()}
    samples = sheet.samples(heading)
    asked = Asked(
        kind=columns.kind,
        heading=heading,
        depth=heading.last - heading.first + 1,
        found=[
            Column(index, name, [_cut(text) for text in samples[index]], meant.get(name, ""))
            for index, name in enumerate(heading.names)
        ],
        order=columns.order,
        mark=columns.mark,
        currency=columns.currency if unit is None else unit,
        faults=list(faults),
    )
    words = MEANINGS[columns.kind]
    for group in missing(columns):
        names = _(" or ").join(words[key]() for key in group)
        asked.faults.append(_("Say which column is: %(meanings)s.") % {"meanings": names})
    if not asked.faults:
        try:
            asked.rows = [_shown(row) for row in sheet.read(columns, READ)]
            asked.columns = columns
        except LedgerError as error:
            asked.faults.append(error.fault.said(language()).lstrip(": "))
    return asked


def seen(asked: Asked) -> str:
    """Return what the page tells of the kind and heading that its columns were chosen for."""
    return _seen(asked.kind, asked.heading)


def _seen(kind: Kind, heading: Heading) -> str:
    return f"{KINDS.index(kind)}:{heading.first}:{heading.last}"


def _shown(row: ReadRow) -> Shown:
    if isinstance(row.read, Fault):
        return Shown(row.number, (), row.read.said(language()))
    if isinstance(row.read, Invoice):
        bill = row.read
        found = [
            (_("Number"), bill.number),
            (_("Counterparty"), bill.counterparty),
            (_("Issued"), day(bill.issued)),
            (_("Due"), day(bill.due)),
            (_("Amount"), money(bill.amount, bill.currency)),
            (_("Paid"), day(bill.paid)),
            (_("Tax number"), bill.tax_id),
        ]
        return Shown(row.number, [pair for pair in found if pair[1]], "")
    if isinstance(row.read, Payment):
        paid = row.read
        found = [
            (_("Day"), day(paid.at)),
            (_("Amount"), money(paid.amount, paid.currency)),
            (_("Who"), paid.counterparty),
            (_("Invoice"), paid.invoice),
            (_("Purpose"), _cut(paid.purpose)),
            (_("Tax number"), paid.tax_id),
        ]
        return Shown(row.number, [pair for pair in found if pair[1]], "")
    return Shown(row.number, (), "")


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"


def _number(text: str, most: int) -> int | None:
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 6 else None
