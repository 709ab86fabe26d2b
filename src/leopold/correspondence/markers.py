"""What mail programs and writers put around quoted words, by language. A new language is one more `Phrases`.

All phrases are lower case and compared so. They are plain text, never patterns.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language.

    `wrote` end an attribution line before its colon, `begins` open one, `days` are the first letters of week days.
    The five label tuples are what header blocks of answered and forwarded letters call their lines. `original` and
    `forwarded` stand between dashes over such a block, `forward_ends` after it. `introduces` are whole lines over a
    forward. `sent_from` open the line a phone adds. `sign_offs` close a letter by themselves, `thanks` only with a name
    after them. `boilerplate` stands in what a firm adds under a signature. `no_names` are words that stand alone as a
    paragraph without being anybody's name.
    """

    wrote: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    forwarded: tuple[str, ...] = ()
    forward_ends: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()
    sent_from: tuple[str, ...] = ()
    sign_offs: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    postscripts: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()


ENGLISH = Phrases(
    wrote=("wrote", "writes", "said", "wrote the following", "has written", "typed"),
    begins=(
        "on",
        "at",
        "in message",
        "in article",
        "in a message dated",
        "quoting",
        "you wrote",
        "--- in",
        "thus spake",
    ),
    days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    from_=("from", "sender"),
    date=("sent", "date", "sent on", "sent at"),
    to=("to", "recipient"),
    copy=("cc", "bcc", "importance", "reply-to", "attachments", "organization", "sent by"),
    subject=("subject",),
    original=("original message", "original-nachricht", "original e-mail"),
    forwarded=(
        "forwarded message",
        "forwarded by",
        "forwarded letter",
        "begin forwarded message",
        "start of forwarded message",
        "forwarded mail",
    ),
    forward_ends=("end forwarded message", "end of forwarded message", "end of forwarded letter"),
    introduces=("begin forwarded message",),
    sent_from=(
        "sent from my ",
        "sent from outlook",
        "sent from mail for",
        "sent from yahoo",
        "sent from samsung",
        "sent from proton",
        "sent from mobile",
        "sent from for windows",
        "sent via ",
        "sent with ",
        "sent using ",
        "get outlook for ",
        "get bluemail for",
    ),
    sign_offs=(
        "best regards",
        "kind regards",
        "warm regards",
        "with kind regards",
        "with best regards",
        "with regards",
        "regards",
        "rgds",
        "best wishes",
        "all the best",
        "best",
        "cheers",
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "sincerely",
        "sincerely yours",
        "respectfully",
        "respectfully yours",
        "cordially",
        "yours",
        "take care",
        "love",
        "br",
        "kr",
        "warmly",
    ),
    thanks=(
        "thanks",
        "thank you",
        "many thanks",
        "thanks in advance",
        "thanks again",
        "thanks and regards",
        "thanks & regards",
        "thx",
        "ta",
        "with thanks",
        "thank you in advance",
        "thanks so much",
        "thanks a lot",
        "thank you very much",
    ),
    boilerplate=(
        "confidentiality notice",
        "confidentiality:",
        "confidential:",
        "this e-mail and any",
        "this email and any",
        "this e-mail is the property",
        "this message is intended",
        "this e-mail is intended",
        "this email is intended",
        "this e-mail may contain",
        "this email may contain",
        "this message may contain",
        "this message contains",
        "this e-mail contains",
        "this email contains",
        "this communication",
        "the information contained in this",
        "the information in this e",
        "the contents of this e",
        "privileged/confidential",
        "disclaimer:",
        "legal notice",
        "please consider the environment",
        "do you yahoo!?",
        "do you yahoo",
        "get your free",
        "this sf.net email is sponsored",
        "to unsubscribe",
        "yahoo! groups sponsor",
        "your use of yahoo! groups",
        "email scanned by",
    ),
    postscripts=("p.s", "ps:", "ps.", "p.p.s", "ps "),
    no_names=(
        *(
            "thanks",
            "yes",
            "no",
            "ok",
            "okay",
            "done",
            "approved",
            "agreed",
            "attached",
            "urgent",
            "hello",
            "hi",
            "fyi",
        ),
        *(
            "please",
            "sure",
            "great",
            "confirmed",
            "received",
            "test",
            "help",
            "enjoy",
            "sorry",
            "congratulations",
            "see",
        ),
        *("perfect", "noted", "understood", "correct", "exactly", "why", "when", "now", "today", "tomorrow", "asap"),
        *("good", "nice", "excellent", "wow", "right", "true", "false", "call", "thoughts", "comments", "questions"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "dear", "all", "everyone"),
    ),
)

RUSSIAN = Phrases(
    wrote=(
        *("пишет", "писал", "писала", "писал(а)", "написал", "написала", "написал(а)", "пишут", "написали", "сказал"),
        *("писали", "сообщает", "сообщил", "сообщила"),
    ),
    begins=("в письме от", "в сообщении от", "вы писали", "ты писал", "цитирование", "от:", "дата:", "в ответ на"),
    days=(
        *("пн", "вт", "ср", "чт", "пт", "сб", "вс", "понедельник", "вторник", "среда", "среду", "четверг", "пятница"),
        *(
            "пятницу",
            "суббота",
            "субботу",
            "воскресенье",
        ),
    ),
    from_=("от", "от кого", "отправитель"),
    date=("отправлено", "дата", "послано", "отправлен", "дата отправки"),
    to=("кому", "получатель"),
    copy=("копия", "скрытая копия", "важность", "вложения", "ответить"),
    subject=("тема", "тема письма"),
    original=(
        *("исходное сообщение", "исходное письмо", "первоначальное сообщение", "оригинальное сообщение"),
        *(
            "исходящее сообщение",
            "original message",
            "исходное сообщение от",
        ),
    ),
    forwarded=(
        "пересылаемое сообщение",
        "пересылаемое письмо",
        "пересланное сообщение",
        "пересланное письмо",
        "перенаправленное сообщение",
        "переадресованное сообщение",
        "переадресовано",
        "начало переадресованного сообщения",
        "начало пересылаемого сообщения",
        "начало перенаправленного сообщения",
        "переслано",
    ),
    forward_ends=(
        "конец пересылаемого сообщения",
        "конец переадресованного сообщения",
        "конец пересылаемого письма",
        "конец пересланного сообщения",
        "завершение пересылаемого сообщения",
        "конец перенаправленного сообщения",
    ),
    introduces=(
        "начало переадресованного сообщения",
        "начало пересылаемого сообщения",
        "начало перенаправленного сообщения",
    ),
    sent_from=(
        "отправлено с ",
        "отправлено из ",
        "отправлено через ",
        "отправлено от ",
        "отправлено мобильн",
        "отправлено спарк",
        "послано с ",
        "послано из ",
        "скачать outlook для",
        "загрузите outlook для",
        "получить outlook для",
        "получите outlook для",
        "установите outlook для",
    ),
    sign_offs=(
        "с уважением",
        "с большим уважением",
        "с глубоким уважением",
        "с наилучшими пожеланиями",
        "с наилучшими",
        "с лучшими пожеланиями",
        "с пожеланиями",
        "с благодарностью",
        "с признательностью",
        "с уважением и благодарностью",
        "с уважением и наилучшими пожеланиями",
        "с ув",
        "с ув.",
        "искренне ваш",
        "искренне ваша",
        "искренне",
        "всего доброго",
        "всего хорошего",
        "всего наилучшего",
        "до связи",
        "до встречи",
        "удачи",
        "обнимаю",
        "целую",
        "с приветом",
        "с теплом",
        "хорошего дня",
        "хорошего вечера",
        "ваш",
        "ваша",
    ),
    thanks=(
        *("спасибо", "заранее спасибо", "заранее благодарю", "благодарю", "большое спасибо", "спасибо заранее"),
        *(
            "спасибо большое",
            "благодарим",
        ),
    ),
    boilerplate=(
        "это сообщение и любые",
        "данное сообщение и любые",
        "настоящее сообщение",
        "настоящее электронное",
        "это электронное сообщение",
        "данное электронное",
        "данное письмо и",
        "данное сообщение",
        "информация, содержащаяся в",
        "содержание данного сообщения",
        "конфиденциально",
        "уведомление о конфиденциальности",
        "внимание! это сообщение",
        "это письмо и любые",
        "это письмо может содержать",
        "сообщение может содержать",
        "подумайте об окружающей среде",
        "прежде чем печатать",
        "чтобы отписаться",
        "отказ от ответственности",
    ),
    postscripts=("p.s", "з.ы", "зы", "p.p.s", "постскриптум", "п.с."),
    no_names=(
        *("спасибо", "да", "нет", "ок", "готово", "хорошо", "принято", "понял", "поняла", "согласен", "согласна"),
        *("привет", "здравствуйте", "пожалуйста", "отлично", "срочно", "жду", "ждём", "ждем", "благодарю", "ладно"),
        *("подтверждаю", "получил", "получила", "извините", "сделано", "верно", "конечно", "договорились", "увы"),
        *("оплатили", "отправила", "отправил", "оплачено", "коллеги", "сегодня", "завтра", "вопросы", "почему"),
        *("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "ясно", "прекрасно"),
    ),
)

GERMAN = Phrases(
    wrote=("schrieb", "schrieben", "geschrieben", "schreibt"),
    begins=("am", "zitat von"),
    days=(
        *("mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag", "freitag"),
        *(
            "samstag",
            "sonntag",
        ),
    ),
    from_=("von",),
    date=("gesendet", "datum", "gesendet am"),
    to=("an",),
    copy=("kopie", "wichtigkeit", "anlagen"),
    subject=("betreff",),
    original=("ursprüngliche nachricht", "originalnachricht", "original-nachricht", "ursprüngliche mitteilung"),
    forwarded=("weitergeleitete nachricht", "weitergeleitet von", "anfang der weitergeleiteten nachricht"),
    forward_ends=("ende der weitergeleiteten nachricht",),
    introduces=("anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail"),
    sent_from=("von meinem ", "gesendet von ", "gesendet mit ", "holen sie sich outlook"),
    sign_offs=(
        "mit freundlichen grüßen",
        "mit freundlichen grüssen",
        "mit freundlichem gruß",
        "freundliche grüße",
        "freundliche grüsse",
        "viele grüße",
        "viele grüsse",
        "beste grüße",
        "beste grüsse",
        "liebe grüße",
        "herzliche grüße",
        "schöne grüße",
        "mit besten grüßen",
        "hochachtungsvoll",
        "mfg",
        "lg",
        "vg",
        "gruß",
        "grüße",
    ),
    thanks=("danke", "vielen dank", "besten dank", "danke im voraus", "vielen dank im voraus", "herzlichen dank"),
    boilerplate=(
        "diese e-mail enthält",
        "diese nachricht enthält",
        "diese e-mail ist vertraulich",
        "haftungsausschluss",
    ),
    no_names=("danke", "ja", "nein", "bitte", "erledigt", "gut", "genau", "hallo", "leider"),
)

FRENCH = Phrases(
    wrote=("a écrit", "écrit", "ecrit", "a ecrit", "avez écrit"),
    begins=("le", "citation de"),
    days=(
        *("lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
        *("dimanche",),
    ),
    from_=("de", "expéditeur"),
    date=("envoyé", "date", "envoyé le"),
    to=("à", "a", "destinataire"),
    copy=("copie", "copie à", "pièces jointes"),
    subject=("objet",),
    original=("message d'origine", "message d’origine", "message original", "mail original"),
    forwarded=("message transféré", "message transmis", "courriel transféré", "mail transféré"),
    forward_ends=("fin du message transféré", "fin du message réexpédié"),
    introduces=("début du message transféré", "début du message réexpédié"),
    sent_from=("envoyé de ", "envoyé depuis ", "envoyé à partir de", "obtenez outlook", "télécharger outlook"),
    sign_offs=(
        "cordialement",
        "bien cordialement",
        "très cordialement",
        "bien à vous",
        "bien à toi",
        "amicalement",
        "salutations",
        "meilleures salutations",
        "sincères salutations",
        "salutations distinguées",
        "bonne journée",
        "bonne soirée",
        "cdlt",
        "bises",
        "à bientôt",
    ),
    thanks=("merci", "merci d'avance", "merci d’avance", "merci beaucoup", "avec mes remerciements"),
    boilerplate=("ce message et toutes", "ce message et ses pièces", "ce courriel et", "ce message est confidentiel"),
    no_names=("merci", "oui", "non", "bonjour", "parfait", "fait", "reçu", "bonsoir"),
)

SPANISH = Phrases(
    wrote=("escribió", "escribio", "ha escrito"),
    begins=("el",),
    days=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    from_=("de",),
    date=("enviado", "fecha", "enviado el"),
    to=("para",),
    copy=("cc",),
    subject=("asunto",),
    original=("mensaje original",),
    forwarded=("mensaje reenviado",),
    sent_from=("enviado desde ", "obtener outlook para"),
    sign_offs=("saludos", "un saludo", "saludos cordiales", "atentamente", "cordialmente"),
    thanks=("gracias", "muchas gracias"),
)

LANGUAGES = (ENGLISH, RUSSIAN, GERMAN, FRENCH, SPANISH)

FORWARD_PREFIXES = ("fw", "fwd", "wg", "tr", "пересл", "переслано", "пер", "перенапр")
"""What the subject of a forwarded letter begins with, before a colon."""

ANSWER_PREFIXES = ("re", "aw", "sv", "vs", "antw", "ref", "rép", "rv", "отв", "ответ", "на", "ha")
"""What the subject of an answer begins with, before a colon or a count in brackets."""


def every(field: str) -> tuple[str, ...]:
    """Return the phrases that a field has in all languages, longest first, each once."""
    phrases: set[str] = set()
    for language in LANGUAGES:
        phrases.update(getattr(language, field))
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
