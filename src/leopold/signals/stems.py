"""What a word is about, roughly: its beginning without the endings of English and Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from leopold.signals.sentences import words

LENGTH: Final = 5
"""Letters of a stem, at most."""

_RUSSIAN: Final = sorted(
    words(
        """
        иями ями ами ого его ому ему ыми ими ться ение ения ению ением ании ание ания ей ой ий ый ая яя ое ее ам ям
        ах ях ов ев ом ем ым им их ых ую юю ею ою ать ять ить еть уть ает яет ует ал ала али ил ила или ат ят ут ют
        ит ет ия ии ию а я о е ы и у ю ь й
        """
    ),
    key=lambda ending: (-len(ending), ending),
)
_ENGLISH: Final = (
    "ations",
    "ation",
    "ingly",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "ed",
    "ly",
    "es",
    "'s",
    "s",
    "e",
    "y",
)
_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a folded word; a word with a digit is its own."""
    if any(char.isdigit() for char in word):
        return word
    for ending in _ENGLISH if word.isascii() else _RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)][:LENGTH]
    return word[:LENGTH]


def stems(text: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the stems of the words of a folded text, the words in `without` left out."""
    return of_words(_WORD.findall(text), without)


def of_words(found: Iterable[str], without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the stems of folded words, those in `without` left out, and words of one or two letters."""
    return frozenset(stem(word) for word in found if len(word) > 2 and word not in without)
