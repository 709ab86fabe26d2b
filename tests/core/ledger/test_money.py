"""Amounts, currencies and days as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.ledger.days import day, order_of
from leopold.ledger.money import Unclear, amount, currency, decimal_mark

amounts = st.decimals(min_value=0, max_value=10**12, places=2)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("48 000,00", "48000", ""),
        ("1,234.56", "1234.56", ""),
        ("48000.00", "48000", ""),
        ("€ 1.234,56", "1234.56", "EUR"),
        ("95 000 руб.", "95000", "RUB"),
        ("95\u00a0000,5\u202f₽", "95000.5", "RUB"),
        ("1.234.567", "1234567", ""),
        ("1,00,000.50", "100000.5", ""),
        ("1’234.50 CHF", "1234.5", "CHF"),
        ("USD 10", "10", "USD"),
        ("-5", "-5", ""),
        ("−5,10 €", "-5.1", "EUR"),
        ("(12.50)", "-12.5", ""),
        ("100-", "-100", ""),
        (".5", "0.5", ""),
        ("0.125", "0.125", ""),
        ("1234.567", "1234.567", ""),
        ("1 234,567", "1234.567", ""),
        ("0", "0", ""),
    ],
)
def test_it_reads_amounts(text: str, value: str, unit: str) -> None:
    assert amount(text) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["1.234", "1,234", "$1,000", "", "abc", "12.3.4", "1 2", "1,2,3", "1.234,567.8", "5 apples", "a 5 b", "1e5"]
)
def test_it_refuses_what_is_no_amount_or_may_mean_two(text: str) -> None:
    with pytest.raises(Unclear, match="write"):
        amount(text)


def test_other_amounts_of_the_file_decide_the_unclear() -> None:
    assert decimal_mark(["1,234", "99.50", "7"]) == "."
    assert decimal_mark(["1.234", "99.50", "99,50"]) == ""
    assert amount("1,234", ".")[0] == 1234
    with pytest.raises(Unclear, match=r"may mean 1.234 or 1234"):
        amount("1,234", ",")


@given(value=amounts, group=st.sampled_from(["", " ", "\u00a0", "'", ","]), sign=st.sampled_from(["", "-"]))
def test_amounts_with_a_point_come_back(value: Decimal, group: str, sign: str) -> None:
    text = sign + f"{value:,.2f}".replace(",", group)
    assert amount(text)[0] == (-value if sign else value)


@given(value=amounts, group=st.sampled_from(["", " ", "\u202f", "."]), unit=st.sampled_from(["€", "руб.", "PLN", "$"]))
def test_amounts_with_a_comma_come_back(value: Decimal, group: str, unit: str) -> None:
    text = f"{value:,.2f}".replace(".", "!").replace(",", group).replace("!", ",")
    assert amount(f"{text} {unit}") == (value, currency(unit))


def test_it_refuses_what_no_sum_of_money_can_be() -> None:
    assert amount("999 999 999 999 999,99")[0] == Decimal("999999999999999.99")
    with pytest.raises(Unclear, match="more than any sum"):
        amount("40817810099910004312")


@given(text=st.text(), mark=st.sampled_from(["", ".", ","]))
def test_any_text_is_an_amount_or_unclear(text: str, mark: str) -> None:
    try:
        value, unit = amount(text, mark)
    except Unclear:
        return
    assert value.is_finite()
    assert unit == "" or len(unit) == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("₽", "RUB"),
        ("руб.", "RUB"),
        ("eur", "EUR"),
        ("$", "USD"),
        ("£", "GBP"),
        ("тенге", "KZT"),
        ("", ""),
        ("CHF", "CHF"),
    ],
)
def test_it_reads_currencies(text: str, code: str) -> None:
    assert currency(text) == code


@given(when=days)
def test_days_come_back_from_every_clear_form(when: date) -> None:
    for form in (
        "%Y-%m-%d",
        "%d.%m.%Y",
        "%Y/%m/%d",
        "%Y%m%d",
        "%d %b %Y",
        "%d-%m-%Y",
        "%Y-%m-%dT10:00:00Z",
        "%d.%m.%Y 09:30",
    ):
        assert day(when.strftime(form)) == when


@given(whens=st.lists(days, min_size=1), month_first=st.booleans())
def test_the_whole_file_decides_which_stands_first(whens: list[date], month_first: bool) -> None:
    texts = [when.strftime("%m/%d/%Y" if month_first else "%d/%m/%Y") for when in whens]
    if any(when.day > 12 for when in whens):
        assert [day(text, order_of(texts)) for text in texts] == whens
    else:
        assert order_of(texts) == "day"


@pytest.mark.parametrize("text", ["", "soon", "31.02.2026", "13/13/2026", "45123", "2026-3", "1 мрт 2026"])
def test_it_refuses_what_is_no_day(text: str) -> None:
    with pytest.raises(Unclear, match="2026-03-31"):
        day(text)


def test_it_reads_months_by_name() -> None:
    assert day("2 марта 2026 г.") == day("2 March 2026") == day("02-Mar-2026") == date(2026, 3, 2)


@given(text=st.text())
def test_any_text_is_a_day_or_unclear(text: str) -> None:
    try:
        day(text)
    except Unclear:
        return
    assert text.strip()[0].isdigit()
