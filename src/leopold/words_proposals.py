"""How Leopold says what a proposal gives one party, and what could make an agreement, in English and Russian.

To each party of its own answers alone. Nothing here can name or number what another party wants.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.languages import Language

LABELS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "most_value": "Most value for all together",
        "most_balanced": "Most balanced",
        "equal_shares": "The same part of what each could get at best",
        "other": "One more that leaves nothing on the table",
    },
    "ru": {
        "most_value": "Больше всего пользы в целом",
        "most_balanced": "Самое ровное",
        "equal_shares": "Каждому равная доля его лучшего",
        "other": "Ещё одно, в котором ничего не упущено",
    },
}

STANDINGS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "best": "{issue}: {option}. You get your best here",
        "second": "{issue}: {option}. You get your second best; “{best}” would give you {lost} of 100 more",
        "gives_way": "{issue}: {option}. You give way here; “{best}” would give you {lost} of 100 more",
        "indifferent": "{issue}: {option}. By your answers it makes no difference to you",
        "barred": "{issue}: {option}. You said that you cannot accept this",
    },
    "ru": {
        "best": "{issue}: {option}. Здесь вы получаете лучшее для себя",
        "second": "{issue}: {option}. Это второй по выгоде для вас вариант; «{best}» дал бы на {lost} из 100 больше",
        "gives_way": "{issue}: {option}. Здесь вы уступаете; вариант «{best}» дал бы на {lost} из 100 больше",
        "indifferent": "{issue}: {option}. Судя по вашим ответам, для вас это неважно",
        "barred": "{issue}: {option}. Вы ответили, что принять этого не можете",
    },
}

TOTALS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "above": "In all you get {worth} of 100, above your line of {veto}; with all your best it would be {best}",
        "on": "In all you get {worth} of 100, just your line; with all your best it would be {best}",
        "below": "In all you get {worth} of 100, below your line of {veto}; with all your best it would be {best}",
        "no_line": "In all you get {worth} of 100; with all your best it would be {best}",
    },
    "ru": {
        "above": "Всего у вас {worth} из 100, выше вашей границы согласия {veto}; будь всё по-вашему, было бы {best}",
        "on": "Всего у вас {worth} из 100, ровно ваша граница согласия; будь всё по-вашему, было бы {best}",
        "below": "Всего у вас {worth} из 100, ниже вашей границы согласия {veto}; будь всё по-вашему, было бы {best}",
        "no_line": "Всего у вас {worth} из 100; будь всё по-вашему, было бы {best}",
    },
}

MUSTS: Final[Mapping[Language, Mapping[bool, str]]] = {
    "en": {True: "All that you must have is kept", False: "Not all that you must have is kept"},
    "ru": {
        True: "Всё, что для вас обязательно, соблюдено",
        False: "Не всё, что для вас обязательно, соблюдено",
    },
}

NO_AGREEMENT: Final[Mapping[Language, str]] = {
    "en": "No agreement is possible with what was stated",
    "ru": "При том, что заявлено, договориться невозможно",
}

STEPS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "bar": "{issue}: it may help if you could accept “{option}” as well",
        "line": "It may help if your line were {to} of 100 instead of {veto}",
    },
    "ru": {
        "bar": "{issue}: может помочь, если вы сможете принять и «{option}»",
        "line": "Может помочь, если ваша граница согласия будет {to} из 100, а не {veto}",
    },
}


def label(name: str, language: Language) -> str:
    """Return the public rule that chose a proposal, ``other`` for none; KeyError for one without words."""
    return LABELS[language][name]


def number(hundredths: float, language: Language) -> str:
    """Return points of 100 from a satisfaction of 0..1, with one decimal where it is not whole: ``56.7``, ``56,7``."""
    text = f"{100 * hundredths:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "ru" else text


def standing(kind: str, issue: str, option: str, best: str, lost: float, language: Language) -> str:
    """Return how one issue stands for a party; `lost` is how much its best would give it more, 0..1."""
    words = STANDINGS[language][kind]
    return words.format(issue=issue, option=option, best=best, lost=number(lost, language))


def total(kind: str, worth: float, veto: float, best: float, language: Language) -> str:
    """Return what a package gives a party in sum, against its veto line and its best, all 0..1."""
    values = {"worth": number(worth, language), "veto": number(veto, language), "best": number(best, language)}
    return TOTALS[language][kind].format_map(values)


def musts(kept: bool, language: Language) -> str:
    """Return whether a package keeps a party's must-haves."""
    return MUSTS[language][kept]


def no_agreement(language: Language) -> str:
    """Return all that everybody is told where no agreement is possible."""
    return NO_AGREEMENT[language]


def accept_as_well(issue: str, option: str, language: Language) -> str:
    """Return which option a party could accept as well."""
    return STEPS[language]["bar"].format(issue=issue, option=option)


def lower_line(to: float, veto: float, language: Language) -> str:
    """Return how far a party could lower its veto line, both 0..1."""
    return STEPS[language]["line"].format(to=number(to, language), veto=number(veto, language))
