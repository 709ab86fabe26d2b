"""What was private is erased once a table is closed, on request or by rule; what was signed stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction

from leopold_web.round_tables.actions.machine import hold
from leopold_web.round_tables.models import (
    Acceptance,
    CheckAnswers,
    ImprovementReply,
    PrivateAnswers,
    RoundTable,
    Seat,
    SeatPhrase,
)
from leopold_web.round_tables.refusals import RefusedError


def request(seat: Seat, now: datetime) -> None:
    """Erase, for a party of a closed table, all that is private at it."""
    if not seat.is_party:
        raise RefusedError("not_yours")
    erase(seat.table_id, now)


def erase(pk: int, now: datetime) -> None:
    """Delete the sealed answers of a closed table, and the only key that could open a copy of them.

    SQLite overwrites what it deletes, and is told to empty its journal. Backups made before keep what they hold.
    """
    with transaction.atomic():
        table = hold(pk)
        if table.is_open:
            raise RefusedError("still_open")
        PrivateAnswers.objects.filter(seat__table=table).delete()
        CheckAnswers.objects.filter(seat__table=table).delete()
        Acceptance.objects.filter(round__table=table).delete()
        ImprovementReply.objects.filter(improvement__table=table).delete()
        SeatPhrase.objects.filter(seat__table=table).delete()
        table.seats.update(move_word=None)
        if table.sealed_key is not None:
            table.sealed_key, table.erased_at = None, now
            table.save()
        transaction.on_commit(_empty_journal)


def _empty_journal() -> None:
    """Let SQLite forget what it wrote down before it wrote it into its file."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def due(now: datetime) -> list[int]:
    """Return the tables whose private answers are to be erased by rule."""
    closed = RoundTable.objects.filter(closed_at__isnull=False, sealed_key__isnull=False)
    return [table.pk for table in closed if (table.closed_at or now) + timedelta(days=table.erase_after_days) <= now]
