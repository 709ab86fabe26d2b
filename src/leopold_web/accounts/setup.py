"""The one-time setup code: proof that who creates the owner also sees the server's console."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings

from leopold_web import environment


def is_needed() -> bool:
    """Return whether somebody on another machine could reach the first-run page."""
    return not settings.LEOPOLD_LOCAL


def code() -> str:
    """Return this installation's setup code, made at the first call and kept for its owner alone."""
    return environment.secret(_place(), 9)


def fits(given: str) -> bool:
    """Return whether `given` is the setup code; without one everything fits where none is needed."""
    return not is_needed() or secrets.compare_digest(given.strip().encode(), code().encode())


def spend() -> None:
    """Forget the code: the owner exists."""
    _place().unlink(missing_ok=True)


def _place() -> Path:
    return Path(settings.LEOPOLD_DATA) / "setup-code"
