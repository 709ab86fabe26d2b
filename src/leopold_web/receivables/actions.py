"""What is done with ledgers: keep what they say, and give it to the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from leopold import model
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.models import Invoice, Payment
from leopold_web.storage import key_of


def keep_entries(workspace: Workspace, entries: Iterable[model.Invoice | model.Payment]) -> None:
    """Keep what a ledger says. A later ledger corrects what an earlier one said of the same invoice."""
    seen: Counter[model.Payment] = Counter()
    for entry in entries:
        if isinstance(entry, model.Invoice):
            _keep_invoice(workspace, entry)
        else:
            # What is not kept of a payment does not make it another one.
            kept = model.Payment(entry.invoice, entry.at, entry.amount, entry.currency, entry.counterparty)
            _keep_payment(workspace, kept, seen[kept])
            seen[kept] += 1


def exact(stored: Decimal) -> Decimal:
    """Return a stored amount without the noughts that its column adds beyond cents."""
    cents = stored.quantize(Decimal("0.01"))
    return cents if cents == stored else stored.normalize()


def invoices_of(workspace: Workspace) -> list[model.Invoice]:
    """Return the invoices of a workspace as the engine knows them."""
    return [
        model.Invoice(
            row.number, row.counterparty, row.issued, row.due, exact(row.amount), row.currency, row.disputed, row.paid
        )
        for row in workspace.invoices.order_by("pk")
    ]


def payments_of(workspace: Workspace) -> list[model.Payment]:
    """Return the payments of a workspace as the engine knows them."""
    return [
        model.Payment(row.invoice, row.at, exact(row.amount), row.currency, row.counterparty)
        for row in workspace.payments.order_by("pk")
    ]


def _keep_invoice(workspace: Workspace, entry: model.Invoice) -> None:
    row = Invoice(number=key_of(entry.number), counterparty=key_of(entry.counterparty))
    Invoice.objects.update_or_create(
        workspace=workspace,
        counterparty=row.counterparty,
        number=row.number,
        defaults={
            "issued": entry.issued,
            "due": entry.due,
            "amount": entry.amount,
            "currency": entry.currency,
            "disputed": entry.disputed,
            "paid": entry.paid,
        },
    )


def _keep_payment(workspace: Workspace, entry: model.Payment, occurrence: int) -> None:
    row = Payment(invoice=key_of(entry.invoice), counterparty=key_of(entry.counterparty))
    Payment.objects.get_or_create(
        workspace=workspace,
        invoice=row.invoice,
        at=entry.at,
        amount=entry.amount,
        currency=entry.currency,
        counterparty=row.counterparty,
        occurrence=occurrence,
    )
