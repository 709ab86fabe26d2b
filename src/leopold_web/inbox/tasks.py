"""What the queue carries: the number of a job, nothing else."""

from __future__ import annotations

from django_tasks import task

from leopold_web.inbox import jobs


@task()
def run_job(pk: int) -> None:
    """Work on a job."""
    jobs.run(pk)
