"""Dates as ledgers write them, without a time.

"2026-03-02", "02.03.2026" and "2 March 2026" are clear. Of "03/02/2026" the whole file decides: a part above 12 is no
month. Where no date of the file tells, the day stands first, as in most of the world.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from leopold.faults import Fault
from leopold.ledger.money import Unclear

Order = Literal["day", "month"]

_TIME = r"(?:[T\s]+\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?\s*(?:Z|[+-]\d\d:?\d\d)?)?"
_ISO = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)" + _TIME)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(\d\d?)[.-](\d\d?)[.-](\d{4}|\d\d)(?:\s?г\.?)?" + _TIME)
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4}|\d\d)" + _TIME)
_NAMED = re.compile(r"(\d\d?)[\s.-]+([A-Za-zА-Яа-я]{3,9})\.?,?[\s-]+(\d{4})(?:\s?г\.?)?")
_MONTHS = {
    name: number
    for names in ("jan feb mar apr may jun jul aug sep oct nov dec", "янв фев мар апр мая июн июл авг сен окт ноя дек")
    for number, name in enumerate(names.split(), 1)
} | {"май": 5}


def order_of(texts: Iterable[str]) -> Order:
    """Return which stands first in the dates with slashes of one file: the day, unless some date denies it."""
    first = second = 0
    for text in texts:
        found = _SLASHED.fullmatch(text.strip())
        if found:
            first, second = max(first, int(found[1])), max(second, int(found[2]))
    return "month" if second > 12 >= first else "day"


# A large ledger names few days: each is read once, and kept once.
@lru_cache(maxsize=4096)
def day(text: str, order: Order = "day") -> date:
    """Return the date that a text means. Raises Unclear."""
    text = text.strip()
    try:
        return _day(text, order)
    except ValueError:
        raise Unclear(Fault("no_date")) from None


def _day(text: str, order: Order) -> date:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.fullmatch(text):
        first, second = (int(found[1]), int(found[2])) if order == "day" else (int(found[2]), int(found[1]))
        return date(_year(found[3]), second, first)
    if found := _NAMED.fullmatch(text):
        return date(int(found[3]), _MONTHS.get(found[2][:3].lower(), 0), int(found[1]))
    raise ValueError(text)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
