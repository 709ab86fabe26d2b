"""Promises in a calendar: a text that every calendar can read, at an address that its member can make and revoke."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leopold_web.accounts.models import Membership, User
from leopold_web.accounts.tokens import digest
from leopold_web.commitments import feeds
from leopold_web.commitments.models import CalendarFeed, Commitment
from leopold_web.commitments.vcalendar import OCTETS, Event, calendar, escaped, folded
from leopold_web.relationships.models import Relationship

from .conftest import Cast
from .test_cases import relationship_of

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
EVENTS = st.builds(
    Event,
    st.uuids().map(str),
    st.dates(),
    st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - of that zone
    st.text(min_size=1, max_size=200),
    st.text(max_size=400),
    st.just("https://desk.example/promises/1/"),
)
LINE = re.compile(r"[A-Z0-9-]+(?:;[A-Z0-9-]+=[^\x00-\x1f\x7f\";:,]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")


def read(data: bytes) -> list[tuple[str, str]]:
    """Return the properties of a calendar with their values; AssertionError where it breaks RFC 5545."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= OCTETS and b"\n" not in line and b"\r" not in line for line in lines)
    # Each piece of a folded line is whole characters by itself: programs that unfold after decoding read it too.
    text = [line.decode("utf-8") for line in lines]
    whole = re.sub(r"\r\n[ \t]", "", "\r\n".join(text)).split("\r\n")
    assert all(LINE.fullmatch(line) for line in whole)
    parts = [line.partition(":") for line in whole]
    depth = [name.partition(";")[0] for name, _colon, _value in parts]
    assert depth.count("BEGIN") == depth.count("END")
    return [(name.partition(";")[0], value) for name, _colon, value in parts]


def plain(value: str) -> str:
    """Return an escaped text as it was meant; AssertionError for a sign that should have been escaped."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value)
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(st.lists(EVENTS, max_size=4), st.text(max_size=50), st.sampled_from(["en", "ru"]))
def test_any_text_makes_a_calendar_by_the_letter(events: list[Event], name: str, language: str) -> None:
    properties = read(calendar(name, language, events))
    assert properties[0] == ("BEGIN", "VCALENDAR")
    assert properties[-1] == ("END", "VCALENDAR")
    assert ("VERSION", "2.0") in properties
    assert sum(one == ("BEGIN", "VEVENT") for one in properties) == len(events)
    assert any(value in ("VEVENT", "VTIMEZONE") for name, value in properties if name == "BEGIN")
    said = [plain(value) for name, value in properties if name == "SUMMARY"]
    assert [re.sub(r"\s", "", each) for each in said] == [_kept(event.title) for event in events]
    days = [value for name, value in properties if name == "DTSTART" and "T" not in value]
    assert days == [event.day.isoformat().replace("-", "") for event in events]


def _kept(text: str) -> str:
    """Return what of a text a calendar can hold, white space aside."""
    sound = text.encode("utf-8", "replace").decode()
    return re.sub(r"[\s\x00-\x08\x0e-\x1f\x7f\x85\u2028\u2029]", "", sound)


@given(st.text())
def test_a_line_is_folded_between_characters(text: str) -> None:
    line = "SUMMARY:" + escaped(text)
    unfolded = folded(line).replace(b"\r\n ", b"").removesuffix(b"\r\n")
    assert unfolded == line.encode("utf-8", "replace")


def test_no_language_can_break_out_of_its_place() -> None:
    with pytest.raises(ValueError, match="no tag"):
        calendar("x", "en:evil\r\n", [])


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    cast.workspace.as_of = TODAY
    cast.workspace.save()
    return relationship_of(cast)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


def promise_of(found: Relationship, what: str = "send the drawings; all, of them", **more: object) -> Commitment:
    values = {
        "source": "hand",
        "side": "theirs",
        "owner": "Gemma Hay",
        "due": date(2026, 3, 13),
        "made_at": NOW,
        "about": found.organization.key,
    }
    return Commitment.objects.create(workspace=found.workspace, relationship=found, what=what, **values | more)


def fetched(client: Client, secret: str, **headers: str) -> list[dict[str, str]]:
    """Return the events of a feed, by their properties."""
    answer = client.get(reverse("calendar-feed", args=[secret]), headers=headers or None)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    events, event = [], dict[str, str]()
    for name, value in read(answer.content):
        if (name, value) == ("BEGIN", "VEVENT"):
            event = {}
        elif (name, value) == ("END", "VEVENT"):
            events.append(event)
        else:
            event[name] = plain(value) if name in ("SUMMARY", "DESCRIPTION") else value
    return events


@pytest.mark.django_db
def test_a_calendar_reads_the_promises_without_signing_in(cast: Cast, tolliver: Relationship, owner: User) -> None:
    first = promise_of(tolliver)
    promise_of(tolliver, "pay", side="ours", owner="Anna", due=date(2026, 3, 20), condition="once it is there")
    promise_of(tolliver, "someday", due=None)
    promise_of(tolliver, "gone", state="cancelled")
    promise_of(tolliver, "moved", state="renegotiated")
    promise_of(tolliver, "was kept", state="kept", due=date(2026, 3, 1))
    promise_of(tolliver, "long ago", state="kept", due=date(2025, 3, 1))
    secret = feeds.make(cast.workspace, owner, "en", NOW)
    events = {each["SUMMARY"]: each for each in fetched(cast.stranger, secret)}
    assert set(events) == {
        "Tolliver promised: send the drawings; all, of them",
        "We promised Tolliver: pay",
        "Kept. Tolliver promised: was kept",
    }
    told = events["Tolliver promised: send the drawings; all, of them"]
    assert told["DTSTART"] == "20260313"
    assert told["URL"] == f"http://testserver{reverse('promise', args=[first.pk])}"
    assert "once it is there" in events["We promised Tolliver: pay"]["DESCRIPTION"]
    assert [each["SUMMARY"] for each in fetched(cast.stranger, feeds.make(cast.workspace, owner, "ru", NOW))][1:2] == [
        "Tolliver, обещание нам: send the drawings; all, of them"
    ]


@pytest.mark.django_db
def test_a_moved_promise_stays_the_same_event_and_says_when_it_changed(
    cast: Cast, tolliver: Relationship, owner: User
) -> None:
    made = promise_of(tolliver)
    secret = feeds.make(cast.workspace, owner, "en", NOW)
    (before,) = fetched(cast.stranger, secret)
    assert fetched(cast.stranger, secret) == [before]
    made.changes.create(state="renegotiated", on=TODAY, due=date(2026, 3, 18), made_at=NOW + timedelta(hours=1))
    Commitment.objects.filter(pk=made.pk).update(due=date(2026, 3, 18))
    (after,) = fetched(cast.stranger, secret)
    assert after["UID"] == before["UID"]
    assert (before["DTSTAMP"], after["DTSTAMP"]) == ("20260312T090000Z", "20260312T100000Z")
    assert (before["DTSTART"], after["DTSTART"]) == ("20260313", "20260318")


@pytest.mark.django_db
def test_an_unchanged_calendar_is_not_sent_again(cast: Cast, tolliver: Relationship, owner: User) -> None:
    promise_of(tolliver)
    place = reverse("calendar-feed", args=[feeds.make(cast.workspace, owner, "en", NOW)])
    first = cast.stranger.get(place)
    assert "private" in first["Cache-Control"]
    again = cast.stranger.get(place, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
def test_an_address_is_shown_once_and_only_its_digest_is_kept(cast: Cast, owner: User) -> None:
    page = cast.owner.post(reverse("promises-calendar"), {"language": "ru"}).content.decode()
    (secret,) = re.findall(r"/calendar/([\w-]{43})\.ics", page)
    kept = CalendarFeed.objects.get()
    assert (kept.user, kept.workspace, kept.language) == (owner, cast.workspace, "ru")
    assert kept.token_hash == digest(secret) != secret
    assert secret not in cast.owner.get(reverse("promises-calendar")).content.decode()
    assert cast.owner.post(reverse("promises-calendar"), {"language": "xx"}).status_code == 422


@pytest.mark.django_db
def test_nobody_else_can_revoke_it_and_revoked_it_opens_nothing(cast: Cast, owner: User) -> None:
    secret = feeds.make(cast.workspace, owner, "en", NOW)
    place, pk = reverse("calendar-feed", args=[secret]), CalendarFeed.objects.get().pk
    for other in (cast.colleague, cast.guest):
        assert other.post(reverse("promises-calendar-revoke", args=[pk])).status_code == 404
        assert str(pk) not in re.findall(
            r"calendar/(\d+)/revoke", other.get(reverse("promises-calendar")).content.decode()
        )
    assert cast.stranger.get(place).status_code == 200
    assert CalendarFeed.objects.get().last_used_at is not None
    assert cast.owner.post(reverse("promises-calendar-revoke", args=[pk])).status_code == 302
    assert cast.stranger.get(place).status_code == 404
    assert cast.owner.get(place).status_code == 404
    assert cast.stranger.get(reverse("calendar-feed", args=["x" * 43])).status_code == 404


@pytest.mark.django_db
def test_it_opens_nothing_once_its_member_has_left(cast: Cast, owner: User) -> None:
    secret = feeds.make(cast.workspace, owner, "en", NOW)
    seat = Membership.objects.get(user=owner)
    Membership.objects.filter(pk=seat.pk).delete()
    Membership.objects.create(user=owner, workspace=cast.elsewhere, role="colleague")
    assert feeds.feed_of(secret, NOW) is None
    seat.save(force_insert=True)
    assert feeds.feed_of(secret, NOW) is not None
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert feeds.feed_of(secret, NOW) is None


@pytest.mark.django_db
def test_a_feed_shows_its_own_desk_alone(cast: Cast, tolliver: Relationship, owner: User) -> None:
    promise_of(tolliver)
    guest = User.objects.get(email="guest@leopold.example")
    assert fetched(cast.stranger, feeds.make(cast.elsewhere, guest, "en", NOW)) == []


@pytest.mark.django_db
def test_there_are_not_more_than_one_needs(cast: Cast, owner: User) -> None:
    for _ in range(feeds.MOST):
        feeds.make(cast.workspace, owner, "en", timezone.now())
    assert cast.owner.post(reverse("promises-calendar"), {"language": "en"}).status_code == 422
    assert feeds.feeds_of(owner).count() == feeds.MOST
