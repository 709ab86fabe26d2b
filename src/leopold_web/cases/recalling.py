"""What a case recalls: earlier cases and round tables with the same counterparty, of the same cause or topic."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from leopold import words_culture
from leopold_web.cases.models import Case
from leopold_web.cases.suggesting import subjects_of
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables.actions import recurring
from leopold_web.wording import language


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """An earlier case, and what both have in common, in words."""

    case: Case
    shared: tuple[str, ...]


def earlier_cases(case: Case) -> list[EarlierCase]:
    """Return the earlier cases of the same counterparty that this one recalls, the newest first."""
    before = Case.objects.filter(workspace=case.workspace_id, about=case.about, opened_at__lt=case.opened_at)
    found = [EarlierCase(each, _shared(case, each)) for each in before.exclude(pk=case.pk)]
    return [each for each in found if each.shared]


def earlier_tables(case: Case) -> list[recurring.Earlier]:
    """Return the round tables with the same counterparty, opened before this case, that its subject recalls."""
    if case.relationship is None:
        return []
    own = {table.pk for table in case.tables.all()}
    found = recurring.recalled_at_opening(case.relationship, case.subject)
    return [each for each in found if each.table.pk not in own and each.table.opened_at < case.opened_at]


def cases_about(relationship: Relationship) -> QuerySet[Case]:
    """Return the cases about a relationship, also those from before its row was made anew; the newest first."""
    found = Case.objects.filter(workspace=relationship.workspace_id, about=relationship.organization.key)
    return found.select_related("owner")


def open_cases(relationship: Relationship) -> list[Case]:
    """Return the open cases about a relationship, the newest first."""
    return list(cases_about(relationship).filter(closed_at=None))


def _shared(case: Case, other: Case) -> tuple[str, ...]:
    found = []
    if case.cause and (case.cause, case.cause_side) == (other.cause, other.cause_side):
        found.append(f"{case.get_cause_display()} ({case.get_cause_side_display()})")
    if case.trouble == other.trouble != Case.Trouble.OTHER:
        found.append(str(case.get_trouble_display()))
    subjects = set(subjects_of(case.subject)) & set(subjects_of(other.subject))
    found += [words_culture.subject(name, language()) for name in sorted(subjects)]
    if case.subject.casefold() == other.subject.casefold():
        found.append(case.subject)
    return tuple(dict.fromkeys(found))
