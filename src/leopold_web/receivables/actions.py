"""The ledger of a desk in the engine's words: its invoices, payments, and exact amounts."""

from __future__ import annotations

from decimal import Decimal

from leopold import model
from leopold_web.receivables.models import Invoice, Payment


def exact(stored: Decimal) -> Decimal:
    """Return a stored amount without the noughts that its column adds beyond cents."""
    cents = stored.quantize(Decimal("0.01"))
    return cents if cents == stored else stored.normalize()


def invoice_of(row: Invoice) -> model.Invoice:
    """Return an invoice as the engine knows it."""
    return model.Invoice(
        number=row.number,
        counterparty=row.counterparty,
        issued=row.issued,
        due=row.due,
        amount=exact(row.amount),
        currency=row.currency,
        disputed=row.disputed,
        paid=row.paid,
        tax_id=row.tax_id,
        reference=row.reference,
        credits=row.credits,
        seller=row.seller,
    )


def payment_of(row: Payment) -> model.Payment:
    """Return a payment as the engine knows it."""
    return model.Payment(
        invoice=row.invoice,
        at=row.at,
        amount=exact(row.amount),
        currency=row.currency,
        counterparty=row.counterparty,
        purpose=row.purpose,
        reference=row.reference,
        account=row.account,
        payer_account=row.payer_account,
        tax_id=row.tax_id,
    )
