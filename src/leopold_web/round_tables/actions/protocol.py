"""Eighth stage: each party signs, by its typed name and a one-time code sent to its address.

Where this desk sends no letters, by its typed name and the phrase that it chose; the protocol says which it was.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.utils.crypto import salted_hmac

from leopold_web.commitments import actions as commitments
from leopold_web.round_tables import letters
from leopold_web.round_tables.actions import phrases
from leopold_web.round_tables.actions.agreement import hash_of, latest
from leopold_web.round_tables.actions.machine import acting, enter, mark_done
from leopold_web.round_tables.models import Agreement, RoundTable, Seat, Signature, SigningCode
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.round_tables.signing import masked
from leopold_web.storage import storable

Stage = RoundTable.Stage
LIFE: Final = timedelta(minutes=15)
PAUSE: Final = timedelta(minutes=1)
TRIES: Final = 5


def send_code(seat: Seat, now: datetime) -> None:
    """Send a party a one-time code of six digits, in the place of an earlier one; at most one a minute.

    RefusedError where this desk sends no letters; there one signs by a phrase.
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
        kept = SigningCode.objects.filter(agreement=agreement, seat=seat).first()
        if kept is None or not secrets.compare_digest(kept.code_hash, _digest(agreement, seat, code)):
            raise RefusedError("code_wrong")
        made = Signature(sent_to=masked(seat.email), code_hash=kept.code_hash)
        signature = _signed(table, agreement, seat, typed_name, made, now)
        kept.delete()
    return signature


def sign_by_phrase(seat: Seat, typed_name: str, phrase: str, now: datetime) -> Signature:
    """Sign what all confirmed, where this desk sends no letters, by the phrase that was chosen at this seat.

    RefusedError where it does send them, when the name is another, or the phrase is wrong or was tried too often.
    """
    if letters.are_sent():
        raise RefusedError("code_needed")
    with acting(seat, now, Stage.PROTOCOL):
        pass
    kept = phrases.require(seat, phrase, now)
    with acting(seat, now, Stage.PROTOCOL) as table:
        means = Signature.Means.PHRASE if seat.user_id else Signature.Means.PHRASE_BY_LINK
        made = Signature(means=means, chosen_at=kept.chosen_at)
        return _signed(table, latest(table), seat, typed_name, made, now)


def _signed(
    table: RoundTable, agreement: Agreement, seat: Seat, typed_name: str, made: Signature, now: datetime
) -> Signature:
    """Keep a signature made by means that were checked; when all parties have signed, it is settled."""
    if " ".join(typed_name.casefold().split()) != " ".join(seat.name.casefold().split()):
        raise RefusedError("name_wrong")
    if hash_of(agreement.content) != agreement.content_hash:
        raise RefusedError("seal_broken")
    made.agreement, made.seat, made.at = agreement, seat, now
    made.typed_name = storable(" ".join(typed_name.split()))
    made.content_hash = agreement.content_hash
    made.save()
    if mark_done(seat, now):
        _settle(table, agreement, now)
    return made


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
