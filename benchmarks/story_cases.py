"""A story as the benchmark meets it: files on a disk, scanned like anybody's mail, and the labels beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.alert_scores import Course
from leopold.errors import SourceError
from leopold.model import Evidence, Letter, Organization, Relationship, Signal
from leopold.relationships import analyse
from leopold.relationships.weights import HAND
from leopold.sample import build, stories
from leopold.scanning import scan

AFTERWARDS = timedelta(days=14)
"""How long after its last letter a story is looked at: silence and the ledger may still speak."""


Reader = Callable[[Letter], Letter]
"""Reads a letter anew and returns it with what was read in it."""

ReaderWithout = Callable[[str], Reader]
"""Returns, for the id of a story, a reader that was trained without that story."""


@dataclass(frozen=True, slots=True)
class Case:
    """One story: its course, its labels, and what a scan made of its files, up to `until`."""

    course: Course
    labels: Mapping[str, Any]
    relationship: Relationship
    until: datetime


def homes(places: Sequence[Path], work: Path) -> Iterator[Path]:
    """Yield the folders of built stories; stories as YAML are built below `work` first, the sample when none is named.

    Raises SourceError for a place that holds no story.
    """
    if not places:
        for story in stories():
            yield build(work, story)
    for place in places:
        if any(place.glob("*.yaml")):
            for story in stories(place):
                yield build(work, story)
        elif built := sorted(place.glob("**/labels.json")):
            yield from (labels.parent for labels in built)
        else:
            raise SourceError(f"{place} holds no story: neither *.yaml nor a folder with labels.json")


def case(home: Path) -> Case:
    """Read the files of one built story through the whole path."""
    labels = json.loads((home / "labels.json").read_text(encoding="utf-8"))
    course = course_of(labels)
    day = (course.letters[-1] + AFTERWARDS).date()
    books = [home / name for name in ("invoices.csv", "payments.csv") if (home / name).exists()]
    found = scan([home / "mail.mbox"], ours=[labels["ours"]["domain"]], ledger=books, as_of=day)
    organization = Organization(labels["theirs"]["organization"], (labels["theirs"]["domain"],))
    relationship = next(
        (one for one in found.relationships if set(organization.domains) & set(one.organization.domains)),
        Relationship(organization, labels["kind"], (), (), ()),
    )
    return Case(course, labels, relationship, datetime.combine(day, datetime.max.time(), UTC))


def course_of(labels: Mapping[str, Any]) -> Course:
    """Return the course of a story from its labels."""
    rows = labels["messages"]
    ids = [row["message_id"] for row in rows]
    onset, breakdown = (ids.index(labels[key]) if labels.get(key) else None for key in ("onset", "breakdown"))
    moments = tuple(datetime.fromisoformat(row["at"]).astimezone(UTC) for row in rows)
    return Course(labels["id"], labels["language"], moments, onset, breakdown)


def with_labelled_signs(found: Case) -> Relationship:
    """Return the relationship as it would be if every sign were read as the careful reader marked it, and surely.

    The weights are those by hand: fitted ones make up for what our own readers miss.
    """
    marked = {row["message_id"]: row.get("signs") or [] for row in found.labels["messages"]}
    letters = tuple(_marked(letter, marked.get(letter.message.id, [])) for letter in found.relationship.letters)
    return analyse(replace(found.relationship, letters=letters), found.until, reach=1.0, weights=HAND)


def read_anew(found: Case, reader_without: ReaderWithout | None) -> Case:
    """Return the story as a reader that never saw it reads it; as it is where every reader is the same."""
    if reader_without is None:
        return found
    reader = reader_without(found.course.id)
    relationship = replace(found.relationship, letters=tuple(map(reader, found.relationship.letters)))
    return replace(found, relationship=analyse(relationship, found.until))


def _marked(letter: Letter, signs: Sequence[Mapping[str, str]]) -> Letter:
    placed = [(sign["kind"], letter.message.text.find(sign["quote"]), len(sign["quote"])) for sign in signs]
    signals = tuple(
        Signal(kind, letter.side, 1.0, Evidence.of(letter.message, start, start + length))
        for kind, start, length in placed
        if start >= 0
    )
    return replace(letter, signals=signals)
