"""Promises as items: what counts as an outcome, what is expected of open ones, what a side's dates are worth."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.commitments.finding import Promise
from leopold.commitments.following import Change, Followed
from leopold.commitments.pledges import pledges
from leopold.errors import LatenessError
from leopold.forecast.promises import OURS, Pledge, Promises, measure_of
from leopold.languages import Language
from leopold.model import Evidence
from leopold.words_forecast import check as said

START = date(2025, 1, 6)
DAY = START + timedelta(days=600)


def day(number: int) -> date:
    return START + timedelta(days=number)


def history(seed: int = 0, term: int = 7, size: int = 280) -> list[Pledge]:
    """Ours are kept a day early; the partner's come late, by a factor of 1.5 to 2; some are cancelled or forgotten."""
    chance, found = random.Random(seed), []
    for number in range(size):
        made, promiser = number * 2, chance.choice((OURS, "Vega"))
        due = made + term
        end = due - 1 if promiser == OURS else made + round(term * chance.uniform(1.5, 2.0))
        fate = chance.random()
        changes: list[tuple[date, str]] = []
        if fate < 0.1:
            changes = [(day(made + 2), "cancelled")]
        elif fate < 0.8:
            changes = [(day(due + 1), "broken")] * (end > due) + [(day(end), "late" if end > due else "kept")]
        found.append(Pledge(f"{number:04}", promiser, day(made), day(due), tuple(changes)))  # type: ignore[arg-type]
    return found


PAST = history()


@settings(max_examples=12, deadline=None)
@given(number=st.integers(1, 590))
def test_it_says_the_same_of_what_was_known_that_evening(number: int) -> None:
    evening = day(number)
    known = [
        Pledge(each.identity, each.promiser, each.made, each.due, tuple(c for c in each.changes if c[0] <= evening))
        for each in PAST
        if each.made <= evening
    ]
    whole, ended = Promises(PAST, evening), Promises(known[::-1], evening)
    told = [[(one.pledge.identity, *figures(one)) for one in each.forecasts()] for each in (whole, ended)]
    assert told[0] == told[1]
    assert whole.check("Vega") == ended.check("Vega")


def figures(one: object) -> Sequence[object]:
    return [getattr(one, name) for name in ("late", "expected", "low", "high", "n")]


def test_open_promises_are_expected_by_their_sides_record() -> None:
    ours = Pledge("x", OURS, day(598), day(605))
    theirs = Pledge("y", "Vega", day(598), day(605))
    told = {one.pledge.identity: one for one in Promises([*PAST, ours, theirs], DAY).forecasts()}
    mine, other = told["x"], told["y"]
    assert mine.late is not None
    assert other.late is not None
    assert mine.late < 0.2 < 0.8 < other.late
    assert mine.expected == day(604)
    assert other.low is not None
    assert other.low > other.pledge.due
    assert other.n >= 20


def test_what_is_broken_is_late_and_expected_ahead() -> None:
    broken = Pledge("x", "Vega", day(590), day(597), ((day(598), "broken"),))
    (one,) = (each for each in Promises([*PAST, broken], DAY).forecasts() if each.pledge.identity == "x")
    assert one.late == 1
    assert one.expected is None or one.expected > DAY


def test_the_end_of_a_promise_is_that_of_the_one_that_took_its_place() -> None:
    """A partner who always moves the date is as late as one who lets it pass."""
    moved = []
    for number in range(60):
        made = number * 9
        moved += [
            Pledge(f"{number}a", "Mover", day(made), day(made + 5), ((day(made + 4), "renegotiated"),), f"{number}b"),
            Pledge(f"{number}b", "Mover", day(made + 4), day(made + 12), ((day(made + 12), "kept"),)),
        ]
    asked = Pledge("x", "Mover", day(598), day(603))
    engine = Promises([*moved, asked], DAY)
    assert engine.check("Mover").expectation.n == 120
    (one,) = (each for each in engine.forecasts() if each.pledge.identity == "x")
    assert one.late is not None
    assert one.late > 0.3
    loop = [Pledge("a", "", START, day(3), ((day(1), "renegotiated"),), "a")]
    assert Promises(loop, DAY).forecasts() == ()


@pytest.mark.parametrize(
    ("term", "measure", "language", "words"),
    [
        (7, "days", "en", "Their dates slip by {} to {} days, n = {}"),
        (7, "days", "ru", "Сроки сдвигаются на {}–{} дн., n = {}"),
        (30, "ratio", "en", "Their dates slip by a factor of {}–{}, n = {}"),
        (30, "ratio", "ru", "На деле выходит в {}–{} раза дольше обещанного, n = {}"),
    ],
)
def test_the_check_says_what_their_dates_are_worth(term: int, measure: str, language: Language, words: str) -> None:
    past = history(3, term)
    assert measure_of(past) == measure
    found = Promises(past, DAY).check("Vega", due=DAY + timedelta(days=term))
    one = found.expectation
    assert (one.silent, one.n >= 20) == ("", True)
    digits = 1 if measure == "ratio" else 0
    low, high = (f"{each:.{digits}f}".replace(".", "," if language == "ru" else ".") for each in (one.low, one.high))
    assert said(one, language) == words.format(low, high, one.n)
    assert found.low is not None
    assert found.high is not None
    assert 1.35 * term <= (found.low - DAY).days <= (found.high - DAY).days <= 2.2 * term


def test_under_twenty_outcomes_too_little_is_known() -> None:
    found = Promises(PAST[:40], DAY).check("Vega", due=DAY + timedelta(days=7))
    assert found.expectation.silent == "few"
    assert (found.low, found.high) == (None, None)
    assert said(found.expectation, "en").startswith("Too little is known of their dates yet: n = ")
    assert said(found.expectation, "ru").startswith("О сроках этой стороны известно слишком мало: n = ")
    assert {one.expected for one in Promises(PAST[:20], day(38)).forecasts()} == {None}


def test_words_fit_dates_that_are_held_or_beaten() -> None:
    early = Promises(PAST, DAY).check(OURS).expectation
    assert said(early, "en") == f"They are done 1 day before the date, n = {early.n}"
    even = [Pledge(f"{n}", "E", day(n * 5), day(n * 5 + 7), ((day(n * 5 + 4 + n % 7), "kept"),)) for n in range(60)]
    late = [
        Pledge(f"{n}", "E", day(n * 5), day(n * 5 + 7), ((day(n * 5 + 4 + n % 7), "late" if n % 7 > 3 else "kept"),))
        for n in range(60)
    ]
    assert Promises(even, DAY).check("E").expectation.high == 0
    exact = replace(early, low=0.0, high=0.0)
    assert said(exact, "en") == f"They hold their dates to the day, n = {early.n}"
    assert said(exact, "ru") == f"Сроки соблюдаются день в день, n = {early.n}"
    assert said(replace(early, low=1.0, high=1.0), "en") == f"Their dates slip by 1 day, n = {early.n}"
    assert said(replace(early, low=0.0, high=1.0), "en") == f"Their dates slip by 0 to 1 days, n = {early.n}"
    assert said(replace(early, low=-1.0, high=1.0), "en").startswith("From 1 day before the date to 1 day after it")
    assert (
        said(Promises(late, DAY).check("E").expectation, "en")
        == "From 3 days before the date to 3 days after it, n = 60"
    )


def test_an_identity_that_stands_twice_is_a_fault() -> None:
    with pytest.raises(LatenessError, match="stands twice"):
        Promises([PAST[0], PAST[0]], DAY).forecasts()


def promise(number: int, side: str, due: date | None) -> Promise:
    return Promise(Evidence(f"<{number}@x>", 4, 8, "send"), side, "Ann", ("Bob",), START, due, 0.9)  # type: ignore[arg-type]


def test_promises_of_letters_become_pledges() -> None:
    first, second, bare = promise(1, "theirs", day(5)), promise(2, "theirs", day(9)), promise(3, "ours", None)
    followed = [
        Followed(first, (Change("renegotiated", day(4), second.act, due=day(9)),)),
        Followed(second, (Change("kept", day(8), Evidence("<9@x>", 0, 4, "done")),)),
        Followed(bare),
        Followed(promise(4, "ours", day(2))),
    ]
    found = pledges(followed, "Vega")
    assert [each.promiser for each in found] == ["Vega", "Vega", OURS]
    assert found[0].successor == found[1].identity
    assert found[1].changes == ((day(8), "kept"),)
    assert len({each.identity for each in found}) == 3


def test_a_day_at_the_end_of_time_is_a_slip_of_the_pen_and_learnt_from_by_nobody() -> None:
    stray = [
        Pledge("far", "Vega", day(598), date.max),
        Pledge("late", "Vega", day(590), date.max, ((day(595), "late"),)),
        Pledge("old", "Vega", date.min, day(605)),
    ]
    usual, found = Promises(PAST, DAY), Promises([*PAST, *stray], DAY)
    assert found.forecasts() == usual.forecasts()
    assert found.check("Vega", date.max, day(600)).expectation == usual.check("Vega").expectation
