"""What a person sees who says what the columns of a table mean."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from leopold.errors import LedgerError
from leopold.faults import Fault
from leopold.ledger import Columns, first_rows, read_entries, table_header
from leopold.ledger.previews import Sheet, missing
from leopold.model import Invoice, Payment, Refusal
from tests.core.ledger.banks import workbook
from tests.core.ledger.test_columns import MESSY
from tests.core.ledger.test_readers import put

ODD = (
    "Выгрузка из учётной системы;;;;;\r\nза период 01.03.2026 - 31.03.2026;;;;;\r\n;;;;;\r\n"
    "Кому;;Бумага;;Деньги;\r\nимя;код;№ бумаги;от;до;к уплате\r\n"
    "ООО «Север», филиал;7701;Б-17;02.03.2026;16.03.2026;48 000,00\r\n"
    "ИП Юг;7702;Б-18;03.03.2026;17.03.2026;1 234,50\r\n"
    "ИП Юг;7702;Б-19;33.03.2026;17.03.2026;1 234,50\r\n"
    "Итого;;;;;49 234,50\r\n"
)


def sheet(text: str, folder: Path, encoding: str = "cp1251") -> Sheet:
    found = first_rows(put(text.encode(encoding), folder))
    assert found is not None
    return found


def test_a_heading_that_nobody_knows_is_found_below_its_titles(tmp_path: Path) -> None:
    rows = sheet(ODD, tmp_path)
    heading = rows.heading()
    assert (heading.first, heading.last) == (4, 5)
    assert heading.names == ("Кому имя", "Кому код", "Бумага № бумаги", "Бумага от", "Деньги до", "Деньги к уплате")
    assert rows.samples(heading, 2)[0] == ["ООО «Север», филиал", "ИП Юг"]
    assert rows.heading(5, 1).names[:2] == ("имя", "код")


def test_it_guesses_what_it_can_and_says_what_is_missing(tmp_path: Path) -> None:
    rows = sheet(ODD, tmp_path)
    guessed = rows.guess(rows.heading(), "invoices")
    assert guessed.columns == {"issued": "Бумага от", "due": "Деньги до", "amount": "Деньги к уплате"}
    assert missing(guessed) == [("number",), ("counterparty", "tax_id")]


def test_a_preview_reads_rows_and_names_faults_by_row_and_column_as_the_reading_does(tmp_path: Path) -> None:
    rows = sheet(ODD, tmp_path)
    columns = Columns(
        "invoices",
        {
            "counterparty": "Кому имя",
            "tax_id": "Кому код",
            "number": "Бумага № бумаги",
            "issued": "Бумага от",
            "due": "Деньги до",
            "amount": "Деньги к уплате",
        },
        currency="RUB",
    )
    first, second, third, total = rows.read(columns)
    assert (first.number, first.read) == (
        6,
        Invoice(
            "Б-17",
            "ООО «Север», филиал",
            date(2026, 3, 2),
            date(2026, 3, 16),
            Decimal("48000.00"),
            "RUB",
            tax_id="7701",
        ),
    )
    assert isinstance(second.read, Invoice)
    assert isinstance(third.read, Fault)
    assert third.read.said("en").startswith("row 8, column Бумага от: '33.03.2026'")
    assert total.read is None
    entries = list(read_entries(tmp_path / "file", columns))
    assert [each for each in entries if isinstance(each, Invoice)] == [first.read, second.read]
    assert [each.fault for each in entries if isinstance(each, Refusal)] == [third.read]


def test_what_is_known_anyway_is_guessed_as_it_would_be_read(tmp_path: Path) -> None:
    rows = sheet(MESSY, tmp_path)
    header = table_header(tmp_path / "file")
    assert header is not None
    heading = rows.heading()
    assert (heading.last, list(heading.names)) == (header.row, list(header.names))
    assert rows.guess(heading) == header.mapping


def test_columns_without_a_heading_and_of_one_name_can_be_told_apart(tmp_path: Path) -> None:
    text = "wann;wer;;wieviel;wieviel\n2026-03-02;Nord;R 17;10,00;20,00\n"
    names = sheet(text, tmp_path, "utf-8").heading().names
    assert names == ("wann", "wer", "#3", "wieviel", "wieviel #2")
    columns = Columns("payments", {"at": "wann", "purpose": "#3", "amount": "wieviel #2"}, currency="EUR")
    assert list(read_entries(tmp_path / "file", columns)) == [
        Payment("", date(2026, 3, 2), Decimal("20.00"), "EUR", purpose="R 17")
    ]


def test_a_comma_in_amounts_and_words_divides_no_columns(tmp_path: Path) -> None:
    text = "tag;was;summe\n" + "02.03.2026;rent, water, heat, light;1.000,00\n" * 5
    assert sheet(text, tmp_path, "utf-8").heading().names == ("tag", "was", "summe")


def test_a_sheet_is_remembered_as_json_and_a_workbook_may_leave_cells_out(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook([["wann", "wer", "wieviel", "notiz"], ["2026-03-02", "Nord", "10"]]))
    rows = first_rows(path)
    assert rows is not None
    again = Sheet.from_plain(json.loads(json.dumps(rows.plain())))
    assert again == rows
    columns = Columns("payments", {"at": "wann", "counterparty": "wer", "amount": "wieviel"}, currency="EUR")
    assert [each.read for each in again.read(columns)] == [Payment("", date(2026, 3, 2), Decimal(10), "EUR", "Nord")]


def test_a_mapping_that_does_not_fit_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="map its columns anew"):
        list(sheet(ODD, tmp_path).read(Columns("payments", {"at": "quand"})))
    assert first_rows(put(b"1CClientBankExchange\r\n", tmp_path)) is None


@pytest.mark.parametrize("text", ["x", "1;2;3\n4;5;6\n", ";;;\n", "a;b\n", "\n\n1,2\n"])
def test_no_table_is_too_poor_to_be_shown(tmp_path: Path, text: str) -> None:
    rows = sheet(text, tmp_path, "utf-8")
    heading = rows.heading()
    assert len(rows.samples(heading)) == len(heading.names)
    missing(rows.guess(heading))
