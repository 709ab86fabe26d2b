"""Expectations side by side, what a side's dates were worth before, and when an open promise will be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leopold.commitments.expectations import conflicts
from leopold.commitments.finding import promised
from leopold_web.accounts.models import User
from leopold_web.commitments import changing, checking
from leopold_web.commitments.changing import Told
from leopold_web.commitments.finding import Reading, write
from leopold_web.commitments.models import Commitment, CommitmentChange, ExpectationConflict
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables import showing

from .conftest import Cast
from .table_play import open_table, seats_of, to_protocol
from .test_promise_calendar import promise_of
from .test_promises import letter_of, piece

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    from .test_cases import relationship_of

    cast.workspace.as_of = TODAY
    cast.workspace.save()
    return relationship_of(cast)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


OURS = "We will install the new boiler by Friday 20 March."
THEIRS = "As agreed, you install the new boiler on Monday 16 March."


def conflict_of(found: Relationship) -> ExpectationConflict:
    ours = letter_of(found, "<o@x>", OURS, datetime(2026, 3, 11, 9, tzinfo=UTC), "ours")
    theirs = letter_of(found, "<t@x>", THEIRS, datetime(2026, 3, 12, 9, tzinfo=UTC))
    found.found_promises.create(
        key="<o@x> 0",
        side="ours",
        owner="Anna",
        what=OURS,
        written=date(2026, 3, 11),
        due=date(2026, 3, 20),
        probability=0.9,
        evidence=piece(ours, OURS),
    )
    made: ExpectationConflict = found.expectation_conflicts.create(
        key="1",
        kind="date",
        side="ours",
        promise=piece(ours, OURS),
        expectation=piece(theirs, THEIRS),
        promised="2026-03-20",
        expected="2026-03-16",
    )
    return made


def test_both_sides_stand_side_by_side_with_their_letters(cast: Cast, tolliver: Relationship, owner: User) -> None:
    row = conflict_of(tolliver)
    promise_of(tolliver, "Deliver the <b>pump</b>", promised_on=date(2026, 3, 1))
    place = reverse("relationship-expectations", args=[tolliver.pk])
    page = cast.owner.get(place).content.decode()
    assert page.index("2026-03-20") < page.index("2026-03-16") < page.index("What each side promised")
    assert f"<mark>{THEIRS}</mark>" in page
    letter = tolliver.messages.get(own_id="<t@x>")
    assert f"?letter={letter.pk}#letter-{letter.pk}" in page
    assert "&lt;b&gt;pump&lt;/b&gt;" in page
    assert page.count("not confirmed") == 1
    assert cast.guest.get(place).status_code == 404
    short = cast.owner.get(reverse("relationship", args=[tolliver.pk])).content.decode()
    assert place in short
    assert "1 taken differently" in short
    row.delete()
    assert "No letter takes a day" in cast.owner.get(place).content.decode()


def test_in_russian_days_are_written_as_russians_do(cast: Cast, tolliver: Relationship) -> None:
    conflict_of(tolliver)
    cast.owner.cookies["django_language"] = "ru"
    page = cast.owner.get(reverse("relationship-expectations", args=[tolliver.pk])).content.decode()
    assert "20.03.2026" in page
    assert "Ожидания сторон рядом" in page


def test_a_confirmed_promise_leads_to_what_is_kept_of_it(cast: Cast, tolliver: Relationship) -> None:
    conflict_of(tolliver)
    kept = promise_of(tolliver, OURS, side="ours", found_key="<o@x> 0", source="letter")
    page = cast.owner.get(reverse("relationship-expectations", args=[tolliver.pk])).content.decode()
    assert reverse("promise", args=[kept.pk]) in page
    assert "not confirmed" not in page


def test_an_analysis_keeps_the_conflicts_that_letters_reveal(tolliver: Relationship) -> None:
    from leopold.correspondence.zones import zones
    from leopold.model import Address, Conversation, Letter, Message, Organization, Side
    from leopold.model import Relationship as Found

    def letter(number: int, side: Side, text: str) -> Letter:
        at = datetime(2026, 3, 11 + number, 9, tzinfo=UTC)
        message = Message(f"<{number}@x>", at, Address("", f"{side}@x.example"), (), (), "Boiler", text, "test", number)
        return Letter(message, side, "en", zones(message))

    letters = (letter(0, "ours", OURS), letter(1, "theirs", THEIRS))
    talk = Conversation("Boiler", tuple(one.message.id for one in letters))
    found = Found(Organization("Tolliver", ("tolliver.example",)), "client", (), letters, (talk,))
    reading = Reading((), conflicts(found, promised(found)))
    for _ in range(2):
        write(tolliver, reading)
        row = tolliver.expectation_conflicts.get()
        assert (row.kind, row.side, row.promised, row.expected) == ("date", "ours", "2026-03-20", "2026-03-16")
        assert row.expectation["quote"] == THEIRS


# What dates were worth before


def settled(found: Relationship, number: int, late: int, **more: Any) -> Commitment:
    """Return a promise of theirs that was kept so many days after its day."""
    made = date(2025, 1, 5) + timedelta(days=5 * number)
    values = {"promised_on": made, "due": made + timedelta(days=7), "state": "late" if late > 0 else "kept"}
    row = promise_of(found, f"part {number}", **values | more)
    row.changes.create(state=row.state, on=made + timedelta(days=7 + late), made_at=NOW)
    return row


def test_little_is_claimed_of_few_promises(cast: Cast, tolliver: Relationship) -> None:
    assert checking.check_of_relationship(tolliver) is None
    for number in range(5):
        settled(tolliver, number, 3)
    found = checking.check_of_relationship(tolliver)
    assert found is not None
    assert (found.n, found.silent) == (5, "few")
    page = cast.owner.get(reverse("relationship-expectations", args=[tolliver.pk])).content.decode()
    assert "Too little is known yet: n = 5." in page


@pytest.fixture
def known(cast: Cast, tolliver: Relationship) -> Commitment:
    """An open promise of somebody who is always about ten days late, where everybody else is in time."""
    from .test_cases import relationship_of

    other = relationship_of(cast, "prompt.example")
    for number in range(80):
        settled(tolliver, number, 9 + number % 3)
        settled(other, number, -(number % 2))
    return promise_of(tolliver, "the last part", promised_on=TODAY, due=TODAY + timedelta(days=7))


def test_a_promise_says_when_it_will_be_and_what_their_dates_were_worth(cast: Cast, known: Commitment) -> None:
    checked = checking.check_of_promise(known)
    assert checked is not None
    assert (checked.expectation.n, checked.expectation.silent) == (80, "")
    assert checked.low is not None
    assert checked.low > known.due  # type: ignore[operator]
    outlook = checking.forecast_of(known)
    assert outlook is not None
    assert outlook.late is not None
    assert outlook.late > 0.8
    page = cast.owner.get(reverse("promise", args=[known.pk])).content.decode()
    assert "Expected about" in page
    assert "What their dates were worth before:" in page
    assert "n = 80" in page
    assert "By that, this one comes between" in page
    ours = promise_of(known.relationship, "ours", side="ours")  # type: ignore[arg-type]
    assert checking.check_of_promise(ours) is None


def test_ours_know_it_before_they_sign_and_no_guest_does(cast: Cast, known: Commitment, owner: User) -> None:
    table = open_table(cast.workspace, owner, timezone.now())
    table.relationship = known.relationship
    table.save()
    (ours, *guests), said = seats_of(table), "What their dates were worth before:"
    assert said in cast.owner.get(reverse("round-table", args=[table.pk])).content.decode()
    assert said not in cast.owner.get(reverse("seat", args=[ours.code])).content.decode()
    to_protocol(table, timezone.now())
    assert said in cast.owner.get(reverse("seat", args=[ours.code])).content.decode()
    for guest in guests:
        guest.refresh_from_db()
        assert showing.of_seat(guest)["their_dates"] == ""


def test_what_changes_is_learnt_anew_and_what_does_not_is_not(
    tolliver: Relationship, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, learnt = settled(tolliver, 0, 3), []
    meant = checking._learnt
    monkeypatch.setattr(checking, "_learnt", lambda *given: learnt.append(1) or meant(*given))
    cache.clear()
    for _ in range(2):
        checking.outlook_of(tolliver.workspace)
    assert len(learnt) == 1
    changing.take_back(row.changes.get(), owner, NOW)
    row.refresh_from_db()
    assert (row.state, checking.outlook_of(tolliver.workspace).checks["tolliver.example"].n) == ("open", 0)
    assert len(learnt) == 2
    changing.change(row, Told("kept", TODAY), owner, NOW, TODAY)
    assert checking.outlook_of(tolliver.workspace).checks["tolliver.example"].n == 1


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([("kept", 6, None)], [(6, "kept")]),
        ([("kept", 9, None)], [(9, "late")]),
        ([("renegotiated", 5, 10), ("kept", 10, None)], [(10, "late")]),
        ([("renegotiated", 5, 10), ("kept", 6, None)], [(6, "kept")]),
        ([("broken", 8, None), ("kept", 9, None)], [(8, "broken"), (9, "late")]),
        ([("cancelled", 3, None)], [(3, "cancelled")]),
        ([], []),
    ],
)
def test_what_was_kept_on_a_moved_day_counts_against_the_first(
    tolliver: Relationship, steps: list[tuple[str, int, int | None]], told: list[tuple[int, str]]
) -> None:
    row = promise_of(tolliver, promised_on=date(2026, 3, 1), due=date(2026, 3, 7))
    for state, on, due in steps:
        day = date(2026, 3, due) if due else None
        row.changes.create(state=state, on=date(2026, 3, on), due=day, made_at=NOW)
    if any(due for _state, _on, due in steps):
        Commitment.objects.filter(pk=row.pk).update(due=date(2026, 3, 10), first_due=date(2026, 3, 7))
    (pledge,) = checking.pledges_of(tolliver.workspace)
    assert (pledge.promiser, pledge.due) == ("tolliver.example", date(2026, 3, 7))
    assert [(on.day, state) for on, state in pledge.changes] == told


@given(st.lists(st.tuples(st.sampled_from(["kept", "late", "broken", "renegotiated"]), st.integers(1, 28)), max_size=6))
def test_what_is_told_of_a_day_depends_on_nothing_after_it(rows: list[tuple[str, int]]) -> None:
    changes = [
        CommitmentChange(state=state, on=date(2026, 3, on), due=date(2026, 3, 28) if state == "renegotiated" else None)
        for state, on in sorted(rows, key=lambda row: row[1])
    ]
    whole = list(checking._states(date(2026, 3, 7), changes))
    for cut in range(len(changes)):
        part = list(checking._states(date(2026, 3, 7), changes[:cut]))
        assert whole[: len(part)] == part
