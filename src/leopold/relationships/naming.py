"""What a counterparty is called: by display names, by its people's signatures, by its domain at least."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from leopold.correspondence.domains import main_label
from leopold.correspondence.names import fits, from_label, sound
from leopold.model import Letter, Person

READ = 10
"""Letters in which an organization's name is looked for, at most: the latest."""

_BETWEEN = re.compile(r"[,|;\n\t•·]+| [-–—] ")
_QUOTED = re.compile(r"«([^«»\n]{3,60})»|“([^“”\n]{3,60})”")
_FORM = r"(?:,? (?:Ltd|Limited|LLC|Inc|Corp|Co|GmbH|AG|KG|A/S|AB|Oy|AS|BV|SA|SAS|SRL|Lda|plc)(?![\w-])\.?)?"
_NO_NAME = re.compile(r"[@/:]|\S\.\S|\s\s")


def names_of(key: str, letters: Sequence[Letter], seen: Mapping[str, str], people: Mapping[str, Person]) -> list[str]:
    """Return the names of the counterparty `key`, a domain or a private address, the best first; never empty.

    `seen` are names by domain, `people` the people by address. A name that nobody gave in a display name is looked
    for in the letters: in signatures and quotation marks, and, for a domain in Latin letters, wherever its letters
    stand as words: "Tolliver Kitchens" for tolliverkitchens.example.
    """
    if "@" in key:
        return [people[key].name if key in people else key]
    plain = from_label(main_label(key))
    known = seen.get(key, plain)
    return [known] if known != plain else [*_written(main_label(key), letters[-READ:]), plain]


def _written(label: str, letters: Sequence[Letter]) -> list[str]:
    """Names in the letters that the domain is made of, the most frequent first."""
    pieces: Counter[str] = Counter()
    spelled = _spelled(label) if any(_stands(label, letter.message.text) for letter in letters) else None
    for letter in letters:
        found = set(_pieces(letter)) | {one or other for one, other in _QUOTED.findall(letter.message.text)}
        pieces.update(piece for piece in found if sound(label)[:3] in sound(piece) and fits(piece, label) >= 0.9)
        if spelled:
            pieces.update({" ".join(name.split()) for name in spelled.findall(letter.message.text)})
    return [piece for _, piece in sorted(((count, piece) for piece, count in pieces.items()), reverse=True)]


def _stands(label: str, text: str) -> bool:
    """Say whether the label's letters stand in the text otherwise than as a domain; cheap, unlike the pattern."""
    for mark in " '’&-":
        text = text.replace(mark, "")
    text = text.lower()
    bare = "".join(each for each in label if each.isalnum())
    return text.count(bare) > text.count(f"{bare}.")


def _spelled(label: str) -> re.Pattern[str] | None:
    """The label's letters as words of a sentence, a capital first; a short label is too likely a word itself."""
    letters = [each for each in label if each.isalnum()]
    if len(letters) < 5 or not label.isascii():
        return None
    rest = "[ '’&-]?".join(f"[{each}{each.upper()}]" for each in letters[1:])
    return re.compile(rf"(?<![\w@./-]){letters[0].upper()}[ '’&-]?{rest}(?![\w@-]|\.\w){_FORM}")


def _pieces(letter: Letter) -> Iterator[str]:
    for zone in letter.zones:
        if zone.kind == "signature":
            text = letter.message.text[zone.start : zone.end]
            pieces = (piece.strip(" \"'*_.-") for piece in _BETWEEN.split(text))
            yield from (piece for piece in pieces if 3 < len(piece) < 60 and not _NO_NAME.search(piece))
