"""Pages on which people enter promises: one by hand, or those of a contract."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from leopold_web.accounts.gate import get_relationship, relationships_for, user_of, workspace_of
from leopold_web.commitments import contracts, entering, reading
from leopold_web.commitments.forms import UNREAD, LineForm, PasteForm, PromiseForm
from leopold_web.commitments.listing import Choice, number
from leopold_web.commitments.wording import weekday_of
from leopold_web.relationships.models import Relationship

NAMES_SHOWN = 200
MOST_LINES = 100


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter a promise of `?relationship=`; days in words are shown back before they are kept."""
    user = user_of(request)
    about = _about(request)
    if about is None:
        return _choose(request, "promise-new")
    today = about.workspace.today()
    first = {"side": "theirs", "promised_on": today, "keeper": user.pk}
    form = PromiseForm(about.workspace, today, request.POST if request.method == "POST" else None, initial=first)
    shown_back = ""
    if form.is_valid():
        shown_back = form.shown_back
        if not shown_back:
            made = entering.enter(about, [form.said], user, timezone.now())[0]
            return redirect("promise", made.pk)
    context = {
        "form": form,
        "relationship": about,
        "people": [str(each) for each in about.people.all()[:NAMES_SHOWN]],
        "shown_back": shown_back,
        "day": form.cleaned_data["due"] if shown_back else None,
    }
    return render(request, "commitments/new.html", context, status=422 if form.is_bound and not shown_back else 200)


@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """Show which day `?due=` names, seen from `?promised_on=` or today: a piece of the form, as somebody types."""
    today = workspace_of(user_of(request)).today()
    text = request.GET.get("due", "")[:100]
    written = reading.day_of(request.GET.get("promised_on", "")[:10], today) or today
    found = reading.day_of(text, written) if text.strip() else None
    context = {"day": found, "shown_back": weekday_of(found) if found else "", "unread": UNREAD if text.strip() else ""}
    # Without the request: what stands beside every page is not asked for at each key.
    return HttpResponse(render_to_string("commitments/_day.html", context))


@require_http_methods(["GET", "POST"])
def several(request: HttpRequest) -> HttpResponse:
    """Enter the promises of a contract: its lines are read first, and kept as they then stand in the form."""
    user = user_of(request)
    about = _about(request)
    if about is None:
        return _choose(request, "promises-several")
    today = about.workspace.today()
    pasted = PasteForm(today, request.POST if request.method == "POST" else None, initial={"promised_on": today})
    context: dict[str, Any] = {"form": pasted, "relationship": about}
    if not pasted.is_valid():
        return render(request, "commitments/several.html", context, status=422 if pasted.is_bound else 200)
    written = pasted.cleaned_data["promised_on"]
    if "lines" not in request.POST:
        dated, others = reading.lines_of(pasted.cleaned_data["text"], written)
        rows = [contracts.row_of(each, about, pasted.cleaned_data["reference"], user) for each in dated[:MOST_LINES]]
        lines = [LineForm(about.workspace, written, prefix=str(n), initial=row) for n, row in enumerate(rows)]
        return render(request, "commitments/several.html", context | {"lines": lines, "others": others, "read": True})
    count = min(number(request.POST["lines"]), MOST_LINES)
    lines = [LineForm(about.workspace, written, request.POST, prefix=str(n)) for n in range(count)]
    chosen = [each for each in lines if each.data.get(each.add_prefix("keep"))]
    faults = [each for each in chosen if not each.is_valid()]
    if faults:
        return render(request, "commitments/several.html", context | {"lines": lines, "read": True}, status=422)
    made = entering.enter(about, [each.said(written) for each in chosen], user, timezone.now())
    kept = ngettext("%(n)d promise is kept.", "%(n)d promises are kept.", len(made)) % {"n": len(made)}
    messages.success(request, kept if made else _("Nothing was ticked, so nothing is kept."))
    return redirect(f"{reverse('promises')}?{Choice(part='open', relationship=about.pk).query()}")


def _about(request: HttpRequest) -> Relationship | None:
    """Return the relationship that the address names, None where it names none; Http404 for one that is not theirs."""
    asked = request.GET.get("relationship")
    if not asked:
        return None
    if not number(asked):
        raise BadRequest("about which relationship?")
    return get_relationship(user_of(request), number(asked))


def _choose(request: HttpRequest, place: str) -> HttpResponse:
    """Let the reader say first with whom."""
    known = relationships_for(user_of(request)).select_related("organization").order_by("searched")
    return render(request, "commitments/choose.html", {"relationships": known, "place": reverse(place)})
