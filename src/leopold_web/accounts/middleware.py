"""Who comes in before anybody has signed in: the visitor of a demo, and whoever sets the desk up."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from leopold_web.accounts import actions
from leopold_web.accounts.models import Membership

Answer = Callable[[HttpRequest], HttpResponse]


class DemoVisitor:
    """Signs every visitor of a demo in as its owner. Exists only in a demo that this machine alone can reach."""

    def __init__(self, answer: Answer) -> None:
        if not (settings.LEOPOLD_DEMO and settings.LEOPOLD_LOCAL):
            raise MiddlewareNotUsed
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign in who is not."""
        if not request.user.is_authenticated:
            seat = Membership.objects.select_related("user").filter(role=Membership.Role.OWNER).first()
            if seat is not None:
                login(request, seat.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return self.answer(request)


class FirstRun:
    """Leads everybody to the first-run page until the owner exists."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Lead there, except from the page itself."""
        if not request.user.is_authenticated and not request.path.startswith(settings.STATIC_URL):
            place = reverse("first-run")
            allowed = {place, reverse("set_language"), reverse("alive")}
            program = request.path.startswith("/api/")  # which no page helps; the API itself says that nobody may
            if request.path not in allowed and not program and actions.needs_first_run():
                return redirect(place)
        return self.answer(request)
