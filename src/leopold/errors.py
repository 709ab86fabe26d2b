"""Every error that the engine raises on purpose.

LeopoldError            a fault that ends the work; the command line prints its sentence and exits with 1
├── SourceError         a file or folder named by the user cannot be opened at all
├── LedgerError         an invoice or payment file whose columns cannot be understood
├── SettlementError     a scenario, preferences or a bid that cannot be worked on
├── LatenessError       a promise or payment that cannot be forecast; a ValueError, too
└── DunningError        reminders, a payment plan or late interest that cannot be worked out as asked
"""

from __future__ import annotations

from leopold.faults import Fault, Value


class LeopoldError(Exception):
    """What went wrong, where, and how to mend it: a `fault`, which `leopold.faults` puts into words."""

    def __init__(self, kind: str, /, **values: Value) -> None:
        super().__init__(kind)
        self.fault = Fault(kind, **values)

    def __str__(self) -> str:
        return self.fault.said("en")


class SourceError(LeopoldError):
    """A source named by the user cannot be opened."""


class LedgerError(LeopoldError):
    """A ledger file whose columns cannot be understood."""


class SettlementError(LeopoldError):
    """A scenario, preferences or a bid that cannot be worked on."""


class LatenessError(LeopoldError, ValueError):
    """A promise or payment that cannot be forecast, or a day that the engine does not know."""


class DunningError(LeopoldError):
    """Reminders, a payment plan or late interest that cannot be worked out as asked."""
