"""Jobs: at most one run of a job ever writes, and none is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from leopold_web.inbox import actions, jobs
from leopold_web.inbox.models import Import, JobRun
from leopold_web.relationships.actions import analyse_workspace
from leopold_web.relationships.models import Relationship
from leopold_web.working import new_worker

from .conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job() -> JobRun:
    """A job that waits; what it does is of no account."""
    return jobs.request("analyse:1:2026-03-01", "analyse", 1)


def silence(job: JobRun, seconds: float) -> None:
    JobRun.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - timedelta(seconds=seconds))


def test_it_is_asked_for_once(job: JobRun) -> None:
    assert jobs.request(job.key, "analyse", 1).pk == job.pk
    assert DBTaskResult.objects.count() == 1


def test_it_has_one_holder(job: JobRun) -> None:
    assert jobs.take(job.pk) is not None
    assert jobs.take(job.pk) is None


def test_it_takes_the_hold_from_the_silent(job: JobRun, settings: LazySettings) -> None:
    first = jobs.take(job.pk)
    assert first is not None
    silence(job, settings.LEOPOLD_JOB_DEAD_AFTER - 10)
    assert jobs.tick() == 0
    silence(job, settings.LEOPOLD_JOB_DEAD_AFTER + 1)
    assert jobs.tick() == 1
    second = jobs.take(job.pk)
    assert second is not None
    with pytest.raises(jobs.LostHoldError):
        first.renew()
    assert not first.release(JobRun.State.DONE)
    second.renew()
    assert second.release(JobRun.State.DONE)


def test_it_starts_again_what_no_task_is_left_of(job: JobRun) -> None:
    assert jobs.tick() == 0
    DBTaskResult.objects.all().delete()
    assert jobs.tick() == 1
    assert DBTaskResult.objects.count() == 1


def test_it_tries_again_after_a_fault_and_gives_up_in_the_end(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(hold: jobs.Hold, pk: int) -> None:
        raise ZeroDivisionError("by design")

    (tmp_path / "one.eml").write_text("From: a@x.example\nTo: b@y.example\n\nHello\n")
    made = actions.start_import(cast.workspace, [tmp_path / "one.eml"])
    monkeypatch.setattr(actions, "run_import", broken)
    for attempt in range(1, jobs.ATTEMPTS + 1):
        new_worker(batch=True).run()
        assert JobRun.objects.get().attempts == attempt
        assert jobs.tick() == (attempt < jobs.ATTEMPTS)
    made.refresh_from_db()
    assert made.state == Import.State.FAILED
    assert "(ZeroDivisionError: by design)" in made.error


def test_it_analyses_anew_each_day_and_no_more(cast: Cast, sample: dict[str, Path]) -> None:
    made = actions.start_import(cast.workspace, [sample["en-d-01"] / "mail.mbox"])
    actions.request_daily_analysis()
    assert JobRun.objects.count() == 1
    new_worker(batch=True).run()
    actions.request_daily_analysis()
    assert JobRun.objects.count() == 1
    cast.workspace.refresh_from_db()
    assert cast.workspace.analysed_on == Import.objects.get(pk=made.pk).today
    before = Relationship.objects.get().health
    cast.workspace.as_of = cast.workspace.today() - timedelta(days=300)
    cast.workspace.save()
    actions.request_daily_analysis()
    new_worker(batch=True).run()
    assert JobRun.objects.filter(state=JobRun.State.DONE).count() == 2
    assert Relationship.objects.get().health != before


def test_it_leaves_the_writing_to_the_later_of_two_analyses(
    cast: Cast, sample: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.start_import(cast.workspace, [sample["en-d-01"] / "mail.mbox"])
    new_worker(batch=True).run()
    late = cast.workspace.today()
    early = late - timedelta(days=300)

    class Overtaking:
        """Lets a whole later analysis happen between the reading and the writing of an earlier one."""

        def total(self, relationships: int) -> None:
            analyse_workspace(cast.workspace, late)

        def done(self, relationships: int) -> None:
            pytest.fail("the earlier analysis wrote")

    analyse_workspace(cast.workspace, early, Overtaking())
    cast.workspace.refresh_from_db()
    assert cast.workspace.analysed_on == late
