"""Letters, invoices and dealings to test with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from leopold.dunning.dealings import Dealings
from leopold.model import Address, Invoice, Letter, Message, Payment, Side, Zone
from leopold.signals import hear

DAY = date(2026, 3, 31)


def letter(text: str, at: date = date(2026, 3, 20), side: Side = "theirs", subject: str = "Hello") -> Letter:
    language = "ru" if any("а" <= sign <= "я" for sign in text.lower()) else "en"
    moment = datetime(at.year, at.month, at.day, 9, tzinfo=UTC)
    message = Message(f"<{at}{side}@x>", moment, Address("", "a@x.example"), (), (), subject, text, "", 0)
    zones = (Zone("own", 0, len(text)),)
    return Letter(message, side, language, zones, *hear(message, side, language, zones))  # type: ignore[arg-type]


def bill(
    number: str = "AB-117",
    late: int = 17,
    amount: str = "1000.00",
    currency: str = "EUR",
    **more: Any,
) -> Invoice:
    due = DAY - timedelta(late)
    return Invoice(number, "Nord", due - timedelta(14), due, Decimal(amount), currency, **more)


def paid(at: date, amount: str = "1000.00", currency: str = "EUR", invoice: str = "") -> Payment:
    return Payment(invoice, at, Decimal(amount), currency, "Nord")


def dealings(*invoices: Invoice, **more: Any) -> Dealings:
    left = {each: each.amount for each in invoices or (bill(),)}
    return Dealings(more.pop("day", DAY), more.pop("left", left), **more)
