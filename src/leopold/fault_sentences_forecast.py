"""What is said of promises and payments that cannot be forecast, in English and in Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FORECAST: Final[Mapping[str, tuple[str, str]]] = {
    "item_twice": (
        "item {item!r} stands twice; give each its own identity",
        "{item!r} встречается дважды; дайте каждой записи своё имя",
    ),
    "item_features": (
        "item {item!r} has {count} features, others {others}; give each as many",
        "у {item!r} признаков {count}, а у других {others}; задайте всем поровну",
    ),
    "items_features": (
        "items have {count} features, those learnt from {others}; give as many",
        "признаков {count}, а обучались на {others}; задайте столько же",
    ),
    "item_half_settled": (
        "item {item!r} has only one of `settled` and `actual`; give both, or none while it is open",
        "у {item!r} есть только одно из `settled` и `actual`; задайте оба или ни одного, пока исхода нет",
    ),
    "item_number": (
        "item {item!r}: `{field}` is {value}; give a finite number",
        "{item!r}: `{field}` равно {value}; задайте конечное число",
    ),
    "item_ratio": (
        "item {item!r}: `{field}` is {value}; a ratio needs amounts above zero",
        "{item!r}: `{field}` равно {value}; для отношения нужны величины больше нуля",
    ),
    "item_early": (
        "item {item!r} was settled before it was made; give the days as they were",
        "исход {item!r} раньше самого обещания; задайте дни как было",
    ),
    "item_later": (
        "item {item!r} is made on {made}, after {known}; fit to that day",
        "{item!r} появляется {made}, позже {known}; обучите до этого дня",
    ),
    "other_day": (
        "the engine knows the ledger up to {known}; fit or update it to {asked} first",
        "учёт известен до {known}; сначала обучите или обновите до {asked}",
    ),
}
