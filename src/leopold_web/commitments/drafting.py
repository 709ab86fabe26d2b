"""What a reminder to the other side may say: a draft in the language of their letters, for a person to change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import translation

from leopold.words import Language
from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment
from leopold_web.relationships.models import Message, PersonAddress
from leopold_web.wording import day

QUOTED: Final = 240
"""Characters of a promise that a draft quotes."""
SUBJECT: Final = 60
ADDRESSES: Final = 30

WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "subject": "About: {what}",
        "hello": "Hello{name},",
        "said_on": "On {on} you wrote: “{what}”.",
        "said": "You promised us: “{what}”.",
        "ahead": "The day for it is {due}. Is all going well? If something stands in the way, or another day suits you "
        "better, please tell us, and we will find a way.",
        "behind": "The day for it was {due}, and we have not seen it yet. Perhaps our letters crossed. How does it "
        "stand, and which day is realistic?",
        "someday": "How does it stand, and which day is realistic?",
        "regards": "Kind regards\n{user}",
    },
    "ru": {
        "subject": "По поводу: {what}",
        "hello": "Здравствуйте{name}!",
        "said_on": "{on} Вы писали: «{what}».",
        "said": "Вы обещали нам: «{what}».",
        "ahead": "Срок — {due}. Всё ли в порядке? Если что-то мешает или удобнее другой день, напишите, пожалуйста: "
        "мы что-нибудь придумаем.",
        "behind": "Срок был {due}, а мы этого пока не видели. Возможно, наши письма разминулись. Как обстоят дела "
        "и какой день реален?",
        "someday": "Как обстоят дела и какой день реален?",
        "regards": "С уважением,\n{user}",
    },
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that nobody has sent: to whom it may go, in which language, and its words."""

    to: str
    language: Language
    subject: str
    text: str


def draft(promise: Commitment, user: User, today: date) -> Draft:
    """Return a friendly reminder of a promise of theirs, as it stands on `today`."""
    language, words = _language(promise), WORDS[_language(promise)]
    what = " ".join(promise.what.split()).strip(" .")
    known = addresses(promise)
    with translation.override(language):
        on, due = day(promise.promised_on), day(promise.due)
    said = words["said_on" if on and promise.evidence else "said"].format(on=on, what=_short(what, QUOTED))
    asked = "someday" if promise.due is None else "behind" if promise.due < today else "ahead"
    name = f", {promise.owner}" if promise.owner and "@" not in promise.owner else ""
    text = "\n\n".join(
        (
            words["hello"].format(name=name),
            f"{said} {words[asked].format(due=due)}",
            words["regards"].format(user=user),
        )
    )
    to = next((email for email, name in known if name == promise.owner), known[0][0] if known else "")
    return Draft(to, language, words["subject"].format(what=_short(what, SUBJECT)), text)


def addresses(promise: Commitment) -> list[tuple[str, str]]:
    """Return the addresses of the other side and whose they are, who writes most first."""
    if promise.relationship is None:
        return []
    found = PersonAddress.objects.filter(person__relationship=promise.relationship, person__side="theirs")
    ordered = found.select_related("person").order_by("-person__letters", "pk")[:ADDRESSES]
    return [(each.email, each.person.name) for each in ordered if each.email]


def _language(promise: Commitment) -> Language:
    """Return the language of the letter that holds the promise, else of their last letter, else of the desk."""
    letters = Message.objects.filter(relationship=promise.relationship, side="theirs").exclude(language="")
    named = promise.evidence["message_id"] if promise.evidence else ""
    letter = letters.filter(own_id=named).first() or letters.order_by("-at", "-pk").first()
    return "ru" if (letter.language if letter else promise.workspace.language) == "ru" else "en"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
