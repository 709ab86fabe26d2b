"""How rare features are in much text that has no label of the task: a small train part cannot tell that by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from benchmarks.notice.data import goemotions, text_of
from benchmarks.notice.features import Reader
from benchmarks.notice.learners import Matrix
from benchmarks.notice.protocol import need

DIALOGUES = ("CCPE", "MWOZ", "ReDial", "SGD")


class Rarity:
    """Weighs features as TF-IDF does, with how many texts bear each counted over others beside the train texts.

    Args:
        read: gives the features of a text.
        outside: texts of other sets; their labels play no part.

    """

    def __init__(self, read: Reader, outside: Iterable[str]) -> None:
        self.read = read
        self.bearing: Counter[str] = Counter()
        self.texts = 0
        for text in outside:
            self.bearing.update(set(read(text)))
            self.texts += 1

    def weighed(self, train: Sequence[str], *others: Sequence[str], least: int = 2) -> list[Matrix]:
        """Return what `learners.weighed` does, by this rarity; a feature stands in at least `least` train texts."""
        counter = CountVectorizer(analyzer=self.read, min_df=least, dtype=np.float32)
        counts = [counter.fit_transform(train), *(counter.transform(texts) for texts in others)]
        outside = np.array([self.bearing[feature] for feature in counter.get_feature_names_out()])
        bearing = np.asarray((counts[0] > 0).sum(axis=0)).ravel() + outside
        rarity = np.log((1 + len(train) + self.texts) / (1 + bearing)) + 1
        for matrix in counts:
            matrix.data = 1 + np.log(matrix.data)
        return [normalize(matrix @ sp.diags(rarity.astype(np.float32))) for matrix in counts]


def english_talk(data: Path) -> list[str]:
    """Return English talk of other sets: train of GoEmotions, and what users say in task dialogues."""
    found = list(goemotions(data, "train").texts)
    for name in DIALOGUES:
        (path,) = need(data, [f"user_satisfaction/{name}.tsv.xz"])
        cells = (line.split("\t") for line in text_of(path).splitlines())
        found += [line[1] for line in cells if line[0] == "USER" and len(line) > 2]
    return found
