"""What trouble was about and what may be behind it, on labelled stories, with controls.

    python -m benchmarks.subjects [DIR…] [--json FILE] [--stories]

DIR holds stories as YAML files, or as built folders with labels.json; the sample's when none is named. Everything goes
through the files and the whole path. A subject is right when the story's label names it; a cause when side and cause
agree. Scores are micro: over all pairs of story and subject, or of story, side and cause. The controls that name the
most frequent labels are given the frequencies of these very stories, which is more than anybody has in advance; the
last line reads the careful reader's own signs in place of ours. The words of subjects and cues were written with the
sample's stories in view: on them these are figures of development.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.signal_scores import Score
from benchmarks.story_cases import Case, case, homes, with_labelled_signs
from leopold.errors import LeopoldError
from leopold.model import Relationship
from leopold.relationships.topics import SUBJECTS

Answer = Callable[[Case], frozenset[str]]
PARTS = ("all", "en", "ru")


def labelled_subjects(one: Case) -> frozenset[str]:
    """Return the subjects that a story is labelled with."""
    return frozenset(one.labels.get("subjects") or ())


def subjects(cases: Sequence[Case]) -> dict[str, Answer]:
    """Return who names subjects, by name: Leopold, the controls, and our own way given the signs."""
    frequent = Counter(name for one in cases for name in labelled_subjects(one)).most_common()
    common = {count: frozenset(name for name, _ in frequent[:count]) for count in (1, 3)}
    return {
        "Leopold": lambda one: frozenset(subject.name for subject in one.relationship.subjects),
        "control: all subjects": lambda _: frozenset(SUBJECTS),
        "control: the most frequent": lambda _: common[1],
        "control: the 3 most frequent": lambda _: common[3],
        "with labelled signs, our subjects": lambda one: frozenset(
            subject.name for subject in with_labelled_signs(one).subjects
        ),
    }


def labelled_causes(one: Case) -> frozenset[str]:
    """Return the causes that a story is labelled with, as "side cause"; none where the label says so."""
    causes = one.labels.get("causes") or ()
    return frozenset(f"{row['side']} {row['cause']}" for row in causes if row["cause"] != "none")


def suggested(relationship: Relationship) -> frozenset[str]:
    """Return the causes that are suggested."""
    return frozenset(f"{cause.side} {cause.name}" for cause in relationship.causes)


def causes(cases: Sequence[Case]) -> dict[str, Answer]:
    """Return who names causes, by name: Leopold, the controls, and our own way given the signs."""
    frequent = Counter(name for one in cases for name in labelled_causes(one)).most_common()
    common = {count: frozenset(name for name, _ in frequent[:count]) for count in (1, 2)}
    return {
        "Leopold": lambda one: suggested(one.relationship),
        "control: none": lambda _: frozenset(),
        "control: the most frequent": lambda _: common[1],
        "control: the 2 most frequent": lambda _: common[2],
        "control: the most frequent where alerted": lambda one: common[1] if one.relationship.alerts else frozenset(),
        "with labelled signs, our cues": lambda one: suggested(with_labelled_signs(one)),
    }


def scored(cases: Iterable[Case], found: Answer, labelled: Answer) -> Score:
    """Return the counts over these stories."""
    total = Score()
    for one in cases:
        said, true = found(one), labelled(one)
        total += Score(len(true), len(true & said), len(said), len(true & said))
    return total


def table(title: str, cases: Sequence[Case], answers: Mapping[str, Answer], labelled: Answer) -> dict[str, Any]:
    """Print who scored what, over all stories and by language; return the same as data."""
    print(f"{title:40} {'':4} {'right':>7} {'precision':>9} {'recall':>6} {'F1':>5}")
    data: dict[str, Any] = {}
    for name, answer in answers.items():
        for part in PARTS:
            score = scored((one for one in cases if part in ("all", one.course.language)), answer, labelled)
            label = name if part == "all" else ""
            print(f"{label:40} {part:4} {score.right:3}/{score.marked:<3} {score.precision:9.2f}"
                  f" {score.recall:6.2f} {score.f1:5.2f}")  # fmt: skip
            data.setdefault(name, {})[part] = score._asdict() | {"f1": round(score.f1, 4)}
    return data


def told(cases: Iterable[Case], found: Answer, labelled: Answer) -> None:
    """Print for each story what was said rightly, needlessly and not at all."""
    for one in cases:
        said, true = found(one), labelled(one)
        marks = [*sorted(said & true), *(f"+{name}" for name in sorted(said - true))]
        print(f"    {one.course.id}: " + ", ".join([*marks, *(f"-{name}" for name in sorted(true - said))]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 with one line when a folder holds no story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--stories", action="store_true", help="say what became of each story")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as work:
        try:
            cases = [case(home) for home in homes(options.folders, Path(work))]
        except LeopoldError as error:
            print(error, file=sys.stderr)
            return 1
    data: dict[str, Any] = {"version": 1, "stories": len(cases)}
    for title, answers, labelled in (
        ("subjects", subjects(cases), labelled_subjects),
        ("causes", causes(cases), labelled_causes),
    ):
        data[title] = table(title, cases, answers, labelled)
        if options.stories:
            told(cases, answers["Leopold"], labelled)
    if options.json:
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
