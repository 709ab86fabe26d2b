"""Which payment is for which invoices: the sure ones booked, the others offered with reasons.

Two things have to agree before a payment is booked: who paid, or a number that is unmistakable, and the sum. What is
named in the purpose goes first, for all payments; what is told by payer and sum alone comes after, from what is still
open. Credit notes are netted; part payments, one payment for many, and overpayments are booked where the purpose
names the invoices. The same books give the same matches, in whatever order they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final, Literal

from leopold.ledger.names import Names
from leopold.ledger.numbers import Numbers
from leopold.model import Invoice, Payment

Ground = Literal[
    "number",
    "sum",
    "tax_id",
    "account",
    "name",
    "name_like",
    "part",
    "several",
    "overpaid",
    "credit_note",
    "oldest",
    "only_sum",
    "said",
]
"""Why a payment is taken for these invoices; `name_like` is a name that is only alike, `said` that a person said so."""

EARLY: Final = timedelta(days=3)
"""How long before the day of issue a payment may come."""
STATED: Final = timedelta(days=5)
"""How far from the day on which the ledger says an invoice was paid a payment without a number may be for it."""
MOST_SUBSETS: Final = 6
"""Of so many open invoices at most, a sum that only one choice of them makes is sure; beyond, chance makes sums."""
LOOKED_AT: Final = 60

_KNOWN: Final = ("tax_id", "account", "name")


@dataclass(frozen=True, slots=True)
class Share:
    """What of a payment is for one invoice; below zero for a credit note that was taken off."""

    invoice: Invoice
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of one payment: what it is for, and which invoices it is not for."""

    booked: tuple[Share, ...] = ()
    refused: tuple[Invoice, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A payment and what it is for. `rest` is what it holds beyond its shares; an offer has `sure` False.

    `place` is that of the payment among those given: payments may be alike.
    """

    payment: Payment
    shares: tuple[Share, ...]
    rest: Decimal
    grounds: tuple[Ground, ...]
    sure: bool
    place: int = field(default=0, compare=False)

    def paid(self) -> list[tuple[Invoice, Decimal]]:
        """Return the invoices and how much money came for each: what credit notes took off is taken off the last."""
        found = [(share.invoice, share.amount) for share in self.shares if share.amount > 0]
        off = -sum((share.amount for share in self.shares if share.amount < 0), Decimal(0))
        while off > 0 and found:
            invoice, amount = found.pop()
            if amount > off:
                found.append((invoice, amount - off))
            off -= min(off, amount)
        return found


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of all payments: booked, offered for a person to confirm, or nothing found."""

    booked: tuple[Match, ...]
    offered: tuple[Match, ...]
    unmatched: tuple[Payment, ...]

    def open(self, invoices: Iterable[Invoice]) -> dict[Invoice, Decimal]:
        """Return what is left of each invoice after what is booked."""
        left = {invoice: invoice.amount for invoice in invoices}
        for match in self.booked:
            for share in match.shares:
                left[share.invoice] -= share.amount
        return left

    def named(self, payments: Iterable[Payment]) -> tuple[Payment, ...]:
        """Return the payments, those booked cut into one for each of their invoices, which it then names."""
        waiting: dict[Payment, list[Match]] = defaultdict(list)
        for match in reversed(self.booked):
            waiting[match.payment].append(match)
        found: list[Payment] = []
        for payment in payments:
            if payment.invoice or not waiting.get(payment):
                found.append(payment)
                continue
            match = waiting[payment].pop()
            found.extend(
                replace(payment, invoice=bill.number, amount=amount, counterparty=bill.counterparty)
                for bill, amount in match.paid()
            )
        return tuple(found)


def match(
    invoices: Sequence[Invoice], payments: Sequence[Payment], decisions: Mapping[int, Decision] | None = None
) -> Matching:
    """Return which payments are for which invoices. Money that went out is matched to nothing.

    `decisions` is what people said, by the place of the payment: booked first, whatever else would fit; where they
    said only what a payment is not for, all other invoices may be found for it.
    """
    return _Matcher(invoices, payments, decisions or {}).run()


@dataclass(slots=True)
class _Idea:
    """What a payment may be for, by place of the invoices."""

    shares: list[tuple[int, Decimal]]
    grounds: list[Ground]
    sure: bool = False


class _Matcher:
    """The books while they are matched: what is still open, and whose accounts are known by now."""

    def __init__(
        self, invoices: Sequence[Invoice], payments: Sequence[Payment], decisions: Mapping[int, Decision]
    ) -> None:
        self.invoices = sorted(dict.fromkeys(invoices), key=_invoice_order)
        came = [(place, each) for place, each in enumerate(payments) if each.amount > 0]
        came.sort(key=lambda pair: _payment_order(pair[1]))
        self.places = [place for place, _ in came]
        self.payments = [each for _, each in came]
        self.at = {invoice: index for index, invoice in enumerate(self.invoices)}
        self.decisions = {index: decisions[place] for index, place in enumerate(self.places) if place in decisions}
        self.barred: frozenset[int] = frozenset()
        self.open = [invoice.amount for invoice in self.invoices]
        self.numbers = Numbers([invoice.number for invoice in self.invoices])
        self.references = Numbers([invoice.reference for invoice in self.invoices])
        self.names = Names(invoice.counterparty for invoice in self.invoices)
        self.of: dict[str, list[int]] = defaultdict(list)
        self.by_tax: dict[str, set[str]] = defaultdict(set)
        self.by_sum: dict[tuple[Decimal, str], list[int]] = defaultdict(list)
        self.accounts: dict[str, set[str]] = defaultdict(set)
        for index, invoice in enumerate(self.invoices):
            self.of[invoice.counterparty].append(index)
            self.by_sum[invoice.amount, invoice.currency].append(index)
            if invoice.tax_id:
                self.by_tax[_tax(invoice.tax_id)].add(invoice.counterparty)

    def run(self) -> Matching:
        """Book what people said, then what is sure, by numbers before sums, then say what the rest may be for."""
        booked = {index: self._said(index) for index, each in self.decisions.items() if each.booked}
        offered: dict[int, Match] = {}
        for index, payment in self._left(booked):
            idea = self._by_number(payment)
            if idea is not None and idea.sure:
                booked[index] = self._book(index, idea)
        for index, payment in self._left(booked):
            # Who names an invoice may mean another, by a wrong digit, or pay twice: that is for a person to see.
            if not self._numbered(payment):
                idea = self._by_sum(payment, self._whose(payment))
                if idea is not None and idea.sure:
                    booked[index] = self._book(index, idea)
        # Only now is it known what is open: an offer of what somebody else paid is noise.
        for index, payment in self._left(booked):
            idea = self._by_number(payment) or self._by_sum(payment, self._whose(payment))
            idea = idea or self._by_sum_alone(payment)
            if idea is not None:
                offered[index] = self._match(index, _Idea(idea.shares, idea.grounds))
        return Matching(
            tuple(booked[index] for index in sorted(booked)),
            tuple(offered[index] for index in sorted(offered)),
            tuple(each for index, each in enumerate(self.payments) if index not in booked and index not in offered),
        )

    def _left(self, booked: Mapping[int, Match]) -> Iterator[tuple[int, Payment]]:
        """The payments that are not booked; while one is looked at, the invoices that it is not for are barred."""
        for index, payment in enumerate(self.payments):
            if index not in booked:
                refused = self.decisions[index].refused if index in self.decisions else ()
                self.barred = frozenset(self.at[invoice] for invoice in refused if invoice in self.at)
                yield index, payment
        self.barred = frozenset()

    def _said(self, index: int) -> Match:
        """What people said. They may book more than was open: that leaves nothing, not less."""
        booked = self.decisions[index].booked
        idea = _Idea([(self.at[share.invoice], share.amount) for share in booked], ["said"], True)
        found = self._book(index, idea)
        for place, _ in idea.shares:
            less = min if self.invoices[place].amount < 0 else max
            self.open[place] = less(self.open[place], Decimal(0))
        return found

    def _book(self, index: int, idea: _Idea) -> Match:
        for place, amount in idea.shares:
            self.open[place] -= amount
        if account := self.payments[index].payer_account:
            self.accounts[account].add(self.invoices[idea.shares[0][0]].counterparty)
        return self._match(index, idea)

    def _match(self, index: int, idea: _Idea) -> Match:
        shares = tuple(Share(self.invoices[place], amount) for place, amount in idea.shares)
        rest = self.payments[index].amount - sum((amount for _, amount in idea.shares), Decimal(0))
        return Match(self.payments[index], shares, rest, tuple(idea.grounds), idea.sure, self.places[index])

    def _whose(self, payment: Payment) -> dict[str, Ground]:
        """Who may have paid, each with the best ground for it."""
        found: dict[str, Ground] = {}
        if payment.tax_id:
            found.update((name, "tax_id") for name in sorted(self.by_tax.get(_tax(payment.tax_id), ())))
        for name in self.names.same(payment.counterparty):
            found.setdefault(name, "name")
        known = self.accounts.get(payment.payer_account, set()) if payment.payer_account else set()
        if len(known) == 1:
            found.setdefault(next(iter(known)), "account")
        if not found and payment.counterparty:
            found.update((name, "name_like") for name, _ in self.names.near(payment.counterparty))
        return found

    def _payable(self, index: int, payment: Payment) -> bool:
        """Whether an invoice is still open, in this currency, and was issued when the payment came."""
        invoice = self.invoices[index]
        fits = invoice.currency == payment.currency and invoice.issued - payment.at <= EARLY
        return fits and self.open[index] > 0 and index not in self.barred

    def _by_number(self, payment: Payment) -> _Idea | None:
        """What the payment names."""
        groups = self._numbered(payment)
        if not groups:
            return None
        whose = self._whose(payment)
        chosen: list[int] = []
        resolved = 0
        for group in groups:
            payable = [index for index in group if self._payable(index, payment)]
            theirs = [index for index in payable if self.invoices[index].counterparty in whose]
            pick = theirs or payable
            resolved += len(pick) == 1
            if len(pick) == 1 and pick[0] not in chosen:
                chosen.append(pick[0])
            elif len(pick) > 1 and len(groups) == 1:
                return self._one_of(payment, pick, whose)
        if not chosen:
            return None
        idea = self._for(payment, chosen, whose)
        if "sum" not in idea.grounds and not self._stated(payment):
            # A number that cannot be placed, or a sum that fits another invoice of theirs: a digit may be wrong.
            idea.sure = idea.sure and resolved == len(groups) and not self._fits_another(payment, chosen)
        return idea

    def _stated(self, payment: Payment) -> bool:
        """Whether the ledger itself has a column that says which invoice was paid: nobody has to guess."""
        return bool(payment.invoice) and bool(self.numbers.of(payment.invoice))

    def _fits_another(self, payment: Payment, chosen: Sequence[int]) -> bool:
        firm = self.invoices[chosen[0]].counterparty
        return any(
            self.open[index] == payment.amount and self._payable(index, payment) and index not in chosen
            for index in self.of[firm]
        )

    def _numbered(self, payment: Payment) -> list[list[int]]:
        """The invoices that the payment names, for each number those that bear it."""
        own = self.numbers.of(payment.invoice) if payment.invoice else []
        if own or not payment.purpose:
            return [own] if own else []
        return self.numbers.named(payment.purpose) or self.references.named(payment.purpose)

    def _one_of(self, payment: Payment, pick: Sequence[int], whose: dict[str, Ground]) -> _Idea | None:
        """Several invoices bear the number: the sum may tell which."""
        fit = [index for index in pick if self.open[index] == payment.amount]
        if len(fit) != 1:
            return None
        idea = self._for(payment, fit, whose)
        if idea is not None:
            idea.sure = idea.sure and self.invoices[fit[0]].counterparty in whose
        return idea

    def _for(self, payment: Payment, chosen: list[int], whose: dict[str, Ground]) -> _Idea:
        """The payment for the invoices that it names, in order: sure where payer or sum agree."""
        firms = {self.invoices[index].counterparty for index in chosen}
        grounds: list[Ground] = ["number"]
        payer = {whose[firm] for firm in firms if firm in whose}
        grounds.extend(sorted(payer))
        due = sum((self.open[index] for index in chosen), Decimal(0))
        known = len(firms) == 1 and bool(payer)
        certain = len(firms) == 1 and (self._stated(payment) or (known and "name_like" not in payer))
        other = bool(payment.tax_id) and bool(self.by_tax.get(_tax(payment.tax_id))) and not payer
        told = not other and (known or certain or self._unmistakable(chosen, payment))
        if due == payment.amount:
            grounds.append("sum")
            return _Idea([(index, self.open[index]) for index in chosen], [*grounds, *_many(chosen)], told)
        if due > payment.amount:
            netted = self._netted(payment, chosen, due, grounds)
            if netted is not None:
                # Whose credit notes may be taken off is as sure as who paid.
                netted.sure = netted.sure and told and len(firms) == 1
                return netted
            return self._part(payment, chosen, grounds, certain)
        shares = [(index, self.open[index]) for index in chosen]
        return _Idea(shares, [*grounds, *_many(chosen), "overpaid"], certain)

    def _unmistakable(self, chosen: Sequence[int], payment: Payment) -> bool:
        """Whether number and sum alone tell: it is not short, or nobody else's name stands beside it."""
        return all(len(self.invoices[index].number) >= 4 or not payment.counterparty for index in chosen)

    def _netted(self, payment: Payment, chosen: list[int], due: Decimal, grounds: list[Ground]) -> _Idea | None:
        """The named invoices less credit notes of that counterparty that make up the difference exactly."""
        firm = self.invoices[chosen[0]].counterparty
        notes = [
            index
            for index in self.of[firm]
            if self.open[index] < 0
            and index not in self.barred
            and self.invoices[index].currency == payment.currency
            and self.invoices[index].issued <= payment.at
        ]
        wanted = payment.amount - due
        fits = [
            choice
            for size in range(1, min(3, len(notes)) + 1)
            for choice in combinations(notes[:12], size)
            if sum((self.open[index] for index in choice), Decimal(0)) == wanted
        ]
        if not fits:
            return None
        numbers = {self.invoices[index].number for index in chosen}
        own = [fit for fit in fits if all(self.invoices[index].credits in numbers for index in fit)]
        best = (own or fits)[0]
        shares = [(index, self.open[index]) for index in (*chosen, *best)]
        sure = len(own) == 1 or (len(fits) == 1 and len(best) == 1)
        return _Idea(shares, [*grounds, "credit_note", *_many(chosen)], sure)

    def _part(self, payment: Payment, chosen: list[int], grounds: list[Ground], certain: bool) -> _Idea:
        """A payment of less than is due, for the named invoices from the oldest on."""
        left, shares = payment.amount, []
        for index in sorted(chosen):
            taken = min(left, self.open[index])
            if taken > 0:
                shares.append((index, taken))
                left -= taken
        return _Idea(shares, [*grounds, "part", *_many(chosen)], certain and len(chosen) == 1)

    def _by_sum(self, payment: Payment, whose: dict[str, Ground]) -> _Idea | None:
        """What the payer has open that comes to the sum."""
        if not whose:
            return None
        ideas = [(firm, ground, self._of_firm(payment, firm, ground)) for firm, ground in whose.items()]
        found = [idea for _, _, idea in ideas if idea is not None]
        if not found:
            return None
        sure = [idea for idea in found if idea.sure]
        if len(whose) == 1 and sure:
            return sure[0]
        best = (sure or found)[0]
        return _Idea(best.shares, best.grounds, False)

    def _of_firm(self, payment: Payment, firm: str, ground: Ground) -> _Idea | None:
        known = ground in _KNOWN
        waiting = [index for index in self.of[firm] if self._payable(index, payment) and self._may(index, payment)]
        exact = [index for index in waiting if self.open[index] == payment.amount]
        if exact:
            # Where several are alike, which one it is nobody can tell; people mean the oldest.
            alone = len(exact) == 1 and known and self.open[exact[0]] == self.invoices[exact[0]].amount
            grounds: list[Ground] = [ground, "sum"] if len(exact) == 1 else [ground, "sum", "oldest"]
            return _Idea([(exact[0], payment.amount)], grounds, alone)
        several = self._several(payment, waiting)
        if several is not None:
            chosen, sure = several
            return _Idea([(index, self.open[index]) for index in chosen], [ground, "sum", "several"], sure and known)
        if not waiting:
            return None
        left, shares = payment.amount, []
        for index in waiting:
            taken = min(left, self.open[index])
            if taken <= 0:
                break
            shares.append((index, taken))
            left -= taken
        return _Idea(shares, [ground, "oldest"], False)

    def _several(self, payment: Payment, waiting: Sequence[int]) -> tuple[list[int], bool] | None:
        """Open invoices that come to the sum: the oldest ones together, or the only choice that does."""
        waiting = waiting[:LOOKED_AT]
        if len(waiting) < 2:
            return None
        total, oldest = Decimal(0), 0
        for count, index in enumerate(waiting, 1):
            total += self.open[index]
            if total == payment.amount and count > 1:
                oldest = count
        few = len(waiting) <= MOST_SUBSETS
        fits = [
            choice
            for size in range(2, (len(waiting) if few else 3) + 1)
            for choice in combinations(waiting if few else waiting[:12], size)
            if sum((self.open[index] for index in choice), Decimal(0)) == payment.amount
        ]
        if len(fits) == 1:
            return list(fits[0]), few
        if oldest:
            return list(waiting[:oldest]), False
        return (list(fits[0]), False) if fits else None

    def _may(self, index: int, payment: Payment) -> bool:
        paid = self.invoices[index].paid
        return paid is None or abs(paid - payment.at) <= STATED

    def _by_sum_alone(self, payment: Payment) -> _Idea | None:
        fit = [
            index
            for index in self.by_sum.get((payment.amount, payment.currency), ())
            if self._payable(index, payment) and self._may(index, payment)
        ]
        return _Idea([(fit[0], payment.amount)], ["only_sum"], False) if len(fit) == 1 else None


def _many(chosen: Sequence[int]) -> list[Ground]:
    return ["several"] if len(chosen) > 1 else []


def _tax(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())


def _invoice_order(invoice: Invoice) -> tuple[object, ...]:
    return (invoice.issued, invoice.due, invoice.number, invoice.counterparty, invoice.amount, invoice.currency)


def _payment_order(payment: Payment) -> tuple[object, ...]:
    return (
        *(payment.at, payment.reference, payment.amount, payment.currency, payment.counterparty, payment.purpose),
        *(payment.invoice, payment.account, payment.payer_account, payment.tax_id),
    )
