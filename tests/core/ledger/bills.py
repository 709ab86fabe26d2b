"""Invoices in every format, written by us: what the readers are held to."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

NUMBER, BUYER, SELLER = "INV-2026-17", "Nord GmbH", "Hostplus"
ISSUED, DUE = date(2026, 3, 2), date(2026, 3, 16)
_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
TAX = Decimal("0.19")


def sums(lines: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    net = sum(lines, Decimal(0))
    tax = (net * TAX).quantize(Decimal("0.01"))
    return net, tax, net + tax


def ubl(lines: Sequence[Decimal], credit: bool = False) -> bytes:
    net, tax, gross = sums(lines)
    kind = "CreditNote" if credit else "Invoice"

    def money(tag: str, value: Decimal) -> str:
        return f'<cbc:{tag} currencyID="EUR">{value}</cbc:{tag}>'

    def party(role: str, name: str, tax_id: str) -> str:
        return (
            f"<cac:Accounting{role}Party><cac:Party><cac:PartyName><cbc:Name>shop sign</cbc:Name></cac:PartyName>"
            f"<cac:PartyTaxScheme><cbc:CompanyID>{tax_id}</cbc:CompanyID></cac:PartyTaxScheme><cac:PartyLegalEntity>"
            f"<cbc:RegistrationName>{escape(name)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>"
            f"</cac:Accounting{role}Party>"
        )

    due = "" if credit else f"<cbc:DueDate>{DUE}</cbc:DueDate>"
    reference = (
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-2026-9</cbc:ID></cac:InvoiceDocumentReference>"
        "</cac:BillingReference>"
        if credit
        else ""
    )
    body = "".join(
        f"<cac:{kind}Line><cbc:ID>1</cbc:ID>{money('LineExtensionAmount', line)}</cac:{kind}Line>" for line in lines
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} xmlns="{_UBL}{kind}-2" '
        'xmlns:cac="urn:cac" '
        'xmlns:cbc="urn:cbc">\n'
        f"<cbc:ID>{NUMBER}</cbc:ID><cbc:IssueDate>{ISSUED}</cbc:IssueDate>{due}<cbc:{kind}TypeCode>"
        f"{'381' if credit else '380'}</cbc:{kind}TypeCode>"
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
        + reference
        + party("Supplier", SELLER, "DE111111111")
        + party("Customer", BUYER, "DE222222222")
        + "<cac:PaymentMeans><cbc:PaymentID>RF18-17</cbc:PaymentID></cac:PaymentMeans>"
        f"<cac:TaxTotal>{money('TaxAmount', tax)}"
        f"</cac:TaxTotal><cac:LegalMonetaryTotal>{money('LineExtensionAmount', net)}{money('TaxExclusiveAmount', net)}"
        f"{money('TaxInclusiveAmount', gross)}{money('PayableAmount', gross)}</cac:LegalMonetaryTotal>{body}</{kind}>\n"
    ).encode()


def cii(lines: Sequence[Decimal], credit: bool = False, version: int = 2) -> bytes:
    net, tax, gross = sums(lines)
    new = version == 2
    root = "CrossIndustryInvoice" if new else "CrossIndustryDocument"
    head = "ExchangedDocument" if new else "HeaderExchangedDocument"
    trade = "SupplyChainTradeTransaction" if new else "SpecifiedSupplyChainTradeTransaction"
    part = "ApplicableHeaderTrade" if new else "ApplicableSupplyChainTrade"
    line = "SpecifiedLineTradeSettlement" if new else "SpecifiedSupplyChainTradeSettlement"
    total = "SpecifiedTradeSettlementHeaderMonetarySummation" if new else "SpecifiedTradeSettlementMonetarySummation"
    line_total = "SpecifiedTradeSettlementLineMonetarySummation" if new else "SpecifiedTradeSettlementMonetarySummation"
    reference = (
        f"<ram:InvoiceReferencedDocument><ram:{'IssuerAssignedID' if new else 'ID'}>INV-2026-9</ram:"
        f"{'IssuerAssignedID' if new else 'ID'}></ram:InvoiceReferencedDocument>"
        if credit
        else ""
    )

    def day(tag: str, value: date) -> str:
        return f'<ram:{tag}><udt:DateTimeString format="102">{value:%Y%m%d}</udt:DateTimeString></ram:{tag}>'

    def party(role: str, name: str, tax_id: str) -> str:
        return (
            f"<ram:{role}TradeParty><ram:Name>{escape(name)}</ram:Name><ram:SpecifiedTaxRegistration>"
            f'<ram:ID schemeID="VA">{tax_id}</ram:ID></ram:SpecifiedTaxRegistration></ram:{role}TradeParty>'
        )

    items = "".join(
        f"<ram:IncludedSupplyChainTradeLineItem><ram:{line}><ram:{line_total}><ram:LineTotalAmount>{value}"
        f"</ram:LineTotalAmount></ram:{line_total}></ram:{line}></ram:IncludedSupplyChainTradeLineItem>"
        for value in lines
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rsm:{root} xmlns:rsm="urn:{root}" '
        'xmlns:ram="urn:ram" xmlns:udt="urn:udt">\n'
        f"<rsm:{head}><ram:ID>{NUMBER}</ram:ID><ram:TypeCode>{'381' if credit else '380'}</ram:TypeCode>"
        f"{day('IssueDateTime', ISSUED)}</rsm:{head}><rsm:{trade}>{items}<ram:{part}Agreement>"
        + party("Seller", SELLER, "DE111111111")
        + party("Buyer", BUYER, "DE222222222")
        + f"</ram:{part}Agreement><ram:{part}Settlement><ram:PaymentReference>RF18-17</ram:PaymentReference>"
        f"<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"
        + (
            ""
            if credit
            else f"<ram:SpecifiedTradePaymentTerms>{day('DueDateDateTime', DUE)}</ram:SpecifiedTradePaymentTerms>"
        )
        + f"<ram:{total}><ram:LineTotalAmount>{net}</ram:LineTotalAmount>"
        f"<ram:TaxBasisTotalAmount>{net}</ram:TaxBasisTotalAmount>"
        f'<ram:TaxTotalAmount currencyID="EUR">{tax}</ram:TaxTotalAmount>'
        f"<ram:GrandTotalAmount>{gross}</ram:GrandTotalAmount>"
        f"<ram:DuePayableAmount>{gross}</ram:DuePayableAmount></ram:{total}>{reference}"
        f"</ram:{part}Settlement></rsm:{trade}></rsm:{root}>\n"
    ).encode()


def pdf(lines: Sequence[Decimal], credit: bool = False, packed: bool = True) -> bytes:
    """A PDF with a page's worth of drawing and the invoice as an embedded file."""
    drawing, xml = zlib.compress(b"BT (Invoice) Tj ET"), cii(lines, credit)
    data, filtered = (zlib.compress(xml), b"/Filter/FlateDecode") if packed else (xml, b"")
    return b"%%PDF-1.7\n1 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\n" % (
        len(drawing),
        drawing,
    ) + b"2 0 obj<</Type/EmbeddedFile%b/Length %d>>stream\r\n%b\r\nendstream endobj\n%%%%EOF\n" % (
        filtered,
        len(data),
        data,
    )


BILLS: dict[str, tuple[str, Callable[[Sequence[Decimal], bool], bytes]]] = {
    "ubl": ("UBL", ubl),
    "cii": ("CII", cii),
    "zugferd 1": ("CII", lambda lines, credit: cii(lines, credit, 1)),
    "factur-x": ("Factur-X", pdf),
    "factur-x unpacked": ("Factur-X", lambda lines, credit: pdf(lines, credit, packed=False)),
}
