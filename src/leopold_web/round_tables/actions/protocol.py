"""Eighth stage: each party signs, by its typed name and a one-time code sent to its address."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.utils.crypto import salted_hmac

from leopold_web.commitments import actions as commitments
from leopold_web.round_tables import letters
from leopold_web.round_tables.actions.agreement import hash_of, latest
from leopold_web.round_tables.actions.machine import acting, enter, mark_done
from leopold_web.round_tables.models import Agreement, RoundTable, Seat, Signature, SigningCode
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import storable

Stage = RoundTable.Stage
LIFE: Final = timedelta(minutes=15)
PAUSE: Final = timedelta(minutes=1)
TRIES: Final = 5


def send_code(seat: Seat, now: datetime) -> None:
    """Send a party a one-time code of six digits, in the place of an earlier one; at most one a minute.

    RefusedError where this desk sends no letters: nobody signs without a code that went to their own address.
    """
    if not letters.are_sent():
        raise RefusedError("no_letters")
    with acting(seat, now, Stage.PROTOCOL) as table:
        agreement = latest(table)
        if SigningCode.objects.filter(agreement=agreement, seat=seat, sent_at__gt=now - PAUSE).exists():
            raise RefusedError("no_code_now")
        code = f"{secrets.randbelow(10**6):06d}"
        kept = {"code_hash": _digest(agreement, seat, code), "sent_at": now, "expires_at": now + LIFE, "tries": 0}
        SigningCode.objects.update_or_create(agreement=agreement, seat=seat, defaults=kept)
        letters.send("table_code", seat, now, now.isoformat(), code=code, expires=now + LIFE)


def sign(seat: Seat, typed_name: str, code: str, now: datetime) -> Signature:
    """Sign what all confirmed; when all parties have, it is settled.

    RefusedError when the name is another, or the code is wrong, too old, or was tried too often.
    """
    if not _spend_try(seat, code, now):
        raise RefusedError("code_wrong")
    with acting(seat, now, Stage.PROTOCOL) as table:
        agreement = latest(table)
        if " ".join(typed_name.casefold().split()) != " ".join(seat.name.casefold().split()):
            raise RefusedError("name_wrong")
        kept = SigningCode.objects.filter(agreement=agreement, seat=seat).first()
        if kept is None or not secrets.compare_digest(kept.code_hash, _digest(agreement, seat, code)):
            raise RefusedError("code_wrong")
        if hash_of(agreement.content) != agreement.content_hash:
            raise RefusedError("seal_broken")
        signature = Signature.objects.create(
            agreement=agreement,
            seat=seat,
            typed_name=storable(" ".join(typed_name.split())),
            code_hash=kept.code_hash,
            content_hash=agreement.content_hash,
            at=now,
        )
        kept.delete()
        if mark_done(seat, now):
            _settle(table, agreement, now)
    return signature


def _spend_try(seat: Seat, code: str, now: datetime) -> bool:
    """Count a try, which stays counted whatever comes of it, and tell whether the code is right."""
    with acting(seat, now, Stage.PROTOCOL) as table:
        agreement = latest(table)
        kept = SigningCode.objects.filter(agreement=agreement, seat=seat).first()
        if kept is None or kept.expires_at <= now or kept.tries >= TRIES:
            return False
        kept.tries += 1
        kept.save(update_fields=["tries"])
        return secrets.compare_digest(kept.code_hash, _digest(agreement, seat, code))


def _settle(table: RoundTable, agreement: Agreement, now: datetime) -> None:
    agreement.signed_at = now
    agreement.save()
    commitments.take_over(agreement, now)
    for seat in table.seats.all():
        seat.table = table
        letters.send("table_signed", seat, now, str(agreement.version))
    enter(table, Stage.FOLLOW_UP, now)


def _digest(agreement: Agreement, seat: Seat, code: str) -> str:
    digits = "".join(code.split())
    return salted_hmac(f"leopold.signing:{agreement.code}:{seat.code}", digits, algorithm="sha256").hexdigest()
