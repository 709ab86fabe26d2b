"""What is done with a draft: read it against its conversation, the habit of the relationship and the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from leopold import model
from leopold.coaching import Advice, advise
from leopold.coaching.manner import LATEST
from leopold_web.receivables.actions import invoice_of
from leopold_web.receivables.matching import named
from leopold_web.relationships.models import Conversation, Relationship
from leopold_web.relationships.stored import letter_of

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
        payments=named(relationship.payments.all()),
    )


def _invoices(relationship: Relationship) -> list[model.Invoice]:
    found = relationship.invoices.filter(amount__gt=0)
    return [replace(invoice_of(row), paid=row.paid or row.settled) for row in found]
