"""Pages of cases for the members of the desk."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leopold_web.accounts.gate import get_alert, get_conversation, get_relationship, user_of, workspace_of
from leopold_web.cases import actions, gate, showing, suggesting
from leopold_web.cases.forms import CaseForm, CloseForm, NoteForm, TaskForm, VerbForm
from leopold_web.cases.models import Case
from leopold_web.cases.refusals import CaseRefusedError
from leopold_web.relationships.models import Alert, Conversation, Relationship


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Show the cases of this desk, or of `?whose=mine`: the open ones first, each that is overdue marked by a word."""
    user = user_of(request)
    found, mine = gate.cases_for(user), request.GET.get("whose") == "mine"
    page = showing.listed(found.filter(owner=user) if mine else found, request.GET.get("page", "1"))
    now = timezone.now()
    rows = [{"case": case, "overdue": case.is_overdue(now)} for case in page]
    return render(request, "cases/cases.html", {"page": page, "rows": rows, "mine": mine})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a case about `?relationship=`, `?alert=` or `?conversation=`; its form begins with what the desk knows."""
    user = user_of(request)
    about, alert, talk = _subject_of(request)
    first = suggesting.suggestion(about, user, timezone.now(), alert=alert, conversation=talk)
    form = CaseForm(workspace_of(user), request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        key = alert.key if alert else ""
        made = actions.open_case(
            about, form.said, user, timezone.now(), alert_key=key, conversation=first["conversation"]
        )
        return redirect("case", made.pk)
    context = {"form": form, "relationship": about, "conversation": first["conversation"]}
    return render(request, "cases/new.html", context, status=422 if form.is_bound else 200)


def _subject_of(request: HttpRequest) -> tuple[Relationship, Alert | None, Conversation | None]:
    user, asked = user_of(request), request.GET
    if number := _number(asked.get("alert")):
        alert = get_alert(user, number)
        return alert.relationship, alert, None
    if number := _number(asked.get("conversation")):
        talk = get_conversation(user, number)
        return talk.relationship, None, talk
    if number := _number(asked.get("relationship")):
        return get_relationship(user, number), None, None
    raise BadRequest("about which relationship?")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one case."""
    return show(request, gate.get_case(user_of(request), pk))


def show(request: HttpRequest, found: Case, *, status: int = 200, **bound: Any) -> HttpResponse:
    """Show a case with its forms; `bound` are those that came back with something wrong in them."""
    user = user_of(request)
    context = showing.of_case(found, user, timezone.localdate(), timezone.now())
    forms = {
        "form": CaseForm(found.workspace, initial=_initial(found)),
        "task_form": TaskForm(found.workspace, initial={"owner": user.pk}, prefix="task"),
        "note_form": NoteForm(prefix="note"),
        "close_form": CloseForm(prefix="close", initial={"outcome": showing.suggested_outcome(context["tables"])}),
    }
    return render(request, "cases/case.html", context | forms | bound, status=status)


def _initial(found: Case) -> dict[str, Any]:
    return {
        "subject": found.subject,
        "trouble": found.trouble,
        "cause": f"{found.cause_side}:{found.cause}" if found.cause else "",
        "owner": found.owner_id or "",
        "answer_by": found.answer_by,
    }


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Say anew what a case is about, who owns it, and until when."""
    found = gate.get_case(user_of(request), pk)
    form = CaseForm(found.workspace, request.POST)
    if not form.is_valid():
        return show(request, found, status=422, form=form)
    return _done(request, found, lambda: actions.change(found, form.said))


@require_POST
def add_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Add something to do."""
    found = gate.get_case(user_of(request), pk)
    form = TaskForm(found.workspace, request.POST, prefix="task")
    if not form.is_valid():
        return show(request, found, status=422, task_form=form)
    said = form.cleaned_data
    return _done(
        request, found, lambda: actions.add_task(found, said["text"], said["owner"], said["due"]), place="tasks"
    )


@require_POST
def task(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Tick a task off, drop it, or take it up again."""
    found, form = gate.get_task(user_of(request), pk, number), VerbForm(request.POST)
    if not form.is_valid():
        raise BadRequest("no such verb")
    verb = cast("actions.Verb", form.cleaned_data["verb"])
    return _done(request, found.case, lambda: actions.mark_task(found, verb, timezone.now()), place="tasks")


@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a note."""
    user = user_of(request)
    found, form = gate.get_case(user, pk), NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return show(request, found, status=422, note_form=form)
    actions.add_note(found, form.cleaned_data["text"], user, timezone.now())
    return redirect(f"{reverse('case', args=[pk])}#notes")


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a case with how it ended."""
    user = user_of(request)
    found, form = gate.get_case(user, pk), CloseForm(request.POST, prefix="close")
    if not form.is_valid():
        return show(request, found, status=422, close_form=form)
    said = form.cleaned_data
    return _done(request, found, lambda: actions.close(found, said["outcome"], said["text"], user, timezone.now()))


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a closed case up again."""
    user = user_of(request)
    found = gate.get_case(user, pk)
    return _done(request, found, lambda: actions.reopen(found, user, timezone.now()))


def _done(request: HttpRequest, found: Case, action: Any, place: str = "") -> HttpResponse:
    """Do something, say why where it cannot be done, and lead back to the case."""
    try:
        action()
    except CaseRefusedError as refusal:
        messages.error(request, refusal.said)
    return redirect(reverse("case", args=[found.pk]) + (f"#{place}" if place else ""))
