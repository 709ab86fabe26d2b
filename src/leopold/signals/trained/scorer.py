"""Linear heads over the buckets of tokens and of neighbouring words, and over what words mean, with numpy alone.

The log-odds of a head for a sentence are its bias, plus the sum of the weights of all buckets of the sentence, each
times the bucket's rarity, divided by the root of the sum of squared rarities, plus the same of its words' vectors.
Weights are bytes with one scale a head. What a token adds is worked out when it is first met, and remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from leopold.signals.trained.features import END, MARK, START, buckets, hashed, pair, plain
from leopold.signals.trained.meaning import vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

REMEMBERED: Final = 60_000
"""Tokens whose sums are kept; a language has no more in use, and a hostile letter fills no memory."""

RARITY_STEP: Final = 16.0
"""Rarities are kept as bytes of 1/16."""


_LEARNED: Final = ("matrix", "scales", "rarity", "meaning", "bias", "floor", "groups", "rule_heads", "rule_weights")


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned, for the heads named `heads`.

    `matrix`, int8, 2·BUCKETS × heads, with one of `scales` a head; `rarity`, uint8, 2·BUCKETS, in 1/16; `meaning`,
    float32, DIMENSIONS × heads; `bias` a head. A group of rules `groups[i]` that holds adds `rule_weights[i]` to the
    log-odds of the head number `rule_heads[i]`. Below the probability `floor` a head says nothing.
    """

    heads: tuple[str, ...]
    matrix: NDArray[np.int8]
    scales: NDArray[np.float32]
    rarity: NDArray[np.uint8]
    meaning: NDArray[np.float32]
    bias: Floats
    floor: Floats
    groups: NDArray[np.str_]
    rule_heads: NDArray[np.int64]
    rule_weights: Floats

    @classmethod
    def read(cls, file: IO[bytes] | Path) -> Weights:
        """Read weights from a file that `write` made."""
        import numpy as np

        with np.load(file, allow_pickle=False) as held:
            arrays = {name: held[name] for name in _LEARNED}
            return cls(tuple(str(name) for name in held["heads"]), **arrays)

    def write(self, file: IO[bytes] | Path) -> None:
        """Write the weights as one compressed file of arrays."""
        import numpy as np

        np.savez_compressed(file, heads=np.array(self.heads), **{name: getattr(self, name) for name in _LEARNED})


class Scorer:
    """Scores sentences under some weights. What it says of one sentence does not depend on those beside it.

    For a token it keeps one row: what its buckets add to each head, what its meaning adds, and the squared rarities of
    the two.
    """

    def __init__(self, weights: Weights) -> None:
        import numpy as np

        self.weights = weights
        self._heads = len(weights.heads)
        self._rarity = weights.rarity.astype(np.float32) / np.float32(RARITY_STEP)
        self._forget()

    def _forget(self) -> None:
        import numpy as np

        self._numbers: dict[str, int] = {}
        self._kept: NDArray[np.float32] = np.zeros((1024, 2 * self._heads + 2), np.float32)
        self._hashes: NDArray[np.int64] = np.zeros(1024, np.int64)

    def _number(self, token: str) -> int:
        """Return the number under which a token's row is kept, working it out when the token is new."""
        import numpy as np

        number = len(self._numbers)
        if number == len(self._hashes):
            self._kept = np.concatenate([self._kept, np.zeros_like(self._kept)])
            self._hashes = np.concatenate([self._hashes, np.zeros_like(self._hashes)])
        self._numbers[token] = number
        self._hashes[number] = hashed(token if token.startswith(MARK) else plain(token))
        if token not in (START, END):
            self._work_out(token, self._kept[number])
        return number

    def _work_out(self, token: str, row: NDArray[np.float32]) -> None:
        places, heads = buckets(token), self._heads
        rarity = self._rarity[places]
        row[:heads] = (self.weights.matrix[places] * rarity[:, None]).sum(axis=0) * self.weights.scales
        row[2 * heads] = (rarity * rarity).sum()
        vector = vectors().of(token)
        if vector is not None:
            row[heads : 2 * heads] = (vector[:, None] * self.weights.meaning).sum(axis=0) * rarity[0]
            row[2 * heads + 1] = rarity[0] * rarity[0]

    def scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Return the log-odds of all heads for sentences given as tokens: sentences × heads."""
        import numpy as np

        if not sentences:
            return np.zeros((0, self._heads))
        if len(self._numbers) > REMEMBERED:
            self._forget()
        known, number = self._numbers, self._number
        rows: list[int] = []
        starts: list[int] = []
        for tokens in sentences:
            starts.append(len(rows))
            for token in (START, *tokens, END):
                found = known.get(token)
                rows.append(number(token) if found is None else found)
        return self._summed(np.array(rows), np.array(starts))

    def _summed(self, rows: NDArray[np.intp], starts: NDArray[np.intp]) -> Floats:
        import numpy as np

        heads, held, hashes = self._heads, self.weights, self._hashes[rows]
        places = pair(hashes[:-1], hashes[1:])  # type: ignore[arg-type]
        rarity = self._rarity[places]
        rarity[starts[1:] - 1] = 0.0
        sums = self._kept[rows]
        sums[:-1, :heads] += held.matrix[places] * rarity[:, None] * held.scales
        sums[:-1, 2 * heads] += rarity * rarity
        sums = np.add.reduceat(sums, starts, axis=0)
        roots = np.sqrt(np.maximum(sums[:, 2 * heads :], 1e-9))
        return np.asarray(held.bias + sums[:, :heads] / roots[:, :1] + sums[:, heads : 2 * heads] / roots[:, 1:])
