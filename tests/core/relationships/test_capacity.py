"""At most so many new alerts a day: chosen by probability on the evening, without looking ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.model import Alert, Evidence, Health, Organization, Reason, Relationship
from leopold.relationships import analyse, ration, threshold_of
from leopold.relationships.alerts import THRESHOLD
from leopold.relationships.weights import BAD, BASE, GOOD

Make = Callable[..., Any]
QUOTE = (Evidence("<a@b>", 0, 3, "why"),)

rows = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.floats(0, 25),
        st.sampled_from(["ours", "theirs"]),
        st.lists(st.sampled_from([*sorted(BAD), *sorted(BAD), *sorted(GOOD)]), min_size=1, max_size=4),
    ),
    max_size=30,
)


def workspace(letter: Make, relationship: Make, rows: Any) -> list[Relationship]:
    """Several relationships, to each of which its rows belong."""
    letters: dict[int, list[Any]] = {number: [letter(-1, "ours", "Here is the list.")] for number in range(6)}
    for number, (whose, days, side, signs) in enumerate(rows):
        letters[whose].append(letter(days, side, "Could you send it?", *signs, name=str(number)))
    return [
        replace(relationship(*mine), organization=Organization(f"Firm {number}", (f"f{number}.example",)))
        for number, mine in letters.items()
    ]


def evening(day: datetime) -> datetime:
    return datetime.combine(day.astimezone(UTC).date(), time.max, UTC)


def risen(name: str, *alerts: tuple[datetime, float, datetime | None]) -> Relationship:
    """A relationship with alerts as given: when, how likely, until when."""
    points, made = [], []
    for at, log_odds, closed in alerts:
        reasons = (Reason("anger", "theirs", log_odds - BASE, QUOTE),)
        points.append(Health(at, BASE, log_odds, reasons))
        made.append(Alert(at, None, points[-1].probability, reasons, "call_today", closed))
    return Relationship(Organization(name, ()), "client", (), (), (), health=tuple(points), alerts=tuple(made))


@given(rows=rows, capacity=st.integers(1, 3), shuffle=st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_it_raises_no_more_a_day_and_only_what_had_risen(
    letter: Make, relationship: Make, day: Make, rows: Any, capacity: int, shuffle: Any
) -> None:
    until = evening(day(40))
    whole = [analyse(one, until) for one in workspace(letter, relationship, rows)]
    kept, waiting = ration(whole, capacity, until)
    a_day = Counter(alert.raised_at.date() for one in kept for alert in one.alerts)
    assert max(a_day.values(), default=0) <= capacity
    for before, after in zip(whole, kept, strict=True):
        assert replace(after, alerts=before.alerts) == before
        for alert in after.alerts:
            assert any(
                one.raised_at <= alert.raised_at and (one.closed_at is None or one.closed_at >= alert.raised_at)
                for one in before.alerts
            )
            assert alert.closed_at is None or alert.closed_at >= alert.raised_at
        for one, following in zip(after.alerts, after.alerts[1:], strict=False):
            assert one.closed_at is not None
            assert one.closed_at <= following.raised_at
    mixed = list(whole)
    shuffle.shuffle(mixed)
    again, _ = ration(mixed, capacity, until)
    assert sorted(again, key=lambda one: one.organization.name) == kept
    assert {one.organization.name for one in waiting} <= {one.organization.name for one in kept}


@given(rows=rows, capacity=st.integers(1, 3), cut=st.integers(0, 30))
@settings(max_examples=30, deadline=None)
def test_it_never_looks_ahead(letter: Make, relationship: Make, day: Make, rows: Any, capacity: int, cut: int) -> None:
    whole, until, end = workspace(letter, relationship, rows), evening(day(cut)), evening(day(60))
    known = [
        replace(one, letters=tuple(each for each in one.letters if each.message.at <= until))  # type: ignore[operator]
        for one in whole
    ]
    then, _ = ration([analyse(one, until) for one in known], capacity, until)
    later, _ = ration([analyse(one, end) for one in whole], capacity, end)
    for before, after in zip(then, later, strict=True):
        assert [replace(one, closed_at=None) for one in before.alerts] == [
            replace(one, closed_at=None) for one in after.alerts if one.raised_at <= until
        ]


@given(rows=rows)
@settings(max_examples=30, deadline=None)
def test_room_for_all_changes_nothing_but_what_was_over_by_the_evening(
    letter: Make, relationship: Make, day: Make, rows: Any
) -> None:
    until = evening(day(40))
    whole = [analyse(one, until) for one in workspace(letter, relationship, rows)]
    kept, waiting = ration(whole, 99, until)
    assert not waiting
    for before, after in zip(whole, kept, strict=True):
        lasting = [one for one in before.alerts if one.closed_at is None or one.closed_at > evening(one.raised_at)]
        assert [one.raised_at for one in after.alerts] == [one.raised_at for one in lasting]


def test_the_most_probable_come_first_and_the_others_follow_while_they_hold(day: Make) -> None:
    worst, bad, mild = (
        risen("A", (day(0), 0.3, None)),
        risen("B", (day(0), 2.0, None)),
        risen("C", (day(0), 1.0, day(1))),
    )
    kept, waiting = ration([worst, bad, mild], 1, evening(day(5)))
    assert [[one.raised_at for one in each.alerts] for each in kept] == [[evening(day(1))], [day(0)], []]
    assert not waiting
    _, waiting = ration([worst, bad, mild], 1, evening(day(0)))
    assert [one.organization.name for one in waiting] == ["A", "C"]


def test_an_alert_stays_open_while_the_worse_one_waits(day: Make) -> None:
    twice = risen("A", (day(0), 0.2, day(3)), (day(3), 1.8, None))
    others = [risen(f"B{number}", (day(3), 2.5, None)) for number in range(2)]
    kept, _ = ration([twice, *others], 1, evening(day(9)))
    assert [(one.raised_at, one.closed_at) for one in kept[0].alerts] == [
        (day(0), evening(day(5))),
        (evening(day(5)), None),
    ]
    kept, waiting = ration([twice, *others], 1, evening(day(4)))
    assert [(one.raised_at, one.closed_at) for one in kept[0].alerts] == [(day(0), None)]
    assert [one.organization.name for one in waiting] == ["A"]


def test_every_manager_has_their_own_capacity(day: Make) -> None:
    many = [risen(name, (day(0), 1.0, None)) for name in ("A1", "A2", "B1", "B2")]
    kept, waiting = ration(many, 1, evening(day(0)), manager=lambda one: one.organization.name[0])
    assert [len(one.alerts) for one in kept] == [1, 0, 1, 0]
    assert [one.organization.name for one in waiting] == ["A2", "B2"]


def test_the_threshold_that_a_capacity_amounts_to(day: Make) -> None:
    many = [risen(f"F{number}", (day(0), number / 2, None)) for number in range(8)]
    probabilities = sorted((one.alerts[0].probability for one in many), reverse=True)
    assert threshold_of(many, 2, day(0)) == probabilities[1]
    assert threshold_of(many, 2, day(2)) == probabilities[5]
    assert threshold_of(many, 2, day(9)) == probabilities[-1]
    assert threshold_of([], 1, day(0)) == THRESHOLD


@pytest.mark.parametrize("capacity", [0, -1])
def test_no_capacity_is_refused(day: Make, capacity: int) -> None:
    with pytest.raises(ValueError, match="capacity"):
        ration([], capacity, day(0))
    with pytest.raises(ValueError, match="capacity"):
        threshold_of([], capacity, day(0))


def test_what_waited_is_raised_with_the_reasons_of_its_evening(day: Make) -> None:
    waits = risen("A", (day(0), 0.3, None))
    grown = Health(day(0) + timedelta(hours=30), BASE, 0.8, (Reason("overdue", "theirs", 3.8, QUOTE),))
    waits = replace(waits, health=(*waits.health, grown))
    kept, _ = ration([waits, risen("B", (day(0), 2.0, None))], 1, evening(day(3)))
    (alert,) = kept[0].alerts
    assert (alert.raised_at, alert.probability, alert.next_step) == (
        evening(day(1)),
        grown.probability,
        "talk_about_invoice",
    )
