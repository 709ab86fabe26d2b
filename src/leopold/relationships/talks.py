"""The conversations of a relationship that are going on, and how likely each is to end in open conflict.

A conversation is known by its root, as references name it, by its latest letters, or by its subject. Of each one state
of constant size is kept, and of the latest conversations only, so that all of it stays bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import Final, NamedTuple

from leopold.correspondence.subjects import normalised_subject
from leopold.forecast import Course, Turn, advance, log_odds
from leopold.model import Evidence, Fact, Letter, Message, Reason, Side
from leopold.relationships.habits import DAY
from leopold.relationships.weights import BAD, BASE, HALF_LIFE_DAYS

TALKS: Final = 32
"""How many conversations are followed; the one longest without a letter goes first."""

LATEST: Final = 8
"""By how many of its latest letters a conversation is known."""

USUAL: Final = BASE + 1.0
"""Log-odds up to which a conversation is like any other: a probability of .12."""

MOST: Final = 4.0
"""Log-odds above those that count at most."""

LEAST: Final = 0.05
"""A contribution below this is not told."""

SUBJECT: Final = 80
"""Characters of a subject that are shown."""


class Talk(NamedTuple):
    """One conversation: what it is known by, its course, its latest letter's moment, and what moved it most so far.

    `title` is its subject as it was first written. `odds` are its log-odds of open conflict. `rise` is the greatest
    step up, by a letter of `side`; `evidence` is what that letter's worst sign stands on.
    """

    root: str
    subject: str
    title: str
    latest: tuple[str, ...]
    course: Course
    at: float
    odds: float
    rise: float
    side: Side
    evidence: tuple[Evidence, ...]


def follow(talks: Sequence[Talk], letter: Letter, turn: Turn, now: float) -> list[Talk]:
    """Return the conversations after a letter, the one it belongs to last; `now` is in seconds since 1970."""
    before = _talk_of(talks, letter.message)
    course = advance(before.course if before else Course(), turn)
    odds = log_odds(course)
    rise = odds - (before.odds if before else BASE)
    moved = before is None or rise >= before.rise
    message = letter.message
    talk = Talk(
        root=before.root if before else _root(message),
        subject=before.subject if before else normalised_subject(message.subject),
        title=before.title if before else " ".join(message.subject.split())[:SUBJECT],
        latest=((before.latest if before else ()) + (message.id,))[-LATEST:],
        course=course,
        at=now,
        odds=odds,
        rise=rise if moved or before is None else before.rise,
        side=letter.side if moved or before is None else before.side,
        evidence=_worst(letter) if moved or before is None else before.evidence,
    )
    return [*(one for one in talks if one is not before), talk][-TALKS:]


def _root(message: Message) -> str:
    return next(iter((*message.references, *message.in_reply_to)), message.id)


def _talk_of(talks: Sequence[Talk], message: Message) -> Talk | None:
    """Return the conversation that a letter goes on with: by what it answers, else by its subject."""
    named = {*message.references, *message.in_reply_to}
    subject = normalised_subject(message.subject)
    for talk in reversed(talks):
        if talk.root in named or not named.isdisjoint(talk.latest):
            return talk
    return next((talk for talk in reversed(talks) if subject and talk.subject == subject), None)


def _worst(letter: Letter) -> tuple[Evidence, ...]:
    signs = [signal for signal in letter.signals if signal.kind in BAD]
    return (max(signs, key=lambda signal: signal.probability).evidence,) if signs else ()


def derailing(talks: Sequence[Talk], weight: float, now: float) -> Reason | None:
    """Return what the worst conversation weighs: `weight` by log-odds above the usual, fading while nobody writes."""
    left = [(_excess(talk) * exp((talk.at - now) * log(2.0) / (HALF_LIFE_DAYS * DAY)), talk) for talk in talks]
    most, worst = max(left, key=lambda each: each[0], default=(0.0, None))
    if worst is None or weight * most < LEAST:
        return None
    fact = Fact("derailment", {"percent": round(100 / (1 + exp(-worst.odds))), "subject": worst.title})
    return Reason("derailment", worst.side, weight * most, worst.evidence, fact)


def _excess(talk: Talk) -> float:
    return min(MOST, max(0.0, talk.odds - USUAL))
