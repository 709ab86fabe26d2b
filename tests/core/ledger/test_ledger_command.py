"""`leopold ledger`: what scripts may rely on."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leopold.cli import main
from tests.core.ledger.banks import camt, one_c
from tests.core.ledger.bills import BILLS
from tests.core.ledger.test_readers import ALL, LINES, MOVES, OPENING, plain, put

SCHEMA = json.loads((Path(__file__).resolve().parents[3] / "docs" / "ledger.schema.json").read_text())
Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *paths: Path) -> tuple[int, dict[str, Any], str]:
    status = main(["ledger", *map(str, paths), "--json", "-"])
    out, err = capsys.readouterr()
    document = json.loads(out)
    jsonschema.validate(document, SCHEMA, cls=jsonschema.Draft202012Validator)
    return status, document, err


@pytest.mark.parametrize("form", [*ALL, *BILLS])
def test_its_json_fits_the_published_schema(form: str, tmp_path: Path, capsys: Captured) -> None:
    data = BILLS[form][1](LINES, True) if form in BILLS else ALL[form][1](OPENING, plain(MOVES))
    status, found, err = run(capsys, put(data, tmp_path))
    assert (status, err, found["refusals"], found["doubts"]) == (0, "", [], [])
    assert found["version"] == 1
    assert found["input"] == {"read": 1 if form in BILLS else 3, "duplicates": 0, "refused": 0}
    for balance in found["balances"]:
        assert Decimal(balance["moved"]) == sum(Decimal(each["amount"]) for each in found["payments"])
        assert balance["reconciles"] in (True, None)
    assert [each["kind"] for each in found["invoices"]] == ["credit_note"] * (form in BILLS)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path, capsys: Captured) -> None:
    broken = put(camt(OPENING, MOVES)[:-20], tmp_path, "broken.xml")
    odd = put(b"colour,weather\nred,rain\n", tmp_path, "odd.csv")
    good = put(one_c(OPENING, plain(MOVES)), tmp_path, "good.txt")
    status, found, err = run(capsys, good, odd, broken)
    assert status == 1
    assert [line.split(":")[:2] for line in err.splitlines()] == [
        ["leopold", f" {broken}"],
        ["leopold", f" {odd} has columns that do not make a ledger"],
    ]
    assert "line 7, column 8: it is no XML from here on" in err
    assert (len(found["payments"]), len(found["refusals"])) == (3, 2)


def test_a_bad_entry_is_told_and_is_no_failure(tmp_path: Path, capsys: Captured) -> None:
    data = camt(OPENING, MOVES).replace(b">20.05<", b">much<")
    status, found, err = run(capsys, put(data, tmp_path))
    assert (status, err) == (0, "")
    assert [each["position"] for each in found["refusals"]] == [5]
    assert [balance["difference"] for balance in found["balances"]] == ["-20.05"]
    assert len(found["doubts"]) == 1


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: Captured) -> None:
    assert main(["ledger", str(tmp_path / "none.csv")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"leopold: {tmp_path}/none.csv cannot be opened")
