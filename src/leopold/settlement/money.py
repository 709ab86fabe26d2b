"""Money alone: secret acceptances on a visible grid of amounts.

The payer accepts all amounts up to one, the receiver all from one; neither sees the other's. There is a deal if and
only if some amount of the grid is accepted by both, and it is the middle one of these. After no deal both know only
that there is none.

What a deal tells: the price, and so, to whoever knows their own acceptance, the other's to within one step. No rule
that takes the middle can hide it; a wide step hides more. Not copied from others: matching within a percentage, which
can settle above what the payer accepts, and the midpoint of two free bids, which tells the other's bid to the penny.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from typing import Literal, TypeAlias

from leopold.errors import SettlementError

Role: TypeAlias = Literal["payer", "receiver"]

MOST_AMOUNTS = 1001
"""The most amounts of a grid: more would name a secret limit almost to the penny."""
MOST_DIGITS = 24
"""The most digits of an amount, before and after the point together."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The amounts that can be agreed on: low, low + step, … high, in a currency (three capitals).

    Everybody sees it. Raises SettlementError for bounds out of order, a step that does not lead from one to the other,
    too many amounts or digits, and what is no currency.
    """

    low: Decimal
    high: Decimal
    step: Decimal
    currency: str

    def __post_init__(self) -> None:
        for amount in (self.low, self.high, self.step):
            _check_digits(amount)
        if not re.fullmatch("[A-Z]{3}", self.currency):
            raise SettlementError("grid_currency", currency=self.currency)
        if self.low < 0 or self.high < self.low or self.step <= 0:
            raise SettlementError("grid_out_of_order", low=str(self.low), high=str(self.high), step=str(self.step))
        with localcontext(prec=3 * MOST_DIGITS):
            steps = (self.high - self.low) / self.step
            if steps + 1 > MOST_AMOUNTS:
                raise SettlementError("grid_too_fine", most=MOST_AMOUNTS)
            if steps != int(steps):
                raise SettlementError("grid_does_not_fit", low=str(self.low), high=str(self.high), step=str(self.step))

    def __len__(self) -> int:
        with localcontext(prec=3 * MOST_DIGITS):
            return int((self.high - self.low) / self.step) + 1

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Return all amounts, ascending."""
        return tuple(self.amount(number) for number in range(len(self)))

    def amount(self, number: int) -> Decimal:
        """Return the amount that many steps above the lowest."""
        with localcontext(prec=3 * MOST_DIGITS):
            return self.low + number * self.step

    def number(self, amount: Decimal) -> int:
        """Return how many steps an amount stands above the lowest; SettlementError when it is not on the grid."""
        _check_digits(amount)
        with localcontext(prec=3 * MOST_DIGITS):
            steps = (amount - self.low) / self.step
            if not self.low <= amount <= self.high or steps != int(steps):
                raise SettlementError(
                    "amount_off_grid",
                    amount=str(amount),
                    low=str(self.low),
                    high=str(self.high),
                    step=str(self.step),
                    currency=self.currency,
                )
            return int(steps)

    def accept(self, role: Role, limit: Decimal | None) -> Acceptance:
        """Return what one side accepts: the payer all up to the limit, the receiver all from it; None is nothing.

        Raises SettlementError when the limit is not on the grid; it is for the eyes of this side alone.
        """
        return Acceptance(self, role, None if limit is None else self.number(limit))


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a side accepts in a round: the number of the last amount (payer) or the first (receiver). Never printed."""

    grid: Grid
    role: Role
    limit: int | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class MoneyTalks:
    """Rounds of secret acceptances at one table; all that is in it may be seen by both sides.

    grid    the amounts
    table   the number of the table, which its host counts up; it decides with the round who gets an odd step
    rounds  how many there may be; both know it from the start
    played  how many have been
    agreed  the amount of the deal; None while there is none
    """

    grid: Grid
    table: int
    rounds: int
    played: int = 0
    agreed: Decimal | None = None

    def __post_init__(self) -> None:
        if self.rounds < 1:
            raise SettlementError("no_rounds", rounds=self.rounds)

    @property
    def open(self) -> bool:
        """Tell whether another round may be played."""
        return self.agreed is None and self.played < self.rounds

    def play(self, payer: Acceptance, receiver: Acceptance) -> MoneyTalks:
        """Return the talks after one more round, once both sides have locked in.

        After no deal the result is the same whatever was accepted. Where two amounts stand in the middle, the lower is
        taken when table and round number sum to an even number, else the higher. Raises SettlementError when the talks
        are over, or when the two are not a payer and a receiver on this grid; the error names no amount.
        """
        if not self.open:
            raise SettlementError("talks_over")
        ours = payer.grid == receiver.grid == self.grid
        if not ours or (payer.role, receiver.role) != ("payer", "receiver"):
            raise SettlementError("acceptances_do_not_meet")
        played = self.played + 1
        if payer.limit is None or receiver.limit is None or payer.limit < receiver.limit:
            return replace(self, played=played)
        middle = (payer.limit + receiver.limit + (self.table + played) % 2) // 2
        return replace(self, played=played, agreed=self.grid.amount(middle))


def _check_digits(amount: Decimal) -> None:
    if not amount.is_finite():
        raise SettlementError("amount_no_number", amount=str(amount))
    _, digits, exponent = amount.as_tuple()
    if len(digits) > MOST_DIGITS or abs(int(exponent)) > MOST_DIGITS:
        raise SettlementError("amount_too_long", most=MOST_DIGITS)
