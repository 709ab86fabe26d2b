"""GeniusWeb and NegoLog JSON: what is refused, with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.settlement.domains import geniusweb, geniusweb_java, negolog
from tests.core.settlement.test_scenario_readers import refused

Case = tuple[Callable[[Path], Path], str, str, str]
BOTH = (geniusweb, geniusweb_java, negolog)
EACH: list[Case] = [
    case
    for write in BOTH
    for case in (
        (write, '"middle": 0.5, ', "", "option 'middle' of issue 'Price' has no value"),
        (write, '"middle": 0.5', '"middle": 0.5, "free": 1', "issue 'Price' has no option 'free' in the domain"),
        (write, '"middle": 0.5', '"middle": 1.5', "Price"),
        (write, '"middle": 0.5', '"middle": "0.5"', "middle: a number of usual size is needed"),
        (write, '"middle": 0.5', '"middle": true', "middle: a number of usual size is needed"),
        (write, '"middle": 0.5', '"middle": NaN', "NaN is no number"),
        (write, '"middle": 0.5', '"middle": Infinity', "Infinity is no number"),
        (write, '"middle": 0.5', '"middle": 1e999', "middle: a number of usual size is needed"),
        (write, '"middle": 0.5', '"middle": ' + "9" * 5000, "a number of too many digits"),
        (write, '"middle": 0.5', '"low": 0.5', "name 'low' stands twice in one table"),
        (write, '"middle": 0.5', '"middle" 0.5', "it is no JSON from here on"),
        (write, '"middle": 0.5', '"middle": ' + "[" * 99_999, "parts within parts without end"),
        (write, '"Price": 0.75, "Start": 0.25', '"Price": 0.75', "issue 'Start' has no weight"),
        (write, '"Price": 0.75,', '"Price": 0.75, "Stop": 0.1,', "issue 'Stop' is not in the domain"),
        (write, '"Price": 0.75', '"Price": -0.75', "Price: the number has to lie between 0 and 1"),
        (write, '"Price": 0.75', '"Price": null', "Price: a number of usual size is needed"),
        (write, '"issueWeights": {', '"issueWeights": [{', "it is no JSON from here on"),
    )
]
OTHERS: list[Case] = [
    (geniusweb, "LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace", "its utility space is nonlinear"),
    (geniusweb, "DiscreteValueSetUtilities", "NumberValueSetUtilities", "issue 'Price' has no list of options"),
    (geniusweb, '"valueUtilities"', '"values"', "'valueUtilities' is missing"),
    (geniusweb, '"Start": "later"}', '"Start": "never"}', "issue 'Start' has no option 'never' in the domain"),
    (geniusweb, '"Price": "high", ', "", "issue 'Price' of the domain is missing"),
    (geniusweb_java, '{"values": ["low", "middle", "high"]}', '{"range": ["0", "9", "1"]}', "endless values"),
    (geniusweb_java, '"domain": {', '"somewhere": {', "'domain' is missing"),
    (negolog, '"reservationValue": 0.25', '"reservationValue": 25', "between 0 and 1"),
    (negolog, '"issues": {', '"issues": ["Price"], "others": {', "issues: a table of names and values is needed"),
]


@pytest.mark.parametrize("case", [*EACH, *OTHERS], ids=lambda case: f"{case[0].__name__}-{case[2][:30]}")
def test_what_does_not_fit_is_refused_with_its_place(case: Case, tmp_path: Path) -> None:
    write, old, new, said = case
    path = write(tmp_path) / "buyer.json"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    # A NegoLog domain is what its first profile names.
    found = refused(tmp_path, ["seller.json", "buyer.json"] if write is negolog else ["buyer.json", "seller.json"])
    assert said in found
    assert found.startswith(str(tmp_path))


def test_two_domains_in_one_folder_are_refused(tmp_path: Path) -> None:
    geniusweb(tmp_path)
    (tmp_path / "second.json").write_text((tmp_path / "domain.json").read_text())
    assert "domain.json and second.json both describe a domain" in refused(tmp_path)


def test_a_profile_of_weights_of_nothing_has_no_reservation_package(tmp_path: Path) -> None:
    path = geniusweb(tmp_path) / "buyer.json"
    path.write_text(path.read_text().replace('"Price": 0.75, "Start": 0.25', '"Price": 0, "Start": 0'))
    assert "buyer.json: no issue has any weight" in refused(tmp_path)


def test_other_bytes_than_text_are_refused(tmp_path: Path) -> None:
    negolog(tmp_path)
    (tmp_path / "buyer.json").write_bytes(b"\xff\xfe\x00")
    assert "buyer.json: it is no text in UTF-8" in refused(tmp_path)
