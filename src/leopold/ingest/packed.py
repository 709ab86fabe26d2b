"""Streams that unpack: gzip, bzip2, xz, each with bounded memory, and a guard against what unpacks to far too much."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from leopold.faults import Fault
from leopold.ingest.place import Damaged

DENSEST = 200
"""Bytes that come out of one packed byte, at most; mail and tables pack to a tenth, seldom to a hundredth."""
ALLOWED = 64 << 20
"""Bytes that may come out whatever the ratio."""
_XZ_MEMORY = 128 << 20
_INPUT, _OUTPUT = 1 << 16, 1 << 20
_BROKEN = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
BOMB = Fault("bomb", times=DENSEST)


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Gzip:
    """zlib's object with the manners of the other two: what was not taken yet is kept inside."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def _xz() -> _Decompressor:
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


PACKERS: tuple[tuple[bytes, Callable[[], _Decompressor]], ...] = (
    (b"\x1f\x8b\x08", _Gzip),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", _xz),
)


def packer(head: bytes) -> Callable[[], _Decompressor] | None:
    """Return what unpacks a file that begins with `head`, None when it is not packed."""
    return next((found for magic, found in PACKERS if head.startswith(magic)), None)


def unpacked(chunks: Iterable[bytes], make: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """Yield what a packed file holds, a piece at a time. Raises Damaged, for a bomb as well."""
    taken = given = 0
    one, fresh = make(), True
    for piece in _pieces(chunks):
        data = piece
        taken += len(data)
        while data:
            for out in _drained(one, data):
                given += len(out)
                if given > max(ALLOWED, DENSEST * taken):
                    raise Damaged(BOMB)
                yield out
            fresh = one.eof
            # Packed files may follow one another; zeros after the last are padding.
            data = one.unused_data.lstrip(b"\0") if one.eof else b""
            one = make() if one.eof else one
    if not fresh:
        raise Damaged(Fault("broken_archive", error=Fault("end_missing")))


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    return (chunk[start : start + _INPUT] for chunk in chunks for start in range(0, len(chunk), _INPUT))


def _drained(one: _Decompressor, data: bytes) -> Iterator[bytes]:
    """Yield all that comes out for `data`."""
    out = _step(one, data)
    while out:
        yield out
        out = b"" if one.eof else _step(one, b"")


def _step(one: _Decompressor, data: bytes) -> bytes:
    try:
        return one.decompress(data, _OUTPUT)
    except _BROKEN as error:
        raise Damaged(Fault("broken_archive", error=str(error))) from error


class Guarded(io.RawIOBase):
    """A stream of an archive's member: whatever goes wrong in reading it is Damaged, and so is a bomb.

    `packed` is the size that the member has in its archive; None where the archive as a whole is guarded.
    """

    def __init__(self, inner: Any, faults: tuple[type[Exception], ...], packed: int | None = None) -> None:
        self._inner = inner
        self._faults: tuple[type[Exception], ...] = (*_BROKEN, *faults)
        self._left = None if packed is None else max(ALLOWED, DENSEST * packed)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return up to `size` unpacked bytes, all when negative or None; Damaged where the packing is broken."""
        try:
            data: bytes = self._inner.read(size)
        except self._faults as error:
            raise Damaged(Fault("broken_archive", error=str(error))) from error
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise Damaged(BOMB)
        return data
