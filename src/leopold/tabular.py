"""Tables of text, as spreadsheets and databases export them: encoding, delimiter, rows, names of columns.

Both letters and ledgers come as tables; this is what the reading of the two shares.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from leopold.faults import Fault

LONGEST = 16 << 20
"""The longest cell or line that is read, in characters."""

AMOUNT = (
    "amount",
    "sum",
    "total",
    "сумма",
    "итого",
    "сумма к оплате",
    "amount due",
    "total amount",
    "всего",
    "сумма с ндс",
)
"""What ledgers call the column of their amounts; a table with it and without texts is a ledger."""

_SEPARATORS = re.compile(r"[\s_\-.:*]+")
_ADDED = re.compile(r"(?<=\w)\s*[,(].*", re.DOTALL)
_CYRILLIC_RUN = re.compile(rb"[\xa8\xb8\xc0-\xff]{3}")
_QUOTED = re.compile(r'"[^"]*"')
_SAMPLE = 4096
_DELIMITERS = ";\t,|"


class TooLong(Exception):
    """A line or a cell is longer than `LONGEST`."""


def encoding(head: bytes) -> str | None:
    """Return the encoding of a text that begins with `head`, None when it is no text.

    A byte order mark decides, then what NULs make likely (UTF-16), then whether it is UTF-8; else it is
    windows-1251 where three Cyrillic letters stand together, and windows-1252.
    """
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        wide = next((name for name in ("utf-16-le", "utf-16-be") if _is_wide(head, name)), None)
        if wide or head.count(0) * 10 > len(head):
            return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1251" if _CYRILLIC_RUN.search(head) else "cp1252"
    return "utf-8"


def _is_wide(head: bytes, name: str) -> bool:
    """Whether bytes in a UTF-16 encoding give Latin, Greek or Cyrillic; in the wrong one they give Chinese."""
    text = head[:_SAMPLE].decode(name, "replace").rstrip("\ufffd")
    return bool(text) and sum(" " <= letter < "\u0530" or letter in "\t\r\n" for letter in text) * 10 > 9 * len(text)


def delimiter(line: str) -> str | None:
    """Return what divides the cells of a header line: the most frequent of ; tab , | outside quotes, or None."""
    bare = _QUOTED.sub("", line)
    best = max(_DELIMITERS, key=bare.count)
    return best if best in bare else None


def lines(stream: IO[bytes], name: str) -> Iterator[str]:
    """Yield the lines of a text in encoding `name` with their ends, and close it. Raises TooLong.

    Bytes that do not belong to the encoding become U+FFFD.
    """
    with io.TextIOWrapper(stream, name, "replace", newline="") as text:
        while line := text.readline(LONGEST):
            if len(line) >= LONGEST:
                raise TooLong
            yield line


def rows(found: Iterator[str], by: str) -> Iterator[list[str] | Fault]:
    """Yield the cells of every row of the lines `found`, divided by `by`, or what is wrong with a row."""
    # The limit of the csv module belongs to the process; its default is less than one long letter.
    if csv.field_size_limit() < LONGEST:
        csv.field_size_limit(LONGEST)
    reader = csv.reader(found, delimiter=by, strict=True)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _fault(error)


def _fault(error: csv.Error) -> Fault:
    if "unexpected end" in str(error):
        return Fault("unclosed_quote")
    if "field larger" in str(error):
        return Fault("long_cell")
    return Fault("misquoted")


def plain(name: str) -> str:
    """Return a column's name in one form: lower case, one space between words, nothing after a comma or bracket."""
    name = _ADDED.sub("", name)
    return _SEPARATORS.sub(" ", name.replace("\ufeff", "").lower().replace("ё", "е")).strip()


def columns(header: Sequence[str], synonyms: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return which of the known columns stand in `header`, and where; the first of two with one meaning counts.

    A synonym that stands earlier in its list wins over one that stands later.
    """
    places: dict[str, int] = {}
    for index, name in enumerate(header):
        places.setdefault(plain(name), index)
    found: dict[str, int] = {}
    for key, names in synonyms.items():
        known = [places[name] for name in names if name in places]
        if known:
            found[key] = known[0]
    return found


def is_ledger(header: Sequence[str]) -> bool:
    """Say whether a header belongs to a ledger: it has a column of amounts."""
    return any(plain(name) in AMOUNT for name in header)
