"""What is no known format: the refusal says what it seems to be, and what to do."""

from __future__ import annotations

from leopold.ingest.place import Place
from leopold.model import Refusal

_KINDS = (
    (b"!BDN", "it is an Outlook data file (PST, OST); export the letters as mbox or .eml"),
    (b"\xd0\xcf\x11\xe0", "it is an Outlook letter (.msg) or an old Office file; save letters as .eml, tables as CSV"),
    (b"%PDF", "it is a PDF and holds no letters; take it out of the folder"),
    (b"// <!-- <mdb:mork", "it is an index of Thunderbird, the letters lie in the file beside it; nothing to mend"),
    (b"SQLite format 3", "it is a database; export the letters as mbox or .eml"),
    (b"7z\xbc\xaf", "it is a 7-Zip archive; unpack it, or pack it as zip"),
    (b"Rar!", "it is a RAR archive; unpack it, or pack it as zip"),
    (b"\x28\xb5\x2f\xfd", "it is a Zstandard archive; unpack it, or pack it as zip"),
)
EMPTY = "it is empty; remove it, or export it again"
_PAGE = (b"<!doctype", b"<html", b"<?xml")


def refuse(place: Place) -> Refusal:
    """Return why a file that no reader recognises is refused."""
    head = place.head
    if not head.strip():
        return place.refusal(EMPTY)
    for magic, reason in _KINDS:
        if head.startswith(magic):
            return place.refusal(reason)
    if head[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        return place.refusal("it is a page of HTML or XML, not a letter; export the letters as mbox or .eml")
    if b"\0" in head[:8192]:
        return place.refusal("it is no text, so it holds no letters; take it out of the folder")
    return place.refusal(
        "its first lines are neither the header of a letter nor the columns of a table; export the letters as mbox, "
        ".eml or CSV"
    )
