"""Who takes part in letters."""

from __future__ import annotations

from leopold.model import Message


def share_people(letter: Message, earlier: Message) -> bool:
    """Say whether the writer of `letter` wrote or was sent `earlier`, or writes to whoever wrote it."""
    readers = {each.email for each in (*letter.to, *letter.cc)}
    before = {each.email for each in (earlier.sender, *earlier.to, *earlier.cc)}
    writer, first = letter.sender.email, earlier.sender.email
    return bool(writer and writer in before) or bool(first and first in readers)
