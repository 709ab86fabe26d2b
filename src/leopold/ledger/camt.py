"""camt.052, .053 and .054 of ISO 20022, every version from 1 on, by local names.

An entry with several transactions that add up to it becomes a payment for each, else it is one payment. Entries that
are not booked yet are no payments; a doubt tells of each. `CdtDbtInd` says which way the money went, reversals too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from leopold.faults import Fault
from leopold.ledger.elements import Element, read, root_tag
from leopold.ledger.figures import amount, date_in, day, joined, missing
from leopold.ledger.source import Broken, Entry, Source
from leopold.model import Balance, Payment

_STATEMENTS = ("Stmt", "Rpt", "Ntfctn")
_BODIES = "BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn"
_OPENING, _CLOSING = ("OPBD", "PRCD", "ITBD"), ("CLBD", "ITBD")
_NOTHING = frozenset(("NOTPROVIDED", "NONREF", "NOTAVAILABLE", ""))


class Camt:
    """A statement, report or notification of a bank in XML."""

    name = "camt"

    def recognises(self, source: Source) -> bool:
        """The element `Document` of ISO 20022 with one of the three messages in it."""
        text = source.beginning
        if root_tag(text) != "Document" and not text.startswith("<"):
            return False
        return any(body in text for body in _BODIES.split("|"))

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the entries of every statement, then its balance."""
        statement = _Statement(source)
        try:
            with source.open() as stream:
                root = read(stream, statement.leave, ("Acct", "Ntry", "TxsSummry", *_STATEMENTS))
        except Broken as fault:
            yield source.refusal(fault.fault, fault.line)
            return
        if not statement.seen:
            yield source.refusal(Fault("element_missing", line=root.line, element="Stmt"), root.line)
        yield from statement.found


@dataclass(slots=True)
class _Statement:
    """The statement that is being read: its account comes before the entries, and those before its end."""

    source: Source
    found: list[Entry] = field(default_factory=list)
    seen: int = 0
    account: str = ""
    made: list[Payment] = field(default_factory=list)

    def leave(self, element: Element) -> bool:
        """Take the account, an entry, or the end of a statement."""
        if element.tag == "Acct":
            self.account = self.account or _account(element)
        if element.tag == "Ntry":
            self._entry(element)
            return True
        if element.tag in _STATEMENTS:
            self._end(element)
            return True
        return element.tag == "TxsSummry"

    def _entry(self, entry: Element) -> None:
        try:
            if _status(entry) not in ("BOOK", ""):
                self.found.append(self.source.doubt(Fault("entry_pending", line=entry.line), entry.line))
                return
            self.made.extend(_payments(entry, self.account))
        except Broken as fault:
            self.found.append(self.source.refusal(fault.fault, fault.line))

    def _end(self, statement: Element) -> None:
        self.seen += 1
        made, self.made = self.made, []
        account, self.account = self.account, ""
        self.found.extend(made)
        try:
            self.found.extend(_balances(statement, account, made))
        except Broken as fault:
            self.found.append(self.source.refusal(fault.fault, fault.line))


def _account(element: Element) -> str:
    paths = (("Id", "IBAN"), ("Id", "Othr|PrtryAcct|BBAN", "Id"), ("Id", "BBAN"))
    return next((found.replace(" ", "") for path in paths if (found := element.at(*path))), "")


def _status(entry: Element) -> str:
    return entry.at("Sts", "Cd") or entry.at("Sts")


def _payments(entry: Element, account: str) -> list[Payment]:
    total, currency = _money(entry)
    booked = _day(entry)
    parts = list(entry.all("NtryDtls", "TxDtls"))
    if len(parts) > 1:
        made = [_part(entry, part, currency) for part in parts]
        if None not in made and sum(value for value in made if value is not None) == total:
            sums = [value for value in made if value is not None]
            return [
                _payment(entry, part, value, currency, booked, account) for part, value in zip(parts, sums, strict=True)
            ]
    return [_payment(entry, parts[0] if len(parts) == 1 else None, total, currency, booked, account)]


def _money(entry: Element) -> tuple[Decimal, str]:
    stated = entry.first("Amt")
    if stated is None or not stated.text:
        raise missing(entry.line, "Ntry/Amt")
    currency = stated.attributes.get("Ccy", "").strip().upper()
    if not currency:
        raise missing(stated.line, "Amt/@Ccy")
    return _signed(entry, amount(stated.text, stated.line, "Amt")), currency


def _signed(element: Element, value: Decimal) -> Decimal:
    way = element.at("CdtDbtInd")
    if way not in ("CRDT", "DBIT"):
        raise missing(element.line, f"{element.tag}/CdtDbtInd")
    return value if way == "CRDT" else -value


def _part(entry: Element, part: Element, currency: str) -> Decimal | None:
    """The amount of one transaction in the currency of its entry, None where it is not told."""
    for path in (("Amt",), ("AmtDtls", "TxAmt", "Amt"), ("AmtDtls", "InstdAmt", "Amt")):
        found = part.first(*path)
        if found is not None and found.text and found.attributes.get("Ccy", currency).strip().upper() == currency:
            value = amount(found.text, found.line, "Amt")
            return _signed(part if part.at("CdtDbtInd") else entry, value)
    return None


def _day(entry: Element) -> date:
    for tag in ("BookgDt", "ValDt"):
        for form in ("Dt", "DtTm"):
            found = entry.first(tag, form)
            if found is not None and found.text:
                return day(found.text, found.line, f"{tag}/{form}")
    raise missing(entry.line, "Ntry/BookgDt")


def _payment(
    entry: Element, part: Element | None, value: Decimal, currency: str, booked: date, account: str
) -> Payment:
    of = part if part is not None else Element("TxDtls", {}, entry.line)
    role = "Dbtr" if (of.at("CdtDbtInd") or entry.at("CdtDbtInd")) == "CRDT" else "Cdtr"
    party = of.first("RltdPties", role, "Pty") or of.first("RltdPties", role) or Element(role, {}, entry.line)
    purpose, named = _purpose(entry, of)
    told = (of.at("Refs", "AcctSvcrRef"), entry.at("AcctSvcrRef"), of.at("Refs", "TxId"), of.at("Refs", "EndToEndId"))
    theirs = of.at("RltdPties", role + "Acct", "Id", "IBAN") or of.at("RltdPties", role + "Acct", "Id", "Othr", "Id")
    return Payment(
        named[0] if len(named) == 1 else "",
        booked,
        value,
        currency,
        joined(party.at("Nm") or of.at("RltdPties", "Ultmt" + role, "Nm")),
        purpose,
        next((joined(found) for found in told if found.upper() not in _NOTHING), ""),
        account,
        theirs.replace(" ", ""),
        joined(party.at("Id", "OrgId", "Othr", "Id")),
    )


def _purpose(entry: Element, of: Element) -> tuple[str, list[str]]:
    """What the payer wrote, and the numbers of the documents that he names by themselves."""
    structured = list(of.all("RmtInf", "Strd"))
    free = joined(*(found.text for found in of.all("RmtInf", "Ustrd")))
    asked = joined(*(found.at("CdtrRefInf", "Ref") for found in structured))
    named = [joined(found.text) for each in structured for found in each.all("RfrdDocInf", "Nb") if found.text]
    purpose = joined(free, asked, *(number for number in named if number not in free))
    return purpose or joined(of.at("AddtlTxInf")) or joined(entry.at("AddtlNtryInf")), named


def _balances(statement: Element, account: str, payments: list[Payment]) -> Iterator[Balance]:
    """The balance in each currency of the statement; without any where the bank states none and nothing moved."""
    stated: dict[tuple[str, str], list[Decimal]] = {}
    for found in statement.all("Bal"):
        kind = found.at("Tp", "CdOrPrtry", "Cd") or found.at("Tp", "Cd")
        value = found.first("Amt")
        if value is None or not value.text:
            raise missing(found.line, "Bal/Amt")
        currency = value.attributes.get("Ccy", "").strip().upper()
        stated.setdefault((currency, kind), []).append(_signed(found, amount(value.text, value.line, "Bal/Amt")))
    currencies = sorted({currency for currency, kind in stated if kind in (*_OPENING, *_CLOSING)})
    for currency in currencies:
        opening = next((stated[currency, kind][0] for kind in _OPENING if (currency, kind) in stated), None)
        closing = next((stated[currency, kind][-1] for kind in _CLOSING if (currency, kind) in stated), None)
        moved = [payment.amount for payment in payments if payment.currency == currency]
        period = statement.first("FrToDt") or Element("FrToDt", {}, 0)
        since = date_in(period.at("FrDtTm|FrDt")) or _dated(statement, _OPENING)
        until = date_in(period.at("ToDtTm|ToDt")) or _dated(statement, _CLOSING)
        yield Balance(account, currency, since, until, opening, closing, sum(moved, Decimal(0)), len(moved))


def _dated(statement: Element, kinds: tuple[str, ...]) -> date | None:
    for found in statement.all("Bal"):
        if (found.at("Tp", "CdOrPrtry", "Cd") or found.at("Tp", "Cd")) in kinds:
            return date_in(found.at("Dt", "Dt|DtTm") or found.at("Dt"))
    return None
