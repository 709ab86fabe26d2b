"""What to do first, by kind of trouble and by what may lie behind it: suggestions in order, with days to do each in.

Plain data, a line each. They come from how people who keep such relationships work: talk before writing, facts before
claims, both sides' expectations side by side, one date that will surely be kept.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from leopold.words import Language


class Step(NamedTuple):
    """One suggestion in both languages, and the days from now by which to do it."""

    en: str
    ru: str
    days: int

    def said(self, language: Language) -> str:
        """Return it in `language`."""
        return self.ru if language == "ru" else self.en


TROUBLES: Final[dict[str, tuple[Step, ...]]] = {
    "unpaid": (
        Step(
            "Ask by telephone why it is unpaid, and listen", "Спросить по телефону, почему не оплачено, и выслушать", 0
        ),
        Step("Stop reminders until the reason is known", "Остановить напоминания, пока причина не известна", 0),
        Step("See whether we owe them something first", "Проверить, не должны ли мы им чего-то раньше", 1),
        Step("Agree on a plan that they can keep", "Договориться о плане, который им по силам", 3),
        Step("Settle what is disputed at a round table", "Спорное уладить за круглым столом", 7),
    ),
    "expectations": (
        Step("Put side by side what each side thought was promised", "Поставить рядом, кто что считал обещанным", 1),
        Step("Call them, and ask how they remember it", "Позвонить и спросить, как это помнят они", 1),
        Step("Settle it at a round table", "Уладить за круглым столом", 5),
        Step("Write down in one letter what holds from now on", "Записать в одном письме, что действует дальше", 7),
    ),
    "deadline": (
        Step("Find the date that will surely be kept", "Найти срок, который точно удастся выдержать", 1),
        Step("Call before writing, and name that date", "Позвонить, прежде чем писать, и назвать его", 1),
        Step("Confirm one date in writing", "Подтвердить одну дату письменно", 2),
        Step("Send word half way, whether asked or not", "На полпути написать, как идут дела, не дожидаясь вопроса", 7),
    ),
    "quality": (
        Step("See what is wrong with their own eyes", "Посмотреть на недостаток их глазами", 1),
        Step("Say what was found, and by when it is mended", "Сказать, что нашлось и когда будет исправлено", 2),
        Step("Ask afterwards whether it is well now", "После спросить, всё ли теперь хорошо", 7),
    ),
    "feelings": (
        Step("Call before writing anything", "Позвонить, прежде чем что-то писать", 0),
        Step("Say what was hard for them, before any facts", "Сначала сказать, что им было тяжело, потом о фактах", 0),
        Step("Let a colleague read the next letter first", "Дать коллеге прочесть следующее письмо до отправки", 1),
        Step("Settle the matter itself when it is calm", "Когда станет спокойно, уладить само дело", 5),
    ),
    "silence": (
        Step("Answer what we owe an answer to", "Ответить на то, на что мы не ответили", 0),
        Step("Ask by telephone what stands in the way", "Спросить по телефону, что мешает ответить", 1),
        Step("Reach somebody else on their side", "Связаться с кем-то ещё на их стороне", 3),
    ),
    "leaving": (
        Step(
            "Meet or call, the owner of the relationship in person", "Встретиться или позвонить лично ответственному", 1
        ),
        Step(
            "Ask what would have to change for them to stay", "Спросить, что должно измениться, чтобы они остались", 1
        ),
        Step("Do one of these things within a week", "Сделать одно из этого за неделю", 7),
        Step("Settle the rest at a round table", "Остальное уладить за круглым столом", 10),
    ),
    "other": (
        Step("Say in one sentence what the trouble is", "Сказать одной фразой, в чём трудность", 0),
        Step("Call them, and ask how it looks from their side", "Позвонить и спросить, как это видно с их стороны", 1),
        Step("Agree on who does what, until when", "Договориться, кто что делает и к какому сроку", 3),
    ),
}

CAUSES: Final[dict[str, tuple[Step, ...]]] = {
    "competence": (
        Step("Cut it into smaller steps with a date each", "Разбить на малые шаги, у каждого свой срок", 2),
        Step("Offer help with the first of them", "Предложить помощь с первым из них", 2),
    ),
    "greed": (Step("Show what each side gains by keeping the peace", "Показать, что каждой стороне даст мир", 3),),
    "fear": (
        Step("Find out what they fear, and give one assurance", "Узнать, чего опасаются, и дать одну гарантию", 2),
    ),
}

OF_REASONS: Final[dict[str, str]] = {
    "overdue": "unpaid",
    "payment_delay": "unpaid",
    "payment_refusal": "unpaid",
    "disputed_invoice": "unpaid",
    "dispute": "expectations",
    "unmet_expectation": "expectations",
    "overpromise": "expectations",
    "broken_promise": "deadline",
    "annoyance": "feelings",
    "anger": "feelings",
    "fear": "feelings",
    "distrust": "feelings",
    "accusation": "feelings",
    "sarcasm": "feelings",
    "derailment": "feelings",
    "blame_shift": "feelings",
    "ultimatum": "leaving",
    "escalation": "leaving",
    "churn_intent": "leaving",
    "repeat_request": "silence",
    "unanswered_question": "silence",
    "late_reply": "silence",
    "silence": "silence",
    "long_silence": "silence",
    "wrote_again": "silence",
}
"""The kind of trouble that a reason of an alert speaks of; the rest is "other"."""

OF_SUBJECTS: Final[dict[str, str]] = {
    "payment": "unpaid",
    "price": "unpaid",
    "expectations": "expectations",
    "scope": "expectations",
    "deadline": "deadline",
    "quality": "quality",
    "communication": "silence",
    "personal": "feelings",
}
"""The kind of trouble that a subject, as `leopold.relationships.topics` names it, speaks of."""


def steps_of(trouble: str, cause: str) -> tuple[Step, ...]:
    """Return what to do about a kind of trouble, and what a cause adds, "" for none."""
    return TROUBLES.get(trouble, TROUBLES["other"]) + CAUSES.get(cause, ())


def trouble_of(reason: str, subjects: tuple[str, ...]) -> str:
    """Return the kind of trouble that the strongest reason speaks of, else the subjects that a title names."""
    named = [OF_SUBJECTS[subject] for subject in subjects if subject in OF_SUBJECTS]
    return OF_REASONS.get(reason) or next(iter(named), "other")
