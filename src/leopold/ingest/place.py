"""Where letters may stand: a folder, a file, or a member of an archive; and how its bytes come without filling memory.

A file of up to `SMALL` bytes is read at once; of a larger one only the head, and the rest comes in chunks. Files are
read and not mapped: a mapped file that another program shortens kills the process.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from leopold.faults import Fault
from leopold.model import Raw, Refusal

SMALL = 1 << 20
CHUNK = 1 << 22
LARGEST = 256 << 20
"""The largest letter that is read, in bytes."""
DEEPEST = 100
"""Folders in folders that are entered, at most."""

Found = Raw | Refusal
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Damaged(Exception):
    """The bytes of a place cannot be read on: the `fault`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Place:
    """A folder, a file or a member of an archive, as readers see it.

    `source` names it for people. `head` are the first bytes of a file: all of them when `rest` is None. `entries` are
    those of a folder in the order of their names, None for a file. `level` counts the archives around it, `trail`
    holds the folders passed on the way, so that a link that leads back is seen.
    """

    __slots__ = ("entries", "head", "level", "rest", "source", "trail")

    def __init__(
        self,
        source: str,
        head: bytes = b"",
        rest: io.RawIOBase | None = None,
        entries: list[os.DirEntry[str]] | None = None,
        level: int = 0,
        trail: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.source = source
        self.head = head
        self.rest = rest
        self.entries = entries
        self.level = level
        self.trail = trail

    def chunks(self) -> Iterator[bytes]:
        """Yield all bytes of a file in order. Raises Damaged."""
        yield self.head
        while self.rest is not None:
            chunk = self._read(CHUNK)
            if not chunk:
                break
            yield chunk

    def whole(self, largest: int = LARGEST) -> bytes | None:
        """Return all bytes of a file, None when they are more than `largest`. Raises Damaged."""
        if self.rest is None:
            return self.head if len(self.head) <= largest else None
        if isinstance(self.rest, io.FileIO) and os.fstat(self.rest.fileno()).st_size > largest:
            return None
        parts, size = [], 0
        for chunk in self.chunks():
            size += len(chunk)
            if size > largest:
                return None
            parts.append(chunk)
        return b"".join(parts)

    def stream(self) -> io.BufferedReader:
        """Return all bytes of a file as a binary stream. Reading it raises Damaged."""
        return io.BufferedReader(Chunks(self.chunks()), 1 << 16)

    def refusal(self, fault: Fault, position: int = 0) -> Refusal:
        """Return the refusal of this place, or of what stands at `position` in it."""
        return Refusal(self.source, position, fault)

    def _read(self, size: int) -> bytes:
        assert self.rest is not None  # noqa: S101 - asked only where there is a rest
        try:
            return self.rest.read(size) or b""
        except OSError as error:
            raise Damaged(Fault("unread", error=error.strerror or str(error))) from error


class Reader(Protocol):
    """What reads one format. `recognises` goes by content, never by name, and is true for one reader at most."""

    @property
    def name(self) -> str:
        """What the format is called, in English."""

    def recognises(self, place: Place) -> bool:
        """Say whether this place is of the format. Looks at the head of a file or the entries of a folder only."""

    def read(self, place: Place, walk: Walk, /) -> Iterator[Found]:
        """Yield every letter and row of the place, or why it could not be read; `walk` reads a place inside it."""


Walk = Callable[[Place], Iterator[Found]]


class Chunks(io.RawIOBase):
    """A stream over chunks that come one by one; a read may give less than it was asked for."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` with the next bytes of the chunks; return how many, 0 at the end."""
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def open_file(path: str) -> Place | Refusal:
    """Return the place of a file, its head read; the caller closes its `rest`. Never waits for a pipe."""
    source = printable(path)
    try:
        descriptor = os.open(path, _OPEN)
    except OSError as error:
        return Refusal(source, 0, _unopened(error))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            return Refusal(source, 0, SPECIAL)
        if status.st_size <= SMALL:
            # A buffer of the file's own size: one of a fixed megabyte for each file costs more than the reading.
            head = os.read(descriptor, status.st_size + 1)
            if len(head) == status.st_size:
                os.close(descriptor)
                return Place(source, head)
            os.lseek(descriptor, 0, os.SEEK_SET)
        file = open(descriptor, "rb", buffering=0)  # noqa: SIM115, PTH123 - the caller closes it
        return Place(source, file.read(SMALL) or b"", file)
    except OSError as error:
        os.close(descriptor)
        return Refusal(source, 0, _unopened(error))


def open_folder(path: str, trail: tuple[tuple[int, int], ...] = ()) -> Place | Refusal:
    """Return the place of a folder with its entries, or why it cannot be entered."""
    source = printable(path)
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path for each of thousands of folders costs more than the reading
        here = (status.st_dev, status.st_ino)
        if here in trail:
            return Refusal(source, 0, Fault("link_loop"))
        if len(trail) >= DEEPEST:
            return Refusal(source, 0, Fault("too_deep", levels=DEEPEST))
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        return Refusal(source, 0, _unopened(error))
    return Place(source, entries=entries, trail=(*trail, here))


def read_path(path: str, walk: Walk) -> Iterator[Found]:
    """Open the file `path` and yield what `walk` finds in it."""
    place = open_file(path)
    if isinstance(place, Refusal):
        yield place
        return
    try:
        yield from walk(place)
    except Damaged as damage:
        yield place.refusal(damage.fault)
    finally:
        if place.rest is not None:
            place.rest.close()


def printable(path: str) -> str:
    """Return a name as it can be shown and stored: bytes that are no text become \\x…"""
    if path.isascii():
        return path
    return os.fsencode(path).decode("utf-8", "backslashreplace")


SPECIAL = Fault("special")


def _unopened(error: OSError) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault("gone")
    if isinstance(error, PermissionError):
        return Fault("forbidden")
    return Fault("unopened", error=error.strerror or str(error))
