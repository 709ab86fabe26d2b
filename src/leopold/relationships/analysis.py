"""From a relationship's letters and ledger to its health and alerts, and the forecasts of its conversations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce

from leopold.commitments.calendars import Calendar
from leopold.forecast import Course, Turn, advance, probability
from leopold.model import Conversation, Health, Letter, Relationship, Signal
from leopold.relationships.alerts import THRESHOLD, Watch, line_of
from leopold.relationships.causes import Suspicions
from leopold.relationships.culture import Conduct
from leopold.relationships.events import LetterEvent, Marked, timeline
from leopold.relationships.fold import run
from leopold.relationships.health import health
from leopold.relationships.learning import NONE, Adjustments, Mark
from leopold.relationships.phrasebook import passage
from leopold.relationships.recurrence import Troubles
from leopold.relationships.state import State
from leopold.relationships.understandings import KIND, signal_of
from leopold.relationships.weights import FITTED, REACH, Weights


def analyse(
    relationship: Relationship,
    until: datetime,
    reach: float = REACH,
    *,
    weights: Weights = FITTED,
    threshold: float = THRESHOLD,
    marks: Iterable[Mark] = (),
    adjustments: Adjustments = NONE,
    calendar: Calendar | None = None,
) -> Relationship:
    """Return the relationship with its health, alerts, forecasts, subjects of trouble, culture and causes at `until`.

    A letter that takes what was agreed otherwise than the other side gets a signal that says so.

    The history holds a point for every letter, one for every moment at which the ledger or the clock moved it, and a
    last one at `until`, so that silence and overdue days are counted to that moment.
    `reach` is the share of signs, 0..1, that whoever read the letters finds; 1 for those of a careful reader.
    `weights` say what each reason weighs. An alert needs a probability of `threshold`, above 0 and below 1. `calendar`
    says which days are worked on; None takes that of each letter's language.

    `marks` are what people said of alerts anywhere in the workspace, each heard from its own moment on; `adjustments`
    what was learned before the first of them. ValueError for a threshold that is none.
    """
    history: list[Health] = []
    turns: dict[str, Turn] = {}
    revealed: dict[str, list[Signal]] = {}
    line = line_of(threshold)
    watch, state = Watch(line=line), State(reach, weights, line=line, adjustments=adjustments, calendar=calendar)
    troubles, conduct, suspicions = Troubles(), Conduct(), Suspicions()
    for event, point in run(timeline(relationship, until, marks), until, reach, state):
        watch.see(event, point)
        read = passage(event.letter) if isinstance(event, LetterEvent) and event.letter.signals else None
        troubles.see(event, point, read)
        suspicions.see(event, read)
        conduct.see(event)
        if isinstance(event, LetterEvent) and state.turn is not None:
            turns[event.letter.message.id] = state.turn
            revealed[event.letter.message.id] = [signal_of(one, event.letter.side) for one in state.revealed]
        moved = not isinstance(event, Marked) if not history else history[-1].log_odds != point.log_odds
        if isinstance(event, LetterEvent) or moved:
            history.append(point)
    if history and history[-1].at < until:
        history.append(health(state, until))
    return replace(
        relationship,
        letters=tuple(_revealing(letter, revealed.get(letter.message.id, ())) for letter in relationship.letters),
        health=tuple(history),
        alerts=tuple(watch.alerts),
        subjects=troubles.at(until),
        culture=conduct.at(until),
        causes=suspicions.at(until),
        conversations=tuple(_forecast(talk, turns) for talk in relationship.conversations),
    )


def _revealing(letter: Letter, found: Sequence[Signal]) -> Letter:
    """Return the letter with the signals that the fold found in it, in order of place."""
    read = [signal for signal in letter.signals if signal.kind != KIND]
    if not found and len(read) == len(letter.signals):
        return letter
    return replace(letter, signals=tuple(sorted([*read, *found], key=lambda signal: signal.evidence.start)))


def _forecast(conversation: Conversation, turns: Mapping[str, Turn]) -> Conversation:
    """Return the conversation with its forecast, None where none of its letters is known."""
    known = sorted((turns[each].at or 0.0, each) for each in conversation.message_ids if each in turns)
    course = reduce(advance, (turns[each] for _, each in known), Course())
    return replace(conversation, forecast=probability(course) if known else None)
