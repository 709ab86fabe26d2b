"""What words mean, as vectors of one space for English and Russian, so that a head learns from words akin.

Made by ``python -m training.vectors``; docs/models/signals.md names the sources and their licences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE: Final = "vectors.npz"
DIMENSIONS: Final = 100


@dataclass(frozen=True, slots=True)
class Vectors:
    """`rows` numbers the words; `table`, int8, words × DIMENSIONS, times `scale` are vectors of length about 1."""

    rows: Mapping[str, int]
    table: NDArray[Any]
    scale: float

    def of(self, word: str) -> NDArray[Any] | None:
        """Return the vector of a word, float32, or None for a word that is not known."""
        import numpy as np

        row = self.rows.get(word)
        return None if row is None else self.table[row].astype(np.float32) * np.float32(self.scale)


@cache
def vectors() -> Vectors:
    """Return the shipped vectors, loaded at the first call."""
    import numpy as np

    with (files("leopold.signals.trained") / FILE).open("rb") as file, np.load(file, allow_pickle=False) as held:
        words = held["words"].tobytes().decode("utf-8").split("\n")
        return Vectors({word: row for row, word in enumerate(words)}, held["table"], float(held["scale"]))
