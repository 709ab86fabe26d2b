"""A stored letter as the engine knows it."""

from __future__ import annotations

from typing import cast

from leopold import model
from leopold.words import Language
from leopold_web.relationships.models import Message


def letter_of(row: Message) -> model.Letter:
    """Return a stored letter as the engine knows it, without its signals."""
    message = model.Message(
        id=row.own_id,
        at=row.at,
        sender=model.Address(row.sender_name, row.sender_email),
        to=(),
        cc=(),
        subject=row.subject,
        text=row.text,
        source=row.source,
        position=row.position,
        automatic=cast("model.Automatic", row.automatic),
        utc_offset=row.utc_offset,
    )
    zones = tuple(model.Zone(kind, start, end) for kind, start, end in row.zones)
    side: model.Side = "ours" if row.side == "ours" else "theirs"
    return model.Letter(message, side, cast("Language", row.language), zones)
