"""What to do next with a counterparty: one step for all that is overdue and may be asked for, or why nothing is done.

Letters that answer what they wrote (the offer of a plan, a talk about a refusal) are no reminders: what they answer
does not stop them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from leopold.dunning.dealings import Dealings
from leopold.dunning.hearing import heard
from leopold.dunning.policy import Policy
from leopold.dunning.steps import Step, StepName, Tone, next_step, tone_of
from leopold.dunning.stopping import Kind, Stop, reasons_to_stop
from leopold.ledger.why import Why, WhyUnpaid, whys_unpaid
from leopold.model import Invoice

PASSED_OVER: Final[Mapping[StepName, frozenset[Kind]]] = {
    "offer_plan": frozenset(("unanswered", "recent")),
    "talk": frozenset(("unanswered", "disputed", "recent")),
    "case": frozenset(("unanswered", "disputed", "recent", "credit_note", "our_promise", "claimed_paid")),
}
"""Reasons to stop that do not stop these steps: they are what the step answers, or a case is where they belong."""
_GRAVEST: Final[tuple[Why, ...]] = ("disputes", "refuses", "cannot", "forgot")


@dataclass(frozen=True, slots=True)
class Course:
    """What comes next. `left` are the invoices that the step is about, () with `step` None where nothing is to be done.

    `stops` are the reasons of each overdue invoice, and `whys` why each is unpaid.
    """

    tone: Tone
    stops: Mapping[Invoice, tuple[Stop, ...]]
    whys: Mapping[Invoice, WhyUnpaid]
    step: Step | None = None
    why: Why = "unknown"
    left: Mapping[Invoice, Decimal] | None = None


def course(
    dealings: Dealings, health: float | None = None, policy: Policy | None = None, tone: Tone | None = None
) -> Course:
    """Return what comes next with a counterparty on the evening of the day.

    `health` is that of the relationship; a `tone` that a person gives goes before it.
    """
    policy, tone = policy or Policy(), tone or tone_of(health)
    overdue = sorted(
        (each for each, left in dealings.left.items() if left > 0 and each.due < dealings.day),
        key=lambda each: (each.due, each.issued, each.number),
    )
    words = heard(dealings)
    stops = {each: reasons_to_stop(dealings, each, policy, words) for each in overdue}
    left_of = {each: dealings.left[each] for each in overdue}
    whys = whys_unpaid(left_of, dealings.letters, list(dealings.left), dealings.day)
    for group in ([each for each in overdue if not stops[each]], overdue):
        if not group:
            continue
        why = gravest([whys[each].why for each in group])
        step = step_of(dealings, group, why, tone, policy)
        free = [each for each in group if not hindering(stops[each], step.name)]
        if free:
            return Course(tone, stops, whys, step, why, {each: dealings.left[each] for each in free})
    return Course(tone, stops, whys)


def gravest(whys: Sequence[Why]) -> Why:
    """Return the reason that most needs a person, of those of several invoices."""
    return next((each for each in _GRAVEST if each in whys), "unknown")


def hindering(stops: Sequence[Stop], step: str) -> tuple[Stop, ...]:
    """Return the reasons that stop this step."""
    over = PASSED_OVER.get(step, frozenset())  # type: ignore[call-overload]
    return tuple(each for each in stops if each.kind not in over)


def step_of(dealings: Dealings, invoices: Sequence[Invoice], why: Why, tone: Tone, policy: Policy) -> Step:
    """Return the next step about some overdue invoices of a counterparty."""
    numbers = {each.number for each in invoices}
    taken = [each for each in dealings.reminded if not each.numbers or numbers & set(each.numbers)]
    claimed, broken = passed(dealings, policy)
    due = min(each.due for each in invoices)
    return next_step(due, dealings.day, why, tone, taken, policy, claimed=claimed, broken=broken)


def passed(dealings: Dealings, policy: Policy) -> tuple[date | None, date | None]:
    """Return the day of a claim to have paid that no money followed, and that of a promise to pay that went by.

    None for each where there is none, or where money came since.
    """
    day = dealings.day
    came = max((each.at for each in dealings.payments if each.amount > 0 and each.at <= day), default=date.min)
    words = [each for each in heard(dealings) if each.at > dealings.lifted.get(each.kind, date.min)]
    claims = [each.at for each in words if each.kind == "claimed_paid"]
    claims = [each for each in claims if came < each and each + timedelta(policy.claim) < day]
    promised = [each.due for each in words if each.kind == "promise_ahead"]
    promised += [each.due for each in dealings.commitments if _unkept(each.side, each.state, pays=each.pays)]
    gone = [each for each in promised if each is not None and came < each and each + timedelta(policy.promise) < day]
    return max(claims, default=None), max(gone, default=None)


def _unkept(side: str, state: str, *, pays: bool) -> bool:
    return side == "theirs" and pays and state in ("open", "broken")
