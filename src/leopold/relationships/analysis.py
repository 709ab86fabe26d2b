"""From a relationship's letters and ledger to its health and alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from leopold.model import Health, Relationship
from leopold.relationships.alerts import Watch
from leopold.relationships.events import LetterEvent, timeline
from leopold.relationships.fold import run
from leopold.relationships.weights import REACH


def analyse(relationship: Relationship, until: datetime, reach: float = REACH) -> Relationship:
    """Return the relationship with its history of health and its alerts, from what was known up to `until`.

    The history holds a point for every letter, and one for every moment at which the ledger or the clock moved it.
    `reach` is the share of signs, 0..1, that whoever read the letters finds; 1 for those of a careful reader.
    """
    history: list[Health] = []
    watch = Watch()
    for event, health in run(timeline(relationship, until), until, reach):
        watch.see(event, health)
        if isinstance(event, LetterEvent) or not history or history[-1].log_odds != health.log_odds:
            history.append(health)
    return replace(relationship, health=tuple(history), alerts=tuple(watch.alerts))
