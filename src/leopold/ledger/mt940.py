"""MT940 of SWIFT, as banks write it: with or without envelope, `:86:` free or structured, the long form of ASN.

Own reader: the library mt-940 5.1.1 needs to be told which bank wrote a file, and gives no lines. Read after the
field descriptions of the standard; subfields of `:86:` in the German (?20), Dutch (/REMI/) and Polish (^20) ways.
"""

from __future__ import annotations

import re
from calendar import IllegalMonthError, monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from leopold import tabular
from leopold.faults import Fault
from leopold.ledger.figures import amount, broken, joined, missing, shown
from leopold.ledger.purposes import Details, details
from leopold.ledger.source import Broken, Entry, Source
from leopold.model import Balance, Payment

_FIELD = re.compile(r"^:(\d\d[A-Z]?|NS):(.*)", re.DOTALL)
_START = re.compile(r"(?:\{\d:.*\}?\{4:\s*|[^\n]{0,200}\n){0,12}?:20:.*?^:(?:25|28|60)", re.DOTALL | re.MULTILINE)
_BALANCE = re.compile(r"([CD])(\d{6})([A-Z]{3})\s*([\d.,]+)")
_ENTRY = re.compile(
    r"(?P<value>\d{6})(?P<booked>\d{4})?\s*(?P<mark>[ER]?[CD])(?P<funds>[A-Z](?=\d))?(?P<amount>[\d.]*,?\d*)"
    r"(?P<kind>[A-Z][A-Z0-9 ]{3})?(?P<own>.*?)(?://(?P<bank>[^\n]*))?(?:\n(?P<more>.*))?",
    re.DOTALL,
)
_NONE = frozenset(("NONREF", "NOTPROVIDED", "NREF", "EREF", "MARF", ""))
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}")


class Mt940:
    """A statement in the fields of SWIFT."""

    name = "MT940"

    def recognises(self, source: Source) -> bool:
        """A field 20 at the beginning of a line, and 25, 28 or 60 soon after it."""
        text = source.beginning[:4000].replace("\r\n", "\n").replace("\r", "\n")
        return not text.startswith("<") and _START.match(text) is not None

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the entries of every message, then its balance."""
        name = tabular.encoding(source.head) or "latin-1"
        message = _Message()
        for tag, text, line in _fields(source.data().decode(name, "replace")):
            if tag in ("20", "end"):
                yield from message.end(source)
                message = _Message(line=line)
            elif tag:
                message.take(tag, text, line, source)
        yield from message.end(source)


def _fields(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield tag, text and line of every field; a line that begins none goes on with the one before."""
    tag, parts, first = "", list[str](), 0
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.rpartition("{4:")[2] if "{4:" in line else line
        found = _FIELD.match(bare.strip(" \t"))
        if found or bare.strip() in ("-", "-}"):
            yield tag, "\n".join(parts), first
            tag, parts, first = (found[1], [found[2]], number) if found else ("end", [], number)
        elif tag and tag != "end":
            parts.append(bare.rstrip())
    yield tag, "\n".join(parts), first


@dataclass(slots=True)
class _Message:
    """One message: an account, its balances and entries as they come."""

    line: int = 0
    account: str = ""
    currency: str = ""
    opening: tuple[Decimal, str, date] | None = None
    closing: tuple[Decimal, str, date] | None = None
    entries: list[tuple[dict[str, str], str, int]] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    faults: list[Broken] = field(default_factory=list)
    last: str = ""

    def take(self, tag: str, text: str, line: int, _source: Source) -> None:
        """Take one field."""
        try:
            match tag:
                case "25":
                    self.account = _account(text)
                case "60F" | "60M":
                    self.opening = self.opening or _balance(text, line, tag)
                case "62F" | "62M":
                    self.closing = _balance(text, line, tag)
                case "34F" if text[:3].isalpha():
                    self.currency = self.currency or text[:3].upper()
                case "61":
                    self.entries.append((_parts(text, line), text, line))
                case "NS" if self.last == "61":
                    self.texts.setdefault(len(self.entries) - 1, text)
                case "86" if self.last in ("61", "86", "NS") and self.entries:
                    index = len(self.entries) - 1
                    self.texts[index] = f"{self.texts[index]}\n{text}" if index in self.texts else text
        except Broken as fault:
            self.faults.append(fault)
            tag = "broken"
        self.last = tag if tag != "NS" else self.last

    def end(self, source: Source) -> Iterator[Entry]:
        """Yield what the message holds."""
        yield from (source.refusal(fault.fault, fault.line) for fault in self.faults)
        if not self.account and not self.entries and self.opening is None:
            return
        made = []
        stated = self.opening or self.closing
        for index, (parts, _, line) in enumerate(self.entries):
            try:
                currency = stated[1] if stated else self.currency
                if not currency:
                    raise missing(line, ":60F:")
                made.append(_payment(parts, details(self.texts.get(index, "")), line, currency, self.account))
            except Broken as fault:
                yield source.refusal(fault.fault, fault.line)
        yield from made
        if stated is not None:
            moved = sum((payment.amount for payment in made), Decimal(0))
            yield Balance(
                self.account,
                stated[1],
                self.opening and self.opening[2],
                self.closing and self.closing[2],
                self.opening and self.opening[0],
                self.closing and self.closing[0],
                moved,
                len(made),
            )


def _account(text: str) -> str:
    return joined(text.split("\n")[0]).replace(" ", "")


def _balance(text: str, line: int, tag: str) -> tuple[Decimal, str, date]:
    found = _BALANCE.match(text.strip().replace(" ", ""))
    if not found:
        raise broken(line, f":{tag}:", Fault("cell_value", value=shown(text), fault=Fault("no_balance")))
    value = _amount(found[4], line, f":{tag}:")
    return (value if found[1] == "C" else -value), found[3], _day(found[2], line, f":{tag}:")


def _amount(text: str, line: int, element: str) -> Decimal:
    """The comma stands before the decimals; some write a point."""
    return amount(text.replace(".", "") if "," in text else text, line, element)


def _day(text: str, line: int, element: str) -> date:
    try:
        year, month, number = 2000 + int(text[:2]), int(text[2:4]), int(text[4:6])
        # Where every month has thirty days, there is a 30 February.
        return date(year, month, min(number, monthrange(year, month)[1]) if number <= 31 else number)
    except (ValueError, IllegalMonthError):
        raise broken(line, element, Fault("cell_value", value=shown(text), fault=Fault("no_swift_date"))) from None


def _parts(text: str, line: int) -> dict[str, str]:
    found = _ENTRY.fullmatch(text.strip())
    if not found or not re.search(r"\d", found["amount"]):
        raise broken(line, ":61:", Fault("cell_value", value=shown(text), fault=Fault("no_swift_entry")))
    return {name: value or "" for name, value in found.groupdict().items()}


def _payment(parts: dict[str, str], told: Details, line: int, currency: str, account: str) -> Payment:
    value = _amount(parts["amount"], line, ":61:")
    # RC takes a credit back, RD a debit.
    credit = parts["mark"] in ("C", "EC", "RD")
    own, bank, more = parts["own"].strip(), (parts["bank"] or "").strip(), joined(parts["more"])
    references = (bank, told.reference, own)
    return Payment(
        "",
        _booked(parts, line),
        value if credit else -value,
        currency,
        told.name,
        told.purpose or more or (own if own.upper() not in _NONE else ""),
        next((found for found in references if found.upper() not in _NONE), ""),
        account,
        told.account or (more if _IBAN.fullmatch(more) else ""),
    )


def _booked(parts: dict[str, str], line: int) -> date:
    """The day of entry, whose year is the one that brings it nearest to the day of value."""
    value = _day(parts["value"], line, ":61:")
    if not parts["booked"]:
        return value
    found = []
    for year in (value.year - 1, value.year, value.year + 1):
        try:
            found.append(date(year, int(parts["booked"][:2]), int(parts["booked"][2:])))
        except ValueError:
            continue
    return min(found, key=lambda each: abs((each - value).days)) if found else value
