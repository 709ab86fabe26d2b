"""What of a letter is sent: its words on one line, people and addresses hidden, every character traceable back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from leopold.model import Person, Relationship, Side

CALLED: Final[dict[Side, str]] = {"theirs": "them", "ours": "us"}
"""What the sides are called before the second reader."""

_NAMES: Final = 400
_ADDRESS: Final = r"[^\s@<>()\[\],;:\"]{1,64}@[\w.-]{1,255}"
_LINK: Final = r"(?:https?://|www\.)[^\s<>()\"]{1,2000}"
_NUMBER: Final = r"\+?\d(?:[ ().\u00a0-]{0,2}\d){8,30}"
_ENDINGS: Final = "аяйьеоиыую"


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch as it is sent. `starts[i]` and `ends[i]` are where character i of `sent` begins and ends in the letter.

    Within a stand-in such as "[them]" they are −1: a quote cannot begin or end there.
    """

    sent: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def find(self, quote: str) -> tuple[int, int] | None:
        """Return where in the letter `quote` stands, as whole words; None where it does not."""
        at = self.sent.find(quote)
        while at >= 0:
            end = at + len(quote)
            if self._parted(at) and self._parted(end) and self.starts[at] >= 0 and self.ends[end - 1] >= 0:
                return self.starts[at], self.ends[end - 1]
            at = self.sent.find(quote, at + 1)
        return None

    def _parted(self, at: int) -> bool:
        """Whether no word runs over this place."""
        return not (0 < at < len(self.sent) and self.sent[at - 1].isalnum() and self.sent[at].isalnum())


class Mask:
    """Hides the people of a relationship, addresses, links and long numbers: as far as patterns can."""

    def __init__(self, relationship: Relationship) -> None:
        self._sides: dict[str, Side] = {}
        names = dict.fromkeys(_names(relationship))
        for name, side in list(names)[:_NAMES]:
            self._sides.setdefault(name, side)
        forms = "|".join(_forms(name) for name in sorted(self._sides, key=len, reverse=True))
        people = rf"|(?P<name>\b(?:{forms})\b)" if forms else ""
        self._pattern = re.compile(
            rf"(?P<space>\s+)|(?P<address>{_ADDRESS})|(?P<link>{_LINK})|(?P<number>{_NUMBER}){people}"
        )

    def masked(self, text: str, start: int, end: int) -> Masked:
        """Return `text[start:end]` as it is sent."""
        sent: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = start
        while at < end:
            found = self._pattern.search(text, at, end)
            upto = found.start() if found else end
            sent.append(text[at:upto])
            starts.extend(range(at, upto))
            ends.extend(range(at + 1, upto + 1))
            if found is None:
                break
            stand_in = self._stand_in(found)
            sent.append(stand_in)
            starts += [found.start(), *[-1] * (len(stand_in) - 1)]
            ends += [*[-1] * (len(stand_in) - 1), found.end()]
            at = found.end()
        return Masked("".join(sent), tuple(starts), tuple(ends))

    def _stand_in(self, found: re.Match[str]) -> str:
        kind = found.lastgroup
        if kind == "space":
            return " "
        if kind == "name":
            word = found.group()
            sides = (side for name, side in self._sides.items() if word.startswith(_stem(name)))
            return f"[{CALLED[next(sides)]}]"
        return f"[{kind}]"


def _names(relationship: Relationship) -> Iterator[tuple[str, Side]]:
    for person in relationship.people:
        yield from ((word, person.side) for word in _words(person))
    for word in re.findall(r"\w+", relationship.organization.name):
        if len(word) > 3 and word[0].isupper():
            yield word, "theirs"


def _words(person: Person) -> Sequence[str]:
    return [word for word in re.findall(r"[^\W\d_]+", person.name[:200]) if len(word) > 2 and word[0].isupper()]


def _stem(name: str) -> str:
    """Return what the cases of a Russian name have in common; of any other name, all of it."""
    cyrillic = not name.isascii() and len(name) > 3
    return name[:-1] if cyrillic and name[-1] in _ENDINGS else name


def _forms(name: str) -> str:
    return re.escape(_stem(name)) + ("" if name.isascii() else r"\w{0,3}")
