"""Several files of a ledger as one: nothing is read twice, and the order of the files changes nothing.

A payment is known by its account, day, amount and bank reference, one without a reference by all that it says; of
payments that are alike, there are as many as the file that has most of them. So statements may overlap, and be read
again. Two copies of one file are one file.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from leopold.errors import LedgerError
from leopold.faults import Fault
from leopold.ledger.files import read_entries
from leopold.model import Balance, Doubt, Invoice, Payment, Refusal

Item = TypeVar("Item", Invoice, Payment)


@dataclass(slots=True)
class Books:
    """What stands in some ledger files, each thing once, in an order that is not that of the files.

    `repeated` counts invoices and payments that stood there before; `failed` names files that could not be read at
    all, each with a refusal. Read + `repeated` + refusals is all that the files hold.
    """

    invoices: list[Invoice] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    balances: list[Balance] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    repeated: int = 0
    failed: list[str] = field(default_factory=list)


def read_books(paths: Iterable[Path], *, strict: bool = True) -> Books:
    """Return what stands in the files at `paths`, in the same order whatever the order of the paths.

    Raises SourceError for a file that cannot be opened. A file that cannot be understood raises LedgerError, or is
    a refusal and among `failed` where `strict` is off.
    """
    books = Books()
    invoices: list[list[Invoice]] = []
    payments: list[list[Payment]] = []
    balances: dict[Balance, None] = {}
    for path in _each_once(paths):
        bills, moves, found = [], [], 0
        try:
            for entry in read_entries(path):
                found += not isinstance(entry, Refusal)
                match entry:
                    case Invoice():
                        bills.append(entry)
                    case Payment():
                        moves.append(entry)
                    case Balance():
                        balances[entry] = None
                        if entry.difference:
                            books.doubts.append(Doubt(_name(path), 0, unreconciled(entry)))
                    case Doubt():
                        books.doubts.append(entry)
                    case Refusal():
                        books.refusals.append(entry)
                        found = max(found, 0)
        except LedgerError as error:
            if strict:
                raise
            books.refusals.append(Refusal(_name(path), 0, error.fault))
        if not found and any(refusal.source == _name(path) for refusal in books.refusals):
            books.failed.append(_name(path))
        invoices.append(bills)
        payments.append(moves)
    books.invoices = _invoices(invoices)
    books.payments = _payments(payments)
    books.repeated = sum(map(len, invoices)) + sum(map(len, payments)) - len(books.invoices) - len(books.payments)
    books.balances = sorted(balances, key=_balance_order)
    books.refusals.sort(key=lambda refusal: (refusal.source, refusal.position, refusal.reason))
    books.doubts.sort(key=lambda doubt: (doubt.source, doubt.position, doubt.fault.said("en")))
    books.failed.sort()
    return books


def unreconciled(balance: Balance) -> Fault:
    """Return what is said of a balance that its entries do not lead to."""
    opening, closing = balance.opening or 0, balance.closing or 0
    return Fault(
        "unreconciled",
        account=balance.account or "?",
        currency=balance.currency,
        opening=f"{opening:f}",
        moved=f"{balance.moved:f}",
        made=f"{opening + balance.moved:f}",
        closing=f"{closing:f}",
    )


def _name(path: Path) -> str:
    return os.fspath(path).encode("utf-8", "backslashreplace").decode()


def _each_once(paths: Iterable[Path]) -> list[Path]:
    """The paths by name, without those whose file has the bytes of one before it."""
    named: dict[Path, Path] = {}
    for path in sorted(set(paths)):
        named.setdefault(path.resolve(), path)
    seen: dict[bytes, Path] = {}
    for path in named.values():
        seen.setdefault(_digest(path), path)
    return list(seen.values())


def _digest(path: Path) -> bytes:
    """A digest of the file's bytes; of its name, where it cannot be read, which the reading then says."""
    digest = blake2b(digest_size=16)
    try:
        if not path.is_file():
            return os.fsencode(path)
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    except (OSError, ValueError):
        return os.fsencode(path)
    return digest.digest()


def _payments(files: Sequence[Sequence[Payment]]) -> list[Payment]:
    return sorted(_most(files, payment_key), key=_payment_order)


def _most(files: Sequence[Sequence[Item]], key: object) -> list[Item]:
    """Of alike items as many as the file has that has most of them; which of them, their own order tells."""
    counts: Counter[Hashable] = Counter()
    alike: dict[Hashable, list[Item]] = defaultdict(list)
    for found in files:
        here: Counter[Hashable] = Counter()
        for item in found:
            own = key(item)  # type: ignore[operator]
            here[own] += 1
            alike[own].append(item)
        for own, count in here.items():
            counts[own] = max(counts[own], count)
    kept: list[Item] = []
    for own, items in alike.items():
        kept.extend(items if len(items) == counts[own] else sorted(items, key=repr)[: counts[own]])
    return kept


def payment_key(payment: Payment) -> tuple[Hashable, ...]:
    """Return what makes two payments of two files one: the bank's reference, else all that the payment says."""
    if payment.reference:
        return (
            *(payment.account, payment.at, payment.amount, payment.currency, payment.reference.casefold()),
            payment.payer_account,
        )
    return (
        *(payment.account, payment.at, payment.amount, payment.currency, payment.counterparty, payment.purpose),
        *(payment.invoice, payment.payer_account, payment.tax_id),
    )


def _payment_order(payment: Payment) -> tuple[Hashable, ...]:
    return (
        *(payment.at, payment.account, payment.reference, payment.amount, payment.currency, payment.counterparty),
        *(payment.invoice, payment.purpose, payment.payer_account, payment.tax_id),
    )


def _invoices(files: Sequence[Sequence[Invoice]]) -> list[Invoice]:
    """Each invoice once: two are one where number, parties, day of issue and amount are; what one adds is kept."""
    same: dict[Hashable, Invoice] = {}
    for found in files:
        for invoice in found:
            key = (invoice.number, invoice.counterparty, invoice.issued, invoice.amount, invoice.currency)
            same[key] = _together(same[key], invoice) if key in same else invoice
    return sorted(
        same.values(), key=lambda each: (each.issued, each.number, each.counterparty, each.amount, each.currency)
    )


def _together(first: Invoice, second: Invoice) -> Invoice:
    """One invoice of two accounts of it: the same in whichever order they come."""
    if first == second:
        return first
    paid = [each.paid for each in (first, second) if each.paid is not None]
    return replace(
        first,
        due=max(first.due, second.due),
        disputed=first.disputed or second.disputed,
        paid=min(paid, default=None),
        tax_id=max(first.tax_id, second.tax_id),
        reference=max(first.reference, second.reference),
        credits=max(first.credits, second.credits),
        seller=max(first.seller, second.seller),
    )


def _balance_order(balance: Balance) -> tuple[str, str, str, str, str, str]:
    return (
        *(balance.account, balance.currency, str(balance.since), str(balance.until)),
        *(str(balance.opening), str(balance.closing)),
    )
