"""Send a letter: write it, and put it into the outbox once."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.mail_server import is_address
from leopold_web.notifications import sealing, wording
from leopold_web.notifications.models import Letter
from leopold_web.storage import key_of, storable

log = logging.getLogger(__name__)

PATIENCE: Final = timedelta(days=2)
"""How long a letter is tried before it is given up; one that expires sooner is given up then."""


def is_on() -> bool:
    """Return whether this desk has a mail server to send letters with."""
    return settings.LEOPOLD_MAIL is not None


def send(kind: str, to: str, language: str, context: Mapping[str, Any], dedupe_key: str, now: datetime) -> bool:
    """Put a letter into the outbox unless one under `dedupe_key` was there; return whether letters go out at all.

    It is made within the caller's transaction, so that it exists if and only if what it tells of does. `context` holds
    what `wording.KINDS` names for the kind; a letter is of no use after `expires`, if that is in it. To an address that
    is none no attempt is made. KeyError for an unknown kind or a missing value.
    """
    if not is_on():
        return False
    subject, text = wording.write(kind, language, context)
    key, to = key_of(dedupe_key), to.strip()
    fit = is_address(to)
    made = {
        "kind": kind,
        "to": to if fit else storable(to)[:254],
        "language": language,
        "subject": storable(subject)[:200],
        "sealed": sealing.seal(key, storable(text)) if fit else None,
        "created_at": now,
        "due_at": now,
        "until": min(now + PATIENCE, context["expires"]) if "expires" in wording.KINDS[kind] else now + PATIENCE,
        "failed_at": None if fit else now,
        "reason": "" if fit else "this is no mail address",
    }
    with transaction.atomic():
        letter, new = Letter.objects.get_or_create(key=key, defaults=made)
        if new and fit:
            ask_for(letter)
    if new and not fit:
        log.warning("%s has no mail address to go to", letter)
    return True


def letter_of(dedupe_key: str) -> Letter | None:
    """Return the letter in the outbox under a key."""
    return Letter.objects.filter(key=key_of(dedupe_key)).first()


def withdraw(letter: Letter, now: datetime, reason: str) -> bool:
    """Take back a letter that has not gone out; False where it is over, or an attempt at it may be under way."""
    waiting = Letter.objects.filter(pk=letter.pk, sent_at=None, failed_at=None, attempts=0)
    return bool(waiting.update(failed_at=now, sealed=None, reason=reason[:300]))


def ask_for(letter: Letter) -> None:
    """Ask the worker for the next attempt at a letter; while one is asked for, or being made, it changes nothing."""
    key = f"letter:{letter.pk}"
    JobRun.objects.filter(key=key, state=JobRun.State.DONE).delete()
    jobs.request(key, "letter", letter.pk)
