"""What promises were worth before: of each open one when it will be, of each other side what its dates were worth.

Learnt from the promises that people of this desk confirmed or entered, of both sides, and from what became of them.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.cache import cache
from django.utils import timezone

from leopold.forecast.lateness import Expectation
from leopold.forecast.promises import OURS, Check, Pledge, PledgeForecast, PledgeState, Promises, check_of
from leopold_web.accounts.models import Workspace
from leopold_web.commitments.folding import Step, fold, step_of
from leopold_web.commitments.models import Commitment, CommitmentChange, State
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables.models import RoundTable

KEPT: Final = 24 * 3600
"""Seconds for which what was learnt is kept, unless a promise changes sooner."""
STATES: Final[dict[str, PledgeState]] = {
    State.OPEN: "open",
    State.KEPT: "kept",
    State.LATE: "late",
    State.BROKEN: "broken",
    State.CANCELLED: "cancelled",
    State.RENEGOTIATED: "renegotiated",
}
"""What the forecast calls the states of a promise."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What was learnt from the promises of one desk by one day.

    `checks` by what a counterparty is known by, `forecasts` by the number of an open promise.
    """

    checks: dict[str, Expectation]
    forecasts: dict[str, PledgeForecast]


def forecast_of(promise: Commitment) -> PledgeForecast | None:
    """Return what is expected of a promise; None of one that is over, or of which nothing can be said."""
    found = outlook_of(promise.workspace).forecasts.get(str(promise.pk))
    return found if found is not None and found.expected is not None else None


def check_of_promise(promise: Commitment) -> Check | None:
    """Return what the dates of whoever made a promise of theirs were worth before; None where there were none."""
    if promise.side != Commitment.Side.THEIRS:
        return None
    expectation = _expectation(promise.workspace, promiser_of(promise))
    if expectation is None or promise.due is None:
        return Check(expectation, None, None) if expectation else None
    return check_of(expectation, promise.promised_on or promise.workspace.today(), promise.due)


def check_of_relationship(relationship: Relationship) -> Expectation | None:
    """Return what the dates of the other side of a relationship were worth; None where none has come to its end."""
    return _expectation(relationship.workspace, relationship.organization.key)


def before_signing(table: RoundTable) -> Expectation | None:
    """Return what the dates of the other side were worth, for our people to know before they sign at a table."""
    return check_of_relationship(table.relationship) if table.relationship and table.is_open else None


def _expectation(workspace: Workspace, promiser: str) -> Expectation | None:
    found = outlook_of(workspace).checks.get(promiser)
    return found if found is not None and found.n else None


def outlook_of(workspace: Workspace) -> Outlook:
    """Return what was learnt from the promises of a desk, anew where any of them has changed."""
    today = workspace.today()
    pledges = pledges_of(workspace)
    digest = hashlib.blake2b(f"{today} {pledges!r}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    key = f"promise-outlook-1:{workspace.pk}:{digest}"
    known = cache.get(key)
    if isinstance(known, Outlook):
        return known
    found = _learnt(pledges, today)
    cache.set(key, found, KEPT)
    return found


def _learnt(pledges: list[Pledge], today: date) -> Outlook:
    learnt = Promises(pledges, today)
    theirs = {each.promiser for each in pledges if each.promiser != OURS}
    checks = {promiser: learnt.check(promiser).expectation for promiser in sorted(theirs)}
    return Outlook(checks, {each.pledge.identity: each for each in learnt.forecasts()})


def promiser_of(promise: Commitment) -> str:
    """Return what the forecast knows who promised by: nothing for us, else the counterparty, or the name given."""
    return OURS if promise.side == Commitment.Side.OURS else promise.about or promise.owner


def pledges_of(workspace: Workspace) -> list[Pledge]:
    """Return the promises of a desk that name a day, held against the day that was promised at first."""
    changes: defaultdict[int, list[CommitmentChange]] = defaultdict(list)
    counting = CommitmentChange.objects.filter(
        commitment__workspace=workspace, refused=False, taken_back_at=None
    ).order_by("on", "pk")
    for change in counting:
        changes[change.commitment_id].append(change)
    known = workspace.commitments.exclude(side=Commitment.Side.NEITHER).exclude(due=None).order_by("pk")
    found = (_pledge(each, changes[each.pk]) for each in known)
    return [each for each in found if each is not None]


def _pledge(promise: Commitment, changes: Iterable[CommitmentChange]) -> Pledge | None:
    due = promise.first_due or promise.due
    made = promise.promised_on or timezone.localdate(promise.made_at)
    told = tuple(_states(due, changes)) if due else ()
    # Of one that ended without a word here, as at another desk, nobody knows when.
    if due is None or due < made or (not told and promise.state != State.OPEN):
        return None
    return Pledge(str(promise.pk), promiser_of(promise), made, due, told)


def _states(due: date, changes: Iterable[CommitmentChange]) -> Iterator[tuple[date, PledgeState]]:
    steps: list[Step] = []
    last: PledgeState = "open"
    for each in changes:
        steps.append(step_of(each))
        known = fold(due, steps)
        state = STATES[known.state]
        if state == "kept" and known.due and min(each.on, known.due) > due:
            # Kept on a day that was moved is late by the first one.
            state = "late"
        if state != last:
            yield each.on, state
            last = state
