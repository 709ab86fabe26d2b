"""Rows of receivables: the ledger as it was read, what it lets expect, and what people do about it."""

from leopold_web.receivables.models.acting import (
    DunningPolicy,
    InterestDecision,
    LiftedReason,
    Pause,
    PaymentPlan,
    PlanPart,
    Reminder,
)
from leopold_web.receivables.models.ledger import Invoice, Payment
from leopold_web.receivables.models.outlook import CashWeek, LedgerState, Outlook
from leopold_web.receivables.models.taking import Booking, BookingDecision, Statement, TableMapping

__all__ = [
    "Booking",
    "BookingDecision",
    "CashWeek",
    "DunningPolicy",
    "InterestDecision",
    "Invoice",
    "LedgerState",
    "LiftedReason",
    "Outlook",
    "Pause",
    "Payment",
    "PaymentPlan",
    "PlanPart",
    "Reminder",
    "Statement",
    "TableMapping",
]
