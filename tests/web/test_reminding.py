"""Reminders on the desk: reasons to stop, drafts, sending, the last look before a letter leaves, doing it by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from leopold.dunning.stopping import KINDS
from leopold_web.accounts.models import User, Workspace
from leopold_web.cases import actions as cases
from leopold_web.commitments.models import Commitment
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.mail_server import MailServer
from leopold_web.notifications import delivery, sealing
from leopold_web.notifications.models import Letter
from leopold_web.receivables.acting import outgoing, pausing, planning, policies, reminding, ticking
from leopold_web.receivables.acting.books import books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import Booking, BookingDecision, DunningPolicy, Invoice, Reminder
from leopold_web.relationships.models import Relationship

from .conftest import Cast
from .owing import ABOUT, DAY, NOW, bill, letter, money, relationship_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def nord(cast: Cast) -> Relationship:
    return relationship_of(cast.workspace)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


@pytest.fixture
def mail(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A mail server that takes every letter: what it took."""
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")
    taken: list[Any] = []
    monkeypatch.setattr(delivery, "_hand_over", lambda _server, message: taken.append(message))
    return taken


def promise(nord: Relationship, side: str, days: int, state: str = "open", **more: Any) -> Commitment:
    known: dict[str, Any] = {"what": "we will pay", "owner": "Nord"} | more
    return Commitment.objects.create(
        workspace=nord.workspace,
        relationship=nord,
        about=ABOUT,
        source="hand",
        side=side,
        due=DAY + timedelta(days),
        state=state,
        made_at=NOW,
        **known,
    )


def agreed_plan(nord: Relationship, invoice: Invoice) -> None:
    owner = User.objects.get(email="owner@leopold.example")
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW)
    planning.agree(plan, owner, NOW)
    assert list(plan.invoices.all()) == [invoice]


def sent_before(nord: Relationship, invoice: Invoice) -> None:
    made = Reminder.objects.create(
        workspace=nord.workspace,
        about=ABOUT,
        step="friendly",
        language="en",
        subject="A small reminder",
        text="x",
        state="sent",
        made_at=NOW - timedelta(3),
        over_at=NOW - timedelta(3),
    )
    made.invoices.add(invoice)


def offered(nord: Relationship, invoice: Invoice) -> None:
    payment = money(nord.workspace, "990", relationship=nord)
    Booking.objects.create(
        workspace=nord.workspace, payment=payment, invoice=invoice, amount=990, grounds=["only_sum"], sure=False
    )


STOPPED: dict[str, Callable[[Relationship, Invoice], object]] = {
    "paid": lambda nord, _: money(nord.workspace, invoice="AB-117"),
    "not_due": lambda _, invoice: Invoice.objects.filter(pk=invoice.pk).update(due=DAY),
    "disputed": lambda _, invoice: Invoice.objects.filter(pk=invoice.pk).update(disputed=True),
    "case": lambda nord, _: cases.open_case(nord, cases.Said("The server was down"), None, NOW),
    "insolvency": lambda nord, _: letter(nord, "The company has filed for bankruptcy."),
    "stop_writing": lambda nord, _: letter(nord, "Please stop writing to us."),
    "claimed_paid": lambda nord, _: letter(nord, "We have already paid it.", ago=2),
    "offered_payment": offered,
    "credit_note": lambda nord, _: bill(nord, "CN-1", amount="-50"),
    "promise_ahead": lambda nord, _: promise(nord, "theirs", 3),
    "plan_kept": agreed_plan,
    "our_promise": lambda nord, _: promise(nord, "ours", -3, what="we will mend the import"),
    "unanswered": lambda nord, _: letter(nord, "Please resend the invoice with our PO number."),
    "recent": sent_before,
    "paused": lambda nord, _: pausing.pause(
        nord.workspace, ABOUT, DAY, "on holiday", User.objects.get(email="owner@leopold.example"), NOW
    ),
}


def kinds(workspace: Workspace, reminder: Reminder) -> set[str]:
    return {each.kind for each in reminding.stops_of(reminder)}


def test_every_reason_has_a_case_here() -> None:
    assert set(STOPPED) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_reason_stops_a_draft_and_says_why(
    cast: Cast, nord: Relationship, owner: User, mail: list[Any], kind: str
) -> None:
    invoice = bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    reminding.keep(made, "anna@nord.example", "Hello", "text")
    assert kinds(nord.workspace, made) == set()
    STOPPED[kind](nord, invoice)
    found = kinds(nord.workspace, made)
    # What is booked and still not due, or the plan's own open parts, may come together with others.
    assert kind in found
    for act in (reminding.send, reminding.mark_sent):
        with pytest.raises(ActingRefusedError) as refused:
            act(made, owner, NOW)
        assert refused.value.kind == "stopped"
    assert Letter.objects.count() == 0
    made.refresh_from_db()
    assert made.state == Reminder.State.DRAFT
    page = cast.owner.get(reverse("reminder", args=[made.pk])).content.decode()
    assert "It must not go out now" in page
    if kind not in ("paid", "not_due"):
        page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
        assert "Nobody is reminded now" in page or "Open a case" in page


@pytest.mark.parametrize("kind", KINDS)
def test_each_reason_withdraws_a_letter_that_waits_in_the_outbox(
    cast: Cast, nord: Relationship, owner: User, mail: list[Any], kind: str
) -> None:
    invoice = bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    reminding.keep(made, "anna@nord.example", "Hello", "text")
    reminding.send(made, owner, NOW)
    STOPPED[kind](nord, invoice)
    kept = Letter.objects.get()
    delivery.attempt(kept.pk, NOW)
    kept.refresh_from_db()
    made.refresh_from_db()
    assert mail == []
    assert (kept.sent_at, kept.sealed, kept.attempts) == (None, None, 0)
    assert kept.failed_at == NOW
    assert kind in kept.reason
    assert made.state == Reminder.State.WITHDRAWN
    assert kind in [each["kind"] for each in made.stopped_by]
    page = cast.owner.get(reverse("reminder", args=[made.pk])).content.decode()
    assert "It was withdrawn" in page
    delivery.attempt(kept.pk, NOW + timedelta(1))
    assert mail == []


def test_a_letter_goes_out_as_a_person_wrote_it(cast: Cast, nord: Relationship, owner: User, mail: list[Any]) -> None:
    bill(nord)
    bill(nord, "AB-118", 5, "250.50")
    letter(nord, "Thank you for the report.")
    answer = cast.owner.post(reverse("reminder-new"), {"about": ABOUT, "tone": "warm"})
    made = Reminder.objects.get()
    assert answer["Location"] == reverse("reminder", args=[made.pk])
    assert (made.step, made.tone, made.to, made.language) == ("friendly", "warm", "anna@nord.example", "en")
    assert "1,250.50" in made.text.replace("\u00a0", " ")
    page = cast.owner.get(answer["Location"]).content.decode()
    assert "Hello Anna Nord," in page
    said = {"to": "anna@nord.example", "subject": "A word", "text": "Dear Anna,\n\nplease look: http://nord.example/1"}
    done = cast.owner.post(answer["Location"], said | {"verb": "send"})
    assert done.status_code == 302
    made.refresh_from_db()
    kept = Letter.objects.get()
    assert (made.state, made.letter, made.made_by) == ("queued", kept, owner)
    assert sealing.unseal(kept.key, bytes(kept.sealed or b"")).startswith("Dear Anna,\n\nplease look: http://nord")
    delivery.attempt(kept.pk, kept.due_at)
    (message,) = mail
    assert (message["Subject"], message["To"]) == ("A word", "anna@nord.example")
    made.refresh_from_db()
    assert made.state == "sent"
    # It counts as a reminder: the next one keeps its distance, and is another step.
    assert {each.kind for each in reminding.stops_of(made)} == set()
    known = reminding.course_of(books_of(nord.workspace, ABOUT))
    assert known.step is None
    again = cast.owner.post(reverse("reminder", args=[made.pk]), said | {"verb": "send"})
    assert again.status_code == 422
    assert "is no draft any more" in again.content.decode()


def test_a_desk_without_mail_marks_what_a_person_sent(cast: Cast, nord: Relationship) -> None:
    bill(nord)
    cast.owner.post(reverse("reminder-new"), {"about": ABOUT})
    made = Reminder.objects.get()
    page = cast.owner.get(reverse("reminder", args=[made.pk])).content.decode()
    assert "I have sent it" in page
    said = {"to": "", "subject": "A word", "text": "x"}
    refused = cast.owner.post(reverse("reminder", args=[made.pk]), said | {"verb": "send"})
    assert refused.status_code == 422
    assert "This desk sends no letters" in refused.content.decode()
    cast.owner.post(reverse("reminder", args=[made.pk]), said | {"verb": "by_hand"})
    made.refresh_from_db()
    assert (made.state, made.subject, Letter.objects.count()) == ("by_hand", "A word", 0)


@pytest.mark.parametrize(
    ("to", "kind"), [("", "no_address"), ("anna", "no_address"), ("boss@mail.fernhillstudio.example", "own_address")]
)
def test_it_goes_to_an_address_of_theirs(nord: Relationship, owner: User, mail: list[Any], to: str, kind: str) -> None:
    bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    reminding.keep(made, to, "Hello", "x")
    with pytest.raises(ActingRefusedError) as refused:
        reminding.send(made, owner, NOW)
    assert refused.value.kind == kind


def test_a_letter_that_the_server_refuses_is_a_draft_again(
    cast: Cast, nord: Relationship, owner: User, mail: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise delivery.GivenUpError("no such mailbox")

    bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    reminding.keep(made, "anna@nord.example", "Hello", "x")
    reminding.send(made, owner, NOW)
    monkeypatch.setattr(delivery, "_hand_over", refuse)
    delivery.attempt(Letter.objects.get().pk, NOW)
    made.refresh_from_db()
    assert made.state == "draft"
    page = cast.owner.get(reverse("reminder", args=[made.pk])).content.decode()
    assert "The mail server would not take this letter" in page
    reminding.send(made, owner, NOW + timedelta(seconds=1))
    assert Letter.objects.count() == 2


def test_a_person_takes_a_letter_back_while_it_waits(
    cast: Cast, nord: Relationship, owner: User, mail: list[Any]
) -> None:
    bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    reminding.keep(made, "anna@nord.example", "Hello", "x")
    reminding.send(made, owner, NOW)
    cast.owner.post(reverse("reminder-drop", args=[made.pk]))
    made.refresh_from_db()
    assert made.state == "withdrawn"
    delivery.attempt(Letter.objects.get().pk, NOW)
    assert mail == []
    cast.owner.post(reverse("reminder-drop", args=[made.pk]))
    assert Reminder.objects.count() == 1
    draft = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    cast.owner.post(reverse("reminder-drop", args=[draft.pk]))
    assert Reminder.objects.count() == 1


def test_a_letter_whose_reminder_is_gone_does_not_go_out(nord: Relationship, owner: User, mail: list[Any]) -> None:
    bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    reminding.keep(made, "anna@nord.example", "Hello", "x")
    reminding.send(made, owner, NOW)
    made.delete()
    delivery.attempt(Letter.objects.get().pk, NOW)
    assert mail == []
    assert outgoing.check(Letter.objects.get(), NOW) == "withdrawn: its reminder is gone"


def test_what_people_booked_counts_before_what_the_matching_found(nord: Relationship, owner: User) -> None:
    first, second = bill(nord), bill(nord, "AB-118", 5)
    payment = money(nord.workspace, "400")
    Booking.objects.create(workspace=nord.workspace, payment=payment, invoice=first, amount=400, grounds=[], sure=True)
    left = {row.number: rest for row, rest in books_of(nord.workspace, ABOUT).dealings.left.items()}
    assert left == {"AB-117": Decimal("600.00"), "AB-118": Decimal("1000.00")}
    BookingDecision.objects.create(
        workspace=nord.workspace, payment=payment, invoice=first, verdict="refused", made_at=NOW
    )
    BookingDecision.objects.create(
        workspace=nord.workspace, payment=payment, invoice=second, verdict="booked", amount=400, made_at=NOW
    )
    left = {row.number: rest for row, rest in books_of(nord.workspace, ABOUT).dealings.left.items()}
    assert left == {"AB-117": Decimal("1000.00"), "AB-118": Decimal("600.00")}


def test_a_payment_for_somebody_else_stops_nothing(nord: Relationship) -> None:
    bill(nord)
    other = relationship_of(nord.workspace, "south.example")
    money(nord.workspace, relationship=other, counterparty="South")
    money(nord.workspace, invoice="XY-9", counterparty="South")
    money(nord.workspace, at=DAY + timedelta(1), invoice="AB-117")
    assert reminding.course_of(books_of(nord.workspace, ABOUT)).step is not None


def test_a_payment_that_came_after_the_matching_counts_if_it_names_the_invoice_and_is_offered_if_not(
    nord: Relationship,
) -> None:
    bill(nord)
    money(nord.workspace, "400", purpose="invoice AB-117")
    books = books_of(nord.workspace, ABOUT)
    assert (list(books.dealings.left.values()), books.dealings.offered) == ([Decimal("600.00")], [])
    money(nord.workspace, "600")
    books = books_of(nord.workspace, ABOUT)
    assert list(books.dealings.left.values()) == [Decimal("600.00")]
    assert [each.payment.amount for each in books.dealings.offered] == [Decimal("600.00")]


def test_a_credit_note_that_names_its_invoice_is_set_off(nord: Relationship) -> None:
    bill(nord)
    bill(nord, "CN-1", amount="-50", credits="AB-117")
    known = reminding.course_of(books_of(nord.workspace, ABOUT))
    assert known.left is not None
    assert list(known.left.values()) == [Decimal("950.00")]


def test_a_counterparty_without_letters_is_known_by_its_name(cast: Cast, nord: Relationship) -> None:
    bill(nord.workspace, "S-1", counterparty="Süd / Söhne")
    page = cast.owner.get(reverse("reminding")).content.decode()
    assert "Süd / Söhne" in page
    address = reverse("reminding-of", args=["Süd / Söhne"])
    assert "Send a friendly reminder" in cast.owner.get(address).content.decode()
    cast.owner.post(reverse("reminder-new"), {"about": "Süd / Söhne"})
    assert Reminder.objects.get().about == "Süd / Söhne"


def test_a_pause_is_set_and_ended(cast: Cast, nord: Relationship) -> None:
    bill(nord)
    said = {"about": ABOUT, "until": "2026-04-10", "note": "They are moving"}
    cast.owner.post(reverse("reminding-pause"), said)
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert "They are moving" in page
    assert "Nobody is reminded now" in page
    cast.owner.post(reverse("reminding-pause"), {"about": ABOUT, "end": "1"})
    assert "Draft the letter" in cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    past = cast.owner.post(reverse("reminding-pause"), said | {"until": "2026-03-30"}, follow=True)
    assert "A pause ends on a day that lies ahead" in past.content.decode()
    assert cast.owner.post(reverse("reminding-pause"), {"about": ABOUT, "until": "?"}).status_code == 422


def test_a_person_says_that_a_dispute_is_over(cast: Cast, nord: Relationship) -> None:
    bill(nord)
    letter(nord, "Please stop writing to us.")
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert "They asked not to be written to" in page
    assert "<mark>Please stop writing to us.</mark>" in page
    cast.owner.post(reverse("reminding-lift"), {"about": ABOUT, "kind": "stop_writing", "note": "We talked"})
    assert "Draft the letter" in cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    letter(nord, "Please stop writing to us.", ago=-1)
    Workspace.objects.filter(pk=nord.workspace_id).update(as_of=DAY + timedelta(1))
    assert "Nobody is reminded now" in cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert cast.owner.post(reverse("reminding-lift"), {"about": ABOUT, "kind": "paid"}).status_code == 400


def test_a_dispute_leads_to_a_case_and_a_refusal_to_a_talk(cast: Cast, nord: Relationship) -> None:
    bill(nord)
    letter(nord, "We dispute this invoice, the amount is wrong.")
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert "Open a case" in page
    refused = cast.owner.post(reverse("reminder-new"), {"about": ABOUT}, follow=True).content.decode()
    assert "A case comes next, and no letter" in refused


def test_letters_are_in_the_language_of_the_counterparty(cast: Cast, nord: Relationship) -> None:
    bill(nord, currency="RUB")
    letter(nord, "Спасибо за отчёт.", language="ru")
    cast.owner.post(reverse("reminder-new"), {"about": ABOUT, "interest": "on"})
    made = Reminder.objects.get()
    assert made.language == "ru"
    assert "Здравствуйте, Anna Nord!" in made.text
    assert "Статья 395 ГК РФ" in made.text


def days(**more: int) -> dict[str, Any]:
    known = {"friendly": 3, "second": 14, "talk": 28, "case": 45, "patience": 4, "gap": 7, "claim": 7, "promise": 2}
    return {**known, **more}


def test_the_days_are_the_desk_s_to_set(cast: Cast, nord: Relationship) -> None:
    bill(nord)
    assert cast.owner.post(reverse("reminding-policy"), days(friendly=20)).status_code == 422
    assert cast.owner.post(reverse("reminding-policy"), days(friendly=20, second=30, talk=40)).status_code == 302
    assert policies.policy_of(nord.workspace).friendly == 20
    assert DunningPolicy.objects.get().days == {"friendly": 20, "second": 30, "talk": 40}
    assert "from 3\u00a0April\u00a02026 on" in cast.owner.get(reverse("reminding")).content.decode()


@pytest.fixture
def automatic(nord: Relationship, mail: list[Any]) -> Relationship:
    policies.set_policy(nord.workspace, {}, automatic=True)
    Workspace.objects.filter(pk=nord.workspace_id).update(analysed_on=DAY)
    letter(nord, "Thank you for the report.")
    return nord


def work_through_a_day() -> None:
    """Let time pass once, and do what it asks for."""
    ticking.tick(NOW)
    for job in JobRun.objects.filter(work="remind", state=JobRun.State.WAITING):
        jobs.run(job.pk)


def test_the_first_friendly_reminder_goes_out_by_itself_once(automatic: Relationship, mail: list[Any]) -> None:
    bill(automatic)
    for _ in range(2):
        work_through_a_day()
    assert JobRun.objects.filter(work="remind").count() == 1
    made = Reminder.objects.get()
    assert (made.step, made.state, made.made_by) == ("friendly", "queued", None)
    kept = Letter.objects.get()
    delivery.attempt(kept.pk, kept.due_at)
    assert mail[0]["To"] == "anna@nord.example"
    later = DAY + timedelta(30)
    Workspace.objects.filter(pk=automatic.workspace_id).update(as_of=later, analysed_on=later)
    work_through_a_day()
    assert Reminder.objects.count() == 1


def test_a_fault_with_one_counterparty_stops_no_other(
    automatic: Relationship, mail: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(workspace: Workspace, about: str, **more: Any) -> Any:
        if about == "A":
            raise ZeroDivisionError
        return books_of(workspace, about, **more)

    bill(automatic)
    bill(automatic.workspace, "A-1", 40, counterparty="A")
    monkeypatch.setattr(ticking, "books_of", broken)
    work_through_a_day()
    assert Reminder.objects.get().about == ABOUT
    assert JobRun.objects.get(work="remind").state == JobRun.State.DONE


@pytest.mark.parametrize("what", ["off", "strained", "stopped", "no_address", "analysis", "draft", "not_ripe"])
def test_nothing_goes_out_by_itself_otherwise(automatic: Relationship, owner: User, what: str) -> None:
    bill(automatic, late=1 if what == "not_ripe" else 17)
    workspace = automatic.workspace
    if what == "off":
        policies.set_policy(workspace, {}, automatic=False)
    elif what == "strained":
        Relationship.objects.update(health=20.0)
    elif what == "stopped":
        STOPPED["case"](automatic, Invoice.objects.get())
    elif what == "no_address":
        automatic.messages.update(sender_email="")
    elif what == "analysis":
        Workspace.objects.update(analysed_on=DAY - timedelta(1))
    elif what == "draft":
        reminding.make_draft(books_of(workspace, ABOUT), owner, NOW)
    work_through_a_day()
    assert Letter.objects.count() == 0
    assert Reminder.objects.count() == (what == "draft")


def test_nobody_elsewhere_sees_or_changes_any_of_it(cast: Cast, nord: Relationship, owner: User) -> None:
    invoice = bill(nord)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW)
    guest: Client = cast.guest
    assert ABOUT not in guest.get(reverse("reminding")).content.decode()
    said = {"about": ABOUT, "kind": "disputed", "until": "2026-04-10", "currency": "EUR", "verdict": "waived"}
    answers = [
        guest.get(reverse("reminding-of", args=[ABOUT])),
        guest.get(reverse("reminder", args=[made.pk])),
        guest.post(reverse("reminder-new"), said),
        guest.post(reverse("reminder-drop", args=[made.pk])),
        guest.post(reverse("reminding-pause"), said),
        guest.post(reverse("reminding-lift"), said),
        guest.post(reverse("payment-plan-new"), said),
        guest.post(reverse("interest-decide", args=[invoice.pk]), said),
    ]
    assert [each.status_code for each in answers] == [404] * len(answers)
    assert Reminder.objects.count() == 1
