"""Reminders, outlook and expectations over the API: the same actions behind the same gate as on the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings

from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment, PromiseReminder
from leopold_web.mail_server import MailServer
from leopold_web.notifications.models import Letter
from leopold_web.relationships.models import Relationship

from .conftest import Cast
from .test_promise_calendar import promise_of
from .test_promise_expectations import conflict_of, settled

TODAY = date(2026, 3, 12)
LETTER = {"to": "gemma@tolliver.example", "language": "en", "subject": "Drawings", "text": "How does it stand?"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings) -> None:
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    from .test_cases import relationship_of

    cast.workspace.as_of = TODAY
    cast.workspace.save()
    return relationship_of(cast)


@pytest.fixture
def promise(tolliver: Relationship) -> Commitment:
    return promise_of(tolliver, "send the drawings", keeper=User.objects.get(email="owner@leopold.example"))


def post(cast: Cast, place: str, given: Any, role: str = "owner") -> Any:
    return cast[role].post(f"/api/v1/promises/{place}", given, content_type="application/json")


def test_a_reminder_is_sent_put_off_and_withdrawn(cast: Cast, promise: Commitment) -> None:
    sent = post(cast, f"{promise.pk}/reminders", LETTER)
    assert (sent.status_code, sent.json()["reminders"][0]["state"]) == (201, "sent")
    assert Letter.objects.get().to == "gemma@tolliver.example"
    waits = post(cast, f"{promise.pk}/reminders", LETTER | {"send_on": "on Monday"}).json()["reminders"][0]
    assert (waits["state"], waits["send_on"], waits["made_by"]) == ("waits", "2026-03-16", "Owner")
    place = f"{promise.pk}/reminders/{waits['id']}/withdraw"
    assert post(cast, place, {}, "guest").status_code == 404
    assert post(cast, place, {}).json()["reminders"][0]["state"] == "withdrawn"
    again = post(cast, place, {})
    assert (again.status_code, "withdrawn already" in again.content.decode()) == (409, True)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"to": "nobody"}, 400),
        ({"send_on": "once upon a time"}, 400),
        ({"send_on": "2026-03-11"}, 409),
        ({"text": None}, 400),
        ({"language": "xx"}, 400),
    ],
)
def test_what_cannot_be_sent_is_refused_in_words(
    cast: Cast, promise: Commitment, given: dict[str, Any], status: int
) -> None:
    answer = post(cast, f"{promise.pk}/reminders", LETTER | given)
    assert answer.status_code == status
    assert not PromiseReminder.objects.exists()


def test_the_days_are_chosen(cast: Cast, promise: Commitment) -> None:
    place = f"{promise.pk}/reminders/days"
    assert post(cast, place, {"before": None, "after": 3}).json() == {"before": None, "after": 3, "reminders": []}
    assert post(cast, place, {"before": 5}).json()["after"] == 3
    assert post(cast, place, {"before": 99}).status_code == 400
    assert post(cast, place, {"before": 1}, "guest").status_code == 404


def test_the_outlook_claims_nothing_of_few(cast: Cast, promise: Commitment, tolliver: Relationship) -> None:
    nothing = cast.owner.get(f"/api/v1/promises/{promise.pk}/outlook").json()
    assert nothing == {"late": None, "expected": None, "low": None, "high": None, "dates": None}
    settled(tolliver, 0, 3)
    dates = cast.owner.get(f"/api/v1/promises/{promise.pk}/outlook").json()["dates"]
    assert (dates["n"], dates["low"], dates["high"]) == (1, None, None)
    assert dates["said"] == "Too little is known yet: n = 1."


def test_expectations_are_read_side_by_side(cast: Cast, tolliver: Relationship) -> None:
    conflict_of(tolliver)
    promise_of(tolliver, "the pump")
    read = cast.owner.get(f"/api/v1/relationships/{tolliver.pk}/expectations").json()
    (one,) = read["different"]
    assert (one["about"], one["ours"], one["theirs"]) == ("Day", "2026-03-20", "2026-03-16")
    assert one["theirs_quoted"]["marked"].startswith("As agreed")
    assert [each["what"] for each in read["theirs"]] == ["the pump"]
    assert read["ours"][0]["promise"] is None
    assert read["dates"] is None
