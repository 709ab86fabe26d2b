"""A conversation as it is put before the second reader: numbered letters, own words alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from leopold.model import Conversation, Letter, Relationship
from leopold.second_reader.masking import CALLED, Mask, Masked

LETTERS: Final = 24
"""Letters of a conversation that are sent: the latest."""
A_LETTER: Final = 2_000
"""Characters of own words that are sent of a letter, at most."""
A_SHEET: Final = 16_000
"""Characters of letters that are sent together, at most."""


@dataclass(frozen=True, slots=True)
class Page:
    """One letter on a sheet, and the stretches of its own words as they are sent."""

    letter: Letter
    stretches: tuple[Masked, ...]

    def find(self, quote: str) -> tuple[int, int] | None:
        """Return where in the letter's text `quote` stands within one stretch of own words; None where it does not."""
        return next((place for stretch in self.stretches if (place := stretch.find(quote))), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The letters of one conversation that are sent, oldest first: page 0 is letter 1."""

    pages: tuple[Page, ...]

    @property
    def data(self) -> list[dict[str, Any]]:
        """What is sent, as JSON values."""
        return [
            {
                "n": number,
                "by": CALLED[page.letter.side],
                "date": page.letter.message.at.date().isoformat() if page.letter.message.at else "",
                "text": "\n".join(stretch.sent for stretch in page.stretches),
            }
            for number, page in enumerate(self.pages, 1)
        ]

    @property
    def size(self) -> int:
        """Characters of letters on it."""
        return sum(len(stretch.sent) for page in self.pages for stretch in page.stretches)

    def digest(self, *more: str) -> str:
        """Return a name for what is sent, together with `more` that an answer depends on."""
        words = json.dumps([self.data, *more], ensure_ascii=False)
        return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Sheets:
    """Writes the sheets of one relationship."""

    def __init__(self, relationship: Relationship) -> None:
        self._mask = Mask(relationship)
        self._letters = {letter.message.id: letter for letter in relationship.letters if _speaks(letter)}

    def of(self, conversation: Conversation) -> Sheet:
        """Return the latest letters of a conversation as they are sent, within the limits of this module.

        Letters without a date or own words are left out, and those that a machine wrote.
        """
        chosen = [self._letters[each] for each in conversation.message_ids if each in self._letters]
        chosen.sort(key=lambda letter: (str(letter.message.at), letter.message.id))
        pages: list[Page] = []
        size = 0
        for letter in reversed(chosen[-LETTERS:]):
            page = Page(letter, _stretches(self._mask, letter))
            length = sum(len(stretch.sent) for stretch in page.stretches)
            if size + length > A_SHEET:
                break
            if length:
                pages.append(page)
                size += length
        return Sheet(tuple(reversed(pages)))


def sheet_of(relationship: Relationship, conversation: Conversation) -> Sheet:
    """Return the sheet of one conversation of a relationship."""
    return Sheets(relationship).of(conversation)


def _speaks(letter: Letter) -> bool:
    return letter.message.at is not None and not letter.message.automatic


def _stretches(mask: Mask, letter: Letter) -> tuple[Masked, ...]:
    found, left = [], A_LETTER
    for zone in letter.own:
        if left > 0:
            text = mask.masked(letter.message.text, zone.start, min(zone.end, zone.start + left))
            left -= zone.end - zone.start
            if text.sent.strip():
                found.append(text)
    return tuple(found)
