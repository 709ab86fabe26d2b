"""The forms of time phrases in English. Readings are told in docs/dates.md."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from leopold.commitments.calendars import ONE
from leopold.commitments.clock import FRIDAY, Clock, month_named, weekday_named
from leopold.commitments.forms import Form, compiler, nothing
from leopold.commitments.numbers import ORDINALS, number

_compiled = compiler(
    {
        "WEEKDAY": r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
        "SHORT": r"(?:mon|tues?|weds?|thurs?|thur|fri|sat|sun)",
        "MONTH": (
            r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
            r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
        ),
        "SUFFIX": r"(?:st|nd|rd|th)",
        "PERIOD": r"(?:week|month|quarter|year|day)",
        "DAYS": r"(?:calendar )?days?",
        "WORKDAYS": r"(?:working|business|work)[ -]days?",
        "ANCHOR": (
            r"(?: (?:after|of|from|following|upon|once|as of|since|on)"
            r"(?! (?:today|now|this (?:mail|email|letter|message)|writing))\b)"
        ),
    }
)


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _weekday(found: re.Match[str], clock: Clock) -> date:
    return clock.coming(weekday_named(found["w"]))


def _next_weekday(found: re.Match[str], clock: Clock) -> date:
    return clock.in_week(weekday_named(found["w"]), 1)


def _week_after(found: re.Match[str], clock: Clock) -> date:
    return clock.coming(weekday_named(found["w"])) + 7 * ONE


def _weekday_dated(found: re.Match[str], clock: Clock) -> date | None:
    part = found.groupdict()
    day, weekday = int(part["d"]), weekday_named(part["w"])
    if part.get("m"):
        meant = [clock.dated(day, month_named(part["m"]), _year(part.get("y")))]
    else:
        first = clock.of_month(day)
        later = (clock.months_on(months) for months in (1, 2, 3))
        meant = [first, *(each.replace(day=day) for each in later if _has(each, day))]
    return next((each for each in meant if each.weekday() == weekday), None)


def _has(month: date, day: int) -> bool:
    try:
        month.replace(day=day)
    except ValueError:
        return False
    return True


def _weekday_slash(found: re.Match[str], clock: Clock) -> date | None:
    one, two, weekday = int(found["a"]), int(found["b"]), weekday_named(found["w"])
    tried = [(day, month) for day, month in ((one, two), (two, one)) if 1 <= month <= 12 and 1 <= day <= 31]
    return next((meant for pair in tried if (meant := clock.dated(*pair)).weekday() == weekday), None)


def _slash(found: re.Match[str], clock: Clock) -> date | None:
    one, two, year = int(found["a"]), int(found["b"]), _year(found["y"])
    if one == two or two > 12 >= one:
        return clock.dated(two, one, year)
    if one > 12 >= two:
        return clock.dated(one, two, year)
    first = clock.calendar.first
    if not first:
        return None
    return clock.dated(one, two, year) if first == "day" else clock.dated(two, one, year)


def _named_date(found: re.Match[str], clock: Clock) -> date:
    return clock.dated(int(found["d"]), month_named(found["m"]), _year(found["y"]))


def _ordinal_of(found: re.Match[str], clock: Clock) -> date:
    day = int(found["o"]) if found["o"].isdigit() else ORDINALS[found["o"]]
    if found["m"] == "next month":
        return clock.month_end(1).replace(day=day)
    return clock.of_month(day) if "month" in found["m"] else clock.dated(day, month_named(found["m"]))


def _numeric(found: re.Match[str], clock: Clock) -> date:
    return clock.dated(int(found["d"]), int(found["m"]), int(found["y"]))


def _of_month(found: re.Match[str], clock: Clock) -> date:
    return clock.of_month(int(found["d"]))


def _after_days(found: re.Match[str], clock: Clock) -> date:
    return clock.written + number(found["n"]) * ONE


def _after_weeks(found: re.Match[str], clock: Clock) -> date:
    return clock.written + 7 * number(found["n"]) * ONE


def _after_months(found: re.Match[str], clock: Clock) -> date:
    return clock.months_on(number(found["n"]))


def _after_workdays(found: re.Match[str], clock: Clock) -> date:
    return clock.calendar.after(clock.written, number(found["n"]))


def _after_hours(found: re.Match[str], clock: Clock) -> date | None:
    hours = number(found["n"])
    return clock.written + hours // 24 * ONE if hours % 24 == 0 else clock.written if hours < 6 else None


def _end_of(found: re.Match[str], clock: Clock) -> date:
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


def _end_of_month(found: re.Match[str], clock: Clock) -> date:
    return clock.end_of_month(month_named(found["m"]), _year(found["y"]))


def _end_of_quarter(found: re.Match[str], clock: Clock) -> date:
    which = found["q"]
    return clock.end_of_quarter(int(which) if which.isdigit() else ORDINALS[which], _year(found["y"]))


def _middle_of_month(found: re.Match[str], clock: Clock) -> date:
    return clock.dated(15, month_named(found["m"]))


def _workday_of_month(found: re.Match[str], clock: Clock) -> date | None:
    which = ORDINALS.get(found["n"])
    if which is None:
        return None
    if found["m"]:
        first = clock.end_of_month(month_named(found["m"]))
        return clock.calendar.of_month(first.year, first.month, which)
    if found["q"]:
        start = clock.quarter_end() + ONE
        this = clock.calendar.of_month(*_quarter_of(clock.written), which)
        return this if this >= clock.written else clock.calendar.of_month(start.year, start.month, which)
    months = (clock.month_end(step) for step in ((1,) if found["next"] else (0, 1)))
    days = (clock.calendar.of_month(each.year, each.month, which) for each in months)
    return next(day for day in days if day >= clock.written)


def _quarter_of(day: date) -> tuple[int, int]:
    return day.year, day.month - (day.month - 1) % 3


def _week_of(found: re.Match[str], clock: Clock) -> date:
    day = clock.dated(int(found["d"]), month_named(found["m"]))
    return day + (FRIDAY - day.weekday()) * ONE


def _black_friday(_: re.Match[str], clock: Clock) -> date:
    november = date(clock.written.year, 11, 1)
    return november + ((3 - november.weekday()) % 7 + 22) * ONE


def _christmas(found: re.Match[str], clock: Clock) -> date:
    return clock.dated(24 if found["eve"] else 25, 12)


def _before_days_off(_: re.Match[str], clock: Clock) -> date | None:
    days = clock.calendar.days_off(clock.written)
    return days[0] if days else None


def _after_days_off(_: re.Match[str], clock: Clock) -> date | None:
    days = clock.calendar.days_off(clock.written)
    return days[1] if days else None


_NOT_A_DAY: Final = (
    r"(?=\W*$|[^\w\s]|\s+(?:and|or|at|as|by|in|on|with|of|for|we|i|you|it|they|is|will|if|so|then|latest|instead|too|to|"
    r"please|the|this|next|when|because|but|though|from|after|before|until|unless|morning|evening|noon|afternoon|"
    r"this|march|april|may|june|july|at)\b)"
)
_DUE: Final = r"(?:by|until|till|before|at|to|from) (?:the )?"

FORMS: Final = tuple(
    Form(_compiled(pattern), weight, precision, read)
    for pattern, weight, precision, read in (
        # What looks like a day and is none.
        (r"\b(?:24/7|24/7/365|50/50|and/or)\b|\b\d+/\d+ (?:of|inch|full)\b", "none", "day", nothing),
        (r"\b(?:WEEKDAY|SHORT)s? ?(?:-|–|to|through|thru|and) ?(?:WEEKDAY|SHORT)s?\b", "none", "day", nothing),
        (r"\bbetween WEEKDAY and WEEKDAY\b", "none", "day", nothing),
        (r"\b\d{1,2}SUFFIX? ?(?:-|–|to) ?\d{1,2}SUFFIX? (?:of )?MONTH\b", "none", "day", nothing),
        (r"\bMONTH \d{1,2}SUFFIX? ?(?:-|–|to) ?\d{1,2}\b", "none", "day", nothing),
        (r"\b(?:last|past|previous) (?:WEEKDAY|SHORT|PERIOD|night|MONTH)\b", "none", "day", nothing),
        (r"\b(?:early|late|start of|beginning of) (?:in )?(?:next month|this month|MONTH)\b", "none", "month", nothing),
        (r"\b(?:first|second|1st|2nd) half of (?:next|this|the) PERIOD\b", "none", "day", nothing),
        (r"\b(?:the )?(?:first|second|last) week of (?:next month|MONTH)\b", "none", "month", nothing),
        (r"\b(?:within|in|after|for) (?:the )?(?:NUMBER|a few|several) (?:WORKDAYS|DAYS|weeks?|months?|hours?)ANCHOR",
         "none", "day", nothing),
        (r"\bNUMBER (?:WORKDAYS|DAYS|weeks?|months?|hours?)ANCHOR", "none", "day", nothing),
        (r"\bNUMBER (?:WORKDAYS|DAYS|weeks?|months?|hours?) (?:before|prior to|ahead of)(?: \w+){1,3}", "none", "day", nothing),
        (r"\b(?:earlier )?this morning\b", "none", "day", nothing),
        (r"\b(?:a|one) week (?:ago|before|earlier|later)\b|\bday before yesterday\b", "none", "day", nothing),
        (r"\bas of (?:the )?(?:WEEKDAY|today|tomorrow|MONTH|\d)", "none", "day", nothing),
        # Dates.
        (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", "date", "day", _numeric),
        (r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)(?![\d.]*\d)", "date", "day", _numeric),
        (r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>\d{4}|\d\d))?(?![\d/%])", "date", "day", _slash),
        (r"\b(?P<w>WEEKDAY|SHORT),? (?:the )?(?P<d>\d{1,2})SUFFIX? (?:of )?(?P<m>MONTH)\b\.?(?:,? (?P<y>\d{4})\b)?",
         "date", "day", _weekday_dated),
        (r"\b(?P<w>WEEKDAY|SHORT),? (?P<m>MONTH)\.? (?:the )?(?P<d>\d{1,2})SUFFIX?\b(?:,? (?P<y>\d{4})\b)?",
         "date", "day", _weekday_dated),
        (r"\b(?:next )?(?P<w>WEEKDAY|SHORT),? (?:the )?(?P<d>\d{1,2})SUFFIX\b", "date", "day", _weekday_dated),
        (r"\b(?:next )?(?P<w>WEEKDAY|SHORT),? (?P<a>\d{1,2})/(?P<b>\d{1,2})\b", "date", "day", _weekday_slash),
        (r"\b(?:the )?(?P<d>\d{1,2})SUFFIX? (?:of )?(?P<m>MONTH)\b\.?(?:,? (?P<y>\d{4})\b)?(?! (?:i|we|you) )",
         "date", "day", _named_date),
        (r"\b(?P<m>MONTH)\.? (?:the )?(?P<d>\d{1,2})SUFFIX?\b(?![:.]?\d)(?:,? (?P<y>\d{4})\b)?",
         "date", "day", _named_date),
        (rf"\b(?:the )?(?P<d>\d{{1,2}})SUFFIX\b{_NOT_A_DAY}", "date", "day", _of_month),
        (r"\b(?P<d>\d{1,2})-(?P<m>MONTH)-(?P<y>20\d\d|\d\d)\b", "date", "day", _named_date),
        (r"\b(?:the )?(?P<o>ORDINAL) of (?P<m>MONTH|the month|next month)\b", "date", "day", _ordinal_of),
        (r"\b(?:the )?(?P<o>\d{1,2})SUFFIX of (?P<m>the month|next month|this month)\b", "date", "day", _ordinal_of),
        (r"\b(?P<w>WEEKDAY) or (?P<v>WEEKDAY)\b", "date", "day", lambda found, clock: clock.coming(weekday_named(found["v"]))),
        # Ends of periods.
        (r"\b(?:by |before |until |till |at |on )?(?:the )?(?:very )?(?:end|close|last day) of (?P<which>the next |the |this |"
         r"next |that )?(?P<p>week|month|quarter|year)\b", "sure", "week", _end_of),
        (r"\b(?:by |before |until |till |at )?(?:the )?(?P<which>next |this )?(?P<p>week|month|quarter|year)['s]*[ -]end\b",
         "sure", "month", _end_of),
        (r"\b(?:by |before |until |till |at )?(?:the )?(?P<which>)eo(?P<e>w|m|q|y)\b", "sure", "week",
         lambda found, clock: {
             "w": clock.week_end, "m": clock.month_end, "q": clock.quarter_end,
             "y": lambda: date(clock.written.year, 12, 31),
         }[found["e"]]()),
        (r"\b(?:by |before |until |till |at |on )?(?:the )?(?:very )?(?:end|last day) of (?P<m>MONTH)\b(?:,? (?P<y>\d{4})\b)?",
         "sure", "month", _end_of_month),
        (r"\b(?:by |before |until |till |at )?(?:the )?end of (?:the )?(?:q(?P<q>[1-4])|(?P<o>first|second|third|fourth) "
         r"quarter)(?:,? (?:of )?(?P<y>\d{4})\b)?", "sure", "quarter",
         lambda found, clock: clock.end_of_quarter(int(found["q"] or ORDINALS[found["o"]]), _year(found["y"]))),
        (r"\bin q(?P<q>[1-4])\b(?: (?P<y>\d{4})\b)?", "weak", "quarter", _end_of_quarter),
        (r"\bmid(?:dle of)?[ -](?:of )?(?P<m>MONTH)\b", "ahead", "day", _middle_of_month),
        (r"\b(?:the )?middle of (?P<m>MONTH)\b", "ahead", "day", _middle_of_month),
        (r"\bin (?P<m>MONTH)\b(?P<y>)(?= *(?:[.,;!?]|$)| (?:at|with|for|by|as|if|we|i|you|and)\b)", "weak", "month",
         lambda found, clock: clock.end_of_month(month_named(found["m"]))),
        (r"\b(?:by |on |before )?the (?P<n>\w+) WORKDAYS? of (?:(?:the|this|each|every) month|(?P<next>next month)|"
         r"(?P<q>(?:the|each|every) quarter)|(?P<m>MONTH))\b", "sure", "day", _workday_of_month),
        # Weeks.
        (r"\b(?:the )?week after next\b", "ahead", "week", lambda _, clock: clock.week_end(2)),
        (r"\b(?:early|(?:at |in )?(?:the )?(?:beginning|start|first half) of) (?:in )?(?:the )?next week\b", "ahead", "week",
         lambda _, clock: clock.in_week(1, 1)),
        (r"\b(?:mid|middle of|(?:in |by )?the middle of)[ -](?:the )?next week\b", "ahead", "week",
         lambda _, clock: clock.in_week(2, 1)),
        (r"\b(?:late|the end of|end of) (?:the )?next week\b", "sure", "week", lambda _, clock: clock.week_end(1)),
        (r"\b(?:by |on |until |before )?(?P<w>WEEKDAY|SHORT),? (?:of )?next week\b", "sure", "day", _next_weekday),
        (r"\bnext week(?:,)? (?:on )?(?P<w>WEEKDAY)\b", "sure", "day", _next_weekday),
        (r"\bnext week\b", "ahead", "week", lambda _, clock: clock.week_end(1)),
        (r"\bnext month\b", "weak", "month", lambda _, clock: clock.month_end(1)),
        (r"\bnext quarter\b", "weak", "quarter", lambda _, clock: clock.quarter_end(1)),
        (r"\b(?:by |on |until |before )?(?P<w>WEEKDAY) (?:of )?this week\b|\bthis week(?:,)? (?:on )?(?P<v>WEEKDAY)\b", "sure",
         "day", lambda found, clock: clock.in_week(weekday_named(found["w"] or found["v"]), 0)),
        (r"\b(?:by )?mid-?week\b", "weak", "week", lambda _, clock: clock.coming(2)),
        (r"\bafter the weekend\b", "ahead", "day", lambda _, clock: clock.calendar.after(clock.coming(6), 1)),
        (r"\b(?:later )?this week\b", "ahead", "week", lambda _, clock: clock.week_end()),
        (r"\bthis month\b", "weak", "month", lambda _, clock: clock.month_end()),
        (r"\b(?:in |during )?the week (?:of|commencing|beginning|starting) (?:WEEKDAY,? )?(?:the )?(?P<d>\d{1,2})SUFFIX? "
         r"(?:of )?(?P<m>MONTH)\b", "sure", "week", _week_of),
        (r"\b(?:in |during )?the week (?:of|commencing|beginning|starting) (?:WEEKDAY,? )?(?P<m>MONTH) "
         r"(?P<d>\d{1,2})SUFFIX?\b", "sure", "week", _week_of),
        (r"\b(?:by|before) the weekend\b", "sure", "day", lambda _, clock: clock.week_end()),
        (r"\b(?:over|at|on|during) the weekend\b|\bthis weekend\b", "weak", "day", lambda _, clock: clock.coming(6)),
        # Weekdays.
        (r"\b(?:a|one) week (?:from|on) (?P<w>WEEKDAY)\b|\b(?:on )?(?P<v>WEEKDAY) week\b", "ahead", "day",
         lambda found, clock: clock.coming(weekday_named(found["w"] or found["v"])) + 7 * ONE),
        (r"\bnext (?P<w>WEEKDAY|SHORT)\b(?!'s)", "date", "day", _next_weekday),
        (r"\b(?:this (?:coming )?|coming |every |each )?(?P<w>WEEKDAY)\b(?!'s)", "date", "day", _weekday),
        (r"\b(?:in|with|by|on) (?P<w>WEEKDAY)'s\b", "ahead", "day", _weekday),
        (r"\b(?:by|until|till|on|before|this|eod|cob|for) (?P<w>SHORT)\b(?!['-])", "sure", "day", _weekday),
        (r"\b(?P<w>tues|weds|thurs|thur)\b", "date", "day", _weekday),
        # Near days.
        (r"\b(?:the )?day after tomorrow\b", "ahead", "day", lambda _, clock: clock.written + 2 * ONE),
        (r"\b(?:tomorrow|tmrw|tmr)\b(?!'s)|\b(?:in|with|on|by) tomorrow's\b", "ahead", "day",
         lambda _, clock: clock.written + ONE),
        (r"\b(?:tonight|this (?:afternoon|evening))\b(?!'s)|\bin tonight's\b|\bby tonight\b", "ahead", "day",
         lambda _, clock: clock.written),
        (r"\btoday\b(?!'s)|\bin today's\b", "date", "day", lambda _, clock: clock.written),
        (r"\b(?:by )?(?:the )?(?:eod|cob|cop|eob|end of (?:the |this )?(?:business|working )?(?:day|business)|"
         r"close of (?:play|business))\b", "time", "day", lambda _, clock: clock.written),
        # Spans.
        (r"\b(?:in|within|inside) (?:the )?(?:next )?(?:about |around |roughly |some )?COUNT WORKDAYS\b", "span", "day", _after_workdays),
        (r"\b(?:in|within|inside) (?:the )?(?:next )?(?:about |around |roughly |some )?COUNT DAYS\b(?:' time)?", "span", "day", _after_days),
        (r"\b(?:in|within|inside) (?:the )?(?:next )?(?:about |around |roughly |some )?COUNT weeks?\b(?:'s? time|' time)?", "span", "day", _after_weeks),
        (r"\bCOUNT weeks? from (?:today|now)\b", "ahead", "day", _after_weeks),
        (r"\bCOUNT days? from (?:today|now)\b", "ahead", "day", _after_days),
        (r"\bCOUNT (?:working|business) days from (?:today|now)\b", "ahead", "day", _after_workdays),
        (r"\b(?:in|within) COUNT years?\b(?:' time)?", "span", "day",
         lambda found, clock: clock.months_on(12 * number(found["n"]))),
        (r"\b(?:in|within) (?:a|the next) fortnight\b", "span", "day", lambda _, clock: clock.written + 14 * ONE),
        (r"\b(?:in|within) (?:the )?(?:next )?(?:about |around |roughly )?COUNT months?\b", "span", "day", _after_months),
        (r"\b(?:in|within) (?:the )?(?:next )?(?:about |around |roughly )?COUNT ?(?:hours?|hrs?|h)\b", "span", "hour", _after_hours),
        (r"\b(?:in|within) (?:the )?(?:next )?(?:NUMBER|half an|the|a few) (?:minutes?|mins?|hour|half[ -]hour)\b",
         "span", "hour", lambda _, clock: clock.written),
        # Feasts.
        (r"\bblack friday\b", "date", "day", _black_friday),
        (r"\b(?:christmas|xmas)(?P<eve> eve)?(?: day)?\b(?! (?:card|market|party|break|holiday|period|season|orders?))",
         "date", "day", _christmas),
        (r"\b(?:by|before|until) (?:the )?new year\b(?!'s)|\bnew year's eve\b", "sure", "day",
         lambda _, clock: date(clock.written.year, 12, 31)),
        (r"\bbefore the (?:bank )?holidays?\b", "sure", "day", _before_days_off),
        (r"\bafter the (?:bank )?holidays?\b", "sure", "day", _after_days_off),
        # Times of day: today, unless a day stands beside them.
        (r"\b(?:by|until|till|before) (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock)|\d{1,2}[:.]\d\d|noon|midday|"
         r"midnight|lunch(?:time)?)\b", "time", "hour", lambda _, clock: clock.written),
        (r"\b(?:at|around) (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock)|\d{1,2}[:.]\d\d|noon|midday|midnight)\b",
         "time", "hour", lambda _, clock: clock.written),
        (r"\b(?:next|final)\b[\w ]{1,24}\bat \d{1,2}\b(?![\w.,:/%]*\d)", "time", "hour", lambda _, clock: clock.written),
    )
)
