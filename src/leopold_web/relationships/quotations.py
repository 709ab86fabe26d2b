"""Evidence as a page shows it: the telling words marked, in the sentence they stand in, and who wrote them when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from leopold import words
from leopold.model import Evidence
from leopold_web.relationships import rows
from leopold_web.relationships.models import Message, Signal
from leopold_web.wording import language

Stored = Mapping[str, Any]

AROUND = 120
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s)|\n")
GOOD_KINDS = frozenset({"gratitude", "apology", "concession", "reassurance", "praise"})


@dataclass(frozen=True)
class Quotation:
    """A marked stretch with the words before and after it in its sentence, and the letter it stands in.

    `second` tells that the second reader found it.
    """

    before: str
    marked: str
    after: str
    sender: str
    at: datetime | None
    conversation: int | None
    message: int
    second: bool = False


@dataclass(frozen=True)
class Shown:
    """A reason ready for the page. `contribution` is in log-odds; `width` is its size for the bar, 0..100."""

    text: str
    ours: bool
    contribution: float
    width: float
    fact: str
    quotations: tuple[Quotation, ...]


def letters_of(relationship_ids: Iterable[int], reasons: Iterable[Stored]) -> dict[tuple[int, str], Message]:
    """Return the letters that the evidence of `reasons` stands in, by relationship and own id, in two queries."""
    ids = {piece["message_id"] for reason in reasons for piece in reason["evidence"]}
    second = Prefetch("signals", Signal.objects.exclude(reader=""), to_attr="second")
    found = Message.objects.filter(relationship__in=list(relationship_ids), own_id__in=ids).prefetch_related(second)
    return {(message.relationship_id, message.own_id): message for message in found}


def shown(
    relationship: int, stored: Sequence[Stored], letters: Mapping[tuple[int, str], Message], *, quotes: int = 3
) -> list[Shown]:
    """Return the reasons of one relationship with at most `quotes` quotations each, the newest."""
    most = max((abs(each["contribution"]) for each in stored), default=1.0) or 1.0
    found = []
    for each in stored:
        reason = rows.reason_of(each)
        pieces = [(piece, letters.get((relationship, piece.message_id))) for piece in reason.evidence]
        quotations = tuple(quotation(piece, message) for piece, message in pieces if message)[-quotes:]
        fact = words.fact(reason.fact, language()) if reason.fact else ""
        text, width = words.describe(reason, language()), 100 * abs(reason.contribution) / most
        found.append(Shown(text, reason.side == "ours", reason.contribution, width, fact, quotations))
    return found


def quotation(piece: Evidence, message: Message) -> Quotation:
    """Return `piece` in its sentence, cut to what a reader wants to see."""
    text = message.text
    start, end = _sentence_start(text, piece.start), _sentence_end(text, piece.end)
    cut = start > 1 and text[start - 1] == " " and text[start - 2] not in ".!?…"
    more = end < len(text) and text[end - 1] not in ".!?…\n" and text[end] == " "
    return Quotation(
        before=("… " if cut else "") + _one_line(text[start : piece.start]).lstrip(),
        marked=_one_line(piece.quote),
        after=_one_line(text[piece.end : end]).rstrip() + (" …" if more else ""),
        sender=message.sender_name or message.sender_email,
        at=message.at,
        conversation=message.conversation_id,
        message=message.pk,
        second=any((one.start, one.end) == (piece.start, piece.end) for one in getattr(message, "second", ())),
    )


def _sentence_start(text: str, position: int) -> int:
    window = max(position - AROUND, 0)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, window, position)]
    if ends or not window:
        return ends[-1] if ends else 0
    return text.find(" ", window, position) + 1 or position


def _sentence_end(text: str, position: int) -> int:
    window = min(position + AROUND, len(text))
    if position and text[position - 1] in ".!?…\n":
        return position
    end = _SENTENCE_END.search(text, position, window)
    if end or window == len(text):
        return end.end() if end else window
    return max(text.rfind(" ", position, window), position)


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + line + (" " if text[-1:].isspace() and line else "")
