"""What is done with marks and limits: keep them, give them to the engine, and let what they change be worked out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from leopold import model
from leopold.relationships import ration, threshold_of
from leopold.relationships.alerts import CLOSE
from leopold.relationships.learning import Lesson, Mark, Pressed, about_of, explain
from leopold_web.accounts.models import User, Workspace
from leopold_web.inbox import jobs
from leopold_web.learning.models import AlertMark, Limits
from leopold_web.relationships.models import Alert, HealthPoint, Relationship
from leopold_web.relationships.rows import key_of_organization, reason_of


def limits_of(workspace: Workspace) -> Limits:
    """Return the limits of a workspace, those of a new desk where nobody has set any."""
    return Limits.objects.filter(workspace=workspace).first() or Limits(workspace=workspace)


def set_limits(workspace: Workspace, threshold: float, capacity: int | None) -> None:
    """Set the limits of a workspace, and let everything be worked out anew."""
    with transaction.atomic():
        Limits.objects.update_or_create(workspace=workspace, defaults={"threshold": threshold, "capacity": capacity})
        jobs.request(f"limits:{workspace.pk}:{secrets.token_hex(8)}", "analyse", workspace.pk)


def mark_alert(alert: Alert, verdict: str, user: User) -> AlertMark:
    """Keep that `user` called an alert right or wrong; a second mark of one alert takes the place of the first.

    An alert that is wrong is closed at once; the rest that follows is worked out by a worker.
    """
    found = alert.relationship
    with transaction.atomic():
        mark, _ = AlertMark.objects.update_or_create(
            workspace=found.workspace,
            about=found.organization.key,
            alert_key=alert.key,
            defaults={
                "relationship": found,
                "name": found.organization.name,
                "raised_at": alert.raised_at,
                "verdict": verdict,
                "by": user,
                # An alert of this evening is known by now, and is marked after it was raised.
                "at": max(_now(found.workspace), alert.raised_at + timedelta(microseconds=1)),
                "probability": alert.probability,
                "reasons": [[one["kind"], one["side"], one["contribution"]] for one in alert.reasons],
            },
        )
        if verdict == AlertMark.Verdict.WRONG and alert.closed_at is None:
            Alert.objects.filter(pk=alert.pk).update(closed_at=mark.at)
            _settle([found.pk], [])
        _work_out(found)
    return mark


def revoke(mark: AlertMark) -> None:
    """Take a mark back: what follows is as if it had never been made."""
    with transaction.atomic():
        mark.delete()
        if mark.relationship is not None:
            _work_out(mark.relationship)


def _work_out(found: Relationship) -> None:
    jobs.request(f"relationship:{found.pk}:{secrets.token_hex(8)}", "relationship", found.pk)


def _now(workspace: Workspace) -> datetime:
    """Return the moment it is at a desk: on a desk that stands on a day of its own, that day's evening."""
    return datetime.combine(workspace.as_of, time.max, UTC) if workspace.as_of else timezone.now()


def marks_of(workspace: Workspace, here: model.Organization | None = None) -> list[Mark]:
    """Return the marks of a workspace in the engine's words; those about `here` bear the engine's name for it."""
    key = key_of_organization(here) if here else None
    return [
        Mark(
            id=str(row.pk),
            at=row.at,
            about=about_of(here) if here and row.about == key else f"key {row.about}",
            verdict="right" if row.verdict == AlertMark.Verdict.RIGHT else "wrong",
            by=str(row.by_id or ""),
            probability=row.probability,
            reasons=tuple(Pressed(*reason) for reason in row.reasons),
        )
        for row in AlertMark.objects.filter(workspace=workspace)
    ]


def lessons_of(workspace: Workspace) -> tuple[Lesson, ...]:
    """Return what the marks of a workspace teach, those reasons first that changed most."""
    return explain(marks_of(workspace))


def ration_workspace(workspace: Workspace, until: datetime) -> None:
    """Let those relationships need a person whose alerts there is room for; the others wait, and are watched."""
    capacity = limits_of(workspace).capacity
    rows = list(
        Relationship.objects.filter(workspace=workspace, alerts__closed_at=None, alerts__isnull=False).distinct()
    )
    if capacity is None:
        _settle([], [row.pk for row in rows])
        return
    found = _with_alerts(workspace)
    kept, _ = ration([each for _, each in found], capacity, until)
    open_now = {
        pk for (pk, _), each in zip(found, kept, strict=True) if each.alerts and each.alerts[-1].closed_at is None
    }
    _settle([row.pk for row in rows if row.pk not in open_now], [row.pk for row in rows if row.pk in open_now])


def amounts_to(workspace: Workspace, capacity: int, until: datetime) -> float:
    """Return the probability that a capacity amounted to over the history of a workspace."""
    return threshold_of([each for _, each in _with_alerts(workspace)], capacity, until)


def waiting_in(workspace: Workspace) -> int:
    """Return of how many relationships an alert waits for another day."""
    return (
        Relationship.objects.filter(workspace=workspace, alerts__closed_at=None, alerts__isnull=False)
        .exclude(state=Relationship.State.ALERT)
        .distinct()
        .count()
    )


def _settle(calm: Sequence[int], alarmed: Sequence[int]) -> None:
    """Write the state of relationships: of `calm` ones no alert shows, of `alarmed` ones the open alert does."""
    quiet = Relationship.objects.filter(pk__in=calm)
    quiet.update(open_alert_at=None, state=Relationship.State.CALM)
    quiet.filter(log_odds__gte=CLOSE).update(state=Relationship.State.WATCH)
    for pk, raised_at in Alert.objects.filter(relationship__in=alarmed, closed_at=None).values_list(
        "relationship_id", "raised_at"
    ):
        Relationship.objects.filter(pk=pk).update(open_alert_at=raised_at, state=Relationship.State.ALERT)


def _with_alerts(workspace: Workspace) -> list[tuple[int, model.Relationship]]:
    """Return the relationships that have alerts, as much of them as choosing among their alerts takes."""
    alerts: dict[int, list[model.Alert]] = {}
    rows = Alert.objects.filter(relationship__workspace=workspace).order_by("raised_at", "pk")
    for row in rows:
        alerts.setdefault(row.relationship_id, []).append(_alert(row))
    points: dict[int, list[model.Health]] = {}
    history = HealthPoint.objects.filter(relationship__in=alerts).order_by("at", "pk")
    for pk, at, base, log_odds in history.values_list("relationship_id", "at", "base", "log_odds"):
        points.setdefault(pk, []).append(model.Health(at, base, log_odds))
    names: dict[int, tuple[str, Any]] = {
        row.pk: (row.organization.key, row.kind)
        for row in Relationship.objects.filter(pk__in=alerts).select_related("organization")
    }
    return [
        (
            pk,
            model.Relationship(
                model.Organization(names[pk][0], ()),
                names[pk][1],
                (),
                (),
                (),
                health=tuple(points.get(pk, ())),
                alerts=tuple(own),
            ),
        )
        for pk, own in alerts.items()
    ]


def _alert(row: Alert) -> model.Alert:
    reasons = tuple(reason_of(reason) for reason in row.reasons)
    return model.Alert(row.raised_at, row.own_id or None, row.probability, reasons, row.next_step, row.closed_at)
