"""Payment plans and late interest on the desk."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from leopold.dunning.stopping import reasons_to_stop
from leopold_web.accounts.models import User, Workspace
from leopold_web.commitments.models import Commitment
from leopold_web.receivables.acting import interest, planning, reminding, ticking
from leopold_web.receivables.acting.books import books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import Booking, InterestDecision, Invoice, PaymentPlan, Reminder
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


def shape(plan: PaymentPlan) -> list[tuple[str, str]]:
    return [(str(each.due), f"{each.amount:.2f}") for each in plan.parts.all()]


def past(nord: Relationship, count: int = 26) -> None:
    """Money that came on the tenth of each month, each booked for an old invoice."""
    for month in range(count):
        at = date(2024 + month // 12, month % 12 + 1, 10)
        old = bill(nord, f"OLD-{month}", late=0, amount="400", settled=at)
        Invoice.objects.filter(pk=old.pk).update(issued=at - timedelta(20), due=at - timedelta(6))
        payment = money(nord.workspace, "400", at=at, relationship=nord)
        Booking.objects.create(
            workspace=nord.workspace, payment=payment, invoice=old, amount=400, grounds=["sum"], sure=True
        )


def test_a_plan_follows_how_they_pay_and_becomes_promises(cast: Cast, nord: Relationship, owner: User) -> None:
    past(nord)
    bill(nord)
    cast.owner.post(reverse("payment-plan-new"), {"about": ABOUT, "currency": "EUR"})
    plan = PaymentPlan.objects.get()
    assert shape(plan) == [("2026-04-10", "400.00"), ("2026-05-11", "400.00"), ("2026-06-10", "200.00")]
    page = cast.owner.get(reverse("payment-plan", args=[plan.pk])).content.decode().replace("\u00a0", " ")
    assert "Money came from them on 26 days, mostly every 31 days; in three of four cases 400 EUR or more" in page
    assert "1,000 EUR are open" in page
    cast.owner.post(reverse("payment-plan-offer", args=[plan.pk]))
    made = Reminder.objects.get()
    assert made.step == "offer_plan"
    assert "– by 10 April 2026: 400 EUR" in made.text.replace("\u00a0", " ")
    cast.owner.post(reverse("payment-plan-agree", args=[plan.pk]))
    plan.refresh_from_db()
    assert (plan.state, plan.agreed_at is not None) == ("agreed", True)
    promises = list(Commitment.objects.order_by("due"))
    assert [(each.side, each.source, each.owner, str(each.due)) for each in promises] == [
        ("theirs", "plan", "Nord", "2026-04-10"),
        ("theirs", "plan", "Nord", "2026-05-11"),
        ("theirs", "plan", "Nord", "2026-06-10"),
    ]
    assert promises[0].what.replace("\u00a0", " ") == "pay 400 EUR for AB-117, part 1 of a plan"
    assert promises[0].amount == 400
    with pytest.raises(ActingRefusedError):
        planning.agree(plan, owner, NOW)
    assert Commitment.objects.count() == 3
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert "They pay by a plan, and keep it" in page
    assert "Propose a plan" not in page
    again = cast.owner.post(reverse("payment-plan-new"), {"about": ABOUT, "currency": "EUR"}, follow=True)
    assert "A plan is running already" in again.content.decode()


def test_money_keeps_the_parts_in_their_order(cast: Cast, nord: Relationship, owner: User) -> None:
    bill(nord)
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW, 4)
    planning.agree(plan, owner, NOW)
    ticking.tick(NOW)
    assert set(Commitment.objects.values_list("state", flat=True)) == {"open"}
    money(nord.workspace, "260", at=DAY - timedelta(1), invoice="AB-117")
    payment = nord.workspace.payments.get()
    Booking.objects.create(
        workspace=nord.workspace, payment=payment, invoice=Invoice.objects.get(), amount=260, grounds=[], sure=True
    )
    for _ in range(2):
        ticking.tick(NOW)
    states = list(Commitment.objects.order_by("due").values_list("state", flat=True))
    assert states == ["kept", "open", "open", "open"]
    (change,) = Commitment.objects.order_by("due")[0].changes.all()
    assert change.on == DAY - timedelta(1)
    assert (change.state, change.fact) == ("kept", {"kind": "invoice_paid", "values": {"number": "AB-117"}})
    later = DAY + timedelta(120)
    Workspace.objects.filter(pk=nord.workspace_id).update(as_of=later)
    rest = money(nord.workspace, "740", at=later)
    Booking.objects.create(
        workspace=nord.workspace, payment=rest, invoice=Invoice.objects.get(), amount=740, grounds=[], sure=True
    )
    ticking.tick(NOW)
    states = list(Commitment.objects.order_by("due").values_list("state", flat=True))
    assert states == ["kept", "late", "late", "late"]


def test_a_plan_that_is_not_kept_stops_nothing_and_people_talk(nord: Relationship, owner: User) -> None:
    bill(nord)
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW)
    planning.agree(plan, owner, NOW)
    books = books_of(nord.workspace, ABOUT)
    (invoice,) = books.overdue
    assert [each.kind for each in reasons_to_stop(books.dealings, invoice)] == ["plan_kept"]
    Workspace.objects.filter(pk=nord.workspace_id).update(as_of=DAY + timedelta(20))
    nord.workspace.refresh_from_db()
    known = reminding.course_of(books_of(nord.workspace, ABOUT))
    assert known.step is not None
    assert known.step.name == "talk"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("2026-04-10", "500"), ("2026-05-10", "400")], "The parts come to 900\u00a0EUR, and 1,000\u00a0EUR are open"),
        ([("2026-04-10", "1200"), ("2026-05-10", "-200")], "Each part has to be more than nought"),
        ([("2026-05-10", "500"), ("2026-04-10", "500")], "The days of the parts have to follow each other"),
        ([("2026-03-01", "500"), ("2026-04-10", "500")], "The days of the parts have to follow each other"),
        ([("", "")], "A plan needs at least one part"),
        ([("2026-04-10", "much")], "A part is a day and an amount"),
        ([("2026-04-10", "1e3000000")], "A part is a day and an amount"),
        ([("2026-04-10", "NaN")], "A part is a day and an amount"),
        ([("tomorrow", "1000")], "A part is a day and an amount"),
        ([("", "1000")], "A part is a day and an amount"),
    ],
)
def test_parts_that_make_no_plan_are_refused_and_kept_to_be_mended(
    cast: Cast, nord: Relationship, owner: User, rows: list[tuple[str, str]], said: str
) -> None:
    bill(nord)
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW)
    before = shape(plan)
    given = {"due": [due for due, _ in rows], "amount": [amount for _, amount in rows]}
    answer = cast.owner.post(reverse("payment-plan", args=[plan.pk]), given)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert shape(plan) == before


def test_a_person_changes_the_parts(cast: Cast, nord: Relationship, owner: User) -> None:
    bill(nord)
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW)
    given: dict[str, Any] = {"due": ["2026-04-10", "2026-05-10", ""], "amount": ["600,50", "399.50", ""]}
    assert cast.owner.post(reverse("payment-plan", args=[plan.pk]), given).status_code == 302
    assert shape(plan) == [("2026-04-10", "600.50"), ("2026-05-10", "399.50")]


def test_a_plan_whose_invoice_was_paid_in_part_has_to_be_made_anew(cast: Cast, nord: Relationship, owner: User) -> None:
    bill(nord)
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW)
    money(nord.workspace, "300", purpose="invoice AB-117")
    page = cast.owner.post(reverse("payment-plan-agree", args=[plan.pk]), follow=True).content.decode()
    assert "What is open has changed since" in page
    assert Commitment.objects.count() == 0


def test_a_plan_is_called_off_with_its_promises(cast: Cast, nord: Relationship, owner: User) -> None:
    bill(nord)
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW)
    planning.agree(plan, owner, NOW)
    cast.owner.post(reverse("payment-plan-cancel", args=[plan.pk]))
    assert set(Commitment.objects.values_list("state", flat=True)) == {"cancelled"}
    assert reminding.course_of(books_of(nord.workspace, ABOUT)).step is not None
    again = cast.owner.post(reverse("payment-plan-cancel", args=[plan.pk]), follow=True).content.decode()
    assert "This plan is not open any more" in again


def test_nothing_overdue_has_no_plan(cast: Cast, nord: Relationship) -> None:
    bill(nord, late=-5)
    said = {"about": ABOUT, "currency": "EUR"}
    page = cast.owner.post(reverse("payment-plan-new"), said, follow=True).content.decode()
    assert "Nothing overdue is open in this currency" in page


def test_late_interest_is_shown_with_its_lines_and_decided_by_a_person(
    cast: Cast, nord: Relationship, owner: User
) -> None:
    invoice = bill(nord)
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode().replace("\u00a0", " ")
    # 17 days at 2.15 + 8 % of 1,000 EUR.
    assert "4.73 EUR + 40 EUR" in page
    assert "Directive 2011/7/EU" in page
    assert "10.15" in page
    address = reverse("interest-decide", args=[invoice.pk])
    cast.owner.post(address, {"verdict": "waived", "note": "A good friend"})
    made = InterestDecision.objects.get()
    assert (made.verdict, f"{made.amount:.2f}", made.law, made.until) == ("waived", "44.73", "eu_2011_7", DAY)
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert "A good friend" in page
    assert cast.owner.post(address, {"verdict": "forgotten"}).status_code == 400


def test_late_interest_is_not_lost_when_the_invoice_is_paid(cast: Cast, nord: Relationship) -> None:
    invoice = bill(nord, currency="RUB", amount="100000", settled=DAY - timedelta(7))
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode().replace("\u00a0", " ")
    # The 14th was a Saturday, so the delay begins after Monday the 16th; the rate fell on the 23rd.
    found = books_of(nord.workspace, ABOUT)
    (late,) = interest.late_ones(found)
    assert late.interest is not None
    assert [(each.days, each.rate) for each in late.interest.lines] == [(6, Decimal("15.50")), (2, Decimal("15.00"))]
    assert "Article 395" in page
    assert not late.decided
    Invoice.objects.filter(pk=invoice.pk).update(settled=DAY - timedelta(17))
    assert interest.late_ones(books_of(nord.workspace, ABOUT)) == []


def test_a_part_payment_lowers_the_base(nord: Relationship) -> None:
    bill(nord)
    money(nord.workspace, "400", at=DAY - timedelta(7), purpose="invoice AB-117")
    (late,) = interest.late_ones(books_of(nord.workspace, ABOUT))
    assert late.interest is not None
    assert [(each.days, each.base) for each in late.interest.lines] == [(10, Decimal(1000)), (7, Decimal(600))]


def test_an_invoice_in_another_currency_says_why_there_is_no_interest(cast: Cast, nord: Relationship) -> None:
    invoice = bill(nord, currency="USD")
    page = cast.owner.get(reverse("reminding-of", args=[ABOUT])).content.decode()
    assert "None is known here for USD" in page
    answer = cast.owner.post(reverse("interest-decide", args=[invoice.pk]), {"verdict": "waived"}, follow=True)
    assert "There is no late interest on this invoice" in answer.content.decode()


def test_a_plan_is_offered_though_they_asked_and_not_while_a_case_is_open(
    cast: Cast, nord: Relationship, owner: User
) -> None:
    bill(nord)
    letter(nord, "Could we pay in three instalments?")
    plan = planning.make_plan(books_of(nord.workspace, ABOUT), "EUR", owner, NOW, 3)
    made = reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW, plan=plan)
    assert reminding.stops_of(made) == ()
    letter(nord, "The company has filed for bankruptcy.")
    with pytest.raises(ActingRefusedError):
        reminding.make_draft(books_of(nord.workspace, ABOUT), owner, NOW, plan=plan)
