"""Early warning on labelled stories: alerts and signals against what a careful reader marked, and controls.

    python -m benchmarks.stories [DIR…] [--json FILE] [--stories] [--leave-one-out]

DIR holds stories as YAML files, or as built folders with labels.json; the sample's when none is named. Everything goes
through the files and the whole path, as anybody's mail would. Scores are those of the stories' own README: a hit is
an alert from two letters before the onset up to the breakdown; false is one before that, or any in a healthy story.
Nothing is fitted here but the control that counts words, to which the best threshold for these very stories is given,
one per language. With --leave-one-out each story is also read by readers, and scored under weights, that never saw it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import negative_words
from benchmarks.alert_scores import Outcome, Score, judge, total
from benchmarks.signal_scores import Mark, score, summary, table
from benchmarks.story_cases import Case, case, homes, read_anew, with_labelled_signs
from leopold.errors import LeopoldError
from leopold.model import Relationship
from leopold.signals import shown

Rule = Callable[[Case], Sequence[datetime]]
PARTS = ("all", "en", "ru")


def raised(relationship: Relationship) -> list[datetime]:
    """Return when alerts were raised."""
    return [alert.raised_at for alert in relationship.alerts]


def rules(cases: Sequence[Case]) -> dict[str, Rule]:
    """Return what is compared, by name: Leopold, the controls, and the ceiling."""
    thresholds = {language: _best_threshold(cases, language) for language in ("en", "ru")}
    return {
        "Leopold": lambda one: raised(one.relationship),
        "control: alert at the first letter": lambda one: one.course.letters[:1],
        "control: alert at every letter": lambda one: one.course.letters,
        "control: count negative words": lambda one: _words(one, thresholds[one.course.language]),
        "ceiling: labelled signs, our fold": lambda one: raised(with_labelled_signs(one)),
    }


def _left_out(cases: Sequence[Case]) -> dict[str, Rule]:
    from benchmarks.leave_one_out import fitted_without, left_out  # what fits needs the extra "training"
    from training.left_out import reader_without

    found = left_out(cases, reader_without, fitted_without(cases))
    return {name: partial(_noted, by_story) for name, by_story in found.items()}


def _read_anew(cases: Sequence[Case]) -> list[Case]:
    from training.left_out import reader_without

    return [read_anew(one, reader_without) for one in cases]


def _noted(by_story: Mapping[str, Sequence[datetime]], one: Case) -> Sequence[datetime]:
    return by_story[one.course.id]


def _words(one: Case, threshold: float) -> list[datetime]:
    counts = [negative_words.count(row["text"], one.course.language) for row in one.labels["messages"]]
    return negative_words.crossings(counts, one.course.letters, threshold)


def _best_threshold(cases: Sequence[Case], language: str) -> float:
    own = [one for one in cases if one.course.language == language]
    tried = [half / 2 for half in range(1, 41)]
    return max(tried, key=lambda t: total(judge(one.course, _words(one, t)) for one in own).f1)


def scores(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """Return the scores over all stories, and by language."""
    rows = list(outcomes)
    return {part: total(row for row in rows if part in ("all", row.language)) for part in PARTS}


def line(name: str, part: str, one: Score) -> str:
    """Return one score as a line of the table."""
    return (
        f"{name:36} {part:4} {one.hits:2}/{one.troubled:<2} {one.recall:6.2f} {one.precision:9.2f} {one.f1:5.2f} "
        f"{one.false_in_healthy:2}/{one.healthy:<2} {one.median_lead:10.2f}"
    )


def signs(cases: Sequence[Case]) -> tuple[list[Mark], list[Mark]]:
    """Return the signals found on the whole path, and those marked."""
    found, marked = [], []
    for story in cases:
        texts = {letter.message.id: letter.message.text for letter in story.relationship.letters}
        for letter in story.relationship.letters:
            key = letter.message.id
            found += [Mark(key, one.kind, one.evidence.start, one.evidence.end) for one in shown(letter.signals)]
        for row in story.labels["messages"]:
            for sign in row.get("signs") or []:
                start = texts.get(row["message_id"], row["text"]).find(sign["quote"])
                marked.append(Mark(row["message_id"], sign["kind"], start, start + len(sign["quote"])))
    return found, marked


def report(cases: Sequence[Case], *, each: bool, leave_one_out: bool = False) -> dict[str, object]:
    """Print the tables; return the same as data."""
    data: dict[str, object] = {"version": 1, "stories": len(cases)}
    print(f"{'alerts':36} {'':4} {'hits':5} {'recall':>6} {'precision':>9} {'F1':>5} {'false*':5} {'lead share':>10}")
    alerts: dict[str, object] = {}
    for name, rule in {**rules(cases), **(_left_out(cases) if leave_one_out else {})}.items():
        outcomes = [judge(one.course, rule(one)) for one in cases]
        parts = scores(outcomes)
        alerts[name] = {part: _data(one) for part, one in parts.items()} | {"by_story": list(map(asdict, outcomes))}
        print("\n".join(line(name if part == "all" else "", part, one) for part, one in parts.items()))
        if each and name.startswith("Leopold"):
            print("\n".join(_told(row) for row in outcomes))
    print("* healthy stories with an alert. Thresholds of the word count: the best for these stories, by language.\n")
    by_kind = score(*signs(cases))
    print(table(by_kind))
    if leave_one_out:
        anew = _read_anew(cases)
        print("\nread by readers that never saw the story")
        print(table(score(*signs(anew))))
        for part in ("en", "ru"):
            scored = score(*signs([one for one in anew if one.course.language == part]))
            print(f"{part}: micro F1 {summary(scored)[0]:.3f}")
    data["alerts"] = alerts
    data["signals"] = {kind: one._asdict() for kind, one in by_kind.items()} | {"micro_f1": summary(by_kind)[0]}
    return data


def _data(one: Score) -> Mapping[str, float]:
    return asdict(one) | {"recall": one.recall, "precision": one.precision, "f1": one.f1}


def _told(row: Outcome) -> str:
    verdict = "false" if row.false and not row.troubled else "hit" if row.hit else "miss" if row.troubled else "quiet"
    early = ", early" if row.false and row.troubled else ""
    return f"    {row.id}: {verdict}{early}" + (f", lead {row.lead:.2f}" if row.hit else "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 with one line when a folder holds no story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--stories", action="store_true", help="say what became of each story")
    parser.add_argument("--leave-one-out", action="store_true", help="fit the weights on the other stories, too")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as work:
        try:
            cases = [case(home) for home in homes(options.folders, Path(work))]
        except LeopoldError as error:
            print(error, file=sys.stderr)
            return 1
        data = report(cases, each=options.stories, leave_one_out=options.leave_one_out)
    if options.json:
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
