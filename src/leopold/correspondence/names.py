"""Names of organizations: brought to one form, and held against domains."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.85
"""How like two names must be, 0..1, to be one."""

_FORMS = re.compile(
    r"\b(?:ооо|оао|зао|пао|ао|ип|нко|ано|нп|тоо|чп|фгуп|гуп|муп|мбу|гк|group of companies|ltd|limited|llc|llp|plc|inc"
    r"|incorporated|corp|corporation|co|company|gmbh|mbh|ag|kg|ohg|ug|se|a/s|as|aps|ab|asa|oy|oyj|sa|sas|sarl|s\.a|srl"
    r"|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|lda|ltda|sl|s\.l|sp z o\.?o|z o\.?o|s\.?r\.?o|d\.?o\.?o|kft|zrt|pty|pte|pvt"
    r"|ooo|oao|zao|pao|ao)(?!\w)\.?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў"
_SOUNDS = "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch - y - e yu ya i yi e g u"
_LATIN = {letter: sound.strip("-") for letter, sound in zip(_CYRILLIC, _SOUNDS.split(), strict=True)}
# Domains are spelled by several customs at once; these spellings are brought to one before they are compared.
_SPELLINGS = (
    ("shch", "sch"), ("tch", "ch"), ("kh", "h"), ("x", "ks"), ("ck", "k"), ("c", "k"), ("kh", "h"), ("w", "v"),
    ("iu", "yu"), ("ju", "yu"), ("ia", "ya"), ("ja", "ya"), ("yo", "e"), ("jo", "e"), ("iy", "y"), ("yy", "y"),
    ("ij", "y"), ("j", "y"), ("yi", "y"), ("i", "y"), ("ph", "f"), ("ts", "k"),
)  # fmt: skip


def latin(text: str) -> str:
    """Return the text in lower-case Latin letters, Cyrillic transliterated by sound."""
    return "".join(_LATIN.get(letter, letter) for letter in text.casefold())


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case without quotation marks and legal forms, as they were written."""
    found = tuple(_WORD.findall(_FORMS.sub(" ", name.casefold())))
    return found or tuple(_WORD.findall(name.casefold()))


def spoken(text: str) -> str:
    """Return the words of a text in lower case with single spaces between them."""
    return " ".join(_WORD.findall(text.casefold()))


def plain_name(name: str) -> str:
    """Return a name as one word, to be compared: "ООО «Дом и Лад»" to "домилад"."""
    return "".join(words(name))


@lru_cache(maxsize=4096)
def sound(text: str) -> str:
    """Return the text as it sounds, in Latin letters without gaps; customs of spelling make no difference."""
    text = "".join(_WORD.findall(latin(text)))
    for spelled, one in _SPELLINGS:
        text = text.replace(spelled, one)
    return text


@lru_cache(maxsize=65536)
def likeness(name: str, other: str) -> float:
    """Return how like two names are, 0..1; legal forms, alphabets and customs of spelling make no difference."""
    if not (plain_name(name) and plain_name(other)):
        return 0.0
    one, two = (sound(plain_name(each)) for each in (name, other))
    return 1.0 if one == two else SequenceMatcher(None, one, two, autojunk=False).ratio()


@lru_cache(maxsize=65536)
def fits(name: str, label: str) -> float:
    """Return how well a domain's main label stands for an organization's name, 0..1.

    Labels are made of the name, of some of its words, or of the beginnings of its words: "Дом и Лад" to "domilad",
    "Праздник Непослушания" to "neposlushanie", "Зелёная верста" to "zelver".
    """
    whole, target = likeness(name, label), sound(label)
    if whole >= ALIKE or not target:
        return whole
    parts = [sound(word) for word in words(name)]
    covered = _covered(tuple(part for part in parts if part), target)
    return max(whole, 0.95 * covered)


def _covered(parts: tuple[str, ...], target: str) -> float:
    """The share of `target` that beginnings of `parts`, in their order, spell; short beginnings prove little."""
    best = {0: 0}
    for part in parts:
        reached = dict(best)
        for at, proof in best.items():
            longest = _common(part, target[at:])
            for length in range(1, longest + 1):
                gain = length if length >= 3 or (length == 1 and at == 0) else 0
                reached[at + length] = max(reached.get(at + length, 0), proof + gain)
        best = reached
    return max((proof / len(target) for at, proof in best.items() if at >= len(target) - 1), default=0.0)


def _common(one: str, other: str) -> int:
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def from_label(label: str) -> str:
    """Return a label as a name: "nordhavn-forsikring" to "Nordhavn Forsikring"."""
    return " ".join(part[:1].upper() + part[1:] for part in re.split(r"[-_]+", label) if part)
