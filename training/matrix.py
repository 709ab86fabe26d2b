"""Texts as the rows that trained readers see: the same buckets, rarities and lengths as at prediction."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from leopold.signals.sentences import Sentence, fold, word_list
from leopold.signals.trained.features import BUCKETS, END, MARK, START, buckets, hashed, pair, plain, tokens
from leopold.signals.trained.meaning import DIMENSIONS, vectors
from leopold.signals.trained.scorer import RARITY_STEP

Tokens = Sequence[str]


def tokens_of(text: str) -> list[str]:
    """Return the tokens of a text taken as one sentence."""
    return tokens(text, Sentence(0, len(text), "body", tuple(word_list(fold(text)))))


class Places:
    """Looks up the buckets of tokens and of neighbours, each once."""

    def __init__(self) -> None:
        self._buckets: dict[str, list[int]] = {}
        self._hashes: dict[str, int] = {}

    def of(self, row: Tokens) -> list[int]:
        """Return all buckets of one row, those of neighbours among them."""
        found: list[int] = []
        for token in row:
            if token not in self._buckets:
                self._buckets[token] = buckets(token)
            found += self._buckets[token]
        numbers = [self._hash(token) for token in (START, *row, END)]
        return found + [pair(first, second) for first, second in pairwise(numbers)]

    def _hash(self, token: str) -> int:
        if token not in self._hashes:
            self._hashes[token] = hashed(token if token.startswith(MARK) else plain(token))
        return self._hashes[token]


def counts(rows: Sequence[Tokens], places: Places) -> csr_matrix:
    """Return how often each bucket stands in each row: rows × 2·BUCKETS."""
    found = [places.of(row) for row in rows]
    starts = np.cumsum([0, *map(len, found)])
    columns = np.fromiter((place for row in found for place in row), np.int32, int(starts[-1]))
    return csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(rows), 2 * BUCKETS))


def rarity_of(matrix: csr_matrix) -> NDArray[np.uint8]:
    """Return the rarity of each bucket in steps of 1/16: 1 + the logarithm of rows by rows with it."""
    seen = np.bincount(matrix.indices, minlength=2 * BUCKETS)
    rare = 1 + np.log((1 + matrix.shape[0]) / (1 + seen))
    return np.asarray(np.clip(np.rint(rare * RARITY_STEP), 1, 255), np.uint8)


def weighed(matrix: csr_matrix, rarity: NDArray[np.uint8]) -> csr_matrix:
    """Return rows as prediction weighs them: times the rarity, by the root of the sum of its squares over tokens."""
    rare = rarity.astype(np.float32) / np.float32(RARITY_STEP)
    squares = matrix @ (rare * rare)
    found = csr_matrix(diags(1 / np.sqrt(np.maximum(squares, 1e-9))) @ matrix @ diags(rare))
    found.sum_duplicates()
    return found


def meanings(rows: Sequence[Tokens], rarity: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return what the words of each row mean, as prediction weighs them: rows × DIMENSIONS."""
    rare, known = rarity.astype(np.float32) / np.float32(RARITY_STEP), vectors()
    found = np.zeros((len(rows), DIMENSIONS), np.float32)
    for number, row in enumerate(rows):
        square = 0.0
        for token in row:
            vector = known.of(token)
            if vector is not None:
                weight = rare[buckets(token)[0]]
                found[number] += weight * vector
                square += float(weight * weight)
        found[number] /= np.sqrt(max(square, 1e-9))
    return found
