"""What holds for every reader of ledgers: it knows its own format alone, amounts are exact, and balances reconcile."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.ledger import READERS, read_books, read_entries
from leopold.ledger.source import source_of
from leopold.model import Balance, Doubt, Invoice, Payment, Refusal
from tests.core.ledger.banks import STATEMENTS, WITHOUT_OPENING, Move, camt, mt940, one_c
from tests.core.ledger.bills import BILLS, BUYER, DUE, ISSUED, NUMBER, SELLER, sums

DAY = date(2026, 3, 2)
OPENING = Decimal("1000.10")
MOVES = (
    Move(DAY, Decimal("119.00"), "Nord GmbH", "Invoice INV-17 of 1 March", "A1"),
    Move(DAY + timedelta(1), Decimal("-20.05"), "Bank", "Fee for March", "A2"),
    Move(DAY + timedelta(1), Decimal("1234567.89"), "Süd AG", "two invoices 18, 19", "A3"),
)
LINES = (Decimal("100.00"), Decimal("19.99"))
ALL = {**STATEMENTS, **WITHOUT_OPENING}


def put(data: bytes, folder: Path, name: str = "file") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def plain(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The moves with names that every encoding has."""
    return tuple(Move(m.at, m.amount, m.name.replace("ü", "u"), m.purpose, m.reference) for m in moves)


def test_every_reader_is_tried_here() -> None:
    assert {reader.name for reader in READERS} == {name for name, _ in (*ALL.values(), *BILLS.values())}


@pytest.mark.parametrize("form", [*ALL, *BILLS])
def test_one_reader_recognises_each_format(form: str, tmp_path: Path) -> None:
    name, write = {**ALL, **BILLS}[form]
    data = write(LINES, False) if form in BILLS else write(OPENING, plain(MOVES))  # type: ignore[arg-type]
    source = source_of(put(data, tmp_path))
    knowing = [reader.name for reader in READERS if reader.recognises(source)]
    assert knowing[0] == name
    assert set(knowing) <= {name, "CSV"}


@pytest.mark.parametrize("form", ALL)
def test_every_statement_says_the_same(form: str, tmp_path: Path) -> None:
    moves = plain(MOVES)
    found = list(read_entries(put(ALL[form][1](OPENING, moves), tmp_path)))
    payments = [entry for entry in found if isinstance(entry, Payment)]
    assert [entry for entry in found if isinstance(entry, Refusal | Doubt)] == []
    assert [(each.at, each.amount, each.counterparty) for each in payments if each.counterparty] == [
        (move.at, move.amount, move.name) for move in moves if payments[0].counterparty
    ]
    assert [each.amount for each in payments] == [move.amount for move in moves]
    assert [each.purpose for each in payments] == [move.purpose for move in moves]
    assert [each.reference for each in payments] == [move.reference for move in moves]
    (balance,) = (entry for entry in found if isinstance(entry, Balance)) if form != "camt.054.08" else (None,)
    if balance is not None:
        assert (balance.closing, balance.moved) == (Decimal("1235666.94"), Decimal("1234666.84"))
        assert balance.difference == (0 if form in STATEMENTS else None)


amounts = st.integers(-(10**9), 10**9).filter(bool).map(lambda cents: Decimal(cents) / 100)
texts = st.text(st.sampled_from("abcdefghij KLMN 0123456789 №абвгд"), max_size=60).map(
    lambda text: " ".join(text.split())
)
moves_ = st.lists(
    st.builds(Move, st.dates(DAY, DAY + timedelta(60)), amounts, st.just("Nord"), texts, st.just("")), max_size=8
)


@settings(deadline=None, max_examples=25)
@given(opening=amounts, moves=moves_)
@pytest.mark.parametrize("form", STATEMENTS)
def test_opening_and_entries_make_the_closing_balance(
    form: str, opening: Decimal, moves: list[Move], tmp_path_factory: pytest.TempPathFactory
) -> None:
    moves = [Move(m.at, m.amount, m.name, m.purpose or "x", f"R{number}") for number, m in enumerate(moves)]
    if form.startswith("mt940"):
        moves = [Move(m.at, m.amount, m.name, m.purpose.strip("0123456789") or "x", m.reference) for m in moves]
    found = list(read_entries(put(STATEMENTS[form][1](opening, moves), tmp_path_factory.mktemp("bank"))))
    assert [entry for entry in found if isinstance(entry, Refusal | Doubt)] == []
    assert sorted(e.amount for e in found if isinstance(e, Payment)) == sorted(move.amount for move in moves)
    balances = [entry for entry in found if isinstance(entry, Balance)]
    assert all(balance.difference == 0 for balance in balances)
    assert balances or not moves


@pytest.mark.parametrize("form", [form for form in STATEMENTS if form not in ("csv", "csv tabs utf-16", "xlsx")])
def test_a_statement_with_an_entry_missing_says_so(form: str, tmp_path: Path) -> None:
    data = STATEMENTS[form][1](OPENING, plain(MOVES))
    start, end = {"1": ("СекцияДокумент", "КонецДокумента\r\n"), "c": ("<Ntry>", "</Ntry>\n"), "m": (":61:", "62F")}[
        form[0]
    ]
    name = "cp866" if form == "1c dos" else "utf-8" if form[0] != "1" or "utf" in form else "cp1251"
    text = data.decode(name)
    begin = text.index(start)
    cut = text.index(":61:", begin + 4) if form[0] == "m" else text.index(end, begin) + len(end)
    books = read_books([put((text[:begin] + text[cut:]).encode(name), tmp_path)])
    assert [balance.difference for balance in books.balances] == [Decimal("119.00")]
    (doubt,) = books.doubts
    assert "1234547.84" in doubt.fault.said("en")
    assert doubt.fault.said("ru") != doubt.fault.said("en")
    assert doubt.source.endswith("file")


@pytest.mark.parametrize("credit", [False, True])
@pytest.mark.parametrize("form", BILLS)
def test_every_invoice_says_the_same(form: str, credit: bool, tmp_path: Path) -> None:
    found = list(read_entries(put(BILLS[form][1](LINES, credit), tmp_path)))
    gross = sums(LINES)[2]
    assert found == [
        Invoice(
            *(NUMBER, BUYER, ISSUED, ISSUED if credit else DUE, -gross if credit else gross, "EUR"),
            tax_id="DE222222222",
            reference="RF18-17",
            credits="INV-2026-9" if credit else "",
            seller=SELLER,
        )
    ]


@settings(deadline=None, max_examples=25)
@given(lines=st.lists(st.integers(-(10**8), 10**8).map(lambda cents: Decimal(cents) / 100), min_size=1, max_size=9))
@pytest.mark.parametrize("form", BILLS)
def test_the_lines_of_an_invoice_make_its_total(
    form: str, lines: list[Decimal], tmp_path_factory: pytest.TempPathFactory
) -> None:
    (found,) = read_entries(put(BILLS[form][1](lines, False), tmp_path_factory.mktemp("bill")))
    assert isinstance(found, Invoice)
    assert found.amount == sums(lines)[2]


@pytest.mark.parametrize("form", ["ubl", "cii", "zugferd 1"])
def test_an_invoice_that_does_not_add_up_says_where(form: str, tmp_path: Path) -> None:
    data = BILLS[form][1](LINES, False).replace(b">19.99<", b">18.99<")
    invoice, doubt = read_entries(put(data, tmp_path))
    assert isinstance(invoice, Invoice)
    assert isinstance(doubt, Doubt)
    assert "line 2: its lines come to 118.99, and the invoice says 119.99" in doubt.fault.said("en")


def test_overlapping_statements_and_copies_change_nothing(tmp_path: Path) -> None:
    moves = [Move(DAY + timedelta(n), Decimal(n + 1), "Nord", f"invoice {n}", "") for n in range(12)]
    moves += [Move(DAY + timedelta(5), Decimal(7), "Nord", "twice the same", "")] * 2
    moves.sort(key=lambda move: move.at)
    whole = read_books([put(mt940(OPENING, moves), tmp_path, "whole")]).payments
    first, second = moves[:9], moves[4:]
    paths = [
        put(mt940(OPENING, first), tmp_path, "b"),
        put(mt940(OPENING, second), tmp_path, "a"),
        put(mt940(OPENING, second), tmp_path, "copy of a"),
        put(mt940(OPENING, moves[6:7]), tmp_path, "day"),
    ]
    cut = [move.at for move in first if move.purpose == "twice the same"]
    assert len(cut) == 2
    books = read_books([*paths, paths[0]])
    assert books.payments == whole
    assert books.repeated == len(first) + len(second) + 1 - len(whole)
    assert read_books(reversed(paths)) == books


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    moves = plain(MOVES)
    paths = [put(write(OPENING, moves), tmp_path, f"s{number}") for number, (_, write) in enumerate(ALL.values())]
    paths += [put(write(LINES, False), tmp_path, f"i{number}") for number, (_, write) in enumerate(BILLS.values())]
    paths += [put(b"<broken", tmp_path, "x"), put(b"colour,weather\nred,rain\n", tmp_path, "y")]
    books = read_books(paths, strict=False)
    assert len(books.invoices) == 1
    assert [Path(name).name for name in books.failed] == ["x", "y"]
    random.Random(7).shuffle(paths)
    assert read_books(paths, strict=False) == books


@settings(deadline=None, max_examples=60)
@given(form=st.sampled_from([*ALL, *BILLS]), place=st.floats(0, 1), bad=st.binary(max_size=6), cut=st.booleans())
def test_spoilt_files_are_read_or_refused_and_never_raise(
    form: str, place: float, bad: bytes, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write = {**ALL, **BILLS}[form][1]
    data = write(LINES, False) if form in BILLS else write(OPENING, plain(MOVES))  # type: ignore[arg-type]
    at = int(place * len(data))
    spoilt = data[:at] + bad if cut else data[:at] + bad + data[at + len(bad) :]
    for found in read_books([put(spoilt or b" x", tmp_path_factory.mktemp("spoilt"))], strict=False).refusals:
        assert found.fault.said("ru") != found.fault.said("en")


@pytest.mark.parametrize("write", [camt, one_c])
def test_a_bad_entry_alone_is_refused_by_line_and_element(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = write(OPENING, plain(MOVES)).replace(b"20.05", b"2O.05")
    books = read_books([put(data, tmp_path)])
    assert [payment.amount for payment in books.payments] == [Decimal("119.00"), Decimal("1234567.89")]
    wrong = books.refusals[0].reason
    assert wrong.startswith("line ")
    assert "'2O.05' is no amount; write it as 1234.56" in wrong
    assert books.doubts
