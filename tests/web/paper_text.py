"""The words of a protocol's PDF, as a reader or a screen reader gets them: glyphs, named by their ToUnicode tables."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

RUN: Final = re.compile(rb"\nBT\b(.*?)\nET\n", re.DOTALL)
TOKEN: Final = re.compile(rb"/(\w+) [\d.]+ Tf|/ActualText<([0-9A-F]+)>|<([0-9A-Fa-f]+)>|(\()|(EMC)")
PIECE: Final = re.compile(rb"\\([0-7]{1,3}|.)|(.)", re.DOTALL)
ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(document: bytes) -> list[str]:
    """Return the words on each page, lines and runs of text parted by one space, without marks of where to break."""
    things = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", document, re.DOTALL)}
    return [_page(body, things) for body in things.values() if b"/Type/Page/" in body]


def _page(page: bytes, things: dict[int, bytes]) -> str:
    resources = things[_referred(page, b"Resources")]
    fonts = {
        name: _letters(_stream(things[_referred(things[int(font)], b"ToUnicode")]))
        for name, font in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    runs = RUN.findall(_stream(things[_referred(page, b"Contents")]))
    return " ".join(" ".join(_words(run, fonts) for run in runs).split())


def _words(run: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    said, letters, at, spelled = "", dict[bytes, str](), 0, False
    while found := TOKEN.search(run, at):
        font, actual, coded, bracket, end = found.groups()
        at = found.end()
        letters = fonts[font] if font else letters
        glyphs = bytes.fromhex((coded or b"").decode())
        if bracket:
            pieces = list(_string(run, at))
            glyphs, at = b"".join(piece for piece, _end in pieces), pieces[-1][1]
        if actual:
            # What the glyphs up to the end of this span stand for is spelled out: they are not read once more.
            said, spelled = said + bytes.fromhex(actual.decode()).decode("utf-16"), True
        elif not spelled:
            said += "".join(letters[glyphs[place : place + 2]] for place in range(0, len(glyphs), 2))
        spelled = spelled and not end
    return said.replace("\u200b", "")


def _string(run: bytes, at: int) -> Iterator[tuple[bytes, int]]:
    """Yield each byte of the string that begins at `at`, and where it ends; plain brackets come in pairs."""
    depth = 1
    while found := PIECE.match(run, at):
        at, (code, plain) = found.end(), found.groups()
        depth += {b"(": 1, b")": -1}.get(plain, 0)
        if not depth:
            yield b"", at
            return
        yield plain or (bytes([int(code, 8)]) if code.isdigit() else ESCAPES.get(code, code)), at


def _referred(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found, name
    return int(found[1])


def _stream(body: bytes) -> bytes:
    return zlib.decompressobj().decompress(body.split(b"stream\n", 1)[1])


def _letters(table: bytes) -> dict[bytes, str]:
    return {
        bytes.fromhex(glyph.decode()): bytes.fromhex(letter.decode()).decode("utf-16-be")
        for glyph, letter in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", table)
    }
