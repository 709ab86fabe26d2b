"""What a text says about itself: its words, their neighbours and parts, a few flags, and what its words mean.

All of it adds up over words and pairs of neighbours, so that a shipped model of the same kind needs one look-up a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from math import log, log2
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from leopold.signals.trained.meaning import DIMENSIONS, vectors

Reader = Callable[[str], list[str]]
"""Returns the features of a text, repeated as often as they stand there."""

_ENGLISH: Final = re.compile(
    r"\[name\]|\[religion\]|<url>|https?://\S+|[^\W_]+(?:'[^\W_]+)*|[!?.,:;()\-*#@&$%/\"]+|[^\w\s]|_+"
)
_RUSSIAN: Final = re.compile(
    r"[:;=][-']?[)(DPp|/\\*]+|[)(]+|[!?.]+|https?://\S+|@\w+|#\w+|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_+"
)
_LOUD: Final = re.compile(r"\b[A-ZА-ЯЁ]{3,}\b")
_ENGLISH_NO: Final = frozenset({"no", "not", "never", "cannot", "without", "nobody", "nothing", "neither", "nor"})
_RUSSIAN_NO: Final = frozenset({"не", "нет", "ни", "без"})
NEGATION_REACHES: Final = 2
"""How many words after a negation count as negated."""


def english_words(text: str) -> list[str]:
    """Return words in small letters, runs of signs, addresses and emoji."""
    return _ENGLISH.findall(text.lower().replace("’", "'"))


def russian_words(text: str) -> list[str]:
    """Return words in small letters with `е` for `ё`, smileys by their mood; any address or user is one word."""
    return [_russian_word(word) for word in _RUSSIAN.findall(text.lower().replace("ё", "е"))]


def _russian_word(word: str) -> str:
    if word.startswith("http"):
        return "<url>"
    if word[0] in ")(":
        return word[:2]
    return "@" if word[0] == "@" else word


@cache
def _morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=300_000)
def lemma(word: str) -> str:
    """Return the dictionary form of a Russian word, and any other word as it is."""
    return str(_morphology().parse(word)[0].normal_form).replace("ё", "е") if re.match("[а-я]", word) else word


@lru_cache(maxsize=400_000)
def parts(word: str, low: int, high: int) -> tuple[str, ...]:
    """Return the runs of `low` to `high` letters of a word between its bounds, without the whole word."""
    if not word[0].isalnum():
        return ()
    held = f"<{word}>"
    longest = min(high, len(held) - 1)
    return tuple(f"c{held[at : at + n]}" for n in range(low, longest + 1) for at in range(len(held) - n + 1))


def flags(text: str, length: int) -> Iterator[str]:
    """Yield what a reader sees at a glance: length by steps, words in capitals, a question, an exclamation."""
    yield f"L{min(int(log2(length + 1) * 2), 14)}"
    yield from ("U" for _ in _LOUD.findall(text)[:3])
    yield from (name for sign, name in (("?", "Q"), ("!", "E")) if sign in text)


def pairs(words: Sequence[str]) -> list[str]:
    """Return neighbouring words, with the bounds of the text."""
    return [f"b{one} {other}" for one, other in zip(["<s>", *words], [*words, "</s>"], strict=True)]


def negated(words: Sequence[str], negations: frozenset[str]) -> Iterator[str]:
    """Yield the words that stand shortly after a negation."""
    left = 0
    for word in words:
        if word in negations or word.endswith("n't"):
            left = NEGATION_REACHES
        elif left:
            left -= 1
            yield word


def english(text: str, low: int = 2, high: int = 5) -> list[str]:
    """Return words, pairs, parts of `low` to `high` letters (none where `high` is 0) and flags of an English text."""
    words = english_words(text)
    held = [*(f"w{word}" for word in words), *pairs(words), *flags(text, len(words))]
    return held + [part for word in words for part in parts(word, low, high)] if high else held


def english_act(text: str, low: int = 2, high: int = 5) -> list[str]:
    """Return the same with triples, how the text begins, negated words and how often it asks: for acts of speech."""
    words = english_words(text)
    held = english(text, low, high)
    held += [f"t{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)]
    held += [f"F{n}{' '.join(words[:n])}" for n in (1, 2, 3)]
    held += [f"n{word}" for word in negated(words, _ENGLISH_NO)]
    sentences = len(re.findall(r"[.!?]+", text))
    return [*held, f"s{min(sentences, 5)}", f"q{min(text.count('?'), 3)}", f"a{min(text.count('@'), 3)}"]


def russian(text: str, low: int = 3, high: int = 6) -> list[str]:
    """Return words, lemmas, pairs of lemmas, negated lemmas, parts of words and flags of a Russian text."""
    words = russian_words(text)
    lemmas = [lemma(word) for word in words]
    held = [*(f"w{word}" for word in words), *(f"l{word}" for word in lemmas), *pairs(lemmas)]
    held += [f"n{word}" for word in negated(lemmas, _RUSSIAN_NO)]
    held += flags(text, len(words))
    return held + [part for word in words for part in parts(word.lstrip("#") or "#", low, high)] if high else held


def with_lexicon(read: Reader, moods: Callable[[str], frozenset[str]], twice: bool = True) -> Reader:
    """Return a reader that also counts the moods which a lexicon gives to a lemma, apart when negated."""

    def reader(text: str) -> list[str]:
        lemmas = [lemma(word) for word in russian_words(text)]
        found = [mood for word in lemmas for mood in sorted(moods(word))]
        under = [mood for word in negated(lemmas, _RUSSIAN_NO) for mood in sorted(moods(word))]
        held = [*(f"V{mood}" for mood in found), *(f"N{mood}" for mood in under)]
        return read(text) + held * (2 if twice else 1) + [f"A{mood}" for mood in sorted(set(found)) or ["none"]]

    return reader


def meanings(texts: Sequence[str], words_of: Callable[[str], list[str]], seen: Sequence[str]) -> NDArray[np.float64]:
    """Return for each text the mean, largest and least of its words' vectors, and the share of words that have one.

    Words weigh by their rarity among the texts of `seen`. The shape is texts × (3 × DIMENSIONS + 1).
    """
    weigh = _rarity([words_of(text) for text in seen])
    return np.array([_meaning(words_of(text), weigh) for text in texts])


def _rarity(documents: Sequence[list[str]]) -> Callable[[str], float]:
    counts = Counter(word for document in documents for word in set(document))
    return lambda word: log((len(documents) + 1) / (counts[word] + 1)) + 1


def _meaning(words: Sequence[str], weigh: Callable[[str], float]) -> NDArray[np.float64]:
    known = [(vector, weigh(word)) for word in words if (vector := _vector(word)) is not None]
    if not known:
        return np.zeros(3 * DIMENSIONS + 1)
    table = np.array([vector for vector, _ in known], dtype=np.float64)
    weights = np.array([weight for _, weight in known])
    mean = weights @ table / weights.sum()
    return np.concatenate([mean, table.max(axis=0), table.min(axis=0), [len(known) / len(words)]])


def _vector(word: str) -> NDArray[Any] | None:
    held = vectors()
    found = held.of(word)
    return held.of(lemma(word)) if found is None else found


short_english: Final[Reader] = partial(english, high=0)
"""Words, pairs and flags alone."""
