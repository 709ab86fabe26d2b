"""Reminders of promises: to ours once a day due, to theirs in a person's words alone, and to nobody once it is over."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.urls import reverse

from leopold_web.accounts.models import User
from leopold_web.cases import actions as cases
from leopold_web.commitments import changing, drafting, reminders
from leopold_web.commitments.changing import Told
from leopold_web.commitments.models import Commitment, PromiseReminder
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.commitments.reminders import Said
from leopold_web.mail_server import MailServer
from leopold_web.notifications import sealing
from leopold_web.notifications.models import Letter
from leopold_web.relationships.models import Person, PersonAddress, Relationship

from .conftest import Cast, Installation
from .test_promise_calendar import promise_of
from .test_promises import letter_of, told

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
TO = "gemma@tolliver.example"


@pytest.fixture
def mail(settings: LazySettings) -> None:
    """A desk that sends letters; nobody takes them from its outbox here."""
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    from .test_cases import relationship_of

    cast.workspace.as_of = TODAY
    cast.workspace.save()
    found = relationship_of(cast)
    person = Person.objects.create(relationship=found, key=TO, name="Gemma Hay", side="theirs", letters=3)
    PersonAddress.objects.create(person=person, email=TO)
    return found


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


@pytest.fixture
def promise(tolliver: Relationship, owner: User) -> Commitment:
    """Due tomorrow, watched by the owner."""
    return promise_of(tolliver, "send the drawings", keeper=owner)


def texts() -> list[tuple[str, str, str]]:
    """Return the letters of the outbox: to whom, subject, text."""
    return [(one.to, one.subject, sealing.unseal(one.key, bytes(one.sealed or b""))) for one in Letter.objects.all()]


def said(send_on: date = TODAY, to: str = TO) -> Said:
    return Said(to, "en", "About the drawings", "Dear Gemma, how does it stand?\n\nAnna", send_on)


def to_day(found: Relationship, day: date) -> None:
    found.workspace.as_of = day
    found.workspace.save()


pytestmark = pytest.mark.django_db


# To ours


def test_ours_are_reminded_once_before_and_once_after(mail: None, promise: Commitment, tolliver: Relationship) -> None:
    days, sent = [], 0
    for number in range(-5, 20):
        to_day(tolliver, date(2026, 3, 13) + timedelta(days=number))
        reminders.tick(NOW)
        reminders.tick(NOW + timedelta(seconds=15))
        if Letter.objects.count() > sent:
            days.append(number)
            sent = Letter.objects.count()
    assert (days, sent) == ([-2, 1], 2)
    (first, second) = texts()
    assert first[0] == "owner@leopold.example"
    assert "Their day is near:\n- 13 March 2026: send the drawings (Gemma Hay, Tolliver)" in first[2]
    assert "Their day is past" in second[2]
    assert [one.moment for one in PromiseReminder.objects.all()] == ["before", "after"]


def test_one_letter_names_all_that_is_due_in_the_language_of_the_desk(
    mail: None, promise: Commitment, tolliver: Relationship, owner: User
) -> None:
    tolliver.workspace.language = "ru"
    tolliver.workspace.save()
    promise_of(tolliver, "прислать счёт", keeper=owner, side="ours", owner="Анна", due=date(2026, 3, 10))
    for number in range(14):
        promise_of(tolliver, f"part {number}", keeper=owner)
    reminders.tick(NOW)
    ((_to, subject, text),) = texts()
    assert subject == "Обещания, срок которых близко или прошёл: 16"
    assert "- 10 марта 2026: прислать счёт (Анна, Tolliver; наше обещание)" in text
    assert "Ещё в разделе «Обещания»: 4." in text
    assert text.count("\n- ") == reminders.NAMED


@pytest.mark.parametrize(
    "change",
    [
        {"state": "kept"},
        {"state": "late"},
        {"state": "broken"},
        {"state": "cancelled"},
        {"state": "renegotiated"},
        {"due": None},
        {"due": date(2026, 4, 13)},
        {"remind_before": None},
        {"keeper": None},
        {"offered": [told("kept", TODAY)]},
    ],
    ids=str,
)
def test_ours_are_not_reminded_where_there_is_nothing_to_remind_of(
    mail: None, promise: Commitment, change: dict[str, Any]
) -> None:
    for name, value in change.items():
        setattr(promise, name, value)
    promise.save()
    reminders.tick(NOW)
    assert texts() == []


def test_who_confirmed_it_is_reminded_where_nobody_watches_it(
    mail: None, promise: Commitment, cast: Cast, owner: User
) -> None:
    colleague = User.objects.get(email="colleague@leopold.example")
    Commitment.objects.update(keeper=None, made_by=colleague)
    reminders.tick(NOW)
    assert [to for to, _subject, _text in texts()] == ["colleague@leopold.example"]


def test_nobody_of_another_desk_is_reminded(mail: None, promise: Commitment) -> None:
    Commitment.objects.update(keeper=User.objects.get(email="guest@leopold.example"))
    reminders.tick(NOW)
    assert texts() == []


def test_a_new_day_is_reminded_of_anew(mail: None, promise: Commitment, tolliver: Relationship, owner: User) -> None:
    reminders.tick(NOW)
    changing.change(promise, Told("renegotiated", TODAY, date(2026, 3, 20), "they called"), owner, NOW, TODAY)
    reminders.tick(NOW)
    assert len(texts()) == 1
    to_day(tolliver, date(2026, 3, 18))
    reminders.tick(NOW)
    assert len(texts()) == 2


def test_a_desk_without_mail_writes_nothing_and_floods_nobody_later(
    settings: LazySettings, promise: Commitment, tolliver: Relationship
) -> None:
    reminders.tick(NOW)
    assert (Letter.objects.count(), PromiseReminder.objects.count()) == (0, 0)
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")
    to_day(tolliver, date(2026, 4, 12))
    reminders.tick(NOW)
    assert texts() == []


def test_without_mail_today_shows_what_is_near_or_just_past(
    cast: Cast, promise: Commitment, tolliver: Relationship
) -> None:
    for day, shown in ((10, False), (11, True), (13, True), (20, True), (21, False)):
        to_day(tolliver, date(2026, 3, day))
        assert ("send the drawings" in cast.owner.get(reverse("today")).content.decode()) == shown, day


def test_the_days_are_chosen_on_the_page(mail: None, cast: Cast, promise: Commitment) -> None:
    place = reverse("promise-remind-days", args=[promise.pk])
    assert cast.owner.post(place, {"days-before": "", "days-after": "3"}).status_code == 302
    promise.refresh_from_db()
    assert (promise.remind_before, promise.remind_after) == (None, 3)
    assert cast.owner.post(place, {"days-before": "61", "days-after": "0"}).status_code == 422
    assert cast.guest.post(place, {"days-before": "1"}).status_code == 404
    reminders.tick(NOW)
    assert texts() == []


# To theirs


def test_a_letter_to_theirs_goes_out_as_a_person_wrote_it(mail: None, promise: Commitment, owner: User) -> None:
    made = reminders.write(promise, said(), owner, NOW)
    assert made.sent_at == NOW
    for _ in range(2):
        reminders.send(made.pk, NOW)
        reminders.tick(NOW)
    assert [one for one in texts() if one[0] == TO] == [
        (TO, "About the drawings", "Dear Gemma, how does it stand?\n\nAnna\n")
    ]


def test_a_letter_to_theirs_waits_for_its_day(
    mail: None, promise: Commitment, tolliver: Relationship, owner: User
) -> None:
    Commitment.objects.update(keeper=None, made_by=None)
    made = reminders.write(promise, said(date(2026, 3, 16)), owner, NOW)
    for day, count in ((15, 0), (16, 1), (17, 1)):
        to_day(tolliver, date(2026, 3, day))
        reminders.tick(NOW)
        assert len(texts()) == count
    made.refresh_from_db()
    assert made.sent_at == NOW


@pytest.mark.parametrize("state", ["kept", "cancelled", "renegotiated", "broken"])
def test_it_is_withdrawn_once_the_promise_is_over_or_moved(
    mail: None, promise: Commitment, tolliver: Relationship, owner: User, state: str
) -> None:
    made = reminders.write(promise, said(date(2026, 3, 16)), owner, NOW)
    due = date(2026, 3, 20) if state == "renegotiated" else None
    changing.change(promise, Told(state, TODAY, due, "they called"), owner, NOW, TODAY)
    reminders.tick(NOW)
    to_day(tolliver, date(2026, 3, 16))
    reminders.tick(NOW)
    made.refresh_from_db()
    assert (made.sent_at, made.withdrawn_at) == (None, NOW)
    assert not [one for one in texts() if one[0] == TO]


def test_nothing_goes_to_theirs_while_a_case_is_open(
    mail: None, promise: Commitment, tolliver: Relationship, owner: User, cast: Cast
) -> None:
    made = reminders.write(promise, said(date(2026, 3, 16)), owner, NOW)
    case = cases.open_case(tolliver, cases.Said("Doors"), owner, NOW)
    to_day(tolliver, date(2026, 3, 16))
    reminders.tick(NOW)
    assert not [one for one in texts() if one[0] == TO]
    with pytest.raises(PromiseRefusedError, match="open_case"):
        reminders.write(promise, said(date(2026, 3, 16)), owner, NOW)
    assert PromiseReminder.objects.filter(to=TO).count() == 1
    page = cast.owner.get(reverse("promise", args=[promise.pk])).content.decode()
    assert "A case with them is open." in page
    cases.close(case, "settled", "They agreed.", owner, NOW)
    reminders.tick(NOW)
    assert [one[0] for one in texts() if one[0] == TO] == [TO]
    made.refresh_from_db()
    assert made.sent_at == NOW


def test_what_was_held_too_long_is_withdrawn(
    mail: None, promise: Commitment, tolliver: Relationship, owner: User
) -> None:
    made = reminders.write(promise, said(date(2026, 3, 16)), owner, NOW)
    cases.open_case(tolliver, cases.Said("Doors"), owner, NOW)
    to_day(tolliver, date(2026, 3, 16) + reminders.LATEST + timedelta(days=1))
    reminders.tick(NOW)
    made.refresh_from_db()
    assert made.withdrawn_at == NOW


def test_nothing_goes_to_theirs_while_letters_tell_that_it_was_kept(
    mail: None, promise: Commitment, tolliver: Relationship, owner: User
) -> None:
    Commitment.objects.update(offered=[told("kept", TODAY)])
    with pytest.raises(PromiseRefusedError, match="told_over"):
        reminders.write(promise, said(), owner, NOW)
    reminders.write(promise, said(date(2026, 3, 13)), owner, NOW)
    to_day(tolliver, date(2026, 3, 13))
    reminders.tick(NOW)
    assert texts() == []


@pytest.mark.parametrize(
    ("change", "given", "kind"),
    [
        ({"state": "kept"}, {}, "not_open"),
        ({"side": "ours"}, {}, "ours"),
        ({}, {"to": "nobody"}, "no_address"),
        ({}, {"send_on": date(2026, 3, 11)}, "day_to_send"),
        ({}, {"send_on": date(2028, 3, 11)}, "day_to_send"),
    ],
)
def test_what_cannot_be_sent_says_why(
    mail: None, promise: Commitment, owner: User, change: dict[str, Any], given: dict[str, Any], kind: str
) -> None:
    Commitment.objects.update(**change)
    with pytest.raises(PromiseRefusedError, match=kind):
        reminders.write(promise, said(**given), owner, NOW)
    assert not PromiseReminder.objects.exists()


def test_there_are_not_more_letters_to_theirs_than_is_friendly(mail: None, promise: Commitment, owner: User) -> None:
    for ahead in range(reminders.WAITING):
        reminders.write(promise, said(date(2026, 3, 16 + ahead)), owner, NOW)
    with pytest.raises(PromiseRefusedError, match="enough"):
        reminders.write(promise, said(date(2026, 3, 26)), owner, NOW)


def test_the_page_offers_a_draft_sends_it_and_withdraws_it(mail: None, cast: Cast, promise: Commitment) -> None:
    page = cast.owner.get(reverse("promise", args=[promise.pk])).content.decode()
    assert "You promised us: “send the drawings”. The day for it is 13\u00a0March\u00a02026." in page
    place = reverse("promise-remind", args=[promise.pk])
    values = {"letter-to": TO, "letter-language": "en", "letter-subject": "Drawings", "letter-text": "How is it?"}
    assert cast.owner.post(place, values | {"letter-to": "nobody"}).status_code == 422
    assert cast.owner.post(place, values | {"letter-send_on": "once upon a time"}).status_code == 422
    assert cast.guest.post(place, values).status_code == 404
    assert cast.owner.post(place, values).status_code == 302
    assert [one[0] for one in texts()] == [TO]
    assert cast.owner.post(place, values | {"letter-send_on": "on Monday"}).status_code == 302
    waiting = PromiseReminder.objects.get(sent_at=None)
    assert waiting.send_on == date(2026, 3, 16)
    undo = reverse("promise-remind-withdraw", args=[promise.pk, waiting.pk])
    assert cast.guest.post(undo).status_code == 404
    assert cast.owner.post(undo).status_code == 302
    waiting.refresh_from_db()
    assert waiting.withdrawn_at is not None
    assert "gone out or was withdrawn" in cast.owner.post(undo, follow=True).content.decode()


def test_without_mail_the_page_gives_a_draft_to_copy(cast: Cast, promise: Commitment) -> None:
    page = cast.owner.get(reverse("promise", args=[promise.pk])).content.decode()
    assert "A draft to copy into one of your own" in page
    assert TO in page
    values = {"letter-to": TO, "letter-language": "en", "letter-subject": "Drawings", "letter-text": "How is it?"}
    assert cast.owner.post(reverse("promise-remind", args=[promise.pk]), values).status_code == 422


def test_a_draft_is_in_the_language_of_their_letter_and_quotes_it(
    promise: Commitment, tolliver: Relationship, owner: User
) -> None:
    words = "Чертежи пришлю до пятницы"
    letter = letter_of(tolliver, "<ru@x>", f"Анна, {words}.", datetime(2026, 3, 2, 9, tzinfo=UTC))
    letter.language = "ru"
    letter.save()
    promise.evidence = {"message_id": "<ru@x>", "start": 6, "end": 6 + len(words), "quote": words}
    promise.what, promise.promised_on = words, date(2026, 3, 2)
    found = drafting.draft(promise, owner, TODAY)
    assert (found.to, found.language) == (TO, "ru")
    assert f"Вы писали: «{words}». Срок — 13\u00a0марта\u00a02026." in found.text
    late = drafting.draft(promise, owner, date(2026, 3, 20))
    assert "Срок был 13\u00a0марта\u00a02026, а мы этого пока не видели." in late.text
    promise.due = None
    assert "какой день реален" in drafting.draft(promise, owner, TODAY).text
    for one in (found, late):
        assert not re.search(r"[{}]|None", one.subject + one.text)


SETUP = """
import django; django.setup()
from datetime import UTC, date, datetime
from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.commitments.models import Commitment, PromiseReminder
now = datetime.now(UTC)
desk = Workspace.objects.create(name="Fernhill", as_of=date(2026, 3, 12))
user = User.objects.create_user("anna@fernhill.example", "correct horse", name="Anna")
Membership.objects.create(user=user, workspace=desk, role="owner")
one = Commitment.objects.create(workspace=desk, source="hand", side="theirs", owner="Gemma", what="send it",
    due=date(2026, 3, 13), keeper=user, made_at=now)
PromiseReminder.objects.create(commitment=one, moment="chosen", due=one.due, send_on=date(2026, 3, 12),
    to="gemma@tolliver.example", language="en", subject="It", text="How is it?", made_at=now)
"""


@pytest.mark.parametrize("where", ["_tell:1", "_hand_over:1"])
def test_a_worker_that_is_killed_leaves_each_reminder_to_be_sent_once(
    installation: Callable[..., Installation], where: str
) -> None:
    there = installation()
    variables = {
        "LEOPOLD_MAIL_URL": "smtp://127.0.0.1:9",
        "LEOPOLD_MAIL_FROM": "desk@leopold.example",
        "DJANGO_SETTINGS_MODULE": "leopold_web.settings",
        "PYTHONPATH": f"{ROOT}/src:{ROOT}",
    }
    there.python("-c", SETUP, **variables)
    killer = Path(__file__).with_name("kill_at.py")
    killed = there.python(killer, f"leopold_web.commitments.reminders:{where}", check=False, **variables)
    assert killed.returncode == -signal.SIGKILL
    for _ in range(2):
        there.run("tick", **variables)
    kinds = there.rows("SELECT kind, count(*) FROM notifications_letter GROUP BY kind ORDER BY kind")
    assert kinds == [("promise_reminder", 1), ("promises_due", 1)]
    assert there.rows("SELECT count(*) FROM commitments_promisereminder WHERE sent_at IS NOT NULL") == [(2,)]
