"""A labelled story as the benchmark sees it: when to act, and the relationship an oracle would hand to the fold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from leopold.model import (
    Address,
    Evidence,
    Invoice,
    Letter,
    Message,
    Organization,
    Person,
    Relationship,
    RelationshipKind,
    Side,
    Signal,
    Zone,
)

Story = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Course:
    """What scoring needs of a story: the moments of its letters in order, and between which of them to act."""

    id: str
    language: Literal["en", "ru"]
    letters: tuple[datetime, ...]
    onset: int | None
    breakdown: int | None

    def window(self) -> tuple[datetime, datetime] | None:
        """Return from when and until when (not included) an alert is a hit; None for a healthy story."""
        if self.onset is None:
            return None
        end = self.letters[self.breakdown] if self.breakdown is not None else datetime.max.replace(tzinfo=UTC)
        return self.letters[max(0, self.onset - 2)], end


def moment(value: Any) -> datetime:
    """Return a story's time as aware UTC."""
    return (value if isinstance(value, datetime) else datetime.fromisoformat(str(value))).astimezone(UTC)


def day(value: Any) -> date:
    """Return a story's day."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def course(story: Story) -> Course:
    """Return the course of a story."""
    ids = [message["id"] for message in story["messages"]]
    onset, breakdown = (ids.index(story[key]) if story.get(key) else None for key in ("onset", "breakdown"))
    moments = tuple(moment(message["at"]) for message in story["messages"])
    return Course(story["id"], story["language"], moments, onset, breakdown)


def until(story: Story) -> datetime:
    """Return the moment a story is told to its end: two weeks after its last letter."""
    return moment(story["messages"][-1]["at"]) + timedelta(days=14)


def oracle(story: Story) -> Relationship:
    """Return the relationship with the labelled signs as its signals, each certain."""
    people = {
        key: Person(person["name"], (person["email"],), person["side"]) for key, person in story["people"].items()
    }
    letters = tuple(_letter(story, people, message) for message in story["messages"])
    invoices = tuple(_invoice(story, invoice) for invoice in story.get("invoices") or [])
    organization = Organization(story["theirs"]["organization"], (story["theirs"]["domain"],))
    kind: RelationshipKind = story["kind"]
    return Relationship(organization, kind, tuple(people.values()), letters, (), invoices)


def _letter(story: Story, people: Mapping[str, Person], row: Mapping[str, Any]) -> Letter:
    def address(key: str) -> Address:
        return Address(people[key].name, people[key].emails[0])

    sender, text, side = address(row["from"]), row["text"], people[row["from"]].side
    message = Message(
        id=f"<{row['id']}.{story['id']}@{sender.email.split('@')[1]}>",
        at=moment(row["at"]),
        sender=sender,
        to=tuple(map(address, row["to"])),
        cc=tuple(map(address, row.get("cc") or [])),
        subject=str(row.get("subject") or ""),
        text=text,
        source="",
        position=0,
    )
    signals = tuple(_signal(message, side, sign) for sign in row.get("signs") or [])
    return Letter(message, side, story["language"], (Zone("own", 0, len(text)),), signals)


def _signal(message: Message, side: Side, sign: Mapping[str, str]) -> Signal:
    start = message.text.index(sign["quote"])
    return Signal(sign["kind"], side, 1.0, Evidence.of(message, start, start + len(sign["quote"])))


def _invoice(story: Story, row: Mapping[str, Any]) -> Invoice:
    return Invoice(
        number=str(row["number"]),
        counterparty=story["theirs"]["organization"],
        issued=day(row["issued"]),
        due=day(row["due"]),
        amount=Decimal(str(row["amount"])),
        currency=row["currency"],
        disputed=bool(row.get("disputed")),
        paid=day(row["paid"]) if row.get("paid") else None,
    )
