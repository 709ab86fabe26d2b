"""Numbers in words, as they stand before days and weeks: English ones, and Russian ones in the cases that occur."""

from __future__ import annotations

from typing import Final


def _numbered(*lines: str, first: int = 1) -> dict[str, int]:
    return {word: number for line in lines for number, word in enumerate(line.split(), first)}


_ENGLISH: Final = (
    _numbered("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
    | {"twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
    | {"a": 1, "an": 1, "a couple of": 2, "a couple": 2, "couple of": 2}
)
_RUSSIAN: Final = (
    _numbered(
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
        "пятнадцать",
        "одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати "
        "четырнадцати пятнадцати",
        "одну две",
        "одной",
    )
    | {"двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "шестидесяти": 60, "девяноста": 90}
    | {"пару": 2, "пары": 2, "двое": 2, "трое": 3}
)
NUMBERS: Final = _ENGLISH | _RUSSIAN
"""How many, by the folded word."""

ORDINALS: Final = _numbered("first second third fourth fifth sixth seventh eighth ninth tenth") | _numbered(
    "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого",
    "первому второму третьему четвертому пятому шестому седьмому восьмому девятому десятому",
    "первый второй третий четвертый пятый",
    "первом втором третьем четвертом пятом",
    "первая вторая третья",
    "первую вторую третью",
    "первой второй третьей",
)
"""Which one, by the folded word."""

_UNITS: Final = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
]


def _days_of_month() -> dict[str, int]:
    stems = {stem: number for number, stem in enumerate(_UNITS, 1)} | {"двадцат": 20, "тридцат": 30}
    for tens, word in ((20, "двадцать"), (30, "тридцать")):
        stems |= {f"{word} {stem}": tens + number for number, stem in enumerate(_UNITS[:9], 1) if tens + number <= 31}
    endings = (("ого", "ому", "ое"), ("ьего", "ьему", "ье"))
    return {stem + ending: number for stem, number in stems.items() for ending in endings[stem.endswith("трет")]}


DAYS_OF_MONTH: Final = _days_of_month()
"""The day of a month by its Russian ordinal: «пятнадцатого», «двадцать первому»."""


def number(text: str) -> int:
    """Return the number that digits or a folded word say. KeyError for another word."""
    return int(text) if text.isdigit() else NUMBERS[text]


def alternatives(names: dict[str, int]) -> str:
    """Return a pattern for any of the names, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))
