"""Which earlier letter a letter quotes, found by the quoted text itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from leopold.model import Message, Zone

SHORTEST = 40
"""Letters and digits of an earlier letter that must stand in the quotation, at least: fewer are said by anybody."""

LONGEST = 200
"""Letters and digits of an earlier letter that are compared, at most."""

_NOISE = re.compile(r"[^\w\n]+|_+")


class Quotations:
    """The beginnings of letters' own texts, to be found again inside later quotations.

    Text is compared by its letters and digits alone, so that quote marks and wrapped lines make no difference; a
    beginning is looked for at the starts of lines.
    """

    def __init__(self, letters: Iterable[Message], zones_of: Callable[[Message], tuple[Zone, ...]]) -> None:
        self._zones_of = zones_of
        self._begins: dict[str, list[tuple[str, int, Message]]] = defaultdict(list)
        for place, letter in enumerate(letters):
            beginning = "" if letter.at is None else self._beginning(letter)
            if len(beginning) >= SHORTEST:
                self._begins[beginning[:SHORTEST]].append((beginning, place, letter))

    def quoted_by(self, letter: Message) -> list[Message]:
        """Return the earlier letters that this one quotes, the latest first."""
        found: dict[int, Message] = {}
        for text in self._quotes(letter):
            for beginning, place, earlier in self._found_in(text):
                if _before(earlier, letter):
                    found[place] = earlier
                    del beginning
        return [found[place] for place in sorted(found, reverse=True)]

    def _found_in(self, text: str) -> Iterator[tuple[str, int, Message]]:
        lines = _NOISE.sub("", text.lower()).split("\n")
        whole, at = "".join(lines), 0
        for line in lines:
            if line:
                for entry in self._begins.get(whole[at : at + SHORTEST], ()):
                    beginning = entry[0]
                    if beginning.startswith(whole[at : at + len(beginning)]):
                        yield entry
                at += len(line)

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


def _before(earlier: Message, letter: Message) -> bool:
    return earlier.at is not None and letter.at is not None and (earlier.at, earlier.id) < (letter.at, letter.id)
