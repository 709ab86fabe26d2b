"""CEDR: five emotions, or none, of Russian sentences."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import numpy as np

from benchmarks.notice import controls
from benchmarks.notice.data import Flags, Labelled, Numbers, Rows, marked, numbers, rows, text_of, translated_emotions
from benchmarks.notice.features import Reader, lemma, russian, russian_words, with_lexicon
from benchmarks.notice.learners import (
    beside,
    contrasting,
    folds,
    linear,
    out_of_folds,
    spread_alike,
    standard,
    weighed,
)
from benchmarks.notice.protocol import Row, Table, need
from benchmarks.notice.thresholds import crossed, macro_f1, thresholds

NONE = 5
"""The number of the label of sentences without emotion."""
FOLDS = 5


def table(data: Path) -> Table:
    """Choose thresholds on out-of-fold scores of the train part, and score the test part once."""
    train, test = _part(data, "train.csv.xz"), _part(data, "test.csv")
    began = process_time()
    moods = _moods(data)
    read = with_lexicon(russian, lambda word: moods.get(word, frozenset()))
    transfer = _transfer(data, train.texts, test.texts)
    own, others = _scores(read, train, test, transfer)
    seconds = process_time() - began
    lists = [frozenset(word for word, found in moods.items() if mood in found) for mood in sorted(_names(moods))]
    result = [
        _row("ours: the mean of three linear models", train, test, own[-1], others[-1]),
        *(_row(name, train, test, one, other) for name, one, other in zip(NAMES, own[:-1], others[:-1], strict=True)),
        _commonest(train, test),
        _control("control: length only", train, test, controls.lengths(train.texts), controls.lengths(test.texts)),
        _control("control: count words of the emotion lexicon", train, test, *_counted(train, test, lists)),
        Row("TF-IDF baseline of the notes", (None, None, 0.67, 0.69)),
        Row("published: ruBERT-tiny2", (None, None, None, 0.73)),
        Row("published: ruBERT-base", (None, None, None, 0.74)),
    ]
    protocol = (
        "Data: CEDR 0.1.1, official train / test (7,528 / 1,882). Macro F1 of five emotions, and with `none` as sixth. "
        f"Thresholds: from {FOLDS}-fold scores of train (own folds, seed 0). Transfer: machine-translated GoEmotions"
        f". Training: {seconds:.0f} s of CPU."
    )
    columns = ("folds: 5", "folds: 5 + none", "test: 5", "test: 5 + none")
    return Table("cedr", "CEDR", protocol, columns, tuple(result), ("", "", "", "≥ .73"), LOST)


def _part(data: Path, name: str) -> Labelled:
    found = rows(data, f"cedr/{name}")
    own = [numbers(row["labels"]) or [NONE] for row in found]
    return Labelled([row["text"] for row in found], marked(own, NONE + 1))


def _moods(data: Path) -> dict[str, frozenset[str]]:
    (path,) = need(data, ["lexicons/cedr_emotion_lexicon_ru.json"])
    lists: dict[str, list[str]] = json.loads(text_of(path))
    found: dict[str, set[str]] = {}
    for mood, words in lists.items():
        for word in words:
            plain = word.lower().replace("ё", "е")
            for form in (plain, lemma(plain)):
                found.setdefault(form, set()).add(mood)
    return {word: frozenset(own) for word, own in found.items()}


def _names(moods: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*moods.values())


def _counted(train: Labelled, test: Labelled, lists: list[frozenset[str]]) -> list[Numbers]:
    def lemmas(text: str) -> list[str]:
        return [lemma(word) for word in russian_words(text)]

    return [controls.counts(part.texts, lemmas, lists) for part in (train, test)]


def _transfer(data: Path, train: list[str], test: list[str]) -> Numbers:
    """Return what the translated GoEmotions say of all texts, train first: texts × emotions, of spread 1."""
    translated = translated_emotions(data)
    features, *others = weighed(russian, translated.texts, train, test)
    scores = [linear(2)(features, translated.labels, other) for other in others]
    return np.vstack(standard(*scores))


NAMES = ("LR with lexicon and transfer", "LR with lexicon", "contrast-weighed LR with lexicon", "LR without lexicon")


def _scores(read: Reader, train: Labelled, test: Labelled, transfer: Numbers) -> tuple[list[Numbers], list[Numbers]]:
    """Return the scores of each model on train, out of fold, and on test; the last is the mean of the first three."""
    texts = [*train.texts, *test.texts]
    count = len(train.texts)
    fold = folds(count, FOLDS)

    def score(others: Rows, own: Rows) -> Numbers:
        seen, unseen = [texts[row] for row in others], [texts[row] for row in own]
        features, asked = weighed(read, seen, unseen)
        plain, plainly = weighed(russian, seen, unseen)
        labels = train.labels[others]
        wide, widely = (beside(one, transfer[part], 0.1) for one, part in ((features, others), (asked, own)))
        models = [
            linear(4)(wide, labels, widely),
            linear(4)(features, labels, asked),
            contrasting()(features, labels, asked),
            linear(4)(plain, labels, plainly),
        ]
        return np.hstack(models)

    width = train.labels.shape[1]
    seen = _split(out_of_folds(fold, score, width * len(NAMES)), width)
    unseen = _split(score(np.arange(count), np.arange(count, len(texts))), width)
    return [*seen, spread_alike(seen[:3])], [*unseen, spread_alike(unseen[:3], seen[:3])]


def _split(scores: Numbers, width: int) -> list[Numbers]:
    return [scores[:, start : start + width] for start in range(0, scores.shape[1], width)]


def _row(name: str, train: Labelled, test: Labelled, own: Numbers, others: Numbers) -> Row:
    said = crossed(train.labels, own, folds(len(own), FOLDS))
    return _figures(name, train, test, said, others > thresholds(train.labels, own))


def _figures(name: str, train: Labelled, test: Labelled, said: Flags, others: Flags) -> Row:
    pairs = ((train.labels, said), (test.labels, others))
    return Row(name, tuple(macro_f1(truth[:, :n], own[:, :n]) for truth, own in pairs for n in (NONE, NONE + 1)))


def _commonest(train: Labelled, test: Labelled) -> Row:
    said = [controls.commonest(train.labels, len(part.texts)) for part in (train, test)]
    return _figures("control: always the commonest", train, test, *said)


def _control(name: str, train: Labelled, test: Labelled, view: Numbers, other: Numbers) -> Row:
    seen, unseen = standard(view, other)

    def score(others: Rows, own: Rows) -> Numbers:
        return linear(1)(seen[others], train.labels[others], seen[own])

    own = out_of_folds(folds(len(view), FOLDS), score, NONE + 1)
    return _row(name, train, test, own, linear(1)(seen, train.labels, unseen))


LOST = (
    "own folds, average precision / F1: no lemmas .711 / .672, lemmas without parts of words .718 / .684",
    "the shared bag .690 / .652 (too few sentences), pre-trained word vectors alone .50 / .50 and mixed in no gain",
)
