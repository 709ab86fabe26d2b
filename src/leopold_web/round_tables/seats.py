"""Pages of a seat: for whoever sits there, with an account or without."""

from __future__ import annotations

import re
from typing import Any, Final

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leopold_web.round_tables import gate, letters, links, noting, showing, taking
from leopold_web.round_tables.actions import opening
from leopold_web.round_tables.forms import AgainForm
from leopold_web.round_tables.models import Invitation, Seat, SeatPhrase
from leopold_web.round_tables.refusals import RefusedError

PLACE: Final = re.compile(r"[a-z]{1,20}(-[0-9]{1,10})?")
"""What a part of the page of a seat may be called."""


@never_cache
@login_not_required
@require_GET
def seat(request: HttpRequest, code: str) -> HttpResponse:
    """Show the table from a seat."""
    try:
        found = gate.seat_of(request, code)
    except gate.LinkRefusedError as refusal:
        return refuse(request, refusal)
    return show(request, found)


@never_cache
@login_not_required
@require_POST
def step(request: HttpRequest, code: str, step: str) -> HttpResponse:
    """Do one thing from a seat."""
    try:
        found = gate.seat_of(request, code)
    except gate.LinkRefusedError as refusal:
        return refuse(request, refusal)
    typed = {step.replace("-", "_"): request.POST}
    with translation.override(noting.language_of(request, found)):
        try:
            taking.take(found, step, request.POST, timezone.now())
        except taking.NotUnderstoodError as fault:
            return show(request, found, fault=fault.said, status=422, typed=typed)
        except taking.HotError as warning:
            return show(request, found, warned=warning.found)
        except RefusedError as refusal:
            return show(request, found, fault=refusal.said, status=409, typed=typed)
    return redirect(_place(request, code))


def _place(request: HttpRequest, code: str) -> str:
    """Return the address of a seat, at the part of its page that the request came from."""
    address, at = reverse("seat", args=[code]), request.POST.get("at", "")
    return f"{address}?at={at}#{at}" if PLACE.fullmatch(at) else address


@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """Ask whoever follows a link to take the seat, and bind it to their browser when they say so.

    A GET changes nothing: mail scanners follow links too.
    """
    now = timezone.now()
    found = Seat.objects.filter(code=code).first()
    if found is not None and gate.is_bound(found, links.browser_of(request)):
        return redirect("seat", code)
    try:
        if request.method == "POST":
            phrase = request.POST.get("phrase", "")[:200]
            taken, browser = opening.bind(code, token, now, phrase=phrase, lost="lost" in request.POST)
            answer = redirect("seat", code)
            links.set_cookie(answer, taken, browser)
            return answer
        invitation = gate.invitation_of(code, token, now)
    except gate.LinkRefusedError as refusal:
        return refuse(request, refusal)
    except RefusedError as refusal:
        link = Invitation.objects.select_related("seat__table").get(seat__code=code, token_hash=links.digest(token))
        return _ask(request, link, 409, refusal.said)
    return _ask(request, invitation)


@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
def again(request: HttpRequest) -> HttpResponse:
    """Send a new link to an address, if it has a seat; the page says the same whether it has or not."""
    if not letters.are_sent():
        # A new link would shut out an old one, and reach nobody.
        return render(request, "round_tables/again.html", {"no_letters": True})
    form = AgainForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "round_tables/again.html", {"form": form}, status=422 if form.is_bound else 200)
    email = form.cleaned_data["email"].lower()
    if not ratelimit.consume(request, action="seat_again", key=email):
        return render(request, "round_tables/again.html", {"form": form, "too_many": True}, status=429)
    opening.ask_again(email, timezone.now())
    messages.success(request, _("If this address has a seat at an open table, a new link is on its way there."))
    return redirect("seat-again")


def refuse(request: HttpRequest, refusal: gate.LinkRefusedError) -> HttpResponse:
    """Answer every link and seat that is not for who asks by one and the same page, and keep a note of it."""
    return _refused(request, noting.note(request, refusal))


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    context = {"form": AgainForm(), "no_letters": not letters.are_sent()}
    answer = render(request, "round_tables/refused.html", context, status=status)
    if getattr(request, "htmx", False):
        answer["HX-Refresh"] = "true"
    _keep_out_of_log(answer)
    return answer


def _keep_out_of_log(answer: HttpResponse) -> None:
    """Let Django not write the path of a refusal into its log, and with it a link that may still open a seat."""
    answer._has_been_logged = True  # type: ignore[attr-defined]


def _ask(request: HttpRequest, link: Invitation, status: int = 200, fault: str = "") -> HttpResponse:
    """Ask whether who followed a link takes the seat; a party whose link the host could see, for a phrase too."""
    seat = link.seat
    with translation.override(noting.language_of(request, seat)):
        context = {
            "seat": seat,
            "fault": fault,
            "by_phrase": link.shown_at_desk and seat.is_party,
            "phrase": SeatPhrase.objects.filter(seat=seat).first(),
        }
        answer = render(request, "round_tables/link.html", context, status=status)
        _keep_out_of_log(answer)
        return answer


def show(request: HttpRequest, found: Seat, *, status: int = 200, **more: Any) -> HttpResponse:
    """Show the table from a seat, in the language of who sits there, with `more`, such as what could not be done.

    HTMX is answered 200 even so: it puts nothing else into the page.
    """
    at = request.GET.get("at", "") or request.POST.get("at", "")
    with translation.override(noting.language_of(request, found)):
        context = showing.of_seat(found) | {"at": at.partition("-")[0]} | more
        answered = 200 if getattr(request, "htmx", False) else status
        return render(request, "round_tables/seat.html", context, status=answered)
