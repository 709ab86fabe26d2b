"""Why something cannot be done to a payment now, in words that say the mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "changed": lambda: _("What was found for this payment has changed meanwhile. Look at it again."),
    "taken": lambda: _("The invoice is paid by something else meanwhile. Choose another by hand, or refuse the offer."),
    "no_amount": lambda: _("Write an amount above zero, for example 1234.56."),
    "too_much": lambda: _("That is more than is left of the payment. Take something back first, or write less."),
    "more_than_open": lambda: _("That is more than is open of the invoice. Write less."),
    "other_currency": lambda: _("The payment and the invoice are in different currencies."),
    "no_invoice": lambda: _("Money is booked for invoices alone: not for credit notes, nor from money that went out."),
}


class PaymentRefusedError(Exception):
    """Something that cannot be done; nothing was changed."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    @property
    def said(self) -> str:
        """Why, in the reader's language."""
        return SENTENCES[self.kind]()
