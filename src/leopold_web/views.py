"""What belongs to no room: whether the desk is alive."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse


@login_not_required
def alive(_request: HttpRequest) -> HttpResponse:
    """Answer that the server runs, for whoever watches it."""
    return HttpResponse("alive\n", content_type="text/plain")
