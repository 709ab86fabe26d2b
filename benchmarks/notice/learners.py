"""Small models that need numpy alone to predict: linear heads over weighted features, and a shared low-rank bag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.notice.data import Flags, Numbers, Rows
from benchmarks.notice.features import Reader

Matrix: TypeAlias = Any
"""Texts × features, sparse, float32."""
Fit = Callable[[Matrix, Flags, Matrix], Numbers]
"""Learns from features and labels (texts × labels), and returns the scores of other texts (texts × labels)."""


def weighed(read: Reader, train: Sequence[str], *others: Sequence[str], least: int = 2) -> list[Matrix]:
    """Return the features of texts, sublinear TF-IDF of length 1, without what stands in under `least` train texts."""
    weigher = TfidfVectorizer(analyzer=read, sublinear_tf=True, min_df=least, dtype=np.float32)
    return [weigher.fit_transform(train), *(weigher.transform(texts) for texts in others)]


def beside(matrix: Matrix, dense: Numbers, scale: float) -> Matrix:
    """Return sparse features with dense ones beside them, these times `scale`."""
    return sp.hstack([matrix, sp.csr_matrix(dense * scale)]).tocsr().astype(np.float32)


def standard(train: Numbers, *others: Numbers) -> list[Numbers]:
    """Return columns with the mean 0 and the spread 1 that they have in `train`."""
    mean, spread = train.mean(axis=0), train.std(axis=0) + 1e-6
    return [(numbers - mean) / spread for numbers in (train, *others)]


def linear(strength: float, balanced: bool = False, dual: bool = False) -> Fit:
    """Return logistic regression, one a label, with the inverse regularisation `strength`.

    `dual` solves it from the other side: the same scores to four digits in a third of the time, for sparse features of
    length about 1.
    """

    def fit(features: Matrix, labels: Flags, others: Matrix) -> Numbers:
        columns = [_head(features, own, strength, balanced, dual).decision_function(others) for own in labels.T]
        return np.column_stack(columns)

    return fit


def _head(
    features: Matrix, own: Flags, strength: float, balanced: bool = False, dual: bool = False
) -> LogisticRegression:
    weight, near = "balanced" if balanced else None, 0.1 if dual else 1e-4
    model = LogisticRegression(C=strength, solver="liblinear", class_weight=weight, random_state=0, dual=dual, tol=near)
    return model.fit(features, own)


def contrasting(strength: float = 1.0, largest: float = 3.0, dual: bool = False) -> Fit:
    """Return logistic regression over features that weigh by how much they part the label's texts from the rest.

    The weight is the size of the log ratio of counts over its mean, at most `largest`: Wang & Manning 2012, with the
    sign left to the regression. Features may not be negative. `dual` as for `linear`.
    """

    def fit(features: Matrix, labels: Flags, others: Matrix) -> Numbers:
        columns = []
        for own in labels.T:
            scaled = sp.diags(_contrast(features, own, largest))
            columns.append(_head(features @ scaled, own, strength, dual=dual).decision_function(others @ scaled))
        return np.column_stack(columns)

    return fit


def _contrast(features: Matrix, own: Flags, largest: float) -> Any:
    inside, outside = (np.asarray(features[rows].sum(axis=0)).ravel() + 0.5 for rows in (own, ~own))
    ratio = np.abs(np.log(inside / inside.sum()) - np.log(outside / outside.sum()))
    return np.minimum(ratio / ratio.mean(), largest).astype(np.float32)


def spread_alike(scores: Sequence[Numbers], like: Sequence[Numbers] | None = None) -> Numbers:
    """Return the mean of several models' scores, each over the spread that its scores have in `like`."""
    models = zip(scores, like or scores, strict=True)
    return np.asarray(np.mean([own / (other.std(axis=0) + 1e-9) for own, other in models], axis=0))


def out_of_folds(folds: Numbers, score: Callable[[Rows, Rows], Numbers], width: int) -> Numbers:
    """Return scores of all texts from models that saw none of their fold; `score(others, own)` takes row numbers."""
    scores = np.zeros((len(folds), width))
    for fold in np.unique(folds):
        own = np.flatnonzero(folds == fold)
        scores[own] = score(np.flatnonzero(folds != fold), own)
    return scores


def folds(count: int, number: int, seed: int = 0) -> Numbers:
    """Return the fold of each of `count` texts, drawn by `seed` and equal in size."""
    order = np.random.default_rng(seed).permutation(count)
    return np.asarray(np.argsort(order) * number // count, dtype=np.float64)


def columns_of(scores: Numbers, width: int) -> list[Numbers]:
    """Return the scores of several models that stand side by side, each of `width` labels, apart."""
    return [scores[:, start : start + width] for start in range(0, scores.shape[1], width)]
