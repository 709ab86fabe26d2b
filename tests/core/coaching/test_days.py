"""Phrases of time, and the days that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from leopold.coaching.days import named
from leopold.signals.sentences import fold

WRITTEN = date(2026, 3, 4)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Friday", "2026-03-06"),
        ("next Friday", "2026-03-13"),
        ("on Monday", "2026-03-09"),
        ("tomorrow", "2026-03-05"),
        ("the day after tomorrow", "2026-03-06"),
        ("by the end of the week", "2026-03-06"),
        ("by the end of the month", "2026-03-31"),
        ("on 12 March", "2026-03-12"),
        ("on March 12th, 2027", "2027-03-12"),
        ("by the 15th", "2026-03-15"),
        ("until 2026-04-01", "2026-04-01"),
        ("in three working days", "2026-03-09"),
        ("within two weeks", "2026-03-18"),
        ("до пятницы", "2026-03-06"),
        ("в следующую пятницу", "2026-03-13"),
        ("завтра", "2026-03-05"),
        ("послезавтра", "2026-03-06"),
        ("до конца недели", "2026-03-06"),
        ("к концу месяца", "2026-03-31"),
        ("12 марта", "2026-03-12"),
        ("до 6 мая", "2026-05-06"),
        ("к 15-му", "2026-03-15"),
        ("12.03.2026", "2026-03-12"),
        ("через три рабочих дня", "2026-03-09"),
        ("в течение двух недель", "2026-03-18"),
        ("в декабре 30 декабря", "2025-12-30"),
    ],
)
def test_it_knows_the_day(text: str, day: str) -> None:
    days = [each.day for each in named(fold(text), WRITTEN) if each.day]
    assert days == [date.fromisoformat(day)]


@pytest.mark.parametrize("text", ["at 9:30", "within an hour", "by noon", "сейчас", "через час", "31.02", "99.99.2026"])
def test_it_knows_a_time_that_names_no_sure_day(text: str) -> None:
    found = list(named(fold(text), WRITTEN))
    assert found
    assert all(each.day is None for each in found)


@pytest.mark.parametrize(
    "text", ["soon", "as soon as possible", "скоро", "в ближайшее время", "your fault", "средства"]
)
def test_it_takes_vague_words_for_no_time(text: str) -> None:
    assert list(named(fold(text), WRITTEN)) == []


@pytest.mark.parametrize("written", [date.min, date.max])
def test_it_survives_the_ends_of_time(written: date) -> None:
    text = fold("tomorrow, by the 31st, 29 February, within 999 days, end of the month, next Friday, до 31 числа")
    assert len(list(named(text, written))) >= 6
