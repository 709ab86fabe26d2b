"""Relationships made by hand, and second readers to ask about them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from benchmarks.chat_server import ChatServer
from leopold.model import (
    Address,
    Conversation,
    Evidence,
    Letter,
    Message,
    Organization,
    Person,
    Relationship,
    Side,
    Signal,
    Zone,
)
from leopold.relationships import analyse
from leopold.second_reader import Budget, SecondReader

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
UNTIL = START + timedelta(days=60)
AGAIN = partial(analyse, until=UNTIL)
OURS, THEIRS = Address("Anna Weber", "anna@ours.example"), Address("Igor Petrov", "igor@theirs.example")
QUIET = Budget(requests=20, characters=200_000, seconds=20.0, patience=5.0)
TEXTS = (
    "Dear Anna, the server is down again and nobody tells us why.",
    "Hello Igor, we look into it and come back to you on Friday.",
    "Friday has passed. I wonder whether this works for us at all.",
)


def make_letter(number: int, text: str, side: Side = "theirs", *signs: tuple[str, float], quoted: str = "") -> Letter:
    """Return a letter two days after the one before it, with signs whose evidence is its first five characters."""
    sender, to = (OURS, THEIRS) if side == "ours" else (THEIRS, OURS)
    message = Message(
        id=f"<{number}@{sender.email.split('@')[1]}>",
        at=START + timedelta(days=2 * number),
        sender=sender,
        to=(to,),
        cc=(),
        subject="Server",
        text=text + quoted,
        source="mail.mbox",
        position=number,
    )
    zones = (Zone("own", 0, len(text)), *([Zone("quote", len(text), len(text + quoted))] if quoted else []))
    signals = tuple(Signal(kind, side, probability, Evidence.of(message, 0, 5)) for kind, probability in signs)
    return Letter(message, side, "en", zones, signals)


def make_relationship(*letters: Letter, name: str = "Theirs") -> Relationship:
    """Return the relationship of these letters, one conversation, analysed."""
    people = tuple(
        Person(one.name, (one.email,), side, one.email.split("@")[1])
        for one, side in ((OURS, "ours"), (THEIRS, "theirs"))
    )  # type: ignore[misc]
    talk = Conversation("Server", tuple(letter.message.id for letter in letters))
    whole = Relationship(Organization(name, ("theirs.example",)), "client", people, letters, (talk,))
    return AGAIN(whole)


def reader_at(server: ChatServer, **more: Any) -> SecondReader:
    """Return a second reader at a server of ours."""
    return SecondReader(server.address, "small", **{"budget": QUIET, **more})


def claim(kind: str, letter: int, quote: str, by: str = "them", probability: Any = 0.9) -> dict[str, Any]:
    """Return a claim as an answer makes it."""
    return {"kind": kind, "letter": letter, "by": by, "quote": quote, "probability": probability}
