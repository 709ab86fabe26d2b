"""Every letter of a round table goes out here."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, Final

from django.apps import apps
from django.urls import reverse
from django.utils.module_loading import import_string

from leopold_web.round_tables.models import Seat

log = logging.getLogger(__name__)

SENDER: Final = "leopold_web.notifications"


def send(kind: str, seat: Seat, now: datetime, key: str, **context: Any) -> None:
    """Send a letter of `kind` to who sits at `seat`, in their language; a second one under the same `key` is not sent.

    Kinds: table_invitation (link), table_turn (stage, deadline), table_reminder (stage, deadline), table_code (code),
    table_closed (ending), table_signed. Every one also has subject, host, name, seat (the address of the seat).
    """
    if not apps.is_installed(SENDER):
        log.warning("no letter %s was sent: this desk has nothing to send letters with", kind)
        return
    table = seat.table
    known = {
        "subject": table.subject,
        "host": table.host,
        "name": seat.name,
        "seat": table.address.rstrip("/") + reverse("seat", args=[seat.code]),
    }
    post = import_string(f"{SENDER}.actions.send")
    post(kind, seat.email, seat.language, known | context, f"{kind}:{seat.code}:{key}", now)
