"""Why overdue invoices are unpaid, from the letters of their relationships and the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Prefetch

from leopold import model
from leopold.ledger.standing import Standing
from leopold.ledger.why import WhyUnpaid, whys_unpaid
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.models import Invoice
from leopold_web.relationships.models import Message, Signal
from leopold_web.relationships.rows import evidence_row
from leopold_web.relationships.stored import letter_of


@dataclass(frozen=True, slots=True)
class Why:
    """Why an invoice is unpaid, as rows keep it."""

    found: WhyUnpaid

    def plain(self) -> dict[str, Any]:
        """Return it by the columns of an outlook."""
        return {
            "why": self.found.why,
            "evidence": [evidence_row(each) for each in self.found.evidence],
            "facts": [{"kind": each.kind, "values": dict(each.values)} for each in self.found.facts],
            "said": [{"reply": each.reply, **evidence_row(each.evidence)} for each in self.found.said],
        }


def whys(
    workspace: Workspace, rows: Mapping[model.Invoice, Invoice], standings: Sequence[Standing], day: date
) -> dict[model.Invoice, Why]:
    """Return why each overdue open invoice is unpaid: without letters, what the ledger alone tells."""
    groups: defaultdict[tuple[int | None, str], list[Standing]] = defaultdict(list)
    for each in standings:
        relationship = rows[each.invoice].relationship_id
        groups[relationship, "" if relationship else each.invoice.counterparty].append(each)
    found: dict[model.Invoice, Why] = {}
    for (relationship, _), group in groups.items():
        late = [each for each in group if each.left > 0 and each.invoice.due < day]
        if not late:
            continue
        letters = _letters(workspace, relationship, min(each.invoice.issued for each in late), day)
        bills = [replace(each.invoice, paid=each.settled) for each in group if not each.withdrawn]
        told = whys_unpaid({each.invoice: each.left for each in late}, letters, bills, day)
        found |= {invoice: Why(why) for invoice, why in told.items()}
    return found


def _letters(workspace: Workspace, relationship: int | None, since: date, day: date) -> list[model.Letter]:
    """The letters of the other side since a day, with what was read in them."""
    if relationship is None:
        return []
    span = datetime.combine(since, time.min, UTC), datetime.combine(day, time.max, UTC)
    kept = Message.objects.filter(
        relationship=relationship, relationship__workspace=workspace, side="theirs", automatic="", at__range=span
    )
    read = Prefetch("signals", Signal.objects.filter(reader=""), to_attr="read")
    return [_heard(row) for row in kept.prefetch_related(read).order_by("at", "pk")]


def _heard(row: Message) -> model.Letter:
    read: list[Signal] = row.read  # type: ignore[attr-defined]
    signals = (
        model.Signal(
            each.kind, "theirs", each.probability, model.Evidence(row.own_id, each.start, each.end, each.quote)
        )
        for each in read
    )
    return replace(letter_of(row), signals=tuple(signals))
