"""Promises of a draft: those without a day, and those that move a day we named before without a word about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from leopold.coaching.days import named
from leopold.coaching.drafts import Draft
from leopold.coaching.english.questions import STOP as ENGLISH
from leopold.coaching.findings import Advice
from leopold.coaching.matching import matches
from leopold.coaching.russian.questions import STOP as RUSSIAN
from leopold.model import Evidence, Fact, Letter
from leopold.signals import passage_of
from leopold.signals.interface import Passage
from leopold.signals.patterns import Group
from leopold.signals.sentences import words
from leopold.signals.stems import of_words, stem

FAMILY: Final = ("promises",)
BARE: Final = 0.6
VAGUE: Final = 0.85
MOVED: Final = 0.8
LETTERS: Final = 20
"""Our letters in a conversation whose promises are remembered, the latest ones."""

_OWNED: Final = re.compile(
    r"\b(?:sorry|apolog\w+|regret|instead of|moved?|postpone\w*|delay\w*|later than|not keep|didn't keep|"
    r"did not keep|"
    r"could not|couldn't|unfortunately|missed|new date|promised|pushed)\b|извин|прост(?:ите|и)\b|прощени|"
    r"вместо|перен[оеё]с|"
    r"сдвиг|сдвин|задерж|позже,? чем|не успе|не сдержал|не выдержал|к сожалению|обещал|нов(?:ый|ая) (?:срок|"
    r"дата)|отлож"
)


class Promise(NamedTuple):
    """A sentence that promises something: where it stands, its stems, and the day it names, if any."""

    start: int
    end: int
    about: frozenset[str]
    day: date | None


def undated(draft: Draft, written: date) -> Iterator[Advice]:
    """Yield the promises of a draft for which neither their sentence nor the next names a day or an event."""
    found = _groups(draft.passage)
    sentences, folded = draft.sentences, draft.passage.folded
    for number, groups in sorted(found.items()):
        names = {group.name for group in groups}
        vague = "vague.time" in names
        if not _promises(groups) or "tied.event" in names or ("tied.manner" in names and not vague):
            continue
        last = sentences[number + 1] if number + 1 < len(sentences) else sentences[number]
        sentence = sentences[number]
        if next(named(folded, written, sentence.start, last.end), None) is not None:
            continue
        probability = VAGUE if vague else BARE
        quote = draft.text[sentence.start : sentence.end]
        yield Advice("promise_without_date", probability, sentence.start, sentence.end, quote)


def moved(draft: Draft, letters: Iterable[Letter], written: date) -> Iterator[Advice]:
    """Yield the promises of a draft that put off, without a word about it, what an earlier letter of ours dated."""
    if _OWNED.search(draft.body):
        return
    ours = [letter for letter in letters if letter.side == "ours" and letter.message.at][-LETTERS:]
    earlier = [(promise, letter) for letter in ours for promise in _dated(letter)]
    for promise in promised(draft.passage, written) if earlier else ():
        for before, letter in reversed(earlier):
            if _puts_off(promise, before):
                yield _contradiction(draft, promise, before, letter)
                break


def promised(passage: Passage, written: date) -> list[Promise]:
    """Return the promises of a passage in their order, with the last day that their sentence names."""
    found = []
    for number, groups in sorted(_groups(passage).items()):
        if _promises(groups):
            sentence = passage.sentences[number]
            days = [each.day for each in named(passage.folded, written, sentence.start, sentence.end) if each.day]
            about = of_words(sentence.words, ENGLISH | RUSSIAN) - _EMPTY
            found.append(Promise(sentence.start, sentence.end, about, days[-1] if days else None))
    return found


_EMPTY: Final = frozenset(
    map(
        stem,
        words(
            """
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august
            september october november december finish finished deliver ready tomorrow noon evening
            понедельника вторника среды четверга пятницы субботы воскресенья января февраля марта апреля июня июля
            августа сентября октября ноября декабря пришлю вышлем отправим закончим сделаем готов готова завтра
            """
        ),
    )
)
"""What two promises share without being about the same thing."""


def _puts_off(promise: Promise, before: Promise) -> bool:
    """Whether a promise names a later day than one before it, about the same thing."""
    if promise.day is None or before.day is None or promise.day <= before.day:
        return False
    shared = promise.about & before.about
    return len(shared) >= 2 or (len(shared) == 1 and min(len(promise.about), len(before.about)) <= 2)


def _contradiction(draft: Draft, promise: Promise, before: Promise, letter: Letter) -> Advice:
    fact = Fact("earlier_promise", {"promised": str(before.day), "now": str(promise.day)})
    return Advice(
        "earlier_promise_contradiction",
        MOVED,
        promise.start,
        promise.end,
        draft.text[promise.start : promise.end],
        (Evidence.of(letter.message, before.start, before.end),),
        fact,
    )


def _dated(letter: Letter) -> list[Promise]:
    written = letter.message.day
    if written is None:
        return []
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    return [promise for promise in promised(passage, written) if promise.day]


def _promises(groups: Iterable[Group]) -> bool:
    return any(group.kind == "promise" for group in groups)


def _groups(passage: Passage) -> dict[int, list[Group]]:
    found: dict[int, list[Group]] = {}
    for match in matches(FAMILY, passage):
        found.setdefault(match.sentence, []).append(match.group)
    return found
