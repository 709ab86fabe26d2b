"""Message-IDs: of the letter itself, and of those it answers."""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import blake2b

_BRACKETED = re.compile(r"<([^<>]++)>")
_SPACES = re.compile(r"[\s\0]++")
_DIVIDERS = re.compile(r"[\s<>,;\"()]++")
MOST = 2_000
"""Identifiers that are read of one header, at most: the newest, which stand at the end."""


def own(value: str) -> str:
    """Return the Message-ID in a header value with angle brackets, spaces inside it dropped; "" where there is none."""
    found = _BRACKETED.search(value)
    inner = found[1] if found else value
    inner = _printable(_SPACES.sub("", inner).strip("<>"))
    return f"<{inner}>" if inner else ""


def derived(data: bytes) -> str:
    """Return an identifier made of the letter's bytes alone, for a letter without one; line ends do not matter."""
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    digest = blake2b(data.replace(b"\r\n", b"\n"), digest_size=16).hexdigest()
    return f"<{digest}@leopold.invalid>"


def references(value: str) -> tuple[str, ...]:
    """Return the identifiers of a References header, oldest first, each once; what is no identifier is passed over."""
    found = [_printable(_SPACES.sub("", inner)) for inner in _BRACKETED.findall(value)]
    if not found and "<" not in value:
        found = [_printable(token) for token in _bare(value)]
    return _once(found)


def in_reply_to(value: str, own_addresses: Collection[str]) -> tuple[str, ...]:
    """Return the identifiers of an In-Reply-To header.

    Some programs write prose here, "Your message of Monday from Ivan <ivan@example.com> <id@host>": a mailbox of the
    letter is never an identifier, and amid prose only what no person would choose as a mailbox is one.
    """
    value = value.strip()
    found = [_SPACES.sub("", inner) for inner in _BRACKETED.findall(value)]
    if not found and " " not in value and "<" not in value:
        found = _bare(value)
    found = [each for each in found if each.lower() not in own_addresses]
    if " " in value and not value.startswith("<"):
        found = [each for each in found if "@" not in each or _invented(each)]
    return _once([_printable(each) for each in found])


def _bare(value: str) -> list[str]:
    return [token for token in _DIVIDERS.split(value) if "@" in token.strip("@")]


def _invented(identifier: str) -> bool:
    """Programs put digits in identifiers; people seldom put three in a mailbox."""
    return sum(letter.isdigit() for letter in identifier.partition("@")[0]) >= 3


def _once(found: list[str]) -> tuple[str, ...]:
    return tuple(f"<{each}>" for each in dict.fromkeys(found[-MOST:]) if each)


def _printable(text: str) -> str:
    """Identifiers are compared, not read: 8-bit bytes stay one character each."""
    return text.replace("\0", "")
