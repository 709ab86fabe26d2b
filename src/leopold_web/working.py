"""The worker: it does what is queued, and every now and then looks for work whose worker died."""

from __future__ import annotations

import logging
import secrets
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from django.db import connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from leopold.errors import LeopoldError
from leopold.languages import of_user
from leopold_web import orphans
from leopold_web.accounts.models import Workspace
from leopold_web.commitments import reminders
from leopold_web.inbox import jobs
from leopold_web.inbox.actions import request_daily_analysis, start_import
from leopold_web.inbox.models import Import
from leopold_web.notifications import delivery
from leopold_web.receivables.acting import ticking as asking
from leopold_web.round_tables.actions import ticking

log = logging.getLogger(__name__)

TICK: Final = 15.0
"""Seconds between two looks for dead and due work."""
POLL: Final = 0.2


def new_worker(*, batch: bool) -> Worker:
    """Return a worker for all queues; in a batch it stops when nothing is left to do."""
    return Worker(
        queue_names=["*"],
        interval=POLL,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=secrets.token_hex(16),
        excluded_queue_names=[],
    )


def work(*, batch: bool = False) -> None:
    """Do what is queued until told to stop, or, in a batch, until nothing is left."""
    worker = new_worker(batch=batch)
    worker.configure_signals()
    if batch:
        ticking.tick(timezone.now())
        reminders.tick(timezone.now())
        asking.tick(timezone.now())
        delivery.tick(timezone.now())
        jobs.tick()
    else:
        orphans.end_with_parent()
        threading.Thread(target=_look, daemon=True).start()
    worker.run()


def import_and_wait(letters: Sequence[Path], ledger: Sequence[Path], ours: Sequence[str]) -> int:
    """Import files of this machine into the one workspace, with words on standard error about how far it is."""
    workspace = Workspace.objects.order_by("pk").first()
    if workspace is None:
        raise LeopoldError("no_workspace")
    if ours:
        workspace.own_domains = list(ours)
        workspace.save(update_fields=["own_domains"])
    made = start_import(workspace, letters, ledger)
    # A daemon, so that whoever interrupts the command twice is not kept waiting by it.
    watcher = threading.Thread(target=follow, args=(made.pk,), daemon=True)
    watcher.start()
    while not made.rests:
        # A fault leaves the work waiting for another attempt, which no other worker may be there to begin.
        work(batch=True)
        watcher.join(POLL)
        made.refresh_from_db()
    watcher.join()
    for refusal in made.refusals.all():
        print(f"{refusal.source}:{refusal.position}: {refusal.said(of_user())}", file=sys.stderr)
    for doubt in made.doubts.all():
        print(f"{doubt.place}: {doubt.said(of_user())}", file=sys.stderr)
    if fault := made.why:
        raise LeopoldError(fault.kind, **fault.values)
    if waiting := [source.name for source in made.sources.filter(asks=True)]:
        raise LeopoldError("import_asks", source=", ".join(waiting))
    return 0


def follow(pk: int) -> Import:
    """Tell how far an import is until it is over, and return it."""
    told = ""
    try:
        while True:
            made = Import.objects.get(pk=pk)
            words = f"{made.state}: {made.read} letters, {made.duplicates} copies, {made.refused} refused"
            if made.relationships_total:
                words += f"; {made.relationships_done} of {made.relationships_total} relationships"
            if words != told:
                print(words, file=sys.stderr, flush=True)
            if made.rests:
                return made
            told = words
            time.sleep(POLL)
    finally:
        connection.close()


def _look() -> None:
    """Look for dead and due work, at once and then regularly."""
    while True:
        try:
            request_daily_analysis()
            jobs.tick()
            ticking.tick(timezone.now())
            reminders.tick(timezone.now())
            asking.tick(timezone.now())
            delivery.tick(timezone.now())
        except Exception:
            log.exception("the look for dead and due work failed; the next one comes in %.0f s", TICK)
        finally:
            connection.close()
        time.sleep(TICK)
