"""Pages of imports."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from leopold_web.accounts import gate
from leopold_web.accounts.actions import set_own_domains
from leopold_web.inbox import actions
from leopold_web.inbox.forms import ImportForm
from leopold_web.wording import language

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
    return redirect("import", actions.start_import(workspace, found["letters"], found["ledger"], user).pk)


@require_safe
def import_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far an import is, and what it refused."""
    made = gate.get_import(gate.user_of(request), pk)
    refused = [(one.source, one.position, one.said(language())) for one in made.refusals.all()[:REFUSALS_SHOWN]]
    error = made.why.said(language()) if made.why else ""
    context = {"import": made, "sources": made.sources.all(), "error": error, "refusals": refused}
    fragment = bool(getattr(request, "htmx", False))
    return render(request, "inbox/_progress.html" if fragment else "inbox/import.html", context)
