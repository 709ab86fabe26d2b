"""What must not be done to promises and unpaid invoices: across desks, twice, for people whom it does not concern."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.conf import LazySettings
from django.urls import reverse

from leopold_web.accounts.models import Membership, User
from leopold_web.commitments import changing, checking, reminders
from leopold_web.commitments.models import Commitment
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.commitments.reminders import Said
from leopold_web.mail_server import MailServer
from leopold_web.notifications.models import Letter
from leopold_web.receivables import deciding, listing
from leopold_web.receivables.acting import planning, reminding
from leopold_web.receivables.acting.books import books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.gate import invoices_for
from leopold_web.receivables.models import BookingDecision, PaymentPlan, Reminder
from leopold_web.receivables.refusals import PaymentRefusedError
from leopold_web.relationships.models import Relationship

from . import owing
from .conftest import Cast
from .test_cases import relationship_of
from .test_promise_calendar import promise_of

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
FAR = date(9999, 12, 31)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


@pytest.fixture
def of_both(cast: Cast, owner: User) -> User:
    """The owner, who works at the other desk too."""
    Membership.objects.create(user=owner, workspace=cast.elsewhere, role="colleague")
    return owner


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    cast.workspace.as_of = TODAY
    cast.workspace.save()
    return relationship_of(cast)


@pytest.fixture
def mail(settings: LazySettings) -> None:
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")


def said(send_on: date = TODAY, to: str = "gemma@tolliver.example", text: str = "How does it stand?") -> Said:
    return Said(to, "en", "The drawings", text, send_on)


def test_a_payment_of_one_desk_is_for_no_invoice_of_another(cast: Cast, of_both: User) -> None:
    payment, invoice = owing.money(cast.workspace), owing.bill(cast.elsewhere)
    known = listing.candidates(payment, invoices_for(of_both), "", Decimal(1000))
    assert [each.invoice for each in known] == []
    with pytest.raises(PaymentRefusedError, match="no_invoice"):
        deciding.assign(payment, invoice, Decimal(10), of_both, owing.NOW)
    said = {"invoice": str(invoice.pk), "amount": "10"}
    assert cast.owner.post(reverse("payment-assign", args=[payment.pk]), said).status_code == 409
    assert not BookingDecision.objects.exists()


@pytest.mark.parametrize("api", [False, True])
def test_a_plan_is_offered_in_a_letter_of_its_own_desk(cast: Cast, of_both: User, *, api: bool) -> None:
    here, there = owing.relationship_of(cast.workspace), owing.relationship_of(cast.elsewhere)
    owing.bill(here)
    owing.bill(there, amount="40")
    plan = planning.make_plan(books_of(cast.elsewhere, owing.ABOUT), "EUR", of_both, owing.NOW)
    cast.owner.post(
        reverse("api:api-payment-plan-offer" if api else "payment-plan-offer", args=[plan.pk]),
        content_type="application/json" if api else "application/x-www-form-urlencoded",
    )
    made = Reminder.objects.get()
    assert (made.workspace, made.relationship) == (cast.elsewhere, there)


def test_interest_is_decided_at_the_desk_of_its_invoice(cast: Cast, of_both: User) -> None:
    owing.bill(owing.relationship_of(cast.workspace))
    invoice = owing.bill(owing.relationship_of(cast.elsewhere), late=90)
    cast.owner.post(reverse("interest-decide", args=[invoice.pk]), {"verdict": "waived", "note": ""})
    assert [each.verdict for each in invoice.interest_decisions.all()] == ["waived"]


def test_the_same_money_is_not_planned_twice(cast: Cast, owner: User) -> None:
    owing.bill(owing.relationship_of(cast.workspace))
    books = books_of(cast.workspace, owing.ABOUT)
    plans = [planning.make_plan(books, "EUR", owner, owing.NOW) for _ in range(2)]
    planning.agree(plans[0], owner, owing.NOW)
    before = Commitment.objects.count()
    with pytest.raises(ActingRefusedError, match="planned"):
        planning.agree(plans[1], owner, owing.NOW)
    assert Commitment.objects.count() == before
    planning.cancel(plans[0], owner, owing.NOW)
    assert planning.agree(plans[1], owner, owing.NOW).state == "agreed"


def test_a_plan_that_was_called_off_is_offered_to_nobody(cast: Cast, owner: User) -> None:
    owing.bill(owing.relationship_of(cast.workspace))
    books = books_of(cast.workspace, owing.ABOUT)
    plan = planning.make_plan(books, "EUR", owner, owing.NOW)
    planning.cancel(plan, owner, owing.NOW)
    with pytest.raises(ActingRefusedError, match="not_open"):
        reminding.make_draft(books, owner, owing.NOW, plan=PaymentPlan.objects.get())
    assert not Reminder.objects.exists()


def test_an_offer_names_the_invoices_of_its_plan_and_not_their_namesakes(cast: Cast, owner: User) -> None:
    nord = owing.relationship_of(cast.workspace)
    planned = owing.bill(nord, "7")
    plan = planning.make_plan(books_of(cast.workspace, owing.ABOUT), "EUR", owner, owing.NOW)
    owing.bill(nord, "7", late=-5, amount="3333")
    made = reminding.make_draft(books_of(cast.workspace, owing.ABOUT), owner, owing.NOW, plan=plan)
    assert list(made.invoices.all()) == [planned]


@pytest.mark.usefixtures("mail")
def test_a_reminder_to_theirs_goes_out_once_however_often_it_is_sent(tolliver: Relationship, owner: User) -> None:
    promise = promise_of(tolliver)
    reminders.write(promise, said(), owner, NOW)
    with pytest.raises(PromiseRefusedError, match="twice"):
        reminders.write(promise, said(to="Gemma@tolliver.example"), owner, NOW + timedelta(seconds=1))
    assert Letter.objects.count() == 1
    waiting = reminders.write(promise, said(TODAY + timedelta(3)), owner, NOW)
    with pytest.raises(PromiseRefusedError, match="twice"):
        reminders.write(promise, said(TODAY + timedelta(3)), owner, NOW)
    reminders.withdraw(waiting, NOW)
    reminders.write(promise, said(TODAY + timedelta(3)), owner, NOW)
    reminders.write(promise, said(text="One thing more."), owner, NOW)
    assert Letter.objects.count() == 2


@pytest.mark.usefixtures("mail")
@pytest.mark.parametrize("to", ["anna@fernhillstudio.example", "anna@Mail.FernhillStudio.example"])
def test_a_reminder_to_theirs_goes_to_none_of_ours(tolliver: Relationship, owner: User, to: str) -> None:
    with pytest.raises(PromiseRefusedError, match="own_address"):
        reminders.write(promise_of(tolliver), said(to=to), owner, NOW)
    assert not Letter.objects.exists()


def test_one_promise_for_the_end_of_time_breaks_no_page(cast: Cast, tolliver: Relationship, owner: User) -> None:
    for ago in range(30, 60):
        kept = promise_of(tolliver, promised_on=TODAY - timedelta(ago + 5), due=TODAY - timedelta(ago))
        changing.change(kept, changing.Told("kept", TODAY - timedelta(ago)), owner, NOW, TODAY)
    far = promise_of(tolliver, due=FAR)
    promise_of(tolliver, due=TODAY, promised_on=date(1, 1, 1))
    assert checking.forecast_of(far) is None
    for address in (
        reverse("promise", args=[far.pk]),
        reverse("relationship", args=[tolliver.pk]),
        reverse("relationship-expectations", args=[tolliver.pk]),
    ):
        assert cast.owner.get(address).status_code == 200


@pytest.mark.parametrize("name", ["promise-take-back", "promise-remind-withdraw"])
def test_a_number_that_no_database_holds_is_not_found(cast: Cast, name: str) -> None:
    for numbers in ((10**30, 1), (1, 10**30), (10**30, 10**30)):
        assert cast.owner.post(reverse(name, args=numbers)).status_code == 404
