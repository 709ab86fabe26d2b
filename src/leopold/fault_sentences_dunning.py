"""What is said of reminders, payment plans and late interest that cannot be worked out, in English and in Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DUNNING: Final[Mapping[str, tuple[str, str]]] = {
    "interest_currency": (
        "this law's rate is for debts in {needed}, and this one is in {currency}; ask a lawyer which rate applies",
        "ставка по этому закону для долгов в {needed}, а этот в {currency}; уточните у юриста, какая ставка применима",
    ),
    "interest_early": (
        "the delay began on {day}, and this law's rates are known from {first} on; work the earlier part out by hand",
        "просрочка началась {day}, а ставки по этому закону известны с {first}; посчитайте более раннюю часть вручную",
    ),
    "dunning_days": (
        "the days of the steps, {days}, do not go up from nought; put each step later than the one before",
        "дни шагов, {days}, не идут по возрастанию от нуля; поставьте каждый шаг позже предыдущего",
    ),
    "plan_nothing": (
        "{amount} {currency} are open, so there is nothing to pay in parts; choose an open invoice",
        "открыто {amount} {currency}, так что платить по частям нечего; выберите неоплаченный счёт",
    ),
    "plan_parts": (
        "a plan has 1 to {most} parts, and {parts} were asked for; ask for fewer",
        "в графике от 1 до {most} частей, а попросили {parts}; попросите меньше",
    ),
    "draft_nothing": (
        "there is no invoice to write about; choose at least one",
        "не выбран ни один счёт, о котором писать; выберите хотя бы один",
    ),
    "draft_step": (
        "the step {step} is no letter; take it up at the desk",
        "шаг {step} не письмо; займитесь им в программе",
    ),
}
