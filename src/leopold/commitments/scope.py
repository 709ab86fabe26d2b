"""What a sentence says a deal holds: amounts of money, numbers of units, and whether something is in the price."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from leopold.languages import Language
from leopold.signals.sentences import fold
from leopold.signals.stems import stems

_CURRENCIES: Final = {
    "руб": "RUB",
    "р.": "RUB",
    "₽": "RUB",
    "€": "EUR",
    "eur": "EUR",
    "$": "USD",
    "usd": "USD",
    "£": "GBP",
    "gbp": "GBP",
}
_AMOUNT: Final = re.compile(
    r"(?P<before>[€$£]) ?(?P<a>\d{1,3}(?:[ ,]\d{3})+|\d+)(?P<x>[.,]\d\d)?(?![.,]?\d)"
    # "$120k" is no 120 dollars: what is told in thousands or millions is not read.
    r"(?! ?(?:k|m|b|bn|mln|mio|thousand|million|billion|тыс|млн|млрд)(?!\w))|"
    r"(?<![\d.,])(?P<b>\d{1,3}(?:[ ,]\d{3})+|\d+)(?P<y>[.,]\d\d)? ?(?P<after>руб|р\.|₽|€|eur|usd|gbp)"
)


def amounts(text: str) -> list[tuple[Decimal, str]]:
    """Return the amounts of money in a text with their ISO 4217 currencies, in order of place."""
    found = []
    for match in _AMOUNT.finditer(fold(text)):
        whole = re.sub(r"[ ,]", "", match["a"] or match["b"])
        cents = (match["x"] or match["y"] or ".00")[1:]
        found.append((Decimal(f"{whole}.{cents}"), _CURRENCIES[match["before"] or match["after"]]))
    return found


class Quantity(NamedTuple):
    """So many of a unit, and the words that say so."""

    number: int
    unit: str
    words: str


_UNITS: Final = {
    "hour": r"hours?|часов|часа|час",
    "licence": r"licen[cs]es?|лиценз\w+",
    "user": r"users?|пользовател\w+",
    "seat": r"seats?|рабочих мест\w*|мест[аоу]?",
    "page": r"pages?|страниц\w*",
    "piece": r"pieces?|pcs|units?|шт(?:ук\w*)?",
    "server": r"servers?|сервер\w*",
    "site": r"sites?|сайт\w*",
    "person": r"people|persons?|человек\w*|специалист\w*",
    "round": r"rounds?|revisions?|раунд\w*|прав(?:ок|ки)|итераци\w+",
    "gigabyte": r"gb|гб|гигабайт\w*",
    "terabyte": r"tb|тб|терабайт\w*",
    "camera": r"cameras?|камер\w*",
    "box": r"boxes|box|короб\w+",
    "pallet": r"pallets?|паллет\w*|поддон\w*",
    "article": r"articles?|стат(?:ей|ьи|ью)",
    "visit": r"visits?|выезд\w*|визит\w*",
}
_UNIT: Final = re.compile(
    r"(?<![\d.,:/-])(?P<number>\d{1,3}(?:[ ,]\d{3})+|\d{1,6})(?: |-)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
    + r")(?!\w)"
)
_TIME: Final = re.compile(
    r"\b(?:in|within|after|for the next|every|at|через|в течение|за|каждые|до|к|в) (?:the (?:next|last) )?$"
)


def quantities(text: str) -> list[Quantity]:
    """Return the numbers of units in a text, in order of place; how long something takes is none."""
    folded, found = fold(text), []
    for match in _UNIT.finditer(folded):
        unit = match.lastgroup or ""
        if unit == "hour" and _TIME.search(folded, 0, match.start()):
            continue
        found.append(Quantity(int(re.sub(r"[ ,]", "", match["number"])), unit, match[0]))
    return found


_DEAL: Final[dict[Language, str]] = {
    "en": r"(?:the |our |your |that |this )?(?:agreed |fixed |monthly )?"
    r"(?:price|fee|package|plan|contract|quote|scope|tariff|rate|subscription|offer|budget)",
    "ru": r"(?:наш\w* |ваш\w* |эт\w+ )?(?:стоимост\w+|цен[уыае]\w*|тариф\w*|договор\w*|пакет\w*|абонент\w*|"
    r"объем\w*|смет\w*|подписк\w*|счет\w*|предложени\w*)",
}
_EXTRA: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:(?:is|are|was|were|be)(?: not|n't) (?:\w+ )?(?:included|covered)|"
        rf"not (?:\w+ )?(?:included in|part of|covered by|within|in) {_DEAL['en']}|"
        r"(?:doesn't|does not|don't|do not) (?:include|cover)|"
        r"(?:charged|billed|invoiced|paid|priced|quoted) (?:for )?(?:separately|extra|on top)|"
        r"(?:costs?|is|are|comes?|would be|will be) (?:extra|on top)|"
        r"at (?:an )?(?:extra|additional) (?:cost|charge|fee)|out of scope|outside (?:of )?the scope|excluded from)\b"
    ),
    "ru": re.compile(
        rf"\b(?:не (?:вход\w+|включ\w+) (?:в )?{_DEAL['ru']}|не вход(?:ит|ят|ил[аои]?|или)|не включен[аоы]?|"
        r"(?:оплачива\w+|оплатит\w*|счита\w+|тарифициру\w+|ид[еу]т|стоит|выставля\w+|выставим|рассчитыва\w+) отдельно|"
        r"отдельн(?:ая|ую|ой|ые|ых) (?:оплат\w+|плат\w+|услуг\w+|работ\w+)|за (?:доплату|отдельную плату)|"
        r"(?:сверх|вне|за рамками) (?:договор\w*|тариф\w*|объем\w*|смет\w*)|платная услуга|не бесплатно)(?!\w)"
    ),
}
_INCLUDED: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:(?:is|are|was|were|be|it's|that's) (?:all |also |already |fully )?(?:included|covered)|"
        rf"(?:included|covered) (?:in|by) {_DEAL['en']}|{_DEAL['en']} (?:includes?|covers?)|part of {_DEAL['en']}|"
        r"within the (?:agreed )?scope|(?:at no|without) (?:extra|additional) (?:cost|charge)|"
        r"free of charge|for free)\b"
    ),
    "ru": re.compile(
        rf"\b(?:вход(?:ит|ят|ил[аои]?) в {_DEAL['ru']}|включен[аоы]? в {_DEAL['ru']}|"
        rf"{_DEAL['ru']} (?:включа\w+|входит)|"
        r"без (?:доплат\w*|дополнительн\w+ (?:оплат\w*|плат\w*))|бесплатно|за те же деньги|"
        r"в рамках (?:договор\w*|тариф\w*|абонент\w*|смет\w*))(?!\w)"
    ),
}
_DOUBT: Final = re.compile(
    r"(?:if|whether|unless|если|входит ли|включен[аоы]? ли)\b|.*\b(?:if|whether|ли)\b", re.DOTALL
)
_WORDS: Final = stems(
    fold(
        "included include includes including covered cover covers price fee package plan contract quote scope tariff "
        "rate subscription offer budget charged billed invoiced paid separately extra additional cost costs charge "
        "free входит входят входила включен включена включено включает стоимость стоимости цена цену цене тариф "
        "тарифа тарифу договор договора договору пакет абонентка объем смета смету оплачивается отдельно отдельная "
        "отдельную доплата доплаты бесплатно считается плата плату услуга рамках"
    )
)


def included(said: str, language: Language) -> bool | None:
    """Return whether a folded sentence takes something for part of the price, False for extra; None if it tells not."""
    if said.rstrip().endswith("?") or _DOUBT.match(said):
        return None
    if _EXTRA[language].search(said):
        return False
    return True if _INCLUDED[language].search(said) else None


def without_terms(about: frozenset[str]) -> frozenset[str]:
    """Return stems without those by which it is only said that something is in the price or not."""
    return about - _WORDS
