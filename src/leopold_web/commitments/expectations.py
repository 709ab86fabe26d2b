"""Expectations side by side: what each side said was promised, with its letters, and where the two contradict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from leopold import words
from leopold_web.accounts.models import User
from leopold_web.commitments import gate, recalling
from leopold_web.commitments.models import Commitment, ExpectationConflict, FoundPromise, State
from leopold_web.commitments.showing import letters_of, quoted
from leopold_web.relationships.models import Relationship
from leopold_web.relationships.quotations import Quotation
from leopold_web.wording import language

MOST: Final = 20
"""Promises of one side that the page shows, the latest."""


@dataclass(frozen=True)
class Conflict:
    """What ours and theirs take differently: what it is about, what each side says, and its words."""

    kind: str
    ours: str
    theirs: str
    ours_quoted: Quotation | None
    theirs_quoted: Quotation | None


@dataclass(frozen=True)
class Entry:
    """A promise as one side gave it: its words in their letter, or as it was entered. `promise` is its number here."""

    what: str
    on: date | None
    due: date | None
    state: str
    label: str
    quotation: Quotation | None
    promise: int | None


def of_relationship(user: User, relationship: Relationship) -> dict[str, Any]:
    """Return what the page shows: the conflicts, and what each side promised, the latest first."""
    conflicts = list(gate.conflicts_for(user).filter(relationship=relationship))
    kept = list(recalling.about(relationship))
    by_key = {each.found_key: each for each in kept if each.found_key}
    waiting = gate.waiting_promises_for(user).filter(relationship=relationship)
    found = [*waiting, *gate.found_promises_for(user).filter(relationship=relationship, key__in=by_key)]
    bare = [each for each in kept if each.found_key not in {one.key for one in found}]
    pieces = [piece for one in conflicts for piece in (one.promise, one.expectation)]
    pieces += [one.evidence for one in found] + [one.evidence for one in bare if one.evidence]
    letters = letters_of({relationship.pk}, pieces)
    entries = {
        side: _entries(
            (each for each in found if each.side == side), (each for each in bare if each.side == side), by_key, letters
        )
        for side in ("ours", "theirs")
    }
    return {
        "conflicts": [_conflict(each, letters) for each in conflicts],
        "sides": [(side, rows[:MOST], max(len(rows) - MOST, 0)) for side, rows in entries.items()],
    }


def _conflict(row: ExpectationConflict, letters: Mapping[Any, Any]) -> Conflict:
    spoken = language()
    said = words.term(row.promised, spoken), quoted(row.relationship_id, row.promise, letters)
    expected = words.term(row.expected, spoken), quoted(row.relationship_id, row.expectation, letters)
    ours, theirs = (said, expected) if row.side == "ours" else (expected, said)
    return Conflict(words.TERMS[spoken][row.kind], ours[0], theirs[0], ours[1], theirs[1])


def _entries(
    found: Iterable[FoundPromise],
    bare: Iterable[Commitment],
    by_key: Mapping[str, Commitment],
    letters: Mapping[Any, Any],
) -> list[Entry]:
    rows = [_found(each, by_key.get(each.key), letters) for each in found]
    rows += [_kept(each, letters) for each in bare]
    return sorted(rows, key=lambda each: (each.on or date.min, each.due or date.min), reverse=True)


def _found(row: FoundPromise, kept: Commitment | None, letters: Mapping[Any, Any]) -> Entry:
    state, due = (kept.state, kept.due) if kept else (row.state, row.due)
    quotation = quoted(row.relationship_id, row.evidence, letters)
    what = kept.what if kept else row.what
    return Entry(what, row.written, due, state, str(State(state).label), quotation, kept.pk if kept else None)


def _kept(row: Commitment, letters: Mapping[Any, Any]) -> Entry:
    quotation = quoted(row.relationship_id, row.evidence, letters) if row.evidence else None
    return Entry(row.what, row.promised_on, row.due, row.state, str(State(row.state).label), quotation, row.pk)
