"""What an analysis finds of promises, as rows: those that letters seem to hold, and conflicts of expectations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from leopold import model
from leopold.commitments.expectations import Conflict, conflicts
from leopold.commitments.finding import Promise, promised
from leopold.commitments.following import Change, Entered, Followed, changes_of
from leopold_web.commitments import following
from leopold_web.commitments.models import ExpectationConflict, FoundPromise
from leopold_web.relationships.models import Relationship
from leopold_web.relationships.rows import evidence_row
from leopold_web.storage import key_of, synchronise


@dataclass(frozen=True, slots=True)
class Reading:
    """What letters hold of promises: each with what became of it, and where the two sides expect different things.

    `entered` is what they tell of promises that none of them holds, by their numbers.
    """

    followed: tuple[Followed, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    entered: Mapping[int, tuple[Change, ...]] = field(default_factory=dict)


def read(found: model.Relationship, until: datetime, entered: Mapping[int, Entered]) -> Reading:
    """Return what the letters and the ledger of one relationship hold of promises, as known at `until`.

    All are followed together: a promise of a letter may take the place of one that was entered.
    """
    promises = promised(found)
    every = changes_of(found, [*promises, *entered.values()], until.date())
    told = zip(entered, every[len(promises) :], strict=True)
    return Reading(
        tuple(Followed(one, changes) for one, changes in zip(promises, every, strict=False) if changes is not None),
        conflicts(found, promises),
        {pk: changes for pk, changes in told if changes},
    )


def write(row: Relationship, reading: Reading) -> None:
    """Make the promises and conflicts of one relationship those of `reading`. To be called within a transaction.

    A promise that is found again keeps its number.
    """
    rows = _promises(row, reading.followed)
    _conflicts(row, reading.conflicts)
    following.write(row, rows, reading.entered)


def key_of_promise(promise: Promise) -> str:
    """Return what a promise is known by in every analysis: its letter, and where in it it begins."""
    return key_of(f"{promise.act.message_id} {promise.act.start}")


def _promises(row: Relationship, followed: Sequence[Followed]) -> list[FoundPromise]:
    wanted = [
        FoundPromise(
            relationship=row,
            key=key_of_promise(one.promise),
            side=one.promise.side,
            owner=one.promise.who,
            to=", ".join(one.promise.to),
            what=one.promise.act.quote,
            condition=one.promise.condition.quote if one.promise.condition else "",
            written=one.promise.written,
            due=one.promise.due,
            probability=one.promise.probability,
            evidence=evidence_row(one.promise.act),
            request=evidence_row(one.promise.request) if one.promise.request else None,
            changes=[following.change_row(each) for each in one.changes],
            state=one.state,
        )
        for one in followed
    ]
    return synchronise(row.found_promises.all(), wanted, lambda each: each.key)


def _conflicts(row: Relationship, found: Sequence[Conflict]) -> None:
    wanted = [
        ExpectationConflict(
            relationship=row,
            key=key_of(
                f"{one.kind} {one.promise.message_id} {one.promise.start} "
                f"{one.expectation.message_id} {one.expectation.start}"
            ),
            kind=one.kind,
            side=one.side,
            promise=evidence_row(one.promise),
            expectation=evidence_row(one.expectation),
            promised=one.promised,
            expected=one.expected,
        )
        for one in found
    ]
    synchronise(row.expectation_conflicts.all(), wanted, lambda each: each.key)
