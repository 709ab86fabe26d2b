"""Whether a matter was at a table before: for our own people, from tables with the same counterparty.

Told by the subjects of trouble that titles name (`leopold.relationships.topics`), or by an issue of the very same
name. The newest stands first, and how many there are is said; none is called better or worse than another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from leopold import words_culture
from leopold.relationships.recurrence import named_in
from leopold.signals.interface import Language
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables.models import Agreement, FollowUp, RoundTable
from leopold_web.wording import language

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier table: what recalls it, in words, what was signed there, and what each party said afterwards."""

    table: RoundTable
    shared: tuple[str, ...]
    agreement: Agreement | None
    follow_ups: tuple[FollowUp, ...]


def recalled_by(table: RoundTable) -> list[Earlier]:
    """Return the earlier tables of the same relationship that the subject or the issues of this one recall."""
    if table.relationship is None:
        return []
    earlier = table.relationship.round_tables.filter(opened_at__lt=table.opened_at)
    return _recalled([table.subject, *_issues(table)], earlier.exclude(pk=table.pk))


def recalled_at_opening(relationship: Relationship, subject: str) -> list[Earlier]:
    """Return the earlier tables that the subject of one about to be opened recalls."""
    return _recalled([subject], relationship.round_tables.all())


def _recalled(titles: list[str], tables: Iterable[RoundTable]) -> list[Earlier]:
    subjects, names = _subjects(titles), {_plain(title) for title in titles}
    found = []
    for each in tables:
        own = [each.subject, *_issues(each)]
        same = [title for title in own if _plain(title) in names]
        shared = [words_culture.subject(name, language()) for name in sorted(subjects & _subjects(own))]
        if shared or same:
            signed = each.agreements.filter(signed_at__isnull=False).last()
            # Until it is closed each party alone sees what it answered.
            follow_ups = () if each.is_open else tuple(each.follow_ups.select_related("seat"))
            found.append(Earlier(each, tuple(dict.fromkeys([*shared, *same])), signed, follow_ups))
    return found


def _issues(table: RoundTable) -> list[str]:
    return [issue.name for issue in table.issues.all()]


def _subjects(titles: Iterable[str]) -> set[str]:
    return {name for title in titles for each in LANGUAGES for name in named_in(title, each)}


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
