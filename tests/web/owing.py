"""A counterparty that owes something, for tests of what is done about it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from leopold_web.accounts.models import Workspace
from leopold_web.receivables.models import Invoice, Payment
from leopold_web.relationships.models import Message, Organization, Relationship

DAY = date(2026, 3, 31)
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
ABOUT = "nord.example"


def relationship_of(workspace: Workspace, about: str = ABOUT, health: float | None = 60.0) -> Relationship:
    """Make the counterparty, and let the desk take a fixed day for today."""
    workspace.as_of = DAY
    workspace.save()
    organization = Organization.objects.create(workspace=workspace, key=about, name=about.split(".")[0].title())
    return Relationship.objects.create(
        workspace=workspace, organization=organization, kind="client", health=health, letters=9
    )


def bill(
    owing: Relationship | Workspace, number: str = "AB-117", late: int = 17, amount: str = "1000", **more: Any
) -> Invoice:
    """Make an invoice that is overdue by days; of a counterparty without letters where a workspace is given."""
    due = DAY - timedelta(late)
    relationship = owing if isinstance(owing, Relationship) else None
    workspace = owing.workspace if isinstance(owing, Relationship) else owing
    known: dict[str, Any] = {"currency": "EUR", "counterparty": "Nord"} | more
    return Invoice.objects.create(
        workspace=workspace,
        relationship=relationship,
        number=number,
        issued=due - timedelta(14),
        due=due,
        amount=Decimal(amount),
        **known,
    )


def money(workspace: Workspace, amount: str = "1000", at: date = DAY, **more: Any) -> Payment:
    """Make a payment that no matching has seen."""
    return Payment.objects.create(
        workspace=workspace, at=at, amount=Decimal(amount), **({"currency": "EUR", "counterparty": "Nord"} | more)
    )


def letter(relationship: Relationship, text: str, ago: int = 5, side: str = "theirs", language: str = "en") -> Message:
    """Make a letter of the counterparty, or of ours."""
    at = NOW - timedelta(ago)
    count = relationship.messages.count()
    return Message.objects.create(
        relationship=relationship,
        key=str(count),
        own_id=f"<{count}@nord.example>",
        at=at,
        side=side,
        language=language,
        sender_name="Anna Nord",
        sender_email="anna@nord.example",
        subject="Hello",
        text=text,
        zones=[["own", 0, len(text)]],
        position=count,
    )
