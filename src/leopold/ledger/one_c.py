"""1CClientBankExchange: the text in which Russian banks and accounting programs exchange payments.

The encoding is the one in which the file's own words can be read: the header names it, and is not always right. What
an account is credited and debited with tells from the accounts of the file. Fields beyond the documented ones are
passed over, and a value that runs over lines is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from leopold.faults import Fault
from leopold.ledger.figures import amount, broken, date_in, joined, missing, russian_currency, shown
from leopold.ledger.source import Broken, Entry, Source
from leopold.model import Balance, Payment

_MARK = "1CClientBankExchange"
_ENCODINGS = ("utf-8-sig", "cp1251", "cp866", "utf-16", "koi8-r")
_TELLING = re.compile(
    r"^(?:ВерсияФормата|Кодировка|СекцияДокумент|СекцияРасчСчет|РасчСчет|Отправитель)\b", re.MULTILINE
)
_KEY = re.compile(r"([\w ]{1,60}?)\s*=(.*)", re.DOTALL)
_INN = re.compile(r"^\s*ИНН\s*:?\s*(\d{10}|\d{12})\s+", re.IGNORECASE)


class OneC:
    """A statement or a list of payment orders for 1C."""

    name = "1CClientBankExchange"

    def recognises(self, source: Source) -> bool:
        """The mark with which such files begin, in any encoding."""
        return _MARK in source.head[:200].replace(b"\0", b"").decode("latin-1")

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the payments of every account, then the balances that the file states."""
        text = _decoded(source.data())
        if text is None:
            yield source.refusal(Fault("one_c_encoding"))
            return
        header, accounts, documents, whole = _sections(text)
        if not whole:
            yield source.refusal(Fault("one_c_cut"), text.count("\n") + 1)
            return
        own = {each for section in accounts for each in section.of("РасчСчет")} | set(header.of("РасчСчет"))
        made: list[Payment] = []
        for document in documents:
            try:
                made.extend(_payments(document, own))
            except Broken as fault:
                yield source.refusal(fault.fault, fault.line)
        yield from made
        for section in accounts:
            try:
                yield _balance(section, header, made, alone=_alone(section, accounts))
            except Broken as fault:
                yield source.refusal(fault.fault, fault.line)


@dataclass(slots=True)
class _Section:
    """The fields of one section in their order, with the lines on which they stand."""

    line: int
    fields: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def of(self, name: str) -> list[str]:
        return [text for text, _ in self.fields.get(name, ()) if text]

    def get(self, *names: str) -> str:
        return next((text for name in names for text in self.of(name)), "")

    def at(self, name: str) -> int:
        return self.fields[name][0][1] if name in self.fields else self.line

    def numbered(self, name: str) -> str:
        """A text that may be cut into numbered fields."""
        return joined(*self.of(name), *(self.get(f"{name}{number}") for number in range(1, 10)))


def _decoded(data: bytes) -> str | None:
    """Return the text in the encoding in which the most of the format's words can be read."""
    best, found = 0, None
    for name in _ENCODINGS:
        try:
            text = data[: 1 << 20].decode(name, "ignore" if name.startswith("utf-16") else "replace")
        except UnicodeError:
            continue
        count = len(_TELLING.findall(text.replace("\r", "\n")))
        if count > best:
            best, found = count, name
    return None if found is None else data.decode(found, "replace")


def _sections(text: str) -> tuple[_Section, list[_Section], list[_Section], bool]:
    """Cut a file into its header, accounts and documents, and say whether it comes to its end."""
    header = now = _Section(1)
    accounts: list[_Section] = []
    documents: list[_Section] = []
    last: tuple[list[tuple[str, int]], int] | None = None
    ended = False
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip("\ufeff \t")
        key, _, value = bare.partition("=")
        word = key.strip().lower()
        if word in ("секциярасчсчет", "секциядокумент"):
            now = _Section(number)
            (accounts if word == "секциярасчсчет" else documents).append(now)
            now.fields["Секция"] = [(value.strip(), number)]
            last, ended = None, False
        elif word in ("конецрасчсчет", "конецдокумента"):
            now, last, ended = header, None, True
        elif word == "конецфайла":
            ended = True
            break
        elif found := _KEY.fullmatch(bare):
            texts = now.fields.setdefault(_name(found[1]), [])
            texts.append((found[2].strip(), number))
            last = texts, len(texts) - 1
        elif bare and last is not None:
            texts, index = last
            texts[index] = (joined(texts[index][0], bare), texts[index][1])
    return header, accounts, documents, ended or not (accounts or documents)


def _name(text: str) -> str:
    return text.replace(" ", "").strip()


def _payments(document: _Section, own: set[str]) -> list[Payment]:
    """Return what a document moves: one payment, or two where both accounts are ours."""
    value = document.get("Сумма")
    if not value:
        raise missing(document.line, "Сумма")
    paid = amount(value, document.at("Сумма"), "Сумма")
    if paid < 0:
        raise broken(document.at("Сумма"), "Сумма", Fault("cell_value", value=shown(value), fault=Fault("no_amount")))
    sides = [side for side in ("Получатель", "Плательщик") if _accounts(document, side) & own]
    if not sides:
        sides = [
            side for side, at in (("Получатель", "ДатаПоступило"), ("Плательщик", "ДатаСписано")) if document.get(at)
        ]
        if len(sides) != 1:
            raise Broken(document.line, Fault("one_c_whose", line=document.line, number=shown(document.get("Номер"))))
    return [_payment(document, side, paid, own) for side in sides]


def _accounts(document: _Section, side: str) -> set[str]:
    return {*document.of(f"{side}Счет"), *document.of(f"{side}РасчСчет")}


def _payment(document: _Section, ours: str, paid: Decimal, own: set[str]) -> Payment:
    other = "Плательщик" if ours == "Получатель" else "Получатель"
    account = next(iter(sorted(_accounts(document, ours) & own)), document.get(f"{ours}Счет"))
    name = document.get(f"{other}1") or document.get(other)
    cut = _INN.match(name)
    return Payment(
        "",
        _day(document, ours),
        paid if ours == "Получатель" else -paid,
        russian_currency(account),
        joined(name[cut.end() :] if cut else name),
        document.numbered("НазначениеПлатежа"),
        document.get("Номер"),
        account,
        document.get(f"{other}Счет", f"{other}РасчСчет"),
        document.get(f"{other}ИНН") or (cut[1] if cut else ""),
    )


def _day(document: _Section, ours: str) -> date:
    """The day on which the account moved, else that of the order; a date that is none gives way to the next."""
    names = ("ДатаПоступило", "ДатаСписано") if ours == "Получатель" else ("ДатаСписано", "ДатаПоступило")
    for name in (*names, "Дата"):
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


Fields = Mapping[str, list[tuple[str, int]]]
