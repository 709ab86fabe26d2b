"""What lies in an archive, member by member, as it streams."""

from __future__ import annotations

import io
import re
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO, Self, cast

from leopold.faults import Fault
from leopold.ingest.archives import is_tar
from leopold.ingest.packed import BOMB, DENSEST, Guarded, packer, unpacked
from leopold.ingest.place import LARGEST, SMALL, Chunks, Damaged, Found, Place, Walk
from leopold.model import Refusal

_OFFICE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/|META-INF/|AndroidManifest")
_TAR_FAULTS = (tarfile.TarError, OverflowError)
# What the library raises on spoilt archives, beside its own errors.
_ZIP_FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, IndexError, struct.error)
_PAX = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
_NOTES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, *_PAX)
_DENSE = 256 << 20
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class _Info(tarfile.TarInfo):
    """A header of a tar; one that says that a name or a note of more than a megabyte follows is a fault."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        info = super().frombuf(buf, encoding, errors)
        if info.type in _NOTES and info.size > SMALL:
            raise tarfile.ReadError("a name in it is longer than a megabyte")
        return info


def of_packed(place: Place, walk: Walk) -> Iterator[Found]:
    """Yield what a packed file holds: the members of a tar, or one file."""
    make = packer(place.head)
    assert make is not None  # noqa: S101 - recognised by it
    rest = Chunks(unpacked(place.chunks(), make))
    try:
        head = _head(rest)
        if is_tar(head):
            yield from of_tar(place, Chunks(_joined(head, rest)), walk)
        else:
            yield from walk(Place(place.source, head, rest, level=place.level + 1))
    except Damaged as damage:
        yield place.refusal(damage.fault)


def _joined(head: bytes, rest: io.RawIOBase) -> Iterator[bytes]:
    while head:
        yield head
        head = rest.read(SMALL) or b""


def of_tar(place: Place, stream: io.BufferedIOBase | io.RawIOBase, walk: Walk) -> Iterator[Found]:
    """Yield what every member of a tar holds, read from `stream`."""
    try:
        with tarfile.open(
            fileobj=cast("IO[bytes]", stream), mode="r|", tarinfo=_Info, errors="backslashreplace"
        ) as archive:
            while (info := archive.next()) is not None:
                if not info.isdir():
                    yield from _tar_member(place, archive, info, walk)
                # The archive would keep every member it has passed.
                archive.members = []  # type: ignore[attr-defined]
    except Damaged as damage:
        yield place.refusal(damage.fault)
    except (*_TAR_FAULTS, EOFError, OSError, ValueError) as error:
        yield place.refusal(Fault("broken_archive", error=str(error)))


def _tar_member(place: Place, archive: tarfile.TarFile, info: tarfile.TarInfo, walk: Walk) -> Iterator[Found]:
    name = f"{place.source}!{_shown(info.name)}"
    if not info.isreg():
        yield Refusal(name, 0, Fault("archived_link"))
    elif info.issparse():
        yield Refusal(name, 0, Fault("sparse"))
    else:
        content = archive.extractfile(info)
        yield from _inside(place, info.name, Guarded(content, _TAR_FAULTS), walk)


def of_zip(place: Place, walk: Walk) -> Iterator[Found]:
    """Yield what every member of a zip holds."""
    if _OFFICE.search(place.head, 0, 200):
        yield place.refusal(Fault("office"))
        return
    file = _seekable(place)
    if file is None:
        yield place.refusal(Fault("large_inner_archive", megabytes=LARGEST >> 20))
        return
    try:
        with zipfile.ZipFile(file) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if _is_bomb(infos, file):
                yield place.refusal(BOMB)
                return
            for info in infos:
                yield from _zip_member(place, archive, info, walk)
    except (*_ZIP_FAULTS, EOFError, OSError, ValueError, OverflowError) as error:
        yield place.refusal(Fault("broken_archive", error=str(error)))


def _zip_member(place: Place, archive: zipfile.ZipFile, info: zipfile.ZipInfo, walk: Walk) -> Iterator[Found]:
    name = f"{place.source}!{_shown(info.filename)}"
    if info.flag_bits & 1:
        yield Refusal(name, 0, Fault("locked"))
        return
    try:
        content = archive.open(info)
    except (*_ZIP_FAULTS, EOFError, OSError, ValueError, OverflowError) as error:
        yield Refusal(name, 0, Fault("broken_archive", error=str(error)))
        return
    with content:
        yield from _inside(place, info.filename, Guarded(content, _ZIP_FAULTS, info.compress_size), walk)


def _inside(place: Place, name: str, content: Guarded, walk: Walk) -> Iterator[Found]:
    inside = Place(f"{place.source}!{_shown(name)}", rest=content, level=place.level + 1)
    try:
        inside.head = _head(content)
        if len(inside.head) < SMALL:
            inside.rest = None
        yield from walk(inside)
    except Damaged as damage:
        yield inside.refusal(damage.fault)


def _head(stream: io.RawIOBase) -> bytes:
    """A stream may give less than it was asked for before its end."""
    parts, size = [], 0
    while size < SMALL:
        part = stream.read(SMALL - size)
        if not part:
            break
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _seekable(place: Place) -> IO[bytes] | None:
    if isinstance(place.rest, io.FileIO):
        place.rest.seek(0)
        return cast("IO[bytes]", place.rest)
    data = place.whole()
    return None if data is None else io.BytesIO(data)


def _is_bomb(infos: list[zipfile.ZipInfo], file: IO[bytes]) -> bool:
    """Members that overlap in the file, or that come to far more than it, are no mail."""
    size = file.seek(0, io.SEEK_END)
    if sum(info.compress_size for info in infos) > size:
        return True
    return sum(info.file_size for info in infos) > max(_DENSE, DENSEST * size)


def _shown(name: str) -> str:
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", name)
