"""Pages of imports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from leopold_web.accounts import gate
from leopold_web.accounts.actions import set_own_domains
from leopold_web.inbox import actions
from leopold_web.inbox.forms import ImportForm
from leopold_web.inbox.models import Remark
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Statement
from leopold_web.wording import language, money

REFUSALS_SHOWN = 100
IMPORTS_SHOWN = 50


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Show the imports so far, newest first."""
    found = gate.imports_for(gate.user_of(request)).prefetch_related("sources")
    return render(request, "inbox/imports.html", {"imports": found[:IMPORTS_SHOWN]})


@require_http_methods(["GET", "POST"])
def import_new(request: HttpRequest) -> HttpResponse:
    """Take files and start an import of them."""
    user = gate.user_of(request)
    workspace = gate.workspace_of(user)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ImportForm(data, files, initial={"own_domains": ", ".join(workspace.own_domains)})
    if not form.is_valid():
        return render(request, "inbox/import_new.html", {"form": form}, status=422 if form.is_bound else 200)
    found = form.cleaned_data
    if found["own_domains"]:
        set_own_domains(workspace, found["own_domains"])
    made = actions.start_import(workspace, found["letters"], found["ledger"], user, ask_first=found["ask_first"])
    return redirect("import", made.pk)


@require_safe
def import_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far an import is, and what it refused."""
    made = gate.get_import(gate.user_of(request), pk)
    error = made.why.said(language()) if made.why else ""
    context = {
        "import": made,
        "sources": made.sources.all(),
        "asking": [] if made.is_over else made.sources.filter(asks=True),
        "error": error,
        "refusals": _said(made.refusals.all()[:REFUSALS_SHOWN]),
        "doubts": _said(made.doubts.all()[:REFUSALS_SHOWN]),
        "statements": [_statement(row) for row in made.statements.all()[:REFUSALS_SHOWN]],
    }
    fragment = bool(getattr(request, "htmx", False))
    return render(request, "inbox/_progress.html" if fragment else "inbox/import.html", context)


def _said(found: Iterable[Remark]) -> list[tuple[str, str]]:
    return [(one.place, one.said(language())) for one in found]


def _statement(row: Statement) -> dict[str, Any]:
    amounts = {"opening": row.opening, "moved": row.moved, "closing": row.closing}
    shown = {name: "–" if each is None else money(exact(each), row.currency) for name, each in amounts.items()}
    missing = row.difference
    said = missing if missing is None else money(exact(missing), row.currency) if missing else ""
    return {"row": row, "missing": said, **shown}
