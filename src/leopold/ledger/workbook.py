"""The first sheet with a table of an XLSX workbook, as rows of text: a zip of XML, read within bounds.

Numbers come as they are stored, exactly; one that Excel shows as a date comes as a date. openpyxl and calamine would
give floats; what is needed of the format is small. A cell of a merged area is empty but for its first.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import BinaryIO

from leopold.faults import Fault
from leopold.ledger.elements import Element, read
from leopold.ledger.source import Broken, Source

LARGEST = 512 << 20
"""The most bytes that one part of a workbook may unpack to."""
DENSEST = 400
"""How many times its packed size a large part may unpack to: sheets of numbers come to 20 at most."""
SMALL = 4 << 20
COLUMNS = 200

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_DATE_FORMAT = re.compile(r"[ymdгдчh]", re.IGNORECASE)
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is a workbook of Excel: a zip that names its parts early."""
    return head.startswith(b"PK\x03\x04") and (b"[Content_Types].xml" in head[:4096] or b"xl/" in head)


def rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of the rows of the first sheet with two at least, empty ones left out. Raises Broken."""
    with _opened(source) as archive:
        names = sorted(_sheets(archive), key=_order)
        if not names:
            raise Broken(0, Fault("workbook_broken"))
        texts, dates, from_1904 = _texts(archive), _dates(archive), _is_1904(archive)
        for index, name in enumerate(names):
            found = _Sheet(texts, dates, from_1904).of(archive, name)
            if len(found) > 1 or index == len(names) - 1:
                yield from found
                return


@contextmanager
def _opened(source: Source) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source.path) as archive:
            for info in archive.infolist():
                dense = info.file_size > SMALL and info.file_size > DENSEST * max(info.compress_size, 1)
                if info.file_size > LARGEST or dense:
                    raise Broken(0, Fault("ledger_bomb", megabytes=LARGEST >> 20))
            yield archive
    except _FAULTS as error:
        raise Broken(0, Fault("workbook_broken")) from error


def _sheets(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name, re.IGNORECASE)]


def _order(name: str) -> tuple[int, str]:
    digits = re.findall(r"\d+", name)
    return (int(digits[-1][:9]) if digits else 0), name


class _Bounded:
    """A part of the archive that ends with a fault where it unpacks to more than it may."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._left = stream, LARGEST

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise Broken(0, Fault("ledger_bomb", megabytes=LARGEST >> 20))
        return data


def _part(archive: zipfile.ZipFile, name: str) -> _Bounded:
    return _Bounded(archive.open(name))  # type: ignore[arg-type]


def _texts(archive: zipfile.ZipFile) -> list[str]:
    """The texts that cells share, by number."""
    name = next((each for each in archive.namelist() if each.lower() == "xl/sharedstrings.xml"), "")
    found: list[str] = []

    def leave(element: Element) -> bool:
        found.append(_text(element))
        return True

    if name:
        read(_part(archive, name), leave, ("si",))  # type: ignore[arg-type]
    return found


def _text(element: Element) -> str:
    """The text of a cell in all its runs, without what is only how to pronounce it."""
    runs = [each.text for each in element.children if each.tag == "t"]
    runs += [part.text for each in element.children if each.tag == "r" for part in each.children if part.tag == "t"]
    return "".join(runs) if len(runs) == 1 else " ".join(run for run in runs if run)


def _dates(archive: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of the styles that show a date."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    root = read(_part(archive, "xl/styles.xml"), lambda _: False, ())  # type: ignore[arg-type]
    own = {
        found.attributes.get("numFmtId", ""): bool(
            _DATE_FORMAT.search(_NOT_FORMAT.sub("", found.attributes.get("formatCode", "").split(";")[0]))
        )
        for found in root.all("numFmts", "numFmt")
    }
    formats = [found.attributes.get("numFmtId", "0") for found in root.all("cellXfs", "xf")]
    return frozenset(
        str(index)
        for index, number in enumerate(formats)
        if own.get(number, number.isdigit() and int(number) in _BUILT_IN_DATES)
    )


def _is_1904(archive: zipfile.ZipFile) -> bool:
    if "xl/workbook.xml" not in archive.namelist():
        return False
    root = read(_part(archive, "xl/workbook.xml"), lambda _: False, ())  # type: ignore[arg-type]
    properties = root.first("workbookPr")
    return properties is not None and properties.attributes.get("date1904", "0") in ("1", "true")


class _Sheet:
    """Collects the rows of one sheet."""

    def __init__(self, texts: list[str], dates: frozenset[str], from_1904: bool) -> None:
        self._texts, self._dates = texts, dates
        self._first_day = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        self._rows: list[tuple[int, list[str]]] = []

    def of(self, archive: zipfile.ZipFile, name: str) -> list[tuple[int, list[str]]]:
        """Return the rows of the sheet in this part."""
        read(_part(archive, name), self._leave, ("row",))  # type: ignore[arg-type]
        return self._rows

    def _leave(self, row: Element) -> bool:
        number = row.attributes.get("r", "")
        last = self._rows[-1][0] if self._rows else 0
        cells: list[str] = []
        for cell in row.children:
            place = _REFERENCE.fullmatch(cell.attributes.get("r", ""))
            column = _column(place[1]) if place else len(cells)
            if cell.tag != "c" or column >= COLUMNS:
                continue
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = self._value(cell)
        if any(cells):
            self._rows.append((int(number) if number.isdigit() and len(number) < 9 else last + 1, cells))
        return True

    def _value(self, cell: Element) -> str:
        kind, value = cell.attributes.get("t", "n"), cell.at("v")
        if kind == "s":
            return self._texts[int(value)] if value.isdigit() and int(value) < len(self._texts) else ""
        if kind == "inlineStr":
            inline = cell.first("is")
            return "" if inline is None else _text(inline)
        if kind != "n" or not value:
            return value
        return self._number(value, cell.attributes.get("s", ""))

    def _number(self, text: str, style: str) -> str:
        try:
            value = Decimal(text)
        except InvalidOperation:
            return text
        if style in self._dates and 0 < value < 2_958_466:
            return (self._first_day + timedelta(int(value))).isoformat()
        # Excel keeps 17 digits and shows 15: what lies beyond is the error of a binary fraction.
        if value.adjusted() < 15:
            value = value.quantize(Decimal(1).scaleb(max(value.adjusted() - 14, -10)))
        plain = f"{value.normalize():f}" if value else "0"
        whole, _, rest = plain.partition(".")
        # Three decimals would be taken for thousands.
        return f"{whole}.{rest}0" if len(rest) == 3 else plain


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
