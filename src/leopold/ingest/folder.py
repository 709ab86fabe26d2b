"""A folder: everything in it and below, in the order of the names, each file by its own content."""

from __future__ import annotations

import os
from collections.abc import Iterator

from leopold.faults import Fault
from leopold.ingest.place import SPECIAL, Found, Place, Walk, open_folder, printable, read_path
from leopold.model import Refusal


class Folder:
    """A folder of files and folders that is no Maildir."""

    name = "folder"

    def recognises(self, place: Place) -> bool:
        """A folder, unless it is a Maildir."""
        return place.entries is not None and not is_maildir(place)

    def read(self, place: Place, walk: Walk, /) -> Iterator[Found]:
        """Yield what every entry holds."""
        for entry in place.entries or ():
            yield from read_entry(entry, place, walk)


def read_entry(entry: os.DirEntry[str], place: Place, walk: Walk) -> Iterator[Found]:
    """Yield what one entry of the folder `place` holds, or why it cannot be read."""
    try:
        if entry.is_file():
            yield from read_path(entry.path, walk)
            return
        if not entry.is_dir():
            gone = entry.is_symlink() or not os.path.lexists(entry.path)
            fault = Fault("broken_link") if gone else SPECIAL
            yield Refusal(printable(entry.path), 0, fault)
            return
    except OSError as error:
        yield Refusal(printable(entry.path), 0, Fault("unseen", error=error.strerror or str(error)))
        return
    inside = open_folder(entry.path, place.trail)
    if isinstance(inside, Refusal):
        yield inside
    else:
        yield from walk(inside)


def is_maildir(place: Place) -> bool:
    """Say whether a folder is a Maildir: it holds the folders cur and new."""
    found = {entry.name for entry in place.entries or () if entry.name in ("cur", "new") and entry.is_dir()}
    return len(found) == 2
