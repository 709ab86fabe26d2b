"""What is said of wishes, bids and deals that cannot be worked on, in English and in Russian, with the mend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DEALS: Final[Mapping[str, tuple[str, str]]] = {
    "package_of_other_issues": (
        "a package does not name one option of each of the {count} issues; name one of each",
        "в предложении должен стоять один вариант каждого вопроса, а вопросов {count}; назовите по одному",
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

ANSWERS: Final[Mapping[str, tuple[str, str]]] = {
    "answers_of_other_issues": (
        "the points and the ratings are not about the same {count} issues; answer for each of them",
        "баллы и оценки относятся не к одним и тем же вопросам ({count}); ответьте по каждому",
    ),
    "allowed_nothing": (
        "issue {issue} has no option that you could accept; leave at least one of those written",
        "в вопросе {issue} не осталось приемлемых вариантов; оставьте хотя бы один из написанных",
    ),
    "step_out_of_range": (
        "a rating in issue {issue} is not between 0 and 1; choose a step",
        "оценка в вопросе {issue} не лежит между 0 и 1; выберите ступень",
    ),
    "ratings_not_anchored": (
        "in issue {issue} the best option has to stand at 1 and the worst at 0; name both again",
        "в вопросе {issue} лучший вариант должен стоять на 1, худший на 0; назовите оба заново",
    ),
    "best_is_worst": (
        "the same option was named best and worst; choose two, or bar the others",
        "один и тот же вариант назван лучшим и худшим; выберите два или исключите остальные",
    ),
    "option_not_rated": (
        "option {option} has no step; choose one of the five, or a fine value",
        "у варианта {option} нет ступени; выберите одну из пяти или точное значение",
    ),
    "nothing_to_rank": (
        "no issue leaves you anything to choose; drop one of your must-haves",
        "ни в одном вопросе вам нечего выбирать; снимите одно из обязательных требований",
    ),
    "ranking_incomplete": (
        "the ranking has to name each of issues {issues} once; put them in order again",
        "порядок должен содержать каждый из вопросов {issues} по одному разу; расставьте их заново",
    ),
    "points_sum": (
        "the points have a sum of {sum} and not {total}, or one is below 0; share out {total}",
        "сумма баллов {sum}, а не {total}, или один из них меньше 0; распределите {total}",
    ),
    "points_without_swing": (
        "issue {issue} leaves you nothing to choose; give its points to others",
        "в вопросе {issue} вам нечего выбирать; отдайте его баллы другим",
    ),
    "slider_out_of_range": (
        "issue {issue} cannot have {points} points; choose 0 to {total}",
        "у вопроса {issue} не может быть {points} баллов; выберите от 0 до {total}",
    ),
    "package_of_other_issues": (
        "the package does not name an option of each of {count} issues; choose one of each",
        "в пакете не по одному варианту на каждый вопрос ({count}); выберите по одному",
    ),
    "package_barred": (
        "option {option} of issue {issue} is one that you could not accept; choose another package",
        "вариант {option} вопроса {issue} для вас неприемлем; выберите другой пакет",
    ),
    "estimates_of_others": (
        "there are {count} sets of answers, not two to five about the same issues; ask each party",
        "наборов ответов {count}, а не от двух до пяти об одних и тех же вопросах; спросите каждую сторону",
    ),
    "only_one_option_rated": (
        (
            "in {issue!r} you rated everything but {option!r} as good as nothing: really; otherwise raise what you can "
            "live with"
        ),
        (
            "в вопросе {issue!r} всё, кроме {option!r}, для вас почти ничего не стоит: это так; если нет, "
            "поднимите то, с чем можно жить"
        ),
    ),
    "only_one_issue_matters": (
        (
            "you gave {points} of 100 points to {issue!r}: really; otherwise share some out, since what matters "
            "nothing to you goes to others"
        ),
        (
            "вы отдали {points} из 100 баллов вопросу {issue!r}: это так; если нет, распределите часть, ведь "
            "неважное для вас уйдёт другим"
        ),
    ),
    "points_against_ranking": (
        "you ranked {above!r} above {below!r} but gave it fewer points; change the order or the points, or keep both",
        (
            "вы поставили {above!r} выше, чем {below!r}, но дали меньше баллов; измените порядок или баллы либо "
            "оставьте как есть"
        ),
    ),
    "answer_against_points": (
        "this answer fits if {issue!r} has {needed} points, and you gave {points}; change either, or keep both",
        (
            "этот ответ сходится, если дать вопросу {issue!r} баллов: {needed}, а вы дали {points}; измените одно "
            "из двух или оставьте"
        ),
    ),
    "answer_against_rating": (
        (
            "this answer fits if {option!r} in {issue!r} is worth {needed} of 100, and you said {rating}; change "
            "either, or keep both"
        ),
        (
            "этот ответ сходится, если {option!r} в вопросе {issue!r} стоит {needed} из 100, а вы сказали {rating}; "
            "измените одно из двух или оставьте"
        ),
    ),
    "answer_against_all": (
        "this answer fits none of your points and ratings changed alone; change the answer, or keep it",
        "с этим ответом не сходится ни один ваш балл и ни одна оценка по отдельности; измените ответ или оставьте",
    ),
}
"""What one party answers about its wishes, and what it is asked again."""
