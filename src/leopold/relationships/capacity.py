"""At most so many new alerts a day: over all relationships, the most probable first, the others in a queue.

A day's alerts are chosen on its evening (UTC), from what was known then: those that rose that day and those that waited
and still hold, by the probability of trouble they have by then. So a whole day is the smallest step of time: as long as
the day lasts, a more probable alert may still take the place of another, and what was chosen on any earlier day never
changes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from leopold.model import Alert, Health, Relationship
from leopold.relationships.alerts import REASONS, THRESHOLD, next_step

DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class _Waiting:
    """An alert that has risen and has not been raised: the place of its relationship among all, and its own there.

    `rank` is the place among all by name: equally probable alerts are told apart by it, not by the order of a list.
    """

    rank: int
    place: int
    number: int
    alert: Alert
    history: Sequence[Health]
    moments: Sequence[datetime]

    def known(self, evening: datetime) -> Health | None:
        """The last point of health before the evening: one at its very end only says that nothing more is known."""
        before = bisect_left(self.moments, evening)
        return self.history[before - 1] if before else None

    def urgency(self, evening: datetime) -> tuple[float, datetime, int, int]:
        """A sort key: the more probable first, then the older, then by name."""
        point = self.known(evening)
        probability = point.probability if point else self.alert.probability
        return -probability, self.alert.raised_at, self.rank, self.number


def ration(
    relationships: Sequence[Relationship],
    capacity: int,
    until: datetime,
    manager: Callable[[Relationship], str] = lambda _: "",
) -> tuple[list[Relationship], list[Relationship]]:
    """Return the analysed relationships with the alerts that `capacity` a day and manager leave, and those that wait.

    The first list is in the order given. An alert chosen on the day it rose keeps its moment; one that waited is raised
    on the evening it was chosen, with the probability and the reasons of that evening. What closes while it waits was
    never raised. An alert that a worse one would replace stays open as long as the worse one waits. Of the
    relationships in the second list an alert waits on the evening of `until`. ValueError for a capacity below 1.
    """
    if capacity < 1:
        raise ValueError(f"a capacity is at least one alert a day, not {capacity}")
    teams: dict[str, list[_Waiting]] = {}
    for rank, place in enumerate(sorted(range(len(relationships)), key=lambda place: _name(relationships[place]))):
        teams.setdefault(manager(relationships[place]), []).extend(_risen(relationships[place], rank, place))
    raised: dict[tuple[int, int], Alert] = {}
    left = [one for risen in teams.values() for one in _chosen(risen, capacity, until, raised)]
    kept = [_with(one, place, raised) for place, one in enumerate(relationships)]
    waiting = sorted({one.place for one in left})
    return kept, [kept[place] for place in waiting]


def _name(relationship: Relationship) -> tuple[str, tuple[str, ...]]:
    return relationship.organization.name, relationship.organization.domains


def _risen(relationship: Relationship, rank: int, place: int) -> list[_Waiting]:
    history = relationship.health
    moments = [point.at for point in history]
    return [_Waiting(rank, place, number, alert, history, moments) for number, alert in enumerate(relationship.alerts)]


def _chosen(
    risen: Sequence[_Waiting], capacity: int, until: datetime, raised: dict[tuple[int, int], Alert]
) -> list[_Waiting]:
    """Go through the days on which anything is to choose, note what is raised, and return what waits in the end."""
    arriving: dict[date, list[_Waiting]] = {}
    for one in risen:
        arriving.setdefault(one.alert.raised_at.astimezone(UTC).date(), []).append(one)
    queue: list[_Waiting] = []
    days, last = sorted(arriving, reverse=True), until.astimezone(UTC).date()
    day = days[-1] if days else last
    while days or queue:
        if not queue:
            day = days[-1]
        if day > last:
            break
        evening = min(datetime.combine(day, time.max, UTC), until)
        if days and days[-1] == day:
            queue += arriving[days.pop()]
        queue = [one for one in queue if one.alert.closed_at is None or one.alert.closed_at > evening]
        queue.sort(key=lambda one: one.urgency(evening))
        for one in queue[:capacity]:
            raised[one.place, one.number] = _raised(one, evening)
        del queue[:capacity]
        day += DAY
    return queue


def _raised(one: _Waiting, evening: datetime) -> Alert:
    """Return the alert as it is raised: as it rose where it rose that day, else as things stand on the evening."""
    alert = one.alert
    if alert.raised_at.astimezone(UTC).date() == evening.date():
        return alert
    point = one.known(evening)
    reasons = tuple(reason for reason in point.reasons if reason.contribution > 0)[:REASONS] if point else ()
    if point is None or not reasons:
        return replace(alert, raised_at=evening)
    return replace(
        alert, raised_at=evening, probability=point.probability, reasons=reasons, next_step=next_step(reasons)
    )


def _with(relationship: Relationship, place: int, raised: Mapping[tuple[int, int], Alert]) -> Relationship:
    """Return a relationship with those of its alerts that were raised, none closed for a worse one that waits."""
    alerts: list[Alert] = []
    for number, risen in enumerate(relationship.alerts):
        if found := raised.get((place, number)):
            if alerts and alerts[-1].closed_at == risen.raised_at:
                alerts[-1] = replace(alerts[-1], closed_at=found.raised_at)
            alerts.append(found)
        elif alerts and alerts[-1].closed_at == risen.raised_at:
            alerts[-1] = replace(alerts[-1], closed_at=risen.closed_at)
    return replace(relationship, alerts=tuple(alerts))


def threshold_of(relationships: Sequence[Relationship], capacity: int, until: datetime) -> float:
    """Return the probability that `capacity` alerts a day amounted to, over the history of analysed relationships.

    Of all the alerts that rose in the days from the first letter to `until`, as many as there was room for lie at it or
    above. Where there was room for all, it is the lowest of theirs, and `THRESHOLD` where there are none. ValueError
    for a capacity below 1.
    """
    if capacity < 1:
        raise ValueError(f"a capacity is at least one alert a day, not {capacity}")
    first = min((one.health[0].at for one in relationships if one.health), default=until)
    room = capacity * ((until.astimezone(UTC).date() - first.astimezone(UTC).date()).days + 1)
    risen = sorted((alert.probability for one in relationships for alert in one.alerts), reverse=True)
    return risen[: max(1, room)][-1] if risen else THRESHOLD
