"""How alerts are scored against labelled stories, word for word as the stories' README says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Literal


@dataclass(frozen=True, slots=True)
class Course:
    """What scoring needs of a story: the moments of its letters in order, and between which of them to act."""

    id: str
    language: Literal["en", "ru"]
    letters: tuple[datetime, ...]
    onset: int | None
    breakdown: int | None

    def window(self) -> tuple[datetime, datetime] | None:
        """Return from when and until when (not included) an alert is a hit; None for a healthy story."""
        if self.onset is None:
            return None
        end = self.letters[self.breakdown] if self.breakdown is not None else datetime.max.replace(tzinfo=UTC)
        return self.letters[max(0, self.onset - 2)], end


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the alerts of one story amount to; `lead` is the lead share, 0 for a miss, None without an onset."""

    id: str
    language: str
    troubled: bool
    hit: bool
    false: bool
    lead: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """Alerts over a set of stories; ratios are 0..1."""

    stories: int
    troubled: int
    hits: int
    false: int
    false_in_healthy: int
    healthy: int
    median_lead: float

    @property
    def recall(self) -> float:
        """Hits by stories with an onset."""
        return self.hits / self.troubled if self.troubled else 0.0

    @property
    def precision(self) -> float:
        """Hits by hits and false alerts."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def judge(course: Course, raised: Sequence[datetime]) -> Outcome:
    """Return what the moments at which alerts were raised amount to in one story.

    Without a breakdown the lead is counted to the last letter.
    """
    window = course.window()
    if window is None or course.onset is None:
        return Outcome(course.id, course.language, False, False, bool(raised), None)
    inside = [at for at in raised if window[0] <= at < window[1]]
    early = any(at < window[0] for at in raised)
    if not inside:
        return Outcome(course.id, course.language, True, False, early, 0.0)
    end = course.letters[course.breakdown if course.breakdown is not None else -1]
    length = (end - course.letters[course.onset]).total_seconds()
    lead = min(1.0, max(0.0, (end - min(inside)).total_seconds() / length)) if length > 0 else 1.0
    return Outcome(course.id, course.language, True, True, early, lead)


def total(outcomes: Iterable[Outcome]) -> Score:
    """Return the score over a set of stories."""
    rows = list(outcomes)
    leads = [row.lead for row in rows if row.lead is not None]
    return Score(
        stories=len(rows),
        troubled=len(leads),
        hits=sum(row.hit for row in rows),
        false=sum(row.false for row in rows),
        false_in_healthy=sum(row.false for row in rows if not row.troubled),
        healthy=len(rows) - len(leads),
        median_lead=median(leads) if leads else 0.0,
    )
