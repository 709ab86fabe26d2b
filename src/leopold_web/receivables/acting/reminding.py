"""Reminders: drafted, changed, sent, marked as sent by hand, dropped. Nothing goes out that a reason speaks against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from leopold import model, words_dunning
from leopold.dunning.course import Course, course, hindering
from leopold.dunning.drafting import Draft, Hand, draft
from leopold.dunning.hearing import heard
from leopold.dunning.interest import Interest
from leopold.dunning.plans import Part, PlanProposal
from leopold.dunning.steps import LETTERS, TONES, StepName, Tone
from leopold.dunning.stopping import Stop, reasons_to_stop
from leopold.ledger.why import Why
from leopold_web.accounts.models import User, Workspace
from leopold_web.mail_server import is_address
from leopold_web.notifications import actions as outbox
from leopold_web.receivables.acting import interest
from leopold_web.receivables.acting.books import Books, books_of
from leopold_web.receivables.acting.policies import policy_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import PaymentPlan, Reminder
from leopold_web.relationships.rows import evidence_row
from leopold_web.storage import clean
from leopold_web.wording import language

KIND = "payment_reminder"
"""The kind of letter in the outbox."""
State = Reminder.State


def course_of(books: Books, tone: str = "") -> Course:
    """Return what comes next with a counterparty; a `tone` that a person gives goes before its health."""
    given = next((each for each in TONES if each == tone), None)
    return course(books.dealings, books.health, policy_of(books.workspace), given)


def make_draft(
    books: Books,
    user: User | None,
    now: datetime,
    tone: str = "",
    *,
    with_interest: bool = False,
    plan: PaymentPlan | None = None,
) -> Reminder:
    """Draft the letter that comes next with a counterparty; a `plan` that is given is offered in it.

    ActingRefusedError where nothing may be asked, or where a case comes next.
    """
    known = course_of(books, tone)
    step = known.step.name if known.step else None
    left = known.left or {}
    if plan is not None:
        if plan.state != PaymentPlan.State.PROPOSED:
            raise ActingRefusedError("not_open")
        chosen, rows = set(plan.invoices.values_list("pk", flat=True)), books.rows
        step, left = "offer_plan", {each: rest for each, rest in books.dealings.left.items() if rows[each].pk in chosen}
        left = {each: rest for each, rest in left.items() if rest > 0}
        if any(hindering(known.stops.get(each, ()), step) for each in left):
            raise ActingRefusedError("nothing")
    if step is None or not left:
        raise ActingRefusedError("nothing")
    if step not in LETTERS:
        raise ActingRefusedError("case")
    by_law = [found for each in left if with_interest and (found := interest.of(books, each)) is not None]
    written = _written(books, user, step, left, known.why, known.tone, by_law, plan)
    with transaction.atomic():
        made = Reminder(
            workspace=books.workspace,
            relationship=books.relationship,
            about=books.about,
            step=step,
            tone=known.tone,
            why=known.why,
            language=books.language,
            to=books.sender[1] if is_address(books.sender[1]) else "",
            subject=written.subject[:200],
            text=written.text,
            made_by=user,
            made_at=now,
        )
        clean(made).save()
        made.invoices.set([books.rows[each] for each in left])
    return made


def _written(
    books: Books,
    user: User | None,
    step: StepName,
    left: Mapping[model.Invoice, Decimal],
    why: Why,
    tone: Tone,
    by_law: Sequence[Interest],
    plan: PaymentPlan | None,
) -> Draft:
    by = f"{user}\n{books.workspace.name}\n{user.email}" if user else books.workspace.name
    offered = _proposal(plan) if plan else None
    hand = Hand(books.sender[0], by)
    return draft(step, left, books.dealings.day, books.language, why, tone, hand, offered, by_law)


def _proposal(plan: PaymentPlan) -> PlanProposal:
    parts = tuple(Part(each.due, interest.exact(each.amount)) for each in plan.parts.all())
    return PlanProposal(plan.currency, parts, "few", 0)


def keep(reminder: Reminder, to: str, subject: str, text: str) -> None:
    """Keep what a person wrote of a draft."""
    with acting(reminder) as held:
        held.to, held.subject, held.text = to.strip(), " ".join(subject.split())[:200], "\n".join(text.splitlines())
        clean(held).save(update_fields=["to", "subject", "text"])


def send(reminder: Reminder, user: User | None, now: datetime) -> Reminder:
    """Put a draft into the outbox, if nothing speaks against it at this moment. ActingRefusedError says what does."""
    if not outbox.is_on():
        raise ActingRefusedError("no_mail")
    with acting(reminder) as held:
        _check_address(held)
        refuse_if_stopped(held)
        given = {"subject": held.subject, "text": held.text}
        key = f"{KIND}:{held.pk}:{now.isoformat()}"
        outbox.send(KIND, held.to, held.language, given, key, now)
        held.letter = outbox.letter_of(key)
        held.state, held.over_at, held.stopped_by = State.QUEUED, None, []
        held.made_by = user or held.made_by
        held.save()
    return held


def mark_sent(reminder: Reminder, user: User, now: datetime) -> Reminder:
    """Note that a person sent a draft themselves. What speaks against it is said before, as for any other."""
    with acting(reminder) as held:
        refuse_if_stopped(held)
        held.state, held.over_at, held.made_by = State.BY_HAND, now, user
        held.save()
    return held


def drop(reminder: Reminder, now: datetime) -> None:
    """Forget a draft, or take back a letter that has not gone out yet."""
    with transaction.atomic():
        held = hold(reminder)
        if held.state == State.DRAFT:
            held.delete()
        elif held.state == State.QUEUED and held.letter and outbox.withdraw(held.letter, now, "taken back by a person"):
            held.state, held.over_at = State.WITHDRAWN, now
            held.save()
        else:
            raise ActingRefusedError("not_draft")


@contextmanager
def acting(reminder: Reminder) -> Iterator[Reminder]:
    """Hold a draft for one change, and the desk with it, so that no payment comes in between."""
    with transaction.atomic():
        held = hold(reminder)
        if held.state != State.DRAFT:
            raise ActingRefusedError("not_draft")
        yield held


def hold(reminder: Reminder) -> Reminder:
    """Within a transaction: keep ledgers from changing, and return the reminder as it is now."""
    Workspace.objects.select_for_update().get(pk=reminder.workspace_id)
    found = Reminder.objects.select_for_update(of=("self",)).filter(pk=reminder.pk).first()
    if found is None:
        raise ActingRefusedError("not_draft")
    return found


def _check_address(reminder: Reminder) -> None:
    if not is_address(reminder.to):
        raise ActingRefusedError("no_address")
    if reminder.workspace.owns(reminder.to):
        raise ActingRefusedError("own_address")


def refuse_if_stopped(reminder: Reminder) -> None:
    """Raise ActingRefusedError, with the reasons, where a reminder must not go out any more."""
    if stops := stops_of(reminder):
        kinds = dict.fromkeys(each.kind for each in stops)
        said = "; ".join(words_dunning.stop(kind, language()) for kind in kinds)
        raise ActingRefusedError("stopped", reasons=said)


def stops_of(reminder: Reminder) -> tuple[Stop, ...]:
    """Return every reason why a reminder must not go out now, () where it may."""
    books = books_of(reminder.workspace, reminder.about, but=reminder.pk)
    policy = policy_of(reminder.workspace)
    bills = {row.pk: bill for bill, row in books.rows.items()}
    words, found = heard(books.dealings), list[Stop]()
    for row in reminder.invoices.all():
        if row.pk not in bills:
            found.append(Stop("paid", row.number, fact=model.Fact("paid", {"number": row.number})))
            continue
        found += hindering(reasons_to_stop(books.dealings, bills[row.pk], policy, words), reminder.step)
    if not reminder.invoices.exists():
        found.append(Stop("paid", fact=model.Fact("paid", {"number": reminder.subject})))
    return tuple(each for place, each in enumerate(found) if each not in found[:place])


def stop_rows(stops: Iterable[Stop]) -> list[dict[str, Any]]:
    """Return reasons to stop as JSON values."""
    return [
        {
            "kind": each.kind,
            "number": each.number,
            "until": each.until.isoformat() if each.until else None,
            "evidence": evidence_row(each.evidence) if each.evidence else None,
            "fact": {"kind": each.fact.kind, "values": dict(each.fact.values)} if each.fact else None,
        }
        for each in stops
    ]
