"""A payment plan that the other side can keep, from how money has come from it so far.

From enough days of payment, parts are of a size that it has paid in three of four cases, at the pace and, where it
pays by the month, on the day of the month that it is used to. Too little known gives equal monthly parts, and says so.
The parts are a proposal: they become promises when both sides agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise
from statistics import median
from typing import Final, Literal

from leopold.commitments.calendars import WEEKENDS, Calendar
from leopold.errors import DunningError
from leopold.model import ENOUGH_OUTCOMES, Payment

MOST_PARTS: Final = 12
EQUAL_PARTS: Final = 3
"""Parts where nothing is known of how they pay."""
LEAD: Final = 7
"""Days that the first part is ahead, at least: a plan has to be read and agreed to first."""
MONTH: Final = range(26, 36)
"""Medians of days between payments that mean: by the month."""
SHORTEST: Final = 7
LONGEST: Final = 62
LATEST: Final = 60
"""Days of payment that are looked at, the latest ones."""
NEAR: Final = 2
"""Days of the month that count as the same."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is to be paid on a day."""

    due: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """Parts that add up exactly to what is open, and what they rest on.

    With `basis` "rhythm": money came on `n` days, half of them at most `gap` days apart; in three of four cases it was
    `usual` or more; `month_day` is the day of the month that is usual, None where there is none. "few" says that `n`
    days are too few to say anything, and the other figures are None.
    """

    currency: str
    parts: tuple[Part, ...]
    basis: Literal["rhythm", "few"]
    n: int
    gap: int | None = None
    usual: Decimal | None = None
    month_day: int | None = None

    @property
    def total(self) -> Decimal:
        """What all parts come to."""
        return sum((part.amount for part in self.parts), Decimal(0))


def propose(
    amount: Decimal,
    currency: str,
    payments: Iterable[Payment],
    day: date,
    calendar: Calendar = WEEKENDS,
    parts: int | None = None,
) -> PlanProposal:
    """Return a plan for an open `amount`, made on `day` from the payments of one counterparty up to then.

    `parts` is a number that a person asks for. Raises DunningError for nothing open, and for no or too many parts.
    """
    if amount <= 0:
        raise DunningError("plan_nothing", amount=f"{amount:f}", currency=currency)
    if parts is not None and not 1 <= parts <= MOST_PARTS:
        raise DunningError("plan_parts", parts=parts, most=MOST_PARTS)
    came: defaultdict[date, Decimal] = defaultdict(Decimal)
    for each in payments:
        if each.currency == currency and each.amount > 0 and each.at <= day:
            came[each.at] += each.amount
    days = sorted(came)
    if len(days) < ENOUGH_OUTCOMES:
        amounts = _equal(amount, parts or EQUAL_PARTS)
        return PlanProposal(currency, _dated(amounts, day, 30, None, calendar), "few", len(days))
    # Habits change: of a long record the end counts.
    days = days[-LATEST:]
    gap = round(median((later - before).days for before, later in pairwise(days)))
    usual = sorted(came[each] for each in days)[len(days) // 4]
    month_day = _usual_day(days) if gap in MONTH else None
    amounts = _equal(amount, parts) if parts else _sized(amount, usual)
    dated = _dated(amounts, day, min(max(gap, SHORTEST), LONGEST), month_day, calendar)
    return PlanProposal(currency, dated, "rhythm", len(days), gap, usual, month_day)


def _usual_day(days: Sequence[date]) -> int | None:
    """Return the day of the month about which at least three of five payments lie; None for none."""
    counts = Counter(each.day for each in days)
    around = {day: sum(counts[other] for other in range(day - NEAR, day + NEAR + 1)) for day in counts}
    best = max(around, key=lambda each: (around[each], counts[each], -each))
    return best if around[best] * 5 >= len(days) * 3 else None


def _quantum(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))


def _equal(amount: Decimal, count: int) -> list[Decimal]:
    """Return parts as equal as the smallest unit of the amount lets them be, the last taking the rest."""
    each = (amount / count).quantize(_quantum(amount), ROUND_DOWN)
    if each <= 0:
        return [amount]
    return [each] * (count - 1) + [amount - each * (count - 1)]


def _sized(amount: Decimal, usual: Decimal) -> list[Decimal]:
    """Return parts of a usual size, the last one smaller; equal ones where they would be too many."""
    whole = int(amount // usual)
    count = whole + (amount > usual * whole)
    if count > MOST_PARTS:
        return _equal(amount, MOST_PARTS)
    rest = amount - usual * (count - 1)
    # A crumb at the end is more trouble than it is worth.
    if count > 1 and rest * 4 < usual:
        return [usual] * (count - 2) + [usual + rest]
    return [usual] * (count - 1) + [rest]


def _dated(
    amounts: Sequence[Decimal], day: date, gap: int, month_day: int | None, calendar: Calendar
) -> tuple[Part, ...]:
    found: list[Part] = []
    at = day + timedelta(LEAD)
    if month_day is not None and at.day > month_day:
        at = _in_month(at, month_day, 1)
    elif month_day is not None:
        at = _in_month(at, month_day, 0)
    for number, amount in enumerate(amounts):
        on = at + timedelta(gap * number) if month_day is None else _in_month(at, month_day, number)
        found.append(Part(on if calendar.works(on) else calendar.after(on, 1), amount))
    return tuple(found)


def _in_month(at: date, month_day: int, months: int) -> date:
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(month_day, last))
