"""The forms of time phrases in Russian, over folded text (ё is е). Readings are told in docs/dates.md."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from leopold.commitments.calendars import ONE
from leopold.commitments.clock import Clock, month_named, weekday_named
from leopold.commitments.forms import Form, compiler, nothing
from leopold.commitments.numbers import DAYS_OF_MONTH, ORDINALS, number

_compiled = compiler(
    {
        "WEEKDAY": (
            r"(?:понедельник(?:а|у)?|вторник(?:а|у)?|сред[ыеу]|четверг(?:а|у)?|пятниц[ыеу]|суббот[ыеу]|"
            r"воскресень[яюе])"
        ),
        "SHORT": r"(?:пн|вт|ср|чт|пт|сб|вс)",
        "MONTH": (
            r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
            r"янв|фев|апр|авг|сент?|окт|ноя|дек)"
        ),
        "INMONTH": (
            r"(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)"
        ),
        "ANCHOR": (
            r"(?: (?:(?:после|с момента|с даты|со дня|от|по получении|с)"
            r"(?! (?:сегодня|этого момента|сегодняшн|нынешн|этой минуты)))\b)"
        ),
        "DAYS": r"(?:календарн\w+ )?(?:дня|дней|день)",
        "WORKDAYS": r"(?:рабоч\w+|банковск\w+) (?:дня|дней|день)",
        "WITHIN": r"(?:(?:в течение|в течении)(?: ближайших)?|в ближайшие)",
        "NEXT": r"(?:следующ(?:ей|ую|ий|его|ему|ее|ем)|будущ(?:ей|ую|ий|его))",
        "PERIOD": r"(?:недели|месяца|квартала|года)",
    }
)


def _weekday(found: re.Match[str], clock: Clock) -> date:
    return clock.coming(weekday_named(found["w"]))


def _next_weekday(found: re.Match[str], clock: Clock) -> date:
    return clock.in_week(weekday_named(found["w"]), 1)


def _weekday_dated(found: re.Match[str], clock: Clock) -> date | None:
    day, weekday = int(found["d"]), weekday_named(found["w"])
    if found["m"]:
        meant = clock.dated(day, month_named(found["m"]))
        return meant if meant.weekday() == weekday else None
    for months in range(4):
        last = clock.month_end(months)
        if day <= last.day and (one := last.replace(day=day)) >= clock.written and one.weekday() == weekday:
            return one
    return None


def _dated(found: re.Match[str], clock: Clock) -> date:
    return clock.dated(int(found["d"]), month_named(found["m"]), int(found["y"]) if found["y"] else None)


def _numeric(found: re.Match[str], clock: Clock) -> date:
    return clock.dated(int(found["d"]), int(found["m"]), int(found["y"]) if found["y"] else None)


def _of_month(found: re.Match[str], clock: Clock) -> date:
    return clock.of_month(int(found["d"]))


def _in_words(found: re.Match[str], clock: Clock) -> date:
    day = DAYS_OF_MONTH[found["d"]]
    return clock.dated(day, month_named(found["m"])) if found["m"] else clock.of_month(day)


def _after_days(found: re.Match[str], clock: Clock) -> date:
    return clock.written + number(found["n"]) * ONE


def _after_weeks(found: re.Match[str], clock: Clock) -> date:
    return clock.written + 7 * number(found["n"] or "1") * ONE


def _after_months(found: re.Match[str], clock: Clock) -> date:
    return clock.months_on(number(found["n"] or "1"))


def _after_workdays(found: re.Match[str], clock: Clock) -> date:
    return clock.calendar.after(clock.written, number(found["n"]))


def _after_hours(found: re.Match[str], clock: Clock) -> date | None:
    hours = number(found["n"])
    return clock.written + hours // 24 * ONE if hours % 24 == 0 else clock.written if hours < 6 else None


def _end_of(found: re.Match[str], clock: Clock) -> date:
    later = int((found["which"] or "").startswith(("следующ", "будущ")))
    match found["p"]:
        case "недели":
            return clock.week_end(later)
        case "месяца":
            return clock.month_end(later)
        case "квартала":
            return clock.quarter_end(later)
    return date(clock.written.year + later, 12, 31)


def _end_of_month(found: re.Match[str], clock: Clock) -> date:
    return clock.end_of_month(month_named(found["m"]), int(found["y"]) if found["y"] else None)


def _quarter(found: re.Match[str], clock: Clock) -> date:
    which = found["q"]
    return clock.end_of_quarter(ORDINALS[which] if which in ORDINALS else int(which[0]))


def _decade(found: re.Match[str], clock: Clock) -> date:
    which = ORDINALS.get(found["n"], 3)
    month = month_named(found["m"])
    return clock.end_of_month(month) if which == 3 else clock.dated(10 * which, month)


def _night(found: re.Match[str], clock: Clock) -> date:
    if found["n"]:
        return clock.dated(int(found["d"]), int(found["n"]))
    return clock.dated(int(found["d"]), month_named(found["m"])) if found["m"] else clock.of_month(int(found["d"]))


def _workday_of_month(found: re.Match[str], clock: Clock) -> date | None:
    which = ORDINALS.get(found["n"])
    if which is None:
        return None
    months = [clock.end_of_month(month_named(found["m"]))] if found["m"] else [clock.month_end(), clock.month_end(1)]
    days = (clock.calendar.of_month(each.year, each.month, which) for each in months)
    return next((day for day in days if day >= clock.written), None)


def _before_days_off(_: re.Match[str], clock: Clock) -> date | None:
    days = clock.calendar.days_off(clock.written)
    return days[0] if days else None


def _after_days_off(_: re.Match[str], clock: Clock) -> date | None:
    days = clock.calendar.days_off(clock.written)
    return days[1] if days else None


def _may(clock: Clock) -> tuple[date, date]:
    """The working days before the first and after the second of the holidays in May."""
    start = date(clock.written.year, 4, 30)
    if clock.written > start + 11 * ONE:
        start = start.replace(year=start.year + 1)
    days = clock.calendar.days_off(start), clock.calendar.days_off(start + 8 * ONE)
    if days[0] is None or days[1] is None:
        raise ValueError(clock.written)
    return days[0][0], days[1][1]


def _week_of(found: re.Match[str], clock: Clock) -> date:
    day = clock.dated(int(found["d"]), month_named(found["m"]))
    return day + (4 - day.weekday()) * ONE


_BY: Final = r"(?:до|к|ко|под|в|на|не позднее|не позже)"
_MINUTES: Final = r"(?::[0-5]\d|\.(?:00|1[3-9]|[2-5]\d))"

FORMS: Final = tuple(
    Form(_compiled(pattern), weight, precision, read)
    for pattern, weight, precision, read in (
        # What looks like a day and is none.
        (r"\b24/7\b|\b50/50\b", "none", "day", nothing),
        (r"\bс WEEKDAY (?:по|до) WEEKDAY\b|\bSHORT ?[-–] ?SHORT(?: ?[-–] ?SHORT)?\b", "none", "day", nothing),
        (r"\bс \d{1,2}(?:-?го)? (?:MONTH )?(?:по|до) \d{1,2}(?:-?\w{1,3})?(?: MONTH)?\b", "none", "day", nothing),
        (r"\b\d{1,2} ?[-–] ?\d{1,2} MONTH\b", "none", "day", nothing),
        (r"\b(?:прошл|минувш|предыдущ)\w+ (?:WEEKDAY|недел\w+|месяц\w*|год\w*|квартал\w*)", "none", "day", nothing),
        (r"\b(?:в начале|в первых числах|начало) (?:следующего месяца|месяца|MONTH|года)", "none", "month", nothing),
        (r"\bв (?:перв|втор)\w+ половине (?:следующ\w+ |эт\w+ )?\w+", "none", "day", nothing),
        (r"\b(?:WITHIN|через|за|в) (?:NUMBER )?(?:WORKDAYS|DAYS|недел\w+|месяц\w*|час\w*|сутки|суток)ANCHOR",
         "none", "day", nothing),
        (r"\bза (?:NUMBER )?(?:WORKDAYS|DAYS|недел\w+|час\w*) до(?: \w+){1,2}", "none", "day", nothing),
        (r"\bчерез (?:неделю|месяц) после\b", "none", "day", nothing),
        (r"\bпервую неделю (?:MONTH)\b", "none", "day", nothing),
        # Nights.
        (r"\b(?:в )?ночь с \d{1,2}(?:\.\d{1,2})?(?:-?го)?(?: MONTH)? на (?P<d>\d{1,2})(?:\.(?P<n>\d{1,2})|(?:-?о?е)?"
         r"(?: (?P<m>MONTH))?)\b", "span", "day", _night),
        (r"\b(?:в )?ночь с WEEKDAY на (?P<w>WEEKDAY)\b", "span", "day", _weekday),
        # Dates.
        (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", "date", "day", _numeric),
        (r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)(?![\d.]*\d)", "date", "day", _numeric),
        (r"(?<![\d.,])(?P<d>[0-3]?\d)\.(?P<m>0[1-9]|1[0-2])(?P<y>)(?!\.?\d|\s*(?:%|руб|р\.|₽|\$|€|тыс|млн|гб|мб|кг|"
         r"за (?:штук|шт|единиц|час|кг)))", "date", "day", _numeric),
        (r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}|\d\d)(?![\d/])", "date", "day", _numeric),
        (r"\b(?P<w>WEEKDAY|SHORT),? (?P<d>\d{1,2})(?:-?(?:го|му|е|ое|ого|ому))?(?: (?P<m>MONTH)\b| числа| (?=\W|$)|"
         r"(?<=[а-я])\b|(?=[.,;!?]|$))", "date", "day", _weekday_dated),
        (r"\b(?P<d>\d{1,2})(?:-?(?:го|му|е|ое|ого|ому))? (?P<m>MONTH)\b(?:,? (?P<y>20\d\d)\b(?: г(?:ода|\.)?)?)?",
         "date", "day", _dated),
        (r"\b(?P<d>\d{1,2})-?(?:го|му|е|ого|ому)\b(?: числа)?(?! (?:этаж|пункт|раз|квартал|класс|дома|издани|работы|строк|"
         r"места|уровн|релиз|верси))", "date", "day", _of_month),
        (r"\b(?P<d>\d{1,2}) числа\b", "date", "day", _of_month),
        (r"\b(?P<d>DAYWORD) (?:(?P<m>MONTH)\b|числа\b)", "date", "day", _in_words),
        (r"\b(?:до|к|ко|не позднее|не позже) (?P<d>DAYWORD)(?P<m>)(?=[.,;!?]|$)", "sure", "day", _in_words),
        (r"\b(?:до|к|не позднее|не позже) (?P<d>\d{1,2})(?:-?(?:го|му|ого|ому))? (?:числа |числу )?(?:следующего|будущего) месяца",
         "sure", "day", lambda found, clock: clock.month_end(1).replace(day=int(found["d"]))),
        (r"\b(?:дедлайн|срок\w*)\W{1,4}(?P<w>понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b", "sure", "day",
         _weekday),
        # Ends of periods.
        (r"\b(?:до|к|ко|в|под|не позднее|не позже|на)? ?(?:само\w+ )?(?:конец|конца|концу|конце|последн\w+ (?:день|дня|"
         r"дню)) (?P<which>этой |этого |текуще\w+ |следующ\w+ |будущ\w+ )?(?P<p>PERIOD)\b", "sure", "week", _end_of),
        (r"\b(?:до|к|ко|в|под|на)? ?(?:само\w+ )?(?:конец|конца|концу|конце|последн\w+ (?:день|дня|дню)) (?P<m>MONTH)\b"
         r"(?: (?P<y>20\d\d)\b)?", "sure", "month", _end_of_month),
        (r"\b(?:до|к|в) (?:конца|концу|конце) (?P<q>ORDINAL|[1-4](?:-?го)?|iv|i{1,3}) (?:кв\.|квартала)", "sure", "quarter",
         lambda found, clock: _roman(found, clock)),
        (r"\bво? (?P<q>ORDINAL|[1-4](?:-?м)?) квартале\b", "weak", "quarter", _quarter),
        (r"\b(?:до|к|в) (?:середин[ыеу]) (?P<m>MONTH)\b", "ahead", "day",
         lambda found, clock: clock.dated(15, month_named(found["m"]))),
        (r"\b(?:во? |до конца |к концу )?(?P<n>перв\w+|втор\w+|треть\w+|последн\w+) декад\w+ (?P<m>MONTH)\b", "ahead", "day",
         _decade),
        (r"\bв (?P<m>INMONTH)\b(?! (?:счет|акт|отчет|месяц))", "weak", "month",
         lambda found, clock: clock.end_of_month(month_named(found["m"]))),
        (r"\b(?:до|в|к) (?P<n>ORDINAL) рабоч\w+ (?:дня|день|дню) (?:(?P<m>MONTH)\b|(?:каждого |следующего )?месяца\b)",
         "sure", "day", _workday_of_month),
        # Weeks.
        (r"\b(?:в|к|до) середин[ыеу] месяца\b", "ahead", "day", lambda _, clock: clock.of_month(15)),
        (r"\bк началу (?:NEXT|той) недели\b", "ahead", "week", lambda _, clock: clock.in_week(0, 1)),
        (r"\b(?:в|с) начал[еа] (?:NEXT|той) недели\b", "ahead", "week", lambda _, clock: clock.in_week(1, 1)),
        (r"\b(?:в|к|до) середин[еы] NEXT недели\b", "ahead", "week", lambda _, clock: clock.in_week(2, 1)),
        (r"\b(?:в|к|до) середин[еы] недели\b", "weak", "week", lambda _, clock: clock.coming(2)),
        (r"\b(?:до|к|ко|в|во|не позднее|не позже) (?P<w>WEEKDAY|SHORT) (?:на )?(?:NEXT|той) недел[еи]\b", "sure", "day",
         _next_weekday),
        (r"\bна (?:NEXT|той) неделе,? (?:в|во|к|ко|до) (?P<w>WEEKDAY|SHORT)\b", "sure", "day", _next_weekday),
        (r"\b(?:на|в течение) NEXT недел[еи]\b", "ahead", "week", lambda _, clock: clock.week_end(1)),
        (r"\bна той неделе\b", "span", "week", lambda _, clock: clock.week_end(1)),
        (r"\bна этой неделе,? (?:в|во|к|ко|до) (?P<w>WEEKDAY)\b|\b(?:в|во|до|к) (?P<v>WEEKDAY) (?:на )?этой недел[еи]\b", "sure",
         "day", lambda found, clock: clock.in_week(weekday_named(found["w"] or found["v"]), 0)),
        (r"\bпосле выходных\b", "ahead", "day", lambda _, clock: clock.calendar.after(clock.coming(6), 1)),
        (r"\b(?:на|в течение) (?:этой|текущей) недел[еи]\b", "span", "week", lambda _, clock: clock.week_end()),
        (r"\bна неделе с (?P<d>\d{1,2}) (?P<m>MONTH)\b", "sure", "week", _week_of),
        (r"\b(?:в|до конца|к концу) (?:этом|этого|текущем) месяц[еа]\b", "weak", "month",
         lambda _, clock: clock.month_end()),
        (r"\bв (?:следующем|будущем) месяце\b", "weak", "month", lambda _, clock: clock.month_end(1)),
        (r"\bв (?:следующем|будущем) квартале\b", "weak", "quarter", lambda _, clock: clock.quarter_end(1)),
        (r"\b(?:до|к) (?:выходных|выходным)\b", "sure", "day", lambda _, clock: clock.week_end()),
        (r"\b(?:за|на|в) (?:эти )?(?:выходные|выходных)\b", "weak", "day", lambda _, clock: clock.coming(6)),
        # Weekdays.
        (r"\b(?:в|во|до|к|на|не позднее) NEXT (?P<w>WEEKDAY)\b", "ahead", "day", _next_weekday),
        (r"\b(?:в|во|до|к|на|не позднее) (?:эт(?:от|у|ой|ого)|ближайш\w+) (?P<w>WEEKDAY)\b", "date", "day", _weekday),
        (r"\b(?:кажд(?:ый|ую|ое)) (?P<w>WEEKDAY)\b", "date", "day", _weekday),
        (r"\b(?P<w>WEEKDAY)\b", "date", "day", _weekday),
        (r"\b(?:в|во|до|к|ко|на) (?P<w>SHORT)\b(?!\.? ?\d)", "sure", "day", _weekday),
        # Near days.
        (r"\bпослезавтра\b", "ahead", "day", lambda _, clock: clock.written + 2 * ONE),
        (r"\bзавтра\b|\b(?:до|к|не позднее|не позже) завтрашн\w+ (?:дня|дню|утра|утру|вечера|вечеру)\b", "ahead", "day",
         lambda _, clock: clock.written + ONE),
        (r"\bсегодня\b(?:(?! было))|\b(?:до|к|не позднее|не позже) сегодняшн\w+ (?:вечера|вечеру|дня)\b", "date", "day",
         lambda _, clock: clock.written),
        (r"\b(?:до|к) (?:конца|концу) (?:рабочего )?дня\b", "time", "day", lambda _, clock: clock.written),
        (r"\b(?:до|к) (?:вечера|вечеру|обеда|обеду|полудня|полудню|ночи)\b", "time", "day", lambda _, clock: clock.written),
        # Spans.
        (r"\b(?:WITHIN|через|не позднее чем через) COUNT WORKDAYS\b", "span", "day", _after_workdays),
        (r"\b(?:WITHIN|через) COUNT (?:DAYS|суток)\b", "span", "day", _after_days),
        (r"\bв (?P<n>\d{1,2}|двух|трех|пяти|семи|десяти)-?дневный срок\b(?!ANCHOR)", "span", "day", _after_days),
        (r"\bчерез полгода\b", "span", "day", lambda _, clock: clock.months_on(6)),
        (r"\bчерез год\b", "span", "day", lambda _, clock: clock.months_on(12)),
        (r"\b(?:через день)\b", "span", "day", lambda _, clock: clock.written + 2 * ONE),
        (r"\bв течение (?:дня|рабочего дня)\b", "span", "day", lambda _, clock: clock.written),
        (r"\b(?:через|в течение) (?:сутки|суток)\b", "span", "day", lambda _, clock: clock.written + ONE),
        (r"\b(?:WITHIN|через) (?:COUNT )?(?:недели|недель|неделю)\b", "span", "day", _after_weeks),
        (r"\b(?:WITHIN|через) (?:COUNT )?(?:месяца|месяцев|месяц)\b", "span", "day", _after_months),
        (r"\b(?:WITHIN|через) COUNT час(?:а|ов)?\b", "span", "hour", _after_hours),
        (r"\b(?:WITHIN|через) (?:час|часа|полчаса|получаса|(?:NUMBER )?минут\w*)\b", "span", "hour",
         lambda _, clock: clock.written),
        (r"\bза COUNT WORKDAYS\b", "weak", "day", _after_workdays),
        (r"\bза COUNT (?:DAYS|суток)\b", "weak", "day", _after_days),
        (r"\bза (?:COUNT )?(?:недели|недель|неделю)\b", "weak", "day", _after_weeks),
        # Feasts.
        (r"\b(?:до|к|перед|под) нов(?:ого года|ому году|ым годом|ый год)\b", "sure", "day",
         lambda _, clock: date(clock.written.year, 12, 31)),
        (r"\b(?:до|перед) майск\w+(?: праздник\w+)?", "sure", "day", lambda _, clock: _may(clock)[0]),
        (r"\bпосле майских(?: праздников)?(?!, в)", "sure", "day", lambda _, clock: _may(clock)[1]),
        (r"\b(?:до|перед) (?:праздник\w+|новогодн\w+)(?: праздник\w+)?\b", "sure", "day", _before_days_off),
        (r"\bпосле (?:праздников|новогодних(?: праздников)?|каникул)\b(?: праздников)?(?!, в)", "sure", "day",
         _after_days_off),
        # Times of day: today, unless a day stands beside them.
        (rf"\b(?:до|к|не позднее|не позже) (?:\d{{1,2}}{_MINUTES}|\d{{1,2}} (?:час\w*|утра|вечера|дня)|(?:двум|трем|четырем|пяти|шести|семи|восьми|"
         rf"девяти|десяти|одиннадцати|двенадцати|двух|трех|четырех)(?= (?:час|утра|вечера|вы |мы |я |все |будет|буду)|"
         rf"[.,;!]|$))", "time", "hour", lambda _, clock: clock.written),
        (rf"\bв \d{{1,2}}{_MINUTES}(?!\d)|\bв \d{{1,2}} (?:утра|вечера|дня|часов)\b", "time", "hour",
         lambda _, clock: clock.written),
        (r"\b(?:статус|прогноз|отчет|обновление)\b \d{1,2}:[0-5]\d\b", "time", "hour", lambda _, clock: clock.written),
    )
)

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _roman(found: re.Match[str], clock: Clock) -> date:
    which = found["q"]
    return clock.end_of_quarter(_ROMAN[which]) if which in _ROMAN else _quarter(found, clock)
