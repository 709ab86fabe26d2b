"""Answers kept from earlier, so that a conversation that has not changed is not asked about twice.

One file an answer, in a folder of the user's own, named by what was asked: address, model, words of the task, letters.
What is kept are the claims as they came; they are checked anew each time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from leopold.kept import load, save, user_folder
from leopold.second_reader.prompt import VERSION
from leopold.second_reader.settings import SecondReader
from leopold.second_reader.sheets import Sheet

KEPT: Final = 2_000
"""Answers that are kept; the oldest go first."""


def default_folder() -> Path | None:
    """Return the folder where answers are kept unless another is named; None without a home."""
    return user_folder("second-reader")


def recall(reader: SecondReader, sheet: Sheet) -> list[Any] | None:
    """Return the claims that the reader made about `sheet` before, None when it has not been asked."""
    found = load(reader.kept, _name(reader, sheet)) if reader.kept else None
    claims = found.get("claims") if found else None
    return claims if isinstance(claims, list) else None


def keep(reader: SecondReader, sheet: Sheet, claims: list[Any]) -> None:
    """Keep the claims that the reader made about `sheet`."""
    if reader.kept:
        save(reader.kept, _name(reader, sheet), {"version": 1, "claims": claims}, KEPT)


def _name(reader: SecondReader, sheet: Sheet) -> str:
    address, model, _ = reader.options
    return sheet.digest(VERSION, address, model)
