"""What a letter says of paying: the classes that people who collect money know, each with the sentence that says it.

The classes and their priority are those seen in the field (`Understand` in docs/ledger.md). A sentence has the first
class that it fits. Phrases are in English and Russian; a sentence that fits none has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from leopold.model import Evidence, Letter

Reply = Literal[
    "insolvency",
    "claimed_paid",
    "stop_writing",
    "refusal",
    "dispute",
    "forgot",
    "plan",
    "hardship",
    "promise",
    "document",
    "wrong_person",
    "out_of_office",
]

_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]*)*[.!?]*")
_PHRASES: Final[dict[Reply, str]] = {
    "insolvency": r"bankrupt|insolven|(?:in|into|enter\w*) (?:liquidation|administration|receivership)|"
    r"chapter (?:7|11)\b|"
    r"банкрот|(?:в|процедур\w+|стади\w+) ликвидаци|конкурсн\w+ (?:управляющ|производств)",
    "stop_writing": r"stop (?:writing|sending|contacting|calling|chasing)|do not (?:contact|write to) (?:me|us)|"
    r"leave (?:me|us) alone|(?:не|хватит|перестаньте|прекратите) (?:нам |мне )?(?:пишите|писать|звонить|слать|"
    r"присылать)",
    "refusal": r"(?:won't|will not|not going to|refus\w+ to|do not intend to|don't intend to|"
    r"no intention of) (?:be )?pay|"
    r"withh(?:e|o)ld\w*|holding (?:the |your |this |any )?(?:\w+ ){0,2}(?:payment|invoice|stage)|"
    r"(?:payment|invoice)\w* (?:is|are|stays|remains) (?:on hold|where it is)|no payment (?:until|unless)|"
    r"не (?:будем|буду|намерены|собираемся) (?:\w+ ){0,2}(?:плат|оплач)|(?:оплачивать|"
    r"платить) (?:\w+ ){0,2}не (?:буд|намер)|"
    r"не (?:оплатим|заплатим)\b|отказыва\w+ (?:от оплаты|оплач|плат)|оплат\w+ (?:\w+ ){0,3}приостан",
    "dispute": r"\bdisput(?:e|ed|ing)\b|(?:invoice|amount|bill|sum) (?:is|was|looks) (?:wrong|incorrect|"
    r"too high|not right)|"
    r"(?:never|not|didn't|did not) (?:\w+, )?(?:\w+ ){0,2}(?:agreed?|order(?:ed)?|sign(?:ed)?) (?:to|for|this|"
    r"that|it|any)|"
    r"overcharg|charged (?:us )?(?:twice|for)|do(?:es)? not match|оспарива|не соглас\w+|"
    r"(?:сумм\w+|сч[её]т\w*) (?:\w+ ){0,2}(?:неверн|не ?верн|завыш|ошибочн)|не заказыва|не (?:призна|"
    r"принима)[её]м|не соответству",
    "forgot": r"slipped (?:through|my|our)|overlooked|\b(?:forgot|forgotten)\b|missed (?:the|your|this|"
    r"that) (?:invoice|e-?mail|letter)|"
    r"(?:must have |got |been )(?:got )?(?:lost|buried)|lost track|забыл|упустил|вылетел\w+ из головы|"
    r"(?:пропустил|потерял|не заметил)\w* (?:\w+ )?сч[её]т|сч[её]т (?:\w+ )?(?:затерял|потерял)",
    "claimed_paid": r"(?:have|has|had|was|were|been|already|we|i|payment) (?:already |been |just )*(?:paid|"
    r"settled|transferred|sent the payment)\b|"
    r"(?:payment|transfer|money) (?:went out|was made|was sent|has been made|is on its way|left our)|"
    r"(?:уже |вчера |сегодня )(?:\w+ )?(?:оплат|перечисл|заплат|отправ)\w*|(?:оплатили|перечислили|заплатили)\b|"
    r"(?:сч[её]т|он) (?:уже )?оплачен|плат[её]ж\w* (?:ушел|ушёл|отправлен|проведен|проведён)|"
    r"плат[её]жк\w+ (?:во вложени|прилага)",
    "plan": r"instal+ments?|(?:in|into) (?:two|three|four|several|equal) (?:parts|payments)|payment plan|"
    r"defer (?:the )?payment|more time to pay|рассрочк|по частям|частями|отсрочк|график\w* (?:платеж|погаш|оплат)",
    "hardship": r"cash[- ]?flow|(?:no|not enough|short of|out of) (?:money|funds|cash)|(?:cannot|can't|can not|"
    r"unable to) (?:currently |now )?(?:pay|afford)|"
    r"(?:waiting|wait) (?:for|until) (?:our|a|the) (?:own )?(?:customer|client|investor|bank|grant)\w*|money is tight|"
    r"нет (?:\w+ )?(?:денег|средств)|кассов\w+ разрыв|не (?:можем|могу|в состоянии) (?:\w+ ){0,2}(?:оплат|заплат|плат)|"
    r"финансов\w+ (?:трудност|сложност|проблем)|(?:трудн|сложн)\w+ (?:\w+ )?(?:положени|ситуаци)\w* с (?:деньг|финанс)|"
    r"жд[её]м (?:\w+ ){0,2}(?:оплат|поступлени|деньг|денег)",
    "promise": r"(?:will|shall|'ll|going to) (?:\w+ ){0,2}(?:pay|transfer|settle|remit)\b|payment (?:will|"
    r"is scheduled|is planned|goes out)|"
    r"\b(?:оплатим|перечислим|заплатим|погасим|оплачу|переведу)\b|(?:оплата|плат[её]ж) (?:\w+ ){0,2}(?:будет|"
    r"запланирован|стоит|уйд[её]т)",
    "document": r"(?:re-?send|send|need|missing|without|lacks?|quote|add) (?:\w+ ){0,4}(?:invoice|po number|"
    r"purchase order|order number|statement|copy|vat number)|"
    r"wrong (?:address|vat|po|company|entity|currency)|(?:пришлите|вышлите|нужен|нужны|нет|не хватает|"
    r"без),? (?:\w+,? ){0,3}"
    r"(?:сч[её]т|акт|накладн|закрывающ|оригинал|счет-фактур|сч[её]т-фактур|сверк)|ошибк\w+ в (?:сч[её]те|акте|"
    r"реквизит)",
    "wrong_person": r"wrong person|not (?:my|our) (?:department|job|area|responsib)|no longer (?:work|with)|"
    r"больше (?:здесь |у нас )?не работа|не по адресу|(?:этим|оплатами) (?:я )?не занима",
    "out_of_office": r"out of (?:the )?office|on (?:annual |maternity |sick )?(?:leave|vacation) (?:until|till|"
    r"from)|в отпуске (?:до|с|по)\b",
}
_FITS: Final = {name: re.compile(rf"(?<![\w])(?:{text})", re.IGNORECASE) for name, text in _PHRASES.items()}
_DENIED: Final = re.compile(
    r"\bnot\b|n't\b|\bnever\b|\bno\b|\bwill\b|'ll\b|\bonce\b|\bwhen\b|\bif\b|\bunless\b|\buntil\b|\?|\bне\b|"
    r"\bбуд|\bесли\b|\bкогда\b|\bпока\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\bnot\b|n't\b|\bnever\b|\bне\b|\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about paying, and its class."""

    reply: Reply
    evidence: Evidence


def replies(letter: Letter) -> Iterator[Said]:
    """Yield what the writer's own words in a letter say of paying, in order of place."""
    text = letter.message.text
    for zone in letter.own:
        for found in _SENTENCE.finditer(text, zone.start, zone.end):
            sentence = found[0]
            reply = _class(sentence)
            if reply is not None:
                start = found.start() + len(sentence) - len(sentence.lstrip())
                yield Said(reply, Evidence.of(letter.message, start, found.start() + len(sentence.rstrip())))


def _class(sentence: str) -> Reply | None:
    for name, fits in _FITS.items():
        if fits.search(sentence) and not _taken_back(name, sentence):
            return name
    return None


def _taken_back(name: Reply, sentence: str) -> bool:
    """Whether a sentence says the opposite, asks, or makes a condition of it."""
    if name == "claimed_paid":
        return _DENIED.search(sentence) is not None
    if name == "promise":
        return _NOT.search(sentence) is not None
    if name in ("dispute", "insolvency"):
        return (
            re.search(
                r"\b(?:no|not|don't) (?:\w+ )?disput|не оспарива|not (?:insolvent|bankrupt)", sentence, re.IGNORECASE
            )
            is not None
        )
    return False
