"""Promises on the desk: found by an analysis, confirmed or dismissed, followed, changed, corrected, entered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leopold.sample import stories
from leopold_web.accounts.models import User
from leopold_web.commitments import changing, confirming, entering, following, listing
from leopold_web.commitments.changing import Told
from leopold_web.commitments.folding import OVER, Step, fold, known_on
from leopold_web.commitments.models import Commitment, DismissedPromise, FoundPromise, State
from leopold_web.commitments.refusals import SENTENCES, PromiseRefusedError
from leopold_web.inbox.actions import start_import
from leopold_web.relationships.actions import analyse_workspace
from leopold_web.relationships.models import Conversation, Message, Relationship
from leopold_web.working import new_worker

from .conftest import Cast
from .test_cases import relationship_of

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
TEXT = "Dear Anna, we will send the signed drawings by Friday. Best, Gemma"
WORDS = "we will send the signed drawings by Friday"
LATER = "Sorry, the drawings will slip to Tuesday."


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    cast.workspace.as_of = TODAY
    cast.workspace.save()
    return relationship_of(cast)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


def letter_of(found: Relationship, key: str, text: str, at: datetime, side: str = "theirs") -> Message:
    talk, _ = Conversation.objects.get_or_create(relationship=found, key="<1@x>", defaults={"subject": "Drawings"})
    made: Message = found.messages.create(
        conversation=talk,
        key=key,
        own_id=key,
        side=side,
        language="en",
        sender_name="Gemma Hay" if side == "theirs" else "Anna",
        sender_email="gemma@tolliver.example" if side == "theirs" else "colleague@leopold.example",
        to=[["Anna", "COLLEAGUE@leopold.example"]],
        subject="Drawings",
        text=text,
        at=at,
        position=1,
    )
    return made


def piece(letter: Message, words: str) -> dict[str, Any]:
    start = letter.text.index(words)
    return {"message_id": letter.own_id, "start": start, "end": start + len(words), "quote": words}


def told(state: str, on: date, evidence: dict[str, Any] | None = None, due: date | None = None) -> dict[str, Any]:
    fact = None if evidence else {"kind": "invoice_paid", "values": {"number": "7"}}
    key = f"{state} {on}"
    return {
        "key": key,
        "state": state,
        "on": on.isoformat(),
        "due": due.isoformat() if due else None,
        "evidence": evidence,
        "fact": fact,
    }


def promise_of(found: Relationship, key: str = "<a@x>", **more: Any) -> FoundPromise:
    """Return a promise of theirs, found in a letter of Monday, 2 March, for that Friday."""
    letter = letter_of(found, key, TEXT, datetime(2026, 3, 2, 9, tzinfo=UTC))
    values = {
        "side": "theirs",
        "owner": "Gemma Hay",
        "to": "Anna",
        "what": WORDS,
        "written": date(2026, 3, 2),
        "due": date(2026, 3, 6),
        "probability": 0.9,
        "evidence": piece(letter, WORDS),
    }
    made: FoundPromise = found.found_promises.create(key=f"{key} 11", **values | more)
    return made


@pytest.fixture
def found(tolliver: Relationship) -> FoundPromise:
    """A found promise that a letter of 5 March puts off to the 10th, and that the ledger says was kept on the 9th."""
    later = letter_of(tolliver, "<b@x>", LATER, datetime(2026, 3, 5, 9, tzinfo=UTC))
    changes = [
        told("renegotiated", date(2026, 3, 5), piece(later, LATER), date(2026, 3, 10)),
        told("kept", date(2026, 3, 9)),
    ]
    return promise_of(tolliver, changes=changes, state="kept", condition="once you\nsend the keys")


# What it is now: the fold

STATES = st.sampled_from([each for each in State.values if each != "open"])
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
STEPS = st.builds(Step, STATES, DAYS, st.none() | DAYS, told=st.booleans())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(promised=st.none() | DAYS, steps=st.lists(STEPS, max_size=6), day=DAYS)
def test_the_fold_does_not_look_ahead(promised: date | None, steps: list[Step], day: date) -> None:
    ordered = sorted(steps, key=lambda each: each.on)
    known = fold(promised, [each for each in ordered if each.on <= day])
    later = [Step("broken", day + timedelta(days=1)), Step("kept", day + timedelta(days=2))]
    assert fold(promised, [each for each in [*ordered, *later] if each.on <= day]) == known
    if known.state in OVER:
        assert fold(promised, [*[each for each in ordered if each.on <= day], *later]) == known


@pytest.mark.parametrize(
    ("steps", "state", "due", "first"),
    [
        ([], "open", "06", None),
        ([("kept", "06")], "kept", "06", None),
        ([("kept", "07")], "late", "06", None),
        ([("late", "05")], "late", "06", None),
        ([("broken", "07"), ("kept", "09")], "late", "06", None),
        ([("broken", "04"), ("kept", "06")], "kept", "06", None),
        ([("broken", "04"), ("cancelled", "06")], "cancelled", "06", None),
        ([("renegotiated", "05", "10")], "open", "10", "06"),
        ([("renegotiated", "05", "10"), ("kept", "10")], "kept", "10", "06"),
        ([("renegotiated", "05", "10"), ("renegotiated", "09", "12"), ("kept", "13")], "late", "12", "06"),
        ([("renegotiated", "05")], "renegotiated", "06", None),
        ([("kept", "05"), ("broken", "08")], "kept", "06", None),
    ],
)
def test_changes_make_the_state(steps: list[tuple[str, ...]], state: str, due: str, first: str | None) -> None:
    def day(text: str | None) -> date | None:
        return date(2026, 3, int(text)) if text else None

    known = fold(
        day("06"), [Step(one[0], date(2026, 3, int(one[1])), day(one[2] if len(one) > 2 else None)) for one in steps]
    )
    assert (known.state, known.due, known.first_due) == (state, day(due), day(first))


def test_what_a_letter_calls_kept_may_have_been_kept_before_that_letter() -> None:
    step = Step("kept", date(2026, 3, 20), told=True)
    assert fold(date(2026, 3, 6), [step]).state == "kept"


def test_without_a_day_what_was_broken_is_kept_late() -> None:
    assert fold(None, [Step("kept", TODAY)]).state == "kept"
    assert fold(None, [Step("broken", TODAY), Step("kept", TODAY)]).state == "late"
    moved = fold(None, [Step("renegotiated", TODAY, date(2026, 4, 1))])
    assert (moved.state, moved.due, moved.first_due) == ("open", date(2026, 4, 1), None)


# Confirmed, dismissed, undone


def test_a_confirmed_promise_keeps_its_words_and_who_watches_it(found: FoundPromise, owner: User) -> None:
    made = confirming.confirm(found, owner, NOW)
    assert confirming.confirm(found, owner, NOW + timedelta(days=1)).pk == made.pk
    kept = Commitment.objects.get()
    assert (kept.source, kept.side, kept.owner, kept.to) == ("letter", "theirs", "Gemma Hay", "Anna")
    assert (kept.what, kept.condition, kept.state) == (WORDS, "once you send the keys", "open")
    assert (kept.due, kept.first_due, kept.promised_on) == (date(2026, 3, 6), None, date(2026, 3, 2))
    assert (kept.about, kept.found_key, kept.evidence) == ("tolliver.example", "<a@x> 11", found.evidence)
    assert str(kept.keeper) == "Colleague"
    assert kept.made_by == owner
    assert [each["state"] for each in kept.offered] == ["renegotiated", "kept"]
    assert kept.changes.count() == 0


def test_it_is_confirmed_with_what_came_of_it(found: FoundPromise, owner: User) -> None:
    made = confirming.confirm(found, owner, NOW, told=True)
    assert (made.state, made.due, made.first_due, made.offered) == ("kept", date(2026, 3, 10), date(2026, 3, 6), [])
    changes = list(made.changes.values_list("state", "on", "due", "refused", "made_by"))
    assert changes == [
        ("renegotiated", date(2026, 3, 5), date(2026, 3, 10), False, owner.pk),
        ("kept", date(2026, 3, 9), None, False, owner.pk),
    ]
    assert known_on(made, date(2026, 3, 4)).state == "open"
    assert known_on(made, date(2026, 3, 4)).due == date(2026, 3, 6)
    assert known_on(made, date(2026, 3, 8)).due == date(2026, 3, 10)


def test_what_comes_later_changes_nothing_of_what_was_known_before(found: FoundPromise, owner: User) -> None:
    made = confirming.confirm(found, owner, NOW)
    days = [date(2026, 3, number) for number in range(1, 12)]
    before = [known_on(made, day) for day in days]
    for told_later in (Told("renegotiated", TODAY, date(2026, 4, 1), "x"), Told("broken", TODAY, note="x")):
        changing.change(made, told_later, owner, NOW, TODAY)
        made.refresh_from_db()
        assert [known_on(made, day) for day in days] == before
    assert known_on(made, TODAY).state == "broken"


def test_a_dismissed_promise_is_offered_no_more_and_may_wait_again(found: FoundPromise, owner: User) -> None:
    assert listing.count_waiting(owner) == 1
    confirming.dismiss(found, owner, NOW)
    confirming.dismiss(found, owner, NOW)
    assert DismissedPromise.objects.count() == 1
    assert listing.count_waiting(owner) == 0
    confirming.undo(found)
    assert listing.count_waiting(owner) == 1
    confirming.dismiss(found, owner, NOW)
    confirming.confirm(found, owner, NOW)
    assert DismissedPromise.objects.count() == 0
    with pytest.raises(PromiseRefusedError):
        confirming.dismiss(found, owner, NOW)


def test_undoing_forgets_nothing_that_was_noted_since(found: FoundPromise, owner: User) -> None:
    confirming.confirm(found, owner, NOW, told=True)
    confirming.undo(found)
    assert Commitment.objects.count() == 0
    made = confirming.confirm(found, owner, NOW)
    changing.change(made, Told("kept", TODAY), owner, NOW + timedelta(hours=1), TODAY)
    with pytest.raises(PromiseRefusedError) as refusal:
        confirming.undo(found)
    assert refusal.value.kind == "used"
    assert Commitment.objects.get().state == "late"


def test_two_desks_answer_for_themselves(cast: Cast, found: FoundPromise, owner: User) -> None:
    guest = User.objects.get(email="guest@leopold.example")
    assert listing.count_waiting(guest) == 0
    confirming.confirm(found, owner, NOW)
    for name in ("promise-confirm", "promise-dismiss", "promise-undo"):
        assert cast.guest.post(reverse(name, args=[found.pk])).status_code == 404
    made = Commitment.objects.get()
    for name in ("promise-change", "promise-answer", "promise-edit"):
        assert cast.guest.post(reverse(name, args=[made.pk])).status_code == 404
    change = changing.change(made, Told("kept", TODAY), owner, NOW, TODAY)
    assert cast.guest.post(reverse("promise-take-back", args=[made.pk, change.pk])).status_code == 404
    assert cast.stranger.post(reverse("promise-confirm", args=[found.pk]))["Location"].startswith("/accounts/login/")


# Changed: by hand, and as letters tell


@pytest.fixture
def made(found: FoundPromise, owner: User) -> Commitment:
    return confirming.confirm(found, owner, NOW)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (Told("kept", TODAY + timedelta(days=1)), "future"),
        (Told("broken", TODAY), "no_note"),
        (Told("cancelled", TODAY, note=" "), "no_note"),
        (Told("late", date(2026, 3, 6)), "not_late"),
        (Told("renegotiated", TODAY, note="They called."), "no_day"),
        (Told("renegotiated", TODAY, date(2026, 3, 6), "They called."), "same_day"),
    ],
)
def test_what_cannot_be_so_is_refused(made: Commitment, owner: User, said: Told, kind: str) -> None:
    with pytest.raises(PromiseRefusedError) as refusal:
        changing.change(made, said, owner, NOW, TODAY)
    assert refusal.value.kind == kind
    assert refusal.value.said == SENTENCES[kind]()
    assert made.changes.count() == 0


def test_a_moved_promise_keeps_the_day_it_had_first_and_is_moved_back(made: Commitment, owner: User) -> None:
    moved = changing.change(made, Told("renegotiated", TODAY, date(2026, 3, 20), "They called."), owner, NOW, TODAY)
    made.refresh_from_db()
    assert (made.state, made.due, made.first_due) == ("open", date(2026, 3, 20), date(2026, 3, 6))
    again = changing.change(made, Told("renegotiated", TODAY, date(2026, 3, 25), "Again."), owner, NOW, TODAY)
    made.refresh_from_db()
    assert (made.due, made.first_due) == (date(2026, 3, 25), date(2026, 3, 6))
    changing.take_back(again, owner, NOW)
    changing.take_back(moved, owner, NOW)
    made.refresh_from_db()
    assert (made.state, made.due, made.first_due) == ("open", date(2026, 3, 6), None)
    with pytest.raises(PromiseRefusedError):
        changing.take_back(moved, owner, NOW)
    assert made.changes.count() == 2


def test_what_is_over_changes_only_once_its_end_is_taken_back(made: Commitment, owner: User) -> None:
    ended = changing.change(made, Told("kept", date(2026, 3, 6)), owner, NOW, TODAY)
    with pytest.raises(PromiseRefusedError) as refusal:
        changing.change(made, Told("broken", TODAY, note="No."), owner, NOW, TODAY)
    assert refusal.value.kind == "over"
    changing.take_back(ended, owner, NOW)
    changing.change(made, Told("broken", TODAY, note="No."), owner, NOW, TODAY)
    made.refresh_from_db()
    assert made.state == "broken"


def test_what_letters_tell_is_accepted_refused_and_offered_again(made: Commitment, owner: User) -> None:
    moved, kept = (each["key"] for each in following.pending(made))
    refused = changing.answer(made, kept, owner, NOW, accepts=False)
    made.refresh_from_db()
    assert (made.state, [each["key"] for each in following.pending(made)]) == ("open", [moved])
    with pytest.raises(PromiseRefusedError):
        changing.answer(made, kept, owner, NOW, accepts=True)
    changing.answer(made, moved, owner, NOW, accepts=True)
    made.refresh_from_db()
    assert (made.state, made.due, made.first_due) == ("open", date(2026, 3, 10), date(2026, 3, 6))
    changing.take_back(refused, owner, NOW)
    made.refresh_from_db()
    assert [each["key"] for each in following.pending(made)] == [kept]
    accepted = changing.answer(made, kept, owner, NOW, accepts=True)
    made.refresh_from_db()
    assert accepted.pk == refused.pk
    assert (made.state, following.pending(made)) == ("kept", [])


def test_nothing_is_offered_of_what_it_is_already(made: Commitment, owner: User) -> None:
    changing.change(made, Told("broken", date(2026, 3, 8), note="They said so."), owner, NOW, TODAY)
    made.refresh_from_db()
    made.offered = [told("broken", date(2026, 3, 8)), told("late", date(2026, 3, 9))]
    assert [each["state"] for each in following.pending(made)] == ["late"]


def test_corrections_are_kept_with_what_stood_before(made: Commitment, owner: User) -> None:
    changing.change(made, Told("kept", date(2026, 3, 7)), owner, NOW, TODAY)
    made.refresh_from_db()
    assert made.state == "late"
    said = {"owner": "Pat Hay", "what": WORDS, "due": date(2026, 3, 9), "keeper": owner, "condition": ""}
    edits = changing.edit(made, said, owner, NOW)
    made.refresh_from_db()
    assert (made.owner, made.due, made.state, made.keeper) == ("Pat Hay", date(2026, 3, 9), "kept", owner)
    assert {(each.field, each.before, each.after) for each in edits} == {
        ("owner", "Gemma Hay", "Pat Hay"),
        ("due", "2026-03-06", "2026-03-09"),
        ("keeper", "Colleague", "Owner"),
        ("condition", "once you send the keys", ""),
    }
    with pytest.raises(PromiseRefusedError):
        changing.edit(made, {"keeper": User.objects.get(email="guest@leopold.example")}, owner, NOW)


def test_a_corrected_day_is_the_first_one_where_it_was_moved(made: Commitment, owner: User) -> None:
    changing.change(made, Told("renegotiated", TODAY, date(2026, 3, 20), "They called."), owner, NOW, TODAY)
    changing.edit(made, {"due": date(2026, 3, 5)}, owner, NOW)
    made.refresh_from_db()
    assert (made.due, made.first_due) == (date(2026, 3, 20), date(2026, 3, 5))
    changing.edit(made, {"due": None}, owner, NOW)
    made.refresh_from_db()
    assert (made.due, made.first_due) == (date(2026, 3, 20), None)
    changing.take_back(made.changes.get(), owner, NOW)
    made.refresh_from_db()
    assert (made.due, made.first_due) == (None, None)


def test_a_promise_that_takes_the_place_of_another_is_not_watched_twice(
    cast: Cast, tolliver: Relationship, owner: User
) -> None:
    later = promise_of(tolliver, key="<later@x>", due=date(2026, 3, 10))
    earlier = promise_of(tolliver, changes=[told("renegotiated", date(2026, 3, 5), later.evidence, later.due)])
    old = confirming.confirm(earlier, owner, NOW, told=True)
    assert (old.state, old.due, old.first_due) == ("open", date(2026, 3, 10), date(2026, 3, 6))
    new = confirming.confirm(later, owner, NOW)
    old.refresh_from_db()
    assert (old.state, old.due, old.first_due) == ("renegotiated", date(2026, 3, 6), None)
    assert f'In its place: <a href="/promises/{new.pk}/">' in cast.owner.get(f"/promises/{old.pk}/").content.decode()
    confirming.undo(later)
    old.refresh_from_db()
    assert (old.state, old.due, old.first_due) == ("open", date(2026, 3, 10), date(2026, 3, 6))
    confirming.confirm(later, owner, NOW)
    changing.take_back(old.changes.get(), owner, NOW)
    old.refresh_from_db()
    assert (old.state, old.due, old.first_due) == ("open", date(2026, 3, 6), None)
    changing.answer(old, old.offered[0]["key"], owner, NOW, accepts=True)
    old.refresh_from_db()
    assert (old.state, old.due, old.first_due) == ("renegotiated", date(2026, 3, 6), None)


# The analysis


def story(cast: Cast, folder: Path, as_of: date) -> Relationship:
    cast.workspace.as_of = as_of
    cast.workspace.own_domains = [each["ours"]["domain"] for each in stories() if each["id"] == folder.name]
    cast.workspace.save()
    start_import(cast.workspace, [folder / "mail.mbox"], [], None)
    new_worker(batch=True).run()
    return Relationship.objects.get(workspace=cast.workspace)


@pytest.mark.django_db(transaction=True)
def test_an_analysis_finds_promises_and_their_numbers_stay(cast: Cast, sample: dict[str, Path], owner: User) -> None:
    russian = sample["ru-d-01"]
    relationship = story(cast, russian, date(2026, 1, 20))
    first = {each.key: each.pk for each in FoundPromise.objects.all()}
    assert len(first) >= 3
    for each in FoundPromise.objects.all():
        letter = relationship.messages.get(own_id=each.evidence["message_id"])
        assert letter.text[each.evidence["start"] : each.evidence["end"]] == each.evidence["quote"] == each.what
    assert not FoundPromise.objects.exclude(changes=[]).exists()
    confirmed = FoundPromise.objects.filter(due=date(2026, 2, 1)).get()
    kept = confirming.confirm(confirmed, owner, NOW)

    cast.workspace.as_of = date(2026, 3, 12)
    cast.workspace.save()
    analyse_workspace(cast.workspace, date(2026, 3, 12))
    after = {each.key: each.pk for each in FoundPromise.objects.all()}
    assert first.items() <= after.items()
    assert len(after) > len(first)
    kept.refresh_from_db()
    assert kept.relationship == relationship
    assert [each["state"] for each in kept.offered] == ["broken"]
    assert listing.count_waiting(owner) == len(after)
    changing.answer(kept, kept.offered[0]["key"], owner, NOW, accepts=False)
    before = list(FoundPromise.objects.values())
    Relationship.objects.update(inputs="")
    analyse_workspace(cast.workspace, date(2026, 3, 12))
    assert list(FoundPromise.objects.values()) == before
    kept.refresh_from_db()
    assert (kept.offered, kept.state) == ([], "open")


@pytest.mark.django_db(transaction=True)
def test_one_entered_by_hand_is_followed_in_letters(cast: Cast, sample: dict[str, Path], owner: User) -> None:
    relationship = story(cast, sample["en-d-09"], date(2025, 11, 3))
    found = FoundPromise.objects.get(due=date(2025, 10, 31))
    said = entering.Said(found.side, found.owner, found.what, due=found.due, promised_on=found.written)
    made = entering.enter(relationship, [said], owner, NOW)[0]
    assert made.offered == []
    new_worker(batch=True).run()
    made.refresh_from_db()
    assert [each["state"] for each in made.offered] == ["kept"]
    assert made.offered[0]["evidence"] == found.changes[0]["evidence"]
    before = list(Commitment.objects.values())
    analyse_workspace(cast.workspace, date(2025, 11, 3))
    assert list(Commitment.objects.values()) == before
    neither = entering.Said("neither", "A mediator", found.what, promised_on=found.written)
    entering.enter(relationship, [neither], owner, NOW)
    new_worker(batch=True).run()
    assert Commitment.objects.latest("pk").offered == []


@pytest.mark.django_db(transaction=True)
def test_nothing_is_done_where_nothing_changed(
    cast: Cast, sample: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    story(cast, sample["en-d-09"], TODAY)
    assert FoundPromise.objects.exists()
    monkeypatch.setattr("leopold_web.commitments.finding.read", None)
    assert analyse_workspace(cast.workspace, TODAY) == 1


def test_a_change_stays_known_by_its_place(found: FoundPromise, made: Commitment, owner: User) -> None:
    moved, _kept = made.offered
    changing.answer(made, moved["key"], owner, NOW, accepts=True)
    following.write(found.relationship, [found])
    made.refresh_from_db()
    assert [each["state"] for each in made.offered] == ["kept"]
    with pytest.raises(IntegrityError):
        made.changes.create(state="kept", on=TODAY, found_key=moved["key"], made_at=NOW)


def test_a_promise_outlives_the_row_of_its_relationship(cast: Cast, made: Commitment, owner: User) -> None:
    Relationship.objects.all().delete()
    made.refresh_from_db()
    assert made.relationship is None
    page = cast.owner.get(reverse("promise", args=[made.pk]))
    assert "The letter is gone from this desk." in page.content.decode()
    again = relationship_of_key(cast)
    following.write(again, [])
    made.refresh_from_db()
    assert made.relationship == again


def relationship_of_key(cast: Cast) -> Relationship:
    organization = cast.workspace.organizations.get(key="tolliver.example")
    return Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")


# Entered


def test_one_entered_by_hand_and_one_of_a_contract(tolliver: Relationship, owner: User) -> None:
    hand = entering.Said("ours", "Anna ", "Call them", due=TODAY, keeper=owner)
    contract = entering.Said("theirs", "Tolliver", "Hand over the keys", reference="contract 12, §4.2")
    one, two = entering.enter(tolliver, [hand, contract], owner, NOW)
    assert (one.source, one.owner, one.about, one.keeper) == ("hand", "Anna", "tolliver.example", owner)
    assert (two.source, two.reference) == ("contract", "contract 12, §4.2")
    guest = User.objects.get(email="guest@leopold.example")
    with pytest.raises(PromiseRefusedError):
        entering.enter(tolliver, [hand, entering.Said("ours", "A", "B", keeper=guest)], owner, NOW)
    assert Commitment.objects.count() == 2
