"""Conversations Gone Awry: its prefixes, how they are held out, and how a forecast at any of them is scored."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.notice.protocol import need
from leopold.forecast import Turn, plain_turn
from leopold.signals import RULES

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]

FOLDS = 5
FALSE_ALARMS = 0.40
"""No threshold is taken that would raise more false alarms than this on the folds it is chosen on."""


@dataclass(frozen=True)
class Talks:
    """The conversations of a set, their turns one after another: what holds of a turn holds of the prefix it ends.

    `labels`, `folds` and `counts` have an entry a conversation, `texts` and `turns` one a turn; `finals` are the final
    comments, "" where there are none, which no forecast may see of the conversation that it forecasts.
    """

    labels: Whole
    folds: Whole
    counts: Whole
    texts: tuple[str, ...]
    turns: tuple[Turn, ...]
    finals: tuple[str, ...]

    @property
    def starts(self) -> Whole:
        """The place of each conversation's first turn."""
        return np.cumsum(self.counts) - self.counts

    @property
    def lasts(self) -> Whole:
        """The place of each conversation's last turn."""
        return np.cumsum(self.counts) - 1

    @property
    def owners(self) -> Whole:
        """For each turn, the conversation that it belongs to."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def highest(self, scores: Array) -> Array:
        """Return for each conversation the highest score of its prefixes."""
        found: Array = np.maximum.reduceat(scores, self.starts)
        return found


def read(data: Path, name: str) -> Talks:
    """Return a set's conversations; speakers, which the file does not name, are taken to alternate.

    Signs are those of the phrases alone: the trained readers learned from letters of business, and strangers' disputes
    ring to them less clearly.
    """
    (path,) = need(data, [f"{name}/conversations.jsonl.xz"])
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return Talks(
        labels=np.array([row["label"] for row in rows]),
        folds=np.array([row["fold"] for row in rows]),
        counts=np.array([len(row["turns"]) for row in rows]),
        texts=tuple(text for row in rows for text in row["turns"]),
        turns=tuple(
            plain_turn(text, "ours" if at % 2 else "theirs", reader=RULES)
            for row in rows
            for at, text in enumerate(row["turns"])
        ),
        finals=tuple(row["final_comment"] or "" for row in rows),
    )


Fit = Callable[[Mask], Array]
"""Trains on the conversations marked, and returns a score for every prefix of all."""


class Held(NamedTuple):
    """For each fold: scores of all prefixes by a model that saw the other four, and scores by models that saw three.

    `inner` holds scores only of prefixes in the other four folds, each by a model that saw neither it nor the fold.
    """

    outer: tuple[Array, ...]
    inner: tuple[Array, ...]


def hold_out(talks: Talks, fit: Fit) -> Held:
    """Train on every four and every three of the five folds."""
    prefixes = talks.folds[talks.owners]
    threes = {
        (one, two): fit((talks.folds != one) & (talks.folds != two)) for two in range(FOLDS) for one in range(two)
    }
    outer = tuple(fit(talks.folds != fold) for fold in range(FOLDS))
    inner = []
    for fold in range(FOLDS):
        scores = np.zeros(len(prefixes))
        for other in set(range(FOLDS)) - {fold}:
            scores[prefixes == other] = threes[min(fold, other), max(fold, other)][prefixes == other]
        inner.append(scores)
    return Held(outer, tuple(inner))


def alike(talks: Talks, held: Held) -> Held:
    """Return scores about their mean over their spread, both those of the scores held out within the training folds."""
    prefixes = talks.folds[talks.owners]
    outer, inner = [], []
    for fold in range(FOLDS):
        known = held.inner[fold][prefixes != fold]
        outer.append((held.outer[fold] - known.mean()) / known.std())
        inner.append((held.inner[fold] - known.mean()) / known.std())
    return Held(tuple(outer), tuple(inner))


def mixed(talks: Talks, first: Held, second: Held, shares: tuple[float, ...]) -> tuple[Held, list[float]]:
    """Return the mean of two models and the share of the second in each fold: what ranks the training folds best."""
    one, two = alike(talks, first), alike(talks, second)
    outer, inner, chosen = [], [], []
    for fold in range(FOLDS):
        training = talks.folds != fold

        def rank(share: float, fold: int = fold, training: Mask = training) -> float:
            scores = talks.highest((1 - share) * one.inner[fold] + share * two.inner[fold])
            return float(roc_auc_score(talks.labels[training], scores[training]))

        share = max(shares, key=rank)
        chosen.append(share)
        outer.append((1 - share) * one.outer[fold] + share * two.outer[fold])
        inner.append((1 - share) * one.inner[fold] + share * two.inner[fold])
    return Held(tuple(outer), tuple(inner)), chosen


def mean(talks: Talks, *models: Held) -> Held:
    """Return the mean of models made alike."""
    same = [alike(talks, held) for held in models]
    return Held(
        tuple(np.mean([held.outer[fold] for held in same], axis=0) for fold in range(FOLDS)),
        tuple(np.mean([held.inner[fold] for held in same], axis=0) for fold in range(FOLDS)),
    )


def threshold(scores: Array, labels: Whole) -> float:
    """Return the score at which a logistic curve through the training folds gives even odds, or a higher one.

    The curve wavers less than the best threshold in hindsight. The score is raised until no more than `FALSE_ALARMS` of
    the conversations that stay civil pass it.
    """
    middle, spread = scores.mean(), scores.std() or 1.0
    curve = LogisticRegression(C=1000.0).fit(((scores - middle) / spread)[:, None], labels)
    even = middle - curve.intercept_[0] / curve.coef_[0, 0] * spread
    return float(max(even, np.quantile(scores[labels == 0], 1 - FALSE_ALARMS)))


def figures(talks: Talks, held: Held) -> tuple[float, ...]:
    """Return accuracy, F1, share of false alarms, mean horizon and AUC of the last prefix, over all five folds.

    A conversation is forecast to derail when any prefix passes the threshold. The horizon is how many comments ahead
    the final one is at the first such prefix, 1 at the last. The AUC is the mean of the folds'.
    """
    alarms, horizons, areas = np.zeros(len(talks.labels)), [], []
    for fold in range(FOLDS):
        training, tested = talks.folds != fold, talks.folds == fold
        limit = threshold(talks.highest(held.inner[fold])[training], talks.labels[training])
        scores = held.outer[fold]
        alarms[tested] = talks.highest(scores)[tested] > limit
        areas.append(roc_auc_score(talks.labels[tested], scores[talks.lasts][tested]))
        for each in np.flatnonzero(tested & (alarms == 1) & (talks.labels == 1)):
            passed = scores[talks.starts[each] : talks.lasts[each] + 1] > limit
            horizons.append(int(talks.counts[each] - np.argmax(passed)))
    right = alarms == talks.labels
    hits, false = (alarms * talks.labels).sum(), (alarms * (1 - talks.labels)).sum()
    missed = ((1 - alarms) * talks.labels).sum()
    f1 = 2 * hits / (2 * hits + false + missed)
    rate = false / (talks.labels == 0).sum()
    return float(right.mean()), float(f1), float(rate), float(np.mean(horizons or [0])), float(np.mean(areas))
