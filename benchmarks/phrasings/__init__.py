"""How people say a thing: our own sentences by kind. The odd ones of each kind shaped the rules; the even did not."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from leopold.model import Zone
from leopold.signals import findings, passage_of
from leopold.signals.interface import Language

HALVES: tuple[Literal["read", "kept"], ...] = ("read", "kept")


def sentences(language: Language, half: Literal["read", "kept"]) -> list[tuple[str, str]]:
    """Return one half of the sentences of a language, with their kinds."""
    found: list[tuple[str, str]] = []
    kind, number = "", 0
    for line in (Path(__file__).parent / f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            kind, number = line[2:], 0
        elif line:
            if HALVES[number % 2] == half:
                found.append((kind, line))
            number += 1
    return found


def kinds(text: str, language: Language) -> set[str]:
    """Return the kinds that are read in a letter which says only this."""
    return {found.kind for found in findings(passage_of(text, "theirs", language, (Zone("own", 0, len(text)),)))}
