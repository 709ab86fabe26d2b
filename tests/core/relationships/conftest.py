"""Small relationships made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from leopold.model import (
    Address,
    Evidence,
    Invoice,
    Letter,
    Message,
    Organization,
    Relationship,
    Side,
    Signal,
    Zone,
)

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
OURS, THEIRS = Address("Anna", "anna@ours.example"), Address("Igor", "igor@theirs.example")


def make_letter(
    days: float,
    side: Side = "theirs",
    text: str = "Please look at the server.",
    *signs: str,
    cc: tuple[Address, ...] = (),
    probability: float = 1.0,
    name: str = "",
) -> Letter:
    """Return a letter so many days after the start, with signs whose evidence is its first words."""
    sender, to = (OURS, THEIRS) if side == "ours" else (THEIRS, OURS)
    message = Message(
        id=f"<{name or round(days * 86_400)}.{side}@{sender.email.split('@')[1]}>",
        at=START + timedelta(days=days),
        sender=sender,
        to=(to,),
        cc=cc,
        subject="Server",
        text=text,
        source="mail.mbox",
        position=0,
    )
    signals = tuple(Signal(kind, side, probability, Evidence.of(message, 0, len(text))) for kind in signs)
    return Letter(message, side, "en", (Zone("own", 0, len(text)),), signals)


def make_invoice(number: str, issued: int, due: int, **more: Any) -> Invoice:
    """Return an invoice issued and due so many days after the start."""
    first = START.date()
    values = {"amount": Decimal("100.00"), "currency": "EUR", **more}
    if isinstance(values.get("paid"), int):
        values["paid"] = first + timedelta(days=values["paid"])
    return Invoice(number, "Theirs", first + timedelta(days=issued), first + timedelta(days=due), **values)


def make_relationship(*letters: Letter, invoices: tuple[Invoice, ...] = ()) -> Relationship:
    """Return a relationship of these letters and invoices."""
    return Relationship(Organization("Theirs", ("theirs.example",)), "client", (), letters, (), invoices)


@pytest.fixture(scope="session")
def letter() -> Callable[..., Letter]:
    return make_letter


@pytest.fixture(scope="session")
def invoice() -> Callable[..., Invoice]:
    return make_invoice


@pytest.fixture(scope="session")
def relationship() -> Callable[..., Relationship]:
    return make_relationship


@pytest.fixture(scope="session")
def day() -> Callable[[float], datetime]:
    return lambda days: START + timedelta(days=days)


@pytest.fixture(scope="session")
def first_day() -> date:
    return START.date()
