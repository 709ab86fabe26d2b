"""The mail server that takes the desk's letters, as LEOPOLD_MAIL_URL and LEOPOLD_MAIL_FROM name it.

smtp://user:password@mail.example.com:587    STARTTLS, which the server must offer
smtps://user:password@mail.example.com:465   TLS from the first byte
smtp://localhost:25                          plain, to this machine alone
"""

from __future__ import annotations

import os
import re
import ssl
from dataclasses import dataclass, field
from smtplib import SMTP, SMTP_SSL
from typing import Final
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from leopold_web.environment import UnusableSettingError, is_loopback

SECONDS: Final = 8.0
"""How long the server may take over each of its answers: all nine stay well below the silence of a dead worker."""
PORTS: Final = {"smtp": 587, "smtps": 465}
HIDDEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over, and under whose address they go out."""

    host: str
    port: int
    tls: bool
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    def connect(self) -> SMTP:
        """Return a connection that letters may be handed over on; OSError or SMTPException where there is none.

        Certificates are checked against the machine's authorities, or those of SSL_CERT_FILE. Nothing goes out in the
        clear, save to this machine itself.
        """
        context = ssl.create_default_context()
        if self.tls:
            server: SMTP = SMTP_SSL(self.host, self.port, timeout=SECONDS, context=context)
        else:
            server = SMTP(self.host, self.port, timeout=SECONDS)
        try:
            if not self.tls and not is_loopback(self.host):
                server.starttls(context=context)
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


def from_environment() -> MailServer | None:
    """Return the mail server that is configured, None where none is; UnusableSettingError where it is so wrongly."""
    url, sender = (os.environ.get(f"LEOPOLD_MAIL_{name}", "").strip() for name in ("URL", "FROM"))
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnusableSettingError(f"LEOPOLD_MAIL_URL cannot be understood: {error}") from error
    # The value itself is never repeated: a password may stand in it.
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise UnusableSettingError("LEOPOLD_MAIL_URL must look like smtp://user:password@mail.example.com:587")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if HIDDEN.search(parts.hostname):
        raise UnusableSettingError("LEOPOLD_MAIL_URL names a host with a space or a control character in it")
    if not is_address(sender):
        raise UnusableSettingError(f"LEOPOLD_MAIL_FROM is {sender!r}; write the address that letters come from")
    return MailServer(parts.hostname, port or PORTS[parts.scheme], parts.scheme == "smtps", sender, user, password)


def is_address(text: str) -> bool:
    """Return whether `text` is one bare mail address, its local part in ASCII, that can stand in a header."""
    if HIDDEN.search(text) or len(text) > 254:
        return False
    try:
        validate_email(text)
        plain(text)
    except (ValidationError, UnicodeError):
        return False
    return text.partition("@")[0].isascii()


def plain(address: str) -> str:
    """Return an address with its domain as it goes over the wire, in ASCII; UnicodeError where it has no such form."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode('ascii')}"
