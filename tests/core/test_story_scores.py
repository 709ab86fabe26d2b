"""The story benchmark scores as the stories' README says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from benchmarks.alert_scores import Course, judge, total
from benchmarks.negative_words import count, crossings

START = datetime(2026, 1, 1, tzinfo=UTC)


def at(day: float) -> datetime:
    return START + timedelta(days=day)


def course(onset: int | None, breakdown: int | None) -> Course:
    return Course("x", "en", tuple(at(day) for day in range(20)), onset, breakdown)


@pytest.mark.parametrize(
    ("raised", "hit", "false", "lead"),
    [
        ([], False, False, 0.0),
        ([3.9], False, True, 0.0),
        ([4], True, False, 1.0),
        ([6], True, False, 1.0),
        ([10], True, False, 0.6),
        ([15.9], True, False, 0.01),
        ([16], False, False, 0.0),
        ([2, 11], True, True, 0.5),
    ],
)
def test_it_hits_from_two_letters_before_the_onset_up_to_the_breakdown(
    raised: list[float], hit: bool, false: bool, lead: float
) -> None:
    outcome = judge(course(6, 16), [at(day) for day in raised])
    assert (outcome.hit, outcome.false) == (hit, false)
    assert outcome.lead == pytest.approx(lead)


def test_any_alert_in_a_healthy_story_is_false() -> None:
    assert judge(course(None, None), [at(40)]).false
    assert not judge(course(None, None), []).false


def test_without_a_breakdown_the_end_closes_the_window() -> None:
    outcome = judge(course(9, None), [at(30)])
    assert (outcome.hit, outcome.lead) == (True, 0.0)
    assert judge(course(9, None), [at(14)]).lead == pytest.approx(0.5)


def test_it_adds_up() -> None:
    rows = [judge(course(6, 16), [at(6)]), judge(course(6, 16), []), judge(course(None, None), [at(1)])]
    one = total(rows)
    assert (one.recall, one.precision, one.f1) == (0.5, 0.5, 0.5)
    assert (one.false_in_healthy, one.healthy, one.median_lead) == (1, 1, 0.5)
    assert total([]).f1 == 0.0


def test_the_word_count_knows_its_words_and_crosses_once() -> None:
    assert count("A terrible, terrible delay. Badges.", "en") == 3
    assert count("Ошибка за ошибкой, просрочка", "ru") == 3
    days = [at(day) for day in range(5)]
    assert crossings([2, 2, 0, 0, 4], days, 3.0) == [at(1), at(4)]
