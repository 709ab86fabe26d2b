"""How mail programs and people open quotes, forwards and signatures, as data: to add a language is to add lines here.

Phrases are regular expressions over one line that is already stripped of quote marks and white space. None of them
repeats a repetition, so all run in linear time.
"""

from __future__ import annotations

import re

WROTE = (
    r"wrote|writes|schrieb|geschrieben|a écrit|écrit|пишет|писал|писала|писал\(а\)|написал|написала|написал\(а\)"
    r"|вы писали|you wrote|escribió|napisał\(a\)"
)
"""The verbs that end an attribution line."""

FORWARDED = (
    r"forwarded message|forwarded by\b.*|begin forwarded message:?|пересылаемое сообщение|пересланное сообщение"
    r"|перенаправленное сообщение|переадресованное сообщение|переслано\b.*|начало переадресованного сообщения:?"
    r"|начало пересылаемого сообщения:?|weitergeleitete nachricht|anfang der weitergeleiteten nachricht:?"
    r"|message transféré|début du message réexpédié\s*:?|début du message transféré\s*:?"
)
"""What a line says that opens a forwarded letter, between dashes or alone."""

FORWARD_ENDS = r"конец пересылаемого сообщения|конец переадресованного сообщения|end of forwarded message"

ORIGINAL = (
    r"original message|original-nachricht|ursprüngliche nachricht|original appointment|исходное сообщение"
    r"|исходное письмо|оригинальное сообщение|message d['’]origine|message original|reply message|ответ на сообщение"
)
"""What a line between dashes says that opens the letter answered."""

LABELS = (
    r"from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments"
    r"|от|от кого|отправлено|дата|кому|копия|тема|отправитель|получатель|важность|вложения"
    r"|von|gesendet|datum|an|betreff|de|envoyé|envoyé le|date|à|objet|cc|copie à"
)
"""The names of a header block's lines."""

SENDERS = frozenset(["from", "от", "от кого", "отправитель", "von", "de"])

SIGN_OFFS = (
    r"(?:with |many |my |very )?(?:best|kind|kindest|warm|warmest)(?: (?:regards|wishes))?|(?:with )?(?:best )?regards"
    r"|(?:many )?thanks(?: (?:again|in advance|and (?:best |kind )?regards|a lot|so much))?|thank you(?: (?:again|in advance))?"
    r"|cheers|sincerely|yours(?: (?:sincerely|faithfully|truly))?|sincerely yours|respectfully(?: yours)?"
    r"|all the best|take care|have a (?:good|great|nice) (?:day|week|weekend|one)|br|rgds|best,? regards|ta"
    r"|с (?:глубоким |искренним |большим )?уважением(?: и (?:наилучшими пожеланиями|благодарностью))?"
    r"|с наилучшими(?: пожеланиями)?|с благодарностью|с (?:дружеским )?приветом|искренне ваш\w?|всего доброго|всего хорошего"
    r"|хорошего (?:дня|вечера)|заранее (?:спасибо|благодарю|благодарен|благодарна)|(?:большое )?спасибо|всех благ|удачи"
    r"|с ув\.?|до связи"
    r"|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|freundliche gr(?:ü|ue)(?:ß|ss)e|(?:viele|beste|liebe|schöne) gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg"
    r"|gru(?:ß|ss)|hochachtungsvoll"
    r"|(?:bien |très )?cordialement|(?:sincères |meilleures )?salutations(?: distinguées)?|bien à vous|amicalement|cdlt"
)
"""Words that stand alone on the line that opens a signature."""

WEAK_SIGN_OFFS = r"(?:many )?thanks.*|thank you.*|(?:большое )?спасибо|заранее .*|удачи|ta|best|have a .*|хорошего .*|до связи|cheers"
"""Those that are often plain words: they sign off only when nothing but a name and its lines follows."""

DEVICES = (
    r"sent (?:from|via|with|using)\b.{2,60}|get outlook for\b.*|отправлено (?:с|из|через|при помощи|со смартфона)\b.{2,80}"
    r"|послано (?:с|из)\b.{2,60}|загрузите outlook для\b.*|скачать outlook для\b.*|von mein\w+ .{2,40} gesendet"
    r"|gesendet (?:von|mit)\b.{2,60}|envoyé (?:de|depuis|à partir de)\b.{2,60}|outlook for (?:ios|android)\b.*"
    r"|sent by\b.{2,40} (?:app|mobile)"
)
"""What telephones and programs add below a letter."""

DISCLAIMERS = (
    r"confidentiality notice\b.*|disclaimer\b.*|this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended|privileged)\b.*"
    r"|(?:данное|настоящее|это) (?:электронное )?(?:сообщение|письмо)\b.{0,120}(?:конфиденциальн|предназначен)\w*.*"
    r"|конфиденциальность:.*|уведомление о конфиденциальности\b.*|diese e-?mail\b.{0,80}vertraulich\w*.*"
    r"|ce (?:message|courriel)\b.{0,80}confidentiel\w*.*|please consider the environment\b.*|подумайте об экологии\b.*"
)
"""How a legal notice begins that stands without a signature before it."""

POSTSCRIPTS = r"p\.? ?s\.?(?: ?s\.?)?[\s:.,–-].*|з\.?ы\.?[\s:.,–-].*|постскриптум\b.*|п\.? ?с\.?[\s:.,–-].*"
"""How words begin that belong to the writer although they stand below the signature."""


def compiled(phrases: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    """Return `phrases` as a pattern for a whole line, without regard to case."""
    return re.compile(f"{before}(?:{phrases}){after}", re.IGNORECASE)
