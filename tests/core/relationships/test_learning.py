"""Marks: what they teach is bounded, explained and revocable; and alerts neither flicker nor repeat, marks or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.model import Alert, Evidence, Health, Letter, Reason, Relationship
from leopold.relationships import analyse
from leopold.relationships.alerts import CLOSE, HOLD, WORSE, Watch, line_of
from leopold.relationships.events import LetterEvent, Marked, timeline
from leopold.relationships.fold import run
from leopold.relationships.learning import LEAST, MOST, NONE, QUIET, Mark, Pressed, about_of, explain, learn
from leopold.relationships.state import State
from leopold.relationships.weights import BAD, BASE, GOOD, HAND

Make = Callable[..., Any]
QUOTE = (Evidence("<a@b>", 0, 3, "why"),)
HERE = "theirs.example"

pressed = st.lists(
    st.builds(Pressed, st.sampled_from(sorted(BAD)), st.sampled_from(["ours", "theirs"]), st.floats(0.01, 6)),
    min_size=1,
    max_size=4,
).map(tuple)
said = st.lists(
    st.tuples(
        st.floats(0, 140),
        st.sampled_from(["right", "wrong"]),
        st.sampled_from([HERE, "x.example"]),
        st.floats(0, 1),
        pressed,
    ),
    max_size=8,
)
rows = st.lists(
    st.tuples(
        st.floats(0, 120),
        st.sampled_from(["ours", "theirs"]),
        st.sampled_from(["Could you send it?", "Here it is.", "Thank you!"]),
        st.lists(st.sampled_from(sorted({**BAD, **GOOD})), max_size=3),
        st.floats(0.05, 1),
    ),
    max_size=14,
)
thresholds = st.sampled_from([0.02, 0.3, 0.5, 0.7])


def marks_of(day: Make, said: Any) -> list[Mark]:
    return [
        Mark(str(number), day(days), about, verdict, "anna", probability, reasons)
        for number, (days, verdict, about, probability, reasons) in enumerate(said)
    ]


def built(letter: Make, relationship: Make, rows: Any) -> Relationship:
    made = [
        letter(days, side, text, *signs, probability=p, name=str(number))
        for number, (days, side, text, signs, p) in enumerate(rows)
    ]
    return relationship(*made)  # type: ignore[no-any-return]


def mark(at: datetime, verdict: Any = "wrong", name: str = "1", *kinds: str, about: str = HERE) -> Mark:
    reasons = tuple(Pressed(kind, "theirs", 2.0) for kind in kinds or ("anger",))
    return Mark(name, at, about, verdict, "anna", 0.6, reasons)


@given(said=said, shuffle=st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_it_stays_within_bounds_and_does_not_depend_on_the_order(day: Make, said: Any, shuffle: Any) -> None:
    marks = marks_of(day, said)
    found, mixed = learn(marks), list(marks)
    shuffle.shuffle(mixed)
    assert learn(mixed) == found
    assert explain(mixed) == explain(marks)
    assert all(LEAST <= found.of(*key) <= MOST for key in found.sums)
    assert found.of("sarcasm", "ours") == 1.0 or ("sarcasm", "ours") in found.sums


@given(said=said, which=st.integers(0, 7))
@settings(max_examples=50, deadline=None)
def test_a_mark_taken_back_leaves_no_trace(day: Make, said: Any, which: int) -> None:
    marks = marks_of(day, said)
    left = [one for one in marks if one.id != str(which)]
    never = marks_of(day, [*said[:which], *said[which + 1 :]])
    assert learn(left) == learn(never)
    assert [one._replace(marks=()) for one in explain(left)] == [one._replace(marks=()) for one in explain(never)]


@given(rows=rows, said=said, which=st.integers(0, 7))
@settings(max_examples=30, deadline=None)
def test_an_analysis_without_a_mark_is_as_if_it_had_never_been(
    letter: Make, relationship: Make, day: Make, rows: Any, said: Any, which: int
) -> None:
    whole, marks = built(letter, relationship, rows), marks_of(day, said)
    left = [one for one in marks if one.id != str(which)]
    assert analyse(whole, day(200), marks=left) == analyse(
        whole, day(200), marks=marks_of(day, [*said[:which], *said[which + 1 :]])
    )
    assert analyse(whole, day(200), marks=()) == analyse(whole, day(200))


@given(rows=rows, said=said, cut=st.floats(0, 150), threshold=thresholds)
@settings(max_examples=50, deadline=None)
def test_it_never_looks_ahead_to_marks_or_letters(
    letter: Make, relationship: Make, day: Make, rows: Any, said: Any, cut: float, threshold: float
) -> None:
    whole, marks, until = built(letter, relationship, rows), marks_of(day, said), day(cut)
    known = replace(whole, letters=tuple(one for one in whole.letters if one.message.at <= until))  # type: ignore[operator]
    heard = [one for one in marks if one.at <= until]
    then = analyse(known, until, marks=heard, threshold=threshold)
    later = analyse(whole, day(200), marks=marks, threshold=threshold)
    assert [one for one in then.health if one.at < until] == [one for one in later.health if one.at < until]
    raised = [replace(one, closed_at=None) for one in later.alerts if one.raised_at <= until]
    assert [replace(one, closed_at=None) for one in then.alerts] == raised


@given(rows=rows, said=said, threshold=thresholds)
@settings(max_examples=75, deadline=None)
def test_an_alert_neither_flickers_nor_repeats(
    letter: Make, relationship: Make, day: Make, rows: Any, said: Any, threshold: float
) -> None:
    """Two alerts never stand at once; between them it was mended, or marked wrong, or it got decisively worse."""
    whole, marks, line = built(letter, relationship, rows), marks_of(day, said), line_of(threshold)
    watch, state, points = Watch(line=line), State(line=line), []
    for event, point in run(timeline(whole, day(200), marks), day(200), state=state):
        watch.see(event, point)
        points.append(point)
    wrong = {one.at for one in marks if one.about == HERE and one.verdict == "wrong"}
    odds = {point.at: point.log_odds for point in points}
    for one, after in zip(watch.alerts, watch.alerts[1:], strict=False):
        assert one.closed_at is not None
        assert one.closed_at <= after.raised_at
        worse = odds[after.raised_at] >= line_of(one.probability) + WORSE - 1e-9
        mended = any(one.closed_at <= point.at and point.log_odds < line + CLOSE for point in points)
        assert (worse and one.closed_at == after.raised_at) or mended or one.closed_at in wrong
    for one in watch.alerts:
        before = [point.log_odds for point in points if one.raised_at - HOLD < point.at <= one.raised_at]
        replaced = any(other.closed_at == one.raised_at for other in watch.alerts)
        assert replaced or all(value >= line for value in before)
        assert one.reasons


@given(rows=rows, said=said, threshold=thresholds)
@settings(max_examples=75, deadline=None)
def test_it_is_quiet_after_a_mark_unless_it_gets_markedly_worse(
    letter: Make, relationship: Make, day: Make, rows: Any, said: Any, threshold: float
) -> None:
    whole, marks, line = built(letter, relationship, rows), marks_of(day, said), line_of(threshold)
    watch, points = Watch(line=line), list[tuple[Any, Health]]()
    for event, point in run(timeline(whole, day(200), marks), day(200), state=State(line=line)):
        watch.see(event, point)
        points.append((event, point))
    health = {point.at: point for _, point in points}
    for event, marked in points:
        if not (isinstance(event, Marked) and event.here and event.mark.verdict == "wrong"):
            continue
        later = [one for one in marks if event.at < one.at and one.about == HERE and one.verdict == "wrong"]
        end = min([event.at + QUIET, *(one.at for one in later)])
        about = {(one.kind, one.side) for one in event.mark.reasons}
        for alert in watch.alerts:
            if event.at < alert.raised_at < end and _first_after(watch.alerts, event.at, alert):
                point = health[alert.raised_at]
                rest = point.log_odds - sum(
                    one.contribution for one in point.reasons if one.contribution > 0 and (one.kind, one.side) in about
                )
                assert point.log_odds >= marked.log_odds + WORSE - 1e-9 or rest >= line - 1e-9


def _first_after(alerts: list[Alert], at: datetime, alert: Alert) -> bool:
    return alert == next(one for one in alerts if one.raised_at > at)


def test_a_wrong_alert_is_closed_and_its_reasons_weigh_less_here(letter: Make, relationship: Make, day: Make) -> None:
    hello = letter(-1, "ours", "Here is the list.")
    angry = letter(0, "theirs", "This will not do.", "anger", "accusation", "distrust")
    (alert,) = analyse(relationship(hello, angry), day(3), weights=HAND).alerts
    one = Mark.of(alert, relationship().organization, "wrong", "anna", day(2), "m1")
    found = analyse(relationship(hello, angry), day(20), weights=HAND, marks=[one])
    assert [(each.raised_at, each.closed_at) for each in found.alerts] == [(alert.raised_at, day(2))]
    assert [(each.kind, each.right, each.wrong, each.marks) for each in explain([one])] == [
        (one.kind, 0, 1, ("m1",)) for one in alert.reasons
    ]
    assert all(LEAST <= each.multiplier < 1 for each in explain([one]))
    elsewhere = replace(one, about="x.example")
    then, now = analyse(relationship(angry), day(20)), analyse(relationship(angry), day(20), marks=[elsewhere])
    assert now.health[-1].log_odds < then.health[-1].log_odds


def test_it_says_again_what_still_holds_when_the_quiet_is_over(day: Make) -> None:
    watch, reason = Watch(met=True), Reason("anger", "theirs", 0.4 - BASE, QUOTE)
    for days in (0, 1):
        watch.see(Marked(day(days), mark(day(0), "right"), True), Health(day(days), BASE, 0.4, (reason,)))
    said = mark(day(2))
    for days in (2, 3, 20, 31.9, 32, 33):
        event = Marked(day(days), said, True) if days == 2 else Marked(day(days), mark(day(0), "right"), False)
        watch.see(event, Health(day(days), BASE, 0.4, (reason,)))
    assert [(one.raised_at, one.closed_at) for one in watch.alerts] == [(day(1), day(2)), (day(32), None)]


def test_the_end_of_the_quiet_is_a_moment_of_its_own(letter: Make, relationship: Make, day: Make) -> None:
    letters = [letter(n, "theirs", "This will not do.", "distrust", "broken_promise", "churn_intent") for n in range(4)]
    hello, said = letter(-1, "ours", "Here is the list."), mark(day(3.5), "wrong", "1", "distrust")
    found = analyse(relationship(hello, *letters), day(90), marks=[said])
    assert [one.raised_at for one in found.alerts][-1] <= said.at + QUIET


def test_other_reasons_speak_through_the_quiet(day: Make) -> None:
    watch, said = Watch(met=True), mark(day(0))
    anger = Reason("anger", "theirs", 3.2, QUOTE)
    other = Reason("overdue", "theirs", 3.1, QUOTE)
    watch.see(Marked(day(0), said, True), Health(day(0), BASE, 0.2, (anger,)))
    for days in (1, 2):
        watch.see(Marked(day(days), said, False), Health(day(days), BASE, 0.4, (replace(anger, contribution=3.4),)))
    assert not watch.alerts
    for days in (3, 4):
        watch.see(
            Marked(day(days), said, False), Health(day(days), BASE, 0.3, (other, replace(anger, contribution=0.2)))
        )
    assert [one.raised_at for one in watch.alerts] == [day(3)]


def test_right_marks_make_reasons_weigh_more_and_outweigh_wrong_ones(day: Make) -> None:
    right = [mark(day(n), "right", f"r{n}") for n in range(40)]
    wrong = [mark(day(n), "wrong", f"w{n}") for n in range(40)]
    assert learn(right).of("anger", "theirs") > 1.2
    assert learn(wrong).of("anger", "theirs") == pytest.approx(LEAST, abs=0.2)
    assert learn(wrong).of("anger", "ours") == 1.0
    assert learn(wrong).of("anger", "theirs") < learn(wrong + right).of("anger", "theirs") < 1.2
    assert learn(right[:3], learn(wrong[:3])).of("anger", "theirs") == pytest.approx(
        learn(right[:3] + wrong[:3]).of("anger", "theirs")
    )
    assert learn([]) == NONE


def test_a_mark_of_another_relationship_closes_nothing(letter: Make, relationship: Make, day: Make) -> None:
    hello, angry = (
        letter(-1, "ours", "Here is the list."),
        letter(0, "theirs", "No.", "anger", "distrust", "churn_intent"),
    )
    far = [
        mark(day(n / 10 + 50), "wrong", str(n), "anger", "distrust", "churn_intent", about="x.example")
        for n in range(9)
    ]
    (alert,) = analyse(relationship(hello, angry), day(60), marks=far).alerts
    assert alert.closed_at is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "perhaps"},
        {"at": datetime(2026, 1, 1)},  # noqa: DTZ001
        {"probability": 1.5},
        {"reasons": ()},
        {"reasons": (Pressed("anger", "theirs", -1.0),)},
        {"reasons": (Pressed("anger", "theirs", float("nan")),)},
    ],
)
def test_a_mark_that_makes_no_sense_is_refused(day: Make, wrong: Any) -> None:
    with pytest.raises(ValueError, match="mark '1'"):
        replace(mark(day(0)), **wrong)


@pytest.mark.parametrize("threshold", [0.0, 1.0, -1, 2])
def test_a_threshold_that_is_none_is_refused(relationship: Make, day: Make, threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold"):
        analyse(relationship(), day(0), threshold=threshold)


def test_a_higher_threshold_waits_for_more(letter: Make, relationship: Make, day: Make) -> None:
    hello = letter(-1, "ours", "Here is the list.")
    whole = relationship(hello, letter(0, "theirs", "This will not do.", "anger", "accusation", "distrust"))
    assert analyse(whole, day(3), threshold=0.5).alerts
    assert not analyse(whole, day(3), threshold=0.99).alerts


def test_a_relationship_is_named_by_its_first_domain(relationship: Make) -> None:
    organization = relationship().organization
    assert about_of(organization) == HERE
    assert about_of(replace(organization, domains=())) == "Theirs"
    assert about_of(replace(organization, domains=("z.example", "a.example"))) == "a.example"


def test_a_letter_takes_the_marks_before_it_into_account(letter: Make, relationship: Make, day: Make) -> None:
    angry: Letter = letter(5, "theirs", "This will not do.", "anger")
    events = timeline(relationship(angry), day(9), [mark(day(5)), mark(day(10))])
    assert [type(event) for event in events] == [LetterEvent, Marked]
    assert timedelta(0) < HOLD < QUIET
