"""The words around a report, in both languages. What was found is worded by `leopold.words`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from leopold.words import Language, count

LABELS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "title": "Relationships that need a person",
        "none": "Nothing here needs a person now.",
        "relationship": "Relationship",
        "health": "Health",
        "why": "Why",
        "next": "Next step",
        "since": "since {day}",
        "all": "All relationships",
        "letters": "Letters",
        "last": "Last alert",
        "no_alert": "none",
        "open": "needs a person",
        "steady": "steady",
        "ours": "we",
        "theirs": "they",
        "as_of": "As known on {day}",
        "own": "Our side: {domains}",
        "inferred": "Our side, inferred from the letters: {domains}. If that is wrong, say --ours example.com",
        "unread": "No letter could be read.",
        "whose": "The letters do not tell which side is yours, so no relationship could be judged; "
        "say it with --ours example.com",
        "counts": "{read} letters read, {duplicates} duplicates, {refused} refused; "
        "{automatic} automatic letters left out",
        "later": "{later} letters are dated later than {day} and were left out",
        "nobody": "None of these letters is between {domains} and anybody else; if your side has other domains, "
        "say --ours example.com",
        "ledger": "{read} invoices and payments read, {refused} refused",
        "waiting": "{waiting} more relationships with an alert wait for another day, as --capacity asks",
        "refused": "Refused",
        "of": "{shown} of {total}",
        "health_of": "Health from {first} to {last} of 100",
        "came_back": "Came back: {subjects}",
        "behaves": "How each side behaves",
        "way": "Way",
        "earlier": "Earlier",
        "lately": "Last 90 days",
        "outcomes": "n = {n}",
        "second": "read by the second reader",
        "second_reader": "Second reader {model} at {host}: {asked} conversations were sent to it, {remembered} were "
        "known from earlier, {not_asked} not asked; {accepted} signs taken, {dropped} claims dropped; "
        "requests failed: {failed}",
        "second_before": "Second reader {model}: conversations in doubt are sent to {host}, {requests} at most, for "
        "{seconds:.0f} s at most",
        "second_failed": "Second reader",
        "second_rest": "Scan again with the same options to ask about the rest",
    },
    "ru": {
        "title": "Отношения, которым сейчас нужен человек",
        "none": "Сейчас ничего не требует вмешательства человека.",
        "relationship": "Отношения",
        "health": "Здоровье",
        "why": "Почему",
        "next": "Следующий шаг",
        "since": "с {day}",
        "all": "Все отношения",
        "letters": "Письма",
        "last": "Последняя тревога",
        "no_alert": "не было",
        "open": "нужен человек",
        "steady": "спокойно",
        "ours": "мы",
        "theirs": "они",
        "as_of": "По состоянию на {day}",
        "own": "Наша сторона: {domains}",
        "inferred": "Наша сторона определена по письмам: {domains}. Если это не так, укажите --ours example.com",
        "unread": "Ни одного письма прочитать не удалось.",
        "whose": "По письмам не видно, какая сторона ваша, поэтому судить об отношениях нельзя; "
        "укажите её: --ours example.com",
        "counts": "Прочитано писем: {read}, повторов: {duplicates}, отклонено: {refused}; "
        "автоматических, не учтено: {automatic}",
        "later": "Писем с датой позже {day}: {later}, они не учтены",
        "nobody": "Среди этих писем нет переписки {domains} с кем-либо ещё; если у вас другие домены, "
        "укажите --ours example.com",
        "ledger": "Прочитано счетов и платежей: {read}, отклонено: {refused}",
        "waiting": "Отношений с тревогой, отложенной на другой день, как задано в --capacity: {waiting}",
        "refused": "Отклонено",
        "of": "{shown} из {total}",
        "health_of": "Здоровье: от {first} до {last} из 100",
        "came_back": "Возвращается: {subjects}",
        "behaves": "Как ведёт себя каждая сторона",
        "way": "Поведение",
        "earlier": "Раньше",
        "lately": "Последние 90 дней",
        "outcomes": "n = {n}",
        "second": "прочитано вторым читателем",
        "second_reader": "Второй читатель {model} на {host}: отправлено переписок: {asked}, известно от прошлого раза: "
        "{remembered}, не спрошено: {not_asked}; принято находок: {accepted}, отброшено: {dropped}; неудачных "
        "запросов: {failed}",
        "second_before": "Второй читатель {model}: сомнительные переписки отправляются на {host}, не больше {requests} "
        "и не дольше {seconds:.0f} с",
        "second_failed": "Второй читатель",
        "second_rest": "Повторите чтение с теми же настройками, чтобы спросить об остальных",
    },
}

MONTHS: Mapping[Language, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "ru": ("янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
}


def day(value: str | date, language: Language) -> str:
    """Return a day, given as such or as ISO text, as people write it: ``3 Mar 2026``, ``3 марта 2026``."""
    known = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{known.day}\u00a0{MONTHS[language][known.month - 1]}\u00a0{known.year}"


def quotation(text: str, language: Language) -> str:
    """Return `text` on one line in the language's quotation marks."""
    line = " ".join(text.split())
    return f"«{line}»" if language == "ru" else f"“{line}”"


def came_back(subjects: Iterable[Mapping[str, Any]], language: Language) -> str:
    """Return what trouble came back about, and how often it was there; "" where none did."""
    again = [
        f"{subject['text']} ({count(len(subject['episodes']), 'time', language)})"
        for subject in subjects
        if subject["came_back"]
    ]
    return LABELS[language]["came_back"].format(subjects=", ".join(again)) if again else ""
