"""Pages of promises for the members of the desk: the three lists, one promise, and what is done there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from leopold_web.accounts.gate import relationships_for, user_of, workspace_of
from leopold_web.accounts.models import User
from leopold_web.commitments import changing, checking, confirming, gate, listing, reminding, showing
from leopold_web.commitments.folding import RUNNING
from leopold_web.commitments.forms import AnswerForm, ChangeForm, EditForm
from leopold_web.commitments.listing import Choice
from leopold_web.commitments.models import Commitment, FoundPromise
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.receivables.actions import exact
from leopold_web.wording import language, money

DONE = ("confirmed", "dismissed", "waiting")
"""What may just have become of a found promise, as the list says it with a way back."""


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """Show the promises of this desk: those to confirm, those that are open, or those that are over."""
    user, choice = user_of(request), Choice.of(request.GET)
    waits = listing.count_waiting(user)
    if not choice.part:
        choice = Choice.of(_with(request.GET, part="confirm" if waits else "open"))
    context = {
        "choice": choice,
        "waits": waits,
        "waits_said": listing.said(waits),
        "open": gate.commitments_for(user).filter(state="open").count(),
        "members": workspace_of(user).users.order_by("name", "email"),
        "about": relationships_for(user).select_related("organization").filter(pk=choice.relationship).first(),
        "ended": [(state.value, state.label) for state in listing.ENDED],
        "query": choice.query(page=1),
        "back": choice.query(),
        **_part(user, choice),
        **_done(user, request.GET),
    }
    return render(request, "commitments/promises.html", context)


def _part(user: User, choice: Choice) -> dict[str, Any]:
    """Return the rows of the list that was asked for, and its page."""
    if choice.part == "confirm":
        page = listing.page_of(listing.waiting(user, choice), choice)
        told = listing.offers(user, choice)[: listing.PAGE] if choice.page == 1 else []
        return {"page": page, "rows": showing.waiting(list(page.object_list)), "offers": showing.offers(told)}
    kept = listing.open_ones(user, choice) if choice.part == "open" else listing.over(user, choice)
    listed = listing.page_of(kept, choice)
    today = workspace_of(user).today()
    rows = showing.rows(listed.object_list, today)
    return {"page": listed, "rows": rows}


def _done(user: User, query: QueryDict) -> dict[str, Any]:
    """Return what was done last and can be undone, where the address says so."""
    done = query.get("done", "")
    if done not in DONE:
        return {}
    found = gate.found_promises_for(user).filter(pk=listing.number(query.get("found"))).first()
    return {"done": done, "done_promise": found} if found else {}


def _with(query: QueryDict, **other: str) -> QueryDict:
    changed = query.copy()
    for name, value in other.items():
        changed[name] = value
    return changed


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a found promise one that the desk keeps, and lead back to the list."""
    user = user_of(request)
    told = "told" in request.POST
    return _answered(request, pk, "confirmed", lambda found: confirming.confirm(found, user, timezone.now(), told=told))


@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a found promise is none, and lead back to the list."""
    user = user_of(request)
    return _answered(request, pk, "dismissed", lambda found: confirming.dismiss(found, user, timezone.now()))


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a found promise wait again, and lead back to the list."""
    return _answered(request, pk, "waiting", confirming.undo)


def _answered(request: HttpRequest, pk: int, done: str, act: Callable[[FoundPromise], Any]) -> HttpResponse:
    found, choice = gate.get_found_promise(user_of(request), pk), Choice.of(QueryDict(request.POST.get("back", "")))
    query = choice.query(part="confirm")
    try:
        act(found)
    except PromiseRefusedError as refusal:
        messages.error(request, refusal.said)
        return redirect(f"{reverse('promises')}?{query}")
    return redirect(f"{reverse('promises')}?{query}&done={done}&found={pk}")


@require_safe
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one promise: its words, what became of it with the proof of each, and what letters tell of it."""
    return show(request, gate.get_commitment(user_of(request), pk))


def show(request: HttpRequest, found: Commitment, *, status: int = 200, **bound: Any) -> HttpResponse:
    """Show a promise with its forms; `bound` are those that came back with something wrong in them."""
    today = found.workspace.today()
    context = showing.of_promise(found)
    forms = {
        "change_form": ChangeForm(today, prefix="change", initial={"on": today.isoformat()}),
        "edit_form": EditForm(found.workspace, today, prefix="edit", initial=EditForm.initial_of(found)),
        "overdue": found.is_overdue(today),
        "running": found.state in RUNNING,
        "amount": money(exact(found.amount), found.currency) if found.amount is not None else "",
        **reminding.shown(found, user_of(request)),
        **_expected(found),
    }
    return render(request, "commitments/promise.html", context | forms | bound, status=status)


def _expected(found: Commitment) -> dict[str, Any]:
    """Return what is expected of a promise, and what its side's dates were worth before."""
    outlook, checked = checking.forecast_of(found), checking.check_of_promise(found)
    return {
        "outlook": outlook,
        "late": None if outlook is None or outlook.late is None else round(100 * outlook.late),
        "checked": checked,
        "check": checked.expectation.said(language()) if checked else "",
    }


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what became of a promise."""
    user = user_of(request)
    found = gate.get_commitment(user, pk)
    today = found.workspace.today()
    form = ChangeForm(today, request.POST, prefix="change")
    if not form.is_valid():
        return show(request, found, status=422, change_form=form)
    try:
        changing.change(found, form.told, user, timezone.now(), today)
    except PromiseRefusedError as refusal:
        form.add_error(None, refusal.said)
        return show(request, found, status=422, change_form=form)
    return redirect(f"{reverse('promise', args=[pk])}#history")


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or refuse what letters tell of a promise."""
    user, form = user_of(request), AnswerForm(request.POST)
    found = gate.get_commitment(user, pk)
    if not form.is_valid():
        raise BadRequest("no such answer")
    said = form.cleaned_data

    def act() -> None:
        changing.answer(found, said["key"], user, timezone.now(), accepts=said["accepts"] == "yes")

    return _done_or_said(request, act, _back_to(request, pk))


@require_POST
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let a change count no more."""
    user = user_of(request)
    made = gate.get_change(user, pk, number)
    place = f"{reverse('promise', args=[pk])}#history"
    return _done_or_said(request, lambda: changing.take_back(made, user, timezone.now()), place)


@require_POST
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is kept of a promise."""
    user = user_of(request)
    found = gate.get_commitment(user, pk)
    form = EditForm(found.workspace, found.workspace.today(), request.POST, prefix="edit")
    if not form.is_valid():
        return show(request, found, status=422, edit_form=form)
    said = form.cleaned_data
    return _done_or_said(
        request, lambda: changing.edit(found, said, user, timezone.now()), reverse("promise", args=[pk])
    )


def _back_to(request: HttpRequest, pk: int) -> str:
    """Return the place from which an answer came: the list, or the promise's own page."""
    if "back" not in request.POST:
        return f"{reverse('promise', args=[pk])}#told"
    return f"{reverse('promises')}?{Choice.of(QueryDict(request.POST['back'])).query(part='confirm')}"


def _done_or_said(request: HttpRequest, act: Callable[[], object], place: str) -> HttpResponse:
    """Do something, say why where it cannot be done, and lead on."""
    try:
        act()
    except PromiseRefusedError as refusal:
        messages.error(request, refusal.said)
    return redirect(place)
