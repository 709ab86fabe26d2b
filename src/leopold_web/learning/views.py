"""Pages of learning: say that an alert was right or wrong, see what follows from it, take it back, set limits."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leopold import words
from leopold.relationships.learning import QUIET, Lesson
from leopold_web.accounts import gate
from leopold_web.accounts.models import Workspace
from leopold_web.learning import actions
from leopold_web.learning.forms import LimitsForm, MarkForm
from leopold_web.learning.models import AlertMark
from leopold_web.wording import language

MARKS_SHOWN = 200


@require_http_methods(["GET", "POST"])
def learning(request: HttpRequest) -> HttpResponse:
    """Show what the marks of this desk teach, each of them with a way back; take new limits."""
    user = gate.user_of(request)
    workspace = gate.workspace_of(user)
    limits = actions.limits_of(workspace)
    given = {"percent": round(100 * limits.threshold), "capacity": limits.capacity}
    form = LimitsForm(request.POST if request.method == "POST" else None, initial=given)
    if form.is_valid():
        actions.set_limits(workspace, form.cleaned_data["percent"] / 100, form.cleaned_data["capacity"])
        messages.success(request, _("The limits are kept. Leopold is working out what follows."))
        return redirect("learning")
    context = {
        "form": form,
        "lessons": [_lesson(lesson) for lesson in actions.lessons_of(workspace)],
        "marks": gate.marks_for(user).select_related("by")[:MARKS_SHOWN],
        "amount": _amount(workspace, limits.capacity),
        "quiet": QUIET.days,
    }
    return render(request, "learning/learning.html", context, status=422 if form.is_bound else 200)


@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that an alert was right or wrong."""
    user, form = gate.user_of(request), MarkForm(request.POST)
    alert = gate.get_alert(user, pk)
    if not form.is_valid():
        return HttpResponseBadRequest()
    made = actions.mark_alert(alert, form.cleaned_data["verdict"], user)
    values = {"name": made.name, "days": QUIET.days}
    if made.verdict == AlertMark.Verdict.WRONG:
        said = _("%(name)s: the alert was wrong. Leopold stays quiet about its reasons for %(days)s days.") % values
    else:
        said = _("%(name)s: the alert was right. Its reasons weigh a little more from now on.") % values
    messages.success(request, said)
    if form.cleaned_data["back"] == "today":
        return redirect("today")
    return redirect("relationship", alert.relationship_id)


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mark back."""
    found = gate.get_mark(gate.user_of(request), pk)
    actions.revoke(found)
    messages.success(request, _("%(name)s: the mark is taken back, and leaves no trace.") % {"name": found.name})
    return redirect("learning")


def _lesson(lesson: Lesson) -> dict[str, Any]:
    known = lesson.kind in words.KINDS[language()]
    return {
        "text": words.kind(lesson.kind, lesson.side, language()) if known else lesson.kind,
        "percent": 100 * lesson.multiplier,
        "right": lesson.right,
        "wrong": lesson.wrong,
        "n": len(lesson.marks),
    }


def _amount(workspace: Workspace, capacity: int | None) -> int | None:
    """Return the percentage that a capacity amounted to so far, None without one."""
    if capacity is None:
        return None
    evening = datetime.combine(workspace.today(), time.max, UTC)
    return round(100 * actions.amounts_to(workspace, capacity, evening))
