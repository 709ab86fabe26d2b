"""Two who act at the same moment on a better deal, more time or an address, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .at_once import at_once, prepare
from .conftest import Installation

PREPARE = """
import django; django.setup()
from unittest.mock import patch
from tests.web.table_play import *
from leopold_web.accounts.models import Membership
from leopold_web.round_tables import sealing
from leopold_web.round_tables.actions import improving
from leopold_web.round_tables.models import Improvement, PrivateAnswers
workspace = Workspace.objects.create(name="Fernhill")
user = User.objects.create_user("owner@leopold.example", name="Owner")
Membership.objects.create(user=user, workspace=workspace, role="owner")
table, post = open_table(workspace, user), Post()
to_protocol(table)
with patch.object(letters, "send", post.send), patch.object(letters, "are_sent", lambda: True):
    sign_all(table, post)
for seat, points, best in zip(seats_of(table), ((20, 80), (70, 30)), ((0, 0), (1, 1))):
    sealed = sealing.seal(seat, "answers", answers(table, points, best))
    PrivateAnswers.objects.filter(seat=seat).update(sealed=sealed)
"""
SEARCH = """
for seat in seats_of(table)[:2]:
    improving.ask(seat, START)
improving.work_out(Improvement.objects.get().pk, START)
assert Improvement.objects.get().state == "proposed"
"""


@pytest.fixture(scope="module")
def signed(installation: Callable[..., Installation]) -> Installation:
    """An installation with a table whose deal is signed."""
    return prepare(installation(), PREPARE)


@pytest.fixture(scope="module")
def proposed(installation: Callable[..., Installation]) -> Installation:
    """An installation with a table at which a better deal is proposed."""
    return prepare(installation(), PREPARE + SEARCH)


def test_two_who_ask_at_once_make_one_search(installation: Callable[..., Installation], signed: Installation) -> None:
    there = installation(signed)
    assert at_once(there, (1, "improving.ask(seat, START)"), (2, "improving.ask(seat, START)")) == ["", ""]
    assert there.rows("SELECT number, state FROM round_tables_improvement") == [(1, "working")]
    assert there.rows("SELECT count(*) FROM inbox_jobrun WHERE work = 'improvement'") == [(1,)]


def test_two_who_find_it_better_at_once_make_one_new_version(
    installation: Callable[..., Installation], proposed: Installation
) -> None:
    there = installation(proposed)
    better = 'improving.reply(seat, 1, "better", START)'
    assert at_once(there, (1, better), (2, better)) == ["", ""]
    assert there.rows("SELECT version FROM round_tables_agreement ORDER BY version") == [(1,), (2,)]
    assert there.rows("SELECT stage, round FROM round_tables_roundtable") == [("agreement", 2)]
    assert there.rows("SELECT count(*) FROM round_tables_improvementreply") == [(0,)]


def test_better_and_worse_at_once_leave_the_signed_deal(
    installation: Callable[..., Installation], proposed: Installation
) -> None:
    there = installation(proposed)
    acts = [(1, 'improving.reply(seat, 1, "better", START)'), (2, 'improving.reply(seat, 1, "worse", START)')]
    assert at_once(there, *acts) == ["", ""]
    assert there.rows("SELECT version FROM round_tables_agreement") == [(1,)]
    assert there.rows("SELECT count(*) FROM round_tables_improvementreply") == [(0,)]


def test_two_who_want_more_time_at_once_get_it_once(
    installation: Callable[..., Installation], signed: Installation
) -> None:
    there = installation(signed)
    before = there.rows("SELECT deadline FROM round_tables_stageclock WHERE ended_at IS NULL")
    assert at_once(there, (1, "extending.ask(seat, 3, START)"), (2, "extending.ask(seat, 3, START)")) == ["", ""]
    after = there.rows("SELECT deadline FROM round_tables_stageclock WHERE ended_at IS NULL")
    assert [str(row[0])[:10] for row in (*before, *after)] == ["2026-04-01", "2026-04-04"]
    assert there.rows("SELECT count(*) FROM round_tables_deadlinewish") == [(0,)]
