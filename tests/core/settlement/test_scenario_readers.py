"""What holds for every reader of scenarios: it knows its own format alone, and all read the same from the same."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from leopold.errors import SettlementError
from leopold.settlement.scenarios import READERS, read_scenario
from leopold.settlement.scenarios.files import FILES, place_of
from tests.core.settlement.domains import FORMATS, ISSUES, WANTS, genius, geniusweb, negolog, own_json


def refused(path: Path, profiles: list[str | Path] | None = None) -> str:
    """Return what is said of a place that is not read."""
    with pytest.raises(SettlementError) as caught:
        read_scenario(path, profiles)
    assert caught.value.fault.said("ru") != caught.value.fault.said("en")
    return caught.value.fault.said("en")


def test_every_reader_is_tried_here() -> None:
    assert {reader.name for reader in READERS} == {name for name, _ in FORMATS.values()}


@pytest.mark.parametrize("form", FORMATS)
def test_one_reader_recognises_each_format(form: str, tmp_path: Path) -> None:
    name, write = FORMATS[form]
    place = place_of(write(tmp_path))
    assert [reader.name for reader in READERS if reader.recognises(place)] == [name]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same(form: str, tmp_path: Path) -> None:
    scenario = read_scenario(FORMATS[form][1](tmp_path))
    assert {issue.name: issue.options for issue in scenario.issues} == ISSUES
    assert [party.name for party in scenario.parties] == ["buyer", "seller"]
    for party in scenario.parties:
        wants = WANTS[party.name]
        assert party.preferences.veto == pytest.approx(wants["reservation"])
        for package in product(*(range(len(options)) for options in ISSUES.values())):
            words = scenario.named(package)
            worth = sum(wants["weights"][name] * wants["ratings"][name][words[name]] for name in ISSUES)
            assert party.preferences.worth(package) == pytest.approx(worth)


@pytest.mark.parametrize("write", [genius, geniusweb, negolog])
def test_profiles_are_taken_from_the_folder_or_from_anywhere(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder, away = tmp_path / "domain", tmp_path / "away"
    folder.mkdir()
    away.mkdir()
    write(folder)
    ending = ".xml" if write is genius else ".json"
    (folder / f"buyer{ending}").rename(away / f"third{ending}")
    found = read_scenario(folder, [f"seller{ending}", away / f"third{ending}"])
    assert [party.name for party in found.parties] == ["seller", "third"]
    assert "buyer" in refused(folder, [f"seller{ending}", f"buyer{ending}"])
    assert "two parties are called 'seller'" in refused(folder, [f"seller{ending}", f"seller{ending}"])
    assert "1 profiles are named; name 2 to 5" in refused(folder, [f"seller{ending}"])
    assert "the folder holds 1 profiles" in refused(folder)


def test_more_profiles_than_seats_have_to_be_named(tmp_path: Path) -> None:
    negolog(tmp_path)
    text = (tmp_path / "buyer.json").read_text()
    for number in range(5):
        (tmp_path / f"more-{number}.json").write_text(text)
    assert "the folder holds 7 profiles (buyer.json, more-0.json," in refused(tmp_path)
    assert "name 2 to 5 of them with --profile" in refused(tmp_path)
    five = [f"more-{number}.json" for number in range(5)]
    assert len(read_scenario(tmp_path, five).parties) == 5
    assert "6 profiles are named" in refused(tmp_path, [*five, "buyer.json"])


def test_what_is_no_scenario_is_refused_by_name(tmp_path: Path) -> None:
    assert refused(tmp_path / "none").startswith(f"{tmp_path}/none: there is no such file or folder")
    assert "no domain of Genius, GeniusWeb or NegoLog lies in this folder" in refused(tmp_path)
    own_json(tmp_path)
    assert "no domain of Genius" in refused(tmp_path)
    assert "leave --profile out" in refused(tmp_path / "scenario.json", ["a", "b"])
    os.mkfifo(tmp_path / "pipe.toml")
    assert "it is a pipe, a socket or a device" in refused(tmp_path / "pipe.toml")
    assert refused(Path("\0"))


def test_a_file_of_a_domain_names_its_folder_as_the_mend(tmp_path: Path) -> None:
    genius(tmp_path)
    assert "name the folder in which it lies" in refused(tmp_path / "domain.xml")


def test_a_folder_of_everything_is_not_read_through(tmp_path: Path) -> None:
    for number in range(FILES + 1):
        (tmp_path / f"{number}.json").touch()
    assert "more than 500 files" in refused(tmp_path)


def test_a_broken_file_among_profiles_is_no_missing_party(tmp_path: Path) -> None:
    genius(tmp_path)
    (tmp_path / "third.xml").write_text("")
    assert "third.xml: line 1, column 1: it is no XML" in refused(tmp_path)
    assert len(read_scenario(tmp_path, ["buyer.xml", "seller.xml"]).parties) == 2
