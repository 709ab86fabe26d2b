"""Learners of the public tables: both ways to solve agree, models come apart, no text asked was learned from."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from benchmarks.notice import cedr, goemotions
from benchmarks.notice.data import EMOTIONS, Labelled, Numbers, Rows
from benchmarks.notice.learners import Fit, columns_of, contrasting, folds, linear, out_of_folds

WORDS = ("thanks", "sorry", "great", "awful", "fine", "late")


def labelled(count: int, width: int) -> Labelled:
    """Return texts of three words; label n is borne where word n (counted round) stands."""
    random = np.random.default_rng(0)
    drawn = [random.choice(len(WORDS), size=3, replace=False) for _ in range(count)]
    labels = np.array([[label % len(WORDS) in own for label in range(width)] for own in drawn])
    return Labelled([" ".join(WORDS[place] for place in own) for own in drawn], labels)


@pytest.mark.parametrize(
    ("plain", "dual"), [(linear(2), linear(2, dual=True)), (contrasting(), contrasting(dual=True))]
)
def test_both_ways_to_solve_rank_texts_alike(plain: Fit, dual: Fit) -> None:
    random = np.random.default_rng(0)
    dense = random.random((300, 40)) * (random.random((300, 40)) < 0.2)
    features = sp.csr_matrix(dense / np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-9))
    labels = dense[:, :2] > 0.1
    one, other = plain(features, labels, features), dual(features, labels, features)
    assert all(np.corrcoef(one[:, label], other[:, label])[0, 1] > 0.99 for label in range(2))


def test_models_side_by_side_come_apart_in_order() -> None:
    first, second = np.arange(6.0).reshape(2, 3), np.arange(6.0, 12).reshape(2, 3)
    apart = columns_of(np.hstack([first, second]), 3)
    assert [one.tolist() for one in apart] == [first.tolist(), second.tolist()]


def test_no_text_is_scored_by_a_model_that_saw_it() -> None:
    asked: list[int] = []

    def score(others: Rows, own: Rows) -> Numbers:
        assert not set(others) & set(own)
        asked.extend(own.tolist())
        return np.ones((len(own), 1))

    assert out_of_folds(folds(23, 5), score, 1).tolist() == [[1.0]] * 23
    assert sorted(asked) == list(range(23))


def test_goemotions_models_find_what_a_word_says() -> None:
    train = labelled(120, EMOTIONS + 7)
    own, others = goemotions.model_scores(train, ["thanks", "awful"])
    assert [one.shape for one in own] == [train.labels.shape] * len(goemotions.MODELS)
    for one in others:
        assert one.shape == (2, EMOTIONS + 7)
        assert one[0, 0] > one[1, 0]
        assert one[1, 3] > one[0, 3]


def test_cedr_ends_with_the_mean_of_its_first_models() -> None:
    train = labelled(60, cedr.NONE + 1)
    own, others = cedr.model_scores({"thanks": frozenset({"joy"})}, train, ["thanks", "awful"])
    assert len(own) == len(others) == len(cedr.NAMES) + 1
    spread = [one / (one.std(axis=0) + 1e-9) for one in own[: cedr.MIXED]]
    assert np.allclose(own[-1], np.mean(spread, axis=0))
    assert others[-1][0, 0] > others[-1][1, 0]
