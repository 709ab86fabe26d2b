"""Who takes part in letters."""

from __future__ import annotations

from leopold.model import Message


def had(letter: Message, earlier: Message) -> bool:
    """Say whether whoever wrote `letter` wrote `earlier` or was sent it."""
    writer = letter.sender.email
    return bool(writer) and writer in {each.email for each in (earlier.sender, *earlier.to, *earlier.cc)}


def share_people(letter: Message, earlier: Message) -> bool:
    """Say whether `letter` goes to whoever wrote `earlier`, or the two have two people in common.

    One person is not enough: whoever writes "Invoice" to many writes to each of them about another matter.
    """
    readers = {each.email for each in (*letter.to, *letter.cc)}
    before = {each.email for each in (earlier.sender, *earlier.to, *earlier.cc)}
    writer, first = letter.sender.email, earlier.sender.email
    answers = first != writer and first in readers
    return bool(first and answers) or len((before & (readers | {writer})) - {""}) >= 2
