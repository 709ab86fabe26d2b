"""Public labelled text that shipped weights may be trained on: every set here is of tier A, and its card says so.

Each function yields texts with, for each head that the set speaks of, 1 or 0; what a set does not tell is left out. It
yields the training split unless another is named; test splits are read by `benchmarks` alone.
"""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

EMOTIONS: Mapping[str, tuple[str, ...]] = {
    "anger": ("anger",),
    "annoyance": ("annoyance",),
    "disappointment": ("disappointment",),
    "fear": ("fear", "nervousness"),
    "sadness": ("sadness", "grief"),
    "joy": ("joy", "excitement"),
    "gratitude": ("gratitude",),
    "approval": ("approval", "admiration"),
}
"""Which labels of GoEmotions make up a tone."""

CEDR = {"joy": 0, "sadness": 1, "fear": 3, "anger": 4}


class Row(NamedTuple):
    """A text, the set and language it comes from, and what is known of it: heads with 1 or 0."""

    text: str
    source: str
    language: str
    known: Mapping[str, int]


def read(path: Path) -> str:
    """Return the text of a file, packed by xz or not."""
    packed = path.with_name(path.name + ".xz")
    data = lzma.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    return data.decode("utf-8", "replace")


def table(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Yield the rows of a table with a header."""
    csv.field_size_limit(1 << 24)
    yield from csv.DictReader(StringIO(read(path)), delimiter=delimiter)


def emotions(labels: set[str]) -> dict[str, int]:
    """Return the tones that labels of GoEmotions amount to."""
    return {tone: int(not labels.isdisjoint(names)) for tone, names in EMOTIONS.items()}


def goemotions(data: Path, split: str = "train") -> Iterator[Row]:
    """GoEmotions, English."""
    names = read(data / "goemotions" / "labels.txt").split()
    for line in csv.reader(
        StringIO(read(data / "goemotions" / f"{split}.tsv")), delimiter="\t", quoting=csv.QUOTE_NONE
    ):
        yield Row(line[0], "goemotions", "en", emotions({names[int(number)] for number in line[1].split(",")}))


def ru_goemotions(data: Path, split: str = "validation") -> Iterator[Row]:
    """GoEmotions in machine-made Russian, of which there is no training split."""
    names = read(data / "goemotions" / "labels.txt").split()
    for row in table(data / "ru_goemotions" / f"{split}.csv"):
        numbers = row["labels"].strip("[]").split()
        yield Row(row["ru_text"], "ru_goemotions", "ru", emotions({names[int(number)] for number in numbers}))


def cedr(data: Path, split: str = "train") -> Iterator[Row]:
    """CEDR, Russian."""
    for row in table(data / "cedr" / f"{split}.csv"):
        numbers = set(map(int, row["labels"].strip("[]").split()))
        yield Row(row["text"], "cedr", "ru", {tone: int(number in numbers) for tone, number in CEDR.items()})


def politeness(data: Path) -> Iterator[Row]:
    """Requests of the Stanford corpus that are not in TyDiP's test: the most and the least polite quarter."""
    for name in ("wikipedia.csv", "stack_exchange.csv"):
        rows = [row for row in table(data / "stanford_politeness" / name) if row.get("in_tydip_en_test") != "1"]
        ordered = sorted(rows, key=lambda row: float(row["Normalized Score"]))
        quarter = len(ordered) // 4
        for value, part in ((0, ordered[:quarter]), (1, ordered[-quarter:])):
            yield from (Row(row["Request"], "stanford_politeness", "en", {"politeness": value}) for row in part)


_PROMISES = re.compile(r"\b(?:i|we)(?:'ll| will| shall| can| am going to| are going to)\b", re.IGNORECASE)


def email_intent(data: Path, split: str = "train") -> Iterator[Row]:
    """Sentences of letters that ask, promise or propose, or do none of it.

    The set does not tell these apart; where its writer speaks of what he will do, it is taken for a promise.
    """
    for line in read(data / "email_intent" / f"{split}.tsv").splitlines():
        label, _, text = line.partition("\t")
        if label == "Yes":
            yield Row(text, "email_intent", "en", {"commitment" if _PROMISES.search(text) else "request": 1})
        elif text:
            yield Row(text, "email_intent", "en", {"request": 0, "commitment": 0})


def tydip(data: Path, name: str) -> Iterator[Row]:
    """TyDiP, requests of the most and least polite quarters; `name` is `en_test` or `ru_test`. Never trained on."""
    for row in table(data / "tydip" / f"{name}_binary.csv"):
        yield Row(row["sentence"], "tydip", name[:2], {"politeness": int(float(row["score"]) > 0)})


def github_toxicity(data: Path) -> Iterator[Row]:
    """Comments on code that are toxic or not; training split."""
    for row in table(data / "github_toxicity" / "train_comments.csv"):
        yield Row(row["text"], "github_toxicity", "en", {"incivility": int(row["toxicity"] == "y")})


def wikitactics(data: Path, split: str = "train") -> Iterator[Row]:
    """Turns of disputes. Tactics are groups of the rebuttals' and coordination's own labels."""
    for dispute in json.loads(read(data / "wikitactics" / "wikitactics.json")):
        if dispute["split"] == split:
            for turn in dispute["utterances"]:
                yield Row(
                    turn["text"], "wikitactics", "en", tactics(turn["rebuttal_labels"], turn["coordination_labels"])
                )


def tactics(rebuttals: Sequence[str], coordination: Sequence[str]) -> dict[str, int]:
    """Return the tactics that the labels of one turn amount to."""
    levels = {label.partition(":")[0] for label in rebuttals}
    repeats = any("Repeated" in label for label in rebuttals)
    helps = [label for label in coordination if not label.startswith(("Other", "I don"))]
    return {
        "attack": int(not levels.isdisjoint({"DH0", "DH1"})),
        "stonewalling": int(repeats or not levels.isdisjoint({"DH-1", "DH2", "DH3"})),
        "coordination": int(bool(helps)),
    }


SETS = (goemotions, ru_goemotions, cedr, politeness, email_intent, github_toxicity, wikitactics)
