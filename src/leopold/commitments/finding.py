"""Promises found in letters' own words: who promised what to whom, until when, and on what condition.

Rules over clauses, chosen for precision before recall: a promise that is missed can be entered by hand, a wrong one
costs trust. Quoted words never count. What is found is offered to a person for confirmation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Final, NamedTuple

from leopold.commitments import promising_english, promising_russian
from leopold.commitments.calendars import Calendar
from leopold.commitments.phrases import Due, due, dues
from leopold.languages import Language
from leopold.model import Evidence, Letter, Relationship, Side
from leopold.signals import passage_of
from leopold.signals.sentences import Sentence

WORDS: Final[dict[Language, ModuleType]] = {"en": promising_english, "ru": promising_russian}
SHOWN: Final = 0.5
"""Promises that fewer careful readers than this would mark are not given. Chosen on the visible stories."""

_CUT: Final = re.compile(r"[,:](?=\s)|\s[-–—]\s|\s(?:and|but|so|because|и|а|но)\s(?=\S)|\n")


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side promised in a letter. `act` is what was said, `due` the day it is due; None where none was named.

    `written` is the day of writing where the writer was; `who` and `to` are people as the letter names them.
    `condition` stands where the promise hangs on something, `request` where it is the acceptance of one that the other
    side wrote. `probability` is how many careful readers would mark it.
    """

    act: Evidence
    side: Side
    who: str
    to: tuple[str, ...]
    written: date
    due: date | None
    probability: float
    condition: Evidence | None = None
    request: Evidence | None = None

    @property
    def what(self) -> str:
        """What was promised, in the writer's words."""
        return self.act.quote


class _Clause(NamedTuple):
    start: int
    end: int


def promises(letter: Letter, calendar: Calendar | None = None) -> tuple[Promise, ...]:
    """Return the promises of a letter in order of place; none for a letter that no header dates.

    `calendar` says which days are worked on where the letter was written; None takes the language's own.
    """
    written = letter.message.day
    if written is None:
        return ()
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    found: list[Promise] = []
    for sentence in passage.sentences:
        if sentence.role != "closing":
            found += _of_sentence(letter, passage.folded, sentence, written, calendar)
    return tuple(found)


def _of_sentence(
    letter: Letter, folded: str, sentence: Sentence, written: date, calendar: Calendar | None
) -> Iterator[Promise]:
    text = letter.message.text
    said = text[sentence.start : sentence.end]
    if said.rstrip().endswith("?"):
        return
    words = WORDS[letter.language]
    kinds = (words.FIRST, words.PROMISED, words.GIVEN, words.THIRD, words.GOING, words.NOMINAL)
    if not any(kind.search(folded, sentence.start, sentence.end) for kind in kinds):
        return
    days = list(dues(said, written, letter.language, calendar))
    for clause in _clauses(folded, sentence, days):
        if _quoted(folded, sentence, clause):
            continue
        own = [(rank, one) for rank, one in days if _within(one, clause, sentence.start)]
        probability = _probability(folded, clause, bool(own), words)
        if probability < SHOWN:
            continue
        day = max(own, key=lambda pair: pair[0])[1].date if own else None
        yield Promise(
            Evidence.of(letter.message, clause.start, clause.end),
            letter.side,
            letter.message.sender.name or letter.message.sender.email,
            tuple(each.name or each.email for each in letter.message.to),
            written,
            day,
            probability,
            _condition(letter, folded, sentence, words),
        )


def _quoted(folded: str, sentence: Sentence, clause: _Clause) -> bool:
    """Whether a clause stands within marks of quotation: somebody else's words, or the writer's own of before."""
    before = folded[sentence.start : clause.start + 1]
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _within(one: Due, clause: _Clause, offset: int) -> bool:
    return clause.start <= offset + one.start < clause.end


def _clauses(folded: str, sentence: Sentence, days: list[tuple[int, Due]]) -> list[_Clause]:
    """Return the clauses of a sentence without the space around them.

    One without a verb of its own joins the last; so does one that only goes on with "and", while one of them alone
    names a day.
    """
    found: list[_Clause] = []
    first = sentence.start
    joins = False
    for cut in (*_CUT.finditer(folded, sentence.start, sentence.end), None):
        piece = _trimmed(folded, first, cut.start() if cut else sentence.end)
        if piece is not None:
            if found and (not _OWN.search(folded, piece.start, piece.end) or (joins and _goes_on(folded, piece))):
                both = all(any(_within(one, each, sentence.start) for _, one in days) for each in (found[-1], piece))
                if not (joins and both):
                    piece = _Clause(found.pop().start, piece.end)
            found.append(piece)
        if cut:
            first, joins = cut.end(), cut[0].strip() in ("and", "и")
    return found


def _trimmed(folded: str, start: int, end: int) -> _Clause | None:
    piece = folded[start:end]
    first = start + len(piece) - len(piece.lstrip(" \n\t-–—•*"))
    last = start + len(piece.rstrip(" \n\t,;:.!-–—"))
    return _Clause(first, last) if first < last else None


_OWN: Final = re.compile(
    r"\b(?:i|we|you'll|you will|you have|he|she|they|it|will|'ll|is|are|starts?|goes|there|if|once|when|which|"
    r"that|please)\b|"
    r"\b[а-я]{2,}(?:ем|им|ю|ет|ит|ут|ют|ат|ят|ите|ете|ется|ится|емся|имся|усь|юсь|лю|жу|чу|шу|дам|сь|ла|ли|ло|л)\b|"
    r"\b(?:если|когда|как только|что|буд\w+)\b"
)
_SUBJECT: Final = re.compile(r"\b(?:i|we|you|he|she|they|it|there|я|мы|вы|он|она|они|[a-z]+ will)\b")


def _goes_on(folded: str, piece: _Clause) -> bool:
    return not _SUBJECT.match(folded, piece.start, piece.end)


def _probability(folded: str, clause: _Clause, dated: bool, words: ModuleType) -> float:
    """Return how likely a careful reader marks a clause as a promise of its writer's side.

    The figures are the shares that are marked in the visible stories, roughly. Without a day only acts that leave a
    trace count: something sent, paid, mended or given up; "I'll pass it on" is as often politeness.
    """
    said = folded[clause.start : clause.end]
    if re.match(r"(?:if|unless|если|когда|как только|which|that|what|что|чтобы|котор)\b", said):
        return 0.0
    if words.THREAT.search(said):
        return 0.0
    strong = bool(words.FIRST.search(said) or words.PROMISED.search(said))
    weaker = bool(words.GIVEN.search(said) or words.THIRD.search(said) or words.GOING.search(said))
    if strong:
        score = 0.95 if dated else 0.65 if words.TANGIBLE.search(said) else 0.35
    elif weaker:
        score = 0.85 if dated else 0.45
    else:
        score = 0.7 if dated and words.NOMINAL.search(said) else 0.0
    if words.HEDGE.search(said):
        score -= 0.4
    if words.REQUEST.search(said):
        score -= 0.35 if not strong else 0.0
    return min(1.0, max(0.0, score))


def _condition(letter: Letter, folded: str, sentence: Sentence, words: ModuleType) -> Evidence | None:
    found = words.CONDITION.search(folded, sentence.start, sentence.end)
    return Evidence.of(letter.message, found.start(), found.end()) if found else None


def promised(relationship: Relationship, calendar: Calendar | None = None) -> tuple[Promise, ...]:
    """Return the promises of a relationship in the order of its letters, accepted requests among them."""
    letters = {letter.message.id: letter for letter in relationship.letters}
    asked: dict[str, Letter] = {}
    for talk in relationship.conversations:
        last: dict[Side, Letter] = {}
        for key in talk.message_ids:
            if (letter := letters.get(key)) is None:
                continue
            other = last.get("theirs" if letter.side == "ours" else "ours")
            if other is not None:
                asked[key] = other
            last[letter.side] = letter
    found: list[Promise] = []
    for letter in sorted(letters.values(), key=_when):
        own = promises(letter, calendar)
        accepted = _accepted(letter, asked[letter.message.id], calendar) if letter.message.id in asked else None
        if accepted and not any(one.act.start < accepted.act.end for one in own):
            found.append(accepted)
        found += own
    return tuple(found)


def _when(letter: Letter) -> tuple[bool, str, str]:
    at = letter.message.at
    return at is None, at.isoformat() if at else "", letter.message.id


def _accepted(letter: Letter, before: Letter, calendar: Calendar | None) -> Promise | None:
    """Return the promise that a letter makes by saying yes to a dated request of the letter before; None for none."""
    written, asked = letter.message.day, before.message.day
    if written is None or asked is None or letter.side == before.side:
        return None
    yes = _yes(letter)
    request = _request(before, asked, calendar) if yes else None
    if yes is None or request is None or request[1] < written:
        return None
    return Promise(
        yes,
        letter.side,
        letter.message.sender.name or letter.message.sender.email,
        tuple(each.name or each.email for each in letter.message.to),
        written,
        request[1],
        0.7,
        request=request[0],
    )


def accepts(letter: Letter) -> bool:
    """Whether a letter begins with a yes to something."""
    return _yes(letter) is not None


def _yes(letter: Letter) -> Evidence | None:
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    first = next((each for each in passage.sentences if each.role == "body"), None)
    if first is None:
        return None
    words, said = WORDS[letter.language], passage.folded[first.start : first.end]
    if not words.ACCEPTED.match(said) or words.REFUSED.search(said) or said.endswith("?"):
        return None
    return Evidence.of(letter.message, first.start, first.end)


def _request(letter: Letter, written: date, calendar: Calendar | None) -> tuple[Evidence, date] | None:
    """Return the only dated request of a letter and its day; None for none, and for several."""
    passage = passage_of(letter.message.text, letter.side, letter.language, letter.zones)
    found = []
    for sentence in passage.sentences:
        if WORDS[letter.language].ASKED.search(passage.folded, sentence.start, sentence.end):
            meant = due(letter.message.text[sentence.start : sentence.end], written, letter.language, calendar)
            if meant:
                found.append((Evidence.of(letter.message, sentence.start, sentence.end), meant.date))
    return found[0] if len(found) == 1 else None
