"""Thresholds of the public tables: best on what they are chosen on, and never chosen on what they are scored on."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.notice.thresholds import best_threshold, crossed, f1, macro_f1, signed_f1, thresholds

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
