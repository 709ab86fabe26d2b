"""Tables whose columns have to be guessed or told: what is remembered, and what people put above and below."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from leopold.errors import LedgerError
from leopold.ledger import Columns, read_entries, table_header
from leopold.model import Balance, Doubt, Invoice, Payment, Refusal
from tests.core.ledger.banks import workbook
from tests.core.ledger.test_readers import put

MESSY = (
    "Реестр счетов за март 2026 г.;;;;;\r\n;;;;;\r\n"
    "Документ;;Контрагент;Оплата;;\r\nНомер;Дата;;Срок оплаты;Сумма, руб.;\r\n"
    "СЧ-17;02.03.2026;ООО «Север»;16.03.2026;48 000,00;\r\nСЧ-18;03.03.2026;ИП Юг;17.03.2026;1 234,5;\r\n"
    "Итого:;;;;49 234,50;\r\n"
)


def test_a_messy_table_of_invoices_is_understood_and_its_total_checked(tmp_path: Path) -> None:
    found = list(read_entries(put(MESSY.encode("cp1251"), tmp_path)))
    assert found == [
        Invoice("СЧ-17", "ООО «Север»", date(2026, 3, 2), date(2026, 3, 16), Decimal("48000.00"), "RUB"),
        Invoice("СЧ-18", "ИП Юг", date(2026, 3, 3), date(2026, 3, 17), Decimal("1234.5"), "RUB"),
    ]
    *_, doubt = read_entries(put(MESSY.replace("49 234", "49 235").encode("cp1251"), tmp_path))
    assert isinstance(doubt, Doubt)
    assert doubt.fault.said("en").startswith("row 7: the total says 49235.50, and the rows above come to 49234.5")


def test_what_was_understood_is_remembered_and_used_again(tmp_path: Path) -> None:
    header = table_header(put(MESSY.encode("cp1251"), tmp_path))
    assert header is not None
    columns = Columns.of(json.loads(json.dumps(header.mapping.plain())))
    assert columns == header.mapping
    assert columns.kind == "invoices"
    first = list(read_entries(tmp_path / "file", columns))
    assert first == list(read_entries(tmp_path / "file"))


def test_columns_can_be_told_where_nobody_could_guess(tmp_path: Path) -> None:
    path = put(b"wann\twer\twieviel\twozu\n03/02/2026\tNord\t1.234\tR 17\n", tmp_path)
    with pytest.raises(LedgerError, match="columns that do not make a ledger: wann, wer, wieviel, wozu"):
        read_entries(path)
    names = {"at": "wann", "counterparty": "wer", "amount": "wieviel", "purpose": "wozu"}
    told = Columns("payments", names, order="month", mark=",", currency="EUR")
    assert list(read_entries(path, told)) == [Payment("", date(2026, 3, 2), Decimal(1234), "EUR", "Nord", "R 17")]
    with pytest.raises(LedgerError, match="map its columns anew"):
        read_entries(path, Columns("payments", {"at": "quand", "amount": "combien"}))


def test_a_format_that_needs_no_columns_has_none(tmp_path: Path) -> None:
    assert table_header(put(b"1CClientBankExchange\r\n", tmp_path)) is None


@pytest.mark.parametrize("newest_first", [False, True])
def test_running_balances_are_held_against_amounts(newest_first: bool, tmp_path: Path) -> None:
    rows = ["2026-03-02,Nord,10.00,110.00", "2026-03-03,Bank,-5.00,105.00", "2026-03-04,Nord,1.00,106.00"]
    text = "\n".join(["Date,Name,Amount (EUR),Balance", *(rows[::-1] if newest_first else rows)])
    *_, balance = read_entries(put(text.encode(), tmp_path))
    assert balance == Balance(
        "", "EUR", date(2026, 3, 2), date(2026, 3, 4), Decimal("100.00"), Decimal("106.00"), Decimal("6.00"), 3
    )
    *_, doubt, balance = read_entries(put(text.replace("105.00", "104.00").encode(), tmp_path))
    assert isinstance(doubt, Doubt)
    assert "its balance is not the one before it and its amount" in doubt.fault.said("en")


def test_the_number_of_an_order_is_no_invoice_in_a_statement(tmp_path: Path) -> None:
    text = "Дата;Номер документа;Приход;Расход;Назначение платежа;Валюта\n02.03.2026;5;10,00;;счёт 17;RUB\n"
    assert list(read_entries(put(text.encode(), tmp_path))) == [
        Payment("", date(2026, 3, 2), Decimal("10.00"), "RUB", "", "счёт 17", "5")
    ]


def test_a_workbook_gives_exact_amounts_dates_and_empty_ends(tmp_path: Path) -> None:
    rows = [
        ["Number", "Client", "Issued", "Due", "Amount", "Currency", "Paid"],
        ["17", "Nord", date(2026, 3, 2), date(2026, 3, 16), Decimal("0.30000000000000004"), "EUR"],
        ["18", "Nord", date(2026, 3, 2), date(2026, 3, 16), Decimal("1.234"), "EUR", date(2026, 3, 9)],
        ["19", "Nord", date(2026, 3, 2), date(2026, 3, 16), Decimal(-5), "EUR"],
        ["20", "Nord", date(2026, 3, 2), "soon", Decimal(5), "EUR"],
    ]
    first, second, credit, bad = read_entries(put(workbook(rows), tmp_path))
    assert isinstance(first, Invoice)
    assert isinstance(second, Invoice)
    assert isinstance(credit, Invoice)
    assert isinstance(bad, Refusal)
    assert (first.amount, first.issued, first.paid) == (Decimal("0.3"), date(2026, 3, 2), None)
    assert (second.amount, second.paid) == (Decimal("1.234"), date(2026, 3, 9))
    assert credit.amount == -5
    assert bad.reason == "row 5, column Due: 'soon' is no date; write it as 2026-03-31"
