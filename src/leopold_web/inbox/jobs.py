"""Background work that survives its worker.

The queue alone would leave the task of a killed worker running for ever. A `JobRun` is the work itself, under a key:
whoever works on it holds it and renews a heartbeat within every transaction; `tick` gives the work of the dead to
somebody else. Whoever lost the hold can commit nothing more, so at most one run ever writes.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from leopold.errors import LeopoldError
from leopold.faults import Fault
from leopold_web.inbox.models import JobRun
from leopold_web.storage import storable

log = logging.getLogger(__name__)

ATTEMPTS: Final = 5
WORKS: Final = {
    "import": "leopold_web.inbox.actions.run_import",
    "analyse": "leopold_web.inbox.actions.run_analysis",
    "relationship": "leopold_web.inbox.actions.run_relationship",
    "round": "leopold_web.round_tables.actions.proposals.run_round",
    "letter": "leopold_web.notifications.delivery.run",
    "improvement": "leopold_web.round_tables.actions.improving.run",
    "remind": "leopold_web.receivables.acting.ticking.run",
}
"""What can be done, by its name: a function of a hold and the number it is about."""
URGENT: Final = frozenset({"letter"})
"""What goes before everything else that waits: somebody may be looking at the clock for a code."""
FAILURES: Final = {
    "import": "leopold_web.inbox.actions.fail_import",
    "round": "leopold_web.round_tables.actions.interests.give_up",
    "improvement": "leopold_web.round_tables.actions.improving.give_up",
}
"""What to do when that has failed for good: a function of the number and the fault."""


class LostHoldError(Exception):
    """Somebody else has this work now: stop, and write nothing."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The right to work on a job."""

    job: int
    holder: str

    def renew(self) -> None:
        """Say that this run is alive, within the transaction of its work; LostHoldError when it was taken for dead."""
        held = JobRun.objects.filter(pk=self.job, holder=self.holder, state=JobRun.State.RUNNING)
        if not held.update(heartbeat=timezone.now()):
            raise LostHoldError

    def release(self, state: JobRun.State, error: str = "") -> bool:
        """Give the work back in `state`; return False when it was no longer held."""
        held = JobRun.objects.filter(pk=self.job, holder=self.holder, state=JobRun.State.RUNNING)
        return bool(held.update(state=state, holder="", error=error))


def request(key: str, work: str, argument: int) -> JobRun:
    """Ask for work under `key`, once: asked again it changes nothing, unless it has failed."""
    with transaction.atomic():
        job, new = JobRun.objects.select_for_update().get_or_create(
            key=key, defaults={"work": work, "argument": argument}
        )
        if new or job.state == JobRun.State.FAILED:
            job.state, job.attempts, job.error = JobRun.State.WAITING, 0, ""
            _enqueue(job)
    return job


def has_failed(key: str) -> bool:
    """Return whether the work under `key` was given up."""
    return JobRun.objects.filter(key=key, state=JobRun.State.FAILED).exists()


def take(job: int) -> Hold | None:
    """Take a waiting job; None when somebody else has it, or it is over."""
    hold = Hold(job, secrets.token_hex(16))
    taken = JobRun.objects.filter(pk=job, state=JobRun.State.WAITING).update(
        state=JobRun.State.RUNNING, holder=hold.holder, heartbeat=timezone.now(), attempts=F("attempts") + 1
    )
    return hold if taken else None


def run(job: int) -> None:
    """Work on a job until it is done, has failed or was taken away."""
    hold = take(job)
    if hold is None:
        return
    row = JobRun.objects.get(pk=job)
    try:
        work: Callable[[Hold, int], None] = import_string(WORKS[row.work])
        work(hold, row.argument)
    except LostHoldError:
        log.warning("%s was taken over by another worker", row)
    except LeopoldError as error:
        _fail(hold, row, error.fault)
    except Exception as error:
        log.exception("%s: attempt %d failed", row, row.attempts)
        if row.attempts >= ATTEMPTS:
            _fail(hold, row, Fault("unexpected", error=f"{type(error).__name__}: {error}"))
        else:
            hold.release(JobRun.State.WAITING, repr(error))
    except BaseException:
        hold.release(JobRun.State.WAITING)
        raise
    else:
        hold.release(JobRun.State.DONE)


def tick(dead_after: float | None = None) -> int:
    """Start again the work of the dead, and work whose task was lost; return how many jobs were started.

    A worker counts as dead after `dead_after` seconds without a heartbeat, LEOPOLD_JOB_DEAD_AFTER when None.
    """
    patience = settings.LEOPOLD_JOB_DEAD_AFTER if dead_after is None else dead_after
    dead = JobRun.objects.filter(
        state=JobRun.State.RUNNING, heartbeat__lte=timezone.now() - timedelta(seconds=patience)
    )
    started = sum(_revive(pk, dead) for pk in list(dead.values_list("pk", flat=True)))
    waiting = JobRun.objects.filter(state=JobRun.State.WAITING)
    return started + sum(_revive(pk, waiting) for pk in list(waiting.values_list("pk", flat=True)))


def _revive(pk: int, among: Any) -> bool:
    """Queue one job anew if it is still among those that need it and no task for it is on its way."""
    with transaction.atomic():
        job = among.select_for_update().filter(pk=pk).first()
        if job is None:
            return False
        tasks = DBTaskResult.objects.filter(pk=job.task) if job.task else DBTaskResult.objects.none()
        if job.state == JobRun.State.WAITING and tasks.filter(status=TaskResultStatus.READY).exists():
            return False
        tasks.filter(Q(status=TaskResultStatus.RUNNING)).update(
            status=TaskResultStatus.FAILED, finished_at=timezone.now()
        )
        if job.attempts >= ATTEMPTS:
            _give_up(job, Fault("worker_died"))
            return False
        job.state, job.holder = JobRun.State.WAITING, ""
        _enqueue(job)
        return True


def _enqueue(job: JobRun) -> None:
    from leopold_web.inbox.tasks import run_job

    job.task = str(run_job.using(priority=50 if job.work in URGENT else 0).enqueue(job.pk).id)
    job.save()


def _fail(hold: Hold, job: JobRun, fault: Fault) -> None:
    with transaction.atomic():
        if hold.release(JobRun.State.FAILED, storable(fault.said("en"))):
            _tell(job, fault)


def _give_up(job: JobRun, fault: Fault) -> None:
    job.state, job.holder, job.error = JobRun.State.FAILED, "", storable(fault.said("en"))
    job.save()
    _tell(job, fault)


def _tell(job: JobRun, fault: Fault) -> None:
    if job.work in FAILURES:
        import_string(FAILURES[job.work])(job.argument, fault)
