"""Train the shipped readers of signals: kinds and tones, English and Russian, in one set of weights.

    python -m training.signals [--data FOLDER] [--out FILE]

Data: sets of tier A below FOLDER (`training.corpora`), sentences and stories of our own (`training.sentences`,
`training/stories`), and the stories of the sample. Two steps: each head is fitted over words and, apart, over what
words mean; then a logistic regression over both scores, on rows that they were not fitted on, and over the groups of
rules that hold, makes log-odds of them. The model card, docs/models/signals.md, holds the figures.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from leopold.sample import stories
from leopold.signals.interface import KINDS, TONES
from leopold.signals.trained.reader import TONE, WEIGHTS
from leopold.signals.trained.scorer import Weights
from training import heads, matrix
from training.rows import STORIES, Example, public, stories_of, written

Table = NDArray[np.float64]
Known = heads.Known

FOLDS: Final = 5
KIND_STRENGTH, TONE_STRENGTH, MEANING_STRENGTH, STACK_STRENGTH = 16.0, 1.0, 4.0, 1.0
"""Inverse strengths of regularisation: chosen by folds over our own rows, and on the validation split of GoEmotions."""

TOLD: Final = 6.0
"""What a sentence of a story counts, in both steps, beside one that was written by itself: letters are what is read.

1, 3, 6 and 10 were tried on stories left out; docs/decisions/0013 says what that gained, and what it did not.
"""

FLOOR: Final = 0.08
"""Below this probability nothing is said of a kind: what is less sure moves alerts no more, on stories left out."""

NEVER: Final = -10.0
"""Log-odds of a head of which no example was seen."""

NAMES: Final = (*KINDS, *(TONE + tone for tone in TONES))


@dataclass(frozen=True, slots=True)
class Rows:
    """Examples as matrices, with what is known of each: rows × heads, 1, 0, or −1 for unknown; folds; what they count.

    Examples that belong together, the sentences of a story, share a fold.
    """

    examples: Sequence[Example]
    weighed: csr_matrix
    meanings: NDArray[np.float32]
    rarity: NDArray[np.uint8]
    known: Known
    folds: Known
    counts: Table


def rows_of(examples: Sequence[Example]) -> Rows:
    """Return examples as rows."""
    tokens = [example.tokens for example in examples]
    counted = matrix.counts(tokens, matrix.Places())
    rarity = matrix.rarity_of(counted)
    known = np.array([[example.known.get(name, -1) for name in NAMES] for example in examples], np.int64)
    folds = np.array([example.fold % FOLDS for example in examples])
    meanings, counts = matrix.meanings(tokens, rarity), np.array([TOLD if one.told else 1.0 for one in examples])
    return Rows(examples, matrix.weighed(counted, rarity), meanings, rarity, known, folds, counts)


def strength(column: int) -> float:
    """Return how freely the words of a head may fit."""
    return TONE_STRENGTH if NAMES[column].startswith(TONE) else KIND_STRENGTH


def first_step(rows: Rows, column: int, known: Known) -> tuple[heads.Vector, heads.Vector]:
    """Fit one head on the rows known: weights over buckets, and over meanings."""
    words, _ = heads.fitted(rows.weighed, known, strength(column), rows.counts)
    meaning, _ = heads.meant(rows.meanings, known, MEANING_STRENGTH, rows.counts)
    return words, meaning


def out_of_fold(rows: Rows, column: int) -> Table:
    """Return two scores of one head for each row, from weights fitted without that row's fold: rows × 2."""
    scores = np.zeros((len(rows.examples), 2))
    for fold in sorted(set(rows.folds.tolist())):
        inside = rows.folds == fold
        words, meaning = first_step(rows, column, np.where(inside, -1, rows.known[:, column]))
        scores[inside] = np.column_stack([rows.weighed[inside] @ words, rows.meanings[inside] @ meaning])
    return scores


@dataclass(frozen=True, slots=True)
class Step:
    """The second step of one head: log-odds = bias + words · score + meaning · score + the rules that hold.

    Below the probability `floor` it says nothing.
    """

    words: float
    meaning: float
    rules: dict[str, float]
    bias: float
    floor: float = FLOOR


def second_step(rows: Rows, column: int, scores: Table) -> Step:
    """Fit the second step of one head on scores that were given out of fold.

    Rows of stories have a bias of their own: signs are rarer in letters than among sentences written to hold them.
    """
    chosen = np.flatnonzero(rows.known[:, column] >= 0).tolist()
    if len(set(rows.known[chosen, column].tolist())) < 2:
        return Step(0.0, 0.0, {}, NEVER)
    groups = sorted({g for e in rows.examples for g in e.groups if g.split(".")[1] == NAMES[column]})
    examples = [rows.examples[number] for number in chosen]
    held = np.array([[g in e.groups for g in groups] for e in examples], float).reshape(len(chosen), len(groups))
    told = np.array([[e.told] for e in examples], float)
    trust = np.array([e.trust for e in examples]) * rows.counts[chosen]
    learner = LogisticRegression(C=STACK_STRENGTH, max_iter=1000)
    learner.fit(np.hstack([scores[chosen], told, held]), rows.known[chosen, column], sample_weight=trust)
    words, meaning, own, *rest = learner.coef_[0].tolist()
    bias = float(learner.intercept_[0]) + (own if any(e.told for e in examples) else 0.0)
    step = Step(max(words, 0.0), max(meaning, 0.0), dict(zip(groups, rest, strict=True)), bias)
    if not NAMES[column].startswith(TONE):
        return step
    odds = step.bias + scores[chosen] @ np.array([step.words, step.meaning])
    return replace(step, floor=best_floor(odds, rows.known[chosen, column]))


def best_floor(odds: Table, known: Known) -> float:
    """Return the probability at which a head's F1 is best on rows that its scores were not fitted on."""
    order = np.argsort(-odds)
    right = np.cumsum(known[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + known.sum())
    return float(np.clip(1 / (1 + np.exp(-odds[order[int(f1.argmax())]])), 0.02, 0.95))


def train(examples: Sequence[Example], names: Sequence[str] = NAMES) -> Weights:
    """Return weights of the heads `names`, the first of `NAMES`, fitted on examples; deterministic."""
    rows = rows_of(examples)
    words, meanings, steps = [], [], []
    for column, name in enumerate(names):
        step = second_step(rows, column, out_of_fold(rows, column))
        word, meaning = first_step(rows, column, rows.known[:, column])
        words.append(word * step.words)
        meanings.append(meaning * step.meaning)
        steps.append(step)
        counts = [int((rows.known[:, column] == value).sum()) for value in (1, 0)]
        print(f"{name:22} {counts[0]:6} of {sum(counts):6}", file=sys.stderr, flush=True)
    return assembled(names, rows.rarity, words, meanings, steps)


def assembled(
    names: Sequence[str],
    rarity: NDArray[np.uint8],
    words: Sequence[heads.Vector],
    meanings: Sequence[heads.Vector],
    steps: Sequence[Step],
) -> Weights:
    """Return what was fitted as weights that can be shipped."""
    packed, scales = heads.packed(words)
    said = [(group, head, weight) for head, step in enumerate(steps) for group, weight in step.rules.items()]
    return Weights(
        heads=tuple(names),
        matrix=packed,
        scales=scales,
        rarity=rarity,
        meaning=np.stack(meanings, axis=1).astype(np.float32),
        bias=np.array([step.bias for step in steps]),
        floor=np.array([step.floor for step in steps]),
        groups=np.array([group for group, _, _ in said]),
        rule_heads=np.array([head for _, head, _ in said], np.int64),
        rule_weights=np.array([weight for _, _, weight in said]),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write the weights."""
    here = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=here.parent / "shared" / "data", metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=here / "src/leopold/signals/trained" / WEIGHTS, metavar="FILE")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    train([*public(options.data), *written(), *stories_of(), *stories_of(stories(STORIES))]).write(options.out)
    print(f"{options.out}: {options.out.stat().st_size:,} bytes in {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
