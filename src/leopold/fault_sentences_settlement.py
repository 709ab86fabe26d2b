"""What is said of each fault in a scenario, in English and in Russian, with the mend; `fault_sentences` takes it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.fault_sentences_deals import ANSWERS, DEALS

MODEL: Final[Mapping[str, tuple[str, str]]] = {
    "issue_without_name": (
        "an issue has no name; give it one",
        "у одного из вопросов нет названия; назовите его",
    ),
    "issue_without_options": (
        "issue {issue!r} has no options; write at least one",
        "у вопроса {issue!r} нет вариантов; напишите хотя бы один",
    ),
    "option_twice": (
        "issue {issue!r} has option {name!r} twice; keep one",
        "у вопроса {issue!r} вариант {name!r} стоит дважды; оставьте один",
    ),
    "issue_twice": (
        "two issues are called {name!r}; rename one",
        "два вопроса называются {name!r}; переименуйте один",
    ),
    "party_twice": (
        "two parties are called {name!r}; rename one, or name another profile",
        "две стороны называются {name!r}; переименуйте одну или укажите другой профиль",
    ),
    "no_issues": (
        "there is nothing to agree on; write at least one issue",
        "договариваться не о чем; напишите хотя бы один вопрос",
    ),
    "party_count": (
        "{count} parties sit at the table; let it be {least} to {most}",
        "за столом сторон: {count}; их должно быть от {least} до {most}",
    ),
    "exclusion_of_one_issue": (
        "a link needs options of two issues at least; for one issue use must or never",
        "связь должна касаться хотя бы двух вопросов; для одного есть must и never",
    ),
    "exclusion_of_nothing": (
        "a link names option {option} of issue {issue}, and there is none; correct the numbers",
        "связь называет вариант {option} вопроса {issue}, а такого нет; исправьте номера",
    ),
    "preferences_of_other_issues": (
        "the preferences of {party!r} are not about the {count} issues of the table; give all for each",
        "предпочтения стороны {party!r} не о тех вопросах, которых за столом {count}; дайте всё по каждому",
    ),
    "veto_out_of_range": (
        "the veto line of {party!r} is {veto}; it has to lie between 0 and 1",
        "граница согласия стороны {party!r} равна {veto}; она должна быть от 0 до 1",
    ),
    "points_out_of_range": (
        "{party!r} gives issue {issue!r} {points} points; give 0 or more",
        "{party!r} даёт вопросу {issue!r} {points} баллов; дайте 0 или больше",
    ),
    "no_points": (
        "{party!r} gives no issue any points; give some to what matters",
        "{party!r} не даёт баллов ни одному вопросу; дайте их тому, что важно",
    ),
    "ratings_of_other_options": (
        "{party!r} does not rate the {count} options of issue {issue!r}; rate each once",
        "{party!r} оценивает не те варианты вопроса {issue!r}, которых {count}; оцените каждый один раз",
    ),
    "rating_out_of_range": (
        "{party!r} rates option {option!r} of issue {issue!r} with {rating}; it has to lie between 0 and 1",
        "{party!r} оценивает вариант {option!r} вопроса {issue!r} в {rating}; оценка должна быть от 0 до 1",
    ),
    "nothing_allowed": (
        "{party!r} accepts no option of issue {issue!r}; leave at least one",
        "{party!r} не принимает ни одного варианта вопроса {issue!r}; оставьте хотя бы один",
    ),
    "allowed_out_of_range": (
        "{party!r} accepts an option that issue {issue!r} does not have; correct its number",
        "{party!r} принимает вариант, которого у вопроса {issue!r} нет; исправьте его номер",
    ),
}
"""A scenario, whatever it was read from."""

FILES: Final[Mapping[str, tuple[str, str]]] = {
    "in_file": ("{path}: {fault}", "{path}: {fault}"),
    "scenario_gone": (
        "there is no such file or folder; correct the path",
        "такого файла или папки нет; исправьте путь",
    ),
    "scenario_unread": (
        "it cannot be read ({error}); give the right to read it, or copy it again",
        "прочитать не удаётся ({error}); дайте право на чтение или скопируйте ещё раз",
    ),
    "scenario_no_file": (
        "it is a pipe, a socket or a device; name a file",
        "это канал, сокет или устройство; укажите файл",
    ),
    "scenario_large": (
        "it is larger than {megabytes} MB; name the scenario alone",
        "файл больше {megabytes} МБ; укажите только сам сценарий",
    ),
    "scenario_no_text": (
        "it is no text in UTF-8; save it as such",
        "это не текст в UTF-8; сохраните его так",
    ),
    "scenario_no_json": (
        "line {line}, column {column}: it is no JSON from here on; correct what stands there",
        "строка {line}, знак {column}: отсюда это не JSON; исправьте это место",
    ),
    "scenario_no_toml": (
        "line {line}: it is no TOML; correct what stands there, or whether a name stands twice",
        "строка {line}: это не TOML; исправьте это место или имя, которое стоит дважды",
    ),
    "scenario_no_xml": (
        "line {line}, column {column}: it is no XML from here on; correct it, or take the file out of the folder",
        "строка {line}, знак {column}: отсюда это не XML; исправьте или уберите файл из папки",
    ),
    "xml_entities": (
        "line {line}: document types and entities are not read; take the declaration out",
        "строка {line}: типы документа и сущности не читаются; уберите объявление",
    ),
    "scenario_deep": (
        "it has parts within parts without end, or too many; a scenario needs a few levels alone",
        "в нём слишком много частей или они слишком глубоко вложены; сценарию хватает нескольких уровней",
    ),
    "scenario_number_long": (
        "it holds a number of too many digits; shorten it",
        "в нём есть число из слишком многих цифр; сократите его",
    ),
    "number_not_finite": (
        "{number} is no number; write one",
        "{number} не число; напишите число",
    ),
    "key_twice": (
        "name {key!r} stands twice in one table; keep one",
        "имя {key!r} стоит в одной таблице дважды; оставьте одно",
    ),
    "too_many_files": (
        "the folder holds more than {most} files; put the domain into a folder of its own",
        "в папке больше {most} файлов; положите область переговоров в отдельную папку",
    ),
    "scenario_unknown": (
        "it has no issues and parties, so it is no scenario; write both, as docs/scenarios.md shows",
        "в нём нет issues и parties, это не сценарий; напишите оба раздела, как показано в docs/scenarios.md",
    ),
    "scenario_version": (
        "it is of version {version}; this Leopold reads version 1",
        "это версия {version}; эта программа читает версию 1",
    ),
    "too_many_issues": (
        "it has more than {most} issues; leave out what is not in dispute",
        "в нём больше {most} вопросов; уберите то, о чём нет спора",
    ),
    "too_many_options": (
        "issue {issue!r} has more than {most} options; take a wider step, or fewer options",
        "у вопроса {issue!r} больше {most} вариантов; возьмите шаг шире или меньше вариантов",
    ),
}
"""Files and folders, of whatever format."""

PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "key_missing": (
        "{place}: {key!r} is missing; add it",
        "{place}: нет {key!r}; добавьте",
    ),
    "key_unknown": (
        "{place}: {key!r} is not known here; known are {known}",
        "{place}: {key!r} здесь не бывает; бывают {known}",
    ),
    "no_table": (
        "{place}: a table of names and values is needed; write one",
        "{place}: нужна таблица имён и значений; напишите её",
    ),
    "no_list": (
        "{place}: a list is needed; write one",
        "{place}: нужен список; напишите его",
    ),
    "no_words": (
        "{place}: words in quotes are needed; write them",
        "{place}: нужны слова в кавычках; напишите их",
    ),
    "no_number": (
        "{place}: a number of usual size is needed; write one without quotes",
        "{place}: нужно число обычной величины; напишите его без кавычек",
    ),
    "number_out_of_range": (
        "{place}: the number has to lie between {least} and {most}; correct it",
        "{place}: число должно быть от {least} до {most}; исправьте его",
    ),
    "issue_of_no_kind": (
        "issue {issue!r} has neither options nor a range; write options, or from and to",
        "у вопроса {issue!r} нет ни вариантов, ни границ; напишите options или from и to",
    ),
    "range_too_fine": (
        "issue {issue!r}: six decimals are the most; round the range and its step",
        "вопрос {issue!r}: после запятой не больше шести знаков; округлите границы и шаг",
    ),
    "range_does_not_fit": (
        "issue {issue!r}: steps of {step} do not lead from {low} up to {high}; correct the range or the step",
        "вопрос {issue!r}: шагами по {step} нельзя подняться от {low} до {high}; исправьте границы или шаг",
    ),
    "unit_and_currency": (
        "{place}: a unit and a currency stand together; keep one",
        "{place}: стоят и единица, и валюта; оставьте одно",
    ),
    "currency_unknown": (
        "{place}: {currency!r} is no currency; write three capitals, as EUR",
        "{place}: {currency!r} не валюта; напишите три заглавные буквы, например EUR",
    ),
    "no_such_issue": (
        "{place}: there is no issue {issue!r}; there are {known}",
        "{place}: вопроса {issue!r} нет; есть {known}",
    ),
    "no_such_option": (
        "{place}: there is no option {option!r}; there are {known}",
        "{place}: варианта {option!r} нет; есть {known}",
    ),
    "no_option_named": (
        "{place}: no option is named; name one at least",
        "{place}: не назван ни один вариант; назовите хотя бы один",
    ),
    "stretch_of_words": (
        "{place}: from and to are for ranges; name the options",
        "{place}: from и to годятся только для чисел; назовите варианты",
    ),
    "link_of_one_issue": (
        "{place}: a link needs options of two issues at least; for one issue use must or never",
        "{place}: связь должна касаться хотя бы двух вопросов; для одного есть must и never",
    ),
    "link_too_wide": (
        "{place}: the links bar more than {most} packages; name fewer options",
        "{place}: связи исключают больше {most} сочетаний; назовите меньше вариантов",
    ),
    "points_of_nothing": (
        "{place}: no issue has any points; give some to what matters",
        "{place}: ни у одного вопроса нет баллов; дайте их тому, что важно",
    ),
    "nothing_left": (
        "{place}: must and never leave no option of issue {issue!r}; leave one at least",
        "{place}: must и never не оставляют ни одного варианта вопроса {issue!r}; оставьте хотя бы один",
    ),
    "ratings_missing": (
        "{place}: issue {issue!r} has points and no ratings; rate its options, or give it 0 points",
        "{place}: у вопроса {issue!r} есть баллы, но нет оценок; оцените варианты или дайте ему 0 баллов",
    ),
    "rating_missing": (
        "{place}: option {option!r} has no rating; give it one from 0 to 100",
        "{place}: у варианта {option!r} нет оценки; дайте её от 0 до 100",
    ),
    "rated_twice": (
        "{place}: option {option!r} has two ratings; keep one",
        "{place}: у варианта {option!r} две оценки; оставьте одну",
    ),
    "step_unknown": (
        "{place}: {word!r} is no rating; write a number from 0 to 100 or one of {known}",
        "{place}: {word!r} не оценка; напишите число от 0 до 100 или одно из: {known}",
    ),
    "profiles_of_file": (
        "a scenario file holds its parties; leave --profile out",
        "стороны записаны в самом файле сценария; уберите --profile",
    ),
    "domain_is_folder": (
        "it is a file of a domain; name the folder in which it lies",
        "это файл области переговоров; укажите папку, в которой он лежит",
    ),
}
"""Our own scenario file, and JSON of the others."""

DOMAINS: Final[Mapping[str, tuple[str, str]]] = {
    "no_domain": (
        "no domain of Genius, GeniusWeb or NegoLog lies in this folder; name another, or a scenario file",
        "в этой папке нет области переговоров Genius, GeniusWeb или NegoLog; укажите другую или файл сценария",
    ),
    "several_domains": (
        "{first} and {second} both describe a domain; keep one in the folder",
        "{first} и {second} описывают разные области переговоров; оставьте в папке одну",
    ),
    "profile_count": (
        "the folder holds {count} profiles ({names}); name {least} to {most} of them with --profile",
        "в папке профилей: {count} ({names}); назовите от {least} до {most} через --profile",
    ),
    "profiles_named": (
        "{count} profiles are named; name {least} to {most}",
        "названо профилей: {count}; назовите от {least} до {most}",
    ),
    "profile_gone": (
        "there is no such profile, neither in the folder nor at this path; correct the name",
        "такого профиля нет ни в папке, ни по этому пути; исправьте имя",
    ),
    "profile_without_weights": (
        "no issue has any weight; correct the profile",
        "ни у одного вопроса нет веса; исправьте профиль",
    ),
    "issue_unknown": (
        "issue {issue!r} is not in the domain; correct its name, or name the profile of this domain",
        "вопроса {issue!r} в области переговоров нет; исправьте его название или укажите профиль этой области",
    ),
    "issue_missing": (
        "issue {issue!r} of the domain is missing; add its options",
        "нет вопроса {issue!r} из области переговоров; добавьте его варианты",
    ),
    "weight_missing": (
        "issue {issue!r} has no weight; add it, 0 where it does not matter",
        "у вопроса {issue!r} нет веса; добавьте его, 0, если вопрос не важен",
    ),
    "option_unknown": (
        "issue {issue!r} has no option {option!r} in the domain; correct its name",
        "у вопроса {issue!r} нет в области переговоров варианта {option!r}; исправьте название",
    ),
    "option_missing": (
        "option {option!r} of issue {issue!r} has no value; add it",
        "у варианта {option!r} вопроса {issue!r} нет оценки; добавьте её",
    ),
    "real_issue": (
        "issue {issue!r} has no list of options: issues with endless values are not read; write them out in steps",
        "у вопроса {issue!r} нет списка вариантов: непрерывные величины не читаются; выпишите их по шагам",
    ),
    "not_additive": (
        "its utility space is nonlinear; take a domain with an additive one, where the values of issues add up",
        "функция полезности в нём нелинейная; возьмите область с аддитивной, где оценки вопросов складываются",
    ),
    "no_utility_space": (
        "it holds no utility_space; name a profile of Genius",
        "в нём нет utility_space; укажите профиль Genius",
    ),
    "objectives_in_objectives": (
        "line {line}: one objective alone is read; put the issues under it",
        "строка {line}: читается только одна цель (objective); поместите вопросы под неё",
    ),
    "attribute_missing": (
        "line {line}: {name!r} is missing; add it",
        "строка {line}: нет {name!r}; добавьте",
    ),
    "attribute_no_number": (
        "line {line}: {name!r} is {text!r} and no number of usual size; correct it",
        "строка {line}: {name!r} равно {text!r}, это не число обычной величины; исправьте",
    ),
    "element_twice": (
        "line {line}: {name!r} stands there for the second time; keep one",
        "строка {line}: {name!r} стоит здесь второй раз; оставьте одно",
    ),
    "weight_of_nothing": (
        "line {line}: no issue has the index {index!r} of this weight; correct one of them",
        "строка {line}: ни у одного вопроса нет индекса {index!r}, который стоит у веса; исправьте один из них",
    ),
    "evaluation_negative": (
        "line {line}: option {option!r} of issue {issue!r} is worth less than 0; give 0 or more",
        "строка {line}: вариант {option!r} вопроса {issue!r} оценён ниже 0; дайте 0 или больше",
    ),
    "issue_type_unknown": (
        "line {line}: issue {issue!r} is of a type that is not known; let it be discrete or integer",
        "строка {line}: тип вопроса {issue!r} не известен; пусть будет discrete или integer",
    ),
    "integer_bounds": (
        "line {line}: issue {issue!r} needs a lowerbound and an upperbound that is not below it; write whole numbers",
        "строка {line}: вопросу {issue!r} нужны lowerbound и upperbound не меньше его; напишите целые числа",
    ),
    "evaluator_unknown": (
        "line {line}: issue {issue!r} needs a linear evaluator with offset and slope; older forms are not read",
        "строка {line}: вопросу {issue!r} нужен линейный evaluator с offset и slope; старые формы не читаются",
    ),
}
"""Domains in published formats."""

SETTLEMENT: Final[Mapping[str, tuple[str, str]]] = {**MODEL, **FILES, **PARTS, **DOMAINS, **DEALS, **ANSWERS}
