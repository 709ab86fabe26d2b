"""What the forms of time phrases mean that only Russian has.

Each takes what a form matched and the clock of the day of writing; ValueError, OverflowError or KeyError say that
there is no such day.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from leopold.commitments.calendars import ONE
from leopold.commitments.clock import Clock, month_named, weekday_named
from leopold.commitments.numbers import DAYS_OF_MONTH, ORDINALS


def weekday_dated(found: re.Match[str], clock: Clock) -> date | None:
    """A weekday with its day: the next date on which both agree, None for none."""
    day, weekday = int(found["d"]), weekday_named(found["w"])
    if found["m"]:
        meant = clock.dated(day, month_named(found["m"]))
        return meant if meant.weekday() == weekday else None
    for months in range(4):
        last = clock.month_end(months)
        if day <= last.day and (one := last.replace(day=day)) >= clock.written and one.weekday() == weekday:
            return one
    return None


def dated(found: re.Match[str], clock: Clock) -> date:
    """A day and a named month."""
    return clock.dated(int(found["d"]), month_named(found["m"]), int(found["y"]) if found["y"] else None)


def in_words(found: re.Match[str], clock: Clock) -> date:
    """A day whose number is a word, with or without its month."""
    day = DAYS_OF_MONTH[found["d"]]
    return clock.dated(day, month_named(found["m"])) if found["m"] else clock.of_month(day)


def end_of(found: re.Match[str], clock: Clock) -> date:
    """The end of this period or the next."""
    later = int((found["which"] or "").startswith(("следующ", "будущ")))
    match found["p"]:
        case "недели":
            return clock.week_end(later)
        case "месяца":
            return clock.month_end(later)
        case "квартала":
            return clock.quarter_end(later)
    return date(clock.written.year + later, 12, 31)


def end_of_month(found: re.Match[str], clock: Clock) -> date:
    """The last day of a named month."""
    return clock.end_of_month(month_named(found["m"]), int(found["y"]) if found["y"] else None)


def quarter(found: re.Match[str], clock: Clock) -> date:
    """The last day of a numbered quarter."""
    which = found["q"]
    return clock.end_of_quarter(ORDINALS[which] if which in ORDINALS else int(which[0]))


def half_year(found: re.Match[str], clock: Clock) -> date:
    """The last day of a half of the year: of this one where none is named."""
    named = {"первого": 6, "второго": 12}.get(found["n"] or "")
    return clock.end_of_month(named or (6 if clock.written.month <= 6 else 12))


def decade(found: re.Match[str], clock: Clock) -> date:
    """The last day of the first, second or last ten days of a month."""
    which = ORDINALS.get(found["n"], 3)
    month = month_named(found["m"])
    return clock.end_of_month(month) if which == 3 else clock.dated(10 * which, month)


def night(found: re.Match[str], clock: Clock) -> date:
    """The morning that a night leads to."""
    if found["n"]:
        return clock.dated(int(found["d"]), int(found["n"]))
    return clock.dated(int(found["d"]), month_named(found["m"])) if found["m"] else clock.of_month(int(found["d"]))


def workday_of_month(found: re.Match[str], clock: Clock) -> date | None:
    """The working day of that number in a month or quarter."""
    which = ORDINALS.get(found["n"])
    if which is None:
        return None
    months = [clock.end_of_month(month_named(found["m"]))] if found["m"] else [clock.month_end(), clock.month_end(1)]
    days = (clock.calendar.of_month(each.year, each.month, which) for each in months)
    return next((day for day in days if day >= clock.written), None)


def may(clock: Clock) -> tuple[date, date]:
    """The working days before the first and after the second of the holidays in May."""
    start = date(clock.written.year, 4, 30)
    if clock.written > start + 11 * ONE:
        start = start.replace(year=start.year + 1)
    days = clock.calendar.days_off(start), clock.calendar.days_off(start + 8 * ONE)
    if days[0] is None or days[1] is None:
        raise ValueError(clock.written)
    return days[0][0], days[1][1]


_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def roman(found: re.Match[str], clock: Clock) -> date:
    """The last day of a quarter in Roman or other numerals."""
    which = found["q"]
    return clock.end_of_quarter(_ROMAN[which]) if which in _ROMAN else quarter(found, clock)
