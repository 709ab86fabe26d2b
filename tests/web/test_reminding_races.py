"""A payment and a reminder at the same moment, each in a process of its own, on the database that a desk has."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from .at_once import ROOT, prepare, variables
from .conftest import Installation

BEGIN = """
import sys, django; django.setup()
from django.db import transaction
from leopold import model
from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.notifications import delivery
from leopold_web.notifications.models import Letter
from leopold_web.receivables.acting import reminding
from leopold_web.receivables.acting.books import books_of
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.taking import keep_entries
from leopold_web.receivables.models import Reminder
from tests.web.owing import *
"""
PREPARE = f"""{BEGIN}
workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhill.example"])
user = User.objects.create_user("owner@leopold.example", name="Owner")
Membership.objects.create(user=user, workspace=workspace, role="owner")
nord = relationship_of(workspace)
bill(nord)
made = reminding.make_draft(books_of(workspace, ABOUT), user, NOW)
reminding.keep(made, "anna@nord.example", "Hello", "text")
"""
QUEUED = f"""{PREPARE}
reminding.send(made, user, NOW)
"""
PAY = f"""{BEGIN}
with transaction.atomic():
    workspace = Workspace.objects.select_for_update().get()
    keep_entries(workspace, [model.Payment("AB-117", DAY, Decimal("1000.00"), "EUR", "Nord")])
    print("holding", flush=True)
    sys.stdin.readline()
"""
SEND = f"""{BEGIN}
delivery._hand_over = lambda server, message: print("handed over", flush=True)
print("ready", flush=True)
sys.stdin.readline()
try:
    ACT
except ActingRefusedError as refusal:
    print(refusal.kind, flush=True)
"""
MAIL = {"LEOPOLD_MAIL_URL": "smtp://localhost:9", "LEOPOLD_MAIL_FROM": "desk@leopold.example"}


def start(there: Installation, script: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=variables(there) | MAIL,
        cwd=ROOT,
    )


def while_a_payment_is_kept(there: Installation, act: str) -> str:
    """Let somebody act while a payment is written and not yet there for others; return what became of it."""
    with start(there, PAY) as paying, start(there, SEND.replace("ACT", act)) as acting:
        assert paying.stdout
        assert acting.stdout
        assert paying.stdout.readline() == "holding\n"
        assert acting.stdout.readline() == "ready\n"
        for process in (acting, paying):
            assert process.stdin
            process.stdin.write("\n")
            process.stdin.flush()
        # Read to the end of the same stream: what came with the first line lies in its buffer.
        said = acting.stdout.read().strip()
    assert (paying.returncode, acting.returncode) == (0, 0)
    return said


def prepared(there: Installation, script: str) -> Installation:
    """Prepare an installation that has a mail server."""
    subprocess.run([sys.executable, "-c", script], env=variables(there) | MAIL, cwd=ROOT, check=True)
    return there


@pytest.fixture(scope="module")
def draft(installation: Callable[..., Installation]) -> Installation:
    """An installation with a draft of a reminder."""
    return prepare(installation(), PREPARE)


@pytest.fixture(scope="module")
def queued(installation: Callable[..., Installation]) -> Installation:
    """An installation with a reminder in the outbox."""
    return prepared(installation(), QUEUED)


def test_a_reminder_is_not_sent_while_its_payment_is_kept(
    installation: Callable[..., Installation], draft: Installation
) -> None:
    there = installation(draft)
    assert while_a_payment_is_kept(there, "reminding.send(Reminder.objects.get(), None, NOW)") == "stopped"
    assert there.rows("SELECT count(*) FROM notifications_letter") == [(0,)]
    assert there.rows("SELECT state FROM receivables_reminder") == [("draft",)]


def test_a_reminder_in_the_outbox_does_not_leave_while_its_payment_is_kept(
    installation: Callable[..., Installation], queued: Installation
) -> None:
    there = installation(queued)
    assert while_a_payment_is_kept(there, "delivery.attempt(Letter.objects.get().pk, NOW)") == ""
    assert there.rows("SELECT reason, attempts FROM notifications_letter") == [("withdrawn: paid", 0)]
    assert there.rows("SELECT state FROM receivables_reminder") == [("withdrawn",)]


def test_a_reminder_that_nothing_races_with_leaves(
    installation: Callable[..., Installation], queued: Installation
) -> None:
    there = installation(queued)
    acting = start(there, SEND.replace("ACT", "delivery.attempt(Letter.objects.get().pk, NOW)"))
    assert acting.communicate("\n")[0] == "ready\nhanded over\n"
    assert there.rows("SELECT state FROM receivables_reminder") == [("sent",)]
