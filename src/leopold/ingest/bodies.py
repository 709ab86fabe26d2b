"""The bytes of one part: transfer encodings undone leniently, and what people uuencoded into a text."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp, a2b_uu

from leopold.model import Attachment

_NOT_BASE64 = bytes(sorted(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")))
_MOST_PADDED = 2_000
_LETTERS = re.compile(rb"[A-Za-z]{2}")
_BLANKS = b" \t\r\n"
_BEGIN = re.compile(
    r"^begin(?:-base64)? [0-7]{3,4} (\S[^\n]{0,255})\n(?=[ -`]{5,}|[`\x20]?\n|[A-Za-z0-9+/=]{4,})", re.MULTILINE
)
# Words are far more often found without a file; a pattern that starts with letters is searched for ten times faster.
_BEGINNING = re.compile(r"begin(?:-base64)? [0-7]{3,4} ")
_FINISH = re.compile(r"^(?:end|====)[ \t]*$\n?", re.MULTILINE)


def decoded(body: bytes, encoding: str) -> bytes:
    """Return the bytes that a body stands for; what its transfer encoding does not explain stays as it is."""
    name = encoding.strip(" \t\r\n\"';").lower()
    if name == "quoted-printable":
        return a2b_qp(body) if b"=" in body else body
    if name == "base64":
        return _base64(body)
    if name in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _uuencoded(body)
    return body


def _base64(body: bytes) -> bytes:
    """Foreign characters are passed over and missing padding is supplied.

    A body that is prose under a false label is returned as it is; prose that a mailing list added after the
    padding is kept behind what was decoded.
    """
    if _is_prose(body):
        head, mark, _ = body.partition(b"=")
        if not mark or len(head) < 8 or _is_prose(head):
            return body
    padded = body.find(b"=")
    if padded < 0:
        return _decode64(body)
    end = padded
    while end < len(body) and body[end] in b"= \t\r\n":
        end += 1
    rest = body[end:]
    first = _decode64(body[:padded])
    if not rest.strip(_BLANKS):
        return first
    if _foreign(rest) * 20 > len(rest):
        return first + b"\n" + rest if _LETTERS.search(rest) else first
    return first + b"".join(map(_decode64, rest.split(b"=", _MOST_PADDED)))


def _is_prose(body: bytes) -> bool:
    return body.count(b" ") * 12 > len(body) or _foreign(body) * 2 > len(body)


def _foreign(body: bytes) -> int:
    return len(body.translate(None, b"\r\n")) - len(body.translate(None, _NOT_BASE64))


def _decode64(body: bytes) -> bytes:
    clean = body.translate(None, _NOT_BASE64 + b"=")
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    try:
        return a2b_base64(clean + b"=" * (-len(clean) % 4))
    except Error:
        return body


def _uuencoded(body: bytes) -> bytes:
    lines = body.splitlines()
    found: list[bytes] = []
    for line in lines:
        if line.startswith(b"begin ") or not line:
            continue
        if line.strip() == b"end":
            break
        try:
            found.append(a2b_uu(line))
        except Error:
            # The length in the line's first sign is right more often than what trails behind it.
            length = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                found.append(a2b_uu(line[:length]))
            except Error:
                continue
    return b"".join(found)


def without_uuencoded(text: str) -> tuple[str, tuple[Attachment, ...]]:
    """Return a text without the files that were uuencoded into it, and those files as attachments."""
    if _BEGINNING.search(text) is None:
        return text, ()
    kept: list[str] = []
    files: list[Attachment] = []
    position = 0
    while True:
        begin = _BEGIN.search(text, position)
        finish = _FINISH.search(text, begin.end()) if begin else None
        if begin is None or finish is None:
            break
        kept.append(text[position : begin.start()])
        files.append(Attachment(begin[1].strip(), "application/octet-stream", finish.start() - begin.end()))
        position = finish.end()
    kept.append(text[position:])
    return "".join(kept), tuple(files)
