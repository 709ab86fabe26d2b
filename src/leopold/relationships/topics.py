"""What trouble can be about, and the words that tell it, in both languages.

The subjects are those that the labelled stories use. The words are ours, chosen for business letters at large: what
people write of money, dates and manners whatever their trade.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.signals.interface import Language

SUBJECTS: Final = (
    "payment",
    "expectations",
    "deadline",
    "quality",
    "scope",
    "price",
    "communication",
    "access",
    "security",
    "personal",
)

_EN: Final[Mapping[str, str]] = {
    "payment": """
        (pay|paid|pays|paying|payment*|prepayment*|unpaid|overdue|invoic*|remittance*|remit|arrears|reminder|dunning)
        (past due|accounts payable|bank transfer|wire transfer|money is on|payment terms|purchase order|credit note)
        (outstanding) ~2 (amount|balance|sum|invoice*|bill)
        (# days|thirty days|sixty days|net #)
        (withh*|refund*|deposit|instal*)
    """,
    "expectations": """
        (expect*|assum*|misunderst*|supposed|misrepresent*)
        (promis*|assur*|guarantee*|your word|my word|commit*)
        (we|i|he|she|they) [had|all] (thought|understood|hoped|believed)
        (you|they|he|she) (said|told|sold|stated|claimed|wrote) ~2 (us|me|that|there|it|we|#)
        (not what|than what|isn't what|wasn't what|nothing like|short of|instead of|opposite)
        (was|were) [we] (agreed|told|sold|shown|led)
        (no problem|piece of cake|walk in the park|is nothing for|on the bench|contracted|capacity|staffed|qualif*|
            certif*|level|experienced|experts)
        (agreement|annex|contract) ~1 (says|states|said)
    """,
    "deadline": """
        (deadline*|delay*|postpon*|overrun*|milestone*|timetable|timeline|reschedul*|behind schedule|on time|in time|
            late delivery|go live|go-live|launch|rollout|handover|cut-off|slip|slipped|slipping|slips)
        (weeks|days|months|week|month|day) (late|behind|earlier|more|extra|over)
        (extra|another|further|more) [#|two|three|few] (week*|day*|month*)
        (ready|done|finish*|deliver*|complete*|available|confirmed|production) ~2 (by|on|until|before) ~3 (#|monday|
            tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|
            november|december)
        (due|booked|planned|scheduled) (on|for|by)
        (prefer|move|moved|push*|shift*|go) ~3 (date|on #|to #|to january|to february|to march|to april|to june)
        (new|another|tell me a|what|agreed|real|planned|delivery|launch|start) date
        (when|still not) ~3 (ready|finish*|deliver*|ship*|arriv*|done)
    """,
    "quality": """
        (quality|defect*|bug|bugs|faulty|broken|broke|damag*|crash*|outage*|downtime|rework*|sloppy|incomplete|
            unusable|mistake*|typo*|flaw*|malfunction*|crooked|scratch*|dirty|leaking|glitch*|regression*)
        (does not|doesn't|did not|didn't|not|stopped|isn't) [even] (work*|load*|open*|start*|run|running)
        (error|errors|wrong|incorrect|failure|failures|failed|fails|failing|poor|worse|inaccurate)
        (is|was|are|were|so|too|very) slow
        (load test|test round|root cause|hotfix|patch|standard|workmanship|up to scratch|safety problem|not acceptable)
        (server|site|system|page|checkout|feed|phones|network|line) ~3 (down|failed|fell|collapsed|offline)
        (fix|fixed|repair*|redo|redone|replace*)
    """,
    "scope": """
        (scope|extras|out-of-scope|add-on*|addition*)
        (is|are|was|were|that's|it's|now) [an] extra
        (original|fixed) (price|quote|fee|spec*|brief)
        (any|the|these|those|agreed|unapproved) changes
        (change request*|change order*|change log|additional work|extra work|new feature*|more pages|extra pages)
        (not|isn't|wasn't|is|was|were|part) ~2 (included|covered|extra|part of)
        (in|into|outside) the (original|price|package|contract|brief|quote)
        (while you're at it|also add|squeeze ~1 in|one more thing|could you also|can you also|another round|
            another option|more rounds)
        (rounds|revisions|amendments|changes)
        (installed|install|designed|built|ordered|specified) ~4 (asked|wanted|brief|not to)
    """,
    "price": """
        (price*|pricing|expensive|discount*|margin*|surcharge*|tariff*|overcharg*|markup|mark-up|costly|rate card|
            day rate|hourly|budget|cheaper|quote|quoted|quotation|estimate*|pence|uplift|indexation|fee|fees)
        (cost|costs)
        (charge|charged|charging)
        (% off|per cent off|% lower|lower price|extra cost)
        (not|isn't) worth
        (hours|breakdown) ~3 (bill*|charg*|extras|invoice|breakdown|hours)
        (licence|license|setup|monthly|cancellation) fee*
    """,
    "communication": """
        (answer|answers|answered|answering|reply|replies|replied|respond*|response|unanswered|silence|ignored|
            ignoring|unreachable|voicemail)
        (call|called|calls|phone|phoned|ring|ringing|rang|reach) ~2 (back|you|me|us|twice|again|out|anyone|nobody)
        (ask|asked|asking|asks|question*|request*|chasing|chase|chased)
        (nobody|no one|no-one|never|not|without|didn't|nothing) ~3 (told|tell|telling|wrote|informed|hear|heard|said|
            mentioned|warned|picking|answer*)
        (second|third|fourth|fifth) (time|ask|request|reminder)
        (keep|kept|keeping) ~1 (informed|posted|updated|in the loop)
        (no|any|an|weekly|status) (update|updates|report|status|news|word)
        (found out|find out|learn|learned|learnt|hear about it|hearing it|hearing about)
        (point of contact|who is|is anyone|anybody there|somebody there|in writing|ticket|tickets|support desk)
        (clear|straight|unclear|confus*) ~1 (answer|explanation|report)
    """,
    "access": """
        (login*|log-in*|password*|credential*|locked|lockout|permission*|vpn|mfa|two-factor|admin rights)
        (access)
        (can't|cannot|unable to|couldn't) ~1 (log|login|sign|connect|get in)
        (server|system|host|site|service) ~2 (unreachable|inaccessible|not reachable)
    """,
    "security": """
        (security|breach*|hack*|phish*|leak|leaks|leaked|gdpr|encrypt*|virus|viruses|malware|ransom*|regulator*|
            intruder*|stolen|unauthori*|vulnerab*|compromised|audit log*|data protection|personal data|privacy)
        (somebody|someone|attacker) ~3 (mailbox|account|rule|inside)
    """,
    "personal": """
        (rude*|insult*|offend*|offensive|disrespect*|unprofessional|ashamed|mock*|idiot*|stupid|humiliat*|tone|
            shout*|bully*|temper|manners|crayon|kindness|unkind|embarrass*|behind my back)
        (respect)
        (about|with|to) (me|her|him) personally
        (work|deal|working) with ~2 (him|her|that person)
        (what|why) does (she|he) (do|think)
        (this job|best people|my job|lose ~2 job|left the company|let go)
    """,
}

_RU: Final[Mapping[str, str]] = {
    "payment": """
        (оплат*|заплат*|платеж*|плати*|платё*|неоплат*|предоплат*|постоплат*|аванс*|задолженност*|просроч*|недоплат*|
            перечисл*|возврат*|возвращ*|отсроч*|рассроч*|пени|пеня|дебитор*|реестр*)
        (счет|счета|счету|счетов|счетам|счете|счёт*) ~3 (оплат*|#|на|за|по|выставл*|не|пока)
        (по счету|по счетам|счета за|счет за|акт сверки|акта сверки|сверк* расчет*|поступ* денег)
        (деньги|денег|деньгам)
        (долг*|должн*) ~2 (#|руб*|денег|за)
    """,
    "expectations": """
        (ожида*|рассчитыва*|предполага*|думали|полага*|обеща*|пообеща*|слово|гаранти*|заверя*|уверя*)
        (договаривал*|договорил*|условил*|обсуждал*)
        (не то|другое|вместо|не об этом|не так|разочаров*|впустую|зря)
        (состав*|команд*|квалифик*|резюме|специалист*|сертифи*|опыт*)
        (вы|он|она|они) ~1 (говорил*|писал*|сказал*|заявл*) ~3 (что|будет|будут)
        (должны|должен|должна) (были|был|была)
        (так мы не|речь шла|имелось в виду|фиксаци*|джентльменск*)
        (не по|никакого|без) (проблем|проблема|графику)
    """,
    "deadline": """
        (срок|срока|сроки|сроков|сроку|срокам|сроках|дедлайн*|задерж*|задержк*|опозд*|опазд*|перенос|переноса|переносим|
            перенесли|сдвиг*|сдвин*|отлож*|просрочк*|запазд*|затяг*|затян*|график*|недопостав*|отгруз*|отгруж*)
        (не успе*|успева*|успеть|вовремя|до конца недели|не готов*|когда будет|когда будут|ориентировочн*)
        (до|к|ко|с) (понедельник*|вторник*|сред*|четверг*|пятниц*|#) ~2 (не|будет|было|переедем|готов*|сдад*|сдач*)
        (дат|дата|дату|даты|датой) ~2 (новая|новую|сдвин*|релиз*|запуск*|поставк*|окна)
        (дня|дней|недел*|сутки|месяц*) ~2 (запас*|позже|опозд*|задерж*|просроч*|вместо|максимум)
        (поставк*|доставк*|релиз*|запуск*|сборки|контейнер*) ~3 (не|нет|позже|перен*|задерж*|вчера)
    """,
    "quality": """
        (качеств*|брак|брака|дефект*|ошибк*|ошибоч*|сломал*|слома*|поломк*|авари*|сбой|сбоя|сбои|сбоев|глюч*|глюк*|баг|
            баги|багов|поврежд*|испорч*|испорт*|недоделк*|недоработ*|переделк*|переделать|переделыва*|кривой|криво|
            бой|боя|грязн*|помят*|царапин*|неверн*|неправильн*|провал*|халтур*|позорище)
        (не работа*|не открыва*|не груз*|упал|упала|упало|упали|лежит|висит|тормоз*|вылета*|зависа*)
        (сервер|сайт|система|отчет|база|программ*) ~3 (не|неправ*|врет|лежит|упал*|ошиб*)
        (исправ*|починит*|почин*|восстанов*|доработ*|замен*)
        (критичн*|не годится|не годен|невозможно пользоваться|протек*|резерв* ~2 не|репликац*)
        (цвет|шрифт|макет*|надпис*|упаковк*|наклейк*) ~3 (не|желт*|нет|кнопк*|без)
    """,
    "scope": """
        (объем*|доработк*|допработ*|допсоглашен*|доп работ*|дополнительн*|сверх|правк*|тз|техзадан*)
        (не входит|входит в|не входят|включен*|включает)
        (в рамках|за рамк*|вне рамок|еще один вариант|еще вариант|попутно|заодно)
        (добав*|переписыв*)
    """,
    "price": """
        (цена|цены|цену|цене|ценой|цен|ценник*|стоимост*|стоит|тариф*|скидк*|наценк*|дорого|дороже|подорож*|дешев*|
            расценк*|смет*|бюджет*|индексац*|маржа|маржи|прайс*|надбавк*|переплат*|удорож*)
        (повыш*|подня*|подним*|рост) ~3 (цен*|тариф*|стоим*|#)
        (% на|на #%|#%|процент*)
        (за метр|за час|за хранение|выставлял* лишн*|лишнее|почем|расчет*)
    """,
    "communication": """
        (ответ|ответа|ответы|ответов|ответить|ответили|ответит*|отвеча*|безответ*|молч*|отмалч*|игнор*|недозвон*|
            отписал*|отпис*|перезвон*)
        (вопрос*|спрашив*|спросил*|напомина*|напомню|просил*|запрос*)
        прошу ~3 (ответ*|сообщ*|подтверд*|уточн*|прислать|предупре*|число*|держать)
        прошу с _
        (не|никто|ничего|никак|без) ~2 (сказал*|сообщ*|предупред*|предупрежд*|написал*|отписал*|дозвон*|связал*|
            уведом*|пришл*|информ*|слышал*|слышно|звонил*)
        (телефон|трубк*) ~2 (не|нет|молчит|не берут)
        (узна*) ~4 (из|от|последн*|только|сам*|#)
        (в|во) (первом|второй|третий|четвертый|пятый|который) (раз|письме)
        (обратн* связ*|держат* в курсе|на связи|поставить в известность|заявк*|тикет*|обращени*|поддержк*)
        (письмо|письма|письме|пишите|писала|писали|писал) ~3 (не|от|по|нет|еще)
    """,
    "access": """
        (доступ|доступа|доступы|доступов|доступу|доступом|парол*|логин*|учетк*|учетн*|авториз*|впн|vpn|заблокирован*|
            разблокир*|права администратора|не пускает|не войти)
        (не можем|не могу|не может|невозможно) ~1 (зайти|войти|подключ*|попасть|выгруз*)
        (лис|база|система|сервер) ~2 (лежит|недоступ*)
    """,
    "security": """
        (безопасност*|утечк*|утек*|взлом*|персональн* данн*|персданн*|конфиденциальн*|вирус*|шифров*|хакер*|фишинг*|
            мошенник*|тайн*|посторонн*|регулятор*|роскомнадзор*|уязвим*)
        (кто|кому) ~4 (имеет|имеют|видит|видят) ~2 (доступ|данные|документ*)
    """,
    "personal": """
        (хам*|груб*|нагруб*|оскорб*|обид*|обиж*|унизи*|унижа*|неуважен*|неуважит*|тон|тоном|тоне|кричал*|крич*|орал*|
            стыдно|издева*|бестакт*|неэтичн*|идиот*|дурак*|своем уме|некрасиво)
        (уважен*) ~2 (не|нет|к)
        (лично) ~2 (вас|вам|меня|мне)
    """,
}

TOPICS: Final[Mapping[Language, Mapping[str, str]]] = {"en": _EN, "ru": _RU}
"""The phrases of each subject, by language."""

LEANINGS: Final[Mapping[str, Mapping[str, float]]] = {
    "payment_delay": {"payment": 1.0},
    "payment_refusal": {"payment": 1.0},
    "unanswered_question": {"communication": 1.0},
    "repeat_request": {"communication": 1.0},
    "unmet_expectation": {"expectations": 0.6},
    "overpromise": {"expectations": 1.0},
    "broken_promise": {"deadline": 0.5, "expectations": 0.5},
    "dispute": {"price": 0.3, "scope": 0.2},
    "accusation": {"communication": 0.2},
    "escalation": {"communication": 0.2},
    "distrust": {"expectations": 0.3},
    "sarcasm": {"personal": 0.2},
    "anger": {"personal": 0.1},
    "late_reply": {"communication": 1.0},
    "wrote_again": {"communication": 1.0},
    "silence": {"communication": 1.0},
    "long_silence": {"communication": 1.0},
    "overdue": {"payment": 1.0},
    "disputed_invoice": {"payment": 0.5, "price": 0.5},
}
"""What a kind of sign or fact is about by itself, whatever its words."""
