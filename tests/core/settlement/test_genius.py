"""Genius XML: what may stand in it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from leopold.settlement.scenarios import read_scenario
from leopold.settlement.scenarios.elements import DEEPEST
from leopold.settlement.scenarios.files import MEGABYTES
from tests.core.settlement.domains import genius
from tests.core.settlement.test_scenario_readers import refused

ITEM = '<item index="2" value="middle" evaluation="20"/>'
WHOLE = '<issue index="1" name="Price" vtype="integer" lowerbound="-2" upperbound="2">{}</issue>'


def changed(folder: Path, old: str, new: str, file: str = "buyer.xml") -> Path:
    """Write the negotiation with one thing changed."""
    genius(folder)
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    return folder


BROKEN = {
    "a missing option": (ITEM, "", "option 'middle' of issue 'Price' has no value"),
    "a missing evaluation": (ITEM, '<item value="middle"/>', "line 3: 'evaluation' is missing"),
    "an unknown option": (
        ITEM,
        ITEM + '<item index="9" value="free" evaluation="1"/>',
        "issue 'Price' has no option 'free' in the domain",
    ),
    "an option twice": (ITEM, ITEM + "\n" + ITEM, "line 4: 'middle' stands there for the second time"),
    "a nameless option": (ITEM, '<item evaluation="20"/>', "line 3: 'value' is missing"),
    "NaN": (ITEM, ITEM.replace("20", "NaN"), "line 3: 'evaluation' is 'NaN' and no number"),
    "infinity": (ITEM, ITEM.replace("20", "1e999"), "'evaluation' is '1e999' and no number"),
    "words": (ITEM, ITEM.replace("20", "much"), "'evaluation' is 'much' and no number"),
    "less than nothing": (ITEM, ITEM.replace("20", "-1"), "option 'middle' of issue 'Price' is worth less than 0"),
    "another issue": ('name="Start"', 'name="Stop"', "issue 'Stop' is not in the domain"),
    "a missing weight": ('<weight index="2" value="0.5"/>', "", "issue 'Start' has no weight"),
    "a weight of nothing": ('<weight index="2"', '<weight index="7"', "no issue has the index '7' of this weight"),
    "a weight twice": ('<weight index="2"', '<weight index="1"', "'Price' stands there for the second time"),
    "a negative weight": ('value="1.5"', 'value="-1.5"', "gives issue 'Price' -1.5 points"),
    "a reservation above all": (
        '<reservation value="0.25"',
        '<reservation value="25"',
        "the veto line of 'buyer' is 25",
    ),
    "an empty reservation": ('<reservation value="0.25"', '<reservation value=""', "'value' is ''"),
    "an issue without an index": ('<issue index="1"', "<issue", "line 1: 'index' is missing"),
    "a real issue": ('vtype="discrete" type="discrete" etype="discrete"', 'vtype="real"', "issue 'Price' has no list"),
    "a price": ('vtype="discrete" type="discrete" etype="discrete"', 'etype="price"', "endless values are not read"),
    "two types": ('vtype="discrete"', 'vtype="integer"', "is of a type that is not known"),
    "a nonlinear space": ("<utility_space>", '<utility_space type="nonlinear">', "its utility space is nonlinear"),
    "hyper-rectangles": ("</objective>", "<utility><ufun/></utility></objective>", "its utility space is nonlinear"),
    "two objectives": ("</objective>", "</objective><objective/>", "one objective alone is read"),
    "an objective in another": ("</objective>", "<objective/></objective>", "one objective alone is read"),
    "a document type": ("<utility_space>", "<!DOCTYPE a><utility_space>", "document types and entities are not read"),
    "half a file": ("</objective>", "", "it is no XML from here on"),
    "an undefined entity": ("middle", "&middle;", "line 3, column 1: it is no XML"),
    "an unknown encoding": ("<utility_space>", '<?xml version="1.0" encoding="none-such"?><utility_space>', "no XML"),
    "depth": ("</objective>", "<a>" * DEEPEST + "</a>" * DEEPEST + "</objective>", "parts within parts without end"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_does_not_fit_is_refused_with_its_place(case: str, tmp_path: Path) -> None:
    old, new, said = BROKEN[case]
    found = refused(changed(tmp_path, old, new))
    assert said in found
    assert "buyer" in found


def test_an_entity_bomb_is_not_opened(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    text = f'{bomb}]>\n<utility_space name="&i;"/>'
    genius(tmp_path)
    (tmp_path / "buyer.xml").write_text(text)
    assert "buyer.xml: line 1: document types and entities are not read" in refused(tmp_path)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    genius(tmp_path)
    with (tmp_path / "buyer.xml").open("ab") as file:
        file.truncate((MEGABYTES << 20) + 1)
    assert "buyer.xml: it is larger than 8 MB" in refused(tmp_path)


def test_an_issue_that_is_worth_nothing_is_rated_nothing(tmp_path: Path) -> None:
    genius(tmp_path)
    text = (tmp_path / "buyer.xml").read_text()
    for value in ("10", "40"):
        text = text.replace(f' evaluation="{value}"', ' evaluation="0"')
    (tmp_path / "buyer.xml").write_text(text.replace(' evaluation="20"', ' evaluation="0"'))
    (buyer, _) = read_scenario(tmp_path).parties
    assert buyer.preferences.ratings == ((0.0,) * 3, (0.0,) * 2)


def integers(folder: Path, evaluator: str) -> Path:
    """Write the negotiation with whole numbers for a price."""
    genius(folder)
    for file in folder.glob("*.xml"):
        before, after = file.read_text().split('<issue index="1"')
        rest = after.split("</issue>", 1)[1]
        file.write_text(before + WHOLE.format("" if file.stem == "domain" else evaluator) + rest)
    return folder


def test_whole_numbers_are_rated_from_their_lower_bound_and_held_within_the_scale(tmp_path: Path) -> None:
    scenario = read_scenario(integers(tmp_path, '<evaluator ftype="linear" offset="0.75" slope="-0.25"/>'))
    assert scenario.issues[0].options == ("-2", "-1", "0", "1", "2")
    assert scenario.parties[0].preferences.ratings[0] == (0.75, 0.5, 0.25, 0.0, 0.0)


@pytest.mark.parametrize(
    "evaluator",
    [
        "",
        '<evaluator ftype="linear" parameter0="1" parameter1="-0.0005"/>',
        '<evaluator ftype="triangular" offset="0" slope="1"/>',
    ],
)
def test_older_evaluators_are_refused(evaluator: str, tmp_path: Path) -> None:
    assert "issue 'Price' needs a linear evaluator" in refused(integers(tmp_path, evaluator))


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ('lowerbound="2" upperbound="1"', "needs a lowerbound and an upperbound that is not below it"),
        ('lowerbound="0.5" upperbound="1"', "needs a lowerbound"),
        ('upperbound="1"', "needs a lowerbound"),
        ('lowerbound="0" upperbound="99999999"', "has more than 5000 options; take a wider step"),
    ],
)
def test_bounds_are_whole_and_in_order(bounds: str, said: str, tmp_path: Path) -> None:
    integers(tmp_path, "")
    path = tmp_path / "domain.xml"
    path.write_text(path.read_text().replace('lowerbound="-2" upperbound="2"', bounds))
    assert said in refused(tmp_path)


def test_two_domains_in_one_folder_are_refused(tmp_path: Path) -> None:
    genius(tmp_path)
    (tmp_path / "second.xml").write_text((tmp_path / "domain.xml").read_text())
    assert "domain.xml and second.xml both describe a domain" in refused(tmp_path)


def test_a_domain_without_a_template_is_that_of_its_first_profile(tmp_path: Path) -> None:
    whole = read_scenario(genius(tmp_path))
    (tmp_path / "domain.xml").unlink()
    assert read_scenario(tmp_path) == whole


def test_a_template_is_no_profile(tmp_path: Path) -> None:
    genius(tmp_path)
    assert "domain.xml: it holds no utility_space" in refused(tmp_path, ["buyer.xml", "domain.xml"])
