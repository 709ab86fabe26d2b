"""Leopold notices trouble in a relationship while it is small, and proves it with verbatim quotes.

    >>> from leopold import scan
    >>> found = scan(["mail.mbox"], ours=["example.com"])  # doctest: +SKIP

Everything public is named here; what a name needs is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leopold.coaching import Advice, Coaching, advise, coach
    from leopold.errors import LedgerError, LeopoldError, SettlementError, SourceError
    from leopold.ingest import parse, read_raws
    from leopold.ledger import read_ledger
    from leopold.model import Alert, Evidence, Health, Invoice, Letter, Message, Payment, Reason, Relationship, Signal
    from leopold.relationships import analyse, gather
    from leopold.report import document, page
    from leopold.scanning import Scan, scan
    from leopold.second_reader import SecondReader
    from leopold.settlement.model import Scenario
    from leopold.settlement.scenarios import read_scenario
    from leopold.settlement.solving import solve

__version__ = "0.1.0"

_HOMES = {
    "leopold.coaching": ("Advice", "Coaching", "advise", "coach"),
    "leopold.errors": ("LedgerError", "LeopoldError", "SettlementError", "SourceError"),
    "leopold.ingest": ("parse", "read_raws"),
    "leopold.ledger": ("read_ledger",),
    "leopold.model": (
        "Alert",
        "Evidence",
        "Health",
        "Invoice",
        "Letter",
        "Message",
        "Payment",
        "Reason",
        "Relationship",
        "Signal",
    ),
    "leopold.relationships": ("analyse", "gather"),
    "leopold.report": ("document", "page"),
    "leopold.scanning": ("Scan", "scan"),
    "leopold.second_reader": ("SecondReader",),
    "leopold.settlement.model": ("Scenario",),
    "leopold.settlement.scenarios": ("read_scenario",),
    "leopold.settlement.solving": ("solve",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Advice",
    "Alert",
    "Coaching",
    "Evidence",
    "Health",
    "Invoice",
    "LedgerError",
    "LeopoldError",
    "Letter",
    "Message",
    "Payment",
    "Reason",
    "Relationship",
    "Scan",
    "Scenario",
    "SecondReader",
    "SettlementError",
    "Signal",
    "SourceError",
    "advise",
    "analyse",
    "coach",
    "document",
    "gather",
    "page",
    "parse",
    "read_ledger",
    "read_raws",
    "read_scenario",
    "scan",
    "solve",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
