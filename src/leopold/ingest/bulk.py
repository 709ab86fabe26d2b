"""Which letters were sent in bulk or by a program, told by their sender and their text where no header says so.

Archives lose header fields, and many senders never wrote them. Leaving a person's letter out costs more than keeping
a newsletter in, so these rules ask for a program's own wording where programs put it: "unsubscribe" in the middle of a
sentence is a person's word. A letter that answers, forwards or quotes is never judged so, nor is what a ticket system
passes on; one about a bill is judged by its sender alone, for a bill matters whoever printed it. Of a text the first
1,500 and the last 2,500 characters are read.
"""

from __future__ import annotations

import re

_HEAD, _TAIL = 1_500, 2_500

_SENDER = re.compile(
    r"^(?:newsletters?|e?news|mailer|mailing|rassylka|updates?|offers?|promo(?:tions?)?|alerts?|notifications?|notify"
    r"|notifier|announce(?:ments?)?|specials|deals|hot-?deals|digest|daily-?quote|bounces?|leave|list"
    r"|listserv(?:ices?)?|e-?delivery|e-?marketing|e-?statements?)(?:[+@.\d-]|$)"
    r"|^[^@]*[._-](?:news(?:letters?)?|updates?|offers?|alerts?|notifications?|promo(?:tions?)?|specials)@"
    r"|^(?:bounces?|leave|unsubscribe|list)-[^@]*@|^[^@]*-(?:admin|bounces|owner)@(?:[^@]*\.)?lists?\."
    r"|^\d+(?:\.-?\d+){2,}@|^[0-9a-f]{8}-[0-9a-f-]{27}@"
)
"""Mailboxes that only programs write from, those made anew for each recipient included (list-2508405s@, 1.234.-2@)."""

_HOST = re.compile(
    r"@(?:e?news|newsletters?|lists?|e?mail(?:er|ing)?|info|response|reply|offers?\d*|promo|updates?|pmail|feedback"
    r"|newsbyemail|inbox)\.(?:[^.@]+\.)+[^.@]+$"
)
_OFFICE = re.compile(
    r"^(?:[^@]*[._-])?(?:services?|support|info|system|admin|webmaster|request|customer\w*|robot|portal)[._@-]"
)
_PASSED_ON = re.compile(
    r"\s*+(?:\[[^\]]{1,60}\]\s*+)?(?:fwd?|wg|tr|пересл|пер|re|aw|sv|antw|отв|на|ha)(?:\[\d+\])?\s*+:", re.IGNORECASE
)
_BILL = re.compile(
    r"invoice|\bbill\b|overdue|past due|payment|сч[её]т\b|оплат|задолженн|долг\b|претензи|rechnung|mahnung|facture"
    r"|relance|impay",
    re.IGNORECASE,
)
_OTHERS = (
    "original message",
    "forwarded by",
    "forwarded message",
    "\n>",
    " wrote:",
    "above this line",
    "this group",
    "yahoo! groups",
    "mailing list\n",
    "исходное сообщение",
    "пересылаемое",
    "пересланное",
    " пишет:",
    " писал",
    "выше этой",
    "ursprüngliche nachricht",
    "oberhalb dieser",
    "message d'origine",
    "au-dessus de cette",
)
"""What shows that other people's words stand in a letter, or that people talk where it was posted."""

_INSTRUCTION = re.compile(
    # It opens a sentence or a line; a person's "I tried to unsubscribe" does not.
    r"[\n.!?:;*|\])(>-][ \t\"'*]*(?:"
    r"(?:if you (?:wish|want|would like|prefer|need) |in order |should you (?:wish|want) )?to (?:"
    r"(?:subscribe(?:,| or|/) ?(?:or )?)?unsubscribe\b|opt[- ]out\b|be (?:removed|deleted|taken off)\b"
    r"|remove (?:yourself|your (?:name|e-?mail|address))"
    r"|(?:stop|cancel|discontinue) (?:receiving|your subscription|your (?:free )?membership)"
    r"|(?:change|update|modify|manage|edit) your (?:e-?mail |mail |subscription |newsletter )?"
    r"(?:preferences|subscriptions?))"
    r"|unsubscribe(?:\s*(?:here|now|link|http|:|\||\n|$)| (?:from|by|at|instructions|information|or (?:change|manage)))"
    r"|(?:click|reply|go) [^.?!\n]{0,60}to (?:unsubscribe|be removed|opt[- ]out)"
    r"|(?:чтобы |для того,? чтобы )?(?:отписаться|отказаться от (?:рассылк|подписк|получени))|для отписки"
    r"|если вы (?:больше )?не (?:хотите|желаете) (?:больше )?получать"
    r"|(?:wenn|falls|möchten) sie[^.?!]{0,60}(?:newsletter|e-?mails?|mailing)[^.?!]{0,40}(?:nicht mehr|keine|abbestell)"
    r"|(?:wenn|falls|möchten) sie[^.?!]{0,20}(?:keine|nicht mehr)[^.?!]{0,40}(?:newsletter|e-?mails?|mailing)"
    r"|(?:newsletter |hier )?(?:abmelden|abbestellen)|um sich (?:[\w ]{0,30} )?abzumelden"
    r"|(?:pour )?(?:se |vous )dés(?:abonner|inscrire)|si vous ne (?:souhaitez|désirez) plus recevoir)"
)
_IF_YOU = re.compile(
    # "If you have not received my e-mail" is a person's: this one is about what you wish.
    r"if you[^.?!]{0,20}(?:(?:no longer|not|n't) (?:wish|want|like|care|desire)|(?:rather|prefer|choose) not"
    r"|(?:wish|want|like) to (?:no longer|not|stop|discontinue))[^.?!]{0,20}receiv(?:e|ing)\s+(?:[\w'-]+\s+){0,4}"
    r"(?:e-?mails?|mail|mailings?|newsletters?|messages?|offers|updates|promotions?|alerts|announcements)\b"
    r"|if you[^.?!]{0,30}(?:to unsubscribe|to be removed)[^.?!]{0,80}"
    r"(?:click|repl[iy]|visit|go to|forward|send|e-?mail)"
)
_WHY = re.compile(
    # Named as a subscription or a list: "you receive this because you owe us" is a person's.
    r"you(?:'re| are| have| were)? (?:currently |also )?(?:been )?(?:receiv(?:ing|ed?)|sent) (?:this|these|our)"
    r"[^.?!]{0,40}(?:because|since|as (?:a|an|part)|due to)[^.?!]{0,90}"
    r"(?:subscri|regist|sign(?:ed)?[ -]?up|opted|opt-in|member\b|mailing|requested|list\b|newsletter)"
    r"|you are (?:currently )?subscribed (?:to|as)"
    r"|sent to (?:you|[^\s@]+@\S+) because[^.?!]{0,90}(?:subscri|regist|list)"
)
_WHY_ELSEWHERE = re.compile(
    r"вы (?:получили|получаете) (?:это|данное|этот)[^.?!]{0,40}(?:потому|поскольку|так как|т\. ?к\.)[^.?!]{0,90}"
    r"(?:подпис|рассыл|регистр|участник|пользовател)"
    r"|sie erhalten diese[^.?!]{0,60}(?:weil|da )[^.?!]{0,80}(?:angemeldet|registriert|abonn|newsletter|eingetragen)"
    r"|vous recevez ce[^.?!]{0,60}(?:car|parce que)[^.?!]{0,80}(?:inscri|abonn)"
)
_BY_PROGRAM = re.compile(
    r"(?:e-?mail|message|letter|note|notice|notification|mail) (?:was|is|has been) (?:an? )?"
    r"(?:automatic(?:ally)?[ -](?:generated|sent|created|produced)|auto-?generated|automated)"
    r"|this is an? auto(?:mated|matic|matically)[ -](?:\w+ ){0,2}(?:e-?mail|message|notice|notification|mail)\b"
    r"|(?:письмо|сообщение|уведомление) (?:было )?(?:сформировано|создано|отправлено|сгенерировано) автоматически"
    r"|(?:письмо|сообщение|уведомление) автоматически (?:сформировано|создано|отправлено|сгенерировано)"
    r"|это (?:автоматическое|автоматически \w+) (?:письмо|сообщение|уведомление)"
    r"|diese (?:e-?mail|nachricht)[^.?!]{0,20} automatisch (?:erzeugt|generiert|erstellt|versendet|verschickt)"
    r"|(?:message|e-?mail|courriel) (?:est |a été )?(?:envoyé|généré)e? automatiquement"
)
_PLAIN = (
    (("unsubscri", "remove", "opt out", "opt-out", "to stop receiving"), _INSTRUCTION),
    (("if you",), _IF_YOU),
    (("receiving ", "received this", "receive this", "receive these", "sent to you because", "subscribed "), _WHY),
    (("automatic", "automated", "auto-generated"), _BY_PROGRAM),
)
_PLAIN_ELSEWHERE = (
    (("abmelden", "abbestell", "abzumelden", "keine ", "nicht mehr", "désabonn", "désinscri"), _INSTRUCTION),
    (("plus recevoir", "отпис", "отказаться от", "получать"), _INSTRUCTION),
    (("подпис", "рассыл", "регистр", "участник", "пользовател", "sie erhalten", "vous recevez ce"), _WHY_ELSEWHERE),
    (("автоматическ", "automatisch", "automatique"), _BY_PROGRAM),
)
"""Wordings that one suffices of, each behind words that are quick to find and without which it cannot be there."""

_UNANSWERED = (
    *("do not reply to this", "not respond to this", "don't reply to this", "replies to this", "replying to this"),
    *("do not reply directly", "не отвечайте", "отвечать на это", "отвечать на данное", "nicht auf diese"),
    "pas répondre à ce",
)
_BROCHURE = (
    *("click here", "privacy policy", "privacy statement", "all rights reserved", "©", "(c) 200", "(c) 201", "(c) 202"),
    *("copyright 200", "copyright 201", "copyright 202", "copyright ©", "copyright (c)", "your browser", "toll-free"),
    *("terms & conditions", "terms and conditions", "limited time", "free shipping", "e-mail preferences"),
    *("email preferences", "unsubscribe", "opt-out", "политика конфиденциальности", "политикой конфиденциальности"),
    *("все права защищены", "в браузере", "веб-верси", "datenschutz", "im browser", "navigateur"),
)
"""Words of brochures, any of which a person may use; three of them, or what counts as much, make a letter one."""

_ENOUGH = 3
_FEWEST = 150
"""Characters of text under which a word like "unsubscribe" is a person's request."""

_NEAR = 160
"""How many characters around a word its wording is looked for."""

_LINKS = 8
_IMAGES = 4


def is_bulk(sender: str, subject: str, text: str) -> bool:
    """Say whether a letter is a newsletter, an advertisement or a program's notice, by its sender and its text.

    `sender` is an address in lower case.
    """
    if _PASSED_ON.match(subject[:300]):
        return False
    edges = "\n" + (text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}").lower()
    written = len(edges) >= _FEWEST and (_is_plain(edges) or _is_brochure(edges, sender))
    return (written or _SENDER.search(sender) is not None) and not (_BILL.search(subject[:300]) or _holds_talk(edges))


def _holds_talk(edges: str) -> bool:
    return any(other in edges for other in _OTHERS)


def _is_plain(edges: str) -> bool:
    elsewhere = not edges.isascii() or "sie " in edges
    rules = _PLAIN + _PLAIN_ELSEWHERE if elsewhere else _PLAIN
    return any(_stands_near(wording, word, edges) for words, wording in rules for word in words if word in edges)


def _stands_near(wording: re.Pattern[str], word: str, edges: str) -> bool:
    places = {edges.find(word), edges.rfind(word)}
    return any(wording.search(edges, max(0, place - _NEAR), place + _NEAR) for place in places)


def _is_brochure(edges: str, sender: str) -> bool:
    # People paste articles, links and all: who writes, or pictures in place of words, has to speak for a brochure too.
    from_office = _OFFICE.search(sender) is not None
    answerless = "repl" in edges and any(words in edges for words in _UNANSWERED)
    if answerless and from_office:
        return True
    signs = (_HOST.search(sender) is not None) + (edges.count("[image") >= _IMAGES) + 2 * answerless
    if not (signs or from_office):
        return False
    return signs + (edges.count("http") >= _LINKS) + sum(word in edges for word in _BROCHURE) >= _ENOUGH
