"""Whether somebody writes to us, or only sends to us: research notes, events, offers of whom we never wrote to.

What is sent to many speaks to nobody: it answers no letter, greets none of its readers by name, asks them nothing, and
takes more than a few lines for it. Somebody whose letters are all like that, three or more of them, and to whom nobody
of ours ever wrote, only sends mailings. One letter that speaks to us tells otherwise: a new client's first angry letter
does, even to an office that has no name to greet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leopold.correspondence.names import latin
from leopold.correspondence.subjects import answers
from leopold.model import Letter
from leopold.relationships.behaviour import own_text, requests

FEWEST: Final = 3
"""From how many letters on somebody may be called a mailing."""

_GREETING: Final = 160
"""Characters of a letter's beginning in which its greeting stands."""

_SHORT: Final = 400
"""Characters up to which a letter without links is a person's, whatever it says."""

_LONGEST: Final = 2_000
_READERS: Final = 10
_LINKS: Final = 2
_QUESTION: Final = re.compile(r"[^\W\d_][ \u00a0]?\?+!*[\"')»”]*\s*(?:$|[\n\"'(«“-]|[A-ZА-ЯЁÄÖÜ])", re.MULTILINE)
_FORWARDED: Final = re.compile(r"\s*(?:fwd?|wg|tr|пересл)\s*:", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_]{3,}")


def is_mailing(letters: Sequence[Letter]) -> bool:
    """Say whether a counterparty's letters, ours among them, are only what it sends to many."""
    return len(letters) >= FEWEST and not any(letter.side == "ours" or speaks_to_us(letter) for letter in letters)


def muted(letters: Sequence[Letter]) -> list[Letter]:
    """Return mailings as what they are: nothing is read in them, and nobody awaits an answer to them."""
    return [replace(each, message=replace(each.message, automatic="newsletter"), signals=()) for each in letters]


def speaks_to_us(letter: Letter) -> bool:
    """Say whether a letter answers one, or is to few readers and short, greets one by name or asks something."""
    message = letter.message
    if message.in_reply_to or (answers(message.subject) and not _FORWARDED.match(message.subject)):
        return True
    readers = (*message.to, *message.cc)
    if not 0 < len(readers) <= _READERS:
        return False
    own = own_text(letter)
    names = {name for each in readers for name in _NAME.findall(latin(f"{each.name} {each.email.partition('@')[0]}"))}
    if not names.isdisjoint(_NAME.findall(latin(own[:_GREETING]))):
        return True
    links = own.count("http")
    return (0 < len(message.text.strip()) <= _SHORT and not links) or (
        len(own) <= _LONGEST and links <= _LINKS and _asks(own)
    )


def _asks(own: str) -> bool:
    # Where a charset was lost, question marks stand within words and between them; only one that ends something asks.
    return _QUESTION.search(own) is not None or requests(own.lower())
