"""Which invoices a purpose text names, in the ways people write a number.

"INV-2026-0017" may be written "inv 2026/17", "INV2026-0017", "счет № 17 от 02.03.2026" or "invoices 15, 16, 17". A
number that is all digits, or only the end of one, counts where a word for an invoice leads to it; dates, sums and the
numbers of contracts do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

Key = str

_LONGEST = 5
"""Words that one number may be cut into."""
_DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b|\b\d{4}-\d\d-\d\d\b")
_SUM = re.compile(
    r"(?<![\w.,/-])\d[\d ' ]*[.,]\d\d(?![\d/.-])|"
    r"\b\d+\s?(?:%|руб\w*|коп\w*|eur\b|usd\b|€|\$|₽)|[€$₽£]\s?\d[\d.,]*",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[a-zа-яё]+|\d+", re.IGNORECASE)
_WORD = re.compile(r"\w+|~")
_LEADING = re.compile(
    r"\b(?:сч[её]т\w*|сч(?=\W)|с/ф|сф|счф|invoices?|inv|bills?|rechnung\w*|rg|re|rnr|factures?|faktur\w*|factuur\w*|"
    r"накладн\w+|упд|ref(?:erence)?)(?![a-zа-яё])[\s.:-]*(?:(?:-?фактур\w*|на оплату|"
    r"(?:no|nr|num|number|n)(?![a-zа-яё])|№|#|номер\w*)[\s.:-]*)*",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:[,;+&№#\s]|\b(?:и|and|und|et|no|от|dated|vom)\b)+", re.IGNORECASE)
_NUMBER = re.compile(r"[a-zа-яё]{0,6}[-/ ]?\d[\w/.-]*", re.IGNORECASE)
_CONTRACT = re.compile(
    r"\b(?:договор\w*|дог|контракт\w*|соглашени\w*|заказ\w*|contract|agreement|order|po|vertrag\w*|contrat)\b[\s.:-]*"
    r"(?:(?:№|#|no|nr|n)[\s.:-]*)?[\w/-]*\d[\w/-]*",
    re.IGNORECASE,
)


def grouped(text: str) -> Key:
    """Return a number as its runs of letters and digits, noughts before digits left out: "inv|2026|17"."""
    return "|".join(piece.lstrip("0") or "0" for piece in _PIECE.findall(text.casefold().replace("ё", "е")))


def flat(text: str) -> Key:
    """Return a number as its letters and digits alone: "inv2026017"."""
    return "".join(_PIECE.findall(text.casefold().replace("ё", "е")))


class Numbers:
    """The numbers of some invoices, to be found in texts. Invoices are known by their place in the sequence."""

    def __init__(self, numbers: Sequence[str]) -> None:
        self._whole: dict[Key, list[int]] = defaultdict(list)
        self._tails: dict[Key, list[int]] = defaultdict(list)
        for index, number in enumerate(numbers):
            keys = {grouped(number), flat(number)} - {""}
            for key in keys:
                self._whole[key].append(index)
            pieces = grouped(number).split("|")
            for place in range(1, len(pieces)):
                if pieces[place].isdigit():
                    self._tails["|".join(pieces[place:])].append(index)

    def of(self, text: str) -> list[int]:
        """Return the invoices that bear exactly this number."""
        found = self._whole.get(grouped(text)) or self._whole.get(flat(text)) or []
        return list(found)

    def named(self, text: str) -> list[list[int]]:
        """Return, for each number that a text names, the invoices that bear it, in order of place.

        First those written in full; where there is none, those of which the end is written behind a word for it.
        """
        folded = text.casefold().replace("ё", "е")
        bare = _CONTRACT.sub(" ~ ", _SUM.sub(" ~ ", _DATE.sub(" ~ ", folded)))
        led = list(_led(bare))
        found = self._in_full(bare, set(led))
        if not found:
            found = [self._tails[tail] for tail in dict.fromkeys(led) if tail in self._tails]
        return found

    def _in_full(self, text: str, led: set[str]) -> list[list[int]]:
        """Numbers written whole: those with letters or many digits anywhere, short ones where a word leads to them."""
        words = [_PIECE.findall(word) for word in _WORD.findall(text)]
        digits = [any(piece[0].isdigit() for piece in pieces) for pieces in words]
        found: list[list[int]] = []
        first = 0
        while first < len(words):
            for size in range(min(_LONGEST, len(words) - first), 0, -1):
                if not digits[first + size - 1]:
                    # A number ends in digits, but for a letter or two, which are of the same word.
                    continue
                bearing = self._at(words[first : first + size], led)
                if bearing:
                    found.append(bearing)
                    first += size - 1
                    break
            first += 1
        return found

    def _at(self, words: Sequence[Sequence[str]], led: set[str]) -> list[int] | None:
        if not all(words):
            return None
        pieces = [piece for word in words for piece in word]
        key = "|".join(piece.lstrip("0") or "0" for piece in pieces)
        found = self._whole.get(key) or self._whole.get("".join(pieces))
        if not found or (key.isdigit() and len(key) < 5 and key not in led):
            return None
        return found


def named(text: str, numbers: Sequence[str]) -> tuple[str, ...]:
    """Return those of some numbers that a text names, each once, in their order."""
    if not any(map(str.isdigit, text)):
        return ()
    found = {index for group in Numbers(numbers).named(text) for index in group}
    return tuple(dict.fromkeys(numbers[index] for index in sorted(found)))


def _led(text: str) -> Iterator[str]:
    """Yield each number to which a word for an invoice leads, in its groups; lists are gone along."""
    seen = set[int]()
    for lead in _LEADING.finditer(text):
        place = lead.end()
        while place not in seen and (number := _NUMBER.match(text, place)):
            seen.add(place)
            yield grouped(number[0])
            between = _LIST.match(text, number.end())
            if between is None or "~" in between[0]:
                break
            place = between.end()
