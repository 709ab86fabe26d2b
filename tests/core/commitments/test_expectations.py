"""Conflicts of expectations: which days, prices and scopes contradict each other, and which letter reveals it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from leopold.commitments.expectations import Conflict, conflicts
from leopold.commitments.finding import promised
from leopold.commitments.scope import amounts, included, quantities
from leopold.languages import Language
from leopold.model import Relationship
from leopold.signals.sentences import fold

Write = Callable[..., Relationship]

BOILER = ("2026-03-11", "ours", "Hi Bob,\n\nWe will install the new boiler by Friday 20 March.\n\nAnn")
MONDAY = ("2026-03-13", "theirs", "Hi Ann,\n\nAs agreed, you install the new boiler on Monday 16 March.\n\nBob")


def found_in(found: Relationship) -> list[Conflict]:
    return list(conflicts(found, promised(found)))


def kinds(found: Relationship) -> list[tuple[str, str, str]]:
    return [(one.kind, one.promised, one.expected) for one in found_in(found)]


def test_another_day_for_the_same_act_is_a_conflict(write: Write) -> None:
    (one,) = found_in(write([BOILER, MONDAY]))
    assert (one.kind, one.side, one.promised, one.expected) == ("date", "ours", "2026-03-20", "2026-03-16")
    assert (one.promise.message_id, one.expectation.message_id) == ("<0@x>", "<1@x>")
    assert found_in(write([BOILER, (*MONDAY[:2], MONDAY[2].replace("Monday 16", "Friday 20"))])) == []


@pytest.mark.parametrize(
    ("promise", "text", "language"),
    [
        (BOILER[2], "You promised the new boiler by Monday 16 March.", "en"),
        (BOILER[2], "You said that the new boiler comes on Monday.", "en"),
        ("Новый котёл поставим до 20 марта.", "Вы обещали новый котёл до 16 марта.", "ru"),
        ("Новый котёл поставим до 20 марта.", "Договаривались, что новый котёл будет в понедельник.", "ru"),
    ],
)
def test_what_one_is_said_to_have_promised_is_held_against_it(
    write: Write, promise: str, text: str, language: Language
) -> None:
    found = write([("2026-03-11", "ours", promise), ("2026-03-13", "theirs", text)], language)
    assert kinds(found) == [("date", "2026-03-20", "2026-03-16")]


def test_what_was_expected_before_it_was_promised_is_no_conflict(write: Write) -> None:
    assert found_in(write([("2026-03-10", *MONDAY[1:]), BOILER])) == []
    assert found_in(write([("2026-03-11", *MONDAY[1:]), BOILER])) == []


@pytest.mark.parametrize(
    "between",
    [
        ("2026-03-12", "ours", "Hi Bob,\n\nWe will install the new boiler by Monday 16 March already.\n\nAnn"),
        ("2026-03-12", "ours", "Hi Bob,\n\nThe boiler moved to Monday 16 March.\n\nAnn"),
        ("2026-03-12", "ours", "Yes, that works for us.\n\nAnn"),
    ],
)
def test_what_its_own_side_moved_or_gave_up_conflicts_no_more(write: Write, between: tuple[str, str, str]) -> None:
    assert found_in(write([BOILER, between, MONDAY])) == []


def test_what_was_told_is_not_told_again(write: Write) -> None:
    assert len(found_in(write([BOILER, MONDAY, ("2026-03-14", *MONDAY[1:])]))) == 1


def test_another_price_for_the_same_act_is_a_conflict(write: Write) -> None:
    rows = [
        ("2026-03-11", "ours", "Добрый день!\n\nНовый котёл поставим за 120 000 руб. до пятницы.\n\nАнна"),
        ("2026-03-12", "theirs", "Анна, договаривались, что новый котёл поставите за 100 000 руб.\n\nБорис"),
    ]
    assert kinds(write(rows, "ru")) == [("price", "120000.00 RUB", "100000.00 RUB")]


@pytest.mark.parametrize(
    ("before", "after", "said", "language"),
    [
        (
            "The data migration is charged separately.",
            "The data migration is included in the price.",
            ("extra", "included"),
            "en",
        ),
        ("Mail setup is included in the fee.", "But mail setup is not included?", None, "en"),
        ("Mail setup is included in the fee.", "Please note that mail setup costs extra.", ("included", "extra"), "en"),
        ("Mail setup is included in the fee.", "Thanks, good that the mail setup is included.", None, "en"),
        ("The backup is included in the plan.", "The cleaning is charged separately.", None, "en"),
        (
            "Перенос данных оплачивается отдельно.",
            "По договору перенос данных входит в стоимость.",
            ("extra", "included"),
            "ru",
        ),
        (
            "Настройка почты входит в тариф.",
            "Коллеги, настройка почты не входит в тариф.",
            ("included", "extra"),
            "ru",
        ),
        ("Настройка почты входит в тариф.", "Верно ли, что настройка почты за отдельную плату?", None, "ru"),
        ("Настройка почты входит в тариф.", "Сделаем настройку почты бесплатно.", None, "ru"),
        (
            "We will deliver 20 licences of the editor by Friday.",
            "We expect 25 licences of the editor from you.",
            ("20 licences", "25 licences"),
            "en",
        ),
        (
            "До пятницы передадим вам 20 лицензий редактора.",
            "Мы договаривались, что лицензий редактора будет 25 лицензий.",
            ("20 лицензий", "25 лицензий"),
            "ru",
        ),
    ],
)
def test_another_scope_for_the_same_act_is_a_conflict(
    write: Write, before: str, after: str, said: tuple[str, str] | None, language: Language
) -> None:
    rows = [("2026-03-11", "ours", f"{before}\n\nAnn"), ("2026-03-12", "theirs", f"{after}\n\nBob")]
    assert kinds(write(rows, language)) == ([("scope", *said)] if said else [])
    same = [rows[0], ("2026-03-12", "ours", rows[1][2])]
    assert kinds(write(same, language)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("€1,250.50", [(Decimal("1250.50"), "EUR")]),
        ("17 200 руб. и 6 300 руб", [(Decimal(17200), "RUB"), (Decimal(6300), "RUB")]),
        ("5 of 12", []),
        ("€1.5 million, $120k, £2.5m, $1,5 thousand", []),
        ("We quoted $120, not $1,200.", [(Decimal(120), "USD"), (Decimal(1200), "USD")]),
        ("€90 monthly, $40 km", [(Decimal(90), "EUR"), (Decimal(40), "USD")]),
    ],
)
def test_amounts_are_exact(text: str, found: list[tuple[Decimal, str]]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20 licences and 3 servers", [(20, "licence"), (3, "server")]),
        ("1 500 страниц, 2 ТБ", [(1500, "page"), (2, "terabyte")]),
        ("40 hours a month", [(40, "hour")]),
        ("within 4 hours, at 10 hours", []),
        ("в течение 48 часов, за 2 часа, в 10 часов", []),
        ("version 2.10 pages; 12/10 users", []),
    ],
)
def test_quantities_have_a_unit(text: str, found: list[tuple[int, str]]) -> None:
    assert [(one.number, one.unit) for one in quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Hosting is included.", "en", True),
        ("The fee covers two visits.", "en", True),
        ("We do it at no extra cost.", "en", True),
        ("Hosting isn't included.", "en", False),
        ("Hosting is not part of the package.", "en", False),
        ("Hosting is out of scope.", "en", False),
        ("I have included the file.", "en", None),
        ("Is hosting included?", "en", None),
        ("Tell me whether hosting is included.", "en", None),
        ("Доставка включена в стоимость.", "ru", True),
        ("Сделаем без доплаты.", "ru", True),
        ("Доставка не входит в смету.", "ru", False),
        ("Доставка идёт отдельно.", "ru", False),
        ("Уточните, входит ли доставка в цену.", "ru", None),
        ("Он входит в комнату.", "ru", None),
    ],
)
def test_what_is_in_the_price_is_told_from_what_is_extra(text: str, language: Language, said: bool | None) -> None:
    assert included(fold(text), language) is said
