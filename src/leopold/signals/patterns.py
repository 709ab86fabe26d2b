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
from itertools import product
from typing import NamedTuple

from leopold.signals.sentences import Token

Span = tuple[int, int]

_GOES_ON = re.compile(r"\|\s*\n\s*")
_PART = re.compile(r"\s*(\(|\)|\[|\]|\||~\d+|[^\s()\[\]|]+)")


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
    """A compiled phrase: its places, which of them it is found by, and whether it is tied to the sentence's ends."""

    words: tuple[Word, ...]
    anchor: int
    from_start: bool
    to_end: bool

    def found_by(self) -> Iterator[str]:
        """Return the keys of the index under which this phrase is looked up."""
        anchor = self.words[self.anchor]
        yield from anchor.exact
        for stem in anchor.stems:
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


def compile_phrases(text: str, sets: Mapping[str, str], common: frozenset[str]) -> list[Phrase]:
    """Return the phrases of a text, one a line; ValueError names a line that cannot be read."""
    found = []
    for line in filter(None, map(str.strip, _GOES_ON.sub("|", text).splitlines())):
        try:
            found += [_phrase(row, common) for row in _rows(_parts(line, sets))]
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


def _phrase(row: list[str], common: frozenset[str]) -> Phrase:
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
    anchor = min(range(len(words)), key=lambda number: _commonness(words[number], common))
    if _commonness(words[anchor], common) >= 1000:
        raise ValueError("every word is too short or unknown")
    return Phrase(tuple(words), anchor, row[0] == "^", row[-1] == "$")


def _word(part: str, gap: int) -> Word:
    if part in ("#", "_"):
        return Word(frozenset(), (), gap, part)
    options = part.split("|")
    stems = tuple(option[:-1] for option in options if option.endswith("*"))
    return Word(frozenset(option for option in options if not option.endswith("*")), stems, gap)


def _commonness(word: Word, common: frozenset[str]) -> float:
    """How poor a place is for finding a phrase by: stems under three letters cannot be looked up at all."""
    if word.special or any(len(stem) < 3 for stem in word.stems):
        return 1000
    return len(word.exact & common) * 10 + len(word.exact) + len(word.stems) + (20 if word.exact & common else 0)


def match_at(phrase: Phrase, tokens: Sequence[Token], at: int, first: int, last: int) -> Span | None:
    """Return the tokens `[a, b)` that a phrase covers with its anchor at `at`, within `[first, last)`; or None."""
    if not phrase.words[phrase.anchor].fits(tokens[at].word):
        return None
    start = _backward(phrase, tokens, phrase.anchor, at, first)
    if start is None:
        return None
    end = _forward(phrase, tokens, phrase.anchor + 1, at + 1, last)
    return None if end is None else (start, end)


def _forward(phrase: Phrase, tokens: Sequence[Token], number: int, at: int, last: int) -> int | None:
    if number == len(phrase.words):
        return at if not phrase.to_end or at == last else None
    word = phrase.words[number]
    for place in range(at, min(at + word.gap + 1, last)):
        if word.fits(tokens[place].word):
            end = _forward(phrase, tokens, number + 1, place + 1, last)
            if end is not None:
                return end
    return None


def _backward(phrase: Phrase, tokens: Sequence[Token], number: int, at: int, first: int) -> int | None:
    """Return where the phrase starts, when its place `number` stands at token `at`."""
    if number == 0:
        return at if not phrase.from_start or at == first else None
    word = phrase.words[number - 1]
    for place in range(at - 1, max(at - 2 - phrase.words[number].gap, first - 1), -1):
        if word.fits(tokens[place].word):
            start = _backward(phrase, tokens, number - 1, place, first)
            if start is not None:
                return start
    return None


def lookup(phrases: Iterable[tuple[Phrase, int]]) -> dict[str, list[tuple[Phrase, int]]]:
    """Return the phrases by the keys they are found by, each with the number of its group."""
    table: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase, number in phrases:
        for key in phrase.found_by():
            table.setdefault(key, []).append((phrase, number))
    return table
