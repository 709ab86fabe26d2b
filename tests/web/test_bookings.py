"""What payments are for: booked where sure, offered with grounds, decided by people, whose word outlives analyses."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leopold import model
from leopold_web.accounts.models import User
from leopold_web.inbox.models import JobRun
from leopold_web.receivables import deciding
from leopold_web.receivables.actions import exact
from leopold_web.receivables.deciding import token
from leopold_web.receivables.matching import books, open_amounts, renew
from leopold_web.receivables.models import Booking, BookingDecision, Invoice, LedgerState, Payment
from leopold_web.receivables.refusals import PaymentRefusedError
from leopold_web.receivables.taking import keep_entries
from leopold_web.relationships.actions import analyse_workspace
from leopold_web.working import new_worker

from .conftest import Cast

DAY = date(2026, 3, 2)
LATER = date(2026, 6, 1)


def bill(number: str, amount: str = "100.00", name: str = "Nord GmbH", after: int = 0) -> model.Invoice:
    issued = DAY + timedelta(after)
    return model.Invoice(number, name, issued, issued + timedelta(14), Decimal(amount), "EUR")


def paid(amount: str, purpose: str = "", name: str = "Nord GmbH", after: int = 20, **more: str) -> model.Payment:
    return model.Payment("", DAY + timedelta(after), Decimal(amount), "EUR", name, purpose, **more)


def fill(cast: Cast, *entries: model.Invoice | model.Payment) -> None:
    with transaction.atomic():
        keep_entries(cast.workspace, entries)
    renew(cast.workspace, LATER)


def booked(*, sure: bool) -> set[tuple[str, str, str]]:
    rows = Booking.objects.filter(sure=sure).select_related("payment", "invoice")
    return {(row.payment.purpose, row.invoice.number, str(exact(row.amount))) for row in rows}


def somebody() -> User:
    return User.objects.get(email="owner@leopold.example")


def shown(payment: Payment) -> list[str]:
    return [token(each) for each in payment.bookings.all()]


@pytest.fixture
def desk(cast: Cast) -> Cast:
    """A desk with a sure payment, an offered one and one for which nothing is found."""
    fill(
        cast,
        bill("INV-17"),
        bill("INV-18", "70.00", after=1),
        bill("INV-19", "70.00", after=2),
        paid("100.00", "INV-17"),
        paid("70.00", "rent", after=21),
        paid("33.00", "thanks", "Somebody", after=22),
    )
    return cast


def test_sure_ones_are_booked_and_others_offered_with_grounds(desk: Cast) -> None:
    assert booked(sure=True) == {("INV-17", "INV-17", "100.00")}
    assert booked(sure=False) == {("rent", "INV-18", "70.00")}
    page = desk.owner.get(reverse("payments")).content.decode()
    assert page.index("<blockquote>rent") < page.index("thanks")
    assert "the oldest open invoices are taken" in page
    assert "INV-17" not in page
    assert "INV-17" in desk.owner.get(reverse("payments"), {"show": "booked"}).content.decode()
    assert "thanks" in desk.owner.get(reverse("payments"), {"q": "somebody"}).content.decode()
    assert "<blockquote>rent" not in desk.owner.get(reverse("payments"), {"q": "somebody"}).content.decode()


def test_it_costs_one_look_where_nothing_changed(desk: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    pks = set(Booking.objects.values_list("pk", flat=True))
    monkeypatch.setattr("leopold_web.receivables.matching.match", None)
    assert not renew(desk.workspace, LATER)
    assert not renew(desk.workspace, LATER + timedelta(1))
    assert set(Booking.objects.values_list("pk", flat=True)) == pks


def test_what_comes_while_it_matches_is_not_lost(desk: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from leopold_web.receivables import matching

    meant, late = matching.match, [paid("70.00", "INV-19", after=23)]

    def slow(*arguments: object) -> object:
        if late:
            with transaction.atomic():
                keep_entries(desk.workspace, [late.pop()])
        return meant(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(matching, "match", slow)
    fill(desk, bill("INV-20"))
    assert ("INV-19", "INV-19", "70.00") in booked(sure=True)


def test_a_confirmed_offer_stays_whatever_comes_later(desk: Cast) -> None:
    payment = Payment.objects.get(purpose="rent")
    deciding.confirm(payment, shown(payment), somebody(), timezone.now())
    assert ("rent", "INV-18", "70.00") in booked(sure=True)
    fill(desk, paid("70.00", "INV-18", after=1))
    assert ("rent", "INV-18", "70.00") in booked(sure=True)
    assert not any(number == "INV-18" and words != "rent" for words, number, _ in booked(sure=True))
    deciding.take_back(payment)
    renew(desk.workspace, LATER)
    assert ("INV-18", "INV-18", "70.00") in booked(sure=True)


def test_a_refused_pair_is_never_found_again(desk: Cast) -> None:
    payment = Payment.objects.get(purpose="rent")
    deciding.refuse(payment, shown(payment), somebody(), timezone.now())
    assert {number for words, number, _ in booked(sure=True) | booked(sure=False) if words == "rent"} == {"INV-19"}
    sure = Payment.objects.get(purpose="INV-17")
    deciding.refuse(sure, shown(sure), somebody(), timezone.now())
    renew(desk.workspace, LATER)
    assert "INV-17" not in {number for words, number, _ in booked(sure=True) | booked(sure=False) if words == "INV-17"}


def test_what_changed_meanwhile_is_not_confirmed_unseen(desk: Cast) -> None:
    payment = Payment.objects.get(purpose="rent")
    old = shown(payment)
    Booking.objects.filter(payment=payment).update(invoice=Invoice.objects.get(number="INV-19"))
    with pytest.raises(PaymentRefusedError, match="changed"):
        deciding.confirm(payment, old, somebody(), timezone.now())
    assert not BookingDecision.objects.exists()


@pytest.mark.parametrize(
    ("number", "amount", "why"),
    [
        ("INV-18", "0", "no_amount"),
        ("INV-18", "1.00001", "no_amount"),
        ("INV-18", "33.01", "too_much"),
        ("INV-20", "20", "more_than_open"),
        ("N-1", "1", "no_invoice"),
        ("USD-1", "1", "other_currency"),
    ],
)
def test_by_hand_no_more_is_booked_than_there_is(desk: Cast, number: str, amount: str, why: str) -> None:
    fill(desk, bill("INV-20", "10.00"), bill("N-1", "-5.00"))
    row = Invoice.objects.get(number="INV-20")
    row.pk, row.number, row.currency = None, "USD-1", "USD"
    row.save()
    payment = Payment.objects.get(purpose="thanks")
    with pytest.raises(PaymentRefusedError, match=why):
        deciding.assign(payment, Invoice.objects.get(number=number), Decimal(amount), somebody(), timezone.now())
    assert not BookingDecision.objects.exists()
    assert not JobRun.objects.exists()


def test_a_payment_is_divided_by_hand_and_its_rest_is_for_nothing(desk: Cast) -> None:
    payment = Payment.objects.get(purpose="thanks")
    for number, amount in (("INV-18", "20"), ("INV-19", "3.5")):
        deciding.assign(payment, Invoice.objects.get(number=number), Decimal(amount), somebody(), timezone.now())
    renew(desk.workspace, LATER)
    parts = [(each.invoice, each.amount) for each in books(desk.workspace, LATER).payments if each.purpose == "thanks"]
    assert parts == [("INV-18", Decimal("20.00")), ("INV-19", Decimal("3.50")), ("", Decimal("9.50"))]
    assert open_amounts(Invoice.objects.filter(number="INV-18")) == {
        Invoice.objects.get(number="INV-18").pk: Decimal("50.00")
    }


def test_the_invoice_follows_what_was_decided(desk: Cast) -> None:
    analyse_workspace(desk.workspace, LATER)
    assert Invoice.objects.get(number="INV-17").settled == DAY + timedelta(20)
    assert Payment.objects.get(purpose="INV-17").relationship == Invoice.objects.get(number="INV-17").relationship
    assert Invoice.objects.get(number="INV-18").settled is None
    payment = Payment.objects.get(purpose="rent")
    deciding.confirm(payment, shown(payment), somebody(), timezone.now())
    analyse_workspace(desk.workspace, LATER)
    assert Invoice.objects.get(number="INV-18").settled == DAY + timedelta(21)
    timeline = desk.owner.get(reverse("relationship", args=[Invoice.objects.get(number="INV-18").relationship_id]))
    assert "for invoice INV-18" in timeline.content.decode()
    deciding.take_back(payment)
    analyse_workspace(desk.workspace, LATER)
    assert Invoice.objects.get(number="INV-18").settled is None


def test_a_file_that_names_the_wrong_invoice_is_overruled(cast: Cast) -> None:
    stated = model.Payment("INV-17", DAY + timedelta(20), Decimal("40.00"), "EUR")
    fill(cast, bill("INV-17", "40.00"), stated)
    payment = Payment.objects.get()
    assert booked(sure=True) == {("", "INV-17", "40.00")}
    analyse_workspace(cast.workspace, LATER)
    assert Invoice.objects.get().settled is not None
    deciding.refuse(payment, shown(payment), somebody(), timezone.now())
    analyse_workspace(cast.workspace, LATER)
    assert Invoice.objects.get().settled is None


@pytest.mark.django_db(transaction=True)
def test_people_who_decide_on_many_in_a_row_wait_for_one_analysis(desk: Cast) -> None:
    for payment in Payment.objects.filter(bookings__isnull=False).distinct():
        deciding.refuse(payment, shown(payment), somebody(), timezone.now())
    assert JobRun.objects.filter(work="analyse").count() == 1
    new_worker(batch=True).run()
    assert JobRun.objects.get().state == "done"
    assert LedgerState.objects.get().matched


def test_one_key_after_another_on_the_page(desk: Cast) -> None:
    page = desk.owner.get(reverse("payments")).content.decode()
    assert "autofocus" not in page
    payment = Payment.objects.get(purpose="rent")
    (part,) = re.findall(r'name="part" value="([^"]+)"', page)
    assert part == shown(payment)[0]
    fill(desk, bill("INV-30", "55.00", after=3), bill("INV-31", "55.00", after=4), paid("55.00", "more"))
    answer = desk.owner.post(reverse("payment-confirm", args=[payment.pk]), {"part": part}, follow=True)
    text = answer.content.decode()
    assert "booked" in text
    assert text.count("autofocus") == 1
    fragment = desk.owner.post(
        reverse("payment-take-back", args=[payment.pk]), headers={"HX-Request": "true"}
    ).content.decode()
    assert fragment.startswith('<div id="payments"')
    assert "taken back" in fragment
    stale = desk.owner.post(reverse("payment-confirm", args=[payment.pk]), {"part": "1:2"}, follow=True)
    assert "has changed meanwhile" in stale.content.decode()


def test_a_payment_is_given_to_an_invoice_that_was_searched(desk: Cast) -> None:
    payment, invoice = Payment.objects.get(purpose="thanks"), Invoice.objects.get(number="INV-19")
    where = reverse("payment", args=[payment.pk])
    assert "INV-19" not in desk.owner.get(where).content.decode()
    assert 'value="33.00"' in desk.owner.get(where, {"q": "inv-19"}).content.decode()
    given = {"invoice": invoice.pk, "amount": "1 000,00"}
    answer = desk.owner.post(reverse("payment-assign", args=[payment.pk]), given)
    assert (answer.status_code, "more than is open" in answer.content.decode()) == (409, True)
    for amount, code in (("", 409), ("33 USD", 409), ("30,50", 302), ("2.50", 302)):
        answer = desk.owner.post(
            reverse("payment-assign", args=[payment.pk]), {"invoice": invoice.pk, "amount": amount}
        )
        assert answer.status_code == code, amount
    assert Booking.objects.get(payment=payment).amount == Decimal("2.5")
    assert desk.guest.post(reverse("payment-assign", args=[payment.pk]), given).status_code == 404
    russian = desk.owner.get(where, headers={"accept-language": "ru"}).content.decode()
    assert "Выбрать вручную" in russian


MONEY = st.integers(1, 40_00).map(lambda cents: Decimal(cents) / 100)


def test_bookings_and_rest_come_to_the_payment_exactly(cast: Cast) -> None:
    words = st.sampled_from(["", "INV-1", "INV-2 INV-3", "INV-4", "nothing"])

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(MONEY, min_size=1, max_size=5), st.lists(st.tuples(MONEY, words), max_size=5), st.data())
    def check(bills: list[Decimal], moves: list[tuple[Decimal, str]], data: st.DataObject) -> None:
        with transaction.atomic():
            point = transaction.savepoint()
            entries = [bill(f"INV-{n}", str(amount), after=n) for n, amount in enumerate(bills)]
            fill(cast, *entries, *(paid(str(amount), text, after=20 + n) for n, (amount, text) in enumerate(moves)))
            for payment in Payment.objects.order_by("pk"):
                found = payment.bookings.all()
                said = data.draw(st.sampled_from(["nothing", "right", "wrong"])) if found else "nothing"
                if said != "nothing":
                    decide = deciding.confirm if said == "right" and not found[0].sure else deciding.refuse
                    decide(payment, shown(payment), somebody(), timezone.now())
            renew(cast.workspace, LATER)
            parts = books(cast.workspace, LATER).payments
            for payment in Payment.objects.all():
                sure = [exact(each.amount) for each in payment.bookings.filter(sure=True)]
                rest = exact(payment.amount) - sum(sure, Decimal(0))
                assert rest >= 0
                own = [each.amount for each in parts if each.at == payment.at]
                assert sum(own, Decimal(0)) in (exact(payment.amount), sum(sure, Decimal(0)))
            refused = set(BookingDecision.objects.filter(verdict="refused").values_list("payment", "invoice"))
            assert not refused & set(Booking.objects.values_list("payment", "invoice"))
            assert all(left >= 0 for left in open_amounts(Invoice.objects.all()).values())
            transaction.savepoint_rollback(point)

    check()


def test_of_two_offers_of_one_invoice_one_is_confirmed(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deciding, "AT_ONCE", 0)
    fill(cast, bill("INV-1", "10.00"), bill("INV-2", "10.00", after=1), paid("10.00"), paid("10.00", after=21))
    first, second = Payment.objects.order_by("pk")
    deciding.confirm(first, shown(first), somebody(), timezone.now())
    with pytest.raises(PaymentRefusedError, match="taken"):
        deciding.confirm(second, shown(second), somebody(), timezone.now())
    renew(cast.workspace, LATER)
    assert sorted(number for _, number, _ in booked(sure=True)) == ["INV-1", "INV-2"]
