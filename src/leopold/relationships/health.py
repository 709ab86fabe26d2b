"""Health: the exact sum of what moves a relationship, at a moment."""

from __future__ import annotations

from datetime import datetime
from math import exp, fsum, log1p
from typing import Final

from leopold.model import Evidence, Fact, Health, Reason, Side
from leopold.relationships import behaviour
from leopold.relationships.state import State
from leopold.relationships.talks import derailing
from leopold.relationships.weights import BASE, OVERDUE_SHARES, SIDES, TEMPER

QUOTES: Final = 4
"""How many pieces of evidence a reason shows, the latest first."""


def health(state: State, at: datetime) -> Health:
    """Return the health at a moment, not earlier than the state's own.

    `log_odds == base + math.fsum(reason.contribution for reason in reasons)` holds exactly, not nearly: the sum is
    made from the reasons, and fsum rounds once. Reasons are merged by kind and side, largest contribution first.
    Beyond even odds all of them shrink by one factor: the signs of one quarrel are not independent of each other.
    """
    reasons = contributions(state, at)
    total = fsum(reason.contribution for reason in reasons)
    if total > -BASE:
        share = tempered(total) / total
        reasons = [Reason(one.kind, one.side, one.contribution * share, one.evidence, one.fact) for one in reasons]
    reasons.sort(key=lambda reason: (-reason.contribution, reason.kind, reason.side))
    return Health(at, BASE, BASE + fsum(reason.contribution for reason in reasons), tuple(reasons))


def contributions(state: State, at: datetime) -> list[Reason]:
    """Return what moves a relationship at a moment before all of it is tempered, in no particular order."""
    reasons = [*_faded(state, at.timestamp()), *_standing(state, at)]
    if not (learned := state.adjustments).sums:
        return reasons
    of = learned.of
    return [Reason(r.kind, r.side, r.contribution * of(r.kind, r.side), r.evidence, r.fact) for r in reasons]


def tempered(total: float) -> float:
    """Return what a sum of contributions beyond even odds amounts to: it grows with the logarithm from there."""
    return -BASE + TEMPER * log1p((total + BASE) / TEMPER)


def _faded(state: State, now: float) -> list[Reason]:
    """Return the reasons that past letters gave, as much of them as is left."""
    clock = state.clock(now)
    groups: dict[tuple[str, Side], tuple[list[float], list[Evidence], list[Fact]]] = {}
    for item in reversed(state.active):
        group = groups.get((item.kind, item.side))
        if group is None:
            group = groups[item.kind, item.side] = ([], [], [])
        group[0].append(item.weight * exp(item.clock - clock))
        if len(group[1]) < QUOTES:
            group[1].extend(item.evidence)
        if item.fact is not None and not group[2]:
            group[2].append(item.fact)
    return [
        Reason(kind, side, fsum(parts), tuple(evidence[:QUOTES]), facts[0] if facts else None)
        for (kind, side), (parts, evidence, facts) in groups.items()
    ]


def _standing(state: State, at: datetime) -> list[Reason]:
    """Return the reasons that hold as long as they are true: silence, a conversation that derails, open invoices."""
    now, reasons = at.timestamp(), []
    for side in SIDES:
        for kind, share, fact in behaviour.silence(state, side, now):
            reasons.append(Reason(kind, side, state.weights.of(kind, side) * share, (), fact))
    # A conversation weighs on both sides: whoever turned it, the weight is one.
    if worst := derailing(state.talks, state.weights.of("derailment", "theirs"), now):
        reasons.append(worst)
    if state.bills:
        reasons.extend(_unpaid(state, at.toordinal()))
    return reasons


def _unpaid(state: State, today: int) -> list[Reason]:
    """Return at most one reason for overdue invoices, the worst, and one for disputed ones."""
    reasons = []
    late = [(behaviour.overdue_days(state, bill, today), number) for number, bill in state.bills.items()]
    worst, number = max(late)
    shares = [share for days, share in OVERDUE_SHARES.items() if worst >= days]
    if shares:
        invoice = state.bills[number].invoice
        values: dict[str, str | int | float] = {
            "number": invoice.number,
            "days": today - invoice.due.toordinal(),
            "amount": str(invoice.amount),
            "currency": invoice.currency,
            "count": sum(days >= 1 for days, _ in late),
            "usual_days": behaviour.usual_lateness(state),
        }
        reasons.append(_owed("overdue", state, max(shares), values))
    disputed = sorted(number for number, bill in state.bills.items() if bill.disputed)
    if disputed:
        first = state.bills[disputed[0]].invoice.number
        values = {"number": first, "count": len(disputed), "open": len(state.bills)}
        reasons.append(_owed("disputed_invoice", state, 1.0, values))
    return reasons


def _owed(kind: str, state: State, share: float, values: dict[str, str | int | float]) -> Reason:
    return Reason(kind, "theirs", state.weights.of(kind, "theirs") * share, (), Fact(kind, values))
