"""Reads the public sets: comma-separated tables, packed or not, and the labels of several emotions at once."""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.notice.protocol import need

Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Rows = NDArray[np.intp]
"""Numbers of rows."""

EMOTIONS = 28
"""Labels of GoEmotions, the last of which is neutral."""


class Labelled(NamedTuple):
    """Texts and, for each, which labels it bears: `labels` is texts × labels."""

    texts: list[str]
    labels: Flags


def text_of(path: Path) -> str:
    """Return what stands in a UTF-8 file, which may be packed as .xz."""
    held = path.read_bytes()
    return (lzma.decompress(held) if path.suffix == ".xz" else held).decode("utf-8")


def rows(data: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a comma-separated table below the folder of sets."""
    (path,) = need(data, [name])
    csv.field_size_limit(10**8)
    return list(csv.DictReader(text_of(path).splitlines(keepends=True)))


def marked(labels: Sequence[Sequence[int]], width: int) -> Flags:
    """Return texts × width from the numbers of each text's labels."""
    flags = np.zeros((len(labels), width), dtype=np.bool_)
    for row, own in enumerate(labels):
        flags[row, list(own)] = True
    return flags


def goemotions(data: Path, part: str) -> Labelled:
    """Return `train`, `dev` or `test` of GoEmotions."""
    name = "train.tsv.xz" if part == "train" else f"{part}.tsv"
    (path,) = need(data, [f"goemotions/{name}"])
    lines = [line.split("\t") for line in text_of(path).split("\n") if line]
    own = [[int(number) for number in line[1].split(",")] for line in lines]
    return Labelled([line[0] for line in lines], marked(own, EMOTIONS))


def emotion_names(data: Path) -> list[str]:
    """Return the names of the emotions in the order of their numbers."""
    (path,) = need(data, ["goemotions/labels.txt"])
    return text_of(path).split()


def any_emotion(data: Path, labels: Flags, names: Sequence[str]) -> Flags:
    """Return which texts bear any of the named emotions."""
    known = emotion_names(data)
    return np.asarray(labels[:, [known.index(name) for name in names]].any(axis=1), dtype=np.bool_)


def ekman(data: Path, labels: Flags) -> Flags:
    """Return the labels of GoEmotions as seven groups, Ekman's six and neutral, in the order of the set's mapping."""
    (path,) = need(data, ["goemotions/ekman_mapping.json"])
    groups: dict[str, Any] = json.loads(text_of(path))
    return np.column_stack([any_emotion(data, labels, names) for names in groups.values()])


def numbers(text: str) -> list[int]:
    """Return the numbers in a text such as `[3 27]`."""
    return [int(number) for number in re.findall(r"\d+", text)]


def lexicon(data: Path, name: str) -> frozenset[str]:
    """Return the words of an English list of positive or negative words."""
    (path,) = need(data, [f"lexicons/liu_{name}_en.txt"])
    return frozenset(path.read_text(encoding="utf-8", errors="replace").split())


def alike(text: str) -> str:
    """Return what two texts share when one only repeats the other: letters and digits, no case, names or addresses."""
    bare = re.sub(r"^(?:rt\s+)?@\S+|@\S+|https?://\S+", "", text.lower())
    return re.sub(r"\W+", " ", bare).strip()
