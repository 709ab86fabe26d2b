"""Days as people type them: a date, or a phrase such as "by Friday", and the days that a contract's lines name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from leopold.commitments import due
from leopold.languages import LANGUAGES, Language
from leopold_web.wording import language

WRITTEN: Final = ("%Y-%m-%d", "%d.%m.%Y")
FRAMES: Final[dict[Language, tuple[str, ...]]] = {"en": ("{}", "by {}"), "ru": ("{}", "до {}", "в {}", "во {}")}
"""What somebody leaves out who types a day alone: "Friday" is "by Friday"."""
WEEKDAYS: Final = {
    "понедельник": "понедельника",
    "вторник": "вторника",
    "среда": "среды",
    "четверг": "четверга",
    "пятница": "пятницы",
    "суббота": "субботы",
    "воскресенье": "воскресенья",
}
"""Days of the week as they are named, and as a deadline names them."""
CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
LATIN: Final = re.compile("[a-z]", re.IGNORECASE)
LINES: Final = 200
"""Lines of a pasted text that are read."""
BULLET: Final = re.compile(r"^[\s•*\-–—]+")
CLAUSE: Final = re.compile(r"^(?:§\s*)?(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+|^(?:§\s*|п\.\s*)(\d{1,3})[.)]?\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a contract that names a day: its number there ("4.2", "" for none), its words, and the day."""

    clause: str
    text: str
    due: date


def day_of(text: str, written: date) -> date | None:
    """Return the day that somebody means who types `text` on the day `written`; None where that is not sure."""
    said = " ".join(text.split())
    for form in WRITTEN:
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007 - a day, of no zone
        except ValueError:
            continue
    spoken = spoken_in(said)
    deadline = WEEKDAYS.get(said.casefold(), said)
    for frame in FRAMES[spoken]:
        found = due(frame.format(deadline), written, spoken)
        if found is not None:
            return found.date
    return None


def lines_of(text: str, written: date) -> tuple[list[Line], list[str]]:
    """Return the lines of a contract signed on `written` that name a day, and those that name none."""
    dated: list[Line] = []
    others: list[str] = []
    for raw in text.splitlines()[:LINES]:
        line = BULLET.sub("", raw).strip()
        if not line:
            continue
        clause = CLAUSE.match(line)
        words = line[clause.end() :] if clause else line
        found = due(words, written, spoken_in(words))
        if found is None:
            others.append(line)
        else:
            dated.append(Line((clause[1] or clause[2]) if clause else "", words, found.date))
    return dated, others


def spoken_in(text: str) -> Language:
    """Return the language of a few words: that of their letters, the reader's where they have none."""
    cyrillic, latin = len(CYRILLIC.findall(text)), len(LATIN.findall(text))
    if cyrillic == latin:
        return language()
    return LANGUAGES[1] if cyrillic > latin else LANGUAGES[0]
