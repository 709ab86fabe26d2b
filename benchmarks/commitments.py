"""Date phrases: what is read, against what was written down, with controls; and promises (`promises_table`).

    python -m benchmarks.commitments [--stories DIR] [--publish FILE]

Reads our own set of phrases (`benchmarks/phrases`) and, where DIR holds labelled stories, the promises marked in them.
Controls: the reader of days that drafts are coached with, which knows no context; dateparser, where it is installed.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple

import yaml

from benchmarks import sections
from benchmarks.promise_scores import PROMISES_KEY, promises_section
from leopold.coaching.days import named
from leopold.commitments import calendar_of, due
from leopold.languages import LANGUAGES, Language
from leopold.signals.sentences import fold

HERE: Final = Path(__file__).parent
SETS: Final = ("dev", "kept")
KEY: Final = "commitments:dates"


class Phrase(NamedTuple):
    """A sentence, the day on which it was written, and the day that is due by it; None for none."""

    text: str
    written: date
    language: Language
    country: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Score:
    """How many phrases got the right answer, a wrong date, or none where one was due; median time in ms."""

    right: int
    wrong: int
    missed: int
    milliseconds: float


Reader = Callable[[Phrase], date | None]


def phrases(name: str) -> list[Phrase]:
    """Return our own set of that name, `dev` or `kept`, in both languages."""
    found = []
    for language in LANGUAGES:
        for line in (HERE / "phrases" / f"{name}_{language}.tsv").read_text(encoding="utf-8").splitlines():
            written, country, meant, text = line.split("\t")
            day = None if meant == "-" else date.fromisoformat(meant)
            found.append(Phrase(text, date.fromisoformat(written), language, None if country == "-" else country, day))
    return found


def story_phrases(folder: Path) -> list[Phrase]:
    """Return the promises with a due date that are marked in labelled stories, as phrases."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        for letter in story["messages"]:
            written = datetime.fromisoformat(str(letter["at"])).date()
            found += [
                Phrase(promise["quote"], written, story["language"], None, promise["due"])
                for promise in letter.get("commitments") or []
                if promise.get("due")
            ]
    return found


def leopold(phrase: Phrase) -> date | None:
    """Read a phrase with our own grammar."""
    calendar = None if phrase.country is None else calendar_of(phrase.country)
    found = due(phrase.text, phrase.written, phrase.language, calendar)
    return found.date if found else None


def without_context(phrase: Phrase) -> date | None:
    """Read a phrase as the last day that it names, whatever stands around it."""
    days = [one.day for one in named(fold(phrase.text), phrase.written) if one.day]
    return days[-1] if days else None


def _never(_: Phrase) -> date | None:
    return None


def peer() -> Reader | None:
    """Return dateparser's search as a reader; None where it is not installed."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None

    def read(phrase: Phrase) -> date | None:
        base = datetime.combine(phrase.written, datetime.min.time()) + timedelta(hours=10)
        wanted = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
        found = search(phrase.text, languages=[phrase.language], settings=wanted)
        return found[-1][1].date() if found else None

    return read


def judged(rows: Iterable[Phrase], read: Reader = leopold) -> Score:
    """Return how a reader does on phrases."""
    right = wrong = missed = 0
    times = []
    for row in rows:
        start = perf_counter()
        found = read(row)
        times.append(perf_counter() - start)
        right += found == row.due
        wrong += found is not None and found != row.due
        missed += found is None and row.due is not None
    return Score(right, wrong, missed, 1000 * median(times))


def dates_table(sets: dict[str, list[Phrase]]) -> str:
    """Return the table of date phrases as Markdown."""
    readers: dict[str, Reader | None] = {
        "Leopold": leopold,
        "control: no date ever": _never,
        "control: last day named, no context": without_context,
        "dateparser.search_dates": peer(),
    }
    lines = ["| set | reader | right | wrong date | none where due | ms, median |", "|---|---|---|---|---|---|"]
    for name, rows in sets.items():
        for language in LANGUAGES:
            own = [row for row in rows if row.language == language]
            for who, read in readers.items():
                if read is None:
                    continue
                score = judged(own, read)
                share = f"{score.right}/{len(own)} ({score.right / len(own):.1%})"
                cells = (f"{name} {language}", who, share, score.wrong, score.missed, f"{score.milliseconds:.2f}")
                lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, and publish its section where a document is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, metavar="DIR", help="labelled stories as YAML files")
    parser.add_argument("--publish", type=Path, metavar="FILE", help="put the section into this document")
    options = parser.parse_args(arguments)
    sets = {name: phrases(name) for name in SETS}
    if options.stories:
        sets["stories' promises"] = story_phrases(options.stories)
    text = dates_section(sets)
    print(text)
    told = promises_section(options.stories) if options.stories else ""
    print(f"\n{told}")
    if options.publish:
        sections.put(options.publish, KEY, text)
        if told:
            sections.put(options.publish, PROMISES_KEY, told)
    return 0


def dates_section(sets: dict[str, list[Phrase]]) -> str:
    """Return the section of the document of figures."""
    head = (
        "## Date phrases\n\n`python -m benchmarks.commitments --stories ../shared/stories --publish docs/figures.md`\n"
        "\n"
        "Our own set: 320 invented sentences, half English, half Russian, three in ten without a deadline, written\n"
        "down with their days before there was a grammar. `kept` was not looked at while the grammar changed, but the\n"
        "same hand wrote both halves on one day, so it is no independent test. Stories: the quotes of promises with a\n"
        "due date in the visible labelled stories, which were looked at. A right answer is the day due, or none where\n"
        "none is. Days are read as `docs/dates.md` says.\n\n"
    )
    return head + dates_table(sets)


if __name__ == "__main__":
    sys.exit(main())
