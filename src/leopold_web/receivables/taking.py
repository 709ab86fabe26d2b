"""What ledgers say, kept: each invoice and payment once, however often and in whatever order it is read.

A payment is known as `leopold.ledger.payment_key` says; of payments that are alike there are as many as the file that
has most of them. An invoice is known by number, parties and day of issue; one that comes again with another amount or
day corrects what was kept, unless its own file has both.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from django.db.models import F

from leopold import model
from leopold.faults import Fault
from leopold.ledger import payment_key
from leopold_web.accounts.models import Workspace
from leopold_web.inbox.models import Import
from leopold_web.receivables.actions import payment_of
from leopold_web.receivables.models import Invoice, LedgerState, Payment, Statement
from leopold_web.storage import BATCH, clean, create, key_of, storable

Kept = model.Invoice | model.Payment | model.Balance

STATED: Final = frozenset(("paid", "disputed"))
"""What a table of invoices may say beside the invoice itself; documents say neither."""
SAME: Final = timedelta(days=183)
"""How far apart two days of issue of one number may be for the second to correct the first: numbers begin anew."""
DIGITS: Final = 15
DECIMALS: Final = 4
"""What every database keeps exactly: so many digits in all, so many of them after the point."""

_DETAILS: Final = ("tax_id", "reference", "credits", "seller")


@dataclass(slots=True)
class Taken:
    """What became of the entries of one file: `read` are new or say something new, `repeated` were there."""

    read: int = 0
    repeated: int = 0
    refused: list[Fault] = field(default_factory=list)


def keep_entries(
    workspace: Workspace,
    entries: Iterable[Kept],
    *,
    states: Collection[str] = STATED,
    made: Import | None = None,
    source: str = "",
) -> Taken:
    """Keep what one file says; within a transaction that holds the workspace. `states` are those that it tells of."""
    taken = Taken()
    bills: list[model.Invoice] = []
    moves: list[model.Payment] = []
    for entry in entries:
        if (fault := _unkept(entry)) is not None:
            taken.refused.append(fault)
        elif isinstance(entry, model.Invoice):
            bills.append(entry)
        elif isinstance(entry, model.Payment):
            moves.append(stored(entry))
        else:
            _keep_statement(workspace, entry, made, source)
    for count, of in ((_keep_invoices(workspace, bills, states), bills), (_keep_payments(workspace, moves), moves)):
        taken.read += count
        taken.repeated += len(of) - count
    if taken.read:
        note_change(workspace)
    return taken


def note_change(workspace: Workspace) -> None:
    """Say that the ledger or what people decided of it is not what it was. Within the transaction that changes it."""
    LedgerState.objects.get_or_create(workspace=workspace)
    LedgerState.objects.filter(workspace=workspace).update(changes=F("changes") + 1)


def stored(entry: model.Payment) -> model.Payment:
    """Return a payment as its row has it: nothing that no database keeps, and no longer than the columns are."""
    return replace(
        entry,
        invoice=key_of(entry.invoice),
        currency=entry.currency[:10],
        counterparty=key_of(entry.counterparty),
        purpose=storable(entry.purpose),
        reference=key_of(entry.reference),
        account=_short(entry.account, 100),
        payer_account=_short(entry.payer_account, 100),
        tax_id=_short(entry.tax_id, 40),
    )


def digest_of(entry: model.Payment) -> str:
    """Return what tells a payment, in its stored form, from all others that are not copies of it."""
    words = [f"{part.normalize():f}" if isinstance(part, Decimal) else str(part) for part in payment_key(entry)]
    return hashlib.blake2b(json.dumps(words).encode(), digest_size=32).hexdigest()


def _unkept(entry: Kept) -> Fault | None:
    """Say where an amount cannot be kept to the last digit."""
    amounts = (entry.amount,) if not isinstance(entry, model.Balance) else (entry.opening, entry.closing, entry.moved)
    for amount in amounts:
        if amount is not None and amount:
            _, digits, exponent = amount.normalize().as_tuple()
            decimals = max(-int(exponent), 0)
            if decimals > DECIMALS or len(digits) + max(int(exponent), 0) > DIGITS:
                return Fault("unkept_amount", amount=f"{amount:f}")
    return None


def _short(text: str, most: int) -> str:
    text = str(storable(text))
    return text if len(text) <= most else text[: most - 20] + hashlib.blake2b(text.encode(), digest_size=10).hexdigest()


def _keep_statement(workspace: Workspace, entry: model.Balance, made: Import | None, source: str) -> None:
    row, _ = Statement.objects.get_or_create(
        workspace=workspace,
        account=_short(entry.account, 100),
        currency=entry.currency[:10],
        since=entry.since,
        until=entry.until,
        opening=entry.opening,
        closing=entry.closing,
        moved=entry.moved,
        entries=entry.entries,
        defaults={"source": storable(source)[:500]},
    )
    if made is not None:
        row.imports.add(made)


def _keep_invoices(workspace: Workspace, entries: Sequence[model.Invoice], states: Collection[str]) -> int:
    """Keep invoices; return how many said something new."""
    wanted: defaultdict[tuple[str, str, bool], list[Invoice]] = defaultdict(list)
    for entry in entries:
        row = _invoice_row(workspace, entry)
        wanted[row.counterparty, row.number, row.amount > 0].append(row)
    known: defaultdict[tuple[str, str, bool], list[Invoice]] = defaultdict(list)
    numbers = sorted({number for _, number, _ in wanted})
    for start in range(0, len(numbers), BATCH):
        for row in Invoice.objects.filter(workspace=workspace, number__in=numbers[start : start + BATCH]):
            known[row.counterparty, row.number, row.amount > 0].append(row)
    new: list[Invoice] = []
    changed: dict[int, Invoice] = {}
    told = 0
    for group, rows in wanted.items():
        for row, before in _paired(rows, known[group]):
            if before is None:
                new.append(row)
            elif _corrected(before, row, states) and before.pk is not None:
                changed[before.pk] = before
            else:
                continue
            told += 1
    Invoice.objects.bulk_update(changed.values(), [*_SAID, *_DETAILS], batch_size=100)
    create(Invoice, new)
    return told


_SAID: Final = ("issued", "due", "amount", "currency", "disputed", "paid")


def _invoice_row(workspace: Workspace, entry: model.Invoice) -> Invoice:
    return clean(
        Invoice(
            workspace=workspace,
            number=key_of(entry.number),
            counterparty=key_of(entry.counterparty),
            issued=entry.issued,
            due=entry.due,
            amount=entry.amount,
            currency=entry.currency[:10],
            disputed=entry.disputed,
            paid=entry.paid,
            tax_id=_short(entry.tax_id, 40),
            reference=key_of(entry.reference),
            credits=key_of(entry.credits),
            seller=key_of(entry.seller),
        )
    )


def _paired(rows: Sequence[Invoice], known: Sequence[Invoice]) -> list[tuple[Invoice, Invoice | None]]:
    """Pair the invoices of a file, all of one number, with those that are kept: first the same, then the corrected."""
    there: dict[Any, Invoice] = {_identity(row): row for row in known}
    free = {_identity(row): row for row in known}
    pairs: list[tuple[Invoice, Invoice | None]] = []
    other: list[Invoice] = []
    for row in rows:
        if (same := there.get(_identity(row))) is not None:
            free.pop(_identity(row), None)
            pairs.append((row, same))
        else:
            other.append(row)
    for row in other:
        if (twin := there.get(_identity(row))) is not None:
            pairs.append((row, twin))
            continue
        near = [each for each in free.values() if abs(each.issued - row.issued) <= SAME]
        before = min(near, key=lambda each: (abs(each.issued - row.issued), each.pk), default=None)
        if before is not None:
            free.pop(_identity(before))
        there[_identity(row)] = before or row
        pairs.append((row, before))
    return pairs


def _identity(row: Invoice) -> tuple[Any, ...]:
    return row.issued, row.amount, row.currency


def _corrected(before: Invoice, row: Invoice, states: Collection[str]) -> bool:
    """Make a kept invoice what a later file says of it; return whether that is anything new."""
    old = [getattr(before, name) for name in (*_SAID, *_DETAILS)]
    for name in _SAID:
        if name not in STATED or name in states:
            setattr(before, name, getattr(row, name))
    for name in _DETAILS:
        setattr(before, name, getattr(row, name) or getattr(before, name))
    return old != [getattr(before, name) for name in (*_SAID, *_DETAILS)]


def _keep_payments(workspace: Workspace, entries: Sequence[model.Payment]) -> int:
    """Keep payments; return how many are new, or say more than was known."""
    alike: defaultdict[str, list[model.Payment]] = defaultdict(list)
    for entry in entries:
        alike[digest_of(entry)].append(entry)
    there: Counter[str] = Counter()
    keys = sorted(alike)
    for start in range(0, len(keys), BATCH):
        found = Payment.objects.filter(workspace=workspace, key__in=keys[start : start + BATCH])
        there.update(found.values_list("key", flat=True))
    bare = _bare_rows(workspace, entries)
    new, filled = [], []
    for key, group in alike.items():
        for occurrence in range(there[key], len(group)):
            entry = group[occurrence]
            row = _payment_row(workspace, entry, key, occurrence)
            waiting = bare.get(_bare(entry), [])
            # One of which this file knows no more is told by its key, as all others are.
            if waiting and waiting[-1].key != key:
                row.pk = waiting.pop().pk
                filled.append(row)
            else:
                new.append(row)
    Payment.objects.bulk_update(filled, [*_FILLED, "key", "occurrence", "bare"], batch_size=100)
    create(Payment, new)
    return len(new) + len(filled)


_FILLED: Final = ("purpose", "reference", "account", "payer_account", "tax_id")


def _bare_rows(workspace: Workspace, entries: Sequence[model.Payment]) -> dict[Any, list[Payment]]:
    """The payments of which little is known, of the days of a file; the first of those that are alike stands last."""
    found: defaultdict[Any, list[Payment]] = defaultdict(list)
    if entries:
        days = min(each.at for each in entries), max(each.at for each in entries)
        for row in Payment.objects.filter(workspace=workspace, bare=True, at__range=days).order_by("-occurrence"):
            found[_bare(payment_of(row))].append(row)
    return found


def _bare(entry: model.Payment) -> tuple[Any, ...]:
    return entry.invoice, entry.at, entry.amount, entry.currency, entry.counterparty


def _payment_row(workspace: Workspace, entry: model.Payment, key: str, occurrence: int) -> Payment:
    return Payment(
        workspace=workspace,
        invoice=entry.invoice,
        at=entry.at,
        amount=entry.amount,
        currency=entry.currency,
        counterparty=entry.counterparty,
        key=key,
        occurrence=occurrence,
        purpose=entry.purpose,
        reference=entry.reference,
        account=entry.account,
        payer_account=entry.payer_account,
        tax_id=entry.tax_id,
    )
