"""F1 of labels, and the thresholds that reach it best on texts that are not those scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.notice.data import Flags, Numbers


def f1(truth: Flags, said: Flags) -> Numbers:
    """Return F1 of each label, from texts × labels; 0 for a label that is neither there nor said."""
    both, either = (truth & said).sum(axis=0), truth.sum(axis=0) + said.sum(axis=0)
    return np.asarray(2 * both / np.maximum(either, 1))


def macro_f1(truth: Flags, said: Flags) -> float:
    """Return the mean of F1 over labels."""
    return float(f1(truth, said).mean())


def best_threshold(truth: Flags, scores: Numbers) -> float:
    """Return the score above which saying a label gives the best F1, halfway to the next; both have one dimension."""
    order = np.argsort(-scores, kind="stable")
    reached = 2 * np.cumsum(truth[order]) / (np.arange(1, len(order) + 1) + truth.sum())
    apart = np.append(scores[order][:-1] > scores[order][1:], True)
    place = int(np.argmax(np.where(apart, reached, -1)))
    here, after = scores[order[place]], scores[order[min(place + 1, len(order) - 1)]]
    return float((here + after) / 2) if after < here else float(np.nextafter(here, -np.inf))


def thresholds(truth: Flags, scores: Numbers, draws: int = 25, seed: int = 0) -> Numbers:
    """Return a threshold for each label: the median of the best ones of `draws` samples of the texts.

    One best threshold follows chance where a label is rare; the median of many holds.
    """
    random = np.random.default_rng(seed)
    samples = [random.integers(len(truth), size=len(truth)) for _ in range(draws)]
    found = [[best_threshold(truth[s, j], scores[s, j]) for j in range(truth.shape[1])] for s in samples]
    return np.asarray(np.median(found, axis=0))


def expected(truth: Flags, scores: Numbers) -> Numbers:
    """Return a threshold for each label: the score at which F1 is best by the odds of a logistic curve.

    The curve makes scores probabilities, and the threshold is half the F1 that these promise (Lipton and others 2014).
    It leans on no single text, and so wavers less than the best threshold in hindsight.
    """
    found = []
    for own, said in zip(truth.T, scores.T, strict=True):
        middle, spread = said.mean(), said.std() or 1.0
        curve = LogisticRegression(C=1000.0).fit(((said - middle) / spread)[:, None], own)
        slope, shift = curve.coef_[0, 0], curve.intercept_[0]
        odds = np.sort(1 / (1 + np.exp(-((said - middle) / spread * slope + shift))))[::-1]
        half = (np.cumsum(odds) / (np.arange(1, len(odds) + 1) + odds.sum())).max()
        found.append(middle + (np.log(half / (1 - half)) - shift) / slope * spread)
    return np.array(found)


def crossed(
    truth: Flags, scores: Numbers, folds: Numbers, choose: Callable[[Flags, Numbers], Numbers] = thresholds
) -> Flags:
    """Return what is said of each fold with the thresholds that `choose` takes from all other folds."""
    said = np.zeros_like(truth)
    for fold in np.unique(folds):
        own = folds == fold
        said[own] = scores[own] > choose(truth[~own], scores[~own])
    return said


def signed_f1(truth: Sequence[int], said: Sequence[int]) -> float:
    """Return the mean F1 of -1 and 1, as SentiRuEval counts it; 0 is a class whose F1 does not enter."""
    mine, theirs = np.asarray(said), np.asarray(truth)
    return macro_f1(
        np.column_stack([theirs == sign for sign in (-1, 1)]), np.column_stack([mine == s for s in (-1, 1)])
    )
