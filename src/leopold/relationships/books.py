"""A ledger by the names of the counterparties in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from leopold.model import Invoice, Payment


class Books:
    """The ledger by the names that stand in it.

    A payment that names nobody belongs to whom its invoice bills; one that names no known invoice either is nobody's.
    """

    def __init__(self, invoices: Sequence[Invoice], payments: Sequence[Payment]) -> None:
        self._invoices: dict[str, list[Invoice]] = defaultdict(list)
        self._payments: dict[str, list[Payment]] = defaultdict(list)
        billed: dict[str, set[str]] = defaultdict(set)
        for invoice in invoices:
            self._invoices[invoice.counterparty].append(invoice)
            billed[invoice.number].add(invoice.counterparty)
        for payment in payments:
            payers = {payment.counterparty} if payment.counterparty else billed.get(payment.invoice, set())
            if len(payers) == 1:
                self._payments[next(iter(payers))].append(payment)

    def names(self) -> list[str]:
        """The counterparties, sorted."""
        return sorted({*self._invoices, *self._payments} - {""})

    def numbers(self) -> dict[str, list[str]]:
        """The numbers of each counterparty's invoices."""
        return {name: [invoice.number for invoice in invoices] for name, invoices in self._invoices.items()}

    def favourite(self, names: Iterable[str]) -> str:
        """Of several names of one counterparty the one most used, "" of none."""
        used = [(len(self._invoices[name]) + len(self._payments[name]), name) for name in names if "@" not in name]
        return max(used)[1] if used else ""

    def of(self, names: Iterable[str]) -> tuple[tuple[Invoice, ...], tuple[Payment, ...]]:
        """The invoices by date of issue and the payments by date of the counterparty that bears these names."""
        invoices = [invoice for name in names for invoice in self._invoices.get(name, ())]
        payments = [payment for name in names for payment in self._payments.get(name, ())]
        return (
            tuple(sorted(invoices, key=lambda invoice: (invoice.issued, invoice.number))),
            tuple(sorted(payments, key=lambda payment: (payment.at, payment.invoice, payment.amount))),
        )
