"""What forms of time phrases mean, in any language.

Each takes what a form matched and the clock of the day of writing; ValueError, OverflowError or KeyError say that
there is no such day.
"""

from __future__ import annotations

import re
from datetime import date

from leopold.commitments.calendars import ONE
from leopold.commitments.clock import FRIDAY, Clock, month_named, weekday_named
from leopold.commitments.numbers import ORDINALS, number


def year_of(text: str | None) -> int | None:
    """Return the year that digits say; None for no digits."""
    return int(text) if text else None


def weekday(found: re.Match[str], clock: Clock) -> date:
    """The next such weekday."""
    return clock.coming(weekday_named(found["w"]))


def next_weekday(found: re.Match[str], clock: Clock) -> date:
    """That weekday of the next calendar week."""
    return clock.in_week(weekday_named(found["w"]), 1)


def weekday_dated(found: re.Match[str], clock: Clock) -> date | None:
    """A weekday with its day: the next date on which both agree, None for none."""
    part = found.groupdict()
    day, weekday = int(part["d"]), weekday_named(part["w"])
    if part.get("m"):
        meant = [clock.dated(day, month_named(part["m"]), year_of(part.get("y")))]
    else:
        first = clock.of_month(day)
        later = (clock.months_on(months) for months in (1, 2, 3))
        meant = [first, *(each.replace(day=day) for each in later if has(each, day))]
    return next((each for each in meant if each.weekday() == weekday), None)


def has(month: date, day: int) -> bool:
    try:
        month.replace(day=day)
    except ValueError:
        return False
    return True


def weekday_slash(found: re.Match[str], clock: Clock) -> date | None:
    """A weekday with figures: the order of figures that agrees with it."""
    one, two, weekday = int(found["a"]), int(found["b"]), weekday_named(found["w"])
    tried = [(day, month) for day, month in ((one, two), (two, one)) if 1 <= month <= 12 and 1 <= day <= 31]
    return next((meant for pair in tried if (meant := clock.dated(*pair)).weekday() == weekday), None)


def slash(found: re.Match[str], clock: Clock) -> date | None:
    """Figures with a slash: by what they can mean, else by the order of the country."""
    one, two, year = int(found["a"]), int(found["b"]), year_of(found["y"])
    if one == two or two > 12 >= one:
        return clock.dated(two, one, year)
    if one > 12 >= two:
        return clock.dated(one, two, year)
    first = clock.calendar.first
    if not first:
        return None
    return clock.dated(one, two, year) if first == "day" else clock.dated(two, one, year)


def named_date(found: re.Match[str], clock: Clock) -> date:
    """A day and a named month."""
    return clock.dated(int(found["d"]), month_named(found["m"]), year_of(found["y"]))


def ordinal_of(found: re.Match[str], clock: Clock) -> date:
    """The day of that number of a month named or meant."""
    day = int(found["o"]) if found["o"].isdigit() else ORDINALS[found["o"]]
    if found["m"] == "next month":
        return clock.month_end(1).replace(day=day)
    return clock.of_month(day) if "month" in found["m"] else clock.dated(day, month_named(found["m"]))


def numeric(found: re.Match[str], clock: Clock) -> date:
    """Day, month and year in figures."""
    return clock.dated(int(found["d"]), int(found["m"]), year_of(found["y"]))


def of_month(found: re.Match[str], clock: Clock) -> date:
    """The next day of that number."""
    return clock.of_month(int(found["d"]))


def after_days(found: re.Match[str], clock: Clock) -> date:
    """So many days on."""
    return clock.written + number(found["n"]) * ONE


def after_weeks(found: re.Match[str], clock: Clock) -> date:
    """So many weeks on."""
    return clock.written + 7 * number(found["n"] or "1") * ONE


def after_months(found: re.Match[str], clock: Clock) -> date:
    """So many months on."""
    return clock.months_on(number(found["n"] or "1"))


def after_workdays(found: re.Match[str], clock: Clock) -> date:
    """So many working days on."""
    return clock.calendar.after(clock.written, number(found["n"]))


def after_hours(found: re.Match[str], clock: Clock) -> date | None:
    """Hours that make days, or few enough to end on the same day."""
    hours = number(found["n"])
    return clock.written + hours // 24 * ONE if hours % 24 == 0 else clock.written if hours < 6 else None


def end_of(found: re.Match[str], clock: Clock) -> date:
    """The end of this period or the next."""
    later = (found["which"] or "").strip() in ("next", "the next")
    match found["p"]:
        case "week":
            return clock.week_end(int(later))
        case "month":
            return clock.month_end(int(later))
        case "quarter":
            return clock.quarter_end(int(later))
        case "year":
            return date(clock.written.year + later, 12, 31)
    return clock.written + later * ONE


def end_of_month(found: re.Match[str], clock: Clock) -> date:
    """The last day of a named month."""
    return clock.end_of_month(month_named(found["m"]), year_of(found["y"]))


def end_of_quarter(found: re.Match[str], clock: Clock) -> date:
    """The last day of a numbered quarter."""
    which = found["q"]
    return clock.end_of_quarter(int(which) if which.isdigit() else ORDINALS[which], year_of(found["y"]))


def middle_of_month(found: re.Match[str], clock: Clock) -> date:
    """The 15th of a named month."""
    return clock.dated(15, month_named(found["m"]))


def workday_of_month(found: re.Match[str], clock: Clock) -> date | None:
    """The working day of that number in a month or quarter."""
    which = ORDINALS.get(found["n"])
    if which is None:
        return None
    if found["m"]:
        first = clock.end_of_month(month_named(found["m"]))
        return clock.calendar.of_month(first.year, first.month, which)
    if found["q"]:
        start = clock.quarter_end() + ONE
        this = clock.calendar.of_month(*quarter_of(clock.written), which)
        return this if this >= clock.written else clock.calendar.of_month(start.year, start.month, which)
    months = (clock.month_end(step) for step in ((1,) if found["next"] else (0, 1)))
    days = (clock.calendar.of_month(each.year, each.month, which) for each in months)
    return next(day for day in days if day >= clock.written)


def quarter_of(day: date) -> tuple[int, int]:
    return day.year, day.month - (day.month - 1) % 3


def week_of(found: re.Match[str], clock: Clock) -> date:
    """The Friday of the week of a date."""
    day = clock.dated(int(found["d"]), month_named(found["m"]))
    return day + (FRIDAY - day.weekday()) * ONE


def black_friday(_: re.Match[str], clock: Clock) -> date:
    """The Friday after the fourth Thursday of November."""
    november = date(clock.written.year, 11, 1)
    return november + ((3 - november.weekday()) % 7 + 22) * ONE


def christmas(found: re.Match[str], clock: Clock) -> date:
    """Christmas Day or Eve."""
    return clock.dated(24 if found["eve"] else 25, 12)


def before_days_off(_: re.Match[str], clock: Clock) -> date | None:
    """The last working day before the next holidays."""
    days = clock.calendar.days_off(clock.written)
    return days[0] if days else None


def after_days_off(_: re.Match[str], clock: Clock) -> date | None:
    """The first working day after the next holidays."""
    days = clock.calendar.days_off(clock.written)
    return days[1] if days else None
