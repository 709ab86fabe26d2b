"""Hand letters over to the mail server: attempts with growing gaps, and an end.

An attempt is counted, and the next one put off, before anything goes out. So a worker that is killed after the server
took the letter but before that was noted sends it once more at the next attempt and never again; both copies carry one
Message-ID, by which mail programs may show them as one.
"""

from __future__ import annotations

import hashlib
import logging
import smtplib
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import format_datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string

from leopold_web.inbox.jobs import Hold
from leopold_web.mail_server import MailServer, plain
from leopold_web.notifications import actions, sealing
from leopold_web.notifications.models import Letter

log = logging.getLogger(__name__)

GAPS: Final = tuple(timedelta(seconds=gap) for gap in (30, 120, 300, 900, 3600, 10800, 21600, 43200))
"""How long after each attempt the next one comes; the last gap comes again until the letter is given up."""
LEASE: Final = timedelta(seconds=120)
"""How long nobody else tries a letter that an attempt was begun at: longer than any attempt takes."""
KEPT: Final = timedelta(days=90)
"""How long the outbox remembers a letter that is over."""
CHECKS: Final = {"payment_reminder": "leopold_web.receivables.acting.outgoing.check"}
"""Who is asked, just before an attempt at a letter of a kind and within its transaction, why it must not go out."""
OVER: Final = {"payment_reminder": "leopold_web.receivables.acting.outgoing.over"}
"""Who is told that a letter of a kind was sent, or given up."""
TOO_LATE: Final = "given up: it could not be sent in time"


class GivenUpError(Exception):
    """The mail server will never take this letter, or it cannot be read any more."""


def run(hold: Hold, pk: int) -> None:
    """Make one attempt at a letter, as a background job."""
    attempt(pk, timezone.now(), hold)


def tick(now: datetime) -> None:
    """Ask for the attempts that are due, and forget letters that were over long ago."""
    if actions.is_on():
        for letter in Letter.objects.filter(sent_at=None, failed_at=None, due_at__lte=now):
            actions.ask_for(letter)
    Letter.objects.filter(sent_at__lt=now - KEPT).delete()
    Letter.objects.filter(failed_at__lt=now - KEPT).delete()


def attempt(pk: int, now: datetime, hold: Hold | None = None) -> None:
    """Try to send a letter that is due; whatever comes of it is noted, and nothing is raised for a server's fault."""
    server: MailServer | None = settings.LEOPOLD_MAIL
    letter = _claim(pk, now, hold) if server else None
    if server is None or letter is None:
        return
    try:
        _hand_over(server, _message(letter, server))
    except GivenUpError as error:
        _end(letter, now, str(error))
    except (OSError, smtplib.SMTPException) as error:
        reason = _reason(error)
        if _is_final(error):
            _end(letter, now, reason)
        else:
            log.warning("%s: attempt %d failed: %s", letter, letter.attempts, _public(error))
            gap = GAPS[min(letter.attempts, len(GAPS)) - 1]
            Letter.objects.filter(pk=pk, sent_at=None).update(reason=reason, due_at=now + gap)
    else:
        _note_sent(letter, now)


def _claim(pk: int, now: datetime, hold: Hold | None) -> Letter | None:
    """Count an attempt and put the next one off; None when the letter is over, not due, or was given up just now."""
    with transaction.atomic():
        if hold is not None:
            hold.renew()
        open_ones = Letter.objects.filter(pk=pk, sent_at=None, failed_at=None, due_at__lte=now)
        letter = open_ones.first()
        if letter is None:
            return None
        if letter.until <= now:
            _end(letter, now, f"{TOO_LATE}; {letter.reason}" if letter.reason else TOO_LATE)
            return None
        if letter.kind in CHECKS and (refusal := import_string(CHECKS[letter.kind])(letter, now)):
            log.info("%s is %s", letter, refusal)
            _forget(letter, now, refusal)
            return None
        # Whatever another process did since is seen here: of two, one counts this attempt.
        counted = open_ones.filter(attempts=letter.attempts).update(attempts=F("attempts") + 1, due_at=now + LEASE)
        letter.attempts += 1
        return letter if counted else None


def _message(letter: Letter, server: MailServer) -> EmailMessage:
    """Return a letter as it goes over the wire. Values with line breaks raise ValueError: no header can be injected."""
    try:
        text = sealing.unseal(letter.key, bytes(letter.sealed or b""))
    except sealing.BrokenSealError as error:
        raise GivenUpError("its text is sealed with another secret key") from error
    message = EmailMessage(policy=POLICY)
    message["Subject"] = letter.subject
    message["From"] = plain(server.sender)
    message["To"] = plain(letter.to)
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = f"<{_name(letter)}@{plain(server.sender).partition('@')[2]}>"
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(text, cte="base64" if not text.isascii() else None)
    return message


def _name(letter: Letter) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}:{letter.key}".encode()).hexdigest()[:32]


def _hand_over(server: MailServer, message: EmailMessage) -> None:
    connection = server.connect()
    try:
        connection.send_message(message)
    finally:
        connection.close()


def _is_final(error: Exception) -> bool:
    """Tell whether the server refused this letter, its sender or its receiver for good.

    Other refusals, such as a wrong password, are for the operator to mend, so the letter waits.
    """
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=Mapping() as refused):
            return all(code >= 500 for code, _said in refused.values())
        case smtplib.SMTPDataError(smtp_code=int(code)) | smtplib.SMTPSenderRefused(smtp_code=int(code)):
            return code >= 500
    return False


def _reason(error: Exception) -> str:
    """Return why an attempt failed, with the first words of the server, as one line."""
    said = b""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=Mapping() as refused):
            said = next(iter(refused.values()), (0, b""))[1]
        case smtplib.SMTPResponseException(smtp_error=found):
            said = found if isinstance(found, bytes) else str(found).encode()
    words = " ".join("".join(char if char.isprintable() else " " for char in said.decode("utf-8", "replace")).split())
    return f"{_public(error)}: {words}"[:300] if words else _public(error)


def _public(error: Exception) -> str:
    """Return a fault without any words of the server, which may hold addresses: for the log."""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=Mapping() as refused):
            return f"receiver refused, {next(iter(refused.values()), (0, b''))[0]}"
        case smtplib.SMTPResponseException(smtp_code=code):
            return f"{type(error).__name__}, {code}"
    name = type(error).__name__
    return f"{name}: {error.strerror}" if isinstance(error, OSError) and error.strerror else name


def _note_sent(letter: Letter, now: datetime) -> None:
    """Note that the server took a letter, and keep nothing of its text."""
    with transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(sent_at=now, failed_at=None, sealed=None, reason="")
        _tell(letter, now, sent=True)


def _end(letter: Letter, now: datetime, reason: str) -> None:
    """Give a letter up, and keep nothing of its text."""
    log.error("%s is given up after %d attempts", letter, letter.attempts)
    with transaction.atomic():
        _forget(letter, now, reason)
        _tell(letter, now, sent=False)


def _forget(letter: Letter, now: datetime, reason: str) -> None:
    Letter.objects.filter(pk=letter.pk, sent_at=None).update(failed_at=now, sealed=None, reason=reason[:300])


def _tell(letter: Letter, now: datetime, *, sent: bool) -> None:
    if letter.kind in OVER:
        import_string(OVER[letter.kind])(letter, now, sent=sent)
