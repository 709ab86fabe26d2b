"""Several who act at a table at the same moment, each in a process of its own, on the database that a desk has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .conftest import Installation

ROOT = Path(__file__).parents[2]
ACT = """
import sys, django; django.setup()
from tests.web.table_play import *
from leopold_web.round_tables.actions import extending, improving, reseating
from leopold_web.round_tables.refusals import RefusedError
seat = Seat.objects.select_related("table").get(number=int(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    exec(sys.argv[2])
except RefusedError as refusal:
    print(refusal.kind)
"""


def variables(there: Installation) -> dict[str, str]:
    """Return the environment of a process that works on an installation."""
    return there.environment(DJANGO_SETTINGS_MODULE="leopold_web.settings", PYTHONPATH=f"{ROOT}/src:{ROOT}")


def at_once(there: Installation, *acts: tuple[int, str]) -> list[str]:
    """Let several act at the same moment, each a seat and what it does; return what they were told, in order."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ACT, str(seat), act],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=variables(there),
            cwd=ROOT,
        )
        for seat, act in acts
    ]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate()[0].strip() for process in running]
    assert [process.returncode for process in running] == [0] * len(acts)
    return said


def prepare(there: Installation, script: str) -> Installation:
    """Run a script on an installation, and return it."""
    subprocess.run([sys.executable, "-c", script], env=variables(there), cwd=ROOT, check=True, capture_output=True)
    return there
