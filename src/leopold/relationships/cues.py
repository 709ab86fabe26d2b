"""What people write that gives away why trouble repeats: cues of `competence`, `greed` and `fear`, in both languages.

Each cue is one manner of speaking, or a kind of sign. A cue says little by itself, and nothing of a person: it is a
reason to ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from leopold.signals.interface import Language

CAUSES: Final = ("competence", "greed", "fear")


class Cue(NamedTuple):
    """What a cue speaks for, and how strongly: in log-odds, once for a sure one."""

    cause: str
    weight: float


CUES: Final[Mapping[str, Cue]] = {
    "breaks_promises": Cue("competence", 1.3),
    "passes_over": Cue("competence", 1.0),
    "falls_short": Cue("competence", 0.7),
    "overpromises": Cue("competence", 1.2),
    "blames_others": Cue("competence", 0.8),
    "owns_mistakes": Cue("competence", 0.3),
    "new_to_it": Cue("competence", 1.0),
    "refuses_to_pay": Cue("greed", 0.8),
    "wants_it_free": Cue("greed", 1.0),
    "presses_the_price": Cue("greed", 0.8),
    "reopens_the_deal": Cue("greed", 1.3),
    "own_gain": Cue("greed", 1.3),
    "adds_charges": Cue("greed", 1.0),
    "worries": Cue("fear", 0.8),
    "fears_for_the_seat": Cue("fear", 1.3),
    "wants_guarantees": Cue("fear", 0.7),
    "brings_in_control": Cue("fear", 0.6),
    "keeps_it_quiet": Cue("fear", 1.0),
    "puts_off": Cue("fear", 0.8),
}
"""The cues and their weights, set by hand. To own a mistake weighs least: honesty must not make a side look worse."""

SIGNS: Final[Mapping[str, str]] = {
    "overpromise": "overpromises",
    "blame_shift": "blames_others",
    "payment_refusal": "refuses_to_pay",
    "fear": "worries",
}
"""Cues that a side's own signs are."""

SIGNS_OF_OTHERS: Final[Mapping[str, str]] = {
    "repeat_request": "passes_over",
    "unanswered_question": "passes_over",
    "unmet_expectation": "falls_short",
}
"""Cues that the other side's signs are."""

_EN: Final[Mapping[str, str]] = {
    "owns_mistakes": """
        (our|my|entirely my|is our|is my|our own) (fault|mistake|failure|error|oversight|bad|slip)
        (we|i) (missed|overlooked|forgot|misread|miscalculated|underestimated|messed up|got it wrong|
            should have caught|let you down|were wrong|was wrong|hadn't noticed|had not noticed|were rude|didn't check)
        (is|are|was|were|that one is) (mine|ours|on us|on me|down to us|down to me)
        no excuse
    """,
    "new_to_it": """
        (never|not) [yet|actually|really] (done|used|built|run|tried|worked with) ~4 (before|yet|like this|this kind)
        (new|unfamiliar) (to us|to me|for us|for me|to the team)
        (still|are|is) learning
        (our|the) first (time|project|job|client|integration) ~3 (with|of this|like)
        (short of|short-staffed|understaffed|people less|people fewer|lost two|lost three|no capacity|
            not enough people|stretched|night queue)
        (more complex|more complicated|harder|bigger|trickier) than (we|i|expected|planned|thought)
        (i|we) (don't|do not|didn't) (see|know|have|understand) ~3 (ticket*|tickets|who|which|how|what|it works|process)
        clerical error
        (scheduled|booked) for the ~2 (exam|training|course)
    """,
    "wants_it_free": """
        (free of charge|for free|at no cost|no extra cost|without extra charge|at no charge|on the house|gratis)
        (throw|chuck|slip) ~2 in
        (in|to) (his|her|my|our) (head|mind) ~3 (part|included|free)
        (thought|assumed|surprised) ~8 (included|original price|extra|in the price|part of)
        (while you're at it|while you are at it|quick favour|quick favor|tiny thing|just a small|shouldn't cost)
    """,
    "presses_the_price": """
        (can|could|must) ~2 (do|come down|go down|sharpen|drop|lower|knock) ~4 (price|off|lower|pencil|rate|discount)
        (too expensive|cheaper elsewhere|better price|better offer|cheaper offer|best price|lower price)
        (want|need|expect|ask*) ~3 (discount|reduction|rebate|% off)
        (breakdown|justify|justification) ~2 (hours|costs|extras|every hour)
    """,
    "reopens_the_deal": """
        (full and final|final settlement|take it or leave it|offer is withdrawn|offer expires)
        (new|revised|adjusted|updated) (tariff*|price list|prices|rates|terms|conditions)
        (never|not) [actually] (signed|agreed|approved|initialled|ordered) ~6 (change*|extra*|hours|price|that|them)
        (holding|withholding|hold|keeping) ~3 (final stage|final payment|last stage|balance|retention)
        (without an order|your lookout|your problem|not my problem|your own risk)
    """,
    "own_gain": """
        (not a charity|business is business|nothing personal|the market|market rate*|everybody does|everyone does)
        (our|my) (margin|profit|interest|interests)
        (what's in it|worth our while|maximi*|squeeze)
    """,
    "adds_charges": """
        (small print|fine print|section #|line #) ~4 (allows|says|fee|charge*|separate)
        (is|are|will be) [now] (billed|charged|invoiced) (separately|extra|on top)
        (additional|separate|handling|admin|processing|service|weekend) (fee|charge|surcharge)
    """,
    "fears_for_the_seat": """
        (personally|i am) [personally] (answerable|liable|accountable|responsible)
        (my|our) (job|head|neck|name|position|seat) ~3 (line|is on|block|at stake|on it|risk|roll)
        (lose|losing|cost me|cost us) (my|our|the) (job|position|licence|clients|face)
        (boss|board|ceo|cfo|head office|management|regulator|steering group|committee|partners) ~4 (will|asks|ask|wants|
            kill|shout*|nervous|asking|asked|furious|sees)
        (what|how) (do|am|shall|should|can) i ~2 (tell|explain|say)
        (put|pin|blame) ~2 (this|it) on me
        (i'm|i am) the one ~3 (name|whose|who)
    """,
    "wants_guarantees": """
        (guarantee*|assurance*|assure|proof) ~2 (that|in writing|from you|this|won't|never)
        (confirm*|approval|approve*|want|need|confirmation) ~2 in writing
        written (approval|confirmation|guarantee|assurance|consent)
        (can you|could you) ~1 (guarantee|promise|swear|assure)
        (who|which of your people) ~3 (has|have|had) access
        (nothing|no changes) ~6 (without|until) ~3 (approval|consent|sign-off|permission)
    """,
    "brings_in_control": """
        (legal|lawyer*|solicitor*|attorney*|counsel|auditor*|audit|compliance|regulator)
        (forwarded|passed|referred|sent) ~4 to (legal|our lawyers|our solicitors|compliance|the lawyers)
        (refrain from|direct all further)
    """,
    "keeps_it_quiet": """
        (can't|cannot|not allowed to|not supposed to|may not) [really] (say|tell|write|talk|share|comment)
        (delete|destroy|burn) (this|that|it)
        (don't|do not|please don't) ~1 (tell|mention|quote|forward|say|put) ~3 (anyone|him|her|them|this|me|client|
            nobody|it)
        (between us|between you and me|off the record|you didn't hear|draw your own)
    """,
    "puts_off": """
        (don't|do not|please don't) ~1 (start|begin|do|change|order) ~2 (new|anything|yet|for now)
        (for the moment|for now|for the time being|until further notice|until things settle|on hold)
        (can't|cannot|not able to|unable to|won't) ~1 (decide|commit|make exceptions|make an exception|sign|approve)
        (wait|waiting|hold off|sit tight) ~2 (and see|until|for the)
        (need|needs|has|have) to go ~1 through (them|him|her|brannock|legal|head office|the board|a committee)
    """,
}

_RU: Final[Mapping[str, str]] = {
    "owns_mistakes": """
        (наш*|моя|мой|мое) (провал|вина|ошибка|косяк|промах|недосмотр|недоработк*|упущен*)
        (мы|я) [сами|сам|сама] (виноват*|ошиб*|забыл*|перепутал*|не учли|не учел|недооцени*|пропустил*|просчитал*|
            не проверил*|не увидел*|не заметил*|закрутил*|проглядел*|недоглядел*)
        (виноват*|каюсь|стыдно|неправ*)
        (вы|ты) прав*
        (выставлял*|посчитал*|указал*|считал*) ~2 (лишн*|неверно|неправильно|не то|ошибочно)
        (глупо вышло|закрутил*|закрутился|замотал*)
    """,
    "new_to_it": """
        (никогда|раньше|еще) не (делал*|сталкивал*|работал*|пробовал*|внедрял*|возил*)
        (впервые|первый раз|первый опыт|первый проект)
        (не хватает|нехватка|не хватало|мало|ушел|ушли|уволил*) ~2 (людей|рук|сотрудник*|специалист*|разработчик*|
            ведущ*|тимлид*)
        (сложнее|труднее|дольше|больше) ~1 чем (думали|ожидали|рассчитывали|казалось|предполагали)
        (не знаю|не знаем|не понимаю|разбира*|уточню|выясня*) ~2 (кто|почему|как|что|где|пока)
        (в шоке|сам в шоке)
        (осталось|остались|один|вдвоем) ~3 (я и|только я|сам|сделаю сам)
    """,
    "wants_it_free": """
        (бесплатно|даром|в подарок|без доплат*|задаром|за наш счет|за ваш счет)
        (думал*|считал*|полагал*) ~5 (входит|включен*|в цене|в стоимость|бесплатно)
        (заодно|попутно|мелочь|пустяк|на пять минут|не в службу)
    """,
    "presses_the_price": """
        (снизьте|снизить|уступите|скиньте|скинуть|сбавьте|подвиньтесь|сбросьте)
        (слишком|очень|это|нам) (дорого|дороговато)
        завышен*
        дешевле ~3 (у|предлаг*|нашл*|другие|конкурент*|готов*|сделают|возьмут)
        (нужна|хотим|просим|ждем|дайте|сделайте) ~2 скидк*
    """,
    "reopens_the_deal": """
        (нов*) (тариф*|цен*|расценк*|услови*|ставк*)
        (доводим до сведения|вынуждены пересмотреть|пересмотр*) ~5 (тариф*|цен*|услови*|стоимост*)
        (джентльменск*|устн*) договоренност*
        (если|пока) ~8 не подписан* ~8 (останавлива*|приостанов*|прекращ*|отключ*)
        (из|от|с) ~3 (договор*|сметы) ~3 (убира*|исключа*|вычер*)
        (индексаци*|повышени*|удорожани*)
    """,
    "own_gain": """
        (не благотворительн*|бизнес есть бизнес|ничего личного|идем за рынком|рынок сейчас|такой рынок|по рынку|
            рыночн*)
        (наш*|своя|свою) (маржа|маржу|маржой|прибыль|выгод*)
        (все|у всех) ~2 (операторов|так делают|так считают|так берут)
    """,
    "adds_charges": """
        (отдельная|отдельно|дополнительн*|новая) ~1 (операци*|строк*|услуг*|тарифициру*|оплачива*|плат*)
        (раньше|прежде) ~3 (строк*|такого|платы) ~2 не было
    """,
    "fears_for_the_seat": """
        (лично|персонально) ~1 (отвеча*|ответствен*|несу)
        (не знал*|не знаю) ~2 что ~2 (сказать|ответить|говорить)
        (уволят|уволить|выгонят|лишат|потеря*|лишусь|снимут)
        (начальник*|директор*|шеф*|совет*|партнер*|клиент*|учредител*|правлени*) ~4 (спрос*|спраш*|убь*|ругал*|крич*|
            требу*|нерв*|устро*)
        (ночь|ночами|ночи) ~4 (не спал*|не сплю)
        (репутаци*|лиценз*)
        (в суд|судом|суда) ~2 (пугают|боюсь|боимся|напуг*)
    """,
    "wants_guarantees": """
        (гаранти*) ~2 (что|дайте|нужн*|письм*|будет|дадите)
        (письменн*) ~2 (подтвержд*|гаранти*|обязательств*|ответ|согласи*)
        (подтвердите|подтверди) ~3 (письменно|письмом|что)
        (кто|кому|сколько) ~4 (имеет|имеют|видит|видят) ~2 (доступ*|к ним)
        (где|как) ~2 (хран*|лежат) ~3 (данные|архив|документ*|дела|резерв*)
        (выгруз*) ~3 (архив*|себе|целиком|все)
    """,
    "brings_in_control": """
        (юрист*|адвокат*|аудит*|проверк*|комплаенс|служб* безопасности|прокуратур*|регулятор*|роскомнадзор*)
        (передали|передал|передадим|переда*) ~3 (юрист*|в суд|безопасникам)
    """,
    "keeps_it_quiet": """
        (не говорите|не рассказывайте|не пересылайте|никому не|не показывайте)
        (между нами|не для протокола|строго между|письмо удалите|удалите)
        (не могу|нельзя|не вправе) ~1 (говорить|сказать|писать|разглаш*|рассказ*)
    """,
    "puts_off": """
        (пока|временно) ~1 (не|подожд*|притормоз*|приостанов*|отложим|на паузе) ~3 (оплач*|начина*|трог*|подписыв*|
            дела*|реша*|меня*)
        (просил*|велел*|сказал*) ~3 (пока не|не оплач*|подождать|повременить)
        (не могу|не можем|не готов*) ~1 (реши*|подписа*|согласова*|взять на себя)
        (посмотрим|поживем увидим|там видно)
    """,
}

PHRASES: Final[Mapping[Language, Mapping[str, str]]] = {"en": _EN, "ru": _RU}
"""The phrases of each cue that a side's own words give, by language."""
