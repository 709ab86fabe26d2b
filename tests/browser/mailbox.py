"""A real mail server beside a desk: what it takes is read as its receivers would."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from threading import Condition
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from leopold_web.serving import free_port

PATIENCE = 60.0
"""Seconds after which a letter will not come any more."""


@dataclass
class Mailbox:
    """All letters that came, and a way to wait for one."""

    port: int
    taken: list[EmailMessage] = field(default_factory=list)
    arrival: Condition = field(default_factory=Condition)

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        """Take a letter."""
        letter = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        with self.arrival:
            self.taken.append(letter)
            self.arrival.notify_all()
        return "250 OK"

    def read(self, receiver: str, subject: str, pattern: str) -> str:
        """Return what `pattern` finds first in the last letter about `subject` to a receiver, once such a one came."""
        found: list[str] = []

        def has_come() -> bool:
            mine = [each for each in self.taken if each["To"] == receiver and subject in each["Subject"]]
            found[:] = [match[0] for each in mine if (match := re.search(pattern, each.get_content()))]
            return bool(found)

        with self.arrival:
            if not self.arrival.wait_for(has_come, PATIENCE):
                pytest.fail(f"no letter with {pattern} about {subject} came to {receiver}")
        return found[-1]


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Run a mail server on this machine until the block ends."""
    kept = Mailbox(free_port("127.0.0.1", 0))
    server = Controller(kept, hostname="127.0.0.1", port=kept.port)
    server.start()
    try:
        yield kept
    finally:
        server.stop()
