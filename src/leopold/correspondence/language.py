"""Which of the two languages a text is in."""

from __future__ import annotations

import re
from typing import Literal

_CYRILLIC, _LATIN = re.compile("[а-яё]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
_ENOUGH = 2000


def language(text: str) -> Literal["en", "ru"]:
    """Return "ru" when at least as many of the first 2,000 characters are Cyrillic as Latin, else "en"."""
    head = text[:_ENOUGH]
    cyrillic = len(_CYRILLIC.findall(head))
    return "ru" if cyrillic and cyrillic >= len(_LATIN.findall(head)) else "en"
