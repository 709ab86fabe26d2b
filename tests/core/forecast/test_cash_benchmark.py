"""The benchmark of expected cash as it says: in time order, against controls."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from benchmarks.cash import invoices, main, origins, weeks_of
from benchmarks.lateness_data import Record, record
from leopold.forecast.lateness import Item


def habits() -> Record:
    """Firms that are each late by a number of days of their own."""
    start = date(2025, 1, 1)
    items = [
        Item.dated(f"{n:03}", f"firm {n % 4}", day, day + timedelta(days=5), day + timedelta(days=5 + 7 * (n % 4)))
        for n, day in enumerate(start + timedelta(days=number // 2) for number in range(300))
    ]
    return record("habits", items, date(2025, 4, 1))


def test_it_forecasts_every_fourth_sunday_of_the_test() -> None:
    found = list(origins(habits()))
    assert found[0] == date(2025, 4, 6)
    assert {day.weekday() for day in found} == {6}
    assert [(b - a).days for a, b in pairwise(found)] == [28] * (len(found) - 1)


def test_what_came_is_counted_in_the_weeks_that_are_over() -> None:
    made, day = habits(), date(2025, 5, 4)
    found = weeks_of(invoices(made), day, date(2025, 5, 19))
    assert set(found) == {"this engine", "as promised", "pool"}
    assert [week.number for week in found["this engine"]] == [0, 1]
    open_ = [item for item in made.items if item.made <= day and item.settled and item.settled > day]
    first = sum(item.settled is not None and item.settled <= day + timedelta(days=7) for item in open_)
    assert {told[0].came for told in found.values()} == {first}
    ours, pool = (abs(found[name][0].expected - first) for name in ("this engine", "pool"))
    assert ours < pool


def test_it_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["weather"], ["--write", "ibm"], ["--data", "nowhere-at-all"]):
        with pytest.raises(SystemExit):
            main(arguments)
        assert "error" in capsys.readouterr().err
