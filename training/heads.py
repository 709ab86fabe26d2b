"""Linear heads: logistic regression over buckets, kept as bytes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

Vector = NDArray[np.float64]
Known = NDArray[np.int64]
LIMIT = 127.0


def fitted(matrix: csr_matrix, known: Known, strength: float, counts: Vector | None = None) -> tuple[Vector, float]:
    """Return weights and bias of a head on the rows that are known (1 or 0, −1 for unknown); 0 where all are alike.

    `counts` is what each row counts; 1 each when left out.
    """
    rows = np.flatnonzero(known >= 0)
    if len(set(known[rows].tolist())) < 2:
        return np.zeros(matrix.shape[1]), 0.0
    learner = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    learner.fit(matrix[rows], known[rows], sample_weight=None if counts is None else counts[rows])
    return learner.coef_[0], float(learner.intercept_[0])


def meant(
    meanings: NDArray[np.float32], known: Known, strength: float, counts: Vector | None = None
) -> tuple[Vector, float]:
    """Return weights over what words mean, and bias, of one head, as `fitted` does over buckets."""
    rows = np.flatnonzero(known >= 0)
    if len(set(known[rows].tolist())) < 2:
        return np.zeros(meanings.shape[1]), 0.0
    learner = LogisticRegression(C=strength, max_iter=300)
    learner.fit(meanings[rows], known[rows], sample_weight=None if counts is None else counts[rows])
    return learner.coef_[0], float(learner.intercept_[0])


def packed(weights: Sequence[Vector]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return weights of heads as bytes, buckets × heads, and the scale of each head."""
    matrix = np.stack(weights, axis=1)
    # A few words weigh far more than all others: cut at them rather than lose the rest.
    most = np.maximum(np.quantile(np.abs(matrix), 0.9999, axis=0), np.abs(matrix).max(axis=0) / 2)
    scales = (np.maximum(most, 1e-9) / LIMIT).astype(np.float32)
    return np.clip(np.rint(matrix / scales), -LIMIT, LIMIT).astype(np.int8), scales
