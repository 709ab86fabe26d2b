"""Third stage: what is to be settled and how it could be; anybody adds, and what all parties confirm counts."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final, TypeVar

from leopold_web.round_tables import gate
from leopold_web.round_tables.actions import money
from leopold_web.round_tables.actions.machine import acting, close, enter, mark_done, reopen, text_of
from leopold_web.round_tables.engine import domain_of
from leopold_web.round_tables.models import OptionLink, RoundTable, Seat, TableIssue, TableOption
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean

Stage = RoundTable.Stage
Row = TypeVar("Row", TableIssue, TableOption, OptionLink)
STEPS: Final = 200
"""Into how many steps a range may be divided, at most."""


def add_issue(seat: Seat, name: str, now: datetime, text: str = "") -> TableIssue:
    """Add an issue whose options are said in words; who adds it has confirmed it."""
    with acting(seat, now, Stage.ISSUES, roles=gate.TALKING) as table:
        return _add(TableIssue(table=table, added_by=seat, name=text_of(name, 200), text=text[:5000]), table)


def add_range(
    seat: Seat,
    name: str,
    least: Decimal,
    most: Decimal,
    step: Decimal,
    unit: str,
    now: datetime,
    text: str = "",
    payer: int | None = None,
) -> TableIssue:
    """Add an issue about a number, such as an amount of money in the currency `unit`; its options are the numbers.

    `payer` is the party that would pay a sum. Where such a sum is all that two parties settle, they do it by
    `actions.money`.
    """
    with acting(seat, now, Stage.ISSUES, roles=gate.TALKING) as table:
        pays = table.seats.filter(pk=payer, role=Seat.Role.PARTY).first() if payer else None
        if payer:
            if pays is None:
                raise RefusedError("not_yours")
            money.grid_of(least, most, step, unit.strip())
        issue = TableIssue(
            table=table,
            added_by=seat,
            name=text_of(name, 200),
            text=text[:5000],
            least=least,
            most=most,
            step=step,
            unit=unit.strip()[:30],
            payer=pays,
        )
        numbers = _numbers(least, most, step)
        _add(issue, table)
        for number in numbers:
            said = f"{number.normalize():f} {issue.unit}".strip()
            _confirm(TableOption(issue=issue, added_by=seat, text=said, amount=number), seat)
    return issue


def add_option(seat: Seat, issue: int, text: str, now: datetime) -> TableOption:
    """Add one way to settle an issue; who adds it has confirmed it."""
    with acting(seat, now, Stage.ISSUES, roles=gate.TALKING) as table:
        found = table.issues.filter(pk=issue).first()
        if found is None:
            raise RefusedError("unknown_option")
        if found.is_range:
            raise RefusedError("range_has_options")
        said = text_of(text, 300)
        if found.options.filter(text=said).exists():
            raise RefusedError("option_twice")
        option = _confirm(TableOption(issue=found, added_by=seat, text=said), seat)
        reopen(table)
    return option


def add_link(seat: Seat, first: int, kind: OptionLink.Kind, second: int, now: datetime) -> OptionLink:
    """Say that one option bars another of another issue, or needs it; who adds it has confirmed it."""
    with acting(seat, now, Stage.ISSUES, roles=gate.TALKING) as table:
        one, other = (TableOption.objects.filter(pk=pk, issue__table=table).first() for pk in (first, second))
        if one is None or other is None:
            raise RefusedError("unknown_option")
        if one.issue_id == other.issue_id:
            raise RefusedError("options_of_one_issue")
        if table.option_links.filter(first=one, second=other).exists():
            raise RefusedError("option_twice")
        link = _confirm(OptionLink(table=table, added_by=seat, kind=kind, first=one, second=other), seat)
        reopen(table)
    return link


def confirm(seat: Seat, kind: str, pk: int, now: datetime, *, agrees: bool = True) -> None:
    """Confirm an "issue", with its numbers if it is a range, an "option" or a "link", or take that back."""
    with acting(seat, now, Stage.ISSUES) as table:
        rows = _named(table, kind, pk)
        if not rows:
            raise RefusedError("unknown_option")
        for each in rows:
            if agrees:
                each.confirmed_by.add(seat)
            else:
                each.confirmed_by.remove(seat)


def done(seat: Seat, now: datetime) -> None:
    """Say that one is done with the issues; when all are, the table goes on with what all confirmed."""
    with acting(seat, now, Stage.ISSUES) as table:
        if mark_done(seat, now):
            leave(table, now)


def leave(table: RoundTable, now: datetime, *, silent: bool = False) -> None:
    """Go on to private interests; where nothing is there to be settled the table ends."""
    if domain_of(table):
        enter(table, Stage.INTERESTS, now)
    else:
        close(table, RoundTable.Ending.SILENCE if silent else RoundTable.Ending.NO_AGREEMENT, now)


def _named(table: RoundTable, kind: str, pk: int) -> list[TableIssue | TableOption | OptionLink]:
    if kind == "issue":
        issues = list(table.issues.filter(pk=pk))
        return [*issues, *(option for issue in issues if issue.is_range for option in issue.options.all())]
    if kind == "option":
        return list(TableOption.objects.filter(pk=pk, issue__table=table))
    return list(table.option_links.filter(pk=pk))


def _add(issue: TableIssue, table: RoundTable) -> TableIssue:
    if table.issues.filter(name=issue.name).exists():
        raise RefusedError("option_twice")
    _confirm(issue, issue.added_by)
    reopen(table)
    return issue


def _confirm(row: Row, seat: Seat) -> Row:
    clean(row).save()
    if seat.is_party:
        row.confirmed_by.add(seat)
    return row


def _numbers(least: Decimal, most: Decimal, step: Decimal) -> list[Decimal]:
    if not all(number.is_finite() and abs(number) < Decimal(10) ** 13 for number in (least, most, step)):
        raise RefusedError("bad_range")
    if not (step > 0 and least < most and (most - least) % step == 0 and (most - least) / step <= STEPS):
        raise RefusedError("bad_range")
    return [least + step * number for number in range(int((most - least) / step) + 1)]
