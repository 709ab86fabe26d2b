"""Of which conversations our own readers are unsure: those whose letters stand near even odds."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime
from math import inf, log
from typing import Final, NamedTuple

from leopold.model import Conversation, Relationship
from leopold.relationships.alerts import RAISE
from leopold.second_reader.weighing import BOUND

BAND: Final = BOUND
"""Log-odds on either side of the line of alerts within which we are unsure: probabilities of .12 to .88.

As wide as the second reader can move a relationship at all: beyond it no answer of its could change anything.
"""

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class Doubt(NamedTuple):
    """A conversation, how far from certain it is in log-odds, and the moment of its last letter.

    `distance` is that of its health from the line of alerts; where only its forecast is in doubt, `BAND` and that of
    the forecast: what may tip an alert comes first.
    """

    distance: float
    conversation: Conversation
    last: datetime


def unsure(relationship: Relationship, line: float = RAISE) -> tuple[Conversation, ...]:
    """Return the conversations of an analysed relationship that we are unsure of, most uncertain first.

    A conversation is uncertain when its own forecast, or the probability of trouble at one of its letters, is within
    `BAND` of `line`, the log-odds from which alerts are raised; of equals, the later. A pure function.
    """
    return tuple(doubt.conversation for doubt in doubts(relationship, line))


def doubts(relationship: Relationship, line: float = RAISE) -> list[Doubt]:
    """Return the same with what they are ordered by."""
    moments = [point.at for point in relationship.health]
    dated = {
        letter.message.id: letter.message.at
        for letter in relationship.letters
        if letter.message.at is not None and not letter.message.automatic and letter.own
    }
    found = []
    for talk in relationship.conversations:
        at = [dated[each] for each in talk.message_ids if each in dated]
        known = [bisect_right(moments, moment) for moment in at]
        health = min((abs(relationship.health[place - 1].log_odds - line) for place in known if place), default=inf)
        forecast = inf if talk.forecast is None else abs(_log_odds(talk.forecast) - line)
        distance = health if health <= BAND else BAND + forecast
        if at and distance <= 2 * BAND:
            found.append(Doubt(distance, talk, max(at, default=_NEVER)))
    return sorted(found, key=order)


def order(doubt: Doubt) -> tuple[float, float, str]:
    """Return the sort key of a doubt: the nearest to the line first, then the latest, then the first letter's id."""
    return doubt.distance, -doubt.last.timestamp(), doubt.conversation.message_ids[0]


def _log_odds(probability: float) -> float:
    return log(probability / (1 - probability)) if 0 < probability < 1 else inf
