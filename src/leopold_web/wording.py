"""How pages write days, moments and money, in the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from leopold import words
from leopold.words import Language

NO_BREAK = "\u00a0"


def language() -> Language:
    """Return the reader's language; English for any that the engine has no words in."""
    return "ru" if (get_language() or "").startswith("ru") else "en"


def day(value: date | datetime | None) -> str:
    """Return ``3 March 2026`` or ``3 марта 2026``, "" for None."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return date_format(local, "j E Y").replace(" ", NO_BREAK)


def short_day(value: date | datetime | None) -> str:
    """Return ``3 Mar 2026`` or ``3 мар 2026``, for columns; "" for None."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return date_format(local, "j M Y").replace(" ", NO_BREAK)


def moment(value: datetime | None) -> str:
    """Return ``3 March 2026, 16:04``, "" for None."""
    return f"{day(value)}, {date_format(timezone.localtime(value), 'H:i')}" if value else ""


def sums(amounts: Iterable[tuple[Decimal, str]]) -> str:
    """Return the amounts added up by currency, never over currencies: ``12,000 EUR + 500 USD``, "" for nothing."""
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for amount, currency in amounts:
        totals[currency] += amount
    return " + ".join(money(total, currency) for currency, total in sorted(totals.items()) if total)


def money(amount: Decimal, currency: str) -> str:
    """Return an amount with its thousands apart and no cents where there are none."""
    exact = f"{amount:f}"
    plain = f"{amount:.0f}" if amount == amount.to_integral_value() else exact.rstrip("0") if "." in exact else exact
    if "." in plain and len(plain.split(".")[1]) == 1:
        plain += "0"
    return words.money(plain, currency, language())
