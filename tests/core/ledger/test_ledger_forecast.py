"""`leopold ledger`: what it says of the days to come, from real files, in whatever order they are named."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from benchmarks.ledger import statement
from benchmarks.ledgers import Ledger, made
from leopold.cli import main
from leopold.model import Invoice

SCHEMA = json.loads((Path(__file__).resolve().parents[3] / "docs" / "ledger.schema.json").read_text())
NEW = ("as_of", "settled", "cash", "counterparties")
Captured = pytest.CaptureFixture[str]
BOOKS = made(8, 160)
"""What happened of it until the last day in it."""


def table(folder: Path, name: str, invoices: list[Invoice]) -> Path:
    rows = ["Номер;Контрагент;Дата;Срок;Сумма;Валюта;ИНН"]
    for each in invoices:
        parts = (each.number, each.counterparty, each.issued, each.due, each.amount, each.currency, each.tax_id)
        rows.append(";".join(map(str, parts)))
    path = folder / name
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def files(folder: Path, books: Ledger) -> list[Path]:
    """The books as two tables and two statements that overlap."""
    folder.mkdir(exist_ok=True)
    half = len(books.invoices) // 2
    paths = [table(folder, "a.csv", books.invoices[: half + 5]), table(folder, "b.csv", books.invoices[half:])]
    third = len(books.payments) // 3
    for name, part in (("c.txt", books.payments[: 2 * third]), ("d.txt", books.payments[third:])):
        (folder / name).write_bytes(statement(part).encode("cp1251", "replace"))
        paths.append(folder / name)
    return paths


def run(capsys: Captured, *words: str | Path) -> dict[str, Any]:
    assert main(["ledger", *map(str, words), "--json", "-"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, SCHEMA, cls=jsonschema.Draft202012Validator)
    return document


def test_the_order_of_files_changes_nothing(tmp_path: Path, capsys: Captured) -> None:
    paths = files(tmp_path, BOOKS)
    orders = random.Random(0).sample(list(permutations(paths)), 5)
    first, *others = (run(capsys, *order, "--as-of", "2025-03-01") for order in orders)
    assert all(each["forecast"] is None or each["kind"] == "invoice" for each in first["invoices"])
    assert any(each["forecast"] and each["forecast"]["expected"] for each in first["invoices"])
    assert all(other == first for other in others)


def test_it_says_the_same_of_files_that_end_that_evening(tmp_path: Path, capsys: Captured) -> None:
    day = date(2025, 3, 1)
    ended = Ledger(
        [each for each in BOOKS.invoices if each.issued <= day],
        [each for each in BOOKS.payments if each.at <= day],
        [],
        [],
    )
    whole = run(capsys, *files(tmp_path / "whole", BOOKS), "--as-of", str(day))
    part = run(capsys, *files(tmp_path / "part", ended), "--as-of", str(day))
    assert {name: whole[name] for name in NEW} == {name: part[name] for name in NEW}
    told = [{each["number"]: each["forecast"] for each in one["invoices"]} for one in (whole, part)]
    assert {number: told[0][number] for number in told[1]} == told[1]
    assert {told[0][number] for number in told[0].keys() - told[1].keys()} == {None}


def test_it_knows_what_is_known_on_the_last_day_of_the_files(tmp_path: Path, capsys: Captured) -> None:
    found = run(capsys, *files(tmp_path, BOOKS))
    last = max(*(each.issued for each in BOOKS.invoices), *(each.at for each in BOOKS.payments))
    assert found["as_of"] == str(last)
    (cash,) = found["cash"]
    open_ = sum(Decimal(each["forecast"]["left"]) for each in found["invoices"] if each["forecast"])
    assert Decimal(cash["open"]) + Decimal(cash["offered"]) == open_
    monday = last + timedelta(days=1) - timedelta(days=(last + timedelta(days=1)).weekday())
    assert cash["weeks"][0]["monday"] == str(monday)
    assert cash["weeks"][0]["week"] == f"{monday:%G}-W{monday:%V}"
    assert {each["silent"] for each in found["counterparties"]} <= {"few", "identities", ""}


def test_a_credit_note_is_no_debt(tmp_path: Path, capsys: Captured) -> None:
    rows = [f"INV-{n};Nord GmbH;2026-01-{n:02};2026-01-{n + 10:02};100.00;EUR" for n in range(1, 10)]
    path = tmp_path / "bills.csv"
    head = "number;counterparty;issued;due;amount;currency\n"
    path.write_text(head + "\n".join([*rows, "CN-1;Nord GmbH;2026-01-12;2026-01-12;-30.00;EUR"]))
    found = run(capsys, path, "--as-of", "2026-01-15")
    note = next(each for each in found["invoices"] if each["number"] == "CN-1")
    assert (note["kind"], note["forecast"]) == ("credit_note", None)
    assert (found["settled"], found["cash"]) == (0, [])
    overdue = [
        each["forecast"]["late"] for each in found["invoices"] if each["due"] <= "2026-01-15" and each is not note
    ]
    assert overdue == [1.0] * 5


def test_only_reading_and_matching_is_all_there_was_before(tmp_path: Path, capsys: Captured) -> None:
    paths = files(tmp_path, BOOKS)
    bare, whole = run(capsys, *paths, "--no-forecast"), run(capsys, *paths)
    assert not {*NEW} & bare.keys()
    assert [{**each, "forecast": None} for each in bare.pop("invoices")] == [
        {**each, "forecast": None} for each in whole["invoices"]
    ]
    assert bare.items() <= whole.items()


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: Captured) -> None:
    assert main(["ledger", *map(str, files(tmp_path, BOOKS)), "--json", str(tmp_path / "none" / "out.json")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
