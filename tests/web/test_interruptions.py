"""kill -9 at any point of an import, and again: in the end the database holds what one clean run leaves in it."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from .conftest import STORIES, Installation

KILL_AT = Path(__file__).with_name("kill_at.py")
# When it happened, how often it was tried and by whom: what a second run may do differently.
OF_THE_RUN = {
    "password",
    "created_at",
    "analysis",
    "started_at",
    "finished_at",
    "joined_at",
    "set_up_at",
    "attempts",
    "heartbeat",
    "task",
}
# Digests over numbers of rows, some of which a transaction that came to nothing uses up on PostgreSQL.
OF_NUMBERS = {"receivables_ledgerstate": {"inputs", "matched"}}
POINTS = [
    "leopold_web.inbox.reading:size:2",  # before the first chunk
    "leopold_web.inbox.letters:create:3",  # within a chunk's transaction
    "leopold_web.receivables.taking:note_change:2",  # within a ledger's transaction
    "leopold_web.receivables.matching:create:1",  # within the transaction of the bookings
    "leopold_web.relationships.actions:gathered:1",  # between reading and analysis
    "leopold_web.relationships.rows:_signals:2",  # within a relationship's transaction
    "leopold_web.commitments.finding:_conflicts:2",  # within that transaction, its promises written
    "leopold_web.relationships.actions:write:3",  # between two relationships
]

SET_UP = """
import django, sys
from pathlib import Path
django.setup()
from leopold_web.accounts.actions import create_owner
from leopold_web.accounts.models import Workspace
from leopold_web.inbox.actions import start_import
create_owner(email="a@x.example", password=None, name="A", company="X", own_domains=sys.argv[1].split(","))
workspace = Workspace.objects.get()
workspace.as_of = "2026-04-15"
workspace.save()
workspace.refresh_from_db()
homes = [Path(home) for home in sys.argv[2:]]
letters = [home / "mail.mbox" for home in homes]
start_import(workspace, letters, [home / f"{name}.csv" for home in homes for name in ("invoices", "payments")])
"""
OURS = "fernhillstudio.example,severgrid.example,tidewater-integration.example"


def dump(desk: Installation) -> dict[str, list[dict[str, Any]]]:
    """Return every row of the desk's own tables, numbers replaced by ranks, without what belongs to the run."""
    tables = [model for model in apps.get_models() if model.__module__.startswith("leopold_web.")]
    rows = {model._meta.db_table: read(desk, model) for model in tables}
    ranks = {
        table: {row["id"]: rank for rank, row in enumerate(found)}
        for table, found in rows.items()
        if found and "id" in found[0]
    }
    for model in tables:
        references = {
            field.column: field.related_model._meta.db_table
            for field in model._meta.concrete_fields
            if isinstance(field, models.ForeignKey)
        }
        for row in rows[model._meta.db_table]:
            for column, table in references.items():
                if row[column] is not None:
                    row[column] = ranks[table][row[column]]
    for found in rows.values():
        for row in found:
            row.pop("id", None)
    return rows


def read(desk: Installation, model: type[models.Model]) -> list[dict[str, Any]]:
    left_out = OF_THE_RUN | OF_NUMBERS.get(model._meta.db_table, set())
    names = [field.column for field in model._meta.concrete_fields if field.name not in left_out]
    columns = ", ".join(f'"{name}"' for name in names)
    found = desk.rows(f'SELECT {columns} FROM "{model._meta.db_table}" ORDER BY "{model._meta.pk.column}"')
    return [dict(zip(names, row, strict=True)) for row in found]


@pytest.fixture(scope="module")
def asked(installation: Callable[..., Installation], sample: dict[str, Path]) -> Callable[[], Installation]:
    """Make installations that wait for their worker with one import."""
    first = installation()
    homes = [sample[name] for name in STORIES]
    first.python("-c", SET_UP, OURS, *homes, DJANGO_SETTINGS_MODULE="leopold_web.settings")
    return lambda: installation(first)


@pytest.fixture(scope="module")
def clean(asked: Callable[[], Installation]) -> dict[str, list[dict[str, Any]]]:
    """What one run without interruption leaves."""
    desk = asked()
    desk.run("worker", "--batch")
    return dump(desk)


@pytest.mark.parametrize("point", POINTS)
def test_it_ends_as_a_clean_run_after_kill_9(
    asked: Callable[[], Installation], clean: dict[str, list[dict[str, Any]]], point: str
) -> None:
    desk = asked()
    killed = desk.python(KILL_AT, point, check=False, DJANGO_SETTINGS_MODULE="leopold_web.settings")
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert desk.rows("SELECT state FROM inbox_jobrun") == [("running",)]
    assert "1 started" in desk.run("tick", "--dead-after", "0").stderr
    desk.run("worker", "--batch")
    assert desk.rows("SELECT state, fault FROM inbox_import") == [("done", None)]
    again = dump(desk)
    assert {table: len(found) for table, found in again.items()} == {
        table: len(found) for table, found in clean.items()
    }
    assert again == clean


def test_it_has_something_to_compare(clean: dict[str, list[dict[str, Any]]]) -> None:
    filled = {table for table, rows in clean.items() if rows}
    assert filled >= {
        "inbox_rawletter",
        "relationships_message",
        "relationships_signal",
        "relationships_healthpoint",
        "relationships_alert",
        "commitments_foundpromise",
        "receivables_invoice",
        "receivables_payment",
        "receivables_booking",
    }


def test_it_gives_up_on_what_kills_every_worker(asked: Callable[[], Installation]) -> None:
    desk = asked()
    desk.rows("UPDATE inbox_jobrun SET state = 'running', attempts = 5, heartbeat = '2026-01-01'")
    desk.run("tick")
    why = "its worker died each time it was tried; look into the log, then import again"
    assert desk.rows("SELECT state, error FROM inbox_jobrun") == [("failed", why)]
    ((state, fault),) = desk.rows("SELECT state, fault FROM inbox_import")
    assert (state, "worker_died" in str(fault)) == ("failed", True)
