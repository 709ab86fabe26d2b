"""What other labelled sets teach about a comment: some fifty linear heads over hashed words and letters.

The heads are trained on sets of other people's comments, none of them on the conversations that are forecast. Sets of
every licence take part, which is right for a benchmark and would not be for weights that are shipped.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression, Ridge

from benchmarks.notice.protocol import need

Array = NDArray[np.float64]

FILES = (
    "toxicr/code_review_comments.csv.xz",
    "github_incivility/comments.csv.xz",
    "github_incivility_sentences/sentences.csv",
    "github_toxicity/train_comments.csv",
    "wikitactics/wikitactics.json.xz",
    "stanford_politeness/wikipedia.csv",
    "stanford_politeness/stack_exchange.csv.xz",
    "goemotions/train.tsv.xz",
    "goemotions/dev.tsv",
    "goemotions/labels.txt",
    "email_intent/train.tsv",
    "twitter_complaints/complaints.csv",
    "user_satisfaction/SGD.tsv.xz",
    "user_satisfaction/MWOZ.tsv.xz",
    "user_satisfaction/ReDial.tsv.xz",
    "user_satisfaction/CCPE.tsv.xz",
)
LONGEST = 2_500
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_LINK = re.compile(r"https?://\S+")
_QUOTED = re.compile(r"&\s*gt\s*;|^\s*>.*$", re.MULTILINE)
_SPACED = re.compile(r"\s+([.,!?;:')])")
_APART = re.compile(r"(')\s+(s|t|re|ve|ll|d|m)\b")
_WORD = r"[^\W_]+(?:'[^\W_]+)?|[!?]+"


class Head(NamedTuple):
    """One thing to learn: texts with a target each, or a row of targets; `yes_no` when targets are 0 and 1."""

    names: tuple[str, ...]
    texts: Sequence[str]
    targets: Array
    yes_no: bool = True


def plain(text: str) -> str:
    """Return a text as all sets have it: lower case, no code, links or quotations, no space before a stop."""
    text = _CODE.sub(" ", text.lower().replace("’", "'"))
    text = _QUOTED.sub(" ", _LINK.sub(" url ", text))
    return _APART.sub(r"\1\2", _SPACED.sub(r"\1", text))[:LONGEST]


class Encoder:
    """Hashed words and pairs of words, and letters by threes and fours, weighed by how rare they are."""

    def __init__(self) -> None:
        self._parts = (
            HashingVectorizer(
                ngram_range=(1, 2), n_features=2**19, alternate_sign=False, norm=None, token_pattern=_WORD
            ),
            HashingVectorizer(
                analyzer="char_wb", ngram_range=(3, 4), n_features=2**18, alternate_sign=False, norm=None
            ),
        )
        self._weights = (TfidfTransformer(), TfidfTransformer())

    def fit_transform(self, texts: Sequence[str]) -> csr_matrix:
        """Learn how rare things are, and return the features of these texts."""
        counts = self._counts(texts)
        for weights, part in zip(self._weights, counts, strict=True):
            weights.fit(part)
        return self._weighed(counts)

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Return the features of other texts."""
        return self._weighed(self._counts(texts))

    def _counts(self, texts: Sequence[str]) -> list[csr_matrix]:
        cleaned, counts = [plain(text) for text in texts], []
        for part in self._parts:
            found = part.transform(cleaned)
            found.data = np.log1p(found.data)
            counts.append(found)
        return counts

    def _weighed(self, counts: Sequence[csr_matrix]) -> csr_matrix:
        return hstack([w.transform(part) for w, part in zip(self._weights, counts, strict=True)]).tocsr()


def transfer(data: Path, texts: Sequence[str]) -> tuple[Encoder, Array]:
    """Train every head; return the encoder, and the heads' scores of `texts`, a row a text and a column a head."""
    need(data, FILES)
    known = list(heads(data))
    every = list(dict.fromkeys(text for head in known for text in head.texts))
    place = {text: number for number, text in enumerate(every)}
    encoder = Encoder()
    features, asked = encoder.fit_transform(every), encoder.transform(texts)
    columns = []
    for head in known:
        rows = features[[place[text] for text in head.texts]]
        if head.yes_no:
            model = LogisticRegression(solver="liblinear", class_weight="balanced").fit(rows, head.targets)
            columns.append(model.decision_function(asked)[:, None])
        else:
            model = Ridge(alpha=2.0, solver="sparse_cg", tol=1e-3).fit(rows, head.targets)
            columns.append(model.predict(asked).reshape(len(texts), -1))
    return encoder, np.hstack(columns)


def heads(data: Path) -> Iterator[Head]:
    """Yield what each set teaches."""
    yield from _github(data)
    yield from _tactics(data)
    reviews: dict[str, float] = {}
    for row in _table(data / FILES[0]):
        reviews.setdefault(row["message"].strip(), float(row["is_toxic"]))
    yield Head(("toxic review",), list(reviews), np.array(list(reviews.values())))
    for name in FILES[5:7]:
        polite = list(_table(data / name))
        scores = np.array([float(row["Normalized Score"]) for row in polite])
        yield Head((name,), [row["Request"] for row in polite], scores, yes_no=False)
    yield _emotions(data)
    intents = [row for row in _lines(data / FILES[10]) if len(row) == 2]
    yield Head(("intent",), [row[1] for row in intents], np.array([float(row[0] == "Yes") for row in intents]))
    complaints = list(_table(data / FILES[11]))
    yield Head(
        ("complaint",), [row["text"] for row in complaints], np.array([float(row["complaint"]) for row in complaints])
    )
    users = [row for name in FILES[12:] for row in _lines(data / name)]
    users = [row for row in users if len(row) >= 4 and row[0] == "USER" and row[1] != "OVERALL"]
    moods = [-np.mean([float(mark) for mark in row[3].split(",") if mark]) for row in users]
    yield Head(("dissatisfied",), [row[1] for row in users], np.array(moods), yes_no=False)


def _github(data: Path) -> Iterator[Head]:
    rows = list(_table(data / FILES[1]))
    texts = [row["comment_body"] for row in rows]
    yield Head(("uncivil",), texts, np.array([float(row["uncivil"]) for row in rows]))
    for kind in ("bitter frustration", "mocking", "impatience", "insulting"):
        yield Head((kind,), texts, np.array([float(row["tbdf"] == kind) for row in rows]))
    ordered = sorted(rows, key=lambda row: (row["issue_id"], int(row["pos"])))
    threads = [list(thread) for _, thread in groupby(ordered, key=lambda row: row["issue_id"])]
    pairs = [pair for thread in threads for pair in pairwise(thread)]
    yield Head(
        ("uncivil next",),
        [before["comment_body"] for before, _ in pairs],
        np.array([float(after["uncivil"]) for _, after in pairs]),
    )
    quotes = list(_table(data / FILES[2]))
    uncivil = np.array([float(row["quotation_code"] == "uncivil") for row in quotes])
    yield Head(("uncivil sentence",), [row["quotation"] for row in quotes], uncivil)
    toxic = list(_table(data / FILES[3]))
    yield Head(("toxic",), [row["text"] for row in toxic], np.array([float(row["toxicity"] == "y") for row in toxic]))


def _tactics(data: Path) -> Iterator[Head]:
    with _open(data / FILES[4]) as file:
        disputes: list[Mapping[str, Any]] = json.load(file)
    said = [each for dispute in disputes for each in dispute["utterances"]]
    levels = [_levels(each["rebuttal_labels"]) for each in said]
    texts = [each["text"] for each in said]
    kinds = {
        "attack": [bool(found) and min(found) <= 1 for found in levels],
        "policing": [2 in found or 3 in found for found in levels],
        "refuting": [bool(found) and max(found) >= 5 for found in levels],
        "rebuttal": [bool(found) for found in levels],
        "coordination": [bool(each["coordination_labels"]) for each in said],
        "escalated": [bool(dispute["escalation_label"]) for dispute in disputes for _ in dispute["utterances"]],
    }
    for name, targets in kinds.items():
        yield Head((name,), texts, np.array(targets, float))
    pairs = [pair for one in disputes for pair in pairwise(one["utterances"])]
    after = [_levels(second["rebuttal_labels"]) for _, second in pairs]
    following = np.array([float(bool(found) and min(found) <= 2) for found in after])
    yield Head(("attack next",), [first["text"] for first, _ in pairs], following)


def _levels(labels: Iterable[str]) -> list[int]:
    """Return the levels of Graham's ladder, -1..7, in labels such as "DH0: Name calling"."""
    return [int(found[1]) for label in labels if (found := re.search(r"DH(-?\d)", label))]


def _emotions(data: Path) -> Head:
    names = tuple(line[0] for line in _lines(data / FILES[9]))
    rows = [row for name in FILES[7:9] for row in _lines(data / name)]
    targets = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        targets[number, [int(label) for label in row[1].split(",")]] = 1
    return Head(names, [row[0] for row in rows], targets, yes_no=False)


def _open(path: Path) -> Any:
    opener = lzma.open if path.suffix == ".xz" else open
    return opener(path, "rt", encoding="utf-8", errors="replace", newline="")


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(2**30)
    with _open(path) as file:
        yield from csv.DictReader(file)


def _lines(path: Path) -> Iterator[list[str]]:
    with _open(path) as file:
        for line in file:
            if line.strip():
                yield line.rstrip("\r\n").split("\t")
