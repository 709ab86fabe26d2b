"""Promises in a calendar of one's own: the page of its addresses, and what a calendar reads there."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import conditional_page, require_http_methods, require_POST, require_safe

from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.commitments import feeds
from leopold_web.commitments.models import Commitment
from leopold_web.commitments.reminding_forms import FeedForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def addresses(request: HttpRequest) -> HttpResponse:
    """Show the calendar addresses of who asks, and make one, which is shown this once."""
    user, made = user_of(request), ""
    form = FeedForm(request.POST if request.method == "POST" else None, initial={"language": get_language()})
    if form.is_valid():
        try:
            secret = feeds.make(workspace_of(user), user, form.cleaned_data["language"], timezone.now())
            made = request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
        except feeds.TooManyError:
            form.add_error(None, _("You hold as many addresses as one may. Revoke one that you need no longer."))
    context = {"form": form, "made": made, "feeds": feeds.feeds_of(user)}
    return render(request, "commitments/calendar.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one of one's own addresses open nothing any more."""
    feeds.revoke(user_of(request), pk, timezone.now())
    messages.success(request, _("This address opens nothing any more. Your calendar may show what it read before."))
    return redirect("promises-calendar")


@login_not_required
@conditional_page
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the promises to a calendar that knows the address."""
    found = feeds.feed_of(secret, timezone.now())
    if found is None:
        raise Http404
    text = feeds.text_of(found, found.workspace.today(), lambda each: _address(request, each))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="promises.ics"'
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _address(request: HttpRequest, promise: Commitment) -> str:
    return request.build_absolute_uri(reverse("promise", args=[promise.pk]))
