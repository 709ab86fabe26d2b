"""Health as drawings: plain numbers for SVG, worked out here so that templates only place them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

WIDTH, HEIGHT = 112.0, 30.0
CHART_WIDTH, CHART_HEIGHT = 720.0, 120.0


@dataclass(frozen=True)
class Spark:
    """A sparkline of 112 × 30: the line, the area under it, the usual band, and the last point."""

    line: str
    area: str
    band_top: float
    band_height: float
    dot_x: float
    dot_y: float
    first: int
    last: int
    bad: bool


@dataclass(frozen=True)
class Chart:
    """A health chart of 720 × 120 over time: the line, the area, where alerts were raised, and its ends."""

    line: str
    area: str
    alerts: tuple[tuple[float, float], ...]
    start: datetime
    end: datetime
    first: int
    last: int


def spark(values: Sequence[float | None], *, bad: bool) -> Spark | None:
    """Draw weekly health, oldest first; None where fewer than two weeks are known. The band is the middle half."""
    known = [(index, value) for index, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return None
    step = WIDTH / (len(values) - 1)
    points = [(index * step, _height(value, HEIGHT)) for index, value in known]
    ordered = sorted(value for _, value in known)
    low, high = ordered[len(ordered) // 4], ordered[(3 * len(ordered)) // 4]
    top = _height(high, HEIGHT)
    return Spark(
        line=_points(points),
        area=_area(points, HEIGHT),
        band_top=round(top, 1),
        band_height=round(max(_height(low, HEIGHT) - top, 1.0), 1),
        dot_x=round(points[-1][0], 1),
        dot_y=round(points[-1][1], 1),
        first=round(known[0][1]),
        last=round(known[-1][1]),
        bad=bad,
    )


def chart(history: Sequence[tuple[datetime, float]], alerts: Sequence[datetime]) -> Chart | None:
    """Draw the whole history as steps, for health holds until something changes it; None for fewer than two points."""
    if len(history) < 2 or history[0][0] == history[-1][0]:
        return None
    start, end = history[0][0], history[-1][0]
    seconds = (end - start).total_seconds()

    def across(at: datetime) -> float:
        return CHART_WIDTH * (at - start).total_seconds() / seconds

    points: list[tuple[float, float]] = []
    for at, value in _telling(history, seconds / CHART_WIDTH):
        if points:
            points.append((across(at), points[-1][1]))
        points.append((across(at), _height(value, CHART_HEIGHT)))
    heights = dict(history)
    marks = [(round(across(at), 1), round(_height(heights.get(at, 50.0), CHART_HEIGHT), 1)) for at in alerts]
    area = _area(points, CHART_HEIGHT)
    return Chart(_points(points), area, tuple(marks), start, end, round(history[0][1]), round(history[-1][1]))


def _telling(history: Sequence[tuple[datetime, float]], column: float) -> list[tuple[datetime, float]]:
    """Return what a drawing can show of `history`: of each column, so many seconds wide, its ends and extremes."""
    found: list[tuple[datetime, float]] = []
    start = history[0][0]
    for _, group in groupby(history, key=lambda point: (point[0] - start).total_seconds() // column):
        points = list(group)
        low, high = min(points, key=itemgetter(1)), max(points, key=itemgetter(1))
        found += dict.fromkeys(sorted((points[0], low, high, points[-1]), key=itemgetter(0)))
    return found


def _height(value: float, whole: float) -> float:
    return whole * (1 - value / 100)


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _area(points: Sequence[tuple[float, float]], floor: float) -> str:
    return f"{points[0][0]:.1f},{floor:.0f} {_points(points)} {points[-1][0]:.1f},{floor:.0f}"
