"""What the pages of a seat and the API do alike: note what is refused, and speak the language of who sits there."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Final

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from leopold_web.round_tables import gate
from leopold_web.round_tables.models import RefusedLink, Seat

log = logging.getLogger(__name__)

REFUSED_AN_HOUR: Final = 20
HOUR: Final = timedelta(hours=1)


def note(request: HttpRequest, refusal: gate.LinkRefusedError) -> int:
    """Keep a note of a link or seat that is not for who asks, and return the status to answer it by: 404, or 429.

    Past so many in an hour from one address nothing more is noted. A right link opens all the same: behind a proxy or
    in an office many share one address, and what nobody can guess needs no further protection.
    """
    now, address = timezone.now(), str(get_adapter().get_client_ip(request))[:64]
    if RefusedLink.objects.filter(address=address, at__gt=now - HOUR).count() >= REFUSED_AN_HOUR:
        return 429
    RefusedLink.objects.create(table=refusal.table, reason=refusal.reason, at=now, address=address)
    log.warning("a link or seat of a round table was refused: %s", refusal.reason)
    return 404


def language_of(request: HttpRequest, found: Seat) -> str:
    """Return the language that the reader chose on a page, else that in which they were invited."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else found.language
