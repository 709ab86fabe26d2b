"""Where the signature of a writer's own words begins.

Convention. The sign-off line ("Best regards,") and all after it are signature: name, role, company, telephone,
disclaimer, the line a phone adds. So is all after "-- ", and a name that stands alone at the end: the sender's, or a
name-shaped line after a blank one, with the lines of contacts under it. "Thanks," is a sign-off only when a name or
another sign-off follows; "Thanks!" is the writer's own. A postscript after the signature is own again.

Only the last lines are read, from the end upward, so the cost does not grow with the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leopold.correspondence.markers import every

_TAIL = 4_000
"""Characters at the end of the own words that may hold a signature, disclaimers included."""

_LINES = 16
"""Lines of a signature after its first, at most, blank ones and disclaimers aside."""


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in phrases)


_DELIMITER = re.compile(r"(?:--|—|––)[ \xa0]*\Z")
_SIGN_OFF = re.compile(
    rf"[\s*_~–—-]{{0,4}}(?:{_any(every('sign_offs'))})(?![\w(])[\s,.!*–—-]*(.{{0,60}})\Z", re.IGNORECASE
)
_THANKS = re.compile(rf"[\s*]{{0,4}}(?:{_any(every('thanks'))})(?!\w)[ ,*–—-]*([^.!?]{{0,40}})\Z", re.IGNORECASE)
_SENT_FROM = re.compile(rf"[\s*\[(_]{{0,4}}(?:{_any(every('sent_from'))})", re.IGNORECASE)
_BOILERPLATE = re.compile(
    rf"^[ \t*_\[(«\"-]{{0,6}}(?:{_any(every('boilerplate'))})|^_{{20,}}\n(?=[^\n]{{0,80}}(?:mailing list|sponsor))"
    r"|^-{20,}\n(?=[^\n]{0,80}(?:mailing list|sponsor|unsubscribe))"
    r"|^[*_=-]{10,}\n(?=[^\n]{0,60}(?:confiden|конфиденц))",
    re.IGNORECASE | re.MULTILINE,
)
_BOILERPLATE_WORDS = (*every("boilerplate"), "mailing list", "sponsor", "unsubscribe", "confiden", "конфиденц")
_BOILERPLATE_ROOTS = (
    *("confiden", "intended", "contain", "property of", "communication", "contents", "mailing list", "sponsor"),
    *("unsubscribe", "disclaimer", "privileged", "this email", "this e-mail"),
    *("environment", "yahoo", "free", "legal", "scanned", "e-mail", "nachricht", "haftung", "courriel", "ce message"),
    *("сообщени", "письмо", "конфиденц", "окружающей", "печатать", "отписаться", "электронн", "ответственности"),
)
_ASCII_ROOTS = tuple(root for root in _BOILERPLATE_ROOTS if root.isascii())
_POSTSCRIPT = re.compile(rf"(?:{_any(every('postscripts'))})(?![a-zа-яё])", re.IGNORECASE)
_BULLET = re.compile(r"(?:[*•·–—-]|\d{1,2}[.)])\s+\S")
_CONTACT = re.compile(
    r"\+?\d[\d() -]{5,}\d|@|www\.|https?://|\b(?:tel|phone|mob|cell|fax|тел|моб|факс|доб|ext)\b|"
    r"\b(?:ltd|inc|llc|gmbh|corp|ооо|зао|оао|ао|ип|manager|director|менеджер|директор|инженер|бухгалтер|специалист)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[-–—~*/ ]{0,4}([A-ZÀ-ÖØ-ÞА-ЯЁ](?:[\w'’]{1,20}|\.?)(?:-[A-ZÀ-ÖØ-ÞА-ЯЁ]\w{1,20})?"
    r"(?:[ .]{1,2}(?:(?:von|van|de|der|la|le|du|zu)[ ])?[A-ZÀ-ÖØ-ÞА-ЯЁ](?:[\w'’.-]{1,20}|\.?)){0,3})\*?\Z"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_NAMES = frozenset(every("no_names"))


def signature(text: str, start: int, end: int, sender: str, bare: bool, whole: bool) -> tuple[int, int]:
    """Return where in `text[start:end]` the signature stands; an empty stretch at `end` when there is none.

    `bare` says that a name alone counts, `whole` that all of the stretch may be a signature, as above a forward.
    """
    base = max(start, end - _TAIL)
    tail = text[base:end]
    lines = tail.rstrip().split("\n")
    if base > start:
        # The first line of a tail may be the end of a longer one.
        base += len(lines[0]) + 1
        lines = lines[1:]
    if not lines or lines == [""]:
        return end, end
    postscript = _postscript(lines)
    stop = len(lines) if postscript is None else postscript
    first = _first_line(lines[:stop], sender, bare, whole or base > start)
    if first is None:
        if postscript is None:
            return end, end
        stop = len(lines)
        first = _first_line(lines, sender, False, False)
        if first is None:
            return end, end
    offset = base + sum(len(line) + 1 for line in lines[:first])
    return offset, (end if stop == len(lines) else base + sum(len(line) + 1 for line in lines[:stop]))


def _postscript(lines: list[str]) -> int | None:
    for index in range(len(lines) - 1, max(0, len(lines) - 8), -1):
        line = lines[index].lstrip()
        if line[:1] in "PpПпЗз" and _POSTSCRIPT.match(line) and not lines[index - 1].strip():
            return index
    return None


def _first_line(lines: list[str], sender: str, bare: bool, whole: bool) -> int | None:
    """Return the first line of the signature that ends `lines`, or None."""
    delimiter = _delimiter(lines)
    if delimiter is not None:
        above = lines[:delimiter]
        while above and not above[-1].strip():
            above.pop()
        over = _closing(above, sender, bare, whole) if above else None
        return delimiter if over is None else over
    boilerplate = _boilerplate(lines)
    if boilerplate is not None:
        lines = lines[:boilerplate]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    found = _closing(lines, sender, bare, whole)
    return boilerplate if found is None else found


def _delimiter(lines: list[str]) -> int | None:
    for index in range(max(0, len(lines) - 30), len(lines)):
        line = lines[index]
        if line and line[0] in "-—–" and _DELIMITER.match(line):
            following = sum(1 for after in lines[index + 1 :] if after.strip())
            if line == "-- " or following <= _LINES:
                return index
    return None


def _boilerplate(lines: list[str]) -> int | None:
    tail = "\n".join(lines)
    lower = tail.lower()
    at = min(_boilerplate_starts(tail, lower), default=None)
    if at is None:
        return None
    index = tail.count("\n", 0, at)
    return index if index == 0 or not lines[index - 1].strip() or index >= len(lines) - 4 else None


def _boilerplate_starts(tail: str, lower: str) -> Iterator[int]:
    """Yield the starts of the lines that open a disclaimer or a footer, those that hold its first words."""
    for root in _ASCII_ROOTS if lower.isascii() else _BOILERPLATE_ROOTS:
        if root in lower:
            break
    else:
        return
    for word in _BOILERPLATE_WORDS:
        at = lower.find(word)
        while at >= 0:
            line = tail.rfind("\n", 0, at) + 1
            over = tail.rfind("\n", 0, max(0, line - 1)) + 1
            if _BOILERPLATE.match(tail, over):
                yield over
                break
            if _BOILERPLATE.match(tail, line):
                yield line
                break
            at = lower.find(word, at + len(word))


def _closing(lines: list[str], sender: str, bare: bool, whole: bool) -> int | None:
    """Return the first line of a sign-off, a name or a phone's line that ends `lines`, or None."""
    least, count = len(lines), 0
    while least > 0 and count < _LINES:
        line = lines[least - 1].strip()
        if line:
            if not _is_short(line):
                break
            count += 1
        least -= 1
    if least == len(lines):
        return None
    names = _tokens(sender)
    first = _sign_off(lines, least, names)
    if first is not None:
        return first
    phone = _phone(lines, least)
    upto = len(lines) if phone is None else phone
    while upto > least and not lines[upto - 1].strip():
        upto -= 1
    first = _name(lines[:upto], least, names, whole) if bare or phone is not None else None
    return phone if first is None else first


def _is_short(line: str) -> bool:
    """Whether a line may belong to a signature: short, no sentence, no question, no point of a list."""
    if len(line) > 90 or line[-1] in "?:;" or _BULLET.match(line):
        return bool(_CONTACT.search(line)) and len(line) <= 140 and line[-1] != "?"
    words = line.count(" ") + 1
    if line[-1] in "!.":
        return words <= 3 or (words <= 5 and bool(_SIGN_OFF.match(line)))
    return words <= 9 or bool(_CONTACT.search(line) or _SENT_FROM.match(line))


def _tokens(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.lower()))


def _sign_off(lines: list[str], least: int, names: frozenset[str]) -> int | None:
    for index in range(least, len(lines)):
        line = lines[index].strip()
        if not line:
            continue
        found = _SIGN_OFF.match(line)
        if found and _is_closed(found.group(1), line, names):
            return index
        found = _THANKS.match(line)
        if found and _thanks_close(lines, index, found.group(1).strip(), names):
            return index
    return None


def _is_closed(rest: str, line: str, names: frozenset[str]) -> bool:
    """Whether what follows a sign-off in its line is nothing, a name, or set off by a comma."""
    rest = rest.strip()
    if not rest:
        return True
    return bool(_NAME.match(rest)) or _is_sender(rest, names) or bool(_CONTACT.search(rest) and "," in line)


def _thanks_close(lines: list[str], index: int, rest: str, names: frozenset[str]) -> bool:
    if rest:
        return _is_sender(rest, names) or bool(_SIGN_OFF.match(rest))
    for line in lines[index + 1 :]:
        if line.strip():
            after = line.strip()
            return bool(_NAME.match(after) or _SIGN_OFF.match(after)) or _is_sender(after, names)
    return False


def _phone(lines: list[str], least: int) -> int | None:
    for index in range(least, len(lines)):
        line = lines[index].strip()
        if line and _SENT_FROM.match(line):
            return index
    return None


def _name(lines: list[str], least: int, names: frozenset[str], whole: bool) -> int | None:
    """Return the line of a bare name that opens the signature: the sender's, else a name of the last paragraph."""
    for index in range(least, len(lines)):
        line = lines[index].strip()
        if line and _is_sender(line, names) and (index or whole):
            alone = index == 0 or not lines[index - 1].strip()
            if alone or index == len(lines) - 1 or _CONTACT.search(lines[index + 1]):
                return index
    index = len(lines) - 1
    while index > 0 and lines[index - 1].strip():
        index -= 1
    if index < least or index == 0:
        return None
    return index if _is_name_alone(lines[index:]) else None


def _is_sender(line: str, names: frozenset[str]) -> bool:
    """Whether a line holds the sender's name and nothing else, initials and marks aside."""
    if len(line) > 50 or not names:
        return False
    words = _WORD.findall(line.lower())
    return (
        bool(words)
        and len(words) <= 4
        and words[0] in names | {words[-1]}
        and (
            sum(word in names for word in words) * 2 >= len(words)
            and not any(mark in line for mark in ",?!:;0123456789@")
        )
    )


def _is_name_alone(paragraph: list[str]) -> bool:
    """Whether a paragraph is somebody's name, with contacts or one role under it."""
    line = paragraph[0].strip()
    if len(line) > 40 or not _NAME.match(line):
        return False
    words = _WORD.findall(line.lower())
    if not words or any(word in _NO_NAMES for word in words) or (line.isupper() and len(words) == 1 and len(line) > 3):
        return False
    rest = paragraph[1:]
    if not rest:
        return len(words) <= 3
    return any(_CONTACT.search(each) for each in rest) or (len(rest) == 1 and len(words) > 1)
