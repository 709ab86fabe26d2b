"""How Leopold says what comes back, how a side behaves, and what may lie behind it, in English and Russian.

Of sides, never of a person; a cause is a guess and sounds like one. Where too little is known, nothing else is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.model import Custom, Reason, Side, Tally
from leopold.words import Language, Pair, count

SUBJECTS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "payment": "Payment",
        "expectations": "Expectations",
        "deadline": "Deadlines",
        "quality": "Quality",
        "scope": "What the work includes",
        "price": "Price",
        "communication": "Answers and news",
        "access": "Access",
        "security": "Security",
        "personal": "How people treat each other",
    },
    "ru": {
        "payment": "Оплата",
        "expectations": "Ожидания",
        "deadline": "Сроки",
        "quality": "Качество",
        "scope": "Что входит в работу",
        "price": "Цена",
        "communication": "Ответы и новости",
        "access": "Доступ",
        "security": "Безопасность",
        "personal": "Обращение друг с другом",
    },
}

CUSTOMS: Final[Mapping[Language, Mapping[str, Pair]]] = {
    "en": {
        "answers": ("They answer our questions within 20 days", "We answer their questions within 20 days"),
        "pays_in_time": ("They pay by the day due", "We pay by the day due"),
        "breaks_its_word": (
            "Letters that tell of a promise of theirs not kept",
            "Letters that tell of a promise of ours not kept",
        ),
        "gives_way": (
            "They apologise or meet us halfway when we raise trouble",
            "We apologise or meet them halfway when they raise trouble",
        ),
        "accuses": (
            "Their letters that blame us or threaten",
            "Our letters that blame them or threaten",
        ),
    },
    "ru": {
        "answers": ("Отвечают на наши вопросы в течение 20 дней", "Отвечаем на их вопросы в течение 20 дней"),
        "pays_in_time": ("Платят в срок", "Платим в срок"),
        "breaks_its_word": (
            "Письма, где сказано об их невыполненном обещании",
            "Письма, где сказано о нашем невыполненном обещании",
        ),
        "gives_way": (
            "Извиняются или идут навстречу, когда мы пишем о трудностях",
            "Извиняемся или идём навстречу, когда они пишут о трудностях",
        ),
        "accuses": (
            "Их письма, где винят нас или ставят условия",
            "Наши письма, где мы виним их или ставим условия",
        ),
    },
}

CAUSES: Final[Mapping[Language, Mapping[str, Pair]]] = {
    "en": {
        "competence": (
            "Perhaps this takes more experience or hands than they have",
            "Perhaps this takes more experience or hands than we have",
        ),
        "greed": ("Perhaps they look only to their own gain", "Perhaps we look only to our own gain"),
        "fear": ("Perhaps they are afraid of something", "Perhaps we are afraid of something"),
    },
    "ru": {
        "competence": (
            "Возможно, им не хватает опыта или рук",
            "Возможно, нам не хватает опыта или рук",
        ),
        "greed": ("Возможно, они смотрят только на свою выгоду", "Возможно, мы смотрим только на свою выгоду"),
        "fear": ("Возможно, они чего-то боятся", "Возможно, мы чего-то боимся"),
    },
}

CAUSE_NAMES: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"competence": "Competence", "greed": "Greed", "fear": "Fear", "none": "None of these"},
    "ru": {"competence": "Компетентность", "greed": "Жадность", "fear": "Страх", "none": "Ничего из этого"},
}

CUES: Final[Mapping[Language, Mapping[str, Pair]]] = {
    "en": {
        "breaks_promises": ("A promise of theirs was not kept", "A promise of ours was not kept"),
        "passes_over": ("We had to ask them more than once", "They had to ask us more than once"),
        "falls_short": ("We had expected something else of them", "They had expected something else of us"),
        "overpromises": ("They promise more than seems certain", "We promise more than seems certain"),
        "blames_others": ("They put it down to others", "We put it down to others"),
        "owns_mistakes": ("They own up to a mistake", "We own up to a mistake"),
        "new_to_it": ("It is new to them, or they are short of people", "It is new to us, or we are short of people"),
        "refuses_to_pay": ("They do not want to pay", "We do not want to pay"),
        "wants_it_free": ("They want more without paying for it", "We want more without paying for it"),
        "presses_the_price": ("They press for a lower price", "We press for a lower price"),
        "reopens_the_deal": ("They reopen what was agreed", "We reopen what was agreed"),
        "own_gain": ("They speak of the market or their own profit", "We speak of the market or our own profit"),
        "adds_charges": ("They speak of charges beside the price", "We speak of charges beside the price"),
        "worries": ("They are worried", "We sound worried"),
        "fears_for_the_seat": (
            "They answer for it to somebody, and fear what comes of it",
            "We answer for it to somebody, and fear what comes of it",
        ),
        "wants_guarantees": ("They ask for guarantees or proof", "We ask for guarantees or proof"),
        "brings_in_control": ("They bring in lawyers or auditors", "We bring in lawyers or auditors"),
        "keeps_it_quiet": ("There is something they may not say", "There is something we may not say"),
        "puts_off": ("They put decisions off", "We put decisions off"),
    },
    "ru": {
        "breaks_promises": ("Их обещание не выполнено", "Наше обещание не выполнено"),
        "passes_over": ("Нам пришлось просить их не один раз", "Им пришлось просить нас не один раз"),
        "falls_short": ("Мы ожидали от них другого", "Они ожидали от нас другого"),
        "overpromises": (
            "Они обещают больше, чем можно обещать уверенно",
            "Мы обещаем больше, чем можно обещать уверенно",
        ),
        "blames_others": ("Они объясняют всё чужими причинами", "Мы объясняем всё чужими причинами"),
        "owns_mistakes": ("Они признают ошибку", "Мы признаём ошибку"),
        "new_to_it": ("Для них это ново или им не хватает людей", "Для нас это ново или нам не хватает людей"),
        "refuses_to_pay": ("Они не хотят платить", "Мы не хотим платить"),
        "wants_it_free": ("Они хотят большего без доплаты", "Мы хотим большего без доплаты"),
        "presses_the_price": ("Они добиваются цены пониже", "Мы добиваемся цены пониже"),
        "reopens_the_deal": (
            "Они пересматривают то, о чём договорились",
            "Мы пересматриваем то, о чём договорились",
        ),
        "own_gain": ("Они ссылаются на рынок или свою выгоду", "Мы ссылаемся на рынок или свою выгоду"),
        "adds_charges": ("Они говорят о платежах сверх цены", "Мы говорим о платежах сверх цены"),
        "worries": ("Они встревожены", "Мы пишем с тревогой"),
        "fears_for_the_seat": (
            "Они перед кем-то отвечают и боятся последствий",
            "Мы перед кем-то отвечаем и боимся последствий",
        ),
        "wants_guarantees": ("Они просят гарантий или доказательств", "Мы просим гарантий или доказательств"),
        "brings_in_control": ("Они привлекают юристов или проверку", "Мы привлекаем юристов или проверку"),
        "keeps_it_quiet": ("Есть то, о чём они не могут говорить", "Есть то, о чём мы не можем говорить"),
        "puts_off": ("Они откладывают решения", "Мы откладываем решения"),
    },
}

_LITTLE: Final[Mapping[Language, str]] = {"en": "too little known", "ru": "известно слишком мало"}
_USUALLY: Final[Mapping[Language, str]] = {"en": "usually after {time}", "ru": "обычно через {time}"}
_CHANGED: Final[Mapping[Language, Mapping[int, str]]] = {
    "en": {1: "more often than before", -1: "less often than before", 0: ""},
    "ru": {1: "чаще, чем раньше", -1: "реже, чем раньше", 0: ""},
}


def subject(name: str, language: Language) -> str:
    """Return the name of what trouble is about; KeyError for one without words."""
    return SUBJECTS[language][name]


def custom(kind: str, side: Side, language: Language) -> str:
    """Return in what way a side behaves, as the head of a row of figures."""
    theirs, ours = CUSTOMS[language][kind]
    return ours if side == "ours" else theirs


def cause(name: str, side: Side, language: Language) -> str:
    """Return a possible cause in one short sentence without its full stop."""
    theirs, ours = CAUSES[language][name]
    return ours if side == "ours" else theirs


def cause_name(name: str, language: Language) -> str:
    """Return a cause in a word, ``none`` among them."""
    return CAUSE_NAMES[language][name]


def cue(reason: Reason, language: Language) -> str:
    """Return a reason of a cause in one short sentence without its full stop."""
    theirs, ours = CUES[language][reason.kind]
    return ours if reason.side == "ours" else theirs


def share(tally: Tally, language: Language) -> str:
    """Return a share with its interval, ``84% (70–92%)``; that too little is known below 20 outcomes."""
    found, interval = tally.share, tally.interval
    if found is None or interval is None:
        return _LITTLE[language]
    gap = "\u00a0" if language == "ru" else ""
    low, high = (f"{100 * end:.0f}" for end in interval)
    return f"{100 * found:.0f}{gap}% ({low}–{high}{gap}%)"


def usual(tally: Tally, language: Language) -> str:
    """Return how long it usually takes, ``usually after 5 hours``; "" where it takes no time or too little is known."""
    if tally.seconds is None or not tally.known:
        return ""
    hours = max(1, round(tally.seconds / 3600))
    time = count(hours, "hour", language) if hours < 48 else count(round(hours / 24), "day", language)
    return _USUALLY[language].format(time=time)


def changed(found: Custom, language: Language) -> str:
    """Return whether it happens more or less often than before, "" where nobody can tell."""
    return _CHANGED[language][found.changed]


def times(number: int, language: Language) -> str:
    """Return how often trouble about a subject was there: ``2 times``, ``2 раза``."""
    return count(number, "time", language)
