"""Why a reminder must not go out: every reason, each with what proves it.

One reason is enough. A reason holds for one invoice, or for all of a counterparty where it cannot be pinned to one: a
dispute that names no invoice stops everything. Reasons end by themselves when what they rest on is over; what letters
say also ends when a person says so (`Dealings.lifted`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from leopold.dunning.dealings import Dealings
from leopold.dunning.hearing import Heard, heard
from leopold.dunning.policy import Policy
from leopold.model import Evidence, Fact, Invoice

Kind = Literal[
    "paid",
    "not_due",
    "disputed",
    "case",
    "insolvency",
    "stop_writing",
    "claimed_paid",
    "offered_payment",
    "credit_note",
    "promise_ahead",
    "plan_kept",
    "our_promise",
    "unanswered",
    "recent",
    "paused",
]
KINDS: Final[tuple[Kind, ...]] = Kind.__args__  # type: ignore[attr-defined]
LIFTABLE: Final = frozenset(("disputed", "insolvency", "stop_writing", "claimed_paid", "unanswered", "our_promise"))
"""Reasons that a person may declare to be over."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A reason not to remind. `number` is the invoice that it holds for, "" for all.

    `until` is the last day on which it holds if nothing else happens, None where something has to happen first.
    """

    kind: Kind
    number: str = ""
    until: date | None = None
    evidence: Evidence | None = None
    fact: Fact | None = None

    def __post_init__(self) -> None:
        if self.evidence is None and self.fact is None:
            raise ValueError(f"a reason to stop, {self.kind}, needs a letter or a fact that proves it")


def reasons_to_stop(
    dealings: Dealings, invoice: Invoice, policy: Policy | None = None, words: Sequence[Heard] | None = None
) -> tuple[Stop, ...]:
    """Return every reason not to remind of `invoice` on the evening of the day, in the order of `KINDS`.

    `words` are what the letters of these dealings say (`hearing.heard`), where they have been read already.
    """
    policy = policy or Policy()
    found = [
        *_of_ledger(dealings, invoice),
        *_of_letters(dealings, invoice, policy, heard(dealings) if words is None else words),
        *_of_payments(dealings, invoice),
        *_of_promises(dealings, invoice, policy),
        *_of_people(dealings, policy),
    ]
    return tuple(sorted(found, key=lambda stop: KINDS.index(stop.kind)))


def remindable(dealings: Dealings, policy: Policy | None = None) -> tuple[Invoice, ...]:
    """Return the invoices that may be reminded of on the evening of the day, by due day."""
    due = sorted(dealings.left, key=lambda each: (each.due, each.issued, each.number))
    words = heard(dealings)
    return tuple(each for each in due if not reasons_to_stop(dealings, each, policy, words))


def _of_ledger(dealings: Dealings, invoice: Invoice) -> Iterator[Stop]:
    day, left = dealings.day, dealings.left.get(invoice, Decimal(0))
    if left <= 0 or (invoice.paid is not None and invoice.paid <= day):
        yield Stop("paid", invoice.number, fact=Fact("paid", {"number": invoice.number}))
    if invoice.due >= day:
        fact = Fact("not_due", {"number": invoice.number, "day": invoice.due.isoformat()})
        yield Stop("not_due", invoice.number, invoice.due, fact=fact)
    if invoice.disputed:
        yield Stop("disputed", invoice.number, fact=Fact("marked_disputed", {"number": invoice.number}))
    for note, sum_ in dealings.left.items():
        if sum_ < 0 and note.currency == invoice.currency:
            values = {"number": note.number, "amount": f"{-sum_:f}", "currency": note.currency}
            yield Stop("credit_note", fact=Fact("credit_note", values))


def _of_letters(dealings: Dealings, invoice: Invoice, policy: Policy, words: Sequence[Heard]) -> Iterator[Stop]:
    for one in words:
        if one.numbers and invoice.number not in one.numbers:
            continue
        if one.kind in LIFTABLE and one.at <= dealings.lifted.get(one.kind, date.min):
            continue
        if (until := _until(one, dealings, policy)) is not None and until < dealings.day:
            continue
        number = invoice.number if one.numbers else ""
        yield Stop(one.kind, number, until, one.evidence)


def _until(one: Heard, dealings: Dealings, policy: Policy) -> date | None:
    """Return the last day on which something that was said holds; a day gone by where money answered a claim."""
    if one.kind == "claimed_paid":
        came = any(each.amount > 0 and one.at <= each.at <= dealings.day for each in dealings.payments)
        return date.min if came else one.at + timedelta(policy.claim)
    if one.kind == "promise_ahead" and one.due is not None:
        return one.due + timedelta(policy.promise)
    return None


def _of_payments(dealings: Dealings, invoice: Invoice) -> Iterator[Stop]:
    for match in dealings.offered:
        if not match.sure and any(share.invoice == invoice for share in match.shares):
            payment = match.payment
            values = {"amount": f"{payment.amount:f}", "currency": payment.currency, "day": payment.at.isoformat()}
            yield Stop("offered_payment", invoice.number, fact=Fact("offered_payment", values))


def _of_promises(dealings: Dealings, invoice: Invoice, policy: Policy) -> Iterator[Stop]:
    day = dealings.day
    for plan in sorted({each.plan for each in dealings.commitments if each.plan}):
        parts = [each for each in dealings.commitments if each.plan == plan]
        numbers = {number for each in parts for number in each.numbers}
        if not numbers or invoice.number in numbers:
            grace = day - timedelta(policy.promise)
            ahead = [each.due for each in parts if each.state == "open" and each.due is not None]
            if ahead and not any(each.overdue(grace) for each in parts):
                fact = Fact("plan_kept", {"day": min(ahead).isoformat(), "count": len(ahead)})
                yield Stop("plan_kept", invoice.number if numbers else "", fact=fact)
    for each in dealings.commitments:
        lifted = dealings.lifted.get("our_promise")
        over = lifted is not None and (each.due is None or each.due <= lifted)
        if each.side == "ours" and each.overdue(day) and not over:
            due = each.due.isoformat() if each.due else ""
            yield Stop("our_promise", evidence=each.evidence, fact=Fact("our_promise", {"act": each.act, "day": due}))
        if each.side != "theirs" or not each.pays or each.plan or each.state != "open" or each.due is None:
            continue
        last = each.due + timedelta(policy.promise)
        if last >= day and (not each.numbers or invoice.number in each.numbers):
            fact = Fact("promise_ahead", {"act": each.act, "day": each.due.isoformat()})
            yield Stop("promise_ahead", invoice.number if each.numbers else "", last, each.evidence, fact)


def _of_people(dealings: Dealings, policy: Policy) -> Iterator[Stop]:
    day = dealings.day
    for case in dealings.cases:
        if case.since <= day:
            yield Stop("case", fact=Fact("case", {"subject": case.subject, "day": case.since.isoformat()}))
    last = max((each.at for each in dealings.reminded if each.at <= day), default=None)
    if last is not None and (day - last).days < policy.gap:
        until = last + timedelta(policy.gap - 1)
        yield Stop("recent", until=until, fact=Fact("recent", {"day": last.isoformat(), "gap": policy.gap}))
    if dealings.pause is not None and dealings.pause.until >= day:
        values = {"day": dealings.pause.until.isoformat(), "by": dealings.pause.by, "note": dealings.pause.note}
        yield Stop("paused", until=dealings.pause.until, fact=Fact("paused", values))
