"""A new table as a member of the desk asks for it: themselves as a party, and the guests whom a form names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from leopold_web.accounts.models import User, Workspace
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables.actions import opening
from leopold_web.round_tables.models import RoundTable, Seat
from leopold_web.wording import language


def start(
    user: User,
    workspace: Workspace,
    subject: str,
    guests: Iterable[Mapping[str, str]],
    now: datetime,
    *,
    address: str,
    relationship: Relationship | None = None,
) -> RoundTable:
    """Open a table at which `user` sits first, then `guests` as `GuestForm` gives them; a row without a name is nobody.

    RefusedError as `opening.open_table`.
    """
    seats = [opening.Sitting(Seat.Role.PARTY, Seat.Side.OURS, user.name or user.email, user.email, language(), user)]
    seats += [_sitting(workspace, row) for row in guests if row.get("name")]
    return opening.open_table(
        workspace,
        subject,
        seats,
        now,
        address=address,
        user=user,
        relationship=relationship,
        languages=sorted({seat.language for seat in seats}),
    )


def _sitting(workspace: Workspace, row: Mapping[str, str]) -> opening.Sitting:
    """Return who is to sit there; one of our own people, known by the address, needs no link."""
    role, _, side = row["kind"].partition(":")
    own = workspace.users.filter(email__iexact=row["email"]).first() if side == Seat.Side.OURS else None
    return opening.Sitting(Seat.Role(role), Seat.Side(side), row["name"], row["email"], row["language"], own)
