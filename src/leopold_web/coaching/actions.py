"""What is done with a draft: read it against its conversation, the habit of the relationship and the ledger."""

from __future__ import annotations

from datetime import date
from typing import cast

from leopold import model
from leopold.coaching import Advice, advise
from leopold.coaching.manner import LATEST
from leopold.words import Language
from leopold_web.receivables.actions import exact
from leopold_web.relationships.models import Conversation, Message, Relationship

LETTERS = 200
"""Letters of the conversation that are read, the latest ones."""


def check_reply(conversation: Conversation, draft: str, today: date) -> tuple[Advice, ...]:
    """Return what may hurt in `draft`, a reply to `conversation` sent on `today`. Nothing is stored."""
    relationship = conversation.relationship
    ours = relationship.messages.filter(side="ours", automatic="", at__isnull=False)
    return advise(
        draft,
        map(letter_of, conversation.messages.filter(at__isnull=False).order_by("-at", "-pk")[:LETTERS]),
        today=today,
        relationship=map(letter_of, ours.order_by("-at", "-pk")[:LATEST]),
        invoices=_invoices(relationship),
        payments=_payments(relationship),
    )


def letter_of(row: Message) -> model.Letter:
    """Return a stored letter as the engine knows it, without its signals."""
    message = model.Message(
        id=row.own_id,
        at=row.at,
        sender=model.Address(row.sender_name, row.sender_email),
        to=(),
        cc=(),
        subject=row.subject,
        text=row.text,
        source=row.source,
        position=row.position,
        automatic=cast("model.Automatic", row.automatic),
    )
    zones = tuple(model.Zone(kind, start, end) for kind, start, end in row.zones)
    side: model.Side = "ours" if row.side == "ours" else "theirs"
    return model.Letter(message, side, cast("Language", row.language), zones)


def _invoices(relationship: Relationship) -> list[model.Invoice]:
    return [
        model.Invoice(
            number=row.number,
            counterparty=row.counterparty,
            issued=row.issued,
            due=row.due,
            amount=exact(row.amount),
            currency=row.currency,
            disputed=row.disputed,
            paid=row.paid or row.settled,
        )
        for row in relationship.invoices.all()
    ]


def _payments(relationship: Relationship) -> list[model.Payment]:
    return [
        model.Payment(row.invoice, row.at, exact(row.amount), row.currency, row.counterparty)
        for row in relationship.payments.all()
    ]
