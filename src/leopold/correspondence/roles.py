"""Addresses and names of offices rather than of humans."""

from __future__ import annotations

import re

_ADDRESSES = """
abuse accounting accountant accounts accountspayable accountsreceivable admin administration administrator alert
alerts ap ar api auto billing bills board booking bookings bot bounce bounces bux buh buhg buhgalter buhgalteria
buhgalteriya buhuchet career careers claims client clients clientservice collections contact contacts contracts
customer customercare customers customerservice daemon debitorka delivery department desk dev director dispatch
dispatcher do docs dogovor donotreply donot edo email enquiries enquiry events facilities fakturen feedback
finance finances general glavbuh hallo hello help helpdesk hostmaster hr hrd info information inbox inquiries
inquiry invoice invoices invoicing it jobs kadry kanc kancelyaria kontakt kundenservice legal list logist logistic
logistics mail mailer mailbox mailerdaemon main manager managers marketing master media news newsletter no noc
noreply notice notification notifications notify oferta office official opt operations operator ops orders order
otdel otk owner payable payables payment payments payroll planning post postmaster pr press priem priemnaya
procurement production projects purchase purchases purchasing rechnung rechnungen reception receivables
recruiting recruitment registration reply request requests returns robot root sale sales schet scheta sclad
secretar secretariat secretary sekretar security service servicedesk services shop sklad snab snabzhenie spam
staff store study subscribe support supply survey system team tech technical techsupport tender tenders ticket
tickets training unsubscribe updates upravlenie usluga vendors verwaltung web webmaster yurist zakaz zakazy zakup
zakupka zakupki zayavka zayavki
бухгалтерия дирекция заказ заказы инфо касса офис отдел поддержка почта приёмная приемная продажи секретарь склад
снабжение
"""
_WORDS = """
accounting accounts billing customer department desk finance help helpdesk info invoices notifications office
reply sales service services support team noreply
бухгалтерия дирекция компания отдел офис поддержка приёмная приемная продажи рассылка секретариат секретарь
служба уведомления фирма центр
"""
_ROLES = frozenset(_ADDRESSES.split())
_NAMES = frozenset(_WORDS.split())
_PARTS = re.compile(r"[^\W\d_]+")


def is_role(email: str) -> bool:
    """Say whether the address is an office's: info@, sales-team@, no-reply@, support2@."""
    parts = _PARTS.findall(email.rpartition("@")[0].lower())
    return bool(parts) and all(part in _ROLES for part in parts)


def is_role_name(name: str) -> bool:
    """Say whether a display name names an office: "Support Team", "Отдел продаж"."""
    return any(part in _NAMES for part in _PARTS.findall(name.lower()))
