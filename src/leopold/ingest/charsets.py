"""Bytes to characters, once, whatever the label on them says.

Labels lie, and some name no charset at all. What is decoded here is never decoded again; a byte that no
charset explains becomes U+FFFD, and so does NUL, which no store of text holds. Line ends are left alone.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

import cchardet

UNDECLARED = ""

_UNKNOWN = frozenset(
    {"", "none", "default", "unknown", "unknown-8bit", "x-unknown", "x-user-defined", "8bit", "binary"}
)
_ALIASES = {
    "ansi": "cp1251",
    "cp-1251": "cp1251",
    "cp-866": "cp866",
    "dos-866": "cp866",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-8-e": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "koi8r": "koi8-r",
    "koi8u": "koi8-u",
    "ks_c_5601-1987": "cp949",
    "latin-1": "cp1252",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "unicode-1-1-utf-7": "utf-7",
    "us-ascii": "ascii",
    "utf8mb4": "utf-8",
    "win-1251": "cp1251",
    "win1251": "cp1251",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "cp932",
}
# Codecs that Python calls text encodings, and that no letter is written in; some of them take quadratic time.
_NOT_FOR_LETTERS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_CYRILLIC = {
    "windows-1251": "cp1251",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "iso-8859-5": "iso8859-5",
}
_CYRILLIC_CODECS = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_SAMPLE = 4096
_HIGH = re.compile(rb"[\x80-\xff]+")
_LATIN_WORD = re.compile(rb"[A-Za-z][\x80-\xff]{1,2}(?![\x80-\xff])|(?<![\x80-\xff])[\x80-\xff]{1,2}[A-Za-z]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_COMMON = {letter: 32 - rank for rank, letter in enumerate("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")}


@lru_cache(maxsize=512)
def codec(label: str) -> str:
    """Return the name of the codec that a charset label means, or "" where it names none that a letter could use."""
    name = label.strip(" \t\r\n\"'").partition("*")[0].lower()
    if name in _UNKNOWN or len(name) > 40 or not name.isascii() or "\0" in name:
        return UNDECLARED
    name = _ALIASES.get(name, name)
    for candidate in (name, re.sub(r"^x-", "", name), re.sub(r"^(?:x-)?(?:win|windows|cp|ibm)[-_]?(?=\d)", "cp", name)):
        try:
            found = codecs.lookup(candidate)
        except (LookupError, ValueError):
            continue
        known = found.name.replace("_", "-")
        if not getattr(found, "_is_text_encoding", True) or known in _NOT_FOR_LETTERS:
            return UNDECLARED
        return "cp1252" if known == "iso8859-1" else known
    return UNDECLARED


def decode(data: bytes, label: str = UNDECLARED) -> str:
    """Return the characters of `data`, whose sender called its charset `label`.

    The label is followed where the bytes can be in that charset. ASCII, Latin-1 and no label at all say nothing
    about 8-bit bytes: those are UTF-8 where they can be, else what they look like. Never raises.
    """
    if data.isascii():
        name = codec(label)
        # 7-bit charsets that switch by escapes or by signs (ISO-2022-JP, HZ, UTF-7) are ASCII to the eye.
        text = (
            _by(data, name) if name.startswith(("iso2022", "hz", "utf-7", "utf-16", "utf-32")) else data.decode("ascii")
        )
    else:
        text = _decode_8bit(data, codec(label))
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _by(data: bytes, name: str) -> str:
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return data.decode("latin-1")
    return sound(text)


def sound(text: str) -> str:
    """Return `text` with every lone surrogate made U+FFFD, so that it can be written as UTF-8."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _decode_8bit(data: bytes, name: str) -> str:
    if name in ("", "ascii", "cp1252", "utf-8"):
        return _decode_doubtful(data, name)
    if name in _CYRILLIC_CODECS or name.startswith(("iso8859", "cp125", "koi8")):
        utf8 = _as_utf8(data)
        if utf8 is not None and len(_UTF8_SEQUENCE.findall(data[: 16 * _SAMPLE])) > 3:
            return utf8
    return _by(data, name)


def _decode_doubtful(data: bytes, name: str) -> str:
    utf8 = _as_utf8(data)
    if utf8 is not None:
        return utf8
    if name == "utf-8":
        text = data.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        if bad * 4 <= len(_UTF8_SEQUENCE.findall(data)):
            return text
    elif name == "cp1252" and not _looks_cyrillic(data):
        return _latin(data)
    found = guess(data)
    return _latin(data) if found == "cp1252" else data.decode(found, "replace")


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _latin(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _sample(data: bytes) -> bytes:
    first = _HIGH.search(data)
    start = max(0, first.start() - 20) if first else 0
    return data[start : start + _SAMPLE]


def _looks_cyrillic(data: bytes) -> bool:
    """Letters above 127 come in whole words in Cyrillic text, and alone among ASCII letters in Latin text."""
    runs = _HIGH.findall(_sample(data))
    long = sum(len(run) for run in runs if len(run) > 2)
    return long * 2 > sum(map(len, runs))


def guess(data: bytes) -> str:
    """Return the codec that 8-bit bytes, not UTF-8, are most likely written in: a Cyrillic one, or "cp1252".

    faust-cchardet answers where its answer is a Cyrillic charset; on short Russian lines it is right 74 times of
    75. What else it says of such bytes is seldom true of business letters, so the letters' own frequency decides.
    """
    sample = _sample(data)
    runs = _HIGH.findall(sample)
    if not _looks_cyrillic(sample) and 2 * len(_LATIN_WORD.findall(sample)) >= len(runs):
        return "cp1252"
    name = (cchardet.detect(sample)["encoding"] or "").lower()
    if name in _CYRILLIC and likeness(sample.decode(_CYRILLIC[name], "replace")) > 0.5:
        return _CYRILLIC[name]
    return max(_CYRILLIC_CODECS, key=lambda each: likeness(sample.decode(each, "replace")))


def likeness(text: str) -> float:
    """Return how much the non-ASCII part of `text` is like Russian prose: 1 is very, below 0 is noise."""
    total = score = 0.0
    before = " "
    for letter in text:
        if letter > "\x7f":
            total += 1
            value = _COMMON.get(letter.lower(), -16) / 24
            if letter.isupper() and before.isalpha() and before.islower():
                value -= 1
            score += value if letter.islower() or value < 0 else value / 2
        before = letter
    return score / total if total else 0.0
