"""Reading correspondence: files and folders of any known format to letters and rows, and those to messages.

Every letter, row and file ends as a `Raw` or as a `Refusal`; nothing vanishes. To add a format, write a reader in a
file of its own and put it into `READERS`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from leopold.errors import SourceError
from leopold.ingest.archives import Archive
from leopold.ingest.folder import Folder
from leopold.ingest.maildir import Maildir
from leopold.ingest.mbox import Mbox
from leopold.ingest.place import Found, Place, Reader, open_folder, printable, read_path
from leopold.ingest.single import Single
from leopold.ingest.tables import Table
from leopold.ingest.unknown import refuse
from leopold.model import Message, Raw, Refusal

READERS: tuple[Reader, ...] = (Single(), Mbox(), Maildir(), Folder(), Archive(), Table())
"""All formats. One at most recognises a place, so their order is that of speed alone."""


def read_raws(path: Path) -> Iterator[Raw | Refusal]:
    """Return every letter and row at `path`, as it came, and a refusal for everything that could not be read.

    `path` is a file or folder of any format in `READERS`, found by its content; folders are walked in the order of
    the names. Raises SourceError when `path` does not exist or cannot be opened.
    """
    name = os.fspath(path)
    try:
        is_folder = path.is_dir()
        if not is_folder and not os.access(path, os.R_OK):
            raise SourceError("source_forbidden" if path.exists() else "source_missing", path=printable(name))
    except (OSError, ValueError) as error:
        raise SourceError("source_unopened", path=repr(printable(name)), error=str(error)) from error
    if not is_folder:
        return read_path(name, _walk)
    folder = open_folder(name)
    if isinstance(folder, Refusal):
        raise SourceError("source_refused", path=printable(name), fault=folder.fault)
    return _walk(folder)


def parse(raw: Raw) -> Message | Refusal:
    """Read one letter or row. Never raises; what is no letter is refused with a reason."""
    # What parses needs the libraries for HTML and charsets: only a program that parses pays for them.
    if raw.form == "row":
        from leopold.ingest.rows import parse_row

        return parse_row(raw)
    from leopold.ingest.rfc822 import parse_letter

    return parse_letter(raw)


def fingerprint(paths: Sequence[Path]) -> str:
    """Return a digest of the names, sizes and times of change of all files at `paths`; nothing is read."""
    digest = blake2b(digest_size=16)
    for name, status in _files(paths):
        digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def size(paths: Sequence[Path]) -> int:
    """Return the size of all files at `paths` together, in bytes, as they lie on the disk."""
    return sum(status.st_size for _, status in _files(paths))


def _walk(place: Place) -> Iterator[Found]:
    for reader in READERS:
        if reader.recognises(place):
            return reader.read(place, _walk)
    return iter((refuse(place),))


def _files(paths: Sequence[Path]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield name and status of every file at `paths`, folders entered once; what cannot be looked at is left out."""
    folders, seen = [], set()
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        if path.is_dir():
            folders.append((os.fspath(path), status))
        else:
            yield os.fspath(path), status
    while folders:
        folder, status = folders.pop()
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            try:
                status, is_folder = entry.stat(), entry.is_dir()
            except OSError:
                continue
            if is_folder:
                folders.append((entry.path, status))
            else:
                yield entry.path, status
