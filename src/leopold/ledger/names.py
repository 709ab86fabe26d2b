"""Whether two names are those of one firm: legal forms, quotation marks, order of words and slips of the pen aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_FORMS = frozenset(
    (
        *("ооо", "оао", "зао", "пао", "ао", "нао", "ип", "чп", "тоо", "одо", "фгуп", "муп", "гуп", "анo", "нко", "тов"),
        *("общество", "с", "ограниченной", "ответственностью", "индивидуальный", "предприниматель", "акционерное"),
        *("gmbh", "ag", "kg", "ug", "ohg", "gbr", "ev", "mbh", "co", "ltd", "limited", "llc", "llp", "lp", "inc"),
        *("plc", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "oy", "ab", "as", "aps", "sro", "spzoo", "sp", "z"),
        *("corp", "oo", "company", "und", "and", "the", "corporation", "incorporated"),
    )
)
_WORD = re.compile(r"\w+")
LIKE = 0.72
"""From this likeness on two names may be of one firm. Chosen on generated ledgers with slips in names (dev seeds)."""


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell, sorted; all of its words where every one is a legal form."""
    found = _WORD.findall(name.casefold().replace("ё", "е").replace(".", ""))
    return tuple(sorted(word for word in found if word not in _FORMS)) or tuple(sorted(found))


def likeness(first: str, second: str) -> float:
    """Return how alike two names are, 0..1: the Dice coefficient of their letter triples, word by word."""
    one, two = _triples(" ".join(words(first))), _triples(" ".join(words(second)))
    if not one or not two:
        return 0.0
    return 2 * len(one & two) / (len(one) + len(two))


@lru_cache(maxsize=200_000)
def _triples(text: str) -> frozenset[str]:
    padded = [f" {word} " for word in text.split()]
    return frozenset(word[place : place + 3] for word in padded for place in range(len(word) - 2))


class Names:
    """The names of some counterparties, to be found by what a bank writes."""

    def __init__(self, names: Iterable[str]) -> None:
        self._exact: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_triple: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, tuple[tuple[str, float], ...]] = {}
        for name in sorted(set(names)):
            self._exact[words(name)].append(name)
            for triple in _triples(" ".join(words(name))):
                self._by_triple[triple].append(name)

    def same(self, name: str) -> list[str]:
        """Return the names that have the same telling words."""
        return self._exact.get(words(name), []) if name else []

    def near(self, name: str) -> tuple[tuple[str, float], ...]:
        """Return the names that are alike, the likest first, at most five, each with its likeness."""
        if name not in self._near:
            self._near[name] = self._found(name)
        return self._near[name]

    def _found(self, name: str) -> tuple[tuple[str, float], ...]:
        shared: dict[str, int] = defaultdict(int)
        # Triples that many names have tell little, and cost most.
        rare = sorted(_triples(" ".join(words(name))), key=lambda each: (len(self._by_triple.get(each, ())), each))
        for triple in rare[:8]:
            for each in self._by_triple.get(triple, ())[:2000]:
                shared[each] += 1
        likest = sorted(shared, key=lambda each: (-shared[each], each))[:20]
        found = sorted(((each, likeness(name, each)) for each in likest), key=lambda pair: (-pair[1], pair[0]))
        return tuple((each, like) for each, like in found[:5] if like >= LIKE)
