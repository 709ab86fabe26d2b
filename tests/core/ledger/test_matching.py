"""Which payment is for which invoices: what is booked, what is only offered, and that nothing is made up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.ledger import right
from benchmarks.ledgers import made
from leopold.ledger import match, settle
from leopold.ledger.matching import Decision, Match, Share
from leopold.ledger.names import likeness, words
from leopold.ledger.numbers import Numbers
from leopold.model import Invoice, Payment
from leopold.scanning import Ledger, books_until

DAY = date(2026, 3, 2)


def bill(number: str = "INV-17", amount: str = "100", name: str = "Nord GmbH", after: int = 0, **more: str) -> Invoice:
    issued = DAY + timedelta(after)
    return Invoice(number, name, issued, issued + timedelta(14), Decimal(amount), "EUR", **more)  # type: ignore[arg-type]


def paid(amount: str, purpose: str = "", name: str = "NORD", after: int = 10, **more: str) -> Payment:
    return Payment("", DAY + timedelta(after), Decimal(amount), more.pop("currency", "EUR"), name, purpose, **more)


def only(found: tuple[Match, ...]) -> tuple[list[tuple[str, str]], str, tuple[str, ...]]:
    (one,) = found
    return [(share.invoice.number, str(share.amount)) for share in one.shares], str(one.rest), one.grounds


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("INV-2026-0017", "inv 2026/17, thank you"),
        ("INV-2026-0017", "Payment of INV20260017"),
        ("СЧ-17", "Оплата по счету СЧ 17 от 02.03.2026 без НДС"),
        ("СЧ-0017", "оплата по счёту №17 от 02.03.26, в т.ч. НДС 20% 16,67"),
        ("17", "счет на оплату № 17 от 2 марта"),
        ("17", "invoices 15, 16 and 17"),
        ("17", "Rechnung Nr. 0017"),
        ("2026/00017", "RE 2026-17"),
        ("20260017", "20260017 merci"),
    ],
)
def test_a_number_is_found_in_the_ways_people_write_it(number: str, text: str) -> None:
    assert Numbers([number]).named(text) == [[0]]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("17", "оплата по договору № 17 от 17.03.2017, сумма 17-00"),
        ("17", "17 apples"),
        ("2026", "for March 2026"),
        ("INV-17", "INV-170 and XINV-17A"),
        ("20", "счет 5, НДС 20%"),
        ("17", "invoice of 17.03.2026 over 17.00 EUR"),
        ("17", "order no 17"),
    ],
)
def test_what_is_no_number_of_an_invoice_names_none(number: str, text: str) -> None:
    assert Numbers([number]).named(text) == []


def test_names_without_their_legal_forms() -> None:
    assert words("ООО «Рога и Копыта»") == words("РОГА И КОПЫТА, ООО")
    assert likeness("Nordwind Logistik GmbH", "NORDWIND LOGISTK") > 0.8
    assert likeness("Nord GmbH", "Süd GmbH") < 0.3


def test_a_named_invoice_of_that_sum_is_booked_whoever_pays() -> None:
    found = match([bill(), bill("INV-18")], [paid("100", "Invoice INV-17", "Holding AG")])
    assert only(found.booked) == ([("INV-17", "100")], "0", ("number", "sum"))


def test_a_short_number_from_a_stranger_is_only_offered() -> None:
    found = match([bill("17"), bill("18")], [paid("100", "invoice 17", "Holding AG")])
    assert only(found.offered)[0] == [("17", "100")]


def test_part_payments_and_what_is_left() -> None:
    invoices = [bill()]
    found = match(invoices, [paid("40", "INV-17"), paid("60", "INV-17 rest", after=12)])
    assert [only((each,))[2] for each in found.booked] == [("number", "name", "part"), ("number", "name", "sum")]
    assert found.open(invoices) == {invoices[0]: 0}
    assert match(invoices, [paid("40", "INV-17")]).open(invoices) == {invoices[0]: 60}


def test_one_payment_for_several_and_an_overpayment() -> None:
    invoices = [bill(), bill("INV-18", "50", after=1), bill("INV-19", "70", after=2)]
    found = match(invoices, [paid("150", "INV-17, INV-18")])
    assert only(found.booked)[0] == [("INV-17", "100"), ("INV-18", "50")]
    assert only(match(invoices, [paid("160", "INV-17 + INV-18")]).booked)[1:] == (
        "10",
        ("number", "name", "several", "overpaid"),
    )
    assert only(match(invoices, [paid("220", "all open")]).booked)[2] == ("name", "sum", "several")
    assert only(match(invoices, [paid("170", "open")]).booked)[0] == [("INV-17", "100"), ("INV-19", "70")]


def test_a_credit_note_is_not_netted_unasked_where_another_firm_paid() -> None:
    bills = [
        bill(tax_id="DE1"),
        bill("CN-1", "-20", credits="INV-17"),
        bill("INV-9", "50", name="Sued KG", tax_id="DE2"),
    ]
    found = match(bills, [paid("80", "INV-17", name="Sued KG", tax_id="DE2")])
    assert not found.booked
    assert only(found.offered)[2] == ("number", "credit_note")


def test_a_credit_note_is_netted_and_settles_the_invoice() -> None:
    invoices = [bill(), bill("CN-1", "-20", credits="INV-17"), bill("CN-2", "-20", credits="INV-16")]
    payment = paid("80", "INV-17")
    found = match(invoices, [payment])
    assert only(found.booked) == ([("INV-17", "100"), ("CN-1", "-20")], "0", ("number", "name", "credit_note"))
    (first, *_) = settle(invoices, found.named([payment]))
    assert first.paid == payment.at


def test_which_of_two_alike_it_is_nobody_can_tell() -> None:
    found = match([bill(), bill("INV-18", after=1)], [paid("100", "hosting")])
    assert found.booked == ()
    assert only(found.offered) == ([("INV-17", "100")], "0", ("name", "sum", "oldest"))
    assert only(match([bill()], [paid("100", "hosting")]).booked)[2] == ("name", "sum")


def test_a_wrong_digit_is_not_booked() -> None:
    invoices = [bill(), bill("INV-18", "250", after=1)]
    assert match(invoices, [paid("100", "INV-18")]).booked == ()
    assert match(invoices, [paid("250", "INV-17")]).booked == ()
    other = [bill(), bill("INV-18", "100", "Süd AG", tax_id="DE2")]
    assert match([bill(tax_id="DE1"), other[1]], [paid("100", "INV-18", tax_id="DE1")]).booked == ()


def test_payers_are_known_by_tax_number_by_account_and_by_names_that_are_alike() -> None:
    invoices = [bill(tax_id="DE 111"), bill("INV-18", "70", after=30)]
    first = paid("100", "thanks", "somebody", tax_id="de111", payer_account="A1")
    second = paid("70", "again", "somebody else", after=40, payer_account="A1")
    found = match(invoices, [second, first])
    assert [each.grounds for each in found.booked] == [("tax_id", "sum"), ("account", "sum")]
    like = match([bill(name="Nordwind Logistik GmbH")], [paid("100", "x", "NORDWIND LOGISTK")])
    assert only(like.offered)[2] == ("name_like", "sum")


def test_money_is_never_mixed_nor_for_what_was_not_yet_billed() -> None:
    assert match([bill()], [paid("100", "INV-17", currency="USD")]).unmatched
    assert match([bill(after=30)], [paid("100", "INV-17")]).unmatched
    assert match([bill()], [paid("-100", "INV-17")]) == match([bill()], [])


def test_a_sum_alone_is_offered_and_money_for_nothing_stays() -> None:
    stranger = paid("100", "", "")
    assert only(match([bill()], [stranger]).offered)[2] == ("only_sum",)
    assert match([bill(amount="77")], [stranger]).unmatched == (stranger,)


def test_a_scan_takes_a_statement_that_names_invoices_in_words_alone() -> None:
    settled, credited, open_ = bill(), bill("CN-1", "-20", credits="INV-17"), bill("INV-18", after=1)
    moves = [paid("80", "оплата по счёту INV 17"), paid("-5", "bank fee", "Bank", after=11)]
    invoices, payments = books_until(Ledger([settled, credited, open_], moves), DAY + timedelta(30))
    assert [(each.number, each.paid) for each in invoices] == [("INV-17", moves[0].at), ("INV-18", None)]
    assert [(each.invoice, each.counterparty) for each in payments] == [("INV-17", "Nord GmbH")]


@settings(deadline=None, max_examples=12)
@given(seed=st.integers(0, 10**6))
def test_books_in_any_order_match_alike_and_never_more_than_there_is(seed: int) -> None:
    ledger = made(seed, 120, clients=6)
    found = match(ledger.invoices, ledger.payments)
    chance = random.Random(seed)
    invoices, payments = list(ledger.invoices), list(ledger.payments)
    chance.shuffle(invoices)
    chance.shuffle(payments)
    assert match(invoices, payments) == found
    for invoice, left in found.open(ledger.invoices).items():
        assert min(invoice.amount, 0) <= left <= max(invoice.amount, 0)
    for each in (*found.booked, *found.offered):
        assert sum(share.amount for share in each.shares) + each.rest == each.payment.amount
        assert each.rest >= 0
    assert len(found.booked) + len(found.offered) + len(found.unmatched) == len(ledger.payments)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_booked_is_right(seed: int) -> None:
    ledger = made(seed, 600)
    truth = {payment.reference: true for payment, true in zip(ledger.payments, ledger.truth, strict=True)}
    booked = match(ledger.invoices, ledger.payments).booked
    wrong = [each for each in booked if not right(each, truth[each.payment.reference])]
    assert len(wrong) <= len(booked) * 0.01
    assert len(booked) > len(ledger.payments) * 0.7


def test_what_people_said_goes_before_what_fits_better() -> None:
    first, second = bill("INV-17"), bill("INV-18", after=1)
    found = match([first, second], [paid("100", "INV-17")], {0: Decision((Share(second, Decimal(100)),))})
    assert only(found.booked) == ([("INV-18", "100")], "0", ("said",))
    assert found.open([first, second]) == {first: Decimal(100), second: Decimal(0)}


def test_what_people_refused_is_neither_booked_nor_offered_again() -> None:
    first, second = bill("INV-17"), bill("INV-18", after=1)
    payment = paid("100", "INV-17")
    found = match([first, second], [payment], {0: Decision(refused=(first,))})
    assert [share.invoice for each in (*found.booked, *found.offered) for share in each.shares] == [second]
    assert match([first, second], [payment], {0: Decision(refused=(first, second))}).unmatched == (payment,)


def test_of_payments_that_are_alike_each_has_its_own_decision() -> None:
    bills = [bill("INV-17"), bill("INV-18", after=1)]
    alike = [paid("100"), paid("100")]
    found = match(bills, alike, {1: Decision((Share(bills[0], Decimal(100)),))})
    assert {(each.place, each.shares[0].invoice.number) for each in found.booked} == {(0, "INV-18"), (1, "INV-17")}


def test_people_may_book_more_than_was_open_and_less_than_was_paid() -> None:
    only_one = bill("INV-17", "100")
    told = {
        0: Decision((Share(only_one, Decimal(80)),)),
        1: Decision((Share(only_one, Decimal(70)),)),
    }
    found = match([only_one], [paid("90"), paid("70"), paid("30")], told)
    assert {each.place: each.rest for each in found.booked} == {0: Decimal(10), 1: Decimal(0)}
    assert [each.amount for each in found.unmatched] == [Decimal(30)]


def test_an_invoice_that_the_ledger_itself_names_is_booked_in_part_too() -> None:
    found = match([bill("INV-17", "100")], [replace(paid("40", name=""), invoice="INV-17")])
    assert only(found.booked) == ([("INV-17", "40")], "0", ("number", "part"))


def test_books_that_are_matched_are_not_matched_again() -> None:
    invoices, payments = [bill("INV-17", "100")], [paid("100", "INV-17")]
    day = date(2026, 12, 1)
    settled, _ = books_until(Ledger(invoices, payments), day)
    assert settled[0].paid
    settled, _ = books_until(Ledger(invoices, payments, matched=True), day)
    assert settled[0].paid is None
