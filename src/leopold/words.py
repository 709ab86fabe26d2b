"""How Leopold says what it found: every kind of signal, fact and next step, in English and Russian.

Plain and calm: what was seen, and no verdict on a person. A kind without words here cannot be shown, and a test
holds the tables complete.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from leopold.languages import LANGUAGES as LANGUAGES
from leopold.languages import Language as Language
from leopold.model import Fact, Reason, Side

Pair = tuple[str, str]
"""The wording where it is theirs, and where it is ours."""

KINDS: Final[Mapping[Language, Mapping[str, Pair]]] = {
    "en": {
        "annoyance": ("They are annoyed", "We sound annoyed"),
        "anger": ("They are angry", "We sound angry"),
        "fear": ("They are worried", "We sound worried"),
        "distrust": ("They are no longer sure that they can rely on us", "We show that we do not rely on them"),
        "accusation": ("They say that we are to blame", "We say that they are to blame"),
        "ultimatum": ("They say what follows if nothing changes", "We say what follows if nothing changes"),
        "escalation": ("They take it to somebody higher", "We take it to somebody higher"),
        "repeat_request": ("They ask again for the same thing", "We have to ask again for the same thing"),
        "unanswered_question": ("A question of theirs was passed over", "A question of ours was passed over"),
        "unmet_expectation": ("They had expected something else", "We had expected something else"),
        "broken_promise": ("They write of a promise that was not kept", "We write of a promise that was not kept"),
        "overpromise": ("They promise more than seems certain", "We promise more than seems certain"),
        "payment_delay": ("They write of a payment that is late", "We write of a payment that is late"),
        "payment_refusal": ("They do not want to pay", "We do not want to pay"),
        "dispute": ("They see differently what was agreed or billed", "We see differently what was agreed or billed"),
        "churn_intent": ("They think of leaving", "We think of ending the work together"),
        "blame_shift": ("They put it down to others", "We put it down to others"),
        "formality_shift": ("They write more formally than before", "We write more formally than before"),
        "sarcasm": ("There is irony in what they write", "There is irony in what we write"),
        "gratitude": ("They say thank you", "We say thank you"),
        "apology": ("They apologise", "We apologise"),
        "concession": ("They meet us halfway", "We meet them halfway"),
        "reassurance": ("They set our minds at rest", "We set their minds at rest"),
        "praise": ("They praise our work", "We praise their work"),
        "late_reply": ("They answer later than they used to", "We answer later than we used to"),
        "short_reply": ("Their answers have got shorter", "Our answers have got shorter"),
        "wrote_again": (
            "They wrote again before anybody answered them",
            "We wrote again before anybody answered us",
        ),
        "new_in_copy": ("They put somebody new in copy", "We put somebody new in copy"),
        "boss_in_copy": (
            "They put somebody new in copy of a hard letter",
            "We put somebody new in copy of a hard letter",
        ),
        "silence": ("They have not answered", "We have not answered"),
        "long_silence": ("They have not answered for a long time", "We have not answered for a long time"),
        "overdue": ("A payment of theirs is overdue", "A payment of ours is overdue"),
        "disputed_invoice": ("They dispute an invoice", "We dispute an invoice"),
        "derailment": (
            "A conversation may end in a quarrel, and a letter of theirs turned it most",
            "A conversation may end in a quarrel, and a letter of ours turned it most",
        ),
        "conflicting_expectation": (
            "They take what was agreed otherwise than we do",
            "We take what was agreed otherwise than they do",
        ),
    },
    "ru": {
        "annoyance": ("Они раздражены", "Мы пишем с раздражением"),
        "anger": ("Они сердятся", "Мы пишем сердито"),
        "fear": ("Они встревожены", "Мы пишем с тревогой"),
        "distrust": ("Они уже не уверены, что на нас можно положиться", "Мы показываем, что не полагаемся на них"),
        "accusation": ("Они считают виноватыми нас", "Мы называем виноватыми их"),
        "ultimatum": (
            "Они пишут, что будет, если ничего не изменится",
            "Мы пишем, что будет, если ничего не изменится",
        ),
        "escalation": ("Они обращаются выше", "Мы обращаемся выше"),
        "repeat_request": ("Просят уже не в первый раз", "Нам приходится просить не в первый раз"),
        "unanswered_question": ("Их вопрос обошли молчанием", "Наш вопрос обошли молчанием"),
        "unmet_expectation": ("Они ожидали другого", "Мы ожидали другого"),
        "broken_promise": ("Они пишут о невыполненном обещании", "Мы пишем о невыполненном обещании"),
        "overpromise": (
            "Они обещают больше, чем можно обещать уверенно",
            "Мы обещаем больше, чем можно обещать уверенно",
        ),
        "payment_delay": ("Они пишут о задержке оплаты", "Мы пишем о задержке оплаты"),
        "payment_refusal": ("Они не хотят платить", "Мы не хотим платить"),
        "dispute": (
            "Они иначе понимают, о чём договорились или за что выставлен счёт",
            "Мы иначе понимаем, о чём договорились или за что выставлен счёт",
        ),
        "churn_intent": ("Они думают об уходе", "Мы думаем прекратить работу вместе"),
        "blame_shift": ("Они объясняют всё чужими причинами", "Мы объясняем всё чужими причинами"),
        "formality_shift": ("Они пишут официальнее, чем раньше", "Мы пишем официальнее, чем раньше"),
        "sarcasm": ("В их письме слышна ирония", "В нашем письме слышна ирония"),
        "gratitude": ("Они благодарят", "Мы благодарим"),
        "apology": ("Они извиняются", "Мы извиняемся"),
        "concession": ("Они идут навстречу", "Мы идём навстречу"),
        "reassurance": ("Они нас успокаивают", "Мы их успокаиваем"),
        "praise": ("Они хвалят нашу работу", "Мы хвалим их работу"),
        "late_reply": ("Они отвечают позже обычного", "Мы отвечаем позже обычного"),
        "short_reply": ("Их ответы стали короче", "Наши ответы стали короче"),
        "wrote_again": ("Они написали снова, не дождавшись ответа", "Мы написали снова, не дождавшись ответа"),
        "new_in_copy": ("Они поставили в копию нового человека", "Мы поставили в копию нового человека"),
        "boss_in_copy": (
            "Они поставили нового человека в копию трудного письма",
            "Мы поставили нового человека в копию трудного письма",
        ),
        "silence": ("Они не отвечают", "Мы не отвечаем"),
        "long_silence": ("Они давно не отвечают", "Мы давно не отвечаем"),
        "overdue": ("Их оплата просрочена", "Наша оплата просрочена"),
        "disputed_invoice": ("Они оспаривают счёт", "Мы оспариваем счёт"),
        "derailment": (
            "Разговор может закончиться ссорой, и больше всего к ней подвинуло их письмо",
            "Разговор может закончиться ссорой, и больше всего к ней подвинуло наше письмо",
        ),
        "conflicting_expectation": (
            "Они понимают договорённость иначе, чем мы",
            "Мы понимаем договорённость иначе, чем они",
        ),
    },
}

FACTS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "late_reply": "The answer took {days:day}; usual here is {usual}",
        "short_reply": "{words:word} in answer to a question; usual here is about {usual_words}",
        "wrote_again": "{count:letter} without an answer, the first {days:day} before the last",
        "new_in_copy": "New in copy: {name}{others}",
        "boss_in_copy": "New in copy: {name}{others}",
        "silence": "No answer for {days:day}",
        "long_silence": "No answer for {days:day}",
        "overdue": "Invoice {number} for {amount} is overdue by {days:day}{usual_late}",
        "disputed_invoice": "Disputed: {count} of {open:open_invoice}, invoice {number} among them",
        "derailment": "Conversation{subject_named}: open conflict in {percent} of 100 like it",
        "conflicting_expectation": "{about}: {before} was said before, {now} is expected",
    },
    "ru": {
        "late_reply": "Ответ занял {days:day}; обычно здесь отвечают за {usual}",
        "short_reply": "{words:word} в ответ на вопрос; обычно здесь около {usual_words}",
        "wrote_again": "{count:letter} без ответа, от первого до последнего прошло {days:day}",
        "new_in_copy": "Впервые в копии: {name}{others}",
        "boss_in_copy": "Впервые в копии: {name}{others}",
        "silence": "Ответа нет {days:day}",
        "long_silence": "Ответа нет {days:day}",
        "overdue": "Счёт {number} на {amount} просрочен на {days:day}{usual_late}",
        "disputed_invoice": "Оспаривается {count} из {open:open_invoice}, в том числе счёт {number}",
        "derailment": "Переписка{subject_named}: из 100 таких открытым конфликтом заканчиваются {percent}",
        "conflicting_expectation": "{about}: раньше сказано {before}, ждут {now}",
    },
}

NEXT_STEPS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "call_today": "Call them today, before you write anything",
        "talk_about_invoice": "Talk about the invoice before you remind them again",
        "bring_facts": "Put together the facts that both sides agree on, and start the talk from them",
        "answer_question": "Answer the open question today, even if only to say when the answer will come",
        "ask_what_hinders": "Ask them by telephone what stands in the way of an answer",
        "confirm_date": "Agree on one date in writing, one that will surely be kept",
        "ask_how_it_goes": "Ask how things look from their side, and listen",
    },
    "ru": {
        "call_today": "Позвоните им сегодня, прежде чем что-то писать",
        "talk_about_invoice": "Поговорите о счёте, прежде чем напоминать о нём снова",
        "bring_facts": "Соберите факты, с которыми согласны обе стороны, и начните разговор с них",
        "answer_question": "Ответьте на открытый вопрос сегодня, хотя бы назвав день, когда будет ответ",
        "ask_what_hinders": "Спросите по телефону, что мешает им ответить",
        "confirm_date": "Согласуйте письменно одну дату, которую точно удастся выдержать",
        "ask_how_it_goes": "Спросите, как всё выглядит с их стороны, и выслушайте",
    },
}

TERMS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"date": "Day", "price": "Price", "scope": "Scope", "included": "“included”", "extra": "“extra”"},
    "ru": {"date": "Срок", "price": "Цена", "scope": "Объём", "included": "«входит»", "extra": "«отдельно»"},
}
"""What a conflict of expectations is about, and whether something is part of the price."""

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONEY: Final = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")

FORMS: Final[Mapping[Language, Mapping[str, tuple[str, ...]]]] = {
    "en": {
        "day": ("day", "days"),
        "hour": ("hour", "hours"),
        "word": ("word", "words"),
        "letter": ("letter", "letters"),
        "open_invoice": ("open invoice", "open invoices"),
        "time": ("time", "times"),
    },
    "ru": {
        "day": ("день", "дня", "дней"),
        "hour": ("час", "часа", "часов"),
        "word": ("слово", "слова", "слов"),
        "letter": ("письмо", "письма", "писем"),
        "open_invoice": ("открытого счёта", "открытых счетов", "открытых счетов"),
        "time": ("раз", "раза", "раз"),
    },
}


def describe(reason: Reason, language: Language) -> str:
    """Return a reason in one short sentence without its full stop; KeyError for a kind without words."""
    return kind(reason.kind, reason.side, language)


def kind(name: str, side: Side, language: Language) -> str:
    """Return the words for a kind of signal or reason on one side."""
    theirs, ours = KINDS[language][name]
    return ours if side == "ours" else theirs


def fact(found: Fact, language: Language) -> str:
    """Return a fact of the ledger or the clock in one short sentence without its full stop."""
    values = {name: _Value(value, language) for name, value in found.values.items()}
    for name, text in _derived(found.values, language).items():
        values[name] = _Value(text, language)
    return FACTS[language][found.kind].format_map(values)


def next_step(key: str, language: Language) -> str:
    """Return a next step as advice; KeyError for a step without words."""
    return NEXT_STEPS[language][key]


def count(number: int, noun: str, language: Language) -> str:
    """Return a number and its noun in the right form: ``1 day``, ``21 день``, ``3 дня``, ``11 дней``."""
    forms = FORMS[language][noun]
    if language == "en":
        return f"{number}\u00a0{forms[number != 1]}"
    tens, ones = number % 100, number % 10
    few = 2 <= ones <= 4 and not 12 <= tens <= 14
    return f"{number}\u00a0{forms[0 if ones == 1 and tens != 11 else 1 if few else 2]}"


def money(amount: str, currency: str, language: Language) -> str:
    """Return an amount of money with its thousands apart: ``112,000.00 RUB``, ``112 000,00 RUB``."""
    whole, _, cents = amount.partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}"
    if language == "ru":
        grouped = grouped.replace(",", "\u00a0")
    return f"{sign}{grouped}{(',' if language == 'ru' else '.') + cents if cents else ''}\u00a0{currency}"


class _Value:
    """A value of a fact, which puts itself into words: ``{days:day}`` is "3 days"."""

    def __init__(self, value: str | int | float, language: Language) -> None:
        self.value, self.language = value, language

    def __format__(self, noun: str) -> str:
        return count(int(self.value), noun, self.language) if noun else str(self.value)


def _derived(values: Mapping[str, str | int | float], language: Language) -> dict[str, str]:
    """Return the parts of a fact that depend on more than one value, or are left out where there is nothing to say."""
    derived: dict[str, str] = {}
    if "usual_hours" in values:
        hours = max(1, int(values["usual_hours"]))
        derived["usual"] = count(hours, "hour", language) if hours < 48 else count(round(hours / 24), "day", language)
    if "currency" in values:
        derived["amount"] = money(str(values["amount"]), str(values["currency"]), language)
        usual = int(values.get("usual_days", 0))
        words = {"en": " ({} late is usual here)", "ru": " (обычная задержка здесь: {})"}[language]
        derived["usual_late"] = words.format(count(usual, "day", language)) if usual else ""
    if "name" in values:
        more = int(values.get("count", 1)) - 1
        words = {"en": " and {} more", "ru": " и ещё {}"}[language]
        derived["others"] = words.format(more) if more > 0 else ""
    if "subject" in values:
        named = {"en": " “{}”", "ru": " «{}»"}[language].format(values["subject"])
        derived["subject_named"] = named if values["subject"] else ""
    if "expected" in values:
        derived["about"] = TERMS[language][str(values["what"])]
        derived["before"] = term(str(values["promised"]), language)
        derived["now"] = term(str(values["expected"]), language)
    return derived


def term(said: str, language: Language) -> str:
    """Return a day, an amount, a number of units or "included" of a conflict of expectations in words."""
    if said in TERMS[language]:
        return TERMS[language][said]
    if _DAY.fullmatch(said):
        return ".".join(reversed(said.split("-"))) if language == "ru" else said
    amount = _MONEY.fullmatch(said)
    return money(amount[1], amount[2], language) if amount else {"en": "“{}”", "ru": "«{}»"}[language].format(said)
