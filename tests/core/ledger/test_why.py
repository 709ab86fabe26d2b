"""Why an invoice is unpaid: said with evidence, and unknown where it is thin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from string import Formatter

import pytest

from leopold import words_ledger
from leopold.ledger.replies import Reply, replies
from leopold.ledger.why import CAUSES, why_unpaid, whys_unpaid
from leopold.model import Address, Invoice, Letter, Message, Side, Zone
from leopold.signals import hear

DAY = date(2026, 3, 31)


def letter(text: str, after: int = 40, side: Side = "theirs", subject: str = "Invoice") -> Letter:
    language = "ru" if any("а" <= sign <= "я" for sign in text.lower()) else "en"
    at = datetime(2026, 2, 10, 9, tzinfo=UTC) + timedelta(after)
    message = Message(f"<{after}@x>", at, Address("", "a@x.example"), (), (), subject, text, "", 0)
    zones = (Zone("own", 0, len(text)),)
    return Letter(message, side, language, zones, *hear(message, side, language, zones))  # type: ignore[arg-type]


def bill(number: str = "AB-117", issued: int = 0, paid: int | None = None, disputed: bool = False) -> Invoice:
    day = date(2026, 3, 1) - timedelta(issued)
    settled = None if paid is None else day + timedelta(paid)
    return Invoice(number, "Nord", day, day + timedelta(14), Decimal(100), "EUR", disputed, settled)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Sorry, it slipped through, I will pay today.", "forgot"),
        ("Ой, совсем забыли про него, исправимся!", "forgot"),
        ("We overlooked your invoice.", "forgot"),
        ("Счёт затерялся в почте, простите.", "forgot"),
        ("Our cash flow is terrible at the moment.", "hardship"),
        ("We cannot pay before our customer pays us.", "hardship"),
        ("У нас кассовый разрыв до конца месяца.", "hardship"),
        ("Сейчас нет денег, ждём поступления от заказчика.", "hardship"),
        ("Could we pay in three instalments?", "plan"),
        ("Просим рассрочку на два месяца.", "plan"),
        ("Заплатим частями, если вы не против.", "plan"),
        ("The company has filed for bankruptcy.", "insolvency"),
        ("В отношении общества введена процедура банкротства.", "insolvency"),
        ("The amount is wrong, we ordered two.", "dispute"),
        ("We dispute this invoice.", "dispute"),
        ("С суммой не согласны, часть работ не сделана.", "dispute"),
        ("Мы этого не заказывали.", "dispute"),
        ("We will not pay for this.", "refusal"),
        ("No payment until the work is finished.", "refusal"),
        ("Оплачивать это не будем.", "refusal"),
        ("Мы не намерены платить.", "refusal"),
        ("We have already paid it on Monday.", "claimed_paid"),
        ("Счёт оплачен вчера, платёжка во вложении.", "claimed_paid"),
        ("The payment went out this morning.", "claimed_paid"),
        ("We will pay on Friday.", "promise"),
        ("Оплатим в пятницу.", "promise"),
        ("Please stop writing to us.", "stop_writing"),
        ("Перестаньте нам писать.", "stop_writing"),
        ("Please resend the invoice with our PO number.", "document"),
        ("Пришлите, пожалуйста, акт и счёт-фактуру.", "document"),
        ("You have got the wrong person.", "wrong_person"),
        ("Она больше здесь не работает.", "wrong_person"),
        ("I am out of office until Monday.", "out_of_office"),
        ("Я в отпуске до 12 апреля.", "out_of_office"),
        ("Thank you for the report.", None),
        ("Спасибо, посмотрим завтра.", None),
        ("Have you paid the fee?", None),
        ("Не оплатили ещё, проверяем.", None),
        ("We will not transfer the domain.", None),
    ],
)
def test_what_a_sentence_says_of_paying(text: str, reply: Reply | None) -> None:
    found = list(replies(letter(text)))
    assert [each.reply for each in found] == ([reply] if reply else [])
    assert all(text[each.evidence.start : each.evidence.end] == each.evidence.quote for each in found)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["Sorry, we forgot about it."], "forgot"),
        (["Забыли, сейчас передам в бухгалтерию."], "forgot"),
        (["Our cash flow is bad. Could we pay in instalments?"], "cannot"),
        (["У нас кассовый разрыв, просим отсрочку."], "cannot"),
        (["The invoice is wrong: we never agreed to this rate."], "disputes"),
        (["Не согласны с суммой счёта, работы не приняты."], "disputes"),
        (["We will not pay this invoice."], "refuses"),
        (["Счёт оплачивать не будем."], "refuses"),
        (["We will not pay: the amount is wrong."], "disputes"),
        (["We dispute the amount.", "We will not be paying it."], "disputes"),
        (["Thanks for the report, all is well."], "unknown"),
        (["Our accountant is looking into it."], "unknown"),
        (["We forgot about it.", "It was paid on Monday."], "unknown"),
        (["Sorry, we forgot. By the way, the amount is wrong."], "unknown"),
        ([], "unknown"),
    ],
)
def test_a_cause_is_named_with_its_words_and_unknown_where_they_are_thin(texts: list[str], why: str) -> None:
    letters = [letter(text, after=30 + place) for place, text in enumerate(texts)]
    found = why_unpaid(bill(), letters, [bill()], DAY)
    assert found.why == why
    assert bool(found.evidence) == (why != "unknown")
    for evidence in found.evidence:
        (own,) = (each for each in letters if each.message.id == evidence.message_id)
        assert own.message.text[evidence.start : evidence.end] == evidence.quote


def test_only_their_letters_of_the_time_about_this_invoice_count() -> None:
    text = "We will not pay AB-116."
    others = [bill(), bill("AB-116", 20)]
    assert why_unpaid(bill(), [letter(text)], others, DAY).why == "unknown"
    assert why_unpaid(others[1], [letter(text)], others, DAY).why == "refuses"
    plain = "We will not pay this invoice."
    assert why_unpaid(bill(), [letter(plain, side="ours")], [bill()], DAY).why == "unknown"
    assert why_unpaid(bill(), [letter(plain, after=5)], [bill()], DAY).why == "unknown"
    assert why_unpaid(bill(), [letter(plain, after=60)], [bill()], DAY).why == "unknown"


def test_the_ledger_alone_tells_of_disputes_and_oversights() -> None:
    found = why_unpaid(bill(disputed=True), [], [bill(disputed=True)], DAY)
    assert (found.why, [fact.kind for fact in found.facts]) == ("disputes", ["marked_disputed"])
    history = [bill(f"H{number}", 30 + number, paid=10) for number in range(20)]
    found = why_unpaid(bill(), [], [*history, bill()], DAY)
    assert (found.why, [fact.kind for fact in found.facts]) == ("forgot", ["pays_in_time"])
    assert why_unpaid(bill(), [], [*history[1:], bill()], DAY).why == "unknown"
    assert (
        why_unpaid(bill(), [letter("We are looking into it. We will pay on Friday.")], [*history, bill()], DAY).why
        == "unknown"
    )
    assert why_unpaid(bill(), [], [*history, bill()], DAY + timedelta(60)).why == "unknown"


def test_part_payments_and_many_overdue_are_no_proof_alone() -> None:
    many = [bill(), bill("AB-115", 30), bill("AB-114", 60)]
    assert why_unpaid(bill(), [], many, DAY, Decimal(40)).why == "unknown"
    found = why_unpaid(bill(), [letter("We are waiting for our customer.")], many, DAY, Decimal(40))
    assert found.why == "cannot"
    assert {fact.kind for fact in found.facts} == {"part_paid", "many_overdue"}


def test_nothing_later_than_the_day_is_known() -> None:
    texts = [letter("Sorry, we forgot about it.", 30), letter("We will not pay it.", 45), letter("We paid it.", 50)]
    for day in range(0, 60, 3):
        until = date(2026, 2, 10) + timedelta(day)
        known = [each for each in texts if each.message.at and each.message.at.date() <= until]
        later = bill("AB-118", -(until - date(2026, 3, 1)).days - 1)
        assert why_unpaid(bill(), texts, [bill(), later], until) == why_unpaid(bill(), known, [bill()], until)


def test_every_cause_and_fact_has_words_in_both_languages() -> None:
    assert set(words_ledger.WHY["en"]) == set(words_ledger.WHY["ru"]) == {*CAUSES, "unknown"}
    english, russian = words_ledger.FACTS["en"], words_ledger.FACTS["ru"]
    assert set(english) == set(russian)
    for kind in english:
        names = [{name for _, name, _, _ in Formatter().parse(each[kind]) if name} for each in (english, russian)]
        assert names[0] == names[1]
    found = why_unpaid(bill(disputed=True), [], [bill(disputed=True)], DAY)
    assert words_ledger.fact(found.facts[0], "ru") == "Счёт AB-117 отмечен в учёте как спорный"
    assert words_ledger.why("unknown", "en") == "Nobody knows why"


def test_reading_letters_once_for_all_invoices_tells_the_same() -> None:
    bills = [bill("AB-117"), bill("AB-118", 30), bill("AB-119", 60)]
    letters = [
        letter("We dispute invoice AB-118, the amount is wrong.", 30),
        letter("Our cash flow is terrible at the moment.", 35),
        letter("Invoice AB-117: sorry, it slipped through.", 45),
        letter("Thank you for the report.", 20),
    ]
    left = {each: each.amount for each in bills}
    whole = whys_unpaid(left, letters, bills, DAY)
    assert whole == {each: why_unpaid(each, letters, bills, DAY) for each in bills}
    assert len({each.why for each in whole.values()}) > 1
    assert whys_unpaid({}, letters, bills, DAY) == {}
