"""Complaints among English tweets to customer support, as Preotiuc-Pietro, Gaman and Aletras labelled them in 2019."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

import numpy as np
from sklearn.model_selection import StratifiedKFold

from benchmarks.notice import controls
from benchmarks.notice.data import Flags, Numbers, Rows, lexicon, rows
from benchmarks.notice.features import english_act, english_words, meanings
from benchmarks.notice.learners import (
    Fit,
    beside,
    contrasting,
    linear,
    out_of_folds,
    spread_alike,
    standard,
)
from benchmarks.notice.protocol import Row, Table
from benchmarks.notice.rarity import Rarity, english_talk
from benchmarks.notice.thresholds import crossed, expected, f1
from benchmarks.notice.transfer import emotions_of, opinions, sources

FOLDS, SEED = 10, 7
OTHER_SEEDS = (11, 12, 13, 14, 15)
"""Other draws of the folds: one draw and another differ by more than models do."""
MUST = ("≥ .82", "", "")
Score = Callable[[Rows, Rows], Numbers]
"""Learns from some rows and returns the scores of others."""
TEACHERS = ("sentences", "github toxicity", "toxicr", "anger", "rude")
"""Sets of transfer beside GoEmotions."""


def table(data: Path) -> Table:
    """Score ten folds; each fold's threshold comes from the other nine."""
    found = rows(data, "twitter_complaints/complaints.csv")
    texts = [row["text"] for row in found]
    truth = np.array([[row["complaint"] == "1"] for row in found])
    asked = np.array([not row["domain"].startswith("random") for row in found])
    fold = _folds(truth, SEED)
    began = process_time()
    models = _models(texts, truth, transferred(data, texts), english_talk(data))
    scores = {name: out_of_folds(fold, score, 1) for name, score in models.items()}
    scores["the mean of the first four"] = spread_alike(list(scores.values())[:4])
    seconds = process_time() - began
    lists = [lexicon(data, name) for name in ("positive", "negative")]
    scores |= {
        "control: length only": _viewed(controls.lengths(texts), truth, fold),
        "control: count positive and negative words": _viewed(
            controls.counts(texts, english_words, lists), truth, fold
        ),
    }
    elsewhere = {name: _elsewhere(models[name], truth) for name in list(models)[:2]}
    result = [
        _row(name, truth, crossed(truth, own, fold, expected), asked, elsewhere.get(name))
        for name, own in scores.items()
    ]
    result += [
        _row("control: always a complaint", truth, np.ones_like(truth), asked),
        Row("TF-IDF baseline of the notes", (0.796, None, 0.832)),
        Row("published (Preotiuc-Pietro et al. 2019)", (None, None, 0.79)),
    ]
    protocol = (
        f"Data: 3,449 tweets, 1,232 of them complaints. F1: {FOLDS} stratified folds, seed {SEED}; the mean over five"
        " other draws of the folds, seeds 11 to 15, scored once; F1 of seed 7 to support accounts alone (1,971). Its"
        " threshold comes from a logistic curve through the scores of the other nine. Transfer: GoEmotions and five"
        " sets of rudeness and anger. How rare a word is, is counted over the nine folds and 88,000 texts of GoEmotions"
        " and task dialogues, labels unseen. Models were chosen on other folds, seeds 1 to 3, where the first has"
        " .826; the folds of seed 7 were scored in three sessions."
        f" Training: {seconds:.0f} s of CPU."
    )
    return Table(
        "complaints", "Complaints", protocol, ("F1", "F1: five draws", "F1: support"), tuple(result), MUST, LOST
    )


def _folds(truth: Flags, seed: int) -> Numbers:
    fold = np.zeros(len(truth))
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(truth, truth[:, 0])
    for number, (_, own) in enumerate(split):
        fold[own] = number
    return fold


def _row(name: str, truth: Flags, said: Flags, asked: Flags, elsewhere: float | None = None) -> Row:
    return Row(name, (float(f1(truth, said)[0]), elsewhere, float(f1(truth[asked], said[asked])[0])))


def _elsewhere(score: Score, truth: Flags) -> float:
    """Return the mean F1 over the other draws of the folds."""
    found = []
    for seed in OTHER_SEEDS:
        fold = _folds(truth, seed)
        found.append(f1(truth, crossed(truth, out_of_folds(fold, score, 1), fold, expected))[0])
    return float(np.mean(found))


def transferred(data: Path, texts: list[str]) -> Numbers:
    """Return what other sets say of texts and what their words mean, as columns to stand beside those of words."""
    known = [opinions(source, texts) for source in sources(data, texts) if source.name in TEACHERS]
    (others,), (feelings,) = standard(np.hstack(known)), standard(opinions(emotions_of(data), texts))
    (meaning,) = standard(meanings(texts, english_words, texts))
    return np.hstack([others * 0.025, feelings * 0.02, meaning * 0.015])


def _models(texts: list[str], truth: Flags, dense: Numbers, outside: list[str]) -> dict[str, Score]:
    """Return each model by its name."""
    words = partial(english_act, high=0)
    wide, whole = Rarity(words, outside), Rarity(english_act, ())
    return {
        "ours: LR of words with transfer and meanings": _model(texts, truth, wide, linear(8), dense * 1.5),
        "the same, rarity of words counted on the tweets alone": _model(
            texts, truth, Rarity(words, ()), linear(16), dense
        ),
        "LR with parts of words, transfer and meanings": _model(texts, truth, whole, linear(4), dense * 2),
        "contrast-weighed LR": _model(texts, truth, whole, contrasting()),
        "LR": _model(texts, truth, whole, linear(4)),
    }


def _model(texts: list[str], truth: Flags, rarity: Rarity, fit: Fit, dense: Numbers | None = None) -> Score:
    def score(others: Rows, own: Rows) -> Numbers:
        seen, unseen = rarity.weighed([texts[row] for row in others], [texts[row] for row in own])
        if dense is not None:
            seen, unseen = beside(seen, dense[others], 1), beside(unseen, dense[own], 1)
        return fit(seen, truth[others], unseen)

    return score


def _viewed(view: Numbers, truth: Flags, fold: Numbers) -> Numbers:
    (dense,) = standard(view)
    return out_of_folds(fold, lambda others, own: linear(1)(dense[others], truth[others], dense[own]), 1)


LOST = (
    "folds of seeds 1 to 3, rarity counted outside too: C = 16 .824, C = 30 .822; words of three tweets or more .825",
    "the same: outside texts weighed by .3 .823, by 3 .825; transfer weighed by 1 for 1.5 .825",
    "folds of seeds 1 and 2, rarity of words counted over all tweets, where the first has .819: C = 50 .817",
    "the same: C = 4 .814; also words that stand in one tweet alone .805; parts of words too .804",
    "the same: the mean of three or five models .805 to .816; contrast-weighed words .786",
    "the same: signs of time, negation, asking and person counted apart .808 against .812; transfer alone .760",
)
