"""How people say a thing: our own sentences by kind.

The odd ones of each kind ("read") shaped the rules. The even ones ("kept") did not, but their author wrote the rules.
Those of "later" were written when the rules stood, and no rule was changed for them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from leopold.model import Zone
from leopold.signals import KIND_READER, SignalReader, findings, passage_of
from leopold.signals.interface import Language

Part = Literal["read", "kept", "later"]

PARTS: tuple[Part, ...] = ("read", "kept", "later")


def sentences(language: Language, part: Part) -> list[tuple[str, str]]:
    """Return one part of the sentences of a language, with their kinds."""
    found: list[tuple[str, str]] = []
    name = f"later_{language}.txt" if part == "later" else f"{language}.txt"
    kind, number = "", 0
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if line.startswith("# "):
            kind, number = line[2:], 0
        elif line:
            if part in ("later", PARTS[number % 2]):
                found.append((kind, line))
            number += 1
    return found


def kinds(text: str, language: Language, reader: SignalReader = KIND_READER) -> set[str]:
    """Return the kinds that are read in a letter which says only this."""
    passage = passage_of(text, "theirs", language, (Zone("own", 0, len(text)),))
    return {found.kind for found in findings(passage, reader)}
