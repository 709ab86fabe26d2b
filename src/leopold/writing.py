"""Where a command's data goes: a file, or standard output for "-"."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from leopold.errors import LeopoldError


def write_json(place: str, value: object) -> None:
    """Write a value as JSON. Raises LeopoldError where the file cannot be written."""
    write(place, json.dumps(value, ensure_ascii=False) + "\n")


def write_parts(place: str, parts: Mapping[str, object]) -> None:
    """Write a document field by field, and its long lists entry by entry, so that it is never held whole."""
    _write_all(place, _json_of(parts))


def _json_of(parts: Mapping[str, object]) -> Iterator[str]:
    for number, (name, part) in enumerate(parts.items()):
        yield f"{', ' if number else '{'}{json.dumps(name)}: "
        if not isinstance(part, Iterator):
            yield json.dumps(part, ensure_ascii=False)
            continue
        yield "["
        for place, entry in enumerate(part):
            yield (", " if place else "") + json.dumps(entry, ensure_ascii=False)
        yield "]"
    yield "}\n"


def write(place: str, text: str) -> None:
    """Write a text. Raises LeopoldError where the file cannot be written."""
    _write_all(place, (text,))


def _write_all(place: str, texts: Iterable[str]) -> None:
    if place == "-":
        sys.stdout.buffer.writelines(text.encode("utf-8") for text in texts)
        return
    try:
        with Path(place).open("w", encoding="utf-8") as file:
            file.writelines(texts)
    except OSError as error:
        raise LeopoldError("unwritten", place=place, error=error.strerror or str(error)) from error
