"""A small language for the ways people say a thing, and its matching over words in linear time.

A phrase is a row of words that follow each other within one sentence, punctuation aside:

- ``refund`` that word; ``refus*`` a stem with any ending; ``(a|b*|two words)`` one of several
- ``[really]`` may be absent; ``@pay`` a named set of words; ``_`` any word; ``#`` a word with a digit
- a line that ends in ``|`` goes on below
- ``~3`` up to three words in between; ``^`` and ``$`` the start and the end of the sentence

Each phrase is found by its rarest word, so the cost follows the words of the letter rather than the number of rules.
Gaps are bounded, so a phrase costs a bounded number of steps at each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

Span = tuple[int, int]

Common = Mapping[str, int] | frozenset[str]
"""The common words of a language, and where it is known how often each stands in its letters."""

_GOES_ON = re.compile(r"\|\s*\n\s*")
_PART = re.compile(r"\s*(\(|\)|\[|\]|\||~\d+|[^\s()\[\]|]+)")

UNKNOWN = 10_000
"""The commonness of a place that fits words which cannot be looked up."""


class Word(NamedTuple):
    """One place of a phrase: the words and stems that fit it, and how many words may stand before it."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    gap: int
    special: str = ""

    def fits(self, word: str) -> bool:
        """Whether a folded word fits this place."""
        if self.special:
            return self.special == "_" or any(char.isdigit() for char in word)
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))


class Phrase(NamedTuple):
    """A compiled phrase: its places, the one it is found by, the next rarest, and whether it is tied to the ends."""

    words: tuple[Word, ...]
    anchor: int
    second: int
    from_start: bool
    to_end: bool

    def found_by(self) -> Iterator[str]:
        """Return the keys of the index under which this phrase is looked up."""
        return keys_of(self.words[self.anchor])

    def needs(self) -> frozenset[str]:
        """Return keys of which a letter holds at least one where this phrase stands; none when one word is all."""
        return frozenset() if self.second < 0 else frozenset(keys_of(self.words[self.second]))


def keys_of(word: Word) -> Iterator[str]:
    """Return the keys of the index under which the words that fit a place stand."""
    yield from word.exact
    for stem in word.stems:
        yield stem[:4] + "…"


@dataclass(frozen=True)
class Group:
    """Phrases that say one kind in one manner, with the guards they share.

    `probability` is the starting estimate that a careful reader marks a match so. `asks` demands a question (True) or
    anything but one (False). `unless` are phrases that take the meaning back when they stand in the same sentence.
    `negatable`: a negation shortly before takes the meaning back. `roles`: kinds of sentence that count.
    """

    name: str
    probability: float
    phrases: str
    asks: bool | None = None
    unless: str = ""
    negatable: bool = False
    roles: tuple[str, ...] = ("body",)

    @property
    def kind(self) -> str:
        """The kind of signal: the part of the name before the dot."""
        return self.name.partition(".")[0]


def compile_phrases(text: str, sets: Mapping[str, str], common: Common) -> list[Phrase]:
    """Return the phrases of a text, one a line; ValueError names a line that cannot be read."""
    found: list[Phrase] = []
    # Some thousand places share some hundred words, each one and the same object: see `_word`.
    ranks: dict[int, float] = {}
    for line in filter(None, map(str.strip, _GOES_ON.sub("|", text).splitlines())):
        try:
            found += [_phrase(row, common, ranks) for row in _rows(_parts(line, sets))]
        except (IndexError, KeyError, ValueError) as error:
            raise ValueError(f"phrase {line!r} cannot be read: {error!r}") from error
    return found


def _parts(line: str, sets: Mapping[str, str]) -> list[str]:
    parts: list[str] = []
    for part in _PART.findall(line):
        if part.startswith("@"):
            parts += ["(", *"|".join(sets[part[1:]].split()).replace("|", " | ").split(), ")"]
        else:
            parts.append(part)
    return parts


def _rows(parts: list[str]) -> list[list[str]]:
    """Return the rows that a line stands for; alternatives of one word stay together as ``a|b``."""
    rows, end = _alternatives(parts, 0)
    if end != len(parts):
        raise ValueError("a bracket is not opened")
    return rows


def _alternatives(parts: list[str], at: int) -> tuple[list[list[str]], int]:
    options: list[list[str]] = []
    row: list[list[list[str]]] = []
    while at < len(parts) and parts[at] not in ")]":
        part = parts[at]
        if part == "|":
            options += _joined(row)
            row = []
        elif part in "([":
            inner, at = _alternatives(parts, at + 1)
            if at >= len(parts):
                raise ValueError("a bracket is not closed")
            row.append([*inner, []] if part == "[" else inner)
        else:
            row.append([[part]])
        at += 1
    return _together(options + _joined(row)), at


def _joined(row: Sequence[Sequence[Sequence[str]]]) -> list[list[str]]:
    return [[part for option in options for part in option] for options in product(*row)]


def _together(options: list[list[str]]) -> list[list[str]]:
    """Join the alternatives that are one plain word each into one place."""
    single = [row[0] for row in options if len(row) == 1 and row[0][0] not in "~^$#_"]
    others = [row for row in options if not (len(row) == 1 and row[0][0] not in "~^$#_")]
    return [["|".join(single)], *others] if single else others


def _phrase(row: list[str], common: Common, ranks: dict[int, float]) -> Phrase:
    words: list[Word] = []
    gap = 0
    for part in row:
        if part[0] == "~":
            gap = int(part[1:])
        elif part not in ("^", "$"):
            words.append(_word(part, gap))
            gap = 0
    if not words:
        raise ValueError("no words")
    commonness = []
    for word in words:
        if (rank := ranks.get(id(word))) is None:
            rank = ranks[id(word)] = _commonness(word, common)
        commonness.append(rank)
    rarest = sorted(range(len(words)), key=commonness.__getitem__)
    if commonness[rarest[0]] >= UNKNOWN:
        raise ValueError("every word is too short or unknown")
    second = rarest[1] if len(words) > 1 and commonness[rarest[1]] < UNKNOWN else -1
    return Phrase(tuple(words), rarest[0], second, row[0] == "^", row[-1] == "$")


@cache
def _word(part: str, gap: int) -> Word:
    if part in ("#", "_"):
        return Word(frozenset(), (), gap, part)
    options = part.split("|")
    stems = tuple(option[:-1] for option in options if option.endswith("*"))
    return Word(frozenset(option for option in options if not option.endswith("*")), stems, gap)


def _commonness(word: Word, common: Common) -> float:
    """How poor a place is for finding a phrase by: stems under three letters cannot be looked up at all."""
    if word.special or any(len(stem) < 3 for stem in word.stems):
        return UNKNOWN
    if isinstance(common, Mapping):
        return sum(common.get(option, 5) for option in word.exact) + 5 * len(word.stems)
    return len(word.exact & common) * 10 + len(word.exact) + len(word.stems) + (20 if word.exact & common else 0)


def match_at(phrase: Phrase, words: Sequence[str], at: int) -> Span | None:
    """Return the words `[a, b)` of a sentence that a phrase covers with its anchor at `at`; or None."""
    if not phrase.words[phrase.anchor].fits(words[at]):
        return None
    start = _backward(phrase, words, phrase.anchor, at)
    if start is None:
        return None
    end = _forward(phrase, words, phrase.anchor + 1, at + 1)
    return None if end is None else (start, end)


def _forward(phrase: Phrase, words: Sequence[str], number: int, at: int) -> int | None:
    if number == len(phrase.words):
        return at if not phrase.to_end or at == len(words) else None
    word = phrase.words[number]
    for place in range(at, min(at + word.gap + 1, len(words))):
        if word.fits(words[place]):
            end = _forward(phrase, words, number + 1, place + 1)
            if end is not None:
                return end
    return None


def _backward(phrase: Phrase, words: Sequence[str], number: int, at: int) -> int | None:
    """Return where the phrase starts, when its place `number` stands at word `at`."""
    if number == 0:
        return at if not phrase.from_start or at == 0 else None
    word = phrase.words[number - 1]
    for place in range(at - 1, max(at - 2 - phrase.words[number].gap, -1), -1):
        if word.fits(words[place]):
            start = _backward(phrase, words, number - 1, place)
            if start is not None:
                return start
    return None


class Entry(NamedTuple):
    """A phrase as a table holds it: the number of its group, and keys of which a letter must hold one."""

    phrase: Phrase
    group: int
    needs: frozenset[str]


Sorted = tuple[tuple[Entry, ...], Mapping[str, Sequence[Entry]], tuple[str, ...]]
"""What a word finds: phrases that need nothing else, the others by what they need, and the keys that the word holds."""


class Table:
    """Phrases by the words they are found by. What a word finds is worked out once and remembered."""

    REMEMBERED = 50_000

    def __init__(self, phrases: Iterable[tuple[Phrase, int]]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._needed: set[str] = set()
        self._memory: dict[str, tuple[tuple[Entry, ...], tuple[str, ...]]] = {}
        self._sorted: dict[str, Sorted] = {}
        for phrase, number in phrases:
            entry = Entry(phrase, number, phrase.needs())
            self._needed |= entry.needs
            for key in phrase.found_by():
                self._entries.setdefault(key, []).append(entry)

    def of(self, word: str) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
        """Return the phrases that a folded word is the anchor of, and the keys it holds that phrases need."""
        known = self._memory.get(word)
        if known is None:
            if len(self._memory) >= self.REMEMBERED:
                self._memory.clear()
            keys = (word, word[:3] + "…", word[:4] + "…") if len(word) > 3 else (word, word + "…")
            entries = {id(entry): entry for key in keys for entry in self._entries.get(key, ())}
            fitting = tuple(e for e in entries.values() if e.phrase.words[e.phrase.anchor].fits(word))
            known = self._memory[word] = fitting, tuple(key for key in keys if key in self._needed)
        return known

    def candidates(self, words: Sequence[str]) -> Iterator[tuple[int, Entry]]:
        """Yield the phrases of which a sentence of these words holds the anchor, with its place, and what they need.

        In no order; a phrase may come more than once.
        """
        known = [self._sorted.get(word) or self._sort(word) for word in words]
        present = {key for _, _, keys in known for key in keys}
        for at, (free, needy, _) in enumerate(known):
            for entry in free:
                yield at, entry
            if needy:
                for key in needy.keys() & present:
                    for entry in needy[key]:
                        yield at, entry

    def _sort(self, word: str) -> Sorted:
        if len(self._sorted) >= self.REMEMBERED:
            self._sorted.clear()
        entries, keys = self.of(word)
        needy: dict[str, list[Entry]] = {}
        for entry in entries:
            for key in entry.needs:
                needy.setdefault(key, []).append(entry)
        found = self._sorted[word] = tuple(entry for entry in entries if not entry.needs), needy, keys
        return found

    def matches(self, words: Sequence[str]) -> bool:
        """Whether any phrase stands in a sentence of these words."""
        return any(match_at(entry.phrase, words, at) for at, word in enumerate(words) for entry in self.of(word)[0])
