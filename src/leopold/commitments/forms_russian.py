"""The forms of time phrases in Russian, over folded text (ё is е). Readings are told in docs/dates.md."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from leopold.commitments import readings, readings_russian
from leopold.commitments.calendars import ONE
from leopold.commitments.clock import month_named, weekday_named
from leopold.commitments.forms import Form, Precision, Reading, Weight, compiler, nothing

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
        "INMONTH": (r"(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)"),
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


_MINUTES: Final = r"(?::[0-5]\d|\.(?:00|1[3-9]|[2-5]\d))"

_TABLE: Final[tuple[tuple[str, Weight, Precision, Reading], ...]] = (
    # What looks like a day and is none.
    (r"\b24/7\b|\b50/50\b", "none", "day", nothing),
    (r"\bс WEEKDAY (?:по|до) WEEKDAY\b|\bSHORT ?[-–] ?SHORT(?: ?[-–] ?SHORT)?\b", "none", "day", nothing),
    (r"\bс \d{1,2}(?:-?го)? (?:MONTH )?(?:по|до) \d{1,2}(?:-?\w{1,3})?(?: MONTH)?\b", "none", "day", nothing),
    (r"\b\d{1,2} ?[-–] ?\d{1,2} MONTH\b", "none", "day", nothing),
    (r"\b(?:прошл|минувш|предыдущ)\w+ (?:WEEKDAY|недел\w+|месяц\w*|год\w*|квартал\w*)", "none", "day", nothing),
    (r"\b(?:в начале|в первых числах|начало) (?:следующего месяца|месяца|MONTH|года)", "none", "month", nothing),
    (r"\bв (?:перв|втор)\w+ половине (?:следующ\w+ |эт\w+ )?\w+", "none", "day", nothing),
    (
        r"\b(?:WITHIN|через|за|в) (?:NUMBER )?(?:WORKDAYS|DAYS|недел\w+|месяц\w*|час\w*|сутки|суток)ANCHOR",
        "none",
        "day",
        nothing,
    ),
    (r"\bза (?:NUMBER )?(?:WORKDAYS|DAYS|недел\w+|час\w*) до(?: \w+){1,2}", "none", "day", nothing),
    (r"\bчерез (?:неделю|месяц) после\b", "none", "day", nothing),
    (r"\bпервую неделю (?:MONTH)\b", "none", "day", nothing),
    # Nights.
    (
        (
            r"\b(?:в )?ночь с \d{1,2}(?:\.\d{1,2})?(?:-?го)?(?: MONTH)? на (?P<d>\d{1,2})(?:\.(?P<n>\d{1,2})|"
            r"(?:-?о?е)?"
            r"(?: (?P<m>MONTH))?)\b"
        ),
        "span",
        "day",
        readings_russian.night,
    ),
    (r"\b(?:в )?ночь с WEEKDAY на (?P<w>WEEKDAY)\b", "span", "day", readings.weekday),
    # Dates.
    (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", "date", "day", readings.numeric),
    (r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)(?![\d.]*\d)", "date", "day", readings.numeric),
    (
        (
            r"(?<![\d.,])(?P<d>[0-3]?\d)\.(?P<m>0[1-9]|1[0-2])(?P<y>)(?!\.?\d|\s*(?:%|руб|р\.|₽|\$|€|тыс|млн|"
            r"гб|мб|кг|"
            r"за (?:штук|шт|единиц|час|кг)))"
        ),
        "date",
        "day",
        readings.numeric,
    ),
    (r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}|\d\d)(?![\d/])", "date", "day", readings.numeric),
    (
        (
            r"\b(?P<w>WEEKDAY|SHORT),? (?P<d>\d{1,2})(?:-?(?:го|му|е|ое|ого|ому))?(?: (?P<m>MONTH)\b| числа|"
            r" (?=\W|$)|"
            r"(?<=[а-я])\b|(?=[.,;!?]|$))"
        ),
        "date",
        "day",
        readings_russian.weekday_dated,
    ),
    (
        r"\b(?P<d>\d{1,2})(?:-?(?:го|му|е|ое|ого|ому))? (?P<m>MONTH)\b(?:,? (?P<y>20\d\d)\b(?: г(?:ода|\.)?)?)?",
        "date",
        "day",
        readings_russian.dated,
    ),
    (
        (
            r"\b(?P<d>\d{1,2})-?(?:го|му|е|ого|ому)\b(?: числа)?(?! (?:этаж|пункт|раз|квартал|класс|дома|издани|"
            r"работы|строк|"
            r"места|уровн|релиз|верси))"
        ),
        "date",
        "day",
        readings.of_month,
    ),
    (r"\b(?P<d>\d{1,2}) числа\b", "date", "day", readings.of_month),
    (r"\b(?P<d>DAYWORD) (?:(?P<m>MONTH)\b|числа\b)", "date", "day", readings_russian.in_words),
    (
        r"\b(?:до|к|ко|не позднее|не позже) (?P<d>DAYWORD)(?P<m>)(?=[.,;!?]|$)",
        "sure",
        "day",
        readings_russian.in_words,
    ),
    (
        (
            r"\b(?:до|к|не позднее|не позже) (?P<d>\d{1,2})(?:-?(?:го|му|ого|ому))? (?:числа |"
            r"числу )?(?:следующего|"
            r"будущего) месяца"
        ),
        "sure",
        "day",
        lambda found, clock: clock.month_end(1).replace(day=int(found["d"])),
    ),
    (
        r"\b(?:дедлайн|срок\w*)\W{1,4}(?P<w>понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b",
        "sure",
        "day",
        readings.weekday,
    ),
    # Ends of periods.
    (
        (
            r"\b(?:до|к|ко|в|под|не позднее|не позже|на)? ?(?:само\w+ )?(?:конец|конца|концу|конце|"
            r"последн\w+ (?:день|дня|"
            r"дню)) (?P<which>этой |этого |текуще\w+ |следующ\w+ |будущ\w+ )?(?P<p>PERIOD)\b"
        ),
        "sure",
        "week",
        readings_russian.end_of,
    ),
    (
        (
            r"\b(?:до|к|ко|в|под|на)? ?(?:само\w+ )?(?:конец|конца|концу|конце|последн\w+ (?:день|дня|"
            r"дню)) (?P<m>MONTH)\b"
            r"(?: (?P<y>20\d\d)\b)?"
        ),
        "sure",
        "month",
        readings_russian.end_of_month,
    ),
    (
        r"\b(?:до|к|в) (?:конца|концу|конце) (?P<q>ORDINAL|[1-4](?:-?го)?|iv|i{1,3}) (?:кв\.|квартала)",
        "sure",
        "quarter",
        readings_russian.roman,
    ),
    (
        r"\b(?:до|к|в) (?:конца|концу|конце) (?:(?P<n>первого|второго) )?полугодия\b",
        "sure",
        "quarter",
        readings_russian.half_year,
    ),
    (r"\bво? (?P<q>ORDINAL|[1-4](?:-?м)?) квартале\b", "weak", "quarter", readings_russian.quarter),
    (
        r"\b(?:до|к|в) (?:середин[ыеу]) (?P<m>MONTH)\b",
        "ahead",
        "day",
        lambda found, clock: clock.dated(15, month_named(found["m"])),
    ),
    (
        r"\b(?:во? |до конца |к концу )?(?P<n>перв\w+|втор\w+|треть\w+|последн\w+) декад\w+ (?P<m>MONTH)\b",
        "ahead",
        "day",
        readings_russian.decade,
    ),
    (
        r"\bв (?P<m>INMONTH)\b(?! (?:счет|акт|отчет|месяц))",
        "weak",
        "month",
        lambda found, clock: clock.end_of_month(month_named(found["m"])),
    ),
    (
        (
            r"\b(?:до|в|к) (?P<n>ORDINAL) рабоч\w+ (?:дня|день|дню) (?:(?P<m>MONTH)\b|(?:каждого |"
            r"следующего )?месяца\b)"
        ),
        "sure",
        "day",
        readings_russian.workday_of_month,
    ),
    # Weeks.
    (r"\b(?:в|к|до) середин[ыеу] месяца\b", "ahead", "day", lambda _, clock: clock.of_month(15)),
    (r"\bк началу (?:NEXT|той) недели\b", "ahead", "week", lambda _, clock: clock.in_week(0, 1)),
    (r"\b(?:в|с) начал[еа] (?:NEXT|той) недели\b", "ahead", "week", lambda _, clock: clock.in_week(1, 1)),
    (r"\b(?:в|к|до) середин[еы] NEXT недели\b", "ahead", "week", lambda _, clock: clock.in_week(2, 1)),
    (r"\b(?:в|к|до) середин[еы] недели\b", "weak", "week", lambda _, clock: clock.coming(2)),
    (
        r"\b(?:до|к|ко|в|во|не позднее|не позже) (?P<w>WEEKDAY|SHORT) (?:на )?(?:NEXT|той) недел[еи]\b",
        "sure",
        "day",
        readings.next_weekday,
    ),
    (r"\bна (?:NEXT|той) неделе,? (?:в|во|к|ко|до) (?P<w>WEEKDAY|SHORT)\b", "sure", "day", readings.next_weekday),
    (r"\b(?:на|в течение) NEXT недел[еи]\b", "ahead", "week", lambda _, clock: clock.week_end(1)),
    (r"\bна той неделе\b", "span", "week", lambda _, clock: clock.week_end(1)),
    (
        (
            r"\bна этой неделе,? (?:в|во|к|ко|до) (?P<w>WEEKDAY)\b|\b(?:в|во|до|"
            r"к) (?P<v>WEEKDAY) (?:на )?этой недел[еи]\b"
        ),
        "sure",
        "day",
        lambda found, clock: clock.in_week(weekday_named(found["w"] or found["v"]), 0),
    ),
    (r"\bпосле выходных\b", "ahead", "day", lambda _, clock: clock.calendar.after(clock.coming(6), 1)),
    (r"\b(?:на|в течение) (?:этой|текущей) недел[еи]\b", "span", "week", lambda _, clock: clock.week_end()),
    (r"\bна неделе с (?P<d>\d{1,2}) (?P<m>MONTH)\b", "sure", "week", readings.week_of),
    (
        r"\b(?:в|до конца|к концу) (?:этом|этого|текущем) месяц[еа]\b",
        "weak",
        "month",
        lambda _, clock: clock.month_end(),
    ),
    (r"\bв (?:следующем|будущем) месяце\b", "weak", "month", lambda _, clock: clock.month_end(1)),
    (r"\bв (?:следующем|будущем) квартале\b", "weak", "quarter", lambda _, clock: clock.quarter_end(1)),
    (r"\b(?:до|к) (?:выходных|выходным)\b", "sure", "day", lambda _, clock: clock.week_end()),
    (r"\b(?:за|на|в) (?:эти )?(?:выходные|выходных)\b", "weak", "day", lambda _, clock: clock.coming(6)),
    # Weekdays.
    (r"\b(?:в|во|до|к|на|не позднее) NEXT (?P<w>WEEKDAY)\b", "ahead", "day", readings.next_weekday),
    (
        r"\b(?:в|во|до|к|на|не позднее) (?:эт(?:от|у|ой|ого)|ближайш\w+) (?P<w>WEEKDAY)\b",
        "date",
        "day",
        readings.weekday,
    ),
    (r"\b(?:кажд(?:ый|ую|ое)) (?P<w>WEEKDAY)\b", "date", "day", readings.weekday),
    (r"\bWEEKDAY(?: или (?:в |во )?| ?[-–] ?)(?P<w>WEEKDAY)\b", "date", "day", readings.weekday),
    (r"\b(?P<w>WEEKDAY)\b", "date", "day", readings.weekday),
    (r"\b(?:в|во|до|к|ко|на) (?P<w>SHORT)\b(?!\.? ?\d)", "sure", "day", readings.weekday),
    # Near days.
    (r"\bпослезавтра\b", "ahead", "day", lambda _, clock: clock.written + 2 * ONE),
    (
        r"\bзавтра\b|\b(?:до|к|не позднее|не позже) завтрашн\w+ (?:дня|дню|утра|утру|вечера|вечеру)\b",
        "ahead",
        "day",
        lambda _, clock: clock.written + ONE,
    ),
    (
        r"\bсегодня\b(?:(?! было))|\b(?:до|к|не позднее|не позже) сегодняшн\w+ (?:вечера|вечеру|дня)\b",
        "date",
        "day",
        lambda _, clock: clock.written,
    ),
    (r"\b(?:до|к) (?:конца|концу) (?:рабочего )?дня\b", "time", "day", lambda _, clock: clock.written),
    (
        r"\b(?:до|к) (?:вечера|вечеру|обеда|обеду|полудня|полудню|ночи)\b",
        "time",
        "day",
        lambda _, clock: clock.written,
    ),
    # Spans.
    (r"\b(?:WITHIN|через|не позднее чем через) COUNT WORKDAYS\b", "span", "day", readings.after_workdays),
    (r"\b(?:WITHIN|через) COUNT (?:DAYS|суток)\b", "span", "day", readings.after_days),
    (
        r"\bв (?P<n>\d{1,2}|двух|трех|пяти|семи|десяти)-?дневный срок\b(?!ANCHOR)",
        "span",
        "day",
        readings.after_days,
    ),
    (r"\bчерез полгода\b", "span", "day", lambda _, clock: clock.months_on(6)),
    (r"\bчерез год\b", "span", "day", lambda _, clock: clock.months_on(12)),
    (r"\b(?:через день)\b", "span", "day", lambda _, clock: clock.written + 2 * ONE),
    (r"\bв течение (?:дня|рабочего дня)\b", "span", "day", lambda _, clock: clock.written),
    (r"\b(?:через|в течение) (?:сутки|суток)\b", "span", "day", lambda _, clock: clock.written + ONE),
    (r"\b(?:WITHIN|через) (?:COUNT )?(?:недели|недель|неделю)\b", "span", "day", readings.after_weeks),
    (r"\b(?:WITHIN|через) (?:COUNT )?(?:месяца|месяцев|месяц)\b", "span", "day", readings.after_months),
    (r"\b(?:WITHIN|через) COUNT час(?:а|ов)?\b", "span", "hour", readings.after_hours),
    (
        r"\b(?:WITHIN|через) (?:час|часа|полчаса|получаса|(?:NUMBER )?минут\w*)\b",
        "span",
        "hour",
        lambda _, clock: clock.written,
    ),
    (r"\bза COUNT WORKDAYS\b", "weak", "day", readings.after_workdays),
    (r"\bза COUNT (?:DAYS|суток)\b", "weak", "day", readings.after_days),
    (r"\bза (?:COUNT )?(?:недели|недель|неделю)\b", "weak", "day", readings.after_weeks),
    # Feasts.
    (
        r"\b(?:до|к|перед|под) нов(?:ого года|ому году|ым годом|ый год)\b",
        "sure",
        "day",
        lambda _, clock: date(clock.written.year, 12, 31),
    ),
    (r"\b(?:до|перед) майск\w+(?: праздник\w+)?", "sure", "day", lambda _, clock: readings_russian.may(clock)[0]),
    (r"\bпосле майских(?: праздников)?(?!, в)", "sure", "day", lambda _, clock: readings_russian.may(clock)[1]),
    (r"\b(?:до|перед) (?:праздник\w+|новогодн\w+)(?: праздник\w+)?\b", "sure", "day", readings.before_days_off),
    (
        r"\bпосле (?:праздников|новогодних(?: праздников)?|каникул)\b(?: праздников)?(?!, в)",
        "sure",
        "day",
        readings.after_days_off,
    ),
    # Times of day: today, unless a day stands beside them.
    (
        (
            rf"\b(?:до|к|не позднее|не позже) (?:\d{{1,2}}{_MINUTES}|\d{{1,2}} (?:час\w*|утра|вечера|дня)|(?:двум|"
            rf"трем|четырем|пяти|шести|семи|восьми|"
            rf"девяти|десяти|одиннадцати|двенадцати|двух|трех|четырех)(?= (?:час|утра|вечера|вы |мы |я |все |будет|"
            rf"буду)|"
            rf"[.,;!]|$))"
        ),
        "time",
        "hour",
        lambda _, clock: clock.written,
    ),
    (
        rf"\bв \d{{1,2}}{_MINUTES}(?!\d)|\bв \d{{1,2}} (?:утра|вечера|дня|часов)\b",
        "time",
        "hour",
        lambda _, clock: clock.written,
    ),
    (r"\b(?:статус|прогноз|отчет|обновление)\b \d{1,2}:[0-5]\d\b", "time", "hour", lambda _, clock: clock.written),
)


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms; made when first asked for, which takes a tenth of a second."""
    return tuple(Form(_compiled(pattern), weight, precision, read) for pattern, weight, precision, read in _TABLE)
