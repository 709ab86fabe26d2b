"""Where a signature stands in the lines of somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leopold.correspondence import markers

_DELIMITER = re.compile(r"--|—|-{2,3} ?")
_SIGN_OFF = re.compile(rf"({markers.SIGN_OFFS})\s*(?:[,.!;:—–-]*\s*(.*))?", re.IGNORECASE)
_WEAK = re.compile(markers.WEAK_SIGN_OFFS, re.IGNORECASE)
_DEVICE = markers.compiled(markers.DEVICES, before=r"[-—*_ ]*", after=r"[.!]?")
_DISCLAIMER = markers.compiled(markers.DISCLAIMERS, before=r"[*_ ]*")
_POSTSCRIPT = markers.compiled(markers.POSTSCRIPTS)
_NAME = re.compile(r"[-—–*]{0,2}\s?[A-ZА-ЯЁÀ-Þ](?:[\w'’.-]*)(?:\s+(?:[A-ZА-ЯЁÀ-Þ]|d[eiu] |van |von )[\w'’.-]*){0,3}[.!,]?(?:\s\)+)?")
_CONTACT = re.compile(
    r"@|https?:|www\.|\+\d|\(\d{3,5}\)|\b(?:tel|т|тел|phone|mob|моб|fax|факс|ext|доб|skype|telegram|whatsapp)\b\.?"
    r"|\b(?:ltd|llc|inc|gmbh|ооо|ао|зао|ип|пао)\b|\|",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…:]\s*\)*$")
_BARE_MOST, _LINE_MOST = 9, 90


def signature(lines: Sequence[str], sender: str, *, bare: bool) -> list[tuple[int, int]]:
    """Return the stretches of `lines` (stripped) that are signature, as (first, after the last).

    `bare` says whether a name alone below the words counts. Postscripts below a signature stay own words.
    """
    start = _start(lines, sender, bare=bare)
    if start is None:
        return []
    for index in range(start + 1, len(lines)):
        if _POSTSCRIPT.fullmatch(lines[index]):
            return [(start, index), *_below(lines, index)]
    return [(start, len(lines))]


def _below(lines: Sequence[str], postscript: int) -> list[tuple[int, int]]:
    """Return what a telephone added below a postscript."""
    for index in range(postscript + 1, len(lines)):
        if _DEVICE.fullmatch(lines[index]) or _DISCLAIMER.fullmatch(lines[index]) or lines[index] == "--":
            return [(index, len(lines))]
    return []


def _start(lines: Sequence[str], sender: str, *, bare: bool) -> int | None:
    """Return the first line of the signature. The sign-off highest up wins, then a bare name above a telephone's line."""
    found = next((i for i, line in enumerate(lines) if _opens(lines, i, line)), None)
    end = len(lines) if found is None else found
    if bare and found is not None and not _DEVICE.fullmatch(lines[found]) and not _DELIMITER.fullmatch(lines[found]):
        return found
    name = _bare(lines[:end], sender) if bare else None
    return found if name is None else name


def _opens(lines: Sequence[str], index: int, line: str) -> bool:
    if not line:
        return False
    if _DELIMITER.fullmatch(line):
        return any(lines[index + 1 :])
    if _DEVICE.fullmatch(line) or _DISCLAIMER.fullmatch(line):
        return True
    return len(line) <= 60 and _signs_off(lines, index, line)


def _signs_off(lines: Sequence[str], index: int, line: str) -> bool:
    sign = _SIGN_OFF.fullmatch(line)
    if not sign:
        return False
    rest = sign[2] or ""
    if rest and not _NAME.fullmatch(rest):
        return False
    below = [each for each in lines[index + 1 :] if each]
    if not _WEAK.fullmatch(sign[1]):
        return True
    if not below:
        return bool(rest)
    return _NAME.fullmatch(below[0]) is not None and all(len(each) <= _LINE_MOST for each in below[:3])


def _bare(lines: Sequence[str], sender: str) -> int | None:
    """Return where a name stands alone below the words, with its role and address lines, None where none does."""
    last = len(lines)
    while last and not lines[last - 1]:
        last -= 1
    first = last
    while first and lines[first - 1] and last - first < _BARE_MOST:
        first -= 1
    if first == 0 or lines[first - 1]:
        # The name may stand right under the words, without a blank line, when it is the sender's own.
        own = last - 1
        return own if own > 0 and _is_senders(lines[own], sender) else None
    block = lines[first:last]
    if not _NAME.fullmatch(block[0]):
        return last - 1 if last - 1 > first and _is_senders(lines[last - 1], sender) else None
    known = _is_senders(block[0], sender)
    if any(len(each) > _LINE_MOST for each in block):
        return None
    if known or (len(block) == 1 and len(block[0].split()) <= 3 and not _ENDS_SENTENCE.search(block[0])):
        return first
    return first if any(_CONTACT.search(each) for each in block[1:]) else None


def _is_senders(line: str, sender: str) -> bool:
    """Tell whether `line` is a name of the sender: one of its words, or its initials and family name."""
    if not line or len(line) > 60 or not _NAME.fullmatch(line):
        return False
    names = [part.lower().replace("ё", "е") for part in re.split(r"[\s,.]+", sender) if len(part) > 1]
    words = [part.lower().replace("ё", "е") for part in re.split(r"[\s,.!–—-]+", line) if part]
    return any(word in names or any(_is_short_form(word, name) for name in names) for word in words)


def _is_short_form(word: str, name: str) -> bool:
    return len(word) >= 2 and len(name) > len(word) and name.startswith(word)
