"""One letter in a file of its own: .eml, or bare RFC 5322 bytes under any name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leopold.faults import Fault
from leopold.ingest.place import LARGEST, Found, Place, Walk
from leopold.model import Raw

# A header field at the beginning, after blank lines or a left-over line of a mailbox.
_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?+\s*+(?:>From [^\n]*+\n)?+(?:[A-Za-z][A-Za-z0-9_.-]{0,120})[ \t]*+:(?!//)",
)
TOO_LARGE = Fault("too_large", megabytes=LARGEST >> 20)


class Single:
    """A file that holds one letter."""

    name = "letter"

    def recognises(self, place: Place) -> bool:
        """A letter begins with a header field."""
        return place.entries is None and _HEADER.match(place.head) is not None

    def read(self, place: Place, _walk: Walk, /) -> Iterator[Found]:
        """Yield the letter, or that it is too large."""
        data = place.whole()
        yield place.refusal(TOO_LARGE) if data is None else Raw(place.source, 0, data)
