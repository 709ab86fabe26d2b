"""A draft as it comes: bytes, plain text or HTML; its own words told apart from what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from leopold.correspondence.language import language
from leopold.correspondence.zones import split
from leopold.errors import LeopoldError
from leopold.model import Zone
from leopold.signals import Passage, passage_of
from leopold.signals.sentences import Sentence, words

LONGEST = 1_000_000
"""Characters of a draft, at most: more is no reply but a document."""

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,15})\b[^<>]*>|<!--|<![a-z][^<>]*>", re.IGNORECASE)
_HTML = re.compile(
    r"<(?:!doctype html|html|body|div|p|br|span|table|blockquote|ul|ol|font)\b[^<>]{0,500}>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(nbsp|amp|lt|gt|quot|apos|#39|rsquo|lsquo|mdash|ndash|laquo|raquo|hellip);")
_ENTITIES = {
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "#39": "'", "rsquo": "’", "lsquo": "‘",
    "mdash": "—", "ndash": "–", "laquo": "«", "raquo": "»", "hellip": "…",
}  # fmt: skip
_BLOCKS = words("p div br li ul ol tr table h1 h2 h3 h4 blockquote body html hr pre")
_UNREAD = frozenset(("script", "style", "head", "title"))


@dataclass(frozen=True)
class Draft:
    """A draft: its text as given, and what is read of it. All offsets are offsets into `text`."""

    text: str
    zones: tuple[Zone, ...]
    passage: Passage

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of its own words."""
        return self.passage.sentences

    @cached_property
    def own(self) -> str:
        """Its own words, folded; what it quotes and the signature are blank. As long as `text`."""
        folded, parts, end = self.passage.folded, [], 0
        for zone in self.zones:
            kept = folded[zone.start : zone.end]
            parts.append(kept if zone.kind == "own" else re.sub(r"[^\n]", " ", kept))
            end = zone.end
        return "".join(parts) + " " * (len(folded) - end)

    @cached_property
    def body(self) -> str:
        """Its own words without greeting and closing, folded, a line for each sentence."""
        folded = self.passage.folded
        return "\n".join(folded[each.start : each.end] for each in self.sentences if each.role == "body")


def draft_of(text: str) -> Draft:
    """Return a draft ready to be read. Never raises; HTML is read as its words."""
    readable, marked = _readable(text)
    zones = split(readable, marked)
    own = "".join(readable[zone.start : zone.end] for zone in zones if zone.kind == "own")
    return Draft(text, zones, passage_of(readable, "ours", language(own), zones))


def decoded(data: bytes) -> str:
    """Return the text of a draft that came as bytes. LeopoldError when it is empty, too long, or no text."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LeopoldError("draft_no_text")
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise LeopoldError("draft_no_text") from error
    if sum(char < " " and char not in "\t\n\r\f\v" for char in text[:4096]) > len(text[:4096]) // 20:
        raise LeopoldError("draft_no_text")
    check(text)
    return text


def check(text: str) -> None:
    """Raise LeopoldError for a draft that is empty or longer than `LONGEST`."""
    if not text.strip():
        raise LeopoldError("draft_empty")
    if len(text) > LONGEST:
        raise LeopoldError("draft_long", characters=LONGEST)


def _readable(text: str) -> tuple[str, tuple[Zone, ...]]:
    """Return the text with the same length and HTML blanked out, and the stretches that HTML marks as quoted."""
    if not _HTML.search(text):
        return text, ()
    parts: list[str] = []
    quotes: list[Zone] = []
    end = depth = opened = 0
    for start, after, closing, name in _tags(text):
        parts.append(_plain(text[end:start]))
        parts.append(("\n" if name in _BLOCKS else " ") + " " * (after - start - 1))
        end = after
        if name == "blockquote":
            if not closing and depth == 0:
                opened = start
            depth = max(0, depth + (-1 if closing else 1))
            if closing and depth == 0 and opened < after:
                quotes.append(Zone("quote", opened, after))
                opened = after
    parts.append(_plain(text[end:]))
    if depth:
        quotes.append(Zone("quote", opened, len(text)))
    return "".join(parts), tuple(quotes)


def _tags(text: str) -> Iterator[tuple[int, int, bool, str]]:
    """Yield tags and comments in order, with what they hide: scripts, styles and heads."""
    lower, at = text.lower() if len(text.lower()) == len(text) else text, 0
    gone = set[str]()
    while found := _TAG.search(text, at):
        name = (found[2] or "").lower()
        at = found.end()
        if found[0] == "<!--":
            closed = text.find("-->", at)
            at = len(text) if closed < 0 else closed + 3
        elif name in _UNREAD and not found[1] and name not in gone:
            closed = lower.find(f"</{name}", at)
            if closed < 0:
                gone.add(name)
            else:
                at = closed
        yield found.start(), at, bool(found[1]), name


def _plain(text: str) -> str:
    """Return text with its entities as characters, filled up with spaces to the same length."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: _ENTITIES[found[1]].ljust(len(found[0])), text)
