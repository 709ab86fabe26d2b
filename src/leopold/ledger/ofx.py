"""OFX 1 (SGML, whose leaves have no end) and OFX 2 (XML), read leniently: what banks export seldom follows the DTD.

A tag with text is a value, every other a group; what is missing at the end of a group is put there. OFX states no
opening balance, so nothing can be reconciled, and the balance says so.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from leopold.faults import Fault
from leopold.ledger.elements import root_tag
from leopold.ledger.figures import amount, date_in, day, joined, missing
from leopold.ledger.source import Broken, Entry, Source
from leopold.model import Balance, Payment

_TAG = re.compile(r"<(/?)([A-Za-z0-9_.]+)(?:\s[^<>]*)?(/?)>([^<]*)")
_HEADER = re.compile(r"^\s*(OFXHEADER|ENCODING|CHARSET|DATA)\s*:\s*(\S+)", re.MULTILINE)
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding=[\"']([\w.-]+)", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")
_ENDS = frozenset(("BANKTRANLIST", "STMTRS", "CCSTMTRS", "INVSTMTRS", "OFX"))
_STATEMENTS = frozenset(("STMTRS", "CCSTMTRS", "INVSTMTRS"))


class Ofx:
    """A statement of a bank or a card for personal finance programs."""

    name = "OFX"

    def recognises(self, source: Source) -> bool:
        """The header of OFX 1, or the element OFX after the declarations of OFX 2."""
        text = source.beginning
        return text.startswith("OFXHEADER") or root_tag(text).upper() == "OFX"

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the entries of every statement, then its balance."""
        text = _decoded(source.data())
        if declared := _DECLARED.search(text):
            line = text.count("\n", 0, declared.start()) + 1
            yield source.refusal(Fault("xml_entities", line=line), line)
            return
        if not re.search(r"</OFX\s*>", text, re.IGNORECASE):
            line = text.count("\n") + 1
            yield source.refusal(Fault("cut_off", line=line, end="</OFX>"), line)
            return
        reading = _Reading(source)
        yield from reading.of(text)


def _decoded(data: bytes) -> str:
    """Return the text in the encoding that its header names, if that can be; else UTF-8, else windows-1252."""
    names = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        names.append("utf-16")
    if found := _XML_ENCODING.search(data[:300]):
        names.append(found[1].decode("ascii"))
    stated = dict(_HEADER.findall(data[:600].decode("latin-1")))
    charset = stated.get("CHARSET", "").upper().removeprefix("WINDOWS-").removeprefix("CP")
    names.append("utf-8-sig")
    if charset.isdigit():
        names.append(f"cp{charset}")
    elif charset not in ("", "NONE"):
        names.append(charset)
    for name in names:
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


@dataclass(slots=True)
class _Reading:
    """What has been seen of the statement in which the reading stands."""

    source: Source
    currency: str = ""
    account: str = ""
    ledger: dict[str, tuple[str, int]] = field(default_factory=dict)
    entry: dict[str, tuple[str, int]] | None = None
    began: int = 0
    group: str = ""
    period: dict[str, str] = field(default_factory=dict)
    made: list[Payment] = field(default_factory=list)

    def of(self, text: str) -> Iterator[Entry]:
        """Yield all that the tags of `text` tell."""
        line, place = 1, 0
        for found in _TAG.finditer(text):
            line += text.count("\n", place, found.start())
            place = found.start()
            ends, tag, value = found[1] or found[3], found[2].upper(), found[4].strip()
            if ends:
                if tag in ("STMTTRN", *_ENDS):
                    yield from self._finish()
                if tag in _STATEMENTS:
                    yield from self._close()
                if tag == self.group:
                    self.group = ""
            elif value:
                self._value(tag, html.unescape(value), line)
            else:
                yield from self._open(tag, line)
        yield from self._finish()
        yield from self._close()

    def _open(self, tag: str, line: int) -> Iterator[Entry]:
        if tag in ("STMTTRN", *_STATEMENTS):
            yield from self._finish()
        if tag in _STATEMENTS:
            yield from self._close()
        if tag == "STMTTRN":
            self.entry, self.began = {}, line
        elif tag.endswith(("ACCTFROM", "ACCTTO")) or tag in (
            "LEDGERBAL",
            "AVAILBAL",
            "PAYEE",
            "CURRENCY",
            "ORIGCURRENCY",
        ):
            self.group = tag

    def _value(self, tag: str, value: str, line: int) -> None:
        if self.entry is not None:
            self.entry.setdefault(f"{self.group}.{tag}" if self.group.endswith("ACCTTO") else tag, (value, line))
        elif self.group.endswith("ACCTFROM") and tag in ("ACCTID", "BANKID"):
            self.account = value if tag == "ACCTID" else self.account
        elif self.group == "LEDGERBAL":
            self.ledger[tag] = (value, line)
        elif tag == "CURDEF":
            self.currency = value.upper()
        elif tag in ("DTSTART", "DTEND"):
            self.period[tag] = value

    def _finish(self) -> Iterator[Entry]:
        """End an entry, if there is one."""
        entry, self.entry = self.entry, None
        if entry is None:
            return
        try:
            payment = _payment(entry, self.began, self.currency, self.account)
        except Broken as fault:
            yield self.source.refusal(fault.fault, fault.line)
            return
        self.made.append(payment)
        yield payment

    def _close(self) -> Iterator[Entry]:
        """End a statement, if there is one."""
        made, self.made = self.made, []
        ledger, self.ledger = self.ledger, {}
        period, self.period = self.period, {}
        account, self.account = self.account, ""
        if not made and not ledger:
            return
        closing = None
        if "BALAMT" in ledger:
            try:
                closing = amount(*ledger["BALAMT"], "BALAMT")
            except Broken as fault:
                yield self.source.refusal(fault.fault, fault.line)
        until = date_in(period.get("DTEND", "")) or date_in(ledger.get("DTASOF", ("", 0))[0])
        moved = sum((payment.amount for payment in made), Decimal(0))
        since = date_in(period.get("DTSTART", ""))
        currency = self.currency or (made[0].currency if made else "")
        yield Balance(account, currency, since, until, None, closing, moved, len(made))


def _payment(entry: dict[str, tuple[str, int]], line: int, currency: str, account: str) -> Payment:
    def text(*names: str) -> str:
        return next((joined(entry[name][0]) for name in names if entry.get(name, ("", 0))[0]), "")

    for name in ("TRNAMT", "DTPOSTED"):
        if not text(name):
            raise missing(line, f"STMTTRN/{name}")
    unit = text("CURSYM").upper()
    currency = currency or (unit if _CURRENCY.fullmatch(unit) else "")
    if not currency:
        raise missing(line, "CURDEF")
    value = amount(*entry["TRNAMT"], "TRNAMT")
    return Payment(
        "",
        day(*entry["DTPOSTED"], "DTPOSTED"),
        value,
        currency,
        text("NAME", "PAYEEID"),
        text("MEMO") or text("CHECKNUM"),
        text("FITID") or text("REFNUM", "SRVRTID"),
        account,
        text("BANKACCTTO.ACCTID", "CCACCTTO.ACCTID"),
    )
