"""Pages that lead from a case to a round table, and from the other side to a case."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from leopold_web.accounts.gate import get_relationship, user_of
from leopold_web.cases import actions, asking, gate, suggesting
from leopold_web.cases.forms import AskForm
from leopold_web.cases.refusals import CaseRefusedError
from leopold_web.round_tables import views as tables
from leopold_web.wording import language


@require_http_methods(["GET", "POST"])
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a round table from a case: the form of round tables, with what the case knows in it."""
    case = gate.get_case(user_of(request), pk)
    kind = "closed" if not case.is_open else "no_relationship" if case.relationship is None else ""
    if kind:
        messages.error(request, CaseRefusedError(kind).said)
        return redirect("case", pk)
    guest = None
    if case.asked_by:
        guest = {"name": case.asked_by, "email": case.asked_email, "language": case.asked_language or language()}
    try:
        return tables.open_new(
            request,
            case.relationship,
            subject=suggesting.table_subject(case),
            guest=guest,
            opened=lambda made: actions.link_table(case, made),
        )
    except CaseRefusedError as refusal:
        messages.error(request, refusal.said)
        return redirect("case", pk)


@require_POST
def asking_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the link by which the other side can ask for a round table, or take it back."""
    found = get_relationship(user_of(request), pk)
    if "take_back" in request.POST:
        asking.take_back(found, timezone.now())
        messages.success(request, _("The link leads nowhere any more."))
    else:
        asking.make_link(found, timezone.now())
    return redirect(reverse("relationship", args=[pk]) + "#asking")


@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Let whoever holds a link of this desk ask for a round table. The page shows nothing but the name of the desk."""
    link = gate.asking_link_of(code)
    form = AskForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "host": link.workspace.name}
    if not form.is_valid():
        return render(request, "cases/ask.html", context, status=422 if form.is_bound else 200)
    if not ratelimit.consume(request, action="ask_table", key=link.code):
        form.add_error(None, CaseRefusedError("too_many_asked").said)
        return render(request, "cases/ask.html", context, status=429)
    said = form.cleaned_data
    try:
        asking.ask(link, **said, language=language(), now=timezone.now())
    except CaseRefusedError as refusal:
        form.add_error(None, refusal.said)
        return render(request, "cases/ask.html", context, status=429)
    return render(request, "cases/ask.html", {"asked": True, "host": link.workspace.name})
