"""When a letter was written, in aware UTC: by its Date, else by the newest Received, else by the mbox line.

The Date also tells which time it was where the letter was written: its offset from UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import NamedTuple

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_USUAL = re.compile(
    r"(?:[A-Za-z]{3},\s)?\s?(\d\d?)\s([A-Z][a-z]{2})\s(\d{4})\s(\d\d):(\d\d):(\d\d)\s([+-])(\d\d)(\d\d)(?!\d)"
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_MBOX = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s.*", re.DOTALL)
_ZONES = {"MSK": 3 * 3600, "MSD": 4 * 3600, "CET": 3600, "CEST": 7200, "EET": 7200, "EEST": 10800, "BST": 3600}
_UTC = re.compile(r"\+0000|\b(?:GMT|UTC?)\b", re.IGNORECASE)
_LONGEST = 200
EARLIEST, LATEST = 1980, 2100
AHEAD = timedelta(days=2)
"""A Date this much later than the arrival of the letter is the sender's clock gone wrong."""


WEST, EAST = -12 * 60, 14 * 60
"""Between which offsets from UTC people live, in minutes."""


class Stamp(NamedTuple):
    """A moment in UTC, and how many minutes the clock of whoever named it is ahead of UTC; None where it is unsaid."""

    at: datetime
    utc_offset: int | None = None


def written(date: str, received: str, unix_from: str) -> Stamp | None:
    """Return when a letter was written, or None. `received` is its newest Received field, `unix_from` its mbox line.

    A date before 1980 or after 2100 is impossible, and so is one over two days after the arrival. Only a Date tells the
    offset: the others are stamped by servers.
    """
    stated = stamp(date)
    if stated is not None and not received:
        return stated
    arrived = moment(received.rpartition(";")[2]) if received else None
    if stated is not None and (arrived is None or stated.at <= arrived + AHEAD):
        return stated
    at = arrived or (stated.at if stated else None) or _mbox(unix_from)
    return Stamp(at) if at else None


def _mbox(line: str) -> datetime | None:
    found = _MBOX.search(line[:_LONGEST])
    return moment(found[0]) if found else None


def moment(text: str) -> datetime | None:
    """Return the moment that a date in a header names, or None where it names none that is possible."""
    found = stamp(text)
    return found.at if found else None


def stamp(text: str) -> Stamp | None:
    """Return the moment that a date in a header names and its offset, or None where it names none that is possible.

    By RFC 5322 (3.3) an offset of -0000, and by RFC 3339 (4.3) one of -00:00 or Z, says nothing of the writer's place.
    """
    found = _USUAL.match(text)
    try:
        if found:
            return _usual(found)
        return _unusual(text[:_LONGEST]) if text else None
    except (ValueError, OverflowError, TypeError, LookupError, AttributeError):
        return None


def _usual(found: re.Match[str]) -> Stamp | None:
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    offset = (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1)
    known = abs(offset) < 1440
    zone = timezone(timedelta(minutes=offset)) if known else UTC
    at = datetime(
        int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), min(int(second), 59), tzinfo=zone
    )
    return _possible(at, offset if known and (offset or sign == "+") else None)


def _unusual(text: str) -> Stamp | None:
    iso = _ISO.search(text)
    if iso:
        zone = (iso[3] or "-00:00").upper().replace("Z", "-00:00")
        at = datetime.fromisoformat(f"{iso[1]}T{iso[2]}{zone}")
        offset = at.utcoffset()
        said = not zone.startswith("-00") or bool(offset)
        return _possible(at, round(offset.total_seconds() / 60) if offset is not None and said else None)
    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    # The library takes the names of zones that it does not know for UTC.
    named = next((seconds for name, seconds in _ZONES.items() if name in text.upper().split()), None)
    seconds = parsed[9] or named or 0
    naive = datetime(*parsed[:5], min(parsed[5], 59), tzinfo=UTC)
    told = bool(seconds) or bool(_UTC.search(text))
    return _possible(naive - timedelta(seconds=seconds), round(seconds / 60) if told else None)


def _possible(at: datetime, utc_offset: int | None) -> Stamp | None:
    at = at.astimezone(UTC)
    if not EARLIEST <= at.year <= LATEST:
        return None
    return Stamp(at, utc_offset if utc_offset is not None and WEST <= utc_offset <= EAST else None)
