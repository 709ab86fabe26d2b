"""Content-Type and Content-Disposition: a value and its parameters, RFC 2045, RFC 2231 and what is sent instead."""

from __future__ import annotations

import re
from binascii import a2b_qp
from dataclasses import dataclass
from functools import lru_cache

_PARAMETER = re.compile(r"""(?<![^\s=;"])([^\s=;"]++)[ \t\r\n]*+=[ \t\r\n]*+("(?:[^"\\]|\\.)*+"?|[^;]*+)""", re.DOTALL)
_VALUE = re.compile(r"\s*+([^\s;,\"]*+)")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class ContentType:
    """What a part is: its type in lower case, and the parameters that say how to read it."""

    full: str
    main: str
    charset: str
    boundary: bytes
    name: str
    report: str


def content_type(value: str, default: str = "text/plain") -> ContentType:
    """Read a Content-Type value; what is no type reads as `default`. `value` has one character a byte."""
    return _cached(value, default) if len(value) < 400 else _content_type(value[:_LONGEST], default)


def _content_type(value: str, default: str) -> ContentType:
    full, given = value_and_parameters(value)
    if full.count("/") != 1 or full.startswith("/") or full.endswith("/"):
        # A bare "text" is meant as text; anything else without a slash says nothing.
        full = "text/plain" if full == "text" else default if not full or "multipart" not in full else "multipart/mixed"
    boundary = given.get("boundary", "").rpartition("''")[2].rstrip().encode("latin-1", "replace")
    main = full.partition("/")[0]
    return ContentType(
        full, main, given.get("charset", ""), boundary, given.get("name", ""), given.get("report-type", "")
    )


_cached = lru_cache(maxsize=2048)(_content_type)


def value_and_parameters(value: str) -> tuple[str, dict[str, str]]:
    """Return the value before the first semicolon in lower case, and the parameters by lower-case name.

    RFC 2231 continuations are joined and their percent escapes become bytes, one character each; the charset
    that such a value names stands before it as ``charset''``.
    """
    found = _VALUE.match(value)
    kind = found[1].lower() if found else ""
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, str]] = {}
    for match in _PARAMETER.finditer(value, found.end() if found else 0):
        name, text = match[1].lower(), _unquoted(match[2])
        base, star, rest = name.partition("*")
        if not star or not base:
            plain.setdefault(name, text)
            continue
        number, escaped, _ = rest.partition("*")
        extended = rest == "" or bool(escaped)
        order = int(number) if number.isdecimal() and len(number) < 5 else 0
        pieces.setdefault(base, {}).setdefault(order, _percent(text, order == 0) if extended else text)
    for base, parts in pieces.items():
        plain[base] = "".join(parts[order] for order in sorted(parts))
    return kind, plain


def _unquoted(text: str) -> str:
    if text.startswith('"'):
        inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
        return re.sub(r"\\(.)", r"\1", inner) if "\\" in inner else inner
    text = text.strip(" \t\r\n")
    # A parameter list wrongly divided by spaces: what follows the word is the next parameter.
    return text.split()[0] if text and "=" in text else text


def _percent(text: str, first: bool) -> str:
    head = ""
    if first and text.count("'") >= 2:
        charset, _, rest = text.split("'", 2)
        head, text = charset + "''", rest
    escaped = text.replace("=", "=3D").replace("%", "=")
    return head + a2b_qp(escaped.encode("latin-1", "replace")).decode("latin-1")
