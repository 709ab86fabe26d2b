"""How the shipped tones do on official test splits that they were not trained on.

    python -m benchmarks.tones [--data FOLDER]

For each set and tone: how common it is, the area under the curve (the control, a coin, has .50), F1 at the floor that
ships, and F1 of the control that says the tone of every text. A text of these sets may be several sentences; its score
is that of the sentence with most of the tone, as for a letter. Nothing is tuned here.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

from leopold.model import Zone
from leopold.signals import EAR, TONES, passage_of
from leopold.signals.trained.reader import TONE
from training import corpora


def sets(data: Path) -> Iterator[tuple[str, Iterable[corpora.Row]]]:
    """Yield each test split with its name."""
    yield "GoEmotions, test", corpora.goemotions(data, "test")
    yield "GoEmotions in Russian, test", corpora.ru_goemotions(data, "test")
    yield "CEDR, test", corpora.cedr(data, "test")
    yield "TyDiP, English test", corpora.tydip(data, "en_test")
    yield "TyDiP, Russian test", corpora.tydip(data, "ru_test")
    yield "Enron intents, test", corpora.email_intent(data, "test")
    yield "WikiTactics, test", corpora.wikitactics(data, "test")


def scores(rows: Sequence[corpora.Row]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the log-odds of each tone for each text: that of the sentence with most of it."""
    heads = EAR.scorer.weights.heads
    columns = [heads.index(TONE + tone) for tone in TONES]
    found = np.full((len(rows), len(TONES)), -30.0)
    for number, row in enumerate(rows):
        whole = (Zone("own", 0, len(row.text)),)
        (heard,) = EAR.hear([passage_of(row.text, "theirs", "ru" if row.language == "ru" else "en", whole)])
        if len(heard.scores):
            found[number] = heard.scores[:, columns].max(axis=0)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    here = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=here.parent / "shared" / "data", metavar="FOLDER")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"{options.data} is no folder; name that of the public sets with --data", file=sys.stderr)
        return 1
    print(f"{'set':28} {'tone':15} {'texts':>6} {'share':>6} {'AUC':>5} {'F1':>5} {'F1 of all':>9}")
    floors = dict(zip(EAR.scorer.weights.heads, EAR.scorer.weights.floor, strict=True))
    for name, found in sets(options.data):
        rows = list(found)
        said, columns = scores(rows), defaultdict[str, list[int]](list)
        for number, row in enumerate(rows):
            for tone in row.known:
                columns[tone].append(number)
        for tone, numbers in columns.items():
            truth = np.array([rows[number].known[tone] for number in numbers])
            odds = said[numbers, TONES.index(tone)]
            floor = floors[TONE + tone]
            marked = odds >= np.log(floor / (1 - floor))
            print(
                f"{name:28} {tone:15} {len(truth):6} {truth.mean():6.2f} {roc_auc_score(truth, odds):5.2f} "
                f"{f1_score(truth, marked):5.2f} {f1_score(truth, np.ones(len(truth))):9.2f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
