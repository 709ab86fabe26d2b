"""Tables of letters: CSV with ; , or tab, in UTF-8, UTF-16 or windows-1251; JSON arrays; one JSON object a line.

A row becomes a JSON object under the table's own names of columns. The position is the row as a spreadsheet counts
it, so the header of a CSV is row 1; the line of a JSONL file; the element of a JSON array.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from leopold import tabular
from leopold.faults import Fault
from leopold.ingest.place import Found, Place, Walk
from leopold.model import Raw

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("message id", "messageid", "id", "ид", "идентификатор", "номер письма"),
    "at": (
        *("date", "at", "sent", "sent at", "datetime", "timestamp", "time", "created at"),
        *("дата", "отправлено", "дата отправки", "дата и время", "время"),
    ),
    "from": (
        *("from", "sender", "author", "from email", "from address", "email from"),
        *("от", "от кого", "отправитель", "автор"),
    ),
    "to": ("to", "recipient", "recipients", "to email", "to address", "email to", "кому", "получатель", "получатели"),
    "cc": ("cc", "копия", "копии"),
    "subject": ("subject", "topic", "title", "тема"),
    "text": (
        *("text", "body", "content", "message", "plain text", "text body", "body text"),
        *("текст", "текст письма", "тело", "сообщение", "содержание", "письмо"),
    ),
    "in_reply_to": ("in reply to", "reply to id", "parent id", "ответ на", "в ответ на"),
    "references": ("references", "ссылки", "цепочка"),
}
"""The columns that are read, and what they are called."""

_JSON = re.compile(r'\s*+(?:\[\s*+)?\{\s*+["}]')
_ARRAY = re.compile(r"\s*+\[")
_BETWEEN = re.compile(r"[\s,]*+")
_STEP = 1 << 16
_HEAD = 1 << 16


class Table:
    """A file of rows, each of which is a letter."""

    name = "table"

    def recognises(self, place: Place) -> bool:
        """A table begins with JSON objects, or with a line of which two cells at least name known columns."""
        if place.entries is not None:
            return False
        text = _beginning(place.head)
        if text is None:
            return False
        return _JSON.match(text) is not None or _is_header(_header(text))

    def read(self, place: Place, _walk: Walk, /) -> Iterator[Found]:
        """Yield every row; rows that cannot be read and tables of other things are refused."""
        name = tabular.encoding(place.head[:_HEAD]) or "utf-8"
        text = _beginning(place.head) or ""
        if _ARRAY.match(text):
            yield from _array(place, name)
        elif _JSON.match(text):
            yield from _objects(place, name)
        else:
            yield from _csv(place, name, tabular.delimiter(_first(text)) or ",")


def _beginning(head: bytes) -> str | None:
    name = tabular.encoding(head[:_HEAD])
    return None if name is None else head[:_HEAD].decode(name, "replace").lstrip("\r\n\ufeff")


def _first(text: str) -> str:
    return text.split("\n", 1)[0]


def _header(text: str) -> list[str]:
    line = _first(text)
    by = tabular.delimiter(line)
    found = None if by is None else next(tabular.rows(iter((line,)), by), None)
    return found if isinstance(found, list) else []


def _is_header(header: Sequence[str]) -> bool:
    return len(tabular.columns(header, COLUMNS)) >= 2 or (len(header) > 1 and tabular.is_ledger(header))


def _unfit(names: Sequence[str]) -> Fault | None:
    """Return why a table with these columns holds no letters, None when it does."""
    found = tabular.columns(names, COLUMNS)
    if "text" in found and "from" in found:
        return None
    if tabular.is_ledger(names):
        return Fault("ledger_among_letters")
    seen = ", ".join(name.strip()[:40] for name in names[:20])
    return Fault("no_letters", columns=seen or Fault("no_columns"))


def _csv(place: Place, name: str, by: str) -> Iterator[Found]:
    found = tabular.rows(tabular.lines(place.stream(), name), by)
    header: list[str] | None = None
    number, anything = 0, False
    try:
        for number, cells in enumerate(found, 1):
            if isinstance(cells, Fault):
                yield place.refusal(Fault("row", row=number, fault=cells), number)
            elif not any(cell.strip("\ufeff \t\r\n") for cell in cells):
                continue
            elif header is None:
                header = [cell.replace("\ufeff", "") for cell in cells]
                unfit = _unfit(header)
                if unfit:
                    yield place.refusal(unfit)
                    return
                continue
            else:
                yield _row(place, number, header, cells)
            anything = True
    except tabular.TooLong:
        yield place.refusal(Fault("long_line"), number + 1)
        return
    if not anything:
        yield place.refusal(Fault("no_rows"))


def _row(place: Place, number: int, header: list[str], cells: list[str]) -> Found:
    extra = cells[len(header) :]
    if len(cells) < len(header) or any(cell.strip() for cell in extra):
        ragged = Fault("ragged", cells=len(cells), header=len(header))
        return place.refusal(Fault("row", row=number, fault=ragged), number)
    data = json.dumps(dict(zip(header, cells, strict=False)))
    return Raw(place.source, number, data.encode(), "row")


def _objects(place: Place, name: str) -> Iterator[Found]:
    number, known = 0, False
    try:
        for number, line in enumerate(tabular.lines(place.stream(), name), 1):
            if not line.strip("\ufeff \t\r\n"):
                continue
            value = _value(line)
            if value is None:
                yield place.refusal(Fault("no_object_line") if known else Fault("no_array"), number)
                if not known:
                    return
                continue
            yield _object(place, number, value)
            known = True
    except tabular.TooLong:
        yield place.refusal(Fault("long_line"), number + 1)


def _value(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _object(place: Place, number: int, value: object) -> Found:
    if not isinstance(value, dict):
        return place.refusal(Fault("no_object_element", element=number), number)
    unfit = _unfit(list(value))
    return place.refusal(unfit, number) if unfit else Raw(place.source, number, json.dumps(value).encode(), "row")


def _array(place: Place, name: str) -> Iterator[Found]:
    number = 0
    try:
        for number, value in enumerate(_elements(place, name), 1):
            yield _object(place, number, value)
    except (ValueError, RecursionError, tabular.TooLong):
        yield place.refusal(Fault("broken_array", element=number + 1), number + 1)
        return
    if number == 0:
        yield place.refusal(Fault("empty_array"))


def _elements(place: Place, name: str) -> Iterator[object]:
    """Yield the elements of a JSON array as its text comes. Raises ValueError where it is broken."""
    text = _Text(tabular.lines(place.stream(), name))
    decoder = json.JSONDecoder()
    text.skip(re.compile(r"[\s\ufeff]*+\["))
    while True:
        text.skip(_BETWEEN)
        if text.buffer.startswith("]"):
            return
        while True:
            try:
                value, end = decoder.raw_decode(text.buffer)
            except ValueError:
                if not text.grow():
                    raise
            else:
                break
        text.buffer = text.buffer[end:]
        yield value


class _Text:
    """The text that was read and not used up yet; it doubles when more is needed, so the time stays linear."""

    def __init__(self, found: Iterator[str]) -> None:
        self._found = found
        self.buffer = ""
        self.grow()

    def grow(self) -> bool:
        """Take more text into the buffer; say whether there was any. TooLong past the limit."""
        parts, size, wanted = [self.buffer], 0, max(_STEP, len(self.buffer))
        if wanted > tabular.LONGEST:
            raise tabular.TooLong
        for line in self._found:
            parts.append(line)
            size += len(line)
            if size >= wanted:
                break
        self.buffer = "".join(parts)
        return size > 0

    def skip(self, what: re.Pattern[str]) -> None:
        while True:
            found = what.match(self.buffer)
            self.buffer = self.buffer[found.end() if found else 0 :]
            if self.buffer or not self.grow():
                return
