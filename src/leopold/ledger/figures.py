"""Amounts, dates and accounts as the formats of banks and programs write them: exact, or a `Broken` with its place."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from leopold.faults import Fault
from leopold.ledger.money import LONGEST
from leopold.ledger.source import Broken

LONGEST_TEXT = 2000
"""Characters of one text that are kept."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_DIVIDED = re.compile(
    r"[+-]?\d{1,3}(?:(?P<by>[ '\u00a0\u202f.,])\d{3})(?:(?P=by)\d{3})*(?P<rest>[.,]\d{1,2})?", re.ASCII
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)", re.ASCII)
_BLANKS = re.compile(r"\s+")
_RUSSIAN_CODES = {
    "810": "RUB",
    "643": "RUB",
    "840": "USD",
    "978": "EUR",
    "156": "CNY",
    "398": "KZT",
    "933": "BYN",
    "826": "GBP",
    "756": "CHF",
    "392": "JPY",
    "949": "TRY",
    "784": "AED",
    "860": "UZS",
    "051": "AMD",
    "944": "AZN",
    "417": "KGS",
    "356": "INR",
    "980": "UAH",
    "981": "GEL",
    "344": "HKD",
    "985": "PLN",
    "203": "CZK",
}


def amount(text: str, line: int, element: str) -> Decimal:
    """Return an amount with a point or a comma before its decimals. Raises Broken.

    Thousands may be divided, by something else than what stands before the decimals; what may mean two sums is
    refused.
    """
    bare = text.strip()
    number = bare
    if not _NUMBER.fullmatch(bare):
        divided = _DIVIDED.fullmatch(bare)
        rest = divided["rest"] if divided else None
        if divided is None or (rest and rest[0] == divided["by"]):
            raise broken(line, element, Fault("cell_value", value=shown(text), fault=Fault("no_amount")))
        whole = bare.removesuffix(rest or "").replace(divided["by"], "")
        number = whole + (rest or "")
    value = Decimal(number.replace(",", "."))
    if value.adjusted() >= LONGEST:
        raise broken(line, element, Fault("cell_value", value=shown(text), fault=Fault("huge_amount")))
    return value


def day(text: str, line: int, element: str) -> date:
    """Return the date with which a text begins: 2026-03-31, 20260331 or 31.03.2026. Raises Broken."""
    found = date_in(text)
    if found is None:
        raise broken(line, element, Fault("cell_value", value=shown(text), fault=Fault("no_date")))
    return found


# A large ledger names few days: each is read once, and kept once.
@lru_cache(maxsize=4096)
def date_in(text: str) -> date | None:
    """Return the date with which a text begins, None where that is none."""
    bare = text.strip()
    try:
        if found := _DAY.match(bare) or _COMPACT.match(bare):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _RUSSIAN.match(bare):
            year = int(found[3])
            return date(year if year > 99 else 2000 + year, int(found[2]), int(found[1]))
    except ValueError:
        pass
    return None


def broken(line: int, element: str, fault: Fault) -> Broken:
    """Return what is wrong with an element, as a Broken to raise."""
    return Broken(line, Fault("at_element", line=line, element=element, fault=fault))


def missing(line: int, element: str) -> Broken:
    """Return that an element is missing or empty, as a Broken to raise."""
    return Broken(line, Fault("element_missing", line=line, element=element))


def russian_currency(account: str) -> str:
    """Return the currency of a Russian account, which its digits 6 to 8 tell; RUB where they tell none, KZT of KZ."""
    digits = account.replace(" ", "")
    if digits.upper().startswith("KZ"):
        return "KZT"
    return _RUSSIAN_CODES.get(digits[5:8], "RUB") if len(digits) == 20 else "RUB"


def shown(text: str) -> str:
    """Return a text as it can stand in a sentence."""
    line = _BLANKS.sub(" ", text).strip()
    return line if len(line) <= 40 else line[:40] + "…"


def joined(*texts: str) -> str:
    """Return texts as one line, the empty ones left out, blanks closed up."""
    return _BLANKS.sub(" ", " ".join(text for text in texts if text)).strip()[:LONGEST_TEXT]
