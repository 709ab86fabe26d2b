"""Rudeness as other sets know it: linear models learned there, and what they say of comments and their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from benchmarks.notice.data import Flags, Numbers, any_emotion, goemotions, rows
from benchmarks.notice.features import Reader, english, short_english
from benchmarks.notice.learners import linear, weighed

SENTENCES = 60
"""The most sentences of a comment that are looked at."""


class Source(NamedTuple):
    """A set to learn from: texts, which labels each bears (texts × labels), and how they are read."""

    name: str
    texts: list[str]
    labels: Flags
    read: Reader


def key(text: str) -> str:
    """Return the letters and digits of a text, by which repeats are known."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def sources(data: Path, barred: Sequence[str]) -> Iterator[Source]:
    """Yield the sets, without any text that stands in one of `barred` or repeats an earlier one."""
    known, everything = {key(text) for text in barred}, " | ".join(key(text) for text in barred)
    read = partial(english, low=3)
    quoted = [
        (row["quotation"], row["quotation_code"] == "uncivil")
        for row in rows(data, "github_incivility_sentences/sentences.csv")
        if key(row["quotation"]) not in everything
    ]
    yield _source("sentences", quoted, known, read)
    for name, table, text, label, yes in (
        ("github toxicity", "github_toxicity/train_comments.csv", "text", "toxicity", "y"),
        ("toxicr", "toxicr/code_review_comments.csv.xz", "message", "is_toxic", "1"),
        ("anger", "stackoverflow_emotions/posts.csv", "text", "anger", "1"),
        ("complaint", "twitter_complaints/complaints.csv", "text", "complaint", "1"),
    ):
        yield _source(name, [(row[text], row[label] == yes) for row in rows(data, table)], known, read)
    requests = [row for name in _REQUESTS for row in rows(data, f"stanford_politeness/{name}")]
    yield _source("rude", [(row["Request"], float(row["Normalized Score"]) < -0.3) for row in requests], known, read)
    train = goemotions(data, "train")
    for name, emotions in _EMOTIONS.items():
        labels = any_emotion(data, train.labels, emotions)
        yield Source(name, train.texts, labels[:, None], short_english)


def emotions_of(data: Path) -> Source:
    """Return GoEmotions with all its labels apart."""
    train = goemotions(data, "train")
    return Source("emotions", train.texts, train.labels, short_english)


_REQUESTS = ("stack_exchange.csv.xz", "wikipedia.csv")
_EMOTIONS = {
    "negative": ("anger", "annoyance", "disgust", "disapproval", "disappointment"),
    "angry": ("anger", "annoyance"),
    "positive": ("gratitude", "admiration", "approval", "joy", "love", "optimism", "caring"),
}


def _source(name: str, labelled: Iterable[tuple[str, bool]], barred: set[str], read: Reader) -> Source:
    first: dict[str, tuple[str, bool]] = {}
    for text, label in labelled:
        first.setdefault(key(text), (text, label))
    kept = [pair for own, pair in first.items() if own not in barred]
    return Source(name, [text for text, _ in kept], np.array([[label] for _, label in kept]), read)


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of a text that hold a word; a dash when there is none."""
    found = [part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if re.search(r"\w", part)]
    return found[:SENTENCES] or ["-"]


def opinions(source: Source, texts: Sequence[str]) -> Numbers:
    """Return what a source's models say of each text: of the whole, and the most and the mean over its sentences.

    The shape is texts × (3 × labels).
    """
    split = [sentences(text) for text in texts]
    flat = [sentence for own in split for sentence in own]
    seen, whole, pieces = weighed(source.read, source.texts, texts, flat)
    count = whole.shape[0]
    said = linear(2)(seen, source.labels, sp.vstack([whole, pieces]).tocsr())
    sizes = np.array([len(own) for own in split])
    starts = np.cumsum(sizes) - sizes
    most, total = (over.reduceat(said[count:], starts) for over in (np.maximum, np.add))
    return np.hstack([said[:count], most, total / sizes[:, None]])
