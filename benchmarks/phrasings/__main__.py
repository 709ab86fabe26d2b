"""``python -m benchmarks.phrasings``: the share of our own sentences that the rules read, by kind."""

from __future__ import annotations

from collections import Counter

from benchmarks.phrasings import PARTS, kinds, sentences
from leopold.signals.interface import Language

LANGUAGES: tuple[Language, ...] = ("en", "ru")


def main() -> None:
    """Print recall by kind, for the parts that did and did not shape the rules."""
    found: Counter[tuple[str, str]] = Counter()
    known: Counter[tuple[str, str]] = Counter()
    columns = [f"{language} {part}" for language in LANGUAGES for part in PARTS]
    for language in LANGUAGES:
        for part in PARTS:
            for kind, text in sentences(language, part):
                for row in (kind, "all"):
                    known[row, f"{language} {part}"] += 1
                    found[row, f"{language} {part}"] += kind in kinds(text, language)
    print(f"{'kind':20s}" + "".join(f"{column:>10s}" for column in columns))
    for row in dict.fromkeys(row for row, _ in known):
        if row != "all":
            print(_line(row, columns, found, known))
    print(_line("all", columns, found, known))


def _line(row: str, columns: list[str], found: Counter[tuple[str, str]], known: Counter[tuple[str, str]]) -> str:
    return f"{row:20s}" + "".join(f"{found[row, column] / known[row, column]:10.2f}" for column in columns)


if __name__ == "__main__":
    main()
