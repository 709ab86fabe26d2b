"""What is said of each fault in a scenario or at the table, in English and in Russian, with the mend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DEALS: Final[Mapping[str, tuple[str, str]]] = {
    "package_of_other_issues": (
        "a package does not name one option of each of the {count} issues; name one of each",
        "в предложении названо не по одному варианту каждого из вопросов, которых {count}; назовите по одному",
    ),
    "party_unknown": (
        "no party is called {party!r}; correct the name",
        "стороны {party!r} за столом нет; исправьте имя",
    ),
    "amount_no_number": (
        "{amount} is no amount of money; write a number",
        "{amount} не сумма денег; напишите число",
    ),
    "amount_too_long": (
        "an amount has more than {most} digits; shorten it",
        "в сумме больше {most} цифр; сократите её",
    ),
    "amount_off_grid": (
        "{amount} is not among the amounts from {low} to {high} {currency} in steps of {step}; choose one of these",
        "суммы {amount} нет среди сумм от {low} до {high} {currency} с шагом {step}; выберите одну из них",
    ),
    "grid_currency": (
        "{currency!r} is no currency; write three capitals, as EUR",
        "{currency!r} не валюта; напишите три заглавные буквы, например EUR",
    ),
    "grid_out_of_order": (
        "amounts from {low} to {high} in steps of {step} are none; let 0 ≤ lowest ≤ highest and the step be above 0",
        "сумм от {low} до {high} с шагом {step} не бывает; пусть 0 ≤ низшая ≤ высшая, а шаг больше 0",
    ),
    "grid_does_not_fit": (
        "steps of {step} do not lead from {low} up to {high}; correct the bounds or the step",
        "шагами по {step} нельзя подняться от {low} до {high}; исправьте границы или шаг",
    ),
    "grid_too_fine": (
        "there are more than {most} amounts; take a wider step",
        "сумм больше {most}; возьмите шаг шире",
    ),
    "no_rounds": (
        "{rounds} rounds are none; let there be at least one",
        "раундов {rounds}, так нельзя; пусть будет хотя бы один",
    ),
    "talks_over": (
        "these talks are over; open new ones",
        "эти переговоры окончены; откройте новые",
    ),
    "acceptances_do_not_meet": (
        "a round needs one payer and one receiver who answer about the same amounts; ask both again",
        "в раунде отвечают один плательщик и один получатель об одних и тех же суммах; спросите обоих ещё раз",
    ),
    "no_items": (
        "there is nothing to divide; name at least one item",
        "делить нечего; назовите хотя бы одну вещь",
    ),
    "item_twice": (
        "item {item!r} stands twice; keep one, or rename it",
        "{item!r} стоит дважды; оставьте одно или переименуйте",
    ),
    "points_of_other_items": (
        "there have to be points for each of the {count} items; give 0 to what does not matter",
        "нужны баллы каждой вещи, а их {count}; дайте 0 тому, что не важно",
    ),
    "item_points_out_of_range": (
        "item {item!r} has {points} points; give 0 or more",
        "у {item!r} баллов {points}; дайте 0 или больше",
    ),
    "no_item_points": (
        "one side gives no item any points; give some to what matters",
        "одна сторона не дала баллов ни одной вещи; дайте их тому, что важно",
    ),
}
"""Proposals, money and division."""
