"""Questions and requests in the other side's letters that a draft passes over.

Facts come before guesses: a question counts as met as soon as the draft shares a content word with it, gives the kind
of answer it asks for (a day, a number, yes or no), promises answers for a day, or stands below it as quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import Final, NamedTuple

from leopold.coaching.days import named
from leopold.coaching.drafts import Draft
from leopold.coaching.english import questions as english
from leopold.coaching.findings import Advice
from leopold.coaching.russian import questions as russian
from leopold.languages import Language
from leopold.model import Evidence, Letter
from leopold.signals import passage_of
from leopold.signals.sentences import fold
from leopold.signals.stems import of_words, stems

MOST: Final = 12
"""Questions of one side that are looked at, the latest first."""

LETTERS: Final = 5
"""Letters of theirs since our last one that are looked at, the latest first."""

_LONGEST: Final = 400
_SHORT: Final = 6
_LONG: Final = 14
_NAME: Final = re.compile(r"(?<=[\w,] )(?:I\b|[A-Z][a-z]+|[А-ЯЁ][а-яё]+)|(?<!\w)[Яя](?!\w)")
_ITEM: Final = re.compile(r"\s*\(?(\d{1,2})[.)]\s")
_ANY_DAY: Final = date(2000, 1, 1)
_IT: Final = re.compile(r"\b(?:it|they|these|them|он|она|оно|они|их|его|ее)\b")


_WORDS: Final[Mapping[Language, ModuleType]] = {"en": english, "ru": russian}


class Question(NamedTuple):
    """Something asked: where it stands, its folded text, and the stems of what it is about."""

    evidence: Evidence
    text: str
    about: frozenset[str]
    language: Language


def open_letters(letters: Sequence[Letter]) -> list[Letter]:
    """Return their letters since our last one, oldest first, the latest few; `letters` in the order of their dates."""
    found: list[Letter] = []
    for letter in letters:
        if letter.side == "ours":
            found = []
        elif not letter.message.automatic:
            found.append(letter)
    return found[-LETTERS:]


def asked(letters: Iterable[Letter]) -> list[Question]:
    """Return what letters ask, in their order, the latest `MOST`."""
    return [question for letter in letters for question in _of_letter(letter)][-MOST:]


def _of_letter(letter: Letter) -> Iterator[Question]:
    known, text = _WORDS[letter.language], letter.message.text
    passage = passage_of(text, letter.side, letter.language, letter.zones)
    for sentence in passage.sentences:
        if sentence.role == "greeting" or sentence.end - sentence.start > _LONGEST:
            continue
        for start, end in _clauses(passage.folded, known.CLAUSE, sentence.start, sentence.end):
            clause = passage.folded[start:end]
            # "Please send the list and tell us who …": the second part asks since the first one did.
            goes_on = start > sentence.start and bool(known.ASKED.search(passage.folded, sentence.start, start))
            if not (goes_on or _asks(clause, known)) or known.PHATIC.search(clause):
                continue
            about = stems(clause, known.STOP)
            if about:
                yield Question(Evidence.of(letter.message, start, end), clause, about, letter.language)


def _asks(clause: str, known: ModuleType) -> bool:
    """Whether a folded clause is a question, or asks for something in so many words and on no condition.

    A long one must begin or turn as questions do: many end a statement with a question mark.
    """
    if clause.rstrip(" )").endswith("?"):
        return len(clause.split()) <= _LONG or bool(known.WH.search(clause) or known.YES_NO.search(clause))
    return bool(known.ASKED.search(clause)) and not known.IF.search(clause)


def _clauses(folded: str, between: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that ask for one thing each."""
    first = start
    for found in between.finditer(folded, start, end):
        yield first, found.start()
        first = found.end()
    if first < end:
        yield first, end


def unanswered(draft: Draft, letters: Sequence[Letter]) -> Iterator[Advice]:
    """Yield their questions since our last letter that the draft does not touch."""
    questions = asked(open_letters(letters))
    if not questions or _holds(draft):
        return
    own = stems(draft.own)
    quoted = _quoted(draft)
    for question in questions:
        if not _met(question, draft, own, quoted):
            yield Advice("question_unanswered", _probability(question), evidence=(question.evidence,))


def _probability(question: Question) -> float:
    return 0.8 if question.text.rstrip().endswith("?") and len(question.about) > 1 else 0.65


def _holds(draft: Draft) -> bool:
    """Whether the draft promises answers for a day."""
    folded = draft.passage.folded
    for sentence in draft.sentences:
        text = folded[sentence.start : sentence.end]
        if any(words.HOLDS.search(text) for words in _WORDS.values()) and _says_day(text):
            return True
    return False


def _says_day(text: str) -> bool:
    return next(named(text, _ANY_DAY), None) is not None


def _quoted(draft: Draft) -> str:
    """Return what the draft quotes and answers below, folded, its spaces evened out."""
    parts = [
        draft.passage.folded[zone.start : zone.end]
        for zone, after in zip(draft.zones, draft.zones[1:], strict=False)
        if zone.kind == "quote" and after.kind == "own" and draft.text[after.start : after.end].strip()
    ]
    return _even(" ".join(parts))


def _even(text: str) -> str:
    return " ".join(re.sub(r"(?m)^[>\s]+", " ", text).split())


def _met(question: Question, draft: Draft, own: frozenset[str], quoted: str) -> bool:
    if quoted and _even(fold(question.evidence.quote)) in quoted:
        return True
    known, body = _WORDS[question.language], draft.body
    if known.WHEN.search(question.text):
        return _answers_when(question, draft)
    if known.HOW_MUCH.search(question.text):
        return _says("SAYS_NUMBER", body) or _put_off(question, draft)
    if question.about & own or _by_number(question, body):
        return True
    if known.WHO.search(question.text) and _names_somebody(draft):
        return True
    requested = not question.text.rstrip(" )").endswith("?")
    either = known.YES_NO.search(question.text) or not (requested or known.WH.search(question.text))
    return (
        (bool(either) and _says("SAYS_YES_NO", body))
        or (bool(known.ACTION.search(question.text)) and _says("SAYS_DONE", body))
        or (bool(known.SENDING.search(question.text)) and _says("SAYS_SENT", body))
    )


def _names_somebody(draft: Draft) -> bool:
    """Whether a sentence of the draft holds a capitalised word past its beginning, as names are, or says "I"."""
    return any(_NAME.search(draft.text, each.start + 1, each.end) for each in draft.sentences if each.role == "body")


def _by_number(question: Question, body: str) -> bool:
    """Whether the draft answers a numbered question under its number."""
    number = _ITEM.match(question.text)
    return number is not None and re.search(rf"(?:^|\s)\(?{number[1]}[.)]\s", body) is not None


def _says(name: str, text: str) -> bool:
    return any(getattr(words, name).search(text) for words in _WORDS.values())


def _answers_when(question: Question, draft: Draft) -> bool:
    """Whether some sentence names a time and is about the question, or too short to be about anything else."""
    for sentence in draft.sentences:
        text = draft.passage.folded[sentence.start : sentence.end]
        if (_says_day(text) or _says("SAYS_TIME", text)) and (
            len(question.about) <= 2
            or len(sentence.words) <= _SHORT
            or _IT.search(text)
            or question.about & of_words(sentence.words)
        ):
            return True
    return False


def _put_off(question: Question, draft: Draft) -> bool:
    """Whether a sentence about the question names the day on which more will be said."""
    return any(
        question.about & of_words(each.words) and _says_day(draft.passage.folded[each.start : each.end])
        for each in draft.sentences
    )
