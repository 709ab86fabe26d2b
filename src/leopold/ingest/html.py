"""HTML to the text a reader sees, and the stretches of it that the HTML itself marks.

Blocks begin on a line of their own, paragraphs and headings have a blank line around them, items of a list begin
with "- ", cells of a table are divided by a tab. Scripts, styles and what is hidden from the reader are left out.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import accumulate
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from leopold.ingest import charsets, marks
from leopold.model import Zone

_DROPPED = frozenset(
    ["script", "style", "head", "title", "meta", "link", "template", "noscript", "object", "svg", "math", "select"]
)
_SECTIONS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "details",
        "div",
        "figure",
        "footer",
        "header",
        "html",
    ]
)
_LISTS = frozenset(["dd", "dl", "dt", "figcaption", "legend", "li", "nav", "ol", "section", "summary", "ul", "main"])
_TABLES = frozenset(["caption", "fieldset", "form", "hr", "pre", "table", "tbody", "tfoot", "thead", "tr"])
_BLOCKS = _SECTIONS | _LISTS | _TABLES
_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
_CELLS = frozenset(["td", "th"])
_HIDDEN = re.compile(
    r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all|max-height\s*+:\s*+0(?![.\d]*[1-9])"
    r"|font-size\s*+:\s*+0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
# Without one of these words in the source no element can be hidden or marked, and attributes need no look.
_HIDING = ("hidden", "display", "visibility", "max-height", "font-size", "mso-hide")
_MARKING = ("quot", "cite", "signature", "rply", "olk_src", "prefix", "js-", "appendonsend", "gmail", "moz-", "mail")
_LINES = re.compile(r"</?(?:br|p|h[1-6]|div|tr|li|ul|ol|table|blockquote|pre|hr|center)\b[^<>]*+>?", re.IGNORECASE)
_GAPS = re.compile(r"<t[dh]\b[^<>]*+>?", re.IGNORECASE)
_TAGS = re.compile(r"<[/!?a-zA-Z][^<>]*+>?")
_UNSEEN = re.compile(r"<(script|style|head)\b[^>]*+>.*?</\1\s*+>", re.IGNORECASE | re.DOTALL)
# Elements that stay open until they are closed; the others of HTML close by themselves.
_NESTING = re.compile(
    r"<(/?)(?!(?:br|img|hr|p|li|td|tr|th|meta|input|link|col|dd|dt|option|base|area|wbr)\b)[a-z]", re.IGNORECASE
)
_FEW = 2_000
_TAGS_PER_CHARACTER = 1 / 16
_DEEPEST = 1_000
_MOST_SPANS = 300


def to_text(source: str) -> tuple[str, tuple[Zone, ...]]:
    """Return the text of an HTML body and what its mark-up says of stretches of it, as offsets into the text.

    HTML with far more tags than any letter needs, or nested far deeper, is stripped of them without being built as
    a tree, so that the time stays proportional to its length; nothing is marked then.
    """
    if _is_hostile(source):
        return stripped(source), ()
    tree = LexborHTMLParser(source)
    body = tree.body or tree.root
    if body is None:
        return "", ()
    lower = source.lower()
    writer = _Writer(any(word in lower for word in (*_HIDING, *_MARKING)))
    writer.walk(body)
    text = "".join(writer.pieces)
    return text, marks.zones(text, writer.spans)


def _is_hostile(source: str) -> bool:
    tags = source.count("<")
    if tags > _FEW + len(source) * _TAGS_PER_CHARACTER:
        return True
    steps = (-1 if closing else 1 for closing in _NESTING.findall(source))
    return tags > _DEEPEST and max(accumulate(steps), default=0) > _DEEPEST


def stripped(source: str) -> str:
    """Return the text of an HTML body with its tags taken out, no tree made: for what no mail program writes."""
    if "</" in source:
        source = _UNSEEN.sub("", source, count=20)
    text = unescape(_TAGS.sub("", _GAPS.sub(" ", _LINES.sub("\n", source))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return charsets.sound("\n".join(line for line in lines if line))


class _Writer:
    """Walks the tree without recursion and writes the text, with white space as a browser would show it."""

    def __init__(self, attributes: bool) -> None:
        self.attributes = attributes
        self.pieces: list[str] = []
        self.length = 0
        self.lines = 0
        self.space = ""
        self.preformatted = 0
        self.quoted = 0
        self.spans: list[marks.Span] = []
        self.waiting: list[marks.Span] = []

    def walk(self, root: Any) -> None:
        """Write everything below `root`."""
        node = root
        opened: list[tuple[Any, str, marks.Span | None]] = []
        while True:
            child = self._enter(node, opened)
            if child is not None:
                node = child
                continue
            while True:
                if opened and opened[-1][0] is node:
                    self._leave(*opened.pop()[1:])
                if node is root or (not opened and node is not root):
                    return
                following = node.next
                if following is not None:
                    node = following
                    break
                if not opened:
                    return
                node = opened[-1][0]

    def _enter(self, node: Any, opened: list[tuple[Any, str, marks.Span | None]]) -> Any:
        """Write what stands before the children of `node`; return the first of them, None for none."""
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content or "")
            return None
        if tag == "br":
            self._break()
            return None
        if tag in _DROPPED or tag.startswith("-") or tag == "_comment":
            return None
        span = None
        if self.attributes:
            given = node.attributes
            if given:
                if "hidden" in given or _HIDDEN.search(given.get("style") or ""):
                    return None
                span = self._span(tag, given)
        if span is None and self.attributes and tag == "blockquote":
            span = self._span(tag, {})
        self._before(tag)
        opened.append((node, tag, span))
        first = node.first_child
        if first is None:
            opened.pop()
            self._leave(tag, span)
        return first

    def _span(self, tag: str, given: dict[str, str | None]) -> marks.Span | None:
        if self.quoted or len(self.spans) == _MOST_SPANS:
            return None
        role = marks.role(tag, given)
        if not role:
            return None
        self.quoted += role in marks.OPAQUE
        span = marks.Span(role, self.length, self.length)
        self.spans.append(span)
        self.waiting.append(span)
        return span

    def _before(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.lines = max(self.lines, 2)
        elif tag in _BLOCKS:
            self.lines = max(self.lines, 1)
            if tag == "li":
                self._write("- ")
                self.lines = 0
            elif tag == "pre":
                self.preformatted += 1
        elif tag in _CELLS:
            self.space = self.space or " "

    def _leave(self, tag: str, span: marks.Span | None) -> None:
        if tag in _PARAGRAPHS:
            self.lines = max(self.lines, 2)
        elif tag in _BLOCKS:
            self.lines = max(self.lines, 1)
            self.preformatted -= tag == "pre"
        elif tag in _CELLS:
            self.space = "\t"
        if span is not None:
            span.end = self.length
            self.quoted -= span.role in marks.OPAQUE
            if span in self.waiting and span.role not in marks.BOUNDARIES:
                self.waiting.remove(span)
                span.start = span.end

    def _break(self) -> None:
        self.lines = self.lines + 1 if self.lines or not self.pieces else 1
        self.space = ""

    def _text(self, text: str) -> None:
        if self.preformatted:
            if text:
                self._write(text)
            return
        words = " ".join(text.split())
        if not words:
            self.space = self.space or (" " if text else "")
            return
        if text[0].isspace():
            self.space = self.space or " "
        self._write(words)
        if text[-1].isspace():
            self.space = " "

    def _write(self, text: str) -> None:
        gap = ""
        if self.pieces:
            gap = "\n" * min(self.lines, 3) if self.lines else self.space
        self.lines, self.space = 0, ""
        if gap:
            self.pieces.append(gap)
            self.length += len(gap)
        for span in self.waiting:
            span.start = self.length
        self.waiting.clear()
        self.pieces.append(text)
        self.length += len(text)
