"""How well signals are read: for each kind, how many there are, precision and recall, against the marks of the stories.

A signal is right when letter and kind agree and the quotes overlap. Run ``python -m benchmarks.signal_scores``:
``--half even|odd`` takes half of the stories, ``--misses KIND`` and ``--needless KIND`` list what went wrong,
``--groups`` counts by group of rules, ``--estimate`` writes the groups' probabilities from these stories.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from leopold.model import Zone
from leopold.sample import Story, stories
from leopold.signals import KINDS, RULES, SHOWN, passage_of, probabilities
from leopold.signals import findings as read_findings

PRIOR_WEIGHT = 12.0
"""How many findings a prior share counts for; as many as a group finds in a dozen stories."""


class Mark(NamedTuple):
    """A kind at a place of a letter, found or labelled. `letter` is any key that both use."""

    letter: str
    kind: str
    start: int
    end: int
    group: str = ""


class Score(NamedTuple):
    """Counts of one kind: `marked` by the reader, `met` of those, `found` by us, `right` of those."""

    marked: int = 0
    met: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of what we found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is marked that we found; 1 when nothing is marked."""
        return self.met / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: object) -> Score:
        """Return the counts of both together."""
        if not isinstance(other, Score):
            return NotImplemented
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def agree(one: Mark, other: Mark) -> bool:
    """Whether two marks of one letter and kind overlap."""
    same = one.letter == other.letter and one.kind == other.kind
    return same and one.start < other.end and other.start < one.end


def score(found: Iterable[Mark], marked: Iterable[Mark]) -> dict[str, Score]:
    """Return the counts of every kind that is found or marked."""
    pairs: dict[tuple[str, str], tuple[list[Mark], list[Mark]]] = defaultdict(lambda: ([], []))
    for number, marks in enumerate((found, marked)):
        for mark in marks:
            pairs[mark.letter, mark.kind][number].append(mark)
    scores: dict[str, Score] = defaultdict(Score)
    for (_, kind), (ours, theirs) in pairs.items():
        met = sum(any(agree(mark, mine) for mine in ours) for mark in theirs)
        right = sum(any(agree(mark, mine) for mine in theirs) for mark in ours)
        scores[kind] += Score(len(theirs), met, len(ours), right)
    return dict(scores)


def summary(scores: Mapping[str, Score]) -> tuple[float, float, Score]:
    """Return micro F1, macro F1 over the kinds that are marked, and the counts of all kinds together."""
    total = Score()
    for one in scores.values():
        total += one
    marked = [one.f1 for one in scores.values() if one.marked]
    return total.f1, sum(marked) / len(marked) if marked else 0.0, total


def table(scores: Mapping[str, Score]) -> str:
    """Return the scores as lines of text, kinds in their usual order."""
    lines = [f"{'kind':20} {'n':>4} {'found':>5} {'precision':>9} {'recall':>6} {'F1':>5}"]
    micro, macro, total = summary(scores)
    rows = [(kind, scores[kind]) for kind in KINDS if kind in scores]
    for kind, one in [*rows, ("all", total)]:
        lines.append(f"{kind:20} {one.marked:4} {one.found:5} {one.precision:9.2f} {one.recall:6.2f} {one.f1:5.2f}")
    return "\n".join([*lines, f"micro F1 {micro:.3f}, macro F1 {macro:.3f}"])


def letters(story: Story) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the letters of a story with the key that marks use."""
    for letter in story["messages"]:
        yield f"{story['id']}/{letter['id']}", letter


def labelled(story: Story) -> Iterator[Mark]:
    """Yield what a careful reader marked in a story. ValueError when a quote is not in its letter."""
    for key, letter in letters(story):
        text = str(letter["text"])
        for sign in letter.get("signs") or ():  # type: ignore[attr-defined]
            start = text.find(sign["quote"])
            if start < 0:
                raise ValueError(f"{key}: the quote {sign['quote']!r} is not in the letter")
            yield Mark(key, sign["kind"], start, start + len(sign["quote"]))


def found_in(story: Story) -> Iterator[Mark]:
    """Yield the signals that are read in a story."""
    for key, letter in letters(story):
        text = str(letter["text"])
        side = story["people"][letter["from"]]["side"]
        passage = passage_of(text, side, story["language"], (Zone("own", 0, len(text)),))
        for found in read_findings(passage):
            if found.probability < SHOWN:
                continue
            yield Mark(key, found.kind, found.start, found.end, f"{story['language']}.{found.group}")


def by_group(found: Sequence[Mark], marked: Sequence[Mark]) -> dict[str, tuple[int, int]]:
    """Return for each group of rules how many it found and how many of those are right."""
    counts: dict[str, tuple[int, int]] = {}
    theirs: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in marked:
        theirs[mark.letter, mark.kind].append(mark)
    for mark in found:
        right = any(agree(mark, other) for other in theirs[mark.letter, mark.kind])
        total, good = counts.get(mark.group, (0, 0))
        counts[mark.group] = total + 1, good + right
    return counts


def everything(chosen: Sequence[Story]) -> list[Mark]:
    """Return the findings of the rules, those below the floor and the second of a sentence included."""
    marks = []
    for story in chosen:
        for key, letter in letters(story):
            text = str(letter["text"])
            passage = passage_of(text, "ours", story["language"], (Zone("own", 0, len(text)),))
            found = RULES.predict([passage])[0]
            marks += [Mark(key, f.kind, f.start, f.end, f"{story['language']}.{f.group}") for f in found]
    return marks


def estimated(chosen: Sequence[Story]) -> dict[str, float]:
    """Return each group's share of right findings, drawn toward that of its kind, and that toward the share of all.

    `PRIOR_WEIGHT` findings' worth of each. Only stories that the rules were not written from give honest values.
    """
    counts = by_group(everything(chosen), [mark for story in chosen for mark in labelled(story)])
    kinds: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for group, (total, right) in counts.items():
        kind = group.split(".")[1]
        kinds[kind] = kinds[kind][0] + total, kinds[kind][1] + right
    overall = sum(right for _, right in kinds.values()) / max(1, sum(total for total, _ in kinds.values()))
    shares = {kind: drawn(total, right, overall) for kind, (total, right) in kinds.items()}
    values = {group: drawn(total, right, shares[group.split(".")[1]]) for group, (total, right) in counts.items()}
    fallback = {kind: shares.get(kind, drawn(0, 0, overall)) for kind in KINDS}
    return {key: round(value, 2) for key, value in sorted({**fallback, **values}.items())}


def drawn(total: int, right: int, toward: float) -> float:
    """Return right/total drawn toward a prior share."""
    return (right + PRIOR_WEIGHT * toward) / (total + PRIOR_WEIGHT)


def write_probabilities(values: Mapping[str, float]) -> None:
    """Write the module that holds the groups' probabilities."""
    path = Path(probabilities.__file__)
    head = path.read_text(encoding="utf-8").partition("PROBABILITIES")[0]
    lines = [f'    "{group}": {value},' for group, value in values.items()]
    path.write_text(head + "PROBABILITIES: dict[str, float] = {\n" + "\n".join(lines) + "\n}\n", encoding="utf-8")


def show(title: str, chosen: Sequence[Story], kind: str, wrong: Callable[[Story], Iterator[Mark]]) -> None:
    """Print the marks of a kind that `wrong` yields, in the words of their letters."""
    print(title)
    for story in chosen:
        texts = {key: str(letter["text"]) for key, letter in letters(story)}
        for mark in wrong(story):
            if kind in (mark.kind, "all"):
                quote = " ".join(texts[mark.letter][mark.start : mark.end].split())
                print(f"  {mark.letter:12} {mark.kind:18} {mark.group} {quote}")


def missed(story: Story) -> Iterator[Mark]:
    """Yield what is marked and was not found."""
    found = list(found_in(story))
    return (mark for mark in labelled(story) if not any(agree(mark, other) for other in found))


def needless(story: Story) -> Iterator[Mark]:
    """Yield what was found and is not marked."""
    marked = list(labelled(story))
    return (mark for mark in found_in(story) if not any(agree(mark, other) for other in marked))


def main() -> None:
    """Print the scores over the sample's stories, all and by language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="stories (*.yaml); the sample's when left out")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--misses", metavar="KIND")
    parser.add_argument("--needless", metavar="KIND")
    parser.add_argument("--groups", action="store_true")
    parser.add_argument("--estimate", action="store_true")
    options = parser.parse_args()
    chosen = [s for s in stories(options.folder) if not options.half or _half(str(s["id"])) == options.half]
    if options.misses:
        show("missed", chosen, options.misses, missed)
    if options.needless:
        show("needless", chosen, options.needless, needless)
    if options.groups:
        found = [mark for story in chosen for mark in found_in(story)]
        for group, (total, right) in sorted(by_group(found, [m for s in chosen for m in labelled(s)]).items()):
            print(f"  {group:40} {right:3} of {total}")
    if options.estimate:
        write_probabilities(estimated(chosen))
    report(chosen)


def _half(name: str) -> str:
    return "odd" if int(name[-2:]) % 2 else "even"


def report(chosen: Sequence[Story]) -> None:
    """Print the table over all stories, and the two F1 of each language."""
    print(table(score((m for s in chosen for m in found_in(s)), (m for s in chosen for m in labelled(s)))))
    for code in ("en", "ru"):
        part = [story for story in chosen if story["language"] == code]
        scores = score((m for s in part for m in found_in(s)), (m for s in part for m in labelled(s)))
        micro, macro, total = summary(scores)
        print(
            f"{code}: {total.marked} marked, {total.found} found, precision {total.precision:.2f}, "
            f"recall {total.recall:.2f}, micro F1 {micro:.3f}, macro F1 {macro:.3f}"
        )


if __name__ == "__main__":
    main()
