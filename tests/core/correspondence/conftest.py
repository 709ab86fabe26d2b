"""Letters made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leopold.model import Address, Message, Zone

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def make_message(name: str, hours: float | None = 0, **more: Any) -> Message:
    """Return the letter <name@x.example>, written so many hours after the start; addresses may be given as text."""
    values: dict[str, Any] = {"sender": "anna@ours.example", "to": ("igor@theirs.example",), "cc": (), **more}
    for field in ("to", "cc"):
        values[field] = tuple(as_address(each) for each in values[field])
    values["sender"] = as_address(values["sender"])
    for field in ("in_reply_to", "references"):
        values[field] = tuple(f"<{each}@x.example>" for each in values.get(field, "").split())
    at = None if hours is None else START + timedelta(hours=hours)
    values = {"subject": "", "text": "", "source": "mail.mbox", "position": 0, **values}
    return Message(id=f"<{name}@x.example>", at=at, **values)


def as_address(value: str | Address) -> Address:
    """Read "Name <mailbox>" or a mailbox."""
    if isinstance(value, Address):
        return value
    name, _, email = value.rpartition("<")
    return Address(name.strip(), email.strip("> "))


def line_zones(message: Message) -> tuple[Zone, ...]:
    """Zones by the simplest rule: lines with ">" are quoted, all else is the writer's own."""
    zones: list[Zone] = []
    start = 0
    for line in message.text.splitlines(keepends=True):
        kind = "quote" if line.startswith(">") else "own"
        if zones and zones[-1].kind == kind:
            zones[-1] = Zone(zones[-1].kind, zones[-1].start, start + len(line))
        else:
            zones.append(Zone("quote" if line.startswith(">") else "own", start, start + len(line)))
        start += len(line)
    return tuple(zones)


@pytest.fixture(scope="session")
def letter() -> Callable[..., Message]:
    """A maker of letters: letter(name, hours, sender=…, references="a b", …)."""
    return make_message


@pytest.fixture(scope="session")
def by_lines() -> Callable[[Message], tuple[Zone, ...]]:
    """Zones for letters whose quotations are marked with ">" alone."""
    return line_zones
