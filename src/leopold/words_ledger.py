"""The words for why an invoice is unpaid, and for the facts of the ledger that prove it, in English and Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.languages import Language
from leopold.model import Fact

WHY: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "forgot": "They seem to have overlooked it",
        "cannot": "They seem unable to pay now",
        "disputes": "They dispute it",
        "refuses": "They refuse to pay",
        "unknown": "Nobody knows why",
    },
    "ru": {
        "forgot": "Похоже, забыли",
        "cannot": "Похоже, сейчас не могут заплатить",
        "disputes": "Оспаривают",
        "refuses": "Отказываются платить",
        "unknown": "Причина неизвестна",
    },
}
FACTS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "marked_disputed": "The ledger marks invoice {number} as disputed",
        "part_paid": "Of invoice {number}, {left} of {amount} {currency} are left",
        "many_overdue": "Overdue invoices at once: {count}",
        "pays_in_time": "Of {count} invoices {in_time} were paid in time, and this one is overdue by days: {days}",
    },
    "ru": {
        "marked_disputed": "Счёт {number} отмечен в учёте как спорный",
        "part_paid": "По счёту {number} осталось {left} из {amount} {currency}",
        "many_overdue": "Просрочено счетов сразу: {count}",
        "pays_in_time": "Из счетов ({count}) вовремя оплачено {in_time}, а этот просрочен, дней: {days}",
    },
}


def why(name: str, language: Language) -> str:
    """Return a cause in one short sentence without its full stop; KeyError for one without words."""
    return WHY[language][name]


def fact(found: Fact, language: Language) -> str:
    """Return a fact that proves a cause in one short sentence without its full stop."""
    return FACTS[language][found.kind].format_map(found.values)
