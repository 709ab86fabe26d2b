"""What is done about cases: open and change them, tasks and notes, close and reopen, the tables opened from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from django.db import transaction

from leopold_web.accounts.models import User, Workspace
from leopold_web.cases.models import Case, CaseNote, Task
from leopold_web.cases.refusals import CaseRefusedError
from leopold_web.relationships.models import Conversation, Relationship
from leopold_web.round_tables.models import RoundTable
from leopold_web.storage import clean

Verb: TypeAlias = Literal["done", "again", "drop"]


@dataclass(frozen=True, slots=True)
class Said:
    """What people say of a case: `cause` and `cause_side` are "" where nobody knows."""

    subject: str
    trouble: str = Case.Trouble.OTHER
    cause: str = ""
    cause_side: str = ""
    owner: User | None = None
    answer_by: datetime | None = None


def open_case(
    relationship: Relationship,
    said: Said,
    user: User | None,
    now: datetime,
    *,
    alert_key: str = "",
    conversation: Conversation | None = None,
) -> Case:
    """Open a case about a relationship. CaseRefusedError unless its owner is a member of the desk."""
    _check_member(relationship.workspace, said.owner)
    case = Case(
        workspace=relationship.workspace,
        relationship=relationship,
        about=relationship.organization.key,
        name=relationship.organization.name,
        conversation=conversation,
        alert_key=alert_key,
        opened_by=user,
        opened_at=now,
    )
    _take(case, said)
    case.save()
    return case


def change(case: Case, said: Said) -> None:
    """Say anew what an open case is about, who owns it, and until when."""
    with acting(case) as held:
        _check_member(held.workspace, said.owner)
        _take(held, said)
        held.save()


def add_task(case: Case, text: str, owner: User | None, due: date | None) -> Task:
    """Add something to do."""
    with acting(case) as held:
        _check_member(held.workspace, owner)
        task = clean(Task(case=held, text=text.strip(), owner=owner, due=due))
        task.save()
    return task


def mark_task(task: Task, verb: Verb, now: datetime) -> None:
    """Tick a task off, drop it, or take up again what was done or dropped."""
    with acting(task.case):
        done, dropped = now if verb == "done" else None, now if verb == "drop" else None
        Task.objects.filter(pk=task.pk).update(done_at=done, dropped_at=dropped)


def add_note(case: Case, text: str, user: User, now: datetime) -> CaseNote:
    """Keep a note; a closed case takes notes too."""
    note = clean(CaseNote(case=case, text=text.strip(), by=user, at=now))
    note.save()
    return note


def close(case: Case, outcome: str, text: str, user: User, now: datetime) -> None:
    """Close a case with how it ended and a sentence. Its open tasks stay as they are."""
    with acting(case) as held:
        held.closed_at, held.closed_by, held.outcome, held.outcome_text = now, user, outcome, text.strip()
        clean(held).save()
        _note(held, CaseNote.Kind.CLOSED, user, now)


def reopen(case: Case, user: User, now: datetime) -> None:
    """Take a closed case up again; its notes keep how it had ended."""
    with transaction.atomic():
        held = _hold(case)
        if held.is_open:
            raise CaseRefusedError("still_open")
        held.closed_at, held.closed_by, held.outcome, held.outcome_text = None, None, "", ""
        held.save()
        _note(held, CaseNote.Kind.REOPENED, user, now)


def link_table(case: Case, table: RoundTable) -> None:
    """Note that a round table was opened from a case."""
    with acting(case) as held:
        held.tables.add(table)


@contextmanager
def acting(case: Case) -> Iterator[Case]:
    """Hold an open case for one change, which is done whole or not at all; CaseRefusedError when it is closed."""
    with transaction.atomic():
        held = _hold(case)
        if not held.is_open:
            raise CaseRefusedError("closed")
        yield held


def _hold(case: Case) -> Case:
    return Case.objects.select_for_update().get(pk=case.pk)


def _check_member(workspace: Workspace, user: User | None) -> None:
    if user is not None and not workspace.users.filter(pk=user.pk).exists():
        raise CaseRefusedError("other_member")


def _take(case: Case, said: Said) -> None:
    case.subject, case.trouble = said.subject.strip(), said.trouble
    case.cause, case.cause_side = said.cause, said.cause_side
    case.owner, case.answer_by = said.owner, said.answer_by
    clean(case)


def _note(case: Case, kind: CaseNote.Kind, user: User, now: datetime) -> None:
    note = CaseNote(case=case, kind=kind, outcome=case.outcome, text=case.outcome_text, by=user, at=now)
    clean(note).save()
