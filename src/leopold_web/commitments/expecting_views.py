"""Expectations of both sides of one relationship, side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leopold_web.accounts.gate import get_relationship, user_of
from leopold_web.commitments import checking, expectations
from leopold_web.wording import language


@require_safe
def relationship(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what each side said was promised, with its letters, and where the two contradict each other."""
    user = user_of(request)
    found = get_relationship(user, pk)
    check = checking.check_of_relationship(found)
    context = {"relationship": found, "check": check.said(language()) if check else ""}
    return render(request, "commitments/expectations.html", context | expectations.of_relationship(user, found))
