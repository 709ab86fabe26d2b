"""The words for what stops a reminder, for the next step, for a plan and for late interest, in English and Russian."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from leopold import words
from leopold.languages import Language
from leopold.model import Fact

STOPS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "paid": "It is paid",
        "not_due": "It is not due yet",
        "disputed": "There is a dispute, and it comes first",
        "case": "A case is open with them",
        "insolvency": "They write of insolvency; what may be asked is a matter of law",
        "stop_writing": "They asked not to be written to",
        "claimed_paid": "They say that they have paid; money may be on its way",
        "offered_payment": "A payment that may be for it waits to be confirmed",
        "credit_note": "A credit note of theirs has not been set off yet",
        "promise_ahead": "They promised to pay, and the day has not gone by",
        "plan_kept": "They pay by a plan, and keep it",
        "our_promise": "We have not kept a promise of our own to them",
        "unanswered": "They wrote about paying, and nobody has answered yet",
        "recent": "They were reminded not long ago",
        "paused": "Reminders are paused",
    },
    "ru": {
        "paid": "Он оплачен",
        "not_due": "Срок оплаты ещё не прошёл",
        "disputed": "Есть спор, и сначала надо решить его",
        "case": "С ними открыто дело",
        "insolvency": "Они пишут о банкротстве; что можно требовать, решает закон",
        "stop_writing": "Они просили им не писать",
        "claimed_paid": "Они пишут, что заплатили; деньги могут быть в пути",
        "offered_payment": "Есть платёж, который может быть за него; он ждёт подтверждения",
        "credit_note": "Их корректировочный счёт ещё не зачтён",
        "promise_ahead": "Они обещали заплатить, и этот день ещё не прошёл",
        "plan_kept": "Они платят по графику и соблюдают его",
        "our_promise": "Мы сами не выполнили обещание, данное им",
        "unanswered": "Они написали об оплате, и им ещё никто не ответил",
        "recent": "Им напоминали совсем недавно",
        "paused": "Напоминания приостановлены",
    },
}
STEPS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "friendly": "Send a friendly reminder",
        "firmer": "Remind clearly, and name a day",
        "ask": "Ask what is in the way",
        "ask_transfer": "Ask for the details of the transfer",
        "offer_plan": "Offer to pay in parts",
        "talk": "Talk to them",
        "case": "Open a case, with a person who looks after it",
    },
    "ru": {
        "friendly": "Дружески напомнить",
        "firmer": "Напомнить яснее и назвать день",
        "ask": "Спросить, что мешает",
        "ask_transfer": "Попросить данные перевода",
        "offer_plan": "Предложить платить частями",
        "talk": "Поговорить с ними",
        "case": "Открыть дело, за которым будет следить человек",
    },
}
TONES: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"warm": "warm", "neutral": "neutral", "strained": "strained"},
    "ru": {"warm": "тёплый", "neutral": "ровный", "strained": "осторожный"},
}
FACTS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "paid": "Of invoice {number} nothing is open",
        "not_due": "Invoice {number} is due on {day}",
        "marked_disputed": "The ledger marks invoice {number} as disputed",
        "case": "“{subject}”, open since {day}",
        "offered_payment": "{amount} of {day}",
        "credit_note": "Credit note {number} over {amount}",
        "promise_ahead": "“{act}”, by {day}",
        "plan_kept": "Next part on {day}; parts to come: {count}",
        "our_promise": "“{act}”",
        "our_promise_dated": "“{act}”, due on {day}",
        "recent": "Last reminder on {day}; days between two: {gap}",
        "paused": "Until {day}{named}{noted}",
        "days_overdue": "Overdue by {days:day}",
        "why_forgot": "They seem to have overlooked it",
        "why_cannot": "They seem unable to pay now",
        "why_disputes": "They dispute it",
        "why_refuses": "They refuse to pay",
        "why_unknown": "Nobody knows why it is unpaid",
        "tone_warm": "Things are well between us, so there is time",
        "tone_neutral": "No trouble is known between us",
        "tone_strained": "Things are strained between us, so a person sees to it",
        "reminded": "Reminders sent: {count}, the last on {day}",
        "claimed": "On {day} they said that they had paid, and no money came",
        "promise_passed": "They had promised to pay by {day}",
        "rhythm": "Money came from them on {n:day}, mostly every {gap:day}; in three of four cases {usual} or more",
        "rhythm_month": "usually about day {month_day} of the month",
        "few": "Too little is known of how they pay ({n:day} of payment), so the parts are equal",
    },
    "ru": {
        "paid": "По счёту {number} ничего не осталось",
        "not_due": "Срок счёта {number}: {day}",
        "marked_disputed": "Счёт {number} отмечен в учёте как спорный",
        "case": "«{subject}», открыто с {day}",
        "offered_payment": "{amount} от {day}",
        "credit_note": "Корректировочный счёт {number} на {amount}",
        "promise_ahead": "«{act}», срок {day}",
        "plan_kept": "Следующая часть {day}; осталось частей: {count}",
        "our_promise": "«{act}»",
        "our_promise_dated": "«{act}», срок {day}",
        "recent": "Последнее напоминание {day}; дней между двумя: {gap}",
        "paused": "До {day}{named}{noted}",
        "days_overdue": "Просрочка {days:day}",
        "why_forgot": "Похоже, они забыли",
        "why_cannot": "Похоже, сейчас они не могут заплатить",
        "why_disputes": "Они оспаривают счёт",
        "why_refuses": "Они отказываются платить",
        "why_unknown": "Почему не оплачено, никто не знает",
        "tone_warm": "Отношения хорошие, так что время есть",
        "tone_neutral": "О разногласиях ничего не известно",
        "tone_strained": "Отношения напряжены, так что этим занимается человек",
        "reminded": "Отправлено напоминаний: {count}, последнее {day}",
        "claimed": "{day} они написали, что заплатили, а деньги не пришли",
        "promise_passed": "Они обещали заплатить до {day}",
        "rhythm": "Дней, когда от них приходили деньги: {n}, обычно через {gap:day}; в трёх случаях из четырёх {usual} "
        "или больше",
        "rhythm_month": "обычно около {month_day}-го числа",
        "few": "О том, как они платят, известно слишком мало (дней с платежами: {n}), так что части равные",
    },
}
LAWS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"ru_395": "Article 395 of the Russian Civil Code", "eu_2011_7": "Directive 2011/7/EU"},
    "ru": {"ru_395": "Статья 395 ГК РФ", "eu_2011_7": "Директива 2011/7/ЕС"},
}
SOURCES: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "ru_395": "Bank of Russia, key rate: cbr.ru/hd_base/KeyRate",
        "eu_2011_7": "European Central Bank, main refinancing operations on 1 January and 1 July, and 8 points",
    },
    "ru": {
        "ru_395": "Банк России, ключевая ставка: cbr.ru/hd_base/KeyRate",
        "eu_2011_7": "Европейский центральный банк, основное рефинансирование на 1 января и 1 июля, плюс 8 пунктов",
    },
}
KNOWN: Final[Mapping[Language, str]] = {
    "en": "Rates are known until {day}; later days are worked out with the last known rate",
    "ru": "Ставки известны до {day}; более поздние дни посчитаны по последней известной ставке",
}
_MONTHS: Final[Mapping[Language, str]] = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def day(value: date, language: Language) -> str:
    """Return a day as letters write it: ``3 March 2026``, ``3 марта 2026``."""
    return f"{value.day}\u00a0{_MONTHS[language].split()[value.month - 1]}\u00a0{value.year}"


def money(amount: Decimal, currency: str, language: Language) -> str:
    """Return an amount with its thousands apart and two decimals, none where it has none: ``1,200.50 EUR``."""
    exact = f"{amount:f}" if amount != amount.to_integral_value() else f"{amount:.0f}"
    if "." in exact:
        whole, cents = exact.rstrip("0").split(".")
        exact = f"{whole}.{cents:0<2}"
    return words.money(exact, currency, language)


def stop(kind: str, language: Language) -> str:
    """Return a reason not to remind in one short sentence without its full stop; KeyError for one without words."""
    return STOPS[language][kind]


def step(name: str, language: Language) -> str:
    """Return a step as advice, without its full stop; KeyError for one without words."""
    return STEPS[language][name]


def fact(found: Fact, language: Language) -> str:
    """Return a fact that proves a reason or a step in one short sentence without its full stop."""
    values: dict[str, object] = {name: _Counted(value, language) for name, value in found.values.items()}
    kind = found.kind
    if at := found.values.get("day"):
        values["day"] = day(date.fromisoformat(str(at)), language)
        kind = "our_promise_dated" if kind == "our_promise" else kind
    if "currency" in found.values:
        currency = str(found.values["currency"])
        values |= {
            name: money(Decimal(str(found.values[name])), currency, language)
            for name in ("amount", "usual")
            if name in found.values
        }
    values["named"] = f" ({found.values['by']})" if found.values.get("by") else ""
    values["noted"] = f": {found.values['note']}" if found.values.get("note") else ""
    return FACTS[language][kind].format_map(values)


class _Counted:
    """A value that puts itself into words with its noun: ``{days:day}`` is "3 days"."""

    def __init__(self, value: str | int | float, language: Language) -> None:
        self.value, self.language = value, language

    def __format__(self, noun: str) -> str:
        return words.count(int(self.value), noun, self.language) if noun else str(self.value)
