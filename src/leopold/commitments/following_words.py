"""Words by which later letters say what became of a promise, in English and Russian, over folded text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from leopold.languages import Language


class Following(NamedTuple):
    """What says what became of a promise; `empty` are words too common to match by.

    `delivered` is what one says who keeps it, `received` what the other side says; `sorry` owns that it came late,
    `here` brings it with the letter. `accuses` says that something did not come, whatever it was.
    """

    delivered: re.Pattern[str]
    received: re.Pattern[str]
    sorry: re.Pattern[str]
    here: re.Pattern[str]
    promised: re.Pattern[str]
    broken: re.Pattern[str]
    accuses: re.Pattern[str]
    delayed: re.Pattern[str]
    cancelled: re.Pattern[str]
    pays: re.Pattern[str]
    empty: frozenset[str]


ENGLISH: Final = Following(
    delivered=re.compile(
        r"\b(?:attached|enclosed|here (?:is|are|it is|they are)|here's|herewith|done|sent|(?:is|are|'s|"
        r"are all) (?:live|up|"
        r"fixed|back up)|fixed|deployed|delivered|signed|paid|released|went (?:out|live|in|through)|as promised|"
        r"credited|"
        r"refunded|installed|completed?|finished|closed|confirmed|below|switched|pushed|all clear|updated|"
        r"replaced|corrected|"
        r"published|posted|running|as agreed|both done)\b"
    ),
    received=re.compile(
        r"\b(?:thanks|thank you|got (?:the|your|it|them|his|her|both)|received|arrived|landed|works|working|"
        r"passed|came (?:through|in)|"
        r"(?:is|are) (?:live|up|fixed|great|good|perfect|here)|cleared|perfect|brilliant|lovely|went well|helped|"
        r"good (?:call|meeting|session)|looks (?:good|great|right)|have it|reads well|the best)\b"
    ),
    sorry=re.compile(r"\b(?:sorry|apolog\w+|late|delay(?:ed)?|belated\w*|took longer|behind)\b"),
    here=re.compile(r"\b(?:attached|enclosed|here (?:is|are|it is|they are)|here's|herewith|below)\b"),
    promised=re.compile(r"\bas (?:promised|agreed)\b"),
    broken=re.compile(
        r"\b(?:still (?:no|not|nothing|waiting|haven't|hasn't|don't|without|missing)|haven't (?:had|got|seen|"
        r"received|heard)|have not|has not|"
        r"hasn't|did not|didn't|not (?:received|arrived|here|done|there|fixed|live|happened)|nothing (?:came|"
        r"arrived|received|since|has)|"
        r"no (?:sign|word|news|answer|reply|update|status|list|keys|photos|report|dates?|one|statement|plan|"
        r"production)|never (?:came|got|"
        r"arrived|happened|sent)|where (?:is|are)|nobody|was due|were due|overdue|missed|missing|you (?:said|"
        r"promised|told)|was promised|"
        r"were promised|again|waiting|third time|late|failed|yesterday came and went)\b"
    ),
    accuses=re.compile(
        r"\b(?:still (?:no|not|nothing|waiting|haven't|don't have|missing)|haven't (?:had|got|seen|received|"
        r"heard)|(?:did not|didn't) "
        r"(?:come|arrive|happen|get|receive|show)|nothing (?:came|arrived|received|since|has)|no (?:sign|word|"
        r"news|answer|reply|update|"
        r"status|list|keys|photos|report|statement) (?:of|from|yet|came|since)|never (?:came|got|arrived|"
        r"happened|sent)|you (?:said|"
        r"promised)|(?:was|were) (?:promised|due)|came and went|nobody (?:came|called|has told))\b"
    ),
    delayed=re.compile(
        r"\b(?:will slip|slips? to|slipped|move[d]? to|postpone[d]?|push(?:ed)? (?:back )?to|delay(?:ed)?|"
        r"not (?:be )?(?:ready|able)|"
        r"(?:a bit|running) (?:late|behind)|need (?:until|more time)|instead|new date|rather than|later than|"
        r"won't make|can't make|"
        r"propose to move|not yet|a few more days|better match)\b"
    ),
    cancelled=re.compile(
        r"\b(?:no longer (?:need|want|required|necessary)|cancel(?:led|ling)?|call it off|forget (?:it|about)|"
        r"not needed|withdraw)\b"
    ),
    pays=re.compile(r"\b(?:pay|paid|payment|settle|transfer|ach run|invoice|scheduled|released|run)\b"),
    empty=frozenset(
        [
            "will",
            "have",
            "with",
            "your",
            "you",
            "get",
            "the",
            "and",
            "for",
            "from",
            "them",
            "that",
            "this",
            "then",
            "there",
            "it's",
            "i'll",
            "we'll",
            "you'll",
            "send",
            "sent",
            "over",
            "next",
            "week",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "today",
            "tomorrow",
            "tonight",
            "noon",
            "morning",
            "afternoon",
            "evening",
            "end",
            "month",
            "day",
            "days",
            "working",
            "business",
            "within",
            "until",
            "before",
            "after",
            "also",
            "just",
            "all",
            "both",
            "out",
            "not",
            "our",
            "ours",
            "one",
            "two",
            "three",
            "first",
            "last",
            "new",
            "full",
            "back",
            "done",
            "make",
            "made",
            "been",
            "being",
            "are",
            "was",
            "were",
            "can",
            "could",
            "would",
            "should",
            "about",
            "into",
            "what",
            "when",
            "which",
            "who",
            "how",
            "here",
            "more",
            "some",
            "any",
            "than",
            "very",
            "much",
            "please",
            "thanks",
            "thank",
            "good",
            "great",
            "ready",
            "coming",
            "going",
            "come",
            "goes",
            "put",
            "let",
            "know",
            "time",
            "date",
        ]
    ),
)

RUSSIAN: Final = Following(
    delivered=re.compile(
        r"\b(?:во вложении|вложен\w*|прикладыва\w+|прилага\w+|ловите|держите|готов[аоы]?|сделан[аоы]?|"
        r"сделал[аи]?|отправил[аи]?|"
        r"отправлен\w*|отправляю|высылаю|выслал[аи]?|исправил[аи]?|исправлен\w*|поправил[аи]?|перевел[аи]?|"
        r"оплатил[аи]?|оплачен\w*|"
        r"ушел|ушл[аои]|закрыл[аи]?|закрыт\w*|как обещал\w*|восстановил\w*|восстановлен\w*|включил[аи]?|"
        r"включен\w*|установил\w*|"
        r"обновил\w*|обновлен\w*|подписал\w*|подписан\w*|запустил[аи]?|запущен\w*|привез\w*|вывез\w*|провел[аи]?|"
        r"проведен\w*|"
        r"добавил[аи]?|добавлен\w*|выполнен\w*|списал\w*|вернул[аи]?|выделил\w*|перерисовал\w*|убрал[аи]?|"
        r"перечислил\w*|отмыл[аи]?|"
        r"закончил[аи]?|уложил\w*|сдал[аи]?|сверил[аи]?|ниже|отчет,)(?!\w)"
    ),
    received=re.compile(
        r"\b(?:спасибо|благодар\w+|получил[аи]?|получен\w*|пришл[ао]|пришел|дошл[аои]|дошел|работает|"
        r"приехал[аи]?|забрал[аи]?|"
        r"поступил\w*|зачислен\w*|видел[аи]?|понравил\w+|вовремя|принял[аи]?|отлично|супер|прошл[аои]|прошел|на месте|"
        r"вернул[аи]?|все верно|сходится|убедил\w*)\b"
    ),
    sorry=re.compile(r"\b(?:извин\w+|прост(?:и|ите)|опозда\w+|задерж\w+|позже|каюсь|виноват\w*)\b"),
    here=re.compile(r"\b(?:во вложении|прикладыва\w+|прилага\w+|ловите|держите|высылаю|отправляю)\b"),
    promised=re.compile(r"\bкак (?:обещал\w*|договаривались|договорились)\b"),
    broken=re.compile(
        r"\b(?:до сих пор|так и (?:нет|не)|все еще (?:нет|не)|не (?:пришл\w+|пришел|получ\w+|был[аои]?|сделан\w*|"
        r"приехал\w*|"
        r"отправ\w+|оплач\w+|оплатил\w*|поступ\w+|вышл\w+|вышел|успел\w*|состоял\w+|прошл\w+|ответил\w*|"
        r"позвонил\w*|видел\w*|видим|"
        r"вижу|появил\w+|прислал\w*|подключил\w*|готов\w*|работа\w+|пройден\w*|слышал\w*|верн\w+|привез\w*|"
        r"дождал\w+)|нет (?:ни|"
        r"ответа|номера|резюме|сборки|отчета|статуса|плана|документов|оплаты|денег)|где (?:же )?|обещал\w*|"
        r"обещан\w*|просроч\w+|"
        r"сорван\w*|срок (?:прошел|вышел|истек)|ничего (?:не|нет)|снова|опять|ждем|ждал[аи]?|напомин\w+|никто не|"
        r"(?:сборки|номера|ответа|окна|сообщения|машины|денег|оплаты) (?:не было|нет|тоже))\b"
    ),
    accuses=re.compile(
        r"\b(?:до сих пор (?:нет|не)|так и (?:нет|не)|все еще (?:нет|не)|обещали|обещал|вы (?:писали|говорили)|"
        r"не (?:пришл[ао]|пришел|приехал\w*|поступил\w*|получил\w*|позвонил\w*|ответил\w*|дождал\w+|подключил\w*|"
        r"получен)|"
        r"никто не (?:приехал|позвонил|ответил|пришел)|(?:номера|ответа|окна|машины|оплаты|сообщения|статуса|"
        r"письма) (?:нет|не было|тоже)|"
        r"где (?:же )?(?:наш|номер|машин|ответ|отчет|оплат|деньги|статус|витрин)\w*)\b"
    ),
    delayed=re.compile(
        r"\b(?:перенос(?:им|ится|ить)?|перенес\w*|сдвига\w+|сдвин\w+|задерж\w+|не успе\w+|отклад\w+|отлож\w+|"
        r"чуть позже|позже|"
        r"нужно еще|еще (?:день|два дня|неделю|пару дней)|новая дата|новый срок|новое окно|вместо|только после)\b"
    ),
    cancelled=re.compile(r"\b(?:больше не (?:нужно|нужен|нужна|надо|требуется)|отмен\w+|не нужно|снима\w+ с)\b"),
    pays=re.compile(r"\b(?:опла\w+|плат\w+|заплачу|внес\w+|переве\w+|аванс\w*|предоплат\w+|реестр\w*|счет\w*)\b"),
    empty=frozenset(
        [
            "пришлю",
            "пришлем",
            "вышлем",
            "отправлю",
            "отправим",
            "сделаю",
            "сделаем",
            "будет",
            "будут",
            "буду",
            "завтра",
            "сегодня",
            "послезавтра",
            "утром",
            "вечером",
            "неделе",
            "недели",
            "неделю",
            "конца",
            "концу",
            "месяца",
            "понедельник",
            "вторник",
            "среду",
            "четверг",
            "пятницу",
            "субботу",
            "воскресенье",
            "понедельника",
            "вторника",
            "среды",
            "четверга",
            "пятницы",
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
            "вам",
            "вас",
            "ваш",
            "ваши",
            "вашего",
            "наш",
            "наши",
            "для",
            "что",
            "как",
            "это",
            "эту",
            "этот",
            "все",
            "всем",
            "вся",
            "при",
            "над",
            "под",
            "или",
            "так",
            "там",
            "тут",
            "уже",
            "еще",
            "тоже",
            "только",
            "сразу",
            "сами",
            "сам",
            "сама",
            "течение",
            "рабочих",
            "дней",
            "дня",
            "день",
            "часов",
            "пока",
            "если",
            "когда",
            "после",
            "обеда",
            "вместе",
            "его",
            "она",
            "они",
            "который",
            "которые",
            "чтобы",
            "можно",
            "нужно",
            "следующей",
            "этой",
            "той",
            "первый",
            "первая",
            "один",
            "два",
            "три",
            "четыре",
            "пять",
        ]
    ),
)

FOLLOWING: Final[dict[Language, Following]] = {"en": ENGLISH, "ru": RUSSIAN}
