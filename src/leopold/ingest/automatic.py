"""Which letters no person wrote: bounces, auto-replies, newsletters.

A mailing list where people talk carries List-Id too, so that alone makes no newsletter: a letter is one when it is
sent in bulk (List-Unsubscribe, or Precedence bulk or junk) and neither answers a letter (In-Reply-To, "Re:") nor comes
from a list that takes posts (List-Post, or the Mailing-List of ezmlm and Yahoo Groups). What a no-reply sender writes
is a newsletter always. Where the header says nothing, the sender's mailbox and the text do (`leopold.ingest.bulk`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from leopold.ingest.bulk import is_bulk
from leopold.model import Automatic

_BOUNCER = re.compile(r"^(?:mailer-?daemon|postmaster|mail-?daemon|bounces?)(?:[+@.-]|$)", re.IGNORECASE)
_BOUNCED = re.compile(
    r"undeliver|delivery (?:status )?(?:notification|failure|failed)|returned mail|mail delivery|failure notice"
    r"|delivery has failed|could not be delivered|недоставлен|не (?:может быть |был[ао]? )?доставлен"
    r"|сбой доставки|unzustellbar|échec de la remise|non remis",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"^\s*(?:\[?(?:auto(?:mat(?:ic|ed|ische?)|matisch)?)[ -]?(?:re(?:ply|sponse|sponder)|antwort|answer)\]?\b"
    r"|autoreply\b"
    r"|out of (?:the )?office\b|away from (?:the |my )?office|on vacation\b|vacation (?:reply|notice|message)"
    r"|автоматический ответ|автоответ|\[?автоответчик|вне офиса|нет на рабочем месте|в отпуске[:.!]?\s*$|отпуск:"
    r"|abwesenheits|automatische antwort|außer haus|abwesend"
    r"|réponse automatique|absence du bureau|absent du bureau|message d.absence)",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"^(?:no-?_?reply|do-?_?not-?_?reply|newsletters?|news|mailing|rassylka|noreply\w*)(?:[+@.-]|$)", re.IGNORECASE
)
_ANSWER = re.compile(r"(?:\s*+\[[^\]]{1,60}\])?\s*+(?:re|aw|sv|antw|отв|на)(?:\[\d+\])?\s*+:", re.IGNORECASE)
_DSN_PARTS = frozenset({"message/delivery-status", "message/global-delivery-status"})


def automatic(
    fields: Mapping[str, Sequence[str]], sender: str, subject: str, kinds: Sequence[str], report: str, text: str = ""
) -> Automatic:
    """Return what kind of machine wrote a letter, "" for a person.

    `fields` are its header fields by lower-case name, `kinds` the types of its parts, `report` the report-type of
    a multipart/report, `text` its text.
    """
    if _is_bounce(fields, sender, subject, kinds, report):
        return "bounce"
    if _is_auto_reply(fields, subject):
        return "auto-reply"
    return "newsletter" if _is_newsletter(fields, sender, subject, text) else ""


def _first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    values = fields.get(name)
    return values[0].strip().lower() if values else ""


def _is_bounce(
    fields: Mapping[str, Sequence[str]], sender: str, subject: str, kinds: Sequence[str], report: str
) -> bool:
    if report == "delivery-status" or "x-failed-recipients" in fields or not _DSN_PARTS.isdisjoint(kinds):
        return True
    if report in ("disposition-notification", "feedback-report"):
        return False
    from_machine = bool(_BOUNCER.match(sender))
    null_path = "return-path" in fields and _first(fields, "return-path").replace(" ", "") in ("<>", "")
    return (from_machine or null_path) and bool(_BOUNCED.search(subject[:300]))


def _is_auto_reply(fields: Mapping[str, Sequence[str]], subject: str) -> bool:
    submitted = _first(fields, "auto-submitted").partition(";")[0].strip()
    if submitted and submitted != "no":
        return True
    if "x-autoreply" in fields or "x-autorespond" in fields or "auto_reply" in _first(fields, "precedence"):
        return True
    return bool(_AWAY.match(subject[:300]))


def _is_newsletter(fields: Mapping[str, Sequence[str]], sender: str, subject: str, text: str) -> bool:
    if _NO_REPLY.match(sender):
        return True
    takes_posts = "list-post" in fields and _first(fields, "list-post") not in ("no", "<no>")
    if takes_posts or "mailing-list" in fields or "in-reply-to" in fields or _ANSWER.match(subject[:300]):
        return False
    precedence = _first(fields, "precedence")
    if "list-unsubscribe" in fields or precedence in ("bulk", "junk"):
        return True
    return precedence != "list" and is_bulk(sender, subject, text)
