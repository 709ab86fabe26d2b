"""The secrets in links and browsers: 256 random bits each, of which only a digest is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from leopold_web.round_tables.models import Seat

COOKIE: Final = "leopold-seat"
"""The cookie that binds a seat to a browser. Its path is that of the seat, so a browser may hold several."""
API_COOKIE: Final = "leopold-seat-api"
"""The same secret for the seat's addresses of the API, which lie elsewhere."""
BYTES: Final = 32
LIFE: Final = timedelta(days=14)
"""How long a link waits to be used."""
COOKIE_AGE: Final = 400 * 24 * 3600


def new_secret() -> str:
    """Return 256 random bits, as text that fits into an address."""
    return secrets.token_urlsafe(BYTES)


def digest(secret: str) -> str:
    """Return what is kept of a secret; random bits need neither salt nor a slow digest."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def path_of(seat: Seat, token: str) -> str:
    """Return the path of a personal link."""
    return reverse("seat-link", args=[seat.code, token])


def browser_of(request: HttpRequest) -> str:
    """Return the secret that a browser holds for the seat whose address it asks, "" where it holds none."""
    return request.COOKIES.get(COOKIE) or request.COOKIES.get(API_COOKIE, "")


def set_cookie(answer: HttpResponse, seat: Seat, browser: str) -> None:
    """Let a browser keep the secret that binds it to a seat, out of reach of scripts and other sites."""
    for name, place in ((COOKIE, "seat"), (API_COOKIE, "api:api-seat")):
        answer.set_cookie(
            name,
            browser,
            max_age=COOKIE_AGE,
            path=reverse(place, args=[seat.code]),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
