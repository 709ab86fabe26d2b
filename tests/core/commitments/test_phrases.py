"""What date phrases mean: our own set, the command, and what holds for any text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.commitments import SETS, judged, phrases, story_phrases
from leopold.commitments import Calendar, calendar_of, due, dues
from leopold.languages import Language

WEDNESDAY, FRIDAY = date(2026, 3, 11), date(2026, 3, 13)


def read(text: str, language: Language = "en", written: date = WEDNESDAY, country: str | None = None) -> date | None:
    found = due(text, written, language, None if country is None else calendar_of(country))
    return found.date if found else None


@pytest.mark.parametrize("name", SETS)
def test_the_own_set_is_read_as_written_down(name: str) -> None:
    rows = phrases(name)
    score = judged(rows)
    assert score.right >= 0.95 * len(rows)
    assert score.wrong <= 0.01 * len(rows)


def test_the_own_set_is_large_and_holds_what_is_no_deadline() -> None:
    rows = [row for name in SETS for row in phrases(name)]
    assert len(rows) >= 320
    assert sum(row.language == "ru" for row in rows) == len(rows) / 2
    assert sum(row.due is None for row in rows) >= len(rows) / 4


@pytest.mark.shared
def test_dates_of_promises_in_the_visible_stories(shared: Path) -> None:
    rows = story_phrases(shared / "stories")
    score = judged(rows)
    assert len(rows) > 200
    assert score.right >= 0.95 * len(rows)
    assert score.wrong <= 0.01 * len(rows)


def test_by_friday_on_a_friday_is_that_day_and_next_friday_is_not() -> None:
    assert read("by Friday", written=FRIDAY) == FRIDAY
    assert read("by next Friday", written=FRIDAY) == date(2026, 3, 20)
    assert read("до пятницы", "ru", FRIDAY) == FRIDAY


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("by this time next week", "en", "2026-03-18"),
        ("in 2-3 days", "en", "2026-03-14"),
        ("within ten (10) business days", "en", "2026-03-25"),
        ("Thursday or Friday", "en", "2026-03-13"),
        ("by the first of the month", "en", "2026-04-01"),
        ("в четверг или пятницу", "ru", "2026-03-13"),
        ("к концу дня пятницы", "ru", "2026-03-13"),
        ("до конца полугодия", "ru", "2026-06-30"),
        ("до 5-го числа следующего месяца", "ru", "2026-04-05"),
        ("в трёхдневный срок", "ru", "2026-03-14"),
    ],
)
def test_readings_beyond_the_own_set(text: str, language: Language, day: str) -> None:
    assert read(text, language) == date.fromisoformat(day)


def test_a_day_and_month_in_figures_needs_to_know_where_it_was_written() -> None:
    assert read("by 3/12") is None
    assert read("by 3/12", country="US") == date(2026, 3, 12)
    assert read("by 3/12", country="GB") == date(2026, 12, 3)
    assert read("by 3/25") == date(2026, 3, 25)


def test_working_days_skip_the_holidays_of_the_calendar() -> None:
    before = date(2026, 4, 29)
    assert read("в течение трёх рабочих дней", "ru", before) == date(2026, 5, 5)
    assert read("within three working days", "en", before) == date(2026, 5, 4)
    assert read("within three working days", "en", before, "GB") == date(2026, 5, 5)


def test_a_calendar_of_ones_own() -> None:
    shut = Calendar(holiday=lambda day: day == date(2026, 3, 12))
    assert due("within one working day", WEDNESDAY, "en", shut).date == FRIDAY  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I may call you", "en"),
        ("as of Monday", "en"),
        ("We need 10 units", "en"),
        ("within 3 days of payment", "en"),
        ("two days before Friday", "en"),
        ("You said it would be ready by Friday", "en"),
        ("I'm out of office until Monday", "en"),
        ("by 31 February", "en"),
        ("As discussed on Tuesday, the price stays", "en"),
        ("Following our call on Monday, here is the plan", "en"),
        ("в понедельник был сбой", "ru"),
        ("с 1 марта цены", "ru"),
        ("через 3 дня после подписания", "ru"),
        ("за два дня до пятницы", "ru"),
        ("до 32 марта", "ru"),
        ("до пятницы не успеем", "ru"),
    ],
)
def test_no_deadline_gives_none(text: str, language: Language) -> None:
    assert read(text, language) is None


def test_a_country_without_a_calendar_is_refused() -> None:
    with pytest.raises(KeyError):
        calendar_of("XX")


PIECES = [
    "by",
    "until",
    "on",
    "at",
    "in",
    "within",
    "next",
    "the",
    "end",
    "of",
    "week",
    "month",
    "quarter",
    "Q1",
    "friday",
    "mon",
    "15th",
    "3/12",
    "12.03",
    "2026-02-30",
    "march",
    "31",
    "days",
    "ten",
    "(10)",
    "business",
    "before",
    "holidays",
    "noon",
    "will",
    "was",
    "до",
    "к",
    "в",
    "через",
    "после",
    "конца",
    "недели",
    "месяца",
    "пятницы",
    "15-го",
    "пяти",
    "рабочих",
    "дней",
    "завтра",
    "ночь",
    "с",
    "28",
    "на",
    "29",
    "марта",
    "не",
    "раньше",
    "если",
    "24/7",
    "99.99.9999",
    "0",
    "000",
    "İ",
    "ﬁ",
    "ё",
    "\n",
    ".",
    ",",
    ";",
    ":",
    "—",
    "(",
    ")",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
DAYS = st.one_of(st.dates(), st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.just(date.max), st.just(date.min))


@settings(deadline=None, max_examples=150)
@given(TEXTS, DAYS, st.sampled_from(["en", "ru"]), st.sampled_from([None, "", "US", "RU"]))
def test_any_text_is_read_without_raising_and_spans_hold(
    text: str, written: date, language: Language, country: str | None
) -> None:
    calendar = None if country is None else calendar_of(country)
    found = list(dues(text, written, language, calendar))
    for strength, one in found:
        assert 1 <= strength <= 5
        assert text[one.start : one.end] == one.quote != ""
        assert one.date >= written
    best = due(text, written, language, calendar)
    assert best == (max(found, key=lambda pair: pair[0])[1] if found else None)
    for end in range(0, len(text), 7):
        due(text[:end], written, language, calendar)


def test_a_long_text_takes_a_time_in_proportion() -> None:
    text = "by the " * 20_000 + "before the end of the end of " * 5_000
    assert due(text, WEDNESDAY, "en") is None


@settings(deadline=None, max_examples=100)
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(1, 60))
def test_working_days_are_worked_on_and_counted_once(start: date, count: int) -> None:
    calendar = calendar_of("RU")
    end = calendar.after(start, count)
    between = [start + timedelta(days=step) for step in range(1, (end - start).days + 1)]
    assert calendar.works(end)
    assert sum(map(calendar.works, between)) == count
