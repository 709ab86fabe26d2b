"""What a table takes from before and leaves behind: promises kept, matters that come back, promises in letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from leopold_web.accounts.models import User
from leopold_web.commitments import actions as commitments
from leopold_web.commitments.models import Commitment
from leopold_web.relationships.models import Message, Organization, Relationship, Signal
from leopold_web.round_tables import showing
from leopold_web.round_tables.actions import agreement, drafting, facts, follow_up, machine, recurring
from leopold_web.round_tables.models import Agreement, FollowUp, RoundTable
from leopold_web.round_tables.refusals import RefusedError

from .conftest import Cast
from .table_play import DAY, START, Post, fresh, open_table, post_of, seats_of, sign_all, to_protocol

State = Commitment.State


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


def relationship_of(cast: Cast, name: str) -> Relationship:
    organization = Organization.objects.create(workspace=cast.workspace, key=name, name=name)
    return Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    return relationship_of(cast, "tolliver.example")


@pytest.fixture
def table(cast: Cast, post: Post, owner: User, tolliver: Relationship) -> RoundTable:
    return table_of(cast, owner, tolliver, "The kitchen")


def table_of(cast: Cast, owner: User, relationship: Relationship | None, subject: str, days: int = 0) -> RoundTable:
    """Open a table of a relationship."""
    made = open_table(cast.workspace, owner, timezone.now() + days * DAY)
    RoundTable.objects.filter(pk=made.pk).update(relationship=relationship, subject=subject)
    return fresh(made)


def version(before: Agreement, number: int, **changes: date) -> Agreement:
    """Return another signed version, with other days for the points named."""
    made = Agreement.objects.create(
        table=before.table, version=number, accepted_at=before.accepted_at, signed_at=before.signed_at
    )
    for point in before.points.all():
        made.points.create(
            number=point.number,
            issue=point.issue,
            choice=point.choice,
            owner=point.owner,
            due=changes.get(point.issue, point.due),
        )
    return made


def test_points_become_commitments_of_their_owners_once(table: RoundTable, post: Post, cast: Cast) -> None:
    to_protocol(table, timezone.now())
    signed = agreement.latest(table)
    assert commitments.take_over(signed, START) == []
    sign_all(table, post, timezone.now())
    found = list(Commitment.objects.values_list("owner", "side", "to", "what", "due", "state"))
    assert found == [
        ("Вера Ким", "theirs", "Owner", "Price: full", date(2026, 4, 1), "open"),
        ("Вера Ким", "theirs", "Owner", "Day: Friday", date(2026, 4, 1), "open"),
    ]
    signed.refresh_from_db()
    before = list(Commitment.objects.values())
    assert [each.point for each in commitments.take_over(signed, START + DAY)] == [1, 2]
    assert list(Commitment.objects.values()) == before
    page = reverse("relationship", args=[Relationship.objects.get().pk])
    assert "Price: full" in cast.owner.get(page).content.decode()
    assert cast.guest.get(page).status_code == 404


def test_a_new_version_cancels_what_it_replaced_and_leaves_what_was_done(
    table: RoundTable, post: Post, cast: Cast
) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    first = agreement.latest(table)
    Commitment.objects.filter(what="Price: full").update(state=State.KEPT)
    second = version(first, 2, Day=date(2026, 6, 1))
    for _ in range(2):
        commitments.take_over(second, timezone.now())
        commitments.take_over(first, timezone.now())
    found = list(Commitment.objects.order_by("pk").values_list("what", "due", "state", "agreement__version"))
    assert found == [
        ("Price: full", date(2026, 4, 1), "kept", 2),
        ("Day: Friday", date(2026, 4, 1), "cancelled", 1),
        ("Day: Friday", date(2026, 6, 1), "open", 2),
    ]
    page = cast.owner.get(reverse("relationship", args=[Relationship.objects.get().pk])).content.decode()
    assert "replaced by version 2 of the agreement" in page


def test_what_was_kept_stays_kept_when_a_new_version_drops_it(table: RoundTable, post: Post) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    Commitment.objects.filter(what="Price: full").update(state=State.KEPT)
    Commitment.objects.filter(what="Day: Friday").update(state=State.LATE)
    commitments.take_over(version(agreement.latest(table), 2, Price=date(2027, 1, 1), Day=date(2027, 1, 1)), START)
    assert list(Commitment.objects.order_by("pk").values_list("state", flat=True)) == [
        "kept",
        "late",
        "open",
        "open",
    ]


def test_a_matter_that_comes_back_is_recalled_with_its_outcome_to_our_side_alone(
    table: RoundTable, post: Post, cast: Cast, owner: User, tolliver: Relationship
) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    for seat, kept, fair in zip(seats_of(table)[:2], (FollowUp.Kept.YES, FollowUp.Kept.NO), (True, False), strict=True):
        follow_up.answer(seat, timezone.now(), kept=kept, fair=fair)
    other = table_of(cast, owner, relationship_of(cast, "other.example"), "The kitchen")
    unlike = table_of(cast, owner, tolliver, "Birthday cake")
    again = table_of(cast, owner, tolliver, " the KITCHEN", days=1)
    (found,) = recurring.recalled_by(again)
    assert (found.table, found.shared, found.agreement) == (table, ("The kitchen",), table.agreements.get())
    assert [(said.kept, said.fair) for said in found.follow_ups] == [("yes", True), ("no", False)]
    assert recurring.recalled_by(other) == recurring.recalled_by(unlike) == []
    ours, theirs, mediator, _ = seats_of(again)
    assert [each.table for each in showing.of_seat(ours)["earlier"]] == [table]
    for seat in (theirs, mediator):
        assert showing.of_seat(seat)["earlier"] == []
    page = cast.colleague.get(reverse("round-table", args=[again.pk])).content.decode()
    assert "1 earlier table; only our side sees this" in page
    assert "Not kept · not fair" in page
    guest = Client()
    guest.post(post.link(theirs.email))
    assert "earlier table" not in guest.get(reverse("seat", args=[theirs.code])).content.decode()


def test_opening_a_table_recalls_earlier_ones_once(
    table: RoundTable, cast: Cast, tolliver: Relationship, post: Post
) -> None:
    place = f"{reverse('round-table-new')}?relationship={tolliver.pk}"
    said = {
        "subject": "the kitchen",
        "guest-TOTAL_FORMS": "1",
        "guest-INITIAL_FORMS": "0",
        "guest-0-kind": "party:theirs",
        "guest-0-name": "Vera",
        "guest-0-email": "v@tolliver.example",
        "guest-0-language": "en",
    }
    answer = cast.colleague.post(place, said)
    assert "It was at a table before" in answer.content.decode()
    assert RoundTable.objects.count() == 1
    assert cast.colleague.post(place, said | {"seen": "1"}).status_code == 302
    assert RoundTable.objects.first() != table
    assert RoundTable.objects.filter(relationship=tolliver).count() == 2
    assert cast.guest.post(place, said).status_code == 404
    assert cast.colleague.post(place, said | {"subject": "A cake"}).status_code == 302
    for wrong in ("x", "9" * 30, ""):
        assert cast.owner.get(f"{reverse('round-table-new')}?relationship={wrong}").status_code == 200


@pytest.mark.parametrize(
    ("before", "now", "recalled"),
    [
        ("Late delivery of the servers", "Another delay of the launch", True),
        ("Просрочили срок сдачи", "The deadline slipped again", True),
        ("Unpaid invoice", "The deadline slipped again", False),
    ],
)
def test_it_is_recalled_by_the_subject_of_trouble_in_either_language(
    post: Post, cast: Cast, owner: User, tolliver: Relationship, before: str, now: str, recalled: bool
) -> None:
    first = table_of(cast, owner, tolliver, before)
    assert [each.table for each in recurring.recalled_at_opening(tolliver, now)] == ([first] if recalled else [])


def test_earlier_tables_stand_by_date_the_newest_first(
    post: Post, cast: Cast, owner: User, tolliver: Relationship
) -> None:
    made = [table_of(cast, owner, tolliver, "The kitchen", days=day) for day in (2, 0, 1)]
    with translation.override("ru"):
        found = [each.table for each in recurring.recalled_at_opening(tolliver, "The kitchen")]
    assert found == [made[0], made[2], made[1]]


def letter(relationship: Relationship, number: int, side: str, *signs: tuple[str, str, float]) -> Message:
    """Make a letter with signs in it: (kind, quote, probability)."""
    text = " ".join(quote for _, quote, _ in signs)
    message = Message.objects.create(
        relationship=relationship,
        key=str(number),
        own_id=f"<{number}@x>",
        side=side,
        language="en",
        text=text,
        at=START + timedelta(days=number),
        position=number,
    )
    for kind, quote, probability in signs:
        start = text.index(quote)
        Signal.objects.create(
            message=message,
            kind=kind,
            side=side,
            probability=probability,
            start=start,
            end=start + len(quote),
            quote=quote,
        )
    return message


def to_expectations(table: RoundTable) -> None:
    for seat in seats_of(table)[:2]:
        facts.done(seat, timezone.now())


def test_promises_in_letters_are_drafts_for_our_side_until_taken_over(
    table: RoundTable, cast: Cast, post: Post, tolliver: Relationship
) -> None:
    ours, theirs, mediator, _ = seats_of(table)
    first = letter(tolliver, 1, "ours", ("overpromise", "No problem, Friday for sure.", 0.8), ("anger", "Oh!", 0.9))
    letter(tolliver, 2, "theirs", ("broken_promise", "You said Friday.", 0.6), ("overpromise", "Easy.", 0.1))
    letter(relationship_of(cast, "other.example"), 3, "theirs", ("overpromise", "Piece of cake.", 0.9))
    assert drafting.drafts(ours) == []
    to_expectations(table)
    ours, theirs, mediator, _ = seats_of(table)
    found = drafting.drafts(ours)
    assert [(draft.quote, draft.of) for draft in found] == [
        ("You said Friday.", None),
        ("No problem, Friday for sure.", ours),
    ]
    for seat in (theirs, mediator):
        assert drafting.drafts(seat) == []
        assert "drafts" not in showing.of_seat(seat) or showing.of_seat(seat)["drafts"] == []
    guest = Client()
    guest.post(post.link(theirs.email))
    address = reverse("seat", args=[theirs.code])
    assert "Friday" not in guest.get(address).content.decode()
    step = reverse("seat-step", args=[ours.code, "draft"])
    said = {"source": "letter", "number": first.pk, "start": 0, "of": ours.pk, "due": "2026-03-06"}
    assert cast.owner.post(step, said).status_code == 302
    taken = table.expectations.get()
    assert (taken.text, taken.quote, taken.of, taken.due) == (
        "No problem, Friday for sure.",
        "No problem, Friday for sure.",
        ours,
        date(2026, 3, 6),
    )
    page = guest.get(address).content.decode()
    assert "No problem, Friday for sure." in page
    assert "You said Friday." not in page
    assert [draft.quote for draft in drafting.drafts(ours)] == ["You said Friday."]


def test_only_our_people_take_over_and_only_what_is_a_promise_with_this_side(
    table: RoundTable, cast: Cast, tolliver: Relationship
) -> None:
    right = letter(tolliver, 1, "ours", ("overpromise", "For sure.", 0.8), ("anger", "Oh!", 0.9))
    stranger = letter(relationship_of(cast, "other.example"), 2, "theirs", ("overpromise", "Of course.", 0.9))
    to_expectations(table)
    ours, theirs, mediator, _ = seats_of(table)
    wrong = [
        (theirs, right.pk, 0, ours.pk, "no_draft"),
        (mediator, right.pk, 0, ours.pk, "not_yours"),
        (ours, stranger.pk, 0, theirs.pk, "no_draft"),
        (ours, right.pk, 10, theirs.pk, "no_draft"),
        (ours, right.pk, 0, mediator.pk, "not_yours"),
    ]
    for seat, message, start, of, kind in wrong:
        with pytest.raises(RefusedError, match=kind):
            drafting.take_over(seat, message, start, of, timezone.now())
    assert not table.expectations.exists()
    machine.close(fresh(table), RoundTable.Ending.SILENCE, timezone.now())
    assert drafting.drafts(seats_of(table)[0]) == []


def test_a_guest_is_offered_what_was_agreed_and_not_what_our_desk_made_of_it(
    table: RoundTable, post: Post, cast: Cast, owner: User, tolliver: Relationship
) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    Commitment.objects.filter(what="Price: full").update(
        what="They will never pay in full", owner="The slow ones", due=date(2027, 1, 1)
    )
    again = table_of(cast, owner, tolliver, "The cellar", days=1)
    to_expectations(again)
    ours, theirs, *_ = seats_of(again)
    offered = {draft.quote: (draft.of, draft.due) for draft in drafting.drafts(theirs)}
    assert offered == {"Price: full": (theirs, date(2026, 4, 1)), "Day: Friday": (theirs, date(2026, 4, 1))}
    assert "They will never pay in full" in {draft.quote for draft in drafting.drafts(ours)}
