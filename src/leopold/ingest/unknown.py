"""What is no known format: the refusal says what it seems to be, and what to do."""

from __future__ import annotations

from leopold.faults import Fault
from leopold.ingest.place import Place
from leopold.model import Refusal

_KINDS = (
    (b"!BDN", Fault("outlook_data")),
    (b"\xd0\xcf\x11\xe0", Fault("outlook_letter")),
    (b"%PDF", Fault("pdf")),
    (b"// <!-- <mdb:mork", Fault("thunderbird_index")),
    (b"SQLite format 3", Fault("database")),
    (b"7z\xbc\xaf", Fault("seven_zip")),
    (b"Rar!", Fault("rar")),
    (b"\x28\xb5\x2f\xfd", Fault("zstandard")),
)
_PAGE = (b"<!doctype", b"<html", b"<?xml")


def refuse(place: Place) -> Refusal:
    """Return why a file that no reader recognises is refused."""
    head = place.head
    if not head.strip():
        return place.refusal(Fault("empty"))
    for magic, fault in _KINDS:
        if head.startswith(magic):
            return place.refusal(fault)
    if head[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        return place.refusal(Fault("web_page"))
    if b"\0" in head[:8192]:
        return place.refusal(Fault("binary"))
    return place.refusal(Fault("unknown"))
