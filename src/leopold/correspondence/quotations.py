"""Which earlier letter a letter quotes, found by the quoted text itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from leopold.correspondence.participants import had
from leopold.model import Message, Zone

SHORTEST = 40
"""Letters and digits of an earlier letter that must stand in the quotation, at least: fewer are said by anybody."""

LONGEST = 200
"""Letters and digits of an earlier letter that are compared, at most."""

MOST = 50
"""Letters that begin alike that are looked at, at most."""

Alike = list[tuple[int, Message]]
"""Letters that begin alike, with their places in the order of dates."""

_NOISE = re.compile(r"[^\w\n]+|_+")


class Quotations:
    """The beginnings of letters' own texts, to be found again inside later quotations. Letters come by date.

    Text is compared by its letters and digits alone, so that quote marks and wrapped lines make no difference; a
    beginning is looked for at the starts of lines.
    """

    def __init__(self, letters: Iterable[Message], zones_of: Callable[[Message], tuple[Zone, ...]]) -> None:
        self._zones_of = zones_of
        self._begins: dict[str, dict[str, Alike]] = defaultdict(dict)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(letters):
            self._places[letter.id] = place
            beginning = "" if letter.at is None else self._beginning(letter)
            if len(beginning) >= SHORTEST:
                self._begins[beginning[:SHORTEST]].setdefault(beginning, []).append((place, letter))
                self._lengths[beginning[:SHORTEST]].add(len(beginning))

    def quoted_by(self, letter: Message) -> list[Message]:
        """Return the earlier letters that this one quotes, the latest first.

        Where several letters begin alike, only those count that its writer wrote or was sent.
        """
        found: dict[int, Message] = {}
        now = (self._places[letter.id],)
        for text in self._quotes(letter):
            for alike in self._found_in(text):
                before = alike[: bisect_left(alike, now)][-MOST:]
                found |= {at: each for at, each in before if len(alike) == 1 or had(letter, each)}
        return [found[place] for place in sorted(found, reverse=True)]

    def _found_in(self, text: str) -> Iterator[Alike]:
        lines = _NOISE.sub("", text.lower()).split("\n")
        whole, at = "".join(lines), 0
        for line in lines:
            if line:
                start = whole[at : at + SHORTEST]
                if start in self._begins:
                    yield from self._begun_by(whole[at : at + LONGEST], start)
                at += len(line)

    def _begun_by(self, text: str, start: str) -> Iterator[Alike]:
        alike = self._begins[start]
        for length in self._lengths[start]:
            if length <= len(text) and text[:length] in alike:
                yield alike[text[:length]]
        if len(text) < LONGEST:
            longer = (each for each in islice(alike, MOST) if len(each) > len(text) and each.startswith(text))
            yield from (alike[each] for each in longer)

    def _quotes(self, letter: Message) -> Iterator[str]:
        start = None
        end = 0
        for zone in self._zones_of(letter):
            if zone.kind in ("quote", "forward"):
                start = zone.start if start is None else start
                end = zone.end
            elif start is not None:
                yield letter.text[start:end]
                start = None
        if start is not None:
            yield letter.text[start:end]

    def _beginning(self, letter: Message) -> str:
        beginning = ""
        for zone in self._zones_of(letter):
            if zone.kind == "own":
                some = letter.text[zone.start : min(zone.end, zone.start + 4 * LONGEST)]
                beginning += _NOISE.sub("", some.lower()).replace("\n", "")
                if len(beginning) >= LONGEST:
                    break
        return beginning[:LONGEST]
