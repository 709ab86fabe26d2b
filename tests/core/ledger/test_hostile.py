"""Ledger files that mean harm, or are cut: refused within bounds of time and memory, with place and mend."""

from __future__ import annotations

import io
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path

import pytest

from leopold.errors import LedgerError
from leopold.ledger import read_books, read_entries, read_ledger
from leopold.ledger.elements import DEEPEST
from leopold.model import Refusal
from tests.core.ledger.banks import camt, mt940, ofx, one_c, xlsx
from tests.core.ledger.bills import cii, pdf, ubl
from tests.core.ledger.test_readers import LINES, MOVES, OPENING, plain, put

BOMB = b"""<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n"""
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n"""


def reason(data: bytes, folder: Path) -> str:
    (refusal,) = read_entries(put(data, folder))
    assert isinstance(refusal, Refusal)
    assert refusal.fault.said("ru") != refusal.reason
    return refusal.reason


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
@pytest.mark.parametrize("data", [camt(OPENING, MOVES), ubl(LINES), cii(LINES), ofx(OPENING, MOVES, 2)])
def test_entities_and_document_types_are_refused(data: bytes, declared: bytes, tmp_path: Path) -> None:
    head, line, rest = data.partition(b"\n")
    text = reason(head + line + declared + rest.replace(b"INV", b"&a;", 1), tmp_path)
    assert text == "line 2: document types and entities are not read; take the declaration out"


def test_entities_in_the_xml_of_a_pdf_are_refused(tmp_path: Path) -> None:
    xml = zlib.compress(BOMB + b"<CrossIndustryInvoice>&b;</CrossIndustryInvoice>")
    text = reason(b"%PDF-1.7\n1 0 obj<<>>stream\n" + xml + b"\nendstream", tmp_path)
    assert text.startswith("line 1: document types")


@pytest.mark.parametrize("data", [camt(OPENING, MOVES), ubl(LINES), cii(LINES)])
def test_depth_without_end_is_refused(data: bytes, tmp_path: Path) -> None:
    start = data.index(b">", data.index(b"<", data.index(b"?>"))) + 1
    deep = data[:start] + b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1) + data[start:]
    assert "nested too deep" in reason(deep, tmp_path)


@pytest.mark.parametrize("data", [camt(OPENING, MOVES), ubl(LINES), cii(LINES)])
def test_cut_xml_is_refused_whole_by_line(data: bytes, tmp_path: Path) -> None:
    text = reason(data[: len(data) * 2 // 3], tmp_path)
    assert text.startswith("line ")
    assert text.endswith("it is no XML from here on; export the file again")


def test_cut_files_of_banks_are_refused_by_line(tmp_path: Path) -> None:
    whole = one_c(OPENING, plain(MOVES))
    assert "ends inside a section" in reason(whole[: whole.rindex("Сумма".encode("cp1251"))], tmp_path)
    assert "ends before </OFX>" in reason(ofx(OPENING, MOVES)[:-20], tmp_path)


def test_a_cut_mt940_does_not_reconcile(tmp_path: Path) -> None:
    data = mt940(OPENING, MOVES)
    books = read_books([put(data[: data.index(b":62F")], tmp_path)])
    assert [balance.difference for balance in books.balances] == [None]
    assert [balance.closing for balance in books.balances] == [None]


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": b"<Types/>", **parts}.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_a_workbook_that_unpacks_to_far_more_is_refused_unread(tmp_path: Path) -> None:
    sheet = b"<worksheet><sheetData>" + b" " * (8 << 20) + b"</sheetData></worksheet>"
    assert "unpacks to more than 512 MB" in reason(zipped({"xl/worksheets/sheet1.xml": sheet}), tmp_path)


def test_a_workbook_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (1 << 20) + b"</worksheet>"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "no whole workbook" in reason(bytes(data), tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        xlsx(OPENING, MOVES)[:-200],
        zipped({}),
        zipped({"xl/worksheets/sheet1.xml": b"<worksheet><row></worksheet>"}),
        zipped({"xl/worksheets/sheet1.xml": BOMB + b"<worksheet>&b;</worksheet>"}),
    ],
)
def test_a_spoilt_workbook_is_refused_with_its_mend(data: bytes, tmp_path: Path) -> None:
    assert ";" in reason(data, tmp_path)


def test_an_invoice_in_a_pdf_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    packer = zlib.compressobj()
    xml = packer.compress(b"<CrossIndustryInvoice>" + b" " * (33 << 20)) + packer.flush()
    assert "unpacks to more than 32 MB" in reason(b"%PDF-1.7\nstream\n" + xml + b"\nendstream", tmp_path)


@pytest.mark.parametrize(
    ("data", "mend"),
    [
        (b"%PDF-1.7\n1 0 obj<<>>stream\nx\nendstream", "ask for one as Factur-X"),
        (b"%PDF-1.7\ntrailer<</Encrypt 3 0 R>>", "without a password"),
        (ubl(LINES).replace(b"<cbc:ID>INV-2026-17</cbc:ID>", b""), "ID is missing"),
        (ubl(LINES).replace(b">2026-03-02<", b">in spring<"), "'in spring' is no date; write it as 2026-03-31"),
        (cii(LINES).replace(b"DuePayable", b"Due").replace(b"GrandTotal", b"Grand"), "DuePayableAmount is missing"),
        (pdf(LINES, packed=False).replace(b"<ram:Name>Nord GmbH</ram:Name>", b""), "Buyer is missing"),
        (b"<Document><BkToCstmrStmt></BkToCstmrStmt></Document>", "Stmt is missing"),
        (b"OFXHEADER:100\n<OFX><STMTRS><CURDEF>EUR<STMTTRN><TRNAMT>5</STMTTRN></STMTRS></OFX>", "STMTTRN/DTPOSTED is"),
    ],
)
def test_what_is_missing_is_named(data: bytes, mend: str, tmp_path: Path) -> None:
    assert mend in reason(data, tmp_path)


@pytest.mark.parametrize(
    ("data", "mend"),
    [
        (b"<html><body></body></html>", "begins with html"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "before 2007; save it as XLSX or CSV"),
        (b"PK\x03\x04nothing of a workbook", "save the table as CSV or XLSX"),
    ],
)
def test_what_is_no_ledger_is_named(data: bytes, mend: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=mend):
        read_ledger(put(data, tmp_path))
    books = read_books([put(data, tmp_path)], strict=False)
    assert books.failed == [str(tmp_path / "file")]
    assert mend in books.refusals[0].reason


def test_a_huge_amount_is_no_money(tmp_path: Path) -> None:
    data = mt940(OPENING, MOVES).replace(b"D20,05", b"D" + b"9" * 16 + b",")
    books = read_books([put(data, tmp_path)])
    assert books.refusals[0].position == 8
    assert sum((payment.amount for payment in books.payments), Decimal(0)) == Decimal("1234686.89")


@pytest.mark.parametrize("stream", [b"stream\n<", b"stream\nx\x9c"])
def test_a_pdf_of_many_beginnings_without_an_end_is_gone_through_once(stream: bytes, tmp_path: Path) -> None:
    assert "no invoice in XML" in reason(b"%PDF-1.7\n" + stream * 20_000, tmp_path)


def test_a_value_over_very_many_lines_is_cut(tmp_path: Path) -> None:
    text = one_c(OPENING, plain(MOVES)).replace(b"of 1 March", b"of 1 March" + b"\r\nword" * 20_000, 1)
    books = read_books([put(text, tmp_path)])
    assert max(len(payment.purpose) for payment in books.payments) == 2000
    assert books.doubts == []
