"""What is held against facts: open questions, promises, the ledger, the habit of a relationship."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leopold.coaching.wording import fact
from leopold.model import Invoice, Payment

from .conftest import Check, Write

PAID = Invoice("17", "Client", date(2026, 2, 1), date(2026, 2, 15), Decimal("480.00"), "EUR", paid=date(2026, 2, 13))
OPEN = Invoice("21", "Client", date(2026, 3, 1), date(2026, 3, 20), Decimal("900.00"), "EUR")
LATE = Invoice("A-9/26", "Client", date(2026, 2, 1), date(2026, 3, 1), Decimal("300.00"), "EUR")
LEDGER = (PAID, OPEN, LATE)
PAYMENTS = (Payment("17", date(2026, 2, 13), Decimal("480.00"), "EUR"),)

ASKED = [
    ("When will the migration be finished?", "The weather is fine.", "The migration ends on Friday."),
    ("Will our old passwords keep working?", "We like the new page.", "Yes, they will."),
    ("How many hours are left in the contract?", "We like the new page.", "Fourteen hours: 14."),
    ("Please send us the list of administrators.", "We like the new page.", "The file is attached."),
    ("Could you restart the queue?", "We like the new page.", "Done."),
    ("Who will be our engineer in June?", "We like the new page.", "You will work with Dana."),
    ("Which colour has the cable?", "We like the new page.", "I will come back to you with answers by Friday."),
    ("Когда закончится перенос?", "Погода хорошая.", "Перенос закончится в пятницу."),
    ("Будут ли работать старые пароли?", "Нам нравится новая страница.", "Да, будут."),
    ("Сколько часов осталось по договору?", "Нам нравится новая страница.", "Осталось 14."),
    ("Пришлите, пожалуйста, список администраторов.", "Нам нравится новая страница.", "Файл во вложении."),
    ("Можете перезапустить очередь?", "Нам нравится новая страница.", "Готово."),
    ("Кто будет нашим инженером в июне?", "Нам нравится новая страница.", "С вами работает Дана."),
    ("Какого цвета кабель?", "Нам нравится новая страница.", "Отвечу вам до пятницы."),
]


@pytest.mark.parametrize(("question", "past", "answer"), ASKED, ids=[asked for asked, _, _ in ASKED])
def test_it_quotes_a_question_that_the_draft_passes_over(
    question: str, past: str, answer: str, write: Write, check: Check
) -> None:
    letter = write("theirs", f"Hello,\n\n{question}\n\nPeter")
    (found,) = check(past, letter)
    assert (found.kind, found.quote) == ("question_unanswered", None)
    assert found.evidence[0].quote == question
    assert found.evidence[0].message_id == letter.message.id
    assert check(answer, letter) == ()


@pytest.mark.parametrize(
    "said",
    [
        "How are you?",
        "The template says «when will you pay?»",
        "If you need anything, please tell us.",
        "Как дела?",
        "Если что-то нужно, напишите нам.",
    ],
)
def test_it_takes_no_politeness_for_a_question(said: str, write: Write, check: Check) -> None:
    assert check("We like the new page.", write("theirs", said)) == ()


def test_it_asks_only_for_what_came_since_our_last_letter(write: Write, check: Check) -> None:
    letters = (
        write("theirs", "Who is our engineer?", 3),
        write("ours", "Mr Doyle is.", 4),
        write("theirs", "Thank you.", 9),
    )
    assert check("We like the new page.", *letters) == ()


def test_it_sees_an_answer_below_the_quoted_question(write: Write, check: Check) -> None:
    letter = write("theirs", "Who is our engineer?\nAnd which colour has the cable?")
    draft = "> Who is our engineer?\n\nMr Doyle.\n\n> And which colour has the cable?\n\nGreen.\n"
    assert check(draft, letter) == ()


def test_it_takes_a_compound_request_apart(write: Write, check: Check) -> None:
    letter = write("theirs", "Please send the signed contract and tell us who visits the office in summer.")
    (found,) = check("The contract is attached.", letter)
    assert found.evidence[0].quote == "tell us who visits the office in summer."


@pytest.mark.parametrize(
    ("draft", "promises"),
    [
        ("We will fix it soon.", True),
        ("We will send you the report.", True),
        ("We'll look into it as soon as possible.", True),
        ("Скоро сделаем.", True),
        ("Постараемся прислать в ближайшее время.", True),
        ("Отчёт пришлём.", True),
        ("We will send you the report by Friday.", False),
        ("We will send you the report. It comes on Friday.", False),
        ("Once you confirm, we will send you the report.", False),
        ("If you like, we will send you the report.", False),
        ("Will we fix it soon?", False),
        ("We will not send you the report.", False),
        ("Отчёт пришлём до пятницы.", False),
        ("Отчёт пришлём. Он будет у вас завтра.", False),
        ("Когда подтвердите, пришлём отчёт.", False),
        ("Если хотите, пришлём отчёт.", False),
        ("Отчёт не пришлём.", False),
    ],
)
def test_it_knows_a_promise_without_a_date(draft: str, promises: bool, check: Check) -> None:
    assert [each.kind for each in check(draft)] == ["promise_without_date"] * promises


@pytest.mark.parametrize(
    ("before", "now", "owned"),
    [
        (
            "I will send you the audit report by Friday, 6 March.",
            "I will send you the audit report by 20 March.",
            "Sorry, the audit report is late. I will send it by 20 March.",
        ),
        (
            "Пришлю отчёт об аудите до пятницы, 6 марта.",
            "Пришлю отчёт об аудите до 20 марта.",
            "Извините, отчёт об аудите задержался. Пришлю его до 20 марта.",
        ),
    ],
)
def test_it_sees_a_promise_moved_without_a_word(before: str, now: str, owned: str, write: Write, check: Check) -> None:
    letters = write("ours", before, 2), write("theirs", "Hello", 9)
    (found,) = check(now, *letters)
    assert (found.kind, found.quote, found.evidence[0].quote) == ("earlier_promise_contradiction", now, before)
    assert found.fact is not None
    assert fact(found.fact, "en") == "Promised for 6 March 2026, now 20 March 2026"
    assert check(owned, *letters) == ()
    assert check(before, *letters) == ()


@pytest.mark.parametrize(
    ("draft", "denied"),
    [
        ("Invoice 17 is still not paid.", "Invoice 17 was paid in full on 13 February 2026"),
        ("You have not paid invoice 17.", "Invoice 17 was paid in full on 13 February 2026"),
        (
            "Thank you for the payment of invoice 21.",
            "Invoice 21 for 900.00\u00a0EUR is open, and no payment of it is known",
        ),
        ("Invoice 21 is overdue.", "Invoice 21 is not due before 20 March 2026"),
        ("Invoice A-9/26 is overdue by thirty or 30 days.", None),
        ("Invoice A-9/26 is overdue by 30 days.", "Invoice A-9/26 is overdue by 9\u00a0days"),
        ("Invoice 21 is due on Friday.", "Invoice 21 is due on 20 March 2026"),
        ("Invoice 21 for 950 EUR is open.", "Invoice 21 is for 900.00\u00a0EUR"),
        ("We have refunded invoice 21.", "Invoice 21 is open, so no payment is known that could be returned"),
        ("Счёт 17 до сих пор не оплачен.", "Invoice 17 was paid in full on 13 February 2026"),
        ("Спасибо за оплату счёта 21.", "Invoice 21 for 900.00\u00a0EUR is open, and no payment of it is known"),
        ("Счёт 21 просрочен.", "Invoice 21 is not due before 20 March 2026"),
        ("Счёт 21 на 950 евро ждёт оплаты.", "Invoice 21 is for 900.00\u00a0EUR"),
        ("Срок оплаты счёта 21 наступает в пятницу.", "Invoice 21 is due on 20 March 2026"),
        ("Деньги по счёту 21 мы вернули.", "Invoice 21 is open, so no payment is known that could be returned"),
    ],
)
def test_it_says_what_the_ledger_denies(draft: str, denied: str | None, check: Check) -> None:
    found = [each for each in check(draft, invoices=LEDGER, payments=PAYMENTS) if each.kind == "ledger_contradiction"]
    if denied is None:
        return
    assert [fact(each.fact, "en") for each in found if each.fact] == [denied]
    assert found[0].quote == draft


@pytest.mark.parametrize(
    "draft",
    [
        "Thank you for paying invoice 17 over 480 EUR.",
        "Invoice 21 for 900 EUR is due on 20 March.",
        "Invoice A-9/26 is overdue by 9 days.",
        "Invoice 99 is not paid.",
        "If invoice 17 is not paid, tell us.",
        "Is invoice 17 not paid?",
        "We have refunded invoice 17.",
        "We deliver 17 chairs, and your invoice is not paid.",
        "You owe us money.",
        "Счёт 21 на 900 евро ждёт до 20 марта.",
        "За вами долг.",
    ],
)
def test_it_denies_nothing_that_the_ledger_allows(draft: str, check: Check) -> None:
    found = check(draft, invoices=LEDGER, payments=PAYMENTS)
    assert [each for each in found if each.kind == "ledger_contradiction"] == []


@pytest.mark.parametrize("draft", ["You owe us money.", "За вами долг."])
def test_it_knows_that_nothing_is_owed_where_all_is_paid(draft: str, check: Check) -> None:
    (found,) = check(draft, invoices=(PAID,), payments=PAYMENTS)
    assert found.kind == "ledger_contradiction"
    assert check(draft) == ()


@pytest.mark.parametrize(
    ("usual", "ask", "short", "warm"),
    [
        (
            "Hello Tom,\n\nthank you for the list. " + "We went through all of it with care this morning. " * 5,
            "Can you add the page?",
            "Not possible.",
            (
                "Hello Tom,\n\nthank you for asking. The page can be added, with all the pictures and all "
                "the texts that you sent us last week, too."
            ),
        ),
        (
            "Добрый день!\n\nСпасибо за список. " + "Утром мы внимательно прошли его от начала и до конца. " * 5,
            "Можно добавить страницу?",
            "Нельзя.",
            (
                "Добрый день!\n\nСпасибо за вопрос. Страницу добавить можно, она будет стоять завтра с полудня, со "
                "всеми картинками и текстами, которые вы прислали нам раньше."
            ),
        ),
    ],
)
def test_it_feels_what_is_colder_than_the_habit(
    usual: str, ask: str, short: str, warm: str, write: Write, check: Check
) -> None:
    letters = [*(write("ours", usual, day) for day in range(1, 8)), write("theirs", ask, 9)]
    (found,) = check(short, *letters)
    assert (found.kind, found.quote) == ("curt", None)
    assert found.fact is not None
    assert found.fact.values["letters"] == 7
    assert {"words", "usual_words", "greeting", "thanks"} <= set(found.fact.values)
    assert check(warm, *letters) == ()
    assert check(short, *letters[3:]) == ()  # four letters are no habit


def test_it_finds_nothing_curt_where_short_is_usual(write: Write, check: Check) -> None:
    letters = [
        *(write("ours", "Done, it runs.", day) for day in range(1, 8)),
        write("theirs", "Can you restart it?", 9),
    ]
    assert check("Restarted.", *letters) == ()


def test_it_leaves_letters_of_machines_out(write: Write, check: Check) -> None:
    letter = write("theirs", "Who is our engineer?")
    automatic = replace(letter, message=replace(letter.message, automatic="auto-reply"))
    assert check("We like the new page.", automatic) == ()
