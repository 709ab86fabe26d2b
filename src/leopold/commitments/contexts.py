"""What the words around a phrase of time make of it: a deadline, a mere day, or no deadline at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from leopold.commitments import forms_english, forms_russian
from leopold.commitments.forms import Form, Weight
from leopold.languages import Language

BEFORE: Final = 60
"""Characters before a phrase in which its preposition is looked for."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of one language that decide. `strong`, `point` and `block` match what stands right before a phrase."""

    forms: Callable[[], tuple[Form, ...]]
    strong: re.Pattern[str]
    point: re.Pattern[str]
    plan: re.Pattern[str]
    block: re.Pattern[str]
    boundary: re.Pattern[str]
    past: re.Pattern[str]
    future: re.Pattern[str]
    acts: re.Pattern[str]
    unable: re.Pattern[str]
    condition: re.Pattern[str]
    away: re.Pattern[str]
    needs_preposition: re.Pattern[str]
    hint: re.Pattern[str]


class Clause(NamedTuple):
    """`folded[start:end]`: what is said in one breath."""

    start: int
    end: int


_END: Final = r"[,;:](?=\s)|[.!?…]+(?=\s|$|[\"»)])|\n|\s[-–—]\s|(?<=\s)[–—](?=\s)"

ENGLISH: Final = Context(
    forms=forms_english.forms,
    strong=re.compile(
        r"\b(?:by|until|til|till|before|(?:no|not) later than|not after|latest|due(?: date)?(?: is| on)?|"
        r"deadline(?: is)?|"
        r"for delivery|expires?)[ :–-]*(?:on )?(?:the |this |about |around )?"
        r"(?:(?:eod|cob|cop|noon|midday|lunch|end of day|end of business|close of (?:play|business)|early|late|"
        r"\d{1,2}(?::\d\d)? ?(?:am|pm)?)(?: on)? )?$"
    ),
    point=re.compile(r"\b(?:on|at|for|to|in|with|with the|in the|for the|on the|around|about|is|eod|cob)(?: the)? $"),
    plan=re.compile(
        r"\b(?:moved|postponed|pushed|rescheduled|delayed|slipped|planned|scheduled|set|booked)\b.{0,40} "
        r"(?:to|for|until|till) (?:the )?$"
    ),
    block=re.compile(
        r"(?:\b(?:since|from|as of|effective|(?<!'re )(?<!are )(?<!is )(?<!be )starting|starting from|after|dated|"
        r"past|last|ago on|between|not on|except|until after|"
        r"(?:no|not) (?:earlier|sooner) than|(?<!morning )(?<!evening )(?<!night )(?<!day )of)|"
        r"(?:n't|\bnot|\bnever|\bnothing)\b[^.;,]{0,25} before)(?: the| this| early| late| about| around)? $|"
        r"\b(?:version|ver\.|v|release|page|p\.|section|chapter|item|clause|no\.|number|ratio|scale of|at scale) ?$"
    ),
    boundary=re.compile(_END + r"|\b(?:and|but|because|so)\b"),
    past=re.compile(
        r"\b(?:was|were|had|did|didn't|wasn't|weren't|went|came|got|lost|said|told|took|met|gave|made|saw|fell|broke|"
        r"found|"
        r"ran|knew|thought|wrote|spoke|rang|began|arrived|happened|crashed|yesterday)\b|"
        r"(?:^\W*(?:you|it)|\b(?:i|we|he|she|they|who|nobody|someone|which|that|has|have|had)|'ve)(?: (?:already|"
        r"just|not|never|only|all))?"
        r" (?!need|feed|bleed|embed|proceed|exceed|succeed|indeed|moved|postponed|pushed|scheduled|planned|agreed to)"
        r"(?:\w+ed|sent|left|heard|done|been|held|paid|shipped|replied)\b|"
        r"(?<!be )(?<!is )(?<!are )(?<!get )(?<!been )(?<!being )(?<!'s )(?<!'re )\b(?:promised|received|waited|"
        r"ordered|"
        r"complained|asked|worked|failed|stopped|started|rained|delivered|upgraded|installed|replied|called|visited|"
        r"sent)\b"
        r"(?= (?:it|us|me|you|your|our|the|on|for|two|three|his|her|until|in|that|to us)\b)"
    ),
    future=re.compile(
        r"\b(?:will|shall|going to|gonna|won't|can|must|please|to be|next|final|planned|scheduled|expected)\b|'ll\b|"
        r"'d like"
    ),
    acts=re.compile(
        r"\b(?:will|shall|going to|gonna|can|please|next|final|planned|scheduled|expected|due)\b|'ll\b|'re \w+ing"
    ),
    unable=re.compile(
        r"\b(?:can't|cannot|can not|couldn't|unable to|not be able|isn't able|won't make|not make|won't be (?:ready|"
        r"done|there|"
        r"able|possible)|not be (?:ready|done|possible)|impossible|not possible|no way|won't manage|not manage)\b"
    ),
    condition=re.compile(r"\b(?:if|unless|in case|provided|once|when|as soon as)\b"),
    away=re.compile(
        r"\b(?:closed|out of (?:the )?office|on (?:annual |sick |parental |maternity )?leave|on holiday|on vacation|"
        r"away|"
        r"thanks?|thank you|grateful|(?:as (?:discussed|agreed|mentioned)|following (?:our|your|the|up)|"
        r"per (?:our|your)|referring to|further to|yesterday and)\b|"
        r"(?:good|great|nice|lovely|pleasure) (?:to (?:meet|see|hear)|\w+ing|meeting)|"
        r"(?:we're|are|is|stays?) open)\b"
    ),
    needs_preposition=re.compile(
        r"(?:the )?\d{1,2}(?:st|nd|rd|th)|\d/\d{1,2}|\d\d/\d|christmas.*|xmas.*|saturday|sunday"
    ),
    hint=re.compile(
        r"\d|day|week|month|quarter|year|noon|night|morrow|tmr|\b(?:eo[dwmqy]|co[bp]|eob|business|mon|tues?|"
        r"weds?|thu|thur|fri|sat|"
        r"sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|lunch|hour|minute|fortnight|christmas|xmas|"
        r"close of play|half an)|"
        r"evening|hour|minute"
    ),
)

_NOUNS: Final = (
    r"(?!(?:или|если|ил[иь]|мало|немало|около|дали бы|мог(?:ли)? бы|(?:за)?хотел[аи]? бы|было бы|"
    r"(?:недел|модел|детал|отел|кабел|цел|рол|парол|дол|вол|мил|пыл|стил|автомобил|профил|апрел|сил|школ|сел|тел|дел|"
    r"зеркал|"
    r"отдел|раздел|предел|стол|пол|угол|файл|зал|бал|начал|правил|материал|канал|журнал|портал|сигнал|финал|филиал|"
    r"персонал|квартал|оригинал|терминал|интервал|капитал|потенциал|функционал|подвал|вокзал|скандал|провал|идеал|"
    r"генерал|"
    r"арсенал|протокол|контрол|футбол|похвал|\w{2,}(?<!хо)(?<!ле)тел)(?:и|а|о|ы|у|е|ам|ах|ов|ом|ей)?)\b)"
)
"""What ends like a verb of the past and is none."""

RUSSIAN: Final = Context(
    forms=forms_russian.forms,
    strong=re.compile(
        r"\b(?:до|к|ко|не позднее|не позже|самое позднее|крайний срок|срок\w*|дедлайн|максимум)[ :–—-]*(?:в |во )?"
        r"(?:(?:конц\w (?:рабочего )?дня|утр\w|вечер\w|обед\w|полудн\w) )?$"
    ),
    point=re.compile(r"\b(?:в|во|на)(?: (?:само\w+|эт\w+|ближайш\w+))? $"),
    plan=re.compile(r"\bна $"),
    block=re.compile(
        r"\b(?:с|со|от|после|начиная с|по|про|за|об?|по состоянию на|не ран(?:ьше|ее)(?: чем)?(?: в)?|датирован\w+|"
        r"прошл\w+|"
        r"еще|еще в|между|кроме|(?:с|со) (?:утра|вечера|полудня)) $|"
        r"(?:верси\w+|релиз\w*|обновлени\w+ (?:на|до)|\bпп?\.|пункт\w*|раздел\w*|стать\w+|стр\.|№|тел\.?|номер\w*) ?$"
    ),
    boundary=re.compile(_END + r"|\b(?:и|а|но|потому что)\b"),
    past=re.compile(
        rf"\b{_NOUNS}[а-я]*[аеиоуыяюй]л(?:а|о|и)?(?:ся|сь)?\b|\b(?:пришл[аои]|ушл[аои]|вышл[ао]|шел|шл[аои]|"
        r"пришел|вышел|нашл[аои]|ушел|мог|смог(?:л[аи])?|\w*(?:вез|нес)(?:л[аои])?|(?:добавлен|отправлен|получен|"
        r"направлен|оплачен|подписан|сделан|принят|выполнен|опубликован|установлен|исправлен)[аоы]?|вчера|позавчера|"
        r"прошл\w+)\b"
    ),
    future=re.compile(r"\b(?:буд(?:у|ем|ет|ете|ут)|чтобы|прошу|просим|хот(?:им|ел\w*) бы|жд(?:у|ем)|могли бы)\b"),
    acts=re.compile(
        r"\b(?:буд(?:у|ем|ет|ете|ут)|следующ(?:ий|ее|ая)|запланирован\w*|план\w*|прошу|"
        r"[а-я]{3,}(?:ем|им|аю|яю|лю|рю|ню|ью|ду|чу|шу|жу|шет|ведет|йдет|едет|вит|сит|дит|чит))\b"
    ),
    unable=re.compile(
        r"\bне (?:успе\w+|смо(?:ж|г)\w+|получ\w+|сделаем|сделаю|выйдет|готов\w*|дожд\w+|можем|могу|буд\w+ готов\w*|"
        r"укладыва\w+|уложи\w+)"
    ),
    condition=re.compile(r"\b(?:если|когда|как только|в случае)\b"),
    away=re.compile(
        r"\b(?:как (?:обсуждали|договорились|договаривались|говорили)|по итогам|вчера и|в отпуске|отпуск|"
        r"закрыт\w*|на больничном|отсутству\w+|нет на месте|спасибо|благодар\w+|открыты)\b"
    ),
    needs_preposition=re.compile(r"(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресен)[а-я]*"),
    hint=re.compile(
        r"\d|дня|дне|день|дню|недел|месяц|квартал|год|завтра|сегодня|понедел|вторник|сред[ыеуа]|четверг|пятниц|"
        r"суббот|воскрес|\bпн\b|"
        r"\bвт\b|\bср\b|\bчт\b|\bпт\b|\bсб\b|\bвс\b|январ|феврал|март|апрел|ма[яйею]|июн|июл|август|сентябр|"
        r"октябр|ноябр|декабр|"
        r"выходн|праздник|каникул|новогодн|майск|час|минут|сутк|суток|вечер|обед|полуд|утр|ночь|ночи|числ|до |к |"
        r"полгода|полугод|срок|декад|нов"
    ),
)

CONTEXTS: Final[dict[Language, Context]] = {"en": ENGLISH, "ru": RUSSIAN}

_RANKS: Final[dict[Weight, int]] = {"sure": 5, "ahead": 4, "span": 4, "weak": 2, "time": 1}


def clause_of(folded: str, start: int, end: int, context: Context) -> Clause:
    """Return the clause in which `folded[start:end]` stands: the sentence where the phrase has no words beside it."""
    first, last = _between(folded, start, end, context.boundary)
    alone = re.sub(
        r"\W|\b(?:by|on|at|until|до|к|в|не|позднее|no|later|than)\b", "", folded[first:start] + folded[end:last]
    )
    if not alone:
        first, last = _between(folded, start, end, _SENTENCE)
    return Clause(first, last)


_SENTENCE: Final = re.compile(r"[.!?…]+(?=\s|$)|\n")
_REACH: Final = 300


def _between(folded: str, start: int, end: int, boundary: re.Pattern[str]) -> tuple[int, int]:
    first, last = max(0, start - _REACH), min(len(folded), end + _REACH)
    for found in boundary.finditer(folded, first, start):
        first = found.end()
    after = boundary.search(folded, end, last)
    return first, after.start() if after else last


def rank(folded: str, start: int, end: int, form: Form, context: Context) -> int:
    """Return how surely the phrase `folded[start:end]` sets a deadline, 1 to 5; 0 where it sets none."""
    before = folded[max(0, start - BEFORE) : start]
    if form.weight == "none" or context.block.search(before):
        return 0
    planned = bool(context.plan.search(before))
    found = _RANKS.get(form.weight) or _dated(before, folded[start:end], context)
    clause = clause_of(folded, start, end, context)
    lead = folded[clause.start : start]
    words = _without_asides(lead) + folded[start:end] + _without_asides(folded[end : clause.end])
    if context.unable.search(words) or ((found < 5 or form.weight == "date") and context.away.search(lead)):
        return 0
    if form.weight != "ahead" and not planned and context.past.search(words) and not context.future.search(words):
        return 0
    if (
        form.weight in ("weak", "time")
        and _needs_act(form, folded[start:end])
        and words.strip(" .!") != folded[start:end]
    ):
        found *= bool(context.acts.search(words))
    if context.condition.search(lead):
        return 1 if found == 5 else 0
    return found


def _without_asides(clause: str) -> str:
    return re.sub(r"\([^()]{0,80}\)", " ", clause)


def _needs_act(form: Form, phrase: str) -> bool:
    """Whether a phrase tells a deadline only beside a word for what is going to happen."""
    return form.precision in ("month", "quarter") or phrase.startswith(("за ", "at ", "around ", "в "))


def _dated(before: str, phrase: str, context: Context) -> int:
    if context.strong.search(before):
        return 5
    if context.point.search(before):
        return 4
    marked = not before.strip() or before.rstrip().endswith((":", "–", "—"))
    bare = context.needs_preposition.fullmatch(phrase)
    return 0 if bare and not (marked and before.strip()) else 3
