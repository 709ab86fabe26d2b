"""From a case to a round table and back: the form, the ledgers of both sides, exhibits, how it ended."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts.models import User
from leopold_web.cases import actions
from leopold_web.cases.actions import Said
from leopold_web.cases.models import Case
from leopold_web.commitments import changing, confirming
from leopold_web.commitments.models import Commitment
from leopold_web.receivables.models import Invoice
from leopold_web.relationships.models import Conversation, Message, Person, PersonAddress, Relationship
from leopold_web.round_tables import ledgers, showing
from leopold_web.round_tables.actions import drafting, facts, follow_up, machine
from leopold_web.round_tables.models import FollowUp, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

from .conftest import Cast
from .table_play import Post, fresh, post_of, seats_of, sign_all, to_protocol
from .test_cases import NOW, case_of, relationship_of

Kept = FollowUp.Kept
VERA, OTHER = "vera@tolliver.example", "ben@tolliver.example"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    found = relationship_of(cast)
    person = Person.objects.create(relationship=found, key=VERA, name="Вера Ким", side="theirs", letters=9)
    PersonAddress.objects.create(person=person, email=VERA)
    return found


def letter(found: Relationship, number: int, side: str, text: str, **more: object) -> Message:
    fields = {"sender_email": VERA if side == "theirs" else "owner@leopold.example", "language": "en", **more}
    return Message.objects.create(
        relationship=found,
        key=str(number),
        own_id=f"<{number}@x>",
        side=side,
        text=text,
        zones=[["own", 0, len(text)]],
        at=NOW + timedelta(days=number),
        position=number,
        **fields,
    )


def opened(cast: Cast, case: Case) -> RoundTable:
    """Open a table from a case by its page, with Vera, a mediator and an observer."""
    guests = [
        ("party:theirs", "Вера Ким", VERA, "ru"),
        ("mediator:neither", "Max", "max@neutral.example", "en"),
        ("observer:theirs", "Olga", "olga@tolliver.example", "ru"),
    ]
    said = {"subject": case.subject, "guest-TOTAL_FORMS": "3", "guest-INITIAL_FORMS": "0", "seen": "1"}
    for place, row in enumerate(guests):
        names = ("kind", "name", "email", "language")
        said |= {f"guest-{place}-{name}": value for name, value in zip(names, row, strict=True)}
    answer = cast.owner.post(reverse("case-table", args=[case.pk]), said)
    assert answer.status_code == 302, answer.content.decode()
    return case.tables.latest("opened_at")


def to_expectations(table: RoundTable) -> tuple[Seat, Seat, Seat, Seat]:
    for seat in seats_of(table)[:2]:
        facts.done(seat, timezone.now())
    return seats_of(table)


def test_the_form_of_a_table_begins_with_what_the_case_knows(cast: Cast, tolliver: Relationship) -> None:
    person = tolliver.people.get()
    letter(tolliver, 1, "theirs", "Где двери?", sender=person, language="ru")
    case = case_of(tolliver, Said("The doors"))
    page = cast.owner.get(reverse("case-table", args=[case.pk])).content.decode()
    assert 'value="The doors"' in page
    assert f'value="{VERA}"' in page
    assert '<option value="ru" selected>' in page.split("guest-1-")[0]
    assert f'<option value="{VERA}">Вера Ким</option>' in page


@pytest.mark.parametrize(
    ("subject", "shown"),
    [("The doors: They are angry", "The doors"), ("New doors", "New doors"), ("The doors", "The doors")],
)
def test_what_the_desk_reads_in_letters_is_no_subject_for_both_sides(
    cast: Cast, tolliver: Relationship, subject: str, shown: str
) -> None:
    talk = Conversation.objects.create(relationship=tolliver, key="<1@x>", subject="Re: The doors")
    case = actions.open_case(tolliver, Said(subject), None, NOW, conversation=talk)
    page = cast.owner.get(reverse("case-table", args=[case.pk])).content.decode()
    assert f'name="subject" value="{shown}"' in page


def test_a_table_opened_from_a_case_belongs_to_it(cast: Cast, tolliver: Relationship, post: Post) -> None:
    case = case_of(tolliver, Said("The doors"))
    table = opened(cast, case)
    assert (table.relationship, table.subject) == (tolliver, "The doors")
    page = cast.owner.get(reverse("case", args=[case.pk])).content.decode()
    assert reverse("seat", args=[seats_of(table)[0].code]) in page
    colleague = cast.colleague.get(reverse("case", args=[case.pk])).content.decode()
    assert seats_of(table)[0].code not in colleague
    assert reverse("round-table", args=[table.pk]) in colleague
    assert (
        reverse("case", args=[case.pk]) in cast.colleague.get(reverse("round-table", args=[table.pk])).content.decode()
    )


def test_no_table_is_opened_from_a_closed_case(cast: Cast, tolliver: Relationship, owner: User, post: Post) -> None:
    case = case_of(tolliver, Said("The doors"))
    actions.close(case, "done", "Done.", owner, NOW)
    answer = cast.owner.post(reverse("case-table", args=[case.pk]), {"subject": "X"}, follow=True)
    assert "This case is closed. Reopen it first." in answer.content.decode()
    assert not RoundTable.objects.exists()


def test_both_ledgers_are_offered_each_to_its_own_side(
    cast: Cast, tolliver: Relationship, post: Post, owner: User
) -> None:
    letter(tolliver, 1, "ours", "Hello. We will send the drawings by 12 March. Bye.", to=[["Vera", VERA.upper()]])
    letter(tolliver, 2, "theirs", "I will pay the rest by 20 March.", to=[["", "owner@leopold.example"]])
    letter(tolliver, 3, "theirs", "We will return the keys by 9 March.", sender_email=OTHER)
    letter(relationship_of(cast, "other.example"), 4, "theirs", "We will call you by 10 March.")
    Invoice.objects.create(
        workspace=cast.workspace,
        relationship=tolliver,
        number="17",
        counterparty="Tolliver",
        issued=date(2026, 2, 1),
        due=date(2026, 3, 1),
        amount=Decimal(4800),
        currency="EUR",
    )
    table = opened(cast, case_of(tolliver, Said("The doors")))
    ours, theirs, mediator, observer = to_expectations(table)
    found = {draft.quote: (draft.source, draft.of, draft.due) for draft in drafting.drafts(ours)}
    assert found == {
        "17, 4800.00 EUR, 2026-03-01": ("invoice", theirs, date(2026, 3, 1)),
        "We will return the keys by 9 March.": ("letter", theirs, date(2026, 3, 9)),
        "I will pay the rest by 20 March.": ("letter", theirs, date(2026, 3, 20)),
        "We will send the drawings by 12 March.": ("letter", ours, date(2026, 3, 12)),
    }
    offered = [(draft.quote, draft.of, draft.due) for draft in drafting.drafts(theirs)]
    assert offered == [
        ("I will pay the rest by 20 March.", theirs, date(2026, 3, 20)),
        ("We will send the drawings by 12 March.", ours, date(2026, 3, 12)),
    ]
    for seat in (mediator, observer):
        assert drafting.drafts(seat) == []
        assert ledgers.of(seat) == []


def test_a_guest_takes_over_edits_or_drops_what_only_they_see(cast: Cast, tolliver: Relationship, post: Post) -> None:
    first = letter(tolliver, 1, "ours", "We will send the drawings by 12 March.", to=[["Vera", VERA]])
    second = letter(tolliver, 2, "theirs", "I will pay the rest by 20 March.")
    hidden = letter(tolliver, 3, "ours", "We will send the other bill by 21 March.", to=[["Ben", OTHER]])
    table = opened(cast, case_of(tolliver, Said("The doors")))
    ours, theirs, *_ = to_expectations(table)
    guest = Client()
    guest.post(post.link(VERA))
    address = reverse("seat", args=[theirs.code])
    page = guest.get(address).content.decode()
    assert "We will send the drawings" in page
    assert "other bill" not in page
    step = reverse("seat-step", args=[theirs.code, "draft"])
    said = {"source": "letter", "start": 0, "of": ours.pk}
    assert guest.post(step, {**said, "number": hidden.pk}).status_code == 409
    guest.post(step, {**said, "number": first.pk, "text": "All drawings", "due": "2026-03-13"})
    taken = table.expectations.get()
    assert (taken.seat, taken.of, taken.text, taken.due) == (theirs, ours, "All drawings", date(2026, 3, 13))
    assert taken.quote == "We will send the drawings by 12 March."
    assert "All drawings" in cast.owner.get(reverse("seat", args=[ours.code])).content.decode()
    drop = reverse("seat-step", args=[theirs.code, "draft-drop"])
    assert guest.post(drop, {"source": "letter", "number": second.pk, "start": 0}).status_code == 302
    assert guest.post(drop, {"source": "letter", "number": hidden.pk, "start": 0}).status_code == 409
    assert drafting.drafts(theirs) == []
    # What one side drops or takes over is still offered to the other.
    assert {draft.number for draft in drafting.drafts(ours)} == {first.pk, second.pk, hidden.pk}


def test_promises_of_an_earlier_agreement_are_offered_to_who_sat_there(
    cast: Cast, tolliver: Relationship, post: Post
) -> None:
    now = timezone.now()
    first = opened(cast, case_of(tolliver, Said("The doors")))
    to_protocol(first, now)
    sign_all(first, post, now)
    kept, broken = Commitment.objects.order_by("point")
    Commitment.objects.filter(pk=kept.pk).update(state=Commitment.State.KEPT)
    table = opened(cast, case_of(tolliver, Said("The doors again")))
    ours, theirs, *_ = to_expectations(table)
    for seat in (ours, theirs):
        (draft,) = drafting.drafts(seat)
        assert (draft.source, draft.number, draft.of, draft.due) == ("promise", broken.pk, theirs, date(2026, 4, 1))
    Seat.objects.filter(pk=theirs.pk).update(email="new@tolliver.example")
    assert drafting.drafts(Seat.objects.select_related("table").get(pk=theirs.pk)) == []


def test_a_confirmed_promise_is_offered_once_to_our_side(
    cast: Cast, tolliver: Relationship, post: Post, owner: User
) -> None:
    sent = letter(tolliver, 1, "theirs", "Thanks. I will pay the rest by 20 March.")
    words = "I will pay the rest by 20 March"
    found = tolliver.found_promises.create(
        key=f"{sent.own_id} 8",
        side="theirs",
        owner="Vera",
        what=words,
        written=NOW.date(),
        due=date(2026, 3, 20),
        probability=0.9,
        evidence={"message_id": sent.own_id, "start": 8, "end": 8 + len(words), "quote": words},
    )
    made = confirming.confirm(found, owner, NOW)
    ours, theirs, *_ = to_expectations(opened(cast, case_of(tolliver, Said("The doors"))))
    offered = [(draft.source, draft.number, draft.of, draft.due) for draft in drafting.drafts(ours)]
    assert offered == [("promise", made.pk, theirs, date(2026, 3, 20))]
    assert [(draft.source, draft.number) for draft in drafting.drafts(theirs)] == [("letter", sent.pk)]
    changing.change(made, changing.Told("kept", NOW.date()), owner, NOW, NOW.date())
    assert drafting.drafts(ours) == []


def test_drafts_are_gone_with_their_stage_and_at_a_table_alone(cast: Cast, tolliver: Relationship, post: Post) -> None:
    sent = letter(tolliver, 1, "theirs", "I will pay by 20 March.")
    table = opened(cast, case_of(tolliver, Said("The doors")))
    assert drafting.drafts(seats_of(table)[0]) == []
    with pytest.raises(RefusedError, match="other_stage"):
        drafting.drop(seats_of(table)[0], "letter", sent.pk, 0, timezone.now())
    RoundTable.objects.filter(pk=table.pk).update(relationship=None)
    ours, *_ = to_expectations(table)
    assert drafting.drafts(ours) == []


def test_letters_of_the_case_are_offered_first_as_exhibits_to_our_side_alone(
    cast: Cast, tolliver: Relationship, post: Post
) -> None:
    talk = Conversation.objects.create(relationship=tolliver, key="<1@x>", subject="Doors")
    about = letter(tolliver, 1, "theirs", "The doors.", conversation=talk)
    later = letter(tolliver, 2, "theirs", "The windows.")
    case = actions.open_case(tolliver, Said("The doors"), None, NOW, conversation=talk)
    ours, theirs, *_ = seats_of(opened(cast, case))
    assert [each.pk for each in showing.of_seat(ours)["letters"]] == [about.pk, later.pk]
    assert "letters" not in showing.of_seat(theirs)


def test_a_signed_table_offers_the_outcome_and_later_what_both_sides_said(
    cast: Cast, tolliver: Relationship, post: Post
) -> None:
    now = timezone.now()
    case = case_of(tolliver, Said("The doors"))
    table = opened(cast, case)
    address = reverse("case", args=[case.pk])
    assert '<option value="settled" selected>' not in cast.owner.get(address).content.decode()
    to_protocol(table, now)
    sign_all(table, post, now)
    page = cast.owner.get(address).content.decode()
    assert "The round table ended with a signed agreement on" in page
    assert '<option value="settled" selected>' in page
    for seat, kept, fair in zip(seats_of(table)[:2], (Kept.YES, Kept.NO), (True, False), strict=True):
        assert "Not kept" not in cast.owner.get(address).content.decode()
        follow_up.answer(seat, now, kept=kept, fair=fair)
    page = cast.owner.get(address).content.decode()
    assert "Owner: Kept" in page
    assert "Вера Ким: Not kept" in page
    assert not fresh(table).is_open
    guest = Client()
    guest.post(post.link(VERA))
    assert "Owner: Исполнено" in guest.get(reverse("seat", args=[seats_of(table)[1].code])).content.decode()


def test_a_table_closed_without_a_deal_says_so_and_the_one_after_it_belongs_to_the_case(
    cast: Cast, tolliver: Relationship, post: Post
) -> None:
    case = case_of(tolliver, Said("The doors"))
    table = opened(cast, case)
    machine.close(fresh(table), RoundTable.Ending.NO_AGREEMENT, timezone.now())
    address = reverse("case", args=[case.pk])
    page = cast.owner.get(address).content.decode()
    assert "The round table was closed: No agreement." in page
    assert '<option value="settled" selected>' not in page
    step = reverse("seat-step", args=[seats_of(table)[0].code, "open-again"])
    cast.owner.post(step, {"text": "The doors, once more"})
    assert "The doors, once more" in cast.owner.get(address).content.decode()


def test_a_case_recalls_earlier_tables_about_the_same(cast: Cast, tolliver: Relationship, post: Post) -> None:
    first = opened(cast, case_of(tolliver, Said("Unpaid invoice")))
    later = actions.open_case(tolliver, Said("The payment is late"), None, timezone.now() + timedelta(days=1))
    page = cast.owner.get(reverse("case", args=[later.pk])).content.decode()
    assert "It was at a table before" in page
    assert reverse("round-table", args=[first.pk]) in page
