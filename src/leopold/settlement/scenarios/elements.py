"""XML as plain elements, within bounds: no document type, no entities, no depth or number of elements without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from leopold.errors import SettlementError
from leopold.settlement.scenarios.files import data_of

DEEPEST = 40
MOST = 200_000
"""The most elements of a file."""


@dataclass(slots=True)
class Element:
    """An element with its attributes and children, and the line on which it begins."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)

    def named(self, tag: str) -> list[Element]:
        """Return the children of this tag."""
        return [child for child in self.children if child.tag == tag]

    def get(self, name: str) -> str | None:
        """Return an attribute without blanks around it, None where it is absent."""
        found = self.attributes.get(name)
        return None if found is None else found.strip()

    def inside(self) -> Iterator[Element]:
        """Yield every element below this one."""
        for child in self.children:
            yield child
            yield from child.inside()


class _Enough(Exception):
    """The first element was met."""


def root_tag(path: Path) -> str:
    """Return the tag of the first element of a file, whatever follows it. Raises SettlementError."""
    return _parsed(path, first_only=True).tag


def root_of(path: Path) -> Element:
    """Return the first element of a file with all that is in it. Raises SettlementError."""
    return _parsed(path, first_only=False)


def _parsed(path: Path, first_only: bool) -> Element:
    data = data_of(path)
    parser = expat.ParserCreate()
    roots: list[Element] = []
    around: list[Element] = []
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        """Hang an element below the one around it. Raises SettlementError past the bounds on depth and number."""
        nonlocal count
        count += 1
        element = Element(tag, attributes, parser.CurrentLineNumber)
        (around[-1].children if around else roots).append(element)
        if first_only:
            raise _Enough
        around.append(element)
        if len(around) > DEEPEST or count > MOST:
            raise SettlementError("scenario_deep")

    def refuse(*_: object) -> None:
        raise SettlementError("xml_entities", line=parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: around.pop()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except _Enough:
        pass
    except expat.ExpatError as error:
        raise SettlementError("scenario_no_xml", line=error.lineno, column=error.offset + 1) from error
    except (LookupError, ValueError) as error:
        # An encoding that is named in the first line and not known.
        raise SettlementError("scenario_no_xml", line=1, column=1) from error
    return roots[0]
