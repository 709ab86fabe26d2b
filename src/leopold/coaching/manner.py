"""Whether a draft is shorter or colder than our letters to this counterparty are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from leopold.coaching.drafts import Draft
from leopold.coaching.findings import Advice
from leopold.coaching.questions import asked, open_letters
from leopold.model import Fact, Letter
from leopold.relationships.behaviour import LATE_DEVIATIONS, own_text
from leopold.relationships.habits import length_habit
from leopold.signals import passage_of
from leopold.signals.interface import Passage

ENOUGH: Final = 5
"""Letters of ours that make a habit: fewer are chance."""

HABITUAL: Final = 0.9
"""What so many of our letters have is missed where it is absent."""

SHORT: Final = 0.4
"""What has more than this share of the usual words is no short answer, however even our letters are."""

LATEST: Final = 40
"""Our letters that are looked at, the latest ones: habits change."""

_THANKS: Final = re.compile(r"\bthank|\bthx\b|\bcheers\b|спасибо|благодар")


def curt(draft: Draft, relationship: Sequence[Letter], talk: Sequence[Letter]) -> Iterator[Advice]:
    """Yield one finding when a draft is much shorter than usual in answer to a question, or drops what was usual.

    `relationship` are all letters with this counterparty in order, `talk` those of the conversation.
    """
    ours = [letter for letter in relationship if letter.side == "ours" and not letter.message.automatic][-LATEST:]
    ours = [letter for letter in ours if own_text(letter).strip()]
    count = len(draft.own.split())
    if len(ours) < ENOUGH or not count:
        return
    habit = length_habit()
    for letter in ours:
        habit.add(len(own_text(letter).split()))
    short = count < min(habit.quantile(-LATE_DEVIATIONS), SHORT * habit.usual()) and bool(asked(open_letters(talk)))
    dropped = _dropped(draft, ours)
    if not short and "greeting" not in dropped:
        return
    values: dict[str, str | int | float] = {"letters": len(ours)}
    if short:
        values |= {"words": count, "usual_words": round(habit.usual())}
    for name in dropped:
        values[name] = 1
    probability = 0.55 + 0.15 * short + 0.1 * len(dropped)
    yield Advice("curt", probability, fact=Fact("curt", values))


def _dropped(draft: Draft, ours: Sequence[Letter]) -> list[str]:
    """Return which of greeting and thanks nearly all our letters have and the draft lacks."""
    passages = [passage_of(each.message.text, "ours", each.language, each.zones) for each in ours]
    needed = HABITUAL * len(passages)
    greets, thanks = sum(map(_greets, passages)), sum(map(_thanks, passages))
    found = ["greeting"] if greets >= needed and not _greets(draft.passage) else []
    if thanks >= needed and not _thanks(draft.passage):
        found.append("thanks")
    return found


def _greets(passage: Passage) -> bool:
    return bool(passage.sentences) and passage.sentences[0].role == "greeting"


def _thanks(passage: Passage) -> bool:
    return any(_THANKS.search(passage.folded, each.start, each.end) for each in passage.sentences)
