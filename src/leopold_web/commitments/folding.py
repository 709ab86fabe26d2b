"""What a promise is now: a fold over the changes that people made or accepted, in the order of their days.

Nothing here looks ahead: what is known of a day depends on nothing that came after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from leopold_web.commitments.models import Commitment, CommitmentChange, FoundPromise, State
from leopold_web.storage import key_of

OVER: Final = frozenset((State.KEPT, State.LATE, State.CANCELLED, State.RENEGOTIATED))
"""States that nothing changes any more, unless the change that brought them is taken back."""
RUNNING: Final = (State.OPEN, State.BROKEN)
"""States of promises that letters are still followed for: a broken one may be kept late."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change: the promise became `state` on `on`; `due` is a new day.

    Where a letter tells it, `told`, `on` is the letter's day: what it calls kept may have been kept before.
    """

    state: str
    on: date
    due: date | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a promise: its state, the day it is due, and the day it was due at first where that moved."""

    state: str
    due: date | None
    first_due: date | None = None


def fold(promised: date | None, steps: Iterable[Step]) -> Known:
    """Return what is known of a promise that was due on `promised` once `steps` have come, in their order.

    Kept after its day is late, and so is what was broken before where no day was named. A new day keeps a promise open;
    one that is renegotiated without a day is over, another stands in its place.
    """
    known = Known(State.OPEN, promised)
    for step in steps:
        if known.state not in OVER:
            known = _after(known, step, promised)
    return known


def _after(known: Known, step: Step, promised: date | None) -> Known:
    if step.state == State.RENEGOTIATED and step.due is not None:
        return Known(State.OPEN, step.due, promised)
    if step.state == State.KEPT and not step.told:
        late = step.on > known.due if known.due else known.state == State.BROKEN
        return Known(State.LATE if late else State.KEPT, known.due, known.first_due)
    return Known(step.state, known.due, known.first_due)


def changes_of(commitment: Commitment) -> list[CommitmentChange]:
    """Return the changes that count, in the order of their days."""
    return list(commitment.changes.filter(refused=False, taken_back_at=None).order_by("on", "pk"))


def successor_of(change: CommitmentChange) -> Commitment | None:
    """Return the promise whose own words brought a new day, where the desk keeps that one too; None for none.

    It stands in the place of the old one, which is over then: one promise is not watched twice.
    """
    if change.state != State.RENEGOTIATED or change.evidence is None:
        return None
    old = change.commitment
    key = key_of(f"{change.evidence['message_id']} {change.evidence['start']}")
    later = Commitment.objects.filter(workspace=old.workspace_id, about=old.about, found_key=key)
    return later.exclude(pk=old.pk).first()


def moved_by(found: FoundPromise) -> list[tuple[Commitment, date | None]]:
    """Return the promises whose day the words of `found` moved, each with the day promised at first.

    To be asked before `found` is confirmed or let go, and settled after.
    """
    changes = CommitmentChange.objects.filter(
        commitment__workspace=found.relationship.workspace_id,
        commitment__about=found.relationship.organization.key,
        state=State.RENEGOTIATED,
        evidence__message_id=found.evidence["message_id"],
        evidence__start=found.evidence["start"],
    )
    counting = changes.filter(refused=False, taken_back_at=None).exclude(commitment__found_key=found.key)
    return [(each.commitment, promised_for(each.commitment)) for each in counting.select_related("commitment")]


def step_of(change: CommitmentChange) -> Step:
    """Return a change as the fold takes it."""
    due = None if change.due is None or successor_of(change) else change.due
    return Step(change.state, change.on, due, told=change.evidence is not None)


def promised_for(commitment: Commitment) -> date | None:
    """Return the day that was promised at first, None where none was. To be asked before a change is written."""
    moved = any(each.state == State.RENEGOTIATED and step_of(each).due for each in changes_of(commitment))
    return commitment.first_due if moved else commitment.due


def known_on(commitment: Commitment, day: date) -> Known:
    """Return what was known of a promise on the evening of a day."""
    steps = [step_of(each) for each in changes_of(commitment) if each.on <= day]
    return fold(promised_for(commitment), steps)


def settle(commitment: Commitment, promised: date | None) -> None:
    """Write what the changes of a promise make of it, which was due on `promised` at first.

    The state of one of which nobody here has said anything stays as it came, as from another desk.
    """
    steps = [step_of(each) for each in changes_of(commitment)]
    known = fold(promised, steps)
    if steps or commitment.changes.exists():
        commitment.state = known.state
    if commitment.state == State.OPEN and commitment.replaced_by_id:
        commitment.state = State.CANCELLED
    commitment.due, commitment.first_due = known.due, known.first_due
    commitment.save(update_fields=["state", "due", "first_due"])
