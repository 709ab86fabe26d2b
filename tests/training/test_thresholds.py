"""Thresholds of the public tables: best on what they are chosen on, and never chosen on what they are scored on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.notice.thresholds import best_threshold, crossed, expected, f1, macro_f1, signed_f1, thresholds

ROWS = st.lists(st.tuples(st.booleans(), st.integers(0, 6)), min_size=2, max_size=40).filter(
    lambda rows: any(truth for truth, _ in rows)
)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_no_other_threshold_is_better(rows: list[tuple[bool, int]]) -> None:
    truth, scores = np.array([[row[0]] for row in rows]), np.array([[float(row[1])] for row in rows])
    best = f1(truth, scores > best_threshold(truth[:, 0], scores[:, 0]))[0]
    assert all(f1(truth, scores > other)[0] <= best + 1e-12 for other in np.arange(-1, 8, 0.5))


def test_f1_counts_labels_that_are_neither_there_nor_said_as_nothing() -> None:
    truth = np.array([[True, False], [True, False]])
    assert f1(truth, truth).tolist() == [1.0, 0.0]
    assert macro_f1(truth, truth) == 0.5
    assert signed_f1([1, -1, 0], [1, -1, 1]) == (2 / 3 + 1) / 2


def test_a_fold_is_said_by_the_thresholds_of_the_others() -> None:
    folds = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    truth = np.array([[False], [False], [True], [True]] * 2)
    scores = np.array([[0.0], [1.0], [2.0], [3.0], [10.0], [11.0], [12.0], [13.0]])
    assert crossed(truth, scores, folds)[:, 0].tolist() == [False] * 4 + [True] * 4


def test_thresholds_are_the_same_again() -> None:
    random = np.random.default_rng(1)
    truth, scores = random.random((60, 2)) > 0.6, random.random((60, 2))
    assert thresholds(truth, scores).tolist() == thresholds(truth, scores).tolist()


@pytest.mark.parametrize(("step", "shift"), [(1.0, 0.0), (50.0, -7.0)])
def test_a_curve_finds_the_threshold_that_many_texts_would_show(step: float, shift: float) -> None:
    random = np.random.default_rng(3)
    scores = random.normal(size=(20_000, 1))
    truth = random.random((20_000, 1)) < 1 / (1 + np.exp(1.5 - 2 * scores))
    scores = scores * step + shift
    by_curve = expected(truth[:400], scores[:400])
    best = best_threshold(truth[:, 0], scores[:, 0])
    assert f1(truth, scores > by_curve)[0] > f1(truth, scores > best)[0] - 0.01


def test_folds_are_judged_by_whatever_is_asked_to_choose() -> None:
    truth, scores = np.array([[True], [False]] * 4), np.array([[1.0], [0.0]] * 4)
    folds = np.arange(8) // 2 * 1.0
    assert not crossed(truth, scores, folds, lambda _truth, _scores: np.array([2.0])).any()
    assert crossed(truth, scores, folds, expected).tolist() == truth.tolist()
