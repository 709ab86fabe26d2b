"""Header values as people read them: encoded words, raw 8-bit bytes, folded lines.

A value comes in as `structure` cuts it out: one character a byte, line ends inside.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp

from leopold.ingest import charsets

_WORD = re.compile(r"=\?([^?\s]*+)\?([bBqQ])\?([^?]*+)\?=")
_FOLD = re.compile(r"[\r\n]++[ \t]*+")
_SPACE = re.compile(r"[ \t\r\n]++")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]++")


def unfolded(value: str) -> str:
    """Return a header value on one line."""
    if "\n" in value or "\r" in value:
        value = _FOLD.sub(" ", value)
    return value.strip(" \t")


def text(value: str, hint: str = "") -> str:
    """Return a header value decoded: encoded words and raw bytes, on one line.

    Neighbouring words of one charset are joined as bytes first, since some senders cut a character in two.
    `hint` is the charset label of the letter's text, tried for raw 8-bit bytes that are not UTF-8.
    """
    value = unfolded(value)
    if "=?" not in value:
        return value.replace("\0", "\ufffd") if value.isascii() else raw(value, hint)
    pieces: list[str] = []
    waiting: list[tuple[str, str, str]] = []
    end = 0
    for match in _WORD.finditer(value):
        gap = value[end : match.start()]
        if gap and not (waiting and gap.isspace()):
            pieces += _words(waiting)
            waiting = []
            pieces.append(raw(gap, hint))
        word = (match[1].partition("*")[0].lower(), match[2].lower(), match[3])
        if waiting and waiting[-1][:2] != word[:2]:
            pieces += _words(waiting)
            waiting = []
        waiting.append(word)
        end = match.end()
    pieces += _words(waiting)
    pieces.append(raw(value[end:], hint))
    return _SPACE.sub(" ", "".join(pieces)).strip()


def raw(value: str, hint: str = "") -> str:
    """Return raw header bytes decoded: UTF-8 where they can be, else the charset of the letter, else a guess."""
    if value.isascii():
        return value.replace("\0", "\ufffd")
    data = value.encode("latin-1", "replace")
    try:
        return charsets.decode(data, "utf-8") if data.decode("utf-8") else ""
    except UnicodeDecodeError:
        name = charsets.codec(hint)
        return charsets.decode(data, "" if name in ("utf-8", "ascii") else hint)


def _words(words: list[tuple[str, str, str]]) -> list[str]:
    """Decode neighbouring encoded words of one charset and one encoding."""
    if not words:
        return []
    charset, encoding, _ = words[0]
    if encoding == "q":
        data = b"".join(a2b_qp(word[2].encode("latin-1", "replace"), header=True) for word in words)
    else:
        data = _base64([_NOT_BASE64.sub("", word[2]) for word in words])
    return [charsets.decode(data, charset)]


def _base64(words: list[str]) -> bytes:
    """Decode words each by itself; joined first where a sender cut the base64 stream itself, not the text."""
    if any(len(word) % 4 == 1 for word in words[:-1]):
        words = ["".join(words)]
    return b"".join(map(_one_base64, words))


def _one_base64(word: str) -> bytes:
    if len(word) % 4 == 1:
        word = word[:-1]
    try:
        return a2b_base64(word + "=" * (-len(word) % 4))
    except Error:
        return b""
