"""Answers that contradict what was stated, and the slider that explains each, for the party to change or to keep.

Nothing is averaged away: the two packages, the answer and the slider are shown. Of the sliders that alone would make
what was stated agree with the answer, it is the one whose change is smallest, in standard deviations of its usual
error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log

from leopold.faults import Fault
from leopold.settlement.elicitation import POINTS, Stated, moved
from leopold.settlement.estimate import Answer, contradicts
from leopold.settlement.model import Issue, Preferences

_EDGE = 0.01


@dataclass(frozen=True, slots=True)
class Slider:
    """The points of an issue, of 100, or the rating of its option, 0..1: as stated, and as the answer needs it."""

    issue: int
    option: int | None
    stated: float
    needed: float


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """An answer, and the slider that explains it; None where no slider alone does."""

    answer: Answer
    slider: Slider | None

    def changed(self, stated: Stated) -> Stated:
        """Return what was stated with the slider where the answer needs it."""
        if self.slider is None:
            return stated
        issue, option = self.slider.issue, self.slider.option
        if option is None:
            return replace(stated, points=moved(stated.points, issue, round(self.slider.needed)))
        own = list(stated.ratings[issue])
        own[option] = self.slider.needed
        return replace(stated, ratings=(*stated.ratings[:issue], tuple(own), *stated.ratings[issue + 1 :]))

    def fault(self, issues: Sequence[Issue]) -> Fault:
        """Return it as a sentence about the slider; the packages and the answer are shown beside it."""
        if self.slider is None:
            return Fault("answer_against_all")
        issue, values = issues[self.slider.issue], (self.slider.stated, self.slider.needed)
        if self.slider.option is None:
            said, needed = (str(round(value)) for value in values)
            return Fault("answer_against_points", issue=issue.name, points=said, needed=needed)
        said, needed = (f"{100 * value:.0f}" for value in values)
        return Fault(
            "answer_against_rating",
            issue=issue.name,
            option=issue.options[self.slider.option],
            rating=said,
            needed=needed,
        )


def inconsistencies(stated: Stated, answers: Sequence[Answer]) -> tuple[Inconsistency, ...]:
    """Return the answers that contradict what was stated, in the order given."""
    own = stated.preferences()
    return tuple(
        Inconsistency(answer, _explaining(stated, own, answer)) for answer in answers if contradicts(own, answer)
    )


def _explaining(stated: Stated, own: Preferences, answer: Answer) -> Slider | None:
    found = [*_points(stated, own, answer), *_ratings(stated, own, answer)]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _points(stated: Stated, own: Preferences, answer: Answer) -> Iterator[tuple[float, Slider]]:
    """Give each slider of points that alone would do, with the size of the change."""
    gap = own.worth(answer.first) - own.worth(answer.second)
    for issue, points in enumerate(stated.points):
        ratings, share = stated.ratings[issue], points / POINTS
        here = ratings[answer.first[issue]] - ratings[answer.second[issue]]
        if not 0 < points < POINTS or here == 0:
            continue
        elsewhere = (gap - share * here) / (1 - share)
        if (elsewhere > 0) == (here > 0) or elsewhere == 0:
            continue
        level = POINTS * elsewhere / (elsewhere - here)
        for needed in (floor(level), ceil(level), floor(level) - 1, ceil(level) + 1):
            if 0 <= needed <= POINTS:
                slider = Slider(issue, None, float(points), float(needed))
                if not contradicts(Inconsistency(answer, slider).changed(stated).preferences(), answer):
                    yield abs(_odds(needed / POINTS) - _odds(share)), slider
                    break


def _ratings(stated: Stated, own: Preferences, answer: Answer) -> Iterator[tuple[float, Slider]]:
    """Give each rating between worst and best that alone would do, with the size of the change."""
    gap = own.worth(answer.first) - own.worth(answer.second)
    for issue, pair in enumerate(zip(answer.first, answer.second, strict=True)):
        ratings, share = stated.ratings[issue], own.share(issue)
        if pair[0] == pair[1] or share == 0:
            continue
        for option, side in zip(pair, (1, -1), strict=True):
            level = ratings[option] - side * gap / share
            past = -0.01 if (side * gap) > 0 else 0.01
            needed = round(level + (0 if answer.preferred == "same" else past / 2), 2)
            if 0 < ratings[option] < 1 and 0 <= needed <= 1:
                slider = Slider(issue, option, ratings[option], needed)
                if not contradicts(Inconsistency(answer, slider).changed(stated).preferences(), answer):
                    # The usual error of the odds of a rating is twice that of points.
                    yield abs(_odds(needed) - _odds(ratings[option])) / 2, slider


def _odds(share: float) -> float:
    inner = min(max(share, _EDGE), 1 - _EDGE)
    return log(inner / (1 - inner))
