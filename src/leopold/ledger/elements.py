"""XML of statements and invoices, piece by piece: no document type, no entities, no depth without end.

Names are local ones, since every version of a format has a namespace of its own. A statement of 100,000 entries
never stands in memory as a whole: each piece is handed out as it ends, and forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from leopold.faults import Fault
from leopold.ledger.source import Broken

DEEPEST = 100
MOST = 2_000_000
"""The most elements that are held at a time."""

_ROOT = re.compile(
    r"\s*(?:(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*)*<([\w:.-]{1,200})(?=[\s/>]|$)", re.DOTALL
)

Leave = Callable[["Element"], bool]
"""Told of an element as it ends; true when it is done with, and can be forgotten."""


@dataclass(slots=True)
class Element:
    """An element by its local name, with the line on which it begins."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, *path: str) -> Iterator[Element]:
        """Yield the elements that lie at `path` below this one; "A|B" takes either name."""
        if not path:
            yield self
            return
        names = path[0].split("|")
        for child in self.children:
            if child.tag in names:
                yield from child.all(*path[1:])

    def first(self, *path: str) -> Element | None:
        """Return the first element at `path`, None where there is none."""
        return next(self.all(*path), None)

    def at(self, *path: str) -> str:
        """Return the text of the first element at `path` that has some, "" where none has."""
        return next((found.text for found in self.all(*path) if found.text), "")

    def inside(self) -> Iterator[Element]:
        """Yield this element and every one in it, in order."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.children))


def read(stream: BinaryIO, leave: Leave, pieces: Collection[str]) -> Element:
    """Parse `stream`; tell `leave` of every element named in `pieces` as it ends; return the root. Raises Broken."""
    builder = _Builder(leave, frozenset(pieces))
    parser = builder.parser
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise Broken(error.lineno, Fault("xml_broken", line=error.lineno, column=error.offset + 1)) from error
    except (LookupError, ValueError) as error:
        # An encoding that is named in the first line and not known.
        raise Broken(1, Fault("xml_broken", line=1, column=1)) from error
    assert builder.root is not None  # noqa: S101 - expat refuses a document without an element
    return builder.root


def root_tag(beginning: str) -> str:
    """Return the local name of the first element of a text that begins so, "" where it is no XML."""
    found = _ROOT.match(beginning)
    return found[1].rpartition(":")[2] if found else ""


class _Builder:
    """Builds elements from the parser's events."""

    def __init__(self, leave: Leave, pieces: frozenset[str]) -> None:
        self.root: Element | None = None
        self._around: list[Element] = []
        self._held = 0
        self._leave, self._pieces = leave, pieces
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        element = Element(tag.rpartition(":")[2], attributes, line)
        self._held += 1
        if len(self._around) >= DEEPEST or self._held > MOST:
            raise Broken(line, Fault("xml_deep", line=line))
        if self._around:
            self._around[-1].children.append(element)
        else:
            self.root = element
        self._around.append(element)

    def _end(self, _tag: str) -> None:
        element = self._around.pop()
        element.text = element.text.strip()
        if element.tag in self._pieces and self._leave(element):
            if self._around:
                self._around[-1].children.pop()
            self._held -= sum(1 for _ in element.inside())

    def _text(self, text: str) -> None:
        self._around[-1].text += text

    def _refuse(self, *_: object) -> None:
        line = self.parser.CurrentLineNumber
        raise Broken(line, Fault("xml_entities", line=line))
