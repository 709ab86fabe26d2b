"""Two who act at the same moment, each in a process of its own, on the database that a desk has."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Installation

ROOT = Path(__file__).parents[2]
PREPARE = """
import django; django.setup()
from tests.web.table_play import *
from leopold_web.accounts.models import Membership
workspace = Workspace.objects.create(name="Fernhill")
user = User.objects.create_user("owner@leopold.example", name="Owner")
Membership.objects.create(user=user, workspace=workspace, role="owner")
to_acceptance(open_table(workspace, user))
"""
ACT = """
import sys, django; django.setup()
from tests.web.table_play import *
from leopold_web.round_tables.refusals import RefusedError
seat = Seat.objects.select_related("table").get(number=int(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    acceptance.answer(seat, [int(number) for number in sys.argv[2:]], START)
except RefusedError as refusal:
    print(refusal.kind)
"""


def at_once(there: Installation, *acts: tuple[int, ...]) -> list[str]:
    """Let several answer at the same moment, each a seat and the proposals it accepts; return what they were told."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ACT, *map(str, act)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=variables(there),
            cwd=ROOT,
        )
        for act in acts
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


def variables(there: Installation) -> dict[str, str]:
    return there.environment(DJANGO_SETTINGS_MODULE="leopold_web.settings", PYTHONPATH=f"{ROOT}/src:{ROOT}")


@pytest.fixture(scope="module")
def prepared(installation: Callable[..., Installation]) -> Installation:
    """An installation with a table at which both are asked whether they accept."""
    there = installation()
    subprocess.run([sys.executable, "-c", PREPARE], env=variables(there), cwd=ROOT, check=True, capture_output=True)
    return there


def test_two_acceptances_at_once_make_one_agreement(
    installation: Callable[..., Installation], prepared: Installation
) -> None:
    there = installation(prepared)
    assert at_once(there, (1, 1), (2, 1)) == ["", ""]
    assert there.rows("SELECT stage FROM round_tables_roundtable") == [("agreement",)]
    assert there.rows("SELECT count(*) FROM round_tables_agreement") == [(1,)]
    assert there.rows("SELECT count(*) FROM round_tables_acceptance") == [(0,)]


def test_an_acceptance_and_a_refusal_at_once_make_one_new_round(
    installation: Callable[..., Installation], prepared: Installation
) -> None:
    there = installation(prepared)
    assert at_once(there, (1, 1), (2,)) == ["", ""]
    assert there.rows("SELECT stage, round FROM round_tables_roundtable") == [("interests", 2)]
    assert there.rows("SELECT count(*) FROM round_tables_agreement") == [(0,)]
    assert there.rows("SELECT state FROM round_tables_round") == [("refused",)]
