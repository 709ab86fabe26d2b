"""What the pages of cases show."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet

from leopold_web.accounts.models import User
from leopold_web.cases import playbook, recalling
from leopold_web.cases.models import Case
from leopold_web.round_tables.actions import machine
from leopold_web.round_tables.models import RoundTable
from leopold_web.wording import language

PAGE: Final = 50
LONGEST_CHAIN: Final = 20


def listed(found: QuerySet[Case], number: str) -> Page[Any]:
    """Return a page of cases: the open ones first, by their clocks, then the closed ones, the latest first."""
    tasks = Count("tasks", filter=Q(tasks__done_at=None, tasks__dropped_at=None), distinct=True)
    rows = found.select_related("owner").annotate(to_do=tasks)
    order = (F("closed_at").desc(nulls_first=True), F("answer_by").asc(nulls_last=True), "-pk")
    return Paginator(rows.order_by(*order), PAGE).get_page(number)


def of_case(case: Case, user: User, today: date, now: datetime) -> dict[str, Any]:
    """Return all that the page of a case shows, forms aside."""
    tasks = list(case.tasks.select_related("owner"))
    planned = {task.text for task in tasks if task.dropped_at is None}
    steps = [
        {"text": step.said(language()), "due": today + timedelta(days=step.days)}
        for step in playbook.steps_of(case.trouble, case.cause)
    ]
    tables = [_table(table, user) for table in _with_later(list(case.tables.order_by("-opened_at", "-pk")))]
    return {
        "case": case,
        "overdue": case.is_overdue(now),
        "tasks": [{"task": task, "late": task.is_open and task.due is not None and task.due < today} for task in tasks],
        "steps": [step for step in steps if step["text"] not in planned],
        "notes": case.notes.select_related("by"),
        "tables": tables,
        "ended": next((row for row in tables if row["over"]), None),
        "earlier_cases": recalling.earlier_cases(case),
        "earlier": recalling.earlier_tables(case),
    }


def suggested_outcome(tables: list[dict[str, Any]]) -> str:
    """Return the outcome that the last table to end speaks for, "" where none does."""
    ended = next((row for row in tables if row["over"]), None)
    return Case.Outcome.SETTLED if ended and ended["signed"] else ""


def _with_later(tables: list[RoundTable]) -> list[RoundTable]:
    """Return the tables, and those at which the same people sat down again after them."""
    found = {table.pk: table for table in tables}
    for table in tables:
        later: RoundTable | None = table
        for _ in range(LONGEST_CHAIN):
            later = RoundTable.objects.filter(follows=later).first()
            if later is None:
                break
            found.setdefault(later.pk, later)
    return sorted(found.values(), key=lambda table: (table.opened_at, table.pk), reverse=True)


def _table(table: RoundTable, user: User) -> dict[str, Any]:
    """Return a table as a case shows it. What was said afterwards is shown once the table is closed."""
    signed = table.agreements.filter(signed_at__isnull=False).last()
    return {
        "table": table,
        "seat": table.seats.filter(user=user).first(),
        "deadline": machine.clock_of(table).deadline if table.is_open else None,
        "turn": machine.whose_turn(table),
        "signed": signed,
        "over": signed is not None or not table.is_open,
        "follow_ups": [] if table.is_open else list(table.follow_ups.select_related("seat")),
    }
