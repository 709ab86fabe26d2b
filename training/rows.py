"""What the shipped readers learn from, as examples: public sets of tier A, our own sentences, the sample's stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from benchmarks.signal_scores import labelled, letters
from leopold.model import Zone
from leopold.sample import Story, stories
from leopold.signals import RULES, passage_of
from leopold.signals.interface import KINDS, TONES, Language
from leopold.signals.trained.features import tokens
from leopold.signals.trained.reader import TONE, groups_in
from training import corpora, matrix, sentences

STORIES: Final = Path(__file__).parent / "stories"
"""Stories of our own that no rule was written beside."""

SAME_TONE: Mapping[str, str] = {
    "anger": "anger", "annoyance": "annoyance", "fear": "fear", "gratitude": "gratitude", "praise": "approval",
}  # fmt: skip
"""Kinds of signal that are a tone as well."""

COMPLAINTS = frozenset(
    {"unmet_expectation", "broken_promise", "annoyance", "anger", "accusation", "dispute", "disappointment"}
)
GOOD = frozenset({"gratitude", "praise", "reassurance", "concession"})


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence or text: its tokens, the rules that hold in it, and for the heads that are known 1 or 0.

    `fold` is a number that examples which belong together share; `source` is a set, a file, or a story; `told` is a
    sentence of a story; `trust` is what it counts where rules are weighed.
    """

    tokens: tuple[str, ...]
    groups: frozenset[str]
    known: Mapping[str, int]
    fold: int
    source: str
    language: str
    told: bool = False
    trust: float = 1.0


def public(data: Path) -> Iterator[Example]:
    """Yield the texts of public sets. They tell of tones alone."""
    for one in corpora.SETS:
        for row in one(data):
            known = {TONE + tone: value for tone, value in row.known.items()}
            found = tuple(matrix.tokens_of(row.text))
            yield Example(found, frozenset(), known, crc32(row.text.encode()), row.source, row.language)


def written() -> Iterator[Example]:
    """Yield our own sentences. Each tells of every kind, and of the tones that its file or labels speak of."""
    for one in sentences.labelled():
        known = {kind: int(kind in one.labels) for kind in KINDS}
        known |= {TONE + tone: value for tone, value in _tones(one.labels, one.file).items()}
        fold = crc32(one.text.encode())
        found = tuple(matrix.tokens_of(one.text))
        trust = 1.0 if fold % 2 == KEPT else READ
        yield Example(found, groups(one.text, one.language), known, fold, one.file, one.language, trust=trust)


def _tones(labels: frozenset[str], file: str) -> dict[str, int]:
    """Return what is known of the tones of one of our sentences."""
    found = {tone: 1 for tone in TONES if tone in labels}
    found |= {tone: 1 for kind, tone in SAME_TONE.items() if kind in labels}
    found |= {"complaint": 1} if labels & COMPLAINTS else {}
    quiet = [tone for tone in TONES if tone not in found and (file in (tone, "neutral") or not labels)]
    return dict.fromkeys(quiet, 0) | ({"complaint": 0} if labels & GOOD else {}) | found


KEPT, READ = 1, 0.2
"""Which half of our sentences, by their number, nobody looked at who wrote rules; and the trust in the other half."""


def stories_of(chosen: Iterable[Story] | None = None) -> Iterator[Example]:
    """Yield the sentences of stories, the sample's when none are given. They tell of every kind, and of no tone."""
    for story in stories() if chosen is None else chosen:
        language: Language = story["language"]
        marks: dict[str, list[tuple[int, int, str]]] = {}
        for mark in labelled(story):
            marks.setdefault(mark.letter, []).append((mark.start, mark.end, mark.kind))
        for key, letter in letters(story):
            text = str(letter["text"])
            passage = passage_of(text, "ours", language, (Zone("own", 0, len(text)),))
            held = groups_in(RULES, passage)
            for sentence in passage.sentences:
                told = {
                    kind for start, end, kind in marks.get(key, ()) if start < sentence.end and sentence.start < end
                }
                known = {kind: int(kind in told) for kind in KINDS}
                found = frozenset(held.get(sentence.start, ()))
                fold = crc32(str(story["id"]).encode())
                yield Example(
                    tuple(tokens(text, sentence)),
                    found,
                    known,
                    fold,
                    str(story["id"]),
                    language,
                    True,
                )


def groups(text: str, language: Language) -> frozenset[str]:
    """Return the groups of rules that hold anywhere in a text."""
    held = groups_in(RULES, passage_of(text, "ours", language, (Zone("own", 0, len(text)),)))
    return frozenset(group for found in held.values() for group in found)
