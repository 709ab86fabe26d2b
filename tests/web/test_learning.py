"""Marks of alerts: what they change on every page, what they teach, and that taking one back leaves no trace."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leopold_web.inbox.actions import start_import
from leopold_web.inbox.models import JobRun
from leopold_web.learning import actions
from leopold_web.learning.models import AlertMark, Limits
from leopold_web.relationships.actions import analyse_workspace
from leopold_web.relationships.models import Alert, HealthPoint, Relationship
from leopold_web.working import new_worker

from .conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)

DAY = date(2026, 2, 12)


@pytest.fixture
def desk(cast: Cast, sample: dict[str, Path]) -> Cast:
    """A desk on a day on which relationships of two stories are in trouble."""
    workspace = cast.workspace
    workspace.as_of, workspace.own_domains = DAY, ["fernhillstudio.example", "severgrid.example"]
    workspace.save()
    start_import(workspace, [home / "mail.mbox" for home in sample.values()])
    new_worker(batch=True).run()
    return cast


def rows() -> dict[str, list[Any]]:
    """Return all that an analysis writes and a mark may change."""
    return {
        "health": list(
            HealthPoint.objects.order_by("relationship", "at").values_list("relationship", "at", "log_odds")
        ),
        "alerts": list(Alert.objects.order_by("key").values_list("key", "raised_at", "closed_at", "probability")),
        "states": list(Relationship.objects.order_by("pk").values_list("pk", "state", "health", "open_alert_at")),
    }


def open_alert() -> Alert:
    return Alert.objects.filter(closed_at=None).select_related("relationship__organization").earliest("raised_at", "pk")


def mark(client: Client, alert: Alert, verdict: str, back: str = "today") -> str:
    """Mark an alert, follow to the page, and return it."""
    said = {"verdict": verdict, "back": back}
    return client.post(reverse("alert-mark", args=[alert.pk]), said, follow=True).content.decode()


def test_a_wrong_alert_leaves_today_at_once_and_teaches(desk: Cast) -> None:
    alert = open_alert()
    name = alert.relationship.organization.name
    assert name in desk.owner.get(reverse("today")).content.decode()
    page = mark(desk.owner, alert, "wrong")
    assert f"{name}: the alert was wrong. Leopold stays quiet about its reasons for 30 days." in page
    assert f'id="card-{alert.relationship_id}"' not in page
    new_worker(batch=True).run()
    alert.refresh_from_db()
    kept = AlertMark.objects.get()
    assert (kept.verdict, kept.at, alert.closed_at) == ("wrong", datetime.combine(DAY, time.max, UTC), kept.at)
    assert alert.relationship.alerts.filter(closed_at=None).count() == 0
    learned = desk.colleague.get(reverse("learning")).content.decode()
    assert name in learned
    assert len(actions.lessons_of(desk.workspace)) == len(alert.reasons)
    assert all(lesson.multiplier < 1 for lesson in actions.lessons_of(desk.workspace))


def test_a_mark_taken_back_leaves_no_trace(desk: Cast) -> None:
    before = rows()
    alert = open_alert()
    mark(desk.owner, alert, "wrong", "relationship")
    new_worker(batch=True).run()
    assert rows() != before
    taken = desk.owner.post(reverse("mark-revoke", args=[AlertMark.objects.get().pk]), follow=True)
    assert "leaves no trace" in taken.content.decode()
    new_worker(batch=True).run()
    assert rows() == before
    assert not AlertMark.objects.exists()


def test_a_right_alert_stays_and_its_mark_is_said_in_words(desk: Cast) -> None:
    alert = open_alert()
    page = mark(desk.owner, alert, "right", "relationship")
    assert "Marked as right on" in page
    assert "the alert was right" in page
    new_worker(batch=True).run()
    alert.refresh_from_db()
    assert alert.closed_at is None
    assert f'id="card-{alert.relationship_id}"' in desk.owner.get(reverse("today")).content.decode()
    assert all(lesson.multiplier > 1 for lesson in actions.lessons_of(desk.workspace))


def test_a_second_mark_takes_the_place_of_the_first(desk: Cast) -> None:
    alert = open_alert()
    mark(desk.owner, alert, "right")
    mark(desk.colleague, alert, "wrong")
    assert [(one.verdict, str(one.by)) for one in AlertMark.objects.all()] == [("wrong", "Colleague")]
    mark(desk.owner, alert, "right")
    new_worker(batch=True).run()
    assert AlertMark.objects.get().verdict == "right"
    assert alert.relationship.alerts.filter(closed_at=None).exists()


def test_marks_outlive_what_they_are_about(desk: Cast) -> None:
    alert = open_alert()
    mark(desk.owner, alert, "wrong")
    new_worker(batch=True).run()
    then = rows()["alerts"]
    alert.relationship.organization.delete()
    analyse_workspace(desk.workspace, DAY)
    assert AlertMark.objects.get().about == alert.relationship.organization.key
    assert rows()["alerts"] == then


def test_a_mark_counts_in_every_relationship_from_the_next_analysis_on(desk: Cast) -> None:
    alert = open_alert()
    others = HealthPoint.objects.exclude(relationship=alert.relationship)
    before = list(others.values_list("at", "log_odds"))
    mark(desk.owner, alert, "wrong")
    new_worker(batch=True).run()
    assert list(others.values_list("at", "log_odds")) == before
    inputs = dict(Relationship.objects.values_list("pk", "inputs"))
    analyse_workspace(desk.workspace, DAY)
    after = dict(Relationship.objects.values_list("pk", "inputs"))
    assert [pk for pk in inputs if inputs[pk] == after.get(pk)] == [alert.relationship_id]


def test_a_capacity_lets_the_less_probable_wait(desk: Cast) -> None:
    page = desk.owner.post(reverse("learning"), {"percent": "30", "capacity": ""}, follow=True).content.decode()
    assert "The limits are kept." in page
    new_worker(batch=True).run()
    alarmed = Relationship.objects.filter(state="alert").count()
    assert alarmed >= 2
    Alert.objects.filter(closed_at=None).update(raised_at=datetime(2026, 2, 12, 9, tzinfo=UTC))
    Limits.objects.update(capacity=1)
    actions.ration_workspace(desk.workspace, datetime.combine(DAY, time.max, UTC))
    (shown,) = Relationship.objects.filter(state="alert")
    assert shown.log_odds == max(
        Relationship.objects.filter(alerts__closed_at=None, alerts__isnull=False).values_list("log_odds", flat=True)
    )
    assert actions.waiting_in(desk.workspace) == alarmed - 1
    assert "for another day" in desk.owner.get(reverse("today")).content.decode()
    learned = desk.owner.get(reverse("learning")).content.decode()
    assert "amount to a probability of" in learned
    Limits.objects.update(capacity=None)
    actions.ration_workspace(desk.workspace, datetime.combine(DAY, time.max, UTC))
    assert Relationship.objects.filter(state="alert").count() == alarmed


@pytest.mark.parametrize("given", [{"percent": "0"}, {"percent": "99"}, {"percent": "50", "capacity": "0"}, {}])
def test_limits_that_make_no_sense_change_nothing(cast: Cast, given: dict[str, str]) -> None:
    answer = cast.owner.post(reverse("learning"), given)
    assert answer.status_code == 422
    assert not Limits.objects.exists()
    assert not JobRun.objects.exists()


@pytest.mark.parametrize(
    "said", [{}, {"verdict": "perhaps", "back": "today"}, {"verdict": "wrong", "back": "//evil.example"}]
)
def test_a_mark_that_is_none_is_refused(desk: Cast, said: dict[str, str]) -> None:
    assert desk.owner.post(reverse("alert-mark", args=[open_alert().pk]), said).status_code == 400
    assert not AlertMark.objects.exists()


def test_it_says_so_in_russian(desk: Cast) -> None:
    desk.owner.cookies["django_language"] = "ru"
    page = mark(desk.owner, open_alert(), "wrong", "relationship")
    assert "тревога была ошибочной" in page
    learned = desk.owner.get(reverse("learning")).content.decode()
    assert "Чему Leopold здесь научился" in learned
    assert "Снять отметку" in learned


def test_a_mark_of_a_relationship_that_has_gone_needs_no_work(desk: Cast) -> None:
    alert = open_alert()
    mark(desk.owner, alert, "wrong")
    alert.relationship.organization.delete()
    new_worker(batch=True).run()
    assert JobRun.objects.filter(work="relationship").get().state == JobRun.State.DONE
    actions.revoke(AlertMark.objects.get())
    assert JobRun.objects.filter(work="relationship").count() == 1
