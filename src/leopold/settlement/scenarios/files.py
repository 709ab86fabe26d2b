"""What scenario readers share: a file's bytes, JSON and TOML within bounds, and values that know where they stand."""

from __future__ import annotations

import json
import os
import re
import stat
import tomllib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from leopold.errors import SettlementError
from leopold.settlement.model import Scenario

MEGABYTES = 8
"""The largest file that is read; the largest of 150 published domains has 21 KB."""
FILES = 500
"""The most files of a folder that are looked at."""
ISSUES = 500
OPTIONS = 5_000
"""The most options of an issue, and the most packages that one link may bar."""
PLACE = " → "
LONGEST = 200
"""The most characters of a text from a file that an error shows."""
LARGEST = 1e12
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_DOTTED = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){32}""")
_LINE = re.compile(r"line (\d+)")
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a folder with its files in the order of their names; `files` is None for a file."""

    path: Path
    files: tuple[Path, ...] | None

    def ending(self, suffix: str) -> list[Path]:
        """Return the files of a folder whose names end with `suffix`, in any case of letters."""
        return [file for file in self.files or () if file.suffix.lower() == suffix]


class Reader(Protocol):
    """What reads one format of scenarios. `recognises` goes by content and is true for one reader at most."""

    @property
    def name(self) -> str:
        """What the format is called, in English."""

    def recognises(self, place: Place) -> bool:
        """Say whether this file or folder is of the format. Raises SettlementError for files that are broken."""

    def read(self, place: Place, profiles: Sequence[Path] | None, /) -> Scenario:
        """Return the scenario, with the parties of these profiles. Raises SettlementError."""


@contextmanager
def within(path: Path) -> Iterator[None]:
    """Put the file before what is wrong in it."""
    try:
        yield
    except SettlementError as error:
        if error.fault.kind == "in_file":
            raise
        raise SettlementError("in_file", path=printable(path), fault=error.fault) from error


def printable(path: Path) -> str:
    """Return a path as it can be shown, whatever its bytes are."""
    return os.fspath(path).encode("utf-8", "backslashreplace").decode()


def shown(text: str) -> str:
    """Return a text from a file as it can stand in a sentence: one line, not endless, without control characters."""
    clean = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST])
    return clean + ("…" if len(text) > LONGEST else "")


def place_of(path: Path) -> Place:
    """Return the file or folder at `path`. Raises SettlementError."""
    with within(path):
        try:
            if not stat.S_ISDIR(path.stat().st_mode):
                return Place(path, None)
            files = sorted((file for file in path.iterdir() if file.is_file()), key=lambda file: file.name)
        except (OSError, ValueError) as error:
            raise _unread(error) from error
        if len(files) > FILES:
            raise SettlementError("too_many_files", most=FILES)
        return Place(path, tuple(files))


def data_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises SettlementError."""
    try:
        with open(os.open(path, _OPEN), "rb") as file:  # noqa: PTH123 - opened so that a pipe does not keep us waiting
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise SettlementError("scenario_no_file")
            data = file.read((MEGABYTES << 20) + 1)
    except (OSError, ValueError) as error:
        raise _unread(error) from error
    if len(data) > MEGABYTES << 20:
        raise SettlementError("scenario_large", megabytes=MEGABYTES)
    return data


def text_of(path: Path) -> str:
    """Return the text of a file in UTF-8. Raises SettlementError."""
    try:
        return data_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettlementError("scenario_no_text") from error


def json_of(text: str) -> Part:
    """Return JSON with numbers as int or Decimal; names that stand twice, NaN and infinity are refused."""
    try:
        found = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise SettlementError("scenario_no_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise SettlementError("scenario_deep") from error
    except ValueError as error:
        raise SettlementError("scenario_number_long") from error
    return Part((), found)


def toml_of(text: str) -> Part:
    """Return TOML with numbers as int or Decimal. Raises SettlementError."""
    # The time that tomllib takes grows with the square of the parts of a dotted name.
    if _DOTTED.search(text):
        raise SettlementError("scenario_deep")
    try:
        return Part((), tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise SettlementError("scenario_no_toml", line=line) from error
    except RecursionError as error:
        raise SettlementError("scenario_deep") from error
    except (ValueError, ArithmeticError) as error:
        raise SettlementError("scenario_number_long") from error


def number_of(text: str | None) -> float | None:
    """Return the finite number that a text of XML is, None when it is none."""
    if text is None or len(text) > 40 or not _NUMBER.fullmatch(text.strip()):
        return None
    found = float(text)
    return found if abs(found) <= LARGEST else None


@dataclass(frozen=True, slots=True)
class Part:
    """A value of a JSON or TOML file, and the names on the way to it. What asks for a kind raises SettlementError."""

    way: tuple[str, ...]
    value: Any

    @property
    def place(self) -> str:
        """The names on the way to it, the file's own top being a dot."""
        return shown(PLACE.join(self.way)) or "."

    def at(self, name: str, value: Any) -> Part:
        """Return a value inside this one."""
        return Part((*self.way, name), value)

    def has(self, key: str) -> bool:
        """Tell whether it is a table with this key."""
        return isinstance(self.value, dict) and key in self.value

    def __getitem__(self, key: str) -> Part:
        """Return what stands under a key of a table."""
        table = self.table()
        if key not in table:
            raise SettlementError("key_missing", place=self.place, key=key)
        return table[key]

    def get(self, key: str) -> Part | None:
        """Return the same, None where the key is absent."""
        return self.table().get(key)

    def table(self) -> dict[str, Part]:
        """Return the parts of a table by key."""
        if not isinstance(self.value, dict):
            raise SettlementError("no_table", place=self.place)
        return {key: self.at(key, value) for key, value in self.value.items()}

    def items(self) -> list[Part]:
        """Return the parts of a list, numbered from 1."""
        if not isinstance(self.value, list):
            raise SettlementError("no_list", place=self.place)
        return [self.at(str(number), value) for number, value in enumerate(self.value, start=1)]

    def text(self) -> str:
        """Return a text that is not blank, without blanks around it."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise SettlementError("no_words", place=self.place)
        return self.value.strip()

    def number(self) -> Decimal:
        """Return a finite number of sensible size."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | Decimal):
            raise SettlementError("no_number", place=self.place)
        found = Decimal(self.value)
        if not found.is_finite() or found.adjusted() > 12 or (found and found.adjusted() < -12):
            raise SettlementError("no_number", place=self.place)
        return found

    def between(self, least: int, most: int) -> float:
        """Return a number from `least` to `most`."""
        found = self.number()
        if not least <= found <= most:
            raise SettlementError("number_out_of_range", place=self.place, least=least, most=most)
        return float(found)

    def only(self, known: Collection[str]) -> None:
        """Refuse a table with other keys than these."""
        for key in self.table():
            if key not in known:
                raise SettlementError("key_unknown", place=self.place, key=shown(key), known=", ".join(sorted(known)))


def _unread(error: OSError | ValueError) -> SettlementError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SettlementError("scenario_gone")
    return SettlementError("scenario_unread", error=getattr(error, "strerror", None) or str(error))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise SettlementError("key_twice", key=shown(key))
        found[key] = value
    return found


def _no_constant(text: str) -> None:
    raise SettlementError("number_not_finite", number=text)
