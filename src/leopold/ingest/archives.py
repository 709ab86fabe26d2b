"""Archives: zip, tar, tar packed with gzip, bzip2 or xz, and one file packed so. Members are read as they stream.

Nothing is unpacked to the disk, so the names of members are names and no more. An archive inside an archive is read;
one inside that is refused. What unpacks to far more than mail does is refused before it fills the memory.
"""

from __future__ import annotations

from collections.abc import Iterator

from leopold.faults import Fault
from leopold.ingest.place import Found, Place, Walk

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_NESTED = 2


class Archive:
    """A zip or tar, or one packed file."""

    name = "archive"

    def recognises(self, place: Place) -> bool:
        """An archive begins with its magic bytes, a tar with a header whose sum is right."""
        return place.entries is None and (place.head.startswith(_ZIP + _PACKED) or is_tar(place.head))

    def read(self, place: Place, walk: Walk, /) -> Iterator[Found]:
        """Yield what every member holds, and why a member could not be read."""
        if place.level >= _NESTED:
            yield place.refusal(Fault("nested_archive"))
            return
        anything = False
        for found in _members(place, walk):
            anything = True
            yield found
        if not anything:
            yield place.refusal(Fault("empty_archive"))


def _members(place: Place, walk: Walk) -> Iterator[Found]:
    # The libraries behind this are imported here: few scans need them, and every start would pay for them.
    from leopold.ingest import members

    if place.head.startswith(_ZIP):
        return members.of_zip(place, walk)
    if is_tar(place.head):
        return members.of_tar(place, place.stream(), walk)
    return members.of_packed(place, walk)


def is_tar(head: bytes) -> bool:
    """Say whether bytes begin with the header of a tar: 512 bytes with the right sum in their place."""
    if len(head) < 512 or head[0] == 0:
        return False
    try:
        stated = int(head[148:156].strip(b" \0") or b"-1", 8)
    except ValueError:
        return False
    return stated == sum(head[:148]) + 8 * 32 + sum(head[156:512])
