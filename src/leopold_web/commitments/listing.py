"""The three lists of promises: to confirm, open, over. What a reader asked to see of them, and its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import F, Max, Model, Q, QuerySet
from django.http import QueryDict

from leopold_web.accounts.models import User
from leopold_web.commitments import following, gate
from leopold_web.commitments.folding import RUNNING
from leopold_web.commitments.models import Commitment, FoundPromise, Plain, State

PAGE: Final = 20
PARTS: Final = ("confirm", "open", "over")
ENDED: Final = (State.KEPT, State.LATE, State.BROKEN, State.CANCELLED, State.RENEGOTIATED)
MOST: Final = 99
"""So many that wait are counted beside the place; of more is said that they are more."""
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Choice:
    """What the reader asked to see. `keeper` is the number of a member or "mine"; "" and 0 are anything."""

    part: str = ""
    text: str = ""
    side: str = ""
    relationship: int = 0
    keeper: str = ""
    state: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: QueryDict) -> Choice:
        """Read it from a page's query; whatever is unknown there counts as not said."""
        part, side, state = query.get("part", ""), query.get("side", ""), query.get("state", "")
        keeper = query.get("keeper", "")
        return cls(
            part=part if part in PARTS else "",
            text=query.get("q", "").replace("\0", "").strip()[:200],
            side=side if side in ("ours", "theirs") else "",
            relationship=number(query.get("relationship")),
            keeper=keeper if keeper == "mine" or number(keeper) else "",
            state=state if state in ENDED else "",
            page=number(query.get("page")) or 1,
        )

    def query(self, **other: str | int) -> str:
        """Return it as a page's query, with other values in the place of some."""
        chosen = replace(self, **other)  # type: ignore[arg-type]
        said = {
            "part": chosen.part,
            "q": chosen.text,
            "side": chosen.side,
            "relationship": chosen.relationship or "",
            "keeper": chosen.keeper,
            "state": chosen.state,
            "page": chosen.page if chosen.page > 1 else "",
        }
        return urlencode({name: value for name, value in said.items() if value})


def number(text: str | None) -> int:
    """Return a number that a page's query names, 0 for none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0


def waiting(user: User, choice: Choice) -> QuerySet[FoundPromise]:
    """Return the found promises that wait for a person, the newest first."""
    found = gate.waiting_promises_for(user).select_related("relationship__organization")
    return _narrowed(found, choice).order_by("-written", "pk")


def offers(user: User, choice: Choice) -> list[tuple[Commitment, Plain]]:
    """Return what letters tell of promises that are kept, and nobody has answered yet, the newest first."""
    told = gate.commitments_for(user).filter(state__in=RUNNING).exclude(offered=[])
    kept = _narrowed(told.select_related("relationship__organization"), choice)
    found = [(each, offer) for each in kept for offer in following.pending(each)]
    return sorted(found, key=lambda pair: (pair[1]["on"], pair[0].pk), reverse=True)


def open_ones(user: User, choice: Choice) -> QuerySet[Commitment]:
    """Return the open promises, the one due first before."""
    found = _kept(user, choice).filter(state=State.OPEN)
    return found.order_by(F("due").asc(nulls_last=True), "pk")


def over(user: User, choice: Choice) -> QuerySet[Commitment]:
    """Return the promises that are open no more, the one that ended last before."""
    found = _kept(user, choice).exclude(state=State.OPEN)
    if choice.state:
        found = found.filter(state=choice.state)
    counting = Q(changes__refused=False, changes__taken_back_at=None)
    return found.annotate(ended=Max("changes__on", filter=counting)).order_by(F("ended").desc(nulls_last=True), "-pk")


def page_of(found: QuerySet[Row], choice: Choice) -> Page[Row]:
    """Return the page that was asked for, the nearest one where there is none such."""
    return Paginator(found, PAGE).get_page(choice.page)


def count_waiting(user: User) -> int:
    """Return how much waits to be confirmed, at most one more than `MOST`."""
    found = gate.waiting_promises_for(user).order_by()[: MOST + 1].count()
    return min(found + len(offers(user, Choice())), MOST + 1)


def said(count: int) -> str:
    """Return a count of what waits: ``12``, ``99+``."""
    return f"{MOST}+" if count > MOST else str(count)


def _kept(user: User, choice: Choice) -> QuerySet[Commitment]:
    found = _narrowed(gate.commitments_for(user), choice)
    if choice.keeper:
        found = found.filter(keeper=user.pk if choice.keeper == "mine" else number(choice.keeper))
    return found.select_related("relationship__organization", "keeper", "agreement", "replaced_by")


def _narrowed(found: QuerySet[Row], choice: Choice) -> QuerySet[Row]:
    if choice.side:
        found = found.filter(side=choice.side)
    if choice.relationship:
        found = found.filter(relationship=choice.relationship)
    if choice.text:
        text = choice.text.casefold()
        found = found.filter(Q(relationship__searched__contains=text) | Q(owner__icontains=choice.text))
    return found
