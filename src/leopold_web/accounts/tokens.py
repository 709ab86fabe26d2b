"""Personal tokens for the API: made, shown once, used and revoked."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from leopold_web.accounts.models import ApiToken, User
from leopold_web.storage import clean

PREFIX: Final = "leopold_"
"""What every token begins with, so that scanners of files and logs know one when they see it."""
BYTES: Final = 32
MOST: Final = 20
"""Tokens that one user may hold at a time."""
NOTED: Final = timedelta(minutes=1)
"""How exactly it is kept when a token was last used: not every request is a write."""


class TooManyError(Exception):
    """The user holds as many tokens as one may."""


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """Return the tokens of `user` that are not revoked, the newest first."""
    return ApiToken.objects.filter(user=user, revoked_at=None)


def make(user: User, name: str, now: datetime) -> str:
    """Make a token and return it; it is kept nowhere, so this is the one time that anybody sees it. TooManyError."""
    secret = PREFIX + secrets.token_urlsafe(BYTES)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if tokens_of(user).count() >= MOST:
            raise TooManyError
        clean(ApiToken(user=user, name=name, token_hash=digest(secret), created_at=now)).save()
    return secret


def revoke(user: User, pk: int, now: datetime) -> None:
    """Let a token of `user` open nothing any more; Http404 where there is none."""
    token = get_object_or_404(tokens_of(user), pk=pk)
    token.revoked_at = now
    token.save(update_fields=["revoked_at"])


def user_of(secret: str, now: datetime) -> User | None:
    """Return whose token `secret` is, None for none that is still good, and note that it was used."""
    found = ApiToken.objects.select_related("user").filter(token_hash=digest(secret), revoked_at=None)
    token = found.filter(user__is_active=True).first()
    if token is None:
        return None
    if token.last_used_at is None or token.last_used_at < now - NOTED:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token.user


def digest(secret: str) -> str:
    """Return what is kept of a token; random bits need neither salt nor a slow digest."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
