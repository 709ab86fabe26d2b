"""A file of a ledger as its readers see it, and what a reader of one format is.

Readers go by content, never by name. What they cannot read becomes a `Refusal`, what does not add up a `Doubt`, both
with the line or row on which it stands; only a file that cannot be opened raises.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Protocol

from leopold import tabular
from leopold.errors import LedgerError, SourceError
from leopold.faults import Fault
from leopold.model import Balance, Doubt, Invoice, Payment, Refusal

Entry = Invoice | Payment | Balance | Doubt | Refusal

HEAD = 1 << 16
LARGEST = 256 << 20
"""The largest file that is read, in bytes."""


class Broken(Exception):
    """A file or one record of it cannot be read: on which line, and why."""

    def __init__(self, line: int, fault: Fault) -> None:
        super().__init__(line, fault)
        self.line, self.fault = line, fault


@dataclass(frozen=True)
class Source:
    """One file: its path, and the bytes with which it begins."""

    path: Path
    head: bytes

    @property
    def name(self) -> str:
        """What people call it."""
        return os.fspath(self.path).encode("utf-8", "backslashreplace").decode()

    def open(self) -> BinaryIO:
        """Return its bytes as a stream, which the caller closes."""
        return self.path.open("rb")

    def data(self) -> bytes:
        """Return all of its bytes."""
        return self.path.read_bytes()

    @cached_property
    def beginning(self) -> str:
        """Its first characters as text, "" where it is no text."""
        name = tabular.encoding(self.head)
        return "" if name is None else self.head.decode(name, "replace").lstrip("\ufeff \t\r\n")

    def refusal(self, fault: Fault, line: int = 0) -> Refusal:
        """Return the refusal of this file, or of what stands on a line of it."""
        return Refusal(self.name, line, fault)

    def doubt(self, fault: Fault, line: int = 0) -> Doubt:
        """Return a doubt about this file, or about what stands on a line of it."""
        return Doubt(self.name, line, fault)


class Reader(Protocol):
    """What reads one format."""

    @property
    def name(self) -> str:
        """What the format is called, in English."""

    def recognises(self, source: Source) -> bool:
        """Say whether this file is of the format, by its head alone; true for one reader at most."""

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield all that stands in the file. Raises LedgerError where columns cannot be understood."""


def source_of(path: Path) -> Source:
    """Return the file at `path`. Raises SourceError where it cannot be opened, LedgerError where it is no file."""
    name = os.fspath(path).encode("utf-8", "backslashreplace").decode()
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise LedgerError("ledger_no_file", path=name)
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SourceError("source_unopened", path=name, error=why) from error
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise LedgerError("ledger_empty", path=name)
    if status.st_size > LARGEST:
        raise LedgerError("ledger_large", path=name, megabytes=LARGEST >> 20)
    return Source(path, head)
