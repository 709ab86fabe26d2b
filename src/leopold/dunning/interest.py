"""Late interest as a law gives it, worked out line by line. It is information: charging it is a person's decision.

- Russia, article 395 of the Civil Code: the key rate of each period, over a year of 365 or 366 days, from the day after
  the due day to the day of payment, that day included (Supreme Court plenum, resolution 7 of 24 March 2016, paragraph
  48). A due day on which nobody works moves to the next working day (article 193).
- European Union, directive 2011/7: the reference rate of each half year and 8 points more, from the day after the due
  day (article 3), and a fixed 40 EUR for each late invoice (article 6). How national laws go beyond is not looked at.

Sums are exact until they are rounded, once, to two decimals: cutting a period in two changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from leopold.commitments.calendars import Calendar
from leopold.dunning.interest_rates import ECB_REFERENCE, KEY_RATE, Rates
from leopold.errors import DunningError

Law = Literal["ru_395", "eu_2011_7"]

MARGIN: Final = Decimal(8)
"""Points that directive 2011/7/EU adds to the reference rate, at least (article 2)."""
FIXED: Final = Decimal(40)
"""What directive 2011/7/EU gives for the costs of recovery, in EUR, at least (article 6)."""
APPLIES: Final = date(2013, 3, 16)
"""Contracts from this day on are under directive 2011/7/EU in every member state (article 12)."""

_DAY: Final = timedelta(days=1)
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """Interest from `since` to `until`, both included: `base` × `days` × `rate` % / `year` days.

    `guessed` says that the days lie after the last known rate, which was used.
    """

    since: date
    until: date
    base: Decimal
    rate: Decimal
    year: int
    guessed: bool

    @property
    def days(self) -> int:
        """How many days it is for."""
        return (self.until - self.since).days + 1

    @property
    def exact(self) -> Fraction:
        """The interest, not rounded."""
        return Fraction(self.base) * self.days * Fraction(self.rate) / (100 * self.year)

    @property
    def amount(self) -> Decimal:
        """The interest, rounded to two decimals."""
        return rounded(self.exact)


@dataclass(frozen=True, slots=True)
class Interest:
    """Late interest by a law, with its lines in the order of time. `fixed` is what the law adds once, or nought.

    `known_until` is the last day of which the rate is known.
    """

    law: Law
    currency: str
    lines: tuple[Line, ...]
    fixed: Decimal
    source: str
    known_until: date

    @property
    def exact(self) -> Fraction:
        """The interest without the fixed sum, not rounded."""
        return sum((line.exact for line in self.lines), Fraction(0))

    @property
    def amount(self) -> Decimal:
        """The interest without the fixed sum, rounded once; the rounded lines may add up to a little else."""
        return rounded(self.exact)

    @property
    def days(self) -> int:
        """Days of delay that bear interest."""
        return sum(line.days for line in self.lines)

    @property
    def guessed(self) -> bool:
        """Whether part of it rests on a rate that was not known to be in force."""
        return any(line.guessed for line in self.lines)


Paid = tuple[date, Decimal]
"""A payment on a debt: its day and its amount."""


def article_395(
    amount: Decimal,
    currency: str,
    due: date,
    until: date,
    payments: Iterable[Paid] = (),
    calendar: Calendar | None = None,
    rates: Rates = KEY_RATE,
) -> Interest:
    """Return the interest of article 395 on a debt in roubles that was due on `due`, to the evening of `until`.

    A payment lowers the base from the day after it. With a `calendar`, a due day on which nobody works moves on.
    Raises DunningError for another currency, and for days before the first rate.
    """
    if currency != "RUB":
        raise DunningError("interest_currency", currency=currency, needed="RUB")
    if calendar is not None and not calendar.works(due):
        due = calendar.after(due, 1)
    lines = _lines(amount, due, until, payments, rates, Decimal(0), rates.since)
    return Interest("ru_395", currency, lines, Decimal(0), rates.source, rates.until)


def directive_2011_7(
    amount: Decimal,
    currency: str,
    due: date,
    until: date,
    payments: Iterable[Paid] = (),
    rates: Rates = ECB_REFERENCE,
) -> Interest:
    """Return the interest of directive 2011/7/EU on an invoice in euros due on `due`, to the evening of `until`.

    A payment lowers the base from the day after it. The fixed sum is due as soon as any interest is. Raises
    DunningError for another currency, and for a debt that was due before the directive applied.
    """
    if currency != "EUR":
        raise DunningError("interest_currency", currency=currency, needed="EUR")
    lines = _lines(amount, due, until, payments, rates, MARGIN, max(APPLIES, rates.since))
    fixed = FIXED if any(line.base for line in lines) else Decimal(0)
    return Interest("eu_2011_7", currency, lines, fixed, rates.source, rates.until)


def _lines(
    amount: Decimal, due: date, until: date, payments: Iterable[Paid], rates: Rates, margin: Decimal, first: date
) -> tuple[Line, ...]:
    if until <= due:
        return ()
    if due + _DAY < first:
        raise DunningError("interest_early", day=(due + _DAY).isoformat(), first=first.isoformat())
    found = []
    paid: defaultdict[date, Decimal] = defaultdict(Decimal)
    for day, sum_ in payments:
        paid[max(day, due)] += sum_
    left = amount - paid.pop(due, Decimal(0))
    for since, last in _stretches(due + _DAY, until, rates, paid):
        if left > 0:
            rate = [rate for day, rate in rates.steps if day <= since][-1]
            found.append(Line(since, last, left, rate + margin, _days_of(since.year), since > rates.until))
        left -= paid.get(last, Decimal(0))
    return tuple(found)


def _stretches(since: date, until: date, rates: Rates, paid: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield the days from `since` to `until` in stretches over which neither rate, base nor length of year changes."""
    begins = {since, rates.until + _DAY}
    begins.update(day for day, _ in rates.steps)
    begins.update(day + _DAY for day in paid)
    begins.update(date(year, 1, 1) for year in range(since.year + 1, until.year + 1) if _turns(year))
    inside = sorted(day for day in begins if since <= day <= until)
    for day, following in zip(inside, [*inside[1:], until + _DAY], strict=True):
        yield day, following - _DAY


def _turns(year: int) -> bool:
    return _days_of(year) != _days_of(year - 1)


def _days_of(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def rounded(exact: Fraction) -> Decimal:
    """Return an exact sum of money, nought or more, rounded half up to two decimals."""
    cents = exact * 100
    return Decimal((2 * cents.numerator + cents.denominator) // (2 * cents.denominator)) * _CENT
