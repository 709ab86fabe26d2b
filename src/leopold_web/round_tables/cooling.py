"""Cooling off: what in a message to the other side may hurt, before it is sent. Whoever wants to send it still can."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from leopold.coaching import advise
from leopold_web.coaching import showing
from leopold_web.wording import language

HOT: Final = frozenset(
    (
        "blame",
        "absolute",
        "ultimatum",
        "threat",
        "sarcasm",
        "dismissive",
        "defensive",
        "shouting",
        "anger",
    )
)
"""The findings of the reply coach that are about tone; the others are about letters and books."""


def warning_of(text: str, today: date) -> dict[str, Any] | None:
    """Return the draft with its hot places marked and what is said of them, None where nothing in it is hot."""
    draft = text.replace("\r\n", "\n")
    found = [one for one in advise(draft, (), today=today) if one.kind in HOT]
    if not found:
        return None
    return {
        "text": draft,
        "stretch": showing.marked(draft, found, language()),
        "findings": showing.shown(draft, found, {}, language(), examples=False),
    }
