"""Ledgers made up with their truth: invoices of a firm to its clients, what its bank received, and what each was for.

Everything is invented: numbering schemes, names that are nearly alike, subscriptions of one sum every month, payers
that quote a number in many ways, wrongly or not at all, others that pay for them, and money that is for no invoice.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from leopold.model import Invoice, Payment

START: Final = date(2024, 1, 8)
Truth = frozenset[tuple[str, Decimal]]
SCHEMES: Final[Sequence[Callable[[int], str]]] = (
    lambda n: f"INV-2026-{n:06d}",
    lambda n: f"{n}",
    lambda n: f"СГ-{n:04d}",
    lambda n: f"2026/{n:05d}",
    lambda n: f"RE{n:07d}",
    lambda n: str(n % 1500),
)
_FIRST: Final = (
    *("Nord", "Süd", "West", "Alpha", "Delta", "Север", "Восток", "Рассвет", "Прогресс", "Вектор", "Lumen", "Orbit"),
    *("Kontor", "Радуга", "Мост", "Harbor", "Vela", "Quartz", "Сокол", "Берег"),
)
_SECOND: Final = (
    *("", "Service", "Trade", "Media", "Логистика", "Строй", "Systems", "Group", "Плюс", "Bau", "Soft", "Дизайн"),
)
_LEADS: Final = (*("Invoice ", "Rechnung ", "счет № ", "Оплата по счёту ", "inv. no. ", "Счет на оплату №", "INV "),)
_TAILS: Final = ("", ", без НДС", " thank you", ", в т.ч. НДС 20% 1 234,56", " Kd.Nr. 4711", ", договор № 12")
_BARE: Final = ("оплата за услуги", "payment", "hosting", "Dienstleistung", "за месяц")
_OTHER: Final = ("deposit for contract 5", "возврат аванса", "interest", "loan 2026", "взнос по договору № 17")
_FORMS: Final = ("GmbH", "Ltd", "ООО", "АО", "LLC", "BV", "ИП", "AG")
_KINDS: Final[Mapping[str, int]] = {
    "number": 45,
    "bare": 10,
    "list": 8,
    "heap": 4,
    "part": 8,
    "over": 4,
    "note": 4,
    "slip": 4,
    "parent": 4,
    "stranger": 3,
    "other": 6,
}
"""How often, of 100, what happens: see `_Maker`."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Invoices, payments, and what each payment is for in truth, by place; empty where it is for no invoice."""

    invoices: list[Invoice]
    payments: list[Payment]
    truth: list[Truth]
    kinds: list[str]


def made(seed: int, invoices: int, clients: int | None = None) -> Ledger:
    """Return a ledger of about so many invoices and as many payments; the same for the same arguments."""
    scheme = SCHEMES[seed % len(SCHEMES)]
    return _Maker(random.Random(seed), scheme, invoices, clients or max(20, invoices // 50)).ledger()


@dataclass(frozen=True, slots=True)
class _Client:
    name: str
    tax_id: str
    account: str
    monthly: Decimal | None
    tells_tax: bool


class _Maker:
    def __init__(self, chance: random.Random, scheme: Callable[[int], str], invoices: int, clients: int) -> None:
        self.chance, self.scheme, self.number = chance, scheme, 100
        self.wanted = invoices
        self.clients = [self._client(place) for place in range(clients)]
        self.made = Ledger([], [], [], [])

    def ledger(self) -> Ledger:
        kinds, weights = list(_KINDS), list(_KINDS.values())
        while len(self.made.invoices) < self.wanted:
            (kind,) = self.chance.choices(kinds, weights)
            getattr(self, f"_{kind}")(self.chance.choice(self.clients), kind)
        together = list(zip(self.made.payments, self.made.truth, self.made.kinds, strict=True))
        self.chance.shuffle(together)
        return Ledger(self.made.invoices, *(list(each) for each in zip(*together, strict=True)))

    def _client(self, place: int) -> _Client:
        chance = self.chance
        words = [chance.choice(_FIRST), chance.choice(_SECOND), str(place) if chance.random() < 0.7 else ""]
        name = " ".join([chance.choice(_FORMS), *(word for word in words if word)])
        digits = "".join(chance.choice("0123456789") for _ in range(10))
        monthly = Decimal(chance.randrange(50, 900)) if chance.random() < 0.4 else None
        return _Client(name, digits, f"40702810{place:012d}", monthly, chance.random() < 0.5)

    def _invoice(self, client: _Client, at: date | None = None) -> Invoice:
        chance = self.chance
        self.number += 1
        issued = at or START + timedelta(chance.randrange(0, 720))
        amount = client.monthly or Decimal(chance.randrange(1000, 5_000_000)) / 100
        due = issued + timedelta(chance.choice((7, 14, 30)))
        invoice = Invoice(
            *(self.scheme(self.number), client.name, issued, due, amount, "EUR"),
            tax_id=client.tax_id,
        )
        self.made.invoices.append(invoice)
        return invoice

    def _pay(self, client: _Client | None, at: date, amount: Decimal, purpose: str, truth: Truth, kind: str) -> None:
        chance = self.chance
        name = "" if client is None else self._written(client.name)
        tax = client.tax_id if client and client.tells_tax else ""
        account = client.account if client and chance.random() < 0.6 else ""
        number = f"B{len(self.made.payments):07d}"
        self.made.payments.append(Payment("", at, amount, "EUR", name, purpose, number, "DE1", account, tax))
        self.made.truth.append(truth)
        self.made.kinds.append(kind)

    def _written(self, name: str) -> str:
        """A name as a bank has it: in capitals, turned round, without its form, or with a slip."""
        chance, words = self.chance, name.split()
        way = chance.random()
        if way < 0.3:
            return name.upper()
        if way < 0.5:
            return " ".join([*words[1:], words[0]])
        if way < 0.6 and len(words) > 1:
            return " ".join(words[1:])
        if way < 0.65:
            at = chance.randrange(len(name))
            return name[:at] + name[at + 1 :]
        return name

    def _quoted(self, number: str) -> str:
        """A number as payers write it."""
        chance = self.chance
        way = chance.random()
        if way < 0.15:
            number = number.lower()
        elif way < 0.3:
            number = number.replace("-", " ").replace("/", " ")
        elif way < 0.4:
            number = number.replace("-", "")
        elif way < 0.5:
            number = number.replace("-0", "-").replace("-0", "-").replace("/0", "/")
        return chance.choice(_LEADS) + number

    def _late(self, invoice: Invoice) -> date:
        late = round(self.chance.gauss(3, 9)) if self.chance.random() < 0.9 else 60
        return invoice.due + timedelta(late)

    def _when(self, *invoices: Invoice) -> date:
        return max([self._late(invoices[0]), *(each.issued for each in invoices)])

    def _dated(self, invoice: Invoice) -> str:
        return f" от {invoice.issued:%d.%m.%Y}" if self.chance.random() < 0.4 else ""

    def _tail(self) -> str:
        return self.chance.choice(_TAILS)

    def _number(self, client: _Client, kind: str) -> None:
        invoice = self._invoice(client)
        purpose = self._quoted(invoice.number) + self._dated(invoice) + self._tail()
        self._pay(client, self._when(invoice), invoice.amount, purpose, _of(invoice), kind)

    def _bare(self, client: _Client, kind: str) -> None:
        invoice = self._invoice(client)
        self._pay(client, self._when(invoice), invoice.amount, self.chance.choice(_BARE), _of(invoice), kind)

    def _several(self, client: _Client) -> list[Invoice]:
        first = self._invoice(client)
        days = [first.issued + timedelta(3 * number) for number in range(1, self.chance.randrange(2, 5))]
        return [first, *(self._invoice(client, day) for day in days)]

    def _list(self, client: _Client, kind: str) -> None:
        bills = self._several(client)
        numbers = [bill.number for bill in bills]
        lead, link = (
            self.chance.choice(("Invoices ", "счета № ", "Rechnungen ")),
            self.chance.choice((", ", " и ", " and ")),
        )
        purpose = lead + ", ".join(numbers[:-1]) + link + numbers[-1] + self._tail()
        self._pay(client, self._when(*bills), _total(bills), purpose, _of(*bills), kind)

    def _heap(self, client: _Client, kind: str) -> None:
        bills = self._several(client)
        self._pay(client, self._when(*bills), _total(bills), "оплата задолженности", _of(*bills), kind)

    def _part(self, client: _Client, kind: str) -> None:
        invoice = self._invoice(client)
        first = (invoice.amount * self.chance.choice((3, 4, 5, 6)) / 10).quantize(Decimal("0.01"))
        when = self._when(invoice)
        for amount, at in ((first, when), (invoice.amount - first, when + timedelta(14))):
            purpose = self._quoted(invoice.number) + " part"
            self._pay(client, at, amount, purpose, frozenset(((invoice.number, amount),)), kind)

    def _over(self, client: _Client, kind: str) -> None:
        invoice = self._invoice(client)
        more = invoice.amount + Decimal(self.chance.randrange(1, 5000)) / 100
        self._pay(client, self._when(invoice), more, self._quoted(invoice.number), _of(invoice), kind)

    def _note(self, client: _Client, kind: str) -> None:
        invoice = self._invoice(client)
        self.number += 1
        off = -(invoice.amount / self.chance.choice((4, 5, 10))).quantize(Decimal("0.01"))
        note = Invoice(
            *(self.scheme(self.number), client.name, invoice.issued, invoice.issued, off, "EUR"), tax_id=client.tax_id
        )
        self.made.invoices.append(note)
        purpose, left = self._quoted(invoice.number), invoice.amount + off
        self._pay(client, self._when(invoice), left, purpose, _of(invoice, note), kind)

    def _slip(self, client: _Client, kind: str) -> None:
        """One digit of the number is wrong, and so the number of another invoice as a rule."""
        invoice = self._invoice(client)
        number = invoice.number[:-1] + str((int(invoice.number[-1]) + self.chance.randrange(1, 10)) % 10)
        self._pay(client, self._when(invoice), invoice.amount, self._quoted(number), _of(invoice), kind)

    def _parent(self, client: _Client, kind: str) -> None:
        """Another firm pays and quotes the number."""
        invoice, payer = self._invoice(client), _Client("Holding 77 AG", "9" * 10, "X77", None, False)
        self._pay(payer, self._when(invoice), invoice.amount, self._quoted(invoice.number), _of(invoice), kind)

    def _stranger(self, client: _Client, kind: str) -> None:
        """Somebody unknown pays and quotes nothing."""
        invoice = self._invoice(client)
        self._pay(None, self._when(invoice), invoice.amount, "payment", _of(invoice), kind)

    def _other(self, client: _Client, kind: str) -> None:
        """Money that is for no invoice: a deposit, a loan, interest, a refund of ours."""
        at = START + timedelta(self.chance.randrange(0, 720))
        amount = client.monthly or Decimal(self.chance.randrange(1000, 900_000)) / 100
        words = self.chance.choice(_OTHER)
        payer = client if self.chance.random() < 0.3 else None
        self._pay(payer, at, amount * (1 if payer is None else 3), words, frozenset(), kind)


def _total(bills: Sequence[Invoice]) -> Decimal:
    return sum((bill.amount for bill in bills), Decimal(0))


def _of(*bills: Invoice) -> Truth:
    return frozenset((bill.number, bill.amount) for bill in bills)
