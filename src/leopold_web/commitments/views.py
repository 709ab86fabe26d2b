"""Pages of promises for the members of the desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leopold_web.accounts.gate import user_of
from leopold_web.commitments import gate


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """Show the promises of this desk."""
    return render(request, "commitments/promises.html", {"promises": gate.commitments_for(user_of(request))})
