"""The arithmetic of days named in words, seen from the day on which somebody writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from leopold.commitments.calendars import ONE, Calendar

PAST: Final = timedelta(days=90)
"""A date without a year that lies back by so much or less is the past one, not next year's."""

FRIDAY: Final = 4
MONTHS: Final = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "янв фев мар апр мае июн июл авг сен окт ноя дек",
        "янв фев мар апр маю июн июл авг сен окт ноя дек",
    )
    for number, name in enumerate(names.split(), 1)
}
WEEKDAYS: Final = {
    name: number
    for names in ("mon tue wed thu fri sat sun", "пон вто сре чет пят суб вос", "пн вт ср чт пт сб вс")
    for number, name in enumerate(names.split())
}


def month_named(name: str) -> int:
    """Return the number of a month named in folded letters."""
    return MONTHS[name[:3]]


def weekday_named(name: str) -> int:
    """Return the number of a weekday named in folded letters, Monday 0."""
    return WEEKDAYS[name[:3] if len(name) > 2 else name]


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of writing and its calendar. Methods raise ValueError or OverflowError where there is no such day."""

    written: date
    calendar: Calendar

    @property
    def monday(self) -> date:
        """The Monday of the week of writing."""
        return self.written - self.written.weekday() * ONE

    def coming(self, weekday: int) -> date:
        """Return the next such weekday, the day of writing included."""
        return self.written + (weekday - self.written.weekday()) % 7 * ONE

    def in_week(self, weekday: int, weeks: int) -> date:
        """Return that weekday `weeks` calendar weeks on."""
        return self.monday + (7 * weeks + weekday) * ONE

    def week_end(self, weeks: int = 0) -> date:
        """Return the Friday of a week, Sunday where that Friday is over."""
        friday = self.in_week(FRIDAY, weeks)
        return friday if friday >= self.written else friday + 2 * ONE

    def month_end(self, months: int = 0) -> date:
        """Return the last day of the month `months` on."""
        count = self.written.year * 12 + self.written.month + months
        return date(count // 12, count % 12 + 1, 1) - ONE

    def months_on(self, months: int) -> date:
        """Return the same day `months` on, the last of that month where it is shorter."""
        last = self.month_end(months)
        return last.replace(day=min(self.written.day, last.day))

    def quarter_end(self, quarters: int = 0) -> date:
        """Return the last day of the quarter `quarters` on."""
        return self.month_end(2 - (self.written.month - 1) % 3 + 3 * quarters)

    def end_of_quarter(self, quarter: int, year: int | None = None) -> date:
        """Return the last day of the quarter of that number, 1 to 4: the next one unless a year is named."""
        return self.end_of_month(3 * quarter, year)

    def end_of_month(self, month: int, year: int | None = None) -> date:
        """Return the last day of the month of that number: the next one unless a year is named."""
        chosen = year if year is not None else self.written.year + (month < self.written.month)
        return date(chosen, month, 28).replace(day=1) + _length(chosen, month) - ONE

    def of_month(self, day: int) -> date:
        """Return the next day of that number, the day of writing included."""
        for months in range(3):
            last = self.month_end(months)
            if day <= last.day and (found := last.replace(day=day)) >= self.written:
                return found
        raise ValueError(day)

    def dated(self, day: int, month: int, year: int | None = None) -> date:
        """Return the date; without a year the next one, unless it has only just gone by: then that."""
        if year is not None:
            return date(year + 2000 * (year < 100), month, day)
        found = date(self.written.year, month, day)
        return found if found >= self.written - PAST else found.replace(year=self.written.year + 1)


def _length(year: int, month: int) -> timedelta:
    return date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)
