"""How the coach says what it found: reason, suggestion and, when asked, an example of other words.

Plain and calm, about the sentence and never about its writer. Reasons and suggestions are in the language of whoever
reads them; the examples in that of the draft, since they are meant for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from leopold import words
from leopold.coaching.findings import Advice
from leopold.languages import Language
from leopold.model import Fact


class Said(NamedTuple):
    """The words for one kind: its name, the reason, a suggestion, and an example."""

    name: str
    reason: str
    suggestion: str
    example: str


KINDS: Final[Mapping[Language, Mapping[str, Said]]] = {
    "en": {
        "blame": Said(
            "Blame",
            "It puts the fault on them, and whoever is blamed defends himself instead of helping",
            "Say what happened and what each side does next; leave out whose fault it was",
            "Here is what happened: … On our side we now …; from you we need … to go on.",
        ),
        "absolute": Said(
            "Always or never",
            "Always and never are seldom true, and invite them to prove the one exception",
            "Name the one time you mean, with its date",
            "On [date] … did not reach us.",
        ),
        "promise_without_date": Said(
            "A promise without a date",
            "It promises something and names no day, so they will wait from today on",
            "Name a day that will surely be kept, or the day on which you will know more",
            "… by [day]; if anything changes, I will write to you before then.",
        ),
        "question_unanswered": Said(
            "A question left open",
            "They asked this, and the draft does not touch it",
            "Answer it in one sentence, or say by when the answer will come",
            "You also asked: “{evidence}” — …",
        ),
        "curt": Said(
            "Colder than usual",
            "Your letters to them are warmer or longer as a rule; such a change is noticed",
            "Add what you would usually write: a greeting, a word of thanks, a sentence on what follows",
            "Thank you for your letter. …",
        ),
        "ledger_contradiction": Said(
            "The ledger says otherwise",
            "What the sentence says of money does not agree with the ledger",
            "Look it up before you send it, and correct the sentence or the ledger",
            "According to our books …; please tell us if yours show anything else.",
        ),
        "earlier_promise_contradiction": Said(
            "An earlier promise is moved",
            "You promised an earlier day, and the draft moves it without a word",
            "Name the old day, say that it was not kept and why, and then the new one",
            "I had promised this for [old day] and did not keep that; I am sorry. You will have it on [new day].",
        ),
        "ultimatum": Said(
            "An ultimatum",
            "It leaves them one way out and a penalty; people answer that with resistance",
            "Ask what stands in the way first, and offer two ways; keep what the contract provides for a "
            "letter of its own",
            "Is there anything that stands in the way? We could … or …",
        ),
        "threat": Said(
            "A threat",
            "A threat ends the talk about the matter and begins one about power",
            "Say what you need and why; let somebody else read the letter before you name any consequence",
            "It is important to us that …, because … Can we talk about it on [day]?",
        ),
        "sarcasm": Said(
            "Irony",
            "Irony is read as contempt, above all in writing",
            "Say plainly what you mean",
            "What I mean is: …",
        ),
        "dismissive": Said(
            "It waves them aside",
            "It tells them that their concern does not count, or that they did not listen",
            "Say in one sentence what you understood of their concern, then give the facts",
            "I see that this matters to you. The facts as we know them: …",
        ),
        "defensive": Said(
            "It defends ourselves",
            "Who is right interests them less than who helps",
            "Say what you can do, and who does the rest and by when",
            "What we can do at once: … The rest is with …, whom I will ask by [day].",
        ),
        "passive_excuse": Said(
            "Nobody did it",
            "Things happen in it by themselves; it reads as an excuse",
            "Say who did what, and what was changed since",
            "We … That was our mistake. Since [day] we …",
        ),
        "shouting": Said(
            "It shouts",
            "Capitals and rows of exclamation marks read as shouting",
            "Write it in small letters, with one full stop",
            "…",
        ),
        "anger": Said(
            "It sounds angry",
            "Readers of this sentence would hear anger in it",
            "Leave the draft for an hour, or say calmly what troubles you",
            "It troubles me that …",
        ),
        "overpromise": Said(
            "More than is certain",
            "It promises more than anybody can be sure of",
            "Promise what you control, and say what it depends on",
            "We expect … by [day]; it depends on …",
        ),
    },
    "ru": {
        "blame": Said(
            "Обвинение",
            "Вина возлагается на них, а кого обвиняют, тот защищается, вместо того чтобы помогать",
            "Напишите, что произошло и что дальше делает каждая сторона; чья это вина, лучше не писать",
            "Произошло вот что: … С нашей стороны сейчас …; от вас, чтобы двигаться дальше, нужно …",
        ),
        "absolute": Said(
            "Всегда и никогда",
            "«Всегда» и «никогда» редко бывают правдой, и хочется найти одно исключение",
            "Назовите тот случай, о котором речь, с датой",
            "[Дата] … до нас не дошло.",
        ),
        "promise_without_date": Said(
            "Обещание без срока",
            "Здесь обещание, но день не назван, и ждать будут с сегодняшнего дня",
            "Назовите день, который точно удастся выдержать, или день, когда вы будете знать больше",
            "… до [день]; если что-то изменится, напишу вам раньше.",
        ),
        "question_unanswered": Said(
            "Вопрос без ответа",
            "Они об этом спросили, а в черновике этого нет",
            "Ответьте одной фразой или напишите, когда будет ответ",
            "Вы также спросили: «{evidence}» — …",
        ),
        "curt": Said(
            "Холоднее обычного",
            "Обычно ваши письма им теплее или подробнее; такую перемену замечают",
            "Добавьте то, что обычно пишете: приветствие, слово благодарности, фразу о том, что дальше",
            "Спасибо за письмо. …",
        ),
        "ledger_contradiction": Said(
            "В учёте иначе",
            "То, что сказано о деньгах, расходится с учётом",
            "Проверьте, прежде чем отправлять, и поправьте фразу или учёт",
            "По нашим данным …; если у вас иначе, напишите нам, пожалуйста.",
        ),
        "earlier_promise_contradiction": Said(
            "Прежний срок сдвинут",
            "Вы обещали более ранний день, а черновик переносит его без единого слова об этом",
            "Назовите прежний день, скажите, что не сдержали его и почему, и только потом новый",
            "Я обещал это к [прежний день] и не сдержал слово, извините. Будет у вас [новый день].",
        ),
        "ultimatum": Said(
            "Ультиматум",
            "Он оставляет один выход и наказание; на такое отвечают сопротивлением",
            "Сначала спросите, что мешает, и предложите два пути; о том, что следует по договору, напишите отдельно",
            "Есть ли что-то, что мешает? Мы могли бы … или …",
        ),
        "threat": Said(
            "Угроза",
            "Угроза кончает разговор о деле и начинает разговор о силе",
            "Скажите, что вам нужно и почему; прежде чем называть последствия, дайте прочитать письмо коллеге",
            "Для нас важно, чтобы …, потому что … Можем обсудить это [день]?",
        ),
        "sarcasm": Said(
            "Ирония",
            "Иронию читают как пренебрежение, особенно на письме",
            "Скажите прямо, что имеете в виду",
            "Я имею в виду вот что: …",
        ),
        "dismissive": Said(
            "Отмахивается",
            "Это говорит им, что их забота не важна или что они не слушали",
            "Одной фразой скажите, что вы поняли из их беспокойства, потом приведите факты",
            "Понимаю, что для вас это важно. Вот что мы знаем: …",
        ),
        "defensive": Said(
            "Оправдание",
            "Им важнее, кто поможет, чем кто прав",
            "Скажите, что можете сделать вы, кто сделает остальное и когда",
            "Что мы можем сделать сразу: … Остальное у …, спрошу их до [день].",
        ),
        "passive_excuse": Said(
            "Само случилось",
            "Всё происходит само собой; это читается как отговорка",
            "Скажите, кто что сделал и что с тех пор изменилось",
            "Мы … Это наша ошибка. С [день] мы …",
        ),
        "shouting": Said(
            "Крик",
            "Заглавные буквы и ряды восклицательных знаков читаются как крик",
            "Напишите строчными и поставьте одну точку",
            "…",
        ),
        "anger": Said(
            "Звучит сердито",
            "В этой фразе услышат гнев",
            "Отложите черновик на час или спокойно скажите, что вас беспокоит",
            "Меня беспокоит, что …",
        ),
        "overpromise": Said(
            "Больше, чем наверняка",
            "Здесь обещано больше, чем можно знать наверняка",
            "Обещайте то, что зависит от вас, и скажите, от чего зависит остальное",
            "Рассчитываем на … до [день]; это зависит от …",
        ),
    },
}

FACTS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "is_paid": "Invoice {number} was paid in full on {paid}",
        "is_open": "Invoice {number} for {sum} is open, and no payment of it is known",
        "not_yet_due": "Invoice {number} is not due before {due}",
        "overdue_by": "Invoice {number} is overdue by {days:day}",
        "nothing_to_refund": "Invoice {number} is open, so no payment is known that could be returned",
        "other_amount": "Invoice {number} is for {sum}",
        "due_on": "Invoice {number} is due on {due}",
        "all_paid": "Nothing is open: {count:invoice} known, all paid",
        "earlier_promise": "Promised for {promised}, now {now}",
    },
    "ru": {
        "is_paid": "Счёт {number} полностью оплачен {paid}",
        "is_open": "Счёт {number} на {sum} открыт, платежей по нему нет",
        "not_yet_due": "Срок оплаты счёта {number} наступает только {due}",
        "overdue_by": "Счёт {number} просрочен на {days:day}",
        "nothing_to_refund": "Счёт {number} не оплачен, возвращать по нему нечего",
        "other_amount": "Счёт {number} выставлен на {sum}",
        "due_on": "Срок оплаты счёта {number}: {due}",
        "all_paid": "Открытых счетов нет: известно {count:invoice}, все оплачены",
        "earlier_promise": "Обещано на {promised}, теперь на {now}",
    },
}

_FORMS: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("invoice", "invoices"),
    "ru": ("счёт", "счёта", "счетов"),
}
_DROPPED: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"greeting": "no greeting", "thanks": "no thanks"},
    "ru": {"greeting": "нет приветствия", "thanks": "нет благодарности"},
}
_DAYS: Final = ("paid", "due", "promised", "now")
_LONGEST: Final = 160


def name(kind: str, language: Language) -> str:
    """Return the name of a kind of finding."""
    return KINDS[language][kind].name


def reason(advice: Advice, language: Language) -> str:
    """Return why it may hurt, in one sentence without its full stop."""
    return KINDS[language][advice.kind].reason


def suggestion(advice: Advice, language: Language) -> str:
    """Return what to do about it, in one sentence without its full stop."""
    return KINDS[language][advice.kind].suggestion


def example(advice: Advice, language: Language) -> str:
    """Return an example of other words, in the language of the draft; … and [day] are for its writer to fill."""
    asked = " ".join(advice.evidence[0].quote.split()) if advice.evidence else "…"
    cut = asked if len(asked) <= _LONGEST else asked[: _LONGEST - 1] + "…"
    return KINDS[language][advice.kind].example.replace("{evidence}", cut)


def fact(found: Fact, language: Language) -> str:
    """Return what the ledger, an earlier letter or the habit says, in one sentence without its full stop."""
    if found.kind == "curt":
        return _habit(found, language)
    values: dict[str, object] = {
        name: _day(str(value), language) if name in _DAYS else _Counted(value, language)
        for name, value in found.values.items()
    }
    if "currency" in found.values:
        values["sum"] = words.money(str(found.values["amount"]), str(found.values["currency"]), language)
    return FACTS[language][found.kind].format_map(values)


def _habit(found: Fact, language: Language) -> str:
    values, parts = found.values, []
    if "words" in values:
        count, usual = words.count(int(values["words"]), "word", language), values["usual_words"]
        parts.append(
            {"en": f"{count}; usual here is about {usual}", "ru": f"{count}; обычно здесь около {usual}"}[language]
        )
    parts += [text for key, text in _DROPPED[language].items() if key in values]
    letters = words.count(int(values["letters"]), "letter", language)
    seen = {"en": f"seen in {letters} of yours", "ru": f"ваших писем учтено: {int(values['letters'])}"}[language]
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]} ({seen})"


def _day(text: str, language: Language) -> str:
    day = date.fromisoformat(text)
    return f"{day:%d.%m.%Y}" if language == "ru" else f"{day.day} {day:%B} {day.year}"


class _Counted:
    """A value of a fact: ``{days:day}`` is "3 days", ``{count:invoice}`` "2 invoices"."""

    def __init__(self, value: str | int | float, language: Language) -> None:
        self.value, self.language = value, language

    def __format__(self, noun: str) -> str:
        if noun == "invoice":
            return _invoices(int(self.value), self.language)
        return words.count(int(self.value), noun, self.language) if noun else str(self.value)


def _invoices(number: int, language: Language) -> str:
    forms = _FORMS[language]
    if language == "en":
        return f"{number}\u00a0{forms[number != 1]}"
    tens, ones = number % 100, number % 10
    few = 2 <= ones <= 4 and not 12 <= tens <= 14
    return f"{number}\u00a0{forms[0 if ones == 1 and tens != 11 else 1 if few else 2]}"
