"""A world that repeats itself: clock, random bits and numbers of rows are the same in every play.

So nothing has to be left out, or made alike by hand, when two plays are compared byte by byte.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from leopold_web.round_tables import checking, sealing
from leopold_web.round_tables.models import Seat

from .table_play import START

SAVEPOINT = re.compile(r'"?s\d+_x\d+"?')
"""The name of a savepoint, which names a thread and a count of this process."""
HIDDEN = {
    "round_tables_privateanswers": {"sealed"},
    "round_tables_checkanswers": {"sealed"},
    "round_tables_acceptance": {"sealed"},
    "round_tables_improvementreply": {"sealed"},
    "round_tables_seat": {"move_word"},
}
"""The columns in which sealed things lie that may differ; of these the lengths alone are compared."""


@dataclass
class World:
    """The moment, random bits, what was logged, and what was unsealed: (seat, kind)."""

    now: datetime = START
    random: Random = field(default_factory=lambda: Random(7))
    log: list[str] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)

    def time(self) -> float:
        """Return the moment in seconds."""
        return self.now.timestamp()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let what may or may not be done within draw no random bits from those of all others."""
        before = self.random.getstate()
        try:
            yield
        finally:
            self.random.setstate(before)

    def token(self, length: int = 32) -> str:
        """Return random bits as text."""
        return self.random.randbytes(length).hex()

    def open_sealed(self, seat: Seat, kind: str, sealed: bytes) -> Any:
        """Unseal, and note what was unsealed."""
        self.opened.append((seat.number, kind))
        return _open_sealed(seat, kind, sealed)


_open_sealed = sealing.open_sealed


class _Log(logging.Handler):
    def __init__(self, world: World) -> None:
        super().__init__(logging.DEBUG)
        self.world = world
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.world.log.append(self.format(record))


@contextmanager
def still() -> Iterator[World]:
    """Let time stand still but for `World.now`, and random bits repeat themselves; afterwards all is taken back."""
    checking.typeset.cache_clear()
    world, root = World(), logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    with pytest.MonkeyPatch.context() as patch, undone():
        patch.setattr(timezone, "now", lambda: world.now)
        patch.setattr(time, "time", world.time)
        patch.setattr(secrets, "token_bytes", world.random.randbytes)
        patch.setattr(secrets, "token_hex", world.token)
        patch.setattr(secrets, "token_urlsafe", world.token)
        patch.setattr(secrets, "randbelow", world.random.randrange)
        patch.setattr(secrets, "choice", world.random.choice)
        patch.setattr(os, "urandom", world.random.randbytes)
        patch.setattr(sealing, "open_sealed", world.open_sealed)
        root.handlers = [_Log(world)]
        root.setLevel(logging.DEBUG)
        rewind()
        try:
            yield world
        finally:
            root.handlers = handlers
            root.setLevel(level)


@contextmanager
def undone() -> Iterator[None]:
    """Take back all that is done to the database within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def rewind() -> None:
    """Let new rows get the numbers that they got in the play before: where numbers are not taken back with rows."""
    models = apps.get_models(include_auto_created=True)
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(command)


@contextmanager
def queries() -> Iterator[list[str]]:
    """Note what the database is asked, without the values."""
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(SAVEPOINT.sub("", sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return all that the database keeps, by table; of what may be sealed and differ the length alone."""
    found = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)} ORDER BY 1")
            columns = [each[0] for each in cursor.description]
            hidden = HIDDEN.get(name, set())
            found[name] = [
                {column: _plain(value, lengthwise=column in hidden) for column, value in zip(columns, row, strict=True)}
                for row in cursor.fetchall()
            ]
    return found


def _plain(value: Any, *, lengthwise: bool) -> Any:
    if lengthwise and value is not None:
        return len(value)
    return bytes(value) if isinstance(value, memoryview) else value
