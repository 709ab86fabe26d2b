"""How the bytes of a letter are laid out: header fields, and the tree of MIME parts as a flat list.

The result is that of the standard library's compat32 parser, which the tests hold it to; the walk is our own,
because that parser tries every open boundary on every line and recurses once for each level, so a letter nested
10,000 deep ends in RecursionError and one of short lines takes seconds a megabyte. Here each byte is looked at a
fixed number of times, a part is a pair of offsets, and no body is copied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leopold.ingest.parameters import ContentType, content_type

Fields = dict[str, list[str]]

# Fields that are read; the rest of a letter's header, however long, costs one match each and no memory.
WANTED = frozenset(
    [
        "auto-submitted",
        "bcc",
        "cc",
        "content-disposition",
        "content-transfer-encoding",
        "content-type",
        "date",
        "delivery-date",
        "from",
        "in-reply-to",
        "list-id",
        "list-post",
        "list-unsubscribe",
        "mailing-list",
        "message-id",
        "precedence",
        "received",
        "references",
        "reply-to",
        "resent-date",
        "return-path",
        "sender",
        "subject",
        "thread-index",
        "to",
        "x-auto-response-suppress",
        "x-autoreply",
        "x-autorespond",
        "x-failed-recipients",
        "x-original-from",
        "x-mailer",
        "feedback-id",
    ]
)
# One of these makes the beginning of a file a letter.
TELLING = frozenset(
    [
        "bcc",
        "cc",
        "content-type",
        "date",
        "delivered-to",
        "from",
        "message-id",
        "mime-version",
        "received",
        "reply-to",
        "return-path",
        "sender",
        "subject",
        "to",
        "x-originating-ip",
        "x-mailer",
        "x-gm-thrid",
        "x-mozilla-status",
    ]
)
_WANTED = {name.encode(): name for name in WANTED}
_TELLING = frozenset(name.encode() for name in TELLING)
MOST = 12_000
"""Parts that are told apart; what follows in the letter belongs to the last of them."""
_LINE = rb"[^\r\n]*+"
_END = rb"(?:\r\n|\r|\n|\Z)"
_FIELD = re.compile(rb"(?!--)([!-9;-~]++)[ \t]*+:(" + _LINE + rb"(?:(?:\r\n|\r|\n)[ \t]" + _LINE + rb")*+)" + _END)
_ODD = re.compile(rb"(?:>?From [^\r\n]*+|[ \t][^\r\n]*+|:[^\r\n]*+)(?:\r\n|\r|\n)")
_BLANK = re.compile(rb"\r\n|\r|\n")
_DASHES = re.compile(rb"--([^\r\n]++)" + _END)


@dataclass(slots=True)
class Part:
    """A part of a letter: its header fields by lower-case name, and where its body stands, `data[start:end]`.

    `parent` is the index of the part that holds it, -1 for the letter itself. Parts stand in the order of the text.
    """

    fields: Fields
    type: ContentType
    start: int
    end: int
    parent: int
    known: int = 0


@dataclass(slots=True)
class _Open:
    """A multipart whose end has not come: its index among the parts, and the boundary that divides it."""

    index: int
    boundary: bytes


def read_fields(data: bytes, start: int = 0) -> tuple[Fields, int, int]:
    """Return the wanted header fields that begin at `start`, where the body begins, how many fields were telling.

    Values are unfolded no further than their line ends; each byte is one character (Latin-1).
    """
    fields: Fields = {}
    told = 0
    match = _FIELD.match
    position = start
    while True:
        found = match(data, position)
        if found is None:
            odd = _ODD.match(data, position)
            if odd is None or (not told and not fields and position > start + 2000):
                break
            if data.startswith(b"From ", position) and position > start and _is_last(data, odd.end()):
                break
            position = odd.end()
            continue
        if found.end() == position:
            break
        position = found.end()
        name = found[1].lower()
        if name in _WANTED:
            fields.setdefault(_WANTED[name], []).append(found[2].decode("latin-1"))
        told += name in _TELLING
        if position == len(data):
            break
    blank = _BLANK.match(data, position)
    return fields, blank.end() if blank else position, told


def _is_last(data: bytes, position: int) -> bool:
    """A "From " line after which no header goes on is the first line of the body."""
    return _FIELD.match(data, position) is None and _ODD.match(data, position) is None


def read_parts(data: bytes) -> list[Part]:
    """Return the parts of a letter in the order of its text, the letter itself first."""
    fields, body, told = read_fields(data)
    kind = content_type(fields.get("content-type", [""])[0])
    root = Part(fields, kind, body, len(data), -1, told)
    parts = [root]
    if kind.main == "multipart" or kind.main == "message":
        _Walk(data, parts).run()
    return parts


class _Walk:
    """One pass over the lines that begin with two dashes, with the open multiparts on a stack."""

    def __init__(self, data: bytes, parts: list[Part]) -> None:
        self.data = data
        self.parts = parts
        self.open: list[_Open] = []
        self.level: dict[bytes, int] = {}
        self.leaf = 0
        self.position = parts[0].start

    def run(self) -> None:
        """Walk from the first byte to the last, and leave the parts in `parts`, in the order of the text."""
        self._enter(0)
        data = self.data
        while len(self.parts) < MOST:
            found = _DASHES.search(data, self.position)
            if found is None:
                break
            at = found.start()
            self.position = max(found.end(), at + 2)
            if at and data[at - 1] not in b"\r\n":
                continue
            self._meet(found[1].rstrip(b" \t"), at, found.end())
        self._close(0, len(data))

    def _meet(self, label: bytes, at: int, after: int) -> None:
        level = self.level.get(label, -1)
        ending = self.level.get(label[:-2], -1) if label.endswith(b"--") else -1
        if level < 0 and ending < 0:
            return
        last = ending > level
        level = max(level, ending)
        self._close(level + (not last), self._before(at))
        if not last:
            self._begin(self.open[level].index, after)

    def _before(self, at: int) -> int:
        """The line end before a boundary belongs to the boundary."""
        data = self.data
        if at >= 2 and data[at - 2 : at] == b"\r\n":
            return at - 2
        return at - 1 if at else 0

    def _close(self, level: int, at: int) -> None:
        """End the part that is being read, and every multipart from `level` up."""
        if self.leaf >= 0:
            part = self.parts[self.leaf]
            part.end = max(part.start, at)
            self._close_holders(part.parent, at)
            self.leaf = -1
        for each in self.open[level:]:
            self.parts[each.index].end = max(self.parts[each.index].start, at)
            self._close_holders(self.parts[each.index].parent, at)
            del self.level[each.boundary]
        del self.open[level:]

    def _close_holders(self, index: int, at: int) -> None:
        """Messages that the part stands in end with it."""
        while index >= 0 and self.parts[index].type.main == "message":
            self.parts[index].end = max(self.parts[index].start, at)
            index = self.parts[index].parent

    def _begin(self, parent: int, at: int) -> None:
        """Read the head of the part that begins at `at`, and go into it."""
        found = _DASHES.match(self.data, at)
        if found and found[1].rstrip(b" \t") == self.parts[parent].type.boundary:
            return
        fields, body, told = self._head(at)
        default = "message/rfc822" if self.parts[parent].type.full == "multipart/digest" else "text/plain"
        kind = content_type(fields.get("content-type", [""])[0], default)
        self.parts.append(Part(fields, kind, body, len(self.data), parent, told))
        self.position = max(self.position, body)
        self._enter(len(self.parts) - 1)

    def _head(self, at: int) -> tuple[Fields, int, int]:
        found = _DASHES.match(self.data, at)
        if found and self._known(found[1].rstrip(b" \t")):
            return {}, at, 0
        return read_fields(self.data, at)

    def _known(self, label: bytes) -> bool:
        return label in self.level or (label.endswith(b"--") and label[:-2] in self.level)

    def _enter(self, index: int) -> None:
        """Open the part if it holds others: a multipart by its boundary, a message by the letter inside it."""
        while True:
            part = self.parts[index]
            if part.type.main == "multipart" and part.type.boundary and part.type.boundary not in self.level:
                self.level[part.type.boundary] = len(self.open)
                self.open.append(_Open(index, part.type.boundary))
                self.leaf = -1
                self.position = part.start
                return
            if part.type.full not in ("message/rfc822", "message/global", "message/news"):
                self.leaf = index
                return
            fields, body, told = self._head(part.start)
            kind = content_type(fields.get("content-type", [""])[0])
            self.parts.append(Part(fields, kind, body, len(self.data), index, told))
            self.position = max(self.position, body)
            index = len(self.parts) - 1
