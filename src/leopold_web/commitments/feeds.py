"""Addresses from which a member's calendar reads the promises of the desk: made, shown once, used and revoked."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _

from leopold_web.accounts.gate import workspaces_for
from leopold_web.accounts.models import User, Workspace
from leopold_web.accounts.tokens import BYTES, NOTED, digest
from leopold_web.commitments import gate
from leopold_web.commitments.models import CalendarFeed, Commitment, State
from leopold_web.commitments.vcalendar import Event, calendar
from leopold_web.wording import day

MOST: Final = 10
"""Addresses that one member may hold at a time."""
SHOWN: Final = (State.OPEN, State.BROKEN, State.KEPT, State.LATE)
BACK: Final = timedelta(days=90)
"""How long after its day a promise that is over stays in the calendar."""
EVENTS: Final = 2_000
"""Promises that a calendar holds, those due last."""
TITLE: Final = 200
"""Characters of a promise in the title of its day."""


class TooManyError(Exception):
    """The member holds as many addresses as one may."""


def feeds_of(user: User) -> QuerySet[CalendarFeed]:
    """Return the addresses of `user` that are not revoked, the newest first."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None)


def make(workspace: Workspace, user: User, language: str, now: datetime) -> str:
    """Make an address and return its secret; it is kept nowhere, so this is the one time anybody sees it.

    TooManyError where the member holds as many as one may.
    """
    secret = secrets.token_urlsafe(BYTES)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if feeds_of(user).count() >= MOST:
            raise TooManyError
        CalendarFeed.objects.create(
            workspace=workspace, user=user, token_hash=digest(secret), language=language, created_at=now
        )
    return secret


def revoke(user: User, pk: int, now: datetime) -> None:
    """Let an address of `user` open nothing any more; Http404 where there is none."""
    feed = get_object_or_404(feeds_of(user), pk=pk)
    feed.revoked_at = now
    feed.save(update_fields=["revoked_at"])


def feed_of(secret: str, now: datetime) -> CalendarFeed | None:
    """Return the feed that a secret opens, None for none that is still good, and note that it was used.

    It is good as long as its member works at the desk.
    """
    found = CalendarFeed.objects.select_related("user", "workspace").filter(token_hash=digest(secret), revoked_at=None)
    feed = found.first()
    if feed is None or not workspaces_for(feed.user).filter(pk=feed.workspace_id).exists():
        return None
    if feed.last_used_at is None or feed.last_used_at < now - NOTED:
        CalendarFeed.objects.filter(pk=feed.pk).update(last_used_at=now)
    return feed


def text_of(feed: CalendarFeed, today: date, address: Callable[[Commitment], str]) -> bytes:
    """Return the promises that a feed's member may see, as a calendar; `address` says where the page of each is."""
    with translation.override(feed.language):
        events = [_event(each, address(each)) for each in _promises(feed, today)]
        name = _("Promises, %(desk)s") % {"desk": feed.workspace.name}
        return calendar(name, feed.language, events)


def _promises(feed: CalendarFeed, today: date) -> QuerySet[Commitment]:
    """Return what the calendar shows, each with the moment at which it was last changed as `changed_at`."""
    mine = gate.commitments_for(feed.user).filter(workspace=feed.workspace, state__in=SHOWN, due__isnull=False)
    dated = mine.exclude(due__lt=today - BACK, state__in=(State.KEPT, State.LATE, State.BROKEN))
    latest = dated.annotate(
        told=Max("changes__made_at"), undone=Max("changes__taken_back_at"), corrected=Max("edits__made_at")
    )
    return latest.select_related("relationship__organization").order_by("-due", "-pk")[:EVENTS]


def _event(promise: Commitment, url: str) -> Event:
    moments = [promise.made_at, *(getattr(promise, name) for name in ("told", "undone", "corrected"))]
    if promise.due is None:
        raise ValueError("a promise without a day has no place in a calendar")
    return Event(
        uid=str(uuid.uuid5(uuid.NAMESPACE_OID, f"{promise.workspace_id} {promise.pk} {promise.made_at.isoformat()}")),
        day=promise.due,
        changed_at=max(each for each in moments if each),
        title=_title(promise),
        text="\n".join(_lines(promise)),
        url=url,
    )


def _title(promise: Commitment) -> str:
    what = " ".join(promise.what.split())
    what = what if len(what) <= TITLE else what[: TITLE - 1].rstrip() + "…"
    other = str(promise.relationship) if promise.relationship else promise.to or promise.owner
    said = {
        Commitment.Side.OURS: _("We promised %(name)s: %(what)s") % {"name": other, "what": what},
        Commitment.Side.THEIRS: _("%(name)s promised: %(what)s")
        % {"name": str(promise.relationship or promise.owner), "what": what},
    }
    title = said.get(Commitment.Side(promise.side), f"{promise.owner}: {what}")
    return title if promise.state == State.OPEN else f"{State(promise.state).label}. {title}"


def _lines(promise: Commitment) -> list[str]:
    lines = [promise.what.strip(), f"{promise.owner} → {promise.to}" if promise.to else promise.owner]
    if promise.condition:
        lines.append(f"{_('On condition:')} {promise.condition}")
    if promise.first_due and promise.first_due != promise.due:
        lines.append(_("at first %(day)s") % {"day": day(promise.first_due)})
    if promise.reference:
        lines.append(promise.reference)
    return lines
