"""What stands beside every page: the places of the desk, and how much waits there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from leopold_web.accounts import gate
from leopold_web.accounts.models import User
from leopold_web.cases.gate import cases_for
from leopold_web.commitments import listing
from leopold_web.relationships.models import Relationship

RECEIVABLES = {
    *("receivables", "invoice", "receivables-of"),
    *("reminding", "reminding-of", "reminder", "payment-plan"),
    *("payments", "payment", "mappings", "mapping"),
}
PLACES = {
    "today": {"today"},
    "relationships": {"relationships", "relationship", "conversation"},
    "cases": {"cases", "case", "case-new", "case-change", "case-table"},
    "round-tables": {"round-tables", "round-table", "round-table-new", "round-table-import"},
    "promises": {
        "promises",
        "promise",
        "promise-new",
        "promises-several",
        "promise-change",
        "promise-edit",
        "promises-calendar",
    },
    "receivables": RECEIVABLES,
    "imports": {"imports", "import", "import-new", "import-columns"},
    "learning": {"learning"},
}


def places(request: HttpRequest) -> dict[str, Any]:
    """Return the places for whoever is signed in at a workspace, none for anybody else."""
    # Some answers, such as a refused request, are made before anybody is known.
    user = getattr(request, "user", AnonymousUser())
    workspace = gate.workspaces_for(user).first()
    if workspace is None:
        return {"places": [], "workspace": None}
    waiting = gate.relationships_for(user).filter(state=Relationship.State.ALERT).count()
    counts: dict[str, int | str] = {"today": min(waiting, 5), "cases": _cases_waiting(user)}
    if isinstance(user, User) and (found := listing.count_waiting(user)):
        counts["promises"] = listing.said(found)
    here = request.resolver_match.url_name if request.resolver_match else ""
    labels = {
        "today": _("Today"),
        "relationships": _("Relationships"),
        "cases": _("Cases"),
        "round-tables": _("Round tables"),
        "promises": _("Promises"),
        "receivables": _("Receivables"),
        "imports": _("Imports"),
        "learning": _("Learned"),
    }
    shown = [
        {
            "label": labels[name],
            "url": reverse(name),
            "current": here in PLACES[name],
            "count": counts.get(name, 0),
        }
        for name in PLACES
    ]
    return {"places": shown, "workspace": workspace, "demo": settings.LEOPOLD_DEMO}


def _cases_waiting(user: User | AnonymousUser) -> int:
    """Return how many open cases are past their clock, or have no owner."""
    late = Q(answer_by__lt=timezone.now()) | Q(owner=None)
    return cases_for(user).filter(late, closed_at=None).count()
