"""What a new case begins with: subject, kind of trouble, likely cause, owner and clock, from what the desk knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.utils import timezone

from leopold import words
from leopold.relationships.recurrence import named_in
from leopold_web.accounts.models import User
from leopold_web.cases import playbook
from leopold_web.cases.models import Case
from leopold_web.relationships import corrections, rows
from leopold_web.relationships.models import Alert, Conversation, Message, Relationship
from leopold_web.wording import language

DAYS: Final = 2
"""Days that a new case has, unless somebody says otherwise."""
EVENING: Final = time(18)
LONGEST: Final = 200
ANSWERED: Final = ("re:", "fw:", "fwd:", "ответ:", "на:")


def suggestion(
    found: Relationship, user: User, now: datetime, *, alert: Alert | None, conversation: Conversation | None
) -> dict[str, Any]:
    """Return the first values of the form, by field, with `conversation` beside them: that of the strongest reason."""
    reason = strongest(alert.reasons if alert else found.reasons)
    letter = _letter(found, reason)
    talk = conversation or (letter.conversation if letter else None)
    title = plain_subject(talk.subject) if talk else ""
    subject = _subject(reason, title)
    cause, side = cause_of(found)
    return {
        "subject": subject[:LONGEST],
        "trouble": playbook.trouble_of(reason["kind"] if reason else "", subjects_of(title or subject)),
        "cause": f"{side}:{cause}" if cause else "",
        "owner": user.pk,
        "answer_by": datetime.combine(timezone.localdate(now) + timedelta(days=DAYS), EVENING),
        "conversation": talk,
    }


def table_subject(case: Case) -> str:
    """Return what a round table about a case is called: what our desk reads in letters is left out of it."""
    title = plain_subject(case.conversation.subject) if case.conversation else ""
    return title[:LONGEST] if title and case.subject.startswith(f"{title}: ") else case.subject


def strongest(reasons: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the reason that speaks loudest of trouble, None where none does."""
    pressing = [reason for reason in reasons if reason["contribution"] > 0]
    return max(pressing, key=lambda reason: reason["contribution"], default=None)


def cause_of(found: Relationship) -> tuple[str, str]:
    """Return the cause and its side that people confirmed, else what the letters suggest, else ("", "").

    What people rejected is never suggested, and nothing is where they said that no cause holds.
    """
    said = corrections.of(found)
    confirmed = [key for key, one in said.items() if one.holds and key[1] != "none"]
    settled = {side for (side, name), one in said.items() if name == "none" and one.holds}
    suggested = [(row["side"], row["name"]) for row in found.causes]
    free = [key for key in suggested if key not in said and key[0] not in settled]
    side, name = next(iter([*confirmed, *free]), ("", ""))
    return name, side


def subjects_of(title: str) -> tuple[str, ...]:
    """Return the subjects of trouble that a title names, in either language."""
    return tuple(dict.fromkeys([*named_in(title, "en"), *named_in(title, "ru")]))


def plain_subject(subject: str) -> str:
    """Return the subject of a letter without the marks of an answer before it, on one line."""
    line = " ".join(subject.split())
    while mark := next((each for each in ANSWERED if line.casefold().startswith(each)), ""):
        line = line[len(mark) :].lstrip()
    return line


def _subject(reason: Mapping[str, Any] | None, title: str) -> str:
    if reason is None:
        return title
    known = rows.reason_of(reason)
    said = words.fact(known.fact, language()) if known.fact else words.describe(known, language())
    return f"{title}: {said}" if title else said


def _letter(found: Relationship, reason: Mapping[str, Any] | None) -> Message | None:
    ids = [piece["message_id"] for piece in reason["evidence"]] if reason else []
    letters = found.messages.filter(own_id__in=ids, conversation__isnull=False).select_related("conversation")
    return letters.order_by("at", "pk").last()
