"""`leopold settle` and the library calls: what scripts may rely on."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import leopold
from leopold.cli import main
from leopold.settlement.command import SOLUTIONS
from tests.core.settlement.domains import FORMATS, ISSUES, document, genius

DOCS = Path(__file__).resolve().parents[3] / "docs"
SCHEMA = json.loads((DOCS / "settle.schema.json").read_text())
EXAMPLE = DOCS / "scenario.example.toml"
Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *words: str | Path) -> tuple[int, str, str]:
    status = main(["settle", *map(str, words)])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("form", FORMATS)
def test_its_json_fits_the_published_schema(form: str, tmp_path: Path, capsys: Captured) -> None:
    status, out, err = run(capsys, FORMATS[form][1](tmp_path), "--json", "-")
    assert (status, err) == (0, "")
    found = json.loads(out)
    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert (found["version"], found["parties"], found["outcomes"]) == (1, ["buyer", "seller"], 6)
    assert found["agreement_possible"] is True
    # Of the six packages by hand: low/now .8125 .5; low/later 1 .25; middle/now .4375 .875; middle/later .625 .625.
    assert [point["utilities"] for point in found["frontier"]] == [
        pytest.approx(each) for each in ([0.0625, 1], [0.4375, 0.875], [0.625, 0.625], [0.8125, 0.5], [1, 0.25])
    ]
    # Gains over .25 and 0: products .28125 for low/now, .234375 for middle/later.
    assert found["nash"] == {"utilities": pytest.approx([0.8125, 0.5]), "options": {"Price": "low", "Start": "now"}}
    assert found["leximin"]["options"] == {"Price": "low", "Start": "now"}
    assert set(found["kalai_smorodinsky"]["options"]) == set(ISSUES)
    assert found["gaps"] == {}
    assert (found["relaxations"], found["relaxations_whole"]) == ([], True)


def test_no_agreement_is_said_so(tmp_path: Path, capsys: Captured) -> None:
    values = document()
    for party in values["parties"]:
        party["veto"] = 90
    path = tmp_path / "scenario.json"
    path.write_text(json.dumps(values))
    _, out, _ = run(capsys, path, "--json", "-")
    found = json.loads(out)
    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert found["agreement_possible"] is False
    assert [found[name] for name in SOLUTIONS] == [None] * 3
    assert len(found["frontier"]) == 5
    english, russian = (run(capsys, path, "--language", language)[1] for language in ("en", "ru"))
    assert "No agreement is possible" in english
    assert "Соглашение невозможно" in russian
    # One line of two, at .9, is enough at the ends of the frontier: 1 .25 takes .65 of the seller, .0625 1 more.
    assert found["relaxations_whole"] is True
    assert found["relaxations"] == [
        {"accept": [], "lower": [{"party": "seller", "by": pytest.approx(0.65)}], "allow": []},
        {"accept": [], "lower": [{"party": "buyer", "by": pytest.approx(0.8375)}], "allow": []},
    ]
    assert "if seller signs from 25.0 % instead of 90.0 %\nor if buyer signs from 6.2 %" in english
    assert "если seller подписывает от 25.0 % вместо 90.0 %" in russian


def test_a_must_have_or_a_link_that_stands_in_the_way_is_named(tmp_path: Path, capsys: Captured) -> None:
    values = document() | {"exclude": [{"Price": "low", "Start": "now"}]}
    for party in values["parties"]:
        party.pop("veto", None)
    path = tmp_path / "scenario.json"
    for must, step in (
        ({"Price": ["low"], "Start": ["now"]}, {"allow": [{"Price": "low", "Start": "now"}]}),
        ({"Price": ["low"]}, {"accept": [{"party": "buyer", "issue": "Price", "option": "high"}]}),
    ):
        for party in values["parties"]:
            party.pop("must", None)
        values["parties"][0]["must"] = must
        if "accept" in step:
            values["parties"][1]["must"] = {"Price": ["high"]}
        path.write_text(json.dumps(values))
        found = json.loads(run(capsys, path, "--json", "-")[1])
        jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)
        assert found["agreement_possible"] is False
        ((name, wanted),) = step.items()
        assert wanted in [each[name] for each in found["relaxations"]], found["relaxations"]
        assert run(capsys, path, "--language", "en")[0] == 0


def test_a_person_gets_a_table_in_either_language(capsys: Captured) -> None:
    status, out, _ = run(capsys, EXAMPLE, "--language", "en")
    assert status == 0
    for words in ("Most value (Nash)", "Help is reachable", "Satisfaction: Client", "6552 packages"):
        assert words in " ".join(out.split()), out
    _, out, _ = run(capsys, EXAMPLE, "--language", "ru")
    for words in ("Что можно подписать", "Лексимин".lower(), "Удовлетворение: Client", "Сочетаний: 6552"):
        assert words in " ".join(out.split()), out


def test_a_hostile_name_moves_no_cursor(tmp_path: Path, capsys: Captured) -> None:
    values = document()
    values["parties"][0]["name"] = "\x1b[31m[bold]buyer"
    path = tmp_path / "scenario.json"
    path.write_text(json.dumps(values))
    _, out, _ = run(capsys, path, "--language", "en")
    assert "\x1b" not in out
    assert "[bold]buyer" in out


def test_json_goes_to_a_file_too(tmp_path: Path, capsys: Captured) -> None:
    _, out, _ = run(capsys, EXAMPLE, "--json", tmp_path / "found.json")
    assert out
    jsonschema.validate(json.loads((tmp_path / "found.json").read_text()), SCHEMA)


def test_profiles_are_named_behind_the_folder(tmp_path: Path, capsys: Captured) -> None:
    genius(tmp_path)
    words = (tmp_path, "--profile", "seller.xml", "buyer.xml", "--json", "-")
    assert json.loads(run(capsys, *words)[1])["parties"] == ["seller", "buyer"]
    words = (tmp_path, "--profile", "seller.xml", "--profile", tmp_path / "buyer.xml", "--json", "-")
    assert json.loads(run(capsys, *words)[1])["parties"] == ["seller", "buyer"]


def test_an_error_is_one_line_in_the_language_of_the_reader(tmp_path: Path, capsys: Captured) -> None:
    status, out, err = run(capsys, tmp_path / "none.toml", "--language", "ru", "--json", "-")
    assert (status, out) == (1, "")
    assert err == f"leopold: {tmp_path}/none.toml: такого файла или папки нет; исправьте путь\n"


def test_the_library_reads_and_solves() -> None:
    found = leopold.solve(leopold.read_scenario(EXAMPLE))
    assert found.possible
    assert found.nash is not None
    with pytest.raises(leopold.SettlementError, match="no such file"):
        leopold.read_scenario("none.toml")
