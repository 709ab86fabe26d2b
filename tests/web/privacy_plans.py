"""Random round tables in pairs that differ in what one party keeps to itself, and in nothing proposed openly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from hypothesis import strategies as st

from leopold.settlement.model import Exclusion, Issue, Party, Scenario
from leopold.settlement.proposals import Proposal, propose
from leopold_web.round_tables import engine

TRIES = 40
"""How many other answers are tried, ever closer to the first, until one leaves the proposals as they are."""
NOTES = ("", "we would take half, for the roof leaks", "мы уступим всё, кроме срока. " * 400)


@dataclass(frozen=True)
class Wants:
    """What one party keeps to itself: its answers, what it says to check questions, and what it would sign.

    `accepts` and `replies` lean one way or the other where both leave what comes of it as it is.
    """

    points: tuple[float, ...]
    ratings: tuple[tuple[float, ...], ...]
    never: tuple[tuple[int, int], ...] = ()
    line: float = 0
    why: str = ""
    checks: tuple[str, ...] = ("first", "second")
    leans: bool = False
    word: str = "a word of mine"

    def answers(self, domain: engine.Domain) -> dict[str, Any]:
        """Return the private answers about these issues, as a page sends them."""
        return {
            "points": {str(issue): points for (issue, _), points in zip(domain, self.points, strict=True)},
            "ratings": {
                str(option): rating
                for (_, options), row in zip(domain, self.ratings, strict=True)
                for option, rating in zip(options, row, strict=True)
            },
            "never": [domain[issue][1][option] for issue, option in self.never],
            "line": self.line,
            "why": self.why,
        }

    def softened(self) -> Wants:
        """Return them without a must-have and a line, as for a second round."""
        return replace(self, never=(), line=0)


@dataclass(frozen=True)
class Plan:
    """A table: its issues by the numbers of their options, a link between two options, the parties, and its course.

    `secret` is the party whose answers differ, `refused` whether the first round is accepted by nobody, `turned`
    whether all turn out to want the opposite after signing.
    """

    sizes: tuple[int, ...]
    links: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...]
    wants: tuple[Wants, ...]
    secret: int
    refused: bool
    turned: bool

    def keeping(self, own: Wants) -> Plan:
        """Return the same table at which the one party keeps something else to itself."""
        return replace(self, wants=(*self.wants[: self.secret], own, *self.wants[self.secret + 1 :]))

    def outcomes(self) -> tuple[tuple[Proposal, ...], ...]:
        """Return what is proposed in each round."""
        first = propose(self._scenario(self.wants))
        if first and not self.refused:
            return (first,)
        wants = self.wants if first else tuple(each.softened() for each in self.wants)
        return first, propose(self._scenario(wants), [each.package for each in first])

    def twin(self, random: Random) -> Plan | None:
        """Return this table with other answers of the one party and the same proposals; None where none is found."""
        wanted = self.outcomes()
        kept = self.wants[self.secret]
        found = (
            self.keeping(own)
            for own in _others(kept, random)
            if own.points != kept.points and own.ratings != kept.ratings
        )
        return next((each for each in found if each.outcomes() == wanted), None)

    def _scenario(self, wants: tuple[Wants, ...]) -> Scenario:
        domain = [(-row, [10 * row + place for place in range(size)]) for row, size in enumerate(self.sizes, 1)]
        issues = tuple(Issue(str(issue), tuple(map(str, options))) for issue, options in domain)
        parties = tuple(
            Party(str(number), engine.preferences_of(domain, own.answers(domain))) for number, own in enumerate(wants)
        )
        barred = [
            (first, (issue, place))
            for kind, first, (issue, option) in self.links
            for place in range(self.sizes[issue])
            if (place == option) is (kind == "bars")
        ]
        return Scenario(issues, parties, tuple(Exclusion(frozenset(pair)) for pair in barred))


def _others(own: Wants, random: Random) -> Iterator[Wants]:
    """Yield other answers, the farthest first."""
    for left in range(TRIES, 0, -1):
        far = left / TRIES

        def near(value: float, least: float = 0, far: float = far) -> float:
            return min(100, max(least, round(value + far * random.uniform(-50, 50), 1)))

        line = near(own.line)
        yield Wants(
            points=tuple(near(points, 1) for points in own.points),
            ratings=tuple(tuple(map(near, row)) for row in own.ratings),
            never=() if own.never and far > 0.5 else own.never,
            line=line if line != own.line else line + 1.5,
            why=random.choice([note for note in NOTES if note != own.why]),
            checks=tuple({"first": "second", "second": "same", "same": "first"}[said] for said in own.checks),
            leans=not own.leans,
            word=own.word + ", and another",
        )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a table of two or three parties, one to four issues of two or three options, with or without a link."""
    issues = draw(st.sampled_from([2, 3, 1, 4]))
    sizes = tuple(draw(st.lists(st.integers(2, 3), min_size=issues, max_size=issues)))
    options = [(row, place) for row, size in enumerate(sizes) for place in range(size)]
    links = []
    if issues > 1 and draw(st.booleans()):
        first = draw(st.sampled_from(options))
        second = draw(st.sampled_from([option for option in options if option[0] != first[0]]))
        links.append((draw(st.sampled_from(["bars", "needs"])), first, second))
    wants = tuple(draw(st.lists(_wants(sizes), min_size=2, max_size=3)))
    secret = draw(st.integers(0, len(wants) - 1))
    return Plan(sizes, tuple(links), wants, secret, draw(st.booleans()), draw(st.booleans()))


@st.composite
def _wants(draw: st.DrawFn, sizes: tuple[int, ...]) -> Wants:
    steps = st.sampled_from([0.0, 25.0, 50.0, 75.0, 100.0])
    barred = [(row, draw(st.integers(0, size - 1))) for row, size in enumerate(sizes) if size > 2]
    return Wants(
        points=tuple(draw(st.integers(1, 20)) * 5.0 for _ in sizes),
        ratings=tuple(tuple(draw(st.lists(steps, min_size=size, max_size=size))) for size in sizes),
        never=tuple(draw(st.lists(st.sampled_from(barred), max_size=1)) if barred else ()),
        line=draw(st.sampled_from([0.0, 0.0, 30.0, 60.0])),
        why=draw(st.sampled_from(NOTES)),
        checks=tuple(draw(st.lists(st.sampled_from(["first", "second", "same"]), min_size=2, max_size=2))),
    )
