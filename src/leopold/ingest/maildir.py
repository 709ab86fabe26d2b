"""Maildir and Maildir++: one letter a file, in the folders cur and new; what lies in tmp is not delivered yet.

The flags after ``:2,`` do not matter: letters come in the order of their names without them, so that reading a letter
in another program does not change the order. Folders in the Maildir (``.Sent``) are read in their turn.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from leopold.faults import Fault
from leopold.ingest.folder import is_maildir, read_entry
from leopold.ingest.place import Found, Place, Walk, open_folder, printable
from leopold.ingest.single import Single
from leopold.model import Refusal

_BOOKS = ("dovecot", "courier", "maildir", "subscriptions", ".mbsyncstate", ".uidvalidity", ".notmuch", ".mh_sequences")


class Maildir:
    """A folder with the folders cur and new."""

    name = "maildir"

    def recognises(self, place: Place) -> bool:
        """A folder that holds cur and new."""
        return place.entries is not None and is_maildir(place)

    def read(self, place: Place, walk: Walk, /) -> Iterator[Found]:
        """Yield the letters of cur and new, then what lies beside them; the books of mail servers hold no letters."""
        entries = {entry.name: entry for entry in place.entries or ()}
        for name in ("cur", "new"):
            yield from _letters(entries.pop(name), place)
        unfinished = entries.pop("tmp", None)
        if unfinished is not None and unfinished.is_dir():
            yield from _unfinished(unfinished)
        for entry in entries.values():
            if not entry.name.startswith(_BOOKS):
                yield from read_entry(entry, place, walk)


def _letters(folder: os.DirEntry[str], place: Place) -> Iterator[Found]:
    inside = open_folder(folder.path, place.trail)
    if isinstance(inside, Refusal):
        yield inside
        return
    single = Single()

    def letter(file: Place) -> Iterator[Found]:
        return single.read(file, letter)

    for entry in sorted(inside.entries or (), key=lambda entry: entry.name.partition(":2,")[0]):
        if entry.is_dir():
            yield Refusal(printable(entry.path), 0, Fault("folder_among_letters"))
        else:
            yield from read_entry(entry, inside, letter)


def _unfinished(folder: os.DirEntry[str]) -> Iterator[Refusal]:
    inside = open_folder(folder.path)
    if isinstance(inside, Refusal):
        yield inside
        return
    for entry in inside.entries or ():
        yield Refusal(printable(entry.path), 0, Fault("undelivered"))
