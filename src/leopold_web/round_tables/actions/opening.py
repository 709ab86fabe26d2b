"""Open a table, and lead to their seats those who were invited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from leopold_web.accounts.models import User, Workspace
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables import gate, letters, links, sealing
from leopold_web.round_tables.actions import machine, phrases
from leopold_web.round_tables.actions.forgetting import forget
from leopold_web.round_tables.models import Invitation, RoundTable, Seat, SeatPhrase
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who is to sit at a new table. `user` is one of our own people, who need no link."""

    role: Seat.Role
    side: Seat.Side
    name: str
    email: str
    language: str
    user: User | None = None


def open_table(
    workspace: Workspace,
    subject: str,
    seats: Sequence[Sitting],
    now: datetime,
    *,
    address: str,
    user: User | None,
    relationship: Relationship | None = None,
    languages: Sequence[str] = ("en",),
    round_limit: int = 3,
    side: str = "ours",
    follows: RoundTable | None = None,
) -> RoundTable:
    """Open a table and invite everybody; `address` is where this desk is reached, `languages` those of the protocol.

    RefusedError unless there are two to five parties and at most one mediator.
    """
    roles = [seat.role for seat in seats]
    if not 2 <= roles.count(Seat.Role.PARTY) <= 5 or roles.count(Seat.Role.MEDIATOR) > 1:
        raise RefusedError("too_few_parties")
    if relationship is not None and relationship.workspace_id != workspace.pk:
        raise RefusedError("other_relationship")
    with transaction.atomic():
        table = RoundTable(
            workspace=workspace,
            relationship=relationship,
            subject=machine.text_of(subject, 200),
            host=workspace.name,
            address=address,
            languages=list(languages),
            opened_by=user,
            opened_by_side=side,
            opened_at=now,
            follows=follows,
            round_limit=round_limit,
        )
        table.sealed_key = sealing.new_key(table)
        clean(table).save()
        for number, sitting in enumerate(seats, 1):
            _seat(table, number, sitting)
        machine.enter(table, RoundTable.Stage.FACTS, now)
        for seat in table.seats.filter(user=None):
            invite(seat, now)
    return table


def open_again(seat: Seat, subject: str, now: datetime) -> RoundTable:
    """Let a party of a closed table, of either side, open another with the same people, once."""
    gate.require(seat, gate.PARTY)
    with transaction.atomic():
        old = machine.hold(seat.table_id)
        if old.is_open:
            raise RefusedError("still_open")
        if RoundTable.objects.filter(follows=old).exists():
            raise RefusedError("there_already")
        return _open_after(old, seat, subject, now)


def _open_after(old: RoundTable, seat: Seat, subject: str, now: datetime) -> RoundTable:
    seats = [
        Sitting(Seat.Role(each.role), Seat.Side(each.side), each.name, each.email, each.language, each.user)
        for each in old.seats.select_related("user")
    ]
    return open_table(
        old.workspace,
        subject,
        seats,
        now,
        address=old.address,
        user=seat.user,
        relationship=old.relationship,
        languages=old.languages,
        round_limit=old.round_limit,
        side=seat.side,
        follows=old,
    )


def invite(seat: Seat, now: datetime) -> str:
    """Send who is to sit at `seat` a new link, and let no earlier one that nobody used open it; return its path.

    A browser that an earlier link was bound to keeps the seat until the new link is used: whoever knows an address
    could otherwise shut its owner out by asking for links.
    """
    token = links.new_secret()
    with transaction.atomic():
        machine.hold(seat.table_id)
        seat.invitations.filter(revoked_at=None, bound_at=None).update(revoked_at=now)
        link = Invitation.objects.create(
            seat=seat,
            token_hash=links.digest(token),
            created_at=now,
            expires_at=now + links.LIFE,
            shown_at_desk=not letters.are_sent(),
        )
        path = links.path_of(seat, token)
        whole = seat.table.address.rstrip("/") + path
        letters.send("table_invitation", seat, now, str(link.pk), link=whole, expires=link.expires_at)
    return path


def ask_again(email: str, now: datetime) -> None:
    """Send new links to every seat at an open table that is held by a link under this address; say nothing of it."""
    seats = Seat.objects.select_related("table").filter(email__iexact=email.strip(), user=None)
    for seat in seats.filter(table__closed_at=None):
        invite(seat, now)


def bind(code: str, token: str, now: datetime, *, phrase: str = "", lost: bool = False) -> tuple[Seat, str]:
    """Use a link: return the seat, and the secret by which the browser is known from now on; once, for one browser.

    Who sits down by a link that members of the desk could see may be one of them. So a party proves by its `phrase`
    that it sat there before; where none was chosen yet, or it was `lost`, what was private at the seat is erased and
    this phrase is chosen. RefusedError for a phrase that is none or wrong, and while the engine works on what is
    private.
    """
    link = gate.invitation_of(code, token, now)
    asked = link.shown_at_desk and link.seat.is_party
    known = asked and not lost and SeatPhrase.objects.filter(seat=link.seat).exists()
    if known:
        phrases.require(link.seat, phrase, now)
    with transaction.atomic():
        link = gate.invitation_of(code, token, now)
        seat = link.seat
        table = machine.hold(seat.table_id)
        browser = links.new_secret()
        unused = Invitation.objects.filter(pk=link.pk, bound_at=None, revoked_at=None)
        if not unused.update(bound_at=now, browser_hash=links.digest(browser)):
            gate.invitation_of(code, token, now)
        seat.invitations.filter(revoked_at=None).exclude(pk=link.pk).update(revoked_at=now)
        if link.shown_at_desk and not known:
            forget(table, seat)
            if asked:
                phrases.replace(table, seat, phrase, now)
    return seat, browser


def revoke(seat: Seat, now: datetime) -> None:
    """Let no link and no browser open this seat any more, until it is invited again."""
    with transaction.atomic():
        machine.hold(seat.table_id)
        seat.invitations.filter(revoked_at=None).update(revoked_at=now)


def _seat(table: RoundTable, number: int, given: Sitting) -> Seat:
    seat = Seat(
        table=table,
        number=number,
        role=given.role,
        side=given.side,
        name=machine.text_of(given.name, 200),
        email=given.email.strip().lower(),
        language=given.language,
        user=given.user,
    )
    clean(seat).save()
    return seat
