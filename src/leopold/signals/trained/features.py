"""What trained readers look at: words, their parts, and neighbours, as numbers of buckets.

A sentence is a row of tokens: its words, and marks that stand for its punctuation, capitals and length. A token has a
fixed set of buckets, whatever stands beside it, and so has a pair of neighbours; a sentence's score is the sum of
theirs. So the score of a word is worked out once, and a batch gives what each sentence alone would.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final
from zlib import crc32

from leopold.signals.sentences import Sentence

BUCKETS: Final = 1 << 16
"""Buckets of words and their parts; a further `BUCKETS` hold pairs of neighbours."""

SHORTEST, LONGEST = 3, 6
"""Lengths of the parts of a word, in characters, its two edges among them."""

MARK: Final = "\x01"
"""What a mark begins with: no word does. A mark has one bucket, and no part in pairs."""

START, END = "\x02", "\x03"
"""The edges of a sentence, as neighbours of its first and last word."""

_POSITIVE: Final = 0x7FFFFFFF
_DIGITS: Final = re.compile(r"\d")
_SHOUTED: Final = re.compile(r"\b[A-ZА-ЯЁ]{4,}\b")
_FACE: Final = re.compile(r"([:;]-?[)D]|\){2,}|[\U0001f600-\U0001f64f])|[:;]-?\(|\({2,}")
_LENGTHS: Final = tuple(f"{MARK}length {size}" for size in range(7))
_ASKS, _TRAILS, _SHOUTS = MARK + "asks", MARK + "trails", MARK + "shouts"
_EXCLAIMS, _FACES = (MARK + "exclaims", MARK + "exclaims much"), (MARK + "frowns", MARK + "smiles")


def hashed(text: str) -> int:
    """Return a number of 31 bits for a text, the same on every machine and in every run."""
    return crc32(text.encode("utf-8", "surrogatepass")) & _POSITIVE


def plain(word: str) -> str:
    """Return a word as it is counted: any digit is like any other, and a long word ends somewhere."""
    return _DIGITS.sub("0", word[:32])


def buckets(token: str) -> list[int]:
    """Return the buckets of one token."""
    if token.startswith(MARK):
        return [hashed(token) % BUCKETS]
    word = plain(token)
    data = f"<{word}>".encode("utf-8", "surrogatepass")
    size = len(word) + 2
    ends = range(size + 1) if len(data) == size else _ends(f"<{word}>")
    found = [hashed(f"\x04{word}") % BUCKETS]
    for length in range(SHORTEST, LONGEST + 1):
        pairs = zip(ends, ends[length:], strict=False)
        found += [(crc32(data[start:end]) & _POSITIVE) % BUCKETS for start, end in pairs]
    return found


def _ends(text: str) -> list[int]:
    """Return where each character begins in UTF-8, and the end."""
    return [0, *accumulate(len(char.encode("utf-8", "surrogatepass")) for char in text)]


def pair(first: int, second: int) -> int:
    """Return the bucket of two neighbours by their `hashed` numbers; takes arrays of int64 as well."""
    return BUCKETS + ((first * 0x5E3779B1 + second * 0x45EBCA6B) >> 13) % BUCKETS


def tokens(text: str, sentence: Sentence) -> list[str]:
    """Return the tokens of a sentence: words first, then marks."""
    whole = text[sentence.start : sentence.end]
    found = [*sentence.words, _LENGTHS[min(len(sentence.words).bit_length(), 6)]]
    if "?" in whole[-3:]:
        found.append(_ASKS)
    if "!" in whole:
        found.append(_EXCLAIMS[whole.count("!") > 1])
    if "..." in whole or "…" in whole:
        found.append(_TRAILS)
    if ("(" in whole or ")" in whole or not whole.isascii()) and (face := _FACE.search(whole)):
        found.append(_FACES[face.lastindex == 1])
    if not whole.islower() and _SHOUTED.search(whole):
        found.append(_SHOUTS)
    return found
