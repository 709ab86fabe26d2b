"""Invented books of the sample: two years of invoices to customers who pay each in their own way, and bank statements.

Without them the sample would be too short to tell anything of how somebody pays. Made by a fixed seed, as of a day:
invoices and older payments as tables, the last three months as a bank writes them (1C in windows-1251, camt.053).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final
from xml.sax.saxutils import escape

MONTHS: Final = 27
TERM: Final = timedelta(14)
STATED: Final = timedelta(92)
"""So far back the payments are in a bank's statement rather than in a table."""
SEED: Final = 7
OWN: Final = {"EUR": "DE00500105175407324931", "RUB": "40702810900000004711"}
"""Accounts of the sample's own firm: the digits are made up, and their checksums wrong."""


@dataclass(frozen=True, slots=True)
class Payer:
    """A customer: what one month costs, and how many days after the day due money comes, at the middle and around."""

    name: str
    currency: str
    amount: str
    late: int
    spread: int
    tax_id: str


PAYERS: Final = (
    Payer("Castellane Hotels", "EUR", "1840.00", 2, 3, "FR00400000001"),
    Payer("Larkspur Optics", "EUR", "620.00", -3, 2, "DE000000011"),
    Payer("Merrow & Finch", "EUR", "1275.50", 12, 6, "DE000000022"),
    Payer("Quayside Bakery", "EUR", "340.00", 5, 4, "DE000000033"),
    Payer("Технопарк «Ольховый»", "RUB", "96000.00", 1, 3, "0000000011"),
    Payer("Северный причал", "RUB", "148500.00", 9, 5, "0000000022"),
    Payer("Мастерская «Кедр»", "RUB", "54200.00", -1, 2, "0000000033"),
    Payer("Ясень-Сервис", "RUB", "71300.00", 21, 9, "0000000044"),
)


@dataclass(frozen=True, slots=True)
class _Bill:
    payer: Payer
    number: str
    issued: date
    paid: date

    @property
    def due(self) -> date:
        return self.issued + TERM


@dataclass(frozen=True, slots=True)
class _Move:
    payer: Payer
    at: date
    amount: Decimal
    purpose: str


def write(folder: Path, as_of: date) -> list[Path]:
    """Write the books as they stood on the evening of `as_of` below `folder`, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    bills = [bill for bill in _bills(as_of) if bill.issued <= as_of]
    since = as_of - STATED
    moves = [move for move in _moves([bill for bill in bills if bill.paid > since]) if move.at <= as_of]
    places = [folder / name for name in ("invoices.csv", "payments.csv", "statement.txt", "statement.xml")]
    _table(places[0], ("number", "counterparty", "issued", "due", "amount", "currency", "tax id"), map(_billed, bills))
    older = (
        (bill.number, bill.paid.isoformat(), bill.payer.amount, bill.payer.currency, bill.payer.name)
        for bill in bills
        if bill.paid <= since
    )
    _table(places[1], ("invoice", "date", "amount", "currency", "counterparty"), older)
    rubles, euros = ([move for move in moves if move.payer.currency == each] for each in ("RUB", "EUR"))
    places[2].write_bytes(_one_c(rubles, since, as_of).encode("windows-1251"))
    places[3].write_text(_camt(euros, since, as_of), encoding="utf-8")
    return places


def _bills(as_of: date) -> Iterator[_Bill]:
    chance = Random(SEED)  # noqa: S311 - no secret: the same books each time
    for place, payer in enumerate(PAYERS):
        for back in range(MONTHS - 1, -1, -1):
            months = as_of.year * 12 + as_of.month - 1 - back
            issued = date(months // 12, months % 12 + 1, 2 + place)
            late = payer.late + round(chance.gauss(0, payer.spread))
            paid = max(issued + TERM + timedelta(late), issued + timedelta(1))
            # Banks book nothing on a weekend.
            paid += timedelta((7 - paid.weekday()) % 7 if paid.weekday() > 4 else 0)
            yield _Bill(payer, f"{'SB' if payer.currency == 'EUR' else 'СЧ'}-{issued:%y%m}-{place + 1}", issued, paid)


def _moves(bills: Sequence[_Bill]) -> list[_Move]:
    """Return what the bank shows: most payers name the invoice, one pays in two parts, one names nothing."""
    found = []
    for bill in bills:
        whole, said = Decimal(bill.payer.amount), f"Invoice {bill.number}"
        if bill.payer.currency == "RUB":
            said = f"Оплата по счету {bill.number} от {bill.issued:%d.%m.%Y}, НДС не облагается"
        if bill.payer.name == "Ясень-Сервис":
            half = round(whole * Decimal("0.4"), 2)
            found.append(_Move(bill.payer, bill.paid, half, f"Частичная оплата. {said}"))
            found.append(_Move(bill.payer, bill.paid + timedelta(35), whole - half, said))
        elif bill.payer.name == "Quayside Bakery":
            found.append(_Move(bill.payer, bill.paid, whole + Decimal("0.40"), "thank you"))
        else:
            found.append(_Move(bill.payer, bill.paid, whole, said))
    return sorted(found, key=lambda move: (move.at, move.payer.name, move.amount))


def _billed(bill: _Bill) -> tuple[str, ...]:
    payer = bill.payer
    days = (bill.issued.isoformat(), bill.due.isoformat())
    return (bill.number, payer.name, *days, payer.amount, payer.currency, payer.tax_id)


def _table(path: Path, columns: Sequence[str], rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows(rows)


def _one_c(moves: Sequence[_Move], since: date, until: date) -> str:
    opening = Decimal("250000.00")
    received = sum((move.amount for move in moves), Decimal(0))
    lines = [
        *("1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows", "Отправитель=Банк"),
        *(f"ДатаНачала={since:%d.%m.%Y}", f"ДатаКонца={until:%d.%m.%Y}", f"РасчСчет={OWN['RUB']}"),
        *("СекцияРасчСчет", f"ДатаНачала={since:%d.%m.%Y}", f"ДатаКонца={until:%d.%m.%Y}", f"РасчСчет={OWN['RUB']}"),
        *(f"НачальныйОстаток={opening}", f"ВсегоПоступило={received}", "ВсегоСписано=0.00"),
        *(f"КонечныйОстаток={opening + received}", "КонецРасчСчет"),
    ]
    for number, move in enumerate(moves, 101):
        account = f"407028105{move.payer.tax_id[-2:]}000000001"
        lines += [
            *("СекцияДокумент=Платежное поручение", f"Номер={number}", f"Дата={move.at:%d.%m.%Y}"),
            *(f"Сумма={move.amount}", f"ПлательщикСчет={account}", f"Плательщик={move.payer.name}"),
            *(
                f"ПлательщикИНН={move.payer.tax_id}",
                f"ПолучательСчет={OWN['RUB']}",
                f"ДатаПоступило={move.at:%d.%m.%Y}",
            ),
            *(f"НазначениеПлатежа={move.purpose}", "КонецДокумента"),
        ]
    return "\r\n".join([*lines, "КонецФайла", ""])


def _camt(moves: Sequence[_Move], since: date, until: date) -> str:
    opening = Decimal("8200.00")
    closing = opening + sum((move.amount for move in moves), Decimal(0))
    entries = "".join(
        f'<Ntry><Amt Ccy="EUR">{move.amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
        f"<BookgDt><Dt>{move.at}</Dt></BookgDt><AcctSvcrRef>SB{number:06}</AcctSvcrRef><NtryDtls><TxDtls>"
        f"<RltdPties><Dbtr><Nm>{escape(move.payer.name)}</Nm></Dbtr></RltdPties>"
        f"<RmtInf><Ustrd>{escape(move.purpose)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        for number, move in enumerate(moves, 1)
    )

    def balance(code: str, amount: Decimal, day: date) -> str:
        return (
            f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt>'
            f"<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>\n"
        )

    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>sample</Id>\n'
        f"<Acct><Id><IBAN>{OWN['EUR']}</IBAN></Id><Ccy>EUR</Ccy></Acct>\n"
        f"{balance('OPBD', opening, since)}{balance('CLBD', closing, until)}{entries}"
        "</Stmt></BkToCstmrStmt></Document>\n"
    )
