"""How much the second reader may move: a bound that holds whatever it answers.

Its claims weigh what signs weigh by hand, times their probability, and are never scaled up for what was missed. Of
those that are bad, and of those that are good, no more are taken than add up to `ROOM` at any moment, counting what
time alone has left of earlier ones; letters between them only make it less. Health is tempered by a function that
never stretches, so at no moment do the log-odds differ by more than the bound from what our own readers say.

And no claim silences: where an alert of our own would not be there throughout, the calming claims are put aside,
and if that does not bring it back, all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from leopold.model import Alert, Relationship, Signal
from leopold.relationships.weights import GOOD, HALF_LIFE_DAYS, WEIGHTS
from leopold.second_reader.tallies import Tally

Analysis = Callable[[Relationship], Relationship]
"""How relationships are analysed: moment, threshold and all that people taught, settled."""

BOUND: Final = 2.0
"""Log-odds by which the second reader can move a relationship, at most.

A relationship of which nothing is known stands at −3 and alerts are raised from 0: it raises none by itself.
"""

ROOM: Final = BOUND / 1.5
"""What claims may add up to by the weights by hand: an analysis may make half as much again of them, being taught."""


def with_claims(own: Relationship, claims: Sequence[Signal], again: Analysis, tally: Tally) -> Relationship:
    """Return the relationship analysed with `claims` beside our own signals, within the bounds of this module.

    `own` is the relationship as our own readers alone see it, as `again` analysed it. Claims that find no room are
    counted as dropped.
    """
    fitting = within_bound(own, claims)
    tally.drop("capped", len(claims) - len(fitting))
    bad = [claim for claim in fitting if claim.kind not in GOOD]
    for chosen in (fitting, bad):
        found = again(_added(own, chosen)) if chosen else own
        if chosen and keeps_alerts(own, found):
            tally.drop("silences", len(fitting) - len(chosen))
            tally.accepted += len(chosen)
            return found
    tally.drop("silences", len(fitting))
    return own


def within_bound(own: Relationship, claims: Sequence[Signal]) -> list[Signal]:
    """Return the claims that find room, in the order of their letters; bad and good ones have a bound of their own."""
    moments = {letter.message.id: letter.message.at for letter in own.letters}
    dated = [(at, claim) for claim in claims if (at := moments.get(claim.evidence.message_id))]
    dated.sort(key=lambda pair: (pair[0], -pair[1].probability, pair[1].evidence.start, pair[1].kind))
    sums: dict[bool, tuple[float, datetime]] = {}
    fitting = []
    for at, claim in dated:
        good = claim.kind in GOOD
        before, then = sums.get(good, (0.0, at))
        left = before * 0.5 ** ((at - then) / timedelta(days=HALF_LIFE_DAYS))
        weight = abs(WEIGHTS[claim.kind]) * claim.probability
        if left + weight <= ROOM:
            fitting.append(claim)
            sums[good] = (left + weight, at)
    return fitting


def keeps_alerts(own: Relationship, found: Relationship) -> bool:
    """Return whether some alert of `found` is open whenever one of `own` is."""
    open_in_found = _joined(found.alerts)
    return all(
        any(start <= alert.raised_at and _ends(alert) <= end for start, end in open_in_found) for alert in own.alerts
    )


def _joined(alerts: Sequence[Alert]) -> list[tuple[datetime, float]]:
    """Return from when to when alerts were open, those that follow upon each other joined."""
    spans: list[tuple[datetime, float]] = []
    for alert in sorted(alerts, key=lambda alert: alert.raised_at):
        if spans and alert.raised_at.timestamp() <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], _ends(alert)))
        else:
            spans.append((alert.raised_at, _ends(alert)))
    return spans


def _ends(alert: Alert) -> float:
    return alert.closed_at.timestamp() if alert.closed_at else float("inf")


def _added(own: Relationship, claims: Sequence[Signal]) -> Relationship:
    more: dict[str, list[Signal]] = {}
    for claim in claims:
        more.setdefault(claim.evidence.message_id, []).append(claim)
    letters = (
        replace(letter, seconded=tuple(more[letter.message.id])) if letter.message.id in more else letter
        for letter in own.letters
    )
    return replace(own, letters=tuple(letters))
