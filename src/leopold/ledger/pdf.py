"""The XML that a PDF carries, without a library for PDF.

An embedded file is a stream of its own, packed with Flate or not at all, and never lies in another: going through the
streams finds it, whatever the file's other structure is. What it unpacks to is bounded, and it has to begin as an
invoice does. factur-x and pypdf would do the same with a megabyte of code and lxml beside it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from leopold.faults import Fault
from leopold.ledger.source import Broken

LARGEST = 32 << 20
"""The most bytes that the XML of one invoice may unpack to."""
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_HEAD = 4096
_WINDOW = 1 << 13


def is_pdf(head: bytes) -> bool:
    """Whether a file that begins so is a PDF: the mark stands in its first bytes."""
    return b"%PDF-" in head[:1024]


def xml_in(data: bytes, roots: Sequence[bytes]) -> bytes:
    """Return the last XML in a PDF whose root is one of `roots`: a later revision counts. Raises Broken."""
    found = None
    for start in _STREAM.finditer(data):
        head = _unpacked(data, start.end(), _HEAD)
        if head is not None and _begins(head, roots):
            found = start.end(), head
    if found is None:
        raise Broken(0, Fault("pdf_locked") if b"/Encrypt" in data else Fault("pdf_bare"))
    whole = _unpacked(data, found[0], LARGEST + 1)
    if whole is None or len(whole) > LARGEST:
        raise Broken(0, Fault("ledger_bomb", megabytes=LARGEST >> 20))
    return whole


def _begins(head: bytes, roots: Sequence[bytes]) -> bool:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare.startswith((b"\xff\xfe", b"\xfe\xff")):
        bare = bare.replace(b"\0", b"")[2:]
    return bare.startswith(b"<") and any(root in bare for root in roots)


def _unpacked(data: bytes, start: int, most: int) -> bytes | None:
    """Return at most `most` bytes of the stream that begins at `start`, None where it is packed in another way."""
    if data[start : start + 1] == b"<" or data[start : start + 4] == b"\xef\xbb\xbf<":
        # The end is looked for no farther than bytes are wanted: a file may hold many beginnings and no end.
        end = data.find(b"endstream", start, start + most)
        return data[start : end if end >= 0 else start + most].rstrip(b"\r\n")
    packed = memoryview(data)[start : start + _WINDOW if most <= _HEAD else None]
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return None
