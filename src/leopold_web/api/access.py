"""Who asks: a member by a token, a member by their session, or whoever holds a seat in this browser.

What they may see is not decided here but by the gates, `accounts.gate` and `round_tables.gate`. Cookies are sent by a
browser of itself, so with them every request that changes something also carries a CSRF token; a token of the API is
sent by a program that means it, and needs none.
"""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError, HttpError
from ninja.security import APIKeyCookie, HttpBearer, SessionAuth

from leopold_web import limits
from leopold_web.accounts import tokens
from leopold_web.accounts.models import User
from leopold_web.round_tables import links

WRONG: Final = 30
"""Wrong tokens that one address may send in WINDOW seconds; a right one opens all the same, since nobody guesses it."""
WINDOW: Final = 3600


class Token(HttpBearer):
    """A personal token, in the header ``Authorization: Bearer``. One that is wrong is refused, whoever is signed in."""

    def authenticate(self, request: HttpRequest, token: str) -> User:
        """Return whose token it is, who from here on is who asks."""
        user = tokens.user_of(token, timezone.now())
        if user is None:
            if limits.are_too_many(request, "api-token", WRONG, WINDOW):
                raise HttpError(429, "")
            raise AuthenticationError
        request.user = user
        return user


class Session(SessionAuth):
    """Whoever is signed in at the desk in this browser."""

    openapi_description = "Signed in at the desk; what changes something needs the header X-CSRFToken too."


class Seated(APIKeyCookie):
    """Whoever holds the cookie of a seat, or is signed in as who sits there; the gate tells."""

    param_name = links.API_COOKIE
    openapi_description = (
        "The cookie that taking a seat by its link sets; what changes something needs X-CSRFToken too."
    )

    def authenticate(self, request: HttpRequest, key: str | None) -> bool:  # noqa: ARG002 - ninja's signature
        """Let everybody come as far as the gate, which answers all who hold no seat alike."""
        return True


MEMBERS = (Token(), Session())
SEATED = (Token(), Seated())
READING = (401, 404, 429)
"""What a member may be answered instead of what was asked for."""
WRITING = (401, 403, 404, 409, 413, 429)
"""The same for what changes something."""
