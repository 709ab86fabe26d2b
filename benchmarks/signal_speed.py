"""How quick the trained readers are, what they weigh, and what it costs to import Leopold.

    python -m benchmarks.signal_speed

Data: the letters of the sample, own words alone, scaled to letters of 80 words. CPU time of one core, the best of five
rounds. *Trained* is everything that trained weights do, 24 kinds and 16 tones, from sentences to findings; the rules,
which kinds stand on as well, and the cutting into sentences are told apart.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import leopold
from leopold.model import Zone
from leopold.sample import stories
from leopold.signals import EAR, RULES, TONE_READER, Passage, passage_of

WORDS = 80
ROUNDS = 5


def passages() -> list[Passage]:
    """Return the letters of the sample."""
    letters = [(str(letter["text"]), story["language"]) for story in stories() for letter in story["messages"]]
    return [passage_of(text, "theirs", language, (Zone("own", 0, len(text)),)) for text, language in letters]


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best round."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def trained(letters: Sequence[Passage]) -> None:
    """Do all that trained weights do for these letters."""
    for heard in EAR.hear(letters):
        heard.scores.tolist()
        tuple(TONE_READER.of(heard))


def singly(letters: Sequence[Passage]) -> None:
    """Do it letter by letter, as when each has just come."""
    for letter in letters:
        trained([letter])


def main() -> int:
    """Print the figures."""
    letters = passages()
    amount = sum(len(sentence.words) for letter in letters for sentence in letter.sentences) / WORDS
    trained(letters)
    RULES.predict(letters)
    for name, work in (
        ("trained, in one batch", lambda: trained(letters)),
        ("trained, one at a time", lambda: singly(letters)),
        ("rules", lambda: RULES.predict(letters)),
        ("cutting into sentences", passages),
    ):
        print(f"{name:26} {amount / seconds(work):8,.0f} letters of {WORDS} words a second")
    home = Path(leopold.__file__).parent
    weights = sorted(home.rglob("*.npz"))
    print(f"weights: {sum(path.stat().st_size for path in weights) / 1e6:.1f} MB in {len(weights)} files")
    code = (
        "import time; s = time.perf_counter(); import leopold; from leopold import scan; print(time.perf_counter() - s)"
    )
    took = min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(ROUNDS))
    print(f"import of leopold and of scan: {took:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
