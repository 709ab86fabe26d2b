"""A comment is as rude as its rudest sentence: learn sentences from labels of whole comments (Dietterich 1997)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.notice.data import Flags, Numbers, Rows
from benchmarks.notice.features import Reader
from benchmarks.notice.learners import Matrix, weighed
from benchmarks.notice.transfer import sentences

NEAR = 0.3
"""How far below the highest score of its comment a sentence may stand and still be taken for what was meant."""
OTHER = 0.2
"""What a sentence counts for that stands in such a comment and was not meant."""


def by_sentences(read: Reader, texts: Sequence[str], truth: Flags) -> Callable[[Rows, Rows], Numbers]:
    """Return what scores comments by their highest sentence, given the rows to learn from and the rows asked for.

    `truth` is texts × 1. Sentences bear the label of their comment at first; then in those that bear it only the
    sentences that score highest do.
    """
    split = [sentences(text) for text in texts]
    sizes = np.array([len(own) for own in split])
    owners, ends = np.repeat(np.arange(len(split)), sizes), np.cumsum(sizes)
    (features,) = weighed(read, [sentence for own in split for sentence in own])
    bears, fair = truth[owners, 0], 1 / np.sqrt(sizes)[owners]

    def score(others: Rows, own: Rows) -> Numbers:
        seen = np.flatnonzero(np.isin(owners, others))
        first = _scores(features, seen, bears, fair)
        meant = bears & (first >= np.maximum.reduceat(first, ends - sizes)[owners] - NEAR)
        weights = np.where(meant, 1.0, np.where(bears, OTHER, fair))
        second = _scores(features, seen, meant, weights)
        highest: Numbers = np.maximum.reduceat(second, ends - sizes)[own, None]
        return highest

    return score


def _scores(features: Matrix, seen: Rows, labels: Any, weights: Numbers) -> Numbers:
    model = LogisticRegression(C=2, solver="liblinear", random_state=0)
    model.fit(features[seen], labels[seen], sample_weight=weights[seen])
    return np.asarray(model.decision_function(features))
