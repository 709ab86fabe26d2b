"""What other pages show of promises: those of one relationship, those due now, and what stands on a timeline."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from leopold_web.accounts.models import User
from leopold_web.commitments import checking, gate, listing, showing
from leopold_web.commitments.folding import changes_of
from leopold_web.commitments.models import Commitment, CommitmentChange, State
from leopold_web.commitments.reminders import LATEST
from leopold_web.relationships.models import Relationship
from leopold_web.wording import day, language

SHOWN: Final = 6
"""Promises of a relationship that its page shows of each side, and of those that are over."""
SOON: Final = timedelta(days=2)
MOST: Final = 6
"""Promises that Today shows."""


def about(relationship: Relationship) -> QuerySet[Commitment]:
    """Return the promises of a relationship, also those from before its row was made anew."""
    found = Commitment.objects.filter(workspace=relationship.workspace_id, about=relationship.organization.key)
    return found.select_related("keeper", "agreement", "replaced_by")


def of_relationship(user: User, relationship: Relationship, today: date) -> dict[str, Any]:
    """Return what the page of a relationship shows: how many wait, the open ones of each side, and the last over."""
    known = about(relationship)
    running = known.filter(state=State.OPEN).order_by(F("due").asc(nulls_last=True), "pk")
    parts = (
        (_("Theirs to us"), running.filter(side=Commitment.Side.THEIRS)),
        (_("Ours to them"), running.filter(side=Commitment.Side.OURS)),
        (_("Of neither side"), running.filter(side=Commitment.Side.NEITHER)),
        (_("Over lately"), known.exclude(state=State.OPEN).order_by(F("due").desc(nulls_last=True), "-pk")),
    )
    rows = [(title, showing.rows(found[:SHOWN], today)) for title, found in parts]
    choice = listing.Choice(relationship=relationship.pk)
    waits = listing.waiting(user, choice).count() + len(listing.offers(user, choice))
    check = checking.check_of_relationship(relationship)
    return {
        "waits": waits,
        "parts": rows,
        "any": any(found for _title, found in rows),
        "check": check.said(language()) if check else "",
        "conflicts": gate.conflicts_for(user).filter(relationship=relationship).count(),
    }


def due_now(user: User, today: date) -> dict[str, Any]:
    """Return the open promises due within two days or just past, ours also long past, the first due before."""
    late = Q(due__lt=today, side=Commitment.Side.OURS) | Q(due__lt=today, due__gte=today - LATEST)
    found = gate.commitments_for(user).filter(late | Q(due__gte=today, due__lte=today + SOON), state=State.OPEN)
    rows = found.select_related("relationship__organization", "keeper", "agreement", "replaced_by").order_by(
        "due", "pk"
    )
    return {"rows": showing.rows(rows[:MOST], today), "more": max(rows.count() - MOST, 0)}


def events(relationship: Relationship) -> list[tuple[datetime, str, str, int]]:
    """Return what stands on a timeline of each promise: moment, title, text, and its number."""
    found = []
    for each in about(relationship).prefetch_related("changes"):
        due = pgettext("promises", "due %(day)s") % {"day": day(each.due)} if each.due else ""
        made = _noon(each.promised_on) if each.promised_on else each.made_at
        title = _("Promised by %(name)s") % {"name": each.owner}
        found.append((made, title, " · ".join(filter(None, (each.what, due))), each.pk))
        found += [(_noon(one.on), _title(one), each.what, each.pk) for one in changes_of(each)]
    return found


def _title(change: CommitmentChange) -> str:
    titles = {
        State.KEPT: _("Promise kept"),
        State.LATE: _("Promise kept late"),
        State.BROKEN: _("Promise broken"),
        State.CANCELLED: _("Promise cancelled"),
        State.RENEGOTIATED: _("Promise renegotiated"),
        State.OPEN: _("Promise open again"),
    }
    title = titles[State(change.state)]
    return _("%(what)s, new day: %(day)s") % {"what": title, "day": day(change.due)} if change.due else title


def _noon(of: date) -> datetime:
    return datetime.combine(of, time(12), UTC)
