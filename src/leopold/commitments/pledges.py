"""Promises of letters as the forecast takes them."""

from __future__ import annotations

from collections.abc import Sequence

from leopold.commitments.following import Followed
from leopold.forecast.promises import OURS, Pledge
from leopold.model import Evidence


def pledges(followed: Sequence[Followed], organization: str) -> list[Pledge]:
    """Return the promises of a relationship with `organization` that name a day, ours and theirs.

    A promise that a later one took the place of names it, so that the end of that is its own.
    """
    named = {each.promise.act for each in followed if each.promise.due}
    found = []
    for each in followed:
        promise = each.promise
        if promise.due is None:
            continue
        later = next((change.evidence for change in each.changes if change.state == "renegotiated"), None)
        found.append(
            Pledge(
                identity(organization, promise.act),
                OURS if promise.side == "ours" else organization,
                promise.written,
                promise.due,
                tuple((change.on, change.state) for change in each.changes),
                identity(organization, later) if later in named else "",
            )
        )
    return found


def identity(organization: str, act: Evidence) -> str:
    """Return the identity of a promise: whom it is between, and where it stands."""
    return f"{organization} {act.message_id} {act.start}"
