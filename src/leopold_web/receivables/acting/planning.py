"""Payment plans: proposed from how a counterparty pays, changed, agreed, kept or called off.

Once a person marks a plan as agreed, each of its parts is a promise of theirs, and money that comes keeps them in
their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from leopold import words_dunning
from leopold.commitments.calendars import calendar_for
from leopold.dunning.plans import PlanProposal, propose
from leopold.errors import DunningError
from leopold.languages import Language
from leopold_web.accounts.models import User, Workspace
from leopold_web.commitments.folding import promised_for, settle
from leopold_web.commitments.models import Commitment, CommitmentChange
from leopold_web.receivables.acting.books import Books, books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import PaymentPlan, PlanPart
from leopold_web.storage import clean
from leopold_web.wording import money

State = PaymentPlan.State
PAID: Final = "money"
"""The key of the change that money made of a part."""


def make_plan(books: Books, currency: str, user: User, now: datetime, parts: int | None = None) -> PaymentPlan:
    """Propose a plan for all that is overdue in one currency, from how the counterparty has paid."""
    if currency not in plannable(books):
        raise ActingRefusedError(
            "planned" if any(each.currency == currency for each in books.overdue) else "nothing_open"
        )
    chosen = [each for each in books.overdue if each.currency == currency]
    open_ = sum((books.dealings.left[each] for each in chosen), Decimal(0))
    calendar = calendar_for(books.language)
    try:
        found = propose(open_, currency, books.dealings.payments, books.dealings.day, calendar, parts)
    except DunningError as error:
        raise ActingRefusedError("nothing_open") from error
    with transaction.atomic():
        plan = PaymentPlan(
            workspace=books.workspace,
            relationship=books.relationship,
            about=books.about,
            currency=currency,
            facts=facts_of(found),
            made_by=user,
            made_at=now,
        )
        clean(plan).save()
        plan.invoices.set([books.rows[each] for each in chosen])
        _write(plan, [(each.due, each.amount) for each in found.parts])
    return plan


def plannable(books: Books) -> list[str]:
    """Return the currencies in which something is overdue and no plan is running."""
    return sorted({each.currency for each in books.overdue} - _planned(books.workspace, books.about))


def _planned(workspace: Workspace, about: str) -> set[str]:
    """Return the currencies in which a plan with a counterparty is running."""
    running = PaymentPlan.objects.filter(workspace=workspace, about=about, state=State.AGREED)
    return set(running.filter(parts__commitment__state=Commitment.State.OPEN).values_list("currency", flat=True))


def facts_of(found: PlanProposal) -> list[dict[str, object]]:
    """Return what a proposal rests on, as JSON values."""
    if found.basis == "few":
        return [{"kind": "few", "values": {"n": found.n}}]
    values = {"n": found.n, "gap": found.gap, "usual": f"{found.usual:f}", "currency": found.currency}
    facts: list[dict[str, object]] = [{"kind": "rhythm", "values": values}]
    if found.month_day:
        facts.append({"kind": "rhythm_month", "values": {"month_day": found.month_day}})
    return facts


def change_parts(plan: PaymentPlan, parts: Sequence[tuple[date, Decimal]]) -> None:
    """Let a person change the parts of a proposed plan; they have to come to what is open, and to lie ahead."""
    with acting(plan) as held:
        _check(parts, open_of(held), held)
        held.parts.all().delete()
        _write(held, parts)


def _check(parts: Sequence[tuple[date, Decimal]], open_: Decimal, plan: PaymentPlan) -> None:
    if not parts:
        raise ActingRefusedError("no_parts")
    if any(amount <= 0 for _day, amount in parts):
        raise ActingRefusedError("part_amount")
    days = [day for day, _amount in parts]
    if days != sorted(set(days)) or days[0] < plan.workspace.today():
        raise ActingRefusedError("part_order")
    made = sum((amount for _day, amount in parts), Decimal(0))
    if made != open_:
        raise ActingRefusedError("part_sum", made=money(made, plan.currency), open=money(open_, plan.currency))


def _write(plan: PaymentPlan, parts: Sequence[tuple[date, Decimal]]) -> None:
    for number, (due, amount) in enumerate(parts, 1):
        PlanPart.objects.create(plan=plan, number=number, due=due, amount=amount)


def open_of(plan: PaymentPlan) -> Decimal:
    """Return what is open now of the invoices of a plan."""
    return _open(plan, books_of(plan.workspace, plan.about))


def _open(plan: PaymentPlan, books: Books) -> Decimal:
    numbers = set(plan.invoices.values_list("pk", flat=True))
    left = (books.dealings.left[bill] for bill, row in books.rows.items() if row.pk in numbers)
    return sum((max(each, Decimal(0)) for each in left), Decimal(0))


def agree(plan: PaymentPlan, user: User, now: datetime) -> PaymentPlan:
    """Mark a plan as agreed with the other side: its parts become their promises.

    ActingRefusedError where it is agreed already, or another plan for the same money is.
    """
    with acting(plan, State.PROPOSED) as held:
        if held.currency in _planned(held.workspace, held.about):
            raise ActingRefusedError("planned")
        parts = list(held.parts.all())
        if sum((exact(each.amount) for each in parts), Decimal(0)) != open_of(held):
            raise ActingRefusedError("changed")
        _check([(each.due, exact(each.amount)) for each in parts], open_of(held), held)
        numbers = ", ".join(held.invoices.values_list("number", flat=True))
        name = held.relationship.organization.name if held.relationship else held.about
        for part in parts:
            part.commitment = _promise(held, part, name, numbers, user, now)
            part.save(update_fields=["commitment"])
        held.state, held.agreed_at = State.AGREED, now
        held.save(update_fields=["state", "agreed_at"])
    return held


def _promise(plan: PaymentPlan, part: PlanPart, name: str, numbers: str, user: User, now: datetime) -> Commitment:
    language: Language = "ru" if plan.workspace.language == "ru" else "en"
    amount = words_dunning.money(exact(part.amount), plan.currency, language)
    with translation.override(language):
        what = _("pay {amount} for {numbers}, part {number} of a plan").format(
            amount=amount, numbers=numbers, number=part.number
        )
    made = Commitment(
        workspace=plan.workspace,
        relationship=plan.relationship,
        about=plan.about[:200],
        source=Commitment.Source.PLAN,
        side=Commitment.Side.THEIRS,
        owner=name[:200],
        to=plan.workspace.name,
        what=what,
        due=part.due,
        amount=part.amount,
        currency=plan.currency,
        promised_on=plan.workspace.today(),
        keeper=user,
        made_by=user,
        made_at=now,
    )
    clean(made).save()
    return made


def cancel(plan: PaymentPlan, user: User, now: datetime) -> None:
    """Call a plan off; parts that are still open are promises no more."""
    with acting(plan, State.PROPOSED, State.AGREED) as held:
        for each in Commitment.objects.filter(plan_part__plan=held, state=Commitment.State.OPEN):
            _change(each, Commitment.State.CANCELLED, held.workspace.today(), now, user=user)
        held.state = State.CANCELLED
        held.save(update_fields=["state"])


def follow(workspace: Workspace, now: datetime) -> int:
    """Let the money that came keep the parts of agreed plans, in their order; return how many were kept."""
    kept = 0
    running = PaymentPlan.objects.filter(workspace=workspace, state=State.AGREED)
    for plan in running.filter(parts__commitment__state=Commitment.State.OPEN).distinct():
        with transaction.atomic():
            Workspace.objects.select_for_update().get(pk=workspace.pk)
            kept += _follow(plan, now)
    return kept


def _follow(plan: PaymentPlan, now: datetime) -> int:
    parts = list(plan.parts.select_related("commitment"))
    total = sum((exact(each.amount) for each in parts), Decimal(0))
    books = books_of(plan.workspace, plan.about)
    came, due, kept = total - _open(plan, books), Decimal(0), 0
    for part in parts:
        due += exact(part.amount)
        promise = part.commitment
        if due > came or promise is None or promise.state != Commitment.State.OPEN:
            continue
        if promise.changes.filter(found_key=PAID).exists():
            # Somebody took it back, and knows why.
            continue
        on = _reached(plan, books, total, due)
        values: dict[str, Any] = {"number": ", ".join(plan.invoices.values_list("number", flat=True))}
        fact: dict[str, Any] = {"kind": "invoice_paid", "values": values}
        _change(promise, Commitment.State.KEPT, on, now, fact=fact, found_key=PAID)
        kept += 1
    return kept


def _change(
    promise: Commitment,
    state: str,
    on: date,
    now: datetime,
    *,
    user: User | None = None,
    fact: dict[str, Any] | None = None,
    found_key: str = "",
) -> None:
    """Let a promise become something, as a person or the ledger says."""
    promised = promised_for(promise)
    CommitmentChange.objects.create(
        commitment=promise, state=state, on=on, fact=fact, found_key=found_key, made_by=user, made_at=now
    )
    settle(promise, promised)


def _reached(plan: PaymentPlan, books: Books, total: Decimal, due: Decimal) -> date:
    """Return the day on which money came to `due` of a plan of `total`; today where the ledger does not tell."""
    numbers = set(plan.invoices.values_list("pk", flat=True))
    bills = [bill for bill, row in books.rows.items() if row.pk in numbers]
    money_in = sorted(each for bill in bills for each in books.paid.get(books.rows[bill].pk, ()))
    # What was paid before the plan was made is no part of it.
    reached = total - sum((bill.amount for bill in bills), Decimal(0))
    for at, amount in money_in:
        reached += amount
        if reached >= due:
            return at
    return max((bill.paid for bill in bills if bill.paid), default=books.dealings.day)


@contextmanager
def acting(plan: PaymentPlan, *states: str) -> Iterator[PaymentPlan]:
    """Hold a plan in one of some states, proposed by default, and the desk with it, for one change."""
    with transaction.atomic():
        Workspace.objects.select_for_update().get(pk=plan.workspace_id)
        held = PaymentPlan.objects.select_for_update(of=("self",)).filter(pk=plan.pk).first()
        if held is None or held.state not in (states or (State.PROPOSED,)):
            raise ActingRefusedError("not_open")
        yield held
