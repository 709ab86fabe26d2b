"""From the pasted lines of a contract to promises: whose each is, what kind, and where it stands."""

from __future__ import annotations

import re
from typing import Any, Final

from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment
from leopold_web.commitments.reading import Line
from leopold_web.relationships.models import Relationship

SERVICE: Final = re.compile(
    r"\b(?:sla|uptime|availab\w+|respon\w+|restor\w+|доступност\w+|отклик\w*|реакц\w+|реагир\w+|восстановл\w+)\b",
    re.IGNORECASE,
)
DELIVERY: Final = re.compile(
    r"\b(?:deliver\w*|hands? over|suppl(?:y|ies)|submits?|provides?|ships?|перед\w+|постав\w+|предостав\w+|"
    r"сда(?:ёт|ет|ть)|выполн\w+|изготов\w+)\b",
    re.IGNORECASE,
)
ROLES: Final = re.compile(
    r"\b(?P<doer>the (?:supplier|contractor|provider|vendor|seller)|исполнител\w+|подрядчик\w*|поставщик\w*)\b|"
    r"\b(?P<payer>the (?:client|customer|buyer)|заказчик\w*|покупател\w+|клиент\w*)\b",
    re.IGNORECASE,
)


def row_of(line: Line, relationship: Relationship, reference: str, user: User) -> dict[str, Any]:
    """Return what the form of a line begins with."""
    side = side_of(line.text, relationship)
    ours = relationship.workspace.name
    return {
        "keep": True,
        "what": line.text,
        "due": line.due.isoformat(),
        "side": side,
        "owner": ours if side == "ours" else relationship.organization.name,
        "clause": clause_of(line.text),
        "reference": f"{reference}, §{line.clause}" if line.clause else reference,
        "keeper": user.pk,
    }


def side_of(text: str, relationship: Relationship) -> str:
    """Return whose promise a line is: of whom it names first, by name or by role; theirs where it names nobody.

    A client is the customer of ours, a partner works for us.
    """
    folded = text.casefold()
    places = {
        "theirs": folded.find(relationship.organization.name.casefold()),
        "ours": folded.find(relationship.workspace.name.casefold()),
    }
    named = {side: place for side, place in places.items() if place >= 0}
    if named:
        return min(named, key=lambda side: named[side])
    role = ROLES.search(text)
    if role is None:
        return "theirs"
    is_client = relationship.kind == Relationship.Kind.CLIENT
    return "ours" if bool(role["doer"]) == is_client else "theirs"


def clause_of(text: str) -> str:
    """Return what a line is in its contract."""
    if SERVICE.search(text):
        return Commitment.Clause.SERVICE_LEVEL
    return Commitment.Clause.DELIVERABLE if DELIVERY.search(text) else Commitment.Clause.TERM
