"""What invoices in XML share: the parts that make one, and whether they add up. Used by UBL and CII.

A credit note is an invoice below zero. `amount` is what is left to pay, after what was paid in advance. An invoice
without a day on which it is due is due on the day it was issued.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from leopold.faults import Fault
from leopold.ledger.elements import Element
from leopold.ledger.figures import amount, day, joined, missing
from leopold.ledger.source import Entry, Source
from leopold.model import Invoice

CREDIT_NOTES = frozenset(("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"))
"""Codes of UNTDID 1001 for credit notes."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums that an invoice states; None where it leaves one out. `lines` are those of its lines."""

    lines: Sequence[Decimal]
    lines_total: Decimal | None
    allowances: Decimal
    charges: Decimal
    net: Decimal | None
    tax: Decimal | None
    gross: Decimal | None
    prepaid: Decimal
    rounding: Decimal
    payable: Decimal

    def faults(self, line: int) -> Iterator[Fault]:
        """Yield what does not add up, exactly."""
        zero = Decimal(0)
        if self.lines and self.lines_total is not None:
            yield from _unequal(line, Fault("sum_line_sums"), sum(self.lines, zero), self.lines_total)
        if self.lines_total is not None and self.net is not None:
            yield from _unequal(line, Fault("sum_net"), self.lines_total - self.allowances + self.charges, self.net)
        if self.net is not None and self.tax is not None and self.gross is not None:
            yield from _unequal(line, Fault("sum_gross"), self.net + self.tax, self.gross)
        if self.gross is not None:
            yield from _unequal(line, Fault("sum_payable"), self.gross - self.prepaid + self.rounding, self.payable)


def _unequal(line: int, what: Fault, made: Decimal, stated: Decimal) -> Iterator[Fault]:
    if made != stated:
        yield Fault("invoice_sums", line=line, what=what, made=f"{made:f}", stated=f"{stated:f}")


def sum_at(element: Element | None) -> Decimal | None:
    """Return the amount of an element, None where there is none. Raises Broken."""
    if element is None or not element.text:
        return None
    return amount(element.text, element.line, element.tag)


def in_currency(found: Sequence[Element], currency: str) -> Element | None:
    """Return the amount in this currency among several, else the first; None of none."""
    return next((each for each in found if each.attributes.get("currencyID") == currency), found[0] if found else None)


def entries(source: Source, root: Element, invoice: Invoice, sums: Sums) -> Iterator[Entry]:
    """Yield the invoice, and a doubt for everything in it that does not add up."""
    yield invoice
    for fault in sums.faults(root.line):
        yield source.doubt(fault, root.line)


def made(
    root: Element,
    number: str,
    issued: Element | None,
    due: Element | None,
    code: str,
    sums: Sums,
    currency: str,
    *,
    buyer: str,
    tax_id: str,
    reference: str,
    credits_: str,
    seller: str,
    is_credit: bool = False,
) -> Invoice:
    """Return the invoice of these parts. Raises Broken where one is missing that an invoice cannot be without."""
    for name, text in (("ID", number), ("IssueDate", issued.text if issued else ""), ("Buyer", buyer)):
        if not text:
            raise missing(root.line, name)
    if not currency:
        raise missing(root.line, "Currency")
    assert issued is not None  # noqa: S101 - refused above
    day_issued = day(issued.text, issued.line, issued.tag)
    day_due = day(due.text, due.line, due.tag) if due is not None and due.text else day_issued
    owed = sums.payable
    if is_credit or code in CREDIT_NOTES:
        owed = -abs(owed)
    return Invoice(
        joined(number),
        joined(buyer),
        day_issued,
        max(day_issued, day_due),
        owed,
        currency,
        tax_id=joined(tax_id).replace(" ", ""),
        reference=joined(reference),
        credits=joined(credits_),
        seller=joined(seller),
    )
