"""Promises found in labelled stories, and what became of them, against what a careful reader marked, with controls.

A promise is found where the spans overlap. Outcomes are judged on the marked promises, so that what finding misses does
not count twice: of those marked kept, late or broken, the share whose state is right where letters or the ledger tell
one. "Renegotiated" is right for late and for broken: it was not kept on its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from benchmarks.story_cases import Case, case, homes
from leopold.commitments.finding import Promise, promised
from leopold.commitments.following import follow
from leopold.model import Evidence, Letter
from leopold.signals import passage_of

PROMISES_KEY: Final = "commitments:promises"
OUTCOMES: Final = ("kept", "late", "broken")

Finder = Callable[[Case], Sequence[Evidence]]


class Marked(NamedTuple):
    """A promise that a careful reader marked, and its label."""

    promise: Promise
    label: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """`right` of `found` spans overlap a mark; `recalled` of `marked` marks are overlapped."""

    right: int
    found: int
    recalled: int
    marked: int

    @property
    def precision(self) -> float:
        """The share of what was found that is marked."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.recalled / self.marked if self.marked else 0.0


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Of `all` promises marked kept, late or broken, `told` have a state, of which `right` are right."""

    right: int
    told: int
    kept: int
    all: int


def cases(folder: Path) -> list[Case]:
    """Return the labelled stories of a folder, each read through the whole path."""
    with TemporaryDirectory() as work:
        return [case(home) for home in homes([folder], Path(work))]


def marked(one: Case) -> list[Marked]:
    """Return the promises marked in a story, as promises of its letters."""
    letters = {letter.message.id: letter for letter in one.relationship.letters}
    found = []
    for row in one.labels["messages"]:
        letter = letters[row["message_id"]]
        for label in row["commitments"]:
            start = letter.message.text.find(label["quote"])
            act = Evidence.of(letter.message, start, start + len(label["quote"]))
            due = date.fromisoformat(label["due"]) if label.get("due") else None
            written = date.fromisoformat(row["at"][:10])
            found.append(Marked(Promise(act, letter.side, "", (), written, due, 1.0), label))
    return found


def found_by_leopold(one: Case) -> list[Evidence]:
    """Return the acts that Leopold finds."""
    return [each.act for each in promised(one.relationship)]


def every_sentence(one: Case) -> list[Evidence]:
    """Return every sentence of the writers' own words."""
    return [each for letter in one.relationship.letters for each in _sentences(letter)]


def says_will(one: Case) -> list[Evidence]:
    """Return every sentence with "will" or «буд…» in it."""
    words = ("will", "'ll", "буду", "будет", "будем", "будут")
    return [each for each in every_sentence(one) if any(word in each.quote.lower() for word in words)]


def _sentences(letter: Letter) -> list[Evidence]:
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    return [Evidence.of(letter.message, each.start, each.end) for each in passage.sentences if each.role == "body"]


def score(stories: Iterable[Case], find: Finder = found_by_leopold) -> Found:
    """Return how a finder does on stories."""
    right = found = recalled = total = 0
    for one in stories:
        marks, acts = [each.promise.act for each in marked(one)], find(one)
        right += sum(any(_overlap(act, mark) for mark in marks) for act in acts)
        recalled += sum(any(_overlap(act, mark) for act in acts) for mark in marks)
        found, total = found + len(acts), total + len(marks)
    return Found(right, found, recalled, total)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.message_id == other.message_id and one.start < other.end and other.start < one.end


def outcomes(stories: Iterable[Case]) -> Outcomes:
    """Return how the outcomes of marked promises are told."""
    right = told = kept = total = 0
    for one in stories:
        marks = marked(one)
        followed = follow(one.relationship, [each.promise for each in marks], one.until.date())
        for state, label in zip(
            (each.state for each in followed), (each.label["outcome"] for each in marks), strict=True
        ):
            if label not in OUTCOMES:
                continue
            total += 1
            if state != "open":
                told += 1
                kept += label == "kept"
                right += state == label or (state == "renegotiated" and label != "kept")
    return Outcomes(right, told, kept, total)


def promises_section(folder: Path) -> str:
    """Return the section of the document of figures on promises."""
    stories = cases(folder)
    readers: dict[str, Finder] = {
        "Leopold": found_by_leopold,
        "control: every sentence": every_sentence,
        'control: sentences with "will", «буд…»': says_will,
    }
    lines = ["| reader | precision | recall | found |", "|---|---|---|---|"]
    for language in ("en", "ru"):
        own = [one for one in stories if one.course.language == language]
        for name, find in readers.items():
            got = score(own, find)
            lines.append(f"| {name}, {language} | {got.precision:.2f} | {got.recall:.2f} | {got.found} |")
    whole, told = score(stories), outcomes(stories)
    lines.append(f"| Leopold, both | {whole.precision:.2f} | {whole.recall:.2f} | {whole.found} |")
    right, always = _share(told.right, told.told), _share(told.kept, told.told)
    return "\n".join(
        (
            "## Promises",
            "",
            "`python -m benchmarks.commitments --stories ../shared/stories --publish docs/figures.md`",
            "",
            f"The {len(stories)} visible labelled stories, {whole.marked} promises marked, read on the whole path. The",
            "rules were written and tuned on these very stories, so these figures are hopeful; the final test is on",
            "stories that nobody looked at. A promise is found where the spans overlap.",
            "",
            *lines,
            "",
            f"Outcomes of the marked promises, kept, late or broken: letters or the ledger tell one for {told.told} of",
            f"{told.all}; of these {told.right} are right ({right}). Control, always kept: {always}. The others stay",
            "open: nothing is said of them in words that we can match.",
        )
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"
