"""The scores of signals by kind: letter and kind agree, quotes overlap."""

from __future__ import annotations

import pytest

from benchmarks.signal_scores import Mark, Score, score, summary


def test_it_counts_what_overlaps_in_the_same_letter_and_kind() -> None:
    marked = [Mark("a", "fear", 0, 10), Mark("a", "fear", 20, 30), Mark("b", "anger", 0, 5)]
    found = [Mark("a", "fear", 5, 25), Mark("a", "anger", 0, 10), Mark("b", "anger", 5, 9)]
    assert score(found, marked) == {"fear": Score(2, 2, 1, 1), "anger": Score(1, 0, 2, 0)}


def test_it_averages_over_all_and_over_the_kinds_that_are_marked() -> None:
    scores = {"fear": Score(2, 1, 2, 1), "anger": Score(2, 2, 2, 2), "praise": Score(0, 0, 4, 0)}
    micro, macro, total = summary(scores)
    assert total == Score(4, 3, 8, 3)
    assert micro == pytest.approx(2 * (3 / 8) * (3 / 4) / (3 / 8 + 3 / 4))
    assert macro == pytest.approx((0.5 + 1) / 2)


def test_it_says_nothing_of_what_is_not_there() -> None:
    assert score([], []) == {}
    assert (Score().precision, Score().recall) == (1.0, 1.0)
