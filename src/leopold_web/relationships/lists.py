"""The list of relationships: searched, filtered, sorted, paged, with what each row shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import QueryDict

from leopold_web.receivables.matching import open_amounts
from leopold_web.receivables.models import Invoice
from leopold_web.relationships import drawings, quotations
from leopold_web.relationships.models import Relationship
from leopold_web.wording import sums

PAGE = 50
SORTS: Mapping[str, str] = {
    "name": "searched",
    "health": "health",
    "letters": "letters",
    "last": "last_letter_at",
}
DEFAULT_SORT = "health"


@dataclass(frozen=True)
class Row:
    """One relationship of a list, with its drawing, its strongest reason and what is overdue."""

    relationship: Relationship
    spark: drawings.Spark | None
    reason: quotations.Shown | None
    overdue: str


@dataclass(frozen=True)
class Choice:
    """What the reader asked to see. `sort` is a key of SORTS, with "-" before it for the other way round."""

    text: str
    state: str
    kind: str
    sort: str
    page: str

    @classmethod
    def of(cls, query: QueryDict) -> Choice:
        """Read it from a page's query; whatever is unknown there counts as not said."""
        sort, state, kind = query.get("sort", ""), query.get("state", ""), query.get("kind", "")
        return cls(
            text=query.get("q", "").replace("\0", "").strip()[:200],
            state=state if state in Relationship.State.values else "",
            kind=kind if kind in Relationship.Kind.values else "",
            sort=sort if sort.removeprefix("-") in SORTS else DEFAULT_SORT,
            page=query.get("page", "1"),
        )

    def apply(self, found: QuerySet[Relationship]) -> QuerySet[Relationship]:
        """Return `found`, narrowed and ordered. People and addresses are searched as well as names."""
        if self.text:
            found = found.filter(searched__contains=self.text.casefold())
        if self.state:
            found = found.filter(state=self.state)
        if self.kind:
            found = found.filter(kind=self.kind)
        field = F(SORTS[self.sort.removeprefix("-")])
        order = field.desc(nulls_last=True) if self.sort.startswith("-") else field.asc(nulls_last=True)
        return found.order_by(order, "pk")


def page(found: QuerySet[Relationship], choice: Choice) -> Page[Relationship]:
    """Return the page that `choice` asks for, the nearest one where there is none such."""
    return Paginator(choice.apply(found.select_related("organization")), PAGE).get_page(choice.page)


def rows(relationships: Sequence[Relationship], today: date) -> list[Row]:
    """Return what a list shows of each relationship, in two queries for all of them."""
    calm = Relationship.State.CALM
    strongest = {each.pk: _strongest(each.reasons, calm=each.state == calm) for each in relationships}
    letters = quotations.letters_of(strongest, [reason for found in strongest.values() for reason in found])
    late = overdue(relationships, today)
    found = []
    for each in relationships:
        reasons = quotations.shown(each.pk, strongest[each.pk], letters, quotes=1)
        picture = drawings.spark(each.sparkline, bad=each.state == Relationship.State.ALERT)
        found.append(Row(each, picture, reasons[0] if reasons else None, late.get(each.pk, "")))
    return found


def overdue(relationships: Sequence[Relationship], today: date) -> dict[int, str]:
    """Return what each relationship owes past its date, in words; relationships that owe nothing are left out."""
    late = Invoice.objects.filter(relationship__in=relationships, due__lt=today, settled=None, paid=None)
    open_now = list(late.filter(amount__gt=0))
    left = open_amounts(open_now)
    amounts: defaultdict[int, list[tuple[Decimal, str]]] = defaultdict(list)
    for invoice in open_now:
        if invoice.relationship_id is not None:
            amounts[invoice.relationship_id].append((max(left[invoice.pk], Decimal(0)), invoice.currency))
    return {pk: sums(each) for pk, each in amounts.items()}


def _strongest(reasons: Sequence[dict[str, Any]], *, calm: bool) -> list[dict[str, Any]]:
    """Return what speaks loudest of a relationship: trouble, or of a calm one whatever moves it most."""
    heard = [reason for reason in reasons if calm or reason["contribution"] > 0]
    quoted = [reason for reason in heard if reason["evidence"]] or heard
    return sorted(quoted, key=lambda reason: -abs(reason["contribution"]))[:1]
