"""The words of letters: one plain text a kind and language, whose first line is the subject."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.template import Context, Engine
from django.utils import translation

LINES: Final = frozenset({"subject", "host", "name"})
"""Values that people wrote; they stand in a letter as one short line without any link."""
LONGEST: Final = 120
ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.\-]*:/|www\.)\S*", re.IGNORECASE)
TURNING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TABLE: Final = frozenset({"subject", "host", "name", "seat"})
KINDS: Final[dict[str, frozenset[str]]] = {
    "table_invitation": TABLE | {"link", "expires"},
    "table_turn": TABLE | {"stage", "deadline"},
    "table_reminder": TABLE | {"stage", "deadline"},
    "table_code": TABLE | {"code", "expires"},
    "table_closed": TABLE | {"ending"},
    "table_signed": TABLE,
    "promises_due": frozenset({"host", "name", "number", "ahead", "behind", "more"}),
    "promise_reminder": frozenset({"subject", "text"}),
    "payment_reminder": frozenset({"subject", "text"}),
}
"""What each kind of letter is given, and nothing else goes into it."""
WORDS: Final = Engine(dirs=[str(Path(__file__).parent / "templates" / "notifications")], autoescape=False)


def write(kind: str, language: str, given: Mapping[str, Any]) -> tuple[str, str]:
    """Return the subject and the text of a letter; KeyError when its kind is unknown or a value is missing."""
    known = {name: line(given[name]) if name in LINES else given[name] for name in sorted(KINDS[kind])}
    with translation.override(language):
        whole = WORDS.get_template(f"{kind}.{language}.txt").render(Context(known, autoescape=False))
    subject, _, text = whole.strip().partition("\n")
    return subject.strip(), text.strip() + "\n"


def line(value: object) -> str:
    """Return what somebody wrote as one line of at most LONGEST characters that cannot lead anywhere.

    Control characters, line breaks and marks that turn the writing direction become spaces; web addresses are left out.
    """
    shown = "".join(" " if _is_hidden(char) else char for char in str(value))
    shown = " ".join(ADDRESS.sub("[…]", shown).split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1].rstrip() + "…"


def _is_hidden(char: str) -> bool:
    return char in TURNING or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
