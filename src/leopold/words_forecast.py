"""The words for what a side's dates are worth, and for when it pays, in English and Russian."""

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
        "late": "Their dates slip by {days}, n = {n}",
        "around": "From {early} before the date to {high} after it, n = {n}",
        "early": "They are done {days} before the date, n = {n}",
        "exact": "They hold their dates to the day, n = {n}",
    },
    "ru": {
        "few": "О сроках этой стороны известно слишком мало: n = {n}, а нужно {least}",
        "identities": "Здесь от того, кто обещает, не зависит, сколько это займёт",
        "factor": "На деле выходит в {low}–{high} раза дольше обещанного, n = {n}",
        "times": "На деле уходит {low}–{high} от обещанного времени, n = {n}",
        "late": "Сроки сдвигаются на {days}, n = {n}",
        "around": "От срока: от {early} раньше до {high} позже, n = {n}",
        "early": "Готово на {days} раньше срока, n = {n}",
        "exact": "Сроки соблюдаются день в день, n = {n}",
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
    return _in_days(found, words, language)


PAYING: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "few": "Too little is known of how they pay yet: n = {n}, and {least} are needed",
        "identities": "In this ledger, who it is tells nothing of when an invoice is paid",
        "late": "Four of five of their invoices are paid {days} after the due day, n = {n}",
        "around": "Four of five of their invoices are paid from {early} before the due day to {high} after it, n = {n}",
        "early": "Four of five of their invoices are paid {days} before the due day, n = {n}",
        "exact": "Four of five of their invoices are paid on the due day, n = {n}",
    },
    "ru": {
        "few": "О том, как они платят, известно слишком мало: n = {n}, а нужно {least}",
        "identities": "В этом учёте от того, чей счёт, не зависит, когда его оплатят",
        "late": "Четыре из пяти их счетов оплачивают через {days} после срока, n = {n}",
        "around": "Четыре из пяти их счетов оплачивают не раньше чем за {early} до срока и не позже {high} "
        "после него, n = {n}",
        "early": "Четыре из пяти их счетов оплачивают за {days} до срока, n = {n}",
        "exact": "Четыре из пяти их счетов оплачивают в срок, день в день, n = {n}",
    },
}


def paying(found: Expectation, language: Language) -> str:
    """Return when a counterparty's invoices are paid, in one short sentence without its full stop."""
    words = PAYING[language]
    if found.silent:
        return words[found.silent].format(n=found.n, least=LEAST)
    return _in_days(found, words, language)


def _in_days(found: Expectation, words: Mapping[str, str], language: Language) -> str:
    low, high = round(found.low), round(found.high)
    kind = "exact" if low == high == 0 else "late" if low >= 0 else "around" if high >= 0 else "early"
    first, last = sorted((abs(low), abs(high)))
    between = "–" if language == "ru" else " to "
    span = _days(f"{first}{between}{last}" if first != last else f"{last}", language)
    return words[kind].format(days=span, early=_days(f"{-low}", language), high=_days(f"{high}", language), n=found.n)


def _days(many: str, language: Language) -> str:
    if language == "ru":
        return f"{many} дн."
    return f"{many} day" if many == "1" else f"{many} days"
