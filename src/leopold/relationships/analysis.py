"""From a relationship's letters and ledger to its health and alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from leopold.model import Health, Relationship
from leopold.relationships.alerts import Watch
from leopold.relationships.events import LetterEvent, timeline
from leopold.relationships.fold import run
from leopold.relationships.health import health
from leopold.relationships.state import State
from leopold.relationships.weights import FITTED, REACH, Weights


def analyse(
    relationship: Relationship, until: datetime, reach: float = REACH, *, weights: Weights = FITTED
) -> Relationship:
    """Return the relationship with its history of health and its alerts, from what was known up to `until`.

    The history holds a point for every letter, one for every moment at which the ledger or the clock moved it, and a
    last one at `until`, so that silence and overdue days are counted to that moment.
    `reach` is the share of signs, 0..1, that whoever read the letters finds; 1 for those of a careful reader.
    `weights` say what each reason weighs.
    """
    history: list[Health] = []
    watch, state = Watch(), State(reach, weights)
    for event, point in run(timeline(relationship, until), until, reach, state):
        watch.see(event, point)
        if isinstance(event, LetterEvent) or not history or history[-1].log_odds != point.log_odds:
            history.append(point)
    if history and history[-1].at < until:
        history.append(health(state, until))
    return replace(relationship, health=tuple(history), alerts=tuple(watch.alerts))
