"""UBL 2.1 invoices and credit notes, Peppol BIS Billing 3 and the other profiles of it, alone or in an envelope."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from leopold.faults import Fault
from leopold.ledger.elements import Element, read, root_tag
from leopold.ledger.figures import missing
from leopold.ledger.invoices import Sums, entries, in_currency, made, sum_at
from leopold.ledger.source import Broken, Entry, Source

_DOCUMENTS = ("Invoice", "CreditNote")


class Ubl:
    """An invoice or credit note of UBL."""

    name = "UBL"

    def recognises(self, source: Source) -> bool:
        """One of the two documents, or the envelope of Peppol around it."""
        tag = root_tag(source.beginning)
        return tag in _DOCUMENTS or (tag == "StandardBusinessDocument" and "ubl:schema" in source.beginning)

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield every invoice of the file, and doubts about what does not add up in it."""
        found: list[Element] = []

        def leave(element: Element) -> bool:
            found.append(element)
            return False

        try:
            with source.open() as stream:
                root = read(stream, leave, _DOCUMENTS)
        except Broken as fault:
            yield source.refusal(fault.fault, fault.line)
            return
        if not found:
            yield source.refusal(Fault("element_missing", line=root.line, element="Invoice"), root.line)
        for document in found:
            try:
                yield from _entries(source, document)
            except Broken as fault:
                yield source.refusal(fault.fault, fault.line)


def _entries(source: Source, root: Element) -> Iterator[Entry]:
    currency = root.at("DocumentCurrencyCode").upper()
    total = root.first("LegalMonetaryTotal")
    payable = None if total is None else total.first("PayableAmount")
    if payable is None or not payable.text:
        raise missing(root.line, "LegalMonetaryTotal/PayableAmount")
    currency = currency or payable.attributes.get("currencyID", "").upper()
    is_credit = root.tag == "CreditNote"
    sums = _sums(root, currency)
    payment = next((found for found in root.all("PaymentMeans")), None)
    due = (
        root.first("DueDate")
        or (payment and payment.first("PaymentDueDate"))
        or root.first("PaymentTerms", "PaymentDueDate")
    )
    buyer, seller = root.first("AccountingCustomerParty", "Party"), root.first("AccountingSupplierParty", "Party")
    invoice = made(
        root,
        root.at("ID"),
        root.first("IssueDate"),
        due or None,
        root.at("InvoiceTypeCode|CreditNoteTypeCode"),
        sums,
        currency,
        buyer=_name(buyer),
        tax_id=_tax(buyer),
        reference=root.at("PaymentMeans", "PaymentID"),
        credits_=root.at("BillingReference", "InvoiceDocumentReference", "ID"),
        seller=_name(seller),
        is_credit=is_credit,
    )
    yield from entries(source, root, invoice, sums)


def _sums(root: Element, currency: str) -> Sums:
    total = root.first("LegalMonetaryTotal") or root

    def stated(name: str) -> Decimal | None:
        return sum_at(total.first(name))

    lines = [sum_at(found) for found in root.all("InvoiceLine|CreditNoteLine", "LineExtensionAmount")]
    zero = Decimal(0)
    return Sums(
        [value for value in lines if value is not None],
        stated("LineExtensionAmount"),
        stated("AllowanceTotalAmount") or zero,
        stated("ChargeTotalAmount") or zero,
        stated("TaxExclusiveAmount"),
        sum_at(in_currency(list(root.all("TaxTotal", "TaxAmount")), currency)),
        stated("TaxInclusiveAmount"),
        stated("PrepaidAmount") or zero,
        stated("PayableRoundingAmount") or zero,
        stated("PayableAmount") or zero,
    )


def _name(party: Element | None) -> str:
    if party is None:
        return ""
    return (
        party.at("PartyLegalEntity", "RegistrationName") or party.at("PartyName", "Name") or party.at("Contact", "Name")
    )


def _tax(party: Element | None) -> str:
    if party is None:
        return ""
    return party.at("PartyTaxScheme", "CompanyID") or party.at("PartyLegalEntity", "CompanyID")
