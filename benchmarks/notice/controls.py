"""What anybody could do: always say the commonest, look at the length alone, count words of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.notice.data import Flags, Numbers


def lengths(texts: Sequence[str]) -> Numbers:
    """Return what the length of a text alone says: its letters and words as logarithms, and their squares."""
    letters = np.log1p([len(text) for text in texts])
    words = np.log1p([len(text.split()) for text in texts])
    return np.column_stack([letters, words, letters**2, words**2])


def counts(texts: Sequence[str], words_of: Callable[[str], list[str]], lists: Sequence[frozenset[str]]) -> Numbers:
    """Return how many words of a text stand in each list, as it is and by its share of the words."""
    rows = []
    for text in texts:
        words = words_of(text)
        found = [sum(word in known for word in words) for known in lists]
        rows.append([*found, *(number / max(len(words), 1) for number in found)])
    return np.array(rows, dtype=np.float64)


def commonest(train: Flags, count: int) -> Flags:
    """Return `count` texts that all bear the label which is commonest in `train`, and no other."""
    said = np.zeros((count, train.shape[1]), dtype=np.bool_)
    said[:, int(train.sum(axis=0).argmax())] = True
    return said
