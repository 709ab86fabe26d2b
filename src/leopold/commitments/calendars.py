"""Calendars: which days are worked on, and how numbers of days and months are ordered where somebody writes.

Holidays are those of the Python package `holidays` (MIT): national ones, with moved days off as published.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

from leopold.languages import Language

Order = Literal["day", "month", ""]

ONE: Final = timedelta(days=1)
_DAYS_OFF_AHEAD: Final = 31
_MONTH_FIRST: Final = frozenset({"US", "PH", "PR"})


def _never(_: date) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days of a place. `first` is what stands first in 3/12: the day, the month, or "" where nobody knows."""

    country: str = ""
    first: Order = ""
    holiday: Callable[[date], bool] = field(default=_never, compare=False)

    def works(self, day: date) -> bool:
        """Whether people work on that day."""
        return day.weekday() < 5 and not self.holiday(day)

    def after(self, day: date, count: int) -> date:
        """Return the working day that is `count` working days after `day`. OverflowError beyond the year 9999."""
        while count > 0:
            day += ONE
            count -= self.works(day)
        return day

    def of_month(self, year: int, month: int, count: int) -> date:
        """Return the working day number `count` of a month."""
        return self.after(date(year, month, 1) - ONE, count)

    def days_off(self, day: date) -> tuple[date, date] | None:
        """Return the last working day before and the first after the next holidays; None for none in a month."""
        ahead = (day + number * ONE for number in range(1, _DAYS_OFF_AHEAD + 1))
        first = next((each for each in ahead if self.holiday(each) and each.weekday() < 5), None)
        if first is None:
            return None
        before = first - ONE
        while not self.works(before):
            before -= ONE
        return before, self.after(first, 1)


WEEKENDS: Final = Calendar()
"""A place of which we know that Saturdays and Sundays are free."""


@lru_cache(maxsize=64)
def calendar_of(country: str) -> Calendar:
    """Return the calendar of a country by its ISO 3166 code, `WEEKENDS` for "".

    Raises KeyError for a country that nobody has a calendar of.
    """
    if not country:
        return WEEKENDS
    import holidays  # 60 ms: only where days are read

    code = country.upper()
    try:
        days = holidays.country_holidays(code)
    except NotImplementedError:
        raise KeyError(country) from None
    return Calendar(code, "month" if code in _MONTH_FIRST else "day", days.__contains__)


def calendar_for(language: Language) -> Calendar:
    """Return the calendar that letters in a language go by where nobody says which: Russia's, else weekends alone."""
    return calendar_of("RU" if language == "ru" else "")
