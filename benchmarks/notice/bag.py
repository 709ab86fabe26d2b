"""A bag of features through a narrow layer that all labels share: the mean of embeddings, learned for the labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from benchmarks.notice.data import Flags, Numbers
from benchmarks.notice.learners import Matrix


@dataclass(frozen=True, slots=True)
class Bag:
    """How to learn: X @ E → relu → W, with a sigmoid a label.

    Dropping most features of a text at each step is what keeps it from learning texts by heart. E learns by AdaGrad
    with one rate a feature, the rest by Adam; the rate falls to 0 in a straight line.
    """

    width: int = 128
    epochs: int = 7
    rate: float = 0.05
    batch: int = 256
    dropped: float = 0.75
    hidden_dropped: float = 0.3
    seed: int = 0

    def __call__(self, features: Matrix, labels: Flags, others: Matrix) -> Numbers:
        """Learn, and return the scores of other texts, texts × labels, as log-odds."""
        run = _Run(self, features, labels)
        steps = self.epochs * -(-features.shape[0] // self.batch)
        step = 0
        for _ in range(self.epochs):
            order = run.random.permutation(features.shape[0])
            for start in range(0, len(order), self.batch):
                step += 1
                run.learn(order[start : start + self.batch], step, self.rate * (1 - step / (steps + 1)))
        return run.score(others)


class _Run:
    """The weights while they are learned."""

    def __init__(self, how: Bag, features: Matrix, labels: Flags) -> None:
        self.how, self.features, self.labels = how, features.astype(np.float32), labels.astype(np.float32)
        self.random = np.random.default_rng(how.seed)
        known, count = features.shape[1], labels.shape[1]
        share = np.clip(self.labels.mean(axis=0), 1e-4, 1 - 1e-4)
        self.embedding = (self.random.normal(size=(known, how.width)) * 0.1).astype(np.float32)
        self.seen = np.full((known, 1), 1e-6, dtype=np.float32)
        self.place = np.zeros(known, dtype=np.int32)
        heads = self.random.normal(size=(how.width, count)) / np.sqrt(how.width)
        self.dense = [heads.astype(np.float32), np.log(share / (1 - share)), np.zeros(how.width, dtype=np.float32)]
        self.moments = [(np.zeros_like(one), np.zeros_like(one)) for one in self.dense]

    def learn(self, rows: Any, step: int, rate: float) -> None:
        """Take one step on the texts of `rows`."""
        texts = self.features[rows]
        kept = self.random.random(len(texts.data)) >= self.how.dropped
        texts.data = texts.data * kept.astype(np.float32) / np.float32(1 - self.how.dropped)
        texts.eliminate_zeros()
        used = np.unique(texts.indices)
        self.place[used] = np.arange(len(used), dtype=np.int32)
        narrow = sp.csr_matrix((texts.data, self.place[texts.indices], texts.indptr), shape=(len(rows), len(used)))
        heads, bias, shift = self.dense
        before = narrow @ self.embedding[used] + shift
        mask = (self.random.random(before.shape) >= self.how.hidden_dropped) / (1 - self.how.hidden_dropped)
        mask = mask.astype(np.float32)
        hidden = np.maximum(before, 0) * mask
        wrong = (1 / (1 + np.exp(-(hidden @ heads + bias))) - self.labels[rows]).astype(np.float32)
        back = wrong @ heads.T * mask * (before > 0)
        slope = narrow.T @ back
        self.seen[used] += (slope**2).mean(axis=1, keepdims=True)
        self.embedding[used] -= rate * slope / np.sqrt(self.seen[used])
        self._adam([hidden.T @ wrong, wrong.sum(axis=0), back.sum(axis=0)], step, rate / 10, len(rows))

    def _adam(self, slopes: list[Any], step: int, rate: float, count: int) -> None:
        for place, slope in enumerate(slopes):
            mean, square = self.moments[place]
            mean = mean + 0.1 * (slope / count - mean)
            square = square + 0.001 * ((slope / count) ** 2 - square)
            self.moments[place] = mean, square
            change = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            self.dense[place] = self.dense[place] - rate * change

    def score(self, others: Matrix) -> Numbers:
        heads, bias, shift = self.dense
        hidden = np.maximum(others.astype(np.float32) @ self.embedding + shift, 0)
        return np.asarray(hidden @ heads + bias, dtype=np.float64)
