"""What a draft says of invoices and payments, held against the ledger.

Only what the ledger surely denies is said: an invoice named by its number, one sum and one day in the sentence. What it
does not know, as a refund of an invoice that was paid, it does not deny.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from leopold.coaching.days import named
from leopold.coaching.drafts import Draft
from leopold.coaching.findings import Advice
from leopold.ledger.money import Unclear, amount
from leopold.model import Fact, Invoice, Payment
from leopold.signals.rules import asks

SURE: Final = 0.9

_TOKEN: Final = re.compile(r"\w[\w./-]*")
_UNIT: Final = re.compile(r"\s?(?:days?\b|дн|€|\$|£|₽|eur|usd|gbp|rub|руб|[\s'’.,]?\d{3}\b)")
_NAMED: Final = re.compile(r"\b(?:invoices?|bills?|сч[её]т\w*)\b", re.IGNORECASE)
_UNPAID: Final = re.compile(
    r"\b(?:not|never|n't|yet to|still to) (?:been |yet |even |yet been )?(?:paid|pay|settled?|received)\b|"
    r"\bunpaid\b|\bunsettled\b|"
    r"\bhaven't (?:yet |even )?(?:paid|settled)|\bhasn't (?:yet )?been (?:paid|settled)|\bis (?:still |"
    r"already |now |long )*(?:open|outstanding|overdue)\b|"
    r"\b(?:still|now|already|long) (?:open|outstanding|overdue)\b|\bno payment|\bfailed to (?:pay|settle)|"
    r"\boverdue\b|"
    r"не (?:был\w* )?(?:оплачен|оплатил|погашен|поступил|получ)|так и не оплат|неоплачен|просрочен|без оплаты|"
    r"оплаты (?:по \S+ )?(?:нет|не было)|"
    r"ждет оплаты"
)
_OVERDUE: Final = re.compile(r"\boverdue\b|\bpast due\b|просроч")
_PAID: Final = re.compile(
    r"\b(?:thank you|thanks) for (?:the |your |having |promptly )?(?:payment|paying|settling|transfer)|"
    r"\b(?:has been|was|is|were) (?:fully |already )?(?:paid|settled)\b|\b(?:received|got) (?:your |"
    r"the )?(?:payment|money|transfer)|"
    r"\bpayment (?:\w+ ){0,4}(?:arrived|received|came|reached)|"
    r"спасибо за (?:\w+ )?оплату|благодар\w+ за (?:\w+ )?оплату|(?:оплата|деньги|"
    r"платеж)\w* (?:\S+ ){0,4}(?:пришл|поступил|получен|дошл)|"
    r"\b(?:уже |полностью )?оплачен\w*\b|получили (?:вашу |ваш )?(?:оплату|платеж)"
)
_REFUNDED: Final = re.compile(
    r"\b(?:have|has|was|were|been|already|we|i) (?:already |fully )?(?:refunded|reimbursed|paid back|"
    r"returned the money)|"
    r"(?:вернули|возвратили|возместили|перечислили обратно|возвращен)"
)
_OWES: Final = re.compile(
    r"\byou (?:still |also )?owe us\b|\byour (?:debt|arrears|outstanding balance|overdue balance)\b|"
    r"\byou have (?:an? )?(?:debt|arrears|unpaid invoices?|overdue invoices?)|"
    r"\byou (?:still )?(?:have not|haven't) paid (?:us|our invoices?|anything)|"
    r"за вами (?:\w+ )?(?:долг|задолженность)|у вас (?:\w+ ){0,2}(?:долг\b|задолженность|неоплаченн)|ваш(?:а|"
    r"у|ей)? (?:\w+ )?(?:задолженност|долг)|"
    r"вы (?:нам )?(?:\w+ )?должны (?:нам )?(?:деньг|денег|\d)|вы (?:нам )?(?:так и )?не заплатили"
)
_DUE: Final = re.compile(
    r"\bdue\b|\bpayable\b|\bpay (?:it )?(?:by|until|before)\b|\bopen until\b|срок|(?:оплат\w+|"
    r"погас\w+) (?:\S+ ){0,3}(?:до|не позднее)|\bждет до\b"
)
_OTHER_SUM: Final = re.compile(
    r"discount|\bfee\b|\bfees\b|penalt|interest|\bpart\b|partial|instal|deposit|credit|refund|instead|\bper\b|"
    r"each|month|rather|"
    r"скидк|пен[яию]|част|аванс|неустойк|возврат|вместо|ежемесяч|в месяц|рассроч|доплат"
)
_SUM: Final = re.compile(
    r"(?:[€$£₽]\s?\d[\d\s'’.,]{0,20}\d|[€$£₽]\s?\d)|\d(?:[\d\s'’.,]{0,20}\d)?\s?(?:€|\$|£|₽|eur\b|euros?\b|"
    r"usd\b|dollars?\b|gbp\b|rub\b|руб\w*|евро\b)"
)
_DAYS: Final = re.compile(
    r"(?:by|for|на|уже|over|than|свыше|more) (?:уже |already )?(\d{1,4}|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|один|два|три|четыре|пять|"
    r"шесть|семь|восемь|девять|десять) (?:days?|дн\w+|день)"
)
_COUNTS: Final = {
    name: number
    for names in (
        "one two three four five six seven eight nine ten",
        "один два три четыре пять шесть семь восемь девять десять",
    )
    for number, name in enumerate(names.split(), 1)
}
_IF: Final = re.compile(r"\b(?:if|unless|whether|once|when|after|as soon as|если|когда|как только|после|ли)\b")


class Ledger(NamedTuple):
    """The invoices and payments of one counterparty, as known today."""

    invoices: Sequence[Invoice]
    payments: Sequence[Payment]
    today: date


def contradictions(draft: Draft, ledger: Ledger) -> Iterator[Advice]:
    """Yield the sentences of a draft that the ledger denies, each once, with the fact that denies it."""
    if not ledger.invoices:
        return
    known = {invoice.number.strip().lower(): invoice for invoice in ledger.invoices}
    for sentence in draft.sentences:
        text = draft.passage.folded[sentence.start : sentence.end]
        fact = None
        if sentence.role == "body" and not asks(draft.text, sentence):
            mentioned = _mentioned(text, known)
            fact = _denied(text, mentioned, ledger) if mentioned else _owes_nothing(text, ledger)
        if fact:
            quote = draft.text[sentence.start : sentence.end]
            yield Advice("ledger_contradiction", SURE, sentence.start, sentence.end, quote, fact=fact)


def _mentioned(text: str, known: Mapping[str, Invoice]) -> list[Invoice]:
    """Return the invoices that a sentence names by number, behind the word for an invoice, each once."""
    word = _NAMED.search(text)
    if word is None:
        return []
    found = {}
    for token in _TOKEN.finditer(text, word.end()):
        invoice = known.get(token[0].rstrip(".,/-"))
        if invoice is not None and not _UNIT.match(text, token.end()) and text[token.start() - 1] not in "€$£₽":
            found[invoice.number] = invoice
    return list(found.values())


def _denied(text: str, mentioned: Sequence[Invoice], ledger: Ledger) -> Fact | None:
    """Return the first fact that denies what a sentence says of invoices."""
    unsure = _IF.search(text) is not None
    for invoice in mentioned:
        fact = None if unsure else _state(text, invoice, ledger)
        if fact:
            return fact
    if len(mentioned) > 1:
        return None
    return _sum(text, mentioned[0], ledger) or _due(text, mentioned[0], ledger.today)


def _state(text: str, invoice: Invoice, ledger: Ledger) -> Fact | None:
    """Whether an invoice is paid, overdue or refunded as a sentence says."""
    received = _received(invoice, ledger)
    values = _values(invoice)
    if _REFUNDED.search(text):
        return Fact("nothing_to_refund", values) if not invoice.paid and not received else None
    if _UNPAID.search(text):
        if invoice.paid:
            return Fact("is_paid", values | {"paid": invoice.paid.isoformat()})
        if _OVERDUE.search(text) and ledger.today <= invoice.due:
            return Fact("not_yet_due", values)
        days = _DAYS.search(text) if _OVERDUE.search(text) else None
        late = (ledger.today - invoice.due).days
        if days and abs(_count(days[1]) - late) > 1:
            return Fact("overdue_by", values | {"days": late})
        return None
    if _PAID.search(text) and not invoice.paid and not received:
        return Fact("is_open", values)
    return None


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS[text]


def _received(invoice: Invoice, ledger: Ledger) -> Decimal:
    same = (each for each in ledger.payments if each.invoice.strip().lower() == invoice.number.strip().lower())
    return sum((each.amount for each in same if each.currency == invoice.currency), Decimal(0))


def _sum(text: str, invoice: Invoice, ledger: Ledger) -> Fact | None:
    """The amount of an invoice, where a sentence names one sum in its currency that fits nothing the ledger "
    "knows."""
    sums = list(_sums(text))
    if len(sums) != 1 or _OTHER_SUM.search(text):
        return None
    value, currency = sums[0]
    known = {invoice.amount, invoice.amount - _received(invoice, ledger)} | {each.amount for each in ledger.payments}
    if currency != invoice.currency or value in known:
        return None
    return Fact("other_amount", _values(invoice))


def _sums(text: str) -> Iterator[tuple[Decimal, str]]:
    for found in _SUM.finditer(text):
        try:
            value, currency = amount(found[0].strip())
        except Unclear:
            continue
        yield value, currency


def _due(text: str, invoice: Invoice, today: date) -> Fact | None:
    """The day on which an invoice is due, where a sentence says that it is due on one other day."""
    if invoice.paid or not _DUE.search(text):
        return None
    days = {each.day for each in named(text, today) if each.day}
    return Fact("due_on", _values(invoice)) if len(days) == 1 and invoice.due not in days else None


def _owes_nothing(text: str, ledger: Ledger) -> Fact | None:
    """That every invoice is paid, where a sentence says that they owe us."""
    if not _OWES.search(text) or _IF.search(text) or any(invoice.paid is None for invoice in ledger.invoices):
        return None
    return Fact("all_paid", {"count": len(ledger.invoices)})


def _values(invoice: Invoice) -> dict[str, str | int | float]:
    return {
        "number": invoice.number,
        "amount": str(invoice.amount),
        "currency": invoice.currency,
        "due": invoice.due.isoformat(),
    }
