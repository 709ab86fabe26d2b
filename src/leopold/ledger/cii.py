"""CII of UN/CEFACT: ZUGFeRD 1 and 2, Factur-X and XRechnung, as XML or as the XML that a PDF carries."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

from leopold.ledger.elements import Element, read, root_tag
from leopold.ledger.figures import missing
from leopold.ledger.invoices import Sums, entries, in_currency, made, sum_at
from leopold.ledger.pdf import is_pdf, xml_in
from leopold.ledger.source import Broken, Entry, Source

_DOCUMENTS = ("CrossIndustryInvoice", "CrossIndustryDocument")
_TRADE = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
_AGREEMENT = "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
_SETTLEMENT = "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
_SUMMATION = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
_LINE_SUMMATION = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation"


class Cii:
    """An invoice of UN/CEFACT in XML."""

    name = "CII"

    def recognises(self, source: Source) -> bool:
        """The root of either generation."""
        return root_tag(source.beginning) in _DOCUMENTS

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the invoice, and doubts about what does not add up in it."""
        with source.open() as stream:
            yield from _of(source, stream)


class FacturX:
    """A PDF with an invoice in XML inside: Factur-X, ZUGFeRD."""

    name = "Factur-X"

    def recognises(self, source: Source) -> bool:
        """Any PDF: whether an invoice is in it, the reading tells."""
        return is_pdf(source.head)

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield the invoice inside."""
        try:
            found = xml_in(source.data(), [name.encode() for name in _DOCUMENTS])
        except Broken as fault:
            yield source.refusal(fault.fault, fault.line)
            return
        yield from _of(source, io.BytesIO(found))


def _of(source: Source, stream: BinaryIO) -> Iterator[Entry]:
    try:
        root = read(stream, lambda _: False, ())
        yield from _entries(source, root)
    except Broken as fault:
        yield source.refusal(fault.fault, fault.line)


def _entries(source: Source, root: Element) -> Iterator[Entry]:
    head = root.first("ExchangedDocument|HeaderExchangedDocument")
    trade = root.first(_TRADE)
    agreement = trade.first(_AGREEMENT) if trade else None
    settlement = trade.first(_SETTLEMENT) if trade else None
    for name, found in (
        ("ExchangedDocument", head),
        ("ApplicableHeaderTradeAgreement", agreement),
        ("ApplicableHeaderTradeSettlement", settlement),
    ):
        if found is None:
            raise missing(root.line, name)
    assert head  # noqa: S101 - refused above
    assert trade  # noqa: S101
    assert agreement  # noqa: S101
    assert settlement  # noqa: S101
    currency = settlement.at("InvoiceCurrencyCode").upper()
    sums = _sums(trade, settlement, currency)
    buyer, seller = agreement.first("BuyerTradeParty"), agreement.first("SellerTradeParty")
    dues = list(settlement.all("SpecifiedTradePaymentTerms", "DueDateDateTime", "DateTimeString|DateTime"))
    invoice = made(
        root,
        head.at("ID"),
        head.first("IssueDateTime", "DateTimeString|DateTime"),
        max(dues, key=lambda found: found.text, default=None),
        head.at("TypeCode"),
        sums,
        currency,
        buyer=_name(buyer),
        tax_id=_tax(buyer),
        reference=settlement.at("PaymentReference"),
        credits_=settlement.at("InvoiceReferencedDocument", "IssuerAssignedID|ID"),
        seller=_name(seller),
    )
    yield from entries(source, root, invoice, sums)


def _sums(trade: Element, settlement: Element, currency: str) -> Sums:
    total = settlement.first(_SUMMATION)
    if total is None:
        raise missing(settlement.line, "SpecifiedTradeSettlementHeaderMonetarySummation")

    def stated(name: str) -> Decimal | None:
        return sum_at(in_currency(list(total.all(name)), currency))

    payable = stated("DuePayableAmount")
    gross = stated("GrandTotalAmount")
    if payable is None and gross is None:
        raise missing(total.line, "DuePayableAmount")
    zero = Decimal(0)
    prepaid, rounding = stated("TotalPrepaidAmount") or zero, stated("RoundingAmount") or zero
    paths = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement", _LINE_SUMMATION, "LineTotalAmount"
    lines = [sum_at(found) for found in trade.all("IncludedSupplyChainTradeLineItem", *paths)]
    return Sums(
        [value for value in lines if value is not None],
        stated("LineTotalAmount"),
        stated("AllowanceTotalAmount") or zero,
        stated("ChargeTotalAmount") or zero,
        stated("TaxBasisTotalAmount"),
        stated("TaxTotalAmount"),
        gross,
        prepaid,
        rounding,
        (gross or zero) - prepaid + rounding if payable is None else payable,
    )


def _name(party: Element | None) -> str:
    if party is None:
        return ""
    return party.at("SpecifiedLegalOrganization", "TradingBusinessName") if not party.at("Name") else party.at("Name")


def _tax(party: Element | None) -> str:
    if party is None:
        return ""
    found = list(party.all("SpecifiedTaxRegistration", "ID"))
    value_added = [each.text for each in found if each.attributes.get("schemeID") == "VA"]
    return next(iter(value_added), found[0].text if found else "")
