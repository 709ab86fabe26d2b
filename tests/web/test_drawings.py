"""Drawings of health: small, however long the history, and true to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from leopold_web.relationships.drawings import chart

START = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_long_history_is_drawn_small_with_its_ends_and_extremes() -> None:
    history = [(START + timedelta(hours=hour), 50.0 + hour % 7) for hour in range(50_000)]
    history[31_111] = (history[31_111][0], 3.0)
    drawn = chart(history, [])
    assert drawn is not None
    assert len(drawn.line) < 100_000
    heights = [float(point.split(",")[1]) for point in drawn.line.split()]
    assert max(heights) == 116.4
    assert (drawn.first, drawn.last) == (50, round(history[-1][1]))


def test_a_short_history_is_drawn_as_it_is() -> None:
    history = [(START, 80.0), (START + timedelta(days=1), 40.0), (START + timedelta(days=2), 60.0)]
    drawn = chart(history, [])
    assert drawn is not None
    assert drawn.line == "0.0,24.0 360.0,24.0 360.0,72.0 720.0,72.0 720.0,48.0"
