"""Reports show what comes back, what may lie behind it, and how each side behaves, where enough is known."""

from __future__ import annotations

import io
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from leopold.languages import Language
from leopold.report.documents import document
from leopold.report.pages import page
from leopold.report.terminal import show
from leopold.scanning import scan


@pytest.fixture(scope="module")
def found(built: Path) -> Any:
    home = built / "ru-d-11"
    return scan([home / "mail.mbox"], ours=["tovdvor.example"], ledger=[home / "invoices.csv"])


@pytest.mark.parametrize(
    ("language", "again", "perhaps"),
    [
        ("en", "Came back: Answers and news", "Perhaps they look only to their own gain"),
        ("ru", "Возвращается: Ответы и новости", "Возможно, они смотрят только на свою выгоду"),
    ],
)
def test_a_report_says_what_comes_back_and_what_may_lie_behind_it(
    found: Any, language: Language, again: str, perhaps: str
) -> None:
    told = document(found, language)
    terminal = io.StringIO()
    show(told, terminal)
    for text in (terminal.getvalue(), page(told)):
        flat = " ".join(text.split())
        assert again in flat
        assert perhaps in flat


def test_a_page_shows_how_sides_behave_only_where_enough_is_known(found: Any) -> None:
    few = document(found, "en")
    assert "How each side behaves" not in page(few)
    many = deepcopy(few)
    custom = many["relationships"][0]["culture"][0]
    known = {"n": 40, "share": 0.9, "interval": [0.77, 0.96], "median_hours": 5.0, "text": "90% (77–96%)"}
    custom["all"] = custom["earlier"] = known
    assert "How each side behaves" in page(many)
    assert "90% (77–96%)" in page(many)
