"""Days are counted from the writer's own day, and working days in the calendar that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.commitments import calendar_of
from leopold.commitments.expectations import conflicts
from leopold.commitments.finding import promised
from leopold.commitments.following import follow
from leopold.model import Relationship

Write = Callable[..., Relationship]
TOMORROW = "Hi Bob,\n\nI'll send you the contract tomorrow.\n\nAnn"


def at(found: Relationship, number: int, moment: datetime, minutes: int | None) -> Relationship:
    """Return the relationship with one letter written at another moment, by another clock."""
    letters = list(found.letters)
    message = replace(letters[number].message, at=moment.astimezone(UTC), utc_offset=minutes)
    letters[number] = replace(letters[number], message=message)
    return replace(found, letters=tuple(letters))


@pytest.mark.parametrize(
    ("written", "minutes", "due"),
    [
        ("2026-03-11T23:30-05:00", -300, date(2026, 3, 12)),
        ("2026-03-12T00:30+03:00", 180, date(2026, 3, 13)),
        ("2026-03-12T04:30+00:00", None, date(2026, 3, 13)),
        ("2026-12-31T23:59-12:00", -720, date(2027, 1, 1)),
    ],
)
def test_tomorrow_is_the_writers(write: Write, written: str, minutes: int | None, due: date) -> None:
    found = at(write([("2026-03-11", "ours", TOMORROW)]), 0, datetime.fromisoformat(written), minutes)
    (promise,) = promised(found)
    assert (promise.written, promise.due) == (due - timedelta(days=1), due)


@given(moment=st.integers(0, 10**9), minutes=st.integers(-720, 840))
def test_tomorrow_is_the_day_after_the_writers_day(write: Write, moment: int, minutes: int) -> None:
    there = datetime.fromtimestamp(moment, timezone(timedelta(minutes=minutes)))
    (promise,) = promised(at(write([("2026-03-11", "ours", TOMORROW)]), 0, there, minutes))
    assert promise.due == there.date() + timedelta(days=1)


def test_a_promise_is_known_when_its_letter_is_also_where_it_was_tomorrow_already(write: Write) -> None:
    found = at(write([("2026-03-11", "ours", TOMORROW)]), 0, datetime(2026, 3, 11, 22, tzinfo=UTC), 180)
    assert [one.promise.due for one in follow(found, promised(found), date(2026, 3, 11))] == [date(2026, 3, 13)]


def test_a_slip_is_counted_from_the_day_of_whoever_lets_it_slip(write: Write) -> None:
    rows = [("2026-03-11", "ours", TOMORROW), ("2026-03-12", "ours", "Bob,\n\nthe contract will slip to tomorrow.")]
    found = at(write(rows), 1, datetime.fromisoformat("2026-03-12T23:30-05:00"), -300)
    (one,) = follow(found, promised(found)[:1], date(2026, 12, 31))
    assert [(change.state, change.on, change.due) for change in one.changes] == [
        ("renegotiated", date(2026, 3, 12), date(2026, 3, 13))
    ]


def test_working_days_are_those_of_the_calendar(write: Write) -> None:
    rows = [
        ("2026-07-01", "ours", "Hi Bob,\n\nWe will send the new contract within 3 business days.\n\nAnn"),
        ("2026-07-02", "theirs", "Ann, as agreed we expect the new contract within 2 business days.\n\nBob"),
    ]
    found, american = write(rows), calendar_of("US")
    assert [one.due for one in promised(found)] == [date(2026, 7, 6)]
    assert [one.due for one in promised(found, american)] == [date(2026, 7, 7)]
    assert not conflicts(found, promised(found))
    moved = [rows[0], ("2026-07-02", "ours", "Bob, the contract will slip to 5 business days from today.\n\nAnn")]
    slipped = write(moved)
    days = [
        follow(slipped, promised(slipped, calendar)[:1], date(2026, 12, 31), calendar)[0].changes[-1].due
        for calendar in (None, american)
    ]
    assert days == [date(2026, 7, 9), date(2026, 7, 10)]
