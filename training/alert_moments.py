"""The stories as the fit of the alerts' weights sees them: moments, what moved each of them, and whether to act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.alert_scores import Course, Outcome, judge
from benchmarks.story_cases import Case
from leopold.relationships.alerts import CLOSE, HOLD, RAISE
from leopold.relationships.events import Tick, timeline
from leopold.relationships.fold import run
from leopold.relationships.health import contributions
from leopold.relationships.state import State
from leopold.relationships.weights import BASE, HAND, REACH, WEIGHTS

Array = NDArray[np.float64]

KINDS: Final = tuple(WEIGHTS)
"""Every kind of reason, in the order of the columns. Both sides are weighed alike, so a kind has one."""

_COLUMN: Final = {kind: column for column, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Moments:
    """One story: a row of `parts` a moment, a column a kind, the contributions by hand before they are tempered.

    `at` is in seconds since 1970. `held` is the share of the time an alert has to hold that each moment lasts, 0..1.
    `label` is 1 where an alert is a hit, −1 where it is false, 0 from the breakdown on. `mends` tells the moments that
    may close an alert: those that are more than time.
    """

    course: Course
    at: Array
    parts: Array
    held: Array
    label: Array
    mends: NDArray[np.bool_]


def moments(case: Case) -> Moments:
    """Fold one story under the weights by hand, and keep what moved it."""
    state, window = State(REACH, HAND), case.course.window()
    at, rows, label, mends = list[float](), list[Array](), list[int](), list[bool]()
    for event, point in run(timeline(case.relationship, case.until), case.until, REACH, state):
        row = np.zeros(len(KINDS))
        for reason in contributions(state, point.at):
            row[_COLUMN[reason.kind]] += reason.contribution
        at.append(point.at.timestamp())
        rows.append(row)
        label.append(-1 if window is None or point.at < window[0] else int(point.at < window[1]))
        mends.append(not isinstance(event, Tick))
    ends = np.array([*at[1:], case.until.timestamp()])
    held = np.minimum(1.0, (ends - np.array(at)) / HOLD.total_seconds())
    return Moments(case.course, np.array(at), np.array(rows), held, np.array(label, float), np.array(mends))


def outcome(story: Moments, shares: Array) -> Outcome:
    """Return what becomes of one story under shares of the weights by hand: the rule of alerts, on moments alone.

    Quicker than folding the story anew, and the same but for alerts replaced by worse ones, which score nothing.
    """
    odds, raised, is_open = BASE + story.parts @ shares, list[datetime](), False
    since: float | None = None
    for number, value in enumerate(odds):
        if is_open:
            is_open = not (value < CLOSE and story.mends[number])
            since = None
        if is_open:
            continue
        since = None if value < RAISE else story.at[number] if since is None else since
        end = story.at[number + 1] if number + 1 < len(odds) else inf
        # Where a moment stands at the end of the wait, it is asked in its turn.
        if since is not None and end - since > HOLD.total_seconds():
            raised.append(datetime.fromtimestamp(since + HOLD.total_seconds(), UTC))
            is_open = True
    return judge(story.course, raised)


def worth(found: Outcome) -> float:
    """Return what the alerts of one story are worth: a hit a half, the lead as much, less one for a false alert."""
    return (0.5 + 0.5 * (found.lead or 0.0) if found.hit else 0.0) - float(found.false)


def stacked(stories: Sequence[Moments]) -> tuple[Array, Array, Array]:
    """Return parts, labels and weights of all moments; a story's moments of one label weigh one in all."""
    return (
        np.concatenate([story.parts for story in stories]),
        np.concatenate([story.label for story in stories]),
        np.concatenate([_even(story) for story in stories]),
    )


def _even(story: Moments) -> Array:
    weight = np.zeros(len(story.at))
    for label in (-1, 1):
        chosen = story.label == label
        if (mass := story.held[chosen].sum()) > 0:
            weight[chosen] = story.held[chosen] / mass
    return weight
