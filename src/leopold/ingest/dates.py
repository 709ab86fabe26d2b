"""When a letter was written, in aware UTC: by its Date, else by the newest Received, else by the mbox line."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_USUAL = re.compile(
    r"(?:[A-Za-z]{3},\s)?\s?(\d\d?)\s([A-Z][a-z]{2})\s(\d{4})\s(\d\d):(\d\d):(\d\d)\s([+-])(\d\d)(\d\d)(?!\d)"
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_MBOX = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s.*", re.DOTALL)
_ZONES = {"MSK": 3 * 3600, "MSD": 4 * 3600, "CET": 3600, "CEST": 7200, "EET": 7200, "EEST": 10800, "BST": 3600}
_LONGEST = 200
EARLIEST, LATEST = 1980, 2100
AHEAD = timedelta(days=2)
"""A Date this much later than the arrival of the letter is the sender's clock gone wrong."""


def written(date: str, received: str, unix_from: str) -> datetime | None:
    """Return when a letter was written, or None. `received` is its newest Received field, `unix_from` its mbox line.

    A date before 1980 or after 2100 is impossible, and so is one over two days after the arrival.
    """
    stated = moment(date)
    if stated is not None and not received:
        return stated
    arrived = moment(received.rpartition(";")[2]) if received else None
    if stated is not None and (arrived is None or stated <= arrived + AHEAD):
        return stated
    return arrived or stated or _mbox(unix_from)


def _mbox(line: str) -> datetime | None:
    found = _MBOX.search(line[:_LONGEST])
    return moment(found[0]) if found else None


def moment(text: str) -> datetime | None:
    """Return the moment that a date in a header names, or None where it names none that is possible."""
    found = _USUAL.match(text)
    try:
        if found:
            return _usual(found)
        return _unusual(text[:_LONGEST]) if text else None
    except (ValueError, OverflowError, TypeError, LookupError, AttributeError):
        return None


def _usual(found: re.Match[str]) -> datetime | None:
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    offset = int(hours) * 60 + int(minutes)
    zone = timezone(timedelta(minutes=-offset if sign == "-" else offset)) if offset < 1440 else UTC
    at = datetime(
        int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), min(int(second), 59), tzinfo=zone
    )
    return _possible(at)


def _unusual(text: str) -> datetime | None:
    iso = _ISO.search(text)
    if iso:
        zone = (iso[3] or "+00:00").upper().replace("Z", "+00:00")
        return _possible(datetime.fromisoformat(f"{iso[1]}T{iso[2]}{zone}"))
    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    # The library takes the names of zones that it does not know for UTC.
    offset = parsed[9] or next((seconds for name, seconds in _ZONES.items() if name in text.upper().split()), 0)
    naive = datetime(*parsed[:5], min(parsed[5], 59), tzinfo=UTC)
    return _possible(naive - timedelta(seconds=offset))


def _possible(at: datetime) -> datetime | None:
    at = at.astimezone(UTC)
    return at if EARLIEST <= at.year <= LATEST else None
