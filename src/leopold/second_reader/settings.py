"""Which second reader is asked, and how much of it: everything that a person configures."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

from leopold.errors import LeopoldError

REQUESTS: Final = 20
CHARACTERS: Final = 12_000
"""Characters of letters that a request may hold on the average."""
SECONDS: Final = 15.0
"""Seconds that a request may take on the average."""
PATIENCE: Final = 60.0
"""Seconds that a single request may take."""

_INSIDE: Final = (".local", ".lan", ".internal", ".localhost", ".home.arpa")


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be asked in one analysis: requests, characters sent, and seconds by the clock; all three hold.

    `patience` is the longest that one request may take, in seconds.
    """

    requests: int = REQUESTS
    characters: int = REQUESTS * CHARACTERS
    seconds: float = REQUESTS * SECONDS
    patience: float = PATIENCE

    @classmethod
    def of(cls, requests: int, seconds: float | None = None) -> Budget:
        """Return the budget of so many requests of ordinary size; `seconds` is the most that they may take together.

        Raises LeopoldError when there is not even one request.
        """
        if requests < 1:
            raise LeopoldError("reader_budget", requests=requests)
        usual = requests * SECONDS
        return cls(requests, requests * CHARACTERS, usual if seconds is None else min(usual, seconds))


@dataclass(frozen=True, slots=True)
class SecondReader:
    """An endpoint that speaks the OpenAI chat protocol: Ollama, vLLM, a cloud.

    `address` is what stands before ``/chat/completions``, as ``http://127.0.0.1:11434/v1``; `key` goes into the header
    of requests and nowhere else. Answers are kept in the folder `kept`, nowhere when None. Raises LeopoldError for an
    address that is none, one that would send letters in the clear to a public host, and a model or key that is none.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    budget: Budget = field(default_factory=Budget)
    kept: Path | None = None

    def __post_init__(self) -> None:
        parts = _parts(self.address)
        if parts.scheme == "http" and not is_inside(self.host):
            raise LeopoldError("reader_plain", host=self.host)
        if not self.model.strip() or not self.model.isprintable():
            raise LeopoldError("reader_model")
        if not (self.key.isascii() and self.key.isprintable()):
            raise LeopoldError("reader_key")

    @property
    def host(self) -> str:
        """The host that letters are sent to."""
        return _parts(self.address).hostname or ""

    @property
    def port(self) -> int | None:
        """The port, None for the usual one of the scheme."""
        return _parts(self.address).port

    @property
    def secure(self) -> bool:
        """Whether it is reached by https."""
        return _parts(self.address).scheme == "https"

    @property
    def path(self) -> str:
        """The path that requests go to."""
        return _parts(self.address).path.rstrip("/") + "/chat/completions"

    @property
    def options(self) -> tuple[str, str, int]:
        """What a kept scan depends on: address, model, requests; never the key."""
        return self.address.rstrip("/"), self.model, self.budget.requests


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = None
    # What names a user or asks a query is not repeated: it may hold a secret.
    if not usable or parts.username is not None or parts.query or parts.fragment or not _plain(address):
        raise LeopoldError("reader_address")
    return parts


def _plain(address: str) -> bool:
    return address.isascii() and all(character > " " and character != "\x7f" for character in address)


def is_inside(host: str) -> bool:
    """Return whether a host is this machine or one of the network it stands in, as far as its name tells."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_INSIDE)
    return address.is_private or address.is_loopback or address.is_link_local
