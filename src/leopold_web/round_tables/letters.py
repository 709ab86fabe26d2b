"""Every letter of a round table goes out here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import translation

from leopold_web.notifications import actions
from leopold_web.round_tables.models import RoundTable, Seat


def are_sent() -> bool:
    """Return whether letters go out from this desk; where not, whoever invites passes the links on."""
    return actions.is_on()


def send(kind: str, seat: Seat, now: datetime, key: str, **context: Any) -> None:
    """Send a letter of `kind` to who sits at `seat`, in their language; a second one under the same `key` is not sent.

    Kinds: table_invitation (link, expires), table_turn (stage, deadline), table_reminder (stage, deadline), table_code
    (code, expires), table_closed (ending), table_signed. Every one also has subject, host, name, seat (the address of
    the seat). Whose turn it is, a guest is told only once they have taken their seat.
    """
    if kind == "table_turn" and not _has_sat_down(seat):
        return
    table = seat.table
    known = {
        "subject": table.subject,
        "host": table.host,
        "name": seat.name,
        "seat": table.address.rstrip("/") + reverse("seat", args=[seat.code]),
    }
    with translation.override(seat.language):
        if "stage" in context:
            context["stage"] = str(RoundTable.Stage(context["stage"]).label)
        if "ending" in context:
            context["ending"] = str(RoundTable.Ending(context["ending"]).label).lower()
    actions.send(kind, seat.email, seat.language, known | context, f"{kind}:{seat.code}:{key}", now)


def _has_sat_down(seat: Seat) -> bool:
    return seat.user_id is not None or seat.invitations.filter(bound_at__isnull=False).exists()
