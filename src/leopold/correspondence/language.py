"""Which language a text is in."""

from __future__ import annotations

import re
from typing import Literal

_FIRST = 8_000
"""Characters that are looked at: a letter does not change its language after two pages."""

_CYRILLIC = re.compile(r"[\u0400-\u04FF]+")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]+")
_ADDRESSES = re.compile(r"https?://\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,255}")


def language(text: str) -> Literal["en", "ru"]:
    """Return "ru" when at least 30 of 100 letters are Cyrillic, else "en", an empty text included.

    The share is below one half since Russian business letters carry names, orders and code in Latin; links and
    addresses are left out of the count. Only the first 8,000 characters are read.
    """
    if text.isascii():
        return "en"
    some = _ADDRESSES.sub(" ", text[:_FIRST])
    cyrillic = sum(map(len, _CYRILLIC.findall(some)))
    latin = sum(map(len, _LATIN.findall(some)))
    return "ru" if cyrillic and cyrillic >= 0.3 * (cyrillic + latin) else "en"
