"""What a subject says once the marks of answering, forwarding, lists and tickets are taken off."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 1_000
"""Characters of a subject that are read, at most."""

_ANSWER = r"(?:re|fwd?|aw|wg|sv|vs|antw?|tr|rv|res|enc|ha|отв|ответ|на|пересл|переслано|вн)"
_MARK = re.compile(rf"\s*+{_ANSWER}\s*+(?:\[\d++\]|\(\d++\)|\^\d++|\*\d++|\d++)?\s*+[:：]", re.IGNORECASE)
_TAG = re.compile(r"\s*+\[[^\[\]]*+\]")
_TICKET = re.compile(r"\[?(?<!\w)(?:ticket|case|заявка|обращение|тикет)?\s*(?:#|№|id:?)\s?(\d{2,})\]?", re.IGNORECASE)
_TAIL = re.compile(r"\(\s*(?:fwd?|re)\s*\)\s*$", re.IGNORECASE)


def bare_subject(subject: str) -> str:
    """Return the subject without the marks of answering and forwarding and without tags before it, as it was typed."""
    subject = subject[:LONGEST]
    start = 0
    while found := _MARK.match(subject, start) or _TAG.match(subject, start):
        start = found.end()
    return _TAIL.sub("", subject[start:]).strip() or (subject.strip() if not answers(subject) else "")


@lru_cache(maxsize=8192)
def normalised_subject(subject: str) -> str:
    """Return what letters of one conversation have in common in their subjects: lower case, without marks and tickets.

    "" where nothing but marks is left.
    """
    return " ".join(_TICKET.sub(" ", bare_subject(subject)).casefold().split())


def answers(subject: str) -> bool:
    """Say whether the subject bears a mark of answering or forwarding, behind tags or not."""
    subject = subject[:LONGEST]
    start = 0
    while found := _TAG.match(subject, start):
        start = found.end()
    return _MARK.match(subject, start) is not None or _TAIL.search(subject) is not None


def ticket(subject: str) -> str:
    """Return the number of the ticket that the subject names, "" where it names none."""
    found = _TICKET.search(subject[:LONGEST])
    return found[1] if found else ""
