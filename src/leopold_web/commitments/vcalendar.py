"""Whole-day events as an iCalendar text (RFC 5545, with the names and the refresh time of RFC 7986)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

PRODUCT: Final = "-//Leopold//Promises//EN"
OCTETS: Final = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""
REFRESH: Final = "PT4H"
"""How often a calendar should read it again."""
HIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BREAK: Final = re.compile(r"\r\n|[\r\n\u2028\u2029\x85]")
TOKEN: Final = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. `changed_at` is aware, `url` an absolute address."""

    uid: str
    day: date
    changed_at: datetime
    title: str
    text: str
    url: str


def calendar(name: str, language: str, events: Iterable[Event]) -> bytes:
    """Return a calendar in UTF-8. It is the same for the same events. ValueError for a language that is no tag."""
    if not TOKEN.fullmatch(language):
        raise ValueError(f"{language!r} is no tag of a language")
    parts = [line for event in events for line in _event(event, language)]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"NAME;LANGUAGE={language}:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        *(parts or _nothing()),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def _event(event: Event, language: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{event.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day.isoformat().replace('-', '')}"
    yield f"SUMMARY;LANGUAGE={language}:{escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION;LANGUAGE={language}:{escaped(event.text)}"
    yield f"URL:{event.url}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _nothing() -> tuple[str, ...]:
    """Return what stands in a calendar without events, which must have at least one component."""
    standard = ("BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD")
    return ("BEGIN:VTIMEZONE", "TZID:UTC", *standard, "END:VTIMEZONE")


def escaped(text: str) -> str:
    """Return a text as a value (RFC 5545, 3.3.11); characters that no calendar may hold are left out."""
    plain = HIDDEN.sub("", BREAK.sub("\n", text))
    for char in ("\\", ";", ","):
        plain = plain.replace(char, "\\" + char)
    return plain.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a line in UTF-8 with its end, folded without cutting a character."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        data = char.encode("utf-8", "replace")
        # A line that goes on begins with a space, which counts.
        if len(piece) + len(data) > OCTETS - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += data
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
