"""Addresses as headers give them, in time linear in the header: names decoded, mailboxes in lower case."""

from __future__ import annotations

import re
from functools import lru_cache

from leopold.ingest import charsets, headers
from leopold.model import Address

NOBODY = Address("", "")
MOST = 5_000
"""Addresses that are read of one header, at most."""

_LONGEST_NAME = 1_000
_REMEMBERED = 500
_PLAIN = re.compile(r"[A-Za-z0-9._+=-]++@[A-Za-z0-9.-]++")
_TOKEN = re.compile(
    r"""(?P<word>[^\s"(<,;:\\\[]++)|(?P<space>\s++)|(?P<mark>["(<,;:\\\[])""",
)
_QUOTED = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_ANGLE = re.compile(r"<([^<>]*+)>?")
_SQUARE = re.compile(r"\[([^\[\]]*+)\]")
_PARENTHESIS = re.compile(r"[()\\]")
_MAILBOX = re.compile(r"[^\s<>(),;:\"\[\]@]++(?:@[^\s<>(),;:\"\[\]@]++)+")
_ESCAPED = re.compile(r"\\(.)")
_VIA = re.compile(r"^['\"]?(.+?)['\"]?\s+(?:via|через|über|par)\s+\S.*$", re.IGNORECASE)
_SPACES = re.compile(r"\s++")


def addresses(value: str, hint: str = "") -> tuple[Address, ...]:
    """Return the addresses of a header value (one character a byte) in order, groups opened, repeats kept.

    An entry without a mailbox keeps its name with an empty `email`; one with neither is left out.
    `hint` is the charset label of the letter's text, for names in raw 8-bit bytes.
    """
    # The same few people stand in letter after letter; a header of a mass mailing does not come twice.
    return _remembered(value, hint) if len(value) <= _REMEMBERED else _read(value, hint)


def _read(value: str, hint: str) -> tuple[Address, ...]:
    value = headers.unfolded(value)
    if not value:
        return ()
    if _simple(value):
        chunks = value.split(",")[:MOST]
        if all(_PLAIN.fullmatch(chunk.strip()) for chunk in chunks):
            return tuple(Address("", mailbox(chunk)) for chunk in chunks)
    entries = _Reader(value).entries()
    found = (_address(name, email, hint) for name, email in entries)
    return tuple(address for address in found if address != NOBODY)


_remembered = lru_cache(maxsize=8192)(_read)


def _simple(value: str) -> bool:
    return "<" not in value and '"' not in value and "(" not in value and ":" not in value


@lru_cache(maxsize=8192)
def mailbox(text: str) -> str:
    """Return a mailbox in one form: lower case, no spaces, IDN domains in Unicode; "" where it is none."""
    text = _SPACES.sub("", text).strip("'\"<>.,;").lower()
    text = text.removeprefix("mailto:").removeprefix("smtp:")
    if text.startswith("@") and ":" in text:
        text = text.rpartition(":")[2]
    local, at, domain = text.rpartition("@")
    domain = domain.strip(".'\"")
    if not local.isprintable():
        local = "".join(filter(str.isprintable, local))
    if not at or not local or not domain or local.startswith("/o="):
        return ""
    if "xn--" in domain:
        domain = ".".join(map(_unicode_label, domain.split(".")))
    return f"{local}@{domain}"


def _unicode_label(label: str) -> str:
    if not label.startswith("xn--") or len(label) > 63:
        return label
    try:
        return charsets.sound(label.encode("ascii").decode("idna")) or label
    except UnicodeError:
        return label


def without_tool(name: str) -> str:
    """Return the human's name in "Name via Tool", or the name as it is."""
    found = _VIA.match(name[:300]) if " " in name else None
    return found[1].strip() if found else name


def _address(name: str, email: str, hint: str) -> Address:
    if "=?" in email or not email.isascii():
        email = headers.text(email, hint)
    box = mailbox(email) if len(email) < 1000 else ""
    name = _name(name, hint) if name else ""
    if not box and name:
        box, name = _inside(name)
    if name and mailbox(name[:1000]) == box and box:
        name = ""
    return Address(name, box)


@lru_cache(maxsize=8192)
def _name(name: str, hint: str) -> str:
    name = name[:_LONGEST_NAME]
    if "\\" in name:
        name = _ESCAPED.sub(r"\1", name)
    if "=?" in name or not name.isascii():
        name = headers.text(name, hint)
    name = _SPACES.sub(" ", name.replace("\0", "\ufffd")).strip(" ,;")
    while len(name) > 1 and name[0] in "'\"" and name[-1] == name[0]:
        name = name[1:-1].strip()
    return name.strip('"')


def _inside(name: str) -> tuple[str, str]:
    """A mailbox in the name itself, as in "Ivan ivan@example.com" or after decoding an encoded word."""
    found = _MAILBOX.search(name[:1000])
    if found is None:
        return "", name
    rest = (name[: found.start()] + name[found.end() :]).strip(" <>()[]'\",;:")
    return mailbox(found[0]), re.sub(r"(?:smtp|mailto)$", "", rest, flags=re.IGNORECASE).strip(" <>()[]'\",;:")


class _Reader:
    """Cuts one header value into (name, mailbox) pairs; what does not close is read as if it were not opened."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.position = 0
        self.found: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.email = ""
        self.comment = ""
        self.unclosed: set[str] = set()

    def entries(self) -> list[tuple[str, str]]:
        """Read the whole value, up to MOST addresses."""
        value, end = self.value, len(self.value)
        while self.position < end and len(self.found) < MOST:
            token = _TOKEN.match(value, self.position)
            if token is None:
                break
            self.position = token.end()
            if token.lastgroup != "mark":
                self.words.append(token[0])
            elif token[0] in ",;":
                self._separate(token[0])
            else:
                self._mark(token[0])
        self._flush()
        return self.found

    def _mark(self, mark: str) -> None:
        if mark == '"':
            self._quoted()
        elif mark == "<":
            self._angle()
        elif mark == "(":
            self._parenthesis()
        elif mark == "[":
            self._square()
        elif mark == ":":
            self._group()
        else:
            self.words.append(self.value[self.position - 1 : self.position + 1])
            self.position += 1

    def _separate(self, mark: str) -> None:
        """A comma inside a name that nobody quoted, "Doe, John <j@…>", does not end the entry."""
        phrase = "".join(self.words).strip()
        bare = mark == "," and phrase and not self.email and "@" not in phrase and len(phrase) < 60
        if bare and _name_goes_on(self.value, self.position):
            self.words.append(mark)
        else:
            self._flush()

    def _group(self) -> None:
        phrase = "".join(self.words)
        if phrase.strip().lower() in ("mailto", "smtp"):
            self.words = []
        elif "@" in phrase:
            self.words.append(":")
        else:
            self.words, self.comment = [], ""

    def _quoted(self) -> None:
        found = None if '"' in self.unclosed else _QUOTED.match(self.value, self.position - 1)
        if found is None:
            self.unclosed.add('"')
            return
        self.position = found.end()
        inside = found[1]
        if self.position < len(self.value) and self.value[self.position] == "@":
            self.words.append(inside.replace(" ", ""))
        else:
            self.words.append(inside)

    def _angle(self) -> None:
        found = _ANGLE.match(self.value, self.position - 1)
        if found is None:
            return
        self.position = found.end()
        inside = found[1].strip()
        if self.email and inside:
            self._flush()
        if "@" in inside or not self.words:
            self.email = inside
        elif not self.email:
            self.email = inside if "=" not in inside and "/" not in inside else ""

    def _square(self) -> None:
        """Exchange writes "Ivan [SMTP:ivan@example.com]" and "Ivan [mailto:ivan@example.com]"."""
        found = _SQUARE.match(self.value, self.position - 1)
        inside = found[1] if found else ""
        if found is None or "@" not in inside or self.email:
            self.words.append("[")
            return
        self.position = found.end()
        self.email = inside.rpartition(":")[2]

    def _parenthesis(self) -> None:
        if "(" in self.unclosed:
            return
        depth, start = 1, self.position
        for match in _PARENTHESIS.finditer(self.value, start):
            if self.value[match.start() - 1] == "\\" and match[0] != "\\":
                continue
            depth += {"(": 1, ")": -1}.get(match[0], 0)
            if depth == 0:
                self.comment = self.comment or self.value[start : match.start()]
                self.position = match.end()
                return
        self.unclosed.add("(")

    def _flush(self) -> None:
        phrase = "".join(self.words).strip()
        if self.email:
            self.found.append((phrase or self.comment, self.email))
        elif "@" in phrase:
            self._flush_phrase(phrase)
        elif phrase or self.comment:
            self.found.append((phrase or self.comment, ""))
        self.words, self.email, self.comment = [], "", ""

    def _flush_phrase(self, phrase: str) -> None:
        """A bare mailbox, or several with nothing but spaces between."""
        boxes = [word for word in phrase.split() if "@" in word]
        if len(boxes) == 1 and len(phrase) < 1000 and " " in phrase and not phrase.startswith(boxes[0]):
            self.found.append((phrase.replace(boxes[0], " ") or self.comment, boxes[0]))
            return
        if not boxes or any(box.startswith("@") or box.endswith("@") for box in boxes):
            boxes = [phrase.replace(" ", "")]
        for box in boxes[:MOST]:
            self.found.append((self.comment, box))


def _name_goes_on(value: str, position: int) -> bool:
    """What follows the comma leads to an angle bracket before the next comma, so it is the rest of a name."""
    ahead = value[position : position + 80]
    angle = ahead.find("<")
    return angle > 0 and "@" not in ahead[:angle] and not any(mark in ahead[:angle] for mark in ',;:"')
