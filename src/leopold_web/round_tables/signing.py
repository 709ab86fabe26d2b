"""How a signature was made, in words: what the protocol and the pages say of it, and no more than was checked."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leopold_web.round_tables.models import Signature


def how(signature: Signature, address: str) -> str:
    """Return when a signature was made and by what means; `address` is `signature.sent_to` as it can be shown."""
    said = {"moment": moment(signature.at), "address": address}
    if signature.chosen_at is not None:
        words = _("Signed on %(moment)s by typed name and a personal phrase, chosen on %(chosen)s.")
        by_link = signature.means == Signature.Means.PHRASE_BY_LINK
        told = (
            _("The host passed on the link to this seat.") if by_link else _("Who signed has an account with the host.")
        )
        return words % (said | {"chosen": moment(signature.chosen_at)}) + " " + told
    if address:
        return _("Signed on %(moment)s by typed name and a one-time code sent to %(address)s.") % said
    return _("Signed on %(moment)s by typed name, confirmed by a one-time code.") % said


def masked(address: str) -> str:
    """Return a mail address by which its owner knows it and others cannot write to it: ``v…@tolliver.example``."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"


def moment(value: datetime) -> str:
    """Return a moment to the second, in UTC, in the reader's language."""
    return date_format(value.astimezone(UTC), "j E Y, H:i:s").replace(" ", "\u00a0") + "\u00a0UTC"
