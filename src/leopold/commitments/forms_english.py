"""The forms of time phrases in English. Readings are told in docs/dates.md."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from leopold.commitments import readings
from leopold.commitments.calendars import ONE
from leopold.commitments.clock import month_named, weekday_named
from leopold.commitments.forms import Form, Precision, Reading, Weight, compiler, nothing
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


_NOT_A_DAY: Final = (
    r"(?=\W*$|[^\w\s]|\s+(?:and|or|at|as|by|in|on|with|of|for|we|i|you|it|they|is|will|if|so|then|latest|instead|too|"
    r"to|"
    r"please|the|this|next|when|because|but|though|from|after|before|until|unless|morning|evening|noon|afternoon|"
    r"this|march|april|may|june|july|at)\b)"
)
_TABLE: Final[tuple[tuple[str, Weight, Precision, Reading], ...]] = (
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
    (
        (
            r"\b(?:within|in|after|for) (?:the )?(?:NUMBER|a few|several) (?:WORKDAYS|DAYS|weeks?|months?|"
            r"hours?)ANCHOR"
        ),
        "none",
        "day",
        nothing,
    ),
    (r"\bNUMBER (?:WORKDAYS|DAYS|weeks?|months?|hours?)ANCHOR", "none", "day", nothing),
    (
        r"\bNUMBER (?:WORKDAYS|DAYS|weeks?|months?|hours?) (?:before|prior to|ahead of)(?: \w+){1,3}",
        "none",
        "day",
        nothing,
    ),
    (r"\b(?:earlier )?this morning\b", "none", "day", nothing),
    (r"\b(?:a|one) week (?:ago|before|earlier|later)\b|\bday before yesterday\b", "none", "day", nothing),
    (r"\bas of (?:the )?(?:WEEKDAY|today|tomorrow|MONTH|\d)", "none", "day", nothing),
    (r"\bWEEKDAY next\b(?! week)", "none", "day", nothing),
    # Dates.
    (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", "date", "day", readings.numeric),
    (r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)(?![\d.]*\d)", "date", "day", readings.numeric),
    (r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y>\d{4}|\d\d))?(?![\d/%])", "date", "day", readings.slash),
    (
        r"\b(?P<w>WEEKDAY|SHORT),? (?:the )?(?P<d>\d{1,2})SUFFIX? (?:of )?(?P<m>MONTH)\b\.?(?:,? (?P<y>\d{4})\b)?",
        "date",
        "day",
        readings.weekday_dated,
    ),
    (
        r"\b(?P<w>WEEKDAY|SHORT),? (?P<m>MONTH)\.? (?:the )?(?P<d>\d{1,2})SUFFIX?\b(?:,? (?P<y>\d{4})\b)?",
        "date",
        "day",
        readings.weekday_dated,
    ),
    (r"\b(?:next )?(?P<w>WEEKDAY|SHORT),? (?:the )?(?P<d>\d{1,2})SUFFIX\b", "date", "day", readings.weekday_dated),
    (r"\b(?:next )?(?P<w>WEEKDAY|SHORT),? (?P<a>\d{1,2})/(?P<b>\d{1,2})\b", "date", "day", readings.weekday_slash),
    (
        r"\b(?:the )?(?P<d>\d{1,2})SUFFIX? (?:of )?(?P<m>MONTH)\b\.?(?:,? (?P<y>\d{4})\b)?(?! (?:i|we|you) )",
        "date",
        "day",
        readings.named_date,
    ),
    (
        r"\b(?P<m>MONTH)\.? (?:the )?(?P<d>\d{1,2})SUFFIX?\b(?![:.]?\d)(?:,? (?P<y>\d{4})\b)?",
        "date",
        "day",
        readings.named_date,
    ),
    (rf"\b(?:the )?(?P<d>\d{{1,2}})SUFFIX\b{_NOT_A_DAY}", "date", "day", readings.of_month),
    (r"\b(?P<d>\d{1,2})-(?P<m>MONTH)-(?P<y>20\d\d|\d\d)\b", "date", "day", readings.named_date),
    (r"\b(?:the )?(?P<o>ORDINAL) of (?P<m>MONTH|the month|next month)\b", "date", "day", readings.ordinal_of),
    (
        r"\b(?:the )?(?P<o>\d{1,2})SUFFIX of (?P<m>the month|next month|this month)\b",
        "date",
        "day",
        readings.ordinal_of,
    ),
    (
        r"\b(?P<w>WEEKDAY) or (?P<v>WEEKDAY)\b",
        "date",
        "day",
        lambda found, clock: clock.coming(weekday_named(found["v"])),
    ),
    # Ends of periods.
    (
        (
            r"\b(?:by |before |until |till |at |on )?(?:the )?(?:very )?(?:end|close|"
            r"last day) of (?P<which>the next |the |this |"
            r"next |that )?(?P<p>week|month|quarter|year)\b"
        ),
        "sure",
        "week",
        readings.end_of,
    ),
    (
        (
            r"\b(?:by |before |until |till |at )?(?:the )?(?P<which>next |this )?(?P<p>week|month|quarter|"
            r"year)['s]*[ -]end\b"
        ),
        "sure",
        "month",
        readings.end_of,
    ),
    (
        r"\b(?:by |before |until |till |at )?(?:the )?(?P<which>)eo(?P<e>w|m|q|y)\b",
        "sure",
        "week",
        lambda found, clock: {
            "w": clock.week_end,
            "m": clock.month_end,
            "q": clock.quarter_end,
            "y": lambda: date(clock.written.year, 12, 31),
        }[found["e"]](),
    ),
    (
        (
            r"\b(?:by |before |until |till |at |on )?(?:the )?(?:very )?(?:end|"
            r"last day) of (?P<m>MONTH)\b(?:,? (?P<y>\d{4})\b)?"
        ),
        "sure",
        "month",
        readings.end_of_month,
    ),
    (
        (
            r"\b(?:by |before |until |till |at )?(?:the )?end of (?:the )?(?:q(?P<q>[1-4])|(?P<o>first|"
            r"second|third|"
            r"fourth) "
            r"quarter)(?:,? (?:of )?(?P<y>\d{4})\b)?"
        ),
        "sure",
        "quarter",
        lambda found, clock: clock.end_of_quarter(
            int(found["q"] or ORDINALS[found["o"]]), readings.year_of(found["y"])
        ),
    ),
    (r"\bin q(?P<q>[1-4])\b(?: (?P<y>\d{4})\b)?", "weak", "quarter", readings.end_of_quarter),
    (r"\bmid(?:dle of)?[ -](?:of )?(?P<m>MONTH)\b", "ahead", "day", readings.middle_of_month),
    (r"\b(?:the )?middle of (?P<m>MONTH)\b", "ahead", "day", readings.middle_of_month),
    (
        r"\b(?:some ?time )?in (?P<m>MONTH)\b(?P<y>)(?= *(?:[.,;!?]|$)| (?:at|with|for|by|as|if|we|i|you|and)\b)",
        "weak",
        "month",
        lambda found, clock: clock.end_of_month(month_named(found["m"])),
    ),
    (
        (
            r"\b(?:by |on |before )?the (?P<n>\w+) WORKDAYS? of (?:(?:the|this|each|every) month|"
            r"(?P<next>next month)|"
            r"(?P<q>(?:the|each|every) quarter)|(?P<m>MONTH))\b"
        ),
        "sure",
        "day",
        readings.workday_of_month,
    ),
    # Weeks.
    (r"\b(?:the )?week after next\b", "ahead", "week", lambda _, clock: clock.week_end(2)),
    (
        r"\b(?:early|(?:at |in )?(?:the )?(?:beginning|start|first half) of) (?:in )?(?:the )?next week\b",
        "ahead",
        "week",
        lambda _, clock: clock.in_week(1, 1),
    ),
    (
        r"\b(?:mid|middle of|(?:in |by )?the middle of)[ -](?:the )?next week\b",
        "ahead",
        "week",
        lambda _, clock: clock.in_week(2, 1),
    ),
    (r"\b(?:late|the end of|end of) (?:the )?next week\b", "sure", "week", lambda _, clock: clock.week_end(1)),
    (
        r"\b(?:by |on |until |before )?(?P<w>WEEKDAY|SHORT),? (?:of )?next week\b",
        "sure",
        "day",
        readings.next_weekday,
    ),
    (r"\bnext week(?:,)? (?:on )?(?P<w>WEEKDAY)\b", "sure", "day", readings.next_weekday),
    (r"\b(?:by )?this time next week\b", "ahead", "day", lambda _, clock: clock.written + 7 * ONE),
    (r"\bnext week\b", "ahead", "week", lambda _, clock: clock.week_end(1)),
    (r"\bnext month\b", "weak", "month", lambda _, clock: clock.month_end(1)),
    (r"\bnext quarter\b", "weak", "quarter", lambda _, clock: clock.quarter_end(1)),
    (
        (
            r"\b(?:by |on |until |before )?(?P<w>WEEKDAY) (?:of )?this week\b|"
            r"\bthis week(?:,)? (?:on )?(?P<v>WEEKDAY)\b"
        ),
        "sure",
        "day",
        lambda found, clock: clock.in_week(weekday_named(found["w"] or found["v"]), 0),
    ),
    (r"\b(?:by )?mid-?week\b", "weak", "week", lambda _, clock: clock.coming(2)),
    (r"\bafter the weekend\b", "ahead", "day", lambda _, clock: clock.calendar.after(clock.coming(6), 1)),
    (r"\b(?:later )?this week\b", "ahead", "week", lambda _, clock: clock.week_end()),
    (r"\bthis month\b", "weak", "month", lambda _, clock: clock.month_end()),
    (
        (
            r"\b(?:in |during )?the week (?:of|commencing|beginning|"
            r"starting) (?:WEEKDAY,? )?(?:the )?(?P<d>\d{1,2})SUFFIX? "
            r"(?:of )?(?P<m>MONTH)\b"
        ),
        "sure",
        "week",
        readings.week_of,
    ),
    (
        (
            r"\b(?:in |during )?the week (?:of|commencing|beginning|starting) (?:WEEKDAY,? )?(?P<m>MONTH) "
            r"(?P<d>\d{1,2})SUFFIX?\b"
        ),
        "sure",
        "week",
        readings.week_of,
    ),
    (r"\b(?:by|before) the weekend\b", "sure", "day", lambda _, clock: clock.week_end()),
    (r"\b(?:over|at|on|during) the weekend\b|\bthis weekend\b", "weak", "day", lambda _, clock: clock.coming(6)),
    # Weekdays.
    (
        r"\b(?:a|one) week (?:from|on) (?P<w>WEEKDAY)\b|\b(?:on )?(?P<v>WEEKDAY) week\b",
        "ahead",
        "day",
        lambda found, clock: clock.coming(weekday_named(found["w"] or found["v"])) + 7 * ONE,
    ),
    (r"\bnext (?P<w>WEEKDAY|SHORT)\b(?!'s)", "date", "day", readings.next_weekday),
    (r"\b(?:this (?:coming )?|coming |every |each )?(?P<w>WEEKDAY)\b(?!'s)", "date", "day", readings.weekday),
    (r"\b(?:in|with|by|on) (?P<w>WEEKDAY)'s\b", "ahead", "day", readings.weekday),
    (r"\b(?:by|until|till|on|before|this|eod|cob|for) (?P<w>SHORT)\b(?!['-])", "sure", "day", readings.weekday),
    (r"\b(?P<w>tues|weds|thurs|thur)\b", "date", "day", readings.weekday),
    # Near days.
    (r"\b(?:the )?day after tomorrow\b", "ahead", "day", lambda _, clock: clock.written + 2 * ONE),
    (
        r"\b(?:tomorrow|tmrw|tmr)\b(?!'s)|\b(?:in|with|on|by) tomorrow's\b",
        "ahead",
        "day",
        lambda _, clock: clock.written + ONE,
    ),
    (
        r"\b(?:tonight|this (?:afternoon|evening))\b(?!'s)|\bin tonight's\b|\bby tonight\b",
        "ahead",
        "day",
        lambda _, clock: clock.written,
    ),
    (r"\btoday\b(?!'s)|\bin today's\b", "date", "day", lambda _, clock: clock.written),
    (
        (
            r"\b(?:by )?(?:the )?(?:eod|cob|cop|eob|end of (?:the |this )?(?:business|working )?(?:day|business)|"
            r"close of (?:play|business))\b"
        ),
        "time",
        "day",
        lambda _, clock: clock.written,
    ),
    # Spans.
    (
        r"\b(?:in|within|inside) (?:the )?(?:next )?(?:about |around |roughly |some )?COUNT WORKDAYS\b",
        "span",
        "day",
        readings.after_workdays,
    ),
    (
        r"\b(?:in|within|inside) (?:the )?(?:next )?(?:about |around |roughly |some )?COUNT DAYS\b(?:' time)?",
        "span",
        "day",
        readings.after_days,
    ),
    (
        (
            r"\b(?:in|within|inside) (?:the )?(?:next )?(?:about |around |roughly |"
            r"some )?COUNT weeks?\b(?:'s? time|"
            r"' time)?"
        ),
        "span",
        "day",
        readings.after_weeks,
    ),
    (r"\bCOUNT weeks? from (?:today|now)\b", "ahead", "day", readings.after_weeks),
    (r"\bCOUNT days? from (?:today|now)\b", "ahead", "day", readings.after_days),
    (r"\bCOUNT (?:working|business) days from (?:today|now)\b", "ahead", "day", readings.after_workdays),
    (
        r"\b(?:in|within) COUNT years?\b(?:' time)?",
        "span",
        "day",
        lambda found, clock: clock.months_on(12 * number(found["n"])),
    ),
    (r"\b(?:in|within) (?:a|the next) fortnight\b", "span", "day", lambda _, clock: clock.written + 14 * ONE),
    (
        r"\b(?:in|within) (?:the )?(?:next )?(?:about |around |roughly )?COUNT months?\b",
        "span",
        "day",
        readings.after_months,
    ),
    (
        r"\b(?:in|within) (?:the )?(?:next )?(?:about |around |roughly )?COUNT ?(?:hours?|hrs?|h)\b",
        "span",
        "hour",
        readings.after_hours,
    ),
    (
        r"\b(?:in|within) (?:the )?(?:next )?(?:NUMBER|half an|the|a few) (?:minutes?|mins?|hour|half[ -]hour)\b",
        "span",
        "hour",
        lambda _, clock: clock.written,
    ),
    # Feasts.
    (r"\bblack friday\b", "date", "day", readings.black_friday),
    (
        (
            r"\b(?:christmas|xmas)(?P<eve> eve)?(?: day)?\b(?! (?:card|market|party|break|holiday|period|season|"
            r"orders?))"
        ),
        "date",
        "day",
        readings.christmas,
    ),
    (
        r"\b(?:by|before|until) (?:the )?new year\b(?!'s)|\bnew year's eve\b",
        "sure",
        "day",
        lambda _, clock: date(clock.written.year, 12, 31),
    ),
    (r"\bbefore the (?:bank )?holidays?\b", "sure", "day", readings.before_days_off),
    (r"\bafter the (?:bank )?holidays?\b", "sure", "day", readings.after_days_off),
    # Times of day: today, unless a day stands beside them.
    (
        (
            r"\b(?:by|until|till|before) (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock)|\d{1,2}[:.]\d\d|noon|"
            r"midday|"
            r"midnight|lunch(?:time)?)\b"
        ),
        "time",
        "hour",
        lambda _, clock: clock.written,
    ),
    (
        (
            r"\b(?:at|around) (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock)|\d{1,2}[:.]\d\d|noon|midday|"
            r"midnight)\b"
        ),
        "time",
        "hour",
        lambda _, clock: clock.written,
    ),
    (
        r"\b(?:next|final)\b[\w ]{1,24}\bat \d{1,2}\b(?![\w.,:/%]*\d)",
        "time",
        "hour",
        lambda _, clock: clock.written,
    ),
)


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms; made when first asked for, which takes a tenth of a second."""
    return tuple(Form(_compiled(pattern), weight, precision, read) for pattern, weight, precision, read in _TABLE)
