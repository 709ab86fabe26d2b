"""From a relationship's letters and ledger to its health and alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from leopold.model import Health, Relationship
from leopold.relationships.alerts import Watch
from leopold.relationships.causes import Suspicions
from leopold.relationships.culture import Conduct
from leopold.relationships.events import LetterEvent, timeline
from leopold.relationships.fold import run
from leopold.relationships.health import health
from leopold.relationships.phrasebook import passage
from leopold.relationships.recurrence import Troubles
from leopold.relationships.state import State
from leopold.relationships.weights import REACH


def analyse(relationship: Relationship, until: datetime, reach: float = REACH) -> Relationship:
    """Return the relationship with its health, alerts, subjects of trouble, culture and causes, as known at `until`.

    The history holds a point for every letter, one for every moment at which the ledger or the clock moved it, and a
    last one at `until`, so that silence and overdue days are counted to that moment.
    `reach` is the share of signs, 0..1, that whoever read the letters finds; 1 for those of a careful reader.
    """
    history: list[Health] = []
    watch, state = Watch(), State(reach)
    troubles, conduct, suspicions = Troubles(), Conduct(), Suspicions()
    for event, point in run(timeline(relationship, until), until, reach, state):
        watch.see(event, point)
        read = passage(event.letter) if isinstance(event, LetterEvent) and event.letter.signals else None
        troubles.see(event, point, read)
        suspicions.see(event, read)
        conduct.see(event)
        if isinstance(event, LetterEvent) or not history or history[-1].log_odds != point.log_odds:
            history.append(point)
    if history and history[-1].at < until:
        history.append(health(state, until))
    return replace(
        relationship,
        health=tuple(history),
        alerts=tuple(watch.alerts),
        subjects=troubles.at(until),
        culture=conduct.at(until),
        causes=suspicions.at(until),
    )
