"""1CClientBankExchange: the text in which Russian banks and accounting programs exchange payments.

The encoding is the one in which the file's own words can be read: the header names it, and is not always right. What
an account is credited and debited with tells from the accounts of the file. Fields beyond the documented ones are
passed over, and a value that runs over lines is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from sys import intern

from leopold import tabular
from leopold.faults import Fault
from leopold.ledger.figures import LONGEST_TEXT, amount, broken, date_in, joined, missing, russian_currency, shown
from leopold.ledger.source import Broken, Entry, Source
from leopold.model import Balance, Payment

_MARK = "1CClientBankExchange"
_ENCODINGS = ("utf-8-sig", "cp1251", "cp866", "utf-16", "koi8-r")
_TELLING = re.compile(
    r"^(?:ВерсияФормата|Кодировка|СекцияДокумент|СекцияРасчСчет|РасчСчет|Отправитель)\b", re.MULTILINE
)
_KEY = re.compile(r"[\w ]{1,60}")
_STARTS = ("секциярасчсчет", "секциядокумент")
_ENDS = ("конецрасчсчет", "конецдокумента", "конецфайла")
_AMOUNTS = ("Сумма", "СуммаПриход", "СуммаРасход")
_ACCOUNTS = ("Счет", "РасчСчет", "ИИК")
_INN = re.compile(r"^\s*ИНН\s*:?\s*(\d{10}|\d{12})\s+", re.IGNORECASE)


class OneC:
    """A statement or a list of payment orders for 1C."""

    name = "1CClientBankExchange"

    def recognises(self, source: Source) -> bool:
        """The mark with which such files begin, in any encoding."""
        return _MARK in source.head[:200].replace(b"\0", b"").decode("latin-1")

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the payments of every account, then the balances that the file states."""
        encoding = _encoding(source)
        if encoding is None:
            yield source.refusal(Fault("one_c_encoding"))
            return
        own, end = _outline(source, encoding)
        if end is not None:
            yield source.refusal(Fault("one_c_cut"), end)
            return
        made: list[Payment] = []
        accounts: list[_Section] = []
        header = _Section(1)
        for section in _sections(source, encoding, header):
            if section.is_account:
                accounts.append(section)
                continue
            try:
                found = _payments(section, own)
            except Broken as fault:
                yield source.refusal(fault.fault, fault.line)
                continue
            made.extend(found)
            yield from found
        for section in accounts:
            try:
                yield _balance(section, header, made, alone=_alone(section, accounts))
            except Broken as fault:
                yield source.refusal(fault.fault, fault.line)


@dataclass(slots=True)
class _Section:
    """The fields of one section in their order, with the lines on which they stand."""

    line: int
    is_account: bool = False
    fields: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def of(self, name: str) -> list[str]:
        return [text for text, _ in self.fields.get(name, ()) if text]

    def get(self, *names: str) -> str:
        for name in names:
            for text, _ in self.fields.get(name, ()):
                if text:
                    return text
        return ""

    def at(self, name: str) -> int:
        return self.fields[name][0][1] if name in self.fields else self.line

    def numbered(self, name: str) -> str:
        """A text that may be cut into numbered fields."""
        return joined(*self.of(name), *(self.get(f"{name}{number}") for number in range(1, 10)))


def _encoding(source: Source) -> str | None:
    """Return the encoding in which the most of the format's words can be read."""
    best, found = 0, None
    for name in _ENCODINGS:
        try:
            text = source.head.decode(name, "ignore" if name.startswith("utf-16") else "replace")
        except UnicodeError:
            continue
        count = len(_TELLING.findall(text.replace("\r", "\n")))
        if count > best:
            best, found = count, name
    return found


def _lines(source: Source, encoding: str) -> Iterator[tuple[int, str]]:
    with source.open() as file:
        for number, line in enumerate(tabular.lines(file, encoding), 1):
            if bare := line.strip("\ufeff \t\r\n"):
                yield number, bare


def _outline(source: Source, encoding: str) -> tuple[set[str], int | None]:
    """Return the accounts that the file is of, and the line on which it ends too early, None where it does not."""
    own: set[str] = set()
    inside, last, anything = False, 1, False
    for last, line in _lines(source, encoding):  # noqa: B007 - the last one is asked for below
        key, _, value = line.partition("=")
        word = key.rstrip().lower()
        if word == "расчсчет":
            own.add(value.strip())
        elif word in _STARTS:
            inside = anything = True
        elif word in _ENDS:
            inside = False
    return own - {""}, last if inside and anything else None


def _sections(source: Source, encoding: str, header: _Section) -> Iterator[_Section]:
    """Yield the accounts and documents of a file as they end; the fields of its header go into `header`."""
    now = header
    last: tuple[list[tuple[str, int]], int] | None = None
    for number, line in _lines(source, encoding):
        key, is_field, value = line.partition("=")
        word = key.rstrip().lower()
        if word in _STARTS or word in _ENDS:
            if now is not header:
                yield now
            if word == "конецфайла":
                return
            now = _Section(number, word == "секциярасчсчет") if word in _STARTS else header
            last = None
        elif is_field and _KEY.fullmatch(key):
            texts = now.fields.setdefault(key.replace(" ", ""), [])
            texts.append((value.strip(), number))
            last = texts, len(texts) - 1
        elif last is not None:
            texts, index = last
            if len(texts[index][0]) < LONGEST_TEXT:
                texts[index] = (joined(texts[index][0], line), texts[index][1])


def _payments(document: _Section, own: set[str]) -> list[Payment]:
    """Return what a document moves: one payment, or two where both accounts are ours."""
    field_ = next((name for name in _AMOUNTS if document.get(name)), "Сумма")
    value = document.get(field_)
    if not value:
        raise missing(document.line, "Сумма")
    paid = amount(value, document.at(field_), field_)
    if paid < 0:
        raise broken(document.at(field_), field_, Fault("cell_value", value=shown(value), fault=Fault("no_amount")))
    if field_ != "Сумма":
        # Banks of Kazakhstan tell the direction by the name of the sum.
        return [_payment(document, "Получатель" if field_ == "СуммаПриход" else "Плательщик", paid, own)]
    sides = [side for side in ("Получатель", "Плательщик") if _accounts(document, side) & own]
    if not sides:
        sides = [
            side for side, at in (("Получатель", "ДатаПоступило"), ("Плательщик", "ДатаСписано")) if document.get(at)
        ]
        if len(sides) != 1:
            raise Broken(document.line, Fault("one_c_whose", line=document.line, number=shown(document.get("Номер"))))
    return [_payment(document, side, paid, own) for side in sides]


def _accounts(document: _Section, side: str) -> set[str]:
    return {each for name in _ACCOUNTS for each in document.of(side + name)}


def _payment(document: _Section, ours: str, paid: Decimal, own: set[str]) -> Payment:
    other = "Плательщик" if ours == "Получатель" else "Получатель"
    account = next(iter(sorted(_accounts(document, ours) & own)), document.get(*(ours + name for name in _ACCOUNTS)))
    name = document.get(f"{other}1", other, f"{other}Наименование")
    cut = _INN.match(name)
    return Payment(
        "",
        _day(document, ours),
        paid if ours == "Получатель" else -paid,
        russian_currency(account),
        # Of a large ledger, names that come again and again would be most of what is held.
        intern(joined(name[cut.end() :] if cut else name)),
        document.numbered("НазначениеПлатежа"),
        document.get("Номер", "НомерДокумента"),
        intern(account),
        intern(document.get(*(other + name for name in _ACCOUNTS))),
        intern(document.get(f"{other}ИНН", f"{other}БИН_ИИН") or (cut[1] if cut else "")),
    )


def _day(document: _Section, ours: str) -> date:
    """The day on which the account moved, else that of the order; a date that is none gives way to the next."""
    names = ("ДатаПоступило", "ДатаСписано") if ours == "Получатель" else ("ДатаСписано", "ДатаПоступило")
    for name in (*names, "ДатаОперации", "Дата", "ДатаДокумента"):
        found = date_in(document.get(name))
        if found is not None:
            return found
    text = document.get("Дата")
    if not text:
        raise missing(document.line, "Дата")
    raise broken(document.at("Дата"), "Дата", Fault("cell_value", value=shown(text), fault=Fault("no_date")))


def _alone(section: _Section, accounts: Iterable[_Section]) -> bool:
    """Whether an account has one section only; where it has several, each stands for its own days."""
    return sum(each.get("РасчСчет") == section.get("РасчСчет") for each in accounts) == 1


def _balance(section: _Section, header: _Section, made: Iterable[Payment], *, alone: bool) -> Balance:
    account = section.get("РасчСчет")
    if not account:
        raise missing(section.line, "РасчСчет")
    since = date_in(section.get("ДатаНачала") or header.get("ДатаНачала"))
    until = date_in(section.get("ДатаКонца") or header.get("ДатаКонца"))
    moved = [
        payment.amount
        for payment in made
        if payment.account == account
        and (alone or ((since is None or payment.at >= since) and (until is None or payment.at <= until)))
    ]
    sums = {name: _sum(section, name) for name in ("НачальныйОстаток", "КонечныйОстаток")}
    opening, closing = sums["НачальныйОстаток"], sums["КонечныйОстаток"]
    return Balance(
        account, russian_currency(account), since, until, opening, closing, sum(moved, Decimal(0)), len(moved)
    )


def _sum(section: _Section, name: str) -> Decimal | None:
    text = section.get(name)
    return amount(text, section.at(name), name) if text else None
