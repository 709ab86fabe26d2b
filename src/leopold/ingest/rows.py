"""One row of a table to a Message: columns by their English or Russian names."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from leopold import tabular
from leopold.faults import Fault
from leopold.ingest import addresses, charsets, dates, identifiers
from leopold.ingest.tables import COLUMNS
from leopold.model import Address, Message, Raw, Refusal

_DAY_FIRST = re.compile(r"\s*(\d\d?)[./](\d\d?)[./](\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?)?\s*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_BETWEEN = re.compile(r"[\s,;]+")


def parse_row(raw: Raw) -> Message | Refusal:
    """Read one row, a JSON object. Never raises; a row without sender, subject and text is refused."""
    try:
        row = json.loads(raw.data)
    except (ValueError, RecursionError):
        return Refusal(raw.source, raw.position, Fault("row_no_json"))
    if not isinstance(row, dict):
        return Refusal(raw.source, raw.position, Fault("row_no_object"))
    values = list(row.values())
    found = {key: values[index] for key, index in tabular.columns(list(row), COLUMNS).items()}
    text = charsets.sound(_text(found.get("text")).replace("\r\n", "\n").replace("\r", "\n"))
    subject = charsets.sound(" ".join(_text(found.get("subject")).split()))
    sender = next(iter(_addresses(found.get("from"))), addresses.NOBODY)
    written = _stamp(_text(found.get("at")))
    if not sender.email and not text.strip() and not subject:
        return Refusal(raw.source, raw.position, Fault("blank_letter"))
    return Message(
        id=identifiers.own(_text(found.get("id"))) or identifiers.derived(raw.data),
        at=written.at if written else None,
        sender=sender,
        to=_addresses(found.get("to")),
        cc=_addresses(found.get("cc")),
        subject=subject,
        text=text,
        source=raw.source,
        position=raw.position,
        in_reply_to=_identifiers(found.get("in_reply_to")),
        references=_identifiers(found.get("references")),
        utc_offset=written.utc_offset if written else None,
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _stamp(text: str) -> dates.Stamp | None:
    """Read a date as headers and databases write it, seconds since 1970, or day first; without a zone it is UTC."""
    text = text.strip()
    try:
        if _SECONDS.fullmatch(text):
            seconds = float(text) / (1000 if len(text.partition(".")[0]) > 10 else 1)
            return dates.stamp(_plain(datetime.fromtimestamp(seconds, UTC)))
        found = _DAY_FIRST.fullmatch(text)
        if found:
            day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
            return dates.stamp(_plain(datetime(year, month, day, hour, minute, second, tzinfo=UTC)))
    except (ValueError, OverflowError, OSError):
        return None
    return dates.stamp(f"{text} 00:00" if _DAY.fullmatch(text) else text)


def _plain(at: datetime) -> str:
    """Return a moment in UTC without its offset, which says nothing of its writer."""
    return at.replace(tzinfo=None).isoformat()


def _addresses(value: Any) -> tuple[Address, ...]:
    if isinstance(value, list):
        return tuple(address for each in value[: addresses.MOST] for address in _addresses(each))
    if isinstance(value, dict):
        named = {tabular.plain(str(key)): _text(each) for key, each in value.items()}
        email = addresses.mailbox(named.get("email") or named.get("address") or "")
        name = charsets.sound(named.get("name", "").strip())
        return (Address(name, email),) if name or email else ()
    # The reading of addresses takes one character a byte, as a header has them.
    data = _text(value).encode("utf-8", "replace")
    return addresses.addresses(data.decode("latin-1"), "utf-8") if data.strip() else ()


def _identifiers(value: Any) -> tuple[str, ...]:
    texts = [_text(each) for each in value] if isinstance(value, list) else [_text(value)]
    found = (identifiers.own(token) for text in texts for token in _BETWEEN.split(text.replace("><", "> <")))
    return tuple(dict.fromkeys(each for each in found if each))[-identifiers.MOST :]
