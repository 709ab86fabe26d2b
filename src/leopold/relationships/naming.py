"""What a counterparty is called: by display names, by its people's signatures, by its domain at least."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from leopold.correspondence.domains import main_label, organization_domain
from leopold.correspondence.names import fits, from_label, sound
from leopold.model import Letter, Person

SIGNED = 5
"""Letters of an organization whose signatures are searched for its name, at most: the latest."""

_BETWEEN = re.compile(r"[,|;\n\t•·]+| [-–—] ")
_NO_NAME = re.compile(r"[@/:]|\S\.\S|\s\s")


def names_of(key: str, letters: Sequence[Letter], seen: Mapping[str, str], people: Mapping[str, Person]) -> list[str]:
    """Return the names of the counterparty `key`, a domain or a private address, the best first; never empty.

    `seen` are names by domain, `people` the people by address.
    """
    if "@" in key:
        return [people[key].name if key in people else key]
    plain = from_label(main_label(key))
    known = seen.get(key, plain)
    return [known] if known != plain else [*_signed(key, letters), plain]


def _signed(key: str, letters: Sequence[Letter]) -> list[str]:
    """Names in its people's signatures that the domain is made of, the most frequent first."""
    theirs = [each for each in letters if organization_domain(each.message.sender.email) == key][-SIGNED:]
    label = main_label(key)
    pieces: Counter[str] = Counter()
    for letter in theirs:
        pieces.update(set(_pieces(letter)))
    near = {piece: count for piece, count in pieces.items() if sound(label)[:3] in sound(piece)}
    fitting = [(count, piece) for piece, count in near.items() if fits(piece, label) >= 0.9]
    return [piece for _, piece in sorted(fitting, reverse=True)]


def _pieces(letter: Letter) -> Iterator[str]:
    for zone in letter.zones:
        if zone.kind == "signature":
            text = letter.message.text[zone.start : zone.end]
            pieces = (piece.strip(" \"'*_.-") for piece in _BETWEEN.split(text))
            yield from (piece for piece in pieces if 3 < len(piece) < 60 and not _NO_NAME.search(piece))
