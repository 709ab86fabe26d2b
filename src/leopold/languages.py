"""The languages that Leopold speaks."""

from __future__ import annotations

import locale
import os
from typing import Final, Literal

Language = Literal["en", "ru"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru")


def of_user() -> Language:
    """Return the language of whoever runs the program: Russian where the locale says so, else English."""
    return "ru" if (locale.getlocale()[0] or os.environ.get("LANG", "")).lower().startswith("ru") else "en"
