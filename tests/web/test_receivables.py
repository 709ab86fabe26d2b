"""What is owed, as pages and the API show it: worked out once, the same in both, and nobody else's."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from leopold_web.accounts.models import Workspace
from leopold_web.receivables import matching
from leopold_web.receivables.models import BookingDecision, CashWeek, Invoice, LedgerState, Outlook, Payment
from leopold_web.receivables.seeing import charts, owed, renewing, wording
from leopold_web.relationships.actions import analyse_workspace

from .conftest import Cast
from .owing import ABOUT, DAY, NOW, bill, letter, money, relationship_of

HABITS = {"Nord": 2, "Rassvet": 11, "Süd & Söhne": 25}


def ledger(workspace: Workspace, many: int = 60) -> None:
    """Bills of three firms that write no letters, each late by days of its own; what is due only lately is open."""
    workspace.as_of = DAY
    workspace.save()
    chance = random.Random(0)
    bills, moves = [], []
    for number in range(many):
        name = sorted(HABITS)[number % 3]
        issued = DAY - timedelta(days=3 * (many - number))
        due, amount = issued + timedelta(days=14), Decimal(chance.randrange(5000, 90000)) / 100
        common = {"workspace": workspace, "counterparty": name, "currency": "EUR", "amount": amount}
        bills.append(Invoice(number=f"INV-{number:04}", issued=issued, due=due, **common))
        paid = due + timedelta(days=HABITS[name] + number % 2)
        if paid <= DAY:
            moves.append(Payment(at=paid, purpose=f"inv INV-{number:04}", **common))
    Invoice.objects.bulk_create(bills)
    Payment.objects.bulk_create(moves)


def renew(workspace: Workspace, day: date = DAY) -> bool:
    matching.renew(workspace, day)
    return renewing.renew(workspace, day)


def page(cast: Cast, name: str, *args: object, language: str = "en", **query: str) -> str:
    answer = cast.owner.get(reverse(name, args=args), query, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_open_is_expected_and_worked_out_once(cast: Cast) -> None:
    ledger(cast.workspace)
    assert renew(cast.workspace)
    found = list(Outlook.objects.select_related("invoice"))
    assert found
    assert {each.invoice.pk for each in found} == set(
        Invoice.objects.filter(bookings=None).values_list("pk", flat=True)
    )
    for each in found:
        assert each.open == each.invoice.amount
        assert each.late == 1 if each.invoice.due <= DAY else 0 <= (each.late or 0) <= 1
        assert each.expected is None or each.expected > DAY
    weeks = CashWeek.objects.filter(workspace=cast.workspace)
    assert weeks.count() == 14
    assert abs(sum(week.middle for week in weeks) - sum(each.open for each in found)) < Decimal("0.2")
    assert sum(week.promised for week in weeks) == sum(each.open for each in found)
    before = list(Outlook.objects.values_list("pk", flat=True))
    assert not renew(cast.workspace)
    assert list(Outlook.objects.values_list("pk", flat=True)) == before


def test_a_new_payment_or_another_day_makes_it_anew(cast: Cast) -> None:
    ledger(cast.workspace)
    renew(cast.workspace)
    late = Outlook.objects.filter(invoice__due__lt=DAY).select_related("invoice")[0].invoice
    Payment.objects.create(
        workspace=cast.workspace, at=DAY, amount=late.amount, currency="EUR", counterparty=late.counterparty,
        purpose=f"inv {late.number}",
    )  # fmt: skip
    assert renew(cast.workspace)
    assert not Outlook.objects.filter(invoice=late).exists()
    assert renew(cast.workspace, DAY + timedelta(days=1))
    assert LedgerState.objects.get().day == DAY + timedelta(days=1)


def test_an_outlook_of_bookings_that_are_others_by_now_is_not_written(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger(cast.workspace)
    matching.renew(cast.workspace, DAY)
    whys = renewing.whys

    def overtaken(*arguments: object) -> object:
        LedgerState.objects.update(matched="another")
        return whys(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(renewing, "whys", overtaken)
    assert not renewing.renew(cast.workspace, DAY)
    assert not Outlook.objects.exists()


def test_what_a_person_said_counts(cast: Cast) -> None:
    owing = relationship_of(cast.workspace)
    invoice, paid = bill(owing, amount="100.00"), money(cast.workspace, amount="40.00", purpose="thanks")
    BookingDecision.objects.create(
        workspace=cast.workspace, payment=paid, invoice=invoice, verdict="booked", amount=Decimal(40), made_at=NOW
    )
    renew(cast.workspace)
    assert Outlook.objects.get().open == Decimal(60)


def test_a_credit_note_is_shown_as_such_and_is_no_debt(cast: Cast) -> None:
    owing = relationship_of(cast.workspace)
    invoice = bill(owing, amount="100.00")
    named = bill(owing, "CN-1", amount="-30.00", credits=invoice.number)
    loose = bill(owing, "CN-2", amount="-5.00")
    whole = bill(owing, "AB-118", amount="70.00")
    bill(owing, "CN-3", amount="-70.00", credits="AB-118")
    renew(cast.workspace)
    assert [(each.invoice, each.open) for each in Outlook.objects.all()] == [(invoice, Decimal(70))]
    assert LedgerState.objects.get().figures["credit"] == {"EUR": "-5.00"}
    assert "Credit note CN-1" in page(cast, "invoice", named.pk)
    assert "taken back by a credit note" in page(cast, "invoice", whole.pk)
    shown = page(cast, "invoice", invoice.pk)
    assert "CN-1" in shown
    assert "70\N{NO-BREAK SPACE}EUR" in shown
    assert loose.number not in page(cast, "receivables", show="open")


def test_the_pages_show_what_is_owed(cast: Cast) -> None:
    ledger(cast.workspace)
    renew(cast.workspace)
    shown = page(cast, "receivables", show="open")
    for each in Outlook.objects.select_related("invoice"):
        assert each.invoice.number in shown
    assert '<svg class="cash"' in shown
    assert 'role="img"' in shown
    assert len(re.findall(r"<tr><td>\d+", shown)) == 13
    whole = owed.by_currency(Outlook.objects.all(), owed.state_of(cast.workspace), DAY)
    (each,) = whole
    assert wording.money(each.open, "EUR") in shown
    assert sum(each.counts) == Outlook.objects.count()
    russian = page(cast, "receivables", language="ru")
    assert "Ожидаемые деньги по неделям" in russian
    assert "просрочен на" in russian


def test_overdue_invoices_are_sorted_and_searched(cast: Cast) -> None:
    ledger(cast.workspace)
    renew(cast.workspace)
    late = Outlook.objects.filter(invoice__due__lt=DAY).order_by("invoice__due", "pk")
    shown = page(cast, "receivables")
    numbers = re.findall(r"<b>(INV-\d+)</b>", shown)
    assert numbers == [each.invoice.number for each in late]
    by_sum = re.findall(r"<b>(INV-\d+)</b>", page(cast, "receivables", sort="open"))
    assert by_sum == [each.invoice.number for each in late.order_by("-open")]
    assert re.findall(r"<b>(INV-\d+)</b>", page(cast, "receivables", q=numbers[0])) == numbers[:1]
    assert "No invoice fits." in page(cast, "receivables", q="nobody")
    odd = page(cast, "receivables", show="weather", sort="colour", page="x")
    assert re.findall(r"<b>(INV-\d+)</b>", odd) == numbers


def test_an_invoice_says_why_it_is_unpaid_or_that_nobody_knows(cast: Cast) -> None:
    owing = relationship_of(cast.workspace)
    invoice = bill(owing, late=17)
    stranger = bill(cast.workspace, "XY-9", counterparty="Nobody who writes")
    said = letter(owing, "Sorry, invoice AB-117 slipped through our fingers, we simply forgot it.")
    renew(cast.workspace)
    shown = page(cast, "invoice", invoice.pk)
    assert "They seem to have overlooked it" in shown
    assert "<mark>" in shown
    assert said.sender_name in shown
    assert "Похоже, забыли" in page(cast, "invoice", invoice.pk, language="ru")
    unknown = page(cast, "invoice", stranger.pk)
    assert "Nobody knows why" in unknown
    assert "Asking is better than guessing" in unknown
    assert "No letters are known with them." in unknown
    assert stranger.number in page(cast, "receivables-of", "Nobody who writes")
    assert invoice.number in page(cast, "receivables-of", ABOUT)


def test_under_thirty_settled_invoices_no_day_is_said(cast: Cast) -> None:
    owing = relationship_of(cast.workspace)
    invoice = bill(owing)
    renew(cast.workspace)
    assert not CashWeek.objects.exists()
    assert "Too little is known to say when money comes: 0 invoices are settled" in page(cast, "receivables")
    assert "Too little is known to say when money comes" in page(cast, "invoice", invoice.pk)
    assert "Too little is known of how they pay yet: n = 0, and 20 are needed" in page(cast, "receivables-of", ABOUT)


def test_before_any_analysis_it_says_so(cast: Cast) -> None:
    assert "No invoices are known yet." in page(cast, "receivables")
    invoice = bill(relationship_of(cast.workspace))
    assert "What is owed is being worked out." in page(cast, "receivables")
    assert "not analysed yet" in page(cast, "invoice", invoice.pk)


def test_an_analysis_of_the_desk_works_it_out_whether_or_not_anybody_writes(cast: Cast) -> None:
    ledger(cast.workspace)
    analyse_workspace(cast.workspace, DAY)
    assert Outlook.objects.exists()
    state = LedgerState.objects.get()
    assert (state.day, state.figures["settled"] >= 30) == (DAY, True)
    assert set(state.patterns) == set(HABITS)


def test_sums_are_never_added_over_currencies(cast: Cast) -> None:
    owing = relationship_of(cast.workspace)
    bill(owing, "A", amount="100")
    bill(owing, "B", amount="50", currency="RUB")
    renew(cast.workspace)
    found = owed.by_currency(Outlook.objects.all(), owed.state_of(cast.workspace), DAY)
    assert [(each.currency, each.open, each.overdue) for each in found] == [("EUR", 100, 100), ("RUB", 50, 50)]
    assert "150" not in page(cast, "receivables-of", ABOUT)


def test_nobody_else_sees_it(cast: Cast) -> None:
    ledger(cast.workspace)
    renew(cast.workspace)
    invoice = Invoice.objects.order_by("pk").last()
    assert invoice
    for address in (reverse("receivables"), f"{reverse('receivables')}?show=open", reverse("api:api-receivables")):
        answer = cast.guest.get(address).content.decode()
        assert "INV-" not in answer
        assert "EUR" not in answer
    for name, args in (("invoice", [invoice.pk]), ("receivables-of", ["Nord"]), ("api:api-invoice", [invoice.pk])):
        assert cast.guest.get(reverse(name, args=args)).status_code == 404
    assert cast.guest.get(reverse("api:api-counterparty"), {"about": "Nord"}).status_code == 404


def test_the_api_tells_what_the_pages_show(cast: Cast) -> None:
    ledger(cast.workspace)
    renew(cast.workspace)
    whole = cast.colleague.get(reverse("api:api-receivables")).json()
    (each,) = owed.by_currency(Outlook.objects.all(), owed.state_of(cast.workspace), DAY)
    assert (whole["day"], whole["owed"][0]["open"]) == (str(DAY), str(each.open))
    assert len(whole["cash"][0]["weeks"]) == 14
    listed = cast.colleague.get(reverse("api:api-invoices"), {"show": "open"}).json()
    assert listed["count"] == Outlook.objects.count()
    first = listed["invoices"][0]
    one = cast.colleague.get(reverse("api:api-invoice", args=[first["id"]])).json()
    assert {name: one[name] for name in first} == first
    theirs = cast.colleague.get(reverse("api:api-counterparty"), {"about": first["about"]}).json()
    assert theirs["count"] == Invoice.objects.filter(counterparty=first["about"]).count()
    assert theirs["patterns"][0]["silent"] in ("", "few", "identities")
    settled = next(row for row in theirs["invoices"] if row["state"] == "paid")
    assert settled["forecast"] is None
    assert settled["paid"] > settled["due"]


def test_bars_reach_up_to_the_greatest_sum() -> None:
    week = owed.Week(DAY, DAY, Decimal(50), Decimal(20), Decimal(80), Decimal(100))
    nothing = owed.Week(DAY, DAY, Decimal(0), Decimal(0), Decimal(0), Decimal(0))
    drawn = charts.bars([week, nothing])
    assert drawn is not None
    assert drawn.most == 100
    assert (drawn.bars[0].top, drawn.bars[0].height) == (70.0, 70.0)
    assert (drawn.bars[0].low, drawn.bars[0].high, drawn.bars[0].promised) == (112.0, 28.0, 0.0)
    assert (drawn.bars[1].height, drawn.bars[1].promised) == (0, None)
    assert charts.bars([nothing]) is None
