"""Two who act at the same moment, each in a process of its own, on the database that a desk has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .at_once import at_once, prepare
from .conftest import Installation

ACCEPT = "acceptance.answer(seat, [{}], START)"
PREPARE = """
import django; django.setup()
from tests.web.table_play import *
from leopold_web.accounts.models import Membership
workspace = Workspace.objects.create(name="Fernhill")
user = User.objects.create_user("owner@leopold.example", name="Owner")
Membership.objects.create(user=user, workspace=workspace, role="owner")
to_acceptance(open_table(workspace, user))
"""


@pytest.fixture(scope="module")
def prepared(installation: Callable[..., Installation]) -> Installation:
    """An installation with a table at which both are asked whether they accept."""
    return prepare(installation(), PREPARE)


def test_two_acceptances_at_once_make_one_agreement(
    installation: Callable[..., Installation], prepared: Installation
) -> None:
    there = installation(prepared)
    assert at_once(there, (1, ACCEPT.format(1)), (2, ACCEPT.format(1))) == ["", ""]
    assert there.rows("SELECT stage FROM round_tables_roundtable") == [("agreement",)]
    assert there.rows("SELECT count(*) FROM round_tables_agreement") == [(1,)]
    assert there.rows("SELECT count(*) FROM round_tables_acceptance") == [(0,)]


def test_an_acceptance_and_a_refusal_at_once_make_one_new_round(
    installation: Callable[..., Installation], prepared: Installation
) -> None:
    there = installation(prepared)
    assert at_once(there, (1, ACCEPT.format(1)), (2, ACCEPT.format(""))) == ["", ""]
    assert there.rows("SELECT stage, round FROM round_tables_roundtable") == [("interests", 2)]
    assert there.rows("SELECT count(*) FROM round_tables_agreement") == [(0,)]
    assert there.rows("SELECT state FROM round_tables_round") == [("refused",)]
