"""The benchmark of lateness scores as it says, and never by what lies after the test began."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from benchmarks.lateness import auc, controls, main, ours
from benchmarks.lateness_data import record
from leopold.forecast.lateness import Item


def items(firms: int = 4, size: int = 240) -> list[Item]:
    """Items of firms that are each late by a number of days of their own."""
    start = date(2025, 1, 1)
    made = [start + timedelta(days=number // 2) for number in range(size)]
    return [
        Item.dated(
            f"{n:03}", f"firm {n % firms}", day, day + timedelta(days=5), day + timedelta(days=5 + 3 * (n % firms))
        )
        for n, day in enumerate(made)
    ]


def test_the_area_counts_ties_as_half() -> None:
    late = np.array([0.0, 0.0, 1.0, 1.0])
    assert auc(np.array([0.1, 0.2, 0.3, 0.4]), late) == 1
    assert auc(np.array([0.5, 0.5, 0.5, 0.5]), late) == 0.5
    assert auc(np.array([0.1, 0.4, 0.3, 0.4]), late) == pytest.approx(0.625)


def test_it_beats_its_controls_where_firms_have_habits() -> None:
    made = record("habits", items(), date(2025, 4, 1))
    mine, engine, _ = ours(made)
    beside = controls(made)
    assert mine.crps < beside["pool"].crps < beside["raw promise"].crps
    assert beside["counterparty"].crps < beside["pool"].crps
    assert mine.auc == 1
    assert engine.open_ == 0


def test_what_is_chosen_by_ends_before_the_test() -> None:
    made = record("habits", items(), date(2025, 4, 1))
    before = made.before()
    assert max(item.made for item in before.items) < made.cut
    assert before.cut < made.cut


def test_it_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["weather"], ["--write", "ibm"], ["--data", "nowhere-at-all"]):
        with pytest.raises(SystemExit):
            main(arguments)
        assert "error" in capsys.readouterr().err
