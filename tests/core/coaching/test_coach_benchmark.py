"""The labelled drafts: their labels fit, and what was reached on the half for development stays reached."""

from __future__ import annotations

import pytest

from benchmarks import coach
from benchmarks.signal_scores import Score, score


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("half", coach.HALVES)
def test_every_half_has_thirty_drafts_and_half_of_them_clean(half: str, code: str) -> None:
    found = list(coach.cases(half, code))
    assert len(found) >= 30
    assert len({case.id for case in found}) == len(found)
    assert 0.4 <= sum(not case.marks for case in found) / len(found) <= 0.6


@pytest.mark.parametrize("code", ["en", "ru"])
def test_what_was_reached_on_the_half_for_development_stays_reached(code: str) -> None:
    found = list(coach.cases("development", code))
    marks = [mark for case in found for mark in case.marks]
    total = sum(score((m for case in found for m in coach.coached(case)), marks).values(), Score())
    assert total.precision >= 0.95
    assert total.recall >= 0.9


def test_it_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    coach.main(["--half", "development", "--errors"])
    printed = capsys.readouterr().out
    assert "development: 64 drafts" in printed
    assert "control: always, never" in printed
    assert "letters of ours" in printed
