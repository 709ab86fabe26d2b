"""Letters between two sides, made by a few words each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from leopold.correspondence.zones import zones
from leopold.languages import Language
from leopold.model import Address, Conversation, Invoice, Letter, Message, Organization, Relationship, Side

Write = Callable[..., Relationship]


@pytest.fixture(scope="session")
def write() -> Write:
    """What makes a relationship of one conversation from (day, side, text) rows."""

    def written(rows: Sequence[tuple[str, Side, str]], language: Language = "en", **more: Any) -> Relationship:
        letters = []
        for number, (day, side, text) in enumerate(rows):
            message = Message(
                f"<{number}@x>",
                datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC),
                Address("Ann" if side == "ours" else "Bob", f"{side}@x.example"),
                (Address("Bob" if side == "ours" else "Ann", "other@x.example"),),
                (),
                "Subject",
                text,
                "test",
                number,
            )
            letters.append(Letter(message, side, language, zones(message)))
        invoices: tuple[Invoice, ...] = more.get("invoices", ())
        talk = Conversation("Subject", tuple(letter.message.id for letter in letters))
        return Relationship(Organization("X", ("x.example",)), "client", (), tuple(letters), (talk,), invoices)

    return written
