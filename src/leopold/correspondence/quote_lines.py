"""The shapes of the lines that open a quote or a forward: attributions, borders, header blocks, marked lines.

Every test looks at one short line, or at three joined, so that no input is slow: longer lines are never an opening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from leopold.correspondence.markers import every

LONGEST = 320
"""Characters of the longest attribution, three wrapped lines together."""

Border = Literal["original", "forward", "end", ""]
Attribution = Literal["full", "likely", ""]


def _any(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"[ \xa0]") for phrase in phrases)


_BORDER = re.compile(
    rf"[-_*=]{{2,}}[ \t\xa0]*(?:(?P<end>{_any(every('forward_ends'))})|(?P<forward>{_any(every('forwarded'))})"
    rf"|(?P<original>{_any(every('original'))}))",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(rf"(?:{_any(every('introduces'))})[ \xa0]?:\Z", re.IGNORECASE)

_LABELS = {
    phrase: name for name in ("from_", "date", "to", "copy", "subject") for phrase in every(name) if phrase != "sender"
}

_WROTE = every("wrote")
_DAYS = rf"(?:{_any(every('days'))})[a-z]{{0,6}}"
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{1,2}\.?[ \xa0]+[^\W\d_]{3,9}\.?,?[ \xa0]+\d{4}|[^\W\d_]{3,9}\.?[ \xa0]+\d{1,2},?[ \xa0]+\d{4})"
)
_HAS_DATE = re.compile(_DATE)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
_OPENS_BY_WORD = re.compile(
    rf"[-*\s]*(?:(?:{_any(every('begins'))})\b[^\n]{{0,40}}?(?:\d|@)|{_DAYS}[.,]?[,\s]+[^\n]{{0,12}}?\d)", re.IGNORECASE
)
_OPENS_BY_DATE = re.compile(rf"[-*\s]*{_DATE}")
_OPENS_BY_NAME = re.compile(r"[-*\s]*[\"'«<(]?[^\W\d_][^@\n:]{0,80}[<(\[\"]?[\w.+-]{1,64}@[\w.-]{1,100}", re.IGNORECASE)

_DIGIT_OR_ADDRESS = re.compile(r"[\d@]")
_NAMES_NOBODY = re.compile(r"\W*(?:you wrote|вы писали|ты писал)", re.IGNORECASE)

MARKED = re.compile(r"[ \t]{0,3}>|[ \t]{0,2}[A-ZА-ЯЁ][A-Za-zА-ЯЁа-яё]{0,3}>{1,3}(?: |\Z)")
"""A line that its program marked as quoted: by >, or by the initials of who wrote it."""

_FIELDS = ("wrote", "original", "forwarded", "introduces", "subject")
_PHRASES = {phrase for field in _FIELDS for phrase in every(field)}
_SHORTEST = {phrase for phrase in _PHRASES if not any(other in phrase for other in _PHRASES - {phrase})}
_WORDS = {max(phrase.split(), key=len) for phrase in _SHORTEST}
_NEEDLES = tuple(sorted(word for word in _WORDS if not any(other in word for other in _WORDS - {word})))
_ASCII_NEEDLES = tuple(needle for needle in _NEEDLES if needle.isascii())


def may_quote(text: str) -> bool:
    """Say cheaply whether a text can hold any quote or forward: most letters do not, and are read no further."""
    if ">" in text:
        return True
    lower = text.lower()
    for needle in _ASCII_NEEDLES if text.isascii() else _NEEDLES:  # noqa: SIM110  a generator costs as much again
        if needle in lower:
            return True
    return False


def border(line: str) -> Border:
    """Say whether a stripped line stands over an answered letter or a forward, or under a forward."""
    if line[0] in "-_*=":
        found = _BORDER.match(line)
        kind = found.lastgroup if found else ""
        return kind if kind in ("original", "forward", "end") else ""  # type: ignore[return-value]
    return "forward" if line[-1] == ":" and len(line) < 80 and _INTRODUCES.match(line) else ""


def label(line: str) -> str:
    """Return which label a stripped line begins with: from_, date, to, copy, subject, or ""."""
    return _LABELS.get(line[:24].partition(":")[0].strip("* \t\xa0").lower(), "") if ":" in line[:24] else ""


def attribution(line: str) -> Attribution:
    """Say whether a stripped line, or up to three joined by spaces, says who wrote what follows, and when.

    "full" has the date and time or the address that programs write, and needs no marked line after it; "likely"
    is a line that a person may have written in prose, and counts only over a marked line.
    """
    if not line or line[-1] not in ":*->" or len(line) > LONGEST or not _DIGIT_OR_ADDRESS.search(line):
        return ""
    wrote = _ends_in_wrote(line)
    by_word = _OPENS_BY_WORD.match(line)
    if not (by_word or _OPENS_BY_DATE.match(line) or (wrote and _OPENS_BY_NAME.match(line))):
        return ""
    time, address = _TIME.search(line), "@" in line
    if wrote:
        dated = _HAS_DATE.search(line) or by_word
        return "full" if address or (time and dated) else "likely"
    if line[-1] not in ":*" or not time:
        return ""
    return "full" if address or _NAMES_NOBODY.match(line) else "likely"


def opens_by_date(line: str) -> bool:
    """Say whether a stripped line opens as the attributions do that begin with a date."""
    return bool(_OPENS_BY_WORD.match(line) or _OPENS_BY_DATE.match(line))


def says_wrote(line: str) -> bool:
    """Say whether a stripped line ends in a word for writing and a colon, or in an address and a colon."""
    return len(line) <= LONGEST and (_ends_in_wrote(line) or line.endswith((">:", "]:")))


def _ends_in_wrote(line: str) -> bool:
    return line[-40:].rstrip(":*->. \xa0").lower().endswith(_WROTE)
