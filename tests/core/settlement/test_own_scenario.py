"""Our own scenario file: what it can say, and what is said of what it cannot."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.errors import SettlementError
from leopold.settlement.model import Scenario
from leopold.settlement.scenarios import read_scenario
from leopold.settlement.scenarios.files import MEGABYTES, Part
from leopold.settlement.scenarios.own import scenario
from tests.core.settlement.domains import document, written
from tests.core.settlement.test_scenario_readers import refused

SCENARIO = """
issues = [
    {name = "Fee", from = 100, to = 300, step = 50, currency = "EUR"},
    {name = "Rate", from = 0.5, to = 1.25, step = 0.25, currency = "EUR"},
    {name = "Days", from = 1, to = 3, unit = "days"},
    {name = "Place", options = ["here", "there", "7"]},
]
exclude = [{Place = ["here", "7"], Days = 3, Fee = {from = 250}}]
imply = [{if = {Fee = {to = 100}}, then = {Days = [1, "2 days"], Place = "here"}}]

[[parties]]
name = "Anna"
veto = {Fee = 100, Rate = "0.50", Days = "2 days", Place = "here"}
must = {Fee = {to = 250}}
never = {Place = "there", Fee = "200 EUR"}
points = {Fee = 60, Rate = 0, Days = 20, Place = 20}

[parties.ratings]
Fee = {from = 100, "150" = 40, to = 0}
Days = {from = "worst", to = "Best"}
Place = {here = "good", "7" = "хуже всего"}

[[parties]]
name = "Борис"
points = {Fee = 1, Rate = 1, Days = 1, Place = 1}
ratings = {Fee = {"100 EUR" = 0, "300 EUR" = 100}, Rate = {from = 0, to = 75}, Days = {from = 50, to = 50}, \
Place = {here = 0, there = 25.5, "7" = 100}}
"""


def read(text: str) -> Scenario:
    from leopold.settlement.scenarios.files import toml_of

    return scenario(toml_of(text))


def test_ranges_are_written_out_in_words() -> None:
    found = {issue.name: issue.options for issue in read(SCENARIO).issues}
    assert found == {
        "Fee": ("100 EUR", "150 EUR", "200 EUR", "250 EUR", "300 EUR"),
        "Rate": ("0.50 EUR", "0.75 EUR", "1.00 EUR", "1.25 EUR"),
        "Days": ("1 days", "2 days", "3 days"),
        "Place": ("here", "there", "7"),
    }


def test_wishes_are_rated_and_barred() -> None:
    anna, boris = (party.preferences for party in read(SCENARIO).parties)
    assert anna.points == (60, 0, 20, 20)
    assert anna.ratings[0] == pytest.approx((1, 0.4, 0.8 / 3, 0.4 / 3, 0))
    assert anna.ratings[1:] == ((0, 0, 0, 0), (0, 0.5, 1), (0.75, 0, 0))
    assert anna.allowed == (frozenset({0, 1, 3}), None, None, frozenset({0, 2}))
    assert anna.veto == pytest.approx(0.6 + 0.2 * 0.5 + 0.2 * 0.75)
    assert boris.ratings[0] == (0, 0.25, 0.5, 0.75, 1)
    assert boris.ratings[3] == (0, 0.255, 1)
    assert (boris.veto, boris.allowed) == (0, (None,) * 4)


def test_links_bar_packages_and_nothing_else() -> None:
    found = read(SCENARIO)
    for package in product(*(range(len(issue.options)) for issue in found.issues)):
        fee, _, days, place = package
        barred = (place in (0, 2) and days == 2 and fee >= 3) or (fee == 0 and not (days in (0, 1) and place == 0))
        assert found.keeps_links(package) == (not barred)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Scenario files with options in words, of any names."""
    names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
    words = names.map(str.strip).filter(bool)
    issues = draw(st.lists(words, min_size=1, max_size=4, unique=True))
    options = {issue: draw(st.lists(words, min_size=1, max_size=4, unique=True)) for issue in issues}
    number = st.integers(0, 100)
    parties = [
        {
            "name": party,
            "veto": draw(number),
            "points": {issue: draw(st.integers(1, 100)) for issue in issues},
            "ratings": {issue: {option: draw(number) for option in options[issue]} for issue in issues},
        }
        for party in draw(st.lists(words, min_size=2, max_size=5, unique=True))
    ]
    return {"issues": [{"name": name, "options": each} for name, each in options.items()], "parties": parties}


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_scenario_that_is_written_is_read_as_it_was(values: dict[str, Any]) -> None:
    from leopold.settlement.scenarios.files import json_of, toml_of

    found = scenario(toml_of(written(values)))
    assert found == scenario(json_of(json.dumps(values)))
    assert [(issue.name, list(issue.options)) for issue in found.issues] == [
        (issue["name"], issue["options"]) for issue in values["issues"]
    ]
    for party, wants in zip(found.parties, values["parties"], strict=True):
        assert (party.name, party.preferences.veto) == (wants["name"], pytest.approx(wants["veto"] / 100))
        for package in product(*(range(len(issue.options)) for issue in found.issues)):
            words = found.named(package)
            total = sum(wants["points"][issue] * wants["ratings"][issue][words[issue]] for issue in words)
            assert party.preferences.worth(package) == pytest.approx(total / sum(wants["points"].values()) / 100)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
SPOTS = st.lists(
    st.sampled_from(["issues", "parties", "exclude", "imply", 0, 1, "name", "points", "Price"]), max_size=4
)
KEYS = ("must", "never", "veto", "ratings", "points", "options", "from", "to", "step", "currency", "if", "then")


@settings(max_examples=300, deadline=None)
@given(SPOTS, st.sampled_from(KEYS), VALUES)
def test_whatever_stands_in_it_is_read_or_refused(way: list[str | int], key: str, value: Any) -> None:
    values: Any = {**document(), "exclude": [{}], "imply": [{"if": {}, "then": {}}]}
    at = values
    for step in way:
        if not (isinstance(at, dict) and step in at) and not (isinstance(at, list) and isinstance(step, int)):
            break
        if isinstance(at, list) and step >= len(at):  # type: ignore[operator]
            break
        at = at[step]
    if isinstance(at, dict):
        at[key] = value
    with suppress(SettlementError):
        scenario(Part((), values))


def at(*way: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    """Return what puts a value into a document; the last step is added where it is not there."""

    def put(values: Any) -> None:
        for step in way[:-1]:
            values = values[step]
        values[way[-1]] = value

    return put


BUYER = ("parties", 0)
FEE = {"name": "Fee", "from": 0, "to": 10, "step": 5}
BROKEN: list[tuple[Callable[[dict[str, Any]], None], str]] = [
    (at("version", value=2), "it is of version 2; this Leopold reads version 1"),
    (at("title", value="x"), ".: 'title' is not known here; known are exclude, imply, issues, parties, version"),
    (at("issues", value=[]), "there is nothing to agree on"),
    (at("issues", value={}), "issues: a list is needed"),
    (at("issues", 0, value={"name": " "}), "issues → 1 → name: words in quotes are needed"),
    (at("issues", 0, value={"options": ["a"]}), "issues → 1: 'name' is missing; add it"),
    (at("issues", 0, value={"name": "Fee"}), "issue 'Fee' has neither options nor a range"),
    (at("issues", 0, "options", value=[]), "issue 'Price' has no options"),
    (at("issues", 0, "options", value=["low", "low"]), "issue 'Price' has option 'low' twice"),
    (at("issues", 0, "options", value=[1]), "issues → Price → options → 1: words in quotes are needed"),
    (at("issues", 0, "from", value=1), "issues → Price: 'from' is not known here"),
    (at("issues", 1, "name", value="Price"), "two issues are called 'Price'"),
    (at("issues", 0, value={**FEE, "step": 3}), "issue 'Fee': steps of 3 do not lead from 0 up to 10"),
    (at("issues", 0, value={**FEE, "step": 0}), "steps of 0 do not lead"),
    (at("issues", 0, value={**FEE, "from": 20}), "do not lead from 20 up to 10"),
    (at("issues", 0, value={**FEE, "to": 10**7}), "issue 'Fee' has more than 5000 options"),
    (at("issues", 0, value={**FEE, "step": Decimal("1e-7")}), "issue 'Fee': six decimals are the most"),
    (at("issues", 0, value={**FEE, "to": Decimal("1e99999")}), "issues → Fee → to: a number of usual size"),
    (at("issues", 0, value={**FEE, "unit": "kg", "currency": "EUR"}), "a unit and a currency stand together"),
    (at("issues", 0, value={**FEE, "currency": "euro"}), "'euro' is no currency; write three capitals, as EUR"),
    (at("parties", value=[]), "0 parties sit at the table; let it be 2 to 5"),
    (at(*BUYER, "name", value="seller"), "two parties are called 'seller'"),
    (at(*BUYER, "wants", value=1), "parties → buyer: 'wants' is not known here; known are must, name, never, points"),
    (at(*BUYER, "points", value={"Price": 1}), "parties → buyer → points: 'Start' is missing"),
    (at(*BUYER, "points", value={"Prize": 1}), "points: there is no issue 'Prize'; there are Price, Start"),
    (at(*BUYER, "points", "Price", value=-1), "parties → buyer → points → Price: the number has to lie between 0 and"),
    (at(*BUYER, "points", value={"Price": 0, "Start": 0}), "parties → buyer → points: no issue has any points"),
    (at(*BUYER, "ratings", value={}), "parties → buyer: issue 'Price' has points and no ratings"),
    (at(*BUYER, "ratings", "Prize", value={}), "ratings: there is no issue 'Prize'"),
    (at(*BUYER, "ratings", "Price", "low", value=101), "Price → low: the number has to lie between 0 and 100"),
    (at(*BUYER, "ratings", "Price", "low", value="great"), "Price → low: 'great' is no rating; write a number from 0"),
    (at(*BUYER, "ratings", "Price", "low", value=None), "Price → low: a number of usual size is needed"),
    (at(*BUYER, "ratings", "Price", "none", value=1), "there is no option 'none'; there are low, middle, high"),
    (at(*BUYER, "ratings", "Price", value={"low": 1}), "ratings → Price: option 'middle' has no rating"),
    (at(*BUYER, "must", value={"Price": "none"}), "parties → buyer → must → Price: there is no option 'none'"),
    (at(*BUYER, "must", value={"Prize": "low"}), "parties → buyer → must: there is no issue 'Prize'"),
    (at(*BUYER, "must", value={"Price": []}), "must → Price: no option is named"),
    (at(*BUYER, "must", value={"Price": True}), "there is no option 'True'"),
    (at(*BUYER, "must", value={"Price": {"from": 1}}), "must → Price: from and to are for ranges"),
    (
        at(*BUYER, "never", value={"Price": ["low", "middle", "high"]}),
        "must and never leave no option of issue 'Price'",
    ),
    (at(*BUYER, "never", value=3), "parties → buyer → never: a table of names and values is needed"),
    (at(*BUYER, "veto", value=101), "parties → buyer → veto: the number has to lie between 0 and 100"),
    (at(*BUYER, "veto", value={"Price": "low"}), "parties → buyer → veto: 'Start' is missing"),
    (at(*BUYER, "veto", value={"Price": "x", "Start": "now"}), "veto → Price: there is no option 'x'"),
    (at("exclude", value=[{"Price": "low"}]), "exclude → 1: a link needs options of two issues at least"),
    (at("exclude", value=[{"Price": "low", "Stop": "now"}]), "exclude → 1: there is no issue 'Stop'"),
    (at("exclude", value=["low"]), "exclude → 1: a table of names and values is needed"),
    (at("imply", value=[{"if": {"Price": "low"}}]), "imply → 1: 'then' is missing"),
    (at("imply", value=[{"if": {"Price": "low"}, "then": {}}]), "imply → 1: a link needs options of two issues"),
    (at("imply", value=[{"if": {"Price": "low"}, "then": {"Price": "low"}}]), "imply → 1: a link needs options of two"),
    (
        at("imply", value=[{"when": {}, "if": {}, "then": {}}]),
        "imply → 1: 'when' is not known here; known are if, then",
    ),
]


@pytest.mark.parametrize("number", range(len(BROKEN)))
def test_what_does_not_fit_is_refused_with_its_place(number: int) -> None:
    change, said = BROKEN[number]
    values = document()
    change(values)
    with pytest.raises(SettlementError) as caught:
        scenario(Part((), values))
    assert said in caught.value.fault.said("en")


def test_links_without_end_are_refused() -> None:
    values = document()
    values["issues"] += [{"name": name, "from": 1, "to": 100} for name in "ab"]
    for party in values["parties"]:
        party["points"] |= {"a": 0, "b": 0}
    values["exclude"] = [{"a": {}, "b": {}}]
    with pytest.raises(SettlementError, match="exclude → 1: the links bar more than 5000 packages"):
        scenario(Part((), values))


def test_an_amount_is_rated_once() -> None:
    text = SCENARIO.replace('{"100 EUR" = 0,', '{from = 5, "100 EUR" = 0,')
    with pytest.raises(SettlementError, match="ratings → Fee: option '100 EUR' has two ratings"):
        read(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it has no issues and parties"),
        ("[]", "line 1: it is no TOML"),
        ("a = [[[", "line 1: it is no TOML"),
        ("\n\na = 1\na = 2", "line 4: it is no TOML"),
        ("a = " + "[" * 50_000, "parts within parts without end"),
        ("a." * 20_000 + "a = 1", "parts within parts without end"),
        ("x = {" + "'a' . " * 20_000 + "a = 1}", "parts within parts without end"),
        ("a = '" + "a" * 4_000_000, "line 1: it is no TOML"),
        ("a = " + "9" * 5000, "a number of too many digits"),
        ("{", "line 1, column 2: it is no JSON"),
        ('{"a": 1, "a": 2}', "name 'a' stands twice"),
        ("a = '\udcff'", "no text in UTF-8"),
    ],
)
def test_what_is_no_scenario_is_refused_by_name(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "scenario.toml"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    found = refused(path)
    assert found.startswith(f"{path}: ")
    assert said in found


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "scenario.toml"
    with path.open("wb") as file:
        file.truncate((MEGABYTES << 20) + 1)
    assert "it is larger than 8 MB" in refused(path)


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "scenario.json"
    values = document()
    values["parties"][0]["points"]["\x1b[31m"] = 1
    path.write_text(json.dumps(values))
    assert "\x1b" not in refused(path)
    path.write_text(json.dumps({**document(), "x" * 9999: 1}))
    assert len(refused(path)) < 9999


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "scenario.toml"
    path.write_bytes(b"\xef\xbb\xbf" + written(document()).replace("\n", "\r\n").encode())
    assert len(read_scenario(path).parties) == 2
