"""The words for what a side's dates are worth, in English and Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.forecast.lateness import Expectation
from leopold.forecast.lateness.claims import LEAST
from leopold.languages import Language

CHECKS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "few": "Too little is known of their dates yet: n = {n}, and {least} are needed",
        "identities": "Here, who promises tells nothing of how long it takes",
        "factor": "Their dates slip by a factor of {low}–{high}, n = {n}",
        "times": "It takes {low}–{high} times as long as they promise, n = {n}",
        "late": "Their dates slip by {days} days, n = {n}",
        "around": "From {early} days before the date to {high} days after it, n = {n}",
        "early": "They are done {days} days before the date, n = {n}",
    },
    "ru": {
        "few": "О сроках этой стороны известно слишком мало: n = {n}, а нужно {least}",
        "identities": "Здесь от того, кто обещает, не зависит, сколько это займёт",
        "factor": "На деле выходит в {low}–{high} раза дольше обещанного, n = {n}",
        "times": "На деле уходит {low}–{high} от обещанного времени, n = {n}",
        "late": "Сроки сдвигаются на {days} дн., n = {n}",
        "around": "От срока: от {early} дн. раньше до {high} дн. позже, n = {n}",
        "early": "Готово на {days} дн. раньше срока, n = {n}",
    },
}


def check(found: Expectation, language: Language) -> str:
    """Return what a side's dates were worth before, in one short sentence without its full stop."""
    words, russian = CHECKS[language], language == "ru"
    if found.silent:
        return words[found.silent].format(n=found.n, least=LEAST)
    if found.measure == "ratio":
        low, high = (f"{each:.1f}".replace(".", "," if russian else ".") for each in (found.low, found.high))
        return words["factor" if found.low >= 1 else "times"].format(low=low, high=high, n=found.n)
    low_days, high_days = round(found.low), round(found.high)
    kind = "late" if low_days >= 0 else "around" if high_days >= 0 else "early"
    first, last = sorted((abs(low_days), abs(high_days)))
    days = f"{first}" if first == last else f"{first}–{last}" if russian else f"{first} to {last}"
    return words[kind].format(days=days, early=-low_days, high=high_days, n=found.n)
