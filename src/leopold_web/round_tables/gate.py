"""The one gate to round tables: who may see or change what.

Whoever sits at a table sees what is said openly at it, and of what is private their own alone. Members of the desk who
hold no seat see what is said openly. Nobody else sees anything. No function here or elsewhere gives anybody the
private answers or the sealed acceptance of another seat; the engine alone reads them, in `actions.proposals` and
`actions.acceptance`.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from leopold_web.accounts.gate import workspaces_for
from leopold_web.accounts.models import User
from leopold_web.round_tables import sealing
from leopold_web.round_tables.links import browser_of, digest
from leopold_web.round_tables.models import (
    Invitation,
    PrivateAnswers,
    RefusedLink,
    Remark,
    RoundTable,
    Seat,
    TableIssue,
)
from leopold_web.round_tables.refusals import RefusedError

PARTY = (Seat.Role.PARTY,)
TALKING = (Seat.Role.PARTY, Seat.Role.MEDIATOR)
MEDIATOR = (Seat.Role.MEDIATOR,)


class LinkRefusedError(Exception):
    """A link or a seat that is not for who asks. `reason` is for the log alone."""

    def __init__(self, reason: RefusedLink.Reason, table: RoundTable | None = None) -> None:
        super().__init__(reason)
        self.reason, self.table = reason, table


def tables_for(user: User | AnonymousUser) -> QuerySet[RoundTable]:
    """Return the tables of the desks of `user`, whether they hold a seat there or not."""
    return RoundTable.objects.filter(workspace__in=workspaces_for(user))


def get_table(user: User | AnonymousUser, pk: int) -> RoundTable:
    """Return one table of the desk of `user`, or raise Http404."""
    return get_object_or_404(tables_for(user).select_related("workspace"), pk=pk)


def refused_links_for(user: User | AnonymousUser) -> QuerySet[RefusedLink]:
    """Return the links that were refused at the tables of the desks of `user`."""
    return RefusedLink.objects.filter(table__workspace__in=workspaces_for(user))


def seat_of(request: HttpRequest, code: str) -> Seat:
    """Return the seat `code` if who asks sits there: signed in as its user, or in the browser its link was bound to."""
    seat = Seat.objects.select_related("table__workspace", "user").filter(code=code).first()
    if seat is None:
        raise LinkRefusedError(RefusedLink.Reason.NO_SEAT)
    user = getattr(request, "user", AnonymousUser())
    if seat.user_id is not None:
        if seat.user_id == user.pk and workspaces_for(user).filter(pk=seat.table.workspace_id).exists():
            return seat
        raise LinkRefusedError(RefusedLink.Reason.NO_SEAT, seat.table)
    if is_bound(seat, browser_of(request)):
        return seat
    raise LinkRefusedError(RefusedLink.Reason.NO_SEAT, seat.table)


def is_bound(seat: Seat, browser: str) -> bool:
    """Tell whether a link to this seat, not revoked, was bound to the browser that holds the secret `browser`."""
    given = digest(browser)
    bound = Invitation.objects.filter(seat=seat, revoked_at=None, bound_at__isnull=False)
    return bool(browser) and any(secrets.compare_digest(given, link.browser_hash) for link in bound)


def invitation_of(code: str, token: str, now: datetime) -> Invitation:
    """Return the invitation that a link with `token` to the seat `code` opens, while nobody has used it."""
    link = Invitation.objects.select_related("seat__table__workspace").filter(token_hash=digest(token)).first()
    if link is None or link.seat.code != code:
        raise LinkRefusedError(RefusedLink.Reason.UNKNOWN)
    table = link.seat.table
    if link.revoked_at is not None:
        raise LinkRefusedError(RefusedLink.Reason.REVOKED, table)
    if link.bound_at is not None:
        raise LinkRefusedError(RefusedLink.Reason.OTHER_BROWSER, table)
    if link.expires_at <= now:
        raise LinkRefusedError(RefusedLink.Reason.EXPIRED, table)
    return link


def require(seat: Seat, roles: tuple[Seat.Role, ...]) -> None:
    """Raise RefusedError unless the seat has one of `roles`."""
    if seat.role not in roles:
        raise RefusedError("not_yours")


def own_answers(seat: Seat) -> dict[str, Any]:
    """Return what who sits at `seat` has answered in private, {} before they have; for that very seat alone."""
    kept = PrivateAnswers.objects.filter(seat=seat).first()
    if kept is None or seat.table.sealed_key is None:
        return {}
    found: dict[str, Any] = sealing.open_sealed(seat, "answers", bytes(kept.sealed))
    return found


def remarks_for(seat: Seat | None, issue: TableIssue) -> list[Remark]:
    """Return the discussion of an issue; of what is hidden the text goes to its author and the mediator alone."""
    found = list(issue.remarks.select_related("seat"))
    for remark in found:
        own = seat is not None and (seat.pk == remark.seat_id or seat.role == Seat.Role.MEDIATOR)
        if remark.is_hidden and not own:
            remark.text = ""
    return found
