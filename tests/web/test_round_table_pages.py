"""The pages of a round table: who sees which buttons, cooling off, letters as exhibits, a new table."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts.models import User
from leopold_web.relationships.models import Organization, Relationship
from leopold_web.round_tables import gate
from leopold_web.round_tables.actions import acceptance, agreement, issues, machine, opening, proposals, remarks
from leopold_web.round_tables.models import PrivateAnswers, Remark, RoundTable, Seat

from .conftest import Cast
from .table_play import Post, fresh, lock_all, open_table, post_of, seats_of, to_acceptance, to_interests, to_issues

HOT = "You never answer our letters, and you always lie!"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


def seated(seat: Seat, post: Post) -> Client:
    """Return a browser that has taken a seat."""
    client = Client()
    client.post(post.link(seat.email))
    return client


def shown(client: Client, seat: Seat) -> str:
    return client.get(reverse("seat", args=[seat.code])).content.decode()


def send(client: Client, seat: Seat, step: str, said: dict[str, object], **headers: str) -> tuple[int, str]:
    answer = client.post(reverse("seat-step", args=[seat.code, step]), said, headers=headers)
    return answer.status_code, answer.content.decode()


def guest(row: int, kind: str, name: str, email: str, language: str = "en") -> dict[str, str]:
    return {
        f"guest-{row}-{key}": value
        for key, value in {"kind": kind, "name": name, "email": email, "language": language}.items()
    }


def rows(*found: dict[str, str]) -> dict[str, str]:
    """Return the rows of a new table as the page sends them."""
    sent = {"guest-TOTAL_FORMS": str(len(found)), "guest-INITIAL_FORMS": str(len(found)), "subject": "The kitchen"}
    for row in found:
        sent |= row
    return sent


def test_a_table_is_opened_about_a_relationship_by_its_button(cast: Cast, post: Post) -> None:
    organization = Organization.objects.create(workspace=cast.workspace, key="tolliver.example", name="Tolliver")
    about = Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")
    person = about.people.create(key="vera", name="Vera Kim", side="theirs", letters=3)
    person.addresses.create(email="vera@tolliver.example")
    address = f"{reverse('round-table-new')}?relationship={about.pk}"
    assert address in cast.owner.get(reverse("relationship", args=[about.pk])).content.decode()
    page = cast.owner.get(address).content.decode()
    assert 'value="vera@tolliver.example"' in page
    assert cast.guest.get(address).status_code == 404
    sent = rows(
        guest(0, "party:theirs", "Vera Kim", "vera@tolliver.example", "ru"),
        guest(1, "party:ours", "Colleague", "colleague@leopold.example"),
        guest(2, "mediator:neither", "Max", "max@neutral.example"),
        guest(3, "observer:theirs", "", ""),
    )
    made = cast.owner.post(address, sent)
    table = RoundTable.objects.get()
    assert made["Location"] == reverse("round-table", args=[table.pk])
    assert (table.relationship, table.languages) == (about, ["en", "ru"])
    assert [seat.role for seat in table.seats.all()] == ["party", "party", "party", "mediator"]
    assert [seat.user_id is not None for seat in table.seats.all()] == [True, False, True, False]
    assert {to for kind, to, _ in post.sent if kind == "table_invitation"} == {
        "vera@tolliver.example",
        "max@neutral.example",
    }


@pytest.mark.parametrize(
    "row",
    [guest(0, "party:theirs", "Vera", ""), guest(0, "party:theirs", "", ""), guest(0, "king:ours", "V", "v@x.example")],
)
def test_half_a_guest_and_a_table_for_one_are_refused(cast: Cast, post: Post, row: dict[str, str]) -> None:
    assert cast.owner.post(reverse("round-table-new"), rows(row)).status_code == 422
    assert not RoundTable.objects.exists()


def test_each_seat_sees_its_own_buttons_alone(table: RoundTable, cast: Cast, post: Post) -> None:
    to_issues(table, timezone.now())
    ours, theirs, mediator, observer = seats_of(table)
    issue = issues.add_issue(theirs, "Price", timezone.now())
    remarks.say(theirs, issue.pk, "A tenth less would do.", timezone.now())
    pages = {seat.role + seat.side: shown(seated(seat, post), seat) for seat in (theirs, mediator, observer)}
    for name, step, allowed in (
        ("partytheirs", "issue", True),
        ("mediatorneither", "issue", True),
        ("observertheirs", "issue", False),
        ("partytheirs", "remark-hide", False),
        ("mediatorneither", "remark-hide", True),
        ("mediatorneither", "done", False),
        ("observertheirs", "remark", False),
    ):
        assert (f'/do/{step}/"' in pages[name]) is allowed, (name, step)
    assert '/do/letter/"' not in shown(cast.owner, ours)


def test_a_hot_message_is_warned_of_and_can_be_sent_all_the_same(table: RoundTable, cast: Cast) -> None:
    to_issues(table, timezone.now())
    ours = seats_of(table)[0]
    issue = issues.add_issue(ours, "Price", timezone.now())
    status, page = send(cast.owner, ours, "remark", {"issue": issue.pk, "text": HOT})
    assert status == 200
    assert 'id="warned"' in page
    assert HOT in page
    assert not Remark.objects.exists()
    assert send(cast.owner, ours, "remark", {"issue": issue.pk, "text": HOT, "anyway": "1"})[0] == 302
    assert send(cast.owner, ours, "remark", {"issue": issue.pk, "text": "Could we meet on Friday?"})[0] == 302
    assert [remark.text for remark in Remark.objects.all()] == [HOT, "Could we meet on Friday?"]


def test_a_step_leads_back_to_its_place_and_nowhere_else(table: RoundTable, cast: Cast) -> None:
    ours = seats_of(table)[0]
    address = reverse("seat", args=[ours.code])
    step = reverse("seat-step", args=[ours.code, "fact"])
    assert cast.owner.post(step, {"text": "x", "at": "fact-3"})["Location"] == f"{address}?at=fact-3#fact-3"
    for at in ("", "//evil.example", "a#b", "now\n"):
        assert cast.owner.post(step, {"text": "x", "at": at})["Location"] == address


def test_what_was_typed_stays_where_it_was_refused(table: RoundTable, cast: Cast) -> None:
    to_issues(table, timezone.now())
    ours = seats_of(table)[0]
    said = {"name": "Discount", "least": "5", "most": "1", "step": "1", "unit": "EUR"}
    status, page = send(cast.owner, ours, "range", said)
    assert status == 409
    assert 'value="Discount"' in page
    assert send(cast.owner, ours, "range", said, **{"HX-Request": "true"})[0] == 200


def test_htmx_is_told_to_load_the_page_again_when_a_seat_is_refused(table: RoundTable) -> None:
    seat = seats_of(table)[1]
    answer = Client().get(reverse("seat", args=[seat.code]), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Refresh"]) == (404, "true")


def test_a_piece_of_a_letter_is_shown_and_words_that_are_not_in_it_are_not(cast: Cast, table: RoundTable) -> None:
    organization = Organization.objects.create(workspace=cast.workspace, key="tolliver.example", name="Tolliver")
    table.relationship = Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")
    table.save()
    letter = table.relationship.messages.create(
        key="1", own_id="<1@x>", at=timezone.now(), side="theirs", language="en", text="Dear all,\nit was late.\nVera",
        source="x", position=0, subject="Late",
    )  # fmt: skip
    ours = seats_of(table)[0]
    page = shown(cast.owner, ours)
    assert "Late</option>" in page
    status, page = send(cast.owner, ours, "letter", {"message": letter.pk, "words": "it was early"})
    assert (status, "do not stand in that letter" in page) == (409, True)
    assert send(cast.owner, ours, "letter", {"message": letter.pk, "words": "it was\r\nlate"})[0] == 409
    assert send(cast.owner, ours, "letter", {"message": letter.pk, "words": "it was late."})[0] == 302
    assert [exhibit.text for exhibit in table.exhibits.all()] == ["it was late."]


def test_private_interests_are_saved_and_locked_without_javascript(table: RoundTable, cast: Cast) -> None:
    to_interests(table, timezone.now())
    ours = seats_of(table)[0]
    options = [option.pk for issue in table.issues.all() for option in issue.options.all()]
    assert send(cast.owner, ours, "wishes", {f"step-{options[0]}": "100", "lock": "1"})[0] == 409
    assert "something is still missing" in shown(cast.owner, ours)
    said = {f"step-{option}": str(100 * (place % 2)) for place, option in enumerate(options)}
    assert send(cast.owner, ours, "wishes", said | {"line": "20", "why": "the roof", "lock": "1"})[0] == 302
    page = shown(cast.owner, ours)
    assert "Your answers are locked for this round." in page
    assert "the roof" in page
    assert send(cast.owner, ours, "wishes", said)[0] == 409
    assert send(cast.owner, ours, "answers-unlock", {})[0] == 302
    assert send(cast.owner, ours, "answers-back", {})[0] == 302
    assert not PrivateAnswers.objects.exists()
    assert gate.own_answers(ours) == {}


def test_all_points_are_kept_and_confirmed_at_once(table: RoundTable, cast: Cast) -> None:
    now = timezone.now()
    to_acceptance(table, now)
    ours, theirs, *_ = seats_of(table)
    for seat in (ours, theirs):
        acceptance.answer(seat, [1], now)
    half = {"owner-1": str(ours.pk), "due-1": "2027-01-31", "owner-2": str(theirs.pk), "due-2": ""}
    assert send(cast.owner, ours, "points", half)[0] == 422
    whole = half | {"due-2": "2027-02-01", "text-2": "at nine", "confirm": "1"}
    assert send(cast.owner, ours, "points", whole)[0] == 302
    found = [(point.owner_id, point.due, point.text) for point in agreement.latest(fresh(table)).points.all()]
    assert found == [(ours.pk, date(2027, 1, 31), ""), (theirs.pk, date(2027, 2, 1), "at nine")]
    assert machine.is_done(seats_of(table)[0])
    # Nothing changed: what was confirmed stays confirmed.
    assert send(cast.owner, ours, "points", whole)[0] == 302
    assert machine.is_done(seats_of(table)[0])


def test_the_desk_says_what_became_of_every_link(table: RoundTable, cast: Cast, post: Post) -> None:
    _ours, theirs, mediator, _observer = seats_of(table)
    seated(theirs, post)
    opening.revoke(mediator, timezone.now())
    page = cast.colleague.get(reverse("round-table", args=[table.pk])).content.decode()
    for words in ("signs in here", "seat taken", "revoked", "sent, good until", "You have no seat at this table"):
        assert words in page
    listed = cast.owner.get(reverse("round-tables")).content.decode()
    assert "yours" in listed
    assert "Owner, Вера Ким" in listed


def test_what_the_other_side_wants_and_accepts_changes_no_byte(table: RoundTable, cast: Cast, post: Post) -> None:
    now = timezone.now()
    to_interests(table, now)
    ours, theirs, mediator, _ = seats_of(table)
    guest, neutral = seated(theirs, post), seated(mediator, post)
    options = [option.pk for issue in table.issues.all() for option in issue.options.all()]
    found: list[list[str]] = []
    for line, best, why, accepted in (("0", 0, "", []), ("7", 2, "the roof " * 50, ["1"]), ("3", 1, "x", ["2", "1"])):
        with transaction.atomic():
            said = {f"step-{option}": str(100 - 25 * (place % 2) * best) for place, option in enumerate(options)}
            send(guest, theirs, "wishes", said | {"line": line, "why": why})
            pages = [plain(shown(cast.owner, ours)), plain(shown(neutral, mediator))]
            lock_all(fresh(table), now)
            for seat in seats_of(table)[:2]:
                proposals.done(seat, now)
            send(guest, theirs, "accept", {"accepted": accepted})
            pages += [plain(shown(cast.owner, ours)), plain(shown(neutral, mediator))]
            pages.append(plain(cast.colleague.get(reverse("round-table", args=[table.pk])).content.decode()))
            found.append(pages)
            transaction.set_rollback(True)
    assert found[0] == found[1] == found[2]
    assert "I would sign this one" in found[0][2]


def plain(page: str) -> str:
    """Return a page without the tokens that differ at every load."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
