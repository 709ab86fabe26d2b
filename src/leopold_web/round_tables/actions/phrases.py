"""A phrase of one's own, where this desk sends no letters: what who sits at a seat knows, and the host does not.

Members of the desk see the links that they pass on. So whoever takes a party's seat by such a link chooses a phrase,
which is shown to nobody and kept as a slow digest alone. By it they come back to their seat, and sign.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from typing import Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from leopold_web.round_tables.actions.forgetting import BEFORE_WORDS_BIND
from leopold_web.round_tables.actions.machine import acting, hold
from leopold_web.round_tables.models import RoundTable, Seat, SeatChange, SeatPhrase
from leopold_web.round_tables.refusals import RefusedError

LEAST: Final = 8
"""Characters that a phrase has at least."""
TRIES: Final = 5
PAUSE: Final = timedelta(minutes=15)
"""How long nothing is tried after so many wrong tries."""


def choose(seat: Seat, phrase: str, now: datetime) -> SeatPhrase:
    """Choose a phrase at one's seat, once; RefusedError when there is one, or it is too short."""
    with acting(seat, now, *RoundTable.Stage):
        if SeatPhrase.objects.filter(seat=seat).exists():
            raise RefusedError("phrase_there")
        return keep(seat, phrase, now)


def keep(seat: Seat, phrase: str, now: datetime) -> SeatPhrase:
    """Keep a digest of a new phrase; RefusedError when it is too short."""
    plain = _plain(phrase)
    if len(plain) < LEAST:
        raise RefusedError("phrase_short")
    return SeatPhrase.objects.create(seat=seat, digest=make_password(plain), chosen_at=now)


def require(seat: Seat, phrase: str, now: datetime) -> SeatPhrase:
    """Return the phrase that was chosen at a seat if it is this one; RefusedError when it is not, or too many tried.

    A try stays counted whatever comes of it.
    """
    with transaction.atomic():
        hold(seat.table_id)
        kept = SeatPhrase.objects.filter(seat=seat).first()
        if kept is None:
            raise RefusedError("phrase_none")
        if kept.tried_at is None or kept.tried_at <= now - PAUSE:
            kept.tries = 0
        if kept.tries >= TRIES:
            raise RefusedError("phrase_wait")
        right = check_password(_plain(phrase), kept.digest)
        kept.tries, kept.tried_at = (0, None) if right else (kept.tries + 1, now)
        kept.save(update_fields=["tries", "tried_at"])
    if not right:
        raise RefusedError("phrase_wrong")
    return kept


def replace(table: RoundTable, seat: Seat, phrase: str, now: datetime) -> None:
    """Let a new phrase be chosen at a seat of a held table; that an earlier one was lost, everybody sees.

    RefusedError where an earlier one was lost when words bind already.
    """
    if SeatPhrase.objects.filter(seat=seat).exists():
        if table.stage not in BEFORE_WORDS_BIND:
            raise RefusedError("phrase_binds")
        SeatPhrase.objects.filter(seat=seat).delete()
        SeatChange.objects.create(seat=seat, at=now, kind=SeatChange.Kind.PHRASE)
    keep(seat, phrase, now)


def _plain(phrase: str) -> str:
    """Return a phrase as it is compared: people remember words, neither capitals nor the space between them."""
    return " ".join(unicodedata.normalize("NFKC", phrase).casefold().split())
