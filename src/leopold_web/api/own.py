"""The table as one seat sees it: what is said openly, and of what is private that seat's own alone."""

from __future__ import annotations

from typing import Any

from leopold_web.api import schemas as said
from leopold_web.api import tables
from leopold_web.round_tables import showing
from leopold_web.round_tables.actions.checking import Contradiction, Shown
from leopold_web.round_tables.ledgers import Draft
from leopold_web.round_tables.models import Seat


def at_seat(seat: Seat) -> said.AtSeat:
    """Return all that whoever sits at `seat` sees, from the very structure that their page is made of."""
    shown = showing.of_seat(seat)
    return said.AtSeat(
        **tables.fields(shown),
        you=next(each for each in tables.sitters(shown) if each.id == seat.pk),
        email=seat.email,
        may=said.May(
            act=shown["party"],
            talk=shown["talk"],
            add=shown["adds"],
            mediate=shown["mediates"],
            show=shown["shows"],
            done=shown["is_done"],
        ),
        own=_own(shown) if seat.is_party else None,
    )


def _own(shown: dict[str, Any]) -> said.Own:
    follow_up = shown["follow_up"]
    return said.Own(
        answers=shown["answers"],
        whole=bool(shown.get("own", {}).get("whole")),
        accepted=shown["accepted"],
        amounts=[said.Amount(value=value, text=text) for value, text in shown.get("amounts", [])],
        own_limit=shown.get("own_limit", ""),
        bars=[
            said.Bar(
                name=bar["name"], issue=bar["issue"], option=bar.get("option", ""), limit=str(bar.get("limit", ""))
            )
            for bar in shown.get("bars", [])
        ],
        sign_by="code" if shown["by_code"] else "phrase",
        phrase_chosen_at=shown["phrase"].chosen_at if shown["phrase"] else None,
        code_sent_at=shown["code_sent"],
        checks=_checks(shown["check"]),
        follow_up=said.FollowUp(kept=follow_up.kept, fair=follow_up.fair) if follow_up else None,
        drafts=[_draft(each) for each in shown["drafts"]],
        letters=[
            said.Letter(
                id=letter.pk, at=letter.at, sender=letter.sender_name or letter.sender_email, subject=letter.subject
            )
            for letter in shown.get("letters", [])
        ],
    )


def _checks(shown: Shown) -> said.Checks:
    asked = shown.asked
    return said.Checks(
        asked=said.Question(number=asked.number, first=tables.choices(asked.first), second=tables.choices(asked.second))
        if asked
        else None,
        contradictions=[_contradiction(each) for each in shown.contradictions],
        spans=[said.Span(issue=each.issue, low=each.low, high=each.high) for each in shown.spans],
    )


def _contradiction(each: Contradiction) -> said.Contradiction:
    return said.Contradiction(
        number=each.number,
        first=tables.choices(each.first),
        second=tables.choices(each.second),
        preferred=each.preferred,
        said=each.said,
    )


def _draft(each: Draft) -> said.Draft:
    return said.Draft(
        source=each.source,
        number=each.number,
        start=each.start,
        written_at=each.written_at,
        of=each.of.pk if each.of else None,
        quote=each.quote,
        text=each.text,
        due=each.due,
    )
