"""The page, the example and the schema of scenario files say what the reader does."""

from __future__ import annotations

import io
import json
import re
import tomllib
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leopold.errors import SettlementError
from leopold.settlement.command import settled, show
from leopold.settlement.scenarios.files import Part
from leopold.settlement.scenarios.own import scenario
from leopold.settlement.scenarios.wishes import STEPS
from tests.core.settlement.domains import document
from tests.core.settlement.test_own_scenario import BROKEN, SCENARIO

DOCS = Path(__file__).resolve().parents[3] / "docs"
EXAMPLE = DOCS / "scenario.example.toml"
SCHEMA = json.loads((DOCS / "scenario.schema.json").read_text())
VALID = jsonschema.Draft202012Validator(SCHEMA)
BEYOND = (
    *("there is no issue", "there is no option", "twice", "do not lead", "is missing", "two issues", "two parties"),
    *("no ratings", "no rating;", "no issue has any points", "six decimals", "has more than", "usual size"),
    *("from and to are for ranges", "leave no option", "a link needs options of two", "has no rating"),
)
"""What is said of what a schema cannot see."""


def plain(value: Any) -> Any:
    """Return values with numbers of JSON."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("text", [EXAMPLE.read_text(), SCENARIO], ids=["example", "all that can be said"])
def test_what_is_read_is_valid(text: str) -> None:
    VALID.validate(tomllib.loads(text))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    VALID.validate(document())


@pytest.mark.parametrize("number", range(len(BROKEN)))
def test_what_is_refused_is_invalid_unless_it_is_beyond_a_schema(number: int) -> None:
    change, said = BROKEN[number]
    values = document()
    change(values)
    if not VALID.is_valid(plain(values)):
        return
    assert any(words in said for words in BEYOND), said


def mutations() -> list[Any]:
    """Return values that take the place of any part of a document."""
    return [None, True, -1, 50, 1000, "", "low", [], ["low"], {}, {"from": 1, "to": 2}]


def test_what_is_invalid_is_refused() -> None:
    whole = document() | {"exclude": [{"Price": "low", "Start": "now"}]}
    whole["parties"][0] |= {"must": {"Price": "low"}, "never": {"Start": "now"}}
    whole["issues"].append({"name": "Fee", "from": 1, "to": 3, "currency": "EUR"})
    for party in whole["parties"]:
        party["points"]["Fee"] = 0
    VALID.validate(whole)
    scenario(Part((), whole))
    tried = 0
    for way in ways(whole):
        for value in mutations():
            values = deepcopy(whole)
            at = values
            for step in way[:-1]:
                at = at[step]
            at[way[-1]] = value
            if not VALID.is_valid(values):
                tried += 1
                with pytest.raises(SettlementError):
                    scenario(Part((), values))
    assert tried > 100


def ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in inner for found in [(*way, key), *ways(each, (*way, key))]]


def test_the_schema_and_the_page_name_every_step() -> None:
    pattern = SCHEMA["$defs"]["rating"]["anyOf"][1]["pattern"]
    page = (DOCS / "scenarios.md").read_text()
    for step in STEPS:
        assert re.fullmatch(pattern, step)
        assert re.fullmatch(pattern, f" {step.upper()} ")
        assert f"`{step}`" in page


def test_the_page_shows_the_example_and_what_comes_of_it() -> None:
    page = (DOCS / "scenarios.md").read_text()
    assert f"```toml\n{EXAMPLE.read_text()}```" in page
    output = io.StringIO()
    show(*settled(EXAMPLE, None), "en", output)
    lines = [line.rstrip() for line in output.getvalue().splitlines()]
    assert "```\n" + "\n".join(lines).strip("\n") + "\n```" in page
