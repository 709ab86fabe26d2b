"""Mailboxes of one file: mboxrd, mboxo, Thunderbird's, those of Google Takeout, and what ``git format-patch`` writes.

A letter begins at a line "From …" that follows a blank line and goes before a header field. Bodies hold such lines
too, since not every program escapes them, so the shape decides:

- with a date, a month by its English name among it, as in "From ivan@example.com Mon Mar  2 10:00:00 2026": a field
  has to follow; without a blank line before it, one of the fields that letters begin with;
- bare ("From ", "From -") or with an address alone: one of those fields has to follow;
- of a git patch (40 hex digits, "Mon Sep 17 00:00:00 2001"): only in a box whose first line has that shape, because
  patches stand in bodies.

What is given: the line itself and the letter, without the blank line that divides it from the next. One ">" is taken
from each line ">From ", ">>From " of a letter, as mboxrd and mboxo have put it there, unless the letter also has a
bare "From " line, which shows that its writer did not escape. The offset is that of the line "From ".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from leopold.ingest.place import LARGEST, Found, Place, Walk
from leopold.ingest.single import TOO_LARGE
from leopold.model import Raw

_WINDOW = 4096
"""A line "From " and the name of the field after it are shorter than this together."""

_LINE = re.compile(rb"From ([^\n]{0,990})\n(?:>From [^\n]{0,990}\n)?(?=[!-9;-~]{1,200}[ \t]{0,20}:)")
_FIRST_FIELD = re.compile(
    rb"(?i:(?:resent-)?(?:from|to|cc|date|subject|message-id|sender|reply-to)|x-[!-9;-~]{1,200}|received|return-path"
    rb"|delivered-to|envelope-to|mime-version|content-[a-z-]{1,40}|status|delivery-date|in-reply-to|references"
    rb"|dkim-signature|authentication-results|arc-[a-z-]{1,40}|list-[a-z-]{1,40}|return-receipt-to|importance"
    rb"|bcc|organization|user-agent|newsgroups|path|xref|lines)[ \t]{0,20}:"
)
_TIME = re.compile(rb"\b\d\d?:\d\d\b")
_YEAR = re.compile(rb"\b(?:19|20)\d\d\b")
_MONTH = re.compile(rb"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
_BARE = re.compile(rb"(?:-[^\n]{0,90}|[^\s@]{1,200}@[^\s@]{1,200}|MAILER-DAEMON)?[ \t]*\r?")
_GIT = re.compile(rb"From [0-9a-f]{40} Mon Sep 17 00:00:00 2001\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BLANK_START = re.compile(rb"(?:\xef\xbb\xbf)?+[ \t\r\n]*+")


class Mbox:
    """A file of letters, each after a line "From "."""

    name = "mbox"

    def recognises(self, place: Place) -> bool:
        """A mailbox begins with a line "From " that a header field follows."""
        return place.entries is None and b"From " in place.head[:64] and _beginning(place.head) is not None

    def read(self, place: Place, _walk: Walk, /) -> Iterator[Found]:
        """Yield the letters of the mailbox; one that is too large is refused, and the next is read."""
        for position, letter in split(place.chunks()):
            if letter is None:
                yield place.refusal(TOO_LARGE, position)
            else:
                yield Raw(place.source, position, unescaped(letter))


def split(chunks: Iterable[bytes], largest: int = LARGEST) -> Iterator[tuple[int, bytes | None]]:
    """Yield the offset and the bytes of every letter; None for the bytes of a letter larger than `largest`.

    Takes time linear in the mailbox, and memory for the largest letter.
    """
    letter, begins = _Letter(largest), None
    buffer, offset = b"", 0
    for chunk, last in _with_last(chunks):
        buffer += chunk
        if begins is None:
            if len(buffer) < _WINDOW and not last:
                continue
            start = _beginning(buffer)
            if start is None:
                return
            begins = _separator(buffer[start:])
            buffer, offset = buffer[start:], start
            letter.begin(offset)
        done = 0
        limit = len(buffer) if last else len(buffer) - _WINDOW
        for at in _separations(buffer, limit, begins):
            letter.add(buffer, done, at)
            yield letter.end()
            letter.begin(offset + at)
            done = at
        kept = max(done, limit - 3)
        letter.add(buffer, done, kept)
        buffer, offset = buffer[kept:], offset + kept
    letter.add(buffer, 0, len(buffer))
    if begins is not None:
        yield letter.end()


class _Letter:
    """The bytes of one letter as they come, dropped as soon as they are too many."""

    def __init__(self, largest: int) -> None:
        self.largest = largest
        self.begin(0)

    def begin(self, position: int) -> None:
        self.position, self.size = position, 0
        self.parts: list[bytes] = []

    def add(self, buffer: bytes, start: int, end: int) -> None:
        self.size += end - start
        if self.size <= self.largest:
            self.parts.append(buffer[start:end])
        else:
            self.parts.clear()

    def end(self) -> tuple[int, bytes | None]:
        if self.size > self.largest:
            return self.position, None
        return self.position, _without_blank_end(b"".join(self.parts))


def _without_blank_end(letter: bytes) -> bytes:
    """The blank line before the next letter belongs to the mailbox."""
    if letter.endswith(b"\n\r\n"):
        return letter[:-2]
    return letter[:-1] if letter.endswith(b"\n\n") else letter


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    before = None
    for chunk in chunks:
        if before is not None:
            yield before, False
        before = chunk
    if before is not None:
        yield before, True


def _beginning(head: bytes) -> int | None:
    """Return where the first line "From " begins, None when the bytes do not begin with one."""
    blank = _BLANK_START.match(head)
    start = blank.end() if blank else 0
    if not head.startswith(b"From ", start):
        return None
    return start if _GIT.match(head, start) or _begins(head, start, True) else None


def _begins(data: bytes, at: int, blank: bool) -> bool:
    """Whether the line "From " at `at` has the shape of a letter's first line; `blank` says what stands before it."""
    found = _LINE.match(data, at)
    if found is None:
        return False
    line = found[1]
    dated = bool(_TIME.search(line) and _YEAR.search(line) and _MONTH.search(line))
    if dated and blank:
        return True
    fits = dated or (blank and _BARE.fullmatch(line) is not None)
    return fits and _FIRST_FIELD.match(data, found.end()) is not None


def _separator(box: bytes) -> Callable[[bytes, int, bool], bool]:
    """Return what tells a letter's first line in a box that begins so; git patches divide only a box of patches."""
    patches = _GIT.match(box) is not None

    def separates(data: bytes, at: int, blank: bool) -> bool:
        if _GIT.match(data, at):
            return patches and blank
        return _begins(data, at, blank)

    return separates


def _separations(buffer: bytes, limit: int, separates: Callable[[bytes, int, bool], bool]) -> Iterator[int]:
    at = buffer.find(b"\nFrom ", 0, limit)
    while at >= 0:
        blank = buffer[at - 1 : at] == b"\n" or buffer[max(at - 2, 0) : at] == b"\n\r"
        if separates(buffer, at + 1, blank):
            yield at + 1
        at = buffer.find(b"\nFrom ", at + 1, limit)


def unescaped(letter: bytes) -> bytes:
    """Return the letter without the escapes of its mailbox, as described above."""
    if letter.find(b"From ", 5) < 0 or b"\n>" not in letter:
        return letter
    return letter if b"\nFrom " in letter else _QUOTED.sub(rb"\1", letter)
