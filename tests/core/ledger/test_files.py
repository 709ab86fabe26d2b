"""Ledger files: kinds by columns, rows that are refused, files that cannot be understood."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.errors import LedgerError, SourceError
from leopold.ledger import read_ledger
from leopold.model import Invoice, Payment, Refusal

INVOICE = Invoice("17", "Север", date(2026, 3, 2), date(2026, 3, 16), Decimal("48000.00"), "RUB")


def read(text: str, folder: Path, encoding: str = "utf-8") -> list[Invoice | Payment | Refusal]:
    (folder / "ledger.csv").write_bytes(text.encode(encoding))
    return list(read_ledger(folder / "ledger.csv"))


@pytest.mark.parametrize(
    "text",
    [
        "number,counterparty,issued,due,amount,currency,disputed\n17,Север,2026-03-02,2026-03-16,48000.00,RUB,0\n",
        "Номер;Контрагент;Дата;Оплатить до;Сумма;Валюта\n17;Север;02.03.2026;16.03.2026;48 000,00;руб.\n",
        "Invoice\tCustomer\tDate\tDue date\tTotal (RUB)\n17\tСевер\t03/02/2026\t03/16/2026\t48,000.00\n",
        "№;Клиент;Дата счёта;Срок;Сумма, руб.;Оплачен\n\n17;Север;2 марта 2026;16.03.26;48000;нет\n",
        'number,client,issued,due,amount,paid\n17,Север,2026-03-02,2026-03-16,"48 000,00 ₽",\n,,,,,\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_reads_invoices_as_programs_export_them(text: str, encoding: str, tmp_path: Path) -> None:
    assert read(text, tmp_path, encoding) == [INVOICE]


@pytest.mark.parametrize(
    "text",
    [
        "invoice,date,amount,currency\n17,2026-03-20,48000.00,RUB\n",
        "Счёт;Дата;Сумма;Валюта\n17;20.03.2026;48 000,00;₽\n",
        "Payment date;Reference;Sum\n20.03.2026;17;48000 RUB\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_it_reads_payments_as_programs_export_them(text: str, encoding: str, tmp_path: Path) -> None:
    assert read(text, tmp_path, encoding) == [Payment("17", date(2026, 3, 20), Decimal("48000.00"), "RUB")]


def test_it_reads_windows_1251(tmp_path: Path) -> None:
    text = (
        "Номер;Контрагент;Дата;Срок;Сумма;Валюта;Спор;Оплачен\n17;Север;02.03.2026;16.03.2026;48000;руб;да;20.03.2026\n"
    )
    (found,) = read(text, tmp_path, "cp1251")
    assert isinstance(found, Invoice)
    assert (found.counterparty, found.disputed, found.paid) == ("Север", True, date(2026, 3, 20))


@pytest.mark.parametrize(
    ("row", "column", "mend"),
    [
        ("17,Север,2026-03-02,2026-03-16,1.234,RUB,0", "amount", "two decimals"),
        ("17,Север,2026-03-02,2026-03-16,0,RUB,0", "amount", "leave the row out"),
        ("17,Север,2026-03-02,2026-03-16,5,,0", "amount", "add a column currency"),
        ("17,Север,2026-03-02,2026-03-16,5 €,RUB,0", "amount", "correct one"),
        ("17,Север,2026-03-02,2026-03-16,5,peanuts,0", "currency", "EUR"),
        ("17,Север,2026-03-02,someday,5,RUB,0", "due", "2026-03-31"),
        ("17,Север,2026-03-02,2026-03-01,5,RUB,0", "due", "correct"),
        ("17,Север,,2026-03-16,5,RUB,0", "issued", "fill it"),
        (",Север,2026-03-02,2026-03-16,5,RUB,0", "number", "fill it"),
        ("17,,2026-03-02,2026-03-16,5,RUB,0", "counterparty", "fill it"),
        ("17,Север,2026-03-02,2026-03-16,5,RUB,perhaps", "disputed", "yes or no"),
        ("17,Север,2026-03-02", "3 cells", "quote"),
        ("17,Север,2026-03-02,2026-03-16,5,RUB,0,8", "8 cells", "quote"),
        ('17,"Север,2026-03-02,2026-03-16,5,RUB,0', "quote", "close it"),
    ],
)
def test_a_bad_row_is_refused_by_row_column_and_mend(row: str, column: str, mend: str, tmp_path: Path) -> None:
    good = "17,Север,2026-03-02,2026-03-16,48000.00,RUB,0\n"
    found = read(f"number,counterparty,issued,due,amount,currency,disputed\n{good}{row}\n", tmp_path)
    assert found[0] == INVOICE
    refusal = found[1]
    assert isinstance(refusal, Refusal)
    assert refusal.position == 3
    assert refusal.source.endswith("ledger.csv")
    assert refusal.reason.startswith("row 3")
    assert column in refusal.reason
    assert mend in refusal.reason


@pytest.mark.parametrize(
    ("data", "mend"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"a,b,c\n1,2,3\n", "columns that do not make a ledger: a, b, c"),
        (b"number,counterparty,amount\n1,2,3\n", "due"),
        (b"PK\x03\x04xlsx", "CSV"),
        (b"\0\0\0\0", "empty"),
        (b"\0\1\2\0\0\3", "CSV"),
        (b"no header at all\n", "need"),
        (b'"open\n', "header"),
    ],
)
def test_a_file_that_cannot_be_understood_raises_what_is_needed(data: bytes, mend: str, tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").write_bytes(data)
    with pytest.raises(LedgerError, match=mend):
        read_ledger(tmp_path / "ledger.csv")


def test_what_is_no_file_raises_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LedgerError, match="no file"):
        read_ledger(tmp_path / "pipe")
    with pytest.raises(LedgerError, match="name the files"):
        read_ledger(tmp_path)
    with pytest.raises(SourceError, match="missing"):
        read_ledger(tmp_path / "missing")


def test_the_whole_file_decides_days_and_marks(tmp_path: Path) -> None:
    text = "invoice;date;amount;currency\n1;03/02/2026;1,234;USD\n2;12/31/2026;5.50;USD\n"
    first, second = read(text, tmp_path)
    assert first == Payment("1", date(2026, 3, 2), Decimal(1234), "USD")
    assert second == Payment("2", date(2026, 12, 31), Decimal("5.50"), "USD")


@settings(deadline=None)
@given(rows=st.lists(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=12), max_size=6), max_size=5))
def test_any_rows_are_read_or_refused(rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    body = "\n".join(",".join(cells) for cells in rows)
    text = f"invoice,date,amount,currency\n{body}\n1,2026-03-02,5,EUR\n"
    for found in read(text.encode("utf-8", "replace").decode(), tmp_path_factory.mktemp("ledger")):
        assert isinstance(found, Payment | Refusal)


def test_titles_above_the_header_are_passed_over(tmp_path: Path) -> None:
    text = (
        "Реестр счетов, март\n\nООО «Юг», ИНН 7700000000;;;;\nНомер;Контрагент;Дата;Срок;Сумма, руб.\n"
        "17;Север;02.03.2026;16.03.2026;48 000,00\n18;;02.03.2026;16.03.2026;1,00\n"
    )
    first, second = read(text, tmp_path)
    assert first == INVOICE
    assert isinstance(second, Refusal)
    assert second.position == 6
