"""Days that letters name, in English and Russian: where a phrase of time stands, and which day it means if it is sure.

Readings: a weekday is the next one, the same day included; the end of a week is its Friday; a day of a month without a
year is the nearest such day; "in N days" counts every day, "in N working days" skips Saturdays and Sundays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

_ONE: Final = timedelta(days=1)
_MONTHS: Final = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
    )
    for number, name in enumerate(names.split(), 1)
}
_WEEKDAYS: Final = {
    name: number
    for names in ("mon tue wed thu fri sat sun", "пон вто сре чет пят суб вос")
    for number, name in enumerate(names.split())
}
_NUMBERS: Final = {
    name: number
    for names in (
        "one two three four five six seven eight nine ten",
        "один два три четыре пять шесть семь восемь девять десять",
        "одного двух трех четырех пяти шести семи восьми девяти десяти",
    )
    for number, name in enumerate(names.split(), 1)
} | {"a": 1, "an": 1, "": 1, "couple": 2, "пару": 2}

_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|январ[яе]|феврал[яе]|март[ае]|апрел[яе]|ма[яе]|июн[яе]|июл[яе]|"
    r"август[ае]|сентябр[яе]|октябр[яе]|ноябр[яе]|декабр[яе])"
)
_FORMS: Final = (
    r"\b(?P<iso>(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d))\b",
    (
        r"\b(?P<dotted>(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})(?:\.(?P<y2>\d{4}|\d\d))?)\b"
        r"(?![.\d]*\s?(?:%|руб|usd|eur|gbp|€|₽|\$))"
    ),
    (
        r"\b(?P<named>(?P<d3>\d{1,2})(?:st|nd|rd|th|-?(?:го|му|е|ое|"
        r"ого))?(?: of)? (?P<m3>MONTH)\b(?:,? (?P<y3>\d{4}))?)"
    ),
    r"\b(?P<month_first>(?P<m4>MONTH)\.? (?P<d4>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?P<y4>\d{4}))?)",
    (
        r"(?P<nth>\bthe (?P<d5>\d{1,2})(?:st|nd|rd|th)\b|\b(?P<d6>\d{1,2})-?(?:го|му|е|ого)\b"
        r"(?! (?:работы|строки|пункта))|\b(?P<d7>\d{1,2}) числа\b)"
    ),
    (
        r"\b(?P<weekday>(?:next |this |следующ\w+ |эт\w+ |ближайш\w+ )?(?:monday|tuesday|wednesday|thursday|friday|"
        r"saturday|sunday|понедельник\w*|вторник\w*|сред[ауые]\b|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*))"
    ),
    r"\b(?P<tomorrow>tomorrow|завтра)\b",
    r"\b(?P<overmorrow>day after tomorrow|послезавтра)\b",
    (
        r"\b(?P<today>today|tonight|this (?:morning|afternoon|evening)|eod|cob|end of (?:the )?(?:day|"
        r"business)|сегодня|"
        r"до конца дня|к вечеру|вечером)\b"
    ),
    r"\b(?P<week>end of (?:the |this )?week|eow|(?:до|к|в) кон(?:ца|цу|це) (?:этой )?недели)\b",
    r"\b(?P<next_week>(?:end of )?next week|(?:на |до конца |к концу )?следующей недел\w+|будущей недел\w+)\b",
    r"\b(?P<month>end of (?:the |this )?month|(?:до|к|в) кон(?:ца|цу|це) (?:этого )?месяца)\b",
    (
        r"\b(?P<days>(?:in|within|через|в течение|за)(?: the)?(?: next)? (?:a )?(?P<n>NUMBER) "
        r"(?P<work>working |business |рабоч\w+ )?(?:days?|дн\w+|день|сут\w+))\b"
    ),
    r"\b(?P<weeks>(?:in|within|через|в течение)(?: the)?(?: next)? (?:a )?(?P<n2>NUMBER) (?:weeks?|недел\w+))\b",
    (
        r"\b(?P<other>\d{1,2}:\d\d|\d{1,2} ?(?:am|pm|o'clock)|noon|midnight|"
        r"(?:in|within) (?:an?|half an|the|\w+|\d+) (?:hours?|minutes?|moment)|right now|now|immediately|"
        r"at once|right away|"
        r"straight away|this minute|this (?:week|month|year)|next (?:month|quarter|year)|"
        r"(?:in|by|until|before|from|since|during|early|late|mid) MONTH|easter|christmas|holidays?|at the meeting|"
        r"on the call|overnight|end of (?:the |this |next )?(?:quarter|year)|"
        r"(?:в|через|за|в течение|на) (?:час\w*|\d+ (?:час|минут)\w*|минут\w*|полчаса|сутки|суток|недел[юи]|"
        r"дня|месяц\w*)|"
        r"(?:до|к|после) (?:обед\w*|полудн\w*|вечера|утра|выходных|праздник\w*|пасх\w*|нового года)|утром|"
        r"ночью|днем|"
        r"в обед|сейчас(?: же)?|немедленно|сразу(?: же)?|сию минуту|прямо|тут же|(?:в|до|к|с|на) MONTH|"
        r"(?:в|до|к) (?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[ьюяеу]?|"
        r"на этой неделе|"
        r"в этом месяце|в следующем месяце|следующ\w+ (?:месяц\w*|год\w*)|(?:до конца|в конце|"
        r"к концу) (?:года|квартала)|"
        r"на встрече|на созвоне|перв\w+ числ\w+|в выходные|за выходные)\b"
    ),
)
_PHRASE: Final = re.compile(
    "|".join(_FORMS).replace("MONTH", _MONTH).replace("NUMBER", r"\d{1,3}|" + "|".join(filter(None, _NUMBERS)))
)


class Day(NamedTuple):
    """A phrase of time at `start:end` of a text, and the day it means; None when it names no sure day."""

    start: int
    end: int
    day: date | None


def named(text: str, written: date, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Yield the phrases of time in `text[start:end]`, which is folded, as somebody means them who writes on "
    "`written`."""
    for found in _PHRASE.finditer(text, start, len(text) if end is None else end):
        yield Day(found.start(), found.end(), _day(found, written))


def _day(found: re.Match[str], written: date) -> date | None:
    try:
        return _meant(found, written)
    except (ValueError, OverflowError):
        return None


def _meant(found: re.Match[str], written: date) -> date | None:
    kind = found.lastgroup
    part = found.groupdict()
    if part["iso"]:
        return date(int(part["y1"]), int(part["m1"]), int(part["d1"]))
    for number, name in ((2, "dotted"), (3, "named"), (4, "month_first")):
        if part[name]:
            month = part[f"m{number}"]
            return _nearest(int(part[f"d{number}"]), _month(month), part[f"y{number}"], written)
    if part["nth"]:
        return _next(int(part["d5"] or part["d6"] or part["d7"]), written)
    if part["weekday"]:
        return _weekday(part["weekday"], written)
    if part["days"]:
        return _after(written, _number(part["n"]), working=bool(part["work"]))
    if part["weeks"]:
        return written + 7 * _number(part["n2"]) * _ONE
    friday = written + (4 - written.weekday()) % 7 * _ONE
    plain = {"tomorrow": written + _ONE, "overmorrow": written + 2 * _ONE, "today": written, "week": friday}
    plain |= {"next_week": friday + 7 * _ONE, "month": _last_of_month(written)}
    return plain.get(kind or "")


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.get(text[:3], 5)


def _nearest(day: int, month: int, year: str | None, written: date) -> date:
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    near = (date(written.year + step, month, day) for step in (-1, 0, 1))
    return min(near, key=lambda each: abs((each - written).days))


def _next(day: int, written: date) -> date:
    """The day of that number in this month or, where it is long past, in the next."""
    this = written.replace(day=day)
    return this if (written - this).days < 15 else (written.replace(day=1) + 31 * _ONE).replace(day=day)


def _weekday(text: str, written: date) -> date:
    name = text.split()[-1][:3]
    ahead = (_WEEKDAYS[name] - written.weekday()) % 7
    later = text.startswith(("next", "следующ")) and written.weekday() + ahead < 7
    return written + (ahead + 7 * later) * _ONE


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _after(start: date, count: int, *, working: bool) -> date:
    if not working:
        return start + count * _ONE
    day = start
    while count > 0:
        day += _ONE
        count -= day.weekday() < 5
    return day


def _last_of_month(day: date) -> date:
    return (day.replace(day=1) + 31 * _ONE).replace(day=1) - _ONE
