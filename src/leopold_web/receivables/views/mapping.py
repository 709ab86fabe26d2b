"""Pages that ask what the columns of a table mean, and list what was said."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leopold.errors import LedgerError
from leopold.ledger import Columns
from leopold.ledger.previews import Sheet
from leopold_web.accounts import gate
from leopold_web.inbox import asking
from leopold_web.inbox.models import Source
from leopold_web.receivables import asked, mapping
from leopold_web.receivables.gate import mappings_for


@require_http_methods(["GET", "POST"])
def import_columns(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Ask what the columns of a table of an import mean; a POST that keeps nothing shows how it would be read."""
    user = gate.user_of(request)
    source = _source(request, pk, number)
    sheet = asking.sheet_of(source)
    if sheet is None:
        return redirect("import", pk)
    page = asked.chosen(sheet, request.POST) if request.method == "POST" else asked.guessed(sheet)
    if page.columns is not None and request.POST.get("do") == "keep":
        if asking.tell(source, sheet, page.columns, user):
            messages.success(
                request, _("%(name)s is read now, and so is each table with this heading.") % _named(source)
            )
        return redirect("import", pk)
    return _asked(
        request, page, {"source": source, "name": source.name, "others": source.belongs_to.sources.count() > 1}
    )


@require_POST
def leave_out(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let an import go on without a table."""
    source = _source(request, pk, number)
    if asking.leave_out(source):
        messages.success(request, _("%(name)s is left out.") % _named(source))
    return redirect("import", pk)


@require_safe
def mappings(request: HttpRequest) -> HttpResponse:
    """Show the headings of which it is known what they mean."""
    rows = [
        {"row": row, "kind": row.columns.get("kind", ""), "meanings": _meanings(Columns.of(row.columns))}
        for row in mappings_for(gate.user_of(request)).select_related("made_by")
    ]
    return render(request, "receivables/mappings.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
def mapping_of(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the columns under a heading mean, and keep what somebody says anew."""
    user = gate.user_of(request)
    row = get_object_or_404(mappings_for(user), pk=pk)
    sheet = Sheet.from_plain(row.sheet)
    if request.method == "POST":
        page = asked.chosen(sheet, request.POST)
    else:
        page = asked.remembered(sheet, Columns.of(row.columns))
    if page.columns is not None and request.POST.get("do") == "keep":
        try:
            mapping.change(row, page.columns, user)
        except LedgerError as error:
            page.faults.append(str(error))
        else:
            messages.success(request, _("Kept. Tables with this heading are read so from now on."))
            return redirect("mappings")
    return _asked(request, page, {"row": row, "name": row.name})


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget what the columns under a heading mean."""
    row = get_object_or_404(mappings_for(gate.user_of(request)), pk=pk)
    row.delete()
    messages.success(request, _("Forgotten. The next table with this heading is guessed, or asked about."))
    return redirect("mappings")


def _asked(request: HttpRequest, page: asked.Asked, context: dict[str, object]) -> HttpResponse:
    whole = {**context, "page": page, "seen": asked.seen(page)}
    if getattr(request, "htmx", False):
        return render(request, "receivables/_columns.html", whole)
    failed = request.POST.get("do") == "keep"
    return render(request, "receivables/columns.html", whole, status=422 if failed else 200)


def _source(request: HttpRequest, pk: int, number: int) -> Source:
    made = gate.get_import(gate.user_of(request), pk)
    found = made.sources.select_related("belongs_to").filter(number=number, kind=Source.Kind.LEDGER).first()
    if found is None:
        raise Http404
    return found


def _named(source: Source) -> dict[str, str]:
    return {"name": source.name}


def _meanings(columns: Columns) -> list[tuple[str, str]]:
    words = asked.MEANINGS[columns.kind]
    return [(name, words[key]()) for key, name in columns.columns.items() if key in words]
