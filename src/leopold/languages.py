"""The languages that Leopold speaks."""

from __future__ import annotations

import locale
import os
from typing import Final, Literal

Language = Literal["en", "ru"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru")


def of_user() -> Language:
    """Return the language of whoever runs the program: Russian where the environment says so, else English."""
    # The variables come first: where the locale they name is not installed, Python reports another one.
    asked = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    return "ru" if name.lower().startswith("ru") else "en"
